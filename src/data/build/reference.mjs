// The reference file: stations, places, room types with index bands and sensible shares, defaults.

import { number } from "./numbers.mjs";
import { buildPlaces, buildStations } from "./places.mjs";
import { demandIndexes } from "./demand_index.mjs";

export { indexCheckTable } from "./demand_index.mjs";

const SOURCES = [
  { id: "gb50736", title: "GB 50736-2012 Appendix A, outdoor design conditions of 294 stations", confidence: "high", note: "statistics of 1971-2000; recent summers in large cities are up to 1.9 K hotter" },
  { id: "administrative_centres", title: "Chinese prefecture centres of 2020 (cpca 0.5.5) joined to the nearest suitable station", confidence: "medium", note: "the distance is stored with each place" },
  { id: "room_defaults", title: "Storefront room types with scheme-stage index bands, curated for this project", confidence: "medium", note: "each room type names the origin of its row" },
  { id: "cooling_index_detail", title: "Air-conditioning estimating data, Chinese handbook text: 28 rows of sensible and total W/m2", confidence: "medium", note: "public copy of the text, columns split by hand" },
  { id: "equipment_room_share", title: "Needed sensible heat ratio 0.90 to 0.98 of server and telecom rooms, makers' manuals", confidence: "medium" },
  { id: "engineering_judgement", title: "Engineering judgement of this project", confidence: "low" },
];

// Their equipment cannot be defaulted, so the buyer must state the demand.
const ASKS_INDEX = new Set(["server_room", "telecom_room", "kitchen", "factory_light"]);

const INDEX_POSITION = {
  typical: 0.5,
  exposed: 1,
  exposedGlazingRatio: 0.4,
  source: "engineering judgement: an ordinary room sits in the middle of the band, an exposed one at its top; glass over 40 % of the facade counts as exposed",
  confidence: "low",
};

const DEFAULTS = {
  relativeHumidity: { value: 0.6, source: "upper limit of comfort class I for cooling, GB 50736-2012 table 3.0.2 (24 to 26 C, 40 to 60 %)", confidence: "high" },
  pipeRunM: { value: 5, source: "the pre-charged length of most splits; engineering judgement for a unit on the outside wall", confidence: "low" },
  heightDifferenceM: { value: 3, source: "one storey; engineering judgement", confidence: "low" },
  drainRunM: { value: 5, source: "engineering judgement: to the nearest outside wall", confidence: "low" },
  powerCableRunM: { value: 10, source: "engineering judgement: to the distribution board of a small shop", confidence: "low" },
  outdoorPlace: { value: "wallBracket", source: "engineering judgement: the usual place at street fronts", confidence: "low" },
  wall: { value: "brick", source: "engineering judgement: infill masonry", confidence: "low" },
  installHeightM: { value: 3, source: "engineering judgement: usual clear height of shops and offices", confidence: "low" },
  storey: { value: 1, source: "engineering judgement: street shops", confidence: "low" },
  maxUnitsPerRoom: { value: 8, source: "engineering judgement: more single splits in one room call for a central system", confidence: "low" },
};

function buildRoomTypes({ rooms, indexRows, mapping }) {
  const demands = demandIndexes(indexRows, mapping);
  const choices = new Map(mapping.roomTypes.map((choice) => [choice.roomType, choice]));
  return rooms.map((room) => {
    const choice = choices.get(room.id);
    if (!choice) throw new Error(`index_mapping.json has no entry for room type ${room.id}`);
    const demand = choice.row === null ? undefined : demands.get(choice.row);
    if (choice.row !== null && !["used", "corrected"].includes(demand?.status)) throw new Error(`room type ${room.id} is mapped to "${choice.row}", which is not a usable row`);
    const low = number(room.index_low_w_m2, `${room.id} index_low_w_m2`);
    const high = number(room.index_high_w_m2, `${room.id} index_high_w_m2`);
    // An analogue lends its share only: its total says nothing about another use's band.
    const verdict = (total) => (total < low ? "below" : total > high ? "above" : "inside");
    return {
      id: room.id,
      nameZh: room.name_zh,
      nameEn: room.name_en,
      group: room.group,
      coolingSetPointC: number(room.cool_c, `${room.id} cool_c`),
      lowWM2: low,
      highWM2: high,
      sensibleShare: demand ? demand.share : choice.share,
      shareBasis: choice.basis,
      shareFrom: demand ? demand.label : choice.shareFrom,
      reason: choice.reason,
      confidence: choice.confidence,
      ...(choice.basis === "row" ? { indexCheck: { row: demand.label, totalWM2: demand.totalWM2, verdict: verdict(demand.totalWM2) } } : {}),
      ...(ASKS_INDEX.has(room.id) ? { asks: "indexWM2" } : {}),
      source: room.source,
    };
  });
}

export function buildReference(sources) {
  return {
    type: "tonnage.reference/1",
    id: "cn-2026",
    version: 1,
    sources: SOURCES,
    stations: buildStations(sources.stations, sources.placeNames),
    places: buildPlaces(sources.stations, sources.admin, sources.placeNames),
    roomTypes: buildRoomTypes(sources),
    indexPosition: INDEX_POSITION,
    defaults: DEFAULTS,
  };
}
