// The demo catalogue: the maker's cooling tables as they stand, completed by the demo rule.

import { air, grid, linear, maximumBreaker, sound } from "./machine.mjs";
import { number, round } from "./numbers.mjs";
import { buildFamilies } from "./vrf.mjs";
import { WATER_PIPES, buildChillers, buildHeatPumps, buildRooftops, buildWaterParts } from "./water.mjs";

const MOUNTINGS = {
  Duct: "duct",
  "Compact Cassette": "compactCassette",
  Cassette: "cassette",
  "Ceiling & Floor": "ceilingFloor",
  Console: "console",
  "Floor-standing": "floorStanding",
};

const watts = (kw, where) => round(number(kw, where) * 1000);

// AUW-36U4RW8 -> class 36 (thousand Btu/h), supply U4.
function outdoorModelParts(model) {
  const match = /^AUW-(\d+)(U\d)/.exec(model);
  if (!match) throw new Error(`outdoor model ${model}: no class and supply in the number`);
  return { sizeClass: match[1], supply: match[2] };
}

function coolingTable(points, id) {
  const ascending = (a, b) => a - b;
  const outdoor = [...new Set(points.map((p) => number(p.outdoor_db_c, id)))].sort(ascending);
  const rows = new Map();
  for (const p of points) {
    const key = `${p.indoor_db_c}/${p.indoor_wb_c}`;
    const empty = () => outdoor.map(() => null);
    const row = rows.get(key) ?? {
      indoorDryBulbC: number(p.indoor_db_c, id),
      indoorWetBulbC: number(p.indoor_wb_c, id),
      totalW: empty(),
      sensibleW: empty(),
      inputW: empty(),
    };
    const column = outdoor.indexOf(Number(p.outdoor_db_c));
    if (row.totalW[column] !== null) throw new Error(`${id}: two points at ${key}, outdoors ${p.outdoor_db_c}`);
    row.totalW[column] = watts(p.total_kw, id);
    row.sensibleW[column] = watts(p.sensible_kw, id);
    row.inputW[column] = round(number(p.input_w, id));
    rows.set(key, row);
  }
  const sorted = [...rows.values()].sort((a, b) => a.indoorDryBulbC - b.indoorDryBulbC || a.indoorWetBulbC - b.indoorWetBulbC);
  return { outdoorDryBulbC: outdoor, points: sorted };
}

function ratedValues(point, id) {
  if (point.rated_kw === "" || point.rated_shf === "" || point.rated_input_w === "") return undefined;
  return {
    totalW: watts(point.rated_kw, id),
    sensibleW: round(number(point.rated_kw, id) * number(point.rated_shf, id) * 1000),
    inputW: round(number(point.rated_input_w, id)),
  };
}

function tabulatedAt(cooling, at) {
  const row = cooling.points.find((p) => p.indoorDryBulbC === at.indoorDryBulbC && p.indoorWetBulbC === at.indoorWetBulbC);
  const column = cooling.outdoorDryBulbC.indexOf(at.outdoorDryBulbC);
  if (!row || column < 0 || row.totalW[column] === null) return undefined;
  return { totalW: row.totalW[column], inputW: row.inputW[column] };
}

/** Every pair in file order with the capacity and input that the demo rule works from. */
export function ratingPoints(coolingPoints, rules) {
  const pairs = new Map();
  for (const point of coolingPoints) {
    const id = `${point.indoor_model}+${point.outdoor_model}`;
    pairs.set(id, [...(pairs.get(id) ?? []), point]);
  }
  const tables = [...pairs].map(([id, points]) => {
    const [first] = points;
    const mounting = MOUNTINGS[first.section];
    if (!mounting) throw new Error(`${id}: unknown section "${first.section}"`);
    const cooling = coolingTable(points, id);
    return { id, first, mounting, cooling, rated: ratedValues(first, id), ...outdoorModelParts(first.outdoor_model) };
  });
  return tables.map((pair) => {
    const tabulated = tabulatedAt(pair.cooling, rules.capacity) ?? pair.rated;
    const kw = tabulated ? tabulated.totalW / 1000 : nominalKw(pair, tables, rules);
    const inputs = pair.cooling.points.flatMap((p) => p.inputW).filter((w) => w !== null);
    return {
      ...pair,
      kw,
      eer: tabulated ? tabulated.totalW / tabulated.inputW : undefined,
      largestInputW: Math.max(...inputs, pair.rated?.inputW ?? 0),
    };
  });
}

function nominalKw(pair, tables, rules) {
  const nominal = rules.capacity.classNominalKw[pair.sizeClass];
  if (nominal === undefined) throw new Error(`${pair.id}: no rating and no class nominal for ${pair.sizeClass}`);
  const siblings = tables.filter((t) => t.sizeClass === pair.sizeClass && t.rated);
  for (const sibling of siblings) {
    if (sibling.rated.totalW !== round(nominal * 1000)) throw new Error(`class ${pair.sizeClass}: nominal ${nominal} kW, but ${sibling.id} is rated ${sibling.rated.totalW} W`);
  }
  if (siblings.length === 0) throw new Error(`class ${pair.sizeClass}: no rated sibling supports the nominal`);
  return nominal;
}

function piping(kw, rule) {
  const band = rule.bands.find((b) => b.upToKw === undefined || kw <= b.upToKw);
  const thickness = (limit, mm) => (mm <= limit.upToMm ? limit.thicknessMm : limit.aboveThicknessMm);
  const additional = rule.additionalKgPerM[String(band.liquidMm)];
  if (additional === undefined) throw new Error(`no additional charge for liquid pipe ${band.liquidMm}`);
  return {
    status: "demo",
    refrigerant: rule.refrigerant,
    liquidMm: band.liquidMm,
    gasMm: band.gasMm,
    maxLengthM: band.maxLengthM,
    maxHeightM: band.maxHeightM,
    prechargedM: rule.prechargedM,
    factoryChargeKg: round(rule.factoryChargeKg + rule.factoryChargeKgPerKw * kw, 2),
    additionalKgPerM: additional,
    liquidInsulationMm: thickness(rule.liquidInsulationMm, band.liquidMm),
    gasInsulationMm: thickness(rule.gasInsulationMm, band.gasMm),
    drainMm: rule.drainMm,
    lengthFactors: rule.lengthFactors.map(([lengthM, cooling, heating]) => ({ lengthM, cooling, heating })),
  };
}

function electrical(pair, rule) {
  const supply = rule.supplies[pair.supply];
  if (!supply) throw new Error(`${pair.id}: unknown supply ${pair.supply}`);
  const { volts, phases, powerFactor } = supply;
  const currentA = pair.largestInputW / ((phases === 3 ? Math.sqrt(3) : 1) * volts * powerFactor);
  const minimumCircuitA = round(rule.largestLoadFactor * currentA, 1);
  const breakerA = rule.breakersA.find((size) => size >= minimumCircuitA);
  if (breakerA === undefined) throw new Error(`${pair.id}: ${minimumCircuitA} A is above the largest breaker`);
  return { status: "demo", volts, phases, minimumCircuitA, breakerA, maximumBreakerA: maximumBreaker(minimumCircuitA, rule.breakersA), powerCable: rule.powerCable[phases][breakerA], controlCable: rule.controlCable };
}

/** Heating by indoor dry bulb and outdoor wet bulb after the published points of Mitsubishi's PURY-P450, defrost included. */
function heating(kw, rule, pury) {
  const roundTo = (value, step) => round(value / step) * step;
  const ratedTotalW = roundTo(kw * 1000 * rule.perCooling, rule.roundToW);
  const outdoor = pury.outdoor["PURY-P450YSLM"];
  const defrost = outdoor.defrost_corr_function.toSorted((a, b) => a[0] - b[0]);
  const indoors = pury.indoor_unit_temp_correction;
  const table = grid({ indoorDryBulbC: rule.indoorDryBulbC, outdoorWetBulbC: rule.outdoorWetBulbC }, (indoor, wetBulb) => ({
    totalW: ratedTotalW * linear(indoors, indoor) * linear(outdoor.QT_curve, wetBulb) * linear(defrost, wetBulb),
  }));
  return { status: "demo", ratedTotalW, table, defrostIncluded: true };
}

function split(pair, rules, pury) {
  const { sound: loud, air: moved, limits } = rules.machine;
  const decades = Math.log10(pair.kw / 2.5);
  return {
    id: pair.id,
    kind: "matchedSplit",
    brand: "Hisense",
    indoorModel: pair.first.indoor_model,
    model: pair.first.outdoor_model,
    mounting: pair.mounting,
    source: "hisense-lcac",
    status: "real",
    ...(pair.rated ? { rated: pair.rated } : {}),
    cooling: pair.cooling,
    heating: heating(pair.kw, rules.heating, pury),
    piping: piping(pair.kw, rules.piping),
    electrical: electrical(pair, rules.electrical),
    massKg: {
      status: "demo",
      indoor: round(rules.mass.indoorKg + rules.mass.indoorKgPerKw * pair.kw),
      outdoor: round(rules.mass.outdoorKg + rules.mass.outdoorKgPerKw * pair.kw),
    },
    air: air(pair.kw * moved.flowM3HPerKw, pair.mounting === "duct" ? moved.ductStaticPa : 0),
    indoorSound: sound(loud.indoorDba + loud.dbaPerDecade * decades, 3, 3, 1.5),
    outdoorSound: sound(loud.outdoorDba + loud.dbaPerDecade * decades, 4, 2, 1),
    limits: { status: "demo", coolingOutdoorC: limits.coolingOutdoorC, heatingOutdoorWetBulbC: limits.heatingOutdoorWetBulbC },
    stages: "variable",
  };
}

const source = (id, title, licence, status) => ({ id, title, licence, status });

/** The catalogue; every product but the splits carries the price of the demo rule, which the price book takes out again. */
export function buildCatalogue(ratings, { rules, pury, relq, chillers, rooftops, heatPumps }) {
  const { families, products } = buildFamilies({ relq, pury });
  return {
    type: "tonnage.catalogue/1",
    id: "demo-light-commercial",
    version: 3,
    sources: [
      source("hisense-lcac", "Hisense light-commercial cooling performance, HVAC-info/hvac-rac-open-data at a330756", "CC0-1.0", "real"),
      source("energyplus-chillers", "EnergyPlus 25.2.0 DataSets, AirCooledChiller", "EnergyPlus (BSD-3-Clause-like), notice in src/data/NOTICES.md", "real"),
      source("energyplus-rooftops", "EnergyPlus 25.2.0 DataSets, DXCoolingCoil", "EnergyPlus (BSD-3-Clause-like), notice in src/data/NOTICES.md", "real"),
      source("keymark", "Heat Pump Keymark declarations as collected by hplib", "MIT, notice in src/data/NOTICES.md", "real"),
      source("demo-vrf", "Fictional families on published shapes: Daikin RELQ tables (NREL ComStock, BSD-3-Clause-like), Mitsubishi PURY points (python-hvac, MIT), EnergyPlus default curve", "MIT OR Apache-2.0, notices in src/data/NOTICES.md", "demo"),
      source("demo-water", "Fictional fan coils and ventilators of this project", "MIT OR Apache-2.0", "demo"),
      source("demo-rule", "Demo rule of this project: heating, piping, electrical data, sound, air and masses", "MIT OR Apache-2.0", "demo"),
    ],
    refrigerants: [
      {
        id: "R410A",
        limitKgM3: 0.44,
        limits: [
          { standard: "gbT9237", countries: ["CN"], kgM3: 0.42, confidence: "medium", source: "GB/T 9237 after ISO 5149, limit with minimum ventilation, recalled" },
          { standard: "en378", kgM3: 0.44, confidence: "high", source: "EN 378 practical limit, as read in a maker's manual" },
        ],
        source: "EN 378 practical limit, as read in a maker's manual",
      },
      {
        id: "R32",
        limitKgM3: 0.063,
        limits: [
          { standard: "gbT9237", countries: ["CN"], kgM3: 0.063, confidence: "medium", source: "GB/T 9237 after ISO 5149, limit with minimum ventilation, recalled" },
          { standard: "en378", kgM3: 0.063, confidence: "medium", source: "EN 378 C.3, limit with minimum ventilation, recalled" },
        ],
        lowerFlammableKgM3: 0.307,
        source: "lower flammable limit of IEC 60335-2-40, read; limit with minimum ventilation of EN 378 C.3 and GB/T 9237, recalled",
      },
    ],
    waterPipes: WATER_PIPES,
    families,
    products: [
      ...ratings.map((pair) => split(pair, rules, pury)),
      ...products,
      ...buildChillers(chillers),
      ...buildRooftops(rooftops),
      ...buildHeatPumps(heatPumps),
      ...buildWaterParts(),
    ],
  };
}
