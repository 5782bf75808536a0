//! What a change of the problem does to its answer.

use crate::checked;
use crate::drawn::{self, Dice, Form};
use tonnage::selection::grouping::{Answer, Outdoor, Point, Problem, Zone};

/// Problems of every form, with and without trunks.
fn problems(first: u64) -> impl Iterator<Item = (u64, Problem)> {
    (0..90_u64).map(move |seed| {
        let form = Form {
            zones: 4 + usize::try_from(seed % 5).unwrap(),
            options: 1 + i64::try_from(seed % 3).unwrap(),
            classes: 1 + i64::from(seed % 4 == 0),
            families: 1 + i64::from(seed % 3 == 0),
            singles: seed % 5 == 0,
            charge: seed % 2 == 0,
            least_permille: [0, 500][usize::try_from(seed % 2).unwrap()],
            fresh: seed % 4 == 3,
            shared: seed % 3 == 1,
        };
        let problem = drawn::problem(first + seed, form);
        (seed, if form.shared { drawn::apart(problem) } else { problem })
    })
}

fn value(answer: &Answer) -> (usize, i64) {
    (answer.unserved.len(), answer.cost)
}

/// An answer in the words of the problem, free of places in its lists.
type Words = Vec<(i64, Option<Outdoor>, Vec<(Zone, Option<usize>)>)>;

fn in_words(problem: &Problem, answer: &Answer) -> Words {
    let mut systems: Words = answer
        .systems
        .iter()
        .map(|system| {
            let zones = system.zones.iter().map(|served| {
                let mut zone = problem.zones[served.zone].clone();
                zone.options.sort_by_key(|option| option.id);
                (zone, served.option)
            });
            let mut zones: Vec<_> = zones.collect();
            zones.sort_by_key(|(zone, _)| zone.options.iter().map(|option| option.id).collect::<Vec<_>>());
            (system.cost, system.outdoor.map(|place| problem.outdoors[place].clone()), zones)
        })
        .collect();
    systems.sort_by_key(|(cost, _, zones)| {
        (*cost, zones.iter().map(|(zone, option)| (zone.profile_w.clone(), *option)).collect::<Vec<_>>())
    });
    systems
}

#[test]
fn the_order_of_zones_outdoors_and_options_changes_no_system() {
    for (seed, problem) in problems(4000) {
        let answer = checked(&problem);
        let mut dice = Dice::new(seed + 1);
        for _ in 0..3 {
            let mut other = problem.clone();
            dice.shuffle(&mut other.zones);
            dice.shuffle(&mut other.outdoors);
            other.zones.iter_mut().for_each(|zone| dice.shuffle(&mut zone.options));
            let shuffled = checked(&other);
            assert_eq!(in_words(&other, &shuffled), in_words(&problem, &answer), "seed {seed}");
            assert_eq!(value(&shuffled), value(&answer), "seed {seed}");
            assert_eq!(shuffled.lower_bound, answer.lower_bound, "seed {seed}");
        }
    }
}

#[test]
fn an_outdoor_unit_that_is_better_in_everything_never_raises_the_cost() {
    let mut cheaper = 0;
    for (seed, problem) in problems(5000) {
        let before = value(&checked(&problem));
        let mut more = problem.clone();
        let model = problem.outdoors[usize::try_from(seed).unwrap() % problem.outdoors.len()].clone();
        let wider = |points: &[Point]| {
            points.iter().map(|point| Point { capacity_w: point.capacity_w + 500, ..*point }).collect()
        };
        more.outdoors.push(Outdoor {
            cost: model.cost - 300,
            cooling: wider(&model.cooling),
            heating: wider(&model.heating),
            max_indoor: model.max_indoor + 1,
            ..model
        });
        let after = value(&checked(&more));
        assert!(after <= before, "seed {seed}: {after:?} above {before:?}");
        cheaper += i32::from(after < before);
    }
    assert!(cheaper > 20, "only {cheaper} become cheaper");
}

#[test]
fn a_larger_load_or_a_longer_pipe_never_lowers_the_cost() {
    let mut dearer = 0;
    for (seed, problem) in problems(6000) {
        let before = value(&checked(&problem));
        let place = usize::try_from(seed).unwrap() % problem.zones.len();
        let change = |change: &dyn Fn(&mut Zone)| {
            let mut other = problem.clone();
            change(&mut other.zones[place]);
            value(&checked(&other))
        };
        let after = [
            change(&|zone| zone.profile_w.iter_mut().for_each(|load| *load += 1200)),
            change(&|zone| zone.heating_w += 2500),
            change(&|zone| zone.options.iter_mut().for_each(|option| option.charge_g += 1500)),
            change(&|zone| zone.options.iter_mut().for_each(|option| option.pipe_dm += 150)),
            change(&|zone| zone.weight += 900),
            change(&|zone| zone.branch_dm += 150),
        ];
        for after in after {
            // An unserved zone costs nothing, so a cost is only compared among answers that serve as many.
            assert!(after >= before, "seed {seed}: {after:?} below {before:?}");
            dearer += i32::from(after > before);
        }
    }
    assert!(dearer > 30, "only {dearer} become dearer");
}
