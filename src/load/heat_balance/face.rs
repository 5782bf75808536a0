//! The faces of a room (房间表面): what lies before and behind each.

use crate::load::film::Lie;

/// Which part of the room a face is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The surface of this position, without its windows.
    Opaque(usize),
    /// The window of this position in the surface of that.
    Window(usize, usize),
    Furniture,
}

/// What moves the air at the inner side of a face.
#[derive(Clone, Copy, Debug)]
pub(super) enum InnerFilm {
    Natural(Lie),
    Pane { height: f64 },
}

/// What lies at the far side of a face.
#[derive(Clone, Copy, Debug)]
pub(super) enum Far {
    Outdoors(Outside),
    Mirror,
    Held { cooling: f64, heating: f64 },
}

/// The outdoor side of a face.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outside {
    /// Of an opaque face, the share of sunlight absorbed.
    pub(super) absorptance: f64,
    /// Emissivity times Stefan-Boltzmann times the share of the view that radiates as the sky does, and as the air does.
    pub(super) to_sky: f64,
    pub(super) to_air: f64,
    pub(super) roughness_factor: f64,
    pub(super) lie: Lie,
    /// The azimuth of a wall, degrees; a level face has the wind on it always.
    pub(super) azimuth: Option<f64>,
}

/// A face of the room with what lies behind it.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) part: Part,
    pub(super) area: f64,
    pub(super) film: InnerFilm,
    /// Conductance from face to face, W/(m² K).
    pub(super) conductance: f64,
    pub(super) far: Far,
    /// How many of the network's modes are its own.
    pub(super) modes: usize,
}
