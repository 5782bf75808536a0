//! Room types (房间用途): index bands.

use super::design::RoomDesign;
use crate::boundary::from_node;
use crate::finding::Confidence;
use serde::Serialize;

/// A room type (房间用途) with its index band.
#[derive(Clone, Debug)]
pub struct RoomType {
    /// What a project states as use.
    pub id: String,
    /// The Chinese name.
    pub name_zh: String,
    /// The English name.
    pub name_en: String,
    /// Room dry bulb in summer, °C.
    pub cooling_set_point_c: f64,
    /// Low end of the index band (冷指标), W/m².
    pub low_w_m2: f64,
    /// High end of the index band, W/m².
    pub high_w_m2: f64,
    /// Where the band comes from, in English.
    pub band_source: String,
    /// Where the band comes from, in Chinese.
    pub band_source_zh: String,
    /// How far the band can be trusted.
    pub band_confidence: Confidence,
    /// Where the set-point comes from, in English.
    pub set_point_source: String,
    /// Where the set-point comes from, in Chinese.
    pub set_point_source_zh: String,
    /// How far the set-point can be trusted.
    pub set_point_confidence: Confidence,
    /// The band against the detailed index table, where that has a row of the same use and the band is not from that row.
    pub index_check: Option<IndexCheck>,
    /// Whether it is a room of electronic equipment, which needs cooling all year round.
    pub electronic: bool,
    /// What a computed load fills in where the buyer states nothing.
    pub design: RoomDesign,
}

from_node!(struct RoomType {
    id,
    name_zh,
    name_en,
    cooling_set_point_c,
    low_w_m2,
    high_w_m2,
    band_source,
    band_source_zh,
    band_confidence,
    set_point_source,
    set_point_source_zh,
    set_point_confidence,
    index_check,
    electronic or false,
    design,
});

/// What the detailed index table says of a room type.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexCheck {
    /// The row of the table.
    pub row: String,
    /// Its total, W/m².
    #[serde(rename = "totalWM2")]
    pub total_w_m2: f64,
    /// Where that lies to the band.
    pub verdict: Verdict,
}

from_node!(struct IndexCheck { row, total_w_m2, verdict });

/// Where a value lies to a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// In it, ends included.
    Inside,
    /// Above its high end.
    Above,
    /// Below its low end.
    Below,
}

from_node!(
    enum Verdict {
        Inside,
        Above,
        Below,
    }
);
