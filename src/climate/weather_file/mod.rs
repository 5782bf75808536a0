//! Design days from the files of building simulation (气象文件): DDY with published days, EPW with a year of hours.
//!
//! [`ddy::parse`] reads days as they were published; [`epw::parse`] reads a year, and [`percentile::design_days`] derives the same
//! kind of days from it; [`site()`] makes of either what a project states of its place. Text comes in and values go out: who reads the
//! file is the caller. A figure that does not stand in the file as it is has its [`Origin`].

mod clear_hours;
mod condition;
pub mod ddy;
mod ddy_row;
pub mod epw;
mod idf;
mod origin;
pub mod percentile;
mod site;

pub use condition::{Basis, Condition, Percentile, Season};
pub use origin::{Origin, Rule};
pub use site::site;

use super::design_day::{CoolingDay, HeatingDay};
use super::sun::Location;
use crate::error::{Error, Fault, Problem};
use crate::num;
use std::borrow::Cow;

/// The most bytes of a file: a year of hours has 1.7 million.
pub const MOST_BYTES: usize = 3_000_000;

/// The characters of a text that a message repeats.
const MOST_REPEATED: usize = 40;

/// The text of a file's bytes: UTF-8, and where it is none, Latin-1, in which older published files write their degree signs.
///
/// # Example
/// ```
/// use tonnage::climate::weather_file::text;
/// assert_eq!(text(b"! 35.2\xB0C"), "! 35.2°C");
/// assert_eq!(text("LOCATION,武汉".as_bytes()), "LOCATION,武汉");
/// ```
#[must_use]
pub fn text(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => Cow::Owned(bytes.iter().copied().map(char::from).collect()),
    }
}

/// `text` without a byte order mark.
///
/// # Errors
/// [`Fault::Empty`] for nothing but blanks, [`Fault::TooLong`] beyond [`MOST_BYTES`].
fn bounded(text: &str) -> Result<&str, Error> {
    if text.len() > MOST_BYTES {
        return Err(Error::new("", Fault::TooLong { maximum: num::count(MOST_BYTES) }));
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() { Err(Error::new("", Fault::Empty)) } else { Ok(text) }
}

/// The beginning of `text`, for a message.
fn repeated(text: &str) -> String {
    text.trim().chars().filter(|character| !character.is_control()).take(MOST_REPEATED).collect()
}

/// A problem of one line.
fn syntax(line: u32, reason: impl Into<String>) -> Error {
    Error::new("", Fault::FileSyntax { line, reason: reason.into() })
}

/// Whether `first,second` is one number with a decimal comma: digits on both sides.
fn comma_between(first: &str, second: &str) -> bool {
    let before = first.strip_prefix(['-', '+']).unwrap_or(first);
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(before) && digits(second)
}

/// Whether `text` is a number with a decimal point, which no file with decimal commas has.
fn has_point(text: &str) -> bool {
    text.contains('.') && text.parse::<f64>().is_ok()
}

/// A design day of a file; what the file does not have is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignDay {
    /// The name in the file, or [`Condition::name`] for a day that was derived.
    pub name: String,
    /// For cooling or heating.
    pub season: Season,
    /// What the name says that the day stands for; `None` for a name of anybody's own.
    pub condition: Option<Condition>,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, 1 to 28, 30 or 31.
    pub day: u32,
    /// Highest dry bulb (最高干球温度), °C.
    pub dry_bulb_max_c: Option<f64>,
    /// Highest minus lowest dry bulb (日较差), K.
    pub dry_bulb_range_k: Option<f64>,
    /// Wet bulb at the highest dry bulb (湿球温度), °C.
    pub wet_bulb_c: Option<f64>,
    /// Atmospheric pressure (大气压力), Pa.
    pub pressure_pa: f64,
    /// Wind speed all day (风速), m/s.
    pub wind_speed_m_s: Option<f64>,
    /// From where the wind blows (风向), degrees clockwise from north.
    pub wind_direction_deg: Option<f64>,
    /// Optical depth of the beam (直射光学厚度).
    pub optical_depth_beam: Option<f64>,
    /// Optical depth of the diffuse light (散射光学厚度).
    pub optical_depth_diffuse: Option<f64>,
    /// What does not stand in the file as it is.
    pub origins: Vec<Origin>,
}

impl DesignDay {
    /// The day for the cooling load.
    ///
    /// # Errors
    /// [`Fault::MissingField`] with the path of every figure that the file does not have; as [`CoolingDay::check`] and
    /// [`CoolingDay::humidity_ratio`].
    pub fn cooling_day(&self) -> Result<CoolingDay, Error> {
        let mut problems = Vec::new();
        let day = CoolingDay {
            month: self.month,
            day: self.day,
            dry_bulb_max_c: present(&mut problems, "dryBulbMaxC", self.dry_bulb_max_c),
            dry_bulb_range_k: present(&mut problems, "dryBulbRangeK", self.dry_bulb_range_k),
            wet_bulb_c: present(&mut problems, "wetBulbC", self.wet_bulb_c),
            wind_speed_m_s: present(&mut problems, "windSpeedMS", self.wind_speed_m_s),
            wind_direction_deg: present(&mut problems, "windDirectionDeg", self.wind_direction_deg),
            optical_depth_beam: present(&mut problems, "opticalDepthBeam", self.optical_depth_beam),
            optical_depth_diffuse: present(&mut problems, "opticalDepthDiffuse", self.optical_depth_diffuse),
        };
        Error::from_problems(problems)?;
        day.check()?;
        day.humidity_ratio(self.pressure_pa)?;
        Ok(day)
    }

    /// The day for the heating load: its lowest dry bulb, all day.
    ///
    /// # Errors
    /// [`Fault::MissingField`] with the path of every figure that the file does not have; as [`HeatingDay::check`].
    pub fn heating_day(&self) -> Result<HeatingDay, Error> {
        let mut problems = Vec::new();
        let highest = present(&mut problems, "dryBulbMaxC", self.dry_bulb_max_c);
        let range = present(&mut problems, "dryBulbRangeK", self.dry_bulb_range_k);
        let day = HeatingDay {
            month: self.month,
            day: self.day,
            dry_bulb_c: highest - range,
            wind_speed_m_s: present(&mut problems, "windSpeedMS", self.wind_speed_m_s),
            wind_direction_deg: present(&mut problems, "windDirectionDeg", self.wind_direction_deg),
        };
        Error::from_problems(problems)?;
        day.check()?;
        Ok(day)
    }
}

/// The figure, or a note that it is missing.
fn present(problems: &mut Vec<Problem>, path: &str, figure: Option<f64>) -> f64 {
    if figure.is_none() {
        problems.push(Problem { path: path.to_owned(), fault: Fault::MissingField });
    }
    figure.unwrap_or_default()
}

/// The place and the design days of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignDays {
    /// The place as the file names it.
    pub place: String,
    /// Where it is.
    pub location: Location,
    /// The days in the order of the file; of a year of hours cooling, heating, then the months.
    pub days: Vec<DesignDay>,
    /// Objects of the file that are neither place nor design day.
    pub skipped: u32,
}

impl DesignDays {
    /// The first day that stands for `condition`.
    #[must_use]
    pub fn find(&self, condition: Condition) -> Option<&DesignDay> {
        self.numbered(condition).map(|(_, day)| day)
    }

    fn numbered(&self, condition: Condition) -> Option<(usize, &DesignDay)> {
        self.days.iter().enumerate().find(|(_, day)| day.condition == Some(condition))
    }

    /// The cooling day that stands for `condition`.
    ///
    /// # Errors
    /// [`Fault::UnknownReference`] if no day does; as [`DesignDay::cooling_day`], below `designDays[i]`.
    pub fn cooling_day(&self, condition: Condition) -> Result<CoolingDay, Error> {
        let (index, day) = self.numbered(condition).ok_or_else(|| unknown(condition))?;
        day.cooling_day().map_err(|error| error.within(&day_path(index)))
    }

    /// The heating day that stands for `condition`.
    ///
    /// # Errors
    /// [`Fault::UnknownReference`] if no day does; as [`DesignDay::heating_day`], below `designDays[i]`.
    pub fn heating_day(&self, condition: Condition) -> Result<HeatingDay, Error> {
        let (index, day) = self.numbered(condition).ok_or_else(|| unknown(condition))?;
        day.heating_day().map_err(|error| error.within(&day_path(index)))
    }
}

fn unknown(condition: Condition) -> Error {
    let fault = Fault::UnknownReference { kind: "design day", found: condition.name(), suggestion: None };
    Error::new("designDays", fault)
}

/// The path of a day.
fn day_path(index: usize) -> String {
    format!("designDays[{index}]")
}
