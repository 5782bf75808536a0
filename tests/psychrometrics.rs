//! Moist air against values that nobody here computed: PsychroLib's test suite, with the tolerances it states.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::Value;
use tonnage::psychrometrics::{humidity_ratio, humidity_ratio_of_wet_bulb, saturation_pressure, wet_bulb};

const REFERENCE: &str = include_str!("reference/psychrometrics.json");

fn rows(name: &str) -> Vec<Value> {
    let reference: Value = serde_json::from_str(REFERENCE).unwrap();
    let rows = reference[name].as_array().unwrap().clone();
    assert!(!rows.is_empty());
    rows
}

fn agree(row: &Value, expected: &str, found: f64) {
    let number = |name: &str| row[name].as_f64();
    let expected = number(expected).unwrap();
    let allowed = number("abs_tol").unwrap_or_else(|| number("rel_tol").unwrap() * expected.abs());
    assert!((found - expected).abs() <= allowed, "{row}: found {found}");
}

#[test]
fn saturation_pressure_is_the_tabulated() {
    for row in rows("sat_vapour_pressure") {
        agree(&row, "p_pa", saturation_pressure(row["t_c"].as_f64().unwrap()).unwrap());
    }
}

#[test]
fn saturated_humidity_ratio_is_the_tabulated() {
    for row in rows("sat_humidity_ratio_101325") {
        agree(&row, "w", humidity_ratio(row["t_c"].as_f64().unwrap(), 1.0, 101_325.0).unwrap());
    }
}

#[test]
fn wet_bulb_and_humidity_ratio_follow_from_each_other() {
    let at = |row: &Value, name: &str| row[name].as_f64().unwrap();
    for row in rows("wet_bulb_from_rh") {
        agree(&row, "wb", wet_bulb(at(&row, "t_c"), at(&row, "rh"), at(&row, "p")).unwrap());
    }
    for row in rows("humidity_ratio_from_wet_bulb") {
        let found = humidity_ratio_of_wet_bulb(at(&row, "t"), at(&row, "wb"), at(&row, "p")).unwrap();
        agree(&row, "w", found);
    }
    for (dry_bulb, humidity, pressure) in
        [(26.0, 0.6, 100_210.0), (5.0, 0.3, 101_325.0), (30.0, 0.2, 65_200.0)]
    {
        let wet = wet_bulb(dry_bulb, humidity, pressure).unwrap();
        let back = humidity_ratio_of_wet_bulb(dry_bulb, wet, pressure).unwrap();
        assert!((back - humidity_ratio(dry_bulb, humidity, pressure).unwrap()).abs() < 1e-12);
    }
}
