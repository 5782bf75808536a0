//! Air that comes in unasked (渗透): through the façade by its age, through doors by the people who pass.

use super::{Assumed, Reference};
use crate::boundary::from_node;
use crate::error::Error;
use crate::finding::Confidence;

/// Leakage of façades and doors.
#[derive(Clone, Debug)]
pub struct AirLeakage {
    /// Leakage of the façade by year of building; the first that holds is taken.
    pub bands: Vec<LeakageBand>,
    /// Outside doors.
    pub doors: Vec<Door>,
    /// How often one person of the occupancy passes a street door in an hour, coming and going.
    pub passages_per_person_hour: Assumed<f64>,
}

from_node!(struct AirLeakage { bands, doors, passages_per_person_hour });

/// How leaky (气密性) the façades of some years are.
#[derive(Clone, Debug, PartialEq)]
pub struct LeakageBand {
    /// The first year of building; absent if there is none before.
    pub built_from: Option<i32>,
    /// The year of building before which it holds; absent if there is none after.
    pub built_to: Option<i32>,
    /// Air through the façade, glass included, at 75 Pa, L/(s m²).
    pub l_s_m2: f64,
    /// Where it comes from, in English.
    pub source: String,
    /// Where it comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

from_node!(struct LeakageBand { built_from, built_to, l_s_m2, source, source_zh, confidence });

/// An outside door (外门) and the air that comes in with a person.
#[derive(Clone, Debug, PartialEq)]
pub struct Door {
    /// What a project or a room type states as door.
    pub id: String,
    /// The Chinese name.
    pub name_zh: String,
    /// The English name.
    pub name_en: String,
    /// By passages an hour, fewest first; the last has no end.
    pub bands: Vec<DoorBand>,
    /// Where the figures come from, in English.
    pub source: String,
    /// Where the figures come from, in Chinese.
    pub source_zh: String,
    /// How far they can be trusted.
    pub confidence: Confidence,
}

from_node!(struct Door { id, name_zh, name_en, bands, source, source_zh, confidence });

/// The air of one passage up to a number of passages an hour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DoorBand {
    /// The most passages an hour, included; absent in the last band.
    pub passages_to: Option<f64>,
    /// Outdoor air that comes in with one passage, m³.
    pub m3_per_passage: f64,
}

from_node!(struct DoorBand { passages_to, m3_per_passage });

impl Door {
    /// Outdoor air that comes in with one passage, m³, where `passages_per_h` people come or go in an hour.
    #[must_use]
    pub fn m3_per_passage(&self, passages_per_h: f64) -> f64 {
        let holds = |band: &&DoorBand| band.passages_to.is_none_or(|end| passages_per_h <= end);
        self.bands.iter().find(holds).or(self.bands.last()).map_or(0.0, |band| band.m3_per_passage)
    }
}

impl AirLeakage {
    /// The door `id`, or `None`.
    #[must_use]
    pub fn door(&self, id: &str) -> Option<&Door> {
        self.doors.iter().find(|door| door.id == id)
    }

    /// Whether every door is there once.
    pub(super) fn check(&self) -> Result<(), Error> {
        super::index("doors", self.doors.iter().map(|door| &door.id)).map(drop)
    }
}

impl Reference {
    /// Leakage of façades and doors.
    #[must_use]
    pub fn air_leakage(&self) -> &AirLeakage {
        &self.file.air_leakage
    }

    /// The leakage of the façade of a building of `year`, or `None` if no band holds.
    #[must_use]
    pub fn leakage_l_s_m2(&self, year: i32) -> Option<&LeakageBand> {
        self.air_leakage().bands.iter().find(|band| {
            band.built_from.is_none_or(|first| year >= first) && band.built_to.is_none_or(|end| year < end)
        })
    }
}
