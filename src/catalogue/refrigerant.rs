//! Refrigerants (制冷剂) and how much of one may be in a room.

use crate::boundary::from_node;
use crate::finding::Confidence;
use serde::Serialize;

/// A standard that limits the refrigerant in a room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Standard {
    /// GB/T 9237, China: by the volume of the room.
    GbT9237,
    /// EN 378, Europe: by the volume.
    En378,
    /// ISO 5149: by the volume.
    Iso5149,
    /// GB 4706.32, China: of a flammable refrigerant by the floor.
    Gb470632,
    /// IEC 60335-2-40: of a flammable refrigerant by the floor.
    Iec60335240,
}

from_node!(
    enum Standard {
        GbT9237,
        En378,
        Iso5149,
        Gb470632 as "gb470632",
        Iec60335240 as "iec60335240",
    }
);

impl Standard {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::GbT9237 => "gbT9237",
            Self::En378 => "en378",
            Self::Iso5149 => "iso5149",
            Self::Gb470632 => "gb470632",
            Self::Iec60335240 => "iec60335240",
        }
    }

    /// The standard that limits a flammable refrigerant by the floor in a country.
    pub(crate) fn of_floor(country: &str) -> Self {
        if country.eq_ignore_ascii_case(CHINA) { Self::Gb470632 } else { Self::Iec60335240 }
    }
}

/// The country of the reference tables (ISO 3166-1).
pub(crate) const CHINA: &str = "CN";

/// What a standard allows of a refrigerant in a room.
#[derive(Clone, Debug, PartialEq)]
pub struct RefrigerantLimit {
    /// The standard.
    pub standard: Standard,
    /// Where it holds, ISO 3166-1 alpha-2; empty for every other country.
    pub countries: Vec<String>,
    /// The most that could leak into an occupied room, kg/m³.
    pub kg_m3: f64,
    /// How far the figure can be trusted: high if it was read, medium if it was recalled.
    pub confidence: Confidence,
    /// How it was read.
    pub source: String,
}

from_node!(struct RefrigerantLimit {
    standard,
    countries or Vec::new(),
    kg_m3 as "kgM3",
    confidence,
    source,
});

/// A refrigerant.
#[derive(Clone, Debug, PartialEq)]
pub struct Refrigerant {
    /// Such as `R32`.
    pub id: String,
    /// The most that could leak into an occupied room where [`Self::limits`] has nothing for the country, kg/m³.
    pub limit_kg_m3: f64,
    /// What standards allow, by country; empty means that the limit holds everywhere.
    pub limits: Vec<RefrigerantLimit>,
    /// The lower flammable limit (可燃下限), kg/m³; absent for one that does not burn.
    pub lower_flammable_kg_m3: Option<f64>,
    /// The standard and how it was read.
    pub source: String,
}

from_node!(struct Refrigerant {
    id,
    limit_kg_m3 as "limitKgM3",
    limits or Vec::new(),
    lower_flammable_kg_m3 as "lowerFlammableKgM3",
    source,
});

impl Refrigerant {
    /// What the standard of a country allows: the first that names it, else the first that names none; `None` if there is neither.
    #[must_use]
    pub fn limit_in(&self, country: &str) -> Option<&RefrigerantLimit> {
        let named = self
            .limits
            .iter()
            .find(|limit| limit.countries.iter().any(|one| one.eq_ignore_ascii_case(country)));
        named.or_else(|| self.limits.iter().find(|limit| limit.countries.is_empty()))
    }

    /// The most that could leak into an occupied room of a country, kg/m³.
    #[must_use]
    pub fn kg_m3_in(&self, country: &str) -> f64 {
        self.limit_in(country).map_or(self.limit_kg_m3, |limit| limit.kg_m3)
    }
}

/// A diameter of water pipe.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WaterPipe {
    /// The most water, m³/h.
    pub up_to_m3_h: f64,
    /// Nominal diameter, mm.
    pub nominal_mm: f64,
}

from_node!(struct WaterPipe { up_to_m3_h as "upToM3H", nominal_mm });
