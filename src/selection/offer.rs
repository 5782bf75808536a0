//! The offers (报价方案) that a buyer compares: the best choice, and the best of one kind of system each.

use super::answer::{System, SystemSummary};
use crate::money::Money;
use crate::project::SystemKind;
use serde::Serialize;

/// The best choice, or the best with one kind of system in every room.
///
/// The second and the third best of all choices differ from the best by a model or two, which nobody asks three offers for; what a
/// buyer compares is all pairs, all VRF, all water.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Offer {
    /// The only kind of system in it; absent for the chosen systems, of whatever kinds they are.
    pub kind: Option<SystemKind>,
    /// What it has, in the unit of the objective: money, kWh a year or relative sound power.
    pub value: f64,
    /// Equipment and installation, tax included.
    pub cost: Money,
    /// Cooling energy of a year, kWh.
    pub energy_kwh: f64,
    /// Cost and the electricity of the years.
    pub life_cycle_cost: Money,
    /// The loudest room, dB(A); absent where a level is not known.
    pub loudest_dba: Option<f64>,
    /// Whether it is proved to be the best of its kind by the objective.
    pub proved_optimal: bool,
    /// What a quote of it comes to, with what is requested by name and the ventilators, tax included; absent where nothing is quoted or
    /// the quote has no total.
    pub total: Option<Money>,
    /// Its systems in short.
    pub systems: Vec<SystemSummary>,
    /// Its systems in full, for taking off.
    #[serde(skip)]
    pub(crate) chosen: Vec<System>,
}
