//! Wishes about the equipment (偏好).

use super::installation::Mounting;
use crate::boundary::from_node;
use crate::money::Money;
use serde::Serialize;

/// Wishes about the equipment.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// Indoor units that are wanted; default any.
    pub mountings: Option<Vec<Mounting>>,
    /// The most identical sets in one room.
    pub max_units_per_room: Option<i32>,
    /// What the systems are chosen by.
    pub objective: Option<Objective>,
    /// Kinds of systems that are wanted; default any.
    pub systems: Option<Vec<SystemKind>>,
    /// The only brands that are wanted; default any.
    pub brands: Option<Vec<String>>,
    /// The only products that are wanted, the storefront's pool; default any.
    pub products: Option<Vec<String>>,
    /// The worst efficiency grade (能效等级) that is wanted, from 1; default any.
    pub worst_grade: Option<i32>,
    /// Whether the buyer does without heating by these systems; default no.
    pub cooling_only: Option<bool>,
    /// Whether some rooms are to be heated while others are cooled; default no.
    pub simultaneous: Option<bool>,
    /// Whether rooms of different floors may share a system; default no where floors are stated.
    pub share_across_floors: Option<bool>,
    /// What the years of running cost, for the objectives that ask for it.
    pub running: Option<Running>,
}

from_node!(struct Preferences {
    mountings,
    max_units_per_room,
    objective,
    systems,
    brands,
    products,
    worst_grade,
    cooling_only,
    simultaneous,
    share_across_floors,
    running,
});

/// What systems are chosen by (选型目标).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Objective {
    /// Equipment and installation.
    InstalledCost,
    /// Equipment, installation and the electricity of the years.
    LifeCycleCost,
    /// The least electricity.
    Efficiency,
    /// The least sound in the rooms.
    Noise,
}

from_node!(
    enum Objective {
        InstalledCost,
        LifeCycleCost,
        Efficiency,
        Noise,
    }
);

impl Objective {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InstalledCost => "installedCost",
            Self::LifeCycleCost => "lifeCycleCost",
            Self::Efficiency => "efficiency",
            Self::Noise => "noise",
        }
    }
}

/// What kind of system serves a room (系统形式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum SystemKind {
    /// Matched pairs of indoor and outdoor unit (一拖一).
    MatchedSplit,
    /// One outdoor unit with a pipe to every indoor unit (一拖多).
    MultiSplit,
    /// Variable refrigerant flow, all units cooling or all heating (多联机).
    VrfHeatPump,
    /// Variable refrigerant flow with heat recovery (热回收多联机).
    VrfHeatRecovery,
    /// Packaged rooftop units (屋顶机).
    Rooftop,
    /// Air-cooled chillers with fan coils (风冷冷水机组加风机盘管).
    ChilledWater,
}

from_node!(
    enum SystemKind {
        MatchedSplit,
        MultiSplit,
        VrfHeatPump,
        VrfHeatRecovery,
        Rooftop,
        ChilledWater,
    }
);

impl SystemKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::MatchedSplit,
        Self::MultiSplit,
        Self::VrfHeatPump,
        Self::VrfHeatRecovery,
        Self::Rooftop,
        Self::ChilledWater,
    ];

    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MatchedSplit => "matchedSplit",
            Self::MultiSplit => "multiSplit",
            Self::VrfHeatPump => "vrfHeatPump",
            Self::VrfHeatRecovery => "vrfHeatRecovery",
            Self::Rooftop => "rooftop",
            Self::ChilledWater => "chilledWater",
        }
    }
}

/// Years of running.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Running {
    /// How many years count.
    pub years: Option<i32>,
    /// Price of electricity, in the currency of the books for each kWh.
    pub tariff_per_kwh: Option<Money>,
    /// Cooling of a year over the design load (当量满负荷小时数), h.
    pub cooling_full_load_hours: Option<i32>,
}

from_node!(struct Running { years, tariff_per_kwh, cooling_full_load_hours });
