//! A year of hours: percentiles, the light of clear hours, gaps, and files that are refused.

use super::{near, problems};
use tonnage::climate::weather_file::{Basis, Condition, DesignDays, Percentile, Season};
use tonnage::climate::weather_file::{epw, percentile};

const CHICAGO_HOURS: &str = include_str!("chicago_tmy3.csv");
const MONTH_DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

pub(crate) const HEADER: &str = "LOCATION,Chicago Ohare Intl Ap,IL,USA,TMY3,725300,41.98,-87.92,-6.0,201.0\n\
    DESIGN CONDITIONS,0\nTYPICAL/EXTREME PERIODS,0\nGROUND TEMPERATURES,0\nHOLIDAYS/DAYLIGHT SAVINGS,No,0,0,0\n\
    COMMENTS 1,\nCOMMENTS 2,\nDATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31\n";

/// A row of an hour in the columns of the format.
fn row(date: (u32, u32, u32), figures: [f64; 7]) -> String {
    let (month, day, hour) = date;
    let [dry_bulb, dew_point, pressure, beam, diffuse, direction, speed] = figures;
    format!(
        "1986,{month},{day},{hour},0,?9?9,{dry_bulb},{dew_point},999,{pressure},0,0,340,9999,{beam},{diffuse},\
         999999,999999,999999,9999,{direction},{speed},9,9,24.1,2740,9,999999999,40,0.0,0,88,0.2,999,99\n"
    )
}

/// The dates of the hours of a year.
fn dates() -> impl Iterator<Item = (u32, u32, u32)> {
    let days = (1..).zip(MONTH_DAYS).flat_map(|(month, days)| (1..=days).map(move |day| (month, day)));
    days.flat_map(|(month, day)| (1..=24).map(move |hour| (month, day, hour)))
}

/// The EPW file of Chicago.
pub(crate) fn chicago_epw() -> String {
    let mut file = HEADER.to_owned();
    let rows = CHICAGO_HOURS.lines().filter(|line| !line.starts_with('#'));
    for (date, line) in dates().zip(rows) {
        let numbers: Vec<f64> = line.split(',').map(|number| number.parse().unwrap()).collect();
        let [dry, dew, pressure, beam, diffuse, direction, speed] = numbers[..] else { panic!("{line}") };
        let figures =
            [dry / 10.0, dew / 10.0, pressure * 100.0, beam, diffuse, direction * 10.0, speed / 10.0];
        file.push_str(&row(date, figures));
    }
    file
}

/// The days of the year of Chicago.
fn chicago() -> DesignDays {
    percentile::design_days(&epw::parse(&chicago_epw()).unwrap()).unwrap()
}

/// Published: ASHRAE Handbook-Fundamentals (2009), Chicago O'Hare, from 25 years. A typical year has neither their heat waves nor
/// all of their weather, hence the tolerances; of the rare cooling days the year must be the milder one.
#[test]
fn a_typical_year_gives_days_near_the_published_ones() {
    let days = chicago();
    assert_eq!((days.place.as_str(), days.days.len()), ("Chicago Ohare Intl Ap, IL, USA", 56));
    for (percentile, dry_bulb, wet_bulb) in
        [(Percentile::FourTenths, 33.3, 23.7), (Percentile::One, 31.6, 23.0), (Percentile::Two, 30.1, 22.1)]
    {
        let day = days.cooling_day(Condition::cooling(percentile)).unwrap();
        assert_eq!((day.month, day.day), (7, 21), "July is the hottest month in both");
        near(day.dry_bulb_max_c, dry_bulb, 1.2, "dry bulb");
        assert!(day.dry_bulb_max_c <= dry_bulb);
        near(day.wet_bulb_c, wet_bulb, 0.9, "coincident wet bulb");
        near(day.dry_bulb_range_k, 10.5, 0.1, "daily range");
        near(day.wind_speed_m_s, 5.2, 1.8, "wind");
        near(day.wind_direction_deg, 230.0, 50.0, "wind direction");
        let by_wet_bulb = Condition { basis: Basis::WetBulb, ..Condition::cooling(percentile) };
        assert!(days.cooling_day(by_wet_bulb).unwrap().wet_bulb_c > day.wet_bulb_c);
    }
    for (percentile, dry_bulb) in
        [(Percentile::NinetyNineAndSixTenths, -20.0), (Percentile::NinetyNine, -16.6)]
    {
        let day = days.heating_day(Condition::heating(percentile)).unwrap();
        near(day.dry_bulb_c, dry_bulb, 0.7, "heating dry bulb");
        assert_eq!((day.month, day.wind_direction_deg), (1, 270.0));
    }
    // Monthly 5 % dry bulbs: a month of a typical year is one month of one year.
    let published = [5.6, 7.8, 15.8, 21.6, 26.5, 30.4, 31.7, 30.3, 27.8, 21.9, 15.5, 8.7];
    for (month, dry_bulb) in (1..).zip(published) {
        let day = days.cooling_day(Condition::cooling_in(month, Percentile::Five)).unwrap();
        near(day.dry_bulb_max_c, dry_bulb, 4.6, "monthly dry bulb");
    }
}

/// Published optical depths: the same source; the figure that a load feels is the light at noon.
#[test]
fn optical_depths_of_clear_hours_give_the_light_of_the_published_ones() {
    use tonnage::climate::design_day::day_of_year;
    use tonnage::climate::sky::ClearSky;
    use tonnage::climate::sun::SunPath;
    let published = [
        (0.302, 2.364),
        (0.343, 2.149),
        (0.390, 2.030),
        (0.417, 1.998),
        (0.438, 1.999),
        (0.458, 2.001),
        (0.455, 2.050),
        (0.452, 2.048),
        (0.412, 2.146),
        (0.365, 2.259),
        (0.337, 2.303),
        (0.307, 2.388),
    ];
    let days = chicago();
    for (month, (taub, taud)) in (1..).zip(published) {
        let day = days.cooling_day(Condition::cooling_in(month, Percentile::Two)).unwrap();
        let number = day_of_year(month, 21).unwrap();
        let up = SunPath::new(&days.location, number).at(12.0).up;
        let level = |taub: f64, taud: f64| {
            let light = ClearSky::new(number, taub, taud).at(up);
            light.beam_normal * up + light.diffuse_horizontal
        };
        let ratio = level(day.optical_depth_beam, day.optical_depth_diffuse) / level(taub, taud);
        near(ratio, 1.0, 0.03, "sun and sky on level ground at noon");
        near(day.optical_depth_beam, taub, 0.08, "taub");
    }
}

#[test]
fn every_derived_figure_says_how_it_was_found() {
    for day in chicago().days {
        let has = |field: &str| day.origins.iter().any(|origin| origin.field == field);
        let mut fields =
            vec!["month", "dryBulbMaxC", "dryBulbRangeK", "wetBulbC", "pressurePa", "windSpeedMS"];
        fields.push("windDirectionDeg");
        if day.season == Season::Cooling {
            fields.extend(["opticalDepthBeam", "opticalDepthDiffuse"]);
        }
        assert!(fields.iter().all(|field| has(field)), "{}", day.name);
        assert!(
            day.origins
                .iter()
                .all(|origin| !origin.rule.text().is_empty() && !origin.rule.text_zh().is_empty())
        );
        assert!(Condition::of_name(&day.name) == day.condition && day.condition.is_some());
    }
}

#[test]
fn figures_exceed_in_exactly_the_stated_hours() {
    // Dry bulbs that are all different: 35 of 8760 hours are above the figure of 0.4 %, as many below that of 99.6 %.
    let mut file = HEADER.to_owned();
    for (index, date) in (0_u32..).zip(dates()) {
        let dry_bulb = f64::from(index * 37 % 8760) / 400.0 + 10.0;
        file.push_str(&row(date, [dry_bulb, 5.0, 99_000.0, 0.0, 0.0, 90.0, 2.0]));
    }
    let days = percentile::design_days(&epw::parse(&file).unwrap()).unwrap();
    let summer = days.find(Condition::cooling(Percentile::FourTenths)).unwrap();
    near(summer.dry_bulb_max_c.unwrap(), (8759.0 - 35.0) / 400.0 + 10.0, 1e-9, "0.4 %");
    let winter = days.heating_day(Condition::heating(Percentile::NinetyNineAndSixTenths)).unwrap();
    near(winter.dry_bulb_c, 35.0 / 400.0 + 10.0, 1e-9, "99.6 %");
    assert_eq!((summer.wind_speed_m_s, summer.wind_direction_deg), (Some(2.0), Some(90.0)));
    // Without sun there is no sky to speak of.
    assert_eq!(
        problems(days.cooling_day(Condition::cooling(Percentile::FourTenths))),
        ["designDays[0].opticalDepthBeam missing_field", "designDays[0].opticalDepthDiffuse missing_field"]
    );
}

/// The file of Chicago with line `number` (from 1) changed.
fn changed(number: usize, change: impl Fn(&str) -> String) -> String {
    let file = chicago_epw();
    let lines = file.lines().enumerate();
    lines.map(|(index, line)| if index + 1 == number { change(line) } else { format!("{line}\n") }).collect()
}

#[test]
fn bad_years_are_refused_by_name_and_place() {
    let file = chicago_epw();
    let cut = |length: usize| epw::parse(file.split_at(length).0).map(|year| year.hours.len());
    let rows = file.len() - 400;
    let whole_rows = file.split_at(rows).0.rfind('\n').unwrap() + 1;
    assert_eq!(problems(cut(whole_rows)), ["hours too_few_items"]);
    assert_eq!(problems(cut(whole_rows + 30)), [" file_syntax"]);
    assert_eq!(problems(cut(200)), [" file_syntax"]);
    assert_eq!(problems(cut(0)), [" empty"]);
    let line =
        |number: usize, change: &dyn Fn(&str) -> String| problems(epw::parse(&changed(number, change)));
    let replaced =
        |old: &'static str, new: &'static str| move |text: &str| format!("{}\n", text.replacen(old, new, 1));
    assert_eq!(line(1, &replaced("LOCATION", "PLACE")), [" file_syntax"]);
    assert_eq!(line(1, &replaced("41.98", "95")), ["location.latitudeDeg out_of_range"]);
    assert_eq!(line(1, &replaced("41.98", "north")), ["location.latitudeDeg not_number"]);
    assert_eq!(line(1, &|text| format!("{}\n", text.replace('.', ","))), ["location decimal_comma"]);
    assert_eq!(line(8, &replaced("1,1", "1,4")), [" file_syntax"]);
    assert_eq!(line(8, &|_| String::new()), [" file_syntax"]);
    assert_eq!(line(100, &|_| String::new()), [" file_syntax"]);
    assert_eq!(line(100, &|text| format!("{text}\n{text}\n")), [" file_syntax"]);
    assert_eq!(line(100, &|text| format!("{text},1\n")), [" file_syntax"]);
    let dry_bulb = |new: &'static str| {
        move |text: &str| {
            let columns = text.split(',').enumerate().map(|(index, old)| if index == 6 { new } else { old });
            format!("{}\n", columns.collect::<Vec<_>>().join(","))
        }
    };
    assert_eq!(line(109, &dry_bulb("NaN")), ["hours[100].dryBulbC not_finite"]);
    assert_eq!(line(109, &dry_bulb("cold")), ["hours[100].dryBulbC not_number"]);
    assert_eq!(line(109, &dry_bulb("-80")), ["hours[100].dryBulbC out_of_range"]);
    let comma = file.replace(HEADER, "").replace('.', ",");
    assert_eq!(problems(epw::parse(&format!("{HEADER}{comma}"))), ["hours decimal_comma"]);
    let table = file.replace(HEADER, "").replace(',', ";").replace('.', ",");
    assert_eq!(problems(epw::parse(&format!("{HEADER}{table}"))), ["hours decimal_comma"]);
}

#[test]
fn hours_without_a_measurement_are_left_out_and_too_many_are_refused() {
    let without = |missing: &dyn Fn((u32, u32, u32)) -> bool| {
        let mut file = HEADER.replace("Chicago Ohare Intl Ap", "Zürich 苏黎世");
        for (line, date) in chicago_epw().lines().skip(8).zip(dates()) {
            let mut columns: Vec<&str> = line.split(',').collect();
            if missing(date) {
                columns[6] = "99.9";
                columns[14] = "9999";
                columns[21] = "";
            }
            file.push_str(&columns.join(","));
            file.push('\n');
        }
        let year = epw::parse(&file).unwrap();
        assert_eq!(year.place, "Zürich 苏黎世, IL, USA");
        percentile::design_days(&year)
    };
    let some = without(&|(_, day, hour)| day % 10 == 0 && hour < 13).unwrap();
    let found = some.cooling_day(Condition::cooling(Percentile::One)).unwrap();
    near(found.dry_bulb_max_c, 31.1, 0.6, "dry bulb of a year with gaps");
    assert_eq!(problems(without(&|(month, day, _)| month == 7 && day < 8)), ["months[6] too_few_items"]);
}

#[test]
fn a_leap_year_has_its_29_february() {
    let file = chicago_epw();
    let day: Vec<&str> = file.lines().filter(|line| line.starts_with("1986,2,28,")).collect();
    let leap: String = day.iter().map(|line| line.replace("1986,2,28,", "1986,2,29,") + "\n").collect();
    let march = file.find("1986,3,1,1,").unwrap();
    let (before, after) = file.split_at(march);
    let year = epw::parse(&format!("{before}{leap}{after}")).unwrap();
    assert_eq!(year.hours.len(), 8784);
    assert!(percentile::design_days(&year).is_ok());
    // Cut off in the leap day.
    assert_eq!(
        problems(epw::parse(&format!("{before}{}{after}", day[0].replace(",28,", ",29,") + "\n"))),
        [" file_syntax"]
    );
}
