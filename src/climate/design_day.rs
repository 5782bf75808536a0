//! The days for which rooms are sized (设计日): outdoor air, wind and sky by the hour.

use crate::error::{Error, Fault, Problem};
use crate::psychrometrics;

/// By how much of its daily range the dry bulb is below its maximum at clock hours 1 to 24.
///
/// ASHRAE Handbook—Fundamentals, chapter 14, table of fractions of the daily temperature range, with the digits that the design day
/// of EnergyPlus uses.
const RANGE_FRACTIONS: [f64; 24] = [
    0.88, 0.92, 0.95, 0.98, 1.0, 0.98, 0.91, 0.74, 0.55, 0.38, 0.23, 0.13, 0.05, 0.0, 0.0, 0.06, 0.14, 0.24,
    0.39, 0.50, 0.59, 0.68, 0.75, 0.82,
];

/// Days of the months of a year that is no leap year.
const MONTH_DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Ranges beyond which a figure is a slip: judgements, wider than what the climates of towns have.
const DRY_BULB_C: (f64, f64) = (-60.0, 60.0);
const DRY_BULB_RANGE_K: (f64, f64) = (0.0, 40.0);
const WIND_SPEED_M_S: (f64, f64) = (0.0, 60.0);
/// Likewise; handbook stations have 0.2 to 1.6 for the beam and 1.2 to 2.8 for the diffuse light.
pub(super) const OPTICAL_DEPTH_BEAM: (f64, f64) = (0.05, 3.0);
pub(super) const OPTICAL_DEPTH_DIFFUSE: (f64, f64) = (0.5, 5.0);

/// Notes what is not a number from `minimum` to `maximum`.
pub(super) fn within(problems: &mut Vec<Problem>, path: &str, found: f64, minimum: f64, maximum: f64) {
    let fault = if !found.is_finite() {
        Fault::NotFinite
    } else if (minimum..=maximum).contains(&found) {
        return;
    } else {
        Fault::OutOfRange { minimum, maximum, found: found.to_string() }
    };
    problems.push(Problem { path: path.to_owned(), fault });
}

/// Notes what is outside `range`.
fn inside(problems: &mut Vec<Problem>, path: &str, found: f64, range: (f64, f64)) {
    within(problems, path, found, range.0, range.1);
}

/// Notes a date that is not in the calendar.
fn dated(problems: &mut Vec<Problem>, month: u32, day: u32) {
    if let Err(error) = day_of_year(month, day) {
        problems.extend(error.problems().cloned());
    }
}

/// The day of the year of a date in a year that is no leap year: 1 on 1 January, 365 on 31 December.
///
/// # Errors
/// [`Fault::OutOfRange`] at `month` outside 1 to 12, or at `day` for a day that the month does not have, 29 February among them.
///
/// # Example
/// ```
/// use tonnage::climate::design_day::day_of_year;
/// assert_eq!(day_of_year(7, 21)?, 202);
/// assert_eq!(day_of_year(4, 31).unwrap_err().path(), "day");
/// # Ok::<(), tonnage::Error>(())
/// ```
pub fn day_of_year(month: u32, day: u32) -> Result<u32, Error> {
    let refused = |path: &str, maximum: u32, found: u32| {
        let fault = Fault::OutOfRange { minimum: 1.0, maximum: f64::from(maximum), found: found.to_string() };
        Error::new(path, fault)
    };
    let mut before = 0_u32;
    for (number, days) in (1_u32..).zip(MONTH_DAYS) {
        if number == month {
            let known = (1..=days).contains(&day);
            return if known { Ok(before.saturating_add(day)) } else { Err(refused("day", days, day)) };
        }
        before = before.saturating_add(days);
    }
    Err(refused("month", 12, month))
}

/// `humidity_ratio`, but not more than air of `dry_bulb_c` can hold at `pressure_pa`, kg/kg: the rest has become dew.
///
/// # Errors
/// As [`psychrometrics::humidity_ratio`].
pub fn not_above_saturation(humidity_ratio: f64, dry_bulb_c: f64, pressure_pa: f64) -> Result<f64, Error> {
    Ok(humidity_ratio.min(psychrometrics::saturation_humidity_ratio(dry_bulb_c, pressure_pa)?))
}

/// A cloudless day on which rooms are to be kept cool, the same day before and after it.
///
/// # Example
/// ```
/// use tonnage::climate::design_day::CoolingDay;
/// let day = CoolingDay {
///     month: 7,
///     day: 21,
///     dry_bulb_max_c: 35.2,
///     dry_bulb_range_k: 6.9,
///     wet_bulb_c: 28.4,
///     wind_speed_m_s: 2.0,
///     wind_direction_deg: 180.0,
///     optical_depth_beam: 0.6,
///     optical_depth_diffuse: 1.7,
/// };
/// day.check()?;
/// assert!((day.dry_bulb_at(14.5) - 35.2).abs() < 1e-9);
/// assert!((day.dry_bulb_at(5.0) - 28.3).abs() < 1e-9);
/// # Ok::<(), tonnage::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct CoolingDay {
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 28, 30 or 31.
    pub day: u32,
    /// Highest dry bulb (最高干球温度), at 14:00 and 15:00, °C, −60 to 60.
    pub dry_bulb_max_c: f64,
    /// Highest minus lowest dry bulb (日较差), K, 0 to 40.
    pub dry_bulb_range_k: f64,
    /// Wet bulb at the time of the highest dry bulb (湿球温度), °C, from −60 to that dry bulb.
    pub wet_bulb_c: f64,
    /// Wind speed all day (风速), m/s, 0 to 60.
    pub wind_speed_m_s: f64,
    /// From where the wind blows (风向), degrees clockwise from north, 0 to 360.
    pub wind_direction_deg: f64,
    /// Optical depth of the beam (直射光学厚度), 0.05 to 3; of the clear-sky model since 2013.
    pub optical_depth_beam: f64,
    /// Optical depth of the diffuse light (散射光学厚度), 0.5 to 5 and less for great depths of the beam.
    pub optical_depth_diffuse: f64,
}

impl CoolingDay {
    /// Whether every figure is one that a day can have.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] outside the ranges that stand with the fields, [`Fault::NotFinite`] for what is no number, with
    /// the path of every such field.
    pub fn check(&self) -> Result<(), Error> {
        let mut problems = Vec::new();
        let found = &mut problems;
        dated(found, self.month, self.day);
        inside(found, "dryBulbMaxC", self.dry_bulb_max_c, DRY_BULB_C);
        inside(found, "dryBulbRangeK", self.dry_bulb_range_k, DRY_BULB_RANGE_K);
        let (lowest, highest) = DRY_BULB_C;
        // An unusable dry bulb is a problem of its own and must not become a bound.
        let ceiling = if self.dry_bulb_max_c.is_finite() { self.dry_bulb_max_c } else { highest };
        within(found, "wetBulbC", self.wet_bulb_c, lowest, ceiling);
        inside(found, "windSpeedMS", self.wind_speed_m_s, WIND_SPEED_M_S);
        within(found, "windDirectionDeg", self.wind_direction_deg, 0.0, 360.0);
        inside(found, "opticalDepthBeam", self.optical_depth_beam, OPTICAL_DEPTH_BEAM);
        // Above this the clear-sky relations turn over, and the sky would blaze at sunset.
        let (least, most) = OPTICAL_DEPTH_DIFFUSE;
        let most = super::sky::most_diffuse_depth(self.optical_depth_beam).clamp(least, most);
        inside(found, "opticalDepthDiffuse", self.optical_depth_diffuse, (least, most));
        Error::from_problems(problems)
    }

    /// The day of the year, 1 to 365.
    ///
    /// # Errors
    /// As [`day_of_year`].
    pub fn day_of_year(&self) -> Result<u32, Error> {
        day_of_year(self.month, self.day)
    }

    /// Dry bulb (干球温度) at `hour` of the clock, 0 to 24 with fractions, °C: straight lines between the hours.
    #[must_use]
    pub fn dry_bulb_at(&self, hour: f64) -> f64 {
        let [.., midnight] = RANGE_FRACTIONS;
        let mut before = midnight;
        let mut fraction = midnight;
        for (end, at_end) in (1_u32..).zip(RANGE_FRACTIONS) {
            let left = f64::from(end) - hour;
            if left >= 0.0 {
                fraction = at_end + (before - at_end) * left.min(1.0);
                break;
            }
            before = at_end;
        }
        self.dry_bulb_max_c - self.dry_bulb_range_k * fraction
    }

    /// Mean dry bulb from `hour_of_day` to the next full hour, °C: 0 is the hour from midnight to one, 23 the last.
    #[must_use]
    pub fn mean_dry_bulb(&self, hour_of_day: u32) -> f64 {
        let start = f64::from(hour_of_day);
        f64::midpoint(self.dry_bulb_at(start), self.dry_bulb_at(start + 1.0))
    }

    /// Humidity ratio (含湿量) at the highest dry bulb, kg/kg: that of the whole day, but see [`not_above_saturation`].
    ///
    /// # Errors
    /// As [`psychrometrics::humidity_ratio`], with the path of the wet bulb; [`Fault::OutOfRange`] there also for a wet bulb
    /// that is lower than that of dry air.
    pub fn humidity_ratio(&self, pressure_pa: f64) -> Result<f64, Error> {
        let ratio =
            psychrometrics::humidity_ratio_of_wet_bulb(self.dry_bulb_max_c, self.wet_bulb_c, pressure_pa)
                .map_err(|error| error.within("wetBulbC"))?;
        if ratio > 0.0 {
            return Ok(ratio);
        }
        let minimum = psychrometrics::wet_bulb(self.dry_bulb_max_c, 0.0, pressure_pa)?;
        let found = self.wet_bulb_c.to_string();
        Err(Error::new("wetBulbC", Fault::OutOfRange { minimum, maximum: self.dry_bulb_max_c, found }))
    }

    /// Humidity ratio at `hour` of the clock, kg/kg: the day's, or less where the air of the hour cannot hold it.
    ///
    /// # Errors
    /// As [`CoolingDay::humidity_ratio`] and [`not_above_saturation`].
    pub fn humidity_ratio_at(&self, hour: f64, pressure_pa: f64) -> Result<f64, Error> {
        not_above_saturation(self.humidity_ratio(pressure_pa)?, self.dry_bulb_at(hour), pressure_pa)
    }
}

/// A day without sun on which rooms are to be kept warm: the same air from midnight to midnight, saturated.
#[derive(Clone, Debug, PartialEq)]
pub struct HeatingDay {
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 28, 30 or 31.
    pub day: u32,
    /// Dry bulb all day (冬季室外计算温度), °C, −60 to 60.
    pub dry_bulb_c: f64,
    /// Wind speed all day (风速), m/s, 0 to 60.
    pub wind_speed_m_s: f64,
    /// From where the wind blows (风向), degrees clockwise from north, 0 to 360.
    pub wind_direction_deg: f64,
}

impl HeatingDay {
    /// Whether every figure is one that a day can have.
    ///
    /// # Errors
    /// As [`CoolingDay::check`].
    pub fn check(&self) -> Result<(), Error> {
        let mut problems = Vec::new();
        dated(&mut problems, self.month, self.day);
        inside(&mut problems, "dryBulbC", self.dry_bulb_c, DRY_BULB_C);
        inside(&mut problems, "windSpeedMS", self.wind_speed_m_s, WIND_SPEED_M_S);
        within(&mut problems, "windDirectionDeg", self.wind_direction_deg, 0.0, 360.0);
        Error::from_problems(problems)
    }

    /// The day of the year, 1 to 365.
    ///
    /// # Errors
    /// As [`day_of_year`].
    pub fn day_of_year(&self) -> Result<u32, Error> {
        day_of_year(self.month, self.day)
    }

    /// Humidity ratio of the saturated air (含湿量), kg/kg.
    ///
    /// # Errors
    /// As [`psychrometrics::humidity_ratio`].
    pub fn humidity_ratio(&self, pressure_pa: f64) -> Result<f64, Error> {
        psychrometrics::saturation_humidity_ratio(self.dry_bulb_c, pressure_pa)
    }
}
