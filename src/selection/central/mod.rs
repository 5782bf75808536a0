//! Central systems (集中系统): what several rooms share, as questions for the grouping search and as answers in the building.
//!
//! A plant is an outdoor unit of a family or a set of chillers; a family is whatever connects to one kind of plant. Every room has
//! options of a family, every option has its price with its installation, and every piece of shared pipe has one as well, so that
//! what the search adds up is what the bill will say.

pub(super) mod connected;
pub(super) mod family;
mod fresh_air;
pub(super) mod layout;
pub(super) mod outdoor;
pub(super) mod together;
pub(super) mod water;

use super::answer::{FreshAirUnits, ServedRoom};
use super::context::Context;
use super::rejection::Rejection;
use crate::catalogue::ControllerScope;
use crate::installation::{ConnectedRoom, WaterRoom};
use crate::money::Money;

/// The indoor units of one room on one family, all alike, with all rules of the room kept.
#[derive(Clone, Debug)]
pub(super) struct RoomOption {
    /// What the room has of the system; of fresh-air units as far as the search asks for it.
    pub(super) served: ServedRoom,
    /// What the answer says of them where they are fresh-air units.
    pub(super) fresh_air: Option<FreshAirUnits>,
    /// What is installed in the room.
    pub(super) installed: RoomInstalled,
    /// Sum of the capacity indices, or water, l/h.
    pub(super) index: i64,
    /// Refrigerant of branches and units, g.
    pub(super) charge_g: i64,
    /// Pipe of the branches, dm.
    pub(super) pipe_dm: i64,
    /// Equipment, tax included.
    pub(super) equipment: Money,
    /// Installation, tax included.
    pub(super) installation: Money,
}

impl RoomOption {
    /// The part of the index that the maker limits by itself: all of it for fresh-air units.
    pub(super) fn fresh_index(&self) -> i64 {
        if self.fresh_air.is_some() { self.index } else { 0 }
    }
}

/// What is installed in a room.
#[derive(Clone, Debug)]
pub(super) enum RoomInstalled {
    /// Indoor units.
    Connected(ConnectedRoom),
    /// Fan coils.
    Water(WaterRoom),
}

/// What a family offers a room, and what of it was refused.
#[derive(Clone, Debug, Default)]
pub(super) struct RoomOptions {
    pub(super) options: Vec<RoomOption>,
    pub(super) rejected: Vec<Rejection>,
}

/// The cheapest controller of a room for units of a family or, without one, for units of any make; of equals the first by name.
pub(super) fn room_controller<'a>(context: &Context<'a>, family: Option<&str>) -> Option<&'a str> {
    let fits = |of: &Option<String>| of.as_deref().is_none_or(|of| Some(of) == family);
    let controllers = context.catalogue.controllers().iter();
    controllers
        .filter(|item| item.figures.scope == ControllerScope::Room && fits(&item.figures.family))
        .map(|item| item.identity.id.as_str())
        .min_by_key(|id| context.cheapest_first(id))
}
