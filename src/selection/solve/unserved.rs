//! Why rooms that have units of a shared system are left without one: no plant keeps the rules of the system with them.

use crate::selection::build::{Built, Members, broken_by, take_off_dm};
use crate::selection::central::RoomOption;
use crate::selection::context::Context;
use crate::selection::demand::Demand;
use crate::selection::group::Offered;
use crate::selection::rejection::Rejection;
use crate::selection::rule::{Check, Rule};
use std::cmp::Ordering;

/// What is broken on the plant that comes nearest to keeping it, whatever the order of the plants.
fn nearest(broken: impl Iterator<Item = (String, Check)>) -> Option<Check> {
    let margin = |check: &Check| check.margin.unwrap_or(f64::MIN);
    let order = |a: &(String, Check), b: &(String, Check)| {
        margin(&a.1).total_cmp(&margin(&b.1)).then_with(|| b.0.cmp(&a.0))
    };
    broken.max_by(order).map(|(_, check)| check)
}

/// The cheaper option first, of equals by name and number.
fn first_by_cost(a: &RoomOption, b: &RoomOption) -> Ordering {
    let key = |option: &RoomOption| (option.equipment, option.installation, option.served.units);
    key(a).cmp(&key(b)).then_with(|| a.served.product.id.cmp(&b.served.product.id))
}

/// Puts the broken rule of a system in the place of "costlier", for every unit of a room without a system by what the room breaks
/// alone on the plant that comes nearest, and for every plant by what the rooms without a system break on it together.
pub(super) fn explain(offered: &mut Offered<'_>, built: &[Built], context: &Context<'_>) {
    let Offered { group, by_room, shared, .. } = offered;
    let served = |demand: &Demand| built.iter().any(|built| built.positions.contains(&demand.position));
    // The plants of a kind that are read at the air of most rooms come first: of what rooms break together theirs is told, and of what
    // one breaks alone what it breaks at its own air.
    for level in group.levels.iter().rev() {
        let plants = &level.plants;
        let mut together: Members<'_> = Vec::new();
        let rooms = group.demands.iter().zip(&group.options).zip(by_room.iter_mut()).enumerate();
        for (room, ((demand, options), rejected)) in rooms {
            if served(demand) || !level.rooms.contains(&room) {
                continue;
            }
            let own: Vec<&RoomOption> =
                options.iter().filter(|(of, _)| *of == level.kind).map(|(_, option)| option).collect();
            for option in &own {
                let alone: Members<'_> = vec![(*demand, *option)];
                let Some(check) = nearest(broken_by(plants, &alone, context)) else { continue };
                let id = &option.served.product.id;
                rejected.retain(|rejection| rejection.product != *id);
                rejected.push(Rejection::broken(id, &check));
            }
            let cheapest = own.into_iter().min_by(|a, b| first_by_cost(a, b));
            together.extend(cheapest.map(|option| (*demand, option)));
        }
        if together.is_empty() {
            continue;
        }
        let together = crate::ordering::sorted(together, |a, b| take_off_dm(*b).cmp(&take_off_dm(*a)));
        let broken = broken_by(plants, &together, context);
        shared.extend(broken.map(|(plant, check)| Rejection::broken(&plant, &check)));
    }
    // A plant that a rule refuses is not costlier as well.
    let named: Vec<String> =
        shared.iter().filter(|one| one.rule != Rule::Costlier).map(|one| one.product.clone()).collect();
    shared.retain(|one| one.rule != Rule::Costlier || !named.contains(&one.product));
}
