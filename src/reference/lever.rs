//! Levers (不确定因素): what may be otherwise where nothing was stated, and the question that would settle it.

use super::Reference;
use crate::boundary::from_node;
use crate::scalar::Scalar;
use serde::Serialize;

/// Something that was not stated, between the value that gives the lower load and the one that gives the higher.
#[derive(Clone, Debug, PartialEq)]
pub struct Lever {
    /// What it is, and whether its ends are values or factors.
    pub id: LeverKind,
    /// The value or factor of the lower load.
    pub low: Scalar,
    /// The value or factor of the higher load.
    pub high: Scalar,
    /// What to ask the buyer, in Chinese.
    pub question_zh: String,
    /// What to ask the buyer, in English.
    pub question_en: String,
    /// Why these ends, in English.
    pub source: String,
    /// Why these ends, in Chinese.
    pub source_zh: String,
}

from_node!(struct Lever { id, low, high, question_zh, question_en, source, source_zh });

/// What a lever changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LeverKind {
    /// The year of the building, a value.
    BuildingYear,
    /// Where the façade looks to, a value.
    Facing,
    /// Glass over wall area, a value.
    GlazingRatio,
    /// The identifier of the glazing, a value.
    Glazing,
    /// The identifier of the blind in the room or `none`, a value.
    InnerBlind,
    /// Floor area of one person, a factor.
    M2PerPerson,
    /// Lighting power, a factor.
    Lighting,
    /// Equipment power, a factor.
    Equipment,
    /// Air through the façade, a factor.
    Infiltration,
    /// Passages through the street door, a factor.
    DoorPassages,
    /// The flow of outdoor air, a factor.
    OutdoorAirFlow,
    /// What is above the room, a value.
    Above,
    /// Clear height of the room, a factor.
    HeightM,
}

from_node!(
    enum LeverKind {
        BuildingYear,
        Facing,
        GlazingRatio,
        Glazing,
        InnerBlind,
        M2PerPerson,
        Lighting,
        Equipment,
        Infiltration,
        DoorPassages,
        OutdoorAirFlow,
        Above,
        HeightM,
    }
);

impl LeverKind {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BuildingYear => "buildingYear",
            Self::Facing => "facing",
            Self::GlazingRatio => "glazingRatio",
            Self::Glazing => "glazing",
            Self::InnerBlind => "innerBlind",
            Self::M2PerPerson => "m2PerPerson",
            Self::Lighting => "lighting",
            Self::Equipment => "equipment",
            Self::Infiltration => "infiltration",
            Self::DoorPassages => "doorPassages",
            Self::OutdoorAirFlow => "outdoorAirFlow",
            Self::Above => "above",
            Self::HeightM => "heightM",
        }
    }
}

impl Reference {
    /// What may be otherwise where nothing was stated, in the file's order.
    #[must_use]
    pub fn levers(&self) -> &[Lever] {
        &self.file.levers
    }
}
