//! Taking off (算量): the chosen systems become the bill of quantities.

use super::Selection;
use crate::error::{Error, Fault};
use crate::installation::{BillOfQuantities, matched_split};
use crate::project::Project;

/// Takes off every chosen system of a completed project; a room without a system is listed as uncovered.
///
/// # Errors
/// [`Fault::Mismatch`] if `selection` is not that of `project`; [`Fault::MissingField`] if the project is not completed.
pub fn take_off(project: &Project, selection: &Selection) -> Result<BillOfQuantities, Error> {
    if project.rooms.len() != selection.rooms.len() {
        return Err(Error::new(
            "rooms",
            Fault::Mismatch { reason: "another number of rooms was selected".into() },
        ));
    }
    let mut bill = BillOfQuantities::default();
    for (index, (room, selected)) in project.rooms.iter().zip(&selection.rooms).enumerate() {
        let path = format!("rooms[{index}]");
        if project.room_id(index, room) != selected.room {
            return Err(Error::new(
                path,
                Fault::Mismatch { reason: "another room was selected here".into() },
            ));
        }
        let Some(choice) = &selected.chosen else {
            bill.uncovered.push(selected.room.clone());
            continue;
        };
        let site = room
            .installation
            .as_ref()
            .ok_or_else(|| Error::new(format!("{path}.installation"), Fault::MissingField))?;
        bill.lines.extend(matched_split(&choice.system, &selected.room, &path, site)?);
    }
    Ok(bill)
}
