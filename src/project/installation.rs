//! Circumstances of installation and wishes about the equipment (安装条件与偏好).

use crate::boundary::from_node;
use serde::Serialize;

/// Circumstances of installation (安装条件), of one room or of all.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Installation {
    /// One-way refrigerant pipe from outdoor to indoor unit, m.
    pub pipe_run_m: Option<f64>,
    /// Height between outdoor and indoor unit, m.
    pub height_difference_m: Option<f64>,
    /// Condensate pipe of each indoor unit, m.
    pub drain_run_m: Option<f64>,
    /// Power cable of each set from the distribution board, m.
    pub power_cable_run_m: Option<f64>,
    /// Height at which the indoor unit is mounted, m above the floor.
    pub install_height_m: Option<f64>,
    /// The storey at which the outdoor unit stands or hangs, from 1.
    pub storey: Option<i32>,
    /// Where the outdoor unit stands or hangs.
    pub outdoor_place: Option<OutdoorPlace>,
    /// What the pipes pass through.
    pub wall: Option<Wall>,
}

from_node!(struct Installation {
    pipe_run_m,
    height_difference_m,
    drain_run_m,
    power_cable_run_m,
    install_height_m,
    storey,
    outdoor_place,
    wall,
});

/// Where an outdoor unit stands or hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum OutdoorPlace {
    /// On a bracket at the wall.
    WallBracket,
    /// On a frame on the ground or a balcony.
    FloorFrame,
    /// On a frame on the roof.
    RoofFrame,
}

from_node!(
    enum OutdoorPlace {
        WallBracket,
        FloorFrame,
        RoofFrame,
    }
);

impl OutdoorPlace {
    /// The name in JSON, which is also the variant of the bracket in the rate book.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WallBracket => "wallBracket",
            Self::FloorFrame => "floorFrame",
            Self::RoofFrame => "roofFrame",
        }
    }
}

/// What the pipes pass through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Wall {
    /// Brick or block.
    Brick,
    /// Reinforced concrete.
    Concrete,
    /// Plasterboard or panel.
    Light,
}

from_node!(
    enum Wall {
        Brick,
        Concrete,
        Light,
    }
);

impl Wall {
    /// The name in JSON, which is also the variant of the hole in the rate book.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Brick => "brick",
            Self::Concrete => "concrete",
            Self::Light => "light",
        }
    }
}

/// Wishes about the equipment (偏好).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// Indoor units that are wanted; default any.
    pub mountings: Option<Vec<Mounting>>,
    /// The most identical sets in one room.
    pub max_units_per_room: Option<i32>,
}

from_node!(struct Preferences { mountings, max_units_per_room });

/// How an indoor unit is mounted (室内机形式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Mounting {
    /// Concealed, with ducts (风管机).
    Duct,
    /// Cassette for a 600 mm ceiling grid (小型嵌入机).
    CompactCassette,
    /// Cassette (嵌入机).
    Cassette,
    /// Under the ceiling or along the wall at the floor (座吊机).
    CeilingFloor,
    /// Low at the wall (座地机).
    Console,
    /// Cabinet on the floor (柜机).
    FloorStanding,
}

from_node!(
    enum Mounting {
        Duct,
        CompactCassette,
        Cassette,
        CeilingFloor,
        Console,
        FloorStanding,
    }
);

impl Mounting {
    /// The name in JSON, which is also the variant of the labour in the rate book.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Duct => "duct",
            Self::CompactCassette => "compactCassette",
            Self::Cassette => "cassette",
            Self::CeilingFloor => "ceilingFloor",
            Self::Console => "console",
            Self::FloorStanding => "floorStanding",
        }
    }
}
