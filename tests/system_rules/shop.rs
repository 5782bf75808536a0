//! The project of the rules with changes, answered from the shipped files with changes.

use super::case::set;
use super::files::{answer, catalogue, engine_of, part};
use serde_json::{Value, json};
use tonnage::demo;

/// The project that every rule is tried on, with values at pointers.
pub(crate) fn project(changes: &[(&str, Value)]) -> Value {
    let mut project: Value = serde_json::from_str(include_str!("../rules/base.json")).unwrap();
    project.as_object_mut().unwrap().remove("about");
    for (at, value) in changes {
        set(&mut project, at, value);
    }
    project
}

/// The room of that project once for each of what tells them apart.
pub(crate) fn rooms(of: &[Value]) -> Value {
    let rooms = of.iter().enumerate().map(|(number, own)| {
        let mut room = project(&[])["rooms"][0].clone();
        room["id"] = json!(format!("room-{}", number + 1));
        for (field, value) in own.as_object().unwrap() {
            room[field] = value.clone();
        }
        room
    });
    rooms.collect()
}

/// The shipped catalogue with values at pointers of products, families and refrigerants; null takes one out.
pub(crate) fn stock(changes: &[(&str, &str, Value)]) -> Value {
    let mut file = catalogue();
    for (of, at, value) in changes {
        set(part(&mut file, of).unwrap_or_else(|| panic!("no {of}")), at, value);
    }
    file
}

/// The answer to a project from a catalogue at the shipped prices.
pub(crate) fn told(project: &Value, catalogue: &Value) -> Value {
    let prices = serde_json::from_slice(demo::PRICE_BOOK).unwrap();
    let told = answer(&engine_of(catalogue, &prices), project).unwrap();
    for system in systems(&told) {
        let rooms = list(&system["rooms"]).iter().flat_map(|room| list(&room["checks"]));
        let broken = |check: &&Value| check["verdict"] == "failed";
        let broken: Vec<&Value> = list(&system["checks"]).iter().chain(rooms).filter(broken).collect();
        assert!(broken.is_empty(), "a chosen system breaks {broken:?}");
    }
    told
}

pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

pub(crate) fn systems(told: &Value) -> &[Value] {
    list(&told["selection"]["systems"])
}

/// The checks of a rule on a product wherever it is taken.
pub(crate) fn of_rule<'a>(told: &'a Value, product: &str, rule: &str) -> Vec<&'a Value> {
    let checks = super::verdict::checks(told, product).unwrap_or_else(|| panic!("{product} is not taken"));
    checks.into_iter().filter(|check| check["rule"] == rule).collect()
}

/// How many rooms have a system.
pub(crate) fn served(told: &Value) -> usize {
    list(&told["selection"]["rooms"]).iter().filter(|room| !room["system"].is_null()).count()
}
