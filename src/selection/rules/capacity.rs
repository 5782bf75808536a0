//! Capacities against loads: matching.md, section 2.4; sizes are those of the conditions, never nominal ones.

use crate::load::Load;
use crate::selection::rule::{Check, Rule};

/// What units deliver together at a room's conditions, W.
#[derive(Clone, Copy, Debug)]
pub(in crate::selection) struct Delivered {
    pub(in crate::selection) total_w: i64,
    pub(in crate::selection) sensible_w: i64,
}

/// The total capacity (全冷量) carries the total load at the room's own peak (ACCA Manual S: at least the total gain).
pub(in crate::selection) fn total_capacity(delivered: Delivered, load: &Load) -> Check {
    Check::watts(Rule::TotalCapacity, delivered.total_w, load.total_w)
}

/// The sensible capacity (显冷量) carries the sensible load (ACCA Manual S, 2014: sensible at least the sensible load).
pub(in crate::selection) fn sensible_capacity(delivered: Delivered, load: &Load) -> Check {
    Check::watts(Rule::SensibleCapacity, delivered.sensible_w, load.sensible_w)
}

/// The latent capacity (潜冷量) carries the latent load; latent capacity that is left may be taken from the sensible surplus,
/// because a machine that runs less dries less (ACCA Manual S, 2014: half of the surplus sensible counts).
///
/// What a coil dries is what its total has beyond its sensible at the conditions of its table; a surplus of sensible capacity makes
/// the machine stop earlier, so that only half of it is counted.
pub(in crate::selection) fn latent_capacity(delivered: Delivered, load: &Load) -> Check {
    let latent = delivered.total_w.saturating_sub(delivered.sensible_w);
    let surplus = delivered.sensible_w.saturating_sub(load.sensible_w).max(0);
    let half = surplus.checked_div(2).unwrap_or(0);
    Check::watts(Rule::LatentCapacity, latent.saturating_add(half), load.latent_w)
}

/// The heating capacity with defrost at the winter design carries the heating load; electric auxiliary heat is never part of it.
///
/// A capacity that the catalogue does not have is not checked.
pub(in crate::selection) fn heating_capacity(capacity_w: Option<i64>, load_w: Option<i64>) -> Option<Check> {
    let load_w = load_w.filter(|load_w| *load_w > 0)?;
    Some(match capacity_w {
        Some(capacity_w) => Check::watts(Rule::HeatingCapacity, capacity_w, load_w),
        None => Check::not_checked(Rule::HeatingCapacity),
    })
}

/// The same where what defrost takes is not known: a machine that falls short without it is refused, and none is vouched for.
pub(in crate::selection) fn heating_before_defrost(capacity_w: i64, load_w: Option<i64>) -> Option<Check> {
    let check = heating_capacity(Some(capacity_w), load_w)?;
    Some(if check.is_broken() { check } else { Check::not_checked(Rule::HeatingCapacity) })
}

/// With `spare` of `units` lost the others carry the sensible load (N+1, 备用): rooms of electronic equipment are sized by it.
pub(in crate::selection) fn redundancy(
    each_sensible_w: i64,
    units: u32,
    spare: u32,
    load: &Load,
) -> Option<Check> {
    let left = units.saturating_sub(spare);
    (spare > 0).then(|| {
        Check::watts(Rule::Redundancy, each_sensible_w.saturating_mul(i64::from(left)), load.sensible_w)
    })
}
