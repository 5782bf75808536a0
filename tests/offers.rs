//! The offers that a buyer compares: the chosen systems and the best of one kind each, found again by wishing that kind alone.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "same_answer/cases.rs"]
mod cases;
#[path = "explanation/kinds.rs"]
mod kinds;

use serde_json::{Value, json};
use std::sync::LazyLock;
use tonnage::Engine;

const KINDS: [&str; 6] =
    ["matchedSplit", "multiSplit", "vrfHeatPump", "vrfHeatRecovery", "rooftop", "chilledWater"];

static ENGINE: LazyLock<Engine> = LazyLock::new(cases::engine);

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn fen(money: &Value) -> i128 {
    money.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn answer(text: &str) -> Value {
    serde_json::from_str(&cases::answer(&ENGINE, text).unwrap().text()).unwrap()
}

fn covers(answer: &Value) -> bool {
    let air = |room: &Value| room["freshAir"].is_null() || room["freshAir"]["system"].is_string();
    list(&answer["selection"]["rooms"]).iter().all(|room| room["system"].is_string() && air(room))
}

/// The rooms that systems are searched for.
fn searched(answer: &Value) -> Vec<&Value> {
    let requested =
        |room: &Value| list(&answer["project"]["requested"]).iter().any(|one| one["room"] == *room);
    let rooms = list(&answer["selection"]["rooms"]).iter().map(|room| &room["room"]);
    rooms.filter(|room| !requested(room)).collect()
}

#[test]
fn at_most_three_offers_rise_in_value_and_the_chosen_systems_are_the_first() {
    let (mut projects, mut several) = (0, 0);
    for (name, text) in cases::cases(&ENGINE).into_iter().chain(kinds::projects()) {
        let answer = answer(&text);
        let (selection, offers) = (&answer["selection"], list(&answer["selection"]["offers"]));
        if !covers(&answer) || searched(&answer).is_empty() {
            continue;
        }
        projects += 1;
        several += i32::from(offers.len() > 1);
        assert!((1..=3).contains(&offers.len()), "{name}");
        // Where the objective is no money, what the cost weighs beside it is no part of its value: see the objectives in `docs/matching.md`.
        let weighs = match selection["optimum"]["objective"].as_str().unwrap() {
            "efficiency" => 10_000.0,
            "noise" => 10.0,
            _ => f64::INFINITY,
        };
        let value = |offer: &Value| {
            let cost: f64 = offer["cost"].as_str().unwrap().parse().unwrap();
            offer["value"].as_f64().unwrap() + cost / weighs
        };
        // Both are rounded to two decimals.
        assert!(offers.windows(2).all(|pair| value(&pair[0]) <= value(&pair[1]) + 0.02), "{name}");
        let chosen = offers.iter().find(|offer| offer["kind"].is_null()).unwrap();
        assert_eq!(
            (&chosen["cost"], &chosen["value"]),
            (&selection["optimum"]["cost"], &selection["optimum"]["value"])
        );
        if selection["optimum"]["provedOptimal"] == true {
            assert!(offers[0]["kind"].is_null(), "{name}: {}", offers[0]);
        }
        for offer in offers.iter().filter(|offer| offer["kind"].is_string()) {
            let systems = list(&offer["systems"]);
            assert!(systems.iter().all(|system| system["kind"] == offer["kind"]), "{name}");
            let mut rooms: Vec<&Value> = systems.iter().flat_map(|system| list(&system["rooms"])).collect();
            let mut wanted = searched(&answer);
            rooms.sort_unstable_by_key(|room| room.to_string());
            wanted.sort_unstable_by_key(|room| room.to_string());
            assert_eq!(rooms, wanted, "{name}");
            let cost: i128 = systems.iter().map(|system| fen(&system["cost"])).sum();
            assert_eq!(fen(&offer["cost"]), cost, "{name}");
        }
        // The books have no price that depends on the order: what is beside the searched systems is the same in every quote.
        if let Some(total) = answer["quote"].get("total") {
            let beside = fen(total) - fen(&selection["optimum"]["cost"]);
            assert!(
                offers.iter().all(|offer| fen(&offer["total"]) == fen(&offer["cost"]) + beside),
                "{name}"
            );
        } else {
            assert!(offers.iter().all(|offer| offer.get("total").is_none()), "{name}");
        }
    }
    println!("{several} of {projects} projects with several offers");
    assert!(projects > 100 && several > 30);
}

/// The project with the wish for one kind of system only.
fn wishing(text: &str, kind: &str) -> String {
    let mut project: Value = serde_json::from_str(text).unwrap();
    project["preferences"]["systems"] = json!([kind]);
    project.to_string()
}

#[test]
fn an_offer_of_a_kind_is_what_wishing_that_kind_alone_gives_and_no_kind_that_is_left_out_is_better() {
    let mixed = |project: &str| {
        let mut project: Value = serde_json::from_str(project).unwrap();
        project["preferences"].as_object_mut().unwrap().remove("systems");
        project.to_string()
    };
    let own = kinds::projects().into_iter().map(|(name, text)| (name, mixed(&text)));
    let shop = |rooms: Value| {
        json!({"site": {"city": "武汉"}, "rooms": rooms, "installation": {"outdoorPlace": "floorFrame"}})
            .to_string()
    };
    let shops = [
        (
            "offices and a shop".to_owned(),
            shop(json!([
            {"id": "shop", "use": "shop_general", "areaM2": 90}, {"id": "a", "use": "meeting_room", "areaM2": 30},
            {"id": "b", "use": "meeting_room", "areaM2": 24}, {"id": "c", "use": "office_general", "areaM2": 18}])),
        ),
        (
            "guest rooms".to_owned(),
            shop(json!([
            {"id": "a", "use": "hotel_guestroom", "areaM2": 28}, {"id": "b", "use": "hotel_guestroom", "areaM2": 32},
            {"id": "c", "use": "hotel_guestroom", "areaM2": 24}])),
        ),
    ];
    let (mut found, mut left_out) = (0, 0);
    for (name, text) in own.chain(shops) {
        let told = answer(&text);
        assert!(covers(&told), "{name}");
        let offers = list(&told["selection"]["offers"]);
        let all_of =
            |kind: &str| list(&told["selection"]["systems"]).iter().all(|system| system["kind"] == kind);
        for kind in KINDS {
            let alone = answer(&wishing(&text, kind));
            let (optimum, offer) =
                (&alone["selection"]["optimum"], offers.iter().find(|one| one["kind"] == kind));
            match offer {
                Some(offer) => {
                    assert!(covers(&alone), "{name}: {kind}");
                    if optimum["provedOptimal"] == true && offer["provedOptimal"] == true {
                        assert_eq!(offer["cost"], optimum["cost"], "{name}: {kind}");
                    }
                    found += 1;
                }
                // It is what is chosen, it leaves a room without, or three are better.
                None if all_of(kind) || !covers(&alone) => {}
                None => {
                    let third = offers.get(2).map(|offer| fen(&offer["cost"]));
                    assert!(third.is_some_and(|third| third <= fen(&optimum["cost"])), "{name}: {kind}");
                    left_out += 1;
                }
            }
        }
    }
    println!("{found} offers found again, {left_out} kinds dearer than three");
    assert!(found > 10 && left_out > 0);
}
