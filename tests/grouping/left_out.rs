//! Options that are not searched: the bound counts with them.

use crate::checked;
use crate::drawn::{self, Form, PLAIN};
use crate::enumeration;
use tonnage::selection::grouping::{Problem, UnitOption};

/// The same problem with some of the options of every zone left out.
fn without(mut problem: Problem, left_out: impl Fn(&UnitOption, &[UnitOption]) -> bool) -> Problem {
    for zone in &mut problem.zones {
        let options = std::mem::take(&mut zone.options);
        let is_left_out = |option: &UnitOption| left_out(option, &options);
        (zone.left_out, zone.options) = options.iter().partition(|option| is_left_out(option));
    }
    problem
}

/// Whether another option of the family is no larger and no worse.
fn larger_and_no_better(option: &UnitOption, others: &[UnitOption]) -> bool {
    others.iter().any(|other| {
        other.id != option.id
            && other.family == option.family
            && other.index < option.index
            && other.cost <= option.cost
            && other.count <= option.count
            && other.charge_g <= option.charge_g
            && other.pipe_dm <= option.pipe_dm
            && other.fresh_index <= option.fresh_index
    })
}

/// The same problem with larger units of a little more cost for every zone: half as large again, and twice as large.
fn with_larger(mut problem: Problem) -> Problem {
    for (place, zone) in problem.zones.iter_mut().enumerate() {
        let options = zone.options.clone();
        let price = i64::try_from(place % 3).unwrap() * 20 + 5;
        zone.options.extend(options.iter().flat_map(|option| {
            let larger =
                |id: usize, index: i64, cost: i64| UnitOption { id: option.id + id, index, cost, ..*option };
            [
                larger(20, option.index * 3 / 2, option.cost + price),
                larger(40, option.index * 2, option.cost + 3 * price),
            ]
        }));
    }
    problem
}

fn form(seed: u64) -> Form {
    Form {
        zones: 2 + usize::try_from(seed % 4).unwrap(),
        options: 1,
        families: 1 + i64::from(seed.is_multiple_of(6)),
        singles: seed.is_multiple_of(4),
        charge: seed.is_multiple_of(5),
        least_permille: [0, 500, 800][usize::try_from(seed % 3).unwrap()],
        fresh: seed % 7 == 2,
        shared: seed.is_multiple_of(2),
        ..PLAIN
    }
}

#[test]
fn the_bound_counts_with_larger_options_that_were_left_out() {
    let (mut proved, mut dearer) = (0, 0);
    for seed in 0..500_u64 {
        let problem = with_larger(drawn::apart(drawn::problem(40_000 + seed, form(seed))));
        let searched = without(problem.clone(), larger_and_no_better);
        let answer = checked(&searched);
        let (unserved, least, _) = enumeration::least(&problem);
        if unserved > 0 || !answer.unserved.is_empty() {
            assert!(!answer.proved_optimal || searched == problem || unserved > 0, "seed {seed}");
            continue;
        }
        assert!(answer.exhaustive, "seed {seed}");
        assert!(answer.lower_bound <= least && least <= answer.cost, "seed {seed}: {least}, {answer:?}");
        if answer.proved_optimal {
            assert_eq!(answer.cost, least, "seed {seed}");
        }
        proved += i32::from(answer.proved_optimal);
        dearer += i32::from(answer.cost > least);
    }
    // A search that gave up, or problems in which nothing larger is ever of use, would show here.
    assert!(proved > 250 && dearer > 10, "{proved} proved, {dearer} dearer");
}

#[test]
fn the_bound_holds_whatever_was_left_out() {
    let mut proved = 0;
    for seed in 0..300_u64 {
        let problem = with_larger(drawn::apart(drawn::problem(41_000 + seed, form(seed))));
        let searched = without(problem.clone(), |option, others| {
            others.iter().position(|other| other.id == option.id).is_some_and(|place| place % 3 == 1)
        });
        let answer = checked(&searched);
        let (unserved, least, _) = enumeration::least(&problem);
        if unserved > 0 || !answer.unserved.is_empty() {
            continue;
        }
        assert!(answer.lower_bound <= least && least <= answer.cost, "seed {seed}: {least}, {answer:?}");
        assert!(!answer.proved_optimal || answer.cost == least, "seed {seed}");
        proved += i32::from(answer.proved_optimal);
    }
    assert!(proved > 20, "{proved} proved");
}
