//! A matched pair of indoor and outdoor unit (一拖一).

use super::machine::{Air, Efficiency, Electrical, OperatingLimits, Sound, Stages};
use super::table::{CoolingFile, CoolingTable};
use super::{Grid, Status};
use crate::boundary::from_node;
use crate::project::Mounting;
use serde::Serialize;

/// A matched pair.
#[derive(Clone, Debug, PartialEq)]
pub struct MatchedSplit {
    /// The indoor unit's model.
    pub indoor_model: String,
    /// How the indoor unit is mounted.
    pub mounting: Mounting,
    /// At 27 °C dry bulb and 19 °C wet bulb indoors, 35 °C outdoors.
    pub rated: Option<Capacity>,
    /// The cooling table.
    pub cooling: CoolingTable,
    /// Heating capacity; absent means not known.
    pub heating: Option<Heating>,
    /// Pipes; absent means not known, and the product cannot be taken off.
    pub piping: Option<Piping>,
    /// Supply; absent means not known, and the product cannot be taken off.
    pub electrical: Option<Electrical>,
    /// Masses; absent means not known, and the product cannot be taken off.
    pub mass_kg: Option<Mass>,
    /// The lowest height of its outlet above the floor, m; absent means not known.
    pub least_height_m: Option<f64>,
    /// Width, height, depth of the indoor unit, mm; absent means not known.
    pub indoor_size_mm: Option<[f64; 3]>,
    /// Width, height, depth of the outdoor unit, mm; absent means not known.
    pub outdoor_size_mm: Option<[f64; 3]>,
    /// The indoor unit's air; absent means not known.
    pub air: Option<Air>,
    /// Sound in the room; absent means not known.
    pub indoor_sound: Option<Sound>,
    /// Sound outdoors; absent means not known.
    pub outdoor_sound: Option<Sound>,
    /// Where it may run; absent means not known beyond its tables.
    pub limits: Option<OperatingLimits>,
    /// How it meets part of its load; absent means not known.
    pub stages: Option<Stages>,
    /// The share of its capacity below which it stops and starts; absent means not known.
    pub least_part_load: Option<f64>,
    /// Efficiencies; empty means not known.
    pub efficiency: Vec<Efficiency>,
}

/// As the file states it, before its table is checked.
pub(super) struct MatchedSplitFile {
    pub(super) indoor_model: String,
    pub(super) mounting: Mounting,
    pub(super) rated: Option<Capacity>,
    pub(super) cooling: CoolingFile,
    pub(super) heating: Option<Heating>,
    pub(super) piping: Option<Piping>,
    pub(super) electrical: Option<Electrical>,
    pub(super) mass_kg: Option<Mass>,
    pub(super) least_height_m: Option<f64>,
    pub(super) indoor_size_mm: Option<[f64; 3]>,
    pub(super) outdoor_size_mm: Option<[f64; 3]>,
    pub(super) air: Option<Air>,
    pub(super) indoor_sound: Option<Sound>,
    pub(super) outdoor_sound: Option<Sound>,
    pub(super) limits: Option<OperatingLimits>,
    pub(super) stages: Option<Stages>,
    pub(super) least_part_load: Option<f64>,
    pub(super) efficiency: Vec<Efficiency>,
}

from_node!(struct MatchedSplitFile {
    indoor_model,
    mounting,
    rated,
    cooling,
    heating,
    piping,
    electrical,
    mass_kg,
    least_height_m,
    indoor_size_mm,
    outdoor_size_mm,
    air,
    indoor_sound,
    outdoor_sound,
    limits,
    stages,
    least_part_load,
    efficiency or Vec::new(),
});

/// What a unit delivers and takes, W.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Capacity {
    /// Total cooling capacity (总冷量), W.
    pub total_w: i64,
    /// Sensible cooling capacity (显冷量), W.
    pub sensible_w: i64,
    /// Electrical input, W.
    pub input_w: i64,
}

from_node!(struct Capacity { total_w, sensible_w, input_w });

/// Heating capacity (制热量) of the refrigerant circuit; electric auxiliary heat is never part of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Heating {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// At 20 °C indoors, 7 °C dry bulb and 6 °C wet bulb outdoors, W.
    pub rated_total_w: i64,
    /// Capacity by indoor dry bulb and outdoor wet bulb; absent means that only the rated point is known.
    pub table: Option<Grid>,
    /// Whether the table holds what defrost takes.
    pub defrost_included: bool,
}

from_node!(struct Heating { status, rated_total_w, table, defrost_included or false });

/// Pipes of a split, their limits, charge and insulation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Piping {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// Such as `R32`.
    pub refrigerant: String,
    /// Liquid pipe, outside diameter, mm.
    pub liquid_mm: f64,
    /// Gas pipe, outside diameter, mm.
    pub gas_mm: f64,
    /// The longest one-way pipe that the maker allows, m.
    pub max_length_m: f64,
    /// The greatest height between the units that the maker allows, m.
    pub max_height_m: f64,
    /// Pipe that the factory charge covers, m.
    pub precharged_m: f64,
    /// Refrigerant in the unit as delivered, kg; absent means not known.
    pub factory_charge_kg: Option<f64>,
    /// Refrigerant for each further metre, kg/m.
    pub additional_kg_per_m: f64,
    /// Liquid pipe's insulation, mm.
    pub liquid_insulation_mm: f64,
    /// Gas pipe's insulation, mm.
    pub gas_insulation_mm: f64,
    /// Condensate pipe, nominal mm.
    pub drain_mm: f64,
    /// What is left of the capacity by pipe length; absent means not known.
    pub length_factors: Option<Vec<LengthFactor>>,
}

from_node!(struct Piping {
    status,
    refrigerant,
    liquid_mm,
    gas_mm,
    max_length_m,
    max_height_m,
    precharged_m,
    factory_charge_kg,
    additional_kg_per_m,
    liquid_insulation_mm,
    gas_insulation_mm,
    drain_mm,
    length_factors,
});

/// What is left of a capacity at a length of pipe; between two lengths it is linear.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LengthFactor {
    /// Equivalent one-way length, m.
    pub length_m: f64,
    /// Share of the cooling capacity that is left.
    pub cooling: f64,
    /// Share of the heating capacity that is left.
    pub heating: f64,
}

from_node!(struct LengthFactor { length_m, cooling, heating });

/// Masses, kg.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mass {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// Indoor unit, kg.
    pub indoor: f64,
    /// Outdoor unit, kg.
    pub outdoor: f64,
}

from_node!(struct Mass { status, indoor, outdoor });
