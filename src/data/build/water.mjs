// Chillers and rooftop units of EnergyPlus' data sets, heat pumps of the Keymark list, and fictional fan coils and ventilators.

import { round } from "./numbers.mjs";
import { air, grid, identifier, mass, price, sensibleShare, sound, supply } from "./machine.mjs";

/** A polynomial of the source with its variables in hundreds, so that six decimals hold its coefficients. */
function curve({ form, c, x, y }, names, per) {
  const scale = form === "biquadratic" ? [1, per, per ** 2, per, per ** 2, per ** 2] : [1, per, per ** 2, per ** 3];
  const coefficients = c.map((value, index) => round(value * scale[index], 6));
  const variable = ([from, to], name) => ({ name, from, to, ...(per === 1 ? {} : { per }) });
  return { form, coefficients, x: variable(x, names[0]), ...(y ? { y: variable(y, names[1]) } : {}) };
}

export function buildChillers({ chillers }) {
  return chillers.map((one) => {
    const watts = round(one.ref_capacity_kw * 1000);
    const input = watts / one.ref_cop;
    const kw = one.ref_capacity_kw;
    return {
      id: identifier(`${one.manufacturer}-${one.model}`),
      kind: "chiller",
      brand: one.manufacturer,
      model: one.model,
      source: "energyplus-chillers",
      status: "real",
      referenceW: watts,
      referenceCop: one.ref_cop,
      referenceLeavingWaterC: one.ref_lchwt_c,
      referenceOutdoorC: one.ref_oat_c,
      capacity: curve(one.capft, ["leavingWaterC", "outdoorDryBulbC"], 100),
      inputRatio: curve(one.eirft, ["leavingWaterC", "outdoorDryBulbC"], 100),
      partLoad: curve(one.eirfplr, ["partLoadRatio"], 1),
      maxModules: kw < 200 ? 8 : 4,
      electrical: supply(input * 1.2, 3),
      mass: mass(250 + 8 * kw),
      sound: sound(60 + 10 * Math.log10(kw / 30), 4, 2, 10),
      stages: "two",
      demoPrice: price(18000 + 760 * kw, 100),
    };
  });
}

// One record a unit: the stage-1 records repeat a unit at half its load; the heat pumps have no capacity curve.
export function buildRooftops({ units }) {
  const whole = units.filter((unit) => unit.curves.CapFT && !/Stage 1$/.test(unit.name));
  return whole.map((unit) => {
    const name = unit.name.replace(/ Stage 1&2$/, "");
    const [brand] = name.split(" ");
    const kw = unit.gross_capacity_w / 1000;
    const flow = round(unit.air_m3s * 3600);
    const { CapFT, CapFFF, EIRFT, EIRFFF } = unit.curves;
    return {
      id: identifier(name),
      kind: "rooftop",
      brand,
      model: name.slice(brand.length + 1),
      source: "energyplus-rooftops",
      status: "real",
      grossTotalW: round(unit.gross_capacity_w),
      sensibleHeatRatio: unit.shr,
      cop: unit.cop,
      ratedFlowM3H: flow,
      capacity: curve(CapFT, ["enteringWetBulbC", "outdoorDryBulbC"], 100),
      capacityByFlow: curve(CapFFF, ["flowFraction"], 1),
      inputRatio: curve(EIRFT, ["enteringWetBulbC", "outdoorDryBulbC"], 100),
      inputRatioByFlow: curve(EIRFFF, ["flowFraction"], 1),
      air: air(flow, 200, 1),
      fanInputW: round(flow * 0.28),
      electrical: supply((unit.gross_capacity_w / unit.cop) * 1.2 + flow * 0.28, 3),
      mass: mass(120 + 11 * kw),
      sound: sound(62 + 10 * Math.log10(kw / 17), 0, 1, 3),
      stages: /Stage/.test(unit.name) ? "two" : "single",
      demoPrice: price(9000 + 1050 * kw, 100),
    };
  });
}

const kilowatts = (text) => (text === "" ? undefined : Number(text.replace(",", ".")));

// Capacities at full load only: A7/W35, A7/W55 and A-7/W35. The values at 2 and 12 °C are loads of the seasonal method.
export function buildHeatPumps(rows) {
  const seen = new Map();
  const products = [];
  for (const row of rows) {
    const brand = row.manufacturer.startsWith("Clivet") ? "Clivet" : "Midea";
    const points = {
      "35/7": [kilowatts(row.a7w35_kw), kilowatts(row.a7w35_cop)],
      "55/7": [kilowatts(row.a7w55_kw), kilowatts(row.a7w55_cop)],
      "35/-7": [kilowatts(row.pdh_m7_w35_kw), kilowatts(row.pdh_m7_w35_cop)],
    };
    if (points["35/7"][0] === undefined) continue;
    const stem = identifier(`${brand}-${row.model}`).slice(0, 70);
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    const kg = kilowatts(row.charge.replace(/\s*kg/i, ""));
    const kw = points["35/7"][0];
    products.push({
      id: count > 1 ? `${stem}.${count}` : stem,
      kind: "waterHeatPump",
      brand,
      model: row.model.slice(0, 300),
      source: "keymark",
      status: "real",
      heating: grid({ leavingWaterC: [35, 55], outdoorDryBulbC: [-7, 7] }, (water, outdoors) => {
        const [capacity, cop] = points[`${water}/${outdoors}`] ?? [];
        return capacity > 0 && cop > 0 ? { totalW: capacity * 1000, inputW: (capacity * 1000) / cop } : undefined;
      }),
      ...(/^R\d/.test(row.refrigerant) ? { refrigerant: identifier(row.refrigerant) } : {}),
      ...(kg > 0 ? { factoryChargeKg: kg } : {}),
      ...(row.scop_w35_avg ? { efficiency: [{ status: "real", standard: "EN 14825", metric: "SCOP W35 average", value: kilowatts(row.scop_w35_avg) }] } : {}),
      demoPrice: price(6000 + 700 * kw, 100),
    });
  }
  return products;
}

const FAN_COILS = [[34, 1.8], [51, 2.7], [68, 3.6], [85, 4.5], [102, 5.4], [136, 7.2], [170, 9], [204, 10.8], [238, 12.6]];
const CASSETTE_COILS = [51, 68, 85, 102, 136];

function fanCoil(mounting, [size, kw]) {
  const id = `DF-${mounting === "duct" ? "D" : "C"}${size}`;
  const flow = size * 10;
  return {
    id,
    kind: "fanCoil",
    brand: "DemoWater",
    model: id,
    source: "demo-water",
    status: "demo",
    mounting,
    cooling: grid({ enteringWaterC: [5, 7, 9, 12], indoorDryBulbC: [18, 20, 22, 24, 26, 28, 30, 32, 35], indoorWetBulbC: [14, 16, 18, 19.5, 21, 24] }, (water, dryBulb, wetBulb) => {
      if (wetBulb >= dryBulb) return undefined;
      const totalW = (kw * 1000 * (wetBulb - 0.6 * water - 4)) / (19.5 - 4.2 - 4);
      return { totalW, sensibleW: totalW * sensibleShare(dryBulb, wetBulb) };
    }),
    heating: grid({ enteringWaterC: [45, 60], indoorDryBulbC: [16, 21, 25] }, (water, indoors) => ({ totalW: (kw * 1000 * 1.5 * (water - indoors)) / (60 - 21) })),
    waterFlowM3H: round((kw * 3.6) / (4.187 * 5), 3),
    waterPipeMm: 20,
    drainMm: 25,
    air: air(flow, mounting === "duct" ? 30 : 0),
    sound: sound(36 + 8 * Math.log10(size / 34), 4, 3, 1),
    electrical: supply(flow * 0.12, 1, "2x0.75"),
    mass: mass(9 + size * 0.11),
    leastHeightM: 2.2,
    demoPrice: price((620 + 5.6 * size) * (mounting === "duct" ? 1 : 1.5)),
  };
}

function ventilator(flow) {
  const id = `DE-${flow}`;
  return {
    id, kind: "recoveryVentilator", brand: "DemoAir", model: id, source: "demo-water", status: "demo",
    air: air(flow, flow > 1000 ? 150 : 100), sensibleEffectiveness: 0.72, latentEffectiveness: 0.6, inputW: round(flow * 0.45),
    sound: sound(28 + 8 * Math.log10(flow / 150), 4, 3, 1.5), electrical: supply(flow * 0.6, 1, "2x0.75"), mass: mass(20 + flow / 12), demoPrice: price(1900 + 5.2 * flow),
  };
}

export const buildWaterParts = () => [
  ...FAN_COILS.map((size) => fanCoil("duct", size)),
  ...FAN_COILS.filter(([size]) => CASSETTE_COILS.includes(size)).map((size) => fanCoil("cassette", size)),
  ...[150, 250, 350, 500, 650, 800, 1000, 1500, 2000].map(ventilator),
];

// Nominal steel pipe at about 1 m/s in small and 1.8 m/s in large sizes; demo figures.
export const WATER_PIPES = [[20, 0.9], [25, 1.6], [32, 3.2], [40, 4.8], [50, 8.5], [65, 16], [80, 25], [100, 47], [125, 80], [150, 125], [200, 240], [250, 400], [300, 600]].map(([nominalMm, upToM3H]) => ({ upToM3H, nominalMm }));
