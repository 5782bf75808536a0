//! Design days of the months (逐月设计日) from the one design day of the year, because a south glass peaks in autumn.
//!
//! Chinese tables have one summer day a place, no monthly ones. The mean of a month is taken from a cosine through the annual mean
//! and that of the coldest month, with its top in the hottest month. With *x* the difference between the means of the hottest month
//! and a month, the month's design dry bulb is 0.256 *x* + 0.0207 *x*² below that of the year. The two numbers are least squares
//! over 62 monthly dry bulbs of 24 Chinese sites (`tests/reference/load`, April to September, approximate but independent) and over
//! the twelve months of Chicago's hourly year (`tests/weather_files`), of each the dry bulb that 3 % of its hours exceed (a
//! judgement: 37 of that year's 41 hours above the annual value lie in July, 5 % of it).
//!
//! The sites are met within 0.70 K rms, Chicago's months within 2.2 K. One factor of *x* alone meets the sites as well (0.357, 0.71 K)
//! and would give Wuhan a January of 26 °C, because the sites have no winter. In the north the sites' June, before the monsoon, is
//! hotter than their July by up to 1 K; the cosine has it cooler.
//!
//! The wet bulb keeps the relative humidity of the annual day. The sites have it 0.4 K lower on average, 1.06 K rms: before the
//! monsoon of the north and of Yunnan it is too moist by up to 3 K. To keep the humidity ratio is worse (1.33 K); to take 0.5 K
//! from the wet bulb for each kelvin of *x* is hardly better (0.96 K) and knows no saturation.

use crate::climate::design_day::{CoolingDay, OPTICAL_DEPTH_BEAM, OPTICAL_DEPTH_DIFFUSE, within};
use crate::climate::moved_air::OutdoorState;
use crate::climate::sky::most_diffuse_depth;
use crate::error::{Error, Problem};
use crate::num;
use crate::psychrometrics;

/// How the design dry bulb of a month falls with the mean of the month, 1 and 1/K: see the module.
const FALL: (f64, f64) = (0.256, 0.0207);
/// Months with a lower design dry bulb have no cooling day, °C: outdoor air cools then. A judgement.
pub const COOLING_FROM_C: f64 = 18.0;
/// The day of the month, as in design days of weather files.
const DAY: u32 = 21;
/// Turbidity from the clearest air on mountains to the haze of cities; the grid has 1.55 to 7.15 at Chinese stations.
const TURBIDITY: (f64, f64) = (1.0, 10.0);

/// A place's climate as annual tables give it.
#[derive(Clone, Debug, PartialEq)]
pub struct AnnualClimate {
    /// Outdoor dry bulb for cooling (夏季空调室外计算干球温度), °C, −60 to 60.
    pub cooling_dry_bulb_c: f64,
    /// Outdoor wet bulb for cooling, °C, from −60 to that dry bulb.
    pub cooling_wet_bulb_c: f64,
    /// Highest minus lowest dry bulb of the design day, K, 0 to 40.
    pub daily_range_k: f64,
    /// Mean of the year (年平均温度), °C, −60 to 60.
    pub annual_mean_c: f64,
    /// Mean of the coldest month (最冷月平均温度), °C, from −60 to that of the year.
    pub coldest_month_mean_c: f64,
    /// The hottest month (最热月), 1 to 12.
    pub hottest_month: u32,
    /// Wind speed in summer, m/s, 0 to 60.
    pub wind_speed_m_s: f64,
    /// From where the wind blows in summer, degrees clockwise from north, 0 to 360.
    pub wind_direction_deg: f64,
    /// Linke turbidity (林克浑浊度) by month, 1 to 10.
    pub turbidity: [f64; 12],
    /// Height above the sea, m, −430 to 6400.
    pub elevation_m: f64,
    /// Atmospheric pressure in summer, Pa, 44,000 to 110,000.
    pub pressure_pa: f64,
}

impl AnnualClimate {
    /// Whether every figure is one that a place can have.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`](crate::error::Fault::OutOfRange) outside the ranges that stand with the fields,
    /// [`Fault::NotFinite`](crate::error::Fault::NotFinite) for what is no number, with the path of every such field.
    pub fn check(&self) -> Result<(), Error> {
        let mut problems: Vec<Problem> = Vec::new();
        // An unusable figure is a problem of its own and must not become a bound.
        let bound = |figure: f64| if figure.is_finite() { figure.clamp(-60.0, 60.0) } else { 60.0 };
        let hottest = f64::from(self.hottest_month);
        for (path, found, minimum, maximum) in [
            ("coolingDryBulbC", self.cooling_dry_bulb_c, -60.0, 60.0),
            ("coolingWetBulbC", self.cooling_wet_bulb_c, -60.0, bound(self.cooling_dry_bulb_c)),
            ("dailyRangeK", self.daily_range_k, 0.0, 40.0),
            ("annualMeanC", self.annual_mean_c, -60.0, 60.0),
            ("coldestMonthMeanC", self.coldest_month_mean_c, -60.0, bound(self.annual_mean_c)),
            ("hottestMonth", hottest, 1.0, 12.0),
            ("windSpeedMS", self.wind_speed_m_s, 0.0, 60.0),
            ("windDirectionDeg", self.wind_direction_deg, 0.0, 360.0),
            ("elevationM", self.elevation_m, -430.0, 6400.0),
            ("pressurePa", self.pressure_pa, 44_000.0, 110_000.0),
        ] {
            within(&mut problems, path, found, minimum, maximum);
        }
        for (month, turbidity) in self.turbidity.iter().enumerate() {
            let (least, most) = TURBIDITY;
            within(&mut problems, &format!("turbidity[{month}]"), *turbidity, least, most);
        }
        Error::from_problems(problems)
    }

    /// How much cooler the mean of `month` is than that of the hottest month, K.
    fn below_hottest(&self, month: u32) -> f64 {
        let months = f64::from(month) - f64::from(self.hottest_month);
        let amplitude = self.annual_mean_c - self.coldest_month_mean_c;
        amplitude * (1.0 - num::cos((30.0 * months).to_radians()))
    }

    /// The design dry bulb of `month`, °C to 0.01.
    fn dry_bulb(&self, month: u32) -> f64 {
        let below = self.below_hottest(month);
        num::quantise(self.cooling_dry_bulb_c - below * (FALL.0 + FALL.1 * below), 2)
    }
}

/// The cooling design days of the months of `climate` on the 21st, January first: those from [`COOLING_FROM_C`] up and the hottest.
///
/// Range and wind are those of the year in every month.
///
/// # Errors
/// As [`AnnualClimate::check`]; [`Fault::OutOfRange`](crate::error::Fault::OutOfRange) at `coolingWetBulbC` for a wet bulb lower
/// than that of dry air.
///
/// # Example
/// ```
/// use tonnage::climate::monthly::{AnnualClimate, cooling_days};
/// let wuhan = AnnualClimate {
///     cooling_dry_bulb_c: 35.2, cooling_wet_bulb_c: 28.4, daily_range_k: 6.15, annual_mean_c: 16.6, coldest_month_mean_c: 3.7,
///     hottest_month: 7, wind_speed_m_s: 2.0, wind_direction_deg: 180.0, turbidity: [4.5; 12], elevation_m: 23.0,
///     pressure_pa: 100_210.0,
/// };
/// let days = cooling_days(&wuhan)?;
/// let months: Vec<u32> = days.iter().map(|day| day.month).collect();
/// assert_eq!(months, [3, 4, 5, 6, 7, 8, 9, 10, 11]);
/// assert_eq!((days[4].dry_bulb_max_c, days[4].wet_bulb_c), (35.2, 28.4));
/// # Ok::<(), tonnage::Error>(())
/// ```
pub fn cooling_days(climate: &AnnualClimate) -> Result<Vec<CoolingDay>, Error> {
    climate.check()?;
    let annual =
        OutdoorState { dry_bulb_c: climate.cooling_dry_bulb_c, wet_bulb_c: climate.cooling_wet_bulb_c };
    let relative_humidity =
        annual.relative_humidity(climate.pressure_pa).map_err(|error| error.within("coolingWetBulbC"))?;
    let mut days = Vec::with_capacity(12);
    for (month, turbidity) in (1_u32..).zip(climate.turbidity) {
        let dry_bulb_max_c = climate.dry_bulb(month);
        if dry_bulb_max_c < COOLING_FROM_C && month != climate.hottest_month {
            continue;
        }
        let wet_bulb = psychrometrics::wet_bulb(dry_bulb_max_c, relative_humidity, climate.pressure_pa)?;
        let (optical_depth_beam, optical_depth_diffuse) = optical_depths(turbidity, climate.elevation_m);
        days.push(CoolingDay {
            month,
            day: DAY,
            dry_bulb_max_c,
            dry_bulb_range_k: climate.daily_range_k,
            wet_bulb_c: num::quantise(wet_bulb, 2),
            wind_speed_m_s: climate.wind_speed_m_s,
            wind_direction_deg: climate.wind_direction_deg,
            optical_depth_beam,
            optical_depth_diffuse,
        });
    }
    Ok(days)
}

/// The optical depths (光学厚度) of beam and diffuse light for a Linke turbidity (林克浑浊度) at a height above the sea, to 0.001.
///
/// Own fit to the clear sky of Ineichen and Perez (2002) with the sun 15 to 75 degrees high: within 0.01 of the beam's depth and 0.10 of
/// the diffuse one. For turbidities of 2 to 6 up to 3600 m the beam of [`ClearSky`](crate::climate::sky::ClearSky) is then theirs within
/// 3 % with the sun above 30 degrees. Where the fit leaves what [`CoolingDay::check`] allows, as in the clearest air above 5000 m, its
/// nearest bound is given.
///
/// # Example
/// ```
/// let (taub, taud) = tonnage::climate::monthly::optical_depths(4.5, 23.0);
/// assert!((taub - 0.502).abs() < 1e-9 && (taud - 2.137).abs() < 1e-9);
/// ```
#[must_use]
pub fn optical_depths(turbidity: f64, elevation_m: f64) -> (f64, f64) {
    let (logarithm, km) = (num::ln(turbidity), elevation_m / 1000.0);
    let beam = 0.0945 + turbidity * (0.0854 + 0.0012 * turbidity) - km * (0.0171 + 0.0113 * turbidity);
    let diffuse = 4.5133 + logarithm * (-2.1526 + 0.3823 * logarithm) + km * (-0.1931 + 0.0301 * logarithm);
    let beam = num::quantise(beam.clamp(OPTICAL_DEPTH_BEAM.0, OPTICAL_DEPTH_BEAM.1), 3);
    let (least, most) = OPTICAL_DEPTH_DIFFUSE;
    let most = most_diffuse_depth(beam).clamp(least, most);
    (beam, num::quantise(diffuse.clamp(least, most), 3))
}
