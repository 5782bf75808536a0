//! Outdoor air on its way in (新风处理): the state in which it reaches the room's unit, and what is left for that unit to do.
//!
//! What a fresh-air unit takes out and what it leaves are together the difference of enthalpy between outdoors and room.

use crate::error::Error;
use crate::load::heat_balance::{vapour_heat, whole};
use crate::load::space::{Space, Treatment};
use crate::load::space_load::{FreshAirUnitLoad, OutdoorAirState};
use crate::load::weather::{Air, Weather};
use crate::num;
use crate::psychrometrics::{self, AIR_HEAT_CAPACITY, VAPOUR_HEAT_CAPACITY};

/// State of the air by which a volume flow of outdoor air is counted: dry, at 20 °C (EnergyPlus), with the gas constant of dry
/// air, J/(kg K). ASHRAE's "standard air" has 21 °C.
const STANDARD_AIR_K: f64 = 293.15;
const GAS_CONSTANT: f64 = 287.05;

/// What is done to outdoor air before the room's unit has it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Handling {
    Nothing,
    Exchanged { sensible: f64, latent: f64 },
    CooledTo(Air),
    WarmedTo(f64),
}

/// The outdoor air of a room in one season.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Intake {
    /// Dry air, kg/s.
    flow: f64,
    handling: Handling,
    /// The air of the room.
    room: Air,
}

impl Intake {
    /// On cooling days, with the room's air at its set temperature and `held_ratio`.
    pub(super) fn cooling(space: &Space, weather: &Weather, held_ratio: f64) -> Result<Self, Error> {
        let handling = match space.outdoor_air.treatment {
            Treatment::Supplied { cooling, .. } => {
                let (dry_bulb, humidity) = (cooling.dry_bulb_c, cooling.relative_humidity);
                let ratio = psychrometrics::humidity_ratio(dry_bulb, humidity, weather.pressure)
                    .map_err(|error| error.within("outdoorAir.treatment.cooling"))?;
                Handling::CooledTo(Air { dry_bulb, ratio })
            }
            other => Handling::unless_supplied(other),
        };
        let room = Air { dry_bulb: space.plant.cooling_set_point_c, ratio: held_ratio };
        Ok(Self { flow: mass_flow(space, weather.pressure), handling, room })
    }

    /// On the heating day: nobody is in the room and nothing humidifies it, so its air is as dry as that outdoors.
    pub(super) fn heating(space: &Space, weather: &Weather) -> Self {
        let handling = match space.outdoor_air.treatment {
            Treatment::Supplied { heating_dry_bulb_c, .. } => Handling::WarmedTo(heating_dry_bulb_c),
            other => Handling::unless_supplied(other),
        };
        let room = Air { dry_bulb: space.plant.heating_set_point_c, ratio: weather.heating_humidity_ratio };
        Self { flow: mass_flow(space, weather.heating_pressure), handling, room }
    }

    /// The state in which air of `outdoors` reaches the room's unit.
    fn reaching(&self, outdoors: Air) -> Air {
        match self.handling {
            Handling::Nothing => outdoors,
            Handling::Exchanged { sensible, latent } => Air {
                dry_bulb: outdoors.dry_bulb + sensible * (self.room.dry_bulb - outdoors.dry_bulb),
                ratio: outdoors.ratio + latent * (self.room.ratio - outdoors.ratio),
            },
            Handling::CooledTo(supply) => Air {
                dry_bulb: outdoors.dry_bulb.min(supply.dry_bulb),
                ratio: outdoors.ratio.min(supply.ratio),
            },
            Handling::WarmedTo(supply) => Air { dry_bulb: outdoors.dry_bulb.max(supply), ..outdoors },
        }
    }

    /// Sensible and latent heat that brings `air` to the state `to`, W, positive where it is taken out.
    fn between(&self, air: Air, to: Air) -> (f64, f64) {
        let sensible =
            self.flow * (AIR_HEAT_CAPACITY + VAPOUR_HEAT_CAPACITY * air.ratio) * (air.dry_bulb - to.dry_bulb);
        (sensible, self.flow * vapour_heat(to.dry_bulb) * (air.ratio - to.ratio))
    }

    /// Sensible and latent heat that the room's unit takes from air of `outdoors`, W.
    pub(super) fn left_for_room(&self, outdoors: Air) -> (f64, f64) {
        self.between(self.reaching(outdoors), self.room)
    }

    /// Sensible and latent heat that the fresh-air unit takes from air of `outdoors`, W; negative where it puts heat in.
    fn taken_by_unit(&self, outdoors: Air) -> (f64, f64) {
        self.between(outdoors, self.reaching(outdoors))
    }

    /// The air that reaches the room's unit, if any does, while it is `outdoors`.
    pub(super) fn state(&self, outdoors: Air) -> Option<OutdoorAirState> {
        let reaching = self.reaching(outdoors);
        (self.flow > 0.0).then(|| OutdoorAirState {
            mass_flow_kg_s: num::quantise(self.flow, 6),
            dry_bulb_c: num::quantise(reaching.dry_bulb, 2),
            humidity_ratio: num::quantise(reaching.ratio, 6),
        })
    }
}

impl Handling {
    /// What is done to air that no fresh-air unit supplies.
    fn unless_supplied(treatment: Treatment) -> Self {
        match treatment {
            Treatment::Recovered { sensible_effectiveness, latent_effectiveness } => {
                Self::Exchanged { sensible: sensible_effectiveness, latent: latent_effectiveness }
            }
            Treatment::Untreated | Treatment::Supplied { .. } => Self::Nothing,
        }
    }
}

/// Outdoor air while the plant runs, kg/s.
fn mass_flow(space: &Space, pressure: f64) -> f64 {
    space.outdoor_air.flow_l_s / 1000.0 * pressure / (GAS_CONSTANT * STANDARD_AIR_K)
}

/// What the room's plant does on the heating day to warm outdoor air, W.
///
/// Negative only where a fresh-air unit supplies it warmer than the room: a mild winter day outdoors is no heating.
pub(super) fn heating(space: &Space, weather: &Weather) -> f64 {
    let intake = Intake::heating(space, weather);
    let watts = -intake.left_for_room(weather.heating_air()).0;
    if matches!(intake.handling, Handling::WarmedTo(_)) { watts } else { watts.max(0.0) }
}

/// What the fresh-air unit of the room does, if one supplies its air, with its cooling by hour of the days, W: on a tie the later month
/// and then the later hour.
pub(super) fn fresh_air_unit(
    space: &Space,
    weather: &Weather,
    intake: &Intake,
) -> Result<(Option<FreshAirUnitLoad>, Vec<i64>), Error> {
    if !matches!(intake.handling, Handling::CooledTo(_)) || intake.flow <= 0.0 {
        return Ok((None, Vec::new()));
    }
    let winter = Intake::heating(space, weather);
    let heating_w = whole(-winter.taken_by_unit(weather.heating_air()).0)?;
    let mut largest: Option<FreshAirUnitLoad> = None;
    let mut hours_w = Vec::new();
    for day in &weather.days {
        for (hour, (outdoors, on)) in (1_u32..).zip(day.mean_air().zip(&space.plant.on)) {
            let (sensible, latent) = if *on { intake.taken_by_unit(outdoors) } else { (0.0, 0.0) };
            let (sensible_w, latent_w) = (whole(sensible)?, whole(latent)?);
            let cooling_w = sensible_w.saturating_add(latent_w);
            hours_w.push(cooling_w);
            let month = day.day.month;
            let now = FreshAirUnitLoad { cooling_w, month, hour, sensible_w, latent_w, heating_w };
            let key = |load: &FreshAirUnitLoad| (load.cooling_w, load.month, load.hour);
            if largest.as_ref().is_none_or(|before| key(&now) > key(before)) {
                largest = Some(now);
            }
        }
    }
    Ok((largest, hours_w))
}
