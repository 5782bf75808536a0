//! Infiltration, doors, outdoor air by every treatment, exhaust.

use super::gains::hours;
use super::sequence::Sequence;
use super::{Object, put};
use serde_json::json;

pub(super) fn air(room: &mut Object, sequence: &mut Sequence, area_m2: f64) {
    if sequence.chance(4) {
        let mut infiltration = Object::new();
        if sequence.chance(2) {
            put(&mut infiltration, "airChangesPerH", sequence.decimal(0, 2_000, 1000.0));
        }
        hours(&mut infiltration, sequence);
        put(room, "infiltration", infiltration);
    }
    if sequence.chance(4) {
        let mut door = Object::new();
        put(&mut door, "kind", sequence.pick(&["none", "swing", "vestibule", "revolving", "airCurtain"]));
        if sequence.chance(2) {
            put(&mut door, "passagesPerH", sequence.decimal(0, 1_500, 10.0));
        }
        put(room, "door", door);
    }
    if sequence.chance(2) {
        put(room, "outdoorAir", outdoor_air(sequence));
    }
    if sequence.chance(6) {
        // Up to 60 m³/h for a square metre of floor, more than which no room can draw in.
        let flow = (area_m2 * f64::from(sequence.below(60))).round();
        put(room, "exhaust", json!({"flowM3H": flow, "fromRoom": sequence.decimal(0, 11, 10.0)}));
    }
}

fn outdoor_air(sequence: &mut Sequence) -> Object {
    let mut air = Object::new();
    let treated_by = sequence.pick(&["none", "indoorUnit", "erv", "freshAirUnit"]);
    put(&mut air, "treatedBy", treated_by);
    if treated_by != "none" {
        if sequence.chance(2) {
            put(&mut air, "rule", sequence.pick(&["gb50736", "ashrae62.1"]));
        } else {
            put(&mut air, "flowM3H", sequence.decimal(1_000, 250_000, 100.0));
        }
    }
    if treated_by == "erv" && sequence.chance(2) {
        put(&mut air, "sensibleEffectiveness", sequence.decimal(40, 80, 100.0));
        put(&mut air, "latentEffectiveness", sequence.decimal(30, 70, 100.0));
    }
    if treated_by == "freshAirUnit" {
        put(&mut air, "supplyDryBulbC", sequence.decimal(140, 270, 10.0));
        put(&mut air, "supplyRelativeHumidity", sequence.decimal(50, 96, 100.0));
        put(&mut air, "supplyHeatingDryBulbC", sequence.decimal(120, 260, 10.0));
    }
    air
}
