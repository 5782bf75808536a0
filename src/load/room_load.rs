//! The load of one room of a project (房间负荷), as the next steps take it.

use super::band::BandComparison;
use super::space_load::{Component, OutdoorAirState, SpaceLoad};
use serde::Serialize;

/// A load in whole watts, positive where heat or vapour is taken out of the room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Load {
    /// Sensible and latent together (全热), W.
    pub total_w: i64,
    /// Sensible (显热), W.
    pub sensible_w: i64,
    /// Latent (潜热), W.
    pub latent_w: i64,
}

/// The state of the room's air in summer, which is what an indoor unit takes in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AirState {
    /// Dry bulb (干球温度), °C.
    pub dry_bulb_c: f64,
    /// Relative humidity, 0 to 1.
    pub relative_humidity: f64,
    /// Wet bulb (湿球温度), °C to 0.01, from dry bulb, humidity and the pressure of the place.
    pub wet_bulb_c: f64,
}

/// Where a room's sizing load comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum SizingBasis {
    /// The heat balance of its design days.
    HeatBalance,
    /// The project states it.
    Stated,
}

impl SizingBasis {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HeatBalance => "heatBalance",
            Self::Stated => "stated",
        }
    }
}

/// The load of one room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomLoad {
    /// The room's identifier.
    pub id: String,
    /// The room's name, if it has one.
    pub name: Option<String>,
    /// The room type.
    #[serde(rename = "use")]
    pub room_use: String,
    /// The room type's Chinese name.
    pub use_zh: String,
    /// The room type's English name.
    pub use_en: String,
    /// Conditioned floor area, m².
    pub area_m2: f64,
    /// The room's air in summer.
    pub air: AirState,
    /// The cooling that equipment is matched to: the largest hour of the design days that is not a start of the plant.
    pub sizing: Load,
    /// Where that comes from.
    pub sizing_basis: SizingBasis,
    /// The heating that equipment is matched to, W; absent where none is wanted.
    pub heating_w: Option<i64>,
    /// The sizing load beside the band of the room type.
    pub band: BandComparison,
    /// What the sizing load consists of, by cause.
    pub components: Vec<Component>,
    /// The outdoor air that reaches the room's unit at the sizing peak, after what treats it before; absent where none does. The
    /// coil takes it in together with the room's air.
    pub outdoor_air: Option<OutdoorAirState>,
    /// The hours and peaks; absent where the load is stated.
    pub computed: Option<SpaceLoad>,
}
