//! Units that a buyer asks for by name or by size, without a load (指定机型).

use super::installation::{Installation, Mounting};
use crate::boundary::from_node;
use serde::Serialize;

/// Units that are wanted as they are: a replacement, or what the buyer has settled on.
///
/// The model comes first; where the catalogue does not have it, or none is stated, the nameplate's capacity (铭牌制冷量) finds the
/// product.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Requested {
    /// A name, unique among the requests and rooms; default `requested-1`, `requested-2`, ...
    pub id: Option<String>,
    /// How many sets.
    pub quantity: i32,
    /// The product, or the model on the nameplate of a rooftop unit or of a pair's outdoor or indoor unit.
    pub model: Option<String>,
    /// The brand that is wanted; default any.
    pub brand: Option<String>,
    /// Cooling capacity on the nameplate of one set, kW; of a rooftop unit net of its fan.
    pub cooling_kw: Option<f64>,
    /// Cooling capacity of one set as it is traded, 匹.
    pub horsepower: Option<f64>,
    /// How far a product's capacity may be from that of the nameplate, 0 to 0.3.
    pub tolerance: Option<f64>,
    /// How the indoor unit of a pair is mounted, which no rooftop unit is; default as the preferences say, else any.
    pub mounting: Option<Mounting>,
    /// The room of this project that the units serve, whose load they are checked against; default none.
    pub room: Option<String>,
    /// Circumstances of installation, where no room is named; default those of the project.
    pub installation: Option<Installation>,
}

from_node!(struct Requested {
    id,
    quantity,
    model,
    brand,
    cooling_kw,
    horsepower,
    tolerance,
    mounting,
    room,
    installation,
});
