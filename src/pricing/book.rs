//! What the price book and the rate book have in common: a head, and entries that hold for a time.

use crate::boundary::from_node;
use crate::error::{Error, Fault};
use crate::installation::Unit;
use crate::instant::{At, Period};
use crate::money::{Money, Rate};
use serde::Serialize;
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

/// The audience of a book that everybody is priced from.
const PUBLIC: &str = "public";
/// What comes before the name of a contract in the audience of its book.
const CONTRACT: &str = "contract:";

/// What both books state about themselves.
#[derive(Clone, Debug)]
pub(super) struct Head {
    id: String,
    version: u32,
    demo: bool,
    audience: String,
    pub(super) currency: String,
    period: Period,
    pub(super) demo_instant: Option<At>,
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

/// Entries by item, then variant (empty for none); of one variant no two hold for one measure at one instant.
type Index = BTreeMap<String, BTreeMap<String, Vec<Entry>>>;

#[derive(Clone, Debug)]
pub(super) struct Book {
    pub(super) head: Head,
    digest: String,
    pub(super) entries: Index,
}

/// Either book; the price book alone has tax categories.
pub(super) struct BookFile {
    id: String,
    version: u32,
    demo: bool,
    audience: String,
    currency: String,
    from: At,
    to: At,
    demo_instant: Option<At>,
    pub(super) tax_categories: Vec<TaxFile>,
    pub(super) entries: Vec<EntryFile>,
}

pub(super) struct TaxFile {
    pub(super) id: String,
    pub(super) rate: Rate,
    pub(super) from: At,
    pub(super) to: At,
}

pub(super) struct EntryFile {
    /// What a price is of, in a price book.
    sku: Option<String>,
    /// What a rate is of, in a rate book.
    item: Option<String>,
    variant: Option<String>,
    measure_from: Option<f64>,
    measure_to: Option<f64>,
    unit: Unit,
    pub(super) tax_category: String,
    unit_price: Money,
    from: At,
    to: At,
}

from_node!(struct BookFile {
    id,
    version,
    demo,
    audience,
    currency,
    from,
    to,
    demo_instant,
    tax_categories or Vec::new(),
    entries,
});
from_node!(struct TaxFile { id, rate, from, to });
from_node!(struct EntryFile {
    sku,
    item,
    variant,
    measure_from,
    measure_to,
    unit,
    tax_category,
    unit_price,
    from,
    to,
});

pub(super) fn check_period(period: &Period, path: &str) -> Result<(), Error> {
    if period.from < period.to {
        return Ok(());
    }
    let path = if path.is_empty() { "to".to_owned() } else { format!("{path}.to") };
    Err(Error::new(path, Fault::EmptyPeriod { from: period.from.to_string() }))
}

impl Book {
    pub(super) fn new(file: BookFile, digest: String) -> Result<Self, Error> {
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
        let known = head.audience == PUBLIC
            || head.audience.strip_prefix(CONTRACT).is_some_and(|name| !name.is_empty());
        if !known {
            let allowed = format!("{PUBLIC}, {CONTRACT}NAME");
            let fault = Fault::UnknownValue { found: head.audience.chars().take(40).collect(), allowed };
            return Err(Error::new("audience", fault));
        }
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
            let variants = entries.entry(file.sku.or(file.item).unwrap_or_default()).or_default();
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

    pub(super) fn entry(
        &self,
        item: &str,
        variant: Option<&str>,
        measure: Option<f64>,
        at: At,
    ) -> Option<&Entry> {
        let entries = self.entries.get(item)?.get(variant.unwrap_or_default())?;
        entries.iter().find(|entry| entry.holds(measure, at))
    }

    pub(super) fn reference(&self) -> BookReference {
        let head = &self.head;
        BookReference {
            id: head.id.clone(),
            version: head.version,
            digest: self.digest.clone(),
            demo: head.demo,
        }
    }

    pub(super) fn check_period(&self, at: At) -> Result<(), Error> {
        let Period { from, to } = self.head.period;
        if at < from {
            let fault = Fault::BookNotYetValid { from: from.to_string(), at: at.to_string() };
            return Err(Error::new("from", fault));
        }
        if at >= to {
            return Err(Error::new("to", Fault::BookExpired { to: to.to_string(), at: at.to_string() }));
        }
        Ok(())
    }

    pub(super) fn check_audience(&self, contract: Option<&str>) -> Result<(), Error> {
        let audience = &self.head.audience;
        if audience == PUBLIC || audience.strip_prefix(CONTRACT).is_some_and(|name| Some(name) == contract) {
            return Ok(());
        }
        Err(Error::new("audience", Fault::WrongAudience { audience: audience.clone() }))
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
