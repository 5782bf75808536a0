//! What lines come to that the page shows as one.

use rust_decimal::Decimal;
use tonnage::money::Money;
use tonnage::pricing::QuoteLine;

/// Quantity and amount of lines of one price.
pub(super) struct Sums {
    /// Absent beyond the range of exact sums.
    quantity: Option<Decimal>,
    /// The sum of the lines' amounts, which is not the price times the quantity: each line was rounded by itself.
    pub(super) amount: Option<Money>,
}

impl Sums {
    /// Those of a line by itself.
    pub(super) fn of(line: &QuoteLine) -> Self {
        Self {
            quantity: Some(line.quantity.value()),
            amount: line.priced.as_ref().map(|priced| priced.amount),
        }
    }

    pub(super) fn add(&mut self, line: &QuoteLine) {
        let amount = line.priced.as_ref().map(|priced| priced.amount);
        self.quantity = self.quantity.and_then(|sum| sum.checked_add(line.quantity.value()));
        self.amount = self.amount.zip(amount).and_then(|(sum, amount)| sum.plus(amount).ok());
    }

    /// The quantity as it is written, or a dash if there is none.
    pub(super) fn quantity(&self) -> String {
        self.quantity.map_or_else(|| "–".to_owned(), |quantity| quantity.normalize().to_string())
    }
}
