//! A room with one thing otherwise that nobody stated.

use crate::project::envelope::Facade;
use crate::project::gains::{Door, Equipment, Infiltration, Lights, OutdoorAir, People, TreatedBy};
use crate::project::{Above, Building, Facing, Project, Room};
use crate::reference::LeverKind;
use crate::scalar::Scalar;
use std::borrow::Cow;

/// Where a project would state what `lever` moves.
pub(super) fn path(lever: LeverKind, index: usize) -> String {
    let field = match lever {
        LeverKind::BuildingYear => return "building.year".to_owned(),
        LeverKind::Facing => "facades[0].facing",
        LeverKind::GlazingRatio => "facades[0].glazingRatio",
        LeverKind::Glazing => "facades[0].glazing",
        LeverKind::InnerBlind => "facades[0].innerBlind",
        LeverKind::M2PerPerson => "people.m2PerPerson",
        LeverKind::Lighting => "lights.powerWM2",
        LeverKind::Equipment => "equipment.powerWM2",
        LeverKind::Infiltration => "infiltration.airChangesPerH",
        LeverKind::DoorPassages => "door.passagesPerH",
        LeverKind::OutdoorAirFlow => "outdoorAir.flowM3H",
        LeverKind::Above => "above",
        LeverKind::HeightM => "heightM",
    };
    format!("rooms[{index}].{field}")
}

/// The given room, and the project around it, with what `lever` moves at `end`; `None` where it is stated or not there.
///
/// `given` and `room` are as the buyer stated them, `completed` and `full` with everything filled.
pub(super) fn apply<'a>(
    lever: LeverKind,
    end: &Scalar,
    given: &Project,
    completed: &'a Project,
    room: &Room,
    full: &Room,
) -> Option<(Cow<'a, Project>, Room)> {
    let mut variant = room.clone();
    let factor = |value: Option<f64>| match end {
        Scalar::Number(factor) => value.map(|value| value * factor),
        Scalar::Flag(_) | Scalar::Text(_) => None,
    };
    let text = || match end {
        Scalar::Text(text) => Some(text.as_str()),
        Scalar::Flag(_) | Scalar::Number(_) => None,
    };
    match lever {
        LeverKind::BuildingYear => {
            let stated = given.building.as_ref().is_some_and(|building| building.year.is_some());
            let Scalar::Number(year) = end else { return None };
            let year = crate::num::to_whole(*year).and_then(|year| i32::try_from(year).ok())?;
            let building = completed.building.as_ref().filter(|_| !stated)?;
            let mut project = Project { rooms: Vec::new(), ..completed.clone() };
            project.building = Some(Building { year: Some(year), ..building.clone() });
            return Some((Cow::Owned(project), variant));
        }
        LeverKind::Facing => {
            let facing = Facing::of_name(text()?)?;
            each_facade(&mut variant, |facade| {
                let open = facade.facing.is_none() && facade.azimuth_deg.is_none();
                open.then(|| facade.facing = Some(facing))
            })?;
        }
        LeverKind::GlazingRatio => {
            let Scalar::Number(ratio) = end else { return None };
            each_facade(&mut variant, |facade| {
                let open = facade.glazing_ratio.is_none() && facade.windows.is_none();
                open.then(|| facade.glazing_ratio = Some(*ratio))
            })?;
        }
        LeverKind::Glazing => {
            let glazing = text()?;
            each_facade(&mut variant, |facade| {
                let open = facade.glazing.is_none() && facade.windows.is_none();
                open.then(|| facade.glazing = Some(glazing.to_owned()))
            })?;
        }
        LeverKind::InnerBlind => {
            let blind = text()?;
            each_facade(&mut variant, |facade| {
                let open = facade.inner_blind.is_none() && facade.windows.is_none();
                open.then(|| facade.inner_blind = Some(blind.to_owned()))
            })?;
        }
        LeverKind::M2PerPerson => {
            let people = variant.people.get_or_insert_with(People::default);
            if people.count.is_some() || people.m2_per_person.is_some() {
                return None;
            }
            people.m2_per_person = Some(factor(full.people.as_ref()?.m2_per_person)?);
        }
        LeverKind::Lighting => {
            let lights = variant.lights.get_or_insert_with(Lights::default);
            if lights.power_w.is_some() || lights.power_w_m2.is_some() {
                return None;
            }
            lights.power_w_m2 = Some(factor(full.lights.as_ref()?.power_w_m2)?);
        }
        LeverKind::Equipment => {
            let equipment = variant.equipment.get_or_insert_with(Equipment::default);
            if equipment.power_w.is_some() || equipment.power_w_m2.is_some() {
                return None;
            }
            equipment.power_w_m2 = Some(factor(full.equipment.as_ref()?.power_w_m2)?);
        }
        LeverKind::Infiltration => {
            let air = variant.infiltration.get_or_insert_with(Infiltration::default);
            if air.air_changes_per_h.is_some() {
                return None;
            }
            air.air_changes_per_h = Some(factor(full.infiltration.as_ref()?.air_changes_per_h)?);
        }
        LeverKind::DoorPassages => {
            let door = variant.door.get_or_insert_with(Door::default);
            if door.passages_per_h.is_some() {
                return None;
            }
            door.passages_per_h = Some(factor(full.door.as_ref()?.passages_per_h)?);
        }
        LeverKind::OutdoorAirFlow => {
            let air = variant.outdoor_air.get_or_insert_with(OutdoorAir::default);
            let full = full.outdoor_air.as_ref()?;
            if air.flow_m3_h.is_some() || full.treated_by == Some(TreatedBy::None) {
                return None;
            }
            air.flow_m3_h = Some(factor(full.flow_m3_h)?);
        }
        LeverKind::Above => {
            if variant.above.is_some() || variant.surfaces.is_some() {
                return None;
            }
            variant.above = Some(match text()? {
                "roof" => Above::Roof,
                "unconditioned" => Above::Unconditioned,
                _ => Above::Conditioned,
            });
        }
        LeverKind::HeightM => {
            if variant.height_m.is_some() || variant.surfaces.is_some() {
                return None;
            }
            variant.height_m = Some(factor(full.height_m)?);
        }
    }
    Some((Cow::Borrowed(completed), variant))
}

/// Changes the façades that leave it open, of a room that has them or states none; `None` if none does.
fn each_facade(room: &mut Room, change: impl Fn(&mut Facade) -> Option<()>) -> Option<()> {
    if room.surfaces.is_some() {
        return None;
    }
    let facades = room.facades.get_or_insert_with(|| vec![Facade::default()]);
    let changed = facades.iter_mut().filter_map(change).count();
    (changed > 0).then_some(())
}
