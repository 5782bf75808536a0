//! A site from a weather file (由气象文件得到地点): where it lies, and the design conditions that a project states.

use super::{
    Basis, Condition, DesignDay, DesignDays, Percentile, Season, bounded, ddy, epw, percentile, syntax,
};
use super::{day_path, unknown};
use crate::boundary::reread;
use crate::climate::design_day::{CoolingDay, HeatingDay};
use crate::error::{Error, Fault};
use crate::num;
use crate::project::{Site, SiteDesign, StatedCoolingDay, StatedHeatingDay};

/// How an EPW file begins, and what only a DDY file has.
const YEAR_BEGINS: &str = "location";
const DAYS_CONTAIN: [&str; 2] = ["site:location", "sizingperiod:designday"];

/// The annual cooling days by preference: 0.4 % is 35 hours of a year. GB 50736-2012 allows 50 hours, 0.57 %, for which no file has a
/// day: the next rarer one is the prudent choice, and the commoner ones are for files without it.
const ANNUAL: [Percentile; 3] = [Percentile::FourTenths, Percentile::One, Percentile::Two];
/// The cooling days of the months: 35 hours a year in the two hottest months are 2.4 % of these, and 2 % is the next rarer.
const MONTHLY: Percentile = Percentile::Two;
/// The heating days by preference: all but 35 hours of a year, or all but 88.
const HEATING: [Percentile; 2] = [Percentile::NinetyNineAndSixTenths, Percentile::NinetyNine];
/// The most days that are taken from a file that names its days in its own way: as many as a project states.
const MOST_OWN: usize = 24;

/// The site of the text of a DDY or EPW file, told apart by their content, with the design conditions that a project states.
///
/// Cooling days are the 0.4 % days of the year by dry bulb and by wet bulb (1 or 2 % where the file has no rarer dry bulb), and for every
/// other month its 2 % day by dry bulb; a month's day that lacks a figure, as the optical depths of a month without sun, is left out.
/// The heating day is that of 99.6 %, else of 99 %. A file that names its days in its own way gives all of its cooling days and its
/// coldest heating day. Numbers are at the steps of a project's fields.
///
/// # Errors
/// As [`ddy::parse`], [`epw::parse`] and [`percentile::design_days`]; [`Fault::FileSyntax`] for a text that is neither;
/// [`Fault::UnknownReference`] at `designDays` without a cooling or a heating day, [`Fault::TooManyItems`] for more than 24 cooling
/// days; [`Fault::MissingField`] below `designDays[i]` for what a day of the year lacks; [`Fault::OutOfRange`] for what no project can
/// state.
///
/// # Example
/// ```
/// use tonnage::climate::weather_file::site;
/// assert_eq!(site("a letter").unwrap_err().code(), "file_syntax");
/// ```
pub fn site(text: &str) -> Result<Site, Error> {
    let lower = bounded(text)?.trim_start().to_ascii_lowercase();
    let (days, kind) = if lower.starts_with(YEAR_BEGINS) {
        (percentile::design_days(&epw::parse(text)?)?, "EPW, one year of hours")
    } else if DAYS_CONTAIN.iter().any(|class| lower.contains(class)) {
        (ddy::parse(text)?, "DDY")
    } else {
        return Err(syntax(
            1,
            "neither an EPW file, which begins with LOCATION, nor a DDY file, which has Site:Location",
        ));
    };
    site_of(&days, kind)
}

fn site_of(days: &DesignDays, kind: &str) -> Result<Site, Error> {
    let (cooling, pressure_pa, cooling_words) = cooling_days(days)?;
    let (heating, heating_words) = heating_day(days)?;
    let source = format!("{} ({kind}): cooling {cooling_words}, heating {heating_words}", days.place);
    let location = &days.location;
    let site = Site {
        latitude: Some(num::quantise(location.latitude_deg, 4)),
        longitude: Some(num::quantise(location.longitude_deg, 4)),
        elevation_m: Some(num::quantise(location.elevation_m, 1)),
        utc_offset_h: Some(num::quantise(location.utc_offset_h, 2)),
        design: Some(SiteDesign {
            source: Some(source),
            pressure_pa: Some(num::quantise(pressure_pa, 1)),
            cooling_days: cooling.iter().map(StatedCoolingDay::from).collect(),
            heating_day: StatedHeatingDay::from(&heating),
        }),
        ..Site::default()
    };
    // What a project cannot state is refused here, with the path that it would have there.
    reread(&site, &crate::project::shape::SITE).map_err(|error| error.within("site"))
}

/// The cooling days, the pressure of the first, and what they stand for.
fn cooling_days(days: &DesignDays) -> Result<(Vec<CoolingDay>, f64, String), Error> {
    let annual = |percentile: &Percentile| days.numbered(Condition::cooling(*percentile));
    let Some((index, first)) = ANNUAL.iter().find_map(annual) else { return own_cooling_days(days) };
    let mut cooling = vec![figures(index, first.cooling_day())?];
    let mut words = format!("{} of the year by dry bulb", share(first));
    let by_wet_bulb = first.condition.map(|condition| Condition { basis: Basis::WetBulb, ..condition });
    if let Some((index, day)) = by_wet_bulb.and_then(|condition| days.numbered(condition)) {
        cooling.push(figures(index, day.cooling_day())?);
        words.push_str(" and by wet bulb");
    }
    let mut months = 0_u32;
    for month in (1..=12).filter(|month| *month != first.month) {
        let Some((index, day)) = days.numbered(Condition::cooling_in(month, MONTHLY)) else { continue };
        if is_whole(day) {
            cooling.push(figures(index, day.cooling_day())?);
            months = months.saturating_add(1);
        }
    }
    if months > 0 {
        words.push_str(", 2 % of the other months");
    }
    Ok((cooling, first.pressure_pa, words))
}

/// Whether a day has every figure of a cooling day.
fn is_whole(day: &DesignDay) -> bool {
    [
        day.dry_bulb_max_c,
        day.dry_bulb_range_k,
        day.wet_bulb_c,
        day.wind_speed_m_s,
        day.wind_direction_deg,
        day.optical_depth_beam,
        day.optical_depth_diffuse,
    ]
    .iter()
    .all(Option::is_some)
}

/// Every cooling day of a file that names its days in its own way.
fn own_cooling_days(days: &DesignDays) -> Result<(Vec<CoolingDay>, f64, String), Error> {
    let own: Vec<(usize, &DesignDay)> = own_days(days, Season::Cooling).collect();
    let (_, first) = own.first().ok_or_else(|| unknown(Condition::cooling(Percentile::FourTenths)))?;
    if own.len() > MOST_OWN {
        return Err(Error::new("designDays", Fault::TooManyItems { maximum: num::count(MOST_OWN) }));
    }
    let pressure_pa = first.pressure_pa;
    let cooling = own.into_iter().map(|(index, day)| figures(index, day.cooling_day()));
    Ok((cooling.collect::<Result<_, _>>()?, pressure_pa, "days as the file names them".to_owned()))
}

fn heating_day(days: &DesignDays) -> Result<(HeatingDay, String), Error> {
    let published = |percentile: &Percentile| days.numbered(Condition::heating(*percentile));
    if let Some((index, day)) = HEATING.iter().find_map(published) {
        return Ok((figures(index, day.heating_day())?, format!("{} of the year", share(day))));
    }
    let mut coldest: Option<HeatingDay> = None;
    for (index, day) in own_days(days, Season::Heating) {
        let day = figures(index, day.heating_day())?;
        if coldest.as_ref().is_none_or(|known| day.dry_bulb_c < known.dry_bulb_c) {
            coldest = Some(day);
        }
    }
    let coldest = coldest.ok_or_else(|| unknown(Condition::heating(Percentile::NinetyNineAndSixTenths)))?;
    Ok((coldest, "coldest day of the file".to_owned()))
}

/// The days of `season` whose names say nothing.
fn own_days(days: &DesignDays, season: Season) -> impl Iterator<Item = (usize, &DesignDay)> {
    let own = move |day: &DesignDay| day.season == season && day.condition.is_none();
    days.days.iter().enumerate().filter(move |(_, day)| own(day))
}

fn figures<T>(index: usize, day: Result<T, Error>) -> Result<T, Error> {
    day.map_err(|error| error.within(&day_path(index)))
}

/// The percentile of a published day: `0.4 %`.
fn share(day: &DesignDay) -> String {
    let per_mille = day.condition.map_or(0, |condition| condition.percentile.per_mille());
    format!("{} %", f64::from(per_mille) / 10.0)
}
