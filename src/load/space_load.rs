//! The load of one room as the heat balance gives it (房间负荷): whole watts, hour by hour.

use crate::load::cross_check::CrossChecks;
use crate::num;
use crate::ordering::order;
use serde::Serialize;
use std::collections::BTreeMap;

/// What heat comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Cause {
    /// Outdoor air, sky or ground through a wall, roof, floor or pane (传热).
    Conduction,
    /// Sun on a wall or roof, in a pane and through it (太阳辐射).
    Sun,
    /// People (人员).
    People,
    /// Lights (照明).
    Lights,
    /// Equipment (设备).
    Equipment,
    /// Infiltration (渗透风).
    Infiltration,
    /// What was stored while the air was not held at the set temperature (蓄热).
    StoredHeat,
    /// Outdoor air that the plant brings in (新风).
    OutdoorAir,
    /// The start of the plant.
    Start,
}

/// One part of a room's load.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartLoad {
    /// What the heat comes from.
    pub cause: Cause,
    /// The surface that it comes through, if it comes through one.
    pub surface: Option<String>,
    /// The position of the window in that surface; absent for the surface itself.
    pub window: Option<u32>,
    /// Sensible, W by hour.
    pub sensible_w: [i64; 24],
    /// Latent, W by hour.
    pub latent_w: [i64; 24],
}

/// What one cause gives to the sizing peak, W.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Component {
    /// What the heat comes from.
    pub cause: Cause,
    /// Sensible, negative where it takes from the load.
    pub sensible_w: i64,
    /// Latent, likewise.
    pub latent_w: i64,
}

/// The loads of one design day, W by hour; entry 0 is the mean from midnight to one o'clock.
///
/// Positive where heat or vapour is taken out of the room, or of outdoor air on its way in. 0 while the plant is off.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DayLoad {
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month.
    pub day: u32,
    /// Sensible heat of the room, never negative.
    pub room_sensible_w: [i64; 24],
    /// Latent heat of the room, never negative.
    pub room_latent_w: [i64; 24],
    /// Sensible heat of outdoor air on its way in; negative where it is cooler than the room.
    pub outdoor_air_sensible_w: [i64; 24],
    /// Latent heat of outdoor air; negative where it is dryer than the room.
    pub outdoor_air_latent_w: [i64; 24],
    /// What the plant does in all: it cools and dries and never heats or humidifies.
    pub total_w: [i64; 24],
    /// How far the day is from repeating itself: the largest change of an hour's room load in the last pass, or what the faces'
    /// drift over the day would give to the air if that is more, as a part of the day's largest load.
    pub residual: f64,
}

/// The largest hour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Peak {
    /// Month, 1 to 12.
    pub month: u32,
    /// Hour of the day, 1 to 24: 1 is from midnight to one o'clock.
    pub hour: u32,
    /// What the plant does in all, W.
    pub total_w: i64,
    /// Its four parts, W.
    pub room_sensible_w: i64,
    /// Latent heat of the room, W.
    pub room_latent_w: i64,
    /// Sensible heat of outdoor air, W.
    pub outdoor_air_sensible_w: i64,
    /// Latent heat of outdoor air, W.
    pub outdoor_air_latent_w: i64,
    /// What most of it comes from; `start` in the hours after a start of the plant. Absent where no parts were asked for.
    pub cause: Option<Cause>,
}

impl Peak {
    /// Sensible heat that the plant takes, room and outdoor air together, W.
    #[must_use]
    pub fn sensible_w(&self) -> i64 {
        self.room_sensible_w.saturating_add(self.outdoor_air_sensible_w).max(0)
    }

    /// Latent heat that the plant takes, W.
    #[must_use]
    pub fn latent_w(&self) -> i64 {
        self.room_latent_w.saturating_add(self.outdoor_air_latent_w).max(0)
    }
}

/// A factor with its name and its source, because it is a choice and no physics.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedFactor {
    /// What it is called.
    pub name: String,
    /// The factor.
    pub value: f64,
    /// Where it comes from.
    pub source: String,
}

/// The load of the heating day, W, positive where heat is put in.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HeatingLoad {
    /// What holds the room at its set temperature: faces and infiltration, without sun and without anybody.
    pub room_w: i64,
    /// The part of it that warms infiltrating air; negative outdoors warmer than the room.
    pub infiltration_w: i64,
    /// What warms the outdoor air that the plant brings in; negative where a fresh-air unit supplies it warmer than the room.
    pub outdoor_air_w: i64,
    /// The addition for intermittent use (间歇附加), if the room has one: its factor of `room_w`.
    pub addition: Option<NamedFactor>,
    /// The addition.
    pub addition_w: i64,
    /// Room, outdoor air and addition, never negative: what equipment is matched to.
    pub sizing_w: i64,
}

/// What a fresh-air unit (新风机组) itself does at its own largest hour, W: from outdoors to the state that it supplies.
///
/// The room's own load has the rest of the outdoor air.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FreshAirUnitLoad {
    /// Sensible and latent together, never negative.
    pub cooling_w: i64,
    /// Month, 1 to 12.
    pub month: u32,
    /// Hour of the day, 1 to 24: 1 is from midnight to one o'clock.
    pub hour: u32,
    /// Sensible, never negative.
    pub sensible_w: i64,
    /// Latent, never negative.
    pub latent_w: i64,
    /// On the heating day, never negative.
    pub heating_w: i64,
}

/// Outdoor air as it reaches the room's unit (新风进风状态), after what treats it before.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutdoorAirState {
    /// Dry air, kg/s to 0.000001.
    pub mass_flow_kg_s: f64,
    /// Dry bulb as mean of the hour, °C to 0.01.
    pub dry_bulb_c: f64,
    /// Humidity ratio (含湿量) as mean of the hour, kg/kg to 0.000001.
    pub humidity_ratio: f64,
}

/// The loads of one room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SpaceLoad {
    /// The room's identifier.
    pub id: String,
    /// The method: `heatBalance`.
    pub method: &'static str,
    /// The cooling days, in the order of the weather.
    pub days: Vec<DayLoad>,
    /// The largest hour of all; right after a start it may be one that no real machine is sized for.
    pub peak: Peak,
    /// The largest hour that is not among the first `preCoolHours` after a start: what equipment is matched to. As `peak` where
    /// the plant never runs longer.
    pub sizing_peak: Peak,
    /// The hour with the largest sensible heat of the room.
    pub sensible_peak: Peak,
    /// The heating day.
    pub heating: HeatingLoad,
    /// What the fresh-air unit does, where one supplies the room's outdoor air.
    pub fresh_air_unit: Option<FreshAirUnitLoad>,
    /// Its cooling by hour of the cooling days, one day after the other, W; empty where there is none. What shares an outdoor unit with
    /// it asks for these hours; it is not encoded, because its peak is what people read.
    #[serde(skip)]
    pub fresh_air_unit_w: Vec<i64>,
    /// The outdoor air that reaches the room's unit at the sizing peak, if any does. Selection mixes it with the room's air; it is
    /// not encoded, because it follows from the day and the treatment.
    #[serde(skip)]
    pub entering: Option<OutdoorAirState>,
    /// The other methods beside it, as far as they were asked for.
    pub checks: CrossChecks,
    /// The hours at which the plant runs.
    pub plant_on: [bool; 24],
    /// Hours after a start that did not count for sizing.
    pub pre_cool_hours: u32,
    /// The parts of the load on the day of the sizing peak, if asked for. Their sums are that day's loads exactly.
    pub parts: Vec<PartLoad>,
}

impl SpaceLoad {
    /// The parts at the hour of the sizing peak added up by cause (负荷构成), in the order of [`Cause`] and without those of zero.
    ///
    /// Their sums are the sensible and the latent heat of room and outdoor air in that peak to the watt. Empty where no parts
    /// were asked for.
    #[must_use]
    pub fn components(&self) -> Vec<Component> {
        let mut sums: BTreeMap<Cause, (i64, i64)> = BTreeMap::new();
        let Some(hour) = usize::try_from(self.sizing_peak.hour).ok().and_then(|hour| hour.checked_sub(1))
        else {
            return Vec::new();
        };
        for part in &self.parts {
            let of = |watts: &[i64; 24]| watts.get(hour).copied().unwrap_or(0);
            let (sensible, latent) = sums.entry(part.cause).or_default();
            *sensible = sensible.saturating_add(of(&part.sensible_w));
            *latent = latent.saturating_add(of(&part.latent_w));
        }
        let sums = sums.into_iter().filter(|(_, sum)| *sum != (0, 0));
        sums.map(|(cause, (sensible_w, latent_w))| Component { cause, sensible_w, latent_w }).collect()
    }
}

impl Peak {
    /// Both together, at no hour: what rooms need at the same time. Plants of other rooms cannot use what one has too much.
    pub(crate) fn plus(&self, other: &Self) -> Self {
        Self {
            month: 0,
            hour: 0,
            total_w: self.total_w.saturating_add(other.total_w),
            room_sensible_w: self.room_sensible_w.saturating_add(other.room_sensible_w),
            room_latent_w: self.room_latent_w.saturating_add(other.room_latent_w),
            outdoor_air_sensible_w: self.outdoor_air_sensible_w.saturating_add(other.outdoor_air_sensible_w),
            outdoor_air_latent_w: self.outdoor_air_latent_w.saturating_add(other.outdoor_air_latent_w),
            cause: None,
        }
    }
}

impl DayLoad {
    /// The hour as a peak without a cause.
    pub(crate) fn at(&self, hour: usize) -> Peak {
        let get = |values: &[i64; 24]| values.get(hour).copied().unwrap_or(0);
        Peak {
            month: self.month,
            hour: num::count(hour + 1),
            total_w: get(&self.total_w),
            room_sensible_w: get(&self.room_sensible_w),
            room_latent_w: get(&self.room_latent_w),
            outdoor_air_sensible_w: get(&self.outdoor_air_sensible_w),
            outdoor_air_latent_w: get(&self.outdoor_air_latent_w),
            cause: None,
        }
    }
}

/// Hours since the last start of a plant that runs at the hours `on`, by hour: 0 is the first; `None` while it is off or if it
/// never stops.
pub(crate) fn hours_since_start(on: &[bool; 24]) -> [Option<u32>; 24] {
    let mut since = [None; 24];
    if on.iter().all(|on| *on) {
        return since;
    }
    let mut running: Option<u32> = None;
    // Twice through the day, so that a run across midnight is counted from its start.
    for _ in 0..2 {
        for (slot, on) in since.iter_mut().zip(on) {
            running = if *on { Some(running.map_or(0, |hours| hours.saturating_add(1))) } else { None };
            *slot = running;
        }
    }
    since
}

/// `values` as whole numbers whose sum is `sum`: each rounded down, and the largest rests rounded up (最大余数法).
///
/// The values must add up to `sum` but for rounding. Ties go to the first.
pub(crate) fn apportion(values: &[f64], sum: i64) -> Vec<i64> {
    let floors: Vec<i64> = values.iter().map(|value| num::to_whole(value.floor()).unwrap_or(0)).collect();
    let missing = sum.saturating_sub(floors.iter().sum::<i64>());
    let rest_of = |position: usize| values.get(position).map_or(0.0, |value| value - value.floor());
    let largest_first = order(values.len(), &|a, b| rest_of(b).total_cmp(&rest_of(a)));
    let count = i64::from(num::count(values.len().max(1)));
    let (each, rest) = (missing.div_euclid(count), missing.rem_euclid(count));
    let mut whole: Vec<i64> = floors.iter().map(|value| value.saturating_add(each)).collect();
    for (index, _) in largest_first.iter().zip(0..rest) {
        if let Some(value) = whole.get_mut(*index) {
            *value = value.saturating_add(1);
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_in_whole_watts_add_up_to_the_whole() {
        assert_eq!(apportion(&[1.5, 2.25, 3.25], 7), vec![2, 2, 3]);
        assert_eq!(apportion(&[-1.5, 2.5], 1), vec![-1, 2]);
        assert_eq!(apportion(&[0.4, 0.4, 0.4], 1), vec![1, 0, 0]);
    }

    #[test]
    fn hours_are_counted_from_the_start_even_across_midnight() {
        let mut on = [false; 24];
        for hour in [22, 23, 0, 1] {
            on[hour] = true;
        }
        let since = hours_since_start(&on);
        assert_eq!(
            (since[22], since[23], since[0], since[1], since[2]),
            (Some(0), Some(1), Some(2), Some(3), None)
        );
        assert_eq!(hours_since_start(&[true; 24]), [None; 24]);
    }
}
