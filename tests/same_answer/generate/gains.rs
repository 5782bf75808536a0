//! People, lights, equipment and their hours.

use super::sequence::Sequence;
use super::{Object, put};
use serde_json::Value;

pub(super) fn gains(room: &mut Object, sequence: &mut Sequence, asks_equipment: bool) {
    if sequence.chance(5) {
        put(room, "schedule", sequence.pick(&["office", "commercial", "always", "hotelRoom", "dwelling"]));
    }
    if sequence.chance(3) {
        put(room, "people", people(sequence));
    }
    if sequence.chance(3) {
        let mut lights = power(sequence, 400, 2_500);
        if sequence.chance(2) {
            put(&mut lights, "radiantFraction", sequence.decimal(20, 50, 100.0));
            put(&mut lights, "visibleFraction", sequence.decimal(10, 30, 100.0));
        }
        hours(&mut lights, sequence);
        put(room, "lights", lights);
    }
    if asks_equipment || sequence.chance(3) {
        let mut equipment = power(sequence, 500, 12_000);
        if sequence.chance(2) {
            put(&mut equipment, "radiantFraction", sequence.decimal(10, 40, 100.0));
            put(&mut equipment, "latentFraction", sequence.decimal(0, 30, 100.0));
        }
        hours(&mut equipment, sequence);
        put(room, "equipment", equipment);
    }
}

fn people(sequence: &mut Sequence) -> Object {
    let mut people = Object::new();
    if sequence.chance(2) {
        put(&mut people, "count", sequence.decimal(0, 6_000, 100.0));
    } else {
        put(&mut people, "m2PerPerson", sequence.decimal(150, 2_000, 100.0));
    }
    if sequence.chance(2) {
        put(&mut people, "sensibleW", sequence.decimal(500, 900, 10.0));
        put(&mut people, "latentW", sequence.decimal(300, 1_800, 10.0));
        put(&mut people, "radiantFraction", sequence.decimal(20, 60, 100.0));
    }
    hours(&mut people, sequence);
    people
}

/// A power by area, in hundredths of W/m² from `low` to `high`, or in all.
fn power(sequence: &mut Sequence, low: u32, high: u32) -> Object {
    let mut gain = Object::new();
    if sequence.chance(2) {
        put(&mut gain, "powerWM2", sequence.decimal(low, high, 100.0));
    } else {
        put(&mut gain, "powerW", sequence.decimal(1_000, 40_000, 10.0));
    }
    gain
}

/// One day in three has hours of its own.
pub(super) fn hours(gain: &mut Object, sequence: &mut Sequence) {
    if sequence.chance(3) {
        let hours: Vec<f64> = (0..24).map(|_| sequence.decimal(0, 101, 100.0)).collect();
        put(gain, "hours", hours.into_iter().map(Value::from).collect::<Vec<_>>());
    }
}
