//! A first grouping of many zones: in several orders, the cheapest cut of the row into systems of neighbours.

use super::canonical::{Class, Kind};
use super::exact::Work;
use super::system::Sum;
use std::cmp::Reverse;

/// The best cut of each order, with its key; as many zones as are left unserved cost what the key says.
pub(super) fn groupings(class: &Class, work: &mut Work) -> Vec<(i64, Vec<Vec<usize>>)> {
    let mut found: Vec<(i64, Vec<Vec<usize>>)> =
        orders(class).iter().map(|order| cut(class, order, work)).collect();
    found.sort();
    found.dedup();
    found
}

/// Kinds by size, by the hour of the peak, by the shape of the day, by index for each watt, and the large beside the small.
fn orders(class: &Class) -> Vec<Vec<usize>> {
    let all: Vec<usize> = class
        .kinds
        .iter()
        .enumerate()
        .flat_map(|(place, kind)| kind.members.iter().map(move |_| place))
        .collect();
    let sorted = |by: &dyn Fn(&Kind) -> (i64, Reverse<i64>)| {
        let mut order = all.clone();
        order.sort_by_key(|place| class.kinds.get(*place).map(by));
        order
    };
    let size = |kind: &Kind| kind.profile.iter().max().copied().unwrap_or(0);
    let hour = |kind: &Kind| {
        let peak = kind.profile.iter().enumerate().max_by_key(|(hour, load)| (**load, Reverse(*hour)));
        i64::try_from(peak.map_or(0, |(hour, _)| hour)).unwrap_or(0)
    };
    let day = |kind: &Kind| kind.profile.iter().sum::<i64>().saturating_mul(1000) / size(kind).max(1);
    let index = |kind: &Kind| {
        let least = kind.options.iter().flatten().map(|option| option.index).min().unwrap_or(0);
        least.saturating_mul(1_000_000) / size(kind).max(1)
    };
    let (large, small) = all.split_at(all.len() / 2);
    let mut beside = Vec::with_capacity(all.len());
    let mut small = small.iter().rev();
    for place in large {
        beside.push(*place);
        beside.extend(small.next());
    }
    beside.extend(small);
    vec![
        all.clone(),
        sorted(&|kind| (hour(kind), Reverse(size(kind)))),
        sorted(&|kind| (day(kind), Reverse(size(kind)))),
        sorted(&|kind| (index(kind), Reverse(size(kind)))),
        sorted(&|kind| (size(kind) / 1000 % 2, Reverse(hour(kind)))),
        beside,
    ]
}

fn cut(class: &Class, order: &[usize], work: &mut Work) -> (i64, Vec<Vec<usize>>) {
    // For each number of zones from the front: the least key, and how many zones its last system has.
    let mut least: Vec<(i64, usize)> = vec![(0, 0)];
    for end in 1..=order.len() {
        let shared = class.shared.iter().any(Option::is_some);
        let mut sum = Sum::empty(class);
        let mut kinds: Vec<usize> = Vec::new();
        let mut best = (i64::MAX, 1);
        for (length, kind) in order.iter().take(end).rev().enumerate() {
            kinds.push(*kind);
            // Without work left only the search for longer systems ends: a zone alone always has an answer.
            let (weighed, goes_on) = if shared {
                // A shared pipe is added up from its far end, and this row is in no order.
                sum = Sum::of_limits(class, &kinds);
                let mut goes_on = true;
                let mut spend = |steps: u64| {
                    goes_on = work.spend(steps);
                    true
                };
                (class.weigh(&kinds, i64::MAX, false, &mut spend).weighed, goes_on)
            } else {
                class.kinds.get(*kind).into_iter().for_each(|kind| sum.grow(kind, class));
                let weighed = sum.weigh(class, &kinds, false);
                let goes_on = work.spend(weighed.work);
                (weighed, goes_on)
            };
            work.cut |= weighed.cut;
            if let Some(system) = weighed.best {
                let before = least.get(end - length - 1).map_or(i64::MAX, |(key, _)| *key);
                best = best.min((before.saturating_add(system.key(class)), length + 1));
            }
            if !goes_on || !sum.can_grow(class) {
                break;
            }
        }
        least.push(best);
    }
    let key = least.last().map_or(0, |(key, _)| *key);
    let mut systems = Vec::new();
    let mut end = order.len();
    while let Some((_, length)) = least.get(end).filter(|(_, length)| *length > 0) {
        let mut kinds: Vec<usize> = order.iter().take(end).rev().take(*length).copied().collect();
        kinds.sort_unstable();
        systems.push(kinds);
        end -= length;
    }
    systems.sort();
    (key, systems)
}
