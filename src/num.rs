//! The only door to transcendental functions, and the rounding that every stage boundary uses.
//!
//! `std` maths on one platform differs from another's by a last bit (`exp` and `pow` of two common C libraries on about
//! one input in ten); a last bit becomes another price where it meets `ceil` or a comparison. `libm` is the same
//! code everywhere. Addition, multiplication, division, `sqrt`, `floor`, `ceil` and `round` are exact on every target.

/// e raised to `x`.
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// The natural logarithm of `x`.
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `x` raised to `y`.
#[must_use]
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
}

/// The sine of `x` radians.
#[must_use]
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// The cosine of `x` radians.
#[must_use]
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// Sine and cosine of `x` radians.
#[must_use]
pub fn sin_cos(x: f64) -> (f64, f64) {
    (libm::sin(x), libm::cos(x))
}

/// The angle whose sine is `x`, radians from −π/2 to π/2; not a number outside −1 to 1.
#[must_use]
pub fn asin(x: f64) -> f64 {
    libm::asin(x)
}

/// The angle whose cosine is `x`, radians from 0 to π; not a number outside −1 to 1.
#[must_use]
pub fn acos(x: f64) -> f64 {
    libm::acos(x)
}

/// The angle of the point (`x`, `y`), radians from −π to π.
#[must_use]
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// The cube root of `x`.
#[must_use]
pub fn cbrt(x: f64) -> f64 {
    libm::cbrt(x)
}

/// The most decimals that a canonical number has.
pub const MOST_DECIMALS: u32 = 6;

/// Powers of ten up to [`MOST_DECIMALS`], exact.
fn power_of_ten(decimals: u32) -> f64 {
    f64::from(10_u32.saturating_pow(decimals.min(MOST_DECIMALS)))
}

/// `x` rounded to `decimals` (0 to 6), half away from zero, and never `-0`.
///
/// The result is the number nearest to the decimal, so Rust and ECMAScript print the same shortest text for it
/// while `|x| < 1e9`.
///
/// # Example
/// ```
/// assert_eq!(tonnage::num::quantise(119.996, 2), 120.0);
/// ```
#[must_use]
pub fn quantise(x: f64, decimals: u32) -> f64 {
    let scale = power_of_ten(decimals);
    let rounded = (x * scale).round() / scale;
    // Adding zero turns -0 into 0.
    rounded + 0.0
}

/// `x` as a whole number, rounded half away from zero; `None` outside ±2^53 or if not finite.
#[must_use]
pub fn to_whole(x: f64) -> Option<i64> {
    let rounded = x.round();
    if rounded.abs() < 9_007_199_254_740_992.0 {
        #[expect(clippy::cast_possible_truncation, reason = "whole and within 2^53, so exact")]
        Some(rounded as i64)
    } else {
        None
    }
}

/// A whole number of watts or the like as `f64`; exact below 2^53, which [`to_whole`] guarantees.
#[must_use]
pub fn from_whole(x: i64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "stages hold whole numbers below 2^53 only")]
    let number = x as f64;
    number
}

/// A list's length or position as `u32`, the widest type that is the same on every target.
#[must_use]
pub fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantise_rounds_half_away_from_zero_and_has_no_negative_zero() {
        for (x, decimals, expected) in
            [(2.5, 0, 3.0), (-2.5, 0, -3.0), (0.125, 2, 0.13), (1.23456789, 6, 1.234568)]
        {
            assert_eq!(quantise(x, decimals).to_bits(), f64::to_bits(expected));
        }
        assert_eq!(quantise(-0.000_000_1, 6).to_bits(), 0.0_f64.to_bits());
    }

    #[test]
    fn whole_numbers_stop_at_two_to_the_53() {
        assert_eq!(to_whole(9_007_199_254_740_991.0), Some(9_007_199_254_740_991));
        assert_eq!(to_whole(9_007_199_254_740_992.0), None);
        assert_eq!(to_whole(f64::NAN), None);
    }
}
