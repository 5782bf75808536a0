//! Quantities of a bill of quantities (工程量): exact decimals at a stated step, written as text.

use crate::error::{Error, Fault};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};
use std::fmt;

/// A quantity that is not negative: pieces, metres, kilograms.
///
/// Written without trailing zeros: `12`, `7.5`, `0.06`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(Decimal);

impl Quantity {
    /// A whole number of pieces or sets.
    #[must_use]
    pub fn pieces(count: u32) -> Self {
        Self(Decimal::from(count))
    }

    /// `value` at `decimals` (0 to 6), rounded half away from zero.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] if `value` is negative, not finite or too large.
    pub fn measured(value: f64, decimals: u32) -> Result<Self, Error> {
        let scale = 10_i64.saturating_pow(decimals.min(crate::num::MOST_DECIMALS));
        let steps = crate::num::to_whole(value * crate::num::from_whole(scale));
        match steps.filter(|steps| *steps >= 0) {
            Some(steps) => Ok(Self(Decimal::new(steps, decimals.min(crate::num::MOST_DECIMALS)))),
            None => Err(Error::new(
                "",
                Fault::OutOfRange { minimum: 0.0, maximum: 1e9, found: format!("{value:e}") },
            )),
        }
    }

    /// This quantity `count` times.
    ///
    /// # Errors
    /// [`Fault::Overflow`] beyond 96 bits of digits.
    pub fn times(self, count: u32) -> Result<Self, Error> {
        let product = self.0.checked_mul(Decimal::from(count));
        product.map(Self).ok_or_else(|| Error::new("", Fault::Overflow))
    }

    /// This quantity times `other`, rounded half-up to `decimals` (0 to 6).
    ///
    /// # Errors
    /// [`Fault::Overflow`] beyond 96 bits of digits.
    pub fn by(self, other: Self, decimals: u32) -> Result<Self, Error> {
        let exact = self.0.checked_mul(other.0).ok_or_else(|| Error::new("", Fault::Overflow))?;
        let half_up = RoundingStrategy::MidpointAwayFromZero;
        Ok(Self(exact.round_dp_with_strategy(decimals.min(crate::num::MOST_DECIMALS), half_up)))
    }

    /// The exact value.
    #[must_use]
    pub fn value(self) -> Decimal {
        self.0
    }

    /// Whether there is nothing to count.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.0.normalize().to_string())
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measure_keeps_its_step() {
        assert_eq!(Quantity::measured(7.5, 1).unwrap().times(2).unwrap().to_string(), "15");
        assert_eq!(Quantity::measured(0.06, 2).unwrap().to_string(), "0.06");
        let charge = Quantity::measured(15.0, 1).unwrap().by(Quantity::measured(0.011, 4).unwrap(), 2);
        assert_eq!(charge.unwrap().to_string(), "0.17", "0.165 is a tie, which binary fractions miss");
        assert!(Quantity::measured(-1.0, 1).is_err());
        assert!(Quantity::measured(f64::NAN, 1).is_err());
    }
}
