//! Moist air (湿空气): saturation pressure, humidity ratio and wet bulb.
//!
//! Relations of the ASHRAE Handbook—Fundamentals (2017), chapter 1, in SI units. Temperatures in °C, pressures in Pa,
//! humidity ratios in kg of vapour per kg of dry air, relative humidity as a fraction.

use crate::error::{Error, Fault};
use crate::num;

/// Ratio of the molar masses of water and dry air (chapter 1, equation 20).
const MOLAR_MASS_RATIO: f64 = 0.621_945;
/// Beyond the pressures of inhabited places (6,400 m above to 430 m below the sea) a value is a slip: a judgement.
const LOWEST_PRESSURE_PA: f64 = 45_000.0;
const HIGHEST_PRESSURE_PA: f64 = 110_000.0;
/// 0 °C in kelvin.
const KELVIN: f64 = 273.15;
/// The triple point of water, °C: where the relations over ice and over water meet.
const TRIPLE_POINT_C: f64 = 0.01;

fn within(found: f64, minimum: f64, maximum: f64) -> Result<(), Error> {
    if (minimum..=maximum).contains(&found) {
        return Ok(());
    }
    Err(Error::new("", Fault::OutOfRange { minimum, maximum, found: found.to_string() }))
}

/// Saturation pressure of water vapour over ice or water (饱和水蒸气压力) at `dry_bulb_c`, Pa.
///
/// Hyland and Wexler, equations 5 and 6; switched at the triple point, where the two relations agree better than
/// at 0 °C.
///
/// # Errors
/// [`Fault::OutOfRange`] outside −100 °C to 200 °C, the range of the relations.
///
/// # Example
/// ```
/// let pressure = tonnage::psychrometrics::saturation_pressure(25.0)?;
/// assert!((pressure - 3169.7).abs() < 1.0); // chapter 1, table 3, within 300 ppm
/// # Ok::<(), tonnage::Error>(())
/// ```
pub fn saturation_pressure(dry_bulb_c: f64) -> Result<f64, Error> {
    within(dry_bulb_c, -100.0, 200.0)?;
    let t = dry_bulb_c + KELVIN;
    let exponent = if dry_bulb_c <= TRIPLE_POINT_C {
        -5.674_535_9e3 / t
            + 6.392_524_7
            + t * (-9.677_843e-3 + t * (6.221_570_1e-7 + t * (2.074_782_5e-9 + t * -9.484_024e-13)))
            + 4.163_501_9 * num::ln(t)
    } else {
        -5.800_220_6e3 / t
            + 1.391_499_3
            + t * (-4.864_023_9e-2 + t * (4.176_476_8e-5 + t * -1.445_209_3e-8))
            + 6.545_967_3 * num::ln(t)
    };
    Ok(num::exp(exponent))
}

/// Humidity ratio (含湿量) of air with vapour pressure `vapour_pa` at `pressure_pa`, kg/kg (equation 20).
fn humidity_ratio_of_vapour(vapour_pa: f64, pressure_pa: f64) -> f64 {
    MOLAR_MASS_RATIO * vapour_pa / (pressure_pa - vapour_pa)
}

/// Humidity ratio (含湿量) of air at `dry_bulb_c` and `relative_humidity`, kg/kg.
///
/// Equations 20 and 22.
///
/// # Errors
/// [`Fault::OutOfRange`] for a relative humidity outside 0 to 1, a pressure outside 45 to 110 kPa, or a dry bulb at which
/// water would boil or the saturation relation ends.
pub fn humidity_ratio(dry_bulb_c: f64, relative_humidity: f64, pressure_pa: f64) -> Result<f64, Error> {
    within(relative_humidity, 0.0, 1.0)?;
    within(pressure_pa, LOWEST_PRESSURE_PA, HIGHEST_PRESSURE_PA)?;
    let saturation = saturation_pressure(dry_bulb_c)?;
    // At the boiling point the humidity ratio has no bound.
    within(saturation, 0.0, pressure_pa * 0.99)?;
    Ok(humidity_ratio_of_vapour(relative_humidity * saturation, pressure_pa))
}

/// Humidity ratio of air at `dry_bulb_c` whose wet bulb is `wet_bulb_c`, kg/kg (equation 33; below 0 °C equation 35).
///
/// Negative where no air can be so dry.
///
/// # Errors
/// As [`humidity_ratio`] at saturation.
pub fn humidity_ratio_of_wet_bulb(dry_bulb_c: f64, wet_bulb_c: f64, pressure_pa: f64) -> Result<f64, Error> {
    let saturated = humidity_ratio(wet_bulb_c, 1.0, pressure_pa)?;
    let depression = dry_bulb_c - wet_bulb_c;
    Ok(if wet_bulb_c >= 0.0 {
        ((2501.0 - 2.326 * wet_bulb_c) * saturated - 1.006 * depression)
            / (2501.0 + 1.86 * dry_bulb_c - 4.186 * wet_bulb_c)
    } else {
        ((2830.0 - 0.24 * wet_bulb_c) * saturated - 1.006 * depression)
            / (2830.0 + 1.86 * dry_bulb_c - 2.1 * wet_bulb_c)
    })
}

/// Halvings of the wet-bulb search: from at most 300 K to below the last bit that matters.
const HALVINGS: u32 = 50;

/// Thermodynamic wet bulb (湿球温度) of air at `dry_bulb_c` and `relative_humidity`, °C.
///
/// Inverts equations 33 and 35 by halving between −100 °C and the dry bulb, a fixed number of times, so that every
/// target takes the same steps.
///
/// # Errors
/// As [`humidity_ratio`].
///
/// # Example
/// ```
/// let wet_bulb = tonnage::psychrometrics::wet_bulb(25.0, 0.5, 101_325.0)?;
/// assert!((wet_bulb - 17.9).abs() < 0.05);
/// # Ok::<(), tonnage::Error>(())
/// ```
pub fn wet_bulb(dry_bulb_c: f64, relative_humidity: f64, pressure_pa: f64) -> Result<f64, Error> {
    let wanted = humidity_ratio(dry_bulb_c, relative_humidity, pressure_pa)?;
    let (mut low, mut high) = (-100.0_f64, dry_bulb_c);
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        if humidity_ratio_of_wet_bulb(dry_bulb_c, middle, pressure_pa)? > wanted {
            high = middle;
        } else {
            low = middle;
        }
    }
    Ok((low + high) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saturated_air_has_its_dry_bulb_as_wet_bulb() {
        for dry_bulb in [-20.0, -0.5, 0.0, 0.5, 15.0, 35.0, 50.0] {
            let wet = wet_bulb(dry_bulb, 1.0, 101_325.0).unwrap();
            assert!((wet - dry_bulb).abs() < 1e-6, "{dry_bulb}: {wet}");
        }
    }

    #[test]
    fn the_two_saturation_relations_meet_at_the_triple_point() {
        let below = saturation_pressure(TRIPLE_POINT_C).unwrap();
        let above = saturation_pressure(TRIPLE_POINT_C + 1e-9).unwrap();
        assert!((below / above - 1.0).abs() < 1e-5);
    }

    #[test]
    fn outside_the_relations_there_is_no_answer() {
        assert!(saturation_pressure(-100.1).is_err());
        assert!(saturation_pressure(f64::NAN).is_err());
        assert!(humidity_ratio(150.0, 0.5, 101_325.0).is_err());
        assert!(wet_bulb(25.0, 1.01, 101_325.0).is_err());
    }
}
