//! Heat and vapour of people, lights and equipment (内部得热) by hour.

use crate::load::space::Space;
use crate::load::space_load::Cause;

/// Gains by hour, W.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Gain {
    /// To the air at once.
    pub(super) convective: [f64; 24],
    /// Long-wave radiation.
    pub(super) radiant: [f64; 24],
    /// Light.
    pub(super) visible: [f64; 24],
    /// Vapour.
    pub(super) latent: [f64; 24],
}

/// The gains of a room.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gains {
    pub(super) people: Gain,
    pub(super) lights: Gain,
    pub(super) equipment: Gain,
    pub(super) sum: Gain,
}

impl Gain {
    const NONE: Self =
        Self { convective: [0.0; 24], radiant: [0.0; 24], visible: [0.0; 24], latent: [0.0; 24] };

    /// `watts` of sensible and `vapour` of latent heat at the hours of `schedule`.
    fn of(schedule: &[f64; 24], watts: f64, radiant: f64, visible: f64, vapour: f64) -> Self {
        Self {
            convective: schedule.map(|part| watts * part * (1.0 - radiant - visible)),
            radiant: schedule.map(|part| watts * part * radiant),
            visible: schedule.map(|part| watts * part * visible),
            latent: schedule.map(|part| vapour * part),
        }
    }

    fn plus(self, other: Self) -> Self {
        let add = |a: [f64; 24], b: [f64; 24]| {
            let mut sum = a;
            sum.iter_mut().zip(b).for_each(|(value, more)| *value += more);
            sum
        };
        Self {
            convective: add(self.convective, other.convective),
            radiant: add(self.radiant, other.radiant),
            visible: add(self.visible, other.visible),
            latent: add(self.latent, other.latent),
        }
    }
}

impl Gains {
    pub(super) fn of(space: &Space) -> Self {
        let (who, light, running) = (&space.people, &space.lights, &space.equipment);
        let people = Gain::of(
            who.schedule.hours(),
            who.count * who.sensible_w,
            who.radiant_fraction,
            0.0,
            who.count * who.latent_w,
        );
        let watts = light.power_w_m2 * space.floor_area_m2;
        let lights =
            Gain::of(light.schedule.hours(), watts, light.radiant_fraction, light.visible_fraction, 0.0);
        // What becomes vapour is no sensible heat, and the radiant fraction is one of the whole power.
        let power = running.power_w_m2 * space.floor_area_m2;
        let sensible = 1.0 - running.latent_fraction;
        let radiant = if sensible > 0.0 { running.radiant_fraction / sensible } else { 0.0 };
        let equipment = Gain::of(
            running.schedule.hours(),
            power * sensible,
            radiant.min(1.0),
            0.0,
            power * running.latent_fraction,
        );
        Self { people, lights, equipment, sum: people.plus(lights).plus(equipment) }
    }

    /// The gains of one cause; none for those that are no gains.
    pub(super) fn of_cause(&self, cause: Cause) -> Gain {
        match cause {
            Cause::People => self.people,
            Cause::Lights => self.lights,
            Cause::Equipment => self.equipment,
            _ => Gain::NONE,
        }
    }
}
