//! Zones that leave a pipe at one place may hang in any order: the bound of all orders.

use crate::drawn::{self, Form, PLAIN};
use crate::enumeration;
use tonnage::selection::grouping::{Problem, Trunk, group};

/// The least of every order of the zones: those of one place hang in the order of the list.
fn least_of_all_orders(problem: &Problem) -> (usize, i64) {
    let mut orders: Vec<Vec<usize>> = vec![Vec::new()];
    for zone in 0..problem.zones.len() {
        let with = |order: &Vec<usize>, at: usize| [&order[..at], &[zone], &order[at..]].concat();
        orders = orders.iter().flat_map(|order| (0..=order.len()).map(move |at| with(order, at))).collect();
    }
    let least = |order: &Vec<usize>| {
        let zones = order.iter().map(|zone| problem.zones[*zone].clone()).collect();
        let (unserved, cost, _) = enumeration::least(&Problem { zones, ..problem.clone() });
        (unserved, cost)
    };
    orders.iter().map(least).min().unwrap()
}

#[test]
fn no_order_of_zones_at_one_place_costs_less_than_the_bound_of_any_order() {
    let (mut compared, mut met, mut above) = (0, 0, 0);
    for seed in 0..120_u64 {
        let form = Form {
            zones: 2 + usize::try_from(seed % 3).unwrap(),
            options: 1 + i64::try_from(seed % 3).unwrap(),
            least_permille: [0, 300, 500][usize::try_from(seed % 3).unwrap()],
            shared: true,
            ..PLAIN
        };
        let mut problem = drawn::problem(60_000 + seed, form);
        for (position, zone) in problem.zones.iter_mut().enumerate() {
            zone.place = 2 + position / 3;
        }
        for trunk in &mut problem.trunks {
            trunk.star = false;
            trunk.joint_cost = vec![20, 90, 160, 400];
        }
        let (unserved, least) = least_of_all_orders(&problem);
        let trunks = problem.trunks.iter().map(|trunk| Trunk { any_order: true, ..trunk.clone() });
        let any_order = group(&Problem { trunks: trunks.collect(), ..problem.clone() }).unwrap();
        if unserved > 0 || !any_order.unserved.is_empty() {
            continue;
        }
        assert!(any_order.lower_bound <= least, "seed {seed}: {} {least}", any_order.lower_bound);
        compared += 1;
        met += i32::from(any_order.lower_bound == least);
        // The cheapest joint wherever zones hang at one place is a bound as well, and below this one.
        let mut cheapest = problem.clone();
        cheapest.trunks.iter_mut().for_each(|trunk| trunk.joint_cost = vec![20; 4]);
        above += i32::from(group(&cheapest).unwrap().lower_bound < any_order.lower_bound);
    }
    assert!(
        compared > 60 && 2 * met > compared,
        "{met} of {compared} bounds met, {above} above the cheapest joint"
    );
    assert!(10 * above > compared, "{above} of {compared} above the cheapest joint");
}
