//! Finding a place (地点查询): by name, by administrative code, by coordinates.

use super::place::{City, Counties};
use super::{Level, Place, Reference, Station};
use crate::boundary::from_node;
use crate::error::{Error, Fault};
use crate::num;
use std::collections::{BTreeMap, BTreeSet};

/// Mean radius of the earth, km.
const EARTH_RADIUS_KM: f64 = 6371.0;

/// The places and their names.
#[derive(Clone, Debug)]
pub(super) struct Gazetteer {
    /// Prefectures and stations in the file's order, then counties.
    places: Vec<Place>,
    /// Positions of the prefectures and stations that have a name, the name in lower case.
    cities: BTreeMap<String, Vec<usize>>,
    /// Where the counties begin. They are searched in their order: an index of their names would cost more at every start
    /// than all the searches of a session.
    first_county: usize,
    codes: BTreeMap<u32, usize>,
    /// The stations that some place leads to. The others are no climate of a town, such as the top of a mountain.
    suitable: BTreeSet<String>,
    provinces: Vec<Province>,
}

/// The names of a province.
#[derive(Clone, Debug)]
pub(super) struct Province {
    name_zh: String,
    name_en: String,
}

from_node!(struct Province { name_zh, name_en });

/// A station and how far it is.
#[derive(Clone, Copy, Debug)]
pub struct NearStation<'a> {
    /// The station.
    pub station: &'a Station,
    /// Along the great circle, km.
    pub distance_km: f64,
}

impl Gazetteer {
    /// # Errors
    /// [`Fault::UnknownReference`] for a place without a station, [`Fault::Duplicate`] for two places of one code, as
    /// [`Counties::append`].
    pub(super) fn of(
        cities: Vec<City>,
        counties: Vec<Counties>,
        provinces: Vec<Province>,
        stations: &BTreeMap<String, usize>,
    ) -> Result<Self, Error> {
        let mut places: Vec<Place> = cities.into_iter().map(Place::from).collect();
        let first_county = places.len();
        for (position, group) in counties.into_iter().enumerate() {
            group.append(&mut places).map_err(|error| error.within(&format!("counties[{position}]")))?;
        }
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut codes = BTreeMap::new();
        let mut suitable = BTreeSet::new();
        for (position, place) in places.iter().enumerate() {
            let path = |field: &str| match place.level {
                Level::County => format!("counties.{}.{field}", place.adcode.unwrap_or_default()),
                Level::Prefecture | Level::Station => format!("places[{position}].{field}"),
            };
            if !stations.contains_key(&place.station_id) {
                let found = place.station_id.clone();
                let fault = Fault::UnknownReference { kind: "station", found, suggestion: None };
                return Err(Error::new(path("stationId"), fault));
            }
            if !suitable.contains(&place.station_id) {
                suitable.insert(place.station_id.clone());
            }
            if let Some(code) = place.adcode
                && let Some(other) = codes.insert(code, position)
            {
                let other = places.get(other).map(Place::label).unwrap_or_default();
                return Err(Error::new(path("adcode"), Fault::Duplicate { found: code.to_string(), other }));
            }
            if position < first_county {
                for name in &place.names {
                    names.entry(name.to_ascii_lowercase()).or_default().push(position);
                }
            }
        }
        Ok(Self { places, cities: names, first_county, codes, suitable, provinces })
    }

    fn cities(&self, name: &str) -> impl Iterator<Item = &Place> {
        let positions = self.cities.get(name).map_or(&[][..], Vec::as_slice);
        positions.iter().filter_map(|position| self.places.get(*position))
    }

    fn counties(&self) -> &[Place] {
        self.places.get(self.first_county..).unwrap_or(&[])
    }

    /// The standard writes 湖北, a buyer perhaps 湖北省 or Hubei.
    fn same_province(&self, known: &str, stated: &str) -> bool {
        let stated = stated.trim();
        let short = PROVINCE_SUFFIXES.iter().find_map(|suffix| stated.strip_suffix(suffix)).unwrap_or(stated);
        stated == known
            || short == known
            || self
                .provinces
                .iter()
                .any(|province| province.name_zh == known && province.name_en.eq_ignore_ascii_case(stated))
    }

    /// Whether `place` is the prefecture `stated` or a county of it.
    fn same_prefecture(&self, place: &Place, stated: &str) -> bool {
        let stated = stated.trim();
        if place.prefecture_zh.as_deref().is_some_and(|known| known == stated) {
            return true;
        }
        let seat = match place.level {
            Level::Prefecture | Level::Station => Some(place),
            Level::County => place.adcode.and_then(|code| {
                // 320583 belongs to 320500, 110105 to 110000.
                [100, 10_000].iter().find_map(|size| self.of_code(code / size * size))
            }),
        };
        seat.is_some_and(|seat| seat.names.iter().any(|name| same_name(name, stated)))
    }

    fn of_code(&self, code: u32) -> Option<&Place> {
        self.codes.get(&code).and_then(|position| self.places.get(*position))
    }
}

/// Whether two names differ in nothing but the case of ASCII letters; Chinese has none, and no county is spelt with others.
fn same_name(known: &str, stated: &str) -> bool {
    known.eq_ignore_ascii_case(stated)
}

impl Reference {
    /// Every place: prefectures and stations first, then counties.
    #[must_use]
    pub fn all_places(&self) -> &[Place] {
        &self.gazetteer.places
    }

    /// The places named `city` (Chinese, or pinyin in any case), in `province` if one is given.
    ///
    /// As [`Reference::places_in`] without a prefecture.
    #[must_use]
    pub fn places(&self, city: &str, province: Option<&str>) -> Vec<&Place> {
        self.places_in(city, province, None)
    }

    /// The places named `name` (Chinese, or pinyin in any case), in `province` and `prefecture` if they are given.
    ///
    /// A prefecture or station of that name wins over counties; several counties are all there.
    #[must_use]
    pub fn places_in(&self, name: &str, province: Option<&str>, prefecture: Option<&str>) -> Vec<&Place> {
        let name = name.trim().to_ascii_lowercase();
        let fits = |place: &&Place| {
            province.is_none_or(|stated| self.gazetteer.same_province(&place.province_zh, stated))
                && prefecture.is_none_or(|stated| self.gazetteer.same_prefecture(place, stated))
        };
        let cities: Vec<&Place> = self.gazetteer.cities(&name).filter(fits).collect();
        if !cities.is_empty() {
            return cities;
        }
        let named = |place: &&Place| place.names.iter().any(|known| same_name(known, &name));
        self.gazetteer.counties().iter().filter(named).filter(fits).collect()
    }

    /// The prefecture or county of the six-digit administrative code `code`, or `None`.
    #[must_use]
    pub fn place_of_code(&self, code: &str) -> Option<&Place> {
        let code = code.trim();
        if code.len() != 6 || !code.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        self.gazetteer.of_code(code.parse().ok()?)
    }

    /// The station nearest to a point, of those that some place leads to, or `None` for coordinates that are none.
    ///
    /// `latitude_deg` is north positive, -90 to 90; `longitude_deg` is east positive, -180 to 180. The table itself also prefers a
    /// station of the same prefecture and province, which a point does not tell.
    #[must_use]
    pub fn nearest_station(&self, latitude_deg: f64, longitude_deg: f64) -> Option<NearStation<'_>> {
        if !(-90.0..=90.0).contains(&latitude_deg) || !(-180.0..=180.0).contains(&longitude_deg) {
            return None;
        }
        let suitable = |station: &&Station| self.gazetteer.suitable.contains(&station.id);
        self.nearest_of(self.stations().iter().filter(suitable), latitude_deg, longitude_deg)
    }

    /// The station of `stations` that is nearest to a point, or `None` without any.
    pub(crate) fn nearest_of<'a>(
        &self,
        stations: impl Iterator<Item = &'a Station>,
        latitude_deg: f64,
        longitude_deg: f64,
    ) -> Option<NearStation<'a>> {
        let mut nearest: Option<NearStation<'_>> = None;
        for station in stations {
            let at = [station.latitude_deg, station.longitude_deg];
            let distance_km = great_circle_km([latitude_deg, longitude_deg], at);
            if nearest.is_none_or(|other| distance_km < other.distance_km) {
                nearest = Some(NearStation { station, distance_km });
            }
        }
        nearest
    }

    /// The name of a place nearest to `city`, if one is near; a county only where no city is.
    #[must_use]
    pub fn nearest_name(&self, city: &str) -> Option<String> {
        let city = city.trim().to_ascii_lowercase();
        // In a name of two characters one wrong character is half of it: nothing is near.
        if city.chars().count() < 3 {
            return None;
        }
        let spelt = |places: &[Place], near: &str| {
            places
                .iter()
                .flat_map(|place| &place.names)
                .find(|name| name.to_ascii_lowercase() == near)
                .cloned()
        };
        let known = self.gazetteer.cities.keys().map(String::as_str);
        if let Some(near) = crate::boundary::check::nearest(&city, known) {
            return spelt(&self.gazetteer.places, &near);
        }
        let counties = self.gazetteer.counties();
        let lower: Vec<String> =
            counties.iter().flat_map(|place| &place.names).map(|name| name.to_ascii_lowercase()).collect();
        let near = crate::boundary::check::nearest(&city, lower.iter().map(String::as_str))?;
        spelt(counties, &near)
    }
}

/// The shortest way over the earth between two points of latitude and longitude in degrees, km (haversine).
fn great_circle_km([latitude, longitude]: [f64; 2], [other_latitude, other_longitude]: [f64; 2]) -> f64 {
    let half_chord = |from: f64, to: f64| {
        let sine = num::sin((to - from).to_radians() / 2.0);
        sine * sine
    };
    let parallel = num::cos(latitude.to_radians()) * num::cos(other_latitude.to_radians());
    let square = half_chord(latitude, other_latitude) + parallel * half_chord(longitude, other_longitude);
    2.0 * EARTH_RADIUS_KM * num::asin(square.clamp(0.0, 1.0).sqrt())
}

/// What a buyer may add to the short name of a province that the standard writes, longest first.
const PROVINCE_SUFFIXES: [&str; 7] =
    ["维吾尔自治区", "壮族自治区", "回族自治区", "特别行政区", "自治区", "省", "市"];
