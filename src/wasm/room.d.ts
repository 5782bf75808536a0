// ---- A room ---------------------------------------------------------------------------------------------------------

/** A room (房间). */
export interface Room {
  /** An identifier, unique in the project; default `room-1`, `room-2`, ... */
  id?: string;
  /** A name for people, 1 to 80 characters. */
  name?: string;
  /** The room type of the reference data, such as `shop_general`. */
  use: string;
  /** Conditioned floor area, m², 1 to 100 000, kept to 0.01. */
  areaM2: number;
  /** Tenant, riser or wing, 1 to 80 characters: rooms of different groups never share a system. */
  group?: string;
  /** The floor, 1 at the ground, −10 to 200. */
  floor?: number;
  /** From floor to ceiling, m, 1.8 to 40, kept to 0.01. */
  heightM?: number;
  /** The outside walls and their glass, at most 16; an empty list for a room without any. */
  facades?: Facade[];
  /** What is above. */
  above?: Above;
  /** What is below. */
  below?: Below;
  /** What is behind the walls that are no façades. */
  beside?: Beside;
  /** The construction of the roof or of the ceiling slab: one of the project or of the reference data. */
  aboveConstruction?: string;
  /** The construction of the floor, likewise. */
  belowConstruction?: string;
  /** The construction of the walls that are no façades, likewise. */
  besideConstruction?: string;
  /** Every surface, 2 to 100, instead of façades and of what is above, below and beside. */
  surfaces?: Surface[];
  /** The temperatures under a floor on the ground. */
  ground?: SeasonTemperatures;
  /** The temperatures of spaces that are not conditioned. */
  unconditioned?: SeasonTemperatures;
  /** Furniture, which stores heat; default none. */
  furniture?: Furniture;
  /** The hours of its day: one of the schedules of the reference data. */
  schedule?: string;
  /** People. */
  people?: People;
  /** Lights. */
  lights?: Lights;
  /** Equipment; kitchens, halls of machines and rooms of electronics ask for it. */
  equipment?: Equipment;
  /** Infiltration through the façade. */
  infiltration?: Infiltration;
  /** A door to the street. */
  door?: Door;
  /** Outdoor air that a machine brings in. */
  outdoorAir?: OutdoorAir;
  /** Exhaust of hoods. */
  exhaust?: Exhaust;
  /** Room dry bulb in summer, °C, 16 to 32, kept to 0.1; default that of the room type. */
  coolingSetPointC?: number;
  /** Relative humidity in summer, 0.2 to 0.9, kept to 0.01; default that of the reference data. */
  relativeHumidity?: number;
  /** Whether the equipment is to heat; default by the winter outdoors. */
  heating?: boolean;
  /** Room dry bulb in winter, °C, 5 to 32, kept to 0.1; default that of the room type. */
  heatingSetPointC?: number;
  /** Whether the plant runs, by hour of a cooling day, 24 flags from midnight; default by the schedule. */
  plantOn?: boolean[];
  /** Hours after a start of the plant that do not count for sizing, a whole number from 0 to 12. */
  preCoolHours?: number;
  /** A load that is known from elsewhere and not computed. */
  statedLoad?: StatedLoad;
  /** Circumstances of installation of this room. */
  installation?: Installation;
  /** Units beyond those that carry the load, 0 to 4; default none but for rooms of electronic equipment. */
  spareUnits?: number;
}

/** People (人员), by number or by area. */
export interface People {
  /** How many at most, 0 to 100 000, kept to 0.01. */
  count?: number;
  /** Floor area of one person (人均面积) instead, m², 0.1 to 10 000, kept to 0.01; default that of the room type. */
  m2PerPerson?: number;
  /** Sensible heat of one, W, 0 to 1000, kept to 0.1. */
  sensibleW?: number;
  /** Latent heat of one, W, 0 to 1000, kept to 0.1. */
  latentW?: number;
  /** Long-wave radiation as a part of the sensible heat, 0 to 1, kept to 0.0001. */
  radiantFraction?: number;
  /** The part of them that is there, by hour of the day, 24 values of 0 to 1 from midnight; default by the schedule. */
  hours?: number[];
}

/** Lights (照明). */
export interface Lights {
  /** Power (照明功率密度), W/m², 0 to 1000, kept to 0.01; default that of the room type. */
  powerWM2?: number;
  /** Power in all instead, W, 0 to 10 000 000, kept to 0.1. */
  powerW?: number;
  /** Long-wave radiation as a part of the power, 0 to 1, kept to 0.0001. */
  radiantFraction?: number;
  /** Light as a part of the power, 0 to 1, kept to 0.0001. */
  visibleFraction?: number;
  /** The part that is on, by hour of the day, 24 values of 0 to 1 from midnight; default by the schedule. */
  hours?: number[];
}

/** Equipment (设备). */
export interface Equipment {
  /** Power (设备功率密度), W/m², 0 to 20 000, kept to 0.01; default that of the room type, if it has one. */
  powerWM2?: number;
  /** Power in all instead, W, 0 to 10 000 000, kept to 0.1. */
  powerW?: number;
  /** Long-wave radiation as a part of the power, 0 to 1, kept to 0.0001. */
  radiantFraction?: number;
  /** Vapour as a part of the power, 0 to 1, kept to 0.0001. */
  latentFraction?: number;
  /** The part that is on, by hour of the day, 24 values of 0 to 1 from midnight; default by the schedule. */
  hours?: number[];
}

/** Infiltration (渗透风) through the façade. */
export interface Infiltration {
  /** Outdoor air at outdoor density, room volumes an hour, 0 to 50, kept to 0.001; default by façade and wind. */
  airChangesPerH?: number;
  /** The part of it, by hour of the day, 24 values of 0 to 1 from midnight; default all of it at every hour. */
  hours?: number[];
}

/** A door to the street (外门) that people pass. */
export interface Door {
  /** `none`, or a door of the reference data, such as `swing`. */
  kind?: string;
  /** How often it is passed in the busiest hour, in and out, 0 to 20 000, kept to 0.1; default by the people. */
  passagesPerH?: number;
}

/** Outdoor air (新风) that a machine brings in. */
export interface OutdoorAir {
  /** The rule for its flow; default `gb50736`. */
  rule?: OutdoorAirRule;
  /** Its flow while the plant runs (新风量), m³/h, 0 to 3 600 000, kept to 0.01; default by the rule. */
  flowM3H?: number;
  /** Who treats it; default `indoorUnit`. */
  treatedBy?: TreatedBy;
  /** Of an energy-recovery ventilator: the part of the difference in dry bulb that it recovers, 0 to 1, kept to 0.0001. */
  sensibleEffectiveness?: number;
  /** Of an energy-recovery ventilator: the part of the difference in humidity ratio that it recovers, 0 to 1, kept to 0.0001. */
  latentEffectiveness?: number;
  /** Of a fresh-air unit: dry bulb of what it supplies on a cooling day, °C, 5 to 40, kept to 0.1. */
  supplyDryBulbC?: number;
  /** Of a fresh-air unit: relative humidity of what it supplies on a cooling day, 0.05 to 1, kept to 0.01. */
  supplyRelativeHumidity?: number;
  /** Of a fresh-air unit: dry bulb of what it supplies on the heating day, °C, 0 to 40, kept to 0.1. */
  supplyHeatingDryBulbC?: number;
}

/** The rule for the flow of outdoor air: GB 50736-2012, 3.0.6, or the ventilation rate procedure of ASHRAE 62.1. */
export type OutdoorAirRule = 'gb50736' | 'ashrae62.1';

/** Who treats the outdoor air (新风处理方式). */
export type TreatedBy =
  /** No machine brings any in. */
  | 'none'
  /** The room's indoor unit, whose coil sees the mixed air. */
  | 'indoorUnit'
  /** An energy-recovery ventilator (全热交换器), and what it leaves the indoor unit. */
  | 'erv'
  /** A fresh-air unit (新风机组) with a stated supply state, and what remains the indoor unit. */
  | 'freshAirUnit';

/** Exhaust (排风) of hoods while the room is in use. */
export interface Exhaust {
  /** Flow, m³/h, 0 to 3 600 000, kept to 0.01. */
  flowM3H: number;
  /** The part of its make-up air (补风) that is drawn from the room, 0 to 1, kept to 0.0001. */
  fromRoom: number;
}

/** A load that is known from elsewhere and not computed (给定负荷). */
export interface StatedLoad {
  /** Cooling in all, W, a whole number from 0 to 500 000 000. */
  totalW: number;
  /** The sensible part of it, W, a whole number up to `totalW`. */
  sensibleW: number;
  /** Heating, W, a whole number; absent where none is wanted. */
  heatingW?: number;
}
