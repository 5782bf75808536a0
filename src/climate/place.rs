//! Where a site is, and which station speaks for it (地点与气象站).

use crate::error::{Error, Fault};
use crate::num;
use crate::project::Site;
use crate::reference::{Place, Reference, Station};

/// Beyond this distance no station speaks for a place, km. A judgement: the refusal can be overruled by stating the station.
pub const FARTHEST_STATION_KM: f64 = 300.0;

/// The station of a site.
#[derive(Clone, Debug)]
pub struct Located<'a> {
    /// The station.
    pub station: &'a Station,
    /// The place of the table, if the site names one.
    pub place: Option<&'a Place>,
    /// From the place to the station, km, if that is known.
    pub distance_km: Option<f64>,
    /// What the place is called.
    pub label: String,
}

impl Located<'_> {
    /// Latitude and longitude of the site, degrees: as stated, else of the place, else of the station.
    #[must_use]
    pub fn point(&self, site: &Site) -> (f64, f64) {
        let stated = site.latitude.zip(site.longitude);
        let known = self.place.and_then(|place| place.latitude_deg.zip(place.longitude_deg));
        stated.or(known).unwrap_or((self.station.latitude_deg, self.station.longitude_deg))
    }
}

/// The place that `site` names by name or code, or `None` if it names none.
///
/// # Errors
/// [`Fault::UnknownReference`] if no place has the name or code, [`Fault::AmbiguousCity`] if places with different stations have
/// the name.
pub fn find_place<'a>(site: &Site, reference: &'a Reference) -> Result<Option<&'a Place>, Error> {
    if let Some(code) = &site.adcode {
        let place = reference.place_of_code(code).ok_or_else(|| {
            let fault = Fault::UnknownReference {
                kind: "administrative code",
                found: code.clone(),
                suggestion: None,
            };
            Error::new("site.adcode", fault)
        })?;
        return Ok(Some(place));
    }
    let Some(city) = &site.city else { return Ok(None) };
    let places = reference.places_in(city, site.province.as_deref(), site.prefecture.as_deref());
    let Some(first) = places.first() else {
        // If the name is known without the province or the prefecture, it is those that are wrong.
        let known = |province, prefecture| !reference.places_in(city, province, prefecture).is_empty();
        let (path, found) = match (&site.province, &site.prefecture) {
            (province, Some(prefecture)) if known(province.as_deref(), None) => {
                ("site.prefecture", prefecture)
            }
            (Some(province), _) if known(None, None) => ("site.province", province),
            _ => ("site.city", city),
        };
        let suggestion = if path == "site.city" { reference.nearest_name(city) } else { None };
        let kind = path.trim_start_matches("site.");
        return Err(Error::new(path, Fault::UnknownReference { kind, found: found.clone(), suggestion }));
    };
    // The stated station also tells which of several places of one name is meant.
    if let Some(own) = places.iter().find(|place| Some(&place.station_id) == site.station_id.as_ref()) {
        return Ok(Some(own));
    }
    if site.station_id.is_none() && places.iter().any(|place| place.station_id != first.station_id) {
        let candidates = places.iter().map(|place| place.label()).collect::<Vec<_>>().join(", ");
        return Err(Error::new("site.city", Fault::AmbiguousCity { found: city.clone(), candidates }));
    }
    Ok(Some(first))
}

/// The station of `site`: the stated one, that of its place, or the nearest to its coordinates.
///
/// # Errors
/// As [`find_place`], but a city that the table does not have is allowed beside a stated station;
/// [`Fault::UnknownReference`] for a station that is not in the table; [`Fault::NoStationNear`] beyond
/// [`FARTHEST_STATION_KM`]; [`Fault::MissingField`] for a site that names no place.
pub fn locate<'a>(site: &Site, reference: &'a Reference) -> Result<Located<'a>, Error> {
    let stated_label = || site.city.clone().or_else(|| site.adcode.clone());
    if let Some(id) = &site.station_id {
        let station = station(id, reference)?;
        let place = find_place(site, reference).ok().flatten().filter(|place| place.station_id == *id);
        let point = site.latitude.zip(site.longitude);
        let distance_km = match (place, point) {
            (Some(place), _) => Some(place.distance_km),
            (None, Some((latitude, longitude))) if site.city.is_none() && site.adcode.is_none() => {
                let only = std::iter::once(station);
                reference.nearest_of(only, latitude, longitude).map(|near| near.distance_km)
            }
            _ => None,
        };
        let label = stated_label().unwrap_or_else(|| station.name_zh.clone());
        return Ok(Located { station, place, distance_km: distance_km.map(whole_km), label });
    }
    if let Some(place) = find_place(site, reference)? {
        let station = station(&place.station_id, reference)?;
        let path = if site.adcode.is_some() { "site.adcode" } else { "site.city" };
        near_enough(path, station, place.distance_km)?;
        let label = site.city.clone().unwrap_or_else(|| place.label());
        return Ok(Located { station, place: Some(place), distance_km: Some(place.distance_km), label });
    }
    let point = site.latitude.zip(site.longitude);
    let near = point.and_then(|(latitude, longitude)| reference.nearest_station(latitude, longitude));
    let near = near.ok_or_else(|| Error::new("site.city", Fault::MissingField))?;
    near_enough("site.latitude", near.station, near.distance_km)?;
    let label = point.map(|(latitude, longitude)| format!("{latitude}, {longitude}")).unwrap_or_default();
    Ok(Located { station: near.station, place: None, distance_km: Some(whole_km(near.distance_km)), label })
}

/// To 0.1 km, as the table has its distances.
fn whole_km(distance_km: f64) -> f64 {
    num::quantise(distance_km, 1)
}

fn station<'a>(id: &str, reference: &'a Reference) -> Result<&'a Station, Error> {
    reference.station(id).ok_or_else(|| {
        let fault = Fault::UnknownReference { kind: "station", found: id.to_owned(), suggestion: None };
        Error::new("site.stationId", fault)
    })
}

fn near_enough(path: &str, station: &Station, distance_km: f64) -> Result<(), Error> {
    if distance_km <= FARTHEST_STATION_KM {
        return Ok(());
    }
    let fault = Fault::NoStationNear {
        station: station.name_zh.clone(),
        distance_km: whole_km(distance_km),
        maximum_km: FARTHEST_STATION_KM,
    };
    Err(Error::new(path, fault))
}
