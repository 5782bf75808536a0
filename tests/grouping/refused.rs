//! Problems that cannot be computed, and zones that nothing serves.

use crate::checked;
use crate::drawn::{self, Form, PLAIN};
use tonnage::selection::grouping::{Outdoor, Problem, UnitOption, Unserved, WhyUnserved, Zone, group};

const ALONG: Form = Form { shared: true, charge: true, ..PLAIN };

/// Code and path of the first problem.
fn refused(change: impl Fn(&mut Problem)) -> (String, String) {
    let mut problem = drawn::problem(7, ALONG);
    assert!(group(&problem).is_ok());
    change(&mut problem);
    let error = group(&problem).map(|answer| answer.cost).unwrap_err();
    (error.code().to_owned(), error.path().to_owned())
}

/// Code, path and what is done to the problem.
type Case = (&'static str, &'static str, fn(&mut Problem));

#[test]
fn a_problem_that_cannot_be_computed_names_the_place() {
    let cases: Vec<Case> = vec![
        ("too_few_items", "zones", |p| p.zones.clear()),
        ("too_few_items", "outdoors", |p| p.outdoors.clear()),
        ("too_few_items", "zones[0].profileW", |p| p.zones[0].profile_w.clear()),
        ("too_few_items", "zones[2].profileW", |p| p.zones[2].profile_w.truncate(3)),
        ("too_many_items", "zones[2].profileW", |p| p.zones[2].profile_w.push(1)),
        ("too_many_items", "zones", |p| p.zones = vec![p.zones[0].clone(); 1001]),
        ("too_many_items", "zones[1].options", |p| p.zones[1].options = vec![p.zones[1].options[0]; 1001]),
        ("out_of_range", "fixedCost", |p| p.fixed_cost = -1),
        ("out_of_range", "zones[0].profileW[1]", |p| p.zones[0].profile_w[1] = -1),
        ("out_of_range", "zones[0].options[0].cost", |p| p.zones[0].options[0].cost = i64::MAX),
        ("out_of_range", "zones[0].options[0].index", |p| p.zones[0].options[0].index = i64::MIN),
        ("out_of_range", "zones[0].options[0].freshIndex", |p| {
            p.zones[0].options[0].fresh_index = p.zones[0].options[0].index + 1;
        }),
        ("out_of_range", "outdoors[0].maxFreshPermille", |p| {
            p.outdoors[0].max_fresh_permille = Some(-1);
        }),
        ("out_of_range", "zones[0].heatingW", |p| p.zones[0].heating_w = -5),
        ("out_of_range", "zones[0].branchDm", |p| p.zones[0].branch_dm = i64::MAX),
        ("out_of_range", "zones[0].place", |p| p.zones[0].place = 9),
        ("out_of_range", "outdoors[0].cooling[0].capacityW", |p| {
            p.outdoors[0].cooling[0].capacity_w = i64::MAX
        }),
        ("out_of_range", "outdoors[0].cooling[1]", |p| p.outdoors[0].cooling[1].index = 0),
        ("out_of_range", "placesDm[3]", |p| p.places_dm[3] = 10),
        ("out_of_range", "trunks[0].tiers[1]", |p| p.trunks[0].tiers[1] = p.trunks[0].tiers[0]),
        ("too_few_items", "trunks[0].jointCost", |p| p.trunks[0].joint_cost.truncate(2)),
        ("too_few_items", "trunks[0].pieces", |p| p.trunks[0].pieces.truncate(2)),
        ("too_few_items", "trunks[0].pieces[1]", |p| p.trunks[0].pieces[1].truncate(2)),
        ("overflow", "zones", |p| {
            p.zones = vec![p.zones[0].clone(); 1000];
            p.zones.iter_mut().for_each(|zone| zone.options[0].cost = 100_000_000_000_000_000);
            p.trunks[0].joint_cost.iter_mut().for_each(|cost| *cost = 100_000_000_000_000_000);
            p.zones.iter_mut().for_each(|zone| zone.options[0].count = 1_000_000);
            p.outdoors.iter_mut().for_each(|outdoor| outdoor.max_indoor = 1_000_000);
        }),
    ];
    for (code, path, change) in cases {
        assert_eq!(refused(change), (code.to_owned(), path.to_owned()));
    }
}

#[test]
fn a_zone_that_nothing_serves_is_named_and_the_rest_is_solved() {
    let mut problem = drawn::problem(8, Form { zones: 5, ..PLAIN });
    let rest = checked(&problem);
    let far = problem.zones[0].clone();
    problem.zones.push(Zone { options: Vec::new(), ..far.clone() });
    problem.zones.push(Zone { profile_w: vec![900_000; 6], ..far.clone() });
    let foreign = UnitOption { family: 9, ..far.options[0] };
    problem.zones.push(Zone { options: vec![foreign], ..far });
    let answer = checked(&problem);
    let reasons = [
        Unserved { zone: 5, reason: WhyUnserved::NoOption },
        Unserved { zone: 6, reason: WhyUnserved::NoOutdoorCarries },
        Unserved { zone: 7, reason: WhyUnserved::NoOutdoorCarries },
    ];
    assert_eq!(answer.unserved, [rest.unserved.as_slice(), &reasons].concat());
    assert_eq!((answer.cost, answer.proved_optimal), (rest.cost, true));
}

#[test]
fn a_zone_whose_index_is_too_small_alone_is_told_so() {
    let mut problem = drawn::problem(9, Form { zones: 1, ..PLAIN });
    let outdoor =
        Outdoor { min_ratio_permille: 1000, max_ratio_permille: 2000, ..problem.outdoors[0].clone() };
    problem.outdoors = vec![Outdoor { index_capacity: 10 * problem.zones[0].options[0].index, ..outdoor }];
    let answer = checked(&problem);
    assert_eq!(answer.unserved, [Unserved { zone: 0, reason: WhyUnserved::NoCompany }]);
    assert!(answer.systems.is_empty());
}
