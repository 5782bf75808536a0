//! The search of one class: exact where it is small, otherwise a good grouping, a bound, and the exact search below both.

use super::bound::Bound;
use super::canonical::Class;
use super::exact::{self, Found, Work};
use super::improve::improve;
use super::interval::groupings;
use super::left_out::Counted;
use super::narrow;
use super::problem::Limits;
use super::states;
use super::system::{Best, By};

/// Up to this many steps the exact search is run at once; fourteen different zones take 1,594,323.
const AT_ONCE: u64 = 1_600_000;

/// Up to this many where sets are bounded first; sixteen different zones take 14,348,907.
const BOUNDED: u64 = 15_000_000;

/// How many sums of options a set keeps at first, where all sets are tried at once, in the second search below what the first found, and
/// where parts of the zones are tried.
const SUMS_AT_FIRST: usize = 200;
const SUMS: usize = 16_384;
const SUMS_OF_PARTS: usize = 24;

/// The systems of a class.
#[derive(Debug)]
pub(super) struct Solved {
    /// The kinds of the zones of each system.
    pub(super) systems: Vec<Vec<usize>>,
    /// Each of them at its least cost, which is dear to find of many zones; none for one that is no system after all.
    pub(super) bests: Vec<Option<Best>>,
    pub(super) lower_bound: i64,
    pub(super) proved: bool,
    pub(super) work: u64,
    /// Whether nothing is left to be tried.
    complete: bool,
    /// Whether its costs are those of the most sums.
    of_most_sums: bool,
    /// What every way costs at the least, if all were tried.
    pub(super) of_all_ways: Option<OfAllWays>,
    /// What they cost, if they serve everybody.
    cost: Option<i64>,
}

/// What a search to its end says of every way to serve the zones.
#[derive(Clone, Copy, Debug)]
pub(super) enum OfAllWays {
    /// None costs less than the one that was found.
    NoneLess,
    /// None costs less than this with what was left out of the options.
    AtLeast(i64),
    /// None costs less with the options; what was left out of them is not counted.
    NoneLessOfOptions,
}

/// The class with its systems.
pub(super) fn solve(mut class: Class, limits: Limits) -> (Class, Solved) {
    let mut work = Work { used: 0, limit: limits.work, cut: false };
    let found = if class.shared.iter().any(Option::is_some) {
        // Half of the work is for the exact search, so that enough is left for the other where that does not come to its end.
        work.limit = limits.work / 2;
        let exact = narrowed(&mut class, &mut work).or_else(|| on_a_shared_pipe(&mut class, &mut work));
        match exact {
            Some(exact) if exact.complete => exact,
            exact => {
                (work.limit, work.cut) = (limits.work, false);
                class.keep_sums(SUMS_OF_PARTS, i64::MAX);
                better(exact, by_parts(&class, &mut work))
            }
        }
    } else {
        at_once(&class, &mut work).unwrap_or_else(|| by_parts(&class, &mut work))
    };
    // What was found is told at its least cost, whatever sums were dropped on the way: with no fewer sums than it was found by.
    class.keep_sums(SUMS, i64::MAX);
    if found.of_most_sums {
        return (class, found);
    }
    work.cut = false;
    let told = solved(&class, &Bound::of(&class), found.systems, found.of_all_ways, &work);
    (class, told)
}

/// The exact search of the sets of zones that bounds leave over. None where the zones are too many, or where it cannot begin.
fn narrowed(class: &mut Class, work: &mut Work) -> Option<Solved> {
    let counts = class.counts();
    if states::steps(&counts) > BOUNDED {
        return None;
    }
    class.keep_sums(SUMS, i64::MAX);
    let found = narrow::search(class, &counts, None, work)?;
    let all = match class.counted {
        Counted::Never => found.exhausted.then_some(OfAllWays::NoneLessOfOptions),
        Counted::Nothing if found.exhausted => Some(OfAllWays::NoneLess),
        Counted::Nothing | Counted::AtItsPrice => Some(OfAllWays::AtLeast(found.least_key / class.scale)),
    };
    let solved = solved(class, &Bound::of(class), found.systems, all, work);
    Some(Solved { complete: found.exhausted, of_most_sums: true, ..solved })
}

/// The cheaper of two ways, with what is known of all ways.
fn better(exact: Option<Solved>, by_parts: Solved) -> Solved {
    let Some(exact) = exact else { return by_parts };
    let cost = |solved: &Solved| (solved.cost.is_none(), solved.cost);
    let all = exact.of_all_ways.or(by_parts.of_all_ways);
    let best = if cost(&by_parts) < cost(&exact) { by_parts } else { exact };
    Solved { of_all_ways: all, ..best }
}

/// The exact search where zones share a pipe. Where so many sums of options were made that some were dropped, it is repeated: what costs
/// more above the least than the systems that were found cost above the bound is in nothing cheaper, and little is left. None where the
/// zones are too many or the work too much.
fn on_a_shared_pipe(class: &mut Class, work: &mut Work) -> Option<Solved> {
    class.keep_sums(SUMS_AT_FIRST, i64::MAX);
    let first = at_once(class, work)?;
    if first.proved || !work.cut {
        return Some(first);
    }
    let least = Bound::of(class).cost(&class.counts());
    class.keep_sums(SUMS, first.cost.map_or(i64::MAX, |cost| cost - least));
    work.cut = false;
    Some(at_once(class, work).unwrap_or(first))
}

/// All sets of the zones, where they are few enough; none where they are not, or where the work is too much.
fn at_once(class: &Class, work: &mut Work) -> Option<Solved> {
    let counts = class.counts();
    if states::steps(&counts) > AT_ONCE || !states::holds(&counts) {
        return None;
    }
    let bound = Bound::of(class);
    let (found, least) = exact::search_beyond(class, &bound, &counts, None, work);
    match found {
        Found::Least(systems) => Some(solved(class, &bound, systems, of_all_ways(class, least), work)),
        Found::NothingBelow | Found::TooMuch => None,
    }
}

/// Good groupings of rows of zones, made better pair by pair, and then all sets below the best of them.
fn by_parts(class: &Class, work: &mut Work) -> Solved {
    let bound = Bound::of(class);
    let counts = class.counts();
    let goal = bound.cost(&counts).saturating_mul(class.scale).saturating_add(class.scale - 1);
    let mut best: Option<(i64, Vec<Vec<usize>>)> = None;
    for (_, systems) in groupings(class, work) {
        let improved = improve(class, &bound, systems, goal, work);
        if best.as_ref().is_none_or(|best| improved < *best) {
            best = Some(improved);
        }
        if best.as_ref().is_some_and(|(key, _)| *key <= goal) {
            break;
        }
    }
    let (key, systems) = best.unwrap_or_default();
    if key <= goal {
        // At the bound nothing costs less, whatever was left out.
        return solved(class, &bound, systems, Some(OfAllWays::NoneLess), work);
    }
    let (found, least) = exact::search_beyond(class, &bound, &counts, Some(key - 1), work);
    let all = of_all_ways(class, least);
    match found {
        Found::Least(better) => solved(class, &bound, better, all, work),
        Found::NothingBelow => solved(class, &bound, systems, all, work),
        Found::TooMuch => solved(class, &bound, systems, None, work),
    }
}

/// What a search to its end says, with the least key of any way.
fn of_all_ways(class: &Class, least: Option<i64>) -> Option<OfAllWays> {
    match class.counted {
        Counted::Nothing => Some(OfAllWays::NoneLess),
        Counted::AtItsPrice => least.map(|key| OfAllWays::AtLeast(key / class.scale)),
        Counted::Never => Some(OfAllWays::NoneLessOfOptions),
    }
}

/// The bound is that of the zones served; a search that dropped sums of options proves nothing.
fn solved(
    class: &Class,
    bound: &Bound<'_>,
    systems: Vec<Vec<usize>>,
    of_all_ways: Option<OfAllWays>,
    work: &Work,
) -> Solved {
    let mut systems = systems;
    systems.sort();
    let bests: Vec<Option<Best>> = systems.iter().map(|kinds| class.best(kinds)).collect();
    // A set that is no system after all leaves its zones unserved, and nothing is known of other ways then.
    let all_told = bests.iter().all(Option::is_some);
    let of_all_ways = of_all_ways.filter(|_| !work.cut && all_told);
    let mut counts: Vec<(usize, usize)> = (0..class.kinds.len()).map(|kind| (kind, 0)).collect();
    let mut cost = 0;
    for (kinds, best) in systems.iter().zip(&bests) {
        let Some(best) = best.as_ref().filter(|best| best.by != By::Nothing) else { continue };
        cost += best.cost;
        for kind in kinds {
            counts.get_mut(*kind).into_iter().for_each(|(_, count)| *count += 1);
        }
    }
    let least = bound.cost(&counts).min(cost);
    let everybody = class.kinds.iter().zip(&counts).all(|(kind, (_, count))| kind.members.len() == *count);
    let least = match of_all_ways {
        // Who is left out differs from way to way, so that their costs only compare where everybody is served.
        Some(OfAllWays::AtLeast(of_all)) if everybody => least.max(of_all.min(cost)),
        _ => least,
    };
    // Serving everybody at the bound is proof by itself, whatever was dropped on the way.
    let proved = matches!(of_all_ways, Some(OfAllWays::NoneLess)) || (everybody && least == cost);
    let lower_bound = if proved { cost } else { least };
    let cost = everybody.then_some(cost);
    Solved {
        systems,
        bests,
        lower_bound,
        proved,
        complete: of_all_ways.is_some(),
        of_most_sums: false,
        of_all_ways,
        work: work.used,
        cost,
    }
}
