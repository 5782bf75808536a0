//! The estimate by index (冷指标法): watts per square metre of a room type, times the area.
//!
//! It is a sanity band and not a load: it knows no wall, no glass and no hour. It sizes equipment only while no computed load
//! is there, and then stays beside the computed load as what that is checked against.

use super::Load;
use crate::finding::Confidence;
use crate::num;
use crate::project::Room;
use crate::reference::{IndexCheck, RoomType};
use serde::Serialize;

/// The load of a room by its index.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexEstimate {
    /// Low end of the band of the room type, W/m².
    pub low_w_m2: f64,
    /// High end of the band of the room type, W/m².
    pub high_w_m2: f64,
    /// Where in the band the index was taken, 0 to 1; absent if the project states the index itself.
    pub position: Option<f64>,
    /// The index used, W/m² to 0.01; outdoor air is in it.
    pub used_w_m2: f64,
    /// Sensible share of the total, 0 to 1.
    pub sensible_share: f64,
    /// The load at the index used.
    pub load: Load,
    /// Total at the low end of the band, W.
    pub low_w: i64,
    /// Total at the high end of the band, W.
    pub high_w: i64,
    /// What the detailed index table says of the room type, where it has a row of the same use that the band is not from.
    pub check: Option<IndexCheck>,
    /// Where the band comes from, in English.
    pub source: String,
    /// Where the band comes from, in Chinese.
    pub source_zh: String,
    /// How far the band can be trusted.
    pub confidence: Confidence,
}

/// The estimate of `room`; `None` if neither an index nor a position is stated, or the area is out of range.
pub(super) fn estimate(room: &Room, room_type: &RoomType, sensible_share: f64) -> Option<IndexEstimate> {
    let (low, high) = (room_type.low_w_m2, room_type.high_w_m2);
    let position = if room.index_w_m2.is_some() { None } else { Some(room.index_position?) };
    let used = match position {
        Some(position) => num::quantise(low + position * (high - low), 2),
        None => room.index_w_m2?,
    };
    let total_w = whole_product(used, room.area_m2)?;
    let sensible_w = whole_product(num::from_whole(total_w), sensible_share)?;
    // The parts are the whole: latent is what is left.
    let latent_w = total_w.checked_sub(sensible_w)?;
    Some(IndexEstimate {
        low_w_m2: low,
        high_w_m2: high,
        position,
        used_w_m2: used,
        sensible_share,
        load: Load { total_w, sensible_w, latent_w },
        low_w: whole_product(low, room.area_m2)?,
        high_w: whole_product(high, room.area_m2)?,
        check: room_type.index_check.clone(),
        source: room_type.band_source.clone(),
        source_zh: room_type.band_source_zh.clone(),
        confidence: room_type.band_confidence,
    })
}

/// The product of two numbers of at most two decimals, rounded half-up to a whole number, by integers: a tie that binary
/// fractions miss would be another watt than an engineer's.
fn whole_product(a: f64, b: f64) -> Option<i64> {
    let hundredths = |x: f64| num::to_whole(x * 100.0);
    let product = hundredths(a)?.checked_mul(hundredths(b)?)?;
    product.checked_add(5_000)?.checked_div(10_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_rounded_up() {
        assert_eq!(whole_product(39.48, 12.5), Some(494)); // 493.5
        assert_eq!(whole_product(100_000.0, 5000.0), Some(500_000_000));
        assert_eq!(whole_product(500_000_000.0, 0.94), Some(470_000_000));
    }
}
