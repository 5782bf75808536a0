//! The outdoor units of each family, the cheapest first, with their limits in numbers of the sums.

use super::problem::{Outdoor, Point, Problem};

/// An outdoor unit (室外机) with its limits.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) position: usize,
    /// With what every system costs.
    pub(super) cost: i64,
    /// The largest of `cooling`.
    pub(super) capacity: i64,
    pub(super) cooling: Vec<Point>,
    pub(super) heating: Vec<Point>,
    /// The largest of `heating`.
    pub(super) heating_capacity: i64,
    pub(super) running_permille: i64,
    /// What connection ratios are related to.
    pub(super) index_capacity: i64,
    pub(super) least_index: i64,
    pub(super) most_index: i64,
    /// The largest sum of fresh-air index; the largest number where it is not limited.
    pub(super) most_fresh: i64,
    pub(super) most_count: i64,
    pub(super) charge: i64,
    pub(super) charge_limit: Option<i64>,
    pub(super) bits: u128,
}

/// The outdoor units of the families, in the order of these.
pub(super) fn frames(problem: &Problem, families: &[u32]) -> Vec<Vec<Frame>> {
    let mut sorted: Vec<(usize, &Outdoor)> = problem.outdoors.iter().enumerate().collect();
    sorted.sort_by_cached_key(|(position, outdoor)| {
        let points = |points: &[Point]| -> Vec<(i64, i64)> {
            points.iter().map(|point| (point.index, point.capacity_w)).collect()
        };
        let capacities = (points(&outdoor.cooling), points(&outdoor.heating), outdoor.running_permille);
        let ratios = (outdoor.max_ratio_permille, outdoor.min_ratio_permille, outdoor.max_fresh_permille);
        let limits = (ratios, outdoor.max_indoor);
        let charges = (outdoor.charge_g, outdoor.charge_limit_g_m3);
        (outdoor.cost, capacities, outdoor.index_capacity, limits, charges, *position)
    });
    let of = |family: &u32| {
        let own = sorted.iter().filter(|(_, outdoor)| outdoor.family == *family);
        own.map(|(position, outdoor)| frame(*position, outdoor, problem.fixed_cost)).collect()
    };
    families.iter().map(of).collect()
}

fn frame(position: usize, outdoor: &Outdoor, fixed_cost: i64) -> Frame {
    Frame {
        position,
        cost: outdoor.cost + fixed_cost,
        capacity: outdoor.cooling.iter().map(|point| point.capacity_w).max().unwrap_or(0),
        cooling: outdoor.cooling.clone(),
        heating_capacity: outdoor.heating.iter().map(|point| point.capacity_w).max().unwrap_or(0),
        heating: outdoor.heating.clone(),
        running_permille: outdoor.running_permille,
        index_capacity: outdoor.index_capacity,
        // The index is whole: what is not below the ratio is not below the next whole number, and the other way round.
        least_index: (outdoor.index_capacity * outdoor.min_ratio_permille + 999) / 1000,
        most_index: outdoor.index_capacity * outdoor.max_ratio_permille / 1000,
        most_fresh: match outdoor.max_fresh_permille {
            Some(permille) => outdoor.index_capacity * permille / 1000,
            None => i64::MAX,
        },
        most_count: outdoor.max_indoor,
        charge: outdoor.charge_g,
        charge_limit: outdoor.charge_limit_g_m3,
        bits: outdoor.bits,
    }
}
