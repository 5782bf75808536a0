//! Joints, boxes and controllers: the cheapest that fits is taken, wherever it stands in the catalogue.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use tonnage::catalogue::Catalogue;
use tonnage::pricing::{Books, Customer, PriceBook, RateBook};
use tonnage::project::Project;
use tonnage::{Engine, demo};

/// An engine with further parts before or after the shipped products, each with its price.
fn engine(parts: &[(Value, &str)], first: bool) -> Engine {
    let mut catalogue: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let mut prices: Value = serde_json::from_slice(demo::PRICE_BOOK).unwrap();
    for (part, price) in parts {
        let mut product =
            json!({"brand": "DemoVRF", "model": part["id"], "source": "demo-vrf", "status": "demo"});
        product.as_object_mut().unwrap().extend(part.as_object().unwrap().clone());
        let products = catalogue["products"].as_array_mut().unwrap();
        let at = if first { 0 } else { products.len() };
        products.insert(at, product);
        let entries = prices["entries"].as_array_mut().unwrap();
        let mut entry = entries[0].clone();
        entry["sku"] = part["id"].clone();
        entry["unitPrice"] = json!(price);
        entries.push(entry);
    }
    let catalogue = Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap();
    assert!(parts.iter().all(|(part, _)| catalogue.refused().iter().all(|one| one.product != part["id"])));
    let prices = PriceBook::from_json(prices.to_string().as_bytes()).unwrap();
    let rates = RateBook::from_json(demo::RATE_BOOK).unwrap();
    Engine::new(demo::reference().unwrap(), catalogue, Books::new(prices, rates).unwrap())
}

fn answer(engine: &Engine, system: &str, simultaneous: bool) -> Value {
    answer_of(3, engine, system, simultaneous)
}

fn answer_of(rooms: i32, engine: &Engine, system: &str, simultaneous: bool) -> Value {
    let rooms: Vec<Value> = (0..rooms)
        .map(|number| {
            json!({"id": format!("room-{number}"), "use": "shop_general", "areaM2": 60, "floor": 2,
            "installation": {"outdoorPlace": "roofFrame", "pipeRunM": 20 + 5 * number}})
        })
        .collect();
    let preferences =
        json!({"systems": [system], "simultaneous": simultaneous, "coolingOnly": system == "chilledWater"});
    let project = json!({"site": {"city": "武汉"}, "rooms": rooms, "preferences": preferences});
    let (at, _) = demo::engine().unwrap().demo_instant().unwrap();
    let project = Project::from_json(project.to_string().as_bytes()).unwrap();
    let answer = engine.propose(&project, &Customer::default(), at).unwrap().answer().unwrap();
    serde_json::from_str(&answer.text()).unwrap()
}

/// What is bought, in the order of the bill.
fn bought(answer: &Value) -> Vec<&str> {
    let lines = answer["billOfQuantities"]["lines"].as_array().unwrap().iter();
    let lines = lines.filter(|line| line["item"] == "equipment");
    lines.map(|line| line["variant"].as_str().unwrap()).collect()
}

fn cost(answer: &Value) -> i64 {
    answer["selection"]["optimum"]["cost"].as_str().unwrap().replace('.', "").parse().unwrap()
}

#[test]
fn a_cheaper_part_that_fits_is_taken_wherever_it_stands() {
    let room = json!({"id": "C-ROOM", "kind": "controller", "scope": "room", "maxIndoor": 16});
    let kit = json!({"id": "K-LARGE", "kind": "branchKit", "family": "dv", "upToIndex": 2700});
    let recovery_kit = json!({"id": "R-LARGE", "kind": "branchKit", "family": "dr", "upToIndex": 2700});
    let recovery_box = json!({"id": "B-LARGE", "kind": "recoveryBox", "family": "dr", "ports": 8,
        "maxIndoorPerPort": 5, "maxIndexPerPort": 280, "maxIndex": 850});
    let parts = [(room, "20.00"), (kit, "30.00"), (recovery_kit, "30.00"), (recovery_box, "40.00")];
    for (system, simultaneous, taken, left) in [
        ("vrfHeatPump", false, vec!["C-ROOM", "K-LARGE"], vec!["DC-ROOM", "DV-K"]),
        ("vrfHeatRecovery", true, vec!["C-ROOM", "R-LARGE", "B-LARGE"], vec!["DC-ROOM", "DR-K", "DR-B"]),
        ("chilledWater", false, vec!["C-ROOM"], vec!["DC-ROOM"]),
    ] {
        let shipped = answer(&demo::engine().unwrap(), system, simultaneous);
        assert_eq!(shipped["selection"]["optimum"]["provedOptimal"], true, "{system}");
        for first in [false, true] {
            let cheaper = answer(&engine(&parts, first), system, simultaneous);
            let found = bought(&cheaper);
            assert!(taken.iter().all(|part| found.contains(part)), "{system}: {found:?}");
            let old = |part: &&str| left.iter().any(|old| part.starts_with(old));
            assert!(!found.iter().any(old), "{system}: {found:?}");
            assert!(bought(&shipped).iter().any(old), "{system}");
            assert!(cost(&cheaper) < cost(&shipped), "{system}");
        }
    }
}

#[test]
fn a_larger_unit_that_costs_less_than_all_smaller_ones_is_taken_however_many_rooms_share() {
    let shipped: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let is_large = |product: &&Value| product["id"] == "DV-IDH160";
    let mut large = shipped["products"].as_array().unwrap().iter().find(is_large).unwrap().clone();
    large["id"] = json!("DV-LARGE");
    // Of much pressure it would count more than its index.
    large["air"]["externalStaticPa"] = json!(50);
    for rooms in [3, 8, 9, 12] {
        let dear = answer_of(rooms, &demo::engine().unwrap(), "vrfHeatPump", false);
        let cheap = answer_of(rooms, &engine(&[(large.clone(), "100.00")], false), "vrfHeatPump", false);
        assert!(bought(&cheap).contains(&"DV-LARGE"), "{rooms}: {:?}", bought(&cheap));
        assert!(cost(&cheap) < cost(&dear), "{rooms}");
    }
}

#[test]
fn a_part_of_another_scope_family_or_size_is_not_taken_however_cheap() {
    let central = json!({"id": "C-CENTRAL", "kind": "controller", "scope": "central", "maxIndoor": 64});
    let other = json!({"id": "C-DR", "kind": "controller", "family": "dr", "scope": "room", "maxIndoor": 16});
    let small = json!({"id": "K-SMALL", "kind": "branchKit", "family": "dv", "upToIndex": 1});
    let recovery = json!({"id": "K-DR", "kind": "branchKit", "family": "dr", "upToIndex": 2700});
    let parts = [(central, "1.00"), (other, "1.00"), (small, "1.00"), (recovery, "1.00")];
    for system in ["vrfHeatPump", "chilledWater"] {
        let shipped = answer(&demo::engine().unwrap(), system, false);
        let with = answer(&engine(&parts, true), system, false);
        assert_eq!(bought(&with), bought(&shipped), "{system}");
    }
}
