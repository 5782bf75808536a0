//! Where outdoor units may run and stand.

use crate::catalogue::OperatingLimits;
use crate::num;
use crate::project::Mounting;
use crate::selection::demand::Demand;
use crate::selection::rule::{Check, Rule};

/// The outdoor air of the design days is inside what the maker allows (运行温度范围): in summer with the allowance of the place, in
/// winter for rooms that are heated, and cooling in winter for rooms that must be cooled all year. Each is a check of its own, and a
/// limit that the maker does not state is not checked.
pub(in crate::selection) fn operating_limits(
    limits: Option<&OperatingLimits>,
    demand: &Demand,
) -> Vec<Check> {
    let rule = Rule::OperatingLimits;
    let Some(limits) = limits else { return vec![Check::not_checked(rule)] };
    let [lowest, highest] = limits.cooling_outdoor_c;
    let place = &demand.place;
    let mut checks = vec![Check::at_most(rule, place.summer_dry_bulb_c, highest)];
    if demand.spare > 0 {
        checks.push(Check::at_least(rule, place.winter_dry_bulb_c, lowest));
    }
    if demand.heating_w.is_some() {
        checks.push(match limits.heating_outdoor_wet_bulb_c {
            Some([lowest, _]) => Check::at_least(rule, place.winter_wet_bulb_c, lowest),
            None => Check::not_checked(rule),
        });
    }
    checks
}

/// The same for a plant of rooms of which none is heated, at the warmest of their outdoor air; none where any is.
pub(in crate::selection) fn operating_limits_unheated(
    limits: Option<&OperatingLimits>,
    rooms: &[&Demand],
) -> Option<Vec<Check>> {
    let heated = rooms.iter().any(|demand| demand.heating_w.is_some());
    let warmer = |a: &&&Demand, b: &&&Demand| a.place.summer_dry_bulb_c.total_cmp(&b.place.summer_dry_bulb_c);
    let warmest = rooms.iter().max_by(warmer).filter(|_| !heated)?;
    Some(operating_limits(limits, warmest))
}

/// The free space at the outdoor unit is what the maker asks for; where either is not known it is not checked, and where nobody
/// states the space there is no such check.
pub(in crate::selection) fn clearance(wanted_m: Option<f64>, demand: &Demand) -> Option<Check> {
    let stated = demand.stated.clearance_m?;
    Some(match wanted_m {
        Some(wanted) => Check::at_least(Rule::Clearance, stated, wanted),
        None => Check::not_checked(Rule::Clearance),
    })
}

/// The lowest outlet that the maker allows against the height at which the indoor unit is hung (吊装高度); units that stand have none.
pub(in crate::selection) fn hanging_height(
    mounting: Mounting,
    least_m: Option<f64>,
    demand: &Demand,
) -> Option<Check> {
    let hung = !matches!(mounting, Mounting::FloorStanding | Mounting::Console);
    hung.then(|| match least_m {
        Some(least) => Check::at_least(Rule::HangingHeight, demand.circumstances.install_height_m, least),
        None => Check::not_checked(Rule::HangingHeight),
    })
}

/// From this height on a missing correction is remarked. A judgement: the air is 9 % thinner there than at the sea.
pub(in crate::selection) const ALTITUDE_M: f64 = 1000.0;

/// What thin air leaves of the mass that a fan moves, and of the sensible capacity with it: the density of the standard atmosphere over that
/// of the sea, `(1 - 2.25577e-5 z)^4.256` (ASHRAE Fundamentals 2021, chapter 1; matching.md, section 2.2: 0.864 at 1500 m). Up to 1000 m
/// machines are as they are rated.
pub(in crate::selection) fn thin_air(elevation_m: f64) -> f64 {
    if elevation_m > ALTITUDE_M { num::pow(1.0 - 2.25577e-5 * elevation_m, 4.256) } else { 1.0 }
}

/// Above 1000 m a machine without the maker's correction for height (海拔修正) is not checked.
pub(in crate::selection) fn altitude(corrected: bool, elevation_m: f64) -> Option<Check> {
    (elevation_m > ALTITUDE_M).then(|| {
        if corrected { Check::wish(Rule::Altitude, true) } else { Check::not_checked(Rule::Altitude) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thin_air_leaves_what_the_standard_atmosphere_has() {
        for (elevation_m, left) in [(0.0, 1.0), (1000.0, 1.0), (1500.0, 0.864), (3650.0, 0.694)] {
            assert!(
                (thin_air(elevation_m) - left).abs() < 0.0005,
                "{elevation_m}: {}",
                thin_air(elevation_m)
            );
        }
    }
}
