// Weather stations and the names by which a buyer finds them.

import { number, round } from "./numbers.mjs";

// "Jilin City", "Pu'er (Simao)", "Hainan Pref. (Gonghe)" -> the bare name.
const bareEnglish = (name) => name.replace(/\s*\(.*\)$/, "").replace(/ (City|League|Pref\.)$/, "");

// The name without its rank. Autonomous prefectures keep theirs here: which peoples' names to drop is not a rule of
// spelling, so their short forms are written by hand.
function withoutRank(name) {
  const short = name.replace(/(市|地区|盟)$/, "");
  return [...short].length >= 2 ? short : name;
}

export function stationEnglish(station, placeNames) {
  if (station.station_zh === station.city_zh) return bareEnglish(station.city_en);
  return placeNames.stationEnglish[station.station_id] ?? bareEnglish(station.city_en);
}

export function buildStations(stations, placeNames, stationNotes) {
  return stations.map((row) => {
    const at = (column) => number(row[column], `station ${row.station_id} ${column}`);
    return {
      id: row.station_id,
      nameZh: row.station_zh,
      nameEn: stationEnglish(row, placeNames),
      provinceZh: row.province_zh,
      latitude: round(at("lat"), 4),
      longitude: round(at("lon"), 4),
      elevationM: round(at("elev_m"), 1),
      summerPressurePa: round(at("p_summer_hpa") * 100),
      coolingDryBulbC: round(at("cool_db_c"), 1),
      // The standard has no wet bulb for six dry places; the three that were filled from a copyrighted table are left out.
      ...(row.cool_wb_c === "" || row.flags.includes("WB absent") ? {} : { coolingWetBulbC: round(at("cool_wb_c"), 1) }),
      winterDryBulbC: round(at("winter_ac_db_c"), 1),
      // The table's flags are for its keepers; a buyer reads the sentences written for them.
      ...(stationNotes.notes[row.station_id] ?? {}),
    };
  });
}

export function buildPlaces(stations, admin, placeNames) {
  const usable = (names) => [...new Set(names)].filter((name) => name && [...name].length >= 2 && !(name in placeNames.neverAName));

  const prefectures = admin.map((row) => {
    if (row.level !== "prefecture") throw new Error(`${row.name_zh}: only prefecture rows belong in the copied table`);
    const full = row.name_zh;
    const chinese = [full, withoutRank(full), ...(placeNames.shortNames[full] ?? []), ...(placeNames.formerNames[full] ?? [])];
    // A station whose city is this prefecture knows the customary English name (Harbin, Urumqi).
    const english = stations.filter((s) => s.province_zh === row.province_zh && chinese.includes(s.city_zh)).map((s) => bareEnglish(s.city_en));
    return {
      names: usable([withoutRank(full), ...chinese, placeNames.correctedPinyin[full] ?? row.pinyin, ...english, ...(placeNames.extraEnglish[full] ?? [])]),
      provinceZh: row.province_zh,
      stationId: row.station_id,
      distanceKm: round(number(row.distance_km, full), 1),
    };
  });

  const known = new Set(prefectures.flatMap((place) => place.names));
  const ownPlaces = stations
    .filter((s) => !known.has(s.station_zh) || !known.has(s.city_zh))
    .map((s) => ({
      names: usable([
        ...[s.station_zh, s.city_zh].filter((name) => !known.has(name)),
        ...(placeNames.stationPlaceNames[s.station_id] ?? []),
        stationEnglish(s, placeNames),
      ]),
      provinceZh: s.province_zh,
      stationId: s.station_id,
      distanceKm: 0,
    }));

  return [...prefectures, ...ownPlaces];
}
