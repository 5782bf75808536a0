//! The exact search where every set of zones is bounded first, and only those that may be in the cheapest way are added up.
//!
//! With one option of each zone that is no worse than any, a set has one sum: with more index at its price it is what the set costs at the
//! least. What the zones before it and after it cost at the least says which sets could be in a way that costs less than the
//! cheapest known. Those at the lowest bound are added up with all their options, until no other is left.

use super::canonical::Class;
use super::columns::Columns;
use super::exact::Work;
use super::floor::Looked;
use super::left_out::Counted;
use super::states::{Digit, digits, kinds, parts, sets, trace};

/// How many sets are added up before the bounds are looked at again: at first, and so many times more each time.
const SETS_AT_FIRST: usize = 8;
const TIMES_MORE: usize = 4;

/// How many steps from state to state are as much work as a sum of options.
const STEPS_AS_A_SUM: u64 = 24;

/// The cheapest way that was found, if one was.
#[derive(Debug)]
pub(super) struct Narrowed {
    pub(super) systems: Vec<Vec<usize>>,
    /// No way has a lower key than this, what was left out of the options counted where it has a price.
    pub(super) least_key: i64,
    /// Whether no set is left that could be in a cheaper way.
    pub(super) exhausted: bool,
}

/// The least way to serve these zones, or the best that was found with the work; none where the sets cannot be bounded.
pub(super) fn search(
    class: &Class,
    counts: &[(usize, usize)],
    below: Option<i64>,
    work: &mut Work,
) -> Option<Narrowed> {
    let (digits, states) = digits(counts)?;
    let least = Columns::of(class.bounding.as_deref()?, &digits, states, true, work)?.least;
    let mut search = Search {
        class,
        digits: &digits,
        upper: vec![i64::MAX; states],
        least,
        known: vec![false; states],
        systems: Vec::new(),
        key: below.unwrap_or(i64::MAX),
    };
    let (least_key, exhausted) = search.run(work);
    Some(Narrowed { systems: search.systems, least_key, exhausted })
}

struct Search<'a> {
    class: &'a Class,
    digits: &'a [Digit],
    /// The key of every set as one system as far as it is known: of a way to serve it, and what no way is below.
    upper: Vec<i64>,
    least: Vec<i64>,
    /// Whether a set was added up in full.
    known: Vec<bool>,
    /// The cheapest way so far, and its key.
    systems: Vec<Vec<usize>>,
    key: i64,
}

/// A set that could be in a way with a lower key, behind the least key of such a way.
type Candidate = (i64, usize);

impl Search<'_> {
    /// Adds up sets until none is left that could be in a cheaper way; what no way is below, and whether none was left.
    fn run(&mut self, work: &mut Work) -> (i64, bool) {
        let mut number = SETS_AT_FIRST;
        loop {
            let (rest, way) = self.rest(work);
            self.improve(&rest, work);
            let least = rest.last().copied().unwrap_or(0).min(self.key);
            if work.used > work.limit {
                return (least, false);
            }
            // A way at the bound leads to a first way that is known, and from then on to a cheaper one.
            let unknown: Vec<Candidate> =
                way.into_iter().filter(|set| !self.is_known(*set)).map(|set| (least, set)).collect();
            let next = if self.key == i64::MAX && !unknown.is_empty() {
                unknown
            } else {
                let mut candidates = self.candidates(&rest, work);
                if candidates.is_empty() {
                    return (least, true);
                }
                candidates.sort_unstable();
                candidates.truncate(number);
                number = number.saturating_mul(TIMES_MORE);
                candidates
            };
            for candidate in next {
                if !self.add_up(candidate, work) {
                    break;
                }
            }
        }
    }

    fn is_known(&self, set: usize) -> bool {
        self.known.get(set).copied().unwrap_or(true)
    }

    fn full(&self) -> usize {
        self.least.len().saturating_sub(1)
    }

    /// What the zones of every state that is come to cost at the least, and the sets of a way that costs the least from the start.
    fn rest(&self, work: &mut Work) -> (Vec<i64>, Vec<usize>) {
        let full = self.full();
        let mut rest = vec![i64::MAX; self.least.len()];
        let mut by = vec![0_usize; self.least.len()];
        rest.first_mut().into_iter().for_each(|nothing| *nothing = 0);
        // With the first system a zone of the first kind is gone for good.
        let first = self.digits.first().map_or(0, |digit| digit.stride * digit.count);
        let (mut counts, mut parts_with_first) = (Vec::new(), Vec::new());
        for state in (1..first).chain([full]) {
            parts(self.digits, state, &mut counts);
            sets(self.digits, &counts, &mut parts_with_first);
            work.steps(parts_with_first.len());
            let with = |set: &usize| {
                let key = self.least.get(*set).copied().unwrap_or(i64::MAX);
                (key.saturating_add(rest.get(state - set).copied().unwrap_or(i64::MAX)), *set)
            };
            let Some((least, set)) = parts_with_first.iter().map(with).min() else { continue };
            rest.get_mut(state).into_iter().for_each(|rest| *rest = least);
            by.get_mut(state).into_iter().for_each(|by| *by = set);
        }
        let (mut way, mut state) = (Vec::new(), full);
        while let Some(set) = by.get(state).copied().filter(|set| *set > 0) {
            way.push(set);
            state -= set;
        }
        (rest, way)
    }

    /// A cheaper way of systems that are known, if there is one.
    fn improve(&mut self, rest: &[i64], work: &mut Work) {
        let mut from = vec![0_usize; self.upper.len()];
        let mut reached = vec![i64::MAX; self.upper.len()];
        self.walk(&self.upper, rest, &mut reached, work, |state, set, sum, reached| {
            let (Some(least), Some(by)) = (reached.get_mut(state), from.get_mut(state)) else { return };
            // Among equals the set of the smaller number, so the last system is the first in order, then the one before.
            if sum < *least || (sum == *least && set < *by) {
                (*least, *by) = (sum, set);
            }
        });
        if let Some(key) = reached.first().copied().filter(|key| *key < self.key) {
            self.key = key;
            self.systems = trace(self.digits, &from, self.full());
        }
    }

    /// The sets that are not known and could be in a way with a lower key, by the bounds.
    fn candidates(&self, rest: &[i64], work: &mut Work) -> Vec<Candidate> {
        let mut reached = vec![i64::MAX; self.least.len()];
        let mut through = vec![i64::MAX; self.least.len()];
        self.walk(&self.least, rest, &mut reached, work, |state, set, sum, reached| {
            reached.get_mut(state).into_iter().for_each(|least| *least = sum.min(*least));
            let all = sum.saturating_add(rest.get(state).copied().unwrap_or(i64::MAX));
            through.get_mut(set).into_iter().for_each(|least| *least = all.min(*least));
        });
        let found = through.iter().copied().enumerate().zip(&self.known);
        let found = found.filter(|((_, all), known)| *all < self.key && !**known);
        found.map(|((set, all), _)| (all, set)).collect()
    }

    /// Takes every system from every state that can still lead to a lower key: says to which state, by which set, at which key.
    fn walk(
        &self,
        keys: &[i64],
        rest: &[i64],
        reached: &mut [i64],
        work: &mut Work,
        mut to: impl FnMut(usize, usize, i64, &mut [i64]),
    ) {
        reached.last_mut().into_iter().for_each(|start| *start = 0);
        let (mut counts, mut parts_with_first) = (Vec::new(), Vec::new());
        for state in (1..keys.len()).rev() {
            let key = reached.get(state).copied().unwrap_or(i64::MAX);
            if key == i64::MAX || key.saturating_add(rest.get(state).copied().unwrap_or(i64::MAX)) >= self.key
            {
                continue;
            }
            parts(self.digits, state, &mut counts);
            sets(self.digits, &counts, &mut parts_with_first);
            work.steps(parts_with_first.len());
            for set in &parts_with_first {
                let Some(column) = keys.get(*set).copied().filter(|column| *column != i64::MAX) else {
                    continue;
                };
                let (after, sum) = (state - set, key.saturating_add(column));
                if sum.saturating_add(rest.get(after).copied().unwrap_or(i64::MAX)) < self.key {
                    to(after, *set, sum, reached);
                }
            }
        }
    }

    /// Adds up a set with all options, as far as it costs less than it may in a cheaper way; says whether there was enough work.
    fn add_up(&mut self, (all, set): Candidate, work: &mut Work) -> bool {
        let kinds = kinds(self.digits, set);
        let before = self.least.get(set).copied().unwrap_or(0);
        // With a key from here on it is in no cheaper way.
        let enough = self.key.saturating_sub(all).saturating_add(before);
        let most = enough / self.class.scale + 1;
        let beyond = self.class.counted == Counted::AtItsPrice;
        let Looked { weighed, complete } = self.class.weigh(&kinds, most, beyond, |steps| work.spend(steps));
        if let Some(best) = &weighed.best {
            let key = best.key(self.class);
            self.upper.get_mut(set).into_iter().for_each(|upper| *upper = key.min(*upper));
        }
        if complete && !weighed.cut {
            let least = weighed.least_key(self.class).min(enough);
            self.least.get_mut(set).into_iter().for_each(|known| *known = least.max(*known));
        }
        self.known.get_mut(set).into_iter().for_each(|known| *known = complete);
        work.used <= work.limit
    }
}

impl Work {
    /// Takes steps from state to state.
    fn steps(&mut self, number: usize) {
        self.spend(u64::try_from(number).unwrap_or(u64::MAX) / STEPS_AS_A_SUM);
    }
}
