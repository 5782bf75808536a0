//! The parts of a day in whole watts (负荷构成), sensible and latent, and the cause that is largest in an hour.

use crate::load::heat_balance::face::Part;
use crate::load::heat_balance::parts::{self, Source};
use crate::load::heat_balance::periodic::{Room, Solved};
use crate::load::heat_balance::step::Desk;
use crate::load::heat_balance::{drive, runs, vapour_heat};
use crate::load::space::Space;
use crate::load::space_load::{Cause, DayLoad, PartLoad, apportion};
use crate::load::weather::DayWeather;
use crate::num;
use crate::psychrometrics;

/// The parts of `day`, in whole watts that add up to it.
pub(super) fn part_loads(
    room: &Room<'_>,
    day: &DayLoad,
    weather: &DayWeather,
    solved: &Solved,
    desk: &mut Desk,
) -> Vec<PartLoad> {
    let sensible = parts::sources(room, weather, solved, desk);
    let latent = vapour_sources(room, weather);
    let mut loads: Vec<PartLoad> = sensible.iter().map(|source| part_load(room.space, source)).collect();
    let position = |cause: Cause| loads.iter().position(|part| part.cause == cause);
    let at: Vec<(usize, [f64; 24])> =
        latent.iter().filter_map(|(cause, hours)| position(*cause).map(|index| (index, *hours))).collect();
    let stored = position(Cause::StoredHeat);
    for hour in 0..24 {
        let of = |hours: &[f64; 24]| hours.get(hour).copied().unwrap_or(0.0);
        let whole_w = day.at(hour);
        let watts: Vec<f64> = sensible.iter().map(|source| of(&source.hours)).collect();
        for (part, watts) in loads.iter_mut().zip(apportion(&watts, whole_w.room_sensible_w)) {
            if let Some(slot) = part.sensible_w.get_mut(hour) {
                *slot = watts;
            }
        }
        let running = runs(room.space, hour);
        let mut left = whole_w.room_latent_w;
        for (index, hours) in &at {
            let watts = if running { num::to_whole(of(hours)).unwrap_or(0) } else { 0 };
            left = left.saturating_sub(watts);
            if let Some(slot) = loads.get_mut(*index).and_then(|part| part.latent_w.get_mut(hour)) {
                *slot = watts;
            }
        }
        let slot = stored.and_then(|index| loads.get_mut(index)).and_then(|part| part.latent_w.get_mut(hour));
        if let Some(slot) = slot {
            *slot = left;
        }
    }
    loads.push(PartLoad {
        cause: Cause::OutdoorAir,
        surface: None,
        window: None,
        sensible_w: day.outdoor_air_sensible_w,
        latent_w: day.outdoor_air_latent_w,
    });
    loads
}

/// The vapour that people, equipment and infiltration bring to a room at its highest humidity, W by hour.
fn vapour_sources(room: &Room<'_>, day: &DayWeather) -> [(Cause, [f64; 24]); 3] {
    let (space, weather) = (room.space, room.weather);
    let set_point = space.plant.cooling_set_point_c;
    let held = psychrometrics::humidity_ratio(set_point, space.plant.relative_humidity, weather.pressure);
    let held = held.unwrap_or(0.0);
    let mut infiltration = [0.0; 24];
    let hours = day.mean_dry_bulb.iter().zip(&day.mean_humidity_ratio).zip(&mut infiltration).enumerate();
    for (hour, ((air, ratio), slot)) in hours {
        let flow = drive::infiltration_mass_flow(space, hour, *air, *ratio, weather.pressure);
        *slot = flow * vapour_heat(set_point) * (ratio - held);
    }
    [
        (Cause::People, room.gains.people.latent),
        (Cause::Equipment, room.gains.equipment.latent),
        (Cause::Infiltration, infiltration),
    ]
}

fn part_load(space: &Space, source: &Source) -> PartLoad {
    let name = |surface: usize| space.surfaces.get(surface).map(|surface| surface.name.clone());
    let (surface, window) = match source.part {
        Some(Part::Opaque(surface)) => (name(surface), None),
        Some(Part::Window(surface, window)) => (name(surface), Some(num::count(window))),
        Some(Part::Furniture) | None => (None, None),
    };
    PartLoad { cause: source.cause, surface, window, sensible_w: [0; 24], latent_w: [0; 24] }
}

/// The cause whose parts together are largest in `hour`, 1 to 24.
pub(super) fn largest_cause(parts: &[PartLoad], hour: u32) -> Option<Cause> {
    let index = usize::try_from(hour).ok()?.checked_sub(1)?;
    let mut sums: std::collections::BTreeMap<Cause, i64> = std::collections::BTreeMap::new();
    for part in parts {
        let watts = part.sensible_w.get(index)?.saturating_add(*part.latent_w.get(index)?);
        let sum = sums.entry(part.cause).or_default();
        *sum = sum.saturating_add(watts);
    }
    // Of equal causes the first counts.
    let (cause, watts) = sums.iter().rev().max_by_key(|(_, watts)| **watts)?;
    (*watts > 0).then_some(*cause)
}
