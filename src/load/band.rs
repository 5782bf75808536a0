//! The computed load beside the index band of its room type (冷指标校核): a reason to look, and never what equipment is sized by.

use super::cross_check::Place;
use crate::finding::Confidence;
use crate::num;
use crate::reference::{IndexCheck, RoomType};
use serde::Serialize;

/// A load beside the band in which rooms of its type are estimated.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BandComparison {
    /// Low end of the band of the room type, W/m²; outdoor air is in it.
    pub low_w_m2: f64,
    /// High end of the band, W/m².
    pub high_w_m2: f64,
    /// The room's load for a square metre of floor, W/m² to 0.1.
    pub load_w_m2: f64,
    /// Where it lies.
    pub place: Place,
    /// What the detailed index table says of the room type, where it has a row of the same use that the band is not from.
    pub check: Option<IndexCheck>,
    /// Where the band comes from, in English.
    pub source: String,
    /// Where the band comes from, in Chinese.
    pub source_zh: String,
    /// How far the band can be trusted.
    pub confidence: Confidence,
}

/// A load of `total_w` on `area_m2` beside the band of `room_type`.
pub(super) fn compare(total_w: i64, area_m2: f64, room_type: &RoomType) -> BandComparison {
    let load_w_m2 = num::quantise(num::from_whole(total_w) / area_m2, 1);
    let place = if load_w_m2 < room_type.low_w_m2 {
        Place::Below
    } else if load_w_m2 > room_type.high_w_m2 {
        Place::Above
    } else {
        Place::Inside
    };
    BandComparison {
        low_w_m2: room_type.low_w_m2,
        high_w_m2: room_type.high_w_m2,
        load_w_m2,
        place,
        check: room_type.index_check.clone(),
        source: room_type.band_source.clone(),
        source_zh: room_type.band_source_zh.clone(),
        confidence: room_type.band_confidence,
    }
}
