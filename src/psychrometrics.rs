//! Moist air (湿空气): saturation pressure, humidity ratio, wet bulb, dew point, enthalpy and density.
//!
//! Relations of the ASHRAE Handbook—Fundamentals (2017), chapter 1, in SI units. Temperatures in °C, pressures in Pa,
//! humidity ratios in kg of vapour per kg of dry air, relative humidity as a fraction.

use crate::error::{Error, Fault};
use crate::num;

/// Ratio of the molar masses of water and dry air (chapter 1, equation 20).
pub(crate) const MOLAR_MASS_RATIO: f64 = 0.621_945;
/// Heat capacity of dry air (干空气比热), J/(kg K): the factor 1.006 of equation 30, held constant.
pub const AIR_HEAT_CAPACITY: f64 = 1006.0;
/// Heat capacity of water vapour (水蒸气比热), J/(kg K): the factor 1.86 of equation 30, held constant.
pub const VAPOUR_HEAT_CAPACITY: f64 = 1860.0;
/// Enthalpy of evaporation of water at 0 °C (汽化潜热), J/kg: the term 2501 of equation 30.
pub const EVAPORATION_ENTHALPY: f64 = 2_501_000.0;
/// Gas constant of dry air, J/(kg K): as rounded in the relation of the EnergyPlus engineering reference (moist air density);
/// equation 1 has 287.042, 0.015 % more.
const AIR_GAS_CONSTANT: f64 = 287.0;
/// Inverse of [`MOLAR_MASS_RATIO`], as rounded in the same relation (equation 26 has 1.607 858).
const VAPOUR_VOLUME_RATIO: f64 = 1.6078;
/// The driest air with a dew point: at every pressure allowed it saturates above −100 °C, where equation 5 ends.
const DRIEST: f64 = 2e-8;
/// The wettest air with a dew point, which is about 85 °C: beyond lies no building's air, a judgement.
const WETTEST: f64 = 1.0;
/// Beyond the pressures of inhabited places (6,400 m above to 430 m below the sea) a value is a slip: a judgement.
const LOWEST_PRESSURE_PA: f64 = 44_000.0;
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

/// Natural logarithm of the saturation pressure in Pa over ice at `t` kelvin (equation 5).
fn logarithm_over_ice(t: f64) -> f64 {
    -5.674_535_9e3 / t
        + 6.392_524_7
        + t * (-9.677_843e-3 + t * (6.221_570_1e-7 + t * (2.074_782_5e-9 + t * -9.484_024e-13)))
        + 4.163_501_9 * num::ln(t)
}

/// What [`logarithm_over_ice`] gains per kelvin.
fn slope_over_ice(t: f64) -> f64 {
    5.674_535_9e3 / (t * t) - 9.677_843e-3
        + t * (2.0 * 6.221_570_1e-7 + t * (3.0 * 2.074_782_5e-9 + t * (4.0 * -9.484_024e-13)))
        + 4.163_501_9 / t
}

/// Natural logarithm of the saturation pressure in Pa over water at `t` kelvin (equation 6).
fn logarithm_over_water(t: f64) -> f64 {
    -5.800_220_6e3 / t
        + 1.391_499_3
        + t * (-4.864_023_9e-2 + t * (4.176_476_8e-5 + t * -1.445_209_3e-8))
        + 6.545_967_3 * num::ln(t)
}

/// What [`logarithm_over_water`] gains per kelvin.
fn slope_over_water(t: f64) -> f64 {
    5.800_220_6e3 / (t * t) - 4.864_023_9e-2
        + t * (2.0 * 4.176_476_8e-5 + t * (3.0 * -1.445_209_3e-8))
        + 6.545_967_3 / t
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
    let exponent = if dry_bulb_c <= TRIPLE_POINT_C { logarithm_over_ice(t) } else { logarithm_over_water(t) };
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

/// Humidity ratio of saturated air (饱和含湿量) at `dry_bulb_c` and `pressure_pa`, kg/kg (equation 21).
///
/// # Errors
/// As [`humidity_ratio`].
pub fn saturation_humidity_ratio(dry_bulb_c: f64, pressure_pa: f64) -> Result<f64, Error> {
    humidity_ratio(dry_bulb_c, 1.0, pressure_pa)
}

/// Newton steps to the dew point: from within 5 K each squares the error over some 300 K, so three leave 1e-11 K and the
/// fourth is for the last bits.
const NEWTON_STEPS: u32 = 4;

/// Dew point (露点温度), below 0.01 °C frost point, of air with `humidity_ratio` at `pressure_pa`, °C.
///
/// Inverts [`saturation_pressure`] in its logarithm, which is nearly straight, a fixed number of times, so that every
/// target takes the same steps.
///
/// # Errors
/// [`Fault::OutOfRange`] for a humidity ratio outside 2e-8 to 1 or a pressure outside 45 to 110 kPa.
///
/// # Example
/// ```
/// use tonnage::psychrometrics::{dew_point, saturation_humidity_ratio};
/// let saturated = saturation_humidity_ratio(18.0, 101_325.0)?;
/// assert!((dew_point(saturated, 101_325.0)? - 18.0).abs() < 1e-9);
/// # Ok::<(), tonnage::Error>(())
/// ```
pub fn dew_point(humidity_ratio: f64, pressure_pa: f64) -> Result<f64, Error> {
    within(humidity_ratio, DRIEST, WETTEST)?;
    within(pressure_pa, LOWEST_PRESSURE_PA, HIGHEST_PRESSURE_PA)?;
    let wanted = num::ln(pressure_pa * humidity_ratio / (MOLAR_MASS_RATIO + humidity_ratio));
    // The Magnus form (Alduchov and Eskridge 1996) turned over: within 5 K, over ice too.
    let excess = wanted - 6.414_9;
    let mut t = 243.04 * excess / (17.625 - excess) + KELVIN;
    // The side is chosen once, so that no step jumps over the kink at the triple point.
    let frozen = wanted <= logarithm_over_ice(TRIPLE_POINT_C + KELVIN);
    for _ in 0..NEWTON_STEPS {
        t += if frozen {
            (wanted - logarithm_over_ice(t)) / slope_over_ice(t)
        } else {
            (wanted - logarithm_over_water(t)) / slope_over_water(t)
        };
    }
    Ok(t - KELVIN)
}

/// Enthalpy of moist air (焓) above dry air and water at 0 °C, J per kg of dry air (equation 30).
///
/// The heat capacities are constants: from −50 to 85 °C the tabulated enthalpies of saturated air are met within 1 %, near
/// their zero within 35 J/kg.
///
/// # Example
/// ```
/// let enthalpy = tonnage::psychrometrics::enthalpy(30.0, 0.02);
/// assert!((enthalpy - 81_316.0).abs() < 1.0);
/// ```
#[must_use]
pub fn enthalpy(dry_bulb_c: f64, humidity_ratio: f64) -> f64 {
    AIR_HEAT_CAPACITY * dry_bulb_c
        + humidity_ratio * (EVAPORATION_ENTHALPY + VAPOUR_HEAT_CAPACITY * dry_bulb_c)
}

/// Dry bulb of air whose enthalpy above dry air and water at 0 °C is `enthalpy_j_kg`, °C: the inverse of [`enthalpy`].
///
/// # Example
/// ```
/// use tonnage::psychrometrics::{dry_bulb_of_enthalpy, enthalpy};
/// assert!((dry_bulb_of_enthalpy(enthalpy(30.0, 0.02), 0.02) - 30.0).abs() < 1e-9);
/// ```
#[must_use]
pub fn dry_bulb_of_enthalpy(enthalpy_j_kg: f64, humidity_ratio: f64) -> f64 {
    (enthalpy_j_kg - humidity_ratio * EVAPORATION_ENTHALPY)
        / (AIR_HEAT_CAPACITY + humidity_ratio * VAPOUR_HEAT_CAPACITY)
}

/// Relative humidity (相对湿度) of air with `humidity_ratio`, 0 to 1 and never above (equations 12 and 20).
///
/// # Errors
/// As [`saturation_pressure`].
pub fn relative_humidity(dry_bulb_c: f64, humidity_ratio: f64, pressure_pa: f64) -> Result<f64, Error> {
    let vapour_pa = pressure_pa * humidity_ratio / (MOLAR_MASS_RATIO + humidity_ratio);
    Ok((vapour_pa / saturation_pressure(dry_bulb_c)?).min(1.0))
}

/// Density of moist air (空气密度) as dry air per volume, kg/m³: the inverse of equation 26's volume.
///
/// With the vapour's own mass it is `1 + humidity_ratio` times as much. The rounded gas constant makes it 0.015 % more
/// than the handbook's.
#[must_use]
pub fn density(dry_bulb_c: f64, humidity_ratio: f64, pressure_pa: f64) -> f64 {
    pressure_pa / (AIR_GAS_CONSTANT * (dry_bulb_c + KELVIN) * (1.0 + VAPOUR_VOLUME_RATIO * humidity_ratio))
}

/// Pressure of the standard atmosphere (标准大气压力) at `elevation_m` above the sea, Pa (equation 3).
///
/// For −5000 to 11 000 m, the range of the equation; beyond 44 km it is not a number.
///
/// # Example
/// ```
/// let pressure = tonnage::psychrometrics::standard_pressure(500.0);
/// assert!((pressure - 95_461.0).abs() < 1.0); // chapter 1, table 1
/// ```
#[must_use]
pub fn standard_pressure(elevation_m: f64) -> f64 {
    101_325.0 * num::pow(1.0 - 2.255_77e-5 * elevation_m, 5.255_9)
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
    fn the_dew_point_of_saturated_air_is_its_dry_bulb() {
        for pressure in [45_000.0, 101_325.0, 110_000.0] {
            for tenth in -980..=750 {
                let dry_bulb = f64::from(tenth) / 10.0;
                let ratio = saturation_humidity_ratio(dry_bulb, pressure);
                let Some(ratio) = ratio.ok().filter(|ratio| (DRIEST..WETTEST).contains(ratio)) else {
                    continue;
                };
                let dew = dew_point(ratio, pressure).unwrap();
                assert!((dew - dry_bulb).abs() < 1e-9, "{dry_bulb} at {pressure}: {dew}");
            }
        }
        // On the kink the two relations differ by some millionths.
        let kink = saturation_humidity_ratio(TRIPLE_POINT_C + 1e-7, 101_325.0).unwrap();
        assert!((dew_point(kink, 101_325.0).unwrap() - TRIPLE_POINT_C).abs() < 1e-4);
    }

    #[test]
    fn outside_the_relations_there_is_no_answer() {
        assert!(saturation_pressure(-100.1).is_err());
        assert!(saturation_pressure(f64::NAN).is_err());
        assert!(humidity_ratio(150.0, 0.5, 101_325.0).is_err());
        assert!(wet_bulb(25.0, 1.01, 101_325.0).is_err());
        assert!(dew_point(0.0, 101_325.0).is_err());
        assert!(dew_point(f64::NAN, 101_325.0).is_err());
        assert!(dew_point(0.01, 0.0).is_err());
        assert!(dew_point(DRIEST, LOWEST_PRESSURE_PA).unwrap() > -100.0);
    }
}
