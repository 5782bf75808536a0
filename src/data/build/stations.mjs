// Weather stations: design conditions of the standard, newer dry bulbs beside them, thermal zone and turbidity.

import { number, round } from "./numbers.mjs";

// "Jilin City", "Pu'er (Simao)", "Hainan Pref. (Gonghe)" -> the bare name.
export const bareEnglish = (name) => name.replace(/\s*\(.*\)$/, "").replace(/ (City|League|Pref\.)$/, "");

export function stationEnglish(station, placeNames) {
  if (station.station_zh === station.city_zh) return bareEnglish(station.city_en);
  return placeNames.stationEnglish[station.station_id] ?? bareEnglish(station.city_en);
}

// A newer dry bulb this far from the standard's is of another height or place, not of another climate.
const CURRENT_DIFFERS_K = { cooling: [-3.5, 3.5], heating: [-8, 6] };

const within = (value, [low, high]) => value >= low && value <= high;

function current(row, at) {
  if (row.ob_cool_1 === "" || row.ob_heat_99 === "") return {};
  const coolingDryBulbC = round(at("ob_cool_1"), 1);
  const heatingDryBulbC = round(at("ob_heat_99"), 1);
  if (!within(coolingDryBulbC - at("cool_db_c"), CURRENT_DIFFERS_K.cooling)) return {};
  if (!within(heatingDryBulbC - at("winter_ac_db_c"), CURRENT_DIFFERS_K.heating)) return {};
  return { current: { coolingDryBulbC, heatingDryBulbC } };
}

const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

export function buildStations(stations, placeNames, stationNotes) {
  return stations.map((row) => {
    const at = (column) => number(row[column], `station ${row.station_id} ${column}`);
    const optional = (field, column, decimals) => (row[column] === "" ? {} : { [field]: round(at(column), decimals) });
    return {
      id: row.station_id,
      nameZh: row.station_zh,
      nameEn: stationEnglish(row, placeNames),
      provinceZh: row.province_zh,
      latitude: round(at("lat"), 4),
      longitude: round(at("lon"), 4),
      elevationM: round(at("elev_m"), 1),
      summerPressurePa: round(at("p_summer_hpa") * 100),
      winterPressurePa: round(at("p_winter_hpa") * 100),
      coolingDryBulbC: round(at("cool_db_c"), 1),
      // The standard has no wet bulb for six dry places; the three that were filled from a copyrighted table are left out.
      ...(row.cool_wb_c === "" || row.flags.includes("WB absent") ? {} : { coolingWetBulbC: round(at("cool_wb_c"), 1) }),
      coolingDailyRangeK: round(at("cool_daily_range_c"), 2),
      winterDryBulbC: round(at("winter_ac_db_c"), 1),
      winterRelativeHumidity: round(at("winter_ac_rh") / 100, 2),
      annualMeanC: round(at("annual_mean_c"), 1),
      // The standard's dry bulb for ventilation in winter is the mean of the coldest month.
      coldestMonthMeanC: round(at("vent_winter_db_c"), 1),
      ...optional("summerWindMS", "wind_summer_ms", 1),
      ...optional("winterWindMS", "wind_winter_ms", 1),
      ...optional("hottestMonth", "hottest_month", 0),
      zone: row.gb_zone,
      ...(row.gb_zone_src === "GB50189-2015 list" ? {} : { zoneEstimated: true }),
      turbidity: months.map((month) => round(at(`linke_${month}`), 2)),
      ...current(row, at),
      // The table's flags are for its keepers; a buyer reads the sentences written for them.
      ...(stationNotes.notes[row.station_id] ?? {}),
    };
  });
}
