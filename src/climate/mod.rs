//! Outdoor design conditions of a place (室外设计参数).

pub mod design_day;
pub mod monthly;
pub mod moved_air;
pub mod sky;
pub mod sun;
pub mod weather_file;

use crate::error::{Error, Fault};
use crate::project::Site;
use crate::reference::{Place, Reference, Station};
use serde::Serialize;

/// The design conditions of a project's place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DesignConditions {
    /// The city as stated.
    pub city: String,
    /// The weather station.
    pub station_id: String,
    /// Its Chinese name.
    pub station_zh: String,
    /// Its name in pinyin.
    pub station_en: String,
    /// From the city to the station, km; absent if the city is not in the table and the station was stated.
    pub distance_km: Option<f64>,
    /// Height of the station, m above sea level.
    pub elevation_m: f64,
    /// Atmospheric pressure in summer, Pa.
    pub summer_pressure_pa: f64,
    /// Outdoor dry bulb for cooling (夏季空调室外计算干球温度), °C: exceeded for 50 hours of an average year.
    pub cooling_dry_bulb_c: f64,
    /// Outdoor wet bulb for cooling, °C; the standard has none for some stations.
    pub cooling_wet_bulb_c: Option<f64>,
    /// Outdoor dry bulb for heating by air conditioning, °C.
    pub winter_dry_bulb_c: f64,
    /// What was corrected in the station's figures or is missing there, in English.
    pub station_note: Option<String>,
    /// The note in Chinese.
    pub station_note_zh: Option<String>,
    /// Which climate: `code` is that of a standard.
    pub basis: String,
    /// The years of its statistics.
    pub period: String,
    /// The document, in English.
    pub source: String,
    /// The document, in Chinese.
    pub source_zh: String,
}

/// The place that `site` names.
///
/// # Errors
/// [`Fault::UnknownReference`] if no place has the name, [`Fault::AmbiguousCity`] if places with different stations have it.
pub fn find_place<'a>(site: &Site, reference: &'a Reference) -> Result<&'a Place, Error> {
    let places = reference.places(&site.city, site.province.as_deref());
    let Some(first) = places.first() else {
        let found = site.city.clone();
        let suggestion = reference.nearest_name(&site.city);
        // If the name is known without the province, it is the province that is wrong.
        let path = match &site.province {
            Some(_) if !reference.places(&site.city, None).is_empty() => "site.province",
            _ => "site.city",
        };
        return Err(Error::new(path, Fault::UnknownReference { kind: "city", found, suggestion }));
    };
    if places.iter().any(|place| place.station_id != first.station_id) {
        let candidates = places.iter().map(|place| place.label()).collect::<Vec<_>>().join(", ");
        return Err(Error::new("site.city", Fault::AmbiguousCity { found: site.city.clone(), candidates }));
    }
    Ok(first)
}

/// The design conditions of a completed `site`.
///
/// # Errors
/// [`Fault::UnknownReference`] for a station that is not in the table; as [`find_place`] if no station is stated.
pub fn design_conditions(site: &Site, reference: &Reference) -> Result<DesignConditions, Error> {
    let id = match &site.station_id {
        Some(id) => id,
        None => &find_place(site, reference)?.station_id,
    };
    let station: &Station = reference.station(id).ok_or_else(|| {
        let fault = Fault::UnknownReference { kind: "station", found: id.clone(), suggestion: None };
        Error::new("site.stationId", fault)
    })?;
    let climate = reference.climate();
    // A stated station also tells which of several places of one name is meant.
    let places = reference.places(&site.city, site.province.as_deref());
    let own = places.into_iter().find(|place| place.station_id == station.id);
    let distance_km = own.map(|place| place.distance_km);
    Ok(DesignConditions {
        city: site.city.clone(),
        station_id: station.id.clone(),
        station_zh: station.name_zh.clone(),
        station_en: station.name_en.clone(),
        distance_km,
        elevation_m: station.elevation_m,
        summer_pressure_pa: station.summer_pressure_pa,
        cooling_dry_bulb_c: station.cooling_dry_bulb_c,
        cooling_wet_bulb_c: station.cooling_wet_bulb_c,
        winter_dry_bulb_c: station.winter_dry_bulb_c,
        station_note: station.note.clone(),
        station_note_zh: station.note_zh.clone(),
        basis: climate.basis.clone(),
        period: climate.period.clone(),
        source: climate.source.clone(),
        source_zh: climate.source_zh.clone(),
    })
}
