//! What the search leaves open in the systems that it chose, settled: the air that a plant is read at, and the order of rooms that
//! leave a shared pipe at one place.

use super::central::together;
use super::demand::Demand;
use super::group::{Group, Level, Plants};
use super::grouping::{Answer, Problem, Served, System, Trunk, running};
use super::question::{PlantPosition, Question};
use std::cmp::Reverse;

/// The answer with every plant read at the air of its own rooms, and rooms at one place in the order that costs least. It costs what
/// its systems then cost, and is proved only if that is the least that was found.
pub(super) fn settled(group: &Group<'_>, question: &Question, mut answer: Answer) -> Answer {
    for system in &mut answer.systems {
        at_own_air(group, question, system);
        in_cheapest_order(&question.problem, system);
    }
    answer.cost = answer.systems.iter().map(|system| system.cost).fold(0, i64::saturating_add);
    answer.lower_bound = answer.lower_bound.min(answer.cost);
    answer.proved_optimal &= answer.lower_bound == answer.cost;
    answer
}

/// A plant may be taken at worse air than its rooms have, where that makes no difference to the objective or even a better one, such
/// as less input: what is stated and paid for is what it gives them.
fn at_own_air(group: &Group<'_>, question: &Question, system: &mut System) {
    let Some(outdoor) = system.outdoor else { return };
    let Some(own) = own_level(group, question, outdoor, &system.zones) else { return };
    let weight = |served: &Served| question.problem.zones.get(served.zone).map_or(0, |zone| zone.weight);
    let weight = system.zones.iter().map(weight).fold(0, i64::saturating_add);
    let cost = |outdoor: usize| {
        let outdoor = question.problem.outdoors.get(outdoor)?;
        Some(outdoor.cost.saturating_add(running(weight, outdoor.running_permille)))
    };
    if let (Some(read), Some(known)) = (cost(own), cost(outdoor)) {
        system.cost = system.cost.saturating_add(read).saturating_sub(known);
        system.outdoor = Some(own);
    }
}

/// The same plant at the level of the air that these rooms have together; none where that is not read by itself, and the plant stays at the
/// level that it was found at.
fn own_level(group: &Group<'_>, question: &Question, outdoor: usize, zones: &[Served]) -> Option<usize> {
    let PlantPosition { level: number, option } = *question.plants.get(outdoor)?;
    let level = group.levels.get(number)?;
    let of_kind = || group.levels.iter().filter(|other| other.kind == level.kind);
    let with_level = |room: &usize| of_kind().any(|other| other.rooms.contains(room));
    let demands: Vec<(usize, &Demand)> =
        group.demands.iter().copied().enumerate().filter(|(room, _)| with_level(room)).collect();
    let served: Vec<usize> = zones.iter().map(|served| served.zone).collect();
    let rooms = together::within(&demands, &served);
    let own = |other: &Level<'_>| other.kind == level.kind && other.stands_for(&rooms);
    let first = group.levels.iter().position(own)?;
    let same = match (&level.plants, &group.levels.get(first)?.plants) {
        (Plants::Outdoor { options, .. }, Plants::Outdoor { options: others, .. }) => {
            let name = options.get(option)?.name();
            others.iter().position(|other| other.name() == name)?
        }
        (Plants::Chillers(options), Plants::Chillers(others)) => {
            let set = &options.get(option)?.set;
            let same = |modules: u32, product: &str| modules == set.modules && product == set.product;
            others.iter().position(|other| same(other.set.modules, &other.set.product))?
        }
        _ => return None,
    };
    question.plants.iter().position(|plant| plant.level == first && plant.option == same)
}

/// Rooms at one place hang by rising index: every piece then carries the least that it can, and where joints cost no less for more
/// index no other order costs less. Where a maker's joints do, the order of the search stays unless this one is cheaper.
fn in_cheapest_order(problem: &Problem, system: &mut System) {
    let family =
        system.outdoor.and_then(|outdoor| problem.outdoors.get(outdoor)).map(|outdoor| outdoor.family);
    let trunk = problem.trunks.iter().find(|trunk| Some(trunk.family) == family && !trunk.star);
    let (Some(trunk), Some(family)) = (trunk, family) else { return };
    let index = |served: &Served| {
        let options = problem.zones.get(served.zone).map_or(&[][..], |zone| &zone.options);
        let option = options.iter().find(|one| one.family == family && Some(one.id) == served.option);
        option.map_or(0, |option| option.index)
    };
    let place = |served: &Served| Reverse(problem.zones.get(served.zone).map_or(0, |zone| zone.place));
    let sorted = crate::ordering::sorted(system.zones.clone(), |a, b| {
        place(a).cmp(&place(b)).then_with(|| index(a).cmp(&index(b)))
    });
    let known = joints(trunk, system.zones.iter().map(index));
    let least = joints(trunk, sorted.iter().map(index));
    if least < known {
        system.cost = system.cost.saturating_add(least).saturating_sub(known);
        system.zones = sorted;
    }
}

/// What the joints of rooms with these indices cost, the farthest first: one where a room leaves the pipe and the pipe goes on.
fn joints(trunk: &Trunk, indices: impl Iterator<Item = i64>) -> i64 {
    let (mut beyond, mut cost) = (0_i64, 0_i64);
    for (position, index) in indices.enumerate() {
        beyond = beyond.saturating_add(index);
        let tier = trunk.tiers.iter().position(|most| beyond <= *most);
        let joint = tier.and_then(|tier| trunk.joint_cost.get(tier)).copied().unwrap_or(0);
        cost = cost.saturating_add(if position > 0 { joint } else { 0 });
    }
    cost
}
