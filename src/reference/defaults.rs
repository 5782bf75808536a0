//! What is assumed where the buyer states nothing (默认值).

use crate::boundary::from_node;
use crate::finding::Confidence;
use crate::project::{OutdoorPlace, Wall};

/// Where in the band an estimate is taken.
#[derive(Clone, Debug)]
pub struct IndexPosition {
    /// Without stated exposure.
    pub typical: f64,
    /// Under a roof or behind much glass.
    pub exposed: f64,
    /// The glazing ratio from which a room is exposed.
    pub exposed_glazing_ratio: f64,
    /// Where the rule comes from, in English.
    pub source: String,
    /// Where the rule comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

from_node!(struct IndexPosition { typical, exposed, exposed_glazing_ratio, source, source_zh, confidence });

/// A value that is assumed where the buyer states nothing.
#[derive(Clone, Debug)]
pub struct Assumed<T> {
    /// The value.
    pub value: T,
    /// Where it comes from, in English.
    pub source: String,
    /// Where it comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

from_node!(struct Assumed<T> { value, source, source_zh, confidence });

/// Everything that is assumed where the buyer states nothing.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// Relative humidity of a room in summer, 0 to 1.
    pub relative_humidity: Assumed<f64>,
    /// One-way refrigerant pipe, m.
    pub pipe_run_m: Assumed<f64>,
    /// Between outdoor and indoor unit, m.
    pub height_difference_m: Assumed<f64>,
    /// Condensate pipe, m.
    pub drain_run_m: Assumed<f64>,
    /// Power cable from the distribution board, m.
    pub power_cable_run_m: Assumed<f64>,
    /// Height of the indoor unit above the floor, m.
    pub install_height_m: Assumed<f64>,
    /// Storey of the outdoor unit.
    pub storey: Assumed<i32>,
    /// Identical sets in one room.
    pub max_units_per_room: Assumed<i32>,
    /// Where the outdoor unit stands or hangs.
    pub outdoor_place: Assumed<OutdoorPlace>,
    /// What the pipes pass through.
    pub wall: Assumed<Wall>,
}

from_node!(struct Defaults {
    relative_humidity,
    pipe_run_m,
    height_difference_m,
    drain_run_m,
    power_cable_run_m,
    install_height_m,
    storey,
    max_units_per_room,
    outdoor_place,
    wall,
});
