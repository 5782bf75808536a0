// ---- Outdoor conditions ---------------------------------------------------------------------------------------------

/** Outdoor design conditions of a place (室外设计参数); what is of a station is absent where the project states them. */
export interface DesignConditions {
  /** The place as stated, or where the conditions come from. */
  place: string;
  /** The weather station. */
  stationId?: string;
  /** Its Chinese name. */
  stationZh?: string;
  /** Its name in pinyin. */
  stationEn?: string;
  /** From the place to the station, km; absent if the place is not known and the station was stated. */
  distanceKm?: number;
  /** Height of the station, m above sea level. */
  stationElevationM?: number;
  /** Latitude of the place, degrees, north positive. */
  latitude: number;
  /** Longitude of the place, degrees, east positive. */
  longitude: number;
  /** Height of the place, m above sea level. */
  elevationM: number;
  /** Standard time, hours ahead of UTC. */
  utcOffsetH: number;
  /** The thermal zone, where one is known. */
  zone?: Zone;
  /** Whether that is the station's zone as estimated from its degree days, because the list of the standard does not have it. */
  zoneEstimated: boolean;
  /** Atmospheric pressure in summer, Pa. */
  summerPressurePa: number;
  /** Atmospheric pressure in winter, Pa. */
  winterPressurePa: number;
  /** Outdoor dry bulb for cooling (夏季空调室外计算干球温度), °C: the highest of the cooling days. */
  coolingDryBulbC: number;
  /** Outdoor wet bulb at that dry bulb, °C. */
  coolingWetBulbC: number;
  /** Mean dry bulb of that day, °C. */
  coolingMeanDryBulbC: number;
  /** Outdoor dry bulb for heating by air conditioning (冬季空调室外计算温度), °C. */
  winterDryBulbC: number;
  /** Outdoor wet bulb at that dry bulb, °C. */
  winterWetBulbC: number;
  /** The days for which rooms are kept cool. */
  coolingDays: StatedCoolingDay[];
  /** The day for which rooms are kept warm. */
  heatingDay: StatedHeatingDay;
  /** Whether the wet bulb is estimated from the nearest station that has one, because the standard has none. */
  wetBulbEstimated: boolean;
  /** What was corrected in the station's figures or is missing there, in English. */
  stationNote?: string;
  /** The note in Chinese. */
  stationNoteZh?: string;
  /** Which climate: `stated` is the project's own. */
  basis: ClimateBasis | 'stated';
  /** The years of its statistics, such as `1971-2000`, where they are known. */
  period?: string;
  /** The document, in English. */
  source: string;
  /** The document, in Chinese. */
  sourceZh: string;
}
