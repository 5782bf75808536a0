//! Where the load of an hour comes from (负荷构成): the balances are linear once their coefficients have converged, so the load
//! is the sum of what each source would be alone.
//!
//! Every source acts on a room whose air is held at the set temperature all day, measured from that temperature. What is left of
//! the load is what walls, slabs, furniture and air have stored while the air was not held: the answer to its own way.

use crate::load::heat_balance::drive::Drive;
use crate::load::heat_balance::face::{Far, Part};
use crate::load::heat_balance::march::Memory;
use crate::load::heat_balance::network::Network;
use crate::load::heat_balance::periodic::{Room, Solved, close, day_decay};
use crate::load::heat_balance::step::{Desk, Outdoors, Setting, State, Temperatures};
use crate::load::heat_balance::sun::Sun;
use crate::load::space_load::Cause;
use crate::load::weather::DayWeather;

/// The most passes; a heavy room needs about ten.
const MOST_PASSES: u32 = 60;
/// No source gives more or less than this to an hour in the last pass, as a part of its largest.
const CHANGE: f64 = 1e-5;

/// The sensible load of one source, W by hour; only the hours of the plant.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) cause: Cause,
    pub(super) part: Option<Part>,
    pub(super) hours: [f64; 24],
}

/// A source while it is worked out.
struct Work {
    source: Source,
    outdoors: Outdoors,
    /// Sun of its own, by step and face: outside, W/m², and inside, W; empty if it has none.
    outside: Vec<f64>,
    inside: Vec<f64>,
    /// To the air at once, W by step; empty if nothing.
    convective: Vec<f64>,
    state: State,
    before: f64,
}

/// The sources of the sensible load on `day`, stored heat last; together they are exactly `solved.hours.plant`.
pub(super) fn sources(room: &Room<'_>, day: &DayWeather, solved: &Solved, desk: &mut Desk) -> Vec<Source> {
    let network = room.network;
    let forced = network.forced(day.day.wind_speed_m_s, day.day.wind_direction_deg);
    let set_point = room.space.plant.cooling_set_point_c;
    let setting = Setting {
        network,
        drive: &solved.drive,
        set_point,
        air_capacity: room.air_capacity,
        pressure: room.weather.pressure,
        forced: &forced,
    };
    let mut works = works(room, day, &solved.drive);
    let decay = day_decay(network);
    for _ in 0..MOST_PASSES {
        let starts: Vec<State> = works.iter().map(|work| work.state.clone()).collect();
        let before: Vec<[f64; 24]> = works.iter().map(|work| work.source.hours).collect();
        pass(&setting, &solved.memory, &mut works, desk);
        let mut change = 0.0_f64;
        for ((work, start), before) in works.iter_mut().zip(&starts).zip(&before) {
            close(network, &decay, start, &mut work.state);
            let largest = work.source.hours.iter().fold(1.0_f64, |most, load| most.max(load.abs()));
            for (now, before) in work.source.hours.iter().zip(before) {
                change = change.max((now - before).abs() / largest);
            }
        }
        if change < CHANGE {
            break;
        }
    }
    let mut sources: Vec<Source> = works.into_iter().map(|work| work.source).collect();
    sources.push(Source {
        cause: Cause::Infiltration,
        part: None,
        hours: infiltration(&solved.drive, set_point),
    });
    let mut stored = solved.hours.plant;
    for source in &mut sources {
        for ((hour, left), on) in source.hours.iter_mut().zip(&mut stored).zip(&room.space.plant.on) {
            if *on {
                *left -= *hour;
            } else {
                *hour = 0.0;
            }
        }
    }
    sources.push(Source { cause: Cause::StoredHeat, part: None, hours: stored });
    sources
}

/// What infiltration brings to air at the set temperature, W by hour.
fn infiltration(drive: &Drive, set_point: f64) -> [f64; 24] {
    let mut hours = [0.0; 24];
    let mut before = drive.infiltration.first().copied().unwrap_or(0.0) * (drive.midnight - set_point);
    for ((step, air), carried) in drive.steps.iter().zip(&drive.air).zip(&drive.infiltration) {
        let now = carried * (air - set_point);
        if let Some(hour) = hours.get_mut(step.hour) {
            *hour += f64::midpoint(before, now) * step.hours;
        }
        before = now;
    }
    hours
}

/// One pass of all sources with the coefficients of `memory`.
fn pass(setting: &Setting<'_>, memory: &Memory, works: &mut [Work], desk: &mut Desk) {
    let faces = setting.network.nodes.len();
    let drive = setting.drive;
    let dark = vec![0.0; faces];
    for work in works.iter_mut() {
        work.source.hours = [0.0; 24];
        work.before = f64::NAN;
    }
    let memory = memory.inside.chunks_exact(faces).zip(memory.outside.chunks_exact(faces)).zip(&memory.air);
    let steps = drive.steps.iter().zip(drive.air.iter().zip(&drive.sky)).zip(memory).enumerate();
    for (number, ((step, (air, sky)), ((inside, outside), room_air))) in steps {
        desk.estimate.inside.copy_from_slice(inside);
        desk.estimate.outside.copy_from_slice(outside);
        desk.estimate.air = *room_air;
        setting.coefficients(*air, *sky, desk);
        let from_set_point = (air - setting.set_point, sky - setting.set_point);
        for (position, work) in works.iter_mut().enumerate() {
            let row = number * faces..(number + 1) * faces;
            let sun_out = work.outside.get(row.clone()).unwrap_or(&dark);
            let sun_in = work.inside.get(row).unwrap_or(&dark);
            let State { temperatures, modes } = &mut work.state;
            setting.rows(
                step.kind,
                temperatures,
                modes,
                from_set_point,
                work.outdoors,
                (sun_out, sun_in),
                desk,
            );
            if position == 0 {
                // The same for all sources: the coefficients are.
                setting.assemble(desk);
            }
            desk.solve_held(0.0);
            let given = desk.to_air(0.0);
            let at_once = work.convective.get(number).copied().unwrap_or(0.0);
            let mean = if work.before.is_nan() { given } else { f64::midpoint(work.before, given) };
            if let Some(hour) = work.source.hours.get_mut(step.hour) {
                *hour += (mean + at_once) * step.hours;
            }
            work.before = given;
            setting.advance(step.kind, temperatures, modes, desk);
        }
    }
}

/// Every source, at rest.
fn works(room: &Room<'_>, day: &DayWeather, drive: &Drive) -> Vec<Work> {
    let network = room.network;
    let mut works = Vec::new();
    for (face, node) in network.nodes.iter().enumerate() {
        let part = Some(node.part);
        match node.far {
            Far::Outdoors(_) => {
                works.push(Work {
                    outdoors: Outdoors::Only(face),
                    ..at_rest(network, Cause::Conduction, part)
                });
                let sun = Sun::of(network, room.weather, day, Some(face));
                let (outside, inside, convective) = drive.of_sun(&sun, network.nodes.len());
                works.push(Work { outside, inside, convective, ..at_rest(network, Cause::Sun, part) });
            }
            Far::Held { cooling, .. } => {
                let warmer = cooling - room.space.plant.cooling_set_point_c;
                let mut work = at_rest(network, Cause::Conduction, part);
                if let Some(outside) = work.state.temperatures.outside.get_mut(face) {
                    *outside = warmer;
                }
                works.push(work);
            }
            Far::Mirror => {}
        }
    }
    for cause in [Cause::People, Cause::Lights, Cause::Equipment] {
        let (outside, inside, convective) = drive.of_gain(network, &room.gains.of_cause(cause));
        works.push(Work { inside, outside, convective, ..at_rest(network, cause, None) });
    }
    works
}

/// A source that nothing drives.
fn at_rest(network: &Network, cause: Cause, part: Option<Part>) -> Work {
    let faces = network.nodes.len();
    Work {
        source: Source { cause, part, hours: [0.0; 24] },
        outdoors: Outdoors::None,
        outside: Vec::new(),
        inside: Vec::new(),
        convective: Vec::new(),
        state: State {
            temperatures: Temperatures { inside: vec![0.0; faces], outside: vec![0.0; faces], air: 0.0 },
            modes: vec![0.0; network.modes.len()],
        },
        before: f64::NAN,
    }
}
