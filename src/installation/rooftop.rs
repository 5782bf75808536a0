//! The quantities of rooftop units (屋顶机): n identical units that serve one room through ducts.

use super::bill::{BillLine, Unit};
use super::circumstances::Circumstances;
use super::lines::Lines;
use super::matched_split::breaker;
use crate::catalogue::Electrical;
use crate::error::Error;
use crate::num;
use crate::quantity::Quantity;
use serde::Serialize;

/// N identical rooftop units that serve one room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RooftopSystem {
    /// The room.
    pub room: String,
    /// The product.
    pub product: String,
    /// How many.
    pub sets: u32,
    /// Supply air of each, m³/h.
    pub flow_m3_h: f64,
    /// Its mass, kg.
    pub mass_kg: f64,
    /// Its supply.
    pub electrical: Electrical,
}

/// The air speed that supply ducts are sized for, m/s: the middle of 5 to 6.5 m/s for main ducts of public buildings in Chinese
/// practice (GB 50736-2012 table 10.1.5 as recalled, not read). It moves the size of the duct and with it a price, no load.
const DUCT_SPEED_M_S: f64 = 6.0;
/// Supply air of one outlet, m³/h: a judgement, an ordinary square diffuser of 360 mm.
const OUTLET_M3_H: f64 = 800.0;
/// Square metres of duct are counted to 0.1 m².
const AREA_DECIMALS: u32 = 1;

/// The quantities of rooftop units under the circumstances of their room.
///
/// The duct of each is square, of the area that its air needs at 6 m/s, and as long as the room's duct run.
///
/// # Errors
/// As [`matched_split()`](super::matched_split()).
pub fn rooftop(system: &RooftopSystem, id: &str, site: &Circumstances) -> Result<Vec<BillLine>, Error> {
    let field = |name: &str| site.field(name);
    let mut lines = Lines::of(id, Some(&system.room), system.sets);
    lines.equipment(&system.product);
    lines.pieces("lifting", None, Some(f64::from(site.storey)), Unit::Set, &field("storey"));
    lines.pieces("installRooftop", None, Some(system.mass_kg), Unit::Set, "product.mass.kg");
    lines.pieces("roofCurb", None, None, Unit::Piece, "selection");
    let duct = Quantity::measured(4.0 * duct_side_m(system.flow_m3_h) * site.duct_run_m, AREA_DECIMALS)?;
    lines.measured("supplyDuct", None, duct, Unit::SquareMetre, &field("ductRunM"))?;
    lines.measured("supplyDuctInsulation", None, duct, Unit::SquareMetre, &field("ductRunM"))?;
    lines.several("diffuser", None, outlets(system.flow_m3_h), "product.ratedFlowM3H")?;
    let power = (system.electrical.power_cable.as_str(), "product.electrical.powerCable");
    lines.metres("powerCable", power, site.power_cable_run_m, &field("powerCableRunM"))?;
    let breaker = breaker(&system.electrical);
    let breaker = (breaker.as_str(), "product.electrical.breakerA");
    lines.pieces("circuitBreaker", Some(breaker), None, Unit::Piece, "selection");
    lines.pieces("commissioning", None, None, Unit::Set, "selection");
    Ok(lines.finish())
}

/// The side of the square duct of a unit of this airflow, m.
pub(crate) fn duct_side_m(flow_m3_h: f64) -> f64 {
    (flow_m3_h / 3600.0 / DUCT_SPEED_M_S).sqrt()
}

/// The outlets of a unit of this airflow.
pub(crate) fn outlets(flow_m3_h: f64) -> u32 {
    let outlets = num::to_whole((flow_m3_h / OUTLET_M3_H).ceil());
    outlets.and_then(|count| u32::try_from(count).ok()).unwrap_or(1)
}
