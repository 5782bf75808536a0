//! What the answer says of each system beside its rules: the one that governs, what every room gets while all call, the schematic.

use super::answer::{Installed, Selection, System};
use super::rule::{Check, Rule, governing};
use super::schematic;
use super::take_off::sites;
use crate::error::Error;
use crate::finding::{Finding, FindingCode, Severity};
use crate::installation::{Circumstances, ConnectedSystem};
use crate::num;
use crate::project::Project;
use crate::scalar::Scalar;
use std::collections::BTreeMap;

/// Explains the systems of an answer, those that a room might have instead, and the ventilators.
pub(super) fn add(project: &Project, selection: &mut Selection) -> Result<(), Error> {
    let sites = sites(project, selection)?;
    let rooms = selection.rooms.iter_mut().flat_map(|room| &mut room.alternatives);
    for system in selection.systems.iter_mut().chain(rooms) {
        explain(system, &sites);
    }
    for ventilator in &mut selection.ventilators {
        ventilator.governing = governing(&ventilator.checks);
    }
    Ok(())
}

fn explain(system: &mut System, sites: &BTreeMap<String, Circumstances>) {
    let own_site = system.rooms.first().and_then(|room| sites.get(&room.room));
    system.schematic = schematic::of(&system.installed, own_site);
    system.governing = governing(&system.checks);
    for room in &mut system.rooms {
        room.governing = governing(&room.checks);
    }
    for units in &mut system.fresh_air_units {
        units.governing = governing(&units.checks);
    }
    all_calling(system);
}

/// What every member gets while all call: "min(indoor corrected, outdoor corrected × CI / sum CI when the sum exceeds it)" (matching.md,
/// section 2.2). The indices are those of the products.
fn all_calling(system: &mut System) {
    let (Some(plant), Installed::Connected(connected)) = (&system.outdoor, &system.installed) else { return };
    let own = system.rooms.iter().map(|room| room.all.total_w);
    let own = own.chain(system.fresh_air_units.iter().map(|units| units.cooling_w));
    let together = own.fold(0_i64, i64::saturating_add);
    let indices = connected.rooms.iter().map(|room| index(room.capacity_index, room.count));
    let indices = indices.fold(0_i64, i64::saturating_add);
    let share = |room: &str, outdoor_air: bool, own: i64| {
        if together <= plant.cooling_w {
            return Some(own);
        }
        let part = i128::from(plant.cooling_w) * i128::from(index_of(connected, room, outdoor_air)?);
        let part = part.checked_div(i128::from(indices))?;
        i64::try_from(part).ok().map(|part| part.min(own))
    };
    for room in &mut system.rooms {
        room.all_calling_w = share(&room.room, false, room.all.total_w);
    }
    for units in &mut system.fresh_air_units {
        units.all_calling_w = share(&units.room, true, units.cooling_w);
    }
}

fn index(each: i64, count: u32) -> i64 {
    each.saturating_mul(i64::from(count))
}

/// The indices of a room's units together.
fn index_of(connected: &ConnectedSystem, room: &str, outdoor_air: bool) -> Option<i64> {
    let mut rooms = connected.rooms.iter();
    let own = rooms.find(|one| one.room == room && one.outdoor_air_m3_h.is_some() == outdoor_air);
    own.map(|one| index(one.capacity_index, one.count))
}

/// The rooms that get less than their own peak while all units of their system call.
pub(super) fn short_shares(selection: &Selection) -> Vec<Finding> {
    let mut findings = Vec::new();
    for system in &selection.systems {
        let rooms = system
            .rooms
            .iter()
            .map(|room| (&room.room, &room.product, room.all_calling_w, peak_w(&room.checks)));
        let fresh = system
            .fresh_air_units
            .iter()
            .map(|units| (&units.room, &units.product, units.all_calling_w, peak_w(&units.checks)));
        for (room, product, share, peak) in rooms.chain(fresh) {
            let position = selection.rooms.iter().position(|selected| selected.room == *room);
            let (Some(position), Some(share), Some(peak)) = (position, share, peak) else { continue };
            if share < peak {
                let params: [(&str, Scalar); 4] = [
                    ("system", system.id.clone().into()),
                    ("product", product.id.clone().into()),
                    ("allCallingW", num::from_whole(share).into()),
                    ("totalW", num::from_whole(peak).into()),
                ];
                let (code, path) = (FindingCode::ShareBelowPeak, format!("rooms[{position}]"));
                findings.push(Finding::new(code, Severity::Warning, path, params));
            }
        }
    }
    findings
}

/// The load that the units of a room were chosen for, W.
fn peak_w(checks: &[Check]) -> Option<i64> {
    let check = checks.iter().find(|check| check.rule == Rule::TotalCapacity)?;
    num::to_whole(check.limit?)
}
