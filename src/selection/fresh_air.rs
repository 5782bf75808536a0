//! Fresh-air units (新风机) for the rooms whose load counts on one: a further seat on the shared systems at the place of the room.
//!
//! They connect to the outdoor units of a family, so that the search that groups the rooms places them as well; they may hang on
//! another system than the room itself.

use super::answer::{RoomFreshAir, Selection, System};
use super::context::Context;
use super::demand::{Demand, FreshAirNeed};
use super::rejection::{Rejection, grouped, most_telling};
use super::rule::Rule;
use crate::finding::{Finding, FindingCode, Severity};
use crate::load::{Load, Loads};
use crate::project::{Project, Room, TreatedBy};
use crate::scalar::Scalar;

/// The outdoor air of a completed room whose load counts on a fresh-air unit, m³/h.
fn flow_m3_h(room: &Room) -> Option<f64> {
    let outdoor = room.outdoor_air.as_ref().filter(|_| room.stated_load.is_none())?;
    (outdoor.treated_by == Some(TreatedBy::FreshAirUnit)).then_some(())?;
    outdoor.flow_m3_h.filter(|flow| *flow > 0.0)
}

/// Whether the load of a completed room counts on a fresh-air unit.
pub(super) fn is_wanted(room: &Room) -> bool {
    flow_m3_h(room).is_some()
}

/// What the fresh-air units of the rooms ask for, to stand behind the demands of the rooms themselves.
pub(super) fn demands(project: &Project, loads: &Loads, rooms: &[Demand]) -> Vec<Demand> {
    let mut found: Vec<Demand> = Vec::new();
    for ((room, load), own) in project.rooms.iter().zip(&loads.rooms).zip(rooms) {
        let computed = load.computed.as_ref();
        let unit = computed.and_then(|computed| Some((computed.fresh_air_unit?, &computed.fresh_air_unit_w)));
        let (Some(flow_m3_h), Some((unit, hours_w))) = (flow_m3_h(room), unit) else { continue };
        found.push(Demand {
            position: rooms.len().saturating_add(found.len()),
            load: Load { total_w: unit.cooling_w, sensible_w: unit.sensible_w, latent_w: unit.latent_w },
            heating_w: own.heating_w.map(|_| unit.heating_w),
            profile_w: hours_w.iter().map(|watts| (*watts).max(0)).collect(),
            outdoor_air: None,
            // A spare unit is for the heat of the room; its outdoor air has none.
            spare: 0,
            requested: false,
            fresh_air: Some(FreshAirNeed {
                flow_m3_h,
                dry_bulb_c: loads.site.cooling_dry_bulb_c,
                wet_bulb_c: loads.site.cooling_wet_bulb_c,
            }),
            ..own.clone()
        });
    }
    found
}

/// What a room is told of its fresh-air units: the system that they are members of, and why each other product is not taken.
pub(super) fn of_room(
    demand: &Demand,
    need: &FreshAirNeed,
    system: Option<String>,
    rejected: &[Rejection],
    systems: &[System],
    context: &Context<'_>,
) -> RoomFreshAir {
    let own = systems.iter().find(|one| Some(&one.id) == system.as_ref());
    let units = own.and_then(|own| own.fresh_air_units.iter().find(|units| units.room == demand.room));
    let taken = units.map(|units| units.product.id.as_str());
    let mut all: Vec<Rejection> = rejected.to_vec();
    for item in context.catalogue.fresh_air_units() {
        let id = &item.identity.id;
        if !all.iter().any(|rejection| rejection.product == *id) {
            // No family that systems can be made of takes it.
            all.push(Rejection::new(id, Rule::NoSystem, []));
        }
    }
    all.retain(|rejection| Some(rejection.product.as_str()) != taken);
    RoomFreshAir {
        flow_m3_h: need.flow_m3_h,
        cooling_w: demand.load.total_w,
        heating_w: demand.heating_w,
        system,
        rejected: grouped(all),
    }
}

/// Whether the outdoor air of a room has the units that its load counts on.
pub(super) fn is_served(selection: &Selection, room: &str) -> bool {
    let mut served = selection.systems.iter().flat_map(|system| &system.fresh_air_units);
    served.any(|units| units.room == room)
}

/// A finding for each room whose load counts on a fresh-air unit that no system has.
pub(super) fn findings(project: &Project, demands: &[Demand], selection: &Selection) -> Vec<Finding> {
    let mut findings = Vec::new();
    for ((room, demand), selected) in project.rooms.iter().zip(demands).zip(&selection.rooms) {
        let Some(flow_m3_h) = flow_m3_h(room).filter(|_| !is_served(selection, &demand.room)) else {
            continue;
        };
        let rejected = selected.fresh_air.as_ref().map_or(&[][..], |own| own.rejected.as_slice());
        let rule = most_telling(rejected).map_or("", Rule::as_str);
        let params: [(&str, Scalar); 2] = [("flowM3H", flow_m3_h.into()), ("rule", rule.into())];
        let path = format!("{}.outdoorAir", demand.path);
        findings.push(Finding::new(FindingCode::NoFreshAirUnit, Severity::Error, path, params));
    }
    findings
}
