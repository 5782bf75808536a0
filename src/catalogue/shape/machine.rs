//! The shape of what machines have: tables, curves, supply, air, sound, efficiency.

use super::{CELL, DRY_BULB, FLOW, KILOGRAMS, STATUS, TEXT, WATTS};
use crate::boundary::shape::{Shape, optional, required};

/// A table on rising axes.
pub(super) static GRID: Shape = Shape::Object(&[
    required(
        "axes",
        &Shape::List { item: &AXIS, least: 1, most: 4 },
        "Axes",
        "What the table is by, the slowest first.",
    ),
    required(
        "totalW",
        &POINTS,
        "Total",
        "Total capacity at each point, the last axis fastest, W; null where none.",
    ),
    optional("sensibleW", &POINTS, "Sensible", "Sensible capacity, W."),
    optional("inputW", &POINTS, "Input", "Electrical input, W."),
]);
static AXIS: Shape = Shape::Object(&[
    required("name", &Shape::Identifier, "Name", "Such as outdoorDryBulbC."),
    required("values", &Shape::List { item: &TICK, least: 1, most: 200 }, "Values", "Rising."),
]);
static TICK: Shape = Shape::Number { minimum: -100.0, maximum: 1000.0, decimals: 3 };
static POINTS: Shape = Shape::List { item: &CELL, least: 1, most: 5000 };

/// A polynomial.
pub(super) static CURVE: Shape = Shape::Object(&[
    required("form", &FORM, "Form", "The terms in their order: 1 x x2, 1 x x2 x3, or 1 x x2 y y2 xy."),
    required(
        "coefficients",
        &Shape::List { item: &COEFFICIENT, least: 3, most: 6 },
        "Coefficients",
        "One for each term.",
    ),
    required("x", &VARIABLE, "x", "The first variable."),
    optional("y", &VARIABLE, "y", "The second variable."),
]);
static FORM: Shape = Shape::Choice(&["quadratic", "cubic", "biquadratic"]);
static COEFFICIENT: Shape = Shape::Number { minimum: -1e6, maximum: 1e6, decimals: 6 };
static VARIABLE: Shape = Shape::Object(&[
    required("name", &Shape::Identifier, "Name", "Such as outdoorDryBulbC."),
    required("from", &TICK, "From", "The least that the curve was fitted on."),
    required("to", &TICK, "To", "The most."),
    optional("per", &TICK, "Per", "What it is divided by first, so that six decimals suffice; default 1."),
]);

pub(super) static PHASES: Shape = Shape::OneOf(&[1, 3]);
static AMPERES: Shape = Shape::Number { minimum: 0.1, maximum: 5000.0, decimals: 1 };
pub(super) static ELECTRICAL: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("volts", &Shape::Whole { minimum: 100, maximum: 1000 }, "Voltage", "V."),
    required("phases", &PHASES, "Phases", "1 or 3."),
    optional("hz", &Shape::OneOf(&[50, 60]), "Frequency", "50 or 60 Hz."),
    required("minimumCircuitA", &AMPERES, "Minimum circuit", "Minimum circuit ampacity (MCA), A."),
    required("breakerA", &AMPERES, "Breaker", "Circuit breaker, A."),
    optional("maximumBreakerA", &AMPERES, "Largest breaker", "The largest protection allowed (MOP), A."),
    required("powerCable", &Shape::Identifier, "Power cable", "Cores by mm2, such as 3x2.5."),
    optional("controlCable", &Shape::Identifier, "Control cable", "Cores by mm2, between the units."),
]);

pub(super) static AIR: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required(
        "flowM3H",
        &Shape::List { item: &FLOW, least: 1, most: 10 },
        "Airflow",
        "At each speed, the highest first, m3/h.",
    ),
    required("externalStaticPa", &PASCAL, "External static pressure", "At the highest airflow, Pa."),
]);
static PASCAL: Shape = Shape::Number { minimum: 0.0, maximum: 5000.0, decimals: 1 };

pub(super) static SOUND: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required(
        "dba",
        &Shape::List { item: &DECIBEL, least: 1, most: 10 },
        "Sound pressure",
        "At each speed, the highest first, dB(A).",
    ),
    required("distanceM", &DISTANCE, "Distance", "From the unit, m."),
]);
static DECIBEL: Shape = Shape::Number { minimum: 5.0, maximum: 140.0, decimals: 1 };
static DISTANCE: Shape = Shape::Number { minimum: 0.1, maximum: 100.0, decimals: 2 };

/// Width, height, depth.
pub(super) static SIZE: Shape = Shape::List { item: &EDGE, least: 3, most: 3 };
static EDGE: Shape = Shape::Number { minimum: 10.0, maximum: 30_000.0, decimals: 1 };

pub(super) static LEAST_PART_LOAD: Shape = Shape::Number { minimum: 0.01, maximum: 1.0, decimals: 3 };

pub(super) static UNIT_MASS: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("kg", &KILOGRAMS, "Mass", "kg."),
]);

pub(super) static EFFICIENCIES: Shape = Shape::List { item: &EFFICIENCY, least: 0, most: 20 };
static EFFICIENCY: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("standard", &TEXT, "Standard", "With its edition."),
    required("metric", &TEXT, "Metric", "Such as APF, SEER, IPLV(C), CSPF, COP."),
    required("value", &FLOW, "Value", "By that metric."),
    optional("grade", &GRADE, "Grade", "By that standard, from 1, the best."),
]);
static GRADE: Shape = Shape::Whole { minimum: 1, maximum: 5 };

pub(super) static STAGES: Shape = Shape::Choice(&["single", "two", "variable"]);

pub(super) static LIMITS: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("coolingOutdoorC", &RANGE, "Cooling", "Outdoor dry bulb from, to, degrees Celsius."),
    optional("heatingOutdoorWetBulbC", &RANGE, "Heating", "Outdoor wet bulb from, to, degrees Celsius."),
]);
static RANGE: Shape = Shape::List { item: &DRY_BULB, least: 2, most: 2 };

pub(super) static RATED: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("totalW", &WATTS, "Total", "Total cooling capacity, W."),
    optional("sensibleW", &WATTS, "Sensible", "Sensible cooling capacity, W."),
    optional("inputW", &WATTS, "Input", "Electrical input in cooling, W."),
    optional("heatingTotalW", &WATTS, "Heating", "Heating capacity, W."),
]);
