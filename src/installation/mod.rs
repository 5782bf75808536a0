//! Installation (安装): a system as it will stand in the building becomes the quantities of its work. No money here.

mod bill;
mod circumstances;
mod lines;
mod matched_split;
mod refrigerant_system;
mod rooftop;
mod ventilator;
mod water_system;

pub use bill::{Basis, BillLine, BillOfQuantities, Unit};
pub use circumstances::Circumstances;
pub use lines::PipePair;
pub use matched_split::{SplitSystem, matched_split};
pub use refrigerant_system::{
    ConnectedRoom, ConnectedSystem, OutdoorModule, OutdoorSet, TrunkPiece, connected_room, connected_system,
    outdoor_set, trunk_piece,
};
pub use rooftop::{RooftopSystem, rooftop};
pub(crate) use rooftop::{duct_side_m, outlets};
pub use ventilator::{VentilatorSystem, ventilator};
pub use water_system::{
    ChillerSet, WaterPiece, WaterRoom, WaterSystem, chiller_set, water_piece, water_room, water_system,
};
