//! A room's own sets (独立系统): matched splits and rooftop units, each tried by every rule of the room.

mod rooftop;
pub(super) mod sets;
mod split;

use super::answer::System;
use super::context::Context;
use super::demand::Demand;
use super::rejection::Rejection;
use super::rule::{Check, first_broken};
use super::vouched;
use crate::catalogue::Identity;
use crate::error::Error;
use crate::ordering::sorted;
use std::cmp::Ordering;

/// What a room could have of its own, the best first, and what was refused.
pub(super) struct OwnSets {
    pub(super) fitting: Vec<System>,
    pub(super) rejected: Vec<Rejection>,
}

/// Tries every matched split and every rooftop unit of the catalogue; none of them is a fresh-air unit.
pub(super) fn own_sets(demand: &Demand, context: &Context<'_>) -> Result<OwnSets, Error> {
    let mut own = OwnSets { fitting: Vec::new(), rejected: Vec::new() };
    if demand.fresh_air.is_some() {
        return Ok(own);
    }
    for item in context.catalogue.matched_splits() {
        own.add(sets::try_unit(item, demand, context)?);
    }
    for item in context.catalogue.rooftops() {
        own.add(sets::try_unit(item, demand, context)?);
    }
    // What nobody vouches for in winter comes after everything else.
    let unknown = |system: &System| !vouched::system(system, demand);
    own.fitting = sorted(own.fitting, |a, b| unknown(a).cmp(&unknown(b)).then_with(|| preferred(a, b)));
    Ok(own)
}

impl OwnSets {
    fn add(&mut self, tried: Result<System, Rejection>) {
        match tried {
            Ok(system) => self.fitting.push(system),
            Err(rejection) => self.rejected.push(rejection),
        }
    }
}

/// Cheapest first; among equals fewer units, then less surplus, then the product's name.
fn preferred(a: &System, b: &System) -> Ordering {
    let room = |system: &System| system.rooms.first().map(|room| (room.units, room.all.total_w));
    let name = |system: &System| system.rooms.first().map(|room| room.product.id.clone());
    a.cost.cmp(&b.cost).then_with(|| room(a).cmp(&room(b))).then_with(|| name(a).cmp(&name(b)))
}

/// The rules of a kind of product before any capacity is read: the first broken one refuses it.
fn refused(identity: &Identity, checks: &[Check]) -> Option<Rejection> {
    first_broken(checks).map(|check| Rejection::broken(&identity.id, &check))
}

/// The points of a split's table are traced for the systems that are shown, not for every one that was tried.
pub(super) fn with_points(mut system: System, context: &Context<'_>) -> System {
    for room in &mut system.rooms {
        if let Some(item) = context.catalogue.matched_split(&room.product.id) {
            let at = room.conditions;
            let points =
                item.figures.cooling.trace(at.indoor_dry_bulb_c, at.indoor_wet_bulb_c, at.outdoor_dry_bulb_c);
            room.table_points = points.unwrap_or_default();
        }
    }
    system
}
