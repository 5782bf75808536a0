//! The quote (报价): every line of a bill of quantities with its price, and totals that are the sums of the lines.

use super::{Approval, BookReference, Books, Customer, Entry};
use crate::error::Error;
use crate::finding::{Finding, FindingCode, Severity};
use crate::installation::{BillLine, BillOfQuantities, Unit};
use crate::instant::At;
use crate::money::{Money, Rate};
use crate::quantity::Quantity;
use crate::scalar::Scalar;
use serde::Serialize;
use std::collections::BTreeMap;

/// A priced bill of quantities; amounts contain the tax.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quote {
    /// The pricing instant.
    pub at: At,
    /// The customer's contract, by which the books were chosen; absent for the public books.
    pub contract: Option<String>,
    /// The price book used.
    pub price_book: BookReference,
    /// The rate book used.
    pub rate_book: BookReference,
    /// ISO 4217.
    pub currency: String,
    /// The lines, in the order of the bill of quantities.
    pub lines: Vec<QuoteLine>,
    /// Amounts by tax category.
    pub tax_summary: Vec<TaxSummary>,
    /// The sum of the equipment lines.
    pub equipment: Money,
    /// The sum of all other lines.
    pub installation: Money,
    /// The sum of all lines; absent if a line has no price or a room no system, because it would be too low.
    pub total: Option<Money>,
    /// The part of the total that is not tax.
    pub net: Option<Money>,
    /// The part of the total that is tax.
    pub tax: Option<Money>,
    /// What there is to say about it.
    pub findings: Vec<Finding>,
}

/// One priced line: `amount = quantity × unitPrice`, rounded half-up to the fen; `net + tax = amount`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuoteLine {
    /// The line's number from 1.
    pub number: u32,
    /// The system that it is part of.
    pub system: String,
    /// The room that it is for; absent for what the rooms of a system share.
    pub room: Option<String>,
    /// What: `equipment`, or an item of the rate book.
    pub item: String,
    /// Which.
    pub variant: Option<String>,
    /// What the rate depends on by amount.
    pub measure: Option<f64>,
    /// What is counted.
    pub unit: Unit,
    /// How much.
    pub quantity: Quantity,
    /// The price and what follows from it; absent if the books have no price for it.
    #[serde(flatten)]
    pub priced: Option<Priced>,
}

/// The price of a line and what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Priced {
    /// Tax included.
    pub unit_price: Money,
    /// Tax included.
    pub amount: Money,
    /// The tax category.
    pub tax_category: String,
    /// Its rate at the pricing instant.
    pub tax_rate: Rate,
    /// Without tax.
    pub net: Money,
    /// The tax.
    pub tax: Money,
    /// The row of the book that the price comes from.
    pub source: String,
    /// The row of the price book that the rate of tax comes from.
    pub tax_source: String,
}

/// The amounts of one tax category.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TaxSummary {
    /// The category.
    pub tax_category: String,
    /// Its rate.
    pub rate: Rate,
    /// Sum of the lines' amounts.
    pub amount: Money,
    /// Sum of the lines' net amounts.
    pub net: Money,
    /// Sum of the lines' taxes.
    pub tax: Money,
}

/// Prices a bill of quantities.
///
/// A line without a price is kept, with a finding; the quote then has no total, nor has that of a bill with uncovered rooms.
///
/// # Errors
/// As [`Books::check`]; [`Fault::Overflow`](crate::error::Fault::Overflow) for amounts beyond the decimal's range.
pub fn price(
    bill: &BillOfQuantities,
    books: &Books,
    customer: &Customer,
    at: At,
    _approvals: &[Approval],
) -> Result<Quote, Error> {
    books.check(at, customer.contract.as_deref())?;
    let mut sums = Sums::default();
    let mut lines = Vec::with_capacity(bill.lines.len());
    let mut findings = Vec::new();
    for (index, line) in bill.lines.iter().enumerate() {
        let path = format!("billOfQuantities.lines[{index}]");
        let priced = price_line(line, books, at).map_err(|error| error.within(&path))?;
        match &priced {
            Some(priced) => sums.add(line, priced)?,
            None => findings.push(no_price(line, path)),
        }
        lines.push(QuoteLine {
            number: crate::num::count(index.saturating_add(1)),
            system: line.system.clone(),
            room: line.room.clone(),
            item: line.item.clone(),
            variant: line.variant.clone(),
            measure: line.measure,
            unit: line.unit,
            quantity: line.quantity,
            priced,
        });
    }
    // A total without a line's price, or without a room's system, would be too low.
    let complete = findings.is_empty() && bill.uncovered.is_empty();
    if !complete {
        findings.push(Finding::new(FindingCode::NoTotal, Severity::Error, "quote", []));
    }
    let references = [books.price_book().reference(), books.rate_book().reference()];
    for (path, book) in ["priceBook", "rateBook"].into_iter().zip(&references) {
        if book.demo {
            findings.push(Finding::new(
                FindingCode::DemoData,
                Severity::Warning,
                path,
                [("id", book.id.clone().into())],
            ));
        }
    }
    let [price_book, rate_book] = references;
    let whole = |sum: Money| complete.then_some(sum);
    Ok(Quote {
        at,
        contract: customer.contract.clone(),
        price_book,
        rate_book,
        currency: books.currency().to_owned(),
        lines,
        tax_summary: sums.by_tax.into_values().collect(),
        equipment: sums.equipment,
        installation: sums.installation,
        total: whole(sums.equipment.plus(sums.installation)?),
        net: whole(sums.net),
        tax: whole(sums.tax),
        findings,
    })
}

/// What `lines` cost at `at`, equipment and installation, tax included; or the first line that has no price.
pub(crate) fn cost<'a>(
    lines: &'a [BillLine],
    books: &Books,
    at: At,
) -> Result<Result<(Money, Money), &'a BillLine>, Error> {
    let (mut equipment, mut installation) = (Money::ZERO, Money::ZERO);
    for line in lines {
        let Some((_, entry, _)) = find_price(line, books, at) else { return Ok(Err(line)) };
        let part = if line.item == "equipment" { &mut equipment } else { &mut installation };
        *part = part.plus(entry.unit_price.times(line.quantity.value())?)?;
    }
    Ok(Ok((equipment, installation)))
}

/// The position of a tax category in its book, and its rate.
type TaxRow = (usize, Rate);

/// The row that prices a line, its book, and the rate of tax; `None` if a book has none at `at`.
fn find_price<'a>(line: &BillLine, books: &'a Books, at: At) -> Option<(&'static str, &'a Entry, TaxRow)> {
    let (book, entry) = if line.item == "equipment" {
        let sku = line.variant.as_deref().unwrap_or_default();
        ("priceBook", books.price_book().price(sku, at))
    } else {
        ("rateBook", books.rate_book().rate(&line.item, line.variant.as_deref(), line.measure, at))
    };
    // A price for another unit is no price for this line.
    let entry = entry.filter(|entry| entry.unit == line.unit)?;
    Some((book, entry, books.price_book().tax_rate(&entry.tax_category, at)?))
}

fn price_line(line: &BillLine, books: &Books, at: At) -> Result<Option<Priced>, Error> {
    let Some((book, entry, (tax_position, tax_rate))) = find_price(line, books, at) else { return Ok(None) };
    let amount = entry.unit_price.times(line.quantity.value())?;
    let net = amount.net_of_tax(tax_rate)?;
    Ok(Some(Priced {
        unit_price: entry.unit_price,
        amount,
        tax_category: entry.tax_category.clone(),
        tax_rate,
        net,
        tax: amount.minus(net)?,
        source: format!("{book}.entries[{}]", entry.position),
        tax_source: format!("priceBook.taxCategories[{tax_position}]"),
    }))
}

fn no_price(line: &BillLine, path: String) -> Finding {
    let variant = line.variant.clone().unwrap_or_default();
    let params: [(&str, Scalar); 2] = [("item", line.item.clone().into()), ("variant", variant.into())];
    Finding::new(FindingCode::NoPrice, Severity::Error, path, params)
}

#[derive(Default)]
struct Sums {
    equipment: Money,
    installation: Money,
    net: Money,
    tax: Money,
    by_tax: BTreeMap<String, TaxSummary>,
}

impl Sums {
    fn add(&mut self, line: &BillLine, priced: &Priced) -> Result<(), Error> {
        let part = if line.item == "equipment" { &mut self.equipment } else { &mut self.installation };
        *part = part.plus(priced.amount)?;
        self.net = self.net.plus(priced.net)?;
        self.tax = self.tax.plus(priced.tax)?;
        let category = self.by_tax.entry(priced.tax_category.clone()).or_insert_with(|| TaxSummary {
            tax_category: priced.tax_category.clone(),
            rate: priced.tax_rate,
            amount: Money::ZERO,
            net: Money::ZERO,
            tax: Money::ZERO,
        });
        category.amount = category.amount.plus(priced.amount)?;
        category.net = category.net.plus(priced.net)?;
        category.tax = category.tax.plus(priced.tax)?;
        Ok(())
    }
}
