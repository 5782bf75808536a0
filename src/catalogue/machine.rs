//! What machines of every kind have: supply, air, sound, masses, efficiency.

use super::Status;
use crate::boundary::from_node;
use serde::Serialize;

/// Supply, circuit and cables.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Electrical {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// V.
    pub volts: u32,
    /// 1 or 3.
    pub phases: u32,
    /// 50 or 60 Hz; absent means not known.
    pub hz: Option<u32>,
    /// Minimum circuit ampacity (MCA), A.
    pub minimum_circuit_a: f64,
    /// Circuit breaker, A.
    pub breaker_a: f64,
    /// The largest overcurrent protection (MOP) that the maker allows, A; absent means not known.
    pub maximum_breaker_a: Option<f64>,
    /// Cores by mm², such as `3x2.5`.
    pub power_cable: String,
    /// Cores by mm², between the units; absent for a machine of one piece.
    pub control_cable: Option<String>,
}

from_node!(struct Electrical {
    status,
    volts,
    phases,
    hz,
    minimum_circuit_a,
    breaker_a,
    maximum_breaker_a,
    power_cable,
    control_cable,
});

/// The air that a unit moves.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Air {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// Airflow at each speed, the highest first, m³/h.
    pub flow_m3_h: Vec<f64>,
    /// The external static pressure (机外静压) that the unit overcomes at its highest airflow, Pa.
    pub external_static_pa: f64,
}

from_node!(struct Air { status, flow_m3_h as "flowM3H", external_static_pa });

/// Sound pressure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Sound {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// A-weighted sound pressure at each speed, the highest first, dB(A).
    pub dba: Vec<f64>,
    /// How far from the unit it was measured, m.
    pub distance_m: f64,
}

from_node!(struct Sound { status, dba, distance_m });

/// A mass.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct UnitMass {
    /// Whether the figure is a maker's.
    pub status: Status,
    /// kg.
    pub kg: f64,
}

from_node!(struct UnitMass { status, kg });

/// How efficient a machine is by a standard.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Efficiency {
    /// Whether the figure is a maker's.
    pub status: Status,
    /// The standard and its edition, such as `GB 21454-2021`.
    pub standard: String,
    /// The measure: `APF`, `SEER`, `IPLV(C)`, `CSPF`, `COP`.
    pub metric: String,
    /// Its value.
    pub value: f64,
    /// The grade (能效等级) by that standard, from 1, the best.
    pub grade: Option<u32>,
}

from_node!(struct Efficiency { status, standard, metric, value, grade });

/// How a machine meets less than its full load; it says how much too large a machine may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Stages {
    /// On or off (定频).
    Single,
    /// Two steps.
    Two,
    /// Continuous (变频).
    Variable,
}

from_node!(
    enum Stages {
        Single,
        Two,
        Variable,
    }
);

/// The outdoor air at which a machine may run; a side that is absent is not known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OperatingLimits {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// Cooling: outdoor dry bulb from, to, °C.
    pub cooling_outdoor_c: [f64; 2],
    /// Heating: outdoor wet bulb from, to, °C.
    pub heating_outdoor_wet_bulb_c: Option<[f64; 2]>,
}

from_node!(struct OperatingLimits { status, cooling_outdoor_c, heating_outdoor_wet_bulb_c });

/// Rated figures that a maker prints beside a table; the table at rated conditions has to agree with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rated {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// Total cooling capacity, W.
    pub total_w: i64,
    /// Sensible cooling capacity, W; absent means not known.
    pub sensible_w: Option<i64>,
    /// Electrical input in cooling, W; absent means not known.
    pub input_w: Option<i64>,
    /// Heating capacity, W; absent means not known or cooling only.
    pub heating_total_w: Option<i64>,
}

from_node!(struct Rated { status, total_w, sensible_w, input_w, heating_total_w });
