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
    put(&mut project, "rooms", Value::Array(rooms));
    put(&mut project, "installation", Value::Object(installation(&mut sequence, odd)));
    put(&mut project, "preferences", Value::Object(preferences(&mut sequence, odd)));
    Value::Object(project).to_string()
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
    made
}
