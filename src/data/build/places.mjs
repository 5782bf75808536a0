// The names by which a buyer finds a place, and the station of each.

import { number, round } from "./numbers.mjs";
import { bareEnglish, stationEnglish } from "./stations.mjs";

// The name without its rank. Autonomous prefectures keep theirs here: which peoples' names to drop is not a rule of
// spelling, so their short forms are written by hand.
function withoutRank(name) {
  const short = name.replace(/(市|地区|盟)$/, "");
  return [...short].length >= 2 ? short : name;
}

// 大厂回族自治县 -> 大厂, 昆山市 -> 昆山; a name that would be left with one character stays whole (郊区, 歙县). The table's
// pinyin of an autonomous county spells out the title, so both lose the names of the peoples together.
function shortCounty(row, { peoples, correctedCountyPinyin }) {
  const whole = row.name_zh;
  const isLong = (short) => [...short].length >= 2;
  const english = correctedCountyPinyin[row.adcode] ?? row.pinyin;
  if (!/自治[县旗]$/.test(whole)) {
    const short = whole.replace(/(市|县|区|旗)$/, "");
    return { short: isLong(short) ? short : whole, english };
  }
  let [short, spelt] = [whole.replace(/自治[县旗]$/, ""), english.replace(/zizhi(qi)?$/, "")];
  for (let people; (people = Object.entries(peoples).find(([name]) => short.endsWith(name))); ) {
    short = short.slice(0, -people[0].length);
    spelt = spelt.endsWith(people[1]) ? spelt.slice(0, -people[1].length) : spelt;
  }
  return { short: isLong(short) ? short : whole, english: spelt };
}

// Ends of the whole-country list that are no prefectures: municipalities and counties directly under a province.
const MUNICIPALITY = /^(市辖区|县)$/;
const DIRECT = /直辖县级行政区划$/;

/** Prefectures, and the stations that are cities of their own. */
export function buildPlaces(stations, admin, placeNames) {
  const usable = (names) => [...new Set(names)].filter((name) => name && [...name].length >= 2 && !(name in placeNames.neverAName));

  const prefectures = admin.filter((row) => row.level === "prefecture").map((row) => {
    const full = row.name_zh;
    const chinese = [full, withoutRank(full), ...(placeNames.shortNames[full] ?? []), ...(placeNames.formerNames[full] ?? [])];
    // A station whose city is this prefecture knows the customary English name (Harbin, Urumqi).
    const english = stations.filter((s) => s.province_zh === row.province_zh && chinese.includes(s.city_zh)).map((s) => bareEnglish(s.city_en));
    return {
      adcode: number(row.adcode, full),
      names: usable([withoutRank(full), ...chinese, placeNames.correctedPinyin[full] ?? row.pinyin, ...english, ...(placeNames.extraEnglish[full] ?? [])]),
      provinceZh: row.province_zh,
      latitude: round(number(row.lat, full), 4),
      longitude: round(number(row.lon, full), 4),
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
      latitude: round(number(s.lat, s.station_zh), 4),
      longitude: round(number(s.lon, s.station_zh), 4),
      stationId: s.station_id,
      distanceKm: 0,
    }));

  return [...prefectures, ...ownPlaces];
}

/** Counties, a group for each prefecture and in it a column for each field: five times shorter than objects. */
export function buildCounties(stations, admin, placeNames) {
  const provinceNames = new Set(stations.flatMap((row) => [row.province_zh, row.province_en]));
  const groups = new Map();
  for (const row of admin.filter((candidate) => candidate.level === "county")) {
    const key = `${row.province_zh} ${MUNICIPALITY.test(row.prefecture_zh) ? "" : row.prefecture_zh}`;
    const prefecture = MUNICIPALITY.test(row.prefecture_zh) ? `${row.province_zh}市` : row.prefecture_zh;
    const group = groups.get(key) ?? {
      provinceZh: row.province_zh,
      ...(DIRECT.test(prefecture) ? {} : { prefectureZh: prefecture }),
      adcode: [], nameZh: [], shortZh: [], nameEn: [], latitude: [], longitude: [], stationId: [], distanceKm: [],
    };
    const stripped = shortCounty(row, placeNames);
    // Whoever types 海南 means the island, not a district of Wuhai.
    const misleads = (name) => provinceNames.has(name) || name in placeNames.neverAName;
    const short = misleads(stripped.short) ? row.name_zh : stripped.short;
    const english = misleads(stripped.english) ? `${stripped.english} ${row.name_zh.endsWith("区") ? "District" : "County"}` : stripped.english;
    group.adcode.push(number(row.adcode, row.name_zh));
    group.nameZh.push(row.name_zh);
    group.shortZh.push(short);
    group.nameEn.push(english);
    group.latitude.push(round(number(row.lat, row.name_zh), 4));
    group.longitude.push(round(number(row.lon, row.name_zh), 4));
    group.stationId.push(row.station_id);
    group.distanceKm.push(round(number(row.distance_km, row.name_zh), 1));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Chinese and English names of the provinces, in the order of the station table. */
export function buildProvinces(stations) {
  return [...new Map(stations.map((row) => [row.province_zh, row.province_en]))].map(([nameZh, nameEn]) => ({ nameZh, nameEn }));
}
