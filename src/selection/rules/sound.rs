//! Sound in the room and at the neighbour's window.

use crate::catalogue::Sound;
use crate::num;
use crate::selection::demand::Demand;
use crate::selection::rule::{Check, Rule};

/// Ten times the decimal logarithm.
fn ten_log(x: f64) -> f64 {
    10.0 * num::ln(x) / std::f64::consts::LN_10
}

/// What `units` equal sources give together: 10 log n above one, dB(A) (energetic sum of equal levels).
pub(in crate::selection) fn together_dba(dba: f64, units: u32) -> f64 {
    if units > 1 { dba + ten_log(f64::from(units)) } else { dba }
}

/// The units of a room at their highest speed are not louder than wanted; no check where nothing is wanted.
pub(in crate::selection) fn indoors(sound: Option<&Sound>, units: u32, demand: &Demand) -> Option<Check> {
    let limit = demand.stated.noise_limit_dba?;
    let loudest = sound.and_then(|sound| sound.dba.first().copied());
    Some(match loudest {
        Some(dba) => Check::at_most(Rule::IndoorNoise, together_dba(dba, units), limit),
        None => Check::not_checked(Rule::IndoorNoise),
    })
}

/// Outdoor units at night, at their lowest stated level, at the neighbour's window: a point source over a reflecting ground loses 20
/// log of the distance; no check where no distance or limit is stated.
pub(in crate::selection) fn at_neighbour(
    sound: Option<&Sound>,
    units: u32,
    demand: &Demand,
) -> Option<Check> {
    let (distance, limit) = (demand.stated.neighbour_distance_m?, demand.stated.neighbour_limit_dba?);
    let lowest = sound.and_then(|sound| Some((sound.dba.last().copied()?, sound.distance_m)));
    Some(match lowest {
        Some((dba, at)) => {
            let there = together_dba(dba, units) - 2.0 * ten_log(distance / at);
            Check::at_most(Rule::NeighbourNoise, there, limit)
        }
        None => Check::not_checked(Rule::NeighbourNoise),
    })
}
