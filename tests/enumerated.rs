//! Fifty projects whose systems are found again by trying everything, with rules and prices of this test's own.
//!
//! The loads are given facts. Everything after them - the air that units take in, capacities, pipes, refrigerant, sound, prices -
//! is worked out from the catalogue and the books as JSON; of the library's code only the psychrometrics are shared.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "a checker with mathematics of its own")]

#[path = "enumerated/answers.rs"]
mod answers;
#[path = "enumerated/books.rs"]
mod books;
#[path = "same_answer/cases.rs"]
mod cases;
#[path = "enumerated/comb.rs"]
mod comb;
#[path = "enumerated/draw.rs"]
mod draw;
#[path = "enumerated/enumeration.rs"]
mod enumeration;
#[path = "enumerated/facts.rs"]
mod facts;
#[path = "enumerated/minimal.rs"]
mod minimal;
#[path = "enumerated/mutations.rs"]
mod mutations;
#[path = "enumerated/own.rs"]
mod own;
#[path = "enumerated/plants.rs"]
mod plants;
#[path = "enumerated/rooms.rs"]
mod rooms;
#[path = "enumerated/stated.rs"]
mod stated;
#[path = "enumerated/tables.rs"]
mod tables;
#[path = "enumerated/units.rs"]
mod units;
#[path = "enumerated/verify.rs"]
mod verify;

use answers::{FIFTY, SHOP, Told, WHOLE, answer, drawn, two_as_one};
use draw::Rooms;
use facts::{Case, Stock, list, text};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Nothing, or all of it told.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_system_of_fifty_projects_passes_the_checker_and_every_kind_wins_somewhere() {
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    for told in FIFTY.iter() {
        told.kinds().into_iter().for_each(|kind| *kinds.entry(kind).or_default() += 1);
    }
    none(&FIFTY.iter().flat_map(Told::broken).collect::<Vec<_>>());
    println!("projects in which a kind is chosen: {kinds:?}");
    let all = ["chilledWater", "matchedSplit", "multiSplit", "rooftop", "vrfHeatPump", "vrfHeatRecovery"];
    assert!(all.iter().all(|kind| kinds.get(kind).is_some_and(|won| *won >= 2)), "{kinds:?}");
}

#[test]
fn enumeration_with_plants_at_the_air_of_the_rooms_that_they_serve_finds_the_cost_of_fifty_projects() {
    let found: Vec<_> = FIFTY.iter().map(|told| told.enumerated()).collect();
    none(&found.iter().filter_map(|(_, wrong)| wrong.clone()).collect::<Vec<_>>());
    let sum = |of: fn(&enumeration::Found) -> u64| found.iter().map(|(found, _)| of(found)).sum::<u64>();
    let (partitions, systems) = (sum(|found| found.partitions), sum(|found| found.systems));
    println!("{partitions} partitions of {systems} shared systems");
    assert!(partitions > 300 && systems > 5000, "{partitions} partitions, {systems} systems");
    let proved = FIFTY.iter().filter(|told| told.selection["optimum"]["provedOptimal"] == true).count();
    assert_eq!(proved, 50, "small projects are searched to the end");
}

#[test]
fn enumeration_of_the_whole_catalogue_finds_the_cost_of_small_projects() {
    none(&WHOLE.iter().flat_map(Told::broken).collect::<Vec<_>>());
    none(&WHOLE.iter().filter_map(|told| told.enumerated().1).collect::<Vec<_>>());
    let proved = WHOLE.iter().filter(|told| told.proved()).count();
    println!("{proved} of {} small projects of the whole catalogue proved", WHOLE.len());
}

#[test]
fn every_system_of_up_to_sixteen_rooms_passes_the_checker() {
    let told: Vec<Told> = (0..50).map(two_as_one).collect();
    none(&told.iter().flat_map(Told::broken).collect::<Vec<_>>());
    let rooms = |told: &Told| list(&told.project["rooms"]).len();
    let many: Vec<&Told> = told.iter().filter(|told| rooms(told) > 8).collect();
    let proved = many.iter().filter(|told| told.proved()).count();
    println!("{proved} of {} projects of more than eight rooms proved", many.len());
    assert!(many.len() > 20 && proved * 10 >= many.len() * 8, "{proved} of {} proved", many.len());
}

#[test]
fn a_plant_keeps_what_each_of_its_rooms_says_of_neighbours_and_of_space() {
    let told: Vec<Told> = (0..50).map(|number| drawn(number, Rooms::OwnLimits)).collect();
    let mut wrong: Vec<String> = told.iter().flat_map(Told::broken).collect();
    wrong.extend(told.iter().filter_map(|told| told.enumerated().1));
    none(&wrong);
}

#[test]
fn rooms_that_leave_a_pipe_at_one_place_hang_in_the_order_that_costs_least() {
    let told: Vec<Told> = (0..50).map(|number| drawn(number, Rooms::OnePlace)).collect();
    let mut wrong: Vec<String> = told.iter().flat_map(Told::broken).collect();
    wrong.extend(told.iter().filter_map(|told| told.enumerated().1));
    none(&wrong);
    let proved = told.iter().filter(|told| told.proved()).count();
    let least = told.iter().filter(|told| told.costs_what_is_found()).count();
    println!("of 50 projects with rooms at one place {least} cost the least, {proved} are proved");
    assert!(least == 50 && proved >= 42, "{least} cost the least, {proved} are proved");
}

#[test]
fn what_nobody_vouches_for_in_winter_serves_heated_rooms_only_where_nothing_else_does() {
    let told: Vec<Told> = (0..50).map(answers::with_unknown_heat).collect();
    let mut wrong: Vec<String> = told.iter().flat_map(Told::broken).collect();
    wrong.extend(told.iter().filter_map(|told| told.enumerated().1));
    none(&wrong);
    // Some heated rooms have heat that is known, some have not, and the answer says of which.
    let (mut known, mut unknown) = (0, 0);
    for told in &told {
        let case = told.case();
        for system in told.chosen() {
            for served in list(&system["rooms"]) {
                let room = &case.rooms[case.room(text(&served["room"])).unwrap()];
                if !room.heats() {
                    continue;
                }
                let plant = &system["outdoor"];
                let open = served["heatingW"].is_null() || (plant.is_object() && plant["heatingW"].is_null());
                *(if open { &mut unknown } else { &mut known }) += 1;
                let path = told.chosen().iter().position(|own| own["id"] == system["id"]).unwrap();
                let path = format!("selection.systems[{path}]");
                let said = list(&told.selection["findings"])
                    .iter()
                    .any(|one| one["code"] == "heating_unknown" && one["path"] == path.as_str());
                assert!(!open || said, "{}: {path} is not said to be unknown", told.name);
            }
        }
    }
    println!("heat of {known} rooms known and of {unknown} not");
    assert!(known > 20 && unknown > 5, "{known} known, {unknown} not");
}

#[test]
fn of_what_was_not_taken_each_product_is_named_once() {
    let mut wrong = Vec::new();
    for told in FIFTY.iter() {
        let products = |rejected: &Value| -> Vec<String> {
            let products = list(rejected).iter().flat_map(|group| list(&group["products"]));
            products.map(|one| one["product"].to_string()).collect()
        };
        let rooms = list(&told.selection["rooms"]).iter().map(|room| &room["rejected"]);
        for rejected in rooms.chain([&told.selection["rejected"]]) {
            let mut named = products(rejected);
            named.sort_unstable();
            let twice = named.windows(2).filter(|pair| pair[0] == pair[1]);
            wrong.extend(twice.map(|pair| format!("{}: {} twice", told.name, pair[0])));
        }
    }
    none(&wrong);
}

#[test]
fn the_rules_of_a_system_are_stated_with_the_limits_that_hold() {
    let mut wrong = Vec::new();
    for told in FIFTY.iter() {
        let case = told.case();
        for system in told.chosen() {
            let mut broken = vec![stated::of_rooms(&case, system)];
            if system["outdoor"].is_object() {
                broken.push(stated::as_they_are(&case, system));
            }
            let broken = broken.into_iter().filter_map(Result::err);
            wrong.extend(broken.map(|reason| format!("{}: {reason}", told.name)));
        }
    }
    none(&wrong);
}

/// The example projects, and the generated ones that reach every use and every field, with the whole catalogue.
#[test]
fn every_system_of_the_determinism_test_passes_the_checker() {
    let engine = cases::engine();
    let stock = Stock::of(SHOP.shipped.clone());
    let (mut wrong, mut systems, mut unproved) = (Vec::new(), 0, 0);
    for (name, text) in cases::cases(&engine) {
        let answer = answers::json(cases::answer(&engine, &text).unwrap().text().as_bytes());
        unproved += i32::from(answer["selection"]["optimum"]["provedOptimal"] == false);
        let case = Case::of(&answer["project"], &answer["loads"], &stock, &SHOP.books);
        let requested = list(&answer["selection"]["requested"]);
        // Requested units are what the buyer asks for, whatever a rule says.
        let searched = |system: &&Value| requested.iter().all(|units| units["system"] != system["id"]);
        for system in list(&answer["selection"]["systems"]).iter().filter(searched) {
            systems += 1;
            let verdict = verify::check(&case, system);
            wrong.extend(verdict.err().map(|at| format!("{name}: {at} in {}", system["kind"])));
        }
    }
    none(&wrong);
    println!("{systems} systems of the determinism test, {unproved} projects not proved");
    assert!(systems > 100, "{systems} systems");
}

/// One room of 9 kW that wishes a heat-pump system of the whole catalogue: the smallest outdoor unit asks for more than the two
/// smallest units that carry the room, and a larger unit is allowed.
#[test]
fn a_room_below_the_least_ratio_of_the_smallest_unit_takes_a_larger_unit() {
    let project = json!({
        "site": {"city": "武汉"},
        "rooms": [{"use": "shop_general", "areaM2": 60,
            "statedLoad": {"totalW": 6000, "sensibleW": 4200}}],
        "preferences": {"systems": ["vrfHeatPump"], "coolingOnly": true},
    });
    let told = answer("one room", &project.to_string(), SHOP.shipped.clone());
    none(&told.enumerated().1.into_iter().collect::<Vec<_>>());
}
