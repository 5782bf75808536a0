//! Taking off (算量): the chosen systems become the bill of quantities.

use super::answer::{Installed, Selection, System};
use crate::error::{Error, Fault};
use crate::installation::{
    BillLine, BillOfQuantities, Circumstances, connected_system, matched_split, rooftop, ventilator,
    water_system,
};
use crate::project::Project;
use std::collections::BTreeMap;

/// Takes off every chosen system of a completed project; a room without a system is listed as uncovered.
///
/// # Errors
/// [`Fault::Mismatch`] if `selection` is not that of `project`; [`Fault::MissingField`] if the project is not completed.
pub fn take_off(project: &Project, selection: &Selection) -> Result<BillOfQuantities, Error> {
    let project = &project.checked()?;
    if project.digest()? != selection.project_digest {
        let reason = "the selection is of another project, or this one is not completed".into();
        return Err(Error::new("", Fault::Mismatch { reason }));
    }
    bill_of(project, selection, &selection.systems.iter().collect::<Vec<_>>())
}

/// Takes off what another choice would be: its systems in the place of the searched ones, beside the same requested units and
/// ventilators.
pub(crate) fn take_off_instead(
    project: &Project,
    selection: &Selection,
    chosen: &[System],
) -> Result<BillOfQuantities, Error> {
    let requested =
        |system: &&System| selection.requested.iter().any(|units| units.system.as_ref() == Some(&system.id));
    let beside = selection.systems.iter().filter(requested);
    bill_of(project, selection, &chosen.iter().chain(beside).collect::<Vec<_>>())
}

/// The circumstances of every room, and of every request that names none, by their names.
pub(super) fn sites(
    project: &Project,
    selection: &Selection,
) -> Result<BTreeMap<String, Circumstances>, Error> {
    let mut sites: BTreeMap<String, Circumstances> = BTreeMap::new();
    for (index, (room, selected)) in project.rooms.iter().zip(&selection.rooms).enumerate() {
        let site = Circumstances::of(room.installation.as_ref(), &format!("rooms[{index}]"))?;
        sites.insert(selected.room.clone(), site);
    }
    for (index, request) in
        project.requests().iter().enumerate().filter(|(_, request)| request.room.is_none())
    {
        let site = Circumstances::of(request.installation.as_ref(), &format!("requested[{index}]"))?;
        if let Some(id) = &request.id {
            sites.insert(id.clone(), site);
        }
    }
    Ok(sites)
}

fn bill_of(project: &Project, selection: &Selection, systems: &[&System]) -> Result<BillOfQuantities, Error> {
    let sites = sites(project, selection)?;
    let mut bill = BillOfQuantities::default();
    for system in systems {
        bill.lines.extend(lines_of(system, &sites)?);
    }
    for ventilation in &selection.ventilators {
        let site = site(&sites, &ventilation.room)?;
        bill.lines.extend(ventilator(&ventilation.installed, &ventilation.id, site)?);
    }
    let uncovered = selection.rooms.iter().filter(|room| room.system.is_none());
    bill.uncovered = uncovered.map(|room| room.room.clone()).collect();
    // A load that counts on a ventilator or on a fresh-air unit is not served without it.
    let rooms = project.rooms.iter().zip(&selection.rooms).filter(|(_, selected)| selected.system.is_some());
    for (room, selected) in rooms {
        let ventilated = || selection.ventilators.iter().any(|ventilator| ventilator.room == selected.room);
        let fresh = || super::fresh_air::is_served(selection, &selected.room);
        if (super::ventilators::is_wanted(room) && !ventilated())
            || (super::fresh_air::is_wanted(room) && !fresh())
        {
            bill.uncovered.push(selected.room.clone());
        }
    }
    let unfound = selection.requested.iter().filter(|units| units.system.is_none());
    bill.uncovered.extend(unfound.map(|units| units.id.clone()));
    Ok(bill)
}

fn site<'a>(sites: &'a BTreeMap<String, Circumstances>, room: &str) -> Result<&'a Circumstances, Error> {
    sites.get(room).ok_or_else(|| {
        let reason = format!("the selection serves `{room}`, which the project does not have");
        Error::new("", Fault::Mismatch { reason })
    })
}

fn lines_of(system: &System, sites: &BTreeMap<String, Circumstances>) -> Result<Vec<BillLine>, Error> {
    let of = |rooms: Vec<&String>| -> Result<Vec<Circumstances>, Error> {
        rooms.into_iter().map(|room| site(sites, room).cloned()).collect()
    };
    match &system.installed {
        Installed::MatchedSplit(split) => matched_split(split, &system.id, site(sites, &split.room)?),
        Installed::Rooftop(unit) => rooftop(unit, &system.id, site(sites, &unit.room)?),
        Installed::Connected(connected) => {
            let rooms = connected.rooms.iter().map(|room| &room.room).collect();
            connected_system(connected, &system.id, &of(rooms)?)
        }
        Installed::Water(water) => {
            let rooms = water.rooms.iter().map(|room| &room.room).collect();
            water_system(water, &system.id, &of(rooms)?)
        }
    }
}
