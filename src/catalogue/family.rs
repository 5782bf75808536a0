//! A family of outdoor and indoor units that connect (系列): limits of connection and pipe, charge, corrections.

use super::Status;
use super::machine::OperatingLimits;
use super::matched_split::LengthFactor;
use crate::boundary::from_node;
use serde::Serialize;

/// What kind of system the outdoor units of a family make.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum RefrigerantSystem {
    /// Every indoor unit has a pipe of its own from the outdoor unit (一拖多).
    MultiSplit,
    /// A shared pipe with joints; all units cool or all heat (热泵型多联机).
    VrfHeatPump,
    /// A shared pipe with recovery boxes; units cool and heat at once (热回收型多联机).
    VrfHeatRecovery,
}

from_node!(
    enum RefrigerantSystem {
        MultiSplit,
        VrfHeatPump,
        VrfHeatRecovery,
    }
);

/// A family.
#[derive(Clone, Debug, PartialEq)]
pub struct Family {
    /// Unique among the families of the catalogue.
    pub id: String,
    /// The maker's brand.
    pub brand: String,
    /// The source of its figures.
    pub source: String,
    /// Where in the source; absent means not stated.
    pub source_at: Option<String>,
    /// Whether they are a maker's.
    pub status: Status,
    /// What kind of system it makes.
    pub system: RefrigerantSystem,
    /// Such as `R410A`.
    pub refrigerant: String,
    /// The connection ratio (配比): indices of the indoor units over that of the outdoor unit, from, to.
    pub ratio: [f64; 2],
    /// Lower greatest ratios under circumstances.
    pub ratio_rules: Vec<RatioRule>,
    /// The largest share of the outdoor unit's index that fresh-air units may take; absent means not known.
    pub fresh_air_share: Option<f64>,
    /// The connection ratio where only fresh-air units connect, from, to; absent means that they never stand alone.
    pub fresh_air_alone: Option<[f64; 2]>,
    /// How much more than its index a ducted unit above [`Family::high_static_pa`] counts in the ratio; absent means not known.
    pub high_static_weight: Option<f64>,
    /// From this external static pressure on a ducted unit is a high-static one, Pa.
    pub high_static_pa: Option<f64>,
    /// Outdoor units that may stand together as one, with the most indoor units of each.
    pub combinations: Vec<Combination>,
    /// Limits of the pipe; absent means not known, and nothing of the family can be selected.
    pub piping: Option<FamilyPiping>,
    /// Refrigerant beyond the factory charge; absent means not known.
    pub charge: Option<Charge>,
    /// What is left of the capacity by equivalent length; absent means not known.
    pub length_factors: Option<Vec<LengthFactor>>,
    /// What is left of the heating capacity with defrost, by outdoor wet bulb; absent means not known.
    pub defrost: Option<Vec<Defrost>>,
    /// What is left of the capacity by the height of the place; absent means not known.
    pub altitude: Option<Vec<AltitudeFactor>>,
    /// The outdoor air at which the family may run; absent means not known.
    pub limits: Option<OperatingLimits>,
}

from_node!(struct Family {
    id,
    brand,
    source,
    source_at,
    status,
    system,
    refrigerant,
    ratio,
    ratio_rules or Vec::new(),
    fresh_air_share,
    fresh_air_alone,
    high_static_weight,
    high_static_pa,
    combinations or Vec::new(),
    piping,
    charge,
    length_factors,
    defrost,
    altitude,
    limits,
});

/// A greatest ratio that holds above a height between indoor units.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RatioRule {
    /// It holds where indoor units are more than this apart in height, m.
    pub above_indoor_height_m: f64,
    /// The greatest ratio then.
    pub maximum: f64,
}

from_node!(struct RatioRule { above_indoor_height_m, maximum });

/// Outdoor units that work as one (模块组合).
#[derive(Clone, Debug, PartialEq)]
pub struct Combination {
    /// The outdoor units' identifiers, one for each module.
    pub units: Vec<String>,
    /// The most indoor units.
    pub max_indoor: u32,
}

from_node!(struct Combination { units, max_indoor });

/// Limits of a family's pipe, m, one way.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FamilyPiping {
    /// All pipe together.
    pub total_m: f64,
    /// From the outdoor unit to the farthest indoor unit.
    pub farthest_m: f64,
    /// The same with the resistance of joints as length.
    pub farthest_equivalent_m: f64,
    /// From the first joint to the farthest indoor unit.
    pub first_branch_m: f64,
    /// Height, outdoor unit above the indoor units.
    pub height_above_m: f64,
    /// Height, outdoor unit below the indoor units.
    pub height_below_m: f64,
    /// Height between indoor units.
    pub indoor_height_m: f64,
    /// What a joint counts as length.
    pub joint_equivalent_m: f64,
    /// Diameters of the shared pipe by the indices of the units beyond it, rising.
    pub pipes: Vec<PipeTier>,
    /// Liquid pipe's insulation, mm.
    pub liquid_insulation_mm: f64,
    /// Gas pipe's insulation, mm.
    pub gas_insulation_mm: f64,
}

from_node!(struct FamilyPiping {
    total_m,
    farthest_m,
    farthest_equivalent_m,
    first_branch_m,
    height_above_m,
    height_below_m,
    indoor_height_m,
    joint_equivalent_m,
    pipes,
    liquid_insulation_mm,
    gas_insulation_mm,
});

/// Diameters up to an index.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PipeTier {
    /// The largest sum of indices beyond the pipe.
    pub up_to_index: i64,
    /// Liquid pipe, outside diameter, mm.
    pub liquid_mm: f64,
    /// Gas pipe, outside diameter, mm.
    pub gas_mm: f64,
}

from_node!(struct PipeTier { up_to_index, liquid_mm, gas_mm });

/// Refrigerant beyond the factory charge.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Charge {
    /// For each metre of liquid pipe, by its diameter.
    pub per_metre: Vec<ChargePerMetre>,
    /// For each indoor unit, kg.
    pub per_indoor_kg: f64,
}

from_node!(struct Charge { per_metre, per_indoor_kg });

/// Refrigerant for each metre of a liquid pipe.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChargePerMetre {
    /// Outside diameter, mm.
    pub liquid_mm: f64,
    /// kg/m.
    pub kg_per_m: f64,
}

from_node!(struct ChargePerMetre { liquid_mm, kg_per_m });

/// What is left of the heating capacity with defrost; between two temperatures it is linear, beyond the ends not known.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Defrost {
    /// Outdoor wet bulb, °C.
    pub outdoor_wet_bulb_c: f64,
    /// Share that is left.
    pub factor: f64,
}

from_node!(struct Defrost { outdoor_wet_bulb_c, factor });

/// What is left of the capacity at a height; between two heights it is linear.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AltitudeFactor {
    /// Height of the place, m.
    pub elevation_m: f64,
    /// Share that is left.
    pub factor: f64,
}

from_node!(struct AltitudeFactor { elevation_m, factor });
