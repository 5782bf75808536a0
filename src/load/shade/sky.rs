//! Directions that stand for the sky before an upright wall.

use crate::num;
use std::f64::consts::{FRAC_PI_2, PI};

/// Strips of the dome from side to side, and directions in each. Checked in the tests against a grid of 120 by 120: within
/// 0.0015 of the whole view for an overhang as it is built, within 0.003 (root mean square 0.0005) for any slabs.
const STRIPS: u32 = 24;
const STEPS: u32 = 20;
/// Directions along the horizon.
const HORIZON_STEPS: u32 = 24;
/// The height at which the horizon is looked at, radians: the middle of the lowest of the six bands of 15° into which
/// EnergyPlus divides the sky for this share. A slab above cannot hide the horizon itself.
const HORIZON: f64 = 7.5 * PI / 180.0;

/// A direction as seen from outside the wall, and the part of the light on a free wall that comes from around it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Direction {
    pub(super) right: f64,
    pub(super) outward: f64,
    pub(super) up: f64,
    pub(super) weight: f64,
}

/// The middles of `steps` equal parts of the way from `low` to `high`.
fn middles(low: f64, high: f64, steps: u32) -> impl Iterator<Item = f64> {
    let step = (high - low) / f64::from(steps);
    (0..steps).map(move |number| low + (f64::from(number) + 0.5) * step)
}

/// Directions over the sky before the wall, or over its right half for a wall that is its own mirror image.
pub(super) fn dome(mirrored: bool) -> Vec<Direction> {
    if mirrored { dome_of(0.0, STRIPS / 2, STEPS) } else { dome_of(-FRAC_PI_2, STRIPS, STEPS) }
}

/// Directions from the angle `first` to the side on to the right; their weights add up to 1.
///
/// A direction is (sin s, cos s cos p, cos s sin p): p is the angle by which alone a wide slab shades. The light on the
/// wall from around it is cos² s ds cos p dp.
pub(super) fn dome_of(first: f64, strips: u32, steps: u32) -> Vec<Direction> {
    let strip = |side: f64| {
        let (right, across) = num::sin_cos(side);
        middles(0.0, FRAC_PI_2, steps).map(move |profile| {
            let (up, outward) = num::sin_cos(profile);
            Direction { right, outward: across * outward, up: across * up, weight: across * across * outward }
        })
    };
    normalised(middles(first, FRAC_PI_2, strips).flat_map(strip).collect())
}

/// Directions along the horizon before the wall, or along its right half; their weights add up to 1.
pub(super) fn horizon(mirrored: bool) -> Vec<Direction> {
    let (up, level) = num::sin_cos(HORIZON);
    let (first, steps) = if mirrored { (0.0, HORIZON_STEPS / 2) } else { (-FRAC_PI_2, HORIZON_STEPS) };
    let directions = middles(first, FRAC_PI_2, steps).map(|azimuth| {
        let (right, outward) = num::sin_cos(azimuth);
        Direction { right: level * right, outward: level * outward, up, weight: outward }
    });
    normalised(directions.collect())
}

fn normalised(mut directions: Vec<Direction>) -> Vec<Direction> {
    let sum: f64 = directions.iter().map(|direction| direction.weight).sum();
    for direction in &mut directions {
        direction.weight /= sum;
    }
    directions
}
