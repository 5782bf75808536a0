//! Heating that the catalogue vouches for (制热资料): a machine of which it does not say what it gives in winter, with what defrost takes,
//! serves a heated room only where nothing else does, and then the answer says so.

use super::answer::System;
use super::central::RoomOption;
use super::demand::Demand;
use super::group::{Group, Level, Plants};
use super::rejection::Rejection;
use super::rule::Rule;
use crate::scalar::Scalar;

/// The bit by which heated rooms are kept from plants of which nobody knows what they give in winter: above those of the levels.
pub(super) const UNKNOWN_HEAT: u128 = 1 << 127;

/// Whether the heat that a room has of a system is known, of its units and of their plant, or it wants none.
pub(super) fn system(system: &System, demand: &Demand) -> bool {
    let mut own = system.rooms.iter().filter(|room| room.room == demand.room);
    let plant = system.outdoor.as_ref();
    !demand.wants_heat()
        || own.all(|room| room.heating_w.is_some()) && plant.is_none_or(|plant| plant.heating_w.is_some())
}

/// Whether the heat that a room wants of its units on a shared system is known, or it wants none.
pub(super) fn option(option: &RoomOption, demand: &Demand) -> bool {
    !demand.wants_heat() || option.served.heating_w.is_some()
}

/// A product that is not taken because others say what they give in winter.
pub(super) fn rejection(product: &str) -> Rejection {
    Rejection::new(product, Rule::IncompleteData, [("rule", Scalar::from(Rule::HeatingCapacity.as_str()))])
}

/// What is said of an option that keeps every rule and is not taken; `trusts` says whether its room may have what nobody vouches for.
pub(super) fn not_taken(of: &RoomOption, demand: &Demand, trusts: bool) -> Rejection {
    let id = &of.served.product.id;
    if trusts || option(of, demand) { Rejection::new(id, Rule::Costlier, []) } else { rejection(id) }
}

/// The same of the products of a room that may now have them.
pub(super) fn trust(rejected: &mut [Rejection]) {
    let unknown = |one: &&mut Rejection| **one == rejection(&one.product);
    rejected
        .iter_mut()
        .filter(unknown)
        .for_each(|one| *one = Rejection::new(&one.product, Rule::Costlier, []));
}

/// A room's own sets beside the chosen one, the best first; those of unknown heat are not among them where any other is known.
pub(super) fn others<'a>(
    own: &'a [System],
    chosen: Option<&System>,
    demand: &Demand,
) -> (Vec<&'a System>, Vec<Rejection>) {
    let product = |of: &System| {
        of.rooms.iter().find(|room| room.room == demand.room).map(|room| room.product.id.clone())
    };
    let taken = chosen.and_then(product);
    let known = own.iter().chain(chosen).any(|one| system(one, demand));
    let (mut others, mut refused) = (Vec::new(), Vec::new());
    for one in own.iter().filter(|one| product(one) != taken) {
        if known && !system(one, demand) {
            refused.extend(product(one).map(|id| rejection(&id)));
        } else {
            others.push(one);
        }
    }
    (others, refused)
}

/// The plants of a level that no room of a group takes, because all want heat and nobody knows what these give in winter.
pub(super) fn refused(level: &Level<'_>, demands: &[&Demand]) -> Vec<Rejection> {
    let Plants::Outdoor { options, .. } = &level.plants else { return Vec::new() };
    let unknown = options.iter().filter(|option| !option.knows_heat);
    let all = demands.iter().all(|demand| demand.wants_heat());
    unknown.filter(|_| all).map(|option| rejection(&option.name())).collect()
}

impl Group<'_> {
    /// Whether a room may have what nobody vouches for: nothing else served it, or there is nothing else.
    pub(super) fn trusts(&self, room: usize) -> bool {
        let Some(demand) = self.demands.get(room) else { return false };
        let known_own = self.own.get(room).is_some_and(|own| own.iter().any(|one| system(one, demand)));
        let mut options = self.options.get(room).into_iter().flatten();
        self.widened.contains(&room) || !(known_own || options.any(|(_, one)| option(one, demand)))
    }

    /// Whether anything is kept from a room because nobody knows the heat of it.
    pub(super) fn has_unknown_heat(&self, room: usize) -> bool {
        let Some(demand) = self.demands.get(room).filter(|demand| demand.wants_heat()) else { return false };
        let own = self.own.get(room).is_some_and(|own| own.iter().any(|one| !system(one, demand)));
        let mut options = self.options.get(room).into_iter().flatten();
        let plants = || {
            self.levels.iter().filter(|level| level.rooms.contains(&room)).any(|level| match &level.plants {
                Plants::Outdoor { options, .. } => options.iter().any(|option| !option.knows_heat),
                Plants::Chillers(_) => false,
            })
        };
        own || options.any(|(_, one)| !option(one, demand)) || plants()
    }
}
