//! The day that repeats itself (周期解).

use crate::load::heat_balance::drive::{self, Drive, Gains, Sun};
use crate::load::heat_balance::march::{Desk, Hours, Memory, Setting, State};
use crate::load::heat_balance::network::Network;
use crate::load::space::Space;
use crate::load::weather::{DayWeather, Weather};
use crate::num;

/// Seconds of a day.
const DAY: f64 = 86_400.0;

#[expect(clippy::too_many_arguments, reason = "x")]
pub(super) fn day(
    network: &Network,
    space: &Space,
    weather: &Weather,
    day: &DayWeather,
    gains: &Gains,
    air_capacity: f64,
    last: &mut Option<State>,
    desk: &mut Desk,
) -> (Hours, f64, (u32, u32)) {
    let sun = Sun::of(network, weather, day);
    let forced = network.forced(day.day.wind_speed_m_s, day.day.wind_direction_deg);
    let set_point = space.plant.cooling_set_point_c;
    let on = &space.plant.on;
    let coarse = Drive::of(network, space, weather, day, &sun, gains, drive::steps(on, false));
    let mean = day.mean_dry_bulb.iter().sum::<f64>() / 24.0;
    let mut state = last.take().unwrap_or_else(|| State::at_rest(network, set_point, mean));
    let decay: Vec<f64> = network.modes.rate.iter().map(|rate| num::exp(-rate * DAY)).collect();
    let mut counts = (0, 0);
    let limits: (u32, u32, f64) = std::env::args().nth(2).map_or((12, 12, 1e-4), |text| {
        let mut parts = text.split(',').map(|p| p.parse::<f64>().unwrap());
        (parts.next().unwrap() as u32, parts.next().unwrap() as u32, parts.next().unwrap())
    });
    let mut setting = Setting {
        network,
        drive: &coarse,
        set_point,
        air_capacity,
        pressure: weather.pressure,
        forced: &forced,
    };
    let mut memory = Memory::default();
    let mut before = [0.0; 24];
    for _ in 0..limits.0 {
        let (hours, _) = closed_pass(&setting, network, &decay, &mut state, &mut memory, desk);
        counts.0 += 1;
        let change = change(&hours.plant, &before);
        if std::env::var("DBG").is_ok() { eprint!("{:.1e} ", change); }
        before = hours.plant;
        if change < limits.2 * 2.5 {
            break;
        }
    }
    let fine = Drive::of(network, space, weather, day, &sun, gains, drive::steps(on, true));
    setting.drive = &fine;
    let mut memory = Memory::default();
    let mut residual = f64::INFINITY;
    let mut result = None;
    for _ in 0..limits.1 {
        let (hours, _) = closed_pass(&setting, network, &decay, &mut state, &mut memory, desk);
        counts.1 += 1;
        residual = change(&hours.plant, &before);
        if std::env::var("DBG").is_ok() { eprint!("{}{:.1e} ", if counts.1==1 {"| "} else {""}, residual); }
        before = hours.plant;
        result = Some(hours);
        if residual < limits.2 {
            break;
        }
    }
    if std::env::var("DBG").is_ok() { eprintln!(); }
    *last = Some(state);
    (result.unwrap(), residual, counts)
}

/// Largest change of an hour, as a part of the largest load.
fn change(now: &[f64; 24], before: &[f64; 24]) -> f64 {
    let largest = now.iter().fold(1.0_f64, |a, b| a.max(b.abs()));
    now.iter().zip(before).fold(0.0_f64, |worst, (a, b)| worst.max((a - b).abs())) / largest
}

fn closed_pass(
    setting: &Setting<'_>,
    network: &Network,
    decay: &[f64],
    state: &mut State,
    memory: &mut Memory,
    desk: &mut Desk,
) -> (Hours, f64) {
    let start = state.clone();
    let hours = setting.pass(state, memory, desk);
    let mut modes = state.modes.iter_mut().zip(&start.modes).zip(decay);
    let mut drives = network.modes.drive_inside.iter().zip(&network.modes.drive_outside);
    let faces = network.nodes.iter().zip(state.temperatures.inside.iter().zip(&state.temperatures.outside));
    let starts = start.temperatures.inside.iter().zip(&start.temperatures.outside);
    for ((node, (inside, outside)), (inside_start, outside_start)) in faces.zip(starts) {
        let (jump_inside, jump_outside) = (inside_start - inside, outside_start - outside);
        for _ in 0..node.modes {
            let Some((((mode, first), decay), (drive_inside, drive_outside))) =
                modes.next().zip(drives.next())
            else {
                break;
            };
            let forced =
                *mode - decay * first + decay * (drive_outside * jump_outside - drive_inside * jump_inside);
            *mode = forced / (1.0 - decay);
        }
    }
    (hours, 0.0)
}
