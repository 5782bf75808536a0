//! The shape of wishes about the equipment.

use super::{MOST_UNITS, MOUNTING};
use crate::boundary::shape::{Shape, optional};

/// Wishes about the equipment.
pub(super) static PREFERENCES: Shape = Shape::Object(&[
    optional(
        "mountings",
        &Shape::List { item: &MOUNTING, least: 1, most: 6 },
        "Mountings",
        "Indoor units that are wanted; default any.",
    ),
    optional(
        "maxUnitsPerRoom",
        &MOST_UNITS,
        "Most sets in a room",
        "The most identical sets in one room; default 8.",
    ),
    optional("objective", &OBJECTIVE, "Objective", "What the systems are chosen by; default installedCost."),
    optional(
        "systems",
        &Shape::List { item: &SYSTEM, least: 1, most: 6 },
        "Systems",
        "Kinds of systems that are wanted; default any.",
    ),
    optional(
        "brands",
        &Shape::List { item: &BRAND, least: 1, most: 50 },
        "Brands",
        "The only brands that are wanted; default any.",
    ),
    optional(
        "products",
        &Shape::List { item: &Shape::Identifier, least: 1, most: 1000 },
        "Products",
        "The only products that are wanted; default any.",
    ),
    optional(
        "worstGrade",
        &GRADE,
        "Efficiency grade",
        "The worst grade that is wanted, from 1; default any.",
    ),
    optional("coolingOnly", &Shape::Flag, "Cooling only", "Whether heating is done without; default no."),
    optional(
        "simultaneous",
        &Shape::Flag,
        "Cooling and heating at once",
        "Whether some rooms are heated while others are cooled; default no.",
    ),
    optional(
        "shareAcrossFloors",
        &Shape::Flag,
        "Share across floors",
        "Whether rooms of different floors may share a system; default no.",
    ),
    optional("running", &RUNNING, "Running", "What the years of running cost."),
]);

static OBJECTIVE: Shape = Shape::Choice(&["installedCost", "lifeCycleCost", "efficiency", "noise"]);
static SYSTEM: Shape = Shape::Choice(&[
    "matchedSplit",
    "multiSplit",
    "vrfHeatPump",
    "vrfHeatRecovery",
    "rooftop",
    "chilledWater",
]);
static BRAND: Shape = Shape::Text { most: 80 };
static GRADE: Shape = Shape::Whole { minimum: 1, maximum: 5 };

static RUNNING: Shape = Shape::Object(&[
    optional("years", &YEARS, "Years", "How many years count; default that of the reference data."),
    optional(
        "tariffPerKwh",
        &Shape::Money,
        "Tariff",
        "Price of electricity in the currency of the books for each kWh.",
    ),
    optional(
        "coolingFullLoadHours",
        &FULL_LOAD_HOURS,
        "Full-load hours",
        "Cooling of a year over the design load, h.",
    ),
]);
pub(crate) static YEARS: Shape = Shape::Whole { minimum: 1, maximum: 30 };
pub(crate) static FULL_LOAD_HOURS: Shape = Shape::Whole { minimum: 1, maximum: 8760 };
