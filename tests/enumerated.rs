//! Fifty projects whose systems are found again by trying everything, with rules and prices of this test's own.
//!
//! The loads are given facts. Everything after them - the air that units take in, capacities, pipes, refrigerant, sound, prices -
//! is worked out from the catalogue and the books as JSON; of the library's code only the psychrometrics are shared.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "enumerated/books.rs"]
mod books;
#[path = "enumerated/comb.rs"]
mod comb;
#[path = "enumerated/draw.rs"]
mod draw;
#[path = "enumerated/enumeration.rs"]
mod enumeration;
#[path = "enumerated/facts.rs"]
mod facts;
#[path = "enumerated/own.rs"]
mod own;
#[path = "enumerated/plants.rs"]
mod plants;
#[path = "enumerated/rooms.rs"]
mod rooms;
#[path = "enumerated/tables.rs"]
mod tables;
#[path = "enumerated/units.rs"]
mod units;
#[path = "enumerated/verify.rs"]
mod verify;

use enumeration::Offer;
use facts::{Case, Stock, list, text};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use tonnage::boundary::canonical::Answer;
use tonnage::catalogue::Catalogue;
use tonnage::project::Project;
use tonnage::reference::Reference;
use tonnage::{complete, demo, select, size};

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

fn written<T: Serialize>(value: &T) -> Value {
    json(Answer::of(value).unwrap().text().as_bytes())
}

/// Everything that the projects are asked with.
struct Shop {
    reference: Reference,
    shipped: Value,
    books: books::Books,
}

impl Shop {
    fn open() -> Self {
        Self {
            reference: demo::reference().unwrap(),
            shipped: json(demo::CATALOGUE),
            books: books::Books::of(&json(demo::PRICE_BOOK), &json(demo::RATE_BOOK)),
        }
    }
}

/// What the library says of a project.
struct Told {
    project: Value,
    loads: Value,
    selection: Value,
}

fn told(shop: &Shop, project: &Value, catalogue: &Value) -> Told {
    let project = Project::from_json(project.to_string().as_bytes()).unwrap();
    let project = complete(&project, &shop.reference).unwrap().project;
    let loads = size(&project, &shop.reference).unwrap();
    let catalogue = Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap();
    let books = demo::books().unwrap();
    let at = books.demo_instant().unwrap();
    let selection = select(&project, &loads, &catalogue, &books, at).unwrap();
    Told { project: written(&project), loads: written(&loads), selection: written(&selection) }
}

/// The systems of an answer: the chosen ones, and those that a room might have instead.
fn systems(selection: &Value) -> impl Iterator<Item = &Value> {
    let others = list(&selection["rooms"]).iter().flat_map(|room| list(&room["alternatives"]));
    list(&selection["systems"]).iter().chain(others)
}

#[test]
fn enumeration_finds_the_cost_of_the_answer() {
    let shop = Shop::open();
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong: Vec<String> = Vec::new();
    let range = std::env::var("RANGE").unwrap_or("0-50".to_owned());
    let (a, b) = range.split_once('-').unwrap();
    let mut tally = [0; 8];
    for number in a.parse::<u64>().unwrap()..b.parse().unwrap() {
        let start = std::time::Instant::now();
        let catalogue = draw::stock(&shop.shipped, number);
        let told = told(&shop, &draw::project(number, draw::Rooms::Apart), &catalogue);
        let middle = start.elapsed();
        let stock = Stock::of(catalogue);
        let name = format!("drawn {number}, {:?}", draw::theme(number));
        let case = Case::of(&told.project, &told.loads, &stock, &shop.books);
        for system in systems(&told.selection) {
            if !system["outdoor"].is_null() && system["kind"] != "chilledWater" {
                if let Err(reason) = verify::ratio_limit(&case, system) { println!("RATIO {number} {reason} {}", system["checks"]); }
            }
            if let Err(reason) = verify::check(&case, system) {
                wrong.push(format!("{name}: {reason} in {}", system["kind"]));
            }
        }
        let found = enumeration::optimum(&case, Offer::Everything);
        let offered = enumeration::optimum(&case, Offer::SmallestTwo);
        let fewest = enumeration::optimum(&case, Offer::Fewest);
        tally[0] += 1;
        let key = |f: &enumeration::Found| (f.unserved, f.cost);
        if key(&found) < key(&fewest) { tally[1] += 1; println!("FEWEST {number} {found:?} {fewest:?}"); }
        if key(&fewest) < key(&offered) { tally[2] += 1; }
        if found.unserved < offered.unserved { tally[3] += 1; }
        let optimum = &told.selection["optimum"];
        let unserved = list(&told.selection["rooms"]).iter().filter(|room| room["system"].is_null()).count();
        let cost = books::fen(&optimum["cost"]);
        if std::env::var("SHOW").is_ok_and(|show| show == number.to_string()) {
            println!("{}\n{}", draw::project(number, draw::Rooms::Apart), told.selection["systems"]);
        }
        let mut won: Vec<&str> =
            list(&told.selection["systems"]).iter().map(|system| text(&system["kind"])).collect();
        println!(
            "{name}: {} rooms, {won:?}, {unserved} unserved, cost {cost} found {} proved {} {} partitions {} systems {:?} {:?}",
            case.rooms.len(),
            found.cost,
            optimum["provedOptimal"],
            found.partitions,
            found.systems,
            middle,
            start.elapsed()
        );
        won.sort_unstable();
        won.dedup();
        for kind in won {
            *kinds.entry(kind.to_owned()).or_default() += 1;
        }
        if i128::try_from(unserved).unwrap() != offered.unserved || cost != offered.cost {
            wrong.push(format!("{name}: OFFER {cost} and {unserved} stated, found {offered:?}"));
        }
        if i128::try_from(unserved).unwrap() != found.unserved || cost != found.cost {
            wrong.push(format!("{name}: {cost} and {unserved} stated, found {found:?}"));
        }
    }
    println!("TALLY {tally:?} {kinds:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
