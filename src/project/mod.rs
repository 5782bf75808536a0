//! What the buyer states (项目): place, building, rooms, circumstances of installation, wishes.
//!
//! Everything but the place, the use and the area of a room may be left out; [`complete`](crate::completion::complete) fills it
//! from the reference data and lists what it filled. Everything may be stated as well, down to the layers of a wall.

pub mod consistency;
pub mod construction;
mod delivery;
pub mod envelope;
pub mod gains;
mod installation;
mod preferences;
mod requested;
mod room;
pub mod shape;
mod site;

pub use delivery::Delivery;
pub use envelope::{Above, Below, Beside, Facade, Facing, Surface, SurfaceBoundary};
pub use gains::{OutdoorAirRule, StatedLoad, TreatedBy};
pub use installation::{Installation, Mounting, OutdoorPlace, Wall};
pub use preferences::{Objective, Preferences, Running, SystemKind};
pub use requested::Requested;
pub use room::Room;
pub use site::{Building, ClimateBasis, Site, SiteDesign, StatedCoolingDay, StatedHeatingDay, Supply};

use crate::boundary::from_node;
use crate::error::Error;
use serde::Serialize;

/// The most rooms that one project has; larger buildings are several projects.
pub const MOST_ROOMS: u32 = 1000;

/// The bounds of a project's text or object: a thousand rooms of four hundred values.
#[cfg(feature = "json")]
pub(crate) const LIMITS: crate::boundary::Limits =
    crate::boundary::Limits { bytes: 8 << 20, depth: 12, items: MOST_ROOMS, values: 400_000 };

/// A buyer's project.
///
/// # Example
/// ```
/// # #[cfg(feature = "json")] {
/// use tonnage::project::Project;
/// let text = r#"{"site":{"city":"武汉"},"rooms":[{"use":"shop_general","areaM2":120}]}"#;
/// let project = Project::from_json(text.as_bytes()).unwrap();
/// assert_eq!(project.rooms.len(), 1);
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Project {
    /// A name for people.
    pub name: Option<String>,
    /// Where the building stands.
    pub site: Site,
    /// The building.
    pub building: Option<Building>,
    /// Constructions that surfaces of this project may name.
    pub constructions: Option<Vec<construction::Construction>>,
    /// Glazings that windows of this project may name.
    pub glazings: Option<Vec<construction::Glazing>>,
    /// The rooms, at most [`MOST_ROOMS`]; none only where units are requested.
    pub rooms: Vec<Room>,
    /// Units that are wanted as they are, without a load or whatever the load.
    pub requested: Option<Vec<Requested>>,
    /// Circumstances of installation that hold for every room that does not state its own.
    pub installation: Option<Installation>,
    /// Wishes about the equipment.
    pub preferences: Option<Preferences>,
    /// When and where the equipment is wanted.
    pub delivery: Option<Delivery>,
}

impl Project {
    /// Reads a project from JSON text.
    ///
    /// # Errors
    /// With every problem found, up to a hundred: syntax, bounds, unknown or missing fields, types, ranges, contradictions.
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let node = crate::boundary::json::parse(bytes, LIMITS)?;
        Self::from_node(node)
    }

    /// Reads a project from a tree.
    ///
    /// # Errors
    /// As [`Project::from_json`], without syntax.
    pub fn from_node(node: crate::boundary::Node) -> Result<Self, Error> {
        let project: Self = crate::boundary::read(node, &shape::PROJECT)?;
        consistency::check(&project)?;
        Ok(project)
    }

    /// The project as the boundary would have read it: checked by the rules that text is checked by, and every number
    /// rounded to its field's step.
    ///
    /// # Errors
    /// As [`Project::from_node`].
    pub fn checked(&self) -> Result<Self, Error> {
        let project = crate::boundary::reread(self, &shape::PROJECT)?;
        consistency::check(&project)?;
        Ok(project)
    }

    /// The digest of the project's canonical bytes.
    ///
    /// # Errors
    /// None for a project that was [`checked`](Self::checked).
    pub fn digest(&self) -> Result<String, Error> {
        Ok(crate::boundary::canonical::digest(&crate::boundary::to_node(self)?))
    }

    /// The identifier of a room: its own, or `room-` and its number from 1.
    #[must_use]
    pub fn room_id(&self, index: usize, room: &Room) -> String {
        room.id.clone().unwrap_or_else(|| format!("room-{}", index.saturating_add(1)))
    }

    /// The identifier of a request: its own, or `requested-` and its number from 1.
    #[must_use]
    pub fn request_id(&self, index: usize, request: &Requested) -> String {
        request.id.clone().unwrap_or_else(|| format!("requested-{}", index.saturating_add(1)))
    }

    /// The requests, in their order.
    #[must_use]
    pub fn requests(&self) -> &[Requested] {
        self.requested.as_deref().unwrap_or_default()
    }
}

from_node!(struct Project {
    name,
    site,
    building,
    constructions,
    glazings,
    rooms or Vec::new(),
    requested,
    installation,
    preferences,
    delivery,
});
