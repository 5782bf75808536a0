//! From the rooms' demands to systems: rooms are put together, asked about, searched and built.

mod best;
mod choices;
mod kinds;
mod search;
mod unserved;

use best::served;
pub(super) use choices::{alternatives, offers};
use search::{better, search};

use super::answer::{Optimum, PreferenceCost, RoomSelection, Selection, System, SystemSummary};
use super::build::Built;
use super::central::family;
use super::context::Context;
use super::demand::Demand;
use super::fresh_air;
use super::group;
use super::objective::Merits;
use super::own_set::{OwnSets, own_sets, with_points};
use super::rejection::{Rejection, grouped};
use super::rule::Rule;
use super::vouched;
use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::money::Money;
use crate::num;
use crate::project::Objective;
use std::collections::{BTreeMap, BTreeSet};

/// How many of a room's own sets that fit are kept beside the chosen systems.
const ALTERNATIVES: usize = 2;

/// What was tried and chosen.
pub(super) struct Solution {
    pub(super) objective: Objective,
    pub(super) built: Vec<Built>,
    pub(super) own: Vec<OwnSets>,
    by_room: Vec<Vec<Rejection>>,
    shared: Vec<Rejection>,
    value: i64,
    lower_bound: i64,
    proved: bool,
    others: Vec<OfObjective>,
    kinds: Vec<kinds::OfKind>,
}

/// The systems of another objective.
struct OfObjective {
    objective: Objective,
    built: Vec<Built>,
    proved: bool,
}

/// The objectives that alternatives are searched by.
pub(super) const OBJECTIVES: [Objective; 4] =
    [Objective::InstalledCost, Objective::LifeCycleCost, Objective::Efficiency, Objective::Noise];

/// Steps of work for all groups of a project together, and for one at the least and at the most. Measured: a million takes 60 ms, eight
/// prove twelve rooms that are all different.
const WORK: u64 = 8_000_000;
const LEAST_WORK: u64 = 500_000;
const MOST_WORK: u64 = 4_000_000;
/// The part of it that the search by another objective has: what it leads to is shown beside the answer.
const PART_FOR_OTHERS: u64 = 3;

/// Tries everything, and searches by the objective and by others.
pub(super) fn solve(
    demands: &[Demand],
    context: &Context<'_>,
    objective: Objective,
    others: &[Objective],
) -> Result<Solution, Error> {
    let own = demands.iter().map(|demand| own_sets(demand, context)).collect::<Result<Vec<_>, Error>>()?;
    let (families, unusable) = family::usable(context);
    let mut solution = Solution {
        objective,
        built: Vec::new(),
        by_room: vec![unusable.units; demands.len()],
        shared: unusable.plants,
        own,
        value: 0,
        lower_bound: 0,
        proved: true,
        others: Vec::new(),
        kinds: Vec::new(),
    };
    // What is compared with the choice is asked for with the other objectives.
    let mut kinds = if others.is_empty() { Vec::new() } else { kinds::all() };
    let searched = others.iter().filter(|other| **other != objective);
    let mut others: Vec<OfObjective> = searched
        .map(|objective| OfObjective { objective: *objective, built: Vec::new(), proved: true })
        .collect();
    let groups = group::partition(demands, context);
    let number = u64::try_from(groups.len()).unwrap_or(u64::MAX).max(1);
    let work = (WORK / number).clamp(LEAST_WORK, MOST_WORK);
    // Group by group, so that what one is offered is held no longer than it is searched.
    for members in groups {
        let own = members
            .iter()
            .map(|demand| solution.own.get(demand.position).map_or(&[][..], |sets| sets.fitting.as_slice()));
        let mut offered = group::offer(members.clone(), own.collect(), &families, context)?;
        let (mut built, mut answer) = search(&offered.group, context, objective, work)?;
        let unserved: Vec<usize> = answer.unserved.iter().map(|unserved| unserved.zone).collect();
        if offered.widen(&unserved, context)? {
            (built, answer) = search(&offered.group, context, objective, work)?;
        }
        if !answer.proved_optimal && offered.offer_every_number_to_all(context)? {
            let again = search(&offered.group, context, objective, work)?;
            (built, answer) = better((built, answer), again);
        }
        unserved::explain(&mut offered, &built, context);
        solution.value = solution.value.saturating_add(answer.cost);
        solution.lower_bound = solution.lower_bound.saturating_add(answer.lower_bound);
        solution.proved &= answer.proved_optimal;
        let asked = (context, objective, work / PART_FOR_OTHERS);
        for kind in &mut kinds {
            kind.add(&offered.group, (&built, &answer), asked)?;
        }
        solution.built.extend(built);
        for other in &mut others {
            let (built, answer) = search(&offered.group, context, other.objective, work / PART_FOR_OTHERS)?;
            other.built.extend(built);
            other.proved &= answer.proved_optimal;
        }
        for (demand, rejected) in offered.group.demands.iter().zip(offered.by_room) {
            if let Some(own) = solution.by_room.get_mut(demand.position) {
                own.extend(rejected);
            }
        }
        solution.shared.extend(offered.shared);
    }
    solution.kinds = kinds::serving(kinds);
    solution.others = others;
    solution.take_better(demands.iter().filter(|demand| !demand.requested).count(), context)?;
    solution.kinds = kinds::beside(solution.kinds, &solution.built);
    Ok(solution)
}

/// The systems in the order of their first rooms.
fn in_order(built: &[Built]) -> Vec<&Built> {
    let first = |built: &Built| built.positions.iter().min().copied().unwrap_or(usize::MAX);
    crate::ordering::sorted(built.iter().collect(), |a, b| first(a).cmp(&first(b)))
}

fn sum(built: &[Built]) -> Result<Money, Error> {
    built.iter().try_fold(Money::ZERO, |sum, built| sum.plus(built.system.cost))
}

/// What the search came to, in the unit that people read the objective in. Where that is not money, what `cost` weighed in it is taken off:
/// of a bound that of the chosen systems, so that no choice which costs no more has less.
fn readable(objective: Objective, value: i64, cost: Money) -> Result<f64, Error> {
    let without_cost = || {
        let cost_fen = Merits::cost(cost, Money::ZERO)?.cost_fen;
        Ok(num::from_whole(value.saturating_sub(cost_fen).max(0)))
    };
    Ok(match objective {
        Objective::InstalledCost | Objective::LifeCycleCost => {
            num::quantise(num::from_whole(value) / 100.0, 2)
        }
        // A thousand for each Wh: kWh.
        Objective::Efficiency => num::quantise(without_cost()? / 1e6, 2),
        Objective::Noise => num::quantise(without_cost()? / 1e3, 2),
    })
}

/// The answer for the rooms, without alternatives and findings.
pub(super) fn selection(
    project_digest: String,
    demands: &[Demand],
    chosen: &Solution,
    unrestricted: Option<&Solution>,
    context: &Context<'_>,
) -> Result<Selection, Error> {
    let mut systems: Vec<System> = Vec::with_capacity(chosen.built.len());
    let mut serves: Vec<Option<String>> = vec![None; demands.len()];
    for (index, built) in in_order(&chosen.built).into_iter().enumerate() {
        let id = format!("system-{}", index.saturating_add(1));
        for position in &built.positions {
            if let Some(serves) = serves.get_mut(*position) {
                *serves = Some(id.clone());
            }
        }
        systems.push(System { id, ..with_points(built.system.clone(), context) });
    }
    let cost = sum(&chosen.built)?;
    let used: BTreeSet<String> = systems.iter().flat_map(products_of).collect();
    let served = |(serves, demand): (&Option<String>, &Demand)| serves.is_some() || demand.requested;
    let covered = serves.iter().zip(demands).all(served);
    let mut rooms: Vec<RoomSelection> = Vec::with_capacity(demands.len());
    // Rooms first, so that the room of a fresh-air unit is there already.
    for ((demand, own), (serves, rejected)) in
        demands.iter().zip(&chosen.own).zip(serves.into_iter().zip(&chosen.by_room))
    {
        match &demand.fresh_air {
            None => rooms.push(room(demand, own, serves, rejected, &systems, context)?),
            Some(need) => {
                let told = fresh_air::of_room(demand, need, serves, rejected, &systems, context);
                let own = rooms.iter_mut().find(|room| room.room == demand.room);
                own.into_iter().for_each(|room| room.fresh_air = Some(told.clone()));
            }
        }
    }
    Ok(Selection {
        project_digest,
        optimum: Optimum {
            objective: chosen.objective,
            cost,
            lower_bound: readable(chosen.objective, chosen.lower_bound, cost)?,
            value: readable(chosen.objective, chosen.value, cost)?,
            proved_optimal: chosen.proved,
        },
        systems,
        ventilators: Vec::new(),
        checks: Vec::new(),
        rooms,
        requested: Vec::new(),
        rejected: shared_rejections(chosen, context.catalogue, &used),
        alternatives: Vec::new(),
        offers: Vec::new(),
        preference: unrestricted.map(|free| preference(chosen, free, covered)).transpose()?,
        findings: Vec::new(),
    })
}

fn products_of(system: &System) -> Vec<String> {
    let plant = system.outdoor.iter().flat_map(|plant| &plant.units).map(|unit| unit.id.clone());
    plant.chain(system.members().map(|(product, _, _)| product.id.clone())).collect()
}

fn room(
    demand: &Demand,
    own: &OwnSets,
    system: Option<String>,
    rejected: &[Rejection],
    systems: &[System],
    context: &Context<'_>,
) -> Result<RoomSelection, Error> {
    let chosen = system.as_ref().and_then(|id| systems.iter().find(|system| system.id == *id));
    let product = chosen.and_then(|system| {
        system.rooms.iter().find(|room| room.room == demand.room).map(|room| room.product.id.as_str())
    });
    let (others, unknown) = vouched::others(&own.fitting, chosen, demand);
    let mut others = others.into_iter();
    let alternatives: Vec<System> =
        others.by_ref().take(ALTERNATIVES).map(|other| with_points(other.clone(), context)).collect();
    let mut all: Vec<Rejection> = [own.rejected.clone(), unknown].concat();
    all.extend(rejected.iter().filter(|rejection| Some(rejection.product.as_str()) != product).cloned());
    all.extend(context.catalogue.refused().iter().map(Rejection::refused));
    for other in others {
        let id = other.rooms.first().map_or("", |room| room.product.id.as_str());
        let units = other.rooms.first().map_or(1, |room| room.units);
        let params = [("cost", other.cost.to_string().into()), ("sets", units.into())];
        all.push(Rejection::new(id, Rule::Costlier, params));
    }
    Ok(RoomSelection {
        room: demand.room.clone(),
        conditions: demand.room_air(),
        load: demand.load,
        heating_w: demand.heating_w,
        system,
        alternatives,
        // Nothing was searched for a room of requested units, so that nothing lost.
        rejected: if demand.requested { Vec::new() } else { grouped(all) },
        fresh_air: None,
    })
}

/// What serves several rooms and was not taken: the first rule that it failed anywhere, or that it costs more.
fn shared_rejections(
    chosen: &Solution,
    catalogue: &Catalogue,
    used: &BTreeSet<String>,
) -> Vec<super::rejection::RejectedGroup> {
    let mut by_product: BTreeMap<String, Rejection> = BTreeMap::new();
    for rejection in chosen.shared.iter().filter(|rejection| !used.contains(&rejection.product)) {
        by_product.entry(rejection.product.clone()).or_insert_with(|| rejection.clone());
    }
    let outdoor = catalogue.outdoor_units().iter().map(|item| &item.identity.id);
    let chillers = catalogue.chillers().iter().map(|item| &item.identity.id);
    for id in outdoor.chain(chillers).filter(|id| !used.contains(*id)) {
        by_product.entry(id.clone()).or_insert_with(|| Rejection::new(id, Rule::Costlier, []));
    }
    for item in catalogue.water_heat_pumps() {
        let id = &item.identity.id;
        by_product.entry(id.clone()).or_insert_with(|| Rejection::new(id, Rule::HeatingOnly, []));
    }
    grouped(by_product.into_values().collect())
}

fn summary(built: &[Built]) -> Vec<SystemSummary> {
    let short = |built: &Built| {
        let system = &built.system;
        let plant: Vec<String> =
            system.outdoor.iter().flat_map(|plant| &plant.units).map(|unit| unit.id.clone()).collect();
        let own = || system.rooms.iter().map(|room| room.product.id.clone()).collect();
        SystemSummary {
            kind: system.kind,
            products: if plant.is_empty() { own() } else { plant },
            rooms: system.rooms.iter().map(|room| room.room.clone()).collect(),
            fresh_air: system.fresh_air_units.iter().map(|units| units.room.clone()).collect(),
            cost: system.cost,
        }
    };
    in_order(built).into_iter().map(short).collect()
}

fn preference(chosen: &Solution, free: &Solution, covered: bool) -> Result<PreferenceCost, Error> {
    // What the wishes allow is allowed without them too: a search that did not come to its end may only not have found it.
    let found_less = served(&free.built) < served(&chosen.built) || chosen.value < free.value;
    let best = if covered && found_less { &chosen.built } else { &free.built };
    let unrestricted = sum(best)?;
    let more = if covered { Some(sum(&chosen.built)?.minus(unrestricted)?) } else { None };
    Ok(PreferenceCost { unrestricted, more, systems: summary(best), proved_optimal: free.proved })
}
