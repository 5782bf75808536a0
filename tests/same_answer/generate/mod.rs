//! Projects that look like chance and are the same on every platform.
//!
//! Most fields of most rooms are left open, as buyers leave them; over all projects every field of the schema is stated.

mod air;
mod envelope;
mod gains;
mod room;
mod sequence;
mod site;

use sequence::Sequence;
use serde_json::{Map, Value, json};
use tonnage::Engine;

/// An object of a project that is being drawn.
type Object = Map<String, Value>;

/// A project as JSON text.
pub(super) fn project(engine: &Engine, number: u32) -> String {
    let mut sequence = Sequence::of(number);
    // One project in eight is odd: damp or dry, hard to reach, choosy. Most of those have a room that nothing fits.
    let odd = number % 8 == 7;
    let drawn = room::Drawn { reference: engine.reference(), odd };
    let rooms: Vec<Value> =
        (0..=sequence.below(4)).map(|position| Value::Object(drawn.room(&mut sequence, position))).collect();
    let mut project = Object::new();
    if sequence.chance(3) {
        put(&mut project, "name", format!("项目 {number}"));
    }
    put(&mut project, "site", Value::Object(site::site(&mut sequence, number)));
    if sequence.chance(2) {
        put(&mut project, "building", Value::Object(site::building(&mut sequence)));
    }
    // Every project has constructions of its own, which some of its rooms name.
    put(&mut project, "constructions", envelope::constructions());
    put(&mut project, "glazings", json!([{"name": "own-glass", "uWM2K": 1.9, "shgc": 0.38}]));
    let first = rooms.first().and_then(|room| room["id"].as_str()).unwrap_or("room-1").to_owned();
    put(&mut project, "rooms", Value::Array(rooms));
    put(&mut project, "installation", Value::Object(installation(&mut sequence, odd)));
    put(&mut project, "preferences", Value::Object(preferences(&mut sequence, odd)));
    if sequence.chance(6) {
        let delivery = json!({"wantedBy": "2026-08-01T00:00:00+08:00"});
        put(&mut project, "delivery", delivery);
    }
    if sequence.chance(12) {
        put(&mut project, "delivery", json!({"wantedBy": "2026-07-01T00:00:00Z", "region": "44"}));
    }
    if sequence.chance(5) {
        put(&mut project, "requested", requested(&mut sequence, &first));
    }
    Value::Object(project).to_string()
}

/// Units that are wanted as they are, some of them for the room `first`.
fn requested(sequence: &mut Sequence, first: &str) -> Value {
    let mut all = Vec::new();
    for position in 0..=sequence.below(2) {
        let mut one = Object::new();
        put(&mut one, "quantity", sequence.below(4) + 1);
        match sequence.below(3) {
            0 => put(&mut one, "model", sequence.pick(&["AUW-24U4RJ7", "auw-36u4rk7", "AUD-36UX4REH8"])),
            1 => put(&mut one, "horsepower", sequence.decimal(10, 50, 10.0)),
            _ => {
                put(&mut one, "coolingKw", sequence.decimal(25, 160, 10.0));
                put(&mut one, "tolerance", sequence.decimal(0, 30, 100.0));
                put(&mut one, "mounting", sequence.pick(&["duct", "cassette", "ceilingFloor"]));
            }
        }
        if sequence.chance(3) {
            put(&mut one, "id", format!("wanted-{position}"));
            put(&mut one, "brand", "Hisense");
        }
        match sequence.below(3) {
            0 => put(&mut one, "room", first),
            1 => put(&mut one, "installation", Value::Object(installation(sequence, false))),
            _ => {}
        }
        all.push(Value::Object(one));
    }
    Value::Array(all)
}

fn put(object: &mut Object, field: &str, value: impl Into<Value>) {
    object.insert(field.to_owned(), value.into());
}

fn preferences(sequence: &mut Sequence, odd: bool) -> Object {
    let mut preferences = Object::new();
    let mountings = match sequence.below(4) {
        0 if odd => Some(json!(["console"])),
        1 => Some(json!(["cassette", "duct"])),
        2 => Some(json!(["ceilingFloor", "compactCassette", "cassette"])),
        _ => None,
    };
    if let Some(mountings) = mountings {
        put(&mut preferences, "mountings", mountings);
    }
    let most = if odd { sequence.below(4) + 1 } else { sequence.below(20) + 12 };
    put(&mut preferences, "maxUnitsPerRoom", most);
    // A wish may leave a room without a system: most projects have none.
    let systems = match sequence.below(40) {
        0 => Some(json!(["matchedSplit"])),
        1 => Some(json!(["vrfHeatPump", "vrfHeatRecovery"])),
        2 => Some(json!(["multiSplit", "chilledWater"])),
        3 => Some(json!(["rooftop", "chilledWater", "matchedSplit"])),
        _ => None,
    };
    if let Some(systems) = systems {
        put(&mut preferences, "systems", systems);
    }
    if sequence.chance(3) {
        let objectives = ["installedCost", "lifeCycleCost", "efficiency", "noise"];
        put(&mut preferences, "objective", sequence.pick(&objectives));
        put(&mut preferences, "coolingOnly", sequence.chance(2));
        put(&mut preferences, "shareAcrossFloors", sequence.chance(2));
        put(&mut preferences, "simultaneous", sequence.chance(8));
    }
    if sequence.chance(24) {
        put(&mut preferences, "brands", json!(["Hisense", "DemoVRF"]));
        put(&mut preferences, "worstGrade", sequence.below(3) + 1);
    }
    if sequence.chance(40) {
        put(&mut preferences, "products", json!(["DV-O280", "DV-IN28", "DV-IF45", "DV-IS71"]));
    }
    if sequence.chance(4) {
        let hours = 200 + sequence.below(2000);
        let running =
            json!({"years": 5 + sequence.below(15), "tariffPerKwh": "0.65", "coolingFullLoadHours": hours});
        put(&mut preferences, "running", running);
    }
    preferences
}

/// Circumstances of installation of a room or of all.
fn installation(sequence: &mut Sequence, odd: bool) -> Object {
    let mut made = Object::new();
    put(&mut made, "outdoorPlace", sequence.pick(&["wallBracket", "floorFrame", "roofFrame"]));
    put(&mut made, "wall", sequence.pick(&["brick", "concrete", "light"]));
    put(&mut made, "pipeRunM", sequence.decimal(0, if odd { 600 } else { 240 }, 10.0));
    put(&mut made, "heightDifferenceM", sequence.below(if odd { 40 } else { 15 }));
    put(&mut made, "drainRunM", sequence.below(12));
    put(&mut made, "storey", sequence.below(20) + 1);
    if sequence.chance(3) {
        put(&mut made, "powerCableRunM", sequence.decimal(20, 500, 10.0));
        put(&mut made, "installHeightM", sequence.decimal(22, 65, 10.0));
    }
    if sequence.chance(3) {
        put(&mut made, "branchRunM", sequence.decimal(0, 80, 10.0));
        put(&mut made, "ductRunM", sequence.decimal(0, 200, 10.0));
        put(&mut made, "outdoorAllowanceK", sequence.decimal(0, 30, 10.0));
    }
    if sequence.chance(6) {
        put(&mut made, "ductLossPa", sequence.below(120));
        put(&mut made, "clearanceM", sequence.decimal(40, 150, 100.0));
        put(&mut made, "noiseLimitDba", sequence.below(20) + 48);
        put(&mut made, "neighbourDistanceM", sequence.below(30) + 4);
        put(&mut made, "neighbourLimitDba", sequence.below(15) + 50);
    }
    made
}
