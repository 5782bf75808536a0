//! Water systems: air-cooled chillers, heat pumps for water, fan coils.

use super::machine::{Air, Efficiency, Electrical, OperatingLimits, Rated, Sound, Stages, UnitMass};
use super::{Curve, Grid};
use crate::boundary::from_node;
use crate::project::Mounting;

/// An air-cooled chiller (风冷冷水机组), or a module of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Chiller {
    /// Capacity at the reference point, W.
    pub reference_w: i64,
    /// Capacity over input at the reference point.
    pub reference_cop: f64,
    /// Leaving water of the reference point, °C.
    pub reference_leaving_water_c: f64,
    /// Outdoor dry bulb of the reference point, °C.
    pub reference_outdoor_c: f64,
    /// Factor on the capacity by `leavingWaterC` and `outdoorDryBulbC`.
    pub capacity: Curve,
    /// Factor on input over capacity, by the same.
    pub input_ratio: Curve,
    /// Factor on the input by the share of the load (`partLoadRatio`).
    pub part_load: Curve,
    /// How many modules may stand together.
    pub max_modules: u32,
    /// Refrigerant, if known.
    pub refrigerant: Option<String>,
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

from_node!(struct Chiller {
    reference_w,
    reference_cop,
    reference_leaving_water_c,
    reference_outdoor_c,
    capacity,
    input_ratio,
    part_load,
    max_modules,
    refrigerant,
    electrical,
    mass,
    size_mm,
    sound,
    limits,
    stages,
    efficiency or Vec::new(),
});

/// A heat pump for water (空气源热泵机组) of which only the heating is known.
#[derive(Clone, Debug, PartialEq)]
pub struct WaterHeatPump {
    /// Total and input by leaving water (`leavingWaterC`) and `outdoorDryBulbC`; its points are those that were tested.
    pub heating: Grid,
    /// Refrigerant, if known.
    pub refrigerant: Option<String>,
    /// Refrigerant as delivered, kg, if known.
    pub factory_charge_kg: Option<f64>,
    /// 1 or 3, if known.
    pub phases: Option<u32>,
    /// Efficiencies; empty means not known.
    pub efficiency: Vec<Efficiency>,
}

from_node!(struct WaterHeatPump { heating, refrigerant, factory_charge_kg, phases, efficiency or Vec::new() });

/// A fan coil (风机盘管).
#[derive(Clone, Debug, PartialEq)]
pub struct FanCoil {
    /// How it is mounted.
    pub mounting: Mounting,
    /// Total and sensible by entering water (`enteringWaterC`), `indoorDryBulbC` and `indoorWetBulbC`.
    pub cooling: Grid,
    /// Total by `enteringWaterC` and `indoorDryBulbC`; absent means not known.
    pub heating: Option<Grid>,
    /// Water at its rated point, m³/h.
    pub water_flow_m3_h: f64,
    /// Water pipes, nominal mm.
    pub water_pipe_mm: f64,
    /// Condensate pipe, nominal mm.
    pub drain_mm: f64,
    /// Air; absent means not known.
    pub air: Option<Air>,
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
    /// What the maker prints beside the table, with water of 7 °C at 27 °C dry and 19.5 °C wet bulb; heating with water of 60 °C at 21 °C; absent means not known.
    pub rated: Option<Rated>,
}

from_node!(struct FanCoil {
    mounting,
    cooling,
    heating,
    water_flow_m3_h as "waterFlowM3H",
    water_pipe_mm,
    drain_mm,
    air,
    sound,
    electrical,
    mass,
    size_mm,
    least_height_m,
    rated,
});
