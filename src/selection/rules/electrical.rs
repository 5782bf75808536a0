//! Phases, circuits and currents.

use crate::catalogue::Electrical;
use crate::num;
use crate::project::Supply;
use crate::selection::rule::{Check, Rule};
use std::cmp::Reverse;

/// A machine of three phases needs a site of three; no check where the supply is not stated.
pub(in crate::selection) fn phases(electrical: &Electrical, supply: Option<&Supply>) -> Option<Check> {
    let supply = supply?;
    Some(Check::one_of_few(Rule::Phases, f64::from(electrical.phases), f64::from(supply.phases)))
}

/// The breaker of a machine is not below what its circuit asks for (MCA, 1.25 x the largest load + the sum of the others), nor above the
/// largest protection that the maker allows (MOP, 2.25 x the largest + the others): NEC 440 and UL 1995 as Daikin's UAA manual has them
/// (matching.md, section 2.6). Where the maker states no largest, that end is not checked.
pub(in crate::selection) fn breaker(electrical: &Electrical) -> Check {
    let least = Check::at_least(Rule::Breaker, electrical.breaker_a, electrical.minimum_circuit_a);
    match electrical.maximum_breaker_a {
        _ if least.is_broken() => least,
        // Breakers come in a few sizes: none of them is nearly too large.
        Some(most) => Check::one_of_few(Rule::Breaker, electrical.breaker_a, most),
        None => Check::not_checked(Rule::Breaker),
    }
}

/// What the fullest phase of a supply carries of all machines, each with its number, A: machines of one phase are put on three by turns,
/// the largest first, each on the phase that carries the least so far, as an electrician balances a board (三相平衡).
pub(in crate::selection) fn fullest_phase_a(machines: &[(&Electrical, u32)], supply: &Supply) -> f64 {
    let tenths = |electrical: &Electrical| num::to_whole(electrical.minimum_circuit_a * 10.0).unwrap_or(0);
    let mut phases = vec![0_i64; usize::try_from(supply.phases).unwrap_or(1).max(1)];
    let mut single: Vec<(i64, u32)> = Vec::new();
    for (electrical, number) in machines {
        if electrical.phases == 1 {
            single.push((tenths(electrical), *number));
            continue;
        }
        let all = tenths(electrical).saturating_mul(i64::from(*number));
        phases.iter_mut().for_each(|phase| *phase = phase.saturating_add(all));
    }
    single.sort_unstable_by_key(|machine| Reverse(machine.0));
    for (current, number) in single {
        for _ in 0..number {
            // Of equal phases the first.
            let least = phases.iter_mut().min_by_key(|phase| **phase);
            least.into_iter().for_each(|phase| *phase = phase.saturating_add(current));
        }
    }
    num::from_whole(phases.into_iter().max().unwrap_or(0)) / 10.0
}

/// All machines together against what each phase of the site has left (总用电需求).
pub(in crate::selection) fn supply_current(fullest_a: f64, supply: &Supply) -> Check {
    Check::at_most(Rule::SupplyCurrent, fullest_a, supply.available_a)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Status;

    fn machine(phases: u32, minimum_circuit_a: f64, breaker: (f64, Option<f64>)) -> Electrical {
        Electrical {
            status: Status::Demo,
            volts: if phases == 3 { 380 } else { 220 },
            hz: Some(50),
            phases,
            minimum_circuit_a,
            breaker_a: breaker.0,
            maximum_breaker_a: breaker.1,
            power_cable: "3x2.5".to_owned(),
            control_cable: None,
        }
    }

    #[test]
    fn machines_of_one_phase_go_to_the_phase_that_carries_the_least() {
        let supply = Supply { phases: 3, available_a: 100.0 };
        let single = |current: f64| machine(1, current, (10.0, None));
        let three = machine(3, 20.0, (25.0, None));
        let (large, middle, small) = (single(12.6), single(7.0), single(3.0));
        for (machines, fullest) in [
            (vec![(&large, 1)], 12.6),
            (vec![(&large, 3)], 12.6),
            (vec![(&large, 4)], 25.2),
            // 12.6 | 7 + 3 | 7 + 3, and not 12.6 + 3.
            (vec![(&small, 2), (&large, 1), (&middle, 2)], 12.6),
            (vec![(&three, 2), (&small, 4)], 46.0),
            (vec![], 0.0),
        ] {
            let found = fullest_phase_a(&machines, &supply);
            assert!((found - fullest).abs() < 1e-9, "{machines:?}: {found}");
        }
        let one = Supply { phases: 1, available_a: 100.0 };
        assert!((fullest_phase_a(&[(&large, 2), (&small, 1)], &one) - 28.2).abs() < 1e-9);
    }

    #[test]
    fn a_breaker_lies_between_what_its_circuit_asks_for_and_the_makers_largest() {
        use crate::selection::rule::Verdict::{Failed, NotChecked, Passed};
        for (current, breaker_a, verdict, limit) in [
            (9.6, (16.0, Some(16.0)), Passed, Some(16.0)),
            (9.6, (20.0, Some(16.0)), Failed, Some(16.0)),
            (9.6, (8.0, Some(16.0)), Failed, Some(9.6)),
            (9.6, (8.0, None), Failed, Some(9.6)),
            (9.6, (16.0, None), NotChecked, None),
        ] {
            let check = breaker(&machine(1, current, breaker_a));
            assert_eq!((check.verdict, check.limit), (verdict, limit), "{current} {breaker_a:?}");
        }
    }
}
