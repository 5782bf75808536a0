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
    let project = &project.checked()?;
    if project.digest()? != selection.project_digest {
        let reason = "the selection is of another project, or this one is not completed".into();
        return Err(Error::new("", Fault::Mismatch { reason }));
    }
    let mut bill = BillOfQuantities::default();
    for (index, (room, selected)) in project.rooms.iter().zip(&selection.rooms).enumerate() {
        let path = format!("rooms[{index}]");
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
