//! The question that is put to the search for rooms that may share a system.

use super::answer::System;
use super::central::connected::MOST_UNITS;
use super::central::layout::{self, both_fen};
use super::central::{RoomInstalled, RoomOption};
use super::context::Context;
use super::demand::Demand;
use super::group::{Group, Level, Plants};
use super::grouping::{Limits, Outdoor, Point, Problem, Trunk, UnitOption, Zone};
use super::objective::{Merits, running_permille, sound_of};
use super::vouched;
use crate::error::Error;
use crate::num;
use crate::project::Objective;

/// An outdoor unit of the search and where it comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlantPosition {
    pub(super) level: usize,
    pub(super) option: usize,
}

/// The question for a group under an objective.
pub(super) struct Question {
    pub(super) problem: Problem,
    /// What each outdoor unit of the problem is.
    pub(super) plants: Vec<PlantPosition>,
    /// The position of the own set that each room takes, if it takes one.
    pub(super) own: Vec<Option<usize>>,
}

impl Question {
    /// The same question with every joint between rooms of one place as cheap as the cheapest, where there are such rooms and joints differ.
    pub(super) fn with_joints_in_any_order(&self) -> Option<Problem> {
        let mut places: Vec<usize> = self.problem.zones.iter().map(|zone| zone.place).collect();
        places.sort_unstable();
        let together = places.windows(2).any(|pair| pair.first() == pair.last());
        let cheapest = |trunk: &Trunk| trunk.joint_cost.iter().copied().min().unwrap_or(0);
        let differ = |trunk: &Trunk| trunk.joint_cost.iter().any(|cost| *cost > cheapest(trunk));
        if !together || !self.problem.trunks.iter().any(differ) {
            return None;
        }
        let mut problem = self.problem.clone();
        problem.trunks.iter_mut().for_each(|trunk| trunk.any_order = true);
        Some(problem)
    }
}

impl Group<'_> {
    /// The question by an objective, to be answered with so much work.
    pub(super) fn question(
        &self,
        context: &Context<'_>,
        objective: Objective,
        work: u64,
    ) -> Result<Question, Error> {
        let levels: Vec<&Level<'_>> = self.levels.iter().collect();
        self.question_of(&levels, context, objective, work)
    }

    /// The same question with plants at the best air where they are read at the worst air of all: no answer to the other costs less than the
    /// least of this. None where every plant is read at the air of every set of rooms.
    pub(super) fn question_at_best_air(
        &self,
        context: &Context<'_>,
        objective: Objective,
        work: u64,
    ) -> Result<Option<Question>, Error> {
        if self.at_best.is_empty() {
            return Ok(None);
        }
        let replaced = |level: &&Level<'_>| self.at_best.iter().all(|best| best.kind != level.kind);
        let levels: Vec<&Level<'_>> = self.levels.iter().filter(replaced).chain(&self.at_best).collect();
        self.question_of(&levels, context, objective, work).map(Some)
    }

    fn question_of(
        &self,
        levels: &[&Level<'_>],
        context: &Context<'_>,
        objective: Objective,
        work: u64,
    ) -> Result<Question, Error> {
        let mut zones = Vec::with_capacity(self.demands.len());
        let mut own_positions = Vec::with_capacity(self.demands.len());
        for (room, (demand, own)) in self.demands.iter().zip(&self.own).enumerate() {
            let trusts = self.trusts(room);
            let offered = |system: &System| trusts || vouched::system(system, demand);
            let (best, position) = best_own(own, &offered, context, objective)?;
            own_positions.push(position);
            zones.push(Zone { single_cost: best, ..self.zone((room, demand), levels, context, objective)? });
        }
        let (mut outdoors, mut plants) = (Vec::new(), Vec::new());
        for (level, listed) in levels.iter().enumerate() {
            let number = num::count(listed.kind);
            match &listed.plants {
                Plants::Outdoor { usable, options, .. } => {
                    let limit = context.catalogue.refrigerant(&usable.family.refrigerant);
                    let limit =
                        limit.and_then(|gas| num::to_whole((gas.kg_m3_in(context.country) * 1000.0).floor()));
                    for (position, option) in options.iter().enumerate() {
                        plants.push(PlantPosition { level, option: position });
                        let (cooling_w, input_w) = option.at_one;
                        outdoors.push(Outdoor {
                            cost: both_fen(option.equipment, option.installation)?,
                            cooling: option.cooling.clone(),
                            heating: option.heating.clone(),
                            running_permille: running_permille(context, objective, input_w, cooling_w),
                            index_capacity: option.set.capacity_index,
                            min_ratio_permille: up_permille(option.ratio[0]),
                            max_ratio_permille: layout::permille(option.ratio[1]),
                            max_fresh_permille: usable.most_fresh_air().map(layout::permille),
                            max_indoor: i64::from(option.max_indoor),
                            charge_g: option.charge_g.unwrap_or(0),
                            charge_limit_g_m3: limit.filter(|_| option.charge_g.is_some()),
                            family: number,
                            bits: bit(level) | if option.knows_heat { 0 } else { vouched::UNKNOWN_HEAT },
                        });
                    }
                }
                Plants::Chillers(options) => {
                    for (position, option) in options.iter().enumerate() {
                        plants.push(PlantPosition { level, option: position });
                        outdoors.push(Outdoor {
                            cost: both_fen(option.equipment, option.installation)?,
                            cooling: vec![Point { index: 0, capacity_w: option.cooling_w }],
                            running_permille: running_permille(
                                context,
                                objective,
                                option.input_w,
                                option.cooling_w,
                            ),
                            index_capacity: MOST_FLOW_L_H,
                            max_ratio_permille: 1000,
                            max_indoor: MOST_FAN_COILS,
                            family: number,
                            bits: bit(level),
                            ..Outdoor::default()
                        });
                    }
                }
            }
        }
        let problem = Problem {
            zones,
            outdoors,
            fixed_cost: 0,
            places_dm: self.places.0.clone(),
            trunks: self.trunks.values().cloned().collect(),
            limits: Limits { work },
        };
        Ok(Question { problem, plants, own: own_positions })
    }

    fn zone(
        &self,
        (room, demand): (usize, &Demand),
        levels: &[&Level<'_>],
        context: &Context<'_>,
        objective: Objective,
    ) -> Result<Zone, Error> {
        let trusts = self.trusts(room);
        let listed = |of: &[Vec<(usize, RoomOption)>]| -> Result<Vec<UnitOption>, Error> {
            let options = of.get(room).into_iter().flatten().enumerate();
            let options = options.filter(|(_, (_, option))| trusts || vouched::option(option, demand));
            options.map(|(id, (kind, option))| unit_option(id, *kind, option, context, objective)).collect()
        };
        let others = levels.iter().enumerate().filter(|(_, level)| !level.rooms.contains(&room));
        let kept_from = if trusts || !demand.wants_heat() { 0 } else { vouched::UNKNOWN_HEAT };
        let site = &demand.circumstances;
        let weight = num::from_whole(demand.load.total_w) * context.full_load_hours / 1000.0;
        let options = listed(&self.options)?;
        let mut left_out = listed(&self.left_out)?;
        if !self.every_number.contains(&room) {
            let offered = self.options.get(room).into_iter().flatten().zip(&options);
            left_out
                .extend(offered.flat_map(|((_, option), unit)| more_units(option, *unit, demand, context)));
        }
        Ok(Zone {
            options,
            left_out,
            profile_w: demand.profile_w.clone(),
            class: 0,
            single_cost: None,
            place: self.places.position(demand),
            branch_dm: super::central::connected::decimetres(site.branch_run_m),
            height_dm: super::central::connected::decimetres(site.height_difference_m),
            heating_w: demand.heating_w.unwrap_or(0),
            weight: num::to_whole(weight).unwrap_or(i64::MAX),
            kept_from: others.fold(kept_from, |bits, (level, _)| bits | bit(level)),
            smallest_room_dm3: demand.volume_m3.and_then(|volume| num::to_whole((volume * 1000.0).floor())),
        })
    }
}

fn unit_option(
    id: usize,
    kind: usize,
    option: &RoomOption,
    context: &Context<'_>,
    objective: Objective,
) -> Result<UnitOption, Error> {
    let fans_wh = num::from_whole(option.served.all.input_w) * context.full_load_hours;
    let merits = Merits {
        energy_wh: num::to_whole(fans_wh).unwrap_or(i64::MAX),
        sound: sound_of(&option.served, context, objective),
        ..Merits::cost(option.equipment, option.installation)?
    };
    Ok(UnitOption {
        id,
        cost: merits.value(context, objective),
        index: option.index,
        count: i64::from(option.served.units),
        charge_g: option.charge_g,
        pipe_dm: option.pipe_dm,
        fresh_index: option.fresh_index(),
        family: num::count(kind),
    })
}

/// More units of an option that is the fewest of its product, for the bound: each costs the price of one more at the least, whatever is
/// minimised, and is no better in anything.
fn more_units(
    option: &RoomOption,
    fewest: UnitOption,
    demand: &Demand,
    context: &Context<'_>,
) -> Vec<UnitOption> {
    let units = option.served.units;
    let price = context.books.price_book().price(&option.served.product.id, context.at);
    let (Some(price), RoomInstalled::Connected(_), None) =
        (price.and_then(|entry| entry.unit_price.fen()), &option.installed, &option.fresh_air)
    else {
        return Vec::new();
    };
    let each = option.index.checked_div(i64::from(units)).unwrap_or(0);
    let more = |number: u32| {
        let further = i64::from(number.saturating_sub(units));
        UnitOption {
            cost: fewest.cost.saturating_add(price.saturating_mul(further)),
            index: option.index.saturating_add(each.saturating_mul(further)),
            count: i64::from(number),
            ..fewest
        }
    };
    (units.saturating_add(1)..=demand.most_sets.min(MOST_UNITS)).map(more).collect()
}

/// Chillers have no ratio: more water than any building has.
const MOST_FLOW_L_H: i64 = 100_000_000;
/// More fan coils than any building has.
const MOST_FAN_COILS: i64 = 100_000;

/// The bit of a level. Those beyond the last bit are levels of all rooms that have options of their kind: nobody is kept from them.
fn bit(level: usize) -> u128 {
    1_u128.checked_shl(num::count(level)).unwrap_or(0) & !vouched::UNKNOWN_HEAT
}

/// A share in thousandths, rounded up.
fn up_permille(share: f64) -> i64 {
    num::to_whole(num::quantise(share * 1000.0, 3).ceil()).unwrap_or(0)
}

/// The best of a room's own sets that it is offered by the objective, and its position.
fn best_own(
    own: &[System],
    offered: &dyn Fn(&System) -> bool,
    context: &Context<'_>,
    objective: Objective,
) -> Result<(Option<i64>, Option<usize>), Error> {
    let mut best: (Option<i64>, Option<usize>) = (None, None);
    for (position, system) in own.iter().enumerate().filter(|(_, system)| offered(system)) {
        let value = Merits::own(system, context, objective)?.value(context, objective);
        if best.0.is_none_or(|least| value < least) {
            best = (Some(value), Some(position));
        }
    }
    Ok(best)
}
