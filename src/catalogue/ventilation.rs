//! What treats outdoor air before a room's own unit has it: energy-recovery ventilators and fresh-air units.

use super::machine::{Air, Electrical, Sound, UnitMass};
use super::{Connection, Grid};
use crate::boundary::from_node;

/// An energy-recovery ventilator (全热新风机).
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveryVentilator {
    /// Air and external pressure.
    pub air: Air,
    /// Share of the sensible difference that is recovered at the highest airflow.
    pub sensible_effectiveness: f64,
    /// Share of the difference in humidity that is recovered at the highest airflow.
    pub latent_effectiveness: f64,
    /// Electrical input at the highest airflow, W.
    pub input_w: i64,
    /// Sound in the room; absent means not known.
    pub sound: Option<Sound>,
    /// Supply; absent means not known.
    pub electrical: Option<Electrical>,
    /// Mass; absent means not known.
    pub mass: Option<UnitMass>,
    /// Width, height, depth, mm; absent means not known.
    pub size_mm: Option<[f64; 3]>,
}

from_node!(struct RecoveryVentilator {
    air,
    sensible_effectiveness,
    latent_effectiveness,
    input_w,
    sound,
    electrical,
    mass,
    size_mm,
});

/// A fresh-air unit (新风机) that cools and dries outdoor air.
#[derive(Clone, Debug, PartialEq)]
pub struct FreshAirUnit {
    /// The family that it connects to; absent for a unit with its own outdoor part.
    pub family: Option<String>,
    /// The capacity index where it connects to a family.
    pub capacity_index: Option<i64>,
    /// The pipes to it and its drain where it connects to a family; absent means not known.
    pub connection: Option<Connection>,
    /// Air and external pressure.
    pub air: Air,
    /// Total by outdoor dry bulb (`outdoorDryBulbC`) and outdoor wet bulb (`outdoorWetBulbC`).
    pub cooling: Grid,
    /// Total by `outdoorDryBulbC`; absent means not known.
    pub heating: Option<Grid>,
    /// Electrical input, W.
    pub input_w: i64,
    /// Sound in the room; absent means not known.
    pub sound: Option<Sound>,
    /// Supply; absent means not known.
    pub electrical: Option<Electrical>,
    /// Mass; absent means not known.
    pub mass: Option<UnitMass>,
    /// Width, height, depth, mm; absent means not known.
    pub size_mm: Option<[f64; 3]>,
    /// The lowest height of its outlet above the floor, m; absent means not known.
    pub least_height_m: Option<f64>,
}

from_node!(struct FreshAirUnit {
    family,
    capacity_index,
    connection,
    air,
    cooling,
    heating,
    input_w,
    sound,
    electrical,
    mass,
    size_mm,
    least_height_m,
});
