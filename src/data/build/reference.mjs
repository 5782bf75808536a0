// The reference file: stations, places, room types with index bands and design values, defaults.

import { number } from "./numbers.mjs";
import { buildCounties, buildPlaces, buildProvinces } from "./places.mjs";
import { buildStations } from "./stations.mjs";
import { buildGainParts, buildRoomDesign, buildSchedules } from "./room_design.mjs";
import { AIR_SOURCES, buildAirLeakage } from "./air_leakage.mjs";
import { buildDefaults } from "./defaults.mjs";
import { ENVELOPE_SOURCES, buildEnvelope } from "./envelope.mjs";
import { demandIndexes } from "./demand_index.mjs";
import { buildLevers } from "./levers.mjs";
import { bandOrigin, setPointOrigin } from "./origins.mjs";

export { indexCheckTable } from "./demand_index.mjs";

const SOURCES = [
  { id: "gb50736", title: "GB 50736-2012 appendix A, outdoor design conditions of 294 stations, as transcribed in the public repository xuewei896/HVACIDA", confidence: "high", note: "statistics of 1971-2000; recent summers in large cities are up to 1.9 K hotter" },
  { id: "current_dry_bulbs", title: "Climate.OneBuilding index of 2026-04, through idfkit 1.1.1 (MIT): 1 % and 99 % dry bulbs", confidence: "medium", note: "left out where it differs from the standard by more than another climate could" },
  { id: "wind", title: "Wind of the design days, of ASHRAE for 193 stations, as in the copied station table", confidence: "low", note: "the wind columns of GB 50736-2012 appendix A were not found" },
  { id: "turbidity", title: "Monthly Linke turbidity, grid shipped with pvlib 0.16.1 (BSD-3-Clause; climatology of Remund and others), nearest cell", confidence: "medium" },
  { id: "thermal_zones", title: "Thermal zones: list of cities in GB 50189-2015 table 3.1.2 for 130 stations, estimated from degree days and summer mean for 164", confidence: "medium", note: "estimated ones are marked" },
  { id: "administrative_centres", title: "Chinese prefecture and county centres of 2020 (cpca 0.5.5) joined to the nearest suitable station by this project", confidence: "medium", note: "the distance is stored with each place" },
  { id: "room_defaults", title: "Storefront room types with scheme-stage index bands and set-points, curated for this project", confidence: "medium", note: "each room type names the origin of its band and set-point" },
  { id: "cooling_index_range", title: "Index range table common in Chinese design handbooks: 32 rows of W/m2", confidence: "medium", note: "from general knowledge, not checked against a book" },
  { id: "cooling_index_detail", title: "Air-conditioning estimating data, Chinese handbook text: 28 rows of sensible and total W/m2", confidence: "medium", note: "public copy of the text, columns split by hand" },
  { id: "set_points", title: "JGJ/T 449-2018 appendix C and GB 55015-2021 appendix C, as entered in a public repository", confidence: "medium" },
  { id: "program_rooms", title: "Program rooms and profiles of JGJ/T 449-2018 appendix C and GB 55015-2021 appendix C, as entered in a public repository", confidence: "medium", note: "each design value names its program room or is called a judgement" },
  { id: "ashrae621", title: "ASHRAE 62.1-2019 table 6-1, as in building-energy-standards-data 0.3.3 (PNNL, BSD-2-Clause)", confidence: "medium", note: "the standard was not read; each room type names its row" },
  { id: "energyplus", title: "EnergyPlus 25.2 (BSD-3-Clause): input dictionary and the data set of window shades", confidence: "high" },
  { id: "engineering_judgement", title: "Engineering judgement of this project", confidence: "low" },
];

const CLIMATE = { basis: "code", period: "1971-2000", source: "GB 50736-2012 appendix A", sourceZh: "GB 50736-2012 附录 A" };

const CURRENT = {
  basis: "current",
  period: "to 2026",
  source: "dry bulbs exceeded in 1 % and in 99 % of the hours, Climate.OneBuilding index of 2026-04; wet bulb, range, wind and pressure stay those of GB 50736-2012",
  sourceZh: "Climate.OneBuilding 索引（2026-04）1% 与 99% 干球温度；湿球、日较差、风速、气压仍取 GB 50736-2012",
};

const STATION_CHOICE = {
  source: "joined by this project: the nearest suitable station to the administrative centre of 2020",
  sourceZh: "本项目自行匹配：距该地 2020 年行政中心最近的合适台站",
  confidence: "medium",
};

// An origin as three fields of the value that it is the origin of.
const fields = (value, { source, sourceZh, confidence }) => ({ [`${value}Source`]: source, [`${value}SourceZh`]: sourceZh, [`${value}Confidence`]: confidence });

function buildRoomTypes(sources) {
  const { rooms, rangeRows, indexRows, mapping } = sources;
  const demands = demandIndexes(indexRows, mapping);
  const choices = new Map(mapping.roomTypes.map((choice) => [choice.roomType, choice]));
  return rooms.map((room) => {
    const choice = choices.get(room.id);
    if (!choice) throw new Error(`index_mapping.json has no entry for room type ${room.id}`);
    const demand = demands.get(choice.row);
    if (choice.row && !["used", "corrected"].includes(demand?.status)) throw new Error(`room type ${room.id} is mapped to "${choice.row}", which is not a usable row`);
    const low = number(room.index_low_w_m2, `${room.id} index_low_w_m2`);
    const high = number(room.index_high_w_m2, `${room.id} index_high_w_m2`);
    const verdict = (total) => (total < low ? "below" : total > high ? "above" : "inside");
    return {
      id: room.id,
      nameZh: room.name_zh,
      nameEn: room.name_en,
      coolingSetPointC: number(room.cool_c, `${room.id} cool_c`),
      lowWM2: low,
      highWM2: high,
      ...fields("band", bandOrigin(choice, { low, high }, rangeRows, demands)),
      ...fields("setPoint", setPointOrigin(choice, mapping)),
      ...(demand ? { indexCheck: { row: demand.label, totalWM2: demand.totalWM2, verdict: verdict(demand.totalWM2) } } : {}),
      ...(choice.electronic ? { electronic: true } : {}),
      design: buildRoomDesign(room, sources),
    };
  });
}

export function buildReference(sources) {
  const stations = buildStations(sources.stations, sources.placeNames, sources.stationNotes);
  return {
    type: "tonnage.reference/1",
    id: "cn-2026",
    version: 3,
    sources: [...SOURCES, ...ENVELOPE_SOURCES, ...AIR_SOURCES],
    climate: CLIMATE,
    stationChoice: STATION_CHOICE,
    current: CURRENT,
    provinces: buildProvinces(sources.stations),
    stations,
    places: buildPlaces(sources.stations, sources.admin, sources.placeNames),
    counties: buildCounties(sources.stations, sources.admin, sources.placeNames),
    roomTypes: buildRoomTypes(sources),
    schedules: buildSchedules(sources.profiles, sources.design),
    gainParts: buildGainParts(sources.equipmentRows, sources.design),
    envelope: buildEnvelope(sources),
    airLeakage: buildAirLeakage(sources.airLeakage),
    defaults: buildDefaults(stations),
    levers: buildLevers(sources.levers),
  };
}
