//! Where the sun stands (太阳位置), by the clock of a place.
//!
//! The low-precision series of the *Astronomical Almanac* (section C; 0.01° from 1950 to 2050), without refraction. They are
//! evaluated for a day at its noon and, for their rates, at its two ends; an instant then costs one sine and one cosine.

use super::design_day::within;
use crate::error::{Error, Problem};
use crate::num;

/// The year whose dates stand for those of every year where none is given.
///
/// It is the second after a leap year: its dates lie within 0.13 day (0.05° of declination) of the mean of the four-year
/// cycle, both before and after 29 February.
pub const MEAN_YEAR: i32 = 2022;

/// Degrees that the sky turns in an hour of the mean sun.
const DEGREES_PER_HOUR: f64 = 15.0;

/// A point of the earth and its clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Location {
    /// Latitude (纬度), degrees, north positive, −90 to 90.
    pub latitude_deg: f64,
    /// Longitude (经度), degrees, east positive, −180 to 180.
    pub longitude_deg: f64,
    /// Hours that the standard clock is ahead of UTC (时区), −12 to 14; no daylight saving.
    pub utc_offset_h: f64,
    /// Height above the sea (海拔), m, −430 to 6400: the shore of the Dead Sea to above every town.
    pub elevation_m: f64,
}

impl Location {
    /// Whether every figure is one that a place can have.
    ///
    /// # Errors
    /// `OutOfRange` outside the ranges that stand with the fields, `NotFinite` for what is no number, with the path of
    /// every such field.
    pub fn check(&self) -> Result<(), Error> {
        let mut problems: Vec<Problem> = Vec::new();
        within(&mut problems, "latitudeDeg", self.latitude_deg, -90.0, 90.0);
        within(&mut problems, "longitudeDeg", self.longitude_deg, -180.0, 180.0);
        within(&mut problems, "utcOffsetH", self.utc_offset_h, -12.0, 14.0);
        within(&mut problems, "elevationM", self.elevation_m, -430.0, 6400.0);
        Error::from_problems(problems)
    }
}

/// The direction towards the centre of the sun, of length 1, without refraction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sun {
    /// Part towards the east.
    pub east: f64,
    /// Part towards the north.
    pub north: f64,
    /// Part towards the zenith: the sine of the altitude, negative at night.
    pub up: f64,
}

impl Sun {
    /// Altitude above the horizon (太阳高度角), degrees, −90 to 90.
    #[must_use]
    pub fn altitude_deg(&self) -> f64 {
        num::asin(self.up.clamp(-1.0, 1.0)).to_degrees()
    }

    /// Azimuth (太阳方位角), degrees clockwise from north, from 0 to below 360; 0 in the zenith.
    #[must_use]
    pub fn azimuth_deg(&self) -> f64 {
        let azimuth = num::atan2(self.east, self.north).to_degrees();
        let turned = if azimuth < 0.0 { azimuth + 360.0 } else { azimuth };
        // A hair west of north is rounded to the full circle.
        if turned < 360.0 { turned } else { 0.0 }
    }
}

/// The sun's way through one day at one place.
///
/// # Example
/// ```
/// use tonnage::climate::sun::{Location, SunPath};
/// let wuhan = Location { latitude_deg: 30.6, longitude_deg: 114.1, utc_offset_h: 8.0, elevation_m: 23.0 };
/// let sun = SunPath::new(&wuhan, 202).at(12.5); // 21 July, half past twelve
/// assert!((sun.altitude_deg() - 79.9).abs() < 0.1);
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SunPath {
    sin_latitude: f64,
    cos_latitude: f64,
    sin_declination: f64,
    cos_declination: f64,
    /// rad/h.
    declination_rate: f64,
    /// At clock noon, rad, positive after the sun's passage of the meridian.
    hour_angle: f64,
    /// rad/h.
    hour_angle_rate: f64,
}

impl SunPath {
    /// The path on `day_of_year` (1 is 1 January, 365 is 31 December) of the [`MEAN_YEAR`].
    #[must_use]
    pub fn new(location: &Location, day_of_year: u32) -> Self {
        Self::in_year(location, MEAN_YEAR, day_of_year)
    }

    /// The path on `day_of_year` (1 is 1 January, 366 is 31 December of a leap year) of `year` of the Gregorian calendar.
    ///
    /// Good to 0.01° of arc from 1950 to 2050, and slowly worse beyond.
    #[must_use]
    pub fn in_year(location: &Location, year: i32, day_of_year: u32) -> Self {
        let noon = days_from_2000(year) + f64::from(day_of_year) - 1.0 - location.utc_offset_h / 24.0;
        let (declination, equation) = series(noon);
        let (declination_before, equation_before) = series(noon - 0.5);
        let (declination_after, equation_after) = series(noon + 0.5);
        let equation_rate = (equation_after - equation_before) / 24.0;
        let (sin_latitude, cos_latitude) = num::sin_cos(location.latitude_deg.to_radians());
        let (sin_declination, cos_declination) = num::sin_cos(declination);
        let ahead = location.longitude_deg - DEGREES_PER_HOUR * location.utc_offset_h;
        Self {
            sin_latitude,
            cos_latitude,
            sin_declination,
            cos_declination,
            declination_rate: (declination_after - declination_before) / 24.0,
            hour_angle: (equation + ahead).to_radians(),
            hour_angle_rate: (DEGREES_PER_HOUR + equation_rate).to_radians(),
        }
    }

    /// The sun at `hour` of the local standard clock, 0 to 24 with fractions.
    #[must_use]
    pub fn at(&self, hour: f64) -> Sun {
        let after_noon = hour - 12.0;
        // In half a day the declination moves by less than 0.0036 rad: two terms of its Taylor series leave 1e-8.
        let moved = self.declination_rate * after_noon;
        let kept = 1.0 - moved * moved / 2.0;
        let sin_declination = self.sin_declination * kept + self.cos_declination * moved;
        let cos_declination = self.cos_declination * kept - self.sin_declination * moved;
        let (sin_hour, cos_hour) = num::sin_cos(self.hour_angle + self.hour_angle_rate * after_noon);
        let towards_noon = cos_declination * cos_hour;
        Sun {
            east: -cos_declination * sin_hour,
            north: self.cos_latitude * sin_declination - self.sin_latitude * towards_noon,
            up: self.sin_latitude * sin_declination + self.cos_latitude * towards_noon,
        }
    }
}

/// Days from noon of 1 January 2000 to noon of 1 January of `year`, Gregorian.
fn days_from_2000(year: i32) -> f64 {
    let before = f64::from(year) - 1.0;
    let leap_days = (before / 4.0).floor() - (before / 100.0).floor() + (before / 400.0).floor();
    // Until the end of 1999 there are 484 leap days.
    365.0 * (before - 1999.0) + leap_days - 484.0
}

/// Declination of the sun in radians and equation of time in degrees of hour angle (positive when the sun is ahead of the
/// mean sun), `days` after noon UT of 1 January 2000: the *Astronomical Almanac*'s series for the sun.
fn series(days: f64) -> (f64, f64) {
    let mean_longitude = 280.460 + 0.985_647_4 * days;
    let anomaly = (357.528 + 0.985_600_3 * days).to_radians();
    let longitude = mean_longitude + 1.915 * num::sin(anomaly) + 0.020 * num::sin(2.0 * anomaly);
    let (sin_obliquity, cos_obliquity) = num::sin_cos((23.439 - 4e-7 * days).to_radians());
    let (sin_longitude, cos_longitude) = num::sin_cos(longitude.to_radians());
    let ascension = num::atan2(cos_obliquity * sin_longitude, cos_longitude).to_degrees();
    let turns = (mean_longitude - ascension) / 360.0;
    (num::asin(sin_obliquity * sin_longitude), 360.0 * (turns - turns.round()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_by_the_gregorian_calendar() {
        for (year, days) in [(2000, 0.0), (2001, 366.0), (2004, 1461.0), (1999, -365.0), (2101, 36_890.0)] {
            assert!((days_from_2000(year) - days).abs() < 1e-9, "{year}: {}", days_from_2000(year));
        }
    }

    #[test]
    fn directions_have_length_one() {
        let place = Location { latitude_deg: 51.0, longitude_deg: 10.0, utc_offset_h: 1.0, elevation_m: 0.0 };
        for day in 1..=365 {
            for hour in 0..=24 {
                let sun = SunPath::new(&place, day).at(f64::from(hour));
                let length = (sun.east * sun.east + sun.north * sun.north + sun.up * sun.up).sqrt();
                assert!((length - 1.0).abs() < 1e-9);
            }
        }
    }
}
