//! What an outdoor unit asks of the options of a system, and what it takes.

use super::frame::Frame;
use super::options::State;
use super::shared_pipe::{capacity_at, index_with, left, needed};
use super::totals::{Sums, Totals};

/// What an outdoor unit asks of the options of a system.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window<'a> {
    pub(super) frame: &'a Frame,
    pub(super) least_index: i64,
    pub(super) most_index: i64,
    pub(super) most_count: i64,
    pub(super) most_charge: i64,
    pub(super) most_pipe: i64,
    pub(super) most_fresh: i64,
    pub(super) peak: i64,
    pub(super) heating: i64,
    /// What is left of cooling and heating at the end of the pipe, ten-thousandths.
    pub(super) factors: (i64, i64),
}

impl Window<'_> {
    /// Whether the options stay below the limits of the outdoor unit.
    fn holds(&self, sums: Sums) -> bool {
        sums.index <= self.most_index
            && sums.count <= self.most_count
            && sums.charge <= self.most_charge
            && sums.pipe <= self.most_pipe
            && sums.fresh <= self.most_fresh
    }

    /// Whether the outdoor unit takes options of these sums.
    pub(super) fn takes(&self, sums: Sums) -> bool {
        sums.index >= self.least_index
            && self.holds(sums)
            && self.peak <= left(capacity_at(&self.frame.cooling, sums.index), self.factors.0)
            && (self.frame.heating.is_empty()
                || self.heating <= left(capacity_at(&self.frame.heating, sums.index), self.factors.1))
    }

    /// The least that sums of options, the cheapest first, cost with as much more index as the outdoor unit asks for, at the price of what
    /// was left out; none that is not below `below`.
    pub(super) fn least_with_more(&self, states: &[State], totals: &Totals, below: i64) -> Option<i64> {
        // Where no price is known there is no index beyond what the options stand for, and none is needed beyond `most_more_index`.
        let permille = totals.more_index.unwrap_or(0);
        let needed =
            self.needed_index().filter(|index| *index <= totals.most_more_index.min(self.most_index))?;
        let mut least = below;
        for state in states {
            if state.cost >= least {
                break;
            }
            if self.holds(state.sums()) {
                let more =
                    i128::from((needed - state.index - state.more).max(0)) * i128::from(permille) / 1000;
                let cost = i64::try_from(i128::from(state.cost) + more).unwrap_or(i64::MAX);
                least = least.min(cost);
            }
        }
        (least < below).then_some(least)
    }

    /// The least index that the outdoor unit takes and at which it carries the zones; none if it does so at no index.
    fn needed_index(&self) -> Option<i64> {
        let cooling = index_with(&self.frame.cooling, needed(self.peak, self.factors.0))?;
        let heating = if self.frame.heating.is_empty() {
            0
        } else {
            index_with(&self.frame.heating, needed(self.heating, self.factors.1))?
        };
        Some(self.least_index.max(cooling).max(heating))
    }
}
