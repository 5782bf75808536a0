//! The shape of a catalogue.

mod connected;
mod family;
mod machine;
mod split;
mod water;

use crate::boundary::shape::{Field, Shape, optional, required};

/// A catalogue, its products and families not looked into: each is checked by itself, so that one row that is dirty does not take
/// the others with it.
pub(crate) static ENVELOPE: Shape = Shape::Object(&[
    required("type", &TYPE, "Type", "The format and its version."),
    required("id", &Shape::Identifier, "Identifier", "The name of the catalogue."),
    required("version", &VERSION, "Version", "Rises with every change."),
    required("sources", &SOURCES, "Sources", "Where the values come from."),
    optional("refrigerants", &REFRIGERANTS, "Refrigerants", "Limits of refrigerants in rooms."),
    optional("waterPipes", &WATER_PIPES, "Water pipes", "Diameters by flow, rising."),
]);

/// A whole catalogue; only the schema needs it.
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
pub(crate) static CATALOGUE: Shape = Shape::Object(&[
    required("type", &TYPE, "Type", "The format and its version."),
    required("id", &Shape::Identifier, "Identifier", "The name of the catalogue."),
    required("version", &VERSION, "Version", "Rises with every change."),
    required("sources", &SOURCES, "Sources", "Where the values come from."),
    optional("refrigerants", &REFRIGERANTS, "Refrigerants", "Limits of refrigerants in rooms."),
    optional("waterPipes", &WATER_PIPES, "Water pipes", "Diameters by flow, rising."),
    optional(
        "families",
        &Shape::List { item: &family::FAMILY, least: 0, most: MOST_FAMILIES },
        "Families",
        "Families of outdoor and indoor units that connect.",
    ),
    required(
        "products",
        &Shape::List { item: &PRODUCT, least: 1, most: MOST_PRODUCTS },
        "Products",
        "The products.",
    ),
]);

pub(super) const MOST_FAMILIES: u32 = 200;
pub(super) const MOST_PRODUCTS: u32 = 20_000;

pub(super) use family::FAMILY;

/// A product of any kind.
pub(super) static PRODUCT: Shape = Shape::Kinds(&[
    ("matchedSplit", &[IDENTITY, split::MATCHED_SPLIT]),
    ("outdoorUnit", &[IDENTITY, connected::OUTDOOR_UNIT]),
    ("indoorUnit", &[IDENTITY, connected::INDOOR_UNIT]),
    ("branchKit", &[IDENTITY, connected::BRANCH_KIT]),
    ("recoveryBox", &[IDENTITY, connected::RECOVERY_BOX]),
    ("controller", &[IDENTITY, connected::CONTROLLER]),
    ("rooftop", &[IDENTITY, water::ROOFTOP]),
    ("chiller", &[IDENTITY, water::CHILLER]),
    ("waterHeatPump", &[IDENTITY, water::WATER_HEAT_PUMP]),
    ("fanCoil", &[IDENTITY, water::FAN_COIL]),
    ("recoveryVentilator", &[IDENTITY, water::RECOVERY_VENTILATOR]),
    ("freshAirUnit", &[IDENTITY, water::FRESH_AIR_UNIT]),
]);

static IDENTITY: &[Field] = &[
    required("id", &Shape::Identifier, "Identifier", "Unique in the catalogue; the price book's sku."),
    required("brand", &TEXT, "Brand", "The maker's brand."),
    required("model", &TEXT, "Model", "The maker's model; of a matched split that of the outdoor unit."),
    required("source", &Shape::Identifier, "Source", "Where the product's figures come from."),
    optional("sourceAt", &TEXT, "Place in the source", "A page, a sheet or a table of it."),
    required("status", &STATUS, "Status", "Real product data, or demo."),
];

static TYPE: Shape = Shape::Choice(&["tonnage.catalogue/1"]);
pub(super) static VERSION: Shape = Shape::Whole { minimum: 1, maximum: 1_000_000 };
static TEXT: Shape = Shape::Text { most: 300 };
static STATUS: Shape = Shape::Choice(&["real", "demo"]);

static SOURCES: Shape = Shape::List { item: &SOURCE, least: 1, most: 100 };
static SOURCE: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "The name used by products."),
    required("title", &TEXT, "Title", "Document or data set."),
    required("licence", &TEXT, "Licence", "Under which it is used."),
    required("status", &STATUS, "Status", "Real product data, or demo."),
    optional("edition", &TEXT, "Edition", "Of the document, or its date."),
]);

static REFRIGERANTS: Shape = Shape::List { item: &REFRIGERANT, least: 0, most: 100 };
static REFRIGERANT: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "Such as R32."),
    required("limitKgM3", &DENSITY, "Limit", "The most in an occupied room, kg/m3."),
    optional(
        "limits",
        &Shape::List { item: &REFRIGERANT_LIMIT, least: 0, most: 50 },
        "Limits by standard",
        "What standards allow, by country.",
    ),
    optional("lowerFlammableKgM3", &DENSITY, "Flammable from", "The lower flammable limit, kg/m3."),
    required("source", &TEXT, "Source", "The standard and how it was read."),
]);
static REFRIGERANT_LIMIT: Shape = Shape::Object(&[
    required("standard", &STANDARD, "Standard", "Which standard."),
    optional(
        "countries",
        &Shape::List { item: &Shape::Identifier, least: 1, most: 300 },
        "Countries",
        "Where it holds, ISO 3166-1 alpha-2; default every other country.",
    ),
    required("kgM3", &DENSITY, "Limit", "The most in an occupied room, kg/m3."),
    required("confidence", &CONFIDENCE, "Confidence", "high: read; medium: recalled; low: a judgement."),
    required("source", &TEXT, "Source", "How it was read."),
]);
static STANDARD: Shape = Shape::Choice(&["gbT9237", "en378", "iso5149", "gb470632", "iec60335240"]);
static CONFIDENCE: Shape = Shape::Choice(&["high", "medium", "low"]);
static DENSITY: Shape = Shape::Number { minimum: 0.0001, maximum: 10.0, decimals: 4 };

static WATER_PIPES: Shape = Shape::List { item: &WATER_PIPE, least: 0, most: 100 };
static WATER_PIPE: Shape = Shape::Object(&[
    required("upToM3H", &FLOW, "Up to", "The most water, m3/h."),
    required("nominalMm", &MILLIMETRES, "Diameter", "Nominal, mm."),
]);

static WATTS: Shape = Shape::Whole { minimum: 1, maximum: 10_000_000 };
static CELL: Shape = Shape::OrNull(&WATTS);
static DRY_BULB: Shape = Shape::Number { minimum: -50.0, maximum: 70.0, decimals: 2 };
static WET_BULB: Shape = Shape::Number { minimum: -50.0, maximum: 50.0, decimals: 2 };
static MILLIMETRES: Shape = Shape::Number { minimum: 1.0, maximum: 1000.0, decimals: 2 };
static METRES: Shape = Shape::Number { minimum: 0.0, maximum: 2000.0, decimals: 1 };
static SHARE: Shape = Shape::Number { minimum: 0.0, maximum: 2.0, decimals: 4 };
static FLOW: Shape = Shape::Number { minimum: 0.01, maximum: 1_000_000.0, decimals: 3 };
static KILOGRAMS: Shape = Shape::Number { minimum: 0.0, maximum: 100_000.0, decimals: 3 };
static CHARGE: Shape = Shape::Number { minimum: 0.0, maximum: 10.0, decimals: 4 };
static INDEX: Shape = Shape::Whole { minimum: 1, maximum: 1_000_000 };
static COUNT: Shape = Shape::Whole { minimum: 1, maximum: 1000 };
