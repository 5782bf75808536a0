//! From a completed project to what the heat balance takes (物理模型): every choice has been made before, here it is only carried out.
//!
//! ```text
//! Site ── weather ──▶ Weather        Project ── fabric ──▶ Fabric        Room ── space ──▶ Space
//!                                                          surfaces, windows, gains, air
//! ```

mod air;
mod fabric;
mod gains;
mod surfaces;
mod windows;

pub(super) use fabric::add_fabric;

use crate::climate::DesignConditions;
use crate::climate::design_day::{CoolingDay, HeatingDay};
use crate::climate::sun::Location;
use crate::error::{Error, Fault, Problem};
use crate::load::cross_check::Checks;
use crate::load::space::{Furniture, MOST_VOLUME_M3, Plant, Space};
use crate::load::weather::{Pressures, Weather};
use crate::project::{Room, Site};
use crate::reference::{DaySchedule, Reference};

/// The weather of a completed site.
pub(super) fn weather(
    site: &Site,
    conditions: &DesignConditions,
    reference: &Reference,
) -> Result<Weather, Error> {
    let location = Location {
        latitude_deg: conditions.latitude,
        longitude_deg: conditions.longitude,
        utc_offset_h: conditions.utc_offset_h,
        elevation_m: conditions.elevation_m,
    };
    let days: Vec<CoolingDay> = conditions.cooling_days.iter().map(CoolingDay::from).collect();
    let heating = HeatingDay::from(&conditions.heating_day);
    let reflectance = reference.defaults().ground_reflectance.value;
    match &site.design {
        // Without a stated pressure that of the standard atmosphere to the last digit.
        Some(design) if design.pressure_pa.is_none() => Weather::new(&location, reflectance, &days, &heating),
        _ => {
            let pressures = Pressures {
                cooling_pa: conditions.summer_pressure_pa,
                heating_pa: conditions.winter_pressure_pa,
            };
            Weather::with_pressure(&location, pressures, reflectance, &days, &heating)
        }
    }
    .map_err(|error| match &site.design {
        Some(_) => error.within("site.design"),
        // What a station's table cannot have, its height has made of it.
        None => Error::from_problems(
            error
                .problems()
                .map(|problem| Problem { path: "site.elevationM".to_owned(), ..problem.clone() })
                .collect(),
        )
        .err()
        .unwrap_or(error),
    })
}

/// The refusal of a room that was not completed.
fn missing(field: &str) -> Error {
    Error::new(field, Fault::MissingField)
}

/// Refuses a stated figure from which the model would get one that no room can have.
fn at_most(field: &str, stated: f64, maximum: f64) -> Result<(), Error> {
    if stated <= maximum {
        return Ok(());
    }
    let (maximum, found) = (crate::num::quantise(maximum, 6), stated.to_string());
    Err(Error::new(field, Fault::OutOfRange { minimum: 0.0, maximum, found }))
}

/// The hours of a room's day.
fn schedule<'a>(room: &Room, reference: &'a Reference) -> Result<&'a DaySchedule, Error> {
    let id = room.schedule.as_ref().ok_or_else(|| missing("schedule"))?;
    reference.schedule(id).ok_or_else(|| {
        let fault = Fault::UnknownReference { kind: "schedule", found: id.clone(), suggestion: None };
        Error::new("schedule", fault)
    })
}

/// The physical model of a completed `room`. Paths of errors are those of the room's fields.
pub(super) fn space(room: &Room, reference: &Reference) -> Result<Space, Error> {
    let hours = schedule(room, reference)?;
    let height_m = room.height_m.ok_or_else(|| missing("heightM"))?;
    let cooling_set_point_c = room.cooling_set_point_c.ok_or_else(|| missing("coolingSetPointC"))?;
    let on = match &room.plant_on {
        Some(flags) => <[bool; 24]>::try_from(flags.as_slice())
            .map_err(|_| Error::new("plantOn", Fault::TooFewItems { minimum: 24 }))?,
        None => hours.on,
    };
    if !on.contains(&true) {
        return Err(Error::new("plantOn", Fault::NeverOn));
    }
    let volume_m3 = crate::num::quantise(room.area_m2 * height_m, 6);
    at_most("heightM", height_m, MOST_VOLUME_M3 / room.area_m2)?;
    let people = gains::people(room, hours)?;
    let outdoor_air = air::outdoor_air(room)?;
    let infiltration = air::infiltration(room, reference, volume_m3, &people, &on)?;
    Ok(Space {
        id: room.id.clone().ok_or_else(|| missing("id"))?,
        floor_area_m2: room.area_m2,
        volume_m3,
        surfaces: surfaces::surfaces(room, reference, height_m)?,
        furniture: room.furniture.as_ref().map(|furniture| Furniture {
            area_m2: furniture.area_m2,
            construction: furniture.construction.clone(),
        }),
        people,
        lights: gains::lights(room, hours)?,
        equipment: gains::equipment(room, hours)?,
        infiltration,
        outdoor_air,
        plant: Plant {
            cooling_set_point_c,
            // Nobody reads the heating load of a room that is not heated.
            heating_set_point_c: room.heating_set_point_c.unwrap_or(cooling_set_point_c),
            relative_humidity: room.relative_humidity.ok_or_else(|| missing("relativeHumidity"))?,
            on,
            pre_cool_hours: room.pre_cool_hours.and_then(|hours| u32::try_from(hours).ok()).unwrap_or(0),
            heating_addition: None,
        },
        checks: Checks::default(),
    })
}
