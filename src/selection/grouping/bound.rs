//! What any grouping costs at least: every zone takes its cheapest option, and the outdoor units of all systems together reach the
//! zones' largest hour, least index, least number of units and least index of fresh-air units. Zones that need a shared pipe pay for
//! pipes that carry their index to the farthest of them, and for joints, and ask for as much more capacity as the pipe to each loses.
//!
//! It is a bound because each system keeps these limits for its own zones, so all systems keep them together: loads of one hour add up
//! to no more than the sum of the peaks. That zones cannot be cut in pieces and that a system has limits of its own is left out. A
//! zone with a set of its own may leave the need at what that set costs above the cheapest option, in parts if need be.

use super::canonical::{Choice, Class, Kind};
use super::frontier::{Frontier, Relief};
use super::left_out::Least;
use super::pipes::Pipes;
use super::shared_pipe::{Reach, WHOLE};
use std::cmp::Ordering;

#[derive(Debug)]
pub(super) struct Bound<'a> {
    class: &'a Class,
    parts: Vec<Part>,
    capacity: Frontier,
    index: Frontier,
    count: Frontier,
    fresh: Frontier,
    pipes: Pipes,
}

/// What a kind adds at the least.
#[derive(Clone, Copy, Debug)]
struct Part {
    cost: i64,
    /// What its own set costs above that; none if it has none.
    extra: Option<i64>,
    /// Whether it loads outdoor units at all.
    loads: bool,
    index: i64,
    count: i64,
    fresh: i64,
    /// The least cost of running it.
    running: i64,
    /// The most that is left of a capacity at its end of a pipe, ten-thousandths.
    left: i64,
}

impl<'a> Bound<'a> {
    pub(super) fn of(class: &'a Class) -> Self {
        let parts: Vec<Part> = class.kinds.iter().map(|kind| part(class, kind)).collect();
        let loading = || parts.iter().zip(&class.kinds).filter(|(part, _)| part.loads);
        let total = |amount: fn(&Part, &Kind) -> i64| -> i64 {
            loading()
                .map(|(part, kind)| {
                    amount(part, kind) * i64::try_from(kind.members.len()).unwrap_or(i64::MAX)
                })
                .sum()
        };
        // No hour of any set needs more than the sum of all peaks.
        let need = total(|part, kind| part.asks(kind.profile.iter().max().copied().unwrap_or(0)));
        let pipes = Pipes::of(class, total(|part, _| part.index));
        // A joint is counted with every zone, and one less with every system.
        let frames = || {
            let all = class.families.iter().zip(&class.trunks);
            all.flat_map(|(frames, trunk)| {
                let joint = if trunk.as_ref().is_some_and(|trunk| !trunk.star) { pipes.joint() } else { 0 };
                frames.iter().map(move |frame| (frame, (frame.cost - joint).max(0)))
            })
        };
        Self {
            capacity: Frontier::of(frames().map(|(frame, cost)| (frame.capacity, cost)), need),
            index: Frontier::of(
                frames().map(|(frame, cost)| (frame.most_index, cost)),
                total(|part, _| part.index),
            ),
            count: Frontier::of(
                frames().map(|(frame, cost)| (frame.most_count, cost)),
                total(|part, _| part.count),
            ),
            fresh: Frontier::of(
                frames().map(|(frame, cost)| (frame.most_fresh, cost)),
                total(|part, _| part.fresh),
            ),
            class,
            pipes,
            parts,
        }
    }

    /// What serving this many zones of each kind costs at least.
    pub(super) fn cost(&self, counts: &[(usize, usize)]) -> i64 {
        let mut profile = vec![0_i64; self.class.hours];
        let (mut cost, mut index, mut count, mut fresh) = (0, 0, 0, 0);
        let mut relieving: Vec<(&Kind, &Part, i64)> = Vec::new();
        for (kind, number) in counts {
            let (Some(part), Some(kind)) = (self.parts.get(*kind), self.class.kinds.get(*kind)) else {
                continue;
            };
            let number = i64::try_from(*number).unwrap_or(i64::MAX);
            cost += part.cost * number;
            if !part.loads || number == 0 {
                continue;
            }
            if part.extra.is_none() {
                cost += part.running * number;
                // A zone with a set of its own may do without all of it.
                fresh += part.fresh * number;
            }
            index += part.index * number;
            count += part.count * number;
            for (sum, load) in profile.iter_mut().zip(&kind.profile) {
                *sum += part.asks(*load) * number;
            }
            if part.extra.is_some() {
                relieving.push((kind, part, number));
            }
        }
        let zones = counts.iter().map(|(kind, number)| {
            let index = self.parts.get(*kind).map_or(0, |part| part.index);
            (*kind, i64::try_from(*number).unwrap_or(i64::MAX), index)
        });
        cost += self.pipes.least(self.class, zones);
        let (hour, need) =
            profile.iter().copied().enumerate().max_by_key(|(_, load)| *load).unwrap_or((0, 0));
        let least_fresh = self.fresh.least(fresh);
        if relieving.is_empty() {
            let least = self.capacity.least(need).max(self.index.least(index));
            return cost + least.max(self.count.least(count)).max(least_fresh);
        }
        let reliefs = |amount: &dyn Fn(&Kind, &Part) -> i64| {
            let relief = |(kind, part, number): &(&Kind, &Part, i64)| Relief {
                cost: part.extra.unwrap_or(0) * number,
                amount: amount(kind, part) * number,
            };
            let mut reliefs: Vec<Relief> =
                relieving.iter().map(relief).filter(|relief| relief.amount > 0).collect();
            reliefs.sort_by(cheaper);
            reliefs
        };
        let by_load = reliefs(&|kind, part| part.asks(kind.profile.get(hour).copied().unwrap_or(0)));
        let by_index = reliefs(&|_, part| part.index);
        let least = self.capacity.least_with(need, &by_load).max(self.index.least_with(index, &by_index));
        cost + least.max(least_fresh)
    }
}

/// By cost for each unit of amount.
fn cheaper(a: &Relief, b: &Relief) -> Ordering {
    let (left, right) =
        (i128::from(a.cost) * i128::from(b.amount), i128::from(b.cost) * i128::from(a.amount));
    left.cmp(&right)
}

fn part(class: &Class, kind: &Kind) -> Part {
    let usable = kind.options.iter().zip(&class.families).filter(|(_, frames)| !frames.is_empty());
    let options = || usable.clone().flat_map(|(options, _)| options);
    let left_out = kind.left_out.iter().zip(&class.families).filter(|(_, frames)| !frames.is_empty());
    let better = || left_out.clone().filter_map(|(left_out, _)| left_out.better());
    let ends = |of: fn(&Choice) -> i64, of_better: fn(&Least) -> i64| {
        options().map(of).chain(better().map(|least| of_better(&least))).min()
    };
    let least = ends(|option| option.cost, |least| least.cost);
    let own = kind.single;
    // A set of its own that costs no more than the cheapest option is never worse, and then nothing is needed for the zone.
    let alone = own.filter(|own| least.is_none_or(|least| *own <= least));
    let loads = alone.is_none() && least.is_some();
    let cost = alone.or(least).unwrap_or(0);
    Part {
        cost,
        extra: own.filter(|_| loads).map(|own| own - cost),
        loads,
        running: least_running(class, kind.site.weight),
        left: most_left(class, kind),
        index: ends(|option| option.index, |least| least.index).unwrap_or(0),
        count: ends(|option| option.count, |least| least.count).unwrap_or(0),
        fresh: ends(|option| option.fresh, |least| least.fresh).unwrap_or(0),
    }
}

impl Part {
    /// The capacity that a load asks for at the outdoor unit: the pipe of a system that has the zone is no shorter than to it.
    fn asks(&self, load_w: i64) -> i64 {
        load_w * WHOLE / self.left.max(1)
    }
}

fn most_left(class: &Class, kind: &Kind) -> i64 {
    let mut reach = Reach::NOWHERE;
    reach.add(kind, class);
    let lists = kind.options.iter().zip(&kind.left_out).zip(class.families.iter().zip(&class.trunks));
    let offered = lists.filter(|((options, left_out), (frames, _))| {
        !frames.is_empty() && (!options.is_empty() || left_out.better().is_some())
    });
    let left = offered.map(|(_, (_, trunk))| match trunk {
        Some(trunk) => reach.factors(trunk).map_or(0, |(cooling, _)| cooling),
        None => WHOLE,
    });
    left.max().filter(|left| *left > 0).unwrap_or(WHOLE)
}

/// What a weight costs to run on the thriftiest outdoor unit, rounded down: a system's weight is rounded up once.
fn least_running(class: &Class, weight: i64) -> i64 {
    let thriftiest = class.families.iter().flatten().map(|frame| frame.running_permille).min().unwrap_or(0);
    i64::try_from((i128::from(weight) * i128::from(thriftiest)).div_euclid(1000)).unwrap_or(0)
}
