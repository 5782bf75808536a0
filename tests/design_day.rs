//! Design days and places: what is refused and by which name, and that air holds no more water than it can.

use tonnage::climate::design_day::{CoolingDay, HeatingDay, day_of_year};
use tonnage::climate::sun::Location;
use tonnage::psychrometrics::dew_point;

/// A day in Wuhan.
fn day() -> CoolingDay {
    CoolingDay {
        month: 7,
        day: 21,
        dry_bulb_max_c: 35.2,
        dry_bulb_range_k: 6.9,
        wet_bulb_c: 28.4,
        wind_speed_m_s: 2.0,
        wind_direction_deg: 180.0,
        optical_depth_beam: 0.6,
        optical_depth_diffuse: 1.7,
    }
}

/// Path and code of every problem.
fn paths(checked: Result<(), tonnage::Error>) -> Vec<String> {
    let described = |problem: &tonnage::error::Problem| format!("{} {}", problem.path, problem.fault.code());
    checked.err().map_or_else(Vec::new, |error| error.problems().map(described).collect())
}

#[test]
fn impossible_days_are_refused_by_field() {
    let refused = |day: CoolingDay, expected: &[&str]| assert_eq!(paths(day.check()), expected);
    refused(day(), &[]);
    refused(CoolingDay { wet_bulb_c: 35.3, ..day() }, &["wetBulbC out_of_range"]);
    refused(CoolingDay { month: 13, ..day() }, &["month out_of_range"]);
    refused(CoolingDay { month: 0, ..day() }, &["month out_of_range"]);
    refused(CoolingDay { month: 4, day: 31, ..day() }, &["day out_of_range"]);
    refused(CoolingDay { dry_bulb_range_k: -1.0, ..day() }, &["dryBulbRangeK out_of_range"]);
    refused(CoolingDay { wind_speed_m_s: -0.1, ..day() }, &["windSpeedMS out_of_range"]);
    refused(CoolingDay { dry_bulb_max_c: f64::NAN, ..day() }, &["dryBulbMaxC not_finite"]);
    refused(
        // The sky would grow brighter towards sunset.
        CoolingDay { optical_depth_beam: 1.5, optical_depth_diffuse: 2.8, ..day() },
        &["opticalDepthDiffuse out_of_range"],
    );
    refused(
        CoolingDay { optical_depth_beam: -1.0, optical_depth_diffuse: f64::INFINITY, ..day() },
        &["opticalDepthBeam out_of_range", "opticalDepthDiffuse not_finite"],
    );
    let cold =
        HeatingDay { month: 2, day: 29, dry_bulb_c: -99.0, wind_speed_m_s: 3.0, wind_direction_deg: 361.0 };
    let expected = ["day out_of_range", "dryBulbC out_of_range", "windDirectionDeg out_of_range"];
    assert_eq!(paths(cold.check()), expected);
    assert_eq!((day_of_year(1, 1).unwrap(), day_of_year(3, 1).unwrap()), (1, 60));
    assert_eq!(day_of_year(12, 31).unwrap(), 365);
}

#[test]
fn impossible_places_are_refused_by_field() {
    let place = Location { latitude_deg: 30.6, longitude_deg: 114.1, utc_offset_h: 8.0, elevation_m: 23.0 };
    assert_eq!(paths(place.check()), Vec::<String>::new());
    assert_eq!(paths(Location { latitude_deg: 91.0, ..place }.check()), ["latitudeDeg out_of_range"]);
    assert_eq!(paths(Location { longitude_deg: -181.0, ..place }.check()), ["longitudeDeg out_of_range"]);
    assert_eq!(paths(Location { utc_offset_h: 15.0, ..place }.check()), ["utcOffsetH out_of_range"]);
    assert_eq!(paths(Location { elevation_m: f64::NAN, ..place }.check()), ["elevationM not_finite"]);
}

#[test]
fn a_wet_bulb_below_that_of_dry_air_is_refused() {
    let dry = CoolingDay { dry_bulb_max_c: 40.0, wet_bulb_c: 5.0, ..day() };
    assert_eq!(dry.humidity_ratio(101_325.0).unwrap_err().path(), "wetBulbC");
}

#[test]
fn humidity_never_exceeds_saturation() {
    // The night is 14 K colder than the wet bulb of the afternoon.
    let day = CoolingDay { dry_bulb_max_c: 34.0, dry_bulb_range_k: 20.0, wet_bulb_c: 28.0, ..day() };
    let night = day.humidity_ratio_at(5.0, 101_325.0).unwrap();
    assert!((dew_point(night, 101_325.0).unwrap() - 14.0).abs() < 1e-9);
    let afternoon = day.humidity_ratio_at(15.0, 101_325.0).unwrap();
    assert!((afternoon - day.humidity_ratio(101_325.0).unwrap()).abs() < 1e-15);
}

#[test]
fn the_dry_bulb_runs_straight_from_hour_to_hour_and_through_midnight() {
    let day = day();
    let lowest = day.dry_bulb_max_c - day.dry_bulb_range_k;
    assert!((day.dry_bulb_at(5.0) - lowest).abs() < 1e-9);
    assert!((day.dry_bulb_at(0.0) - day.dry_bulb_at(24.0)).abs() < 1e-9);
    let between = f64::midpoint(day.dry_bulb_at(0.0), day.dry_bulb_at(1.0));
    assert!((day.dry_bulb_at(0.5) - between).abs() < 1e-9);
    assert!((day.mean_dry_bulb(0) - between).abs() < 1e-9);
    assert!((day.dry_bulb_at(9.75) - (35.2 - 6.9 * (0.55 + 0.75 * (0.38 - 0.55)))).abs() < 1e-9);
}
