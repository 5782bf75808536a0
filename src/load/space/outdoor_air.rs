//! Outdoor air that is brought in on purpose (新风), and who treats it before it reaches the room's own unit.

use crate::error::Error;
use crate::load::construction::within;

/// Outdoor air while the plant runs (新风).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutdoorAir {
    /// Volume of standard air, L/s, 0 to 1,000,000.
    pub flow_l_s: f64,
    /// Who treats it before it reaches the room's unit.
    pub treatment: Treatment,
}

/// Who treats outdoor air before it reaches the room's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Treatment {
    /// Nobody: the coil of the room's unit takes it as it is.
    Untreated,
    /// An energy recovery ventilator (全热交换器) brings it towards the state of the room. It has no bypass.
    Recovered {
        /// The part of the difference in dry bulb that it takes away (显热交换效率), 0 to 1.
        sensible_effectiveness: f64,
        /// The part of the difference in humidity ratio that it takes away, 0 to 1.
        latent_effectiveness: f64,
    },
    /// A fresh-air unit (新风机组) supplies it in a state of its own.
    Supplied {
        /// On a cooling day. Outdoor air that is cooler or dryer is passed on as it is: the unit cools and dries, no more.
        cooling: SupplyState,
        /// Dry bulb on the heating day, °C, 0 to 40; outdoor air that is warmer is passed on as it is. Its vapour stays.
        heating_dry_bulb_c: f64,
    },
}

/// The state in which a fresh-air unit supplies air (送风状态).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SupplyState {
    /// Dry bulb, °C, 5 to 40.
    pub dry_bulb_c: f64,
    /// Relative humidity, 0.05 to 1.
    pub relative_humidity: f64,
}

impl OutdoorAir {
    /// `flow_l_s` that only the room's own unit treats.
    #[must_use]
    pub fn untreated(flow_l_s: f64) -> Self {
        Self { flow_l_s, treatment: Treatment::Untreated }
    }

    /// Whether every figure can be meant.
    pub(super) fn check(&self) -> Result<(), Error> {
        within("flowLS", self.flow_l_s, 0.0, 1_000_000.0)?;
        let checked = match self.treatment {
            Treatment::Untreated => Ok(()),
            Treatment::Recovered { sensible_effectiveness, latent_effectiveness } => {
                within("sensibleEffectiveness", sensible_effectiveness, 0.0, 1.0)
                    .and_then(|()| within("latentEffectiveness", latent_effectiveness, 0.0, 1.0))
            }
            Treatment::Supplied { cooling, heating_dry_bulb_c } => {
                within("cooling.dryBulbC", cooling.dry_bulb_c, 5.0, 40.0)
                    .and_then(|()| within("cooling.relativeHumidity", cooling.relative_humidity, 0.05, 1.0))
                    .and_then(|()| within("heatingDryBulbC", heating_dry_bulb_c, 0.0, 40.0))
            }
        };
        checked.map_err(|error| error.within("treatment"))
    }
}
