//! Published design days (DDY): the objects `Site:Location` and `SizingPeriod:DesignDay` of EnergyPlus.
//!
//! Fields as in the *Input Output Reference* of EnergyPlus, "Group – Location, Climate, Weather File Access". Files of before 2010
//! have another order of fields and are refused at the month.

use super::ddy_row::{Moisture, NAME, RawDay, Row};
use super::idf::{Object, objects};
use super::{DesignDay, DesignDays, Origin, Rule, bounded, day_path, repeated};
use crate::climate::design_day::{CoolingDay, day_of_year};
use crate::climate::sun::Location;
use crate::error::{Error, Fault, Problem};
use crate::num;
use crate::psychrometrics;

/// The most design days of a file: published ones have some 140.
const MOST_DAYS: usize = 1000;
/// Fields of a design day and of a place; more are the halves of numbers, or two objects without an end between.
const MOST_DAY_FIELDS: usize = 28;
const MOST_PLACE_FIELDS: usize = 6;
/// By how much a wet bulb may be above its dry bulb for being rounded to tenths of a Fahrenheit degree, K.
const ROUNDING_K: f64 = 0.06;

const DAY_CLASS: &str = "SizingPeriod:DesignDay";
const PLACE_CLASS: &str = "Site:Location";

/// Reads the place and the design days of the text of a DDY file.
///
/// Other objects are skipped and counted. A figure that publishers mark as not available (`N`) and one of a schedule or of a sky
/// without optical depths is `None` with its [`Origin`]. The pressure falls back to the standard one of the station's height.
///
/// # Errors
/// [`Fault::TooLong`], [`Fault::Empty`]; [`Fault::FileSyntax`] for a file that is cut off; [`Fault::DecimalComma`] where `35,2` has become
/// two fields; [`Fault::NotNumber`], [`Fault::NotWhole`], [`Fault::OutOfRange`], [`Fault::UnknownValue`], [`Fault::MissingField`] at `location`
/// or below `designDays[i]`, a wet bulb above its dry bulb and a sky of optical depths without them among these;
/// [`Fault::TooFewItems`], [`Fault::TooManyItems`] at `designDays`; [`Fault::DuplicateKey`] for a second place.
///
/// # Example
/// ```
/// use tonnage::climate::weather_file::{Condition, Percentile, ddy};
/// let file = "Site:Location, Example, 41.98, -87.92, -6.0, 201.0; ! a comment
///     SizingPeriod:DesignDay,
///       Example Ann Htg 99.6% Condns DB, 1, 21, WinterDesignDay, -20, 0.0, DefaultMultipliers, , Wetbulb, -20, , , , ,
///       98934., 4.9, 270, No, No, No, ASHRAEClearSky, , , , , 0.00;";
/// let days = ddy::parse(file)?;
/// let heating = days.heating_day(Condition::heating(Percentile::NinetyNineAndSixTenths))?;
/// assert_eq!((heating.dry_bulb_c, heating.wind_speed_m_s), (-20.0, 4.9));
///
/// let comma = ddy::parse("Site:Location, Example, 41,98, -87,92, -6,0, 201,0;").unwrap_err();
/// assert_eq!((comma.code(), comma.path()), ("decimal_comma", "location"));
/// # Ok::<(), tonnage::Error>(())
/// ```
pub fn parse(text: &str) -> Result<DesignDays, Error> {
    let text = bounded(text)?;
    let mut found: Option<(String, Location)> = None;
    let mut days = Vec::new();
    let mut problems = Vec::new();
    let mut skipped = 0_u32;
    objects(text, |object| {
        if object.class.text.eq_ignore_ascii_case(PLACE_CLASS) {
            if found.is_some() {
                return Err(Error::new("", Fault::DuplicateKey { key: PLACE_CLASS.to_owned() }));
            }
            found = Some(place(object)?);
        } else if object.class.text.eq_ignore_ascii_case(DAY_CLASS) {
            if days.len() >= MOST_DAYS {
                let maximum = num::count(MOST_DAYS);
                return Err(Error::new("designDays", Fault::TooManyItems { maximum }));
            }
            let mut row = Row::new(object, day_path(days.len()));
            days.push(row.day());
            problems.extend(row.into_problems(MOST_DAY_FIELDS));
        } else {
            skipped = skipped.saturating_add(1);
        }
        Ok(())
    })?;
    let Some((place, location)) = found else {
        return Err(Error::new("location", Fault::MissingField));
    };
    if days.is_empty() {
        return Err(Error::new("designDays", Fault::TooFewItems { minimum: 1 }));
    }
    let standard = psychrometrics::standard_pressure(location.elevation_m);
    let mut finished = Vec::with_capacity(days.len());
    for (index, raw) in days.into_iter().enumerate() {
        let (day, found) = raw.finished(standard, &day_path(index));
        problems.extend(found);
        finished.push(day);
    }
    Error::from_problems(problems)?;
    Ok(DesignDays { place, location, days: finished, skipped })
}

/// The place of a file.
fn place(object: &Object<'_>) -> Result<(String, Location), Error> {
    let mut row = Row::new(object, "location".to_owned());
    let name = repeated(row.text(NAME));
    let latitude_deg = row.required(1, "latitudeDeg");
    let longitude_deg = row.required(2, "longitudeDeg");
    let utc_offset_h = row.required(3, "utcOffsetH");
    let elevation_m = row.required(4, "elevationM");
    let location = Location { latitude_deg, longitude_deg, utc_offset_h, elevation_m };
    if row.problems.is_empty() {
        row.extend(location.check());
    }
    Error::from_problems(row.into_problems(MOST_PLACE_FIELDS))?;
    Ok((name, location))
}

impl RawDay {
    /// The day with `standard` pressure if it has none, and what is wrong with it.
    fn finished(self, standard: f64, path: &str) -> (DesignDay, Vec<Problem>) {
        let Self { mut day, pressure_pa, moisture } = self;
        day.pressure_pa = pressure_pa.unwrap_or(standard);
        if pressure_pa.is_none() {
            day.origins.push(Origin { field: "pressurePa", rule: Rule::StandardPressure });
        }
        let mut problems = Vec::new();
        if let (Some(dry_bulb), Some((moisture, value))) = (day.dry_bulb_max_c, moisture) {
            match wet_bulb(dry_bulb, moisture, value, day.pressure_pa) {
                Ok((wet_bulb, rule)) => {
                    day.wet_bulb_c = Some(wet_bulb);
                    day.origins.extend(rule.map(|rule| Origin { field: "wetBulbC", rule }));
                }
                Err(error) => problems.extend(error.within(path).problems().cloned()),
            }
        }
        // What is absent gets a harmless figure, so that what is there is checked.
        let dry_bulb_max_c = day.dry_bulb_max_c.unwrap_or(60.0);
        let checked = CoolingDay {
            month: day.month,
            day: day.day,
            dry_bulb_max_c,
            dry_bulb_range_k: day.dry_bulb_range_k.unwrap_or(0.0),
            wet_bulb_c: day.wet_bulb_c.unwrap_or(dry_bulb_max_c),
            wind_speed_m_s: day.wind_speed_m_s.unwrap_or(0.0),
            wind_direction_deg: day.wind_direction_deg.unwrap_or(0.0),
            optical_depth_beam: day.optical_depth_beam.unwrap_or(0.4),
            optical_depth_diffuse: day.optical_depth_diffuse.unwrap_or(2.2),
        };
        let date_is_known = day_of_year(day.month, day.day).is_ok();
        if date_is_known && let Err(error) = checked.check() {
            problems.extend(error.within(path).problems().cloned());
        }
        (day, problems)
    }
}

/// The wet bulb of published moisture, and how it was found if it was not published itself.
fn wet_bulb(
    dry_bulb_c: f64,
    moisture: Moisture,
    value: f64,
    pressure_pa: f64,
) -> Result<(f64, Option<Rule>), Error> {
    let (ratio, rule, path) = match moisture {
        Moisture::WetBulb if value <= dry_bulb_c + ROUNDING_K => return Ok((value.min(dry_bulb_c), None)),
        Moisture::WetBulb => {
            let fault = Fault::OutOfRange { minimum: -60.0, maximum: dry_bulb_c, found: value.to_string() };
            return Err(Error::new("wetBulbC", fault));
        }
        Moisture::DewPoint => {
            let ratio = psychrometrics::saturation_humidity_ratio(value, pressure_pa);
            (ratio.map_err(|error| error.within("dewPointC"))?, Rule::OfDewPoint, "dewPointC")
        }
        Moisture::HumidityRatio => (value, Rule::OfHumidityRatio, "humidityRatio"),
        Moisture::Enthalpy => {
            let dry = psychrometrics::enthalpy(dry_bulb_c, 0.0);
            let per_vapour = psychrometrics::enthalpy(dry_bulb_c, 1.0) - dry;
            ((value - dry) / per_vapour, Rule::OfEnthalpy, "enthalpyJKg")
        }
    };
    let saturated = psychrometrics::saturation_humidity_ratio(dry_bulb_c, pressure_pa)?;
    // Vapour pressures are to each other as x / (0.622 + x).
    let pressure_share = |ratio: f64| ratio / (psychrometrics::MOLAR_MASS_RATIO + ratio);
    let relative = pressure_share(ratio) / pressure_share(saturated);
    // A published figure of saturated air may be over it by its rounding.
    let relative = if (1.0..=1.02).contains(&relative) { 1.0 } else { relative };
    let wet_bulb = psychrometrics::wet_bulb(dry_bulb_c, relative, pressure_pa).map_err(|_| {
        let maximum = 1.0;
        Error::new(path, Fault::OutOfRange { minimum: 0.0, maximum, found: format!("saturation {relative}") })
    })?;
    Ok((wet_bulb, Some(rule)))
}
