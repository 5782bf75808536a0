//! What a room is completed from, and how its fields are named.

use crate::climate::DesignConditions;
use crate::error::{Error, Fault};
use crate::project::Project;
use crate::reference::Reference;

/// What a room is completed from.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The project, completed but for its rooms.
    pub(super) project: &'a Project,
    pub(super) reference: &'a Reference,
    pub(super) conditions: &'a DesignConditions,
}

/// The paths of a room's fields.
#[derive(Clone, Copy)]
pub(super) struct RoomPath(pub(super) usize);

impl RoomPath {
    pub(super) fn field(self, field: &str) -> String {
        format!("rooms[{}].{field}", self.0)
    }
}

/// The name that is not in a table, with the nearest that is.
pub(super) fn unknown<'a>(
    path: String,
    kind: &'static str,
    found: &str,
    known: impl Iterator<Item = &'a str>,
) -> Error {
    let suggestion = crate::boundary::check::nearest(found, known);
    Error::new(path, Fault::UnknownReference { kind, found: found.to_owned(), suggestion })
}
