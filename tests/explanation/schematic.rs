//! The schematic is a tree from the outdoor unit to every indoor unit, and its metres and joints are those of the bill.

use super::{ANSWERS, list, members, systems, whole};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text"))
}

/// Metres in tenths.
fn tenths(metres: f64) -> i64 {
    tonnage::num::to_whole(metres * 10.0).unwrap()
}

fn units(piece: &Value) -> i64 {
    whole(&piece["units"])
}

fn parts<'a>(system: &'a Value, part: &str) -> Vec<&'a Value> {
    list(&system["schematic"]).iter().filter(|piece| piece["part"] == part).collect()
}

/// Tenths of metres of all pieces of a part, by what `size` calls them.
fn metres(system: &Value, part: &str, size: impl Fn(&Value) -> String) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for piece in parts(system, part) {
        let length = tenths(piece["lengthM"].as_f64().unwrap());
        assert!(length > 0, "{piece}");
        *sums.entry(size(piece)).or_insert(0) += length * units(piece);
    }
    sums
}

/// Quantities of an item of a system's bill in tenths, by variant.
fn billed(answer: &Value, system: &Value, item: &str) -> BTreeMap<String, i64> {
    let lines = list(&answer["billOfQuantities"]["lines"]).iter();
    let mut sums = BTreeMap::new();
    for line in lines.filter(|line| line["system"] == system["id"] && line["item"] == item) {
        let quantity: f64 = text(&line["quantity"]).parse().unwrap();
        let variant = line["variant"].as_str().unwrap_or_default();
        *sums.entry(variant.to_owned()).or_insert(0) += tenths(quantity);
    }
    sums
}

fn pieces_of(system: &Value, part: &str) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    for piece in parts(system, part) {
        *sums.entry(text(&piece["product"]).to_owned()).or_insert(0) += 10 * units(piece);
    }
    sums
}

/// Every piece but the first hangs on an earlier one, what ends a line is a unit or an outlet, and each is there at least once.
fn is_a_tree(name: &str, system: &Value) {
    let pieces = list(&system["schematic"]);
    assert!(pieces.len() > 1, "{name}: {} has no schematic", system["kind"]);
    assert_eq!((&pieces[0]["part"], &pieces[0]["after"]), (&Value::from("outdoor"), &Value::Null), "{name}");
    let mut followed: BTreeSet<usize> = BTreeSet::new();
    for (position, piece) in pieces.iter().enumerate().skip(1) {
        let after = usize::try_from(whole(&piece["after"])).unwrap();
        assert!(after < position, "{name}: {piece}");
        followed.insert(after);
    }
    for (position, piece) in pieces.iter().enumerate() {
        assert!(units(piece) > 0, "{name}: {piece}");
        let ends = ["indoor", "outlet"].contains(&text(&piece["part"]));
        let goes_on = followed.contains(&position);
        assert!(!(ends && goes_on), "{name}: {piece} goes on");
        // Of outdoor units the others end at the joint with the first.
        assert!(ends || goes_on || (position > 0 && piece["part"] == "outdoor"), "{name}: {piece} ends");
    }
}

/// Every unit of every room is reached once.
fn reaches_all(name: &str, system: &Value) {
    let (indoor, outlets) = (parts(system, "indoor"), parts(system, "outlet"));
    let expected = members(system).count();
    if system["kind"] == "rooftop" {
        assert_eq!((indoor.len(), outlets.len()), (0, expected), "{name}");
    } else {
        assert_eq!((indoor.len(), outlets.len()), (expected, 0), "{name}");
    }
    for member in members(system) {
        let fresh = member.get("flowM3H").is_some();
        let own = |piece: &&&Value| {
            piece["room"] == member["room"] && (piece["part"] == "outlet" || piece["outdoorAir"] == fresh)
        };
        let found: Vec<_> = indoor.iter().chain(&outlets).filter(own).collect();
        assert_eq!(found.len(), 1, "{name}: {}", member["room"]);
        if found[0]["part"] == "indoor" {
            let said = (&found[0]["product"], units(found[0]));
            assert_eq!(said, (&member["product"]["id"], whole(&member["units"])), "{name}");
        }
    }
    let outdoor: i64 = parts(system, "outdoor").into_iter().map(units).sum();
    let plant = list(&system["outdoor"]["units"]).len();
    let sets = if plant == 0 { whole(&system["rooms"][0]["units"]) } else { i64::try_from(plant).unwrap() };
    assert_eq!(outdoor, sets, "{name}");
}

/// Lengths, diameters, joints and boxes are those of the bill.
fn is_billed(name: &str, answer: &Value, system: &Value) {
    let of = |item: &str| billed(answer, system, item);
    let millimetres = |piece: &Value, field: &str| format!("{:.2}", piece[field].as_f64().unwrap());
    let refrigerant = metres(system, "pipe", |piece| {
        format!("{}x{}", millimetres(piece, "liquidMm"), millimetres(piece, "gasMm"))
    });
    assert_eq!(refrigerant, of("refrigerantPipe"), "{name}");
    // Of water the bill has both ways.
    let mut water = metres(system, "waterPipe", |piece| format!("DN{}", piece["nominalMm"]));
    water.values_mut().for_each(|sum| *sum *= 2);
    assert_eq!(water, of("waterPipe"), "{name}");
    if let Some(total) = system["outdoor"]["totalPipeM"].as_f64() {
        let ways: i64 = refrigerant.values().sum::<i64>() + water.values().sum::<i64>() / 2;
        assert_eq!(ways, tenths(total), "{name}");
    }
    let equipment = of("equipment");
    let kits: i64 = pieces_of(system, "joint").values().sum();
    assert_eq!(kits, of("installBranchKit").values().sum::<i64>(), "{name}");
    let boxes: i64 = pieces_of(system, "recoveryBox").values().sum();
    assert_eq!(boxes, of("installRecoveryBox").values().sum::<i64>(), "{name}");
    for part in ["joint", "recoveryBox"] {
        for (product, count) in pieces_of(system, part) {
            assert_eq!(equipment.get(&product), Some(&count), "{name}: {product}");
        }
    }
    let outlets: i64 = parts(system, "outlet").into_iter().map(units).sum();
    assert_eq!(10 * outlets, of("diffuser").values().sum::<i64>(), "{name}");
    let duct = parts(system, "duct").into_iter().map(|piece| {
        let (length, side) = (piece["lengthM"].as_f64().unwrap(), piece["sideMm"].as_f64().unwrap() / 1000.0);
        let units = f64::from(i32::try_from(units(piece)).unwrap());
        4.0 * side * length * units
    });
    let (drawn, billed) = (tenths(duct.sum()), of("supplyDuct").values().sum::<i64>());
    assert!((drawn - billed).abs() <= 2, "{name}: {drawn} tenths of m² are drawn and {billed} billed");
}

#[test]
fn every_schematic_is_a_tree_that_reaches_every_unit_once() {
    for (name, answer) in ANSWERS.iter() {
        for system in systems(answer) {
            is_a_tree(name, system);
            reaches_all(name, system);
        }
    }
}

#[test]
fn lengths_diameters_joints_and_boxes_are_those_of_the_bill() {
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    for (name, answer) in ANSWERS.iter() {
        for system in list(&answer["selection"]["systems"]) {
            is_billed(name, answer, system);
            *kinds.entry(text(&system["kind"]).to_owned()).or_default() += 1;
        }
    }
    println!("{kinds:?}");
    assert_eq!(kinds.len(), 6, "every kind of system is drawn: {kinds:?}");
}

#[test]
fn a_box_stands_before_the_joints_inside_a_room_and_the_pipe_of_each_unit_after_them() {
    let (mut boxes, mut inner, mut modules, mut piped) = (0, 0, 0, 0);
    for (name, answer) in ANSWERS.iter() {
        for system in list(&answer["selection"]["systems"]) {
            let pieces = list(&system["schematic"]);
            let before = |piece: &Value| &pieces[usize::try_from(whole(&piece["after"])).unwrap()];
            for unit in parts(system, "indoor").into_iter().filter(|_| system["outdoor"]["ratio"].is_number())
            {
                // A unit that hangs at the shared pipe itself has none.
                let mut at = before(unit);
                if at["part"] == "pipe" && at["room"] == unit["room"] {
                    assert_eq!(units(at), units(unit), "{name}: each unit has a pipe of its own");
                    at = before(at);
                    piped += 1;
                }
                if units(unit) > 1 && system["kind"] != "multiSplit" {
                    assert_eq!((&at["part"], units(at)), (&Value::from("joint"), units(unit) - 1), "{name}");
                    at = before(at);
                    inner += 1;
                }
                if system["kind"] == "vrfHeatRecovery" {
                    assert_eq!(
                        (&at["part"], &at["room"]),
                        (&Value::from("recoveryBox"), &unit["room"]),
                        "{name}"
                    );
                    boxes += 1;
                }
            }
            let outdoor: i64 = parts(system, "outdoor").into_iter().map(units).sum();
            if outdoor > 1 && system["outdoor"]["ratio"].is_number() {
                let joint = parts(system, "joint")[0];
                assert_eq!((&joint["room"], units(joint)), (&Value::Null, outdoor - 1), "{name}");
                modules += 1;
            }
        }
    }
    println!("{boxes} boxes, {inner} rooms with joints, {modules} plants of several modules");
    assert!(boxes > 3 && inner > 3 && modules > 0 && piped > 50);
}
