//! The design conditions of a project's place (室外设计参数): from a station of the standard, or as stated.

use super::monthly::{AnnualClimate, cooling_days};
use super::moved_air::{Level, OutdoorState, at_height};
use super::place::{Located, locate};
use crate::error::{Error, Fault};
use crate::num;
use crate::project::{ClimateBasis, Site, SiteDesign, StatedCoolingDay, StatedHeatingDay};
use crate::psychrometrics;
use crate::reference::{Reference, Station, Zone};
use serde::Serialize;

/// Standard time of China, hours ahead of UTC.
pub(crate) const CHINA_OFFSET_H: f64 = 8.0;
/// From where the wind of the design days blows where nothing says it: the monsoon is from the south in summer and from the north
/// in winter, degrees clockwise from north. A choice by convention; it moves the film outdoors, not the air.
const MONSOON_DEG: [f64; 2] = [180.0, 0.0];
/// The day of the month that stands for it, as in the handbooks' solar tables.
const DAY_OF_MONTH: u32 = 21;
/// The part of the daily range by which the daily mean is below the highest dry bulb: GB 50736-2012, 4.1.11.
const MEAN_BELOW_HIGHEST: f64 = 0.52;

/// The relative humidity of winter air where conditions are stated, which have none: a judgement near the driest of the stations,
/// because dry air gives a heat pump less.
const STATED_WINTER_HUMIDITY: f64 = 0.5;

/// The design conditions of a project's place.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DesignConditions {
    /// The place as stated, or where the conditions come from.
    pub place: String,
    /// The weather station; absent where conditions are stated.
    pub station_id: Option<String>,
    /// Its Chinese name.
    pub station_zh: Option<String>,
    /// Its name in pinyin.
    pub station_en: Option<String>,
    /// From the place to the station, km; absent if the place is not known and the station was stated.
    pub distance_km: Option<f64>,
    /// Height of the station, m above sea level.
    pub station_elevation_m: Option<f64>,
    /// Latitude of the place, degrees, north positive.
    pub latitude: f64,
    /// Longitude of the place, degrees, east positive.
    pub longitude: f64,
    /// Height of the place, m above sea level.
    pub elevation_m: f64,
    /// Standard time, hours ahead of UTC.
    pub utc_offset_h: f64,
    /// The thermal zone, where one is known.
    pub zone: Option<Zone>,
    /// Whether that is the station's zone as estimated from its degree days, because the list of the standard does not have it.
    pub zone_estimated: bool,
    /// Atmospheric pressure in summer, Pa.
    pub summer_pressure_pa: f64,
    /// Atmospheric pressure in winter, Pa.
    pub winter_pressure_pa: f64,
    /// Outdoor dry bulb for cooling (夏季空调室外计算干球温度), °C: the highest of the cooling days.
    pub cooling_dry_bulb_c: f64,
    /// Outdoor wet bulb at that dry bulb, °C.
    pub cooling_wet_bulb_c: f64,
    /// Mean dry bulb of that day, °C.
    pub cooling_mean_dry_bulb_c: f64,
    /// Outdoor dry bulb for heating by air conditioning (冬季空调室外计算温度), °C.
    pub winter_dry_bulb_c: f64,
    /// Outdoor wet bulb at that dry bulb, °C: at the station's relative humidity (冬季空调室外计算相对湿度), or of half saturated air
    /// where conditions are stated.
    pub winter_wet_bulb_c: f64,
    /// The days for which rooms are kept cool.
    pub cooling_days: Vec<StatedCoolingDay>,
    /// The day for which rooms are kept warm.
    pub heating_day: StatedHeatingDay,
    /// Whether the station's wet bulb is estimated from its nearest neighbour's relative humidity, because the standard has none.
    pub wet_bulb_estimated: bool,
    /// What was corrected in the station's figures or is missing there, in English.
    pub station_note: Option<String>,
    /// The note in Chinese.
    pub station_note_zh: Option<String>,
    /// Which climate: `code` is that of a standard, `current` has newer dry bulbs, `stated` is the project's own.
    pub basis: String,
    /// The years of its statistics, where they are known.
    pub period: Option<String>,
    /// The document, in English.
    pub source: String,
    /// The document, in Chinese.
    pub source_zh: String,
}

impl DesignConditions {
    /// The stronger of the two winds, m/s.
    #[must_use]
    pub fn wind_speed_m_s(&self) -> f64 {
        let summer = self.cooling_days.iter().map(|day| day.wind_speed_m_s);
        summer.fold(self.heating_day.wind_speed_m_s, f64::max)
    }
}

/// The design conditions of a completed `site`.
///
/// # Errors
/// As [`locate`]; as the checks of the design days, within `site.design`; [`Fault::MissingField`] for coordinates that a stated design needs.
pub fn design_conditions(site: &Site, reference: &Reference) -> Result<DesignConditions, Error> {
    match &site.design {
        Some(design) => stated(site, design),
        None => of_station(site, &locate(site, reference)?, reference),
    }
}

fn stated(site: &Site, design: &SiteDesign) -> Result<DesignConditions, Error> {
    let needed = |field: &str, value: Option<f64>| {
        value.ok_or_else(|| Error::new(format!("site.{field}"), Fault::MissingField))
    };
    let elevation_m = needed("elevationM", site.elevation_m)?;
    let pressure = match design.pressure_pa {
        Some(pressure) => pressure,
        None => psychrometrics::standard_pressure(elevation_m),
    };
    let mut hottest: Option<&StatedCoolingDay> = None;
    for (index, day) in design.cooling_days.iter().enumerate() {
        let checked = super::design_day::CoolingDay::from(day);
        let within = |error: Error| error.within(&format!("site.design.coolingDays[{index}]"));
        checked.check().map_err(within)?;
        checked.humidity_ratio(pressure).map_err(within)?;
        if hottest.is_none_or(|before| day.dry_bulb_max_c > before.dry_bulb_max_c) {
            hottest = Some(day);
        }
    }
    let hottest =
        hottest.ok_or_else(|| Error::new("site.design.coolingDays", Fault::TooFewItems { minimum: 1 }))?;
    let heating_day = &design.heating_day;
    super::design_day::HeatingDay::from(heating_day)
        .check()
        .map_err(|error| error.within("site.design.heatingDay"))?;
    let own = ("stated in the project", "项目给定");
    Ok(DesignConditions {
        place: site.city.clone().or_else(|| design.source.clone()).unwrap_or_default(),
        station_id: None,
        station_zh: None,
        station_en: None,
        distance_km: None,
        station_elevation_m: None,
        latitude: needed("latitude", site.latitude)?,
        longitude: needed("longitude", site.longitude)?,
        elevation_m,
        utc_offset_h: needed("utcOffsetH", site.utc_offset_h)?,
        zone: site.zone,
        zone_estimated: false,
        summer_pressure_pa: num::quantise(pressure, 1),
        winter_pressure_pa: num::quantise(pressure, 1),
        cooling_dry_bulb_c: hottest.dry_bulb_max_c,
        cooling_wet_bulb_c: hottest.wet_bulb_c,
        cooling_mean_dry_bulb_c: mean_dry_bulb(hottest),
        winter_dry_bulb_c: heating_day.dry_bulb_c,
        winter_wet_bulb_c: winter_wet_bulb(heating_day.dry_bulb_c, STATED_WINTER_HUMIDITY, pressure)?,
        cooling_days: design.cooling_days.clone(),
        heating_day: heating_day.clone(),
        wet_bulb_estimated: false,
        station_note: None,
        station_note_zh: None,
        basis: "stated".to_owned(),
        period: None,
        source: design.source.clone().unwrap_or_else(|| own.0.to_owned()),
        source_zh: design.source.clone().unwrap_or_else(|| own.1.to_owned()),
    })
}

/// The wet bulb of winter air, which heat pumps are rated by, °C to 0.01.
fn winter_wet_bulb(dry_bulb_c: f64, relative_humidity: f64, pressure_pa: f64) -> Result<f64, Error> {
    Ok(num::quantise(psychrometrics::wet_bulb(dry_bulb_c, relative_humidity, pressure_pa)?, 2))
}

fn mean_dry_bulb(day: &StatedCoolingDay) -> f64 {
    num::quantise(day.dry_bulb_max_c - MEAN_BELOW_HIGHEST * day.dry_bulb_range_k, 2)
}

/// The design air of a station: that of the standard, or with the relative humidity of the nearest station that has a wet bulb.
fn standard_air(station: &Station, reference: &Reference) -> Result<(OutdoorState, bool), Error> {
    let dry_bulb_c = station.cooling_dry_bulb_c;
    if let Some(wet_bulb_c) = station.cooling_wet_bulb_c {
        return Ok((OutdoorState { dry_bulb_c, wet_bulb_c }, false));
    }
    let missing = || Error::new("site.stationId", Fault::MissingField);
    let others = reference.stations().iter().filter(|other| other.cooling_wet_bulb_c.is_some());
    let (latitude, longitude) = (station.latitude_deg, station.longitude_deg);
    let near = reference.nearest_of(others, latitude, longitude).ok_or_else(missing)?.station;
    let wet_bulb_c = near.cooling_wet_bulb_c.ok_or_else(missing)?;
    let neighbour = OutdoorState { dry_bulb_c: near.cooling_dry_bulb_c, wet_bulb_c };
    let humidity = neighbour.relative_humidity(near.summer_pressure_pa)?;
    let wet_bulb_c = psychrometrics::wet_bulb(dry_bulb_c, humidity, station.summer_pressure_pa)?;
    Ok((OutdoorState { dry_bulb_c, wet_bulb_c: num::quantise(wet_bulb_c, 1) }, true))
}

fn of_station(site: &Site, located: &Located<'_>, reference: &Reference) -> Result<DesignConditions, Error> {
    let station = located.station;
    let defaults = reference.defaults();
    let elevation_m = site.elevation_m.unwrap_or(station.elevation_m);
    // The pressure of the station's table, carried to the height of the place as the standard atmosphere falls.
    let fall = psychrometrics::standard_pressure(elevation_m)
        / psychrometrics::standard_pressure(station.elevation_m);
    let [summer_pressure_pa, winter_pressure_pa] = [station.summer_pressure_pa, station.winter_pressure_pa]
        .map(|pressure| num::quantise(pressure * fall, 1));
    let current = station.current.filter(|_| site.climate == Some(ClimateBasis::Current));
    let (mut summer, wet_bulb_estimated) = standard_air(station, reference)?;
    let mut winter = station.winter_dry_bulb_c;
    if let Some(current) = current {
        summer = summer.with_dry_bulb(current.cooling_dry_bulb_c, station.summer_pressure_pa)?;
        winter = current.heating_dry_bulb_c;
    }
    if (elevation_m - station.elevation_m).abs() > 0.0 {
        let from = Level { elevation_m: station.elevation_m, pressure_pa: station.summer_pressure_pa };
        summer = summer.moved(from, Level { elevation_m, pressure_pa: summer_pressure_pa })?;
        winter = at_height(winter, station.elevation_m, elevation_m);
    }
    summer = OutdoorState {
        dry_bulb_c: num::quantise(summer.dry_bulb_c, 2),
        wet_bulb_c: num::quantise(summer.wet_bulb_c, 2),
    };
    winter = num::quantise(winter, 2);
    let hottest_month = station.hottest_month.unwrap_or(defaults.hottest_month.value);
    let wind_speed_m_s = station.summer_wind_m_s.unwrap_or(defaults.summer_wind_m_s.value);
    let days = cooling_days(&AnnualClimate {
        cooling_dry_bulb_c: summer.dry_bulb_c,
        cooling_wet_bulb_c: summer.wet_bulb_c,
        daily_range_k: station.cooling_daily_range_k,
        annual_mean_c: station.annual_mean_c,
        coldest_month_mean_c: station.coldest_month_mean_c,
        hottest_month,
        wind_speed_m_s,
        wind_direction_deg: MONSOON_DEG[0],
        turbidity: station.turbidity,
        elevation_m,
        pressure_pa: summer_pressure_pa,
    })?;
    let cooling_days: Vec<StatedCoolingDay> = days.iter().map(StatedCoolingDay::from).collect();
    let hottest = cooling_days.iter().find(|day| day.month == hottest_month);
    let coldest_month = hottest_month.saturating_add(5) % 12;
    let basis = if current.is_some() { ClimateBasis::Current } else { ClimateBasis::Code };
    let climate = match (basis, reference.current_climate()) {
        (ClimateBasis::Current, Some(climate)) => climate,
        _ => reference.climate(),
    };
    let (latitude, longitude) = located.point(site);
    Ok(DesignConditions {
        place: located.label.clone(),
        station_id: Some(station.id.clone()),
        station_zh: Some(station.name_zh.clone()),
        station_en: Some(station.name_en.clone()),
        distance_km: located.distance_km,
        station_elevation_m: Some(station.elevation_m),
        latitude,
        longitude,
        elevation_m,
        utc_offset_h: site.utc_offset_h.unwrap_or(CHINA_OFFSET_H),
        zone: site.zone.or(Some(station.zone)),
        zone_estimated: station.zone_estimated && site.zone.is_none_or(|zone| zone == station.zone),
        summer_pressure_pa,
        winter_pressure_pa,
        cooling_dry_bulb_c: summer.dry_bulb_c,
        cooling_wet_bulb_c: summer.wet_bulb_c,
        cooling_mean_dry_bulb_c: hottest.map_or(summer.dry_bulb_c, mean_dry_bulb),
        winter_dry_bulb_c: winter,
        winter_wet_bulb_c: winter_wet_bulb(winter, station.winter_relative_humidity, winter_pressure_pa)?,
        cooling_days,
        heating_day: StatedHeatingDay {
            month: coldest_month.saturating_add(1),
            day: DAY_OF_MONTH,
            dry_bulb_c: winter,
            wind_speed_m_s: station.winter_wind_m_s.unwrap_or(defaults.winter_wind_m_s.value),
            wind_direction_deg: MONSOON_DEG[1],
        },
        wet_bulb_estimated,
        station_note: station.note.clone(),
        station_note_zh: station.note_zh.clone(),
        basis: basis.as_str().to_owned(),
        period: Some(climate.period.clone()),
        source: climate.source.clone(),
        source_zh: climate.source_zh.clone(),
    })
}
