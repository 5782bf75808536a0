//! The heat balance method (热平衡法): the hourly load of a room on its design days.
//!
//! Every face of the room is in balance with sun, sky, air, the other faces and what it stores; the room's air is in balance
//! with the faces, the gains, infiltration and the plant; and so is its vapour. The day repeats itself until it is periodic.
//! ASHRAE Handbook—Fundamentals (2017), chapter 18, "Heat balance method".
//!
//! ```text
//! Space, Fabric ── network ──▶ faces, modes, exchange, light      once a room
//! Weather ── sun, gains, drive ──▶ what acts, step by step        once a day
//!            step ── march ──▶ one pass ── periodic ──▶ the day           passes until it repeats
//!            vapour, outdoor_air, heating, parts ── causes     from the day
//! ```

mod acceleration;
mod causes;
mod cholesky;
mod drive;
mod face;
mod gains;
mod heating;
mod march;
mod network;
mod outdoor_air;
mod parts;
mod periodic;
mod response;
mod step;
mod sun;
mod vapour;

use crate::error::{Error, Fault};
use crate::load::heat_balance::gains::Gains;
use crate::load::heat_balance::network::Network;
use crate::load::heat_balance::outdoor_air::Intake;
use crate::load::heat_balance::periodic::{Room, Solved};
use crate::load::heat_balance::step::{Desk, Setting, State};
use crate::load::space::{Fabric, Space};
use crate::load::space_load::{Cause, DayLoad, HeatingLoad, Peak, SpaceLoad, hours_since_start};
use crate::load::weather::{DayWeather, Weather};
use crate::num;
use crate::psychrometrics::{self, AIR_HEAT_CAPACITY, EVAPORATION_ENTHALPY, VAPOUR_HEAT_CAPACITY};

/// The loads of `space`, without their parts.
///
/// # Example
/// A concrete box of 20 m² with a roof, in Wuhan, with ten people in it by day:
/// ```
/// use tonnage::climate::{design_day::{CoolingDay, HeatingDay}, sun::Location};
/// use tonnage::load::construction::{Construction, Finish, Layer, Roughness};
/// use tonnage::load::space::{Boundary, Equipment, Fabric, Infiltration, Lights, OutdoorAir, People, Plant, Schedule, Space, Surface};
/// use tonnage::load::{heat_balance, weather::Weather};
///
/// let concrete =
///     Layer::Solid { thickness_m: 0.2, conductivity_w_m_k: 1.74, density_kg_m3: 2500.0, specific_heat_j_kg_k: 920.0 };
/// let grey = Finish { solar_absorptance: 0.6, emissivity: 0.9 };
/// let mut fabric = Fabric::new();
/// let slab = Construction { layers: vec![concrete], inside: grey, outside: grey, roughness: Roughness::MediumRough };
/// fabric.construction("slab", slab)?;
/// let flat = |name: &str, boundary, tilt_deg| Surface {
///     name: name.to_owned(), boundary, azimuth_deg: 0.0, tilt_deg, width_m: 5.0, height_m: 4.0,
///     construction: "slab".to_owned(), windows: vec![],
/// };
/// let mut on = [false; 24];
/// on[8..18].fill(true);
/// let space = Space {
///     id: "box".to_owned(),
///     floor_area_m2: 20.0,
///     volume_m3: 60.0,
///     surfaces: vec![flat("roof", Boundary::Outdoors, 0.0), flat("floor", Boundary::Adiabatic, 180.0)],
///     furniture: None,
///     people: People { count: 10.0, sensible_w: 61.0, latent_w: 73.0, radiant_fraction: 0.3, schedule: Schedule::constant(1.0) },
///     lights: Lights { power_w_m2: 9.0, radiant_fraction: 0.4, visible_fraction: 0.2, schedule: Schedule::constant(1.0) },
///     equipment: Equipment { power_w_m2: 15.0, radiant_fraction: 0.3, latent_fraction: 0.0, schedule: Schedule::constant(1.0) },
///     infiltration: Infiltration { air_changes_per_h: 0.5, schedule: Schedule::constant(1.0) },
///     outdoor_air: OutdoorAir::untreated(80.0),
///     plant: Plant {
///         cooling_set_point_c: 26.0, heating_set_point_c: 20.0, relative_humidity: 0.6, on, pre_cool_hours: 1,
///         heating_addition: None,
///     },
///     checks: Default::default(),
/// };
/// let wuhan = Location { latitude_deg: 30.6, longitude_deg: 114.1, utc_offset_h: 8.0, elevation_m: 23.0 };
/// let july = CoolingDay {
///     month: 7, day: 21, dry_bulb_max_c: 35.2, dry_bulb_range_k: 6.9, wet_bulb_c: 28.4, wind_speed_m_s: 2.0,
///     wind_direction_deg: 180.0, optical_depth_beam: 0.57, optical_depth_diffuse: 1.94,
/// };
/// let january = HeatingDay { month: 1, day: 21, dry_bulb_c: -2.6, wind_speed_m_s: 2.0, wind_direction_deg: 0.0 };
/// let weather = Weather::new(&wuhan, 0.2, &[july], &january)?;
///
/// let load = heat_balance::load(&space, &fabric, &weather)?;
/// assert_eq!((load.peak.hour, load.sizing_peak.hour), (9, 16)); // the start, and the afternoon
/// assert!(load.sizing_peak.total_w > 4_000 && load.heating.sizing_w > 2_000);
/// # Ok::<(), tonnage::Error>(())
/// ```
///
/// # Errors
/// As [`Space::check`]; [`Fault::UnknownReference`] for a construction or glazing that `fabric` does not have;
/// what the place of a window says of itself; [`Fault::OutOfRange`] at `plant` for a humidity that
/// the set temperature cannot have.
pub fn load(space: &Space, fabric: &Fabric, weather: &Weather) -> Result<SpaceLoad, Error> {
    compute(space, fabric, weather, false)
}

/// The loads of `space` with the parts of the day of its sizing peak (负荷构成), which takes some times longer.
///
/// # Errors
/// As [`load`].
pub fn load_in_parts(space: &Space, fabric: &Fabric, weather: &Weather) -> Result<SpaceLoad, Error> {
    compute(space, fabric, weather, true)
}

/// Heat of the vapour in air of `dry_bulb_c`, J/kg.
fn vapour_heat(dry_bulb_c: f64) -> f64 {
    EVAPORATION_ENTHALPY + VAPOUR_HEAT_CAPACITY * dry_bulb_c
}

/// Whole watts; a room whose load has no bound is refused.
fn whole(watts: f64) -> Result<i64, Error> {
    num::to_whole(watts).ok_or_else(|| Error::new("", Fault::Overflow))
}

fn whole_hours(hours: &[f64; 24]) -> Result<[i64; 24], Error> {
    let mut all = [0; 24];
    for (slot, watts) in all.iter_mut().zip(hours) {
        *slot = whole(*watts)?;
    }
    Ok(all)
}

fn compute(space: &Space, fabric: &Fabric, weather: &Weather, in_parts: bool) -> Result<SpaceLoad, Error> {
    space.check()?;
    let network = Network::of(space, fabric)?;
    let gains = Gains::of(space);
    let set_point = space.plant.cooling_set_point_c;
    let held_ratio =
        psychrometrics::humidity_ratio(set_point, space.plant.relative_humidity, weather.pressure)
            .map_err(|error| error.within("plant"))?;
    let air_capacity = space.volume_m3
        * psychrometrics::density(set_point, held_ratio, weather.pressure)
        * (AIR_HEAT_CAPACITY + VAPOUR_HEAT_CAPACITY * held_ratio);
    let room = Room { network: &network, space, weather, gains: &gains, air_capacity };
    let intake = Intake::cooling(space, weather, held_ratio)?;
    let mut desk = Desk::of(&network);
    let mut state: Option<State> = None;
    let mut days = Vec::with_capacity(weather.days.len());
    let mut solved_days = Vec::with_capacity(weather.days.len());
    for day in &weather.days {
        let solved = room.solve(day, &mut state, &mut desk);
        let latent = vapour::removed(space, weather, day, &gains.sum.latent, held_ratio);
        days.push(day_load(&room, day, &solved, &latent, &intake)?);
        solved_days.push(solved);
    }
    let since = hours_since_start(&space.plant.on);
    let counts = |hour: usize| {
        let hours = since.get(hour).copied().flatten();
        hours.is_none_or(|hours| hours >= space.plant.pre_cool_hours)
    };
    let none = || Error::new("coolingDays", Fault::TooFewItems { minimum: 1 });
    let (mut peak, peak_day) = largest(&days, |_| true, |peak| peak.total_w).ok_or_else(none)?;
    let (mut sizing_peak, sizing_day) =
        largest(&days, |hour| runs(space, hour) && counts(hour), |peak| peak.total_w)
            .or_else(|| largest(&days, |_| true, |peak| peak.total_w))
            .ok_or_else(none)?;
    let (mut sensible_peak, sensible_day) =
        largest(&days, |_| true, |peak| peak.room_sensible_w).ok_or_else(none)?;
    let mut parts = Vec::new();
    let day = days.get(sizing_day).zip(weather.days.get(sizing_day)).zip(solved_days.get(sizing_day));
    if let Some(((day, day_weather), solved)) = day.filter(|_| in_parts) {
        parts = causes::part_loads(&room, day, day_weather, solved, &mut desk);
        let peaks =
            [(&mut peak, peak_day), (&mut sizing_peak, sizing_day), (&mut sensible_peak, sensible_day)];
        for (peak, day) in peaks {
            peak.cause = if day == sizing_day { causes::largest_cause(&parts, peak.hour) } else { None };
        }
    }
    for peak in [&mut peak, &mut sizing_peak, &mut sensible_peak] {
        let hour = usize::try_from(peak.hour).unwrap_or(1).saturating_sub(1);
        let started = since.get(hour).copied().flatten().is_some_and(|hours| hours == 0);
        if started && peak.total_w > 0 {
            peak.cause = Some(Cause::Start);
        }
    }
    let heating = heating_load(&room, &mut desk)?;
    let (fresh_air_unit, fresh_air_unit_w) = outdoor_air::fresh_air_unit(space, weather, &intake)?;
    let hour = usize::try_from(sizing_peak.hour).unwrap_or(1).saturating_sub(1);
    let outdoors = weather.days.get(sizing_day).and_then(|day| day.mean_air().nth(hour));
    let entering = outdoors.and_then(|outdoors| intake.state(outdoors));
    let checks = space.checks.of(space, fabric, weather, &sizing_peak)?;
    let id = space.id.clone();
    Ok(SpaceLoad {
        id,
        method: "heatBalance",
        days,
        peak,
        sizing_peak,
        sensible_peak,
        heating,
        fresh_air_unit,
        fresh_air_unit_w,
        entering,
        checks,
        parts,
        plant_on: space.plant.on,
        pre_cool_hours: space.plant.pre_cool_hours,
    })
}

fn runs(space: &Space, hour: usize) -> bool {
    space.plant.on.get(hour).copied().unwrap_or(false)
}

/// The hour with the largest value, and the position of its day; on a tie the later month and then the later hour.
fn largest(
    days: &[DayLoad],
    counts: impl Fn(usize) -> bool,
    value: impl Fn(&Peak) -> i64,
) -> Option<(Peak, usize)> {
    let hours = days.iter().enumerate().flat_map(|(position, day)| {
        (0..24).filter(|hour| counts(*hour)).map(move |hour| (day.at(hour), position))
    });
    hours.max_by_key(|(peak, _)| (value(peak), peak.month, peak.hour))
}

fn day_load(
    room: &Room<'_>,
    day: &DayWeather,
    solved: &Solved,
    latent: &[f64; 24],
    intake: &Intake,
) -> Result<DayLoad, Error> {
    let (mut air_sensible, mut air_latent) = ([0.0; 24], [0.0; 24]);
    let hours = day.mean_air().zip(&room.space.plant.on).zip(air_sensible.iter_mut().zip(&mut air_latent));
    for ((outdoors, on), (sensible, latent)) in hours {
        if *on {
            (*sensible, *latent) = intake.left_for_room(outdoors);
        }
    }
    let mut load = DayLoad {
        month: day.day.month,
        day: day.day.day,
        room_sensible_w: whole_hours(&solved.hours.plant.map(|watts| watts.max(0.0)))?,
        room_latent_w: whole_hours(latent)?,
        outdoor_air_sensible_w: whole_hours(&air_sensible)?,
        outdoor_air_latent_w: whole_hours(&air_latent)?,
        total_w: [0; 24],
        residual: num::quantise(solved.residual.min(1.0), 6),
    };
    let total: Vec<i64> = (0..24)
        .map(|hour| {
            let peak = load.at(hour);
            peak.sensible_w().saturating_add(peak.latent_w())
        })
        .collect();
    load.total_w.iter_mut().zip(total).for_each(|(slot, watts)| *slot = watts);
    Ok(load)
}

fn heating_load(room: &Room<'_>, desk: &mut Desk) -> Result<HeatingLoad, Error> {
    let (space, weather) = (room.space, room.weather);
    let day = &weather.heating;
    let forced = room.network.forced(day.wind_speed_m_s, day.wind_direction_deg);
    let drive = drive::Drive::empty();
    let setting = Setting {
        network: room.network,
        drive: &drive,
        set_point: space.plant.heating_set_point_c,
        air_capacity: room.air_capacity,
        pressure: weather.heating_pressure,
        forced: &forced,
    };
    let heating = heating::heating(room.network, &setting, space, weather, desk);
    let (room_w, outdoor_air_w) = (whole(heating.room)?, whole(heating.outdoor_air)?);
    let addition = space.plant.heating_addition.clone();
    let addition_w =
        whole(addition.as_ref().map_or(0.0, |addition| addition.value * num::from_whole(room_w)))?;
    Ok(HeatingLoad {
        room_w,
        infiltration_w: whole(heating.infiltration)?,
        outdoor_air_w,
        addition,
        addition_w,
        sizing_w: room_w.saturating_add(outdoor_air_w).saturating_add(addition_w).max(0),
    })
}

#[cfg(test)]
mod tests;
