//! Pricing (计价): the only floor that yields money.
//!
//! A price is a function of the two books, the customer, the instant, the lines and the approvals. Channel, store, device,
//! language and user are not in that list, so they cannot move a price.

mod book;
mod books;
mod quote;
pub(crate) mod shape;

pub use book::{BookReference, Entry};
pub use books::{Books, PriceBook, RateBook};
pub(crate) use quote::cost;
pub use quote::{Quote, QuoteLine, TaxSummary, price};

use serde::Serialize;

/// Who buys, as far as it can move a price: by contract, and by nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Customer {
    /// The contract whose books hold for this customer; none for the public books.
    pub contract: Option<String>,
}

/// A signed permission to depart from the books.
///
/// No kind of approval exists yet, so the list is always empty and nothing departs from the books.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Approval {}
