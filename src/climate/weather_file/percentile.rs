//! Design days derived from a year of hours (由全年逐时数据推导设计日).
//!
//! The percentile rule is that of the ASHRAE Handbook—Fundamentals (2017), chapter 14: the cooling dry bulb is exceeded in 0.4, 1
//! or 2 % of the hours of the year, or in 0.4, 2, 5 or 10 % of those of a month; heating has 99.6 and 99 %. The chapter applies it
//! to some 25 years. One typical year has neither their heat waves nor their cold spells: what comes out is milder at the rare end,
//! and the published days of a DDY file are to be preferred where there are any.

use super::clear_hours::optical_depths;
use super::epw::{Hour, WeatherYear};
use super::{Basis, Condition, DesignDay, DesignDays, Origin, Percentile, Rule};
use crate::error::{Error, Fault};
use crate::num;
use crate::psychrometrics;

/// Hours that coincide with a design figure lie within this of it, K.
const COINCIDENT_K: f64 = 0.5;
/// The share of a month's hours that must be there, in hundredths: the bound of chapter 14 for a month of a record.
const FEWEST_HOURS_PERCENT: usize = 85;
/// Hours of a day that must be there for its range: a judgement.
const FEWEST_HOURS_OF_DAY: usize = 20;
/// The day of the month of published design days.
const DAY: u32 = 21;

const COOLING: [Percentile; 3] = [Percentile::FourTenths, Percentile::One, Percentile::Two];
const MONTHLY: [Percentile; 4] = [Percentile::FourTenths, Percentile::Two, Percentile::Five, Percentile::Ten];
const HEATING: [Percentile; 2] = [Percentile::NinetyNineAndSixTenths, Percentile::NinetyNine];

/// An hour with what the rules ask of it.
struct Sample<'year> {
    hour: &'year Hour,
    dry_bulb: f64,
    wet_bulb: f64,
}

/// What the days of a month share.
struct Month {
    number: u32,
    mean_dry_bulb: f64,
    mean_range: f64,
    /// Mean range of the days above the 5 % dry bulb.
    hot_range: f64,
    optical_depths: Option<(f64, f64)>,
}

/// The design days of a year: cooling of the year by dry bulb and by wet bulb, heating, and cooling by month, with the names of
/// published files.
///
/// Each figure has its [`Origin`]. For the percentiles that chapter 14 publishes choose with [`DesignDays::cooling_day`] and
/// [`DesignDays::heating_day`].
///
/// # Errors
/// [`Fault::TooFewItems`] at `months[i]` for a month of which more than 15 % of the hours lack dry bulb or humidity; as
/// [`psychrometrics::wet_bulb`] for hours of no air.
///
/// # Example
/// ```
/// use tonnage::climate::design_day::{CoolingDay, HeatingDay};
/// use tonnage::climate::weather_file::{Condition, Percentile, epw, percentile, text};
/// use tonnage::{Error, climate::sun::Location};
///
/// fn weather(file: &[u8]) -> Result<(Location, CoolingDay, HeatingDay), Error> {
///     let days = percentile::design_days(&epw::parse(&text(file))?)?;
///     let cooling = days.cooling_day(Condition::cooling(Percentile::One))?;
///     let heating = days.heating_day(Condition::heating(Percentile::NinetyNine))?;
///     Ok((days.location, cooling, heating))
/// }
/// assert_eq!(weather(b"").unwrap_err().code(), "empty");
/// ```
pub fn design_days(year: &WeatherYear) -> Result<DesignDays, Error> {
    let standard = psychrometrics::standard_pressure(year.location.elevation_m);
    let samples = samples(year, standard)?;
    let mut months = Vec::with_capacity(12);
    for number in 1..=12_u32 {
        months.push(Month::new(year, number, &samples)?);
    }
    let pressure_pa = mean(year.hours.iter().filter_map(|hour| hour.pressure_pa)).unwrap_or(standard);
    let hottest = extreme(&months, |month| month.mean_dry_bulb);
    let coldest = extreme(&months, |month| -month.mean_dry_bulb);
    let all: Vec<&Sample<'_>> = samples.iter().collect();
    let mut days = Vec::new();
    for basis in [Basis::DryBulb, Basis::WetBulb] {
        for percentile in COOLING {
            let condition = Condition { basis, ..Condition::cooling(percentile) };
            days.extend(hottest.and_then(|month| cooling(condition, &all, month)));
        }
    }
    for percentile in HEATING {
        days.extend(coldest.and_then(|month| heating(Condition::heating(percentile), &all, month)));
    }
    for percentile in MONTHLY {
        for month in &months {
            let own: Vec<&Sample<'_>> =
                samples.iter().filter(|sample| sample.hour.month == month.number).collect();
            days.extend(cooling(Condition::cooling_in(month.number, percentile), &own, month));
        }
    }
    for day in &mut days {
        day.pressure_pa = pressure_pa;
        day.origins.push(Origin { field: "pressurePa", rule: Rule::YearMean });
    }
    Ok(DesignDays { place: year.place.clone(), location: year.location, days, skipped: 0 })
}

/// The hours that have dry bulb and humidity.
fn samples(year: &WeatherYear, standard_pressure: f64) -> Result<Vec<Sample<'_>>, Error> {
    let mut samples = Vec::with_capacity(year.hours.len());
    for (index, hour) in year.hours.iter().enumerate() {
        let Some(dry_bulb) = hour.dry_bulb_c else { continue };
        let humidity = match (hour.dew_point_c, hour.relative_humidity) {
            (Some(dew_point), _) => {
                // Rounded separately, the dew point of fog may be above its dry bulb.
                let vapour = psychrometrics::saturation_pressure(dew_point.min(dry_bulb))?;
                (vapour / psychrometrics::saturation_pressure(dry_bulb)?).min(1.0)
            }
            (None, Some(humidity)) => humidity,
            (None, None) => continue,
        };
        let pressure = hour.pressure_pa.unwrap_or(standard_pressure);
        let wet_bulb = psychrometrics::wet_bulb(dry_bulb, humidity, pressure)
            .map_err(|error| error.within(&format!("hours[{index}]")))?;
        samples.push(Sample { hour, dry_bulb, wet_bulb });
    }
    Ok(samples)
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let mut sum = 0.0;
    let mut count = 0_u32;
    for value in values {
        sum += value;
        count = count.saturating_add(1);
    }
    (count > 0).then(|| sum / f64::from(count))
}

/// The month with the largest measure, the first of equal ones.
fn extreme(months: &[Month], measure: impl Fn(&Month) -> f64) -> Option<&Month> {
    let mut largest: Option<&Month> = None;
    for month in months {
        if largest.is_none_or(|known| measure(month) > measure(known)) {
            largest = Some(month);
        }
    }
    largest
}

/// The value that `per_mille` thousandths of `values` exceed, rounded down to whole hours.
fn exceeded(mut values: Vec<f64>, per_mille: u32) -> Option<f64> {
    values.sort_by(|first, second| second.total_cmp(first));
    let share = usize::try_from(per_mille).ok()?;
    values.get(values.len().saturating_mul(share) / 1000).copied()
}

/// The value than which `per_mille` thousandths of `values` are lower.
fn undercut(values: Vec<f64>, per_mille: u32) -> Option<f64> {
    exceeded(values.into_iter().map(|value| -value).collect(), per_mille).map(|value| -value)
}

impl Month {
    fn new(year: &WeatherYear, number: u32, samples: &[Sample<'_>]) -> Result<Self, Error> {
        let hours: Vec<&Hour> = year.hours.iter().filter(|hour| hour.month == number).collect();
        let own: Vec<&Sample<'_>> = samples.iter().filter(|sample| sample.hour.month == number).collect();
        let fewest = hours.len() * FEWEST_HOURS_PERCENT / 100;
        if own.len() < fewest.max(1) {
            let path = format!("months[{}]", number.saturating_sub(1));
            return Err(Error::new(path, Fault::TooFewItems { minimum: num::count(fewest) }));
        }
        let dry_bulbs = || own.iter().map(|sample| sample.dry_bulb);
        let limit = exceeded(dry_bulbs().collect(), Percentile::Five.per_mille()).unwrap_or(f64::INFINITY);
        // Highest dry bulb and range of every day.
        let mut days = Vec::new();
        for day in own.chunk_by(|first, second| first.hour.day == second.hour.day) {
            let highest = day.iter().map(|sample| sample.dry_bulb).fold(f64::NEG_INFINITY, f64::max);
            let lowest = day.iter().map(|sample| sample.dry_bulb).fold(f64::INFINITY, f64::min);
            if day.len() >= FEWEST_HOURS_OF_DAY {
                days.push((highest, highest - lowest));
            }
        }
        let mean_range = mean(days.iter().map(|(_, range)| *range)).unwrap_or_default();
        let hot = days.iter().filter(|(highest, _)| *highest > limit).map(|(_, range)| *range);
        Ok(Self {
            number,
            mean_dry_bulb: mean(dry_bulbs()).unwrap_or_default(),
            mean_range,
            hot_range: mean(hot).unwrap_or(mean_range),
            optical_depths: optical_depths(&year.location, &hours),
        })
    }
}

/// Speed and direction of the wind in `hours`.
fn wind(hours: &[&Sample<'_>]) -> (Option<f64>, Option<f64>) {
    let speed = mean(hours.iter().filter_map(|sample| sample.hour.wind_speed_m_s));
    let mut counts = [0_u32; 16];
    for sample in hours {
        let calm = sample.hour.wind_speed_m_s.is_none_or(|speed| speed <= 0.0);
        let Some(direction) = sample.hour.wind_direction_deg.filter(|_| !calm) else { continue };
        let sector = (direction / 22.5).round() % 16.0;
        for (number, count) in (0_u32..).zip(counts.iter_mut()) {
            if (f64::from(number) - sector).abs() < 0.5 {
                *count = count.saturating_add(1);
            }
        }
    }
    // The first of equally frequent ones, clockwise from north; a calm hour has no direction.
    let most = counts.iter().copied().max().unwrap_or_default();
    let prevailing = (0_u32..).zip(counts).find(|(_, count)| *count == most);
    (speed, prevailing.filter(|_| speed.is_some()).map(|(number, _)| f64::from(number) * 22.5))
}

/// What is the same for cooling and heating: name, date, wind of the hours `coincident`.
fn day_of(condition: Condition, month: &Month, coincident: &[&Sample<'_>]) -> DesignDay {
    let (wind_speed_m_s, wind_direction_deg) = wind(coincident);
    let mut origins = vec![Origin { field: "month", rule: Rule::TwentyFirst }];
    let measured = |figure: Option<f64>, rule| if figure.is_some() { rule } else { Rule::TooFewHours };
    origins.push(Origin { field: "windSpeedMS", rule: measured(wind_speed_m_s, Rule::Coincident) });
    let direction = measured(wind_direction_deg, Rule::PrevailingDirection);
    origins.push(Origin { field: "windDirectionDeg", rule: direction });
    DesignDay {
        name: condition.name(),
        season: condition.season,
        condition: Some(condition),
        month: month.number,
        day: DAY,
        dry_bulb_max_c: None,
        dry_bulb_range_k: None,
        wet_bulb_c: None,
        pressure_pa: 0.0,
        wind_speed_m_s,
        wind_direction_deg,
        optical_depth_beam: None,
        optical_depth_diffuse: None,
        origins,
    }
}

/// Those of `samples` whose `measure` is near `figure`.
fn near<'list, 'year>(
    samples: &[&'list Sample<'year>],
    figure: f64,
    measure: impl Fn(&Sample<'_>) -> f64,
) -> Vec<&'list Sample<'year>> {
    // A hair wider, so that differences of tenths do not fall out by their last bit.
    let width = COINCIDENT_K + 1e-9;
    samples.iter().copied().filter(|sample| (measure(sample) - figure).abs() <= width).collect()
}

/// The cooling day of `condition` by dry or wet bulb.
fn cooling(condition: Condition, samples: &[&Sample<'_>], month: &Month) -> Option<DesignDay> {
    let by_wet_bulb = condition.basis == Basis::WetBulb;
    let measure = |sample: &Sample<'_>| if by_wet_bulb { sample.wet_bulb } else { sample.dry_bulb };
    let values = samples.iter().map(|sample| measure(sample)).collect();
    let figure = exceeded(values, condition.percentile.per_mille())?;
    let coincident = near(samples, figure, measure);
    let (dry_bulb, wet_bulb, dry_rule, wet_rule) = if by_wet_bulb {
        let dry_bulb = mean(coincident.iter().map(|sample| sample.dry_bulb))?;
        (dry_bulb.max(figure), figure, Rule::Coincident, Rule::HoursExceeded)
    } else {
        // In saturated air the mean of warmer and colder hours may be above the figure.
        let wet_bulb = mean(coincident.iter().map(|sample| sample.wet_bulb))?;
        (figure, wet_bulb.min(figure), Rule::HoursExceeded, Rule::Coincident)
    };
    let mut day = day_of(condition, month, &coincident);
    let (range, range_rule) = match condition.month {
        Some(_) => (month.hot_range, Rule::CoincidentDailyRange),
        None => (month.mean_range, Rule::MeanDailyRange),
    };
    day.dry_bulb_max_c = Some(dry_bulb);
    day.dry_bulb_range_k = Some(range);
    day.wet_bulb_c = Some(wet_bulb);
    day.optical_depth_beam = month.optical_depths.map(|(beam, _)| beam);
    day.optical_depth_diffuse = month.optical_depths.map(|(_, diffuse)| diffuse);
    let sky_rule = if month.optical_depths.is_some() { Rule::ClearestHours } else { Rule::TooFewHours };
    for (field, rule) in [
        ("dryBulbMaxC", dry_rule),
        ("wetBulbC", wet_rule),
        ("dryBulbRangeK", range_rule),
        ("opticalDepthBeam", sky_rule),
        ("opticalDepthDiffuse", sky_rule),
    ] {
        day.origins.push(Origin { field, rule });
    }
    Some(day)
}

/// The heating day of `condition`: saturated air, as the load takes it.
fn heating(condition: Condition, samples: &[&Sample<'_>], month: &Month) -> Option<DesignDay> {
    let values = samples.iter().map(|sample| sample.dry_bulb).collect();
    let share = 1000_u32.saturating_sub(condition.percentile.per_mille());
    let figure = undercut(values, share)?;
    let coincident = near(samples, figure, |sample| sample.dry_bulb);
    let mut day = day_of(condition, month, &coincident);
    day.dry_bulb_max_c = Some(figure);
    day.dry_bulb_range_k = Some(0.0);
    day.wet_bulb_c = Some(figure);
    for (field, rule) in [
        ("dryBulbMaxC", Rule::HoursExceeded),
        ("dryBulbRangeK", Rule::SteadyAir),
        ("wetBulbC", Rule::SteadyAir),
    ] {
        day.origins.push(Origin { field, rule });
    }
    Some(day)
}
