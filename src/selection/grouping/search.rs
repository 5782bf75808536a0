//! The search of one class: exact where it is small, otherwise a good grouping, a bound, and the exact search below both.

use super::bound::Bound;
use super::canonical::Class;
use super::exact::{self, Found, Work};
use super::improve::improve;
use super::interval::groupings;
use super::system::By;

/// Up to this many steps the exact search is run at once; fourteen different zones take 1,594,323.
const AT_ONCE: u64 = 1_600_000;

/// How many sums of options a set keeps at first, where all sets are tried at once, and in the second search below what the first found.
const STATES_AT_FIRST: usize = 200;
const STATES: usize = 16_384;

/// The systems of a class.
#[derive(Debug)]
pub(super) struct Solved {
    /// The kinds of the zones of each system.
    pub(super) systems: Vec<Vec<usize>>,
    pub(super) lower_bound: i64,
    pub(super) proved: bool,
    pub(super) work: u64,
    /// What they cost, if they serve everybody.
    cost: Option<i64>,
    /// Whether sums of options were dropped.
    cut: bool,
}

/// The class with its systems. Where few zones have so many sums of options that some were dropped, they are searched again: what costs
/// more above the least than the systems that were found cost above the bound is in nothing cheaper, and little is left.
pub(super) fn solve(mut class: Class, limit: u64) -> (Class, Solved) {
    let counts = class.counts();
    let few = exact::steps(&counts) <= AT_ONCE && exact::holds(&counts);
    if !few {
        let solved = searched(&class, limit);
        return (class, solved);
    }
    class.shared.iter_mut().flatten().for_each(|limits| limits.search(STATES_AT_FIRST, i64::MAX));
    let first = searched(&class, limit);
    if first.proved || !first.cut {
        return (class, first);
    }
    let least = Bound::of(&class).cost(&counts);
    let slack = first.cost.map_or(i64::MAX, |cost| cost - least);
    class.shared.iter_mut().flatten().for_each(|limits| limits.search(STATES, slack));
    let second = searched(&class, limit);
    (class, Solved { work: first.work + second.work, ..second })
}

fn searched(class: &Class, limit: u64) -> Solved {
    let mut work = Work { used: 0, limit, cut: false };
    let bound = Bound::of(class);
    let counts = class.counts();
    if exact::steps(&counts) <= AT_ONCE
        && exact::holds(&counts)
        && let Found::Least(systems) = exact::search(class, &bound, &counts, None, &mut work)
    {
        return solved(class, &bound, systems, true, &work);
    }
    let goal = bound.cost(&counts).saturating_mul(class.scale).saturating_add(class.scale - 1);
    let mut best: Option<(i64, Vec<Vec<usize>>)> = None;
    for (_, systems) in groupings(class, &mut work) {
        let improved = improve(class, &bound, systems, goal, &mut work);
        if best.as_ref().is_none_or(|best| improved < *best) {
            best = Some(improved);
        }
        if best.as_ref().is_some_and(|(key, _)| *key <= goal) {
            break;
        }
    }
    let (key, systems) = best.unwrap_or_default();
    if key <= goal {
        return solved(class, &bound, systems, true, &work);
    }
    match exact::search(class, &bound, &counts, Some(key - 1), &mut work) {
        Found::Least(better) => solved(class, &bound, better, true, &work),
        Found::NothingBelow => solved(class, &bound, systems, true, &work),
        Found::TooMuch => solved(class, &bound, systems, false, &work),
    }
}

/// The bound is that of the zones served; a search that dropped options proves nothing.
fn solved(class: &Class, bound: &Bound<'_>, systems: Vec<Vec<usize>>, proved: bool, work: &Work) -> Solved {
    let mut counts: Vec<(usize, usize)> = (0..class.kinds.len()).map(|kind| (kind, 0)).collect();
    let mut cost = 0;
    for kinds in &systems {
        let Some(best) = class.best(kinds).filter(|best| best.by != By::Nothing) else { continue };
        cost += best.cost;
        for kind in kinds {
            counts.get_mut(*kind).into_iter().for_each(|(_, count)| *count += 1);
        }
    }
    let least = bound.cost(&counts).min(cost);
    let everybody = class.kinds.iter().zip(&counts).all(|(kind, (_, count))| kind.members.len() == *count);
    // Serving everybody at the bound is proof by itself, whatever was dropped on the way.
    let proved = (proved && !work.cut) || (everybody && least == cost);
    let mut systems = systems;
    systems.sort();
    let lower_bound = if proved { cost } else { least };
    let cost = everybody.then_some(cost);
    Solved { systems, lower_bound, proved, work: work.used, cost, cut: work.cut }
}
