//! Small projects with the whole shipped catalogue, each for one thing that a search may get wrong.

use super::answers::{SHOP, Told, answer};
use super::stated;
use serde_json::{Value, json};

/// Shops of stated loads in Wuhan that wish a heat-pump system for cooling; of each its total load and its own circumstances.
fn shops(rooms: &[(i64, Value)]) -> Told {
    let rooms = rooms.iter().map(|(total, installation)| {
        json!({
            "use": "shop_general", "areaM2": 60, "heightM": 3,
            "statedLoad": {"totalW": total, "sensibleW": total * 7 / 10},
            "installation": installation,
        })
    });
    let project = json!({
        "site": {"city": "武汉"},
        "rooms": rooms.collect::<Vec<Value>>(),
        "preferences": {"systems": ["vrfHeatPump"], "coolingOnly": true},
    });
    answer("shops", &project.to_string(), small(&SHOP.shipped))
}

/// The shipped catalogue with one mounting of one family, so that everything can be tried.
fn small(shipped: &Value) -> Value {
    let mut part = shipped.clone();
    let kept = |product: &Value| match product["kind"].as_str().unwrap() {
        "indoorUnit" => product["family"] == "dv" && product["mounting"] == "cassette",
        "outdoorUnit" | "branchKit" => product["family"] == "dv",
        kind => kind == "controller",
    };
    part["products"].as_array_mut().unwrap().retain(kept);
    part
}

fn costs_what_is_found(told: &Told) {
    assert!(told.costs_what_is_found() && told.proved(), "{} {}", told.name, told.selection["optimum"]);
    assert_eq!(told.broken(), Vec::<String>::new());
}

/// The smallest outdoor unit of 22.4 kW asks for indoor units of 11.2 kW, and the room for 6 kW.
#[test]
fn a_room_below_the_least_ratio_of_every_outdoor_unit_takes_larger_units() {
    costs_what_is_found(&shops(&[(6000, json!({}))]));
}

/// A neighbour that only the second room states is the neighbour of a system with that room.
#[test]
fn a_system_keeps_the_neighbour_of_its_second_room() {
    let strict = json!({"neighbourDistanceM": 1, "neighbourLimitDba": 30});
    costs_what_is_found(&shops(&[(9000, json!({})), (9000, strict)]));
}

/// A neighbour of a room that no system can serve is nothing to the systems of the others.
#[test]
fn a_neighbour_of_one_room_is_nothing_to_systems_of_others() {
    let strict = json!({"neighbourDistanceM": 1, "neighbourLimitDba": 30});
    let rooms = [(9000, strict), (9000, json!({})), (9000, json!({}))];
    costs_what_is_found(&shops(&rooms));
}

/// Three rooms at one place of the pipe: hung by rising size, the joint between the first two is a smaller one.
#[test]
fn rooms_at_one_place_hang_by_rising_size() {
    let at = json!({"pipeRunM": 12, "branchRunM": 4});
    for loads in [[3500, 7000, 11_000], [11_000, 7000, 3500], [7000, 11_000, 3500]] {
        costs_what_is_found(&shops(&loads.map(|load| (load, at.clone()))));
    }
}

/// More than fifteen metres between indoor units lower the greatest ratio from 1.3 to 1.05, and the answer says so.
#[test]
fn the_ratio_is_held_against_the_limit_of_the_height() {
    let rooms = [(11_000, json!({"heightDifferenceM": 1})), (11_000, json!({"heightDifferenceM": 20}))];
    let told = shops(&rooms);
    assert_eq!(told.chosen().len(), 1);
    assert_eq!(stated::as_they_are(&told.case(), &told.chosen()[0]), Ok(()));
    costs_what_is_found(&told);
}
