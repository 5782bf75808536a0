//! Circumstances of installation (安装条件).

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
    /// The part of the refrigerant pipe that only this room uses where rooms share one, m.
    pub branch_run_m: Option<f64>,
    /// Air ducts from a ducted or rooftop unit to the farthest outlet, m.
    pub duct_run_m: Option<f64>,
    /// What the unit's fan has to overcome outside it, Pa; default from the duct run.
    pub duct_loss_pa: Option<f64>,
    /// How much warmer than outdoors the air is that an outdoor unit takes in, behind louvres or in a recess, K; default 0.
    pub outdoor_allowance_k: Option<f64>,
    /// Free space on the intake side of the outdoor unit, m.
    pub clearance_m: Option<f64>,
    /// The loudest that the room may be, dB(A).
    pub noise_limit_dba: Option<f64>,
    /// From the outdoor unit to the nearest window of a neighbour, m.
    pub neighbour_distance_m: Option<f64>,
    /// The loudest that the outdoor unit may be there at night, dB(A).
    pub neighbour_limit_dba: Option<f64>,
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
    branch_run_m,
    duct_run_m,
    duct_loss_pa,
    outdoor_allowance_k,
    clearance_m,
    noise_limit_dba,
    neighbour_distance_m,
    neighbour_limit_dba,
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
