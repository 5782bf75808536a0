//! The price book (价目册) and the rate book (费率册): read once, checked, indexed.

use super::book::{Book, BookFile, BookReference, Entry, TaxFile, check_period};
use super::shape;
use crate::boundary::{self, Node, canonical};
use crate::error::{Error, Fault};
use crate::instant::{At, Period};
use crate::money::Rate;
use std::collections::BTreeMap;

/// A rate of tax that holds for a time.
#[derive(Clone, Debug)]
struct TaxCategory {
    id: String,
    rate: Rate,
    period: Period,
}

/// The price book: what equipment costs, and the rates of tax.
#[derive(Clone, Debug)]
pub struct PriceBook {
    book: Book,
    taxes: Vec<TaxCategory>,
}

/// The rate book: what installation work costs.
#[derive(Clone, Debug)]
pub struct RateBook(Book);

/// Both books, which are priced from together.
#[derive(Clone, Debug)]
pub struct Books {
    price_book: PriceBook,
    rate_book: RateBook,
}

impl PriceBook {
    /// Reads a price book from JSON text.
    ///
    /// # Errors
    /// With every problem of form found, up to a hundred; for an empty period, an unknown tax category, or two entries
    /// that hold for one product at one instant.
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_node(boundary::json::parse(bytes, boundary::Limits::LIBRARY)?)
    }

    /// Reads a price book from a tree.
    ///
    /// # Errors
    /// As [`PriceBook::from_json`], without syntax.
    pub fn from_node(mut node: Node) -> Result<Self, Error> {
        boundary::check::check(&mut node, &shape::PRICE_BOOK)?;
        let digest = canonical::digest(&node);
        let mut file: BookFile = boundary::decode(node)?;
        let taxes: Vec<TaxCategory> = std::mem::take(&mut file.tax_categories)
            .into_iter()
            .map(|TaxFile { id, rate, from, to }| TaxCategory { id, rate, period: Period { from, to } })
            .collect();
        check_taxes(&taxes)?;
        for (position, entry) in file.entries.iter().enumerate() {
            if taxes.iter().all(|tax| tax.id != entry.tax_category) {
                let found = entry.tax_category.clone();
                let fault = Fault::UnknownReference { kind: "tax category", found, suggestion: None };
                return Err(Error::new(format!("entries[{position}].taxCategory"), fault));
            }
        }
        Ok(Self { book: Book::new(file, digest)?, taxes })
    }

    /// The price of `sku` at `at`.
    pub(crate) fn price(&self, sku: &str, at: At) -> Option<&Entry> {
        self.book.entry(sku, None, None, at)
    }

    /// The rate of tax of a category at `at`, and its position among the tax categories.
    pub(super) fn tax_rate(&self, category: &str, at: At) -> Option<(usize, Rate)> {
        let holds = |tax: &TaxCategory| tax.id == category && tax.period.contains(at);
        let position = self.taxes.iter().position(holds)?;
        self.taxes.get(position).map(|tax| (position, tax.rate))
    }

    /// Which edition this is.
    #[must_use]
    pub fn reference(&self) -> BookReference {
        self.book.reference()
    }
}

fn check_taxes(taxes: &[TaxCategory]) -> Result<(), Error> {
    for (position, tax) in taxes.iter().enumerate() {
        let path = format!("taxCategories[{position}]");
        check_period(&tax.period, &path)?;
        let mut earlier = taxes.iter().take(position);
        if let Some(other) =
            earlier.position(|other| other.id == tax.id && other.period.overlaps(&tax.period))
        {
            return Err(Error::new(path, Fault::Overlap { other: format!("taxCategories[{other}]") }));
        }
    }
    Ok(())
}

impl RateBook {
    /// Reads a rate book from JSON text.
    ///
    /// # Errors
    /// As [`PriceBook::from_json`]; tax categories are checked when the books come together.
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_node(boundary::json::parse(bytes, boundary::Limits::LIBRARY)?)
    }

    /// Reads a rate book from a tree.
    ///
    /// # Errors
    /// As [`RateBook::from_json`], without syntax.
    pub fn from_node(mut node: Node) -> Result<Self, Error> {
        boundary::check::check(&mut node, &shape::RATE_BOOK)?;
        let digest = canonical::digest(&node);
        Book::new(boundary::decode(node)?, digest).map(Self)
    }

    /// The rate of an item at `at`.
    pub(super) fn rate(
        &self,
        item: &str,
        variant: Option<&str>,
        measure: Option<f64>,
        at: At,
    ) -> Option<&Entry> {
        self.0.entry(item, variant, measure, at)
    }

    /// Which edition this is.
    #[must_use]
    pub fn reference(&self) -> BookReference {
        self.0.reference()
    }
}

impl Books {
    /// Both books together.
    ///
    /// # Errors
    /// [`Fault::MixedCurrency`] if they differ in currency; [`Fault::UnknownReference`] if the rate book uses a tax
    /// category that the price book does not have.
    pub fn new(price_book: PriceBook, rate_book: RateBook) -> Result<Self, Error> {
        let (expected, found) = (&price_book.book.head.currency, &rate_book.0.head.currency);
        if expected != found {
            let fault = Fault::MixedCurrency { found: found.clone(), expected: expected.clone() };
            return Err(Error::new("rateBook.currency", fault));
        }
        for entry in rate_book.0.entries.values().flat_map(BTreeMap::values).flatten() {
            if price_book.taxes.iter().all(|tax| tax.id != entry.tax_category) {
                let found = entry.tax_category.clone();
                let fault = Fault::UnknownReference { kind: "tax category", found, suggestion: None };
                return Err(Error::new(format!("rateBook.entries[{}].taxCategory", entry.position), fault));
            }
        }
        Ok(Self { price_book, rate_book })
    }

    /// The price book.
    #[must_use]
    pub fn price_book(&self) -> &PriceBook {
        &self.price_book
    }

    /// The rate book.
    #[must_use]
    pub fn rate_book(&self) -> &RateBook {
        &self.rate_book
    }

    /// The currency of both books.
    #[must_use]
    pub fn currency(&self) -> &str {
        &self.price_book.book.head.currency
    }

    /// The instant that examples are priced at, if the price book names one.
    #[must_use]
    pub fn demo_instant(&self) -> Option<At> {
        self.price_book.book.head.demo_instant
    }

    /// Refuses to price at an instant at which a book does not hold, or for somebody whom it is not for.
    ///
    /// # Errors
    /// As [`Books::check_period`]; [`Fault::WrongAudience`] at `priceBook` or `rateBook`.
    pub fn check(&self, at: At, contract: Option<&str>) -> Result<(), Error> {
        self.check_period(at)?;
        self.price_book.book.check_audience(contract).map_err(|error| error.within("priceBook"))?;
        self.rate_book.0.check_audience(contract).map_err(|error| error.within("rateBook"))
    }

    /// Refuses to price at an instant at which a book does not hold.
    ///
    /// # Errors
    /// [`Fault::BookExpired`] or [`Fault::BookNotYetValid`], at `priceBook` or `rateBook`.
    pub fn check_period(&self, at: At) -> Result<(), Error> {
        self.price_book.book.check_period(at).map_err(|error| error.within("priceBook"))?;
        self.rate_book.0.check_period(at).map_err(|error| error.within("rateBook"))
    }
}
