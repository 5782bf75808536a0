//! A year of hours (EPW): the weather file of EnergyPlus.
//!
//! Columns, ranges and codes of missing values as in *Auxiliary Programs* of EnergyPlus, "EnergyPlus Weather File (EPW) Data
//! Dictionary".

use super::{bounded, comma_between, has_point, repeated, syntax};
use crate::climate::sun::Location;
use crate::error::{Error, Fault, Problem};
use crate::num;

/// Lines before the hours: eight, and some files have more comments.
const MOST_HEADER_LINES: u32 = 100;
/// Columns of an hour: 35, and older files end with the snow depth.
const FEWEST_COLUMNS: usize = 28;
const MOST_COLUMNS: usize = 35;
/// Columns of the line of the place.
const PLACE_COLUMNS: usize = 10;
/// Hours of a year that is no leap year.
const YEAR_HOURS: usize = 8760;
/// Days of the months of a leap year.
const LEAP_MONTH_DAYS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A column: its position, name, range, and from which value on it means that nothing was measured.
struct Column {
    position: usize,
    name: &'static str,
    minimum: f64,
    maximum: f64,
    missing: f64,
}

const DRY_BULB: Column =
    Column { position: 6, name: "dryBulbC", minimum: -70.0, maximum: 70.0, missing: 99.9 };
const DEW_POINT: Column =
    Column { position: 7, name: "dewPointC", minimum: -70.0, maximum: 70.0, missing: 99.9 };
const HUMIDITY: Column =
    Column { position: 8, name: "relativeHumidity", minimum: 0.0, maximum: 110.0, missing: 999.0 };
const PRESSURE: Column =
    Column { position: 9, name: "pressurePa", minimum: 31_000.0, maximum: 120_000.0, missing: 999_999.0 };
const BEAM: Column =
    Column { position: 14, name: "beamNormalWM2", minimum: 0.0, maximum: 1500.0, missing: 9999.0 };
const DIFFUSE: Column =
    Column { position: 15, name: "diffuseHorizontalWM2", minimum: 0.0, maximum: 1500.0, missing: 9999.0 };
const WIND_DIRECTION: Column =
    Column { position: 20, name: "windDirectionDeg", minimum: 0.0, maximum: 360.0, missing: 999.0 };
const WIND_SPEED: Column =
    Column { position: 21, name: "windSpeedMS", minimum: 0.0, maximum: 60.0, missing: 999.0 };

/// The weather of one hour; what was not measured is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Hour {
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 31.
    pub day: u32,
    /// The clock hour at which it ends, 1 to 24.
    pub hour: u32,
    /// Dry bulb (干球温度), °C.
    pub dry_bulb_c: Option<f64>,
    /// Dew point (露点温度), °C.
    pub dew_point_c: Option<f64>,
    /// Relative humidity (相对湿度) as a fraction, 0 to 1.
    pub relative_humidity: Option<f64>,
    /// Atmospheric pressure (大气压力), Pa.
    pub pressure_pa: Option<f64>,
    /// Wind speed (风速), m/s.
    pub wind_speed_m_s: Option<f64>,
    /// From where the wind blows (风向), degrees clockwise from north.
    pub wind_direction_deg: Option<f64>,
    /// From the sun's disc on a face that looks at it (法向直射辐射), mean of the hour, W/m².
    pub beam_normal_w_m2: Option<f64>,
    /// From the sky on level ground (水平散射辐射), mean of the hour, W/m².
    pub diffuse_horizontal_w_m2: Option<f64>,
}

/// A place and its year.
#[derive(Clone, Debug, PartialEq)]
pub struct WeatherYear {
    /// City, region and country as the file names them.
    pub place: String,
    /// What the years of its months are from: `TMY3`, `CSWD`.
    pub source: String,
    /// Where it is.
    pub location: Location,
    /// The hours in order: 8760, or 8784 with a 29 February.
    pub hours: Vec<Hour>,
}

/// Reads the text of an EPW file.
///
/// Codes of missing values and empty columns become `None`. Humidity above 100 % is read as 100 %.
///
/// # Errors
/// [`Fault::TooLong`], [`Fault::Empty`]; [`Fault::FileSyntax`] for another first line, several data periods, more than one row an hour, a
/// row with other columns or out of order; [`Fault::DecimalComma`]; [`Fault::NotNumber`], [`Fault::NotFinite`], [`Fault::OutOfRange`] below
/// `location` or `hours[i]`; [`Fault::TooFewItems`] at `hours` for a file that is cut off.
///
/// # Example
/// ```
/// use tonnage::climate::weather_file::epw;
/// let head = "LOCATION,Wuhan,Hubei,CHN,CSWD,574940,30.62,114.13,8.0,23.0\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n";
/// let first = "1989,1,1,1,0,?9?9,3.1,0.2,81,102700,0,0,280,0,0,0,0,0,0,0,20,1.0,9,9,9999,99999,9,999999999,0\n";
/// let cut_off = epw::parse(&format!("{head}{first}")).unwrap_err();
/// assert_eq!((cut_off.code(), cut_off.path()), ("too_few_items", "hours"));
/// ```
pub fn parse(text: &str) -> Result<WeatherYear, Error> {
    let text = bounded(text)?;
    let mut lines = (1_u32..).zip(text.lines());
    let (_, first) = lines.next().unwrap_or_default();
    let (place, source, location) = location(first)?;
    let mut has_period = false;
    for (line, content) in lines.by_ref() {
        let mut columns = content.split(',').map(str::trim);
        if columns.next().is_some_and(|name| name.eq_ignore_ascii_case("DATA PERIODS")) {
            if columns.next() != Some("1") || columns.next() != Some("1") {
                return Err(syntax(line, "must announce one data period with one row an hour"));
            }
            has_period = true;
            break;
        }
        if line > MOST_HEADER_LINES {
            break;
        }
    }
    if !has_period {
        return Err(syntax(1, "no line `DATA PERIODS` follows: no EPW file, or it is cut off"));
    }
    let hours = hours(lines)?;
    Ok(WeatherYear { place, source, location, hours })
}

/// Place, source and location of the first line.
fn location(content: &str) -> Result<(String, String, Location), Error> {
    let columns: Vec<&str> = content.split(',').map(str::trim).take(PLACE_COLUMNS * 2).collect();
    if !columns.first().is_some_and(|name| name.eq_ignore_ascii_case("LOCATION")) {
        return Err(syntax(1, "an EPW file begins with `LOCATION`"));
    }
    if columns.len() != PLACE_COLUMNS {
        let figures = columns.get(6..).unwrap_or_default();
        if let Some(found) = comma_number(figures) {
            return Err(Error::new("location", Fault::DecimalComma { line: 1, found }));
        }
        return Err(syntax(1, format!("`LOCATION` must have {PLACE_COLUMNS} columns")));
    }
    let mut problems = Vec::new();
    let mut figure = |position: usize, name: &str| {
        let text = columns.get(position).copied().unwrap_or_default();
        let read = number(text, 1);
        read.unwrap_or_else(|fault| {
            problems.push(Problem { path: format!("location.{name}"), fault });
            0.0
        })
    };
    let location = Location {
        latitude_deg: figure(6, "latitudeDeg"),
        longitude_deg: figure(7, "longitudeDeg"),
        utc_offset_h: figure(8, "utcOffsetH"),
        elevation_m: figure(9, "elevationM"),
    };
    Error::from_problems(problems)?;
    location.check().map_err(|error| error.within("location"))?;
    let names = columns.iter().skip(1).take(3).filter(|name| !name.is_empty() && **name != "-");
    let place = names.map(|name| repeated(name)).collect::<Vec<_>>().join(", ");
    Ok((place, repeated(columns.get(4).copied().unwrap_or_default()), location))
}

/// The first number with a decimal comma of a row that was parted at it; none in a row that has a decimal point.
fn comma_number(columns: &[&str]) -> Option<String> {
    if columns.iter().any(|column| has_point(column)) {
        return None;
    }
    let mut pairs = columns.iter().zip(columns.iter().skip(1));
    let (before, after) = pairs.find(|(before, after)| comma_between(before, after))?;
    Some(repeated(&format!("{before},{after}")))
}

fn number(text: &str, line: u32) -> Result<f64, Fault> {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number),
        Ok(_) => Err(Fault::NotFinite),
        Err(_) => Err(Fault::NotNumber { line, found: repeated(text) }),
    }
}

/// The hours of the lines after the header.
fn hours<'text>(lines: impl Iterator<Item = (u32, &'text str)>) -> Result<Vec<Hour>, Error> {
    let mut calendar = (1_u32..)
        .zip(LEAP_MONTH_DAYS)
        .flat_map(|(month, days)| (1..=days).map(move |day| (month, day)))
        .flat_map(|(month, day)| (1..=24_u32).map(move |hour| (month, day, hour)))
        .peekable();
    let mut hours = Vec::with_capacity(YEAR_HOURS);
    let mut width = None;
    for (line, content) in lines {
        // A file that was copied by hand ends with empty lines.
        if content.trim().is_empty() {
            continue;
        }
        let columns: Vec<&str> = content.split(',').map(str::trim).take(MOST_COLUMNS * 2).collect();
        // A table program of another language writes semicolons and decimal commas.
        if content.split(';').nth(FEWEST_COLUMNS - 1).is_some() {
            let comma = content.split(';').find(|column| column.contains(','));
            return Err(match comma {
                Some(found) => Error::new("hours", Fault::DecimalComma { line, found: repeated(found) }),
                None => syntax(line, "the columns are parted by semicolons, not by commas"),
            });
        }
        let expected = *width.get_or_insert(columns.len());
        if columns.len() != expected || !(FEWEST_COLUMNS..=MOST_COLUMNS).contains(&expected) {
            let weather = columns.get(6..).unwrap_or_default();
            if columns.len() > MOST_COLUMNS
                && let Some(found) = comma_number(weather)
            {
                return Err(Error::new("hours", Fault::DecimalComma { line, found }));
            }
            let reason = format!(
                "has {} columns where {} are expected: cut off, or another format",
                columns.len(),
                expected.clamp(FEWEST_COLUMNS, MOST_COLUMNS)
            );
            return Err(syntax(line, reason));
        }
        let stated = date(&columns);
        if calendar.peek() == Some(&(2, 29, 1)) && stated != Some((2, 29, 1)) {
            // No leap year.
            calendar.by_ref().take(24).for_each(drop);
        }
        let wanted = calendar.next();
        let Some((month, day, hour)) = wanted.filter(|wanted| stated == Some(*wanted)) else {
            let reason = wanted.map_or_else(
                || "more hours than a year has".to_owned(),
                |(month, day, hour)| format!("the next row must be month {month}, day {day}, hour {hour}"),
            );
            return Err(syntax(line, reason));
        };
        let row = Row { columns: &columns, line, index: hours.len() };
        hours.push(Hour {
            month,
            day,
            hour,
            dry_bulb_c: row.figure(&DRY_BULB)?,
            dew_point_c: row.figure(&DEW_POINT)?,
            relative_humidity: row.figure(&HUMIDITY)?.map(|percent| percent.min(100.0) / 100.0),
            pressure_pa: row.figure(&PRESSURE)?,
            wind_speed_m_s: row.figure(&WIND_SPEED)?,
            wind_direction_deg: row.figure(&WIND_DIRECTION)?,
            beam_normal_w_m2: row.figure(&BEAM)?,
            diffuse_horizontal_w_m2: row.figure(&DIFFUSE)?,
        });
    }
    if calendar.peek().is_some() {
        return Err(Error::new("hours", Fault::TooFewItems { minimum: num::count(YEAR_HOURS) }));
    }
    Ok(hours)
}

/// Month, day and hour of a row.
fn date(columns: &[&str]) -> Option<(u32, u32, u32)> {
    let part = |position: usize| columns.get(position)?.parse::<u32>().ok();
    Some((part(1)?, part(2)?, part(3)?))
}

/// A row of an hour.
struct Row<'row, 'text> {
    columns: &'row [&'text str],
    line: u32,
    /// Its place among the hours.
    index: usize,
}

impl Row<'_, '_> {
    /// The figure of a column; `None` if it says that nothing was measured.
    fn figure(&self, column: &Column) -> Result<Option<f64>, Error> {
        let text = self.columns.get(column.position).copied().unwrap_or_default();
        if text.is_empty() {
            return Ok(None);
        }
        let path = || format!("hours[{}].{}", self.index, column.name);
        let found = number(text, self.line).map_err(|fault| Error::new(path(), fault))?;
        if found >= column.missing {
            return Ok(None);
        }
        let (minimum, maximum) = (column.minimum, column.maximum);
        if (minimum..=maximum).contains(&found) {
            return Ok(Some(found));
        }
        Err(Error::new(path(), Fault::OutOfRange { minimum, maximum, found: found.to_string() }))
    }
}
