//! Rooms that may share a system, and the question that is put to the search for them.

use super::answer::System;
use super::central::RoomOption;
use super::central::connected;
use super::central::family::UsableFamily;
use super::central::layout::{self, Places, both_fen};
use super::central::outdoor::{self, OutdoorOption, Together};
use super::central::water::{self, ChillerOption};
use super::context::Context;
use super::demand::Demand;
use super::grouping::{Limits, Outdoor, Point, Problem, Trunk, UnitOption, Zone};
use super::objective::{Merits, running_permille, sound_of};
use super::rejection::Rejection;
use super::rule::Rule;
use crate::error::{Error, Fault};
use crate::num;
use crate::project::{Objective, OutdoorPlace, Wall};
use std::collections::BTreeMap;

/// Rooms that may share a system, with everything that they may have.
pub(super) struct Group<'a> {
    pub(super) demands: Vec<&'a Demand>,
    pub(super) places: Places,
    /// What they may connect to; the position is the family's number in the search.
    pub(super) plants: Vec<Plants<'a>>,
    /// What each room may have of each family.
    pub(super) options: Vec<Vec<(usize, RoomOption)>>,
    /// What each room may have of its own, the cheapest first.
    pub(super) own: Vec<&'a [System]>,
}

/// What rooms may connect to.
pub(super) enum Plants<'a> {
    /// The outdoor units of a family.
    Outdoor {
        usable: &'a UsableFamily<'a>,
        options: Vec<OutdoorOption<'a>>,
        trunk: Trunk,
        control_cable: Option<String>,
    },
    /// Chillers.
    Chillers { options: Vec<ChillerOption<'a>>, trunk: Trunk },
}

/// What rooms of one group have in common: only such rooms share a system.
type Key = (Option<String>, Option<i32>, bool, u8, i32, u8, i64, [Option<i64>; 3]);

fn key(demand: &Demand, by_floor: bool) -> Key {
    let site = &demand.circumstances;
    let place = match site.outdoor_place {
        OutdoorPlace::WallBracket => 0,
        OutdoorPlace::FloorFrame => 1,
        OutdoorPlace::RoofFrame => 2,
    };
    let wall = match site.wall {
        Wall::Brick => 0,
        Wall::Concrete => 1,
        Wall::Light => 2,
    };
    // What is stated of the surroundings of the outdoor unit says where it is: other surroundings are another place.
    let stated = &demand.stated;
    let around = [stated.clearance_m, stated.neighbour_distance_m, stated.neighbour_limit_dba];
    let around = around.map(|figure| figure.and_then(|figure| num::to_whole(figure * 100.0)));
    let allowance = num::to_whole(demand.stated.outdoor_allowance_k.unwrap_or(0.0) * 10.0).unwrap_or(0);
    let floor = demand.floor.filter(|_| by_floor);
    (demand.group.clone(), floor, demand.spare > 0, place, site.storey, wall, allowance, around)
}

/// The rooms by what they have in common, in the order of the first room of each.
pub(super) fn partition<'a>(demands: &'a [Demand], context: &Context<'_>) -> Vec<Vec<&'a Demand>> {
    let by_floor = context.preferences.share_across_floors != Some(true);
    let mut groups: BTreeMap<Key, Vec<&Demand>> = BTreeMap::new();
    for demand in demands.iter().filter(|demand| !demand.requested) {
        groups.entry(key(demand, by_floor)).or_default().push(demand);
    }
    let groups: Vec<Vec<&Demand>> = groups.into_values().collect();
    crate::ordering::sorted(groups, |a, b| {
        let first = |group: &Vec<&Demand>| group.first().map_or(0, |demand| demand.position);
        first(a).cmp(&first(b))
    })
}

/// What a group may have, and what of it was refused for each room and for all.
pub(super) struct Offered<'a> {
    pub(super) group: Group<'a>,
    pub(super) by_room: Vec<Vec<Rejection>>,
    pub(super) shared: Vec<Rejection>,
}

/// Tries every family and the chillers for a group of rooms.
pub(super) fn offer<'a>(
    demands: Vec<&'a Demand>,
    own: Vec<&'a [System]>,
    families: &'a [UsableFamily<'a>],
    context: &Context<'a>,
) -> Result<Offered<'a>, Error> {
    let together =
        Together::of(&demands).ok_or_else(|| Error::new("rooms", Fault::TooFewItems { minimum: 1 }))?;
    let places = Places::of(&demands);
    let rooms = demands.len();
    let mut offered = Offered {
        group: Group {
            places,
            plants: Vec::new(),
            options: vec![Vec::new(); rooms],
            own,
            demands: demands.clone(),
        },
        by_room: vec![Vec::new(); rooms],
        shared: Vec::new(),
    };
    for usable in families {
        let mut found = Vec::with_capacity(rooms);
        for demand in &demands {
            found.push(connected::room_options(usable, demand, context)?);
        }
        let any = found.iter().any(|found| !found.options.is_empty());
        offered.take(found);
        if any {
            offered.add_family(usable, &together, context)?;
        } else {
            offered.drop_family();
        }
    }
    let mut found = Vec::with_capacity(rooms);
    for demand in &demands {
        found.push(water::room_options(demand, context)?);
    }
    let any = found.iter().any(|found| !found.options.is_empty());
    offered.take(found);
    if any {
        offered.add_chillers(&together, context)?;
    } else {
        offered.drop_family();
    }
    // What fits and is not taken in the end is costlier; the chosen one is taken off this list again.
    for (options, rejected) in offered.group.options.iter().zip(&mut offered.by_room) {
        let costlier = |option: &RoomOption| Rejection::new(&option.served.product.id, Rule::Costlier, []);
        rejected.extend(options.iter().map(|(_, option)| costlier(option)));
    }
    Ok(offered)
}

/// Rooms of a group of which every size of a family is tried, and beyond which the smallest that carries a room and the next are
/// (matching.md, section 2.4: the next nominal size). A larger one pays where only it brings a plant to its least connection ratio; all
/// sizes cost a large group many times the search.
const ROOMS_OF_ALL_SIZES: usize = 8;
const SIZES: usize = 2;
/// Options that all families together may give a room for every size to be tried: with the two sizes of further families it stays
/// below what the search takes of a room.
const MOST_OPTIONS: usize = 200;

/// Of a family the smallest sizes, and of one size only what no other beats.
fn pruned(options: Vec<RoomOption>, most_sizes: usize) -> Vec<RoomOption> {
    let sorted = crate::ordering::sorted(options, |a, b| {
        let cost = |option: &RoomOption| option.equipment.plus(option.installation).ok();
        a.index
            .cmp(&b.index)
            .then_with(|| cost(a).cmp(&cost(b)))
            .then_with(|| a.served.product.id.cmp(&b.served.product.id))
    });
    let mut sizes: Vec<i64> = Vec::new();
    let mut kept = Vec::new();
    for option in sorted {
        if sizes.last() != Some(&option.index) {
            if sizes.len() >= most_sizes {
                break;
            }
            sizes.push(option.index);
        }
        kept.push(option);
    }
    kept
}

impl<'a> Offered<'a> {
    /// Takes what was found for each room of the next family.
    fn take(&mut self, found: Vec<super::central::RoomOptions>) {
        let family = self.group.plants.len();
        let few = self.group.demands.len() <= ROOMS_OF_ALL_SIZES;
        let most_sizes = if few { usize::MAX } else { SIZES };
        for ((options, rejected), found) in self.group.options.iter_mut().zip(&mut self.by_room).zip(found) {
            rejected.extend(found.rejected);
            let fitting: Vec<String> =
                found.options.iter().map(|option| option.served.product.id.clone()).collect();
            let room_left = MOST_OPTIONS.saturating_sub(options.len());
            let all = pruned(found.options.clone(), most_sizes);
            let kept = if all.len() <= room_left { all } else { pruned(found.options, SIZES) };
            // A size beyond those that are tried costs more and carries no more of the room.
            let dropped = |id: &&String| kept.iter().all(|option| option.served.product.id != **id);
            rejected.extend(fitting.iter().filter(dropped).map(|id| Rejection::new(id, Rule::Costlier, [])));
            options.extend(kept.into_iter().map(|option| (family, option)));
        }
    }

    /// Takes the options of a family back that has no plant.
    fn drop_family(&mut self) {
        let family = self.group.plants.len();
        for (options, rejected) in self.group.options.iter_mut().zip(&mut self.by_room) {
            for (_, option) in options.iter().filter(|(of, _)| *of == family) {
                rejected.push(Rejection::new(&option.served.product.id, Rule::NoSystem, []));
            }
            options.retain(|(of, _)| *of != family);
        }
    }

    fn add_family(
        &mut self,
        usable: &'a UsableFamily<'a>,
        together: &Together,
        context: &Context<'a>,
    ) -> Result<(), Error> {
        let (options, rejected) = outdoor::outdoor_options(usable, together, context)?;
        self.shared.extend(rejected);
        let control_cable = options
            .first()
            .and_then(|option| option.set.units.first())
            .and_then(|unit| unit.electrical.control_cable.clone());
        let number = num::count(self.group.plants.len());
        let places = &self.group.places;
        let trunk = layout::trunk(usable, number, places, control_cable.as_deref(), context)?;
        let Some(trunk) = trunk.filter(|_| !options.is_empty()) else {
            let no_price = |option: &OutdoorOption<'_>| {
                option.units.first().map(|item| Rejection::new(&item.identity.id, Rule::NoPrice, []))
            };
            self.shared.extend(options.iter().filter_map(no_price));
            self.drop_family();
            return Ok(());
        };
        self.group.plants.push(Plants::Outdoor { usable, options, trunk, control_cable });
        Ok(())
    }

    fn add_chillers(&mut self, together: &Together, context: &Context<'a>) -> Result<(), Error> {
        let most_w =
            self.group.demands.iter().fold(0_i64, |sum, demand| sum.saturating_add(demand.load.total_w));
        let (options, rejected) = water::chiller_options(most_w, together, context)?;
        self.shared.extend(rejected);
        let number = num::count(self.group.plants.len());
        let pipes = context.catalogue.water_pipes();
        let trunk = layout::water_trunk(pipes, number, &self.group.places, context)?;
        match trunk.filter(|trunk| !options.is_empty() && !trunk.tiers.is_empty()) {
            Some(trunk) => self.group.plants.push(Plants::Chillers { options, trunk }),
            None => self.drop_family(),
        }
        Ok(())
    }
}

/// An outdoor unit of the search and where it comes from.
#[derive(Clone, Copy, Debug)]
pub(super) struct PlantPosition {
    pub(super) family: usize,
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
    /// The same question with every joint as cheap as the cheapest, where rooms leave a shared pipe at one place and joints differ.
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
        for trunk in &mut problem.trunks {
            let least = cheapest(trunk);
            trunk.joint_cost.fill(least);
        }
        Some(problem)
    }
}

impl Group<'_> {
    pub(super) fn question(&self, context: &Context<'_>, objective: Objective) -> Result<Question, Error> {
        let mut zones = Vec::with_capacity(self.demands.len());
        let mut own_positions = Vec::with_capacity(self.demands.len());
        for ((demand, options), own) in self.demands.iter().zip(&self.options).zip(&self.own) {
            let (best, position) = best_own(own, context, objective)?;
            own_positions.push(position);
            zones.push(self.zone(demand, options, best, context, objective)?);
        }
        let (mut outdoors, mut plants, mut trunks) = (Vec::new(), Vec::new(), Vec::new());
        for (family, listed) in self.plants.iter().enumerate() {
            let number = num::count(family);
            match listed {
                Plants::Outdoor { usable, options, trunk, .. } => {
                    trunks.push(trunk.clone());
                    let limit = context.catalogue.refrigerant(&usable.family.refrigerant);
                    let limit = limit.and_then(|gas| num::to_whole((gas.limit_kg_m3 * 1000.0).floor()));
                    for (position, option) in options.iter().enumerate() {
                        plants.push(PlantPosition { family, option: position });
                        let (cooling_w, input_w) = option.at_one;
                        outdoors.push(Outdoor {
                            cost: both_fen(option.equipment, option.installation)?,
                            cooling: option.cooling.clone(),
                            heating: option.heating.clone(),
                            running_permille: running_permille(context, objective, input_w, cooling_w),
                            index_capacity: option.set.capacity_index,
                            min_ratio_permille: up_permille(option.ratio[0]),
                            max_ratio_permille: layout::permille(option.ratio[1]),
                            max_indoor: i64::from(option.max_indoor),
                            charge_g: option.charge_g.unwrap_or(0),
                            charge_limit_g_m3: limit.filter(|_| option.charge_g.is_some()),
                            family: number,
                        });
                    }
                }
                Plants::Chillers { options, trunk } => {
                    trunks.push(trunk.clone());
                    for (position, option) in options.iter().enumerate() {
                        plants.push(PlantPosition { family, option: position });
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
            trunks,
            limits: Limits::default(),
        };
        Ok(Question { problem, plants, own: own_positions })
    }

    fn zone(
        &self,
        demand: &Demand,
        options: &[(usize, RoomOption)],
        single_cost: Option<i64>,
        context: &Context<'_>,
        objective: Objective,
    ) -> Result<Zone, Error> {
        let mut listed = Vec::with_capacity(options.len());
        for (id, (family, option)) in options.iter().enumerate() {
            let fans_wh = num::from_whole(option.served.all.input_w) * context.full_load_hours;
            let merits = Merits {
                energy_wh: num::to_whole(fans_wh).unwrap_or(i64::MAX),
                sound: sound_of(&option.served, context, objective),
                ..Merits::cost(option.equipment, option.installation)?
            };
            listed.push(UnitOption {
                id,
                cost: merits.value(context, objective),
                index: option.index,
                count: i64::from(option.served.units),
                charge_g: option.charge_g,
                pipe_dm: option.pipe_dm,
                family: num::count(*family),
            });
        }
        let site = &demand.circumstances;
        let weight = num::from_whole(demand.load.total_w) * context.full_load_hours / 1000.0;
        Ok(Zone {
            options: listed,
            profile_w: demand.profile_w.clone(),
            class: 0,
            single_cost,
            place: self.places.position(demand),
            branch_dm: super::central::connected::decimetres(site.branch_run_m),
            height_dm: super::central::connected::decimetres(site.height_difference_m),
            heating_w: demand.heating_w.unwrap_or(0),
            weight: num::to_whole(weight).unwrap_or(i64::MAX),
            smallest_room_dm3: demand.volume_m3.and_then(|volume| num::to_whole((volume * 1000.0).floor())),
        })
    }
}

/// Chillers have no ratio: more water than any building has.
const MOST_FLOW_L_H: i64 = 100_000_000;
/// More fan coils than any building has.
const MOST_FAN_COILS: i64 = 100_000;

/// A share in thousandths, rounded up.
fn up_permille(share: f64) -> i64 {
    num::to_whole(num::quantise(share * 1000.0, 3).ceil()).unwrap_or(0)
}

/// The best of a room's own sets by the objective, and its position.
fn best_own(
    own: &[System],
    context: &Context<'_>,
    objective: Objective,
) -> Result<(Option<i64>, Option<usize>), Error> {
    let mut best: (Option<i64>, Option<usize>) = (None, None);
    for (position, system) in own.iter().enumerate() {
        let value = Merits::own(system, context, objective)?.value(context, objective);
        if best.0.is_none_or(|least| value < least) {
            best = (Some(value), Some(position));
        }
    }
    Ok(best)
}
