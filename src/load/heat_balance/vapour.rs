//! Vapour in the room's air (室内水分平衡): one humidity ratio, driven by people, equipment and infiltration.

use crate::load::heat_balance::drive::infiltration_mass_flow;
use crate::load::space::Space;
use crate::load::weather::{DayWeather, Weather};
use crate::num;
use crate::psychrometrics;

/// The day's end and start differ by less, kg/kg: a thousandth of what can be measured.
const PERIODIC: f64 = 1e-9;
/// Days after which even a sealed room has found its humidity, or never will because nothing changes it.
const MOST_DAYS: u32 = 400;

/// One hour of the vapour balance.
struct Hour {
    /// Gains, kg/s.
    gains: f64,
    /// Infiltration, kg/s, and what it brings, kg/kg.
    flow: f64,
    outdoors: f64,
    on: bool,
}

/// Latent heat that the plant takes from the room, W as means of the hours.
///
/// Within an hour gains and infiltration are constant, so the humidity ratio follows an exponential and the moment at which
/// it reaches the limit is exact. `held` is the limit. The mass of the room's air is that at its set temperature all day: the
/// air that a warm night drives out takes its vapour along, and a ratio is none the wiser.
pub(super) fn removed(
    space: &Space,
    weather: &Weather,
    day: &DayWeather,
    latent: &[f64; 24],
    held: f64,
) -> [f64; 24] {
    let heat = super::vapour_heat(space.plant.cooling_set_point_c);
    let density = psychrometrics::density(space.plant.cooling_set_point_c, held, weather.pressure);
    let mass = space.volume_m3 * density;
    let mut hours: Vec<Hour> = Vec::with_capacity(24);
    let weather_by_hour = day.mean_dry_bulb.iter().zip(&day.mean_humidity_ratio);
    let schedule = space.plant.on.iter().zip(latent);
    for (hour, ((outdoor_air, outdoors), (on, vapour))) in weather_by_hour.zip(schedule).enumerate() {
        let flow = infiltration_mass_flow(space, hour, *outdoor_air, *outdoors, weather.pressure);
        hours.push(Hour { gains: vapour / heat, flow, outdoors: *outdoors, on: *on });
    }
    let mut ratio = held;
    let mut removed = [0.0; 24];
    for _ in 0..MOST_DAYS {
        let start = ratio;
        for (hour, removed) in hours.iter().zip(&mut removed) {
            let (end, taken) = hour.pass(ratio, mass, held);
            ratio = end;
            *removed = taken * heat / 3600.0;
        }
        if (ratio - start).abs() < PERIODIC {
            break;
        }
    }
    removed
}

impl Hour {
    /// The humidity ratio after the hour and the vapour that the plant took in it, kg.
    fn pass(&self, start: f64, mass: f64, held: f64) -> (f64, f64) {
        if !self.on {
            return (self.drift(start, mass, 3600.0), 0.0);
        }
        let mut taken = 0.0;
        let mut ratio = start;
        if ratio > held {
            // What the stop has brought is taken at once.
            taken += mass * (ratio - held);
            ratio = held;
        }
        let surplus = self.gains + self.flow * (self.outdoors - held);
        if surplus <= 0.0 {
            return (self.drift(ratio, mass, 3600.0), taken);
        }
        let until_held = self.time_to(ratio, held, mass);
        if until_held >= 3600.0 {
            return (self.drift(ratio, mass, 3600.0), taken);
        }
        (held, taken + surplus * (3600.0 - until_held))
    }

    /// The humidity ratio after `seconds` without the plant.
    fn drift(&self, start: f64, mass: f64, seconds: f64) -> f64 {
        if self.flow <= 0.0 {
            return start + self.gains / mass * seconds;
        }
        let rest = self.outdoors + self.gains / self.flow;
        rest + (start - rest) * num::exp(-self.flow / mass * seconds)
    }

    /// Seconds until `start` has risen to `held`; there is a surplus at `held`, so it does.
    fn time_to(&self, start: f64, held: f64, mass: f64) -> f64 {
        if start >= held {
            return 0.0;
        }
        if self.flow <= 0.0 {
            return (held - start) * mass / self.gains;
        }
        let rest = self.outdoors + self.gains / self.flow;
        mass / self.flow * num::ln((rest - start) / (rest - held))
    }
}
