//! What an answer says of its systems: the governing rule, what a room gets while all units call, and the schematic.
//!
//! Everything is worked out again from the answer's own checks, indices and bill, for the projects of the determinism test and for some
//! that wish each kind of system.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "same_answer/cases.rs"]
mod cases;
#[path = "explanation/kinds.rs"]
mod kinds;
#[path = "explanation/schematic.rs"]
mod schematic;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The answers that every claim is made of, by name.
static ANSWERS: LazyLock<Vec<(String, Value)>> = LazyLock::new(|| {
    let engine = cases::engine();
    let projects = cases::cases(&engine).into_iter().chain(kinds::projects());
    let told = |text: &str| serde_json::from_str(&cases::answer(&engine, text).unwrap().text()).unwrap();
    projects.map(|(name, text)| (name, told(&text))).collect()
});

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn whole(value: &Value) -> i64 {
    value.as_i64().unwrap_or_else(|| panic!("{value} is no whole number"))
}

/// The systems of an answer and those that its rooms might have instead.
fn systems(answer: &Value) -> impl Iterator<Item = &Value> {
    let rooms = list(&answer["selection"]["rooms"]).iter();
    list(&answer["selection"]["systems"]).iter().chain(rooms.flat_map(|room| list(&room["alternatives"])))
}

/// Rooms and fresh-air units of a system.
fn members(system: &Value) -> impl Iterator<Item = &Value> {
    list(&system["rooms"]).iter().chain(list(&system["freshAirUnits"]))
}

/// The rule of the smallest margin, the first of equals.
fn smallest(checks: &Value) -> Value {
    let mut smallest: Option<(f64, &Value)> = None;
    for check in list(checks) {
        let Some(margin) = check["margin"].as_f64() else { continue };
        if smallest.is_none_or(|(least, _)| margin < least) {
            smallest = Some((margin, &check["rule"]));
        }
    }
    smallest.map_or(Value::Null, |(_, rule)| rule.clone())
}

#[test]
fn the_governing_rule_is_the_first_of_the_smallest_margin() {
    let mut rules: BTreeMap<String, usize> = BTreeMap::new();
    for (name, answer) in ANSWERS.iter() {
        let ventilators = list(&answer["selection"]["ventilators"]).iter();
        let all = systems(answer).flat_map(|system| members(system).chain([system])).chain(ventilators);
        for one in all {
            assert_eq!(one["governing"], smallest(&one["checks"]), "{name}: {one}");
            *rules.entry(one["governing"].to_string()).or_default() += 1;
        }
    }
    // Many rules govern somewhere, and none that has only two values.
    println!("{rules:?}");
    assert!(rules.len() > 8 && !rules.contains_key("\"phases\""), "{rules:?}");
}

/// Capacity index of a member's units together, as the catalogue has it.
fn index(system: &Value, member: &Value) -> i64 {
    let same = |room: &&Value| {
        room["room"] == member["room"]
            && room["product"] == member["product"]["id"]
            && room["outdoorAirM3H"].is_null() == member["flowM3H"].is_null()
    };
    let room = list(&system["installed"]["rooms"]).iter().find(same).unwrap();
    whole(&room["capacityIndex"]) * whole(&room["count"])
}

fn own_capacity(member: &Value) -> i64 {
    whole(member.get("coolingW").unwrap_or(&member["all"]["totalW"]))
}

#[test]
fn while_all_units_call_a_room_gets_its_share_of_the_outdoor_units_and_no_more_than_its_own_have() {
    let (mut less, mut all) = (0, 0);
    for (name, answer) in ANSWERS.iter() {
        for system in systems(answer) {
            let plant = &system["outdoor"];
            if plant["ratio"].is_null() {
                // Nothing is shared by an index: sets of a room's own, and chillers.
                assert!(members(system).all(|member| member.get("allCallingW").is_none()), "{name}");
                continue;
            }
            let together: i64 = members(system).map(own_capacity).sum();
            let indices: i64 = members(system).map(|member| index(system, member)).sum();
            for member in members(system) {
                let share = whole(&plant["coolingW"]) * index(system, member) / indices;
                let own = own_capacity(member);
                let expected = if together > whole(&plant["coolingW"]) { own.min(share) } else { own };
                assert_eq!(whole(&member["allCallingW"]), expected, "{name}: {}", member["room"]);
                all += 1;
                less += i32::from(expected < own);
            }
        }
    }
    assert!(less > 20 && all > less, "{less} of {all}");
}

#[test]
fn a_share_below_the_peak_of_the_room_is_a_warning_at_the_room_and_no_other_is() {
    let mut warned = 0;
    for (name, answer) in ANSWERS.iter() {
        let rooms = list(&answer["selection"]["rooms"]);
        let mut expected = Vec::new();
        for system in list(&answer["selection"]["systems"]) {
            for member in members(system) {
                let room = rooms.iter().position(|room| room["room"] == member["room"]);
                let Some((room, share)) = room.zip(member["allCallingW"].as_i64()) else { continue };
                let fresh = member.get("flowM3H").is_some();
                let peak = if fresh {
                    whole(&rooms[room]["freshAir"]["coolingW"])
                } else {
                    whole(&rooms[room]["load"]["totalW"])
                };
                if share < peak {
                    let params = json!({"system": system["id"], "product": member["product"]["id"],
                        "allCallingW": share, "totalW": peak});
                    expected.push((format!("rooms[{room}]"), params));
                }
            }
        }
        let findings = list(&answer["selection"]["findings"]).iter();
        let told: Vec<_> = findings
            .filter(|finding| finding["code"] == "share_below_peak")
            .map(|finding| {
                assert_eq!(finding["severity"], "warning");
                (finding["path"].as_str().unwrap().to_owned(), finding["params"].clone())
            })
            .collect();
        assert_eq!(told, expected, "{name}");
        warned += told.len();
    }
    println!("{warned} rooms get less than their peak");
    assert!(warned > 5);
}

#[test]
fn a_choice_by_electricity_says_that_heating_is_not_counted() {
    let engine = cases::engine();
    for (objective, cooling_only, expected) in [
        ("lifeCycleCost", false, 1),
        ("efficiency", false, 1),
        ("installedCost", false, 0),
        ("lifeCycleCost", true, 0),
    ] {
        let project = json!({"site": {"city": "Wuhan"}, "rooms": [{"use": "shop_general", "areaM2": 60}],
            "preferences": {"objective": objective, "coolingOnly": cooling_only}});
        let answer = cases::answer(&engine, &project.to_string()).unwrap();
        let answer: Value = serde_json::from_str(&answer.text()).unwrap();
        let findings = list(&answer["selection"]["findings"]).iter();
        let told: Vec<&Value> =
            findings.filter(|finding| finding["code"] == "heating_electricity_not_counted").collect();
        assert_eq!(told.len(), expected, "{objective}, cooling only: {cooling_only}");
        let said = |finding: &&Value| {
            (&finding["severity"], &finding["path"]) == (&json!("note"), &json!("selection.optimum"))
        };
        assert!(told.iter().all(said));
    }
}
