//! The shapes of the price book and the rate book.

use crate::boundary::shape::{Shape, optional, required};

static VERSION: Shape = Shape::Whole { minimum: 1, maximum: 1_000_000_000 };
static TEXT: Shape = Shape::Text { most: 300 };
static CURRENCY: Shape = Shape::Choice(&["CNY"]);
static UNIT: Shape = Shape::Choice(&["set", "piece", "m2", "pair", "m", "kg"]);

/// The price book.
pub(crate) static PRICE_BOOK: Shape = Shape::Object(&[
    required("type", &Shape::Choice(&["tonnage.priceBook/1"]), "Type", "The format and its version."),
    required("id", &Shape::Identifier, "Identifier", "The name of the book."),
    required("version", &VERSION, "Version", "Rises with every change."),
    required("issuer", &TEXT, "Issuer", "Who answers for the prices."),
    required("demo", &Shape::Flag, "Demo", "Whether the prices are made up for demonstration."),
    required("audience", &TEXT, "Audience", "public, or contract:NAME."),
    required("currency", &CURRENCY, "Currency", "ISO 4217."),
    required("from", &Shape::Instant, "From", "The first instant at which the book holds."),
    required("to", &Shape::Instant, "To", "The first instant at which it no longer holds."),
    optional("demoInstant", &Shape::Instant, "Demo instant", "The instant that examples are priced at."),
    required("policy", &POLICY, "Policy", "How amounts are rounded and taxes split."),
    required(
        "taxCategories",
        &Shape::List { item: &TAX_CATEGORY, least: 1, most: 100 },
        "Tax categories",
        "Rates of tax with their periods.",
    ),
    required(
        "entries",
        &Shape::List { item: &PRICE, least: 0, most: 20_000 },
        "Entries",
        "Prices with their periods.",
    ),
]);

static POLICY: Shape = Shape::Object(&[
    required("rounding", &Shape::Choice(&["halfUp"]), "Rounding", "Ties go away from zero."),
    required("roundAt", &Shape::Choice(&["line"]), "Rounded at", "Where amounts are rounded."),
    required(
        "amountDecimals",
        &Shape::Whole { minimum: 2, maximum: 2 },
        "Decimals",
        "Decimals of an amount.",
    ),
    required("taxBasis", &Shape::Choice(&["inclusive"]), "Tax basis", "Prices contain the tax."),
    required(
        "taxSplit",
        &Shape::Choice(&["line"]),
        "Tax split",
        "net = round(amount / (1 + rate)), tax = amount - net, a line.",
    ),
]);

static TAX_CATEGORY: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "The name used by entries."),
    required("rate", &Shape::Rate, "Rate", "As a decimal text: 0.13 is 13 %."),
    required("from", &Shape::Instant, "From", "The first instant at which the rate holds."),
    required("to", &Shape::Instant, "To", "The first instant at which it no longer holds."),
    required("source", &TEXT, "Source", "The rule that sets the rate."),
]);

static PRICE: Shape = Shape::Object(&[
    required("sku", &Shape::Identifier, "Sku", "The product of the catalogue."),
    required("unit", &UNIT, "Unit", "What one price is for."),
    required("taxCategory", &Shape::Identifier, "Tax category", "One of the book's."),
    required("unitPrice", &Shape::Money, "Unit price", "Tax included, as a decimal text."),
    required("from", &Shape::Instant, "From", "The first instant at which the price holds."),
    required("to", &Shape::Instant, "To", "The first instant at which it no longer holds."),
    optional("source", &TEXT, "Source", "Where the price comes from."),
]);

/// The rate book.
pub(crate) static RATE_BOOK: Shape = Shape::Object(&[
    required("type", &Shape::Choice(&["tonnage.rateBook/1"]), "Type", "The format and its version."),
    required("id", &Shape::Identifier, "Identifier", "The name of the book."),
    required("version", &VERSION, "Version", "Rises with every change."),
    required("issuer", &TEXT, "Issuer", "Who answers for the rates."),
    required("demo", &Shape::Flag, "Demo", "Whether the rates are made up for demonstration."),
    required("audience", &TEXT, "Audience", "public, or contract:NAME."),
    required("currency", &CURRENCY, "Currency", "ISO 4217; that of the price book."),
    required("from", &Shape::Instant, "From", "The first instant at which the book holds."),
    required("to", &Shape::Instant, "To", "The first instant at which it no longer holds."),
    optional("demoInstant", &Shape::Instant, "Demo instant", "The instant that examples are priced at."),
    required(
        "entries",
        &Shape::List { item: &RATE, least: 0, most: 20_000 },
        "Entries",
        "Rates of installation work with their periods.",
    ),
]);

static MEASURE: Shape = Shape::Number { minimum: 0.0, maximum: 1_000_000.0, decimals: 2 };
static RATE: Shape = Shape::Object(&[
    required("item", &Shape::Identifier, "Item", "The work, as the bill of quantities names it."),
    optional("variant", &Shape::Identifier, "Variant", "Size or kind; absent for an item without."),
    optional(
        "measureFrom",
        &MEASURE,
        "Measure from",
        "The least storey, height or mass of this band, included.",
    ),
    optional("measureTo", &MEASURE, "Measure to", "The end of this band, not included; absent: open."),
    required("unit", &UNIT, "Unit", "What one rate is for."),
    required("taxCategory", &Shape::Identifier, "Tax category", "One of the price book's."),
    required("unitPrice", &Shape::Money, "Unit price", "Tax included, as a decimal text."),
    required("from", &Shape::Instant, "From", "The first instant at which the rate holds."),
    required("to", &Shape::Instant, "To", "The first instant at which it no longer holds."),
    required("source", &TEXT, "Source", "Where the rate comes from."),
]);
