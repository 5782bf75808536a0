//! Reference data (参考数据): places, weather stations, room types, and what is assumed where nothing is stated.
//!
//! Read once from one file; everything in it names its source.

pub(crate) mod shape;

use crate::error::{Error, Fault};
use crate::finding::Confidence;
use crate::project::{OutdoorPlace, Wall};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The reference data, checked and indexed.
#[derive(Clone, Debug)]
pub struct Reference {
    file: File,
    digest: String,
    stations: BTreeMap<String, usize>,
    room_types: BTreeMap<String, usize>,
    /// Positions of the places that have a name, the name in lower case.
    places: BTreeMap<String, Vec<usize>>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    id: String,
    version: u32,
    climate: Climate,
    station_choice: StationChoice,
    stations: Vec<Station>,
    places: Vec<Place>,
    room_types: Vec<RoomType>,
    index_position: IndexPosition,
    defaults: Defaults,
}

/// Which climate the stations' design conditions are of.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Climate {
    /// `code` for that of a standard.
    pub basis: String,
    /// The years of the statistics.
    pub period: String,
    /// The document, in English.
    pub source: String,
    /// The document, in Chinese.
    pub source_zh: String,
}

/// How each place got its station.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct StationChoice {
    /// Where the choice comes from, in English.
    pub source: String,
    /// Where the choice comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// A weather station and its design conditions.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Station {
    /// The station's number.
    pub id: String,
    /// Its Chinese name.
    pub name_zh: String,
    /// Its name in pinyin.
    pub name_en: String,
    /// m above sea level.
    pub elevation_m: f64,
    /// Atmospheric pressure in summer, Pa.
    pub summer_pressure_pa: f64,
    /// Outdoor design dry bulb for cooling (夏季空调室外计算干球温度), °C.
    pub cooling_dry_bulb_c: f64,
    /// Outdoor design wet bulb for cooling, °C; the standard has none for some stations.
    #[serde(default)]
    pub cooling_wet_bulb_c: Option<f64>,
    /// Outdoor design dry bulb for heating by air conditioning, °C.
    pub winter_dry_bulb_c: f64,
    /// What was corrected in the station's figures or is missing there, in English.
    #[serde(default)]
    pub note: Option<String>,
    /// The note in Chinese.
    #[serde(default)]
    pub note_zh: Option<String>,
}

/// A city or county seat, and the station whose climate is its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Chinese names and pinyin, the usual one first.
    pub names: Vec<String>,
    /// The province in Chinese.
    pub province_zh: String,
    /// The station.
    pub station_id: String,
    /// From the place to its station, km.
    pub distance_km: f64,
}

/// A room type (房间用途) with its index band.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomType {
    /// What a project states as use.
    pub id: String,
    /// The Chinese name.
    pub name_zh: String,
    /// The English name.
    pub name_en: String,
    /// Room dry bulb in summer, °C.
    pub cooling_set_point_c: f64,
    /// Low end of the index band (冷指标), W/m².
    pub low_w_m2: f64,
    /// High end of the index band, W/m².
    pub high_w_m2: f64,
    /// Sensible over total, 0 to 1.
    pub sensible_share: f64,
    /// Where the band comes from, in English.
    pub band_source: String,
    /// Where the band comes from, in Chinese.
    pub band_source_zh: String,
    /// How far the band can be trusted.
    pub band_confidence: Confidence,
    /// Where the set-point comes from, in English.
    pub set_point_source: String,
    /// Where the set-point comes from, in Chinese.
    pub set_point_source_zh: String,
    /// How far the set-point can be trusted.
    pub set_point_confidence: Confidence,
    /// Where the sensible share comes from, in English.
    pub share_source: String,
    /// Where the sensible share comes from, in Chinese.
    pub share_source_zh: String,
    /// How far the sensible share can be trusted.
    pub share_confidence: Confidence,
    /// The band against the detailed index table, where that has a row of the same use and the band is not from that row.
    #[serde(default)]
    pub index_check: Option<IndexCheck>,
    /// Whether it is a room of electronic equipment, which needs cooling all year round.
    #[serde(default)]
    pub electronic: bool,
    /// A field that the buyer must state, because nobody can default it.
    #[serde(default)]
    pub asks: Option<String>,
}

/// What the detailed index table says of a room type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexCheck {
    /// The row of the table.
    pub row: String,
    /// Its total, W/m².
    #[serde(rename = "totalWM2")]
    pub total_w_m2: f64,
    /// Where that lies to the band.
    pub verdict: Verdict,
}

/// Where a value lies to a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// In it, ends included.
    Inside,
    /// Above its high end.
    Above,
    /// Below its low end.
    Below,
}

/// Where in the band an estimate is taken.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexPosition {
    /// Without stated exposure.
    pub typical: f64,
    /// Under a roof or behind much glass.
    pub exposed: f64,
    /// The glazing ratio from which a room is exposed.
    pub exposed_glazing_ratio: f64,
    /// Where the rule comes from, in English.
    pub source: String,
    /// Where the rule comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// A value that is assumed where the buyer states nothing.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assumed<T> {
    /// The value.
    pub value: T,
    /// Where it comes from, in English.
    pub source: String,
    /// Where it comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

/// Everything that is assumed where the buyer states nothing.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Defaults {
    /// Relative humidity of a room in summer, 0 to 1.
    pub relative_humidity: Assumed<f64>,
    /// One-way refrigerant pipe, m.
    pub pipe_run_m: Assumed<f64>,
    /// Between outdoor and indoor unit, m.
    pub height_difference_m: Assumed<f64>,
    /// Condensate pipe, m.
    pub drain_run_m: Assumed<f64>,
    /// Power cable from the distribution board, m.
    pub power_cable_run_m: Assumed<f64>,
    /// Height of the indoor unit above the floor, m.
    pub install_height_m: Assumed<f64>,
    /// Storey of the outdoor unit.
    pub storey: Assumed<i32>,
    /// Identical sets in one room.
    pub max_units_per_room: Assumed<i32>,
    /// Where the outdoor unit stands or hangs.
    pub outdoor_place: Assumed<OutdoorPlace>,
    /// What the pipes pass through.
    pub wall: Assumed<Wall>,
}

impl Reference {
    /// Reads the reference data from JSON text.
    ///
    /// # Errors
    /// With every problem found, up to a hundred.
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_node(crate::boundary::json::parse(bytes, crate::boundary::Limits::LIBRARY)?)
    }

    /// Reads the reference data from a tree.
    ///
    /// # Errors
    /// As [`Reference::from_json`]; also for a duplicate identifier or a place without a station.
    pub fn from_node(mut node: crate::boundary::Node) -> Result<Self, Error> {
        crate::boundary::check::check(&mut node, &shape::REFERENCE)?;
        let digest = crate::boundary::canonical::digest(&node);
        let file: File = crate::boundary::decode_derived(node)?;
        let stations = index("stations", file.stations.iter().map(|station| &station.id))?;
        let room_types = index("roomTypes", file.room_types.iter().map(|room_type| &room_type.id))?;
        let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (position, place) in file.places.iter().enumerate() {
            if !stations.contains_key(&place.station_id) {
                let found = place.station_id.clone();
                let fault = Fault::UnknownReference { kind: "station", found, suggestion: None };
                return Err(Error::new(format!("places[{position}].stationId"), fault));
            }
            for name in &place.names {
                places.entry(name.to_lowercase()).or_default().push(position);
            }
        }
        for (position, room_type) in file.room_types.iter().enumerate() {
            if room_type.high_w_m2 < room_type.low_w_m2 {
                let fault = Fault::OutOfRange {
                    minimum: room_type.low_w_m2,
                    maximum: 5000.0,
                    found: room_type.high_w_m2.to_string(),
                };
                return Err(Error::new(format!("roomTypes[{position}].highWM2"), fault));
            }
        }
        Ok(Self { file, digest, stations, room_types, places })
    }

    /// The name of this edition of the data.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.file.id
    }

    /// The version, which rises with every change.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.file.version
    }

    /// The digest of the data's canonical bytes.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Which climate the stations' design conditions are of.
    #[must_use]
    pub fn climate(&self) -> &Climate {
        &self.file.climate
    }

    /// How each place got its station.
    #[must_use]
    pub fn station_choice(&self) -> &StationChoice {
        &self.file.station_choice
    }

    /// What is assumed where the buyer states nothing.
    #[must_use]
    pub fn defaults(&self) -> &Defaults {
        &self.file.defaults
    }

    /// Where in the band an estimate is taken.
    #[must_use]
    pub fn index_position(&self) -> &IndexPosition {
        &self.file.index_position
    }

    /// Every room type, in the file's order.
    #[must_use]
    pub fn room_types(&self) -> &[RoomType] {
        &self.file.room_types
    }

    /// The room type `id`, or `None`.
    #[must_use]
    pub fn room_type(&self, id: &str) -> Option<&RoomType> {
        self.room_types.get(id).and_then(|position| self.file.room_types.get(*position))
    }

    /// The station `id`, or `None`.
    #[must_use]
    pub fn station(&self, id: &str) -> Option<&Station> {
        self.stations.get(id).and_then(|position| self.file.stations.get(*position))
    }

    /// The places named `city` (Chinese, or pinyin in any case), in `province` if one is given.
    #[must_use]
    pub fn places(&self, city: &str, province: Option<&str>) -> Vec<&Place> {
        let positions = self.places.get(&city.trim().to_lowercase()).map_or(&[][..], Vec::as_slice);
        positions
            .iter()
            .filter_map(|position| self.file.places.get(*position))
            .filter(|place| province.is_none_or(|name| same_province(&place.province_zh, name)))
            .collect()
    }

    /// The name of a place nearest to `city`, if one is near.
    #[must_use]
    pub fn nearest_name(&self, city: &str) -> Option<String> {
        let city = city.trim().to_lowercase();
        let names = self.file.places.iter().flat_map(|place| &place.names);
        // In a name of two characters one wrong character is half of it: nothing is near.
        if city.chars().count() < 3 {
            return None;
        }
        crate::boundary::check::nearest(&city, self.places.keys().map(String::as_str))
            .and_then(|near| names.into_iter().find(|name| name.to_lowercase() == near).cloned())
    }
}

/// What a buyer may add to the short name of a province that the standard writes, longest first.
const PROVINCE_SUFFIXES: [&str; 7] =
    ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市"];

/// The standard writes 湖北, a buyer perhaps 湖北省.
fn same_province(known: &str, stated: &str) -> bool {
    let stated = stated.trim();
    let short = PROVINCE_SUFFIXES.iter().find_map(|suffix| stated.strip_suffix(suffix)).unwrap_or(stated);
    stated == known || short == known
}

fn index<'a>(list: &str, ids: impl Iterator<Item = &'a String>) -> Result<BTreeMap<String, usize>, Error> {
    let mut positions = BTreeMap::new();
    for (position, id) in ids.enumerate() {
        if let Some(other) = positions.insert(id.clone(), position) {
            let fault = Fault::Duplicate { found: id.clone(), other: format!("{list}[{other}].id") };
            return Err(Error::new(format!("{list}[{position}].id"), fault));
        }
    }
    Ok(positions)
}
