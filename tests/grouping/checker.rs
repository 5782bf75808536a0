//! Whether an answer keeps every rule of its problem: written from the rules alone and sharing nothing with the search.

use std::collections::BTreeSet;
use tonnage::selection::grouping::{Answer, LengthFactor, Outdoor, Point, Problem, Trunk, UnitOption, Zone};

/// Panics with the rule that `answer` breaks.
pub(crate) fn check(problem: &Problem, answer: &Answer) {
    let mut seen = BTreeSet::new();
    let mut cost = 0_i128;
    for system in &answer.systems {
        let zones: Vec<&Zone> = system.zones.iter().map(|served| &problem.zones[served.zone]).collect();
        assert!(!zones.is_empty(), "a system without zones");
        assert!(zones.iter().all(|zone| zone.class == zones[0].class), "classes mixed in {system:?}");
        for served in &system.zones {
            assert!(seen.insert(served.zone), "zone {} is served twice", served.zone);
        }
        let own = if let Some(outdoor) = system.outdoor {
            let chosen = system.zones.iter().map(|served| {
                let id = served.option.expect("a zone of a system takes an option");
                let options = &problem.zones[served.zone].options;
                *options.iter().find(|option| option.id == id).expect("an option of the zone")
            });
            let chosen: Vec<UnitOption> = chosen.collect();
            let outdoor = &problem.outdoors[outdoor];
            if let Some(rule) = broken(problem, &zones, &chosen, outdoor) {
                panic!("{rule} broken in {system:?}");
            }
            let options: i128 = chosen.iter().map(|option| i128::from(option.cost)).sum();
            let shared = shared_cost(problem, &zones, &chosen, outdoor);
            i128::from(problem.fixed_cost) + i128::from(outdoor.cost) + options + shared
        } else {
            assert!(zones.len() == 1 && system.zones[0].option.is_none(), "a set of its own for {system:?}");
            i128::from(zones[0].single_cost.expect("a set of its own"))
        };
        assert_eq!(own, i128::from(system.cost), "the cost of {system:?}");
        cost += own;
    }
    for unserved in &answer.unserved {
        assert!(seen.insert(unserved.zone), "zone {} is served and unserved", unserved.zone);
    }
    assert_eq!(seen.len(), problem.zones.len(), "a zone is missing");
    assert_eq!(cost, i128::from(answer.cost), "the cost of all");
    assert!(answer.lower_bound <= answer.cost, "the bound is above the cost");
    assert!(!answer.proved_optimal || answer.lower_bound == answer.cost, "proved, yet a gap");
}

/// Where the zones of a system leave the pipe, the farthest first, each with the index that passes there; zones of one place in the
/// order given.
fn passing(problem: &Problem, zones: &[&Zone], chosen: &[UnitOption]) -> Vec<(i64, usize, i128)> {
    let mut row: Vec<(i64, usize, i128)> = zones
        .iter()
        .zip(chosen)
        .map(|(zone, option)| (problem.places_dm[zone.place], zone.place, i128::from(option.index)))
        .collect();
    row.sort_by_key(|(at, _, _)| -at);
    let mut sum = 0;
    for one in &mut row {
        sum += one.2;
        one.2 = sum;
    }
    row
}

fn trunk_of<'a>(problem: &'a Problem, outdoor: &Outdoor) -> Option<&'a Trunk> {
    problem.trunks.iter().find(|trunk| trunk.family == outdoor.family)
}

/// What pipe and running add to a system's cost.
pub(crate) fn shared_cost(
    problem: &Problem,
    zones: &[&Zone],
    chosen: &[UnitOption],
    outdoor: &Outdoor,
) -> i128 {
    let weight: i128 = zones.iter().map(|zone| i128::from(zone.weight)).sum();
    let exact = weight * i128::from(outdoor.running_permille);
    let running = exact / 1000 + i128::from(exact % 1000 > 0);
    let Some(trunk) = trunk_of(problem, outdoor).filter(|trunk| !trunk.star) else { return running };
    let row = passing(problem, zones, chosen);
    let mut cost = running;
    for (number, (_, place, index)) in row.iter().enumerate() {
        let tier = trunk.tiers.iter().position(|most| *index <= i128::from(*most)).expect("a pipe so large");
        let nearer = row.get(number + 1).map_or(0, |next| next.1);
        cost += i128::from(trunk.pieces[tier][nearer][*place].cost);
        if number > 0 {
            cost += i128::from(trunk.joint_cost[tier]);
        }
    }
    cost
}

/// A piecewise linear value, rounded down.
fn along(points: &[(i64, i64)], at: i128) -> i128 {
    let (first, last) = (points[0], points[points.len() - 1]);
    if at <= i128::from(first.0) {
        return i128::from(first.1);
    }
    for pair in points.windows(2) {
        let [(x0, y0), (x1, y1)] = [pair[0], pair[1]].map(|(x, y)| (i128::from(x), i128::from(y)));
        if at <= x1 {
            return y0 + ((y1 - y0) * (at - x0)).div_euclid(x1 - x0);
        }
    }
    i128::from(last.1)
}

/// What the shared pipe of a system breaks; otherwise what is left of cooling and heating, ten-thousandths.
fn pipe(
    problem: &Problem,
    zones: &[&Zone],
    chosen: &[UnitOption],
    outdoor: &Outdoor,
) -> Result<(i128, i128), &'static str> {
    let Some(trunk) = trunk_of(problem, outdoor) else { return Ok((10_000, 10_000)) };
    let heights = zones.iter().map(|zone| zone.height_dm);
    let span = heights.clone().max().unwrap() - heights.min().unwrap();
    let most = |limit: Option<i64>, value: i64, rule| {
        if limit.is_some_and(|limit| value > limit) { Err(rule) } else { Ok(()) }
    };
    most(trunk.most_height_dm, span, "height between zones")?;
    let index: i64 = chosen.iter().map(|option| option.index).sum();
    let exceeded = trunk.ratios_above_height.iter().filter(|(height, _)| span > *height);
    if exceeded.into_iter().any(|(_, permille)| index * 1000 > outdoor.index_capacity * permille) {
        return Err("ratio above a height");
    }
    let branches: i64 = chosen.iter().map(|option| option.pipe_dm).sum();
    if trunk.star {
        most(trunk.most_total_dm, branches, "pipe in all")?;
        return Ok((10_000, 10_000));
    }
    if index > *trunk.tiers.last().unwrap() {
        return Err("no pipe so large");
    }
    let at = |zone: &&Zone| problem.places_dm[zone.place];
    let farthest = zones.iter().map(at).max().unwrap();
    let nearest = zones.iter().map(at).min().unwrap();
    let end = zones.iter().map(|zone| at(zone) + zone.branch_dm).max().unwrap();
    let joints = i64::try_from(zones.len()).unwrap() - 1;
    let equivalent = end + joints * trunk.joint_equivalent_dm;
    most(trunk.most_total_dm, farthest + branches, "pipe in all")?;
    most(trunk.most_equivalent_dm, equivalent, "equivalent length")?;
    if zones.len() > 1 {
        most(trunk.most_reach_dm, end - nearest, "reach after the first joint")?;
    }
    let Some(last) = trunk.length_factors.last() else { return Ok((10_000, 10_000)) };
    if equivalent > last.length_dm {
        return Err("beyond the length factors");
    }
    let factor = |of: fn(&LengthFactor) -> i64| {
        let points: Vec<(i64, i64)> =
            trunk.length_factors.iter().map(|one| (one.length_dm, of(one))).collect();
        along(&points, i128::from(equivalent))
    };
    Ok((factor(|one| one.cooling), factor(|one| one.heating)))
}

/// The rule that a system breaks.
pub(crate) fn broken(
    problem: &Problem,
    zones: &[&Zone],
    chosen: &[UnitOption],
    outdoor: &Outdoor,
) -> Option<&'static str> {
    let (cooling, heating) = match pipe(problem, zones, chosen, outdoor) {
        Ok(left) => left,
        Err(rule) => return Some(rule),
    };
    let sum = chosen.iter().map(|option| i128::from(option.index)).sum::<i128>();
    let capacity = |points: &[Point], left: i128| {
        let points: Vec<(i64, i64)> = points.iter().map(|point| (point.index, point.capacity_w)).collect();
        (along(&points, sum) * left).div_euclid(10_000)
    };
    let hours = zones.first().map_or(0, |zone| zone.profile_w.len());
    let at = |hour: usize| zones.iter().map(|zone| i128::from(zone.profile_w[hour])).sum::<i128>();
    if (0..hours).any(|hour| at(hour) > capacity(&outdoor.cooling, cooling)) {
        return Some("capacity");
    }
    let warm: i128 = zones.iter().map(|zone| i128::from(zone.heating_w)).sum();
    if !outdoor.heating.is_empty() && warm > capacity(&outdoor.heating, heating) {
        return Some("heating");
    }
    if chosen.iter().any(|option| option.family != outdoor.family) {
        return Some("family");
    }
    if zones.iter().any(|zone| zone.kept_from & outdoor.bits != 0) {
        return Some("kept from");
    }
    let index = sum * 1000;
    let ratio = |permille: i64| i128::from(outdoor.index_capacity) * i128::from(permille);
    if index < ratio(outdoor.min_ratio_permille) || index > ratio(outdoor.max_ratio_permille) {
        return Some("connection ratio");
    }
    let fresh = chosen.iter().map(|option| i128::from(option.fresh_index)).sum::<i128>() * 1000;
    if outdoor.max_fresh_permille.is_some_and(|permille| fresh > ratio(permille)) {
        return Some("share of fresh-air units");
    }
    if chosen.iter().map(|option| i128::from(option.count)).sum::<i128>() > i128::from(outdoor.max_indoor) {
        return Some("number of units");
    }
    let smallest = zones.iter().filter_map(|zone| zone.smallest_room_dm3).min();
    if let (Some(limit), Some(dm3)) = (outdoor.charge_limit_g_m3, smallest) {
        let own = chosen.iter().map(|option| i128::from(option.charge_g)).sum::<i128>();
        let pieces = trunk_of(problem, outdoor).filter(|trunk| !trunk.star).map_or(0, |trunk| {
            let row = passing(problem, zones, chosen);
            let piece = |(number, (_, place, index)): (usize, &(i64, usize, i128))| {
                let tier = trunk.tiers.iter().position(|most| *index <= i128::from(*most)).unwrap();
                let nearer = row.get(number + 1).map_or(0, |next| next.1);
                i128::from(trunk.pieces[tier][nearer][*place].charge_g)
            };
            row.iter().enumerate().map(piece).sum::<i128>()
        });
        if (own + pieces + i128::from(outdoor.charge_g)) * 1000 > i128::from(limit) * i128::from(dm3) {
            return Some("charge");
        }
    }
    None
}
