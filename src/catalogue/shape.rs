//! The shape of a catalogue.

use crate::boundary::shape::{Shape, optional, required};

/// A catalogue.
pub(crate) static CATALOGUE: Shape = Shape::Object(&[
    required("type", &Shape::Choice(&["tonnage.catalogue/1"]), "Type", "The format and its version."),
    required("id", &Shape::Identifier, "Identifier", "The name of the catalogue."),
    required(
        "version",
        &Shape::Whole { minimum: 1, maximum: 1_000_000 },
        "Version",
        "Rises with every change.",
    ),
    required("sources", &SOURCES, "Sources", "Where the values come from."),
    required("products", &PRODUCTS, "Products", "The products."),
]);

static TEXT: Shape = Shape::Text { most: 300 };
static STATUS: Shape = Shape::Choice(&["real", "demo"]);

static SOURCES: Shape = Shape::List { item: &SOURCE, least: 1, most: 100 };
static SOURCE: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "The name used by products."),
    required("title", &TEXT, "Title", "Document or data set."),
    required("licence", &TEXT, "Licence", "Under which it is used."),
    required("status", &STATUS, "Status", "Real product data, or demo."),
]);

static PRODUCTS: Shape = Shape::List { item: &PRODUCT, least: 1, most: 20_000 };
static PRODUCT: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "Unique in the catalogue; the price book's sku."),
    required("kind", &Shape::Choice(&["matchedSplit"]), "Kind", "What kind of system it makes."),
    required("brand", &TEXT, "Brand", "The maker's brand."),
    required("indoorModel", &TEXT, "Indoor model", "The indoor unit's model."),
    required("outdoorModel", &TEXT, "Outdoor model", "The outdoor unit's model."),
    required("mounting", &crate::project::shape::MOUNTING, "Mounting", "How the indoor unit is mounted."),
    required("source", &Shape::Identifier, "Source", "Where the product's figures come from."),
    required("status", &STATUS, "Status", "Real product data, or demo."),
    optional("rated", &CAPACITY, "Rated", "At 27 dry bulb, 19 wet bulb, 35 outdoors, degrees Celsius."),
    required("cooling", &COOLING, "Cooling", "The maker's cooling table."),
    optional("heating", &HEATING, "Heating", "Heating capacity."),
    optional("piping", &PIPING, "Piping", "Pipes, limits, charge, insulation."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("massKg", &MASS, "Mass", "Of indoor and outdoor unit, kg."),
]);

static WATTS: Shape = Shape::Whole { minimum: 1, maximum: 10_000_000 };
static CELL: Shape = Shape::OrNull(&WATTS);
static CELLS: Shape = Shape::List { item: &CELL, least: 1, most: 100 };
static DRY_BULB: Shape = Shape::Number { minimum: -50.0, maximum: 70.0, decimals: 2 };
static WET_BULB: Shape = Shape::Number { minimum: -50.0, maximum: 50.0, decimals: 2 };

static CAPACITY: Shape = Shape::Object(&[
    required("totalW", &WATTS, "Total", "Total cooling capacity, W."),
    required("sensibleW", &WATTS, "Sensible", "Sensible cooling capacity, W."),
    required("inputW", &WATTS, "Input", "Electrical input, W."),
]);

static COOLING: Shape = Shape::Object(&[
    required(
        "outdoorDryBulbC",
        &Shape::List { item: &DRY_BULB, least: 1, most: 100 },
        "Outdoor dry bulbs",
        "The outdoor dry bulbs of the table, rising, degrees Celsius.",
    ),
    required(
        "points",
        &Shape::List { item: &POINT, least: 1, most: 2000 },
        "Rows",
        "One row an indoor condition.",
    ),
]);
static POINT: Shape = Shape::Object(&[
    required("indoorDryBulbC", &DRY_BULB, "Indoor dry bulb", "Degrees Celsius."),
    required("indoorWetBulbC", &WET_BULB, "Indoor wet bulb", "Degrees Celsius."),
    required(
        "totalW",
        &CELLS,
        "Total",
        "Total capacity at each outdoor dry bulb, W; null where the table has none.",
    ),
    required("sensibleW", &CELLS, "Sensible", "Sensible capacity, W."),
    required("inputW", &CELLS, "Input", "Electrical input, W."),
]);

static HEATING: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("ratedTotalW", &WATTS, "Rated", "At 20 indoors, 7 outdoors, degrees Celsius, W."),
]);

static MILLIMETRES: Shape = Shape::Number { minimum: 1.0, maximum: 400.0, decimals: 2 };
static METRES: Shape = Shape::Number { minimum: 0.0, maximum: 1000.0, decimals: 1 };
static PIPING: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("refrigerant", &Shape::Identifier, "Refrigerant", "Such as R32."),
    required("liquidMm", &MILLIMETRES, "Liquid pipe", "Outside diameter, mm."),
    required("gasMm", &MILLIMETRES, "Gas pipe", "Outside diameter, mm."),
    required("maxLengthM", &METRES, "Longest run", "One-way pipe, m."),
    required("maxHeightM", &METRES, "Greatest height", "Between outdoor and indoor unit, m."),
    required("prechargedM", &METRES, "Precharged", "Pipe that the factory charge covers, m."),
    required(
        "additionalKgPerM",
        &Shape::Number { minimum: 0.0, maximum: 10.0, decimals: 4 },
        "Additional charge",
        "Refrigerant for each further metre, kg/m.",
    ),
    required("liquidInsulationMm", &MILLIMETRES, "Liquid insulation", "Thickness, mm."),
    required("gasInsulationMm", &MILLIMETRES, "Gas insulation", "Thickness, mm."),
    required("drainMm", &MILLIMETRES, "Drain", "Condensate pipe, nominal mm."),
]);

static AMPERES: Shape = Shape::Number { minimum: 0.1, maximum: 2000.0, decimals: 1 };
static ELECTRICAL: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("volts", &Shape::Whole { minimum: 100, maximum: 1000 }, "Voltage", "V."),
    required("phases", &Shape::Whole { minimum: 1, maximum: 3 }, "Phases", "1 or 3."),
    required("minimumCircuitA", &AMPERES, "Minimum circuit", "Minimum circuit ampacity (MCA), A."),
    required("breakerA", &AMPERES, "Breaker", "Circuit breaker, A."),
    required("powerCable", &Shape::Identifier, "Power cable", "Cores by mm2, such as 3x2.5."),
    required("controlCable", &Shape::Identifier, "Control cable", "Cores by mm2, between the units."),
]);

static KILOGRAMS: Shape = Shape::Number { minimum: 0.1, maximum: 10_000.0, decimals: 1 };
static MASS: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("indoor", &KILOGRAMS, "Indoor unit", "kg."),
    required("outdoor", &KILOGRAMS, "Outdoor unit", "kg."),
]);
