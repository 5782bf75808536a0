//! The other methods that an engineer shows beside a computed load (校核): the index band, and heating by hand.

use crate::error::Error;
use crate::load::construction::within;
use crate::load::space::{Fabric, Space};
use crate::load::space_load::Peak;
use crate::load::steady_heating::{Allowances, SteadyHeating, steady_heating};
use crate::load::weather::Weather;
use crate::num;
use serde::Serialize;

/// What a room is to be held against; nothing by default.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// The band that rooms of this type are estimated in, outdoor air included.
    pub index_band: Option<IndexBand>,
    /// The allowances of the hand calculation of heating.
    pub allowances: Option<Allowances>,
}

/// A band of cooling indices (冷指标).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexBand {
    /// Low end, W for a square metre of floor.
    pub low_w_m2: f64,
    /// High end, W/m².
    pub high_w_m2: f64,
    /// Where the band comes from.
    pub source: String,
}

/// Where a computed load lies against a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// Below its low end.
    Below,
    /// Inside.
    Inside,
    /// Above its high end.
    Above,
}

/// The computed load beside the band of its room type. Outside the band is a reason to look, no error.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IndexCheck {
    /// The method that it is held against: `indexEstimate`.
    pub method: &'static str,
    /// The sizing peak for a square metre of floor, outdoor air included, W/m² to 0.1.
    pub computed_w_m2: f64,
    /// The band.
    pub band: IndexBand,
    /// Where the load lies.
    pub place: Place,
}

/// The other methods' figures.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CrossChecks {
    /// Against the index band, if the room has one.
    pub index: Option<IndexCheck>,
    /// Heating by hand, if the room has allowances.
    pub heating: Option<SteadyHeating>,
}

impl Checks {
    /// Holds the load of `space` against what its checks name.
    pub(crate) fn of(
        &self,
        space: &Space,
        fabric: &Fabric,
        weather: &Weather,
        sizing_peak: &Peak,
    ) -> Result<CrossChecks, Error> {
        let index = self.index_band.as_ref().map(|band| {
            let computed_w_m2 = num::quantise(num::from_whole(sizing_peak.total_w) / space.floor_area_m2, 1);
            let place = if computed_w_m2 < band.low_w_m2 {
                Place::Below
            } else if computed_w_m2 > band.high_w_m2 {
                Place::Above
            } else {
                Place::Inside
            };
            IndexCheck { method: "indexEstimate", computed_w_m2, band: band.clone(), place }
        });
        let heating = match &self.allowances {
            Some(allowances) => Some(steady_heating(space, fabric, weather, allowances)?),
            None => None,
        };
        Ok(CrossChecks { index, heating })
    }

    /// Whether the figures can be meant.
    ///
    /// # Errors
    /// As [`Allowances::check`] within `allowances`, and [`OutOfRange`](crate::error::Fault::OutOfRange) within `indexBand` unless
    /// 0 ≤ low ≤ high ≤ 100,000 W/m².
    pub fn check(&self) -> Result<(), Error> {
        if let Some(band) = &self.index_band {
            within("indexBand.highWM2", band.high_w_m2, 0.0, 100_000.0)?;
            within("indexBand.lowWM2", band.low_w_m2, 0.0, band.high_w_m2)?;
        }
        self.allowances.as_ref().map_or(Ok(()), Allowances::check).map_err(|error| error.within("allowances"))
    }
}
