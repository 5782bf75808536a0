//! Where the building stands (地点), and the building as far as all its rooms share it.

use crate::boundary::{canonical, from_node};
use crate::error::Error;
use crate::reference::Zone;
use serde::Serialize;

/// Where the building stands (地点): a city, an administrative code or coordinates, or design conditions of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// A city or county, or a weather station, by its Chinese name or in pinyin.
    pub city: Option<String>,
    /// The province, where two cities have one name.
    pub province: Option<String>,
    /// The prefecture, where two counties have one name.
    pub prefecture: Option<String>,
    /// The six-digit administrative code (行政区划代码), instead of a city.
    pub adcode: Option<String>,
    /// The country, ISO 3166-1 alpha-2, whose standards hold; default China, `CN`.
    pub country: Option<String>,
    /// Latitude, degrees, north positive.
    pub latitude: Option<f64>,
    /// Longitude, degrees, east positive.
    pub longitude: Option<f64>,
    /// Height above sea level, m; default that of the station.
    pub elevation_m: Option<f64>,
    /// Standard time, hours ahead of UTC; default 8, that of China.
    pub utc_offset_h: Option<f64>,
    /// The weather station whose design conditions are used; default: the nearest suitable one.
    pub station_id: Option<String>,
    /// Which climate of the station; default that of the standard.
    pub climate: Option<ClimateBasis>,
    /// The thermal zone (建筑热工气候区) by which build-ups are chosen; default that of the station.
    pub zone: Option<Zone>,
    /// Design conditions that are stated instead of those of a station.
    pub design: Option<SiteDesign>,
}

impl Site {
    /// The site as JSON, as a project has it under `site`.
    ///
    /// # Errors
    /// [`Fault::NotCanonical`](crate::error::Fault::NotCanonical) if a number cannot be written canonically.
    pub fn text(&self) -> Result<String, Error> {
        canonical::checked_text(&crate::boundary::to_node(self)?)
    }
}

from_node!(struct Site {
    city,
    province,
    prefecture,
    adcode,
    country,
    latitude,
    longitude,
    elevation_m,
    utc_offset_h,
    station_id,
    climate,
    zone,
    design,
});

/// Which climate of a station (气候基准).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ClimateBasis {
    /// Of the standard, GB 50736-2012: the years 1971 to 2000.
    Code,
    /// With the newer dry bulbs, where the station has them.
    Current,
}

from_node!(
    enum ClimateBasis {
        Code,
        Current,
    }
);

impl ClimateBasis {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Current => "current",
        }
    }
}

/// Design conditions that are stated (室外设计参数), such as those of a DDY or EPW file.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SiteDesign {
    /// Where they come from.
    pub source: Option<String>,
    /// Atmospheric pressure (大气压力), Pa; default that of the standard atmosphere at the height of the site.
    pub pressure_pa: Option<f64>,
    /// The cooling days, 1 to 24.
    pub cooling_days: Vec<StatedCoolingDay>,
    /// The heating day.
    pub heating_day: StatedHeatingDay,
}

from_node!(struct SiteDesign { source, pressure_pa, cooling_days, heating_day });

/// A cooling design day that is stated; the fields are those of [`CoolingDay`](crate::climate::design_day::CoolingDay).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatedCoolingDay {
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// Highest dry bulb, °C.
    pub dry_bulb_max_c: f64,
    /// Highest minus lowest dry bulb, K.
    pub dry_bulb_range_k: f64,
    /// Wet bulb at the highest dry bulb, °C.
    pub wet_bulb_c: f64,
    /// Wind speed, m/s.
    pub wind_speed_m_s: f64,
    /// From where the wind blows, degrees clockwise from north.
    pub wind_direction_deg: f64,
    /// Optical depth of the beam.
    pub optical_depth_beam: f64,
    /// Optical depth of the diffuse light.
    pub optical_depth_diffuse: f64,
}

from_node!(struct StatedCoolingDay {
    month,
    day,
    dry_bulb_max_c,
    dry_bulb_range_k,
    wet_bulb_c,
    wind_speed_m_s,
    wind_direction_deg,
    optical_depth_beam,
    optical_depth_diffuse,
});

/// A heating design day that is stated; the fields are those of [`HeatingDay`](crate::climate::design_day::HeatingDay).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatedHeatingDay {
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// Dry bulb all day, °C.
    pub dry_bulb_c: f64,
    /// Wind speed, m/s.
    pub wind_speed_m_s: f64,
    /// From where the wind blows, degrees clockwise from north.
    pub wind_direction_deg: f64,
}

from_node!(struct StatedHeatingDay { month, day, dry_bulb_c, wind_speed_m_s, wind_direction_deg });

/// The building (建筑), as far as all its rooms share it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Building {
    /// The year in which it was built, which decides what walls, roofs and windows are taken to be.
    pub year: Option<i32>,
    /// Storeys above ground, which with the wind decide infiltration.
    pub storeys: Option<i32>,
    /// From floor to floor, m.
    pub storey_height_m: Option<f64>,
    /// The electrical supply that is left for air conditioning; absent means not known.
    pub supply: Option<Supply>,
}

from_node!(struct Building { year, storeys, storey_height_m, supply });

/// An electrical supply (供电条件).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Supply {
    /// Phases, 1 or 3.
    pub phases: i32,
    /// Current of each phase that is left for air conditioning, A.
    pub available_a: f64,
}

from_node!(struct Supply { phases, available_a });
