//! Money and rates (金额、税率): exact decimals, written and read as text only.
//!
//! `rust_decimal` with checked operations and explicit half-up rounding. Its own text reader takes `1_000` and `1e3`
//! and its default rounding is banker's, so neither is used: [`parse_decimal`] is the only way in.

use crate::boundary::{FromNode, Node, Reader};
use crate::error::{Error, Fault};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Serialize, Serializer};
use std::fmt;

/// Decimals of an amount: the fen (分).
pub const AMOUNT_DECIMALS: u32 = 2;
/// The most digits before the point that a decimal text may have.
const MOST_WHOLE_DIGITS: usize = 12;
/// The most decimals that a decimal text may have: a price per metre may be finer than a fen.
const MOST_DECIMALS: usize = 6;

/// Reads `-?(0|[1-9][0-9]{0,11})(\.[0-9]{1,6})?` in ASCII and nothing else; `-0` is refused.
///
/// # Errors
/// [`Fault::NotDecimal`], with an empty path, for any other text.
pub fn parse_decimal(text: &str) -> Result<Decimal, Error> {
    let refuse = || Error::new("", Fault::NotDecimal { found: text.chars().take(40).collect() });
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = match digits.split_once('.') {
        None => (digits, None),
        Some((whole, decimals)) => (whole, Some(decimals)),
    };
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let whole_fits = (1..=MOST_WHOLE_DIGITS).contains(&whole.len())
        && all_digits(whole)
        && (whole == "0" || !whole.starts_with('0'));
    let decimals_fit =
        decimals.is_none_or(|part| (1..=MOST_DECIMALS).contains(&part.len()) && all_digits(part));
    if !(whole_fits && decimals_fit) {
        return Err(refuse());
    }
    let value = Decimal::from_str_exact(text).map_err(|_| refuse())?;
    if value.is_zero() && text.starts_with('-') {
        return Err(refuse());
    }
    Ok(value)
}

/// An amount or a unit price in the currency of its book.
///
/// Written with at least two decimals and no further trailing zeros: `12.50`, `0.00`, `3.141593`.
///
/// # Example
/// ```
/// use tonnage::money::Money;
/// let price = Money::parse("3.80")?;
/// assert_eq!(price.times("0.575".parse()?)?.to_string(), "2.19"); // 2.185, half up; in floats it is 2.18
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money(Decimal);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// Reads money from text.
    ///
    /// # Errors
    /// As [`parse_decimal`].
    pub fn parse(text: &str) -> Result<Self, Error> {
        parse_decimal(text).map(Self)
    }

    /// The amount in fen (分), rounded half-up (away from zero); absent beyond 63 bits.
    #[must_use]
    pub fn fen(self) -> Option<i64> {
        let fen = round_to_fen(self.0).checked_mul(Decimal::ONE_HUNDRED)?;
        rust_decimal::prelude::ToPrimitive::to_i64(&fen)
    }

    /// An amount of whole fen.
    #[must_use]
    pub fn from_fen(fen: i64) -> Self {
        Self(Decimal::new(fen, AMOUNT_DECIMALS))
    }

    /// The sum.
    ///
    /// # Errors
    /// [`Fault::Overflow`] beyond 96 bits of digits.
    pub fn plus(self, other: Self) -> Result<Self, Error> {
        self.0.checked_add(other.0).map(Self).ok_or_else(overflow)
    }

    /// The difference, negative if `other` is larger.
    ///
    /// # Errors
    /// [`Fault::Overflow`] beyond 96 bits of digits.
    pub fn minus(self, other: Self) -> Result<Self, Error> {
        self.0.checked_sub(other.0).map(Self).ok_or_else(overflow)
    }

    /// This unit price times `quantity`, rounded half-up (away from zero) to the fen.
    ///
    /// # Errors
    /// [`Fault::Overflow`] beyond 96 bits of digits.
    pub fn times(self, quantity: Decimal) -> Result<Self, Error> {
        let exact = self.0.checked_mul(quantity).ok_or_else(overflow)?;
        Ok(Self(round_to_fen(exact)))
    }

    /// The part of this tax-inclusive amount that is not tax: `amount / (1 + rate)`, rounded half-up to the fen.
    ///
    /// # Errors
    /// [`Fault::Overflow`] beyond 96 bits of digits.
    pub fn net_of_tax(self, rate: Rate) -> Result<Self, Error> {
        let divisor = Decimal::ONE.checked_add(rate.0).ok_or_else(overflow)?;
        let exact = self.0.checked_div(divisor).ok_or_else(overflow)?;
        Ok(Self(round_to_fen(exact)))
    }
}

/// Half-up as invoices have it: ties away from zero.
fn round_to_fen(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(AMOUNT_DECIMALS, RoundingStrategy::MidpointAwayFromZero)
}

fn overflow() -> Error {
    Error::new("", Fault::Overflow)
}

impl fmt::Display for Money {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut value = self.0.normalize();
        if value.scale() < AMOUNT_DECIMALS {
            value.rescale(AMOUNT_DECIMALS);
        }
        formatter.pad(&value.to_string())
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromNode for Money {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        reader.parsed(node, Self::parse, Self::ZERO)
    }
}

/// A rate (税率) as a plain decimal: `0.13` is 13 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(Decimal);

impl Rate {
    /// Reads a rate from text.
    ///
    /// # Errors
    /// As [`parse_decimal`]; also [`Fault::OutOfRange`] outside 0 to 1.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let value = parse_decimal(text)?;
        if value < Decimal::ZERO || value > Decimal::ONE {
            let found = text.to_owned();
            return Err(Error::new("", Fault::OutOfRange { minimum: 0.0, maximum: 1.0, found }));
        }
        Ok(Self(value.normalize()))
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromNode for Rate {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        reader.parsed(node, Self::parse, Self(Decimal::ZERO))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_decimals_are_money() {
        for text in ["0", "12.5", "-3.00", "999999999999.999999", "0.000001"] {
            assert!(Money::parse(text).is_ok(), "{text}");
        }
        for text in [
            "",
            "-",
            ".5",
            "5.",
            "+5",
            " 5",
            "5 ",
            "05",
            "00",
            "-0",
            "-0.00",
            "1e3",
            "1_000",
            "1,000",
            "1000000000000",
            "0.0000001",
            "５",
            "٥",
            "NaN",
            "Infinity",
            "0x10",
            "1.2.3",
            "--1",
        ] {
            assert_eq!(Money::parse(text).map_err(|e| e.code()), Err("not_decimal"), "{text}");
        }
    }

    #[test]
    fn ties_go_away_from_zero() {
        for (price, expected) in
            [("2.665", "2.67"), ("-2.665", "-2.67"), ("0.005", "0.01"), ("0.004", "0.00")]
        {
            assert_eq!(Money::parse(price).unwrap().times(Decimal::ONE).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn money_is_written_with_two_to_six_decimals() {
        for (text, expected) in [("5", "5.00"), ("5.10", "5.10"), ("5.123", "5.123"), ("5.120000", "5.12")] {
            assert_eq!(Money::parse(text).unwrap().to_string(), expected);
        }
    }

    #[test]
    fn too_large_a_product_is_an_error_and_not_a_panic() {
        let price = Money(Decimal::MAX);
        assert_eq!(price.times(Decimal::TEN).map_err(|e| e.code()), Err("overflow"));
        assert_eq!(price.plus(price).map_err(|e| e.code()), Err("overflow"));
    }
}
