// The envelope part of the reference file: build-ups with resolved layers, glazings, window limits, and the rule that chooses among them.

import { number, round } from "./numbers.mjs";

const ELEMENTS = { wall: "wall", roof: "roof", "interior floor": "interiorFloor", "ground floor": "groundFloor", partition: "partition" };
export const ZONES = ["SC-A", "SC-B", "SC-C", "C-A", "C-B", "HSCW-A", "HSCW-B", "HSWW-A", "HSWW-B", "M-A", "M-B"];

export const ENVELOPE_SOURCES = [
  { id: "opaque_archetypes", title: "58 typical Chinese build-ups by era and zone; insulation solved to the limit of the code of the era", confidence: "medium", note: "a compilation from general knowledge; layers resolved and U-values computed again here" },
  { id: "gb50176", title: "GB 50176-2016 appendix B, conductivity, density and specific heat of materials", confidence: "medium", note: "recalled, not read" },
  { id: "glazing_archetypes", title: "Typical whole windows by era: U-value, SHGC, visible transmittance", confidence: "medium", note: "engineering knowledge" },
  { id: "window_limits", title: "GB 50189-2015 table 3.3.1, GB 50189-2005, and the 1980s baseline of its commentary", confidence: "medium", note: "recalled, not read; SHGC of 2005 is 0.87 times the shading coefficient; the limits of GB 55015-2021 are missing" },
];

const zonesOf = (text) => {
  if (text === "-" || text === "") return {};
  const zones = text.split(",");
  for (const zone of zones) if (!ZONES.includes(zone)) throw new Error(`unknown zone ${zone}`);
  return { zones };
};

// "<1990", "2005-2015", "2022-", "any". "2015-2021" means through 2021, "2005-2015" until the next code: both end where the next begins.
function years(era) {
  if (era === "any") return {};
  const [, before, from, to] = era.match(/^(?:<(\d+)|(\d+)-(\d*))$/) ?? [];
  if (!before && !from) throw new Error(`era ${era}`);
  if (before) return { builtTo: Number(before) };
  return { builtFrom: Number(from), ...(to ? { builtTo: to === "2021" ? 2022 : Number(to) } : {}) };
}

/** A layer of `mm`, or of a thickness that is solved later. */
function layerOf(name, mm, materials, where) {
  const material = materials.get(name);
  if (!material) throw new Error(`${where}: no material "${name}"`);
  const at = (column) => number(material[column], `${name} ${column}`);
  return {
    material: name,
    materialZh: material.name_zh,
    ...(mm === undefined ? {} : { thicknessM: round(mm / 1000, 5) }),
    conductivityWMK: at("k_w_mk"),
    densityKgM3: at("rho_kg_m3"),
    specificHeatJKgK: at("cp_j_kgk"),
  };
}

function layersOf(row, materials, rules) {
  const solid = row.layers_out_to_in_mm.split(" | ").map((entry) => {
    const [, name, mm] = entry.match(/^(.*):([\d.]+)$/) ?? [];
    return layerOf(name, number(mm, row.id), materials, row.id);
  });
  // The table has the gap's resistance and not its place: behind the glass of a spandrel, between the boards of a partition.
  if (row.air_gap_r !== "") solid.splice(rules.airGapAfterLayer, 0, { material: "air gap", materialZh: "空气层", resistanceM2KW: number(row.air_gap_r, row.id) });
  // The table writes floors from the tiles downwards; here the room above them is inside.
  return rules.insideFirst.includes(row.id) ? solid.reverse() : solid;
}

const resistance = (layer) => layer.resistanceM2KW ?? layer.thicknessM / layer.conductivityWMK;

function buildOpaque({ opaque, byName, rules }) {
  return opaque.map((row) => {
    const layers = layersOf(row, byName, rules);
    const outermost = layers[0].material;
    const roughness = rules.roughnessOf[outermost];
    if (!roughness) throw new Error(`${row.id}: no roughness of ${outermost}`);
    const total = layers.reduce((sum, layer) => sum + resistance(layer), rules.films.insideM2KW + rules.films.outsideM2KW);
    return {
      id: row.id,
      element: ELEMENTS[row.element],
      nameZh: row.name_zh,
      nameEn: row.name_en,
      ...years(row.era),
      ...zonesOf(row.gb_zone),
      printedUWM2K: number(row.u_w_m2k, row.id),
      uWM2K: round(1 / total, 4),
      solarAbsorptance: number(row.solar_abs, row.id),
      roughness,
      layers,
      ...(row.note === "" ? {} : { note: row.note }),
    };
  });
}

function buildMassClasses(classes, byName) {
  return classes.map(({ id, element, layers }) => {
    const solved = layers.flatMap(([, mm], index) => (mm === undefined ? [index] : []));
    if (solved.length !== 1) throw new Error(`${id} ${element}: ${solved.length} layers to solve`);
    return { id, element, layers: layers.map(([name, mm]) => layerOf(name, mm, byName, `${id} ${element}`)), insulation: solved[0] };
  });
}

function buildBlinds({ convectiveFraction, kinds }, rows) {
  return kinds.map(({ id, zh, en, row: name, reason, reasonZh, convective }) => {
    const row = rows.find((candidate) => candidate.name === name);
    if (!row) throw new Error(`no shade ${name}`);
    return {
      id,
      nameZh: zh,
      nameEn: en,
      transmittance: number(row.solar_transmittance, name),
      reflectance: number(row.solar_reflectance, name),
      convectiveFraction: convective ?? convectiveFraction,
      source: `EnergyPlus 25.2 data set WindowShadeMaterials.idf, ${name}; ${reason} and the convective part are a judgement`,
      sourceZh: `EnergyPlus 25.2 数据集 WindowShadeMaterials.idf（${name}）；${reasonZh}与对流比例为工程判断`,
      confidence: "low",
    };
  });
}

function ratio(text) {
  const scale = text === "any" ? [0, 1] : text.startsWith("<=") ? [0, Number(text.slice(2))] : text.startsWith(">") ? [Number(text.slice(1)), 1] : text.split("-").map(Number);
  if (scale.length !== 2 || !scale.every(Number.isFinite)) throw new Error(`glazing ratio ${text}`);
  return { ratioAbove: scale[0], ratioTo: scale[1] };
}

function buildWindowLimits(rows) {
  return rows.map((row) => {
    const optional = (field, column) => (row[column] === "" ? {} : { [field]: number(row[column], column) });
    const baseline = row.standard.startsWith("1980s");
    return {
      standard: baseline ? "1980s baseline" : row.standard,
      ...zonesOf(row.gb_zone),
      class: row.building_class.startsWith("B") ? "B" : row.building_class,
      ...(row.condition.includes("shape") ? { shape: row.condition } : {}),
      ...ratio(row.wwr_per_facade),
      uWM2K: number(row.u_max, row.standard),
      ...optional("shgc", "shgc_max_e_s_w"),
      ...optional("shgcNorth", "shgc_max_north"),
    };
  });
}

const judged = ({ reason, reasonZh }) => ({ source: `engineering judgement: ${reason}`, sourceZh: `工程判断：${reasonZh}`, confidence: "low" });

// "HSCW" stands for HSCW-A and HSCW-B.
const expanded = (zones) => (zones ? { zones: ZONES.filter((zone) => zones.includes(zone.replace(/-.$/, ""))) } : {});

const period = ({ from, to }) => ({ ...(from === undefined ? {} : { builtFrom: from }), ...(to === undefined ? {} : { builtTo: to }) });

/** A rule of a family becomes one rule for each of its zones. */
function buildRules({ rules }, opaque) {
  return rules.flatMap((rule) => {
    const entry = (zones, archetype) => ({ element: rule.element, ...zones, ...period(rule), archetype, ...judged(rule) });
    if (rule.archetype) return [entry(expanded(rule.zones), rule.archetype)];
    const family = opaque.filter((archetype) => archetype.id.startsWith(`${rule.family}.`));
    const covered = family.flatMap((archetype) => archetype.zones);
    // GB 55015-2021 has no line for M-B; it is built as M-A.
    const rest = ZONES.filter((zone) => !covered.includes(zone));
    return family.map((archetype) => entry({ zones: [...archetype.zones, ...(archetype.zones.includes("M-A") ? rest : [])] }, archetype.id));
  });
}

export function buildEnvelope({ opaqueRows, materials, glazingRows, windowRows, blindRows, envelopeRules }) {
  const byName = new Map(materials.map((row) => [row.name_en, row]));
  const opaque = buildOpaque({ opaque: opaqueRows, byName, rules: envelopeRules });
  const { periods, ladder, class: buildingClass, shape } = envelopeRules.glazing;
  return {
    films: envelopeRules.films,
    values: envelopeRules.values,
    opaque,
    glazings: glazingRows.map((row) => ({ id: row.id, nameZh: row.name_zh, nameEn: row.name_en, ...years(row.era), uWM2K: number(row.u_w_m2k, row.id), shgc: number(row.shgc, row.id), visibleTransmittance: number(row.vt, row.id) })),
    blinds: buildBlinds(envelopeRules.blinds, blindRows),
    massClasses: buildMassClasses(envelopeRules.massClasses, byName),
    windowLimits: buildWindowLimits(windowRows),
    opaqueRules: buildRules(envelopeRules, opaque),
    glazingLadder: ladder,
    glazingRules: periods.map((rule) => ({
      ...expanded(rule.zones),
      ...period(rule),
      ...(rule.archetype ? { archetype: rule.archetype } : { standard: rule.standard, class: rule.standard === "GB 50189-2005" ? "all" : buildingClass, shape }),
      ...(rule.zoneAs ? { zoneAs: Object.entries(rule.zoneAs).map(([zone, as]) => ({ zone, as })) } : {}),
      ...judged(rule),
    })),
  };
}
