//! A packaged rooftop unit (屋顶机) with its supply fan.

use super::Curve;
use super::machine::{Air, Efficiency, Electrical, OperatingLimits, Sound, Stages, UnitMass};
use crate::boundary::from_node;

/// A rooftop unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Rooftop {
    /// Gross total capacity at 19.4 °C entering wet bulb and 35 °C outdoors, W (AHRI 340/360).
    pub gross_total_w: i64,
    /// The sensible share of it at 26.7 °C entering dry bulb.
    pub sensible_heat_ratio: f64,
    /// Gross capacity over the input of compressors and outdoor fans, at the same point.
    pub cop: f64,
    /// Rated supply air, m³/h.
    pub rated_flow_m3_h: f64,
    /// Factor on the capacity by entering wet bulb (`enteringWetBulbC`) and `outdoorDryBulbC`.
    pub capacity: Curve,
    /// Factor on the capacity by the share of the rated airflow (`flowFraction`).
    pub capacity_by_flow: Curve,
    /// Factor on input over capacity, by the same as `capacity`.
    pub input_ratio: Curve,
    /// Factor on input over capacity by `flowFraction`.
    pub input_ratio_by_flow: Curve,
    /// Supply fan: air and external pressure; absent means not known.
    pub air: Option<Air>,
    /// Input of the supply fan, W, whose heat enters the supply air; absent means not known.
    pub fan_input_w: Option<i64>,
    /// Supply; absent means not known.
    pub electrical: Option<Electrical>,
    /// Mass; absent means not known.
    pub mass: Option<UnitMass>,
    /// Width, height, depth, mm; absent means not known.
    pub size_mm: Option<[f64; 3]>,
    /// Sound outdoors; absent means not known.
    pub sound: Option<Sound>,
    /// Where it may run; absent means not known beyond its curves.
    pub limits: Option<OperatingLimits>,
    /// How it meets part of its load; absent means not known.
    pub stages: Option<Stages>,
    /// Efficiencies; empty means not known.
    pub efficiency: Vec<Efficiency>,
}

from_node!(struct Rooftop {
    gross_total_w,
    sensible_heat_ratio,
    cop,
    rated_flow_m3_h as "ratedFlowM3H",
    capacity,
    capacity_by_flow,
    input_ratio,
    input_ratio_by_flow,
    air,
    fan_input_w,
    electrical,
    mass,
    size_mm,
    sound,
    limits,
    stages,
    efficiency or Vec::new(),
});
