// The fictional families: a heat pump and a heat recovery family on a shared pipe, and a multi-split.
//
// Their shapes are published ones: cooling and heating by temperature after Daikin's RELQ tables, the effect of the connection ratio,
// the input at part load, defrost and the heating pipe after Mitsubishi's PURY points, the cooling pipe after EnergyPlus' default
// curve. No figure of theirs is a maker's.

import { round } from "./numbers.mjs";
import { air, grid, linear, mass, price, sensibleShare, sound, supply } from "./machine.mjs";

const RATIOS = [0.5, 0.7, 0.85, 1, 1.3];
const OUTDOOR_C = [15, 20, 25, 30, 35, 39.444, 43.333, 46.111, 50];
const HEATING_WET_BULB_C = [-30, -25, -20, -15, -10, -4.444, 0, 6.111, 13.333];
const WET_BULB_C = [14, 16, 18, 19, 20, 22, 24];
const DRY_BULB_C = [18, 20, 22, 24, 26, 28, 30, 32, 35];

const VRF_SIZES = [224, 280, 335, 400, 450, 500, 560, 615, 670];
const COMBINATIONS = [[280, 450], [400, 400], [400, 450], [450, 450], [450, 560], [560, 560], [560, 670], [670, 670], [450, 560, 670], [560, 670, 670], [670, 670, 670]];

const VRF_INDOOR = {
  duct: [22, 28, 36, 45, 56, 71, 80, 90, 112, 140],
  compactCassette: [22, 28, 36, 45, 56],
  cassette: [45, 56, 71, 80, 90, 112, 140],
  ceilingFloor: [36, 45, 56, 71, 80, 90, 112, 140],
  console: [22, 28, 36, 45],
  floorStanding: [71, 80, 90, 112, 140],
};
const HIGH_STATIC = [71, 90, 112, 140, 160, 224, 280];
const MULTI_INDOOR = { duct: [22, 28, 36, 45, 56, 71], compactCassette: [28, 36, 45, 56], console: [22, 28, 36] };
const MULTI_OUTDOOR = [[53, 2], [71, 3], [90, 4], [112, 5], [140, 6]];
const MOUNTING_PRICE = { duct: 1, compactCassette: 1.1, cassette: 1.15, ceilingFloor: 1.1, console: 1.05, floorStanding: 1.1 };

/** A table of points [x, y, factor], linear in both. */
function surface(points) {
  const rows = new Map();
  for (const [x, y, factor] of points) rows.set(x, [...(rows.get(x) ?? []), [y, factor]]);
  const xs = [...rows.keys()].sort((a, b) => a - b);
  return (x, y) => linear(xs.map((one) => [one, linear(rows.get(one).toSorted((a, b) => a[0] - b[0]), y)]), x);
}

function shapes({ relq, pury }) {
  const tables = relq.relq_tables;
  const of = (name) => surface(tables[`${name}_Daikin_RELQ_100CR_120MBH`].points);
  const outdoor = pury.outdoor["PURY-P450YSLM"];
  const full = 450;
  const perFull = (points) => points.map(([index, factor]) => [index / full, factor]);
  const [cooling, coolingEir, heating] = [of("CCAPFT"), of("CEIRFT"), of("HCAPFT")];
  return {
    cooling: (wetBulb, outdoors) => cooling(wetBulb, outdoors),
    input: (wetBulb, outdoors) => cooling(wetBulb, outdoors) * coolingEir(wetBulb, outdoors),
    heating: (indoors, wetBulb) => heating(indoors, wetBulb),
    ratio: (ratio) => linear(perFull(outdoor.CR_corr_function), ratio),
    partLoad: (ratio) => linear(perFull(outdoor.EIRFPLR_function).filter(([one]) => one <= 1).concat([[1.3, 1.02]]), ratio),
    defrost: outdoor.defrost_corr_function.toSorted((a, b) => a[0] - b[0]).map(([outdoorWetBulbC, factor]) => ({ outdoorWetBulbC, factor })),
    heatingPipe: (length) => linear(outdoor.Leq_corr_function, length),
  };
}

const COP = 3.1;

function outdoorUnit(family, index, maxIndoor, shape, options) {
  const nominal = index * 100;
  const input = nominal / COP;
  const phases = index > 160 ? 3 : 1;
  return {
    id: `${family.prefix}-O${index}`,
    kind: "outdoorUnit",
    brand: family.brand,
    model: `${family.prefix}-O${index}`,
    source: "demo-vrf",
    status: "demo",
    family: family.id,
    capacityIndex: index,
    maxIndoor,
    cooling: grid({ ratio: RATIOS, indoorWetBulbC: WET_BULB_C, outdoorDryBulbC: OUTDOOR_C }, (ratio, wetBulb, outdoors) => ({
      totalW: nominal * shape.ratio(ratio) * shape.cooling(wetBulb, outdoors),
      inputW: input * shape.partLoad(ratio) * shape.input(wetBulb, outdoors),
    })),
    heating: grid({ ratio: [0.5, 1, 1.3], indoorDryBulbC: [16, 18, 20, 22, 24], outdoorWetBulbC: HEATING_WET_BULB_C }, (ratio, indoors, wetBulb) => ({
      totalW: nominal * 1.12 * shape.ratio(ratio) * shape.heating(indoors, wetBulb),
    })),
    factoryChargeKg: round(options.charge(index), 2),
    electrical: supply(input * 1.2, phases, options.cable),
    mass: mass(options.mass(index)),
    sound: sound(52 + index / 60, 6, 2, 1),
    clearanceM: 0.5,
    stages: "variable",
    efficiency: [{ status: "demo", standard: "GB 21454-2021", metric: "APF", value: index <= 280 ? 4.9 : 4.4, grade: index <= 280 ? 1 : 2 }],
    demoPrice: price(options.price(index), 100),
  };
}

function pipes(index) {
  if (index <= 56) return [6.35, 12.7];
  if (index <= 160) return [9.52, 15.88];
  if (index <= 224) return [9.52, 19.05];
  return [9.52, 22.2];
}

function connection(index) {
  const [liquidMm, gasMm] = pipes(index);
  return { status: "demo", liquidMm, gasMm, drainMm: index > 160 ? 32 : 25 };
}

function indoorUnit(family, mounting, index, shape, highStatic) {
  const nominal = index * 100;
  const letter = { duct: "D", compactCassette: "Q", cassette: "C", ceilingFloor: "F", console: "N", floorStanding: "S" }[mounting];
  const id = `${family.prefix}-I${letter}${highStatic ? "H" : ""}${index}`;
  const flow = 15.5 * index;
  const fanW = round(flow * (highStatic ? 0.22 : 0.09));
  return {
    id,
    kind: "indoorUnit",
    brand: family.brand,
    model: id,
    source: "demo-vrf",
    status: "demo",
    family: family.id,
    mounting,
    capacityIndex: index,
    cooling: grid({ indoorDryBulbC: DRY_BULB_C, indoorWetBulbC: WET_BULB_C }, (dryBulb, wetBulb) => {
      if (wetBulb >= dryBulb) return undefined;
      const totalW = nominal * shape.cooling(wetBulb, 35);
      return { totalW, sensibleW: totalW * sensibleShare(dryBulb, wetBulb) };
    }),
    heating: grid({ indoorDryBulbC: [14, 16, 18, 20, 22, 24] }, (indoors) => ({ totalW: nominal * 1.12 * shape.heating(indoors, 6.111) / shape.heating(20, 6.111) })),
    connection: connection(index),
    air: air(flow, { duct: highStatic ? 150 : 50 }[mounting] ?? 0),
    sound: sound(28 + 10 * Math.log10(index / 10) + (highStatic ? 4 : 0), 3, 3, 1.5),
    electrical: supply(fanW * 2, 1, family.cable),
    mass: mass(12 + 0.2 * index),
    ...(mounting === "floorStanding" || mounting === "console" ? {} : { leastHeightM: 2.2 }),
    demoPrice: price((1250 + 19 * index) * MOUNTING_PRICE[mounting] * (highStatic ? 1.2 : 1), 10),
  };
}

const LIQUID = [[6.35, 0.022], [9.52, 0.057], [12.7, 0.11], [15.88, 0.17], [19.05, 0.26], [22.2, 0.36]];

function vrfFamily(id, brand, system, shape) {
  const factors = [[10, 1], [30, 0.95], [60, 0.899], [100, 0.838], [175, 0.746], [200, 0.72]];
  return {
    id,
    brand,
    source: "demo-vrf",
    status: "demo",
    system,
    refrigerant: "R410A",
    ratio: [0.5, 1.3],
    ratioRules: [{ aboveIndoorHeightM: 15, maximum: 1.05 }],
    freshAirShare: 0.3,
    freshAirAlone: [0.5, 1],
    highStaticWeight: 1.3,
    highStaticPa: 100,
    combinations: COMBINATIONS.map((sizes) => ({ units: sizes.map((size) => `${id.toUpperCase()}-O${size}`), maxIndoor: 64 })),
    piping: {
      totalM: 1000, farthestM: 175, farthestEquivalentM: 200, firstBranchM: 40, heightAboveM: 90, heightBelowM: 110, indoorHeightM: 30, jointEquivalentM: 0.5,
      pipes: [
        { upToIndex: 56, liquidMm: 6.35, gasMm: 12.7 }, { upToIndex: 160, liquidMm: 9.52, gasMm: 15.88 }, { upToIndex: 224, liquidMm: 9.52, gasMm: 19.05 },
        { upToIndex: 335, liquidMm: 12.7, gasMm: 28.6 }, { upToIndex: 670, liquidMm: 15.88, gasMm: 34.9 }, { upToIndex: 1350, liquidMm: 19.05, gasMm: 41.3 }, { upToIndex: 2700, liquidMm: 22.2, gasMm: 44.5 },
      ],
      liquidInsulationMm: 13, gasInsulationMm: 19,
    },
    charge: { perMetre: LIQUID.map(([liquidMm, kgPerM]) => ({ liquidMm, kgPerM })), perIndoorKg: 0 },
    lengthFactors: factors.map(([lengthM, cooling]) => ({ lengthM, cooling, heating: round(shape.heatingPipe(lengthM), 3) })),
    defrost: shape.defrost,
    altitude: [[0, 1], [1000, 0.97], [2000, 0.94], [3000, 0.91], [4500, 0.86]].map(([elevationM, factor]) => ({ elevationM, factor })),
    limits: { status: "demo", coolingOutdoorC: [15, 50], heatingOutdoorWetBulbC: [-30, 15.5] },
  };
}

function multiFamily(shape) {
  return {
    id: "dm", brand: "DemoMulti", source: "demo-vrf", status: "demo", system: "multiSplit", refrigerant: "R32", ratio: [0.5, 1.3], highStaticWeight: 1.3, highStaticPa: 100,
    piping: { totalM: 75, farthestM: 25, farthestEquivalentM: 25, firstBranchM: 25, heightAboveM: 15, heightBelowM: 15, indoorHeightM: 7.5, jointEquivalentM: 0, pipes: [{ upToIndex: 200, liquidMm: 6.35, gasMm: 12.7 }], liquidInsulationMm: 9, gasInsulationMm: 19 },
    charge: { perMetre: [{ liquidMm: 6.35, kgPerM: 0.012 }, { liquidMm: 9.52, kgPerM: 0.024 }], perIndoorKg: 0 },
    defrost: shape.defrost,
    altitude: [[0, 1], [1000, 0.97], [2000, 0.94], [3000, 0.91], [4500, 0.86]].map(([elevationM, factor]) => ({ elevationM, factor })),
    limits: { status: "demo", coolingOutdoorC: [15, 50], heatingOutdoorWetBulbC: [-30, 15.5] },
  };
}

const part = (family, id, kind, figures, demoPrice) => ({ id, kind, brand: family.brand, model: id, source: "demo-vrf", status: "demo", ...figures, demoPrice: price(demoPrice) });

function vrf(id, brand, system, premium, shape) {
  const family = { id, brand, prefix: id.toUpperCase(), cable: "2x0.75" };
  const options = { charge: (index) => 4 + index * 0.022, mass: (index) => 130 + index * 0.42, price: (index) => (4000 + 82 * index) * premium, cable: "2x0.75" };
  const outdoor = VRF_SIZES.map((index) => outdoorUnit(family, index, Math.round(index / 17), shape, options));
  const indoor = Object.entries(VRF_INDOOR).flatMap(([mounting, sizes]) => sizes.map((index) => indoorUnit(family, mounting, index, shape, false)));
  const high = HIGH_STATIC.map((index) => indoorUnit(family, "duct", index, shape, true));
  const kits = [[224, 260], [335, 360], [670, 480], [2700, 760]].map(([upToIndex, cost]) => part(family, `${family.prefix}-K${upToIndex}`, "branchKit", { family: id, upToIndex }, cost * premium));
  const boxes = system === "vrfHeatRecovery" ? [[1, 1, 140, 1900], [2, 4, 280, 2600], [4, 5, 450, 4200], [8, 5, 850, 6900]].map(([ports, perPort, maxIndex, cost]) =>
    part(family, `${family.prefix}-B${ports}`, "recoveryBox", { family: id, ports, maxIndoorPerPort: Math.max(perPort, 4), maxIndexPerPort: Math.min(280, maxIndex), maxIndex }, cost)) : [];
  const fresh = [[112, 1000], [140, 1400], [224, 2000], [280, 3000]].map(([index, flow]) => ({
    ...part(family, `${family.prefix}-A${index}`, "freshAirUnit", { family: id, capacityIndex: index, connection: connection(index), air: air(flow, 180, 1), cooling: grid({ outdoorDryBulbC: [26, 30, 33, 36, 40], outdoorWetBulbC: [18, 22, 25, 28, 30] }, (dryBulb, wetBulb) => (wetBulb < dryBulb ? { totalW: index * 100 * linear([[18, 0.55], [22, 0.75], [25, 0.9], [28, 1], [30, 1.08]], wetBulb) } : undefined)), heating: grid({ outdoorDryBulbC: [-10, -5, 0, 5, 10] }, (outdoors) => ({ totalW: index * 95 * linear([[-10, 0.85], [10, 1.05]], outdoors) })), inputW: round(flow * 0.35), sound: sound(44 + flow / 250, 3, 1, 1.5), electrical: supply(flow * 0.5, 1, "2x0.75"), mass: mass(45 + flow / 40), leastHeightM: 2.2 }, 3200 + 22 * index),
  }));
  return [...outdoor, ...indoor, ...high, ...kits, ...boxes, ...fresh];
}

export function buildFamilies(sources) {
  const shape = shapes(sources);
  const multi = { id: "dm", brand: "DemoMulti", prefix: "DM", cable: "4x1.5" };
  const multiOptions = { charge: (index) => 0.9 + index * 0.012, mass: (index) => 20 + index * 0.5, price: (index) => 1500 + 66 * index, cable: "4x1.5" };
  return {
    families: [vrfFamily("dv", "DemoVRF", "vrfHeatPump", shape), vrfFamily("dr", "DemoVRF", "vrfHeatRecovery", shape), multiFamily(shape)],
    products: [
      ...vrf("dv", "DemoVRF", "vrfHeatPump", 1, shape),
      ...vrf("dr", "DemoVRF", "vrfHeatRecovery", 1.25, shape),
      ...MULTI_OUTDOOR.map(([index, ports]) => outdoorUnit(multi, index, ports, shape, multiOptions)),
      ...Object.entries(MULTI_INDOOR).flatMap(([mounting, sizes]) => sizes.map((index) => indoorUnit(multi, mounting, index, shape, false))),
      part({ brand: "DemoVRF" }, "DC-ROOM", "controller", { scope: "room", maxIndoor: 16 }, 220),
      part({ brand: "DemoVRF" }, "DC-CENTRAL", "controller", { scope: "central", maxIndoor: 64 }, 2900),
    ],
  };
}
