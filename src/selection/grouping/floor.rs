//! What zones cost at the least on a shared pipe, and their systems added up no further above it than need be.

use super::canonical::{Class, running};
use super::left_out::{self, Counted, LeftOut, costs_no_less_for_more};
use super::limits::Limits;
use super::options::{Growing, Layers};
use super::system::{Best, Sum, Weighed};
use super::window::Window;

/// The part of its least that a system may cost above it at first, and how many times more it may each time.
const FIRST_PART: i64 = 32_768;
const TIMES_MORE: i64 = 4;

/// What a set of zones costs at the least.
#[derive(Clone, Debug)]
struct Floors {
    families: Vec<Floor>,
    least: i64,
}

/// What zones cost at the least on a shared pipe.
#[derive(Clone, Debug)]
struct Floor {
    /// For each number of zones, the farthest first, without and with the pipe to the next.
    without_next: Vec<i64>,
    with_next: Vec<i64>,
    /// All of them, with the whole pipe and a plant; the largest number where none takes them.
    whole: i64,
}

/// A set of zones weighed within limits of cost and work.
#[derive(Debug)]
pub(super) struct Looked {
    pub(super) weighed: Weighed,
    /// Whether nothing within the limit of cost was left out for want of work.
    pub(super) complete: bool,
}

impl Class {
    /// The same with one option of each zone that is no worse than any; none where no pipe is shared, or one may be cheaper for more index.
    pub(super) fn bounding(&self) -> Option<Self> {
        if self.shared.iter().all(Option::is_none)
            || !self.trunks.iter().flatten().all(costs_no_less_for_more)
        {
            return None;
        }
        let mut bounding = self.clone();
        for kind in &mut bounding.kinds {
            for (options, left_out) in kind.options.iter_mut().zip(&mut kind.left_out) {
                let counted = if self.counted == Counted::Never { LeftOut::Nothing } else { *left_out };
                let (option, more) = left_out::bounding(options, counted);
                (*options, *left_out) = (option.into_iter().collect(), more);
            }
        }
        Some(bounding)
    }

    /// A set of zones as one system at its least cost.
    pub(super) fn best(&self, kinds: &[usize]) -> Option<Best> {
        self.weigh(kinds, i64::MAX, false, |_| true).weighed.best
    }

    /// A set of zones as one system, if it costs no more than `most`, as far as `enough_work` says of the steps taken. It is looked for near
    /// the least that the zones cost first, where few sums are.
    pub(super) fn weigh(
        &self,
        kinds: &[usize],
        most: i64,
        beyond: bool,
        mut enough_work: impl FnMut(u64) -> bool,
    ) -> Looked {
        let Some(floors) = self.floors(kinds) else {
            let sum = self.sum(kinds);
            let weighed = sum.weigh(self, kinds, beyond);
            enough_work(sum.made().saturating_add(weighed.work));
            return Looked { weighed, complete: true };
        };
        // What costs more than to serve nobody is in no cheapest way.
        let most = most.min(self.unserved_cost);
        let mut above = floors.least / FIRST_PART + 1;
        loop {
            let limit = floors.least.saturating_add(above).min(most);
            let sum = self.sum_within(kinds, &floors, limit);
            let weighed = sum.weigh(self, kinds, beyond);
            let goes_on = enough_work(sum.made().saturating_add(weighed.work));
            let complete = limit == most || weighed.costs_at_most(limit);
            if complete || !goes_on {
                return Looked { weighed, complete };
            }
            above = above.saturating_mul(TIMES_MORE);
        }
    }

    /// The sums of a set of zones, but for those that cannot be part of a system that costs no more than `most`.
    fn sum_within(&self, kinds: &[usize], floors: &Floors, most: i64) -> Sum {
        let mut sum = Sum::empty(self);
        for (growing, floor) in sum.growing.iter_mut().zip(&floors.families) {
            if let Some(growing) = growing {
                let slack = most.saturating_sub(floor.whole);
                let most = floor.without_next.iter().map(|cost| cost.saturating_add(slack));
                *growing = Growing::within(most.collect());
            }
        }
        self.grown(sum, kinds)
    }

    /// None where the sets cannot be bounded.
    fn floors(&self, kinds: &[usize]) -> Option<Floors> {
        let bounding = self.bounding.as_deref()?;
        let mut sum = Sum::empty(bounding);
        let floor = Floor { without_next: Vec::new(), with_next: Vec::new(), whole: i64::MAX };
        let mut families = vec![floor; self.families.len()];
        for kind in bounding.farthest_first(kinds) {
            sum.grow(kind, bounding);
            for ((floor, growing), options) in families.iter_mut().zip(&sum.growing).zip(&kind.options) {
                let least = growing.as_ref().and_then(Growing::least).unwrap_or(i64::MAX);
                // The last sum has the pipe to this zone.
                if !floor.without_next.is_empty() {
                    let own = options.first().map_or(0, |option| option.cost);
                    floor.with_next.push(if least == i64::MAX { least } else { least - own });
                }
                floor.without_next.push(least);
            }
        }
        let all = families.iter_mut().zip(&sum.growing).zip(&sum.families);
        for (((floor, growing), totals), (frames, trunk)) in all.zip(self.families.iter().zip(&self.trunks)) {
            let (Some(growing), Some(trunk), true) = (growing, trunk, totals.possible) else { continue };
            let Some(left) = sum.left_by(Some(trunk)) else { continue };
            let taking = frames.iter().filter(|frame| sum.within(totals, frame, Some(trunk), left));
            let plant = taking.map(|frame| frame.cost + running(sum.weight, frame.running_permille)).min();
            let zones = growing.whole(trunk).first().map(|state| state.cost);
            floor.with_next.push(zones.unwrap_or(i64::MAX));
            floor.whole = plant.zip(zones).map_or(i64::MAX, |(plant, zones)| plant.saturating_add(zones));
        }
        let weighed = sum.weigh(bounding, kinds, true);
        let least = weighed.best.map_or(weighed.least, |best| weighed.least.min(best.cost));
        Some(Floors { families, least })
    }

    /// The place of every zone's option among those of the zone, for the outdoor unit at `place` of `family`; `kinds` in their order.
    pub(super) fn ranks(&self, kinds: &[usize], family: usize, place: usize, cost: i64) -> Vec<usize> {
        let sum = Sum::of_limits(self, kinds);
        let zones = self.zones(kinds, family);
        let frames = self.families.get(family).map_or(&[][..], Vec::as_slice);
        let trunk = self.trunks.get(family).and_then(Option::as_ref);
        let found = sum.families.get(family).zip(frames.get(place)).zip(sum.left_by(trunk));
        let Some(((totals, frame), factors)) = found else { return Vec::new() };
        let window = sum.window(frame, trunk, factors);
        let shared = trunk.is_some_and(|trunk| !trunk.star);
        let chosen = if !shared && window.takes(totals.sums()) {
            vec![0; zones.len()]
        } else {
            let windows: Vec<Window<'_>> =
                frames.iter().map(|frame| sum.window(frame, trunk, factors)).collect();
            // What is left of the cost without the plant.
            let left = cost - frame.cost - running(sum.weight, frame.running_permille);
            let floors = self.floors(kinds).and_then(|floors| floors.families.into_iter().nth(family));
            let floor = floors.map_or_else(Vec::new, |floor| floor.with_next);
            let slack = floor.last().map_or(i64::MAX, |whole| left.saturating_sub(*whole));
            let most: Vec<i64> = floor.iter().map(|cost| cost.saturating_add(slack)).collect();
            let limits = self.shared.get(family).and_then(Option::as_ref);
            let traced = |limits: Option<&Limits>| {
                let layers = Layers::of(&zones, &windows, trunk, limits, &most);
                layers.best(&window).map(|state| layers.trace(state))
            };
            // The pipe to the next zone is in these sums and was not in those that the cost was found by, so that others may have been dropped.
            traced(limits).or_else(|| traced(limits.map(Limits::unbounded).as_ref())).unwrap_or_default()
        };
        let ranks = zones.iter().zip(chosen).filter_map(|(zone, option)| zone.options.get(option));
        ranks.map(|choice| choice.rank).collect()
    }
}
