//! The connection ratio above heights between indoor units: every rule of a maker whose height is exceeded holds.

use super::shop::{of_rule, project, rooms, served, stock, systems, told};
use super::verdict::refusals;
use serde_json::{Value, json};

/// Two equal rooms that hang `apart_m` apart in height, on one outdoor unit of 22.4 kW: 2 x 112 / 224 = 1.
fn two_rooms(apart_m: f64) -> Value {
    let load = json!({"totalW": 9000, "sensibleW": 6500});
    let rooms = rooms(&[
        json!({"statedLoad": load}),
        json!({"statedLoad": load, "installation": {"heightDifferenceM": 3.0 + apart_m}}),
    ]);
    project(&[("/rooms", rooms), ("/preferences/products", json!(["DV-ID112", "DV-O224"]))])
}

#[test]
fn of_several_rules_the_lowest_whose_height_is_exceeded_holds_wherever_it_stands() {
    let rule = |above: i32, maximum: f64| json!({"aboveIndoorHeightM": above, "maximum": maximum});
    let (mild, strict, far) = (rule(10, 1.25), rule(14, 0.9), rule(25, 0.6));
    for rules in [[&mild, &strict, &far], [&strict, &far, &mild], [&far, &mild, &strict]] {
        let stock = stock(&[("dv", "/ratioRules", json!(rules))]);
        for (apart_m, limit, shared) in [(8.0, 1.3, true), (12.0, 1.25, true), (15.0, 1.3, false)] {
            let told = told(&two_rooms(apart_m), &stock);
            assert_eq!((served(&told), systems(&told).len() == 1), (2, shared), "{rules:?} {apart_m}");
            let found = of_rule(&told, "DV-O224", "connectionRatio");
            // The least ratio, then the greatest; alone no height lies between units.
            assert_eq!(found[1]["limit"], json!(limit), "{rules:?} {apart_m}: {found:?}");
        }
    }
}

#[test]
fn units_with_pipes_of_their_own_keep_the_ratio_of_the_height_too() {
    let load = json!({"totalW": 1900, "sensibleW": 1300});
    let rooms = rooms(&[
        json!({"statedLoad": load}),
        json!({"statedLoad": load, "installation": {"heightDifferenceM": 7}}),
    ]);
    let project = project(&[("/rooms", rooms), ("/preferences/products", json!(["DM-IN22", "DM-O53"]))]);
    let limit = |maximum: f64| {
        stock(&[("dm", "/ratioRules", json!([{"aboveIndoorHeightM": 3, "maximum": maximum}]))])
    };
    let shared = told(&project, &limit(0.84));
    assert_eq!((served(&shared), systems(&shared).len()), (2, 1));
    // 2 x 22 / 53 = 0.83, and one of them has less than the least ratio.
    assert_eq!(of_rule(&shared, "DM-O53", "connectionRatio")[1]["limit"], json!(0.84));
    let apart = told(&project, &limit(0.8));
    assert_eq!(served(&apart), 0);
    assert!(!refusals(&apart, "DM-O53", "connectionRatio").is_empty());
}
