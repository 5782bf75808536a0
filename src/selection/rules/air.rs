//! Airflow and external static pressure.

use crate::catalogue::Air;
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

/// The units move at least the outdoor air that reaches them.
pub(in crate::selection) fn outdoor_share(share: Option<f64>, demand: &Demand) -> Option<Check> {
    demand.outdoor_air?;
    Some(match share {
        Some(share) => Check::at_most(Rule::StaticPressure, share, 1.0),
        None => Check::not_checked(Rule::StaticPressure),
    })
}
