//! Completing a project (补全): what the buyer did not state is filled from the reference data, and every such value listed.
//!
//! A completed project gives the same answer as the one it came from, and completing it again fills nothing.

mod air;
mod around;
mod envelope;
mod filler;
mod gains;
mod installation;
mod leakage;
mod plan;
mod preferences;
mod requested;
mod room;
mod site;

pub(crate) use envelope::NO_BLIND;
pub(crate) use gains::people_count;
pub(crate) use plan::{Plan, azimuth_of};

use crate::climate::DesignConditions;
use crate::error::Error;
use crate::finding::Assumption;
use crate::project::{Project, Room};
use crate::reference::Reference;
use filler::Filler;

/// A project with nothing left open, and what was filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Completed {
    /// The project.
    pub project: Project,
    /// Every value that was filled, in the order of the project.
    pub assumptions: Vec<Assumption>,
}

/// Fills what `project` leaves open.
///
/// # Errors
/// As [`Project::checked`]; [`Fault::UnknownReference`](crate::error::Fault::UnknownReference) for a place, station, use,
/// construction, glazing, blind, door or schedule that is not in the tables;
/// [`Fault::AmbiguousCity`](crate::error::Fault::AmbiguousCity);
/// [`Fault::NoStationNear`](crate::error::Fault::NoStationNear);
/// [`Fault::EquipmentUnknown`](crate::error::Fault::EquipmentUnknown) for a use whose load nobody can default;
/// [`Fault::MissingField`](crate::error::Fault::MissingField) for what only the buyer can know.
pub fn complete(project: &Project, reference: &Reference) -> Result<Completed, Error> {
    let mut filler = Filler::default();
    let mut completed = project.checked()?;
    let conditions = site::complete_site(&mut completed, reference, &mut filler)?;
    envelope::complete_constructions(&mut completed, reference, &mut filler);
    let mut problems = Vec::new();
    // Every room will state its own circumstances.
    let shared = completed.installation.take().unwrap_or_default();
    let mut rooms = std::mem::take(&mut completed.rooms);
    for (index, room) in rooms.iter_mut().enumerate() {
        room.id = Some(project.room_id(index, room));
        let around = around::Around { project: &completed, reference, conditions: &conditions };
        match room::complete_room(room, index, &around, &mut filler) {
            Ok(()) => {
                let (own, owner) = (&mut room.installation, format!("rooms[{index}]"));
                installation::complete_installation(own, &owner, &shared, reference, &mut filler);
            }
            Err(error) => problems.extend(error.problems().cloned()),
        }
        // One more than is listed, so that the error can say that there are more.
        if problems.len() > crate::error::MOST_PROBLEMS {
            break;
        }
    }
    completed.rooms = rooms;
    Error::from_problems(problems)?;
    requested::complete_requests(&mut completed, &shared, reference, &mut filler);
    preferences::complete_preferences(&mut completed, &conditions, reference, &mut filler);
    // What was worked out is at the step of its field as well.
    Ok(Completed { project: completed.checked()?, assumptions: filler.assumptions })
}

/// The room `index` of a completed project, completed again from `room`, which is that room with something else stated; `full`
/// is that room as it was completed.
pub(crate) fn complete_variant(
    project: &Project,
    room: &Room,
    full: &Room,
    index: usize,
    conditions: &DesignConditions,
    reference: &Reference,
) -> Result<Room, Error> {
    let mut completed = room.clone();
    // What no load depends on.
    completed.id.clone_from(&full.id);
    completed.installation.clone_from(&full.installation);
    let around = around::Around { project, reference, conditions };
    room::complete_room(&mut completed, index, &around, &mut Filler::default())?;
    Ok(completed)
}
