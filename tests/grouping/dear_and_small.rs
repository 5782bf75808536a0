//! Smaller options that cost more than larger ones: the cheapest of a zone then brings the most index.

use crate::drawn::{self, Form, PLAIN};
use crate::{checked, enumeration};
use tonnage::selection::grouping::{Problem, UnitOption};

/// The same problem with one or two smaller and dearer units for every zone, which use less refrigerant.
fn with_smaller(mut problem: Problem) -> Problem {
    for (place, zone) in problem.zones.iter_mut().enumerate() {
        let options = zone.options.clone();
        zone.options.extend(options.iter().flat_map(|option| {
            let smaller = |id: usize, index: i64, more: i64| UnitOption {
                id: option.id + id,
                index,
                cost: option.cost + more,
                charge_g: option.charge_g * 2 / 3,
                ..*option
            };
            let both = [smaller(20, option.index * 2 / 3, 30), smaller(40, option.index / 2, 70)];
            both.into_iter().take(1 + place % 2)
        }));
    }
    problem
}

#[test]
fn zones_whose_cheapest_options_are_their_largest_reach_the_least_ratio_of_a_plant() {
    let mut served = 0;
    for seed in 0..300_u64 {
        let form = Form {
            zones: 2 + usize::try_from(seed % 4).unwrap(),
            options: 1 + i64::from(seed % 5 == 0),
            charge: seed.is_multiple_of(3),
            least_permille: [500, 800, 950][usize::try_from(seed % 3).unwrap()],
            shared: true,
            ..PLAIN
        };
        let problem = with_smaller(drawn::apart(drawn::problem(52_000 + seed, form)));
        let answer = checked(&problem);
        let (unserved, least, _) = enumeration::least(&problem);
        assert!(answer.proved_optimal, "seed {seed}");
        assert_eq!((answer.unserved.len(), answer.cost), (unserved, least), "seed {seed}: {answer:?}");
        served += i32::from(unserved == 0);
    }
    assert!(served > 100, "{served} served");
}
