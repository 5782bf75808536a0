//! The pricing instant (计价时点): always an argument, never read from a clock.

use crate::boundary::{FromNode, Node, Reader};
use crate::error::{Error, Fault};
use serde::{Serialize, Serializer};
use std::fmt;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// An instant to the millisecond.
///
/// Read from RFC 3339 text with an explicit offset; written in UTC, so that one instant has one text whatever offset
/// it was given with. A date without an offset is refused: at a border of two prices it would mean another price in
/// another zone.
///
/// # Example
/// ```
/// use tonnage::At;
/// let at = At::parse("2026-06-10T09:00:00+08:00")?;
/// assert_eq!(at.to_string(), "2026-06-10T01:00:00Z");
/// # Ok::<(), tonnage::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct At(OffsetDateTime);

impl At {
    /// Reads `YYYY-MM-DDThh:mm:ss[.fff](Z|±hh:mm)`, years 1970 to 9998.
    ///
    /// # Errors
    /// [`Fault::NotInstant`] for any other text, a leap second, or more than three decimals of a second.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let refuse = || Error::new("", Fault::NotInstant { found: text.chars().take(40).collect() });
        let plain = text.is_ascii()
            && text.as_bytes().get(10) == Some(&b'T')
            && text.get(17..19) != Some("60")
            && !text.ends_with('z')
            && fraction_digits(text) <= 3;
        if !plain {
            return Err(refuse());
        }
        let instant = OffsetDateTime::parse(text, &Rfc3339).map_err(|_| refuse())?;
        let utc = instant.checked_to_offset(time::UtcOffset::UTC).ok_or_else(refuse)?;
        if utc.nanosecond() % 1_000_000 != 0 || !(1970..=9998).contains(&utc.year()) {
            return Err(refuse());
        }
        Ok(Self(instant))
    }

    /// Whole days from this instant to `other`, down; negative where `other` is before.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.0.unix_timestamp().saturating_sub(self.0.unix_timestamp()).div_euclid(86_400)
    }

    /// Date and time on the clock that the instant was given by, and that clock's offset: `2026-06-10 09:00:00 +08:00`.
    ///
    /// For people: equal instants can have different such texts, so it is in no answer.
    #[must_use]
    pub fn on_given_clock(self) -> String {
        let (hours, minutes, _) = self.0.offset().as_hms();
        let sign = if self.0.offset().is_negative() { '-' } else { '+' };
        let (hours, minutes) = (hours.unsigned_abs(), minutes.unsigned_abs());
        format!("{} {} {sign}{hours:02}:{minutes:02}", date(self.0), clock(self.0))
    }
}

/// Digits after the second's point.
fn fraction_digits(text: &str) -> usize {
    let fraction = text.split_once('.').map_or("", |(_, rest)| rest);
    fraction.bytes().take_while(u8::is_ascii_digit).count()
}

fn date(at: OffsetDateTime) -> String {
    let (year, month, day) = at.to_calendar_date();
    format!("{year:04}-{:02}-{day:02}", u8::from(month))
}

/// Hours, minutes, seconds, and thousandths if there are any.
fn clock(at: OffsetDateTime) -> String {
    let (hour, minute, second, milli) = at.to_hms_milli();
    let fraction = if milli == 0 { String::new() } else { format!(".{milli:03}") };
    format!("{hour:02}:{minute:02}:{second:02}{fraction}")
}

impl fmt::Display for At {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let utc = self.0.to_utc();
        write!(formatter, "{}T{}Z", date(utc.into()), clock(utc.into()))
    }
}

impl Serialize for At {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromNode for At {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        reader.parsed(node, Self::parse, Self(OffsetDateTime::UNIX_EPOCH))
    }
}

/// A half-open period `[from, to)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Period {
    /// The first instant in the period.
    pub from: At,
    /// The first instant after it.
    pub to: At,
}

impl Period {
    /// Whether `at` is in the period.
    #[must_use]
    pub fn contains(&self, at: At) -> bool {
        self.from <= at && at < self.to
    }

    /// Whether some instant is in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_needs_its_offset() {
        for text in [
            "",
            "2026-06-10",
            "2026-06-10T09:00:00",
            "2026-06-10 09:00:00+08:00",
            "2026-06-10T09:00+08:00",
            "2026-06-10T23:59:60Z",
            "2016-12-31T23:59:60Z",
            "2026-02-30T00:00:00Z",
            "2026-06-10T09:00:00+08",
            "2026-06-10T09:00:00.1234Z",
            "2026-06-10T09:00:00.0000000009Z",
            "1969-12-31T23:59:59Z",
            "9999-01-01T00:00:00Z",
            "now",
            "２026-06-10T09:00:00Z",
        ] {
            assert_eq!(At::parse(text).map_err(|e| e.code()), Err("not_instant"), "{text}");
        }
    }

    #[test]
    fn one_instant_has_one_text() {
        let china = At::parse("2026-06-10T09:00:00.000+08:00").unwrap();
        assert_eq!(china, At::parse("2026-06-10T01:00:00Z").unwrap());
        assert_eq!(
            (china.to_string(), china.on_given_clock()),
            ("2026-06-10T01:00:00Z".into(), "2026-06-10 09:00:00 +08:00".into())
        );
        assert_eq!(At::parse("2026-06-10T01:00:00.25Z").unwrap().to_string(), "2026-06-10T01:00:00.250Z");
    }

    #[test]
    fn a_period_holds_its_first_instant_and_not_its_last() {
        let at = |text| At::parse(text).unwrap();
        let year = Period { from: at("2026-01-01T00:00:00+08:00"), to: at("2027-01-01T00:00:00+08:00") };
        assert!(year.contains(at("2025-12-31T16:00:00Z")));
        assert!(!year.contains(at("2026-12-31T16:00:00Z")));
    }
}
