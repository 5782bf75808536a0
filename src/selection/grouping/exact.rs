//! The exact search: dynamic programming over how many zones of each kind are still to be served.
//!
//! A state is a number of zones of each kind; equal zones are counted, not named, so eight equal rooms make nine states and not 256.
//! From every state that can be reached each system that holds a zone of the state's first kind is tried: every partition is made
//! once, in one order.

use super::bound::Bound;
use super::canonical::Class;
use super::left_out::Counted;
use super::system::Sum;

/// The most states of a search: three lists of this length are 24 MB.
const MOST_STATES: usize = 1 << 20;

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

/// How many zones of a kind there are, and how far apart states are that differ by one of them.
#[derive(Clone, Copy, Debug)]
struct Digit {
    kind: usize,
    count: usize,
    stride: usize,
}

/// The steps that a search of these numbers takes at the most, without a bound.
pub(super) fn steps(counts: &[(usize, usize)]) -> u64 {
    let pairs = counts.iter().enumerate().map(|(place, (_, count))| {
        let count = u64::try_from(*count).unwrap_or(u64::MAX);
        // Once the first system is taken, one zone of the first kind is gone for good.
        let count = if place == 0 { count.saturating_sub(1) } else { count };
        count.saturating_add(1).saturating_mul(count.saturating_add(2)) / 2
    });
    pairs.fold(1, u64::saturating_mul)
}

/// The states of these numbers; none if there are too many.
fn digits(counts: &[(usize, usize)]) -> Option<(Vec<Digit>, usize)> {
    let mut digits = Vec::with_capacity(counts.len());
    let mut stride = 1_usize;
    for (kind, count) in counts.iter().rev().filter(|(_, count)| *count > 0) {
        digits.push(Digit { kind: *kind, count: *count, stride });
        stride = stride.checked_mul(count + 1).filter(|states| *states <= MOST_STATES)?;
    }
    digits.reverse();
    Some((digits, stride))
}

/// Whether the states of these numbers can be held.
pub(super) fn holds(counts: &[(usize, usize)]) -> bool {
    digits(counts).is_some()
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
    let mut columns = Columns {
        class,
        digits: &digits,
        least: vec![i64::MAX; if beyond { states } else { 0 }],
        keys: vec![i64::MAX; states],
        kinds: Vec::new(),
        spare: Vec::new(),
        work,
    };
    if !columns.fill(0, 0, &Sum::empty(class)) {
        return (Found::TooMuch, None);
    }
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

/// The least key of every set of zones as one system.
struct Columns<'a> {
    class: &'a Class,
    digits: &'a [Digit],
    keys: Vec<i64>,
    /// The same with what was left out of the options; empty where that is not asked for.
    least: Vec<i64>,
    /// The zones of the set at hand.
    kinds: Vec<usize>,
    /// Sums that can be used again.
    spare: Vec<Sum>,
    work: &'a mut Work,
}

impl Columns<'_> {
    /// Every set that has `sum` and more zones of the digits from `first` on; as deep as there are kinds.
    fn fill(&mut self, first: usize, state: usize, sum: &Sum) -> bool {
        let digits = self.digits;
        for (place, digit) in digits.iter().enumerate().skip(first) {
            let Some(kind) = self.class.kinds.get(digit.kind) else { continue };
            let mut more = self.spare.pop().unwrap_or_else(|| Sum::empty(self.class));
            more.copy(sum);
            let mut at = state;
            let length = self.kinds.len();
            let mut enough_work = true;
            for _ in 0..digit.count {
                more.grow(kind, self.class);
                self.kinds.push(digit.kind);
                at += digit.stride;
                let weighed = more.weigh(self.class, &self.kinds, !self.least.is_empty());
                if let Some(least) = self.least.get_mut(at) {
                    *least = weighed.least_key(self.class);
                }
                let best = weighed.best;
                let steps = more.made().saturating_add(best.as_ref().map_or(1, |best| best.work));
                self.work.cut |= best.as_ref().is_some_and(|best| best.cut);
                if let (Some(key), Some(best)) = (self.keys.get_mut(at), best) {
                    *key = best.key(self.class);
                }
                enough_work = self.work.spend(steps);
                // A set that no outdoor unit can carry has no larger set that one can.
                if !enough_work || !more.can_grow(self.class) {
                    break;
                }
                enough_work = self.fill(place + 1, at, &more);
                if !enough_work {
                    break;
                }
            }
            self.kinds.truncate(length);
            self.spare.push(more);
            if !enough_work {
                return false;
            }
        }
        true
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
        let mut sets: Vec<usize> = Vec::new();
        let mut counts: Vec<(usize, usize)> = Vec::new();
        // Every system makes the state smaller, so a state is final when its turn comes.
        for state in (1..states).rev() {
            let key = reached.get(state).copied().unwrap_or(i64::MAX);
            if key == i64::MAX {
                continue;
            }
            self.counts(state, &mut counts);
            if !self.can_reach(key, &counts) {
                continue;
            }
            self.sets(&counts, &mut sets);
            if !work.spend(u64::try_from(sets.len()).unwrap_or(u64::MAX)) {
                return (Found::TooMuch, None);
            }
            for set in &sets {
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
        (Found::Least(self.trace(&from, full)), Some(least))
    }

    /// How many zones of each digit a state has; the list holds the place of the digit.
    fn counts(&self, state: usize, counts: &mut Vec<(usize, usize)>) {
        counts.clear();
        let of = |(place, digit): (usize, &Digit)| (place, state / digit.stride % (digit.count + 1));
        counts.extend(self.digits.iter().enumerate().map(of).filter(|(_, count)| *count > 0));
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

    /// Every part of a state with at least one zone of its first kind.
    fn sets(&self, counts: &[(usize, usize)], sets: &mut Vec<usize>) {
        sets.clear();
        let mut first = true;
        for (place, count) in counts {
            let Some(digit) = self.digits.get(*place) else { continue };
            if first {
                sets.extend((1..=*count).map(|number| number * digit.stride));
                first = false;
                continue;
            }
            let length = sets.len();
            for number in 1..=*count {
                sets.extend_from_within(..length);
                sets.iter_mut().skip(length * number).for_each(|set| *set += number * digit.stride);
            }
        }
    }

    fn trace(&self, from: &[usize], full: usize) -> Vec<Vec<usize>> {
        let mut systems = Vec::new();
        let mut state = 0;
        while state < full {
            let Some(set) = from.get(state).copied().filter(|set| *set > 0) else { break };
            let kinds = self
                .digits
                .iter()
                .flat_map(|digit| std::iter::repeat_n(digit.kind, set / digit.stride % (digit.count + 1)));
            systems.push(kinds.collect());
            state += set;
        }
        systems
    }
}
