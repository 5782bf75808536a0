//! Lengths and heights of refrigerant pipe: the makers' limits stand with the product or its family (matching.md, section 2.3).

use crate::catalogue::{FamilyPiping, LengthFactor, Piping};
use crate::project::OutdoorPlace;
use crate::selection::demand::Demand;
use crate::selection::rule::{Check, Rule};

/// The run of a split is not longer than the maker allows.
pub(in crate::selection) fn split_length(piping: &Piping, run_m: f64) -> Check {
    Check::at_most(Rule::PipeLength, run_m, piping.max_length_m)
}

/// The height between the units of a split is not greater than the maker allows.
pub(in crate::selection) fn split_height(piping: &Piping, height_m: f64) -> Check {
    Check::at_most(Rule::PipeHeight, height_m, piping.max_height_m)
}

/// From the outdoor unit to the farthest indoor unit of a family.
pub(in crate::selection) fn farthest(piping: &FamilyPiping, run_m: f64) -> Check {
    Check::at_most(Rule::PipeLength, run_m, piping.farthest_m)
}

/// The same with joints as length.
pub(in crate::selection) fn farthest_equivalent(piping: &FamilyPiping, equivalent_m: f64) -> Check {
    Check::at_most(Rule::EquivalentLength, equivalent_m, piping.farthest_equivalent_m)
}

/// From the first joint to the farthest indoor unit.
pub(in crate::selection) fn first_branch(piping: &FamilyPiping, reach_m: f64) -> Check {
    Check::at_most(Rule::FirstBranch, reach_m, piping.first_branch_m)
}

/// All pipe together.
pub(in crate::selection) fn total(piping: &FamilyPiping, total_m: f64) -> Check {
    Check::at_most(Rule::TotalPipe, total_m, piping.total_m)
}

/// The height between an outdoor and an indoor unit: an outdoor unit on the roof is above; elsewhere the project does not say
/// which is higher, and the smaller of the maker's two limits holds.
pub(in crate::selection) fn height(piping: &FamilyPiping, demand: &Demand) -> Check {
    let site = &demand.circumstances;
    let limit = if site.outdoor_place == OutdoorPlace::RoofFrame {
        piping.height_above_m
    } else {
        piping.height_above_m.min(piping.height_below_m)
    };
    Check::at_most(Rule::PipeHeight, site.height_difference_m, limit)
}

/// The height between the indoor units of a system.
pub(in crate::selection) fn indoor_height(piping: &FamilyPiping, span_m: f64) -> Check {
    Check::at_most(Rule::IndoorHeight, span_m, piping.indoor_height_m)
}

/// What the pipe leaves of the capacity where the maker states nothing of it: read as all, and said not to be checked. Where it is stated
/// the capacities are lessened by it, and no rule is left to hold.
pub(in crate::selection) fn length_loss(factors: Option<&[LengthFactor]>) -> Option<Check> {
    factors.is_none().then(|| Check::not_checked(Rule::LengthLoss))
}

/// What is left of cooling and heating capacity at a length of pipe, linear between the maker's points, the first point's below it;
/// absent beyond the last.
pub(in crate::selection) fn length_factor(factors: &[LengthFactor], length_m: f64) -> Option<(f64, f64)> {
    let mut before: Option<&LengthFactor> = None;
    for factor in factors {
        if length_m <= factor.length_m {
            return Some(match before {
                None => (factor.cooling, factor.heating),
                Some(before) => {
                    let share = (length_m - before.length_m) / (factor.length_m - before.length_m);
                    let between = |low: f64, high: f64| low + share * (high - low);
                    (between(before.cooling, factor.cooling), between(before.heating, factor.heating))
                }
            });
        }
        before = Some(factor);
    }
    None
}
