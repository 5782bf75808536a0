//! The day that repeats itself (周期稳定): passes through the day until its end is its start.
//!
//! After a pass every mode is set to the value that would repeat if the faces' temperatures went the same way again, which
//! takes out at once what a heavy slab would forget only in weeks. Hourly steps find the day; then the steps of the answer.

use crate::load::heat_balance::acceleration::Acceleration;
use crate::load::heat_balance::drive::{self, Drive};
use crate::load::heat_balance::gains::Gains;
use crate::load::heat_balance::march::{Hours, Memory};
use crate::load::heat_balance::network::Network;
use crate::load::heat_balance::step::{Desk, Setting, State};
use crate::load::heat_balance::sun::Sun;
use crate::load::space::Space;
use crate::load::weather::{DayWeather, Weather};
use crate::num;

/// A film in rooms (natural convection at a few kelvin), W/(m² K), to weigh a drift of the faces against a load.
const FILM: f64 = 8.0;
/// Seconds of a day.
const DAY: f64 = 86_400.0;
/// The most passes with hourly steps and with those of the answer. Of 168 rooms in 60 climates none needed half.
const MOST_COARSE_PASSES: u32 = 40;
const MOST_PASSES: u32 = 60;
/// Hourly steps have done their work once no hour changes by more, as a part of the largest.
const COARSE_CHANGE: f64 = 1e-3;
/// The day has come to rest once no hour changes by more, as a part of the largest. In common rooms a pass leaves about a
/// third of the change before it, so what is left is half of this; what settles slowly is caught by the drift of the faces.
const CHANGE: f64 = 4e-4;

/// A day that repeats itself.
#[derive(Debug)]
pub(super) struct Solved {
    pub(super) hours: Hours,
    /// The largest change of an hour's load in the last pass, or what the faces' drift would give, as a part of the largest.
    pub(super) residual: f64,
    pub(super) drive: Drive,
    pub(super) memory: Memory,
}

/// What a room needs on every day.
pub(super) struct Room<'a> {
    pub(super) network: &'a Network,
    pub(super) space: &'a Space,
    pub(super) weather: &'a Weather,
    pub(super) gains: &'a Gains,
    /// Heat capacity of its air, J/K.
    pub(super) air_capacity: f64,
}

impl Room<'_> {
    /// Finds the day from `state`, that of another day, or from rest.
    pub(super) fn solve(&self, day: &DayWeather, state: &mut Option<State>, desk: &mut Desk) -> Solved {
        let Room { network, space, weather, gains, air_capacity } = *self;
        let sun = Sun::of(network, weather, day, None);
        let forced = network.forced(day.day.wind_speed_m_s, day.day.wind_direction_deg);
        let set_point = space.plant.cooling_set_point_c;
        let drive_of = |fine| {
            let steps = drive::steps(&space.plant.on, fine);
            Drive::of(network, space, weather, day, &sun, &gains.sum, steps)
        };
        let mean = day.mean_dry_bulb.iter().sum::<f64>() / 24.0;
        let mut now = state.take().unwrap_or_else(|| State::at_rest(network, set_point, mean));
        let coarse = drive_of(false);
        let pressure = weather.pressure;
        let setting = Setting { network, drive: &coarse, set_point, air_capacity, pressure, forced: &forced };
        settle(&setting, &mut now, COARSE_CHANGE, MOST_COARSE_PASSES, desk);
        let fine = drive_of(true);
        let setting = Setting { drive: &fine, ..setting };
        let (hours, residual, memory) = settle(&setting, &mut now, CHANGE, MOST_PASSES, desk);
        *state = Some(now);
        Solved { hours, residual, drive: fine, memory }
    }
}

/// Passes until neither loads nor faces change by more than `enough`.
fn settle(
    setting: &Setting<'_>,
    state: &mut State,
    enough: f64,
    most: u32,
    desk: &mut Desk,
) -> (Hours, f64, Memory) {
    let decay = day_decay(setting.network);
    let mut memory = Memory::default();
    let mut acceleration = Acceleration::of(setting.network);
    let mut start = state.clone();
    let mut hours = setting.pass(state, &mut memory, desk);
    close(setting.network, &decay, &start, state);
    let (mut residual, mut passes) = (1.0, 1);
    // The first pass takes its coefficients from elsewhere, so its change is of another kind and not remembered.
    while residual > enough && passes < most {
        start.clone_from(state);
        let before = hours.plant;
        hours = setting.pass(state, &mut memory, desk);
        let moved = moved(setting.network, &start, state, &hours.plant);
        close(setting.network, &decay, &start, state);
        acceleration.leap(&start, state);
        residual = change(&hours.plant, &before).max(moved);
        passes += 1;
    }
    (hours, residual, memory)
}

/// What the faces' drift over the day would give to the air, as a part of the largest load or of a watt for each m².
fn moved(network: &Network, start: &State, end: &State, plant: &[f64; 24]) -> f64 {
    let drifts = end.temperatures.inside.iter().zip(&start.temperatures.inside);
    let mut area = 0.0;
    let mut watts = 0.0;
    for (node, (end, start)) in network.nodes.iter().zip(drifts) {
        area += node.area;
        watts += node.area * FILM * (end - start).abs();
    }
    watts / plant.iter().fold(area, |most, load| most.max(load.abs()))
}

/// What is left of each mode after a day.
pub(super) fn day_decay(network: &Network) -> Vec<f64> {
    network.modes.rate.iter().map(|rate| num::exp(-rate * DAY)).collect()
}

/// Largest change of an hour, as a part of the largest load; loads below a watt are none.
fn change(now: &[f64; 24], before: &[f64; 24]) -> f64 {
    let largest = now.iter().fold(1.0_f64, |most, load| most.max(load.abs()));
    now.iter().zip(before).fold(0.0_f64, |worst, (a, b)| worst.max((a - b).abs())) / largest
}

/// Sets the modes of `state` to the values that repeat if the faces go again as they went from `start` to `state`.
///
/// A mode that begins at z and ends at e z + f repeats at f / (1 − e). The faces' own change over the day counts as a jump at
/// midnight.
pub(super) fn close(network: &Network, decay: &[f64], start: &State, state: &mut State) {
    let mut modes = state.modes.iter_mut().zip(&start.modes).zip(decay);
    let mut drives = network.modes.drive_inside.iter().zip(&network.modes.drive_outside);
    let ends = state.temperatures.inside.iter().zip(&state.temperatures.outside);
    let starts = start.temperatures.inside.iter().zip(&start.temperatures.outside);
    for ((node, (inside, outside)), (inside_start, outside_start)) in
        network.nodes.iter().zip(ends).zip(starts)
    {
        let (jump_inside, jump_outside) = (inside_start - inside, outside_start - outside);
        for (((mode, first), decay), (drive_inside, drive_outside)) in
            modes.by_ref().zip(drives.by_ref()).take(node.modes)
        {
            let jump = drive_outside * jump_outside - drive_inside * jump_inside;
            let forced = *mode - decay * first + decay * jump;
            *mode = forced / (1.0 - decay);
        }
    }
}
