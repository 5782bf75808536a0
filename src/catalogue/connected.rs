//! The units of a family: outdoor units, indoor units, joints, recovery boxes, controllers.

use super::machine::{Air, Efficiency, Electrical, Rated, Sound, Stages, UnitMass};
use super::{Grid, Status};
use crate::boundary::from_node;
use crate::project::Mounting;
use serde::Serialize;

/// An outdoor unit (室外机) that several indoor units connect to.
#[derive(Clone, Debug, PartialEq)]
pub struct OutdoorUnit {
    /// The family.
    pub family: String,
    /// The capacity index (容量指数): ten times the nominal kW.
    pub capacity_index: i64,
    /// The most indoor units.
    pub max_indoor: u32,
    /// Total and input by connection ratio (`ratio`), indoor wet bulb (`indoorWetBulbC`), outdoor dry bulb (`outdoorDryBulbC`).
    pub cooling: Grid,
    /// Total and input by `ratio`, `indoorDryBulbC`, `outdoorWetBulbC`, without defrost; absent means not known or cooling only.
    pub heating: Option<Grid>,
    /// Refrigerant as delivered, kg; absent means not known.
    pub factory_charge_kg: Option<f64>,
    /// Supply.
    pub electrical: Option<Electrical>,
    /// Mass.
    pub mass: Option<UnitMass>,
    /// Width, height, depth, mm; absent means not known.
    pub size_mm: Option<[f64; 3]>,
    /// Sound outdoors.
    pub sound: Option<Sound>,
    /// Free space that it needs on the intake side, m; absent means not known.
    pub clearance_m: Option<f64>,
    /// How it meets part of its load.
    pub stages: Option<Stages>,
    /// The share of its capacity below which it stops and starts; absent means not known.
    pub least_part_load: Option<f64>,
    /// Efficiencies; empty means not known.
    pub efficiency: Vec<Efficiency>,
    /// What the maker prints beside the table, at a ratio of 1, 27 °C dry and 19 °C wet bulb indoors and 35 °C outdoors; heating at 20 °C and a wet bulb of 6 °C; absent means not known.
    pub rated: Option<Rated>,
}

from_node!(struct OutdoorUnit {
    family,
    capacity_index,
    max_indoor,
    cooling,
    heating,
    factory_charge_kg,
    electrical,
    mass,
    size_mm,
    sound,
    clearance_m,
    stages,
    least_part_load,
    efficiency or Vec::new(),
    rated,
});

/// An indoor unit (室内机) of a family.
#[derive(Clone, Debug, PartialEq)]
pub struct IndoorUnit {
    /// The family.
    pub family: String,
    /// How it is mounted.
    pub mounting: Mounting,
    /// The capacity index: ten times the nominal kW.
    pub capacity_index: i64,
    /// Total and sensible by `indoorDryBulbC` and `indoorWetBulbC`.
    pub cooling: Grid,
    /// Total by `indoorDryBulbC`; absent means not known or cooling only.
    pub heating: Option<Grid>,
    /// The pipes to it and its drain.
    pub connection: Connection,
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
    /// The lowest height of its air outlet above the floor, m; absent means not known.
    pub least_height_m: Option<f64>,
    /// What the maker prints beside the table, at 27 °C dry and 19 °C wet bulb; heating at 20 °C; absent means not known.
    pub rated: Option<Rated>,
}

from_node!(struct IndoorUnit {
    family,
    mounting,
    capacity_index,
    cooling,
    heating,
    connection,
    air,
    sound,
    electrical,
    mass,
    size_mm,
    least_height_m,
    rated,
});

/// The pipes to an indoor unit and its drain, mm.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Connection {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// Liquid pipe, outside diameter.
    pub liquid_mm: f64,
    /// Gas pipe, outside diameter.
    pub gas_mm: f64,
    /// Condensate pipe, nominal.
    pub drain_mm: f64,
}

from_node!(struct Connection { status, liquid_mm, gas_mm, drain_mm });

/// A joint (分歧管) of the shared pipe.
#[derive(Clone, Debug, PartialEq)]
pub struct BranchKit {
    /// The family.
    pub family: String,
    /// The largest sum of indices beyond it.
    pub up_to_index: i64,
}

from_node!(struct BranchKit { family, up_to_index });

/// A box (热回收分流箱) that lets the units on its ports cool or heat by themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct RecoveryBox {
    /// The family.
    pub family: String,
    /// How many ports.
    pub ports: u32,
    /// The most indoor units on a port.
    pub max_indoor_per_port: u32,
    /// The largest sum of indices on a port.
    pub max_index_per_port: i64,
    /// The largest sum of indices of the box.
    pub max_index: i64,
}

from_node!(struct RecoveryBox { family, ports, max_indoor_per_port, max_index_per_port, max_index });

/// Where a controller stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ControllerScope {
    /// One for the units of a room (线控器).
    Room,
    /// One for systems together (集控器).
    Central,
}

from_node!(
    enum ControllerScope {
        Room,
        Central,
    }
);

/// A controller.
#[derive(Clone, Debug, PartialEq)]
pub struct Controller {
    /// The family; absent fits any.
    pub family: Option<String>,
    /// Where it stands.
    pub scope: ControllerScope,
    /// The most indoor units that it controls.
    pub max_indoor: u32,
}

from_node!(struct Controller { family, scope, max_indoor });
