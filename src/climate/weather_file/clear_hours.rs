//! The optical depths of a month from its clearest hours (由最晴小时推算光学厚度).

use super::epw::Hour;
use crate::climate::design_day::day_of_year;
use crate::climate::sky::{ClearSky, Irradiation};
use crate::climate::sun::{Location, SunPath};

/// Clearest hours of each clock hour that are taken for the optical depths: some tenth of a month, a judgement.
const CLEAREST: usize = 3;
/// The least height of the sun for these hours, as a part of the highest sine of the month: a judgement.
const HIGH_SUN: f64 = 0.5;
/// The optical depths of the month of `hours`: see [`Rule::ClearestHours`](super::Rule::ClearestHours).
///
/// Hours are taken by the clock and not by the day, because a wet month has clear mornings and no clear day.
pub(super) fn optical_depths(location: &Location, hours: &[&Hour]) -> Option<(f64, f64)> {
    let mut lit = Vec::new();
    for day in hours.chunk_by(|first, second| first.day == second.day) {
        // 29 February has the sun of the day before.
        let date = day.first().map(|hour| (hour.month, hour.day));
        let number = date.and_then(|(month, day)| {
            day_of_year(month, day).or_else(|_| day_of_year(month, day.saturating_sub(1))).ok()
        });
        let Some(number) = number else { continue };
        let path = SunPath::new(location, number);
        for hour in day {
            // The radiation of an hour is its mean, which the sun has about the middle.
            let up = path.at(f64::from(hour.hour) - 0.5).up;
            if let (Some(beam_normal), Some(diffuse_horizontal)) =
                (hour.beam_normal_w_m2, hour.diffuse_horizontal_w_m2)
            {
                lit.push((hour.hour, number, up, Irradiation { beam_normal, diffuse_horizontal }));
            }
        }
    }
    let highest = lit.iter().map(|(_, _, up, _)| *up).fold(0.0, f64::max);
    lit.retain(|(_, _, up, sky)| *up > 0.0 && *up >= HIGH_SUN * highest && sky.beam_normal > 0.0);
    let (mut beams, mut diffuses) = (Vec::new(), Vec::new());
    for clock in 1..=24_u32 {
        let mut own: Vec<_> = lit.iter().filter(|(hour, _, _, _)| *hour == clock).collect();
        own.sort_by(|first, second| second.3.beam_normal.total_cmp(&first.3.beam_normal));
        for (_, number, up, sky) in own.into_iter().take(CLEAREST) {
            if let Some((beam, diffuse)) = ClearSky::optical_depths(*number, *up, *sky) {
                beams.push(beam);
                diffuses.push(diffuse);
            }
        }
    }
    Some((median(beams)?, median(diffuses)?))
}

/// The middle value, the upper of two.
fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}
