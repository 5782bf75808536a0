//! What a room leaves open about people, lights and equipment.

use super::around::{Around, RoomPath, unknown};
use super::filler::{Filler, Origin};
use crate::error::{Error, Fault};
use crate::project::Room;
use crate::project::gains::{Equipment, Lights, MOST_PEOPLE, People};
use crate::reference::RoomType;

pub(super) fn complete_gains(
    room: &mut Room,
    room_type: &RoomType,
    path: RoomPath,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let reference = around.reference;
    let design = &room_type.design;
    let schedule = &design.schedule;
    filler.name(&mut room.schedule, &path.field("schedule"), &schedule.value, Origin::of(schedule));
    if let Some(id) = &room.schedule
        && reference.schedule(id).is_none()
    {
        let known = reference.schedules().iter().map(|schedule| schedule.id.as_str());
        return Err(unknown(path.field("schedule"), "schedule", id, known));
    }
    let parts = reference.gain_parts();
    let people = room.people.get_or_insert_with(People::default);
    if people.count.is_none() {
        filler.number(&mut people.m2_per_person, &path.field("people.m2PerPerson"), &design.m2_per_person);
    }
    // A count is bounded by its field.
    if let Some(each) = people.m2_per_person
        && room.area_m2 / each > MOST_PEOPLE
    {
        let fault = Fault::OutOfRange {
            minimum: room.area_m2 / MOST_PEOPLE,
            maximum: 10_000.0,
            found: each.to_string(),
        };
        return Err(Error::new(path.field("people.m2PerPerson"), fault));
    }
    let heat = &design.people_heat;
    let (sensible, latent) = (heat.value.sensible_w, heat.value.latent_w);
    filler.worked_out(&mut people.sensible_w, &path.field("people.sensibleW"), sensible, Origin::of(heat));
    filler.worked_out(&mut people.latent_w, &path.field("people.latentW"), latent, Origin::of(heat));
    filler.number(&mut people.radiant_fraction, &path.field("people.radiantFraction"), &parts.people_radiant);

    let lights = room.lights.get_or_insert_with(Lights::default);
    if lights.power_w.is_none() {
        filler.number(&mut lights.power_w_m2, &path.field("lights.powerWM2"), &design.lighting_w_m2);
    }
    filler.number(&mut lights.radiant_fraction, &path.field("lights.radiantFraction"), &parts.lights_radiant);
    filler.number(&mut lights.visible_fraction, &path.field("lights.visibleFraction"), &parts.lights_visible);

    let equipment = room.equipment.get_or_insert_with(Equipment::default);
    if equipment.power_w.is_none()
        && let Some(default) = &design.equipment_w_m2
    {
        filler.number(&mut equipment.power_w_m2, &path.field("equipment.powerWM2"), default);
    }
    if let Some(kind) = reference.equipment_parts(&design.equipment_kind) {
        let origin = Origin { sources: [&kind.source, &kind.source_zh], confidence: kind.confidence };
        let field = path.field("equipment.radiantFraction");
        filler.worked_out(&mut equipment.radiant_fraction, &field, kind.radiant, origin);
        let field = path.field("equipment.latentFraction");
        filler.worked_out(&mut equipment.latent_fraction, &field, kind.latent, origin);
    }
    Ok(())
}

/// How many people are in a completed room at most.
pub(crate) fn people_count(room: &Room) -> f64 {
    let Some(people) = &room.people else { return 0.0 };
    match (people.count, people.m2_per_person) {
        (Some(count), _) => count,
        (None, Some(area)) => room.area_m2 / area,
        (None, None) => 0.0,
    }
}
