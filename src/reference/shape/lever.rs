//! The shape of levers.

use super::TEXT;
use crate::boundary::shape::{Shape, required};

pub(super) static LEVERS: Shape = Shape::List { item: &LEVER, least: 0, most: 100 };
static LEVER: Shape = Shape::Object(&[
    required("id", &KIND, "Identifier", "What it changes."),
    required("low", &Shape::Scalar, "Low", "The value or factor of the lower load."),
    required("high", &Shape::Scalar, "High", "The value or factor of the higher load."),
    required("questionZh", &TEXT, "Question (zh)", "What to ask the buyer, in Chinese."),
    required("questionEn", &TEXT, "Question (en)", "What to ask the buyer, in English."),
    required("source", &TEXT, "Source", "Why these ends."),
    required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
]);
static KIND: Shape = Shape::Choice(&[
    "buildingYear",
    "facing",
    "glazingRatio",
    "glazing",
    "innerBlind",
    "m2PerPerson",
    "lighting",
    "equipment",
    "infiltration",
    "doorPassages",
    "outdoorAirFlow",
    "above",
    "heightM",
]);
