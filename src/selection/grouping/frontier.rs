//! The least cost at which outdoor units together reach an amount of something, whichever they are and however many.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The most points that are kept. Beyond, the least cost of an amount is that of the last point, which is still a bound.
const MOST_POINTS: usize = 8192;

/// The most sums that wait to be followed: 16 MB.
const MOST_WAITING: usize = 1 << 20;

/// A part of the amount that can be done without for its cost, once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Relief {
    pub(super) cost: i64,
    pub(super) amount: i64,
}

/// Points of rising amount and rising cost: no outdoor units reach more for less.
#[derive(Debug)]
pub(super) struct Frontier {
    points: Vec<(i64, i64)>,
    /// Whether larger amounts exist that were not followed.
    cut: bool,
}

impl Frontier {
    /// From `units` of amount and cost, up to the first point that reaches `need`.
    pub(super) fn of(units: impl Iterator<Item = (i64, i64)>, need: i64) -> Self {
        let units = undominated(units.filter(|(amount, _)| *amount > 0).collect());
        let mut points: Vec<(i64, i64)> = Vec::new();
        let mut heap = BinaryHeap::from([Reverse((0_i64, Reverse(0_i64)))]);
        let mut cut = false;
        while let Some(Reverse((cost, Reverse(amount)))) = heap.pop() {
            if points.last().is_some_and(|(reached, _)| amount <= *reached) {
                continue;
            }
            points.push((amount, cost));
            if amount >= need {
                break;
            }
            if points.len() >= MOST_POINTS || heap.len() >= MOST_WAITING {
                cut = true;
                break;
            }
            heap.extend(units.iter().map(|(more, price)| {
                Reverse((cost.saturating_add(*price), Reverse(amount.saturating_add(*more))))
            }));
        }
        Self { points, cut }
    }

    /// No outdoor units that reach `need` cost less than this.
    pub(super) fn least(&self, need: i64) -> i64 {
        let place = self.points.partition_point(|(amount, _)| *amount < need);
        self.points.get(place).or_else(|| self.points.last()).map_or(0, |(_, cost)| *cost)
    }

    /// The same when some of the need can be done without, in parts: `reliefs` by rising cost for each unit of amount.
    pub(super) fn least_with(&self, need: i64, reliefs: &[Relief]) -> i64 {
        let mut least: Option<i64> = None;
        for (amount, cost) in &self.points {
            if least.is_some_and(|least| *cost >= least) {
                break;
            }
            if let Some(rest) = relieved(need - amount, reliefs) {
                least = Some(least.map_or(cost + rest, |least| least.min(cost + rest)));
            }
        }
        let last = self.points.last().map_or(0, |(_, cost)| *cost);
        match least {
            Some(least) if self.cut => least.min(last),
            Some(least) => least,
            None => last,
        }
    }
}

/// The units that no other beats in amount and cost, which is all that a least sum is made of.
fn undominated(mut units: Vec<(i64, i64)>) -> Vec<(i64, i64)> {
    units.sort_unstable_by_key(|(amount, cost)| (*cost, Reverse(*amount)));
    let mut most = 0;
    units.retain(|(amount, _)| {
        let more = *amount > most;
        most = most.max(*amount);
        more
    });
    units
}

/// The least cost to do without `amount`, parts of a relief at the part of its cost; none if all together are not enough.
fn relieved(amount: i64, reliefs: &[Relief]) -> Option<i64> {
    let (mut left, mut cost) = (amount, 0);
    for relief in reliefs {
        if left <= 0 {
            break;
        }
        if relief.amount <= left {
            (left, cost) = (left - relief.amount, cost + relief.cost);
        } else {
            // Rounded down, so that it stays a bound; the product of two large numbers needs 128 bits.
            let part = i128::from(relief.cost) * i128::from(left) / i128::from(relief.amount);
            (left, cost) = (0, cost + i64::try_from(part).unwrap_or(0));
        }
    }
    (left <= 0).then_some(cost)
}
