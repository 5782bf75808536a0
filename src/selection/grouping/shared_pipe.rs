//! What a shared pipe allows a set of zones, whichever options they take, and what is left of a capacity at its end.

use super::canonical::{Class, Kind};
use super::frame::Frame;
use super::problem::{LengthFactor, Point, Trunk};

/// What lies along a shared pipe and only grows with more zones.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reach {
    zones: i64,
    nearest_dm: i64,
    farthest_dm: i64,
    /// The farthest unit, its branch included.
    end_dm: i64,
    lowest_dm: i64,
    highest_dm: i64,
}

/// The whole of a capacity, ten-thousandths.
pub(super) const WHOLE: i64 = 10_000;

impl Reach {
    pub(super) const NOWHERE: Self = Self {
        zones: 0,
        nearest_dm: i64::MAX,
        farthest_dm: 0,
        end_dm: 0,
        lowest_dm: i64::MAX,
        highest_dm: i64::MIN,
    };

    pub(super) fn add(&mut self, kind: &Kind, class: &Class) {
        let site = kind.site;
        let at = class.places_dm.get(site.place).copied().unwrap_or(0);
        self.zones += 1;
        self.nearest_dm = self.nearest_dm.min(at);
        self.farthest_dm = self.farthest_dm.max(at);
        self.end_dm = self.end_dm.max(at + site.branch_dm);
        self.lowest_dm = self.lowest_dm.min(site.height_dm);
        self.highest_dm = self.highest_dm.max(site.height_dm);
    }

    pub(super) fn farthest_dm(&self) -> i64 {
        self.farthest_dm
    }

    fn span_dm(&self) -> i64 {
        if self.zones > 0 { self.highest_dm - self.lowest_dm } else { 0 }
    }

    /// The length to the farthest unit with a joint for every zone but the last.
    fn equivalent_dm(&self, trunk: &Trunk) -> i64 {
        self.end_dm + trunk.joint_equivalent_dm * (self.zones - 1).max(0)
    }

    /// Whether lengths and heights keep their limits.
    pub(super) fn allowed(&self, trunk: &Trunk) -> bool {
        let within = |limit: Option<i64>, value: i64| limit.is_none_or(|limit| value <= limit);
        if trunk.star {
            return within(trunk.most_height_dm, self.span_dm());
        }
        within(trunk.most_equivalent_dm, self.equivalent_dm(trunk))
            && (self.zones < 2 || within(trunk.most_reach_dm, self.end_dm - self.nearest_dm))
            && within(trunk.most_height_dm, self.span_dm())
            && within(trunk.most_total_dm, self.farthest_dm)
            && self.factors(trunk).is_some()
    }

    /// What is left of cooling and heating, ten-thousandths; none beyond the last length.
    pub(super) fn factors(&self, trunk: &Trunk) -> Option<(i64, i64)> {
        if trunk.length_factors.is_empty() || trunk.star {
            return Some((WHOLE, WHOLE));
        }
        let at = self.equivalent_dm(trunk);
        let mut before: Option<&LengthFactor> = None;
        for factor in &trunk.length_factors {
            if at <= factor.length_dm {
                let Some(low) = before else { return Some((factor.cooling, factor.heating)) };
                let between = |from: i64, to: i64| {
                    from + ((to - from) * (at - low.length_dm)).div_euclid(factor.length_dm - low.length_dm)
                };
                return Some((between(low.cooling, factor.cooling), between(low.heating, factor.heating)));
            }
            before = Some(factor);
        }
        None
    }

    /// The largest index that an outdoor unit takes with these zones.
    pub(super) fn most_index(&self, frame: &Frame, trunk: Option<&Trunk>) -> i64 {
        let Some(trunk) = trunk else { return frame.most_index };
        let last = trunk.tiers.last().copied().filter(|_| !trunk.star).unwrap_or(i64::MAX);
        let exceeded = trunk.ratios_above_height.iter().filter(|(height, _)| self.span_dm() > *height);
        let lowered = exceeded.map(|(_, permille)| frame.index_capacity * permille / 1000).min();
        frame.most_index.min(last).min(lowered.unwrap_or(i64::MAX))
    }
}

/// A capacity at a sum of indices: linear between the points and rounded down, level beyond their ends.
pub(in crate::selection) fn capacity_at(points: &[Point], index: i64) -> i64 {
    let mut before: Option<&Point> = None;
    for point in points {
        if index <= point.index {
            let Some(low) = before else { return point.capacity_w };
            let (run, rise) = (point.index - low.index, point.capacity_w - low.capacity_w);
            let part = i128::from(rise) * i128::from(index - low.index);
            return low.capacity_w + i64::try_from(part.div_euclid(i128::from(run))).unwrap_or(0);
        }
        before = Some(point);
    }
    before.map_or(0, |point| point.capacity_w)
}

/// What is left of a capacity, rounded down.
pub(super) fn left(capacity_w: i64, factor: i64) -> i64 {
    if factor == WHOLE { capacity_w } else { (capacity_w * factor).div_euclid(WHOLE) }
}

/// The least capacity of which so much is left.
pub(super) fn needed(watts: i64, factor: i64) -> i64 {
    if factor == WHOLE { watts } else { (watts * WHOLE + factor - 1).checked_div(factor).unwrap_or(i64::MAX) }
}

/// The least sum of indices at which there is such a capacity; none if there is at no sum.
pub(super) fn index_with(points: &[Point], capacity_w: i64) -> Option<i64> {
    let mut before: Option<&Point> = None;
    for point in points {
        if point.capacity_w >= capacity_w {
            let Some(low) = before else { return Some(0) };
            let (run, rise) = (point.index - low.index, point.capacity_w - low.capacity_w);
            let part = i128::from(capacity_w - low.capacity_w) * i128::from(run);
            let steps = (part + i128::from(rise) - 1).div_euclid(i128::from(rise));
            return Some(low.index + i64::try_from(steps).unwrap_or(run));
        }
        before = Some(point);
    }
    None
}
