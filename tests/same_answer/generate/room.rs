//! Rooms from "a shop of 120 m²" to every wall, gain and hour.

use super::sequence::Sequence;
use super::{Object, air, envelope, gains, installation, put};
use serde_json::{Value, json};
use tonnage::reference::Reference;

/// What rooms are drawn from.
pub(super) struct Drawn<'a> {
    pub(super) reference: &'a Reference,
    pub(super) odd: bool,
}

impl Drawn<'_> {
    pub(super) fn room(&self, sequence: &mut Sequence, position: u32) -> Object {
        let types: Vec<&str> =
            self.reference.room_types().iter().map(|room_type| room_type.id.as_str()).collect();
        let room_use = sequence.pick(&types);
        let mut room = Object::new();
        put(&mut room, "use", room_use);
        if sequence.chance(3) {
            put(&mut room, "id", format!("own-{position}"));
            put(&mut room, "name", format!("房间 {position}"));
        }
        // Two decimals, from a small room to a hall.
        let largest = if sequence.chance(3) { 40_500 } else { 12_500 };
        let area_m2 = sequence.decimal(500, largest, 100.0);
        put(&mut room, "areaM2", area_m2);
        self.set_points(&mut room, sequence);
        if sequence.chance(4) {
            put(&mut room, "installation", Value::Object(installation(sequence, self.odd)));
        }
        if sequence.chance(4) {
            put(&mut room, "floor", sequence.below(3) + 1);
        }
        if sequence.chance(8) {
            put(&mut room, "group", sequence.pick(&["tenant A", "tenant B"]));
            put(&mut room, "spareUnits", sequence.below(2));
        }
        if sequence.chance(8) {
            let total = sequence.below(40_000) + 500;
            put(&mut room, "statedLoad", json!({"totalW": total, "sensibleW": total * 7 / 10}));
            if sequence.chance(2) {
                put(
                    &mut room,
                    "statedLoad",
                    json!({"totalW": total, "sensibleW": total, "heatingW": total / 2}),
                );
            }
            return room;
        }
        let height_m = sequence.decimal(250, 450, 100.0);
        envelope::envelope(&mut room, sequence, area_m2, height_m);
        let asks = self.reference.room_type(room_use).is_some_and(|known| known.design.asks_equipment());
        gains::gains(&mut room, sequence, asks);
        air::air(&mut room, sequence, area_m2);
        room
    }

    fn set_points(&self, room: &mut Object, sequence: &mut Sequence) {
        if sequence.chance(3) {
            put(room, "coolingSetPointC", sequence.decimal(240, 280, 10.0));
        }
        if sequence.chance(3) {
            let driest = if self.odd { 45 } else { 58 };
            put(room, "relativeHumidity", sequence.decimal(driest, driest + 10, 100.0));
        }
        match sequence.below(5) {
            0 => {
                put(room, "heating", true);
                put(room, "heatingSetPointC", sequence.decimal(160, 220, 10.0));
            }
            1 => put(room, "heating", false),
            _ => {}
        }
        if sequence.chance(5) {
            put(room, "preCoolHours", sequence.below(3));
        }
        if sequence.chance(6) {
            let from = sequence.below(10);
            let on: Vec<bool> = (0..24).map(|hour| (from..from + 12).contains(&hour)).collect();
            put(room, "plantOn", on);
        }
    }
}
