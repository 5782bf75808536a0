//! The shape of leakage.

use super::{CONFIDENCE, TEXT, assumed};
use crate::boundary::shape::{Shape, optional, required};

pub(super) static AIR_LEAKAGE: Shape = Shape::Object(&[
    required("bands", &BANDS, "Façades", "By year of building; the first that holds is taken."),
    required("doors", &DOORS, "Doors", "Outside doors and the air of a passage."),
    required(
        "passagesPerPersonHour",
        &Shape::Object(&assumed(&PASSAGES_EACH)),
        "Passages of a person",
        "Of one person of the occupancy through a street door, 1/h.",
    ),
]);
static PASSAGES_EACH: Shape = Shape::Number { minimum: 0.0, maximum: 60.0, decimals: 2 };

static BANDS: Shape = Shape::List { item: &BAND, least: 1, most: 50 };
static BAND: Shape = Shape::Object(&[
    optional("builtFrom", &YEAR, "From", "The first year of building."),
    optional("builtTo", &YEAR, "To", "The year of building before which it holds."),
    required("lSM2", &LEAKAGE, "Leakage", "Of the façade at 75 Pa, L/(s m2)."),
    required("source", &TEXT, "Source", "Where it comes from."),
    required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far it can be trusted."),
]);
static YEAR: Shape = Shape::Whole { minimum: 1800, maximum: 2200 };
static LEAKAGE: Shape = Shape::Number { minimum: 0.0, maximum: 50.0, decimals: 2 };

static DOORS: Shape = Shape::List { item: &DOOR, least: 1, most: 50 };
static DOOR: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "What a project states as door."),
    required("nameZh", &TEXT, "Name (zh)", "The Chinese name."),
    required("nameEn", &TEXT, "Name (en)", "The English name."),
    required("bands", &DOOR_BANDS, "Bands", "By passages an hour, fewest first."),
    required("source", &TEXT, "Source", "Where the figures come from."),
    required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far they can be trusted."),
]);
static DOOR_BANDS: Shape = Shape::List { item: &DOOR_BAND, least: 1, most: 20 };
static DOOR_BAND: Shape = Shape::Object(&[
    optional("passagesTo", &PASSAGES, "Up to", "Passages an hour, included; absent in the last band."),
    required("m3PerPassage", &AIR, "Air", "Outdoor air of one passage, m3."),
]);
static PASSAGES: Shape = Shape::Number { minimum: 0.0, maximum: 100_000.0, decimals: 1 };
static AIR: Shape = Shape::Number { minimum: 0.0, maximum: 100.0, decimals: 2 };
