//! The shape of a family.

use super::machine::LIMITS;
use super::split::LENGTH_FACTORS;
use super::{CHARGE, COUNT, DRY_BULB, INDEX, KILOGRAMS, METRES, MILLIMETRES, SHARE, STATUS, TEXT};
use crate::boundary::shape::{Shape, optional, required};

/// A family of outdoor and indoor units that connect.
pub(in crate::catalogue) static FAMILY: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "Unique among the families."),
    required("brand", &TEXT, "Brand", "The maker's brand."),
    required("source", &Shape::Identifier, "Source", "Where its figures come from."),
    optional("sourceAt", &TEXT, "Place in the source", "A page, a sheet or a table of it."),
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("system", &SYSTEM, "System", "What kind of system it makes."),
    required("refrigerant", &Shape::Identifier, "Refrigerant", "Such as R410A."),
    required("ratio", &RATIOS, "Connection ratio", "From, to."),
    optional("ratioRules", &RATIO_RULES, "Ratio rules", "Lower greatest ratios."),
    optional("freshAirShare", &SHARE, "Fresh air", "The largest share of fresh-air units in the ratio."),
    optional("freshAirAlone", &RATIOS, "Fresh air alone", "The ratio of fresh-air units alone, from, to."),
    optional("highStaticWeight", &SHARE, "High static", "What a high-static unit counts in the ratio."),
    optional("highStaticPa", &PASCAL, "High static from", "External static pressure, Pa."),
    optional("combinations", &COMBINATIONS, "Combinations", "Outdoor units that may work as one."),
    optional("piping", &PIPING, "Piping", "Limits and diameters of the pipe."),
    optional("charge", &CHARGES, "Charge", "Refrigerant beyond the factory charge."),
    optional("lengthFactors", &LENGTH_FACTORS, "Length factors", "What is left of the capacity by length."),
    optional("defrost", &DEFROSTS, "Defrost", "What is left of heating by outdoor wet bulb."),
    optional("altitude", &ALTITUDES, "Altitude", "What is left of the capacity by height of the place."),
    optional("limits", &LIMITS, "Limits", "The outdoor air at which it may run."),
]);

static SYSTEM: Shape = Shape::Choice(&["multiSplit", "vrfHeatPump", "vrfHeatRecovery"]);
static RATIO: Shape = Shape::Number { minimum: 0.1, maximum: 5.0, decimals: 3 };
static RATIOS: Shape = Shape::List { item: &RATIO, least: 2, most: 2 };
static RATIO_RULES: Shape = Shape::List { item: &RATIO_RULE, least: 0, most: 10 };
static RATIO_RULE: Shape = Shape::Object(&[
    required("aboveIndoorHeightM", &METRES, "Above", "Height between indoor units, m."),
    required("maximum", &RATIO, "Greatest ratio", "Then."),
]);
static PASCAL: Shape = Shape::Number { minimum: 0.0, maximum: 1000.0, decimals: 1 };
static COMBINATIONS: Shape = Shape::List { item: &COMBINATION, least: 0, most: 500 };
static COMBINATION: Shape = Shape::Object(&[
    required(
        "units",
        &Shape::List { item: &Shape::Identifier, least: 2, most: 6 },
        "Units",
        "The outdoor units, one for each module.",
    ),
    required("maxIndoor", &COUNT, "Most indoor units", "Of the combination."),
]);

static PIPING: Shape = Shape::Object(&[
    required("totalM", &METRES, "In all", "All pipe, one way, m."),
    required("farthestM", &METRES, "Farthest", "From outdoor to indoor unit, m."),
    required("farthestEquivalentM", &METRES, "Farthest, equivalent", "With joints as length, m."),
    required("firstBranchM", &METRES, "After the first joint", "To the farthest indoor unit, m."),
    required("heightAboveM", &METRES, "Outdoor above", "Height, m."),
    required("heightBelowM", &METRES, "Outdoor below", "Height, m."),
    required("indoorHeightM", &METRES, "Between indoor units", "Height, m."),
    required("jointEquivalentM", &METRES, "Joint", "What it counts as length, m."),
    required(
        "pipes",
        &Shape::List { item: &PIPE, least: 1, most: 50 },
        "Pipes",
        "Diameters by the indices beyond, rising.",
    ),
    required("liquidInsulationMm", &MILLIMETRES, "Liquid insulation", "Thickness, mm."),
    required("gasInsulationMm", &MILLIMETRES, "Gas insulation", "Thickness, mm."),
]);
static PIPE: Shape = Shape::Object(&[
    required("upToIndex", &INDEX, "Up to", "The largest sum of indices beyond."),
    required("liquidMm", &MILLIMETRES, "Liquid pipe", "Outside diameter, mm."),
    required("gasMm", &MILLIMETRES, "Gas pipe", "Outside diameter, mm."),
]);

static CHARGES: Shape = Shape::Object(&[
    required(
        "perMetre",
        &Shape::List { item: &PER_METRE, least: 1, most: 50 },
        "For each metre",
        "By liquid pipe.",
    ),
    required("perIndoorKg", &KILOGRAMS, "For each indoor unit", "kg."),
]);
static PER_METRE: Shape = Shape::Object(&[
    required("liquidMm", &MILLIMETRES, "Liquid pipe", "Outside diameter, mm."),
    required("kgPerM", &CHARGE, "Refrigerant", "kg/m."),
]);

static DEFROSTS: Shape = Shape::List { item: &DEFROST, least: 1, most: 50 };
static DEFROST: Shape = Shape::Object(&[
    required("outdoorWetBulbC", &DRY_BULB, "Outdoor wet bulb", "Degrees Celsius, rising."),
    required("factor", &SHARE, "Factor", "Share that is left."),
]);
static ALTITUDES: Shape = Shape::List { item: &ALTITUDE, least: 1, most: 50 };
static ALTITUDE: Shape = Shape::Object(&[
    required("elevationM", &ELEVATION, "Height", "Of the place, m, rising."),
    required("factor", &SHARE, "Factor", "Share that is left."),
]);
static ELEVATION: Shape = Shape::Number { minimum: -430.0, maximum: 6000.0, decimals: 1 };
