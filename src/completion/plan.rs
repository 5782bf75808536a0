//! The floor of a room as a rectangle (平面): where only its area and its outside walls are known.

use crate::project::{Facade, Room};

/// The sides of the rectangle that stands for a floor, m.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Plan {
    /// The side that the first façade of stated width lies on; of a square where none is.
    pub(crate) along_m: f64,
    /// The other side.
    pub(crate) across_m: f64,
    /// The direction of the outward normal of that façade, degrees clockwise from north.
    pub(crate) azimuth_deg: f64,
}

/// The direction of a façade, degrees clockwise from north, if it is stated.
pub(crate) fn azimuth_of(facade: &Facade) -> Option<f64> {
    facade.azimuth_deg.or_else(|| facade.facing.map(crate::project::Facing::azimuth_deg))
}

impl Plan {
    /// The rectangle of `room`'s area.
    pub(crate) fn of(room: &Room) -> Self {
        let mut facades = room.facades.iter().flatten();
        let wide = facades.clone().find_map(|facade| {
            let width = facade.width_m?;
            Some((width, azimuth_of(facade).unwrap_or(0.0)))
        });
        let square = room.area_m2.sqrt();
        let (along_m, azimuth_deg) =
            wide.unwrap_or_else(|| (square, facades.next().and_then(azimuth_of).unwrap_or(0.0)));
        Self { along_m, across_m: room.area_m2 / along_m, azimuth_deg }
    }

    /// The length of the side that looks to `azimuth_deg`, m.
    pub(crate) fn side_m(&self, azimuth_deg: f64) -> f64 {
        // From 0, the same line, over 90, across it, to 180, the same line again.
        let turned = (azimuth_deg - self.azimuth_deg).rem_euclid(180.0);
        if (45.0..=135.0).contains(&turned) { self.across_m } else { self.along_m }
    }

    /// All four sides, m.
    pub(crate) fn perimeter_m(&self) -> f64 {
        2.0 * (self.along_m + self.across_m)
    }
}
