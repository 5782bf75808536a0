//! Makes a grouping cheaper two systems at a time until no pair can be made cheaper: their zones are split anew exactly where that
//! is small, and otherwise single zones move over or change places.

use super::bound::Bound;
use super::canonical::Class;
use super::exact::{self, Found, Work};
use super::narrow;
use super::states;
use std::collections::BTreeSet;

/// Two systems are split anew exactly up to this many steps; eleven different zones take 88,574.
const MOST_STEPS: u64 = 100_000;

pub(super) fn improve(
    class: &Class,
    bound: &Bound<'_>,
    systems: Vec<Vec<usize>>,
    goal: i64,
    work: &mut Work,
) -> (i64, Vec<Vec<usize>>) {
    let mut keyed: Vec<(Vec<usize>, i64)> = systems
        .into_iter()
        .map(|kinds| {
            let key = class.best(&kinds).map_or(i64::MAX, |best| best.key(class));
            (kinds, key)
        })
        .collect();
    // Pairs that are known to be at their best.
    let mut settled: BTreeSet<(Vec<usize>, Vec<usize>)> = BTreeSet::new();
    loop {
        keyed.sort();
        let total = keyed.iter().fold(0_i64, |sum, (_, key)| sum.saturating_add(*key));
        if total <= goal || work.used >= work.limit {
            return (total, keyed.into_iter().map(|(kinds, _)| kinds).collect());
        }
        let Some((a, b, better)) = first_better(class, bound, &keyed, &mut settled, work) else {
            return (total, keyed.into_iter().map(|(kinds, _)| kinds).collect());
        };
        let kept = keyed.into_iter().enumerate().filter(|(place, _)| *place != a && *place != b);
        keyed = kept.map(|(_, system)| system).collect();
        keyed.extend(better);
    }
}

type Keyed = (Vec<usize>, i64);

/// The first pair of systems that can be made cheaper, and what it becomes.
fn first_better(
    class: &Class,
    bound: &Bound<'_>,
    keyed: &[Keyed],
    settled: &mut BTreeSet<(Vec<usize>, Vec<usize>)>,
    work: &mut Work,
) -> Option<(usize, usize, Vec<Keyed>)> {
    for (a, first) in keyed.iter().enumerate() {
        for (b, second) in keyed.iter().enumerate().skip(a + 1) {
            let pair = (first.0.clone(), second.0.clone());
            if settled.contains(&pair) {
                continue;
            }
            if let Some(better) = split_anew(class, bound, first, second, work) {
                return Some((a, b, better));
            }
            settled.insert(pair);
            if work.used >= work.limit {
                return None;
            }
        }
    }
    None
}

fn split_anew(
    class: &Class,
    bound: &Bound<'_>,
    first: &Keyed,
    second: &Keyed,
    work: &mut Work,
) -> Option<Vec<Keyed>> {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    let mut zones: Vec<usize> = first.0.iter().chain(&second.0).copied().collect();
    zones.sort_unstable();
    for kind in zones {
        match counts.last_mut() {
            Some((last, count)) if *last == kind => *count += 1,
            _ => counts.push((kind, 1)),
        }
    }
    let now = first.1.saturating_add(second.1);
    if bound.cost(&counts).saturating_mul(class.scale) >= now {
        return None;
    }
    if states::steps(&counts) > MOST_STEPS {
        return exchange(class, first, second, work);
    }
    let systems = match narrow::search(class, &counts, Some(now), work) {
        Some(narrowed) => narrowed.systems,
        None => match exact::search(class, bound, &counts, Some(now - 1), work) {
            Found::Least(systems) => systems,
            Found::NothingBelow | Found::TooMuch => Vec::new(),
        },
    };
    let better: Vec<Keyed> = systems.into_iter().filter_map(|kinds| keyed(class, kinds, work)).collect();
    (!better.is_empty()).then_some(better)
}

fn keyed(class: &Class, kinds: Vec<usize>, work: &mut Work) -> Option<Keyed> {
    // A system that has given its last zone away is none.
    if kinds.is_empty() {
        return Some((kinds, 0));
    }
    let mut spend = |steps: u64| {
        work.spend(steps);
        true
    };
    let key = class.weigh(&kinds, i64::MAX, false, &mut spend).weighed.best?.key(class);
    Some((kinds, key))
}

/// The best of one zone moved over or two zones changed; none if that is no better.
fn exchange(class: &Class, first: &Keyed, second: &Keyed, work: &mut Work) -> Option<Vec<Keyed>> {
    let now = first.1.saturating_add(second.1);
    let mut best: Option<(i64, Vec<Keyed>)> = None;
    // `None` stands for nothing that comes back.
    let ways = |kinds: &[usize]| -> Vec<Option<usize>> {
        let mut ways: Vec<Option<usize>> = kinds.iter().copied().map(Some).collect();
        ways.dedup();
        ways.push(None);
        ways
    };
    for give in ways(&first.0) {
        for take in ways(&second.0) {
            if give == take || !work.spend(1) {
                continue;
            }
            let a = keyed(class, changed(&first.0, give, take), work);
            let Some(a) = a.filter(|(_, key)| *key < best.as_ref().map_or(now, |(key, _)| *key)) else {
                continue;
            };
            let Some(b) = keyed(class, changed(&second.0, take, give), work) else { continue };
            let key = a.1.saturating_add(b.1);
            if key < best.as_ref().map_or(now, |(key, _)| *key) {
                best = Some((key, vec![a, b]));
            }
        }
    }
    best.map(|(_, systems)| systems.into_iter().filter(|(kinds, _)| !kinds.is_empty()).collect())
}

fn changed(kinds: &[usize], without: Option<usize>, with: Option<usize>) -> Vec<usize> {
    let mut changed = kinds.to_vec();
    if let Some(place) = without.and_then(|kind| changed.iter().position(|other| *other == kind)) {
        changed.remove(place);
    }
    changed.extend(with);
    changed.sort_unstable();
    changed
}
