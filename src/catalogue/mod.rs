//! The catalogue (产品目录): what can be bought, without prices.
//!
//! A catalogue that cannot be read is an error. A product or a family that cannot be read, told apart or trusted is refused by name,
//! and the rest of the catalogue stays usable: [`Catalogue::refused`].

pub(crate) mod availability;
mod checked;
mod connected;
mod curve;
mod duplicates;
mod family;
mod grid;
mod identity;
mod index;
mod inspection;
mod intake;
mod look;
mod machine;
mod matched_split;
mod packaged;
mod refrigerant;
mod remark;
pub(crate) mod shape;
mod table;
mod together;
mod validate;
mod ventilation;
mod water;

pub use availability::{Availability, Supply};
pub use connected::{
    BranchKit, Connection, Controller, ControllerScope, IndoorUnit, OutdoorUnit, RecoveryBox,
};
pub use curve::{Curve, CurveForm, Variable};
pub use family::{
    AltitudeFactor, Charge, ChargePerMetre, Combination, Defrost, Family, FamilyPiping, PipeTier, RatioRule,
    RefrigerantSystem,
};
pub use grid::{Axis, Grid, Reading};
pub use identity::{Identity, Item, Status};
pub use index::Product;
pub use inspection::{Inspection, Usable};
pub use machine::{Air, Efficiency, Electrical, OperatingLimits, Rated, Sound, Stages, UnitMass};
pub use matched_split::{Capacity, Heating, LengthFactor, Mass, MatchedSplit, Piping};
pub use packaged::Rooftop;
pub(crate) use refrigerant::CHINA;
pub use refrigerant::{Refrigerant, RefrigerantLimit, Standard, WaterPipe};
pub use remark::{Remark, RemarkCode};
pub use table::{Cell, CoolingTable, Miss};
pub use ventilation::{FreshAirUnit, RecoveryVentilator};
pub use water::{Chiller, FanCoil, WaterHeatPump};

use crate::error::Error;

/// A catalogue, checked; products that were refused are in none of its lists but [`Catalogue::refused`].
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    id: String,
    version: u32,
    digest: String,
    refrigerants: Vec<Refrigerant>,
    water_pipes: Vec<WaterPipe>,
    families: Vec<Family>,
    matched_splits: Vec<Item<MatchedSplit>>,
    outdoor_units: Vec<Item<OutdoorUnit>>,
    indoor_units: Vec<Item<IndoorUnit>>,
    branch_kits: Vec<Item<BranchKit>>,
    recovery_boxes: Vec<Item<RecoveryBox>>,
    controllers: Vec<Item<Controller>>,
    rooftops: Vec<Item<Rooftop>>,
    chillers: Vec<Item<Chiller>>,
    water_heat_pumps: Vec<Item<WaterHeatPump>>,
    fan_coils: Vec<Item<FanCoil>>,
    recovery_ventilators: Vec<Item<RecoveryVentilator>>,
    fresh_air_units: Vec<Item<FreshAirUnit>>,
    refused: Vec<Remark>,
    warnings: Vec<Remark>,
    availability: Option<Availability>,
    index: index::Index,
}

/// An accessor of each list.
macro_rules! lists {
    ($($(#[$doc:meta])* $list:ident: $type:ty),+ $(,)?) => {
        impl Catalogue {
            $($(#[$doc])* #[must_use] pub fn $list(&self) -> &[$type] { &self.$list })+
        }
    };
}

lists! {
    /// The refrigerants.
    refrigerants: Refrigerant,
    /// Diameters of water pipes by flow, rising.
    water_pipes: WaterPipe,
    /// The usable families.
    families: Family,
    /// The usable matched splits, in the file's order.
    matched_splits: Item<MatchedSplit>,
    /// The usable outdoor units.
    outdoor_units: Item<OutdoorUnit>,
    /// The usable indoor units.
    indoor_units: Item<IndoorUnit>,
    /// The joints.
    branch_kits: Item<BranchKit>,
    /// The recovery boxes.
    recovery_boxes: Item<RecoveryBox>,
    /// The controllers.
    controllers: Item<Controller>,
    /// The usable rooftop units.
    rooftops: Item<Rooftop>,
    /// The usable chillers.
    chillers: Item<Chiller>,
    /// The usable heat pumps for water.
    water_heat_pumps: Item<WaterHeatPump>,
    /// The usable fan coils.
    fan_coils: Item<FanCoil>,
    /// The energy-recovery ventilators.
    recovery_ventilators: Item<RecoveryVentilator>,
    /// The fresh-air units.
    fresh_air_units: Item<FreshAirUnit>,
    /// The products and families that cannot be used, each with the first reason: figures that cannot be read or trusted, a source
    /// that the catalogue does not name, an identifier that another has too.
    refused: Remark,
    /// What is odd about products that are used all the same.
    warnings: Remark,
}

impl Catalogue {
    /// Reads a catalogue from JSON text.
    ///
    /// # Errors
    /// With every problem of form found in what stands beside the products and families, up to a hundred; one of those that cannot be
    /// used is no error but among [`Catalogue::refused`].
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_node(crate::boundary::json::parse(bytes, crate::boundary::Limits::LIBRARY)?)
    }

    /// Reads a catalogue from a tree.
    ///
    /// # Errors
    /// As [`Catalogue::from_json`], without syntax.
    pub fn from_node(node: crate::boundary::Node) -> Result<Self, Error> {
        intake::take_in(node)
    }

    /// The same catalogue with what can be delivered; its own digest and prices stay what they are.
    #[must_use]
    pub fn with_availability(self, availability: Availability) -> Self {
        Self { availability: Some(availability), ..self }
    }

    /// What can be delivered, where that is known.
    #[must_use]
    pub fn availability(&self) -> Option<&Availability> {
        self.availability.as_ref()
    }

    /// The name of the catalogue.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The version, which rises with every change.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The digest of the catalogue's canonical bytes.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The refrigerant `id`.
    #[must_use]
    pub fn refrigerant(&self, id: &str) -> Option<&Refrigerant> {
        self.refrigerants.iter().find(|refrigerant| refrigerant.id == id)
    }

    /// Whether a family has nothing to connect to.
    pub(crate) fn has_no_outdoor_unit(&self, family: &str) -> bool {
        self.outdoor_units.iter().all(|unit| unit.figures.family != family)
    }

    /// Whether nothing of a family cools a room: neither indoor units nor fresh-air units.
    pub(crate) fn has_no_indoor_unit(&self, family: &str) -> bool {
        let fresh = |unit: &Item<FreshAirUnit>| unit.figures.family.as_deref() == Some(family);
        self.indoor_units.iter().all(|unit| unit.figures.family != family)
            && !self.fresh_air_units.iter().any(fresh)
    }
}
