//! Moist air against values that nobody here computed: PsychroLib's test suite, with the tolerances it states.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::Value;
use tonnage::psychrometrics::{
    density, dew_point, enthalpy, humidity_ratio, humidity_ratio_of_wet_bulb, saturation_humidity_ratio,
    saturation_pressure, standard_pressure, wet_bulb,
};

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

#[test]
fn enthalpy_is_the_tabulated() {
    let at = |row: &Value, name: &str| row[name].as_f64().unwrap();
    for row in rows("sat_enthalpy_101325") {
        let temperature = at(&row, "t_c");
        let saturated = saturation_humidity_ratio(temperature, 101_325.0).unwrap();
        agree(&row, "h_j_kg", enthalpy(temperature, saturated));
    }
    for row in rows("moist_air") {
        agree(&row, "h", enthalpy(at(&row, "t"), at(&row, "w")));
    }
    // The dry air to the last digits of the table, the handbook's example to what a chart can be read to.
    for row in rows("dry_air") {
        assert!((enthalpy(at(&row, "t"), 0.0) - at(&row, "h")).abs() < 3.0);
    }
    for row in rows("example_ashrae") {
        let ratio = humidity_ratio_of_wet_bulb(at(&row, "t"), at(&row, "wb"), at(&row, "p")).unwrap();
        assert!((ratio - at(&row, "w")).abs() < 1.5e-4, "{ratio}");
        assert!((enthalpy(at(&row, "t"), ratio) - at(&row, "h")).abs() < 200.0);
        assert!((dew_point(ratio, at(&row, "p")).unwrap() - at(&row, "dew_point")).abs() < 0.5);
    }
}

#[test]
fn density_is_the_inverse_of_the_tabulated_volume() {
    let at = |row: &Value, name: &str| row[name].as_f64().unwrap();
    for row in rows("moist_air") {
        let dry = density(at(&row, "t"), at(&row, "w"), at(&row, "p"));
        agree(&row, "v", 1.0 / dry);
        // The reference density counts the vapour's mass, this one does not.
        agree(&row, "rho", dry * (1.0 + at(&row, "w")));
    }
    for row in rows("dry_air") {
        let volume = 1.0 / density(at(&row, "t"), 0.0, at(&row, "p"));
        assert!((volume / at(&row, "v") - 1.0).abs() < 3e-4, "{volume}");
    }
    for row in rows("example_ashrae") {
        let volume = 1.0 / density(at(&row, "t"), at(&row, "w"), at(&row, "p"));
        assert!((volume - at(&row, "v")).abs() < 1e-3, "{volume}");
    }
}

#[test]
fn the_standard_atmosphere_is_the_tabulated() {
    for row in rows("std_atmosphere") {
        agree(&row, "p_pa", standard_pressure(row["z_m"].as_f64().unwrap()));
    }
}
