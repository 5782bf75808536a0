//! What must hold of any project and any catalogue: more to choose from never costs more, less to carry never costs more, and nothing
//! rests on where anything stands in a list.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "selection_properties/draw.rs"]
mod draw;
#[path = "selection_properties/found.rs"]
mod found;

use draw::Numbers;
use serde_json::{Value, json};
use tonnage::catalogue::Catalogue;
use tonnage::money::Money;
use tonnage::pricing::{Books, PriceBook, RateBook};
use tonnage::project::Project;
use tonnage::selection::Selection;
use tonnage::{complete, demo, select, size};

/// What is asked.
#[derive(Clone)]
struct Case {
    project: Value,
    catalogue: Value,
    prices: Value,
}

/// Rooms without a system, cost, and whether that is proved to be the least.
#[derive(Clone, Copy, Debug)]
struct Outcome {
    unserved: usize,
    cost: Money,
    proved: bool,
}

impl Outcome {
    fn value(&self) -> (usize, Money) {
        (self.unserved, self.cost)
    }
}

impl Case {
    fn drawn(seed: u64) -> Self {
        let prices = serde_json::from_slice(demo::PRICE_BOOK).unwrap();
        Self { project: draw::project(seed), catalogue: draw::catalogue(seed), prices }
    }

    fn selection(&self) -> Selection {
        let reference = demo::reference().unwrap();
        let catalogue = Catalogue::from_json(self.catalogue.to_string().as_bytes()).unwrap();
        let prices = PriceBook::from_json(self.prices.to_string().as_bytes()).unwrap();
        let books = Books::new(prices, RateBook::from_json(demo::RATE_BOOK).unwrap()).unwrap();
        let project = Project::from_json(self.project.to_string().as_bytes()).unwrap();
        let project = complete(&project, &reference).unwrap().project;
        let loads = size(&project, &reference).unwrap();
        select(&project, &loads, &catalogue, &books, books.demo_instant().unwrap()).unwrap()
    }

    fn outcome(&self) -> Outcome {
        let selection = self.selection();
        let unserved = selection.rooms.iter().filter(|room| room.system.is_none()).count();
        Outcome { unserved, cost: selection.optimum.cost, proved: selection.optimum.proved_optimal }
    }

    fn products(&mut self) -> &mut Vec<Value> {
        self.catalogue["products"].as_array_mut().unwrap()
    }

    fn rooms(&mut self) -> &mut Vec<Value> {
        self.project["rooms"].as_array_mut().unwrap()
    }

    /// A copy of a product at the price of `of` of a hundred of its own.
    fn with_copy(&self, product: &Value, name: &str, of: i64) -> Self {
        let mut case = self.clone();
        let (id, copy) = (
            product["id"].as_str().unwrap().to_owned(),
            format!("{name}-{}", product["id"].as_str().unwrap()),
        );
        let mut product = product.clone();
        product["id"] = json!(copy);
        product["model"] = json!(copy);
        case.products().push(product);
        let entries = case.prices["entries"].as_array_mut().unwrap();
        let mut entry = entries.iter().find(|entry| entry["sku"] == json!(id)).unwrap().clone();
        let fen: i64 = entry["unitPrice"].as_str().unwrap().replace('.', "").parse().unwrap();
        let fen = fen * of / 100;
        entry["sku"] = json!(copy);
        entry["unitPrice"] = json!(format!("{}.{:02}", fen / 100, fen % 100));
        entries.push(entry);
        case
    }
}

/// Seeds of the drawn projects, with what is answered to them.
fn drawn(seeds: std::ops::Range<u64>) -> impl Iterator<Item = (u64, Case, Outcome)> {
    seeds.map(|seed| {
        let case = Case::drawn(seed);
        let outcome = case.outcome();
        (seed, case, outcome)
    })
}

#[test]
fn nine_rooms_that_a_smaller_catalogue_serves_are_served_by_a_larger_one() {
    let mut case = Case::drawn(0);
    case.project = serde_json::from_str(include_str!("selection_properties/nine_rooms.json")).unwrap();
    case.catalogue = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let controllers = ["DC-ROOM", "DC-CENTRAL"];
    let small = ["DV-O450", "DV-ID71", "DV-IS90", "DV-K2700"];
    let more = ["DV-O560", "DV-ID45", "DV-IN22"];
    let only = |ids: &[&str]| {
        let mut case = case.clone();
        case.products().retain(|product| ids.iter().any(|id| product["id"] == *id));
        case.outcome()
    };
    let few = only(&[&controllers[..], &small].concat());
    let all = only(&[&controllers[..], &small, &more].concat());
    assert_eq!((few.unserved, all.unserved), (0, 0), "{few:?}, {all:?}");
    assert!(few.proved && all.proved && all.cost < few.cost, "{few:?}, {all:?}");
}

#[test]
fn a_part_of_the_catalogue_never_serves_more_rooms_and_never_costs_less() {
    let (mut proved, mut large) = (0, 0);
    for (seed, case, whole) in drawn(0..60) {
        let mut numbers = Numbers::of(seed + 5000);
        let mut part = case.clone();
        // A system is given a central controller only where there is one.
        part.products().retain(|product| product["kind"] == "controller" || numbers.below(4) > 0);
        let part = part.outcome();
        if whole.proved {
            assert!(whole.value() <= part.value(), "seed {seed}: {whole:?}, of a part {part:?}");
            proved += 1;
            large += i32::from(seed % 2 == 0 && whole.unserved == 0);
        }
    }
    assert!(proved > 50 && large > 10, "{proved} proved, {large} of many rooms that are all served");
}

#[test]
fn rooms_that_may_not_share_never_cost_less() {
    let (mut proved, mut dearer) = (0, 0);
    for (seed, case, together) in drawn(100..160) {
        let mut parted = case.clone();
        let tenants = parted.rooms().iter_mut().enumerate();
        tenants.for_each(|(place, room)| room["group"] = json!(["A", "B"][place % 2]));
        let parted = parted.outcome();
        if together.proved {
            assert!(together.value() <= parted.value(), "seed {seed}: {together:?}, parted {parted:?}");
            proved += 1;
            dearer += i32::from(parted.value() > together.value());
        }
    }
    assert!(proved > 50 && dearer > 20, "{proved} proved, {dearer} dearer");
}

#[test]
fn a_cheaper_or_a_weaker_and_cheaper_copy_of_a_product_never_raises_the_cost() {
    let (mut proved, mut cheaper) = (0, 0);
    for (seed, mut case, before) in drawn(200..240) {
        let mut numbers = Numbers::of(seed + 7000);
        let units: Vec<Value> =
            case.products().iter().filter(|product| product["kind"] == "indoorUnit").cloned().collect();
        let Some(unit) = units.get(usize::try_from(numbers.below(units.len().max(1) as u64)).unwrap()) else {
            continue;
        };
        let mut weaker = unit.clone();
        for figure in ["totalW", "sensibleW"] {
            let cells = weaker["cooling"][figure].as_array_mut().unwrap().iter_mut();
            cells
                .filter(|cell| cell.is_number())
                .for_each(|cell| *cell = json!(cell.as_i64().unwrap() * 97 / 100));
        }
        for after in [case.with_copy(unit, "CHEAP", 80), case.with_copy(&weaker, "WEAK", 70)] {
            let after = after.outcome();
            if after.proved {
                assert!(after.value() <= before.value(), "seed {seed}: {before:?}, with a copy {after:?}");
                proved += 1;
                cheaper += i32::from(after.value() < before.value());
            }
        }
    }
    assert!(proved > 50 && cheaper > 5, "{proved} proved, {cheaper} cheaper");
}

#[test]
fn a_larger_load_never_costs_less() {
    let (mut proved, mut dearer) = (0, 0);
    for (seed, case, before) in drawn(300..340) {
        let mut larger = case.clone();
        for (place, room) in larger.rooms().iter_mut().enumerate() {
            for field in ["totalW", "sensibleW", "heatingW"] {
                let watts = room["statedLoad"][field].as_i64().unwrap();
                room["statedLoad"][field] = json!(watts * if place % 3 == 0 { 125 } else { 108 } / 100);
            }
        }
        let after = larger.outcome();
        if before.proved {
            assert!(before.value() <= after.value(), "seed {seed}: {before:?}, with larger loads {after:?}");
            proved += 1;
            dearer += i32::from(before.value() < after.value());
        }
    }
    assert!(proved > 30 && dearer > 15, "{proved} proved, {dearer} dearer");
}

#[test]
fn no_order_of_rooms_products_or_floors_changes_what_is_chosen() {
    for (seed, case, before) in drawn(400..430) {
        let mut turned = case.clone();
        turned.rooms().reverse();
        turned.products().reverse();
        // Floors are numbered the other way round.
        turned.rooms().iter_mut().for_each(|room| room["floor"] = json!(3 - room["floor"].as_i64().unwrap()));
        let after = turned.outcome();
        assert_eq!(before.value(), after.value(), "seed {seed}");
        assert_eq!(before.proved, after.proved, "seed {seed}");
    }
}

/// What every system of rooms says of its plant and of its checks, by the rooms.
fn said(selection: &Selection) -> Vec<String> {
    let of = |system: &tonnage::selection::System| {
        let rooms: Vec<&str> = system.rooms.iter().map(|room| room.room.as_str()).collect();
        let plant = system.outdoor.as_ref().map(|plant| (plant.cooling_w, plant.heating_w, plant.input_w));
        format!("{rooms:?} {plant:?} {} kWh {:?}", system.energy_kwh, system.checks)
    };
    let mut said: Vec<String> = selection.systems.iter().map(of).collect();
    said.sort_unstable();
    said
}

/// The same project with the rooms of each system as tenants of their own.
fn parted(case: &Case, selection: &Selection) -> Case {
    let mut parted = case.clone();
    for room in parted.rooms() {
        let of =
            selection.systems.iter().position(|system| system.rooms.iter().any(|own| room["id"] == own.room));
        room["group"] = json!(format!("tenant {of:?}"));
    }
    parted
}

#[test]
fn a_system_says_the_same_of_itself_whoever_else_is_in_the_building() {
    // Of each project the air of its rooms in summer and in winter, so that several worsts have as many rooms.
    let rooms = [
        json!([
            ["meeting_room", null, null, false],
            ["office_general", null, null, true],
            ["shop_general", 22, null, true]
        ]),
        json!([
            ["office_general", null, null, false],
            ["office_general", null, 22, true],
            ["office_general", 22, 18, true]
        ]),
        json!([
            ["office_general", 24, 20, true],
            ["office_general", 27, 16, true],
            ["dwelling", 22, 22, true],
            ["shop_general", 25, null, false]
        ]),
    ];
    let mut systems = 0;
    for (seed, mut case, _) in drawn(0..24) {
        for (number, air) in rooms.iter().enumerate() {
            let listed = air.as_array().unwrap().iter().enumerate().map(|(place, own)| {
                let mut room =
                    json!({"id": format!("r{place}"), "use": own[0], "areaM2": 30, "heating": own[3]});
                for (field, value) in [("coolingSetPointC", &own[1]), ("heatingSetPointC", &own[2])] {
                    if !value.is_null() {
                        room[field] = value.clone();
                    }
                }
                room
            });
            case.project = json!({"site": {"city": "上海"}, "rooms": listed.collect::<Vec<_>>()});
            let together = case.selection();
            let alone = parted(&case, &together).selection();
            assert_eq!(said(&together), said(&alone), "seed {seed}, rooms {number}");
            let failed = |check: &&tonnage::selection::Check| check.is_broken();
            let checks = together.systems.iter().flat_map(|system| &system.checks);
            assert_eq!(checks.filter(failed).count(), 0, "seed {seed}, rooms {number}");
            systems += together.systems.iter().filter(|system| system.outdoor.is_some()).count();
        }
    }
    assert!(systems > 60, "{systems} systems with a plant");
}

#[test]
fn of_rooms_that_are_alike_but_for_the_floor_the_same_share_a_system_in_any_order() {
    let mut case = Case::drawn(0);
    let products = ["DM-O53", "DM-IQ28", "DC-ROOM"];
    case.catalogue = serde_json::from_slice(demo::CATALOGUE).unwrap();
    case.products().retain(|product| products.iter().any(|id| product["id"] == *id));
    let floors_of = |order: &[i64]| {
        let mut case = case.clone();
        let load = json!({"totalW": 1800, "sensibleW": 1400});
        let room = |floor: &i64| {
            json!({"id": format!("floor-{floor}"), "use": "office_general", "areaM2": 15, "floor": floor,
                "heating": false, "statedLoad": load})
        };
        let shared = json!({"shareAcrossFloors": true});
        let rooms: Vec<Value> = order.iter().map(room).collect();
        case.project = json!({"site": {"city": "上海"}, "rooms": rooms, "preferences": shared});
        let mut systems: Vec<Vec<String>> = Vec::new();
        for system in case.selection().systems {
            let mut rooms: Vec<String> = system.rooms.iter().map(|room| room.room.clone()).collect();
            rooms.sort_unstable();
            systems.push(rooms);
        }
        systems.sort();
        systems
    };
    let first = floors_of(&[1, 2, 3]);
    assert_eq!(first.iter().map(Vec::len).max(), Some(2), "{first:?}");
    for order in [[1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] {
        assert_eq!(floors_of(&order), first, "{order:?}");
    }
}
