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

/// The cube root of `x`, to the last two bits.
///
/// Own arithmetic, because every film coefficient of every step asks for one: `libm` rounds it correctly with a fused
/// multiplication in software, which was a third of the time of a room. A third of the exponent gives a first guess within
/// a fifteenth; each of Halley's steps cubes the error.
#[must_use]
pub fn cbrt(x: f64) -> f64 {
    let size = x.abs();
    // Zero, what is no number, and what is too small or too large for the guess.
    if !(1e-290..=1e290).contains(&size) {
        return libm::cbrt(x);
    }
    // A third of the biased exponent, put right by two thirds of the bias (Kahan 1991, as in the C library of FreeBSD).
    let guess = f64::from_bits((size.to_bits() / 3).wrapping_add(715_094_163 << 32));
    let mut root = guess;
    for _ in 0..3 {
        let cube = root * root * root;
        root *= (cube + 2.0 * size) / (2.0 * cube + size);
    }
    if x < 0.0 { -root } else { root }
}

/// The most decimals that a canonical number has.
pub const MOST_DECIMALS: u32 = 6;

/// Powers of ten up to [`MOST_DECIMALS`], exact.
fn power_of_ten(decimals: u32) -> f64 {
    [1.0, 1e1, 1e2, 1e3, 1e4, 1e5].get(decimals as usize).copied().unwrap_or(1e6)
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
    // What is no whole number of steps below 2^53 has no fraction of a step that could be rounded.
    let rounded = to_whole(x * scale).map_or(x * scale, from_whole) / scale;
    // Adding zero turns -0 into 0.
    rounded + 0.0
}

/// `x` as a whole number, rounded half away from zero; `None` outside ±2^53 or if not finite.
#[must_use]
pub fn to_whole(x: f64) -> Option<i64> {
    if x.abs() < 9_007_199_254_740_992.0 {
        // By hand: `round` is a call into the platform's library, and a catalogue asks for it a million times.
        #[expect(
            clippy::cast_possible_truncation,
            reason = "within 2^53, and the fraction is looked at next"
        )]
        let cut = x as i64;
        let rest = x - from_whole(cut);
        let step = if rest >= 0.5 { 1 } else { -i64::from(rest <= -0.5) };
        Some(cut.saturating_add(step))
    } else {
        None
    }
}

/// `x` if it is a whole number within ±2^53.
#[must_use]
pub fn if_whole(x: f64) -> Option<i64> {
    if x.abs() < 9_007_199_254_740_992.0 {
        #[expect(clippy::cast_possible_truncation, reason = "within 2^53, and refused if it had a fraction")]
        let cut = x as i64;
        ((from_whole(cut) - x).abs() <= 0.0).then_some(cut)
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
    fn rounding_is_that_of_the_standard_library() {
        // The neighbours of halves, of whole numbers and of powers of two, where a rounding by hand could slip.
        let powers = (0..70_i32).map(|power| libm::ldexp(1.0, power));
        let middles = powers.chain([0.1, 0.3, 1e5, 123_456.789]).flat_map(|x| [x - 0.5, x, x + 0.5]);
        let near = middles.flat_map(|x| [x.next_down(), x, x.next_up()]);
        for x in near.flat_map(|x| [x, -x]).chain([f64::NAN, f64::INFINITY, 0.5_f64.next_down()]) {
            let rounded = x.round();
            let expected = (rounded.abs() < 9_007_199_254_740_992.0).then_some(rounded);
            assert_eq!(to_whole(x).map(from_whole), expected.map(|x| x + 0.0), "{x}");
            assert_eq!(if_whole(x), to_whole(x).filter(|_| x.fract().abs() <= 0.0), "{x}");
            for decimals in 0..=MOST_DECIMALS {
                let scale = power_of_ten(decimals);
                let expected = (x * scale).round() / scale + 0.0;
                assert_eq!(quantise(x, decimals).to_bits(), expected.to_bits(), "{x} to {decimals}");
            }
        }
    }

    #[test]
    fn cube_roots_are_good_to_the_last_bits() {
        let mut x = 1.3e-300_f64;
        while x < 1e300 {
            for x in [x, -x] {
                let exact = libm::cbrt(x);
                assert!(
                    (cbrt(x) - exact).abs() <= 4.0 * f64::EPSILON * exact.abs(),
                    "{x}: {} {exact}",
                    cbrt(x)
                );
            }
            x *= 1.37;
        }
        assert_eq!(cbrt(0.0).to_bits(), 0);
        assert!(cbrt(f64::NAN).is_nan());
    }

    #[test]
    fn whole_numbers_stop_at_two_to_the_53() {
        assert_eq!(to_whole(9_007_199_254_740_991.0), Some(9_007_199_254_740_991));
        assert_eq!(to_whole(9_007_199_254_740_992.0), None);
        assert_eq!(to_whole(f64::NAN), None);
    }
}
