//! What is minimised (目标函数), as whole numbers for the search.

use super::answer::{ServedRoom, System};
use super::context::Context;
use crate::catalogue::Product;
use crate::error::{Error, Fault};
use crate::money::Money;
use crate::num;
use crate::project::Objective;

/// What a choice has of everything that an objective may ask for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Merits {
    /// Equipment and installation, fen.
    pub(super) cost_fen: i64,
    /// Electricity of a year, Wh.
    pub(super) energy_wh: i64,
    /// Sound power of the rooms, relative: ten to the tenth of the level.
    pub(super) sound: i64,
}

/// What a Wh weighs against a fen where the least electricity is wanted: a kWh of a year as much as 10,000 of cost, so that the cost decides
/// between choices of nearly the same electricity.
const ENERGY_FIRST: i64 = 1000;
/// What the sound weighs against a fen where the least sound is wanted: that of a room of 30 dB(A), ten to the third, as much as 10,000 of
/// cost.
const SOUND_FIRST: i64 = 1000;
/// A room whose sound is not known counts as loud as this, dB(A): louder than any unit for a room, so that it is never preferred.
const UNKNOWN_DBA: f64 = 70.0;

impl Merits {
    pub(super) fn cost(equipment: Money, installation: Money) -> Result<Self, Error> {
        let sum = equipment.plus(installation)?;
        let cost_fen = sum.fen().ok_or_else(|| Error::new("", Fault::Overflow))?;
        Ok(Self { cost_fen, ..Self::default() })
    }

    /// Those of a system.
    pub(super) fn own(system: &System, context: &Context<'_>, objective: Objective) -> Result<Self, Error> {
        let merits = Self::cost(system.equipment, system.installation)?;
        let rooms =
            system.members().map(|(product, units, _)| sound_power(&product.id, units, context, objective));
        Ok(Self {
            energy_wh: num::to_whole(system.energy_kwh * 1000.0).unwrap_or(i64::MAX),
            sound: rooms.fold(0, i64::saturating_add),
            ..merits
        })
    }

    /// One number, less of which is better.
    pub(super) fn value(&self, context: &Context<'_>, objective: Objective) -> i64 {
        match objective {
            Objective::InstalledCost => self.cost_fen,
            Objective::LifeCycleCost => {
                let electricity = num::to_whole(num::from_whole(self.energy_wh) * fen_per_wh(context));
                self.cost_fen.saturating_add(electricity.unwrap_or(i64::MAX))
            }
            Objective::Efficiency => {
                self.energy_wh.saturating_mul(ENERGY_FIRST).saturating_add(self.cost_fen)
            }
            Objective::Noise => self.sound.saturating_mul(SOUND_FIRST).saturating_add(self.cost_fen),
        }
    }
}

/// What a Wh of each year costs over all years, fen.
fn fen_per_wh(context: &Context<'_>) -> f64 {
    num::from_whole(context.tariff_fen.saturating_mul(context.years)) / 1000.0
}

/// What a kWh of cooling a year is worth on a plant of this input and cooling, in thousandths of the objective's unit.
pub(super) fn running_permille(
    context: &Context<'_>,
    objective: Objective,
    input_w: i64,
    cooling_w: i64,
) -> i64 {
    if cooling_w <= 0 {
        return 0;
    }
    // Wh of electricity for each kWh of cooling.
    let wh = num::from_whole(input_w) / num::from_whole(cooling_w) * 1000.0;
    let worth = match objective {
        Objective::InstalledCost | Objective::Noise => 0.0,
        Objective::LifeCycleCost => fen_per_wh(context),
        Objective::Efficiency => num::from_whole(ENERGY_FIRST),
    };
    num::to_whole((wh * worth * 1000.0).ceil()).unwrap_or(i64::MAX)
}

/// The sound of a room's units together, ten to the tenth of the level; nothing where the objective does not ask for it.
pub(super) fn sound_of(room: &ServedRoom, context: &Context<'_>, objective: Objective) -> i64 {
    sound_power(&room.product.id, room.units, context, objective)
}

fn sound_power(id: &str, units: u32, context: &Context<'_>, objective: Objective) -> i64 {
    if objective != Objective::Noise {
        return 0;
    }
    let level = level_dba(id, units, context).unwrap_or(UNKNOWN_DBA);
    let power = num::exp(level / 10.0 * std::f64::consts::LN_10);
    num::to_whole(power.ceil()).unwrap_or(i64::MAX)
}

/// The level of a room's units together at their highest speed, dB(A), if the catalogue has it.
pub(super) fn level_dba(id: &str, units: u32, context: &Context<'_>) -> Option<f64> {
    let sound = match context.catalogue.product(id)? {
        Product::MatchedSplit(item) => item.figures.indoor_sound.as_ref(),
        Product::IndoorUnit(item) => item.figures.sound.as_ref(),
        Product::FanCoil(item) => item.figures.sound.as_ref(),
        Product::FreshAirUnit(item) => item.figures.sound.as_ref(),
        _ => None,
    }?;
    Some(super::rules::sound::together_dba(sound.dba.first().copied()?, units))
}
