//! Phases and currents.

use crate::catalogue::Electrical;
use crate::project::Supply;
use crate::selection::rule::{Check, Rule};

/// A machine of three phases needs a site of three; no check where the supply is not stated.
pub(in crate::selection) fn phases(electrical: &Electrical, supply: Option<&Supply>) -> Option<Check> {
    let supply = supply?;
    Some(Check::at_most(Rule::Phases, f64::from(electrical.phases), f64::from(supply.phases)))
}

/// What a machine takes from each phase, A: of one phase among three a third, as an electrician spreads them.
pub(in crate::selection) fn phase_current_a(electrical: &Electrical, supply: &Supply) -> f64 {
    if electrical.phases == 1 && supply.phases == 3 {
        electrical.minimum_circuit_a / 3.0
    } else {
        electrical.minimum_circuit_a
    }
}

/// All machines together against what the site has left (总用电需求).
pub(in crate::selection) fn supply_current(sum_a: f64, supply: &Supply) -> Check {
    Check::at_most(Rule::SupplyCurrent, sum_a, supply.available_a)
}
