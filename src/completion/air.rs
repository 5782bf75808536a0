//! What a room leaves open about infiltration, doors and outdoor air.

use super::around::{Around, RoomPath, unknown};
use super::envelope::outdoor_wall_m2;
use super::filler::{Filler, Origin};
use super::gains::people_count;
use super::leakage::infiltration_m3_h;
use crate::error::{Error, Fault};
use crate::finding::Confidence;
use crate::num;
use crate::project::Room;
use crate::project::gains::{Door, Infiltration, OutdoorAir, OutdoorAirRule, TreatedBy};
use crate::reference::{Assumed, RoomType};

/// The name of a door that is not there.
pub(crate) const NO_DOOR: &str = "none";

/// Rooms for which no rule names a flow.
const NO_RULE: Origin<'static> = Origin {
    sources: ["the rule names no flow for rooms of this type", "该规范对此类房间未规定新风量"],
    confidence: Confidence::Medium,
};

pub(super) fn complete_air(
    room: &mut Room,
    room_type: &RoomType,
    path: RoomPath,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    complete_infiltration(room, path, around, filler)?;
    complete_door(room, room_type, path, around, filler)?;
    complete_outdoor_air(room, room_type, path, around, filler)
}

fn complete_infiltration(
    room: &mut Room,
    path: RoomPath,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let volume = room.area_m2 * room.height_m.unwrap_or_default();
    let facade = outdoor_wall_m2(room);
    let own = room.infiltration.get_or_insert_with(Infiltration::default);
    if own.air_changes_per_h.is_some() {
        return Ok(());
    }
    let missing = |field: &str| Error::new(format!("building.{field}"), Fault::MissingField);
    let building = around.project.building.as_ref().ok_or_else(|| missing("year"))?;
    let year = building.year.ok_or_else(|| missing("year"))?;
    let storeys = building.storeys.ok_or_else(|| missing("storeys"))?;
    let storey_height = building.storey_height_m.ok_or_else(|| missing("storeyHeightM"))?;
    let band = around.reference.leakage_l_s_m2(year).ok_or_else(|| missing("year"))?;
    let roof = f64::from(storeys) * storey_height;
    let flow = infiltration_m3_h(band.l_s_m2, facade, around.conditions.wind_speed_m_s(), roof);
    let origin = Origin { sources: [&band.source, &band.source_zh], confidence: band.confidence };
    let changes = num::quantise((flow / volume).min(50.0), 3);
    filler.worked_out(
        &mut own.air_changes_per_h,
        &path.field("infiltration.airChangesPerH"),
        changes,
        origin,
    );
    Ok(())
}

fn complete_door(
    room: &mut Room,
    room_type: &RoomType,
    path: RoomPath,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let people = people_count(room);
    if let Some(default) = &room_type.design.door {
        let own = room.door.get_or_insert_with(Door::default);
        filler.name(&mut own.kind, &path.field("door.kind"), &default.value, Origin::of(default));
    }
    let Some(own) = &mut room.door else { return Ok(()) };
    let kind = own.kind.get_or_insert_with(|| NO_DOOR.to_owned());
    if kind == NO_DOOR {
        return Ok(());
    }
    if around.reference.air_leakage().door(kind).is_none() {
        let known = around.reference.air_leakage().doors.iter().map(|door| door.id.as_str());
        return Err(unknown(path.field("door.kind"), "door", kind, known));
    }
    let rate = &around.reference.air_leakage().passages_per_person_hour;
    let passages = num::quantise((people * rate.value).min(20_000.0), 1);
    filler.worked_out(&mut own.passages_per_h, &path.field("door.passagesPerH"), passages, Origin::of(rate));
    Ok(())
}

fn complete_outdoor_air(
    room: &mut Room,
    room_type: &RoomType,
    path: RoomPath,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let defaults = around.reference.defaults();
    let (people, area_m2) = (people_count(room), room.area_m2);
    let volume_m3 = area_m2 * room.height_m.unwrap_or_default();
    let own = room.outdoor_air.get_or_insert_with(OutdoorAir::default);
    filler.fill(
        &mut own.treated_by,
        &path.field("outdoorAir.treatedBy"),
        &defaults.outdoor_air_treated_by,
        |by| by.as_str().into(),
    );
    let treated_by = own.treated_by.unwrap_or(TreatedBy::None);
    if treated_by == TreatedBy::None {
        return match own.flow_m3_h {
            Some(flow) if flow > 0.0 => {
                let other = path.field("outdoorAir.treatedBy");
                Err(Error::new(path.field("outdoorAir.flowM3H"), Fault::Conflict { other }))
            }
            _ => Ok(()),
        };
    }
    if own.flow_m3_h.is_none() {
        let rule = &defaults.outdoor_air_rule;
        filler.fill(&mut own.rule, &path.field("outdoorAir.rule"), rule, |rule| rule.as_str().into());
        let rule = own.rule.unwrap_or(rule.value);
        let (flow, origin) = flow_by_rule(rule, room_type, people, area_m2, volume_m3);
        filler.worked_out(
            &mut own.flow_m3_h,
            &path.field("outdoorAir.flowM3H"),
            num::quantise(flow, 2),
            origin,
        );
    }
    complete_treatment(own, treated_by, path, around, filler)
}

/// The flow of outdoor air by `rule`, m³/h, and where it comes from.
pub(super) fn flow_by_rule(
    rule: OutdoorAirRule,
    room_type: &RoomType,
    people: f64,
    area_m2: f64,
    volume_m3: f64,
) -> (f64, Origin<'_>) {
    let design = &room_type.design;
    match rule {
        OutdoorAirRule::Gb50736 if let Some(bands) = &design.outdoor_air_changes => {
            let changes = design.gb50736_air_changes_per_h(area_m2 / people);
            (volume_m3 * changes.unwrap_or(0.0), Origin::of(bands))
        }
        OutdoorAirRule::Gb50736 => {
            let each = design.gb50736_m3_h_person(people / area_m2);
            let origin = design.outdoor_air_m3_h_person.as_ref().map_or(NO_RULE, Origin::of);
            (people * each.unwrap_or(0.0), origin)
        }
        OutdoorAirRule::Ashrae621 => match &design.ashrae621 {
            // 62.1, 6.2.1.1: Vbz = Rp Pz + Ra Az, here in L/s.
            Some(rates @ Assumed { value, .. }) => {
                ((value.l_s_person * people + value.l_s_m2 * area_m2) * 3.6, Origin::of(rates))
            }
            None => (0.0, NO_RULE),
        },
    }
}

fn complete_treatment(
    own: &mut OutdoorAir,
    treated_by: TreatedBy,
    path: RoomPath,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let defaults = around.reference.defaults();
    match treated_by {
        TreatedBy::Erv => {
            let sensible = path.field("outdoorAir.sensibleEffectiveness");
            filler.number(&mut own.sensible_effectiveness, &sensible, &defaults.erv_sensible_effectiveness);
            let latent = path.field("outdoorAir.latentEffectiveness");
            filler.number(&mut own.latent_effectiveness, &latent, &defaults.erv_latent_effectiveness);
        }
        TreatedBy::FreshAirUnit => {
            let needed = [
                ("supplyDryBulbC", own.supply_dry_bulb_c),
                ("supplyRelativeHumidity", own.supply_relative_humidity),
                ("supplyHeatingDryBulbC", own.supply_heating_dry_bulb_c),
            ];
            let missing = needed.iter().filter(|(_, value)| value.is_none());
            let problems = missing.map(|(field, _)| crate::error::Problem {
                path: path.field(&format!("outdoorAir.{field}")),
                fault: Fault::MissingField,
            });
            Error::from_problems(problems.collect())?;
        }
        TreatedBy::None | TreatedBy::IndoorUnit => {}
    }
    Ok(())
}
