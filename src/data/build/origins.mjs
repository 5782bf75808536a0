// Where the band and the set-point of a room type come from: whole sentences for a buyer, in English and Chinese.

import { number } from "./numbers.mjs";

// Brackets as Chinese text has them.
const quoted = (names) => names.map((name) => `“${name.replace("(", "（").replace(")", "）")}”`).join("");

function rangeRow(name, rangeRows) {
  const row = rangeRows.find((candidate) => candidate.room_zh === name);
  if (!row) throw new Error(`index_mapping.json: no row "${name}" in the index range table`);
  const low = number(row.w_m2_low, `${name} w_m2_low`);
  const high = number(row.w_m2_high, `${name} w_m2_high`);
  return { zh: row.room_zh, en: row.room_en, low, high };
}

/** The origin of a band; throws where the table does not say what the mapping claims. */
export function bandOrigin({ roomType, band }, { low, high }, rangeRows, demands) {
  if (band.rows) {
    const rows = band.rows.map((name) => rangeRow(name, rangeRows));
    const [lowest, highest] = [Math.min(...rows.map((row) => row.low)), Math.max(...rows.map((row) => row.high))];
    if (lowest !== low || highest !== high) throw new Error(`room type ${roomType}: band ${low} to ${high}, its rows ${lowest} to ${highest}`);
    return {
      source: `index range table common in Chinese design handbooks, ${rows.map((row) => `"${row.en}"`).join(" and ")}; from general knowledge, not checked against a book`,
      sourceZh: `设计手册常用冷指标表${quoted(rows.map((row) => row.zh))}；据一般知识整理，未核对原书`,
      confidence: "medium",
    };
  }
  const judged = (english, chinese) => ({ source: `engineering judgement${english}`, sourceZh: `工程判断${chinese}`, confidence: "low" });
  if (band.nearest) {
    const row = rangeRow(band.nearest, rangeRows);
    return judged(
      `; the nearest row of the common index range table, "${row.en}", has ${row.low} to ${row.high} W/m²`,
      `；常用冷指标表中最接近的${quoted([row.zh])}为 ${row.low}–${row.high} W/m²`,
    );
  }
  if (band.topOf) {
    const row = demands.get(band.topOf);
    if (row?.totalWM2 !== high) throw new Error(`room type ${roomType}: band up to ${high}, row "${band.topOf}" has ${row?.totalWM2}`);
    return judged(`; the high end is the total of the row "${row.nameEn}" of the detailed index table`, `；上限取分项冷指标表${quoted([row.nameZh])}的合计值`);
  }
  if (band.reason) return judged(`: ${band.reason}`, `：${band.reasonZh}`);
  return judged("; the common index range table has no row of this use", "；常用冷指标表中无此用途");
}

/** The origin of a set-point. */
export function setPointOrigin({ roomType, setPoint }, { setPointSources }) {
  const origin = setPointSources[setPoint];
  if (!origin) throw new Error(`room type ${roomType}: no source "${setPoint}" of set-points`);
  return origin;
}
