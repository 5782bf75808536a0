//! The design days of a place, worked out once and shared by its rooms (设计日气象).

use crate::climate::design_day::{CoolingDay, HeatingDay, not_above_saturation};
use crate::climate::sky::{ClearSky, PerezSky, sky_temperature};
use crate::climate::sun::{Location, Sun, SunPath};
use crate::error::{Error, Fault};
use crate::psychrometrics::{self, AIR_HEAT_CAPACITY, VAPOUR_HEAT_CAPACITY};

/// Moments of a day at which weather is worked out: every quarter of an hour, midnight at both ends.
pub(crate) const QUARTERS: usize = 97;
/// The most cooling days of one place: two a month.
const MOST_DAYS: usize = 24;

/// Moist air.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Air {
    /// Dry bulb, °C.
    pub(crate) dry_bulb: f64,
    /// Humidity ratio, kg/kg.
    pub(crate) ratio: f64,
}

/// The weather of a cooling day.
#[derive(Clone, Debug)]
pub(crate) struct DayWeather {
    pub(crate) day: CoolingDay,
    /// Dry bulb by quarter of an hour, °C.
    pub(crate) dry_bulb: Vec<f64>,
    /// Sky temperature by quarter, °C.
    pub(crate) sky_temperature: Vec<f64>,
    /// Humidity ratio by quarter, kg/kg.
    pub(crate) humidity_ratio: Vec<f64>,
    /// Sun and sky by quarter; `None` in the dark.
    pub(crate) sky: Vec<Option<(Sun, PerezSky)>>,
    /// Mean dry bulb by hour, °C.
    pub(crate) mean_dry_bulb: Vec<f64>,
    /// Mean humidity ratio by hour, kg/kg.
    pub(crate) mean_humidity_ratio: Vec<f64>,
}

/// Atmospheric pressure of a place by season (大气压力).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pressures {
    /// On cooling days, Pa, 44,000 to 110,000.
    pub cooling_pa: f64,
    /// On the heating day, Pa, 44,000 to 110,000.
    pub heating_pa: f64,
}

/// A place and its design days.
#[derive(Clone, Debug)]
pub struct Weather {
    /// Atmospheric pressure on cooling days, Pa.
    pub(crate) pressure: f64,
    /// Atmospheric pressure on the heating day, Pa.
    pub(crate) heating_pressure: f64,
    /// Share of sunlight that the ground reflects.
    pub(crate) ground_reflectance: f64,
    pub(crate) days: Vec<DayWeather>,
    pub(crate) heating: HeatingDay,
    /// Humidity ratio of the heating day, kg/kg.
    pub(crate) heating_humidity_ratio: f64,
    /// Sky temperature of the heating day, °C.
    pub(crate) heating_sky: f64,
}

impl Weather {
    /// Works out `days` and `heating` at `location`, with the standard pressure of its height.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] with the path of the figure: `location`, `groundReflectance`, `coolingDays[i]`,
    /// `heatingDay`; [`Fault::TooFewItems`] without a cooling day, [`Fault::TooManyItems`] with more than 24.
    pub fn new(
        location: &Location,
        ground_reflectance: f64,
        days: &[CoolingDay],
        heating: &HeatingDay,
    ) -> Result<Self, Error> {
        // A place that is refused is refused at its height, not at the pressure there.
        location.check().map_err(|error| error.within("location"))?;
        let standard = psychrometrics::standard_pressure(location.elevation_m);
        let pressures = Pressures { cooling_pa: standard, heating_pa: standard };
        Self::with_pressure(location, pressures, ground_reflectance, days, heating)
    }

    /// Works out `days` and `heating` at `location` with the measured `pressures`.
    ///
    /// # Errors
    /// As [`Weather::new`]; [`Fault::OutOfRange`] or [`Fault::NotFinite`] within `pressures` outside 44,000 to 110,000 Pa.
    pub fn with_pressure(
        location: &Location,
        pressures: Pressures,
        ground_reflectance: f64,
        days: &[CoolingDay],
        heating: &HeatingDay,
    ) -> Result<Self, Error> {
        location.check().map_err(|error| error.within("location"))?;
        let Pressures { cooling_pa: pressure, heating_pa: heating_pressure } = pressures;
        for (path, pressure) in [("coolingPa", pressure), ("heatingPa", heating_pressure)] {
            // The range of the moist-air relations.
            super::construction::within(path, pressure, 44_000.0, 110_000.0)
                .map_err(|error| error.within("pressures"))?;
        }
        crate::load::construction::within("groundReflectance", ground_reflectance, 0.0, 1.0)?;
        if days.is_empty() {
            return Err(Error::new("coolingDays", Fault::TooFewItems { minimum: 1 }));
        }
        if days.len() > MOST_DAYS {
            let maximum = crate::num::count(MOST_DAYS);
            return Err(Error::new("coolingDays", Fault::TooManyItems { maximum }));
        }
        let days = days
            .iter()
            .enumerate()
            .map(|(index, day)| {
                DayWeather::new(location, pressure, day)
                    .map_err(|error| error.within(&format!("coolingDays[{index}]")))
            })
            .collect::<Result<Vec<_>, Error>>()?;
        heating.check().map_err(|error| error.within("heatingDay"))?;
        // Saturated air has its dry bulb as dew point.
        let heating_sky = sky_temperature(heating.dry_bulb_c, heating.dry_bulb_c);
        let heating_humidity_ratio =
            heating.humidity_ratio(heating_pressure).map_err(|error| error.within("heatingDay"))?;
        Ok(Self {
            pressure,
            heating_pressure,
            ground_reflectance,
            days,
            heating: heating.clone(),
            heating_humidity_ratio,
            heating_sky,
        })
    }

    /// The same place with the cooling day of `month` and `day` alone; `None` if it has no such day.
    #[must_use]
    pub fn only(&self, month: u32, day: u32) -> Option<Self> {
        let date = |own: &DayWeather| (own.day.month, own.day.day) == (month, day);
        self.only_day(self.days.iter().position(date)?)
    }

    /// The same place with one of its cooling days alone, by its position.
    pub(crate) fn only_day(&self, position: usize) -> Option<Self> {
        let own = self.days.get(position)?;
        Some(Self { days: vec![own.clone()], heating: self.heating.clone(), ..*self })
    }

    /// The air of the heating day.
    pub(crate) fn heating_air(&self) -> Air {
        Air { dry_bulb: self.heating.dry_bulb_c, ratio: self.heating_humidity_ratio }
    }

    /// Heat that warms infiltrating air on the heating day to `set_point`, W: `air_changes_per_h` volumes of `volume_m3` an hour of
    /// outdoor air at its own density.
    pub(crate) fn heating_infiltration(&self, volume_m3: f64, air_changes_per_h: f64, set_point: f64) -> f64 {
        let (air, humidity) = (self.heating.dry_bulb_c, self.heating_humidity_ratio);
        let heat = AIR_HEAT_CAPACITY + VAPOUR_HEAT_CAPACITY * humidity;
        let volumes = volume_m3 / 3600.0 * air_changes_per_h;
        volumes * psychrometrics::density(air, humidity, self.heating_pressure) * heat * (set_point - air)
    }
}

impl DayWeather {
    /// Mean outdoor air by hour.
    pub(crate) fn mean_air(&self) -> impl Iterator<Item = Air> {
        let hours = self.mean_dry_bulb.iter().zip(&self.mean_humidity_ratio);
        hours.map(|(dry_bulb, ratio)| Air { dry_bulb: *dry_bulb, ratio: *ratio })
    }

    fn new(location: &Location, pressure: f64, day: &CoolingDay) -> Result<Self, Error> {
        day.check()?;
        let number = day.day_of_year()?;
        let path = SunPath::new(location, number);
        let clear = ClearSky::new(number, day.optical_depth_beam, day.optical_depth_diffuse);
        let full = day.humidity_ratio(pressure)?;
        let full_dew_point = psychrometrics::dew_point(full, pressure)?;
        let hours = (0_u32..).map(|quarter| f64::from(quarter) / 4.0).take(QUARTERS);
        let dry_bulb: Vec<f64> = hours.clone().map(|hour| day.dry_bulb_at(hour)).collect();
        let mut humidity_ratio = Vec::with_capacity(QUARTERS);
        for air in &dry_bulb {
            // Air warmer than its dew point holds all of it.
            let ratio =
                if *air > full_dew_point { full } else { not_above_saturation(full, *air, pressure)? };
            humidity_ratio.push(ratio);
        }
        let sky_temperature =
            dry_bulb.iter().map(|air| sky_temperature(*air, full_dew_point.min(*air))).collect();
        let sky = hours
            .map(|hour| {
                let sun = path.at(hour);
                (sun.up > 0.0)
                    .then(|| (sun, PerezSky::at_elevation(clear.at(sun.up), sun, location.elevation_m)))
            })
            .collect();
        let mean_dry_bulb = (0..24).map(|hour| day.mean_dry_bulb(hour)).collect();
        let mean_humidity_ratio = humidity_ratio
            .chunks(4)
            .zip(humidity_ratio.iter().skip(4).step_by(4))
            .map(|(hour, end)| {
                let start = hour.first().copied().unwrap_or(full);
                let inner: f64 = hour.iter().skip(1).sum();
                (inner + f64::midpoint(start, *end)) / 4.0
            })
            .collect();
        Ok(Self {
            day: day.clone(),
            dry_bulb,
            sky_temperature,
            humidity_ratio,
            sky,
            mean_dry_bulb,
            mean_humidity_ratio,
        })
    }
}
