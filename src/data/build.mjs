// Writes the reference file, the demo catalogue and the two demo books from `sources/`.
//
//   node src/data/build.mjs           write them
//   node src/data/build.mjs --check   write nothing; fail and name every file that differs from what would be written
//
// Plain Node without packages: the script must run on a bare machine. It reads no clock and no network.

import { readFileSync, writeFileSync } from "node:fs";
import { csvRecords } from "./build/csv.mjs";
import { layout } from "./build/layout.mjs";
import { buildReference, indexCheckTable } from "./build/reference.mjs";
import { buildCatalogue, ratingPoints } from "./build/catalogue.mjs";
import { buildPriceBook, buildRateBook } from "./build/books.mjs";
import { check } from "./build/check.mjs";
import { wantedRates } from "./build/rates.mjs";

const here = (name) => new URL(name, import.meta.url);
const text = (name) => readFileSync(here(`sources/${name}`), "utf8");
const table = (name) => csvRecords(text(name), name);

const sources = {
  stations: table("china_gb50736_2012.csv"),
  admin: table("china_admin_to_station.csv"),
  rooms: table("cn_room_defaults.csv"),
  rangeRows: table("cn_cooling_index_range.csv"),
  indexRows: table("cn_cooling_index_detail.csv"),
  programs: table("cn_program_rooms.csv"),
  profiles: table("cn_program_schedules.csv"),
  heatRows: table("cn_people_heat.csv"),
  airRows: table("gb50736_min_outdoor_air.csv"),
  ashraeRows: table("ashrae62_1_2019_ventilation.csv"),
  blindRows: table("energyplus_window_shades.csv"),
  equipmentRows: table("doe_electric_equipment.csv"),
  opaqueRows: table("cn_opaque_archetypes.csv"),
  materials: table("cn_materials_gb50176.csv"),
  glazingRows: table("cn_glazing_archetypes.csv"),
  windowRows: table("gb_public_window_limits.csv"),
  coolingPoints: table("hisense_lcac_cooling_points.csv"),
  placeNames: JSON.parse(text("place_names.json")),
  stationNotes: JSON.parse(text("station_notes.json")),
  mapping: JSON.parse(text("index_mapping.json")),
  design: JSON.parse(text("room_design.json")),
  airLeakage: JSON.parse(text("air_leakage.json")),
  levers: JSON.parse(text("levers.json")),
  envelopeRules: JSON.parse(text("envelope_rules.json")),
  rules: JSON.parse(text("demo_rules.json")),
  pury: JSON.parse(text("mitsubishi_pury_heating_points.json")),
  relq: JSON.parse(text("daikin_vrf_hr_performance_maps.json")),
  chillers: JSON.parse(text("energyplus_air_cooled_chillers.json")),
  rooftops: JSON.parse(text("energyplus_rooftop_dx_units.json")),
  heatPumps: table("keymark_midea_clivet_models.csv"),
};

const ratings = ratingPoints(sources.coolingPoints, sources.rules);
const reference = buildReference(sources);
const priced = buildCatalogue(ratings, sources);
const priceBook = buildPriceBook(ratings, priced.products, sources.rules);
const catalogue = { ...priced, products: priced.products.map(({ demoPrice, ...product }) => product) };
const rateBook = buildRateBook(sources.rules, wantedRates(catalogue));
check({ reference, catalogue, priceBook, rateBook, sources });

const outputs = {
  "reference.json": layout(reference),
  "catalogue.json": layout(catalogue),
  "price_book.json": layout(priceBook),
  "rate_book.json": layout(rateBook),
  "sources/index_check.md": indexCheckTable(sources),
};

const onDisk = (name) => {
  try {
    return readFileSync(here(name), "utf8");
  } catch {
    return undefined;
  }
};

if (process.argv.includes("--check")) {
  const stale = Object.keys(outputs).filter((name) => onDisk(name) !== outputs[name]);
  for (const name of stale) console.error(`src/data/${name} differs from its sources; run: node src/data/build.mjs`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [name, content] of Object.entries(outputs)) writeFileSync(here(name), content);
}
