//! Every partition with every outdoor unit and every option of every zone: the least of them all, for a few zones.

use crate::checker::{broken, shared_cost};
use tonnage::selection::grouping::{Problem, UnitOption, Zone};

/// Zones unserved, cost, number of systems: in this order the least is the best.
pub(crate) type Value = (usize, i64, usize);

pub(crate) fn least(problem: &Problem) -> Value {
    let number = problem.zones.len();
    let alone: Vec<Option<i64>> = (0..1_usize << number).map(|set| system(problem, set)).collect();
    let mut blocks = Vec::new();
    let mut best = (usize::MAX, 0, 0);
    partitions(problem, &alone, 0, &mut blocks, &mut best);
    best
}

/// Puts the next zone into every block there is and into one of its own.
fn partitions(
    problem: &Problem,
    alone: &[Option<i64>],
    zone: usize,
    blocks: &mut Vec<usize>,
    best: &mut Value,
) {
    if zone == problem.zones.len() {
        // A block that is no system leaves its zones unserved.
        let mut value = (0, 0, 0);
        for set in blocks.iter() {
            match alone[*set] {
                Some(cost) => value = (value.0, value.1 + cost, value.2 + 1),
                None => value.0 += usize::try_from(set.count_ones()).unwrap(),
            }
        }
        *best = value.min(*best);
        return;
    }
    for place in 0..blocks.len() {
        blocks[place] |= 1 << zone;
        partitions(problem, alone, zone + 1, blocks, best);
        blocks[place] &= !(1 << zone);
    }
    blocks.push(1 << zone);
    partitions(problem, alone, zone + 1, blocks, best);
    blocks.pop();
}

fn system(problem: &Problem, set: usize) -> Option<i64> {
    let zones: Vec<&Zone> = problem
        .zones
        .iter()
        .enumerate()
        .filter(|(place, _)| set >> place & 1 == 1)
        .map(|(_, zone)| zone)
        .collect();
    // The farthest first; of equals whatever order costs least is as good, because the search takes one of them.
    if zones.is_empty() || zones.iter().any(|zone| zone.class != zones[0].class) {
        return None;
    }
    let mut choices: Vec<Vec<UnitOption>> = vec![Vec::new()];
    for zone in &zones {
        let longer = |choice: &Vec<UnitOption>| {
            let choice = choice.clone();
            zone.options.iter().map(move |option| [choice.as_slice(), &[*option]].concat())
        };
        choices = choices.iter().flat_map(longer).collect();
    }
    let costs = choices.iter().flat_map(|choice| {
        let fitting =
            problem.outdoors.iter().filter(|outdoor| broken(problem, &zones, choice, outdoor).is_none());
        let options: i64 = choice.iter().map(|option| option.cost).sum();
        let shared = |outdoor| i64::try_from(shared_cost(problem, &zones, choice, outdoor)).unwrap();
        fitting.map(move |outdoor| problem.fixed_cost + outdoor.cost + options + shared(outdoor))
    });
    let single = if zones.len() == 1 { zones[0].single_cost } else { None };
    costs.chain(single).min()
}
