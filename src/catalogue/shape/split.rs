//! The shape of a matched split.

use super::machine::{AIR, EFFICIENCIES, ELECTRICAL, GRID, LEAST_PART_LOAD, LIMITS, SIZE, SOUND, STAGES};
use super::{CELL, CHARGE, DRY_BULB, KILOGRAMS, METRES, MILLIMETRES, SHARE, STATUS, TEXT, WATTS, WET_BULB};
use crate::boundary::shape::{Field, Shape, optional, required};

pub(super) static MATCHED_SPLIT: &[Field] = &[
    required("indoorModel", &TEXT, "Indoor model", "The indoor unit's model."),
    required("mounting", &crate::project::shape::MOUNTING, "Mounting", "How the indoor unit is mounted."),
    optional("rated", &CAPACITY, "Rated", "At 27 dry bulb, 19 wet bulb, 35 outdoors, degrees Celsius."),
    required("cooling", &COOLING, "Cooling", "The maker's cooling table."),
    optional("heating", &HEATING, "Heating", "Heating capacity."),
    optional("piping", &PIPING, "Piping", "Pipes, limits, charge, insulation."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("massKg", &MASS, "Mass", "Of indoor and outdoor unit, kg."),
    optional("leastHeightM", &METRES, "Lowest outlet", "Above the floor, m."),
    optional("indoorSizeMm", &SIZE, "Size indoors", "Width, height, depth, mm."),
    optional("outdoorSizeMm", &SIZE, "Size outdoors", "Width, height, depth, mm."),
    optional("air", &AIR, "Air", "Of the indoor unit."),
    optional("indoorSound", &SOUND, "Sound indoors", "Of the indoor unit."),
    optional("outdoorSound", &SOUND, "Sound outdoors", "Of the outdoor unit."),
    optional("limits", &LIMITS, "Limits", "The outdoor air at which it may run."),
    optional("stages", &STAGES, "Stages", "How it meets part of its load."),
    optional(
        "leastPartLoad",
        &LEAST_PART_LOAD,
        "Least part load",
        "Share of its capacity below which it stops.",
    ),
    optional("efficiency", &EFFICIENCIES, "Efficiency", "By standards."),
];

static CAPACITY: Shape = Shape::Object(&[
    required("totalW", &WATTS, "Total", "Total cooling capacity, W."),
    required("sensibleW", &WATTS, "Sensible", "Sensible cooling capacity, W."),
    required("inputW", &WATTS, "Input", "Electrical input, W."),
]);

static CELLS: Shape = Shape::List { item: &CELL, least: 1, most: 100 };
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
    optional("table", &GRID, "Table", "By indoorDryBulbC and outdoorWetBulbC."),
    optional(
        "defrostIncluded",
        &Shape::Flag,
        "Defrost",
        "Whether the table holds what defrost takes; default no.",
    ),
]);

static PIPING: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("refrigerant", &Shape::Identifier, "Refrigerant", "Such as R32."),
    required("liquidMm", &MILLIMETRES, "Liquid pipe", "Outside diameter, mm."),
    required("gasMm", &MILLIMETRES, "Gas pipe", "Outside diameter, mm."),
    required("maxLengthM", &METRES, "Longest run", "One-way pipe, m."),
    required("maxHeightM", &METRES, "Greatest height", "Between outdoor and indoor unit, m."),
    required("prechargedM", &METRES, "Precharged", "Pipe that the factory charge covers, m."),
    optional("factoryChargeKg", &KILOGRAMS, "Factory charge", "Refrigerant as delivered, kg."),
    required("additionalKgPerM", &CHARGE, "Additional charge", "Refrigerant for each further metre, kg/m."),
    required("liquidInsulationMm", &MILLIMETRES, "Liquid insulation", "Thickness, mm."),
    required("gasInsulationMm", &MILLIMETRES, "Gas insulation", "Thickness, mm."),
    required("drainMm", &MILLIMETRES, "Drain", "Condensate pipe, nominal mm."),
    optional(
        "lengthFactors",
        &LENGTH_FACTORS,
        "Length factors",
        "What is left of the capacity by pipe length.",
    ),
]);

pub(super) static LENGTH_FACTORS: Shape = Shape::List { item: &LENGTH_FACTOR, least: 1, most: 50 };
static LENGTH_FACTOR: Shape = Shape::Object(&[
    required("lengthM", &METRES, "Length", "Equivalent, one way, m."),
    required("cooling", &SHARE, "Cooling", "Share that is left."),
    required("heating", &SHARE, "Heating", "Share that is left."),
]);

static MASS: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("indoor", &KILOGRAMS, "Indoor unit", "kg."),
    required("outdoor", &KILOGRAMS, "Outdoor unit", "kg."),
]);
