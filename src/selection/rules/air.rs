//! Airflow, external static pressure, and the share of fresh-air units.

use crate::catalogue::{Air, Family};
use crate::project::Mounting;
use crate::selection::demand::Demand;
use crate::selection::rule::{Check, Rule};

/// The fan of a ducted unit overcomes what lies outside it (机外静压), stated or from the duct run; other units have no ducts.
pub(in crate::selection) fn static_pressure(
    air: Option<&Air>,
    mounting: Mounting,
    demand: &Demand,
) -> Option<Check> {
    (mounting == Mounting::Duct).then(|| ducted(air, demand))
}

/// The same for a machine that always has ducts.
pub(in crate::selection) fn ducted(air: Option<&Air>, demand: &Demand) -> Check {
    let loss = demand.circumstances.duct_loss_pa;
    match air {
        Some(air) => Check::at_least(Rule::StaticPressure, air.external_static_pa, loss),
        None => Check::not_checked(Rule::StaticPressure),
    }
}

/// The fresh-air units of a system take at most the part of the outdoor unit's index that the maker states with the family: their air is
/// far from that of rooms, and more of it would upset the refrigerant for all (Daikin VRV: 30 % beside ordinary indoor units, recalled).
pub(in crate::selection) fn fresh_air_share(family: &Family, share: f64) -> Check {
    match family.fresh_air_share {
        Some(most) => Check::at_most(Rule::FreshAirShare, share, most),
        None => Check::not_checked(Rule::FreshAirShare),
    }
}

/// The units bring in at least the outdoor air that the load counts on.
pub(in crate::selection) fn outdoor_flow(flow_m3_h: f64, units: u32, wanted_m3_h: f64) -> Check {
    Check::at_least(Rule::OutdoorAirflow, flow_m3_h * f64::from(units), wanted_m3_h)
}

/// The units move at least the outdoor air that reaches them.
pub(in crate::selection) fn outdoor_share(share: Option<f64>, demand: &Demand) -> Option<Check> {
    demand.outdoor_air?;
    Some(match share {
        Some(share) => Check::at_most(Rule::Airflow, share, 1.0),
        None => Check::not_checked(Rule::Airflow),
    })
}
