//! Infiltration and outdoor air of the physical model.

use super::{at_most, missing};
use crate::error::Error;
use crate::load::space::{
    Infiltration, MOST_AIR_CHANGES_PER_H, OutdoorAir, People, Schedule, SupplyState, Treatment,
};
use crate::project::Room;
use crate::project::gains::TreatedBy;
use crate::reference::Reference;

/// The outdoor air that a machine brings into a completed room.
pub(super) fn outdoor_air(room: &Room) -> Result<OutdoorAir, Error> {
    let air = room.outdoor_air.as_ref().ok_or_else(|| missing("outdoorAir"))?;
    let needed =
        |field: &str, value: Option<f64>| value.ok_or_else(|| missing(&format!("outdoorAir.{field}")));
    let treatment = match air.treated_by {
        None => return Err(missing("outdoorAir.treatedBy")),
        Some(TreatedBy::None) => {
            return Ok(OutdoorAir { flow_l_s: 0.0, treatment: Treatment::Untreated });
        }
        Some(TreatedBy::IndoorUnit) => Treatment::Untreated,
        Some(TreatedBy::Erv) => Treatment::Recovered {
            sensible_effectiveness: needed("sensibleEffectiveness", air.sensible_effectiveness)?,
            latent_effectiveness: needed("latentEffectiveness", air.latent_effectiveness)?,
        },
        Some(TreatedBy::FreshAirUnit) => Treatment::Supplied {
            cooling: SupplyState {
                dry_bulb_c: needed("supplyDryBulbC", air.supply_dry_bulb_c)?,
                relative_humidity: needed("supplyRelativeHumidity", air.supply_relative_humidity)?,
            },
            heating_dry_bulb_c: needed("supplyHeatingDryBulbC", air.supply_heating_dry_bulb_c)?,
        },
    };
    let flow_m3_h = needed("flowM3H", air.flow_m3_h)?;
    // To a millionth: what was stated in L/s and carried over comes back as it was.
    Ok(OutdoorAir { flow_l_s: crate::num::quantise(flow_m3_h / 3.6, 6), treatment })
}

/// What comes in through façade and door, and what hoods draw in, by hour.
pub(super) fn infiltration(
    room: &Room,
    reference: &Reference,
    volume_m3: f64,
    people: &People,
    on: &[bool; 24],
) -> Result<Infiltration, Error> {
    let own = room.infiltration.as_ref().ok_or_else(|| missing("infiltration"))?;
    let through_facade = own.air_changes_per_h.ok_or_else(|| missing("infiltration.airChangesPerH"))?;
    let hours = match &own.hours {
        Some(hours) => Schedule::new(hours).map_err(|error| error.within("infiltration.hours"))?,
        None => Schedule::constant(1.0),
    };
    let through_door = door_m3_h(room, reference) / volume_m3;
    let drawn = exhaust_m3_h(room) / volume_m3;
    let total = through_facade + through_door + drawn;
    if through_door + drawn <= 0.0 || total <= 0.0 {
        return Ok(Infiltration { air_changes_per_h: through_facade, schedule: hours });
    }
    check_total(room, volume_m3, [through_facade, through_door, drawn])?;
    let parts = hours.hours().iter().zip(people.schedule.hours()).zip(on).map(|((facade, people), on)| {
        let drawn = if *on { drawn } else { 0.0 };
        ((through_facade * facade + through_door * people + drawn) / total).clamp(0.0, 1.0)
    });
    let schedule = Schedule::new(&parts.collect::<Vec<_>>())?;
    Ok(Infiltration { air_changes_per_h: total, schedule })
}

/// Refuses a door or a hood that brings in more air changes than a room can have, at the one that brings in most.
fn check_total(room: &Room, volume_m3: f64, [facade, door, drawn]: [f64; 3]) -> Result<(), Error> {
    let excess = facade + door + drawn - MOST_AIR_CHANGES_PER_H;
    if excess <= 0.0 {
        return Ok(());
    }
    if door > drawn {
        let passages = room.door.as_ref().and_then(|door| door.passages_per_h).unwrap_or(0.0);
        return at_most("door.passagesPerH", passages, passages * (1.0 - excess / door).max(0.0));
    }
    let flow = room.exhaust.as_ref().map_or(0.0, |exhaust| exhaust.flow_m3_h);
    let from_room = room.exhaust.as_ref().map_or(1.0, |exhaust| exhaust.from_room);
    at_most("exhaust.flowM3H", flow, (flow - excess * volume_m3 / from_room).max(0.0))
}

/// What comes in with those who pass the door, m³/h.
fn door_m3_h(room: &Room, reference: &Reference) -> f64 {
    let Some(door) = &room.door else { return 0.0 };
    let kind = door.kind.as_deref().and_then(|kind| reference.air_leakage().door(kind));
    let passages = door.passages_per_h.unwrap_or(0.0);
    kind.map_or(0.0, |kind| passages * kind.m3_per_passage(passages))
}

/// What hoods draw through the room beyond the outdoor air that a machine brings in, m³/h.
fn exhaust_m3_h(room: &Room) -> f64 {
    let Some(exhaust) = &room.exhaust else { return 0.0 };
    let brought = room
        .outdoor_air
        .as_ref()
        .filter(|air| air.treated_by != Some(TreatedBy::None))
        .and_then(|air| air.flow_m3_h)
        .unwrap_or(0.0);
    (exhaust.flow_m3_h * exhaust.from_room - brought).max(0.0)
}
