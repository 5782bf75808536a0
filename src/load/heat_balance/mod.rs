//! The heat balance method (热平衡法): the hourly load of a room on its design days.
//!
//! Every face of the room is in balance with sun, sky, air, the other faces and what it stores; the room's air is in balance
//! with the faces, the gains, infiltration and the plant; and so is its vapour. The day repeats itself until it is periodic.
//! ASHRAE Handbook—Fundamentals (2017), chapter 18, "Heat balance method".

mod drive;
mod heating;
mod march;
mod network;
mod periodic;
mod response;
mod vapour;

use crate::error::Error;
use crate::load::space::{Fabric, Space};
use crate::load::weather::Weather;
use crate::psychrometrics::{self, AIR_HEAT_CAPACITY, EVAPORATION_ENTHALPY, VAPOUR_HEAT_CAPACITY};

/// Density of the air by which a volume flow of outdoor air is counted: dry, at 20 °C (EnergyPlus; ASHRAE "standard air" has 21 °C),
/// with the gas constant 287.05 J/(kg K).
const STANDARD_AIR_K: f64 = 293.15;
const GAS_CONSTANT: f64 = 287.05;

/// Heat of the vapour in air of `dry_bulb_c`, J/kg.
fn vapour_heat(dry_bulb_c: f64) -> f64 {
    EVAPORATION_ENTHALPY + VAPOUR_HEAT_CAPACITY * dry_bulb_c
}

/// Outdoor air while the plant runs, kg/s.
fn outdoor_air_mass_flow(space: &Space, weather: &Weather) -> f64 {
    space.outdoor_air_l_s / 1000.0 * weather.pressure / (GAS_CONSTANT * STANDARD_AIR_K)
}

/// Loads of a design day before rounding, W by hour.
#[derive(Clone, Debug)]
pub struct RawDay {
    /// month
    pub month: u32,
    /// a
    pub room_sensible: [f64; 24],
    /// a
    pub room_latent: [f64; 24],
    /// a
    pub outdoor_air_sensible: [f64; 24],
    /// a
    pub outdoor_air_latent: [f64; 24],
    /// a
    pub residual: f64,
    /// passes
    pub passes: (u32, u32),
}

/// x
#[derive(Clone, Debug)]
pub struct Raw {
    /// a
    pub days: Vec<RawDay>,
    /// a
    pub heating_room: f64,
    /// a
    pub heating_outdoor_air: f64,
}

/// x
/// # Errors
/// x
pub fn raw(space: &Space, fabric: &Fabric, weather: &Weather) -> Result<Raw, Error> {
    space.check()?;
    let network = network::Network::of(space, fabric)?;
    let gains = drive::Gains::of(space);
    let set_point = space.plant.cooling_set_point_c;
    let held_ratio =
        psychrometrics::humidity_ratio(set_point, space.plant.relative_humidity, weather.pressure)?;
    let air_capacity = space.volume_m3
        * psychrometrics::density(set_point, held_ratio, weather.pressure)
        * (AIR_HEAT_CAPACITY + VAPOUR_HEAT_CAPACITY * held_ratio);
    let mut desk = march::Desk::of(&network);
    let mut days = Vec::new();
    let mut state: Option<march::State> = None;
    for day in &weather.days {
        let (hours, residual, passes) =
            periodic::day(&network, space, weather, day, &gains, air_capacity, &mut state, &mut desk);
        let latent = vapour::removed(space, weather, day, &gains, held_ratio, &hours.air);
        let flow = outdoor_air_mass_flow(space, weather);
        let mut raw = RawDay {
            month: day.day.month,
            room_sensible: hours.plant,
            room_latent: latent,
            outdoor_air_sensible: [0.0; 24],
            outdoor_air_latent: [0.0; 24],
            residual,
            passes,
        };
        for hour in 0..24 {
            if !space.plant.on[hour] {
                continue;
            }
            let w = day.mean_humidity_ratio[hour];
            raw.outdoor_air_sensible[hour] =
                flow * (AIR_HEAT_CAPACITY + VAPOUR_HEAT_CAPACITY * w) * (day.mean_dry_bulb[hour] - set_point);
            raw.outdoor_air_latent[hour] = flow * vapour_heat(set_point) * (w - held_ratio);
        }
        days.push(raw);
    }
    let forced = network.forced(weather.heating.wind_speed_m_s, weather.heating.wind_direction_deg);
    let drive = drive::Drive::empty();
    let setting = march::Setting {
        network: &network,
        drive: &drive,
        set_point: space.plant.heating_set_point_c,
        air_capacity,
        pressure: weather.pressure,
        forced: &forced,
    };
    let heating = heating::heating(&network, &setting, space, weather, &mut desk);
    Ok(Raw { days, heating_room: heating.room, heating_outdoor_air: heating.outdoor_air })
}
