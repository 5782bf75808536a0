//! Heating capacity at the winter design (冬季制热量), with what defrost takes.

use super::demand::Demand;
use crate::catalogue::{AltitudeFactor, Defrost, Grid, Heating, Miss};
use crate::num;

/// What a machine gives at the winter design.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heat {
    /// W.
    pub(super) watts: i64,
    /// Whether what defrost takes is out of it; otherwise it is more than the machine gives.
    pub(super) with_defrost: bool,
}

/// What a split gives at the winter design; `None` if the catalogue has no table.
///
/// # Errors
/// With the [`Miss`] if its table does not reach the winter design.
pub(super) fn of_split(heating: Option<&Heating>, demand: &Demand) -> Result<Option<Heat>, Miss> {
    let Some((heating, table)) = heating.and_then(|heating| Some((heating, heating.table.as_ref()?))) else {
        return Ok(None);
    };
    let indoor = not_colder(table, demand.winter_indoor_c);
    let reading = table.at(&[indoor, demand.place.winter_wet_bulb_c])?;
    Ok(Some(Heat { watts: reading.total_w, with_defrost: heating.defrost_included }))
}

/// The indoor air at which a heating table is read: of a room colder than the table has, its coldest, where a machine gives less.
pub(super) fn not_colder(table: &Grid, indoor_c: f64) -> f64 {
    table.axis("indoorDryBulbC").first().map_or(indoor_c, |coldest| indoor_c.max(*coldest))
}

/// What defrost leaves of a capacity at an outdoor wet bulb: linear between the maker's points; below the lowest point that point's,
/// because no frost grows in colder and drier air, and above the highest all of it.
pub(super) fn defrost_factor(points: &[Defrost], outdoor_wet_bulb_c: f64) -> f64 {
    let between =
        linear(points.iter().map(|point| (point.outdoor_wet_bulb_c, point.factor)), outdoor_wet_bulb_c);
    match between {
        Place::Inside(factor) | Place::Below(factor) => factor,
        Place::Beyond => 1.0,
    }
}

/// What the height of the place leaves; `None` beyond the highest that the maker states.
pub(super) fn altitude_factor(points: &[AltitudeFactor], elevation_m: f64) -> Option<f64> {
    match linear(points.iter().map(|point| (point.elevation_m, point.factor)), elevation_m) {
        Place::Inside(factor) | Place::Below(factor) => Some(factor),
        Place::Beyond => None,
    }
}

/// Where a value lies among points, and the factor there.
enum Place {
    Below(f64),
    Inside(f64),
    Beyond,
}

fn linear(points: impl Iterator<Item = (f64, f64)>, at: f64) -> Place {
    let mut before: Option<(f64, f64)> = None;
    for (x, y) in points {
        if at <= x {
            return match before {
                None if at < x => Place::Below(y),
                None => Place::Inside(y),
                Some((low_x, low_y)) => Place::Inside(low_y + (at - low_x) / (x - low_x) * (y - low_y)),
            };
        }
        before = Some((x, y));
    }
    Place::Beyond
}

/// A capacity times a factor, rounded down to the watt: a capacity is never rounded up.
pub(super) fn lessened(capacity_w: i64, factor: f64) -> i64 {
    num::to_whole((num::from_whole(capacity_w) * factor).floor()).unwrap_or(0)
}
