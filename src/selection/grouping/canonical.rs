//! The same problem in an order of its own: classes of equal zones counted, hours that never rule left out, outdoor units by
//! family and cost. From here on nothing depends on where a zone, an option or an outdoor unit stood in the caller's list.

use super::answer::{Unserved, WhyUnserved};
use super::frame::{Frame, frames};
use super::left_out::{Counted, LeftOut};
use super::limits::{Limits, Most};
use super::problem::{Problem, Trunk, UnitOption, Zone};
use super::system::Sum;
use crate::error::{Error, Fault};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Zones that may share a system, with everything that a search of them needs.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// What kinds of zones there are, the largest first.
    pub(super) kinds: Vec<Kind>,
    /// The outdoor units of each family, the cheapest first.
    pub(super) families: Vec<Vec<Frame>>,
    /// The shared pipe of each family, as in `families`.
    pub(super) trunks: Vec<Option<Trunk>>,
    /// What sums of options matter on a shared pipe, as in `families`.
    pub(super) shared: Vec<Option<Limits>>,
    /// Whether the bound counts with what was left out of the options.
    pub(super) counted: Counted,
    /// The same with one option of each zone that is no worse than any; none where zones share no pipe, or cannot be bounded so.
    pub(super) bounding: Option<Box<Class>>,
    /// Where zones may leave a shared pipe, dm.
    pub(super) places_dm: Vec<i64>,
    /// Hours that are left in a profile.
    pub(super) hours: usize,
    /// What stands for a zone without a system: more than any way to serve all zones costs.
    pub(super) unserved_cost: i64,
    /// A key is the cost times this and the number of systems, so that one comparison weighs both.
    pub(super) scale: i64,
}

/// Zones that differ in nothing that matters.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    pub(super) profile: Vec<i64>,
    pub(super) site: Site,
    /// The smallest room, dm³; the largest number if the rule of charge leaves the zone out.
    pub(super) room: i64,
    pub(super) single: Option<i64>,
    pub(super) kept_from: u128,
    /// What it costs at the least: the cheapest option or its own set.
    pub(super) least: i64,
    /// What its index is at the least in each family, and no more than that of any kind behind it at its place: of zones of one place, the
    /// first so many have no more together than any so many of them.
    pub(super) least_index: Vec<i64>,
    /// The options of each family, as in [`Class::families`], by cost, count and index.
    pub(super) options: Vec<Vec<Choice>>,
    /// What of each family was left out of the options.
    pub(super) left_out: Vec<LeftOut>,
    pub(super) members: Vec<Member>,
}

/// Where a kind is and what it needs beside cooling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Site {
    pub(super) place: usize,
    pub(super) branch_dm: i64,
    pub(super) height_dm: i64,
    pub(super) heating_w: i64,
    pub(super) weight: i64,
}

/// An option of a kind.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    pub(super) cost: i64,
    pub(super) index: i64,
    pub(super) count: i64,
    pub(super) charge: i64,
    pub(super) pipe: i64,
    pub(super) fresh: i64,
    /// What it counts for beyond `index` where a plant asks for index: nothing but where it stands for several.
    pub(super) more: i64,
    /// Its place among all options of the zone in canonical order.
    pub(super) rank: usize,
}

impl Choice {
    pub(super) fn of(option: &UnitOption, rank: usize) -> Self {
        let UnitOption { cost, index, count, charge_g: charge, pipe_dm: pipe, fresh_index: fresh, .. } =
            *option;
        Self { cost, index, count, charge, pipe, fresh, more: 0, rank }
    }
}

/// A zone of the caller.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) zone: usize,
    /// The caller's names of the options in canonical order.
    pub(super) ids: Vec<usize>,
}

/// The classes of the zones that are not among `never`.
pub(super) fn classes(problem: &Problem, never: &[Unserved]) -> Result<Vec<Class>, Error> {
    let never: BTreeSet<usize> = never.iter().map(|unserved| unserved.zone).collect();
    let mut by_class: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (position, zone) in problem.zones.iter().enumerate() {
        if !never.contains(&position) {
            by_class.entry(zone.class).or_default().push(position);
        }
    }
    by_class.values().map(|zones| class(problem, zones)).collect()
}

/// The zones that no system can serve, however they are grouped: loads, counts and charges only grow with company.
pub(super) fn never_served(problem: &Problem) -> Vec<Unserved> {
    let names = families(problem);
    let hours: Vec<usize> = (0..problem.zones.first().map_or(0, |zone| zone.profile_w.len())).collect();
    let families = frames(problem, &names);
    let nobody = Class {
        kinds: Vec::new(),
        shared: shared(&families, &trunks(problem, &names), &|_, _| None),
        trunks: trunks(problem, &names),
        families,
        counted: Counted::Nothing,
        bounding: None,
        places_dm: problem.places_dm.clone(),
        hours: hours.len(),
        unserved_cost: 0,
        scale: 1,
    };
    let reason = |zone: &Zone| {
        if zone.single_cost.is_some() {
            return None;
        }
        if zone.options.is_empty() {
            return Some(WhyUnserved::NoOption);
        }
        let mut sum = Sum::empty(&nobody);
        sum.grow(&kind(zone, &names, &hours), &nobody);
        (!sum.can_grow(&nobody)).then_some(WhyUnserved::NoOutdoorCarries)
    };
    let reasons = problem.zones.iter().map(reason).enumerate();
    reasons.filter_map(|(zone, reason)| Some(Unserved { zone, reason: reason? })).collect()
}

impl Class {
    /// From here on so many sums of options are kept on a shared pipe, none of which costs more than `slack` above the least.
    pub(super) fn keep_sums(&mut self, states: usize, slack: i64) {
        if let Some(bounding) = &mut self.bounding {
            bounding.keep_sums(states, i64::MAX);
        }
        self.shared.iter_mut().flatten().for_each(|limits| limits.search(states, slack));
    }

    /// How many zones of each kind there are.
    pub(super) fn counts(&self) -> Vec<(usize, usize)> {
        self.kinds.iter().map(|kind| kind.members.len()).enumerate().collect()
    }
}

fn families(problem: &Problem) -> Vec<u32> {
    let families: BTreeSet<u32> = problem.outdoors.iter().map(|outdoor| outdoor.family).collect();
    families.into_iter().collect()
}

fn class(problem: &Problem, zones: &[usize]) -> Result<Class, Error> {
    let families = families(problem);
    let listed: Vec<&Zone> = zones.iter().filter_map(|position| problem.zones.get(*position)).collect();
    let hours = ruling_hours(&listed);
    let mut kinds: BTreeMap<Contents, Kind> = BTreeMap::new();
    for (position, zone) in zones.iter().zip(&listed) {
        let kind = kinds.entry(contents(zone, &hours)).or_insert_with(|| kind(zone, &families, &hours));
        let mut options: Vec<&UnitOption> = zone.options.iter().collect();
        options.sort_by_key(|option| (order(option), option.id));
        let ids = options.iter().map(|option| option.id).collect();
        kind.members.push(Member { zone: *position, ids });
    }
    let dearest_outdoor = problem.outdoors.iter().map(|outdoor| outdoor.cost).max().unwrap_or(0);
    let dearest_piece = dearest_piece(problem);
    let dearest_run = problem.outdoors.iter().map(|outdoor| outdoor.running_permille).max().unwrap_or(0);
    let dearest = listed.iter().map(|zone| {
        let options = zone.options.iter().map(|option| option.cost);
        let running = running(zone.weight, dearest_run).saturating_add(1);
        let own = options.chain(zone.single_cost).max().unwrap_or(0);
        let shared = problem.fixed_cost.saturating_add(dearest_outdoor).saturating_add(dearest_piece);
        own.saturating_add(shared).saturating_add(running)
    });
    let unserved_cost = dearest.fold(1_i64, i64::saturating_add);
    let number = i64::try_from(zones.len()).unwrap_or(i64::MAX);
    // Twice the largest key must fit: keys are added to bounds.
    let scale = number.saturating_add(1);
    let largest = unserved_cost.checked_mul(scale).and_then(|key| key.checked_mul(scale));
    if largest.and_then(|key| key.checked_mul(4)).is_none() {
        return Err(Error::new("zones", Fault::Overflow));
    }
    let mut kinds: Vec<Kind> = kinds.into_values().collect();
    lower_to_those_behind(&mut kinds);
    let most = |family: usize, trunk: &Trunk| Some(Most::of(&kinds, family, trunk, &problem.places_dm));
    let shared = shared(&frames(problem, &families), &trunks(problem, &families), &most);
    let trunks = trunks(problem, &families);
    let counted = trunks.iter().enumerate().map(|(family, trunk)| {
        Counted::of(kinds.iter().filter_map(|kind| kind.left_out.get(family)), trunk.as_ref())
    });
    let class = Class {
        bounding: None,
        counted: counted.fold(Counted::Nothing, Counted::and),
        kinds,
        shared,
        families: frames(problem, &families),
        trunks,
        places_dm: problem.places_dm.clone(),
        hours: hours.len(),
        unserved_cost,
        scale,
    };
    let bounding = class.bounding().map(Box::new);
    Ok(Class { bounding, ..class })
}

fn trunks(problem: &Problem, families: &[u32]) -> Vec<Option<Trunk>> {
    families
        .iter()
        .map(|family| problem.trunks.iter().find(|trunk| trunk.family == *family).cloned())
        .collect()
}

/// The limits of every family on a shared pipe, with the most that the zones may have of it where that is known.
fn shared(
    families: &[Vec<Frame>],
    trunks: &[Option<Trunk>],
    most: &dyn Fn(usize, &Trunk) -> Option<Most>,
) -> Vec<Option<Limits>> {
    let all = families.iter().zip(trunks).enumerate();
    all.map(|(family, (frames, trunk))| {
        let trunk = trunk.as_ref().filter(|trunk| !trunk.star)?;
        Some(Limits::of_family(frames, trunk, most(family, trunk).as_ref()))
    })
    .collect()
}

/// The dearest piece of pipe with the dearest joint: what a zone adds to a shared pipe at the most.
fn dearest_piece(problem: &Problem) -> i64 {
    let pieces = problem.trunks.iter().flat_map(|trunk| trunk.pieces.iter().flatten().flatten());
    let joints = problem.trunks.iter().flat_map(|trunk| &trunk.joint_cost);
    let piece = pieces.map(|piece| piece.cost).max().unwrap_or(0);
    piece.saturating_add(joints.max().copied().unwrap_or(0))
}

/// What a weight costs to run, rounded up.
pub(in crate::selection) fn running(weight: i64, permille: i64) -> i64 {
    if let Some(exact) = weight.checked_mul(permille).and_then(|exact| exact.checked_add(999)) {
        return exact.div_euclid(1000);
    }
    let exact = i128::from(weight) * i128::from(permille);
    i64::try_from((exact + 999).div_euclid(1000)).unwrap_or(i64::MAX)
}

/// An option without its name: what it is beside others.
type OptionOrder = (u32, i64, i64, i64, i64, i64, i64);

/// All that a zone is made of, the farthest on a shared pipe first, then those of the least index, which hang so where joints cost more for
/// more, then the largest.
type Contents = (
    Reverse<usize>,
    i64,
    Reverse<i64>,
    Vec<i64>,
    [Vec<OptionOrder>; 2],
    Site,
    Option<i64>,
    Option<i64>,
    u128,
);

fn contents(zone: &Zone, hours: &[usize]) -> Contents {
    let profile = at_hours(zone, hours);
    let peak = profile.iter().max().copied().unwrap_or(0);
    let index = zone.options.iter().map(|option| option.index).min().unwrap_or(0);
    let orders =
        |options: &[UnitOption]| crate::ordering::sorted(options.iter().map(order).collect(), Ord::cmp);
    (
        Reverse(zone.place),
        index,
        Reverse(peak),
        profile,
        [orders(&zone.options), orders(&zone.left_out)],
        site(zone),
        zone.smallest_room_dm3,
        zone.single_cost,
        zone.kept_from,
    )
}

fn order(option: &UnitOption) -> OptionOrder {
    let UnitOption { cost, count, index, charge_g, pipe_dm, fresh_index, family, .. } = *option;
    (family, cost, count, index, charge_g, pipe_dm, fresh_index)
}

fn site(zone: &Zone) -> Site {
    Site {
        place: zone.place,
        branch_dm: zone.branch_dm,
        height_dm: zone.height_dm,
        heating_w: zone.heating_w,
        weight: zone.weight,
    }
}

fn at_hours(zone: &Zone, hours: &[usize]) -> Vec<i64> {
    hours.iter().map(|hour| zone.profile_w.get(*hour).copied().unwrap_or(0)).collect()
}

/// The hours that can be the peak of some set: one at which every zone has no more than at another never is.
fn ruling_hours(zones: &[&Zone]) -> Vec<usize> {
    let length = zones.first().map_or(0, |zone| zone.profile_w.len());
    let below = |a: usize, b: usize| zones.iter().all(|zone| zone.profile_w.get(a) <= zone.profile_w.get(b));
    let rules = |hour: usize| {
        !(0..length).any(|other| other != hour && below(hour, other) && (other < hour || !below(other, hour)))
    };
    (0..length).filter(|hour| rules(*hour)).collect()
}

fn kind(zone: &Zone, families: &[u32], hours: &[usize]) -> Kind {
    let mut sorted: Vec<&UnitOption> = zone.options.iter().collect();
    sorted.sort_by_key(|option| (order(option), option.id));
    let options = families.iter().map(|family| {
        let mut kept: Vec<Choice> = Vec::new();
        for (rank, option) in sorted.iter().enumerate().filter(|(_, option)| option.family == *family) {
            // Of two options of one index the dearer with no less of anything is never better; of any other two it may be.
            let beaten = |other: &Choice| {
                other.index == option.index
                    && other.count <= option.count
                    && other.charge <= option.charge_g
                    && other.pipe <= option.pipe_dm
                    && other.fresh <= option.fresh_index
            };
            if !kept.iter().any(beaten) {
                kept.push(Choice::of(option, rank));
            }
        }
        kept
    });
    let options: Vec<Vec<Choice>> = options.collect();
    let left_out = families.iter().zip(&options);
    let left_out = left_out.map(|(family, options)| LeftOut::of(zone, *family, options));
    Kind {
        profile: at_hours(zone, hours),
        site: site(zone),
        room: zone.smallest_room_dm3.unwrap_or(i64::MAX),
        single: zone.single_cost,
        kept_from: zone.kept_from,
        least: zone.options.iter().map(|option| option.cost).chain(zone.single_cost).min().unwrap_or(0),
        left_out: left_out.collect(),
        least_index: options.iter().map(|options| least_index(options)).collect(),
        options,
        members: Vec::new(),
    }
}

fn least_index(options: &[Choice]) -> i64 {
    options.iter().map(|option| option.index).min().unwrap_or(0)
}

/// Gives no kind a least index above that of any behind it at its place.
fn lower_to_those_behind(kinds: &mut [Kind]) {
    let mut behind: Option<(usize, Vec<i64>)> = None;
    for kind in kinds.iter_mut().rev() {
        if let Some((_, least)) = behind.take_if(|(place, _)| *place == kind.site.place) {
            for (own, least) in kind.least_index.iter_mut().zip(least) {
                *own = least.min(*own);
            }
        }
        behind = Some((kind.site.place, kind.least_index.clone()));
    }
}
