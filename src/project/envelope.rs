//! Walls, windows and what they are made of (围护结构): from one word about a façade to every layer.

use crate::boundary::from_node;
use serde::Serialize;

/// An outside wall and its glass (外墙与外窗).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Facade {
    /// The compass direction that it looks to.
    pub facing: Option<Facing>,
    /// The direction of its outward normal instead of a compass word, degrees clockwise from north.
    pub azimuth_deg: Option<f64>,
    /// Width seen from outside, m; default from a square floor, or from the area and the other façades.
    pub width_m: Option<f64>,
    /// Its construction: one of the project or of the reference data.
    pub construction: Option<String>,
    /// Glass area over wall area, 0 to 1; instead of `windows`.
    pub glazing_ratio: Option<f64>,
    /// Every window of it.
    pub windows: Option<Vec<Window>>,
    /// The glazing of its windows: one of the project or of the reference data.
    pub glazing: Option<String>,
    /// The blind inside its windows: `none` or one of the reference data.
    pub inner_blind: Option<String>,
    /// A slab above each window.
    pub overhang: Option<Overhang>,
    /// An upright slab left of each window, seen from outside.
    pub left_fin: Option<SideFin>,
    /// An upright slab right of each window.
    pub right_fin: Option<SideFin>,
}

from_node!(struct Facade {
    facing,
    azimuth_deg,
    width_m,
    construction,
    glazing_ratio,
    windows,
    glazing,
    inner_blind,
    overhang,
    left_fin,
    right_fin,
});

/// A window (外窗), in its wall as seen from outside; what it leaves open is as its façade has it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Window {
    /// Width, m.
    pub width_m: f64,
    /// Height, m.
    pub height_m: f64,
    /// From the lower edge of the wall to that of the window, m.
    pub sill_m: f64,
    /// From the left edge of the wall to that of the window, m.
    pub left_m: f64,
    /// Its glazing.
    pub glazing: Option<String>,
    /// The blind inside.
    pub inner_blind: Option<String>,
    /// The slab above it.
    pub overhang: Option<Overhang>,
    /// The upright slab at its left.
    pub left_fin: Option<SideFin>,
    /// The upright slab at its right.
    pub right_fin: Option<SideFin>,
}

from_node!(struct Window {
    width_m,
    height_m,
    sill_m,
    left_m,
    glazing,
    inner_blind,
    overhang,
    left_fin,
    right_fin,
});

/// A level slab above a window (挑檐).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Overhang {
    /// How far it stands out, m.
    pub depth_m: f64,
    /// Its height above the head of the window, m.
    pub gap_m: f64,
    /// How far it reaches past the window on either side, m.
    pub side_m: f64,
}

from_node!(struct Overhang { depth_m, gap_m or 0.0, side_m or 0.0 });

/// An upright slab beside a window (侧遮阳板).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SideFin {
    /// How far it stands out, m.
    pub depth_m: f64,
    /// Its distance from the edge of the window, m.
    pub gap_m: f64,
}

from_node!(struct SideFin { depth_m, gap_m or 0.0 });

/// A compass direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Facing {
    /// North.
    N,
    /// North-east.
    NE,
    /// East.
    E,
    /// South-east.
    SE,
    /// South.
    S,
    /// South-west.
    SW,
    /// West.
    W,
    /// North-west.
    NW,
}

from_node!(enum Facing {
    N as "N",
    NE as "NE",
    E as "E",
    SE as "SE",
    S as "S",
    SW as "SW",
    W as "W",
    NW as "NW",
});

impl Facing {
    /// Every direction, clockwise from north.
    pub const ALL: [Self; 8] = [Self::N, Self::NE, Self::E, Self::SE, Self::S, Self::SW, Self::W, Self::NW];

    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::N => "N",
            Self::NE => "NE",
            Self::E => "E",
            Self::SE => "SE",
            Self::S => "S",
            Self::SW => "SW",
            Self::W => "W",
            Self::NW => "NW",
        }
    }

    /// The direction of that name.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facing| facing.as_str() == name)
    }

    /// Degrees clockwise from north.
    #[must_use]
    pub fn azimuth_deg(self) -> f64 {
        match self {
            Self::N => 0.0,
            Self::NE => 45.0,
            Self::E => 90.0,
            Self::SE => 135.0,
            Self::S => 180.0,
            Self::SW => 225.0,
            Self::W => 270.0,
            Self::NW => 315.0,
        }
    }
}

/// What is above a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Above {
    /// The roof (屋面).
    Roof,
    /// A room like this one.
    Conditioned,
    /// A space that is not conditioned.
    Unconditioned,
}

from_node!(
    enum Above {
        Roof,
        Conditioned,
        Unconditioned,
    }
);

impl Above {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Roof => "roof",
            Self::Conditioned => "conditioned",
            Self::Unconditioned => "unconditioned",
        }
    }
}

/// What is below a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Below {
    /// The ground (地面).
    Ground,
    /// A room like this one.
    Conditioned,
    /// A space that is not conditioned.
    Unconditioned,
    /// Outdoor air, as over a passage (架空楼板).
    Outdoors,
}

from_node!(
    enum Below {
        Ground,
        Conditioned,
        Unconditioned,
        Outdoors,
    }
);

impl Below {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ground => "ground",
            Self::Conditioned => "conditioned",
            Self::Unconditioned => "unconditioned",
            Self::Outdoors => "outdoors",
        }
    }
}

/// What is behind the walls of a room that are no façades.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Beside {
    /// Rooms like this one.
    Conditioned,
    /// Spaces that are not conditioned.
    Unconditioned,
}

from_node!(
    enum Beside {
        Conditioned,
        Unconditioned,
    }
);

impl Beside {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Conditioned => "conditioned",
            Self::Unconditioned => "unconditioned",
        }
    }
}

/// The temperatures of what lies behind a floor or an inner wall, °C.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SeasonTemperatures {
    /// On a cooling day, °C.
    pub cooling_c: Option<f64>,
    /// On the heating day, °C.
    pub heating_c: Option<f64>,
}

from_node!(struct SeasonTemperatures { cooling_c, heating_c });

/// One wall, roof or floor of a room that is stated whole (围护面).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Surface {
    /// Its name.
    pub name: String,
    /// What lies beyond.
    pub boundary: SurfaceBoundary,
    /// The direction of the outward normal, degrees clockwise from north; 0 for what lies flat.
    pub azimuth_deg: f64,
    /// The angle between the outward normal and the zenith, degrees: 0 a roof, 90 a wall, 180 a floor.
    pub tilt_deg: f64,
    /// Width seen from outside, m; of what lies flat, the width of the room.
    pub width_m: f64,
    /// Height, m; of what lies flat, the depth of the room.
    pub height_m: f64,
    /// Its construction: one of the project or of the reference data.
    pub construction: String,
    /// Its windows; each states its glazing.
    pub windows: Vec<Window>,
}

from_node!(struct Surface {
    name,
    boundary,
    azimuth_deg or 0.0,
    tilt_deg,
    width_m,
    height_m,
    construction,
    windows or Vec::new(),
});

/// What lies beyond a surface.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum SurfaceBoundary {
    /// Sun, sky, wind and outdoor air.
    Outdoors,
    /// A room like this one.
    Conditioned,
    /// The ground, at the temperatures of `ground`.
    Ground,
    /// A space that is not conditioned, at the temperatures of `unconditioned`.
    Unconditioned,
}

from_node!(
    enum SurfaceBoundary {
        Outdoors,
        Conditioned,
        Ground,
        Unconditioned,
    }
);

/// Furniture (家具).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Furniture {
    /// Exposed area, m².
    pub area_m2: f64,
    /// Its construction.
    pub construction: String,
}

from_node!(struct Furniture { area_m2, construction });
