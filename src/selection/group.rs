//! Rooms that may share a system, with the units and plants that they may have.

use super::answer::System;
use super::central::connected;
use super::central::family::UsableFamily;
use super::central::layout::{self, Places};
use super::central::outdoor::{self, OutdoorOption};
use super::central::together::{self, Together};
use super::central::water::{self, ChillerOption};
use super::central::{RoomOption, RoomOptions};
use super::context::Context;
use super::demand::Demand;
use super::grouping::Trunk;
use super::rejection::{self, Rejection};
use super::rule::Rule;
use super::sizes::{MOST_OPTIONS, few_rooms, offered};
use super::vouched;
use crate::error::{Error, Fault};
use crate::num;
use crate::project::{OutdoorPlace, Wall};
use std::collections::{BTreeMap, BTreeSet};

/// Rooms that may share a system, with everything that they may have.
pub(super) struct Group<'a> {
    pub(super) demands: Vec<&'a Demand>,
    pub(super) places: Places,
    /// What they may connect to.
    pub(super) levels: Vec<Level<'a>>,
    /// The shared pipe of each kind, which is the family's number in the search.
    pub(super) trunks: BTreeMap<usize, Trunk>,
    /// What each room may have of each kind.
    pub(super) options: Vec<Vec<(usize, RoomOption)>>,
    /// What each room may have of its own, the cheapest first.
    pub(super) own: Vec<&'a [System]>,
    /// What each room may have as well and is not offered.
    pub(super) left_out: Vec<Vec<(usize, RoomOption)>>,
    /// Plants of the kinds that have too many levels and are read at the worst air of all, as they are at the best air: for the bound.
    pub(super) at_best: Vec<Level<'a>>,
    /// The rooms that nothing served of what they were offered first.
    pub(super) widened: BTreeSet<usize>,
    /// The rooms that are offered every number of units, and not only the fewest of each product.
    pub(super) every_number: BTreeSet<usize>,
}

/// Plants of one kind as they are read at the worst air of some rooms, and those rooms. Of one kind those of fewer rooms come first, so
/// that the first that has all rooms of a system is read at their own air.
pub(super) struct Level<'a> {
    /// What connects to them: the number of a family or of the chillers.
    pub(super) kind: usize,
    /// The positions of the rooms in the group.
    pub(super) rooms: Vec<usize>,
    /// The rooms of other levels at which plants give what they give here, and that this one stands for.
    pub(super) also: Vec<Vec<usize>>,
    pub(super) plants: Plants<'a>,
}

impl Level<'_> {
    /// Whether plants give here what they give at the air of the level that has these rooms.
    pub(super) fn stands_for(&self, rooms: &[usize]) -> bool {
        self.rooms == rooms || self.also.iter().any(|also| also == rooms)
    }
}

/// What rooms may connect to.
pub(super) enum Plants<'a> {
    /// The outdoor units of a family.
    Outdoor { usable: &'a UsableFamily<'a>, options: Vec<OutdoorOption<'a>>, control_cable: Option<String> },
    /// Chillers.
    Chillers(Vec<ChillerOption<'a>>),
}

impl Plants<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Outdoor { options, .. } => options.len(),
            Self::Chillers(options) => options.len(),
        }
    }

    /// The products, as they are named where they are refused.
    fn names(&self) -> Vec<String> {
        match self {
            Self::Outdoor { options, .. } => options.iter().map(OutdoorOption::name).collect(),
            Self::Chillers(options) => options.iter().map(|option| option.item.identity.id.clone()).collect(),
        }
    }

    /// What is said of them where the shared pipe has no price.
    fn without_price(&self) -> Vec<Rejection> {
        let first = |option: &OutdoorOption<'_>| {
            option.units.first().map(|item| Rejection::new(&item.identity.id, Rule::NoPrice, []))
        };
        match self {
            Self::Outdoor { options, .. } => options.iter().filter_map(first).collect(),
            Self::Chillers(_) => Vec::new(),
        }
    }

    /// Whether rooms may have of them what they may have of others.
    fn serve_like(&self, other: &Self) -> bool {
        self.len() == other.len()
            && match (self, other) {
                (Self::Outdoor { options, .. }, Self::Outdoor { options: others, .. }) => {
                    options.iter().zip(others).all(|(own, other)| own.serves_like(other))
                }
                (Self::Chillers(options), Self::Chillers(others)) => {
                    options.iter().zip(others).all(|(own, other)| own.serves_like(other))
                }
                _ => false,
            }
    }
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

/// The rooms by what they have in common, in the order of the first room of each; in a group those of a lower floor come first, so that of
/// rooms that are alike but for the floor the same ones share a system wherever they stand in the project.
pub(super) fn partition<'a>(demands: &'a [Demand], context: &Context<'_>) -> Vec<Vec<&'a Demand>> {
    let by_floor = context.preferences.share_across_floors != Some(true);
    let mut groups: BTreeMap<Key, Vec<&Demand>> = BTreeMap::new();
    for demand in demands.iter().filter(|demand| !demand.requested) {
        groups.entry(key(demand, by_floor)).or_default().push(demand);
    }
    let groups: Vec<Vec<&Demand>> = groups.into_values().collect();
    let first = |group: &Vec<&Demand>| group.first().map_or(0, |demand| demand.position);
    let groups = crate::ordering::sorted(groups, |a, b| first(a).cmp(&first(b)));
    groups.into_iter().map(|group| crate::ordering::sorted(group, |a, b| a.floor.cmp(&b.floor))).collect()
}

/// What a group may have, and what of it was refused for each room and for all.
pub(super) struct Offered<'a> {
    pub(super) group: Group<'a>,
    pub(super) by_room: Vec<Vec<Rejection>>,
    pub(super) shared: Vec<Rejection>,
    /// The families that were tried: of each kind of plants that is not chillers the one of its number.
    pub(super) families: &'a [UsableFamily<'a>],
    /// How many kinds of plants were tried.
    kinds: usize,
}

/// Tries every family and the chillers for a group of rooms.
pub(super) fn offer<'a>(
    demands: Vec<&'a Demand>,
    own: Vec<&'a [System]>,
    families: &'a [UsableFamily<'a>],
    context: &Context<'a>,
) -> Result<Offered<'a>, Error> {
    let (seats, few) = (demands.len(), few_rooms(&demands));
    let mut offered = Offered {
        group: Group {
            places: Places::of(&demands),
            levels: Vec::new(),
            trunks: BTreeMap::new(),
            options: vec![Vec::new(); seats],
            own,
            demands: demands.clone(),
            left_out: vec![Vec::new(); seats],
            at_best: Vec::new(),
            widened: BTreeSet::new(),
            every_number: if few { (0..seats).collect() } else { BTreeSet::new() },
        },
        by_room: vec![Vec::new(); seats],
        shared: Vec::new(),
        families,
        kinds: 0,
    };
    for usable in families {
        let of = |demand: &&Demand| connected::room_options(usable, demand, few, context);
        let found = demands.iter().map(of).collect::<Result<Vec<_>, Error>>()?;
        offered.add(found, &Source::Family(usable), context)?;
    }
    let found = demands.iter().map(|demand| water::room_options(demand, context));
    let found = found.collect::<Result<Vec<_>, Error>>()?;
    offered.add(found, &Source::Chillers, context)?;
    // What fits and is not taken in the end is costlier; the chosen one is taken off this list again.
    let Offered { group, by_room, .. } = &mut offered;
    for (room, ((options, demand), rejected)) in group.options.iter().zip(&demands).zip(by_room).enumerate() {
        let trusts = group.trusts(room);
        rejected.extend(options.iter().map(|(_, option)| vouched::not_taken(option, demand, trusts)));
    }
    Ok(offered)
}

/// Where plants come from.
enum Source<'a> {
    Family(&'a UsableFamily<'a>),
    Chillers,
}

impl<'a> Source<'a> {
    /// The plants at the air that these rooms have together, the worst or the best, and what was refused.
    fn read(
        &self,
        demands: &[&Demand],
        at: fn(&[&Demand]) -> Option<Together>,
        context: &Context<'a>,
    ) -> Result<(Plants<'a>, Vec<Rejection>), Error> {
        let together = at(demands).ok_or_else(|| Error::new("rooms", Fault::TooFewItems { minimum: 1 }))?;
        Ok(match self {
            Self::Family(usable) => {
                let (options, rejected) = outdoor::outdoor_options(usable, &together, context)?;
                let first = options.first().and_then(|option| option.set.units.first());
                let control_cable = first.and_then(|unit| unit.electrical.control_cable.clone());
                (Plants::Outdoor { usable, options, control_cable }, rejected)
            }
            Self::Chillers => {
                // Fresh-air units have refrigerant of their own.
                let cooled = demands.iter().filter(|demand| demand.fresh_air.is_none());
                let most_w = cooled.fold(0_i64, |sum, demand| sum.saturating_add(demand.load.total_w));
                let (options, rejected) = water::chiller_options(most_w, &together, context)?;
                (Plants::Chillers(options), rejected)
            }
        })
    }
}

/// Levels of all kinds, and plants of all levels, beyond which plants are read at the worst air of all: the search has a bit for every
/// level, and stays below a second.
const MOST_LEVELS: usize = 100;
/// The same for a group of more rooms than are searched to the end: measured on 40 rooms, three times as many take three times as long.
const MOST_LEVELS_OF_MANY: usize = 32;
/// Rooms that are searched to the end even where they are all different.
const SEARCHED_TO_THE_END: usize = 16;
const MOST_PLANTS: usize = 5_000;

impl<'a> Offered<'a> {
    /// Takes what was found for each room of the next kind, with the plants that it connects to.
    fn add(
        &mut self,
        found: Vec<RoomOptions>,
        source: &Source<'a>,
        context: &Context<'a>,
    ) -> Result<(), Error> {
        let kind = self.kinds;
        self.kinds = kind.saturating_add(1);
        self.take(kind, matches!(source, Source::Family(_)), found);
        let all = self.group.demands.iter().copied().enumerate();
        let has = |room: &(usize, &Demand)| {
            self.group.options.get(room.0).is_some_and(|options| options.iter().any(|(of, _)| *of == kind))
        };
        let fitting: Vec<(usize, &'a Demand)> = all.filter(has).collect();
        if fitting.is_empty() {
            return Ok(());
        }
        let everyone = || fitting.iter().map(|(room, _)| *room).collect::<Vec<usize>>();
        let many = self.group.demands.len() > SEARCHED_TO_THE_END;
        let most = if many { MOST_LEVELS_OF_MANY } else { MOST_LEVELS };
        let most = most.saturating_sub(self.group.levels.len());
        let sets = together::levels(&fitting, true, most);
        let mut every_air = sets.is_some();
        let sets =
            sets.or_else(|| together::levels(&fitting, false, most)).unwrap_or_else(|| vec![everyone()]);
        let mut levels: Vec<Level<'a>> = Vec::new();
        let mut refused: Vec<Rejection> = Vec::new();
        let mut number = self.group.levels.iter().map(|level| level.plants.len()).sum::<usize>();
        for rooms in sets {
            let (plants, rejected) = source.read(&self.demands_of(&rooms), Together::of, context)?;
            refused.extend(rejected);
            number = number.saturating_add(plants.len());
            let known = |level: &Level<'_>| {
                level.plants.serve_like(&plants) && rooms.iter().all(|room| level.rooms.contains(room))
            };
            if plants.len() > 0 {
                match levels.iter().position(known).and_then(|level| levels.get_mut(level)) {
                    Some(level) => level.also.push(rooms),
                    None => levels.push(Level { kind, rooms, also: Vec::new(), plants }),
                }
            }
            if number > MOST_PLANTS {
                levels.truncate(1);
                every_air = false;
                break;
            }
        }
        if !every_air {
            let (plants, _) = source.read(&self.demands_of(&everyone()), Together::best_of, context)?;
            self.group.at_best.push(Level { kind, rooms: everyone(), also: Vec::new(), plants });
        }
        let mut because = rejection::because(&refused);
        let named: Vec<String> = levels.iter().flat_map(|level| level.plants.names()).collect();
        self.shared.extend(refused.into_iter().filter(|one| !named.contains(&one.product)));
        if let Some(trunk) = self.trunk(levels.first(), context)? {
            self.group.trunks.insert(kind, trunk);
        } else {
            because = Some(Rule::NoPrice).filter(|_| !levels.is_empty()).or(because);
            self.shared.extend(levels.iter().flat_map(|level| level.plants.without_price()));
            levels.clear();
        }
        self.shared.extend(levels.iter().flat_map(|level| vouched::refused(level, &self.group.demands)));
        self.leave_out(kind, &levels, because);
        levels.reverse();
        self.group.levels.extend(levels);
        Ok(())
    }

    fn demands_of(&self, rooms: &[usize]) -> Vec<&'a Demand> {
        rooms.iter().filter_map(|room| self.group.demands.get(*room).copied()).collect()
    }

    /// The pipe that rooms of a kind share; `None` without plants, and where the books have no price for it.
    fn trunk(&self, level: Option<&Level<'a>>, context: &Context<'a>) -> Result<Option<Trunk>, Error> {
        let Some(level) = level else { return Ok(None) };
        let (number, places) = (num::count(level.kind), &self.group.places);
        match &level.plants {
            Plants::Outdoor { usable, control_cable, .. } => {
                layout::trunk(usable, number, places, control_cable.as_deref(), context)
            }
            Plants::Chillers(_) => {
                let trunk = layout::water_trunk(context.catalogue.water_pipes(), number, places, context)?;
                Ok(trunk.filter(|trunk| !trunk.tiers.is_empty()))
            }
        }
    }

    /// Takes the options of a kind for what each room may have of it. Chillers ask for no least flow, so that a larger fan coil that
    /// costs more is never of use.
    fn take(&mut self, kind: usize, of_a_family: bool, found: Vec<RoomOptions>) {
        let lists = self.group.options.iter_mut().zip(&mut self.group.left_out);
        for (((options, left_out), rejected), found) in lists.zip(&mut self.by_room).zip(found) {
            rejected.extend(found.rejected);
            let fitting: Vec<String> =
                found.options.iter().map(|option| option.served.product.id.clone()).collect();
            let (kept, dropped) = offered(found.options, MOST_OPTIONS.saturating_sub(options.len()));
            // A size beyond those that are tried costs more and carries no more of the room.
            let is_dropped = |id: &&String| kept.iter().all(|option| option.served.product.id != **id);
            rejected
                .extend(fitting.iter().filter(is_dropped).map(|id| Rejection::new(id, Rule::Costlier, [])));
            options.extend(kept.into_iter().map(|option| (kind, option)));
            // A larger fan coil that costs more is never of use.
            left_out.extend(dropped.into_iter().filter(|_| of_a_family).map(|option| (kind, option)));
        }
    }

    /// Takes the options of a kind back from the rooms that none of its plants serves, with the rule that refused these.
    fn leave_out(&mut self, kind: usize, levels: &[Level<'a>], because: Option<Rule>) {
        for (room, (options, rejected)) in self.group.options.iter_mut().zip(&mut self.by_room).enumerate() {
            if levels.iter().any(|level| level.rooms.contains(&room)) {
                continue;
            }
            for (_, option) in options.iter().filter(|(of, _)| *of == kind) {
                rejected.push(Rejection::without_plant(&option.served.product.id, because));
            }
            options.retain(|(of, _)| *of != kind);
            self.group
                .left_out
                .get_mut(room)
                .into_iter()
                .for_each(|left_out| left_out.retain(|(of, _)| *of != kind));
        }
    }
}
