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

/// What sources of different levels give together, dB(A): the energetic sum, ten times the logarithm of the sum of the powers.
fn sum_dba(levels: impl Iterator<Item = f64>) -> f64 {
    ten_log(levels.map(|dba| num::exp(dba / 10.0 * std::f64::consts::LN_10)).sum())
}

/// What a source at its lowest stated level is at a distance: a point source over a reflecting ground loses 20 log of it.
fn lowest_at(sound: &Sound, units: u32, distance_m: f64) -> Option<f64> {
    let dba = sound.dba.last().copied()?;
    Some(together_dba(dba, units) - 2.0 * ten_log(distance_m / sound.distance_m))
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

/// Outdoor units at night, at their lowest stated level, at the neighbour's window; no check where no distance or limit is stated.
pub(in crate::selection) fn at_neighbour(
    sound: Option<&Sound>,
    units: u32,
    demand: &Demand,
) -> Option<Check> {
    let (distance, limit) = (demand.stated.neighbour_distance_m?, demand.stated.neighbour_limit_dba?);
    Some(match sound.and_then(|sound| lowest_at(sound, units, distance)) {
        Some(there) => Check::at_most(Rule::NeighbourNoise, there, limit),
        None => Check::not_checked(Rule::NeighbourNoise),
    })
}

/// The outdoor units of all systems that stand at one place, each with its number, at the neighbour's window at night. Where the level of
/// one is not known the others may break the rule, and otherwise it is not checked.
pub(in crate::selection) fn together_at_neighbour<'a>(
    sources: impl Iterator<Item = (u32, Option<&'a Sound>)>,
    distance_m: f64,
    limit_dba: f64,
) -> Check {
    let levels: Vec<Option<f64>> =
        sources.map(|(units, sound)| lowest_at(sound?, units, distance_m)).collect();
    let known = levels.iter().all(Option::is_some);
    let check = Check::at_most(Rule::NeighbourNoise, sum_dba(levels.into_iter().flatten()), limit_dba);
    if known || check.is_broken() { check } else { Check::not_checked(Rule::NeighbourNoise) }
}
