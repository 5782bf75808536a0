//! Weather files: published days are read as they stand, a year gives days near the published ones, and bad files are named.

#[cfg(test)]
#[path = "weather_files/damage.rs"]
mod damage;
#[cfg(test)]
#[cfg(feature = "data")]
#[path = "weather_files/site.rs"]
mod site;
#[cfg(test)]
#[path = "weather_files/year.rs"]
mod year;

use std::fmt::Write as _;
use tonnage::Error;
use tonnage::climate::weather_file::{Basis, Condition, Percentile, Rule, Season};
use tonnage::climate::weather_file::{ddy, text};
use tonnage::psychrometrics::{enthalpy, humidity_ratio_of_wet_bulb};

const CHICAGO_DDY: &str = include_str!("weather_files/chicago.ddy");

/// Path and code of every problem; none of what was read.
fn problems<T>(result: Result<T, Error>) -> Vec<String> {
    let described = |problem: &tonnage::error::Problem| format!("{} {}", problem.path, problem.fault.code());
    result.err().map_or_else(Vec::new, |error| error.problems().map(described).collect())
}

fn near(found: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!((found - wanted).abs() <= tolerance, "{what}: {found} instead of {wanted} within {tolerance}");
}

#[test]
fn published_days_are_read_as_they_stand() {
    let days = ddy::parse(CHICAGO_DDY).unwrap();
    assert_eq!((days.days.len(), days.skipped), (2, 1));
    assert_eq!(days.place, "Chicago Ohare Intl Ap_IL_USA Design_Cond");
    assert_eq!((days.location.latitude_deg, days.location.longitude_deg), (41.98, -87.92));
    assert_eq!((days.location.utc_offset_h, days.location.elevation_m), (-6.0, 201.0));
    let heating = days.heating_day(Condition::heating(Percentile::NinetyNineAndSixTenths)).unwrap();
    assert_eq!((heating.month, heating.day, heating.dry_bulb_c), (1, 21, -20.0));
    assert_eq!((heating.wind_speed_m_s, heating.wind_direction_deg), (4.9, 270.0));
    let cooling = days.cooling_day(Condition::cooling(Percentile::FourTenths)).unwrap();
    assert_eq!((cooling.month, cooling.day), (7, 21));
    assert_eq!((cooling.dry_bulb_max_c, cooling.dry_bulb_range_k, cooling.wet_bulb_c), (33.3, 10.5, 23.7));
    assert_eq!((cooling.wind_speed_m_s, cooling.wind_direction_deg), (5.2, 230.0));
    assert_eq!((cooling.optical_depth_beam, cooling.optical_depth_diffuse), (0.455, 2.05));
    let published = days.find(Condition::cooling(Percentile::FourTenths)).unwrap();
    assert_eq!((published.pressure_pa, published.origins.len()), (98_934.0, 0));
    let absent = days.cooling_day(Condition::cooling(Percentile::One));
    assert_eq!(problems(absent), ["designDays unknown_reference"]);
    // The heating day has a sky without optical depths.
    assert_eq!(
        problems(days.days[0].cooling_day()),
        ["opticalDepthBeam missing_field", "opticalDepthDiffuse missing_field"]
    );
    assert!(days.days[0].origins.iter().all(|origin| origin.rule == Rule::OtherSky));
}

#[test]
fn latin_1_and_a_byte_order_mark_do_not_matter() {
    let latin: Vec<u8> =
        CHICAGO_DDY.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect();
    assert_eq!(ddy::parse(&text(&latin)), ddy::parse(CHICAGO_DDY));
    assert_eq!(ddy::parse(&format!("\u{feff}{CHICAGO_DDY}")), ddy::parse(CHICAGO_DDY));
    let windows = CHICAGO_DDY.replace('\n', "\r\n").replace("Wetbulb", "WETBULB");
    assert_eq!(ddy::parse(&windows), ddy::parse(CHICAGO_DDY));
    assert_eq!(
        ddy::parse(&CHICAGO_DDY.replace("Chicago Ohare Intl Ap_IL_USA Design_Conditions", "武汉"))
            .unwrap()
            .place,
        "武汉"
    );
}

#[test]
fn names_of_published_days_say_what_they_stand_for() {
    for season in [Season::Cooling, Season::Heating] {
        for month in [None, Some(1), Some(5), Some(12)] {
            for basis in [Basis::DryBulb, Basis::WetBulb, Basis::DewPoint, Basis::WindSpeed] {
                let condition = Condition { season, month, percentile: Percentile::FourTenths, basis };
                let known = match season {
                    Season::Cooling => basis != Basis::WindSpeed,
                    Season::Heating => month.is_none() && basis != Basis::WetBulb,
                };
                if known {
                    let name = format!("São Paulo {}", condition.name());
                    assert_eq!(Condition::of_name(&name), Some(condition), "{name}");
                }
            }
        }
    }
    for name in
        ["", "DB", "Condns DB", "x 3% Condns DB", "Clg .4% Condns", "Clg .4% Condns XY", "hot .4% Condns DB"]
    {
        assert_eq!(Condition::of_name(name), None, "{name}");
    }
}

/// The DDY of Chicago with other moisture on its cooling day.
fn with_moisture(kind: &str, at_wet_bulb: &str, ratio: &str, enthalpy: &str) -> String {
    let (before, after) = CHICAGO_DDY.split_once("10.5,").unwrap_or_default();
    let after =
        after.replacen("Wetbulb,", &format!("{kind},"), 1).replacen("23.7,", &format!("{at_wet_bulb},"), 1);
    let after = after.replacen(
        "           ,      !- Humidity Ratio",
        &format!("  {ratio},      !- Humidity Ratio"),
        1,
    );
    let after =
        after.replacen("           ,      !- Enthalpy", &format!("  {enthalpy},      !- Enthalpy"), 1);
    format!("{before}10.5,{after}")
}

#[test]
fn every_kind_of_moisture_gives_the_same_wet_bulb() {
    let ratio = humidity_ratio_of_wet_bulb(33.3, 23.7, 98_934.0).unwrap();
    let dew_point = tonnage::psychrometrics::dew_point(ratio, 98_934.0).unwrap();
    let heat = enthalpy(33.3, ratio);
    for (file, rule) in [
        (with_moisture("WetBulb", "23.7", "", ""), None),
        (with_moisture("WetBulbProfileDefaultMultipliers", "23.7", "", ""), Some(Rule::ProfileHeld)),
        (with_moisture("DewPoint", &dew_point.to_string(), "", ""), Some(Rule::OfDewPoint)),
        (with_moisture("HumidityRatio", "", &ratio.to_string(), ""), Some(Rule::OfHumidityRatio)),
        (with_moisture("Enthalpy", "", "", &heat.to_string()), Some(Rule::OfEnthalpy)),
    ] {
        let days = ddy::parse(&file).unwrap();
        let day = &days.days[1];
        near(day.wet_bulb_c.unwrap(), 23.7, 1e-6, "wet bulb");
        assert_eq!(day.origins.first().map(|origin| origin.rule), rule);
        assert!(day.cooling_day().is_ok());
    }
    let unread = ddy::parse(&with_moisture("RelativeHumiditySchedule", "", "", "")).unwrap();
    assert_eq!(problems(unread.days[1].cooling_day()), ["wetBulbC missing_field"]);
    let impossible = ddy::parse(&with_moisture("HumidityRatio", "", "0.2", ""));
    assert_eq!(problems(impossible), ["designDays[1].humidityRatio out_of_range"]);
}

#[test]
fn what_publishers_do_not_have_is_absent_and_nothing_else_is() {
    let file = CHICAGO_DDY.replace("       23.7,", "          N,").replace("        5.2,", "          N,");
    let days = ddy::parse(&file).unwrap();
    assert_eq!(
        problems(days.cooling_day(Condition::cooling(Percentile::FourTenths))),
        ["designDays[1].wetBulbC missing_field", "designDays[1].windSpeedMS missing_field"]
    );
    assert!(days.heating_day(Condition::heating(Percentile::NinetyNineAndSixTenths)).is_ok());
    let no_pressure = ddy::parse(&CHICAGO_DDY.replace("98934.,", ",")).unwrap();
    near(no_pressure.days[1].pressure_pa, 98_934.0, 1.0, "standard pressure at 201 m");
    assert_eq!(no_pressure.days[1].origins[0].rule, Rule::StandardPressure);
}

#[test]
fn bad_design_day_files_are_refused_by_name_and_place() {
    for (old, new, expected) in [
        ("33.3,", "33,3,", "designDays[1] decimal_comma"),
        (
            "7,      !- Month\n         21,      !- Day of Month\n  SummerDesignDay,",
            "7,21,\nSomeday,",
            "designDays[1].dayType unknown_value",
        ),
        ("41.98,", "north,", "location.latitudeDeg not_number"),
        ("41.98,", "95,", "location.latitudeDeg out_of_range"),
        ("41.98,", ",", "location.latitudeDeg missing_field"),
        ("41.98,", "NaN,", "location.latitudeDeg not_finite"),
        ("Site:Location", "Site:Elsewhere", "location missing_field"),
        ("SizingPeriod:DesignDay", "SizingPeriod:Other", "designDays too_few_items"),
        ("0.455,", ",", "designDays[1].opticalDepthBeam missing_field"),
        ("2.050;", ";", "designDays[1].opticalDepthDiffuse missing_field"),
        ("23.7,", "33.5,", "designDays[1].wetBulbC out_of_range"),
        ("33.3,", "hot,", "designDays[1].dryBulbMaxC not_number"),
        ("33.3,", "inf,", "designDays[1].dryBulbMaxC not_finite"),
        ("33.3,", "92,", "designDays[1].dryBulbMaxC out_of_range"),
        ("          7,", "       7.5,", "designDays[1].month not_whole"),
        ("          7,", "         13,", "designDays[1].month out_of_range"),
        ("SummerDesignDay,", ",", "designDays[1].dayType missing_field"),
        ("ASHRAETau,", "ASHRAETao,", "designDays[1].solarModel unknown_value"),
        ("98934.,", "989.34,", "designDays[1].pressurePa out_of_range"),
        ("2.050;", "2.050", " file_syntax"),
        ("2.050;", "2.050,", " file_syntax"),
        ("10.5,", "10.5", " file_syntax"),
        ("0.00;", "0.00,", "designDays[0] file_syntax"),
    ] {
        let file = CHICAGO_DDY.replace(old, new);
        assert_ne!(file, CHICAGO_DDY);
        let found = problems(ddy::parse(&file));
        assert!(found.iter().any(|problem| problem == expected), "{old} to {new}: {found:?}");
    }
    assert_eq!(problems(ddy::parse(" \n")), [" empty"]);
    assert_eq!(problems(ddy::parse(&" ".repeat(3_000_001))), [" too_long"]);
    assert_eq!(problems(ddy::parse(&format!("{CHICAGO_DDY}{CHICAGO_DDY}"))), [" duplicate_key"]);
}

#[test]
fn decimal_commas_of_another_language_are_called_that() {
    // The point of a percentile in a name stays, as it would.
    let mut file = String::new();
    for line in CHICAGO_DDY.lines() {
        let (content, comment) = line.split_once('!').unwrap_or((line, ""));
        let number = content.trim().trim_end_matches([',', ';']).parse::<f64>().is_ok();
        let content = if number { content.replace('.', ",") } else { content.to_owned() };
        writeln!(file, "{content}!{comment}").unwrap();
    }
    let error = ddy::parse(&file).unwrap_err();
    assert_eq!((error.code(), error.path()), ("decimal_comma", "location"));
    assert_eq!(
        error.to_string(),
        "location: line 4: `41,98` has a decimal comma; the format asks for a point"
    );
    let day =
        file.replace("41,98", "42").replace("-87,92", "-88").replace("-6,00", "-6").replace("201,00", "201");
    let error = ddy::parse(&day).unwrap_err();
    assert_eq!((error.code(), error.path()), ("decimal_comma", "designDays[0]"));
}
