//! What drives a room from step to step (逐步扰量): outdoor air and sky, sun outside and inside, gains, infiltration.

use crate::load::heat_balance::gains::Gain;
use crate::load::heat_balance::network::Network;
use crate::load::heat_balance::sun::Sun;
use crate::load::space::Space;
use crate::load::weather::{DayWeather, Weather};
use crate::psychrometrics::{self, AIR_HEAT_CAPACITY, VAPOUR_HEAT_CAPACITY};

/// A step of the day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// The position of its length among the lengths of step.
    pub(super) kind: usize,
    /// The hour of the day it lies in, 0 to 23.
    pub(super) hour: usize,
    /// Its length in hours, which is its weight in the hour's mean.
    pub(super) hours: f64,
    /// Whether the plant runs.
    pub(super) on: bool,
    /// Whether the plant has just started.
    pub(super) start: bool,
    /// The end, in quarters of an hour since midnight.
    end: f64,
}

/// The steps of a day: every hour, or every quarter with the first quarter after a start of the plant in four.
pub(super) fn steps(on: &[bool; 24], fine: bool) -> Vec<Step> {
    let mut steps = Vec::with_capacity(128);
    let mut before = on.last().copied().unwrap_or(false);
    for (hour, on) in on.iter().copied().enumerate() {
        let starts = on && !before;
        before = on;
        #[expect(clippy::cast_precision_loss, reason = "an hour of the day")]
        let mut end = hour as f64 * 4.0;
        // (kind, quarters of an hour)
        let kinds: &[(usize, f64)] = if !fine {
            &[(0, 4.0)]
        } else if starts {
            &[(4, 0.2), (3, 4.0 / 15.0), (2, 8.0 / 15.0), (1, 1.0), (1, 1.0), (1, 1.0)]
        } else {
            &[(1, 1.0), (1, 1.0), (1, 1.0), (1, 1.0)]
        };
        for (position, (kind, quarters)) in kinds.iter().enumerate() {
            end += quarters;
            steps.push(Step {
                kind: *kind,
                hour,
                hours: quarters / 4.0,
                on,
                start: starts && position == 0,
                end,
            });
        }
    }
    steps
}

/// What drives the room, by step.
#[derive(Clone, Debug)]
pub(super) struct Drive {
    pub(super) steps: Vec<Step>,
    /// Outdoor dry bulb at the end of the step, °C.
    pub(super) air: Vec<f64>,
    /// Sky temperature, °C.
    pub(super) sky: Vec<f64>,
    /// By step and face: absorbed outside, W/m².
    pub(super) outside: Vec<f64>,
    /// By step and face: absorbed inside, W.
    pub(super) inside: Vec<f64>,
    /// To the air, W.
    pub(super) convective: Vec<f64>,
    /// Heat that infiltration carries, W/K.
    pub(super) infiltration: Vec<f64>,
    /// Outdoor dry bulb at midnight and infiltration at the start of every hour's first step.
    pub(super) midnight: f64,
}

impl Drive {
    /// The drive of no day.
    pub(super) fn empty() -> Self {
        Self {
            steps: Vec::new(),
            air: Vec::new(),
            sky: Vec::new(),
            outside: Vec::new(),
            inside: Vec::new(),
            convective: Vec::new(),
            infiltration: Vec::new(),
            midnight: 0.0,
        }
    }

    /// The drive of `day` for `steps`.
    pub(super) fn of(
        network: &Network,
        space: &Space,
        weather: &Weather,
        day: &DayWeather,
        sun: &Sun,
        gain: &Gain,
        steps: Vec<Step>,
    ) -> Self {
        let mut drive =
            Self { steps, midnight: day.dry_bulb.first().copied().unwrap_or(0.0), ..Self::empty() };
        for step in &drive.steps {
            let air = between(&day.dry_bulb, step.end);
            drive.air.push(air);
            drive.sky.push(between(&day.sky_temperature, step.end));
            let humidity = between(&day.humidity_ratio, step.end);
            let flow = infiltration_mass_flow(space, step.hour, air, humidity, weather.pressure);
            drive.infiltration.push(flow * (AIR_HEAT_CAPACITY + VAPOUR_HEAT_CAPACITY * humidity));
        }
        (drive.outside, drive.inside, drive.convective) = drive.of_sun(sun, network.nodes.len());
        let (outside, inside, convective) = drive.of_gain(network, gain);
        add(&mut drive.outside, &outside);
        add(&mut drive.inside, &inside);
        add(&mut drive.convective, &convective);
        drive
    }

    /// By step: what `sun` has absorbed outside, W/m², and inside, W, by face, and what it gives to the air, W.
    pub(super) fn of_sun(&self, sun: &Sun, faces: usize) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
        let by_step = |values: &[f64], width: usize| -> Vec<f64> {
            let mut all = Vec::with_capacity(self.steps.len() * width);
            for step in &self.steps {
                // An hour's step has the mean of the hour, a shorter one its end.
                at(values, width, step.end, step.hours > 0.99, &mut all);
            }
            all
        };
        (by_step(&sun.outside, faces), by_step(&sun.inside, faces), by_step(&sun.convective, 1))
    }

    /// The same of people, lights and equipment.
    pub(super) fn of_gain(&self, network: &Network, gain: &Gain) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
        let size = self.steps.len() * network.nodes.len();
        let (mut outside, mut inside) = (Vec::with_capacity(size), Vec::with_capacity(size));
        let mut convective = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let hour = |values: &[f64; 24]| values.get(step.hour).copied().unwrap_or(0.0);
            let (radiant, visible) = (hour(&gain.radiant), hour(&gain.visible));
            let deposits = network.even.inside.iter().zip(&network.radiant.inside);
            inside.extend(deposits.map(|(even, share)| visible * even + radiant * share));
            outside.extend(network.even.outside.iter().map(|even| visible * even));
            convective.push(
                hour(&gain.convective)
                    + visible * network.even.convective
                    + radiant * network.radiant.convective,
            );
        }
        (outside, inside, convective)
    }
}

fn add(sums: &mut [f64], more: &[f64]) {
    for (sum, value) in sums.iter_mut().zip(more) {
        *sum += value;
    }
}

/// Infiltration, kg/s: room volumes an hour of outdoor air at its own density.
pub(super) fn infiltration_mass_flow(
    space: &Space,
    hour: usize,
    air: f64,
    humidity_ratio: f64,
    pressure: f64,
) -> f64 {
    let share = space.infiltration.schedule.hours().get(hour).copied().unwrap_or(0.0);
    let density = psychrometrics::density(air, humidity_ratio, pressure);
    space.infiltration.air_changes_per_h * share * space.volume_m3 / 3600.0 * density
}

/// The value at `quarter`, by a straight line between quarters.
fn between(values: &[f64], quarter: f64) -> f64 {
    let (row, rest) = quarter_row(quarter);
    let value = |row: usize| values.get(row).copied();
    let before = value(row).unwrap_or(0.0);
    before + rest * (value(row + 1).unwrap_or(before) - before)
}

/// The quarter of the day at or before `quarter` and the rest.
fn quarter_row(quarter: f64) -> (usize, f64) {
    // The ends of fractional steps add up to whole quarters but for the last bits.
    let below = (quarter + 1e-9).floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a quarter of the day, 0 to 96"
    )]
    let row = below as usize;
    (row, (quarter - below).max(0.0))
}

/// Adds the row of `width` values at `quarter` to `all`, or its mean over the hour before.
fn at(values: &[f64], width: usize, quarter: f64, mean: bool, all: &mut Vec<f64>) {
    let (row, rest) = quarter_row(quarter);
    // Weights of the rows: the trapezoidal mean of five, or a line between two.
    let (first, weights): (usize, &[f64]) = if mean {
        (row.saturating_sub(4), &[0.125, 0.25, 0.25, 0.25, 0.125])
    } else if rest > 0.0 {
        (row, &[1.0 - rest, rest])
    } else {
        (row, &[1.0])
    };
    let start = all.len();
    all.resize(start + width, 0.0);
    let rows = values.get(first * width..).unwrap_or_default().chunks_exact(width.max(1));
    for (weight, row) in weights.iter().zip(rows) {
        for (sum, value) in all.iter_mut().skip(start).zip(row) {
            *sum += weight * value;
        }
    }
}
