// Design values of room types for a computed load: gains, outdoor air, heating, and the hours of a design day.

import { number, round } from "./numbers.mjs";

const JUDGED = { source: "engineering judgement: what is usual for the use", sourceZh: "工程判断：该用途的常用值", confidence: "low" };
const OCCUPIED_FROM = 0.5;
const COOLS_BELOW_C = 30;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const assumed = (value, origin) => ({ value, ...origin });

// "General Office::Core" of the table -> "General Office".
const label = (program) => [program.building, program.room.split("::")[0]].filter((part) => part && part !== "(whole building)").join("/");
const standard = (program) => (program.standard.startsWith("JGJ") ? { en: "JGJ/T 449-2018 appendix C", zh: "JGJ/T 449-2018 附录 C" } : { en: "GB 55015-2021 appendix C", zh: "GB 55015-2021 附录 C" });

function programOrigin(program) {
  const { en, zh } = standard(program);
  return {
    source: `${en}, ${label(program)}, as entered in a public repository; the standard was not read`,
    sourceZh: `${zh}（${label(program)}），引自公开仓库的录入，未核对原文`,
    confidence: "medium",
  };
}

// A value is the program room's only where the two tables agree; else the hand-made table judged.
function figure(value, program, column) {
  const agrees = program && program[column] !== "" && Number(program[column]) === value;
  return assumed(value, agrees ? programOrigin(program) : JUDGED);
}

function peopleHeat(room, heatRows) {
  const [sensibleW, latentW] = ["people_sensible_w_26c", "people_latent_w_26c"].map((column) => number(room[column], `${room.id} ${column}`));
  const row = heatRows.find((candidate) => candidate.room_c === "26" && Number(candidate.sensible_w) === sensibleW && Number(candidate.latent_w) === latentW);
  if (!row) throw new Error(`room type ${room.id}: ${sensibleW} + ${latentW} W is no row of the table of people's heat`);
  return assumed(
    { sensibleW, latentW },
    {
      source: `heat of an adult man at 26 °C, ${row.activity_en}; table common in Chinese design handbooks, from general knowledge; the activity is a judgement`,
      sourceZh: `成年男子 26 °C 时散热量（${row.activity_zh}），设计手册常用表，据一般知识整理；活动强度为工程判断`,
      confidence: "medium",
    },
  );
}

const DENSITIES = ["density_le_0_4", "density_0_4_to_1_0", "density_gt_1_0"];

/** The upper end of a band of floor area per person in the name of a row, such as `居住 10<Fp≤20`; none for the last. */
const areaTo = (name) => {
  const end = name.match(/≤\s*(\d+)/);
  return end ? { m2PerPersonTo: number(end[1], name) } : {};
};

/** By air changes, which tables 3.0.6-2 and -3 of the standard ask of some rooms, those of dwellings by floor area per person. */
function outdoorAirChanges(room, choice, airRows) {
  if (!choice.airChangeRows) return {};
  const rows = airRows.filter((row) => row.space_zh.startsWith(choice.airChangeRows) && row.unit === "air changes per hour");
  if (rows.length === 0) throw new Error(`room type ${room.id}: no air-change row ${choice.airChangeRows}`);
  const bands = rows.map((row) => ({ ...areaTo(row.space_zh), airChangesPerH: number(row.density_le_0_4, row.space_zh) }));
  return {
    outdoorAirChanges: assumed(bands, {
      source: `GB 50736-2012 table ${rows[0].table}, air changes; recalled, not read`,
      sourceZh: `GB 50736-2012 表 ${rows[0].table}（换气次数），凭记忆取值，未核对原文`,
      confidence: "medium",
    }),
  };
}

/** By density of people, as the standard has it; three equal values where the room's value does not depend on it. */
function outdoorAir(room, choice, program, airRows) {
  if (choice.outdoorAirRow) {
    const row = airRows.find((candidate) => candidate.space_zh === choice.outdoorAirRow && candidate.unit.startsWith("m3/(h.person)"));
    if (!row) throw new Error(`room type ${room.id}: no outdoor-air row ${choice.outdoorAirRow}`);
    return {
      outdoorAirM3HPerson: assumed(DENSITIES.map((column) => number(row[column], row.space_zh)), {
        source: `GB 50736-2012 table ${row.table}, ${row.space_en}; recalled, not read`,
        sourceZh: `GB 50736-2012 表 ${row.table}（${row.space_zh}），凭记忆取值，未核对原文`,
        confidence: "medium",
      }),
    };
  }
  if (room.outdoor_air_m3h_person === "") return {};
  const { value, ...origin } = figure(number(room.outdoor_air_m3h_person, `${room.id} outdoor_air_m3h_person`), program, "fresh_air_m3h_person");
  return { outdoorAirM3HPerson: assumed(DENSITIES.map(() => value), origin) };
}

function ashrae621(room, choice, ashraeRows) {
  if (!choice.ashraeRow) return {};
  const rows = ashraeRows.filter((candidate) => candidate.space === choice.ashraeRow);
  if (rows.length !== 1) throw new Error(`room type ${room.id}: ${rows.length} rows ${choice.ashraeRow}`);
  const [row] = rows;
  const value = { lSPerson: number(row.rp_l_s_person, row.space), lSM2: number(row.ra_l_s_m2, row.space), space: row.space };
  return {
    ashrae621: assumed(value, {
      source: `ASHRAE 62.1-2019 table 6-1, ${row.space}, as in building-energy-standards-data 0.3.3 (PNNL); the standard was not read; the choice of the row is a judgement`,
      sourceZh: `ASHRAE 62.1-2019 表 6-1（${row.space}），引自 building-energy-standards-data 0.3.3（PNNL），未核对原文；所取行为工程判断`,
      confidence: "medium",
    }),
  };
}

const usual = (value, what, whatZh) => assumed(value, { source: `engineering judgement: the usual ${what} of this use`, sourceZh: `工程判断：该用途常见的${whatZh}`, confidence: "low" });

export function buildRoomDesign(room, { programs, heatRows, airRows, ashraeRows, design }) {
  const choice = design.rooms.find((candidate) => candidate.roomType === room.id);
  if (!choice) throw new Error(`room_design.json has no room type ${room.id}`);
  const program = choice.building && programs.find((candidate) => candidate.building === choice.building && candidate.room === choice.room);
  if (choice.building && !program) throw new Error(`room type ${room.id}: no program room ${choice.building}/${choice.room}`);
  // The source fills in something for rooms that it neither conditions nor occupies; its own flags say so.
  if (program?.flags.includes("placeholder")) throw new Error(`room type ${room.id}: ${label(program)} has figures that stand for none`);
  const profile = design.profiles.find((candidate) => candidate.id === choice.profile);
  if (!profile) throw new Error(`room type ${room.id}: no profile ${choice.profile}`);
  const at = (column) => number(room[column], `${room.id} ${column}`);
  const ofItsOwn = program && profile.people === program.sched_people;
  return {
    m2PerPerson: figure(at("m2_per_person"), program, "m2_per_person"),
    peopleHeat: peopleHeat(room, heatRows),
    lightingWM2: figure(at("lighting_w_m2"), program, "lighting_w_m2"),
    ...(choice.asksEquipment ? {} : { equipmentWM2: figure(at("equipment_w_m2"), program, "equipment_w_m2") }),
    equipmentKind: choice.equipment,
    ...(choice.airChangeRows ? outdoorAirChanges(room, choice, airRows) : outdoorAir(room, choice, program, airRows)),
    ...ashrae621(room, choice, ashraeRows),
    heightM: usual(choice.heightM, "clear height", "净高"),
    glazingRatio: usual(choice.glazingRatio, "share of glass in its façade", "外墙玻璃比例"),
    ...(choice.glazing ? { glazing: usual(choice.glazing, "glass of street fronts whatever the code of their year was, single and clear", "临街店面玻璃（单层透明，与建筑年代无关）") } : {}),
    ...(choice.door ? { door: usual(choice.door, "street door", "临街外门") } : {}),
    ...(choice.exhaust ? { exhaustAsked: true } : {}),
    ...(room.heat_c === "" ? {} : { heatingSetPointC: figure(at("heat_c"), program, "heat_setpoint_c") }),
    schedule: assumed(
      profile.id,
      ofItsOwn
        ? { source: "the profile of its own building type, raised to design occupancy", sourceZh: "取其所属建筑类型的作息，并按设计人数放大", confidence: "medium" }
        : { source: "engineering judgement: the profile of another use that comes nearest", sourceZh: "工程判断：借用最接近用途的作息", confidence: "low" },
    ),
  };
}

/** An hour with at least half of the largest value is occupied and gets 1; any other keeps its part of the largest. */
const raised = (hours) => {
  const largest = Math.max(...hours);
  if (!(largest > 0)) throw new Error("a profile of zeros");
  return hours.map((value) => (value / largest >= OCCUPIED_FROM ? 1 : round(value / largest, 3)));
};

/** The hours of a design day by profile. */
export function buildSchedules(profiles, design) {
  const rows = new Map(profiles.map((row) => [row.id, HOURS.map((hour) => number(row[`h${String(hour).padStart(2, "0")}`], `profile ${row.id}`))]));
  const row = (id) => {
    if (!rows.has(id)) throw new Error(`no profile ${id}`);
    return rows.get(id);
  };
  return design.profiles.map((profile) => {
    if (profile.judged) {
      const origin = { source: `engineering judgement: ${profile.reason}`, sourceZh: `工程判断：${profile.reasonZh}`, confidence: "low" };
      return { id: profile.id, nameZh: profile.zh, ...profile.judged, on: HOURS.map(() => true), ...origin };
    }
    const [people, lights, equipment] = ["people", "lights", "equipment"].map((kind) => raised(row(profile[kind])));
    const cooling = row(profile.cooling);
    const on = HOURS.map((hour) => profile.alwaysOn === true || cooling[hour] < COOLS_BELOW_C || people[hour] === 1);
    const standardName = profile.id === "always" ? "GB 55015-2021" : "JGJ/T 449-2018";
    return {
      id: profile.id,
      nameZh: profile.zh,
      people,
      lights,
      equipment,
      on,
      source: `profiles of ${standardName} appendix C (${profile.programs.join(", ")}), which are for energy, raised for sizing: hours of at least ${OCCUPIED_FROM * 100} % of the day's largest value count in full, other hours by their part of it; the plant runs where the annex cools and wherever people are counted in full${profile.alwaysOn ? ", and here all day" : ""}`,
      sourceZh: `${standardName} 附录 C 的作息（${profile.programs.join("、")}）用于能耗计算，此处为选型放大：达到当日最大值 ${OCCUPIED_FROM * 100}% 的小时按满载，其余按其与最大值之比；附录制冷或人员满载的小时空调运行${profile.alwaysOn ? "，此处全天运行" : ""}`,
      confidence: "medium",
    };
  });
}

/** How much of each gain is radiation, light and vapour. */
export function buildGainParts(equipmentRows, { gainParts, equipmentKinds }) {
  return {
    ...gainParts,
    equipment: equipmentKinds.map(({ row: name, ...kind }) => {
      if (!name) return kind;
      const row = equipmentRows.find((candidate) => candidate.space === name);
      if (!row) throw new Error(`no equipment row ${name}`);
      return {
        ...kind,
        radiant: number(row.frac_radiant, name),
        latent: number(row.frac_latent, name),
        source: `equipment of the space "${name}" in building-energy-standards-data 0.3.3 (PNNL); what leaves by a hood is not taken off`,
        sourceZh: `building-energy-standards-data 0.3.3（PNNL）中“${name}”空间的设备；未扣除排烟罩带走的部分`,
        confidence: "medium",
      };
    }),
  };
}
