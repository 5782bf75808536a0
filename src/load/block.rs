//! Rooms together (同时负荷): the largest hour of the sum beside the sum of the largest hours.

use crate::error::{Error, Fault};
use crate::load::space_load::{NamedFactor, Peak, SpaceLoad, hours_since_start};
use crate::num;
use serde::Serialize;

/// The load of a group of rooms, W.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BlockLoad {
    /// The rooms' identifiers, in the order given.
    pub rooms: Vec<String>,
    /// The largest hour of the sum, starts included.
    pub peak: Peak,
    /// The largest hour of the sum for sizing: in the hours after its start that do not count, a room counts with at most its own
    /// sizing peak.
    pub sizing_peak: Peak,
    /// The sum of the rooms' sizing peaks, each at its own hour.
    pub sum_of_peaks_w: i64,
    /// The simultaneity factor (同时使用系数) of the system that serves the rooms.
    pub simultaneity: NamedFactor,
    /// The cooling of that system: the sizing peak times the factor. No room and no heating is lowered by it.
    pub system_cooling_w: i64,
    /// The heating of the rooms for sizing: all at once.
    pub heating_w: i64,
}

/// A factor of 1 from a named source.
///
/// With every schedule at its design value the largest hour of the sum already holds who is there at the same time.
#[must_use]
pub fn no_simultaneity() -> NamedFactor {
    let source = "every schedule is at its design value".to_owned();
    NamedFactor { name: "none".to_owned(), value: 1.0, source }
}

/// Adds the loads of `members` hour by hour.
///
/// # Errors
/// [`Fault::TooFewItems`] without members; [`Fault::Mismatch`] at `members[i]` unless all have the same design days;
/// [`Fault::OutOfRange`] at `simultaneity.value` outside 0.1 to 1; [`Fault::Overflow`] for a sum without bound.
pub fn block_load(members: &[&SpaceLoad], simultaneity: NamedFactor) -> Result<BlockLoad, Error> {
    let first = members.first().ok_or_else(|| Error::new("members", Fault::TooFewItems { minimum: 1 }))?;
    super::construction::within("simultaneity.value", simultaneity.value, 0.1, 1.0)?;
    let dates = |load: &SpaceLoad| load.days.iter().map(|day| (day.month, day.day)).collect::<Vec<_>>();
    for (index, member) in members.iter().enumerate() {
        if dates(member) != dates(first) {
            let reason = "the rooms of a block need the same design days".to_owned();
            return Err(Error::new(format!("members[{index}]"), Fault::Mismatch { reason }));
        }
    }
    let since: Vec<[Option<u32>; 24]> =
        members.iter().map(|member| hours_since_start(&member.plant_on)).collect();
    let (mut peak, mut sizing): (Option<Peak>, Option<Peak>) = (None, None);
    for day in 0..first.days.len() {
        for hour in 0..24 {
            let (mut sum, mut capped) = (Peak::default(), Peak::default());
            for (member, since) in members.iter().zip(&since) {
                let Some(own) = member.days.get(day).map(|day| day.at(hour)) else { continue };
                sum = sum.plus(&own);
                let starting =
                    since.get(hour).copied().flatten().is_some_and(|hours| hours < member.pre_cool_hours);
                let most = member.sizing_peak;
                capped = capped.plus(if starting && own.total_w > most.total_w { &most } else { &own });
            }
            let Some(at) = first.days.get(day).map(|day| day.at(hour)) else { continue };
            for (largest, mut now) in [(&mut peak, sum), (&mut sizing, capped)] {
                (now.month, now.hour) = (at.month, at.hour);
                let key = |peak: &Peak| (peak.total_w, peak.month, peak.hour);
                if largest.as_ref().is_none_or(|before| key(&now) > key(before)) {
                    *largest = Some(now);
                }
            }
        }
    }
    let none = || Error::new("members", Fault::TooFewItems { minimum: 1 });
    let (peak, sizing_peak) = (peak.ok_or_else(none)?, sizing.ok_or_else(none)?);
    let sum = |of: &dyn Fn(&SpaceLoad) -> i64| {
        members.iter().fold(0_i64, |sum, member| sum.saturating_add(of(member)))
    };
    let system = simultaneity.value * num::from_whole(sizing_peak.total_w);
    Ok(BlockLoad {
        rooms: members.iter().map(|member| member.id.clone()).collect(),
        peak,
        sizing_peak,
        sum_of_peaks_w: sum(&|load| load.sizing_peak.total_w),
        system_cooling_w: num::to_whole(system).ok_or_else(|| Error::new("", Fault::Overflow))?,
        simultaneity,
        heating_w: sum(&|load| load.heating.sizing_w),
    })
}
