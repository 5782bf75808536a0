// The 28 rows of the index detail table: are they plausible, and what is left of them after correction?

import { number, round } from "./numbers.mjs";

const SECONDS_PER_HOUR = 3600;

// Latent watts that one litre per second of outdoor air brings in.
function outdoorAirLatentWPerLs(checks) {
  return (checks.airDensityKgM3 / 1000) * checks.humidityDifferenceGKg * checks.vaporisationKJKg;
}

function corrected(row, correction, checks) {
  const latent = row.totalWM2 - row.sensibleWM2;
  switch (correction?.kind) {
    case undefined:
      return row;
    case "sensibleFromSupplyAir": {
      const sensibleWM2 = checks.airHeatWPerLsK * row.supplyAirLsM2 * correction.supplyDifferenceK;
      return { ...row, sensibleWM2, totalWM2: sensibleWM2 + latent };
    }
    case "latentFromPeopleAndOutdoorAir": {
      const outdoorAirLs = (correction.outdoorAirM3hPerson * 1000) / SECONDS_PER_HOUR;
      const latentWM2 = (correction.personLatentW + outdoorAirLs * outdoorAirLatentWPerLs(checks)) / row.m2PerPerson;
      return { ...row, totalWM2: row.sensibleWM2 + latentWM2 };
    }
    default:
      throw new Error(`row "${row.nameZh}": unknown correction "${correction.kind}"`);
  }
}

function plausibility(row, checks) {
  const latentWM2 = row.totalWM2 - row.sensibleWM2;
  const outdoorAirLsM2 = (latentWM2 - checks.personLatentW / row.m2PerPerson) / outdoorAirLatentWPerLs(checks);
  return {
    supplyDifferenceK: round(row.sensibleWM2 / (checks.airHeatWPerLsK * row.supplyAirLsM2), 1),
    latentWPerPerson: round(latentWM2 * row.m2PerPerson),
    outdoorAirOfSupply: round(outdoorAirLsM2 / row.supplyAirLsM2, 2),
  };
}

/** By Chinese row name: the judged row with its corrected total (W/m2). */
export function demandIndexes(indexRows, mapping) {
  const judgements = new Map(mapping.rows.map((judgement) => [judgement.row, judgement]));
  return new Map(
    indexRows.map((record) => {
      const at = (column) => number(record[column], `${record.room_zh} ${column}`);
      const judgement = judgements.get(record.room_zh);
      if (!judgement) throw new Error(`index_mapping.json does not judge the row "${record.room_zh}"`);
      const stated = {
        nameZh: record.room_zh,
        sensibleWM2: at("sensible_w_m2"),
        totalWM2: at("total_w_m2"),
        m2PerPerson: at("m2_per_person"),
        supplyAirLsM2: at("supply_air_l_s_m2"),
      };
      const result = corrected(stated, judgement.correction, mapping.checks);
      return [
        record.room_zh,
        {
          nameZh: record.room_zh,
          nameEn: record.room_en,
          label: `${record.room_zh} / ${record.room_en}`,
          status: judgement.status,
          note: judgement.note,
          stated,
          totalWM2: round(result.totalWM2),
          ...plausibility(stated, mapping.checks),
        },
      ];
    }),
  );
}

/** The report of the two plausibility checks, for readers of the mapping. */
export function indexCheckTable({ indexRows, mapping }) {
  const { checks } = mapping;
  const flag = (value, low, high) => (value < low || value > high ? `**${value}**` : `${value}`);
  const lines = [...demandIndexes(indexRows, mapping).values()].map((row) => {
    const taken = row.status === "used" || row.status === "corrected";
    const cells = [
      row.label,
      row.stated.sensibleWM2,
      row.stated.totalWM2,
      flag(row.supplyDifferenceK, checks.supplyDifferenceK.mixedBelow, checks.supplyDifferenceK.mixedAbove),
      flag(row.latentWPerPerson, checks.latentWPerPerson.low, checks.latentWPerPerson.high),
      flag(row.outdoorAirOfSupply, 0, checks.outdoorAirOfSupply.high),
      row.status,
      taken ? row.totalWM2 : "-",
      row.note,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  return `# Plausibility of the index detail rows

Written by \`build.mjs\`; do not edit. The judgements and their limits are in \`index_mapping.json\`.

- Supply difference: sensible heat / (${checks.airHeatWPerLsK} W per L/s and K x supply air). Usual ${checks.supplyDifferenceK.low} to ${checks.supplyDifferenceK.high} K; bold outside ${checks.supplyDifferenceK.mixedBelow} to ${checks.supplyDifferenceK.mixedAbove} K.
- Latent heat per person: (total - sensible) x floor area per person; bold outside ${checks.latentWPerPerson.low} to ${checks.latentWPerPerson.high} W.
- Outdoor air of the supply: the outdoor air that would bring the latent heat left after ${checks.personLatentW} W per person, over the supply air, at a humidity difference of ${checks.humidityDifferenceGKg} g/kg; bold above ${checks.outdoorAirOfSupply.high}.
- Status: used, corrected, spare (sound, but no band that it checks or ends) or leftOut. The total is that after correction.
- Every row was written for lighting of 15 to 60 W/m2; today's lighting is 6 to 16 W/m2, so totals lean high.

| row | sensible W/m2 | total W/m2 | supply difference K | latent W per person | outdoor air of supply | status | total taken | note |
|---|---|---|---|---|---|---|---|---|
${lines.join("\n")}
`;
}
