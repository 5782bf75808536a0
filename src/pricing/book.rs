//! The price book (价目册) and the rate book (费率册): read once, checked, indexed.

use super::shape;
use crate::boundary::{self, Node, canonical};
use crate::error::{Error, Fault};
use crate::installation::Unit;
use crate::instant::{At, Period};
use crate::money::{Money, Rate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which edition of a book an answer rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BookReference {
    /// The name of the book.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The digest of its canonical bytes.
    pub digest: String,
    /// Whether it is made up for demonstration.
    pub demo: bool,
}

/// What both books state about themselves.
#[derive(Clone, Debug)]
struct Head {
    id: String,
    version: u32,
    demo: bool,
    audience: String,
    currency: String,
    period: Period,
    demo_instant: Option<At>,
}

/// A price or a rate that holds for a time.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The position in the book's entries.
    pub position: u32,
    /// What one price is for.
    pub unit: Unit,
    /// The tax category.
    pub tax_category: String,
    /// Tax included.
    pub unit_price: Money,
    period: Period,
    /// The band of storeys, heights or masses, low end included, high end not.
    band: Option<(f64, f64)>,
}

/// A rate of tax that holds for a time.
#[derive(Clone, Debug)]
struct TaxCategory {
    id: String,
    rate: Rate,
    period: Period,
}

/// Entries by item, then variant (empty for none); of one variant no two hold for one measure at one instant.
type Index = BTreeMap<String, BTreeMap<String, Vec<Entry>>>;

#[derive(Clone, Debug)]
struct Book {
    head: Head,
    digest: String,
    entries: Index,
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

// What the files hold, field by field: flattened structs would compile a second decoder for each.

/// Either book; the price book alone has tax categories.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct BookFile {
    id: String,
    version: u32,
    demo: bool,
    audience: String,
    currency: String,
    from: At,
    to: At,
    #[serde(default)]
    demo_instant: Option<At>,
    #[serde(default)]
    tax_categories: Vec<TaxFile>,
    entries: Vec<EntryFile>,
}

#[derive(Deserialize)]
struct TaxFile {
    id: String,
    rate: Rate,
    from: At,
    to: At,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct EntryFile {
    #[serde(alias = "sku")]
    item: String,
    #[serde(default)]
    variant: Option<String>,
    #[serde(default)]
    measure_from: Option<f64>,
    #[serde(default)]
    measure_to: Option<f64>,
    unit: Unit,
    tax_category: String,
    unit_price: Money,
    from: At,
    to: At,
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
    pub(super) fn price(&self, sku: &str, at: At) -> Option<&Entry> {
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

fn check_period(period: &Period, path: &str) -> Result<(), Error> {
    if period.from < period.to {
        return Ok(());
    }
    let path = if path.is_empty() { "to".to_owned() } else { format!("{path}.to") };
    Err(Error::new(path, Fault::EmptyPeriod { from: period.from.to_string() }))
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

impl Book {
    fn new(file: BookFile, digest: String) -> Result<Self, Error> {
        let head = Head {
            id: file.id,
            version: file.version,
            demo: file.demo,
            audience: file.audience,
            currency: file.currency,
            period: Period { from: file.from, to: file.to },
            demo_instant: file.demo_instant,
        };
        check_period(&head.period, "")?;
        let mut entries: Index = BTreeMap::new();
        for (position, file) in file.entries.into_iter().enumerate() {
            let path = format!("entries[{position}]");
            let period = Period { from: file.from, to: file.to };
            check_period(&period, &path)?;
            let band = match (file.measure_from, file.measure_to) {
                (None, None) => None,
                (from, to) => Some((from.unwrap_or(0.0), to.unwrap_or(f64::INFINITY))),
            };
            if let Some((from, to)) = band.filter(|(from, to)| from >= to) {
                let fault = Fault::OutOfRange { minimum: from, maximum: 1e6, found: to.to_string() };
                return Err(Error::new(format!("{path}.measureTo"), fault));
            }
            let entry = Entry {
                position: crate::num::count(position),
                unit: file.unit,
                tax_category: file.tax_category,
                unit_price: file.unit_price,
                period,
                band,
            };
            let variants = entries.entry(file.item).or_default();
            let siblings = variants.entry(file.variant.unwrap_or_default()).or_default();
            if let Some(other) = siblings.iter().find(|other| other.meets(&entry)) {
                return Err(Error::new(
                    path,
                    Fault::Overlap { other: format!("entries[{}]", other.position) },
                ));
            }
            siblings.push(entry);
        }
        Ok(Self { head, digest, entries })
    }

    fn entry(&self, item: &str, variant: Option<&str>, measure: Option<f64>, at: At) -> Option<&Entry> {
        let entries = self.entries.get(item)?.get(variant.unwrap_or_default())?;
        entries.iter().find(|entry| entry.holds(measure, at))
    }

    fn reference(&self) -> BookReference {
        let head = &self.head;
        BookReference {
            id: head.id.clone(),
            version: head.version,
            digest: self.digest.clone(),
            demo: head.demo,
        }
    }

    fn check_at(&self, at: At, audience: Option<&str>) -> Result<(), Error> {
        let Period { from, to } = self.head.period;
        if at < from {
            let fault = Fault::BookNotYetValid { from: from.to_string(), at: at.to_string() };
            return Err(Error::new("from", fault));
        }
        if at >= to {
            return Err(Error::new("to", Fault::BookExpired { to: to.to_string(), at: at.to_string() }));
        }
        let contract = audience.map(|name| format!("contract:{name}"));
        if self.head.audience != "public" && Some(&self.head.audience) != contract.as_ref() {
            return Err(Error::new(
                "audience",
                Fault::WrongAudience { audience: self.head.audience.clone() },
            ));
        }
        Ok(())
    }
}

impl Entry {
    fn holds(&self, measure: Option<f64>, at: At) -> bool {
        let in_band = match (self.band, measure) {
            (None, _) => true,
            (Some((from, to)), Some(measure)) => from <= measure && measure < to,
            (Some(_), None) => false,
        };
        in_band && self.period.contains(at)
    }

    /// Whether some measure at some instant is in both.
    fn meets(&self, other: &Self) -> bool {
        let bands_meet = match (self.band, other.band) {
            (Some((from, to)), Some((other_from, other_to))) => from < other_to && other_from < to,
            _ => true,
        };
        bands_meet && self.period.overlaps(&other.period)
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
    /// [`Fault::BookExpired`], [`Fault::BookNotYetValid`] or [`Fault::WrongAudience`], at `priceBook` or `rateBook`.
    pub fn check(&self, at: At, contract: Option<&str>) -> Result<(), Error> {
        self.price_book.book.check_at(at, contract).map_err(|error| error.within("priceBook"))?;
        self.rate_book.0.check_at(at, contract).map_err(|error| error.within("rateBook"))
    }
}
