//! Places (城市与区县) and the station that each leads to.

use crate::boundary::from_node;
use crate::error::{Error, Fault};

/// What kind of place a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A prefecture or municipality (地级行政区).
    Prefecture,
    /// A weather station that has a name of its own.
    Station,
    /// A county, district or county-level city (县级行政区).
    County,
}

/// A city or county, and the station whose climate is its own.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Chinese names and pinyin, the usual one first.
    pub names: Vec<String>,
    /// What kind of place it is.
    pub level: Level,
    /// The administrative code of six digits (行政区划代码) of 2020; a station has none.
    pub adcode: Option<u32>,
    /// The province in Chinese.
    pub province_zh: String,
    /// Of a county, the prefecture in Chinese; a county directly under a province has none.
    pub prefecture_zh: Option<String>,
    /// Latitude of the seat, degrees, north positive; absent where the data has none.
    pub latitude_deg: Option<f64>,
    /// Longitude of the seat, degrees, east positive; absent where the data has none.
    pub longitude_deg: Option<f64>,
    /// The station.
    pub station_id: String,
    /// From the place to its station, km.
    pub distance_km: f64,
}

impl Place {
    /// The usual name with what tells it from others: `朝阳区 (北京 北京市)`.
    #[must_use]
    pub fn label(&self) -> String {
        let name = self.names.first().map_or("", String::as_str);
        match &self.prefecture_zh {
            Some(prefecture) => format!("{name} ({} {prefecture})", self.province_zh),
            None => format!("{name} ({})", self.province_zh),
        }
    }
}

/// A prefecture or station as the file has it.
#[derive(Clone, Debug)]
pub(super) struct City {
    pub(super) names: Vec<String>,
    adcode: Option<u32>,
    province_zh: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    station_id: String,
    distance_km: f64,
}

from_node!(struct City { names, adcode, province_zh, latitude, longitude, station_id, distance_km });

impl From<City> for Place {
    fn from(city: City) -> Self {
        Self {
            level: if city.adcode.is_some() { Level::Prefecture } else { Level::Station },
            names: city.names,
            adcode: city.adcode,
            province_zh: city.province_zh,
            prefecture_zh: None,
            latitude_deg: city.latitude,
            longitude_deg: city.longitude,
            station_id: city.station_id,
            distance_km: city.distance_km,
        }
    }
}

/// The counties of one prefecture as the file has them: a column for each field.
#[derive(Clone, Debug)]
pub(super) struct Counties {
    province_zh: String,
    prefecture_zh: Option<String>,
    adcode: Vec<u32>,
    name_zh: Vec<String>,
    short_zh: Vec<String>,
    name_en: Vec<String>,
    latitude: Vec<f64>,
    longitude: Vec<f64>,
    station_id: Vec<String>,
    distance_km: Vec<f64>,
}

from_node!(struct Counties {
    province_zh,
    prefecture_zh,
    adcode,
    name_zh,
    short_zh,
    name_en,
    latitude,
    longitude,
    station_id,
    distance_km,
});

impl Counties {
    /// Puts every county after `places`.
    ///
    /// # Errors
    /// [`Fault::TooFewItems`] at a column that is shorter than the codes, [`Fault::TooManyItems`] at one that is longer.
    pub(super) fn append(self, places: &mut Vec<Place>) -> Result<(), Error> {
        let rows = self.adcode.len();
        for (column, length) in [
            ("nameZh", self.name_zh.len()),
            ("shortZh", self.short_zh.len()),
            ("nameEn", self.name_en.len()),
            ("latitude", self.latitude.len()),
            ("longitude", self.longitude.len()),
            ("stationId", self.station_id.len()),
            ("distanceKm", self.distance_km.len()),
        ] {
            let count = crate::num::count(rows);
            if length < rows {
                return Err(Error::new(column, Fault::TooFewItems { minimum: count }));
            }
            if length > rows {
                return Err(Error::new(column, Fault::TooManyItems { maximum: count }));
            }
        }
        let names = self.short_zh.into_iter().zip(self.name_zh).zip(self.name_en);
        let seats = self.latitude.into_iter().zip(self.longitude);
        let stations = self.station_id.into_iter().zip(self.distance_km);
        let rows = self.adcode.into_iter().zip(names).zip(seats).zip(stations);
        places.extend(rows.map(
            |(((adcode, ((short, whole), english)), seat), (station_id, distance_km))| {
                let mut names = vec![whole];
                if names.first() != Some(&short) {
                    names.push(short);
                }
                names.push(english);
                Place {
                    names,
                    level: Level::County,
                    adcode: Some(adcode),
                    province_zh: self.province_zh.clone(),
                    prefecture_zh: self.prefecture_zh.clone(),
                    latitude_deg: Some(seat.0),
                    longitude_deg: Some(seat.1),
                    station_id,
                    distance_km,
                }
            },
        ));
        Ok(())
    }
}
