//! Outdoor air brought to another height or another dry bulb with the vapour that it has (海拔修正).
//!
//! A station's design air is not that of a place above or below it, nor that of a later climate. The dry bulb follows the height;
//! the humidity ratio stays, as in air that rises or is warmed without rain or dew, but never above saturation.

use crate::error::{Error, Fault};
use crate::psychrometrics;

/// What the dry bulb loses per m of height, K: a judgement, rounded down from the 0.0065 K of the standard atmosphere (ASHRAE
/// Handbook—Fundamentals 2017, chapter 1, equation 4), so that a place on a mountain is not sized too cool.
const LAPSE_K_M: f64 = 0.006;

/// Outdoor air by the two figures of a design day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutdoorState {
    /// Dry bulb (干球温度), °C.
    pub dry_bulb_c: f64,
    /// Wet bulb (湿球温度), °C, not above the dry bulb.
    pub wet_bulb_c: f64,
}

/// A height with the pressure there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// Height above the sea, m.
    pub elevation_m: f64,
    /// Atmospheric pressure, Pa, 44,000 to 110,000.
    pub pressure_pa: f64,
}

/// The dry bulb at `to_m` above the sea where it is `dry_bulb_c` at `from_m`, °C: 0.6 K less every 100 m up.
///
/// # Example
/// ```
/// let summit = tonnage::climate::moved_air::at_height(35.2, 23.0, 1023.0);
/// assert!((summit - 29.2).abs() < 1e-9);
/// ```
#[must_use]
pub fn at_height(dry_bulb_c: f64, from_m: f64, to_m: f64) -> f64 {
    dry_bulb_c - LAPSE_K_M * (to_m - from_m)
}

impl OutdoorState {
    /// The same air at `to`, if this is its state at `from`: its dry bulb as [`at_height`], its humidity ratio unchanged or saturated.
    ///
    /// # Errors
    /// As [`OutdoorState::with_dry_bulb`].
    ///
    /// # Example
    /// Wuhan's design air, 1000 m higher:
    /// ```
    /// use tonnage::climate::moved_air::{Level, OutdoorState};
    /// let wuhan = OutdoorState { dry_bulb_c: 35.2, wet_bulb_c: 28.4 };
    /// let station = Level { elevation_m: 23.0, pressure_pa: 100_210.0 };
    /// let above = wuhan.moved(station, Level { elevation_m: 1023.0, pressure_pa: 89_300.0 })?;
    /// assert!((above.dry_bulb_c - 29.2).abs() < 1e-9);
    /// assert!((above.wet_bulb_c - 25.53).abs() < 0.01);
    /// # Ok::<(), tonnage::Error>(())
    /// ```
    pub fn moved(&self, from: Level, to: Level) -> Result<Self, Error> {
        let ratio = self.humidity_ratio(from.pressure_pa).map_err(at_wet_bulb)?;
        Self::of_ratio(at_height(self.dry_bulb_c, from.elevation_m, to.elevation_m), ratio, to.pressure_pa)
    }

    /// The same air warmed or cooled to `dry_bulb_c` at `pressure_pa`: its humidity ratio unchanged or saturated.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] at `wetBulbC` for a wet bulb below that of dry air or above the dry bulb, and as
    /// [`psychrometrics::humidity_ratio`].
    ///
    /// # Example
    /// ```
    /// use tonnage::climate::moved_air::OutdoorState;
    /// let then = OutdoorState { dry_bulb_c: 35.2, wet_bulb_c: 28.4 };
    /// let now = then.with_dry_bulb(37.0, 100_210.0)?;
    /// assert!((now.wet_bulb_c - 28.8).abs() < 0.1);
    /// # Ok::<(), tonnage::Error>(())
    /// ```
    pub fn with_dry_bulb(&self, dry_bulb_c: f64, pressure_pa: f64) -> Result<Self, Error> {
        let ratio = self.humidity_ratio(pressure_pa).map_err(at_wet_bulb)?;
        Self::of_ratio(dry_bulb_c, ratio, pressure_pa)
    }

    /// Relative humidity (相对湿度) at `pressure_pa`, 0 to 1; its errors are those of the wet bulb.
    pub(super) fn relative_humidity(&self, pressure_pa: f64) -> Result<f64, Error> {
        psychrometrics::relative_humidity(self.dry_bulb_c, self.humidity_ratio(pressure_pa)?, pressure_pa)
    }

    /// Humidity ratio, kg/kg, above 0; its errors are those of the wet bulb.
    fn humidity_ratio(&self, pressure_pa: f64) -> Result<f64, Error> {
        let Self { dry_bulb_c, wet_bulb_c } = *self;
        let ratio = psychrometrics::humidity_ratio_of_wet_bulb(dry_bulb_c, wet_bulb_c, pressure_pa)?;
        if ratio > 0.0 && wet_bulb_c <= dry_bulb_c {
            return Ok(ratio);
        }
        let minimum = psychrometrics::wet_bulb(dry_bulb_c, 0.0, pressure_pa)?;
        Err(Error::new("", Fault::OutOfRange { minimum, maximum: dry_bulb_c, found: wet_bulb_c.to_string() }))
    }

    fn of_ratio(dry_bulb_c: f64, ratio: f64, pressure_pa: f64) -> Result<Self, Error> {
        let humidity = psychrometrics::relative_humidity(dry_bulb_c, ratio, pressure_pa)?;
        let wet_bulb_c = psychrometrics::wet_bulb(dry_bulb_c, humidity, pressure_pa)?;
        Ok(Self { dry_bulb_c, wet_bulb_c })
    }
}

fn at_wet_bulb(error: Error) -> Error {
    error.within("wetBulbC")
}
