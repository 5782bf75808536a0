//! People, lights and equipment of the physical model.

use super::{at_most, missing};
use crate::completion::people_count;
use crate::error::Error;
use crate::load::space::{Equipment, Lights, MOST_EQUIPMENT_W_M2, MOST_LIGHT_W_M2, People, Schedule};
use crate::project::Room;
use crate::reference::DaySchedule;

/// The stated hours, or those of the schedule.
fn hours(stated: Option<&Vec<f64>>, schedule: &[f64; 24], field: &str) -> Result<Schedule, Error> {
    let values = stated.map_or(&schedule[..], Vec::as_slice);
    Schedule::new(values).map_err(|error| error.within(&format!("{field}.hours")))
}

/// The people of a completed room.
pub(super) fn people(room: &Room, schedule: &DaySchedule) -> Result<People, Error> {
    let people = room.people.as_ref().ok_or_else(|| missing("people"))?;
    Ok(People {
        count: people_count(room),
        sensible_w: people.sensible_w.ok_or_else(|| missing("people.sensibleW"))?,
        latent_w: people.latent_w.ok_or_else(|| missing("people.latentW"))?,
        radiant_fraction: people.radiant_fraction.ok_or_else(|| missing("people.radiantFraction"))?,
        schedule: hours(people.hours.as_ref(), &schedule.people, "people")?,
    })
}

/// The lights of a completed room.
pub(super) fn lights(room: &Room, schedule: &DaySchedule) -> Result<Lights, Error> {
    let lights = room.lights.as_ref().ok_or_else(|| missing("lights"))?;
    at_most("lights.powerW", lights.power_w.unwrap_or(0.0), MOST_LIGHT_W_M2 * room.area_m2)?;
    let power = lights.power_w_m2.or_else(|| lights.power_w.map(|watts| watts / room.area_m2));
    Ok(Lights {
        power_w_m2: power.ok_or_else(|| missing("lights.powerWM2"))?,
        radiant_fraction: lights.radiant_fraction.ok_or_else(|| missing("lights.radiantFraction"))?,
        visible_fraction: lights.visible_fraction.ok_or_else(|| missing("lights.visibleFraction"))?,
        schedule: hours(lights.hours.as_ref(), &schedule.lights, "lights")?,
    })
}

/// The equipment of a completed room.
pub(super) fn equipment(room: &Room, schedule: &DaySchedule) -> Result<Equipment, Error> {
    let equipment = room.equipment.as_ref().ok_or_else(|| missing("equipment"))?;
    at_most("equipment.powerW", equipment.power_w.unwrap_or(0.0), MOST_EQUIPMENT_W_M2 * room.area_m2)?;
    let power = equipment.power_w_m2.or_else(|| equipment.power_w.map(|watts| watts / room.area_m2));
    Ok(Equipment {
        power_w_m2: power.ok_or_else(|| missing("equipment.powerWM2"))?,
        radiant_fraction: equipment.radiant_fraction.ok_or_else(|| missing("equipment.radiantFraction"))?,
        latent_fraction: equipment.latent_fraction.ok_or_else(|| missing("equipment.latentFraction"))?,
        schedule: hours(equipment.hours.as_ref(), &schedule.equipment, "equipment")?,
    })
}
