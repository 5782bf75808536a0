//! The exact search: dynamic programming over how many zones of each kind are still to be served.
//!
//! A state is a number of zones of each kind; equal zones are counted, not named, so eight equal rooms make nine states and not 256.
//! From every state that can be reached each system that holds a zone of the state's first kind is tried: every partition is made
//! once, in one order.

use super::bound::Bound;
use super::canonical::Class;
use super::columns::Columns;
use super::left_out::Counted;
use super::states::{Digit, digits, parts, sets, trace};

/// The work of one class.
#[derive(Debug)]
pub(super) struct Work {
    pub(super) used: u64,
    pub(super) limit: u64,
    /// Whether option sums were dropped somewhere, so that a cost may be above the least.
    pub(super) cut: bool,
}

impl Work {
    /// Takes some, and says whether there was as much.
    pub(super) fn spend(&mut self, steps: u64) -> bool {
        self.used = self.used.saturating_add(steps);
        self.used <= self.limit
    }
}

/// What the search has found.
#[derive(Debug)]
pub(super) enum Found {
    /// The kinds of the zones of each system, at the least key.
    Least(Vec<Vec<usize>>),
    /// Nothing has a key at or below the limit given.
    NothingBelow,
    /// Too many states, or no work left.
    TooMuch,
}

/// The least way to serve these zones; with `upper`, only if its key is not above that.
pub(super) fn search(
    class: &Class,
    bound: &Bound<'_>,
    counts: &[(usize, usize)],
    upper: Option<i64>,
    work: &mut Work,
) -> Found {
    ways(class, bound, counts, upper, false, work).0
}

/// The same, and the least key of any way with what was left out of the options where that is counted, or that of the way found; no
/// more than one above `upper`.
pub(super) fn search_beyond(
    class: &Class,
    bound: &Bound<'_>,
    counts: &[(usize, usize)],
    upper: Option<i64>,
    work: &mut Work,
) -> (Found, Option<i64>) {
    ways(class, bound, counts, upper, class.counted == Counted::AtItsPrice, work)
}

fn ways(
    class: &Class,
    bound: &Bound<'_>,
    counts: &[(usize, usize)],
    upper: Option<i64>,
    beyond: bool,
    work: &mut Work,
) -> (Found, Option<i64>) {
    let Some((digits, states)) = digits(counts) else { return (Found::TooMuch, None) };
    let Some(columns) = Columns::of(class, &digits, states, beyond, work) else {
        return (Found::TooMuch, None);
    };
    let (keys, least) = (columns.keys, columns.least);
    let cheaper = keys.iter().zip(&least).any(|(key, least)| least < key);
    let (found, key) = Search { class, bound, digits: &digits, keys, upper }.run(states, work);
    let below = key.or(upper.map(|upper| upper + 1));
    if !cheaper || matches!(found, Found::TooMuch) {
        return (found, below);
    }
    // What is cheaper with more index is looked for below what was found.
    let (beyond, key) = Search { class, bound, digits: &digits, keys: least, upper: below }.run(states, work);
    match beyond {
        Found::TooMuch => (found, None),
        Found::Least(_) | Found::NothingBelow => (found, key.into_iter().chain(below).min()),
    }
}

struct Search<'a> {
    class: &'a Class,
    bound: &'a Bound<'a>,
    digits: &'a [Digit],
    keys: Vec<i64>,
    upper: Option<i64>,
}

impl Search<'_> {
    /// The least way, and its key.
    fn run(&mut self, states: usize, work: &mut Work) -> (Found, Option<i64>) {
        let full = states.saturating_sub(1);
        let mut reached = vec![i64::MAX; states];
        let mut from = vec![0_usize; states];
        if let Some(start) = reached.get_mut(full) {
            *start = 0;
        }
        let mut parts_with_first: Vec<usize> = Vec::new();
        let mut counts: Vec<(usize, usize)> = Vec::new();
        // Every system makes the state smaller, so a state is final when its turn comes.
        for state in (1..states).rev() {
            let key = reached.get(state).copied().unwrap_or(i64::MAX);
            if key == i64::MAX {
                continue;
            }
            parts(self.digits, state, &mut counts);
            if !self.can_reach(key, &counts) {
                continue;
            }
            sets(self.digits, &counts, &mut parts_with_first);
            if !work.spend(u64::try_from(parts_with_first.len()).unwrap_or(u64::MAX)) {
                return (Found::TooMuch, None);
            }
            for set in &parts_with_first {
                let Some(column) = self.keys.get(*set).filter(|column| **column != i64::MAX) else {
                    continue;
                };
                let (sum, rest) = (key + column, state - set);
                let (Some(least), Some(by)) = (reached.get_mut(rest), from.get_mut(rest)) else { continue };
                // Among equals the set of the smaller number, so the last system is the first in order, then the one before.
                if sum < *least || (sum == *least && set < by) {
                    (*least, *by) = (sum, *set);
                }
            }
        }
        let least = reached.first().copied().unwrap_or(i64::MAX);
        if least == i64::MAX || self.upper.is_some_and(|upper| least > upper) {
            return (Found::NothingBelow, None);
        }
        (Found::Least(trace(self.digits, &from, full)), Some(least))
    }

    /// Whether what is left can be served without going above the limit.
    fn can_reach(&self, key: i64, counts: &[(usize, usize)]) -> bool {
        let Some(upper) = self.upper else { return true };
        let kinds: Vec<(usize, usize)> = counts
            .iter()
            .filter_map(|(place, count)| self.digits.get(*place).map(|digit| (digit.kind, *count)))
            .collect();
        key + self.bound.cost(&kinds) * self.class.scale < upper
    }
}
