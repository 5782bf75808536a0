//! The rules of all systems together: the supply of the building (供电), and the sound of everything that stands outdoors at one place.

use super::answer::{Installed, Selection, System};
use super::rule::{Check, Rule, Verdict};
use super::rules::{electrical, sound};
use crate::catalogue::{Catalogue, Electrical, Sound};
use crate::finding::{Finding, FindingCode, Severity};
use crate::project::{Installation, Project, Supply};
use crate::scalar::Scalar;

/// A place from which a neighbour hears outdoor units, with the systems that stand there.
struct Neighbour<'a> {
    distance_m: f64,
    limit_dba: f64,
    systems: Vec<&'a System>,
}

/// The rules of all systems together, and what is to be said of them.
pub(super) fn checks(
    project: &Project,
    catalogue: &Catalogue,
    selection: &Selection,
) -> (Vec<Check>, Vec<Finding>) {
    let (mut checks, mut findings) = (Vec::new(), Vec::new());
    if selection.systems.is_empty() {
        return (checks, findings);
    }
    let (check, finding) = supply(project, selection);
    checks.push(check);
    findings.extend(finding);
    for neighbour in neighbours(project, selection) {
        let Neighbour { distance_m, limit_dba, systems } = neighbour;
        // What one system is by itself, its own rule says.
        if systems.len() < 2 {
            continue;
        }
        let sources = systems.iter().flat_map(|system| outdoors(system, catalogue));
        let check = sound::together_at_neighbour(sources, distance_m, limit_dba);
        checks.push(check);
        if let (Verdict::Failed, Some(value)) = (check.verdict, check.value) {
            let params: [(&str, Scalar); 4] = [
                ("levelDba", value.into()),
                ("limitDba", limit_dba.into()),
                ("distanceM", distance_m.into()),
                ("systems", crate::num::count(systems.len()).into()),
            ];
            let code = FindingCode::NeighbourTooLoud;
            findings.push(Finding::new(code, Severity::Warning, "selection.systems", params));
        }
    }
    (checks, findings)
}

/// All machines together against the supply of the building; where it is not stated, what they need of three phases is said.
fn supply(project: &Project, selection: &Selection) -> (Check, Option<Finding>) {
    let stated = project.building.as_ref().and_then(|building| building.supply);
    let supply = stated.unwrap_or(Supply { phases: 3, available_a: 0.0 });
    let mut machines: Vec<(&Electrical, u32)> = selection.systems.iter().flat_map(machines_of).collect();
    machines.extend(selection.ventilators.iter().map(|one| (&one.installed.electrical, one.units)));
    let current_a = electrical::fullest_phase_a(&machines, &supply);
    let Some(stated) = stated else {
        let params = [("currentA", Scalar::from(current_a))];
        let finding = Finding::new(FindingCode::SupplyUnknown, Severity::Note, "building.supply", params);
        return (Check::not_checked(Rule::SupplyCurrent), Some(finding));
    };
    let check = electrical::supply_current(current_a, &stated);
    let finding = check.is_broken().then(|| {
        let params = [("currentA", current_a.into()), ("availableA", stated.available_a.into())];
        Finding::new(FindingCode::SupplyShort, Severity::Warning, "building.supply", params)
    });
    (check, finding)
}

/// Every machine of a system that has a circuit of its own, with its number.
fn machines_of(system: &System) -> Vec<(&Electrical, u32)> {
    match &system.installed {
        Installed::MatchedSplit(split) => vec![(&split.electrical, split.sets)],
        Installed::Rooftop(unit) => vec![(&unit.electrical, unit.sets)],
        Installed::Connected(connected) => {
            let outdoor = connected.outdoor.units.iter().map(|unit| (&unit.electrical, 1));
            outdoor.chain(connected.rooms.iter().map(|room| (&room.electrical, room.count))).collect()
        }
        Installed::Water(water) => {
            let plant = std::iter::once((&water.plant.electrical, water.plant.modules));
            plant.chain(water.rooms.iter().map(|room| (&room.electrical, room.count))).collect()
        }
    }
}

/// The places from which a neighbour hears systems: as far from a window with the same limit, in the order of the systems. Where rooms of
/// a system state different ones, it stands at the strictest.
fn neighbours<'a>(project: &Project, selection: &'a Selection) -> Vec<Neighbour<'a>> {
    let mut places: Vec<Neighbour<'a>> = Vec::new();
    for system in &selection.systems {
        let members = system.rooms.iter().map(|room| &room.room);
        let members = members.chain(system.fresh_air_units.iter().map(|units| &units.room));
        let stated = members.filter_map(|room| {
            let site = circumstances(project, room)?;
            Some((site.neighbour_distance_m?, site.neighbour_limit_dba?))
        });
        let strictest = stated.min_by(|a, b| a.1.total_cmp(&b.1).then(a.0.total_cmp(&b.0)));
        let Some((distance_m, limit_dba)) = strictest else { continue };
        let same = |place: &&mut Neighbour<'_>| {
            place.distance_m.total_cmp(&distance_m).is_eq() && place.limit_dba.total_cmp(&limit_dba).is_eq()
        };
        match places.iter_mut().find(same) {
            Some(place) => place.systems.push(system),
            None => places.push(Neighbour { distance_m, limit_dba, systems: vec![system] }),
        }
    }
    places
}

/// The circumstances of a room or of a request that names none.
fn circumstances<'a>(project: &'a Project, name: &str) -> Option<&'a Installation> {
    let rooms = project.rooms.iter().filter(|room| room.id.as_deref() == Some(name));
    let requests = project.requests().iter().filter(|request| request.id.as_deref() == Some(name));
    let stated = rooms.map(|room| &room.installation).chain(requests.map(|request| &request.installation));
    stated.flatten().next()
}

/// What stands outdoors of a system, with its number and its sound.
fn outdoors<'a>(system: &System, catalogue: &'a Catalogue) -> Vec<(u32, Option<&'a Sound>)> {
    let id = |product: &str| product.to_owned();
    let plant = system.outdoor.iter().flat_map(|plant| &plant.units).map(|unit| (id(&unit.id), 1));
    let own = system.rooms.iter().filter(|_| system.outdoor.is_none());
    let own = own.map(|room| (id(&room.product.id), room.units));
    plant.chain(own).map(|(id, number)| (number, sound_of(&id, catalogue))).collect()
}

fn sound_of<'a>(id: &str, catalogue: &'a Catalogue) -> Option<&'a Sound> {
    let unit = catalogue.outdoor_units().iter().find(|item| item.identity.id == id);
    let split = catalogue.matched_splits().iter().find(|item| item.identity.id == id);
    let rooftop = catalogue.rooftops().iter().find(|item| item.identity.id == id);
    let chiller = catalogue.chillers().iter().find(|item| item.identity.id == id);
    unit.and_then(|item| item.figures.sound.as_ref())
        .or_else(|| split.and_then(|item| item.figures.outdoor_sound.as_ref()))
        .or_else(|| rooftop.and_then(|item| item.figures.sound.as_ref()))
        .or_else(|| chiller.and_then(|item| item.figures.sound.as_ref()))
}
