//! The same question as a mixed-integer programme for another solver: every system is led by its first zone, and a zone joins only
//! systems led by itself or a zone before it.

use microlp::{ComparisonOp, OptimizationDirection, Problem as Programme, Variable};
use tonnage::selection::grouping::Problem;

/// What a zone without a system counts; far above any cost of a drawn problem.
const UNSERVED: f64 = 1e5;

fn real(number: i64) -> f64 {
    tonnage::num::from_whole(number)
}

/// Zones unserved and the least cost. One class, no limit of charge.
pub(crate) fn least(problem: &Problem) -> (usize, i64) {
    let number = problem.zones.len();
    let mut programme = Programme::new(OptimizationDirection::Minimize);
    // By leader, zone and option; by leader and outdoor unit.
    let mut joins: Vec<(usize, usize, usize, Variable)> = Vec::new();
    let mut leads: Vec<(usize, usize, Variable)> = Vec::new();
    for leader in 0..number {
        for zone in leader..number {
            for (place, option) in problem.zones[zone].options.iter().enumerate() {
                joins.push((leader, zone, place, programme.add_binary_var(real(option.cost))));
            }
        }
        for (place, outdoor) in problem.outdoors.iter().enumerate() {
            let cost = real(outdoor.cost + problem.fixed_cost);
            leads.push((leader, place, programme.add_binary_var(cost)));
        }
    }
    for zone in 0..number {
        let mut ways: Vec<(Variable, f64)> = vec![(programme.add_binary_var(UNSERVED), 1.0)];
        ways.extend(problem.zones[zone].single_cost.map(|cost| (programme.add_binary_var(real(cost)), 1.0)));
        ways.extend(joins.iter().filter(|join| join.1 == zone).map(|join| (join.3, 1.0)));
        programme.add_constraint(ways, ComparisonOp::Eq, 1.0);
    }
    for leader in 0..number {
        let own = || joins.iter().filter(move |join| join.0 == leader);
        let units = || leads.iter().filter(move |lead| lead.0 == leader);
        // A system has one outdoor unit, and its leader is in it.
        let mut rows = vec![(units().map(|lead| (lead.2, 1.0)).collect::<Vec<_>>(), 1.0)];
        let present = units().map(|lead| (lead.2, 1.0));
        let absent = own().filter(|join| join.1 == leader).map(|join| (join.3, -1.0));
        rows.push((present.chain(absent).collect(), 0.0));
        let mut limit = |each: &dyn Fn(usize, usize) -> i64, most: &dyn Fn(usize) -> i64| {
            let left = own().map(|join| (join.3, real(each(join.1, join.2))));
            let right = units().map(|lead| (lead.2, -real(most(lead.1))));
            rows.push((left.chain(right).collect(), 0.0));
        };
        let option = |zone: usize, place: usize| problem.zones[zone].options[place];
        for hour in 0..problem.zones[0].profile_w.len() {
            limit(&|zone, _| problem.zones[zone].profile_w[hour], &|unit| {
                problem.outdoors[unit].cooling[0].capacity_w
            });
        }
        limit(&|zone, place| option(zone, place).count, &|unit| problem.outdoors[unit].max_indoor);
        limit(&|zone, place| option(zone, place).index * 1000, &|unit| {
            problem.outdoors[unit].index_capacity * problem.outdoors[unit].max_ratio_permille
        });
        limit(&|zone, place| -option(zone, place).index * 1000, &|unit| {
            -problem.outdoors[unit].index_capacity * problem.outdoors[unit].min_ratio_permille
        });
        for join in own() {
            // A zone joins a system that exists, of the family of its option.
            let family = option(join.1, join.2).family;
            let same = units().filter(|lead| problem.outdoors[lead.1].family == family);
            let row = same.map(|lead| (lead.2, -1.0)).chain([(join.3, 1.0)]);
            rows.push((row.collect(), 0.0));
        }
        for (row, most) in rows {
            programme.add_constraint(row, ComparisonOp::Le, most);
        }
    }
    let outcome = programme.solve().expect("leaving every zone unserved is a solution");
    assert!(outcome.is_optimal(), "the other solver proves nothing");
    let solution = outcome.into_solution().expect("an optimum is a solution");
    let objective = solution.objective().round();
    let unserved = (objective / UNSERVED).floor();
    let whole = |number: f64| tonnage::num::to_whole(number).unwrap();
    (usize::try_from(whole(unserved)).unwrap(), whole(objective - unserved * UNSERVED))
}
