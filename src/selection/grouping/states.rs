//! The states of a search: how many zones of each kind are still to be served.
//!
//! Equal zones are counted, not named, so eight equal rooms make nine states and not 256.

/// The most states of a search: three lists of this length are 24 MB.
const MOST_STATES: usize = 1 << 20;

/// How many zones of a kind there are, and how far apart states are that differ by one of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Digit {
    pub(super) kind: usize,
    pub(super) count: usize,
    pub(super) stride: usize,
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
pub(super) fn digits(counts: &[(usize, usize)]) -> Option<(Vec<Digit>, usize)> {
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

/// How many zones of each digit a state has; the list holds the place of the digit.
pub(super) fn parts(digits: &[Digit], state: usize, counts: &mut Vec<(usize, usize)>) {
    counts.clear();
    let of = |(place, digit): (usize, &Digit)| (place, state / digit.stride % (digit.count + 1));
    counts.extend(digits.iter().enumerate().map(of).filter(|(_, count)| *count > 0));
}

/// Every part of a state with at least one zone of its first kind.
pub(super) fn sets(digits: &[Digit], counts: &[(usize, usize)], sets: &mut Vec<usize>) {
    sets.clear();
    let mut first = true;
    for (place, count) in counts {
        let Some(digit) = digits.get(*place) else { continue };
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

/// The kinds of the zones of a set.
pub(super) fn kinds(digits: &[Digit], set: usize) -> Vec<usize> {
    let of = |digit: &Digit| std::iter::repeat_n(digit.kind, set / digit.stride % (digit.count + 1));
    digits.iter().flat_map(of).collect()
}

/// The kinds of each system of a way that came to every state `from` the set that is named there.
pub(super) fn trace(digits: &[Digit], from: &[usize], full: usize) -> Vec<Vec<usize>> {
    let mut systems = Vec::new();
    let mut state = 0;
    while state < full {
        let Some(set) = from.get(state).copied().filter(|set| *set > 0) else { break };
        systems.push(kinds(digits, set));
        state += set;
    }
    systems
}
