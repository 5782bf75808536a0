//! What a room leaves open.

use super::around::{Around, RoomPath, unknown};
use super::filler::{Filler, Origin};
use super::{air, envelope, gains};
use crate::error::{Error, Fault};
use crate::project::Room;
use crate::reference::RoomType;
use crate::scalar::Scalar;

pub(super) fn complete_room(
    room: &mut Room,
    index: usize,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let path = RoomPath(index);
    let reference = around.reference;
    let room_type = reference.room_type(&room.room_use).ok_or_else(|| {
        let known = reference.room_types().iter().map(|room_type| room_type.id.as_str());
        unknown(path.field("use"), "room type", &room.room_use, known)
    })?;
    if room.cooling_set_point_c.is_none() {
        let value = room_type.cooling_set_point_c;
        room.cooling_set_point_c = Some(value);
        let origin = Origin {
            sources: [&room_type.set_point_source, &room_type.set_point_source_zh],
            confidence: room_type.set_point_confidence,
        };
        filler.assume(path.field("coolingSetPointC"), value.into(), origin);
    }
    let humidity = &reference.defaults().relative_humidity;
    filler.number(&mut room.relative_humidity, &path.field("relativeHumidity"), humidity);
    if room_type.electronic {
        let spare = &reference.defaults().electronic_spare_units;
        filler.fill(&mut room.spare_units, &path.field("spareUnits"), spare, |value| {
            Scalar::Number(f64::from(value))
        });
    }
    if room.stated_load.is_some() {
        return Ok(());
    }
    asked(room, room_type, path)?;
    filler.number(&mut room.height_m, &path.field("heightM"), &room_type.design.height_m);
    complete_heating(room, room_type, path, around, filler)?;
    gains::complete_gains(room, room_type, path, around, filler)?;
    envelope::complete_envelope(room, room_type, path, around, filler)?;
    air::complete_air(room, room_type, path, around, filler)?;
    let defaults = reference.defaults();
    filler.fill(&mut room.pre_cool_hours, &path.field("preCoolHours"), &defaults.pre_cool_hours, |hours| {
        Scalar::Number(f64::from(hours))
    });
    Ok(())
}

/// Refuses a room whose equipment nobody can default.
fn asked(room: &Room, room_type: &RoomType, path: RoomPath) -> Result<(), Error> {
    let stated = room.equipment.as_ref().is_some_and(|own| own.power_w_m2.is_some() || own.power_w.is_some());
    if room_type.design.asks_equipment() && !stated {
        let fault = Fault::EquipmentUnknown { room_use: room.room_use.clone() };
        return Err(Error::new(path.field("equipment.powerWM2"), fault));
    }
    Ok(())
}

/// Heating is wanted where the winter is cold and rooms of the type are heated at all.
fn complete_heating(
    room: &mut Room,
    room_type: &RoomType,
    path: RoomPath,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let set_point = room_type.design.heating_set_point_c.as_ref();
    if room.heating.is_none() {
        let limit = &around.reference.defaults().heating_wanted_below_c;
        let wanted = set_point.is_some() && around.conditions.winter_dry_bulb_c < limit.value;
        room.heating = Some(wanted);
        filler.assume(path.field("heating"), wanted.into(), Origin::of(limit));
    }
    if room.heating == Some(true) {
        match set_point {
            Some(default) => {
                // A buyer who cools below it, as in a pool, states nothing that could be refused.
                let value = default.value.min(room.cooling_set_point_c.unwrap_or(default.value));
                let field = path.field("heatingSetPointC");
                filler.worked_out(&mut room.heating_set_point_c, &field, value, Origin::of(default));
            }
            None if room.heating_set_point_c.is_none() => {
                return Err(Error::new(path.field("heatingSetPointC"), Fault::MissingField));
            }
            None => {}
        }
    }
    if let (Some(heating), Some(cooling)) = (room.heating_set_point_c, room.cooling_set_point_c)
        && heating > cooling
    {
        let fault = Fault::OutOfRange { minimum: 5.0, maximum: cooling, found: heating.to_string() };
        return Err(Error::new(path.field("heatingSetPointC"), fault));
    }
    Ok(())
}
