//! Refrigerants (制冷剂) and how much of one may be in a room.

use crate::boundary::from_node;

/// A refrigerant.
#[derive(Clone, Debug, PartialEq)]
pub struct Refrigerant {
    /// Such as `R32`.
    pub id: String,
    /// The most that could leak into an occupied room, kg/m³.
    pub limit_kg_m3: f64,
    /// The lower flammable limit (可燃下限), kg/m³; absent for one that does not burn.
    pub lower_flammable_kg_m3: Option<f64>,
    /// The standard and how it was read.
    pub source: String,
}

from_node!(struct Refrigerant {
    id,
    limit_kg_m3 as "limitKgM3",
    lower_flammable_kg_m3 as "lowerFlammableKgM3",
    source,
});

/// A diameter of water pipe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaterPipe {
    /// The most water, m³/h.
    pub up_to_m3_h: f64,
    /// Nominal diameter, mm.
    pub nominal_mm: f64,
}

from_node!(struct WaterPipe { up_to_m3_h as "upToM3H", nominal_mm });
