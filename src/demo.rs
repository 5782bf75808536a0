//! The reference and demo data that come with the library, behind the feature `data`.
//!
//! The capacities of the catalogue are a maker's; its pipes, supply and masses, and every price and rate, are made up by one
//! demo rule and marked so. See `src/data/README.md`.

use crate::catalogue::Catalogue;
use crate::error::Error;
use crate::pricing::{Books, PriceBook, RateBook};
use crate::proposal::Engine;
use crate::reference::Reference;

/// `reference.json`.
pub const REFERENCE: &[u8] = include_bytes!("data/reference.json");
/// `catalogue.json`.
pub const CATALOGUE: &[u8] = include_bytes!("data/catalogue.json");
/// `price_book.json`.
pub const PRICE_BOOK: &[u8] = include_bytes!("data/price_book.json");
/// `rate_book.json`.
pub const RATE_BOOK: &[u8] = include_bytes!("data/rate_book.json");

/// The reference data.
///
/// # Errors
/// Never for the files of a release; the tests read them.
pub fn reference() -> Result<Reference, Error> {
    Reference::from_json(REFERENCE)
}

/// The demo catalogue.
///
/// # Errors
/// As [`reference()`].
pub fn catalogue() -> Result<Catalogue, Error> {
    Catalogue::from_json(CATALOGUE)
}

/// The demo books.
///
/// # Errors
/// As [`reference()`].
pub fn books() -> Result<Books, Error> {
    Books::new(PriceBook::from_json(PRICE_BOOK)?, RateBook::from_json(RATE_BOOK)?)
}

/// An engine of all of them.
///
/// # Errors
/// As [`reference()`].
pub fn engine() -> Result<Engine, Error> {
    Engine::from_json(REFERENCE, CATALOGUE, PRICE_BOOK, RATE_BOOK)
}
