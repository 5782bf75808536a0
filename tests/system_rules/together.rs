//! The rules of all systems together: supply of the building, and what a neighbour hears from one place.

use super::shop::{list, of_rule, project, rooms, stock, systems, told};
use super::verdict::{finding, refusals, same};
use serde_json::{Value, json};

const PAIR: &str = "AUD-24UX4RFM8+AUW-24U4RK8";

/// The checks of all systems together by a rule.
fn of_all<'a>(told: &'a Value, rule: &str) -> Vec<&'a Value> {
    list(&told["selection"]["checks"]).iter().filter(|check| check["rule"] == rule).collect()
}

/// A pair in each of as many rooms as there are circumstances.
fn pairs(installations: &[Value]) -> Value {
    let own: Vec<Value> = installations.iter().map(|site| json!({"installation": site})).collect();
    project(&[("/rooms", rooms(&own))])
}

#[test]
fn a_neighbour_hears_all_outdoor_units_of_a_place_together() {
    let at = |distance: f64, limit: f64| json!({"neighbourDistanceM": distance, "neighbourLimitDba": limit});
    // One pair is 50.9 dB(A) at a metre, 30.9 at ten; two are three decibels more, five seven.
    for (number, limit, value, kept) in
        [(2, 34.0, 33.9103, true), (2, 33.9, 33.9103, false), (5, 37.8, 37.8897, false)]
    {
        let told = told(&pairs(&vec![at(10.0, limit); number]), &stock(&[]));
        assert_eq!(systems(&told).len(), number);
        let check = of_all(&told, "neighbourNoise");
        let verdict = if kept { "passed" } else { "failed" };
        assert!(
            same(&check[0]["value"], &json!(value)) && same(&check[0]["limit"], &json!(limit)),
            "{check:?}"
        );
        assert_eq!((check.len(), &check[0]["verdict"]), (1, &json!(verdict)));
        // Each by itself keeps the rule.
        assert!(of_rule(&told, PAIR, "neighbourNoise").iter().all(|own| own["value"] == json!(30.9)));
        let said = finding(&told, "neighbour_too_loud").map(|said| said["params"].clone());
        let params = json!({"levelDba": value, "limitDba": limit, "distanceM": 10, "systems": number});
        assert_eq!(said.is_some(), !kept);
        assert!(said.is_none_or(|said| same(&said, &params)));
    }
    // Another distance is another place, and one system is told by its own rule.
    let apart = told(&pairs(&[at(10.0, 33.0), at(10.1, 33.0), json!({})]), &stock(&[]));
    assert_eq!((of_all(&apart, "neighbourNoise"), finding(&apart, "neighbour_too_loud")), (vec![], None));
}

#[test]
fn levels_that_differ_are_added_as_powers_and_an_unknown_one_is_not_silent() {
    let site = json!({"neighbourDistanceM": 10, "neighbourLimitDba": 32.5});
    let small = json!({"installation": site, "statedLoad": {"totalW": 2500, "sensibleW": 1750}});
    let rooms = rooms(&[json!({"installation": site}), small]);
    let project =
        project(&[("/rooms", rooms), ("/preferences/products", json!([PAIR, "ADT-09UX4RBL8+AUW-09U4RS8"]))]);
    let other = "ADT-09UX4RBL8+AUW-09U4RS8";
    let quiet = |dba: f64| stock(&[(other, "/outdoorSound/dba", json!([50, dba]))]);
    let level = |dba: f64| {
        let told = told(&project, &quiet(dba));
        assert_eq!(systems(&told).len(), 2);
        of_all(&told, "neighbourNoise")[0]["value"].as_f64().unwrap()
    };
    // 10 log (10^3.09 + 10^2.79) = 32.664 and 10 log (10^3.09 + 10^2.09) = 31.314.
    assert!((level(47.9) - 32.6643).abs() < 1e-3 && (level(40.9) - 31.3139).abs() < 1e-3);
    let unknown = told(&project, &stock(&[(other, "/outdoorSound", Value::Null)]));
    assert_eq!(of_all(&unknown, "neighbourNoise")[0]["verdict"], "notChecked");
    assert_eq!(of_rule(&unknown, other, "neighbourNoise")[0]["verdict"], "notChecked");
}

#[test]
fn the_fullest_phase_is_held_against_the_supply_and_no_order_of_rooms_changes_it() {
    let supply = |phases: i32| json!({"supply": {"phases": phases, "availableA": 100}});
    let current = |rooms: &Value, building: &Value| {
        let products = json!([PAIR, "ADT-09UX4RBL8+AUW-09U4RS8"]);
        let told = told(
            &project(&[
                ("/rooms", rooms.clone()),
                ("/building", building.clone()),
                ("/preferences/products", products),
            ]),
            &stock(&[]),
        );
        let check = of_all(&told, "supplyCurrent")[0].clone();
        assert_eq!(check["limit"], json!(100));
        check["value"].clone()
    };
    let small = json!({"statedLoad": {"totalW": 2500, "sensibleW": 1750}});
    // 12.6 A and 4.6 A: 12.6 | 4.6 + 4.6 | 4.6 + 4.6, in whatever order they are listed.
    for of in [
        [json!({}), small.clone(), small.clone(), small.clone(), small.clone()],
        [small.clone(), small.clone(), small.clone(), small.clone(), json!({})],
    ] {
        assert_eq!(current(&rooms(&of), &supply(3)), json!(12.6));
        assert_eq!(current(&rooms(&of), &supply(1)), json!(31));
    }
    let unknown = told(&project(&[]), &stock(&[]));
    assert_eq!(of_all(&unknown, "supplyCurrent")[0]["verdict"], "notChecked");
    assert_eq!(finding(&unknown, "supply_unknown").unwrap()["params"]["currentA"], json!(12.6));
}

#[test]
fn a_breaker_lies_between_what_the_circuit_asks_for_and_the_makers_largest() {
    let verdict = |at: &str, value: Value| told(&project(&[]), &stock(&[(PAIR, at, value)]));
    let kept = of_rule(&told(&project(&[]), &stock(&[])), PAIR, "breaker")[0].clone();
    assert_eq!((&kept["value"], &kept["limit"]), (&json!(16), &json!(20)));
    let open = verdict("/electrical/maximumBreakerA", Value::Null);
    assert_eq!(of_rule(&open, PAIR, "breaker")[0]["verdict"], "notChecked");
    let large = verdict("/electrical/maximumBreakerA", json!(15));
    assert_eq!(refusals(&large, PAIR, "breaker"), [&json!({"value": 16, "limit": 15})]);
    // Below its own circuit the maker's sheet contradicts itself, which the catalogue finds.
    let small = verdict("/electrical/minimumCircuitA", json!(16.1));
    assert_eq!(refusals(&small, PAIR, "refusedByCatalogue")[0]["reason"], "breaker_below_circuit");
}
