//! The quantities of ventilators (新风设备): n identical units that bring outdoor air to one room.

use super::bill::{BillLine, Unit};
use super::circumstances::Circumstances;
use super::lines::Lines;
use super::matched_split::breaker;
use crate::catalogue::Electrical;
use crate::error::Error;
use serde::Serialize;

/// N identical ventilators of one room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct VentilatorSystem {
    /// The room.
    pub room: String,
    /// The product.
    pub product: String,
    /// How many.
    pub sets: u32,
    /// Outdoor air of each, m³/h.
    pub flow_m3_h: f64,
    /// Its supply.
    pub electrical: Electrical,
}

/// The air speed of round ducts, m/s: low for the sound in rooms, a judgement. It moves the size of the duct and a price, no load.
const DUCT_SPEED_M_S: f64 = 4.0;
/// Diameters that the trade stocks, mm.
const DIAMETERS_MM: [u32; 7] = [100, 125, 150, 200, 250, 315, 400];
/// Outdoor air in, exhaust out, supply to the room and return from it: a recovery ventilator has four ducts, of which the two
/// outdoors are as long as the drain, which goes to the same wall.
const DUCTS_INDOORS: f64 = 2.0;
const DUCTS_OUTDOORS: f64 = 2.0;

/// The quantities of ventilators under the circumstances of their room.
///
/// # Errors
/// As [`matched_split()`](super::matched_split()).
pub fn ventilator(system: &VentilatorSystem, id: &str, site: &Circumstances) -> Result<Vec<BillLine>, Error> {
    let field = |name: &str| site.field(name);
    let mut lines = Lines::of(id, Some(&system.room), system.sets);
    lines.equipment(&system.product);
    lines.pieces("installVentilator", None, Some(system.flow_m3_h), Unit::Set, "product.air.flowM3H");
    lines.pieces("workAtHeight", None, Some(site.install_height_m), Unit::Set, &field("installHeightM"));
    let duct = round_duct(system.flow_m3_h);
    let length = DUCTS_INDOORS * site.duct_run_m + DUCTS_OUTDOORS * site.drain_run_m;
    lines.metres("airDuct", (&duct, "product.air.flowM3H"), length, &field("ductRunM"))?;
    lines.several("grille", None, 4, "selection")?;
    let power = (system.electrical.power_cable.as_str(), "product.electrical.powerCable");
    lines.metres("powerCable", power, site.power_cable_run_m, &field("powerCableRunM"))?;
    let breaker = breaker(&system.electrical);
    let breaker = (breaker.as_str(), "product.electrical.breakerA");
    lines.pieces("circuitBreaker", Some(breaker), None, Unit::Piece, "selection");
    let wall = (site.wall.as_str(), &*field("wall"));
    lines.several("wallHole", Some(wall), 2, "selection")?;
    lines.pieces("commissioning", None, None, Unit::Set, "selection");
    Ok(lines.finish())
}

/// The smallest stocked duct that carries the air; the largest where none does.
pub(super) fn round_duct(flow_m3_h: f64) -> String {
    let area_m2 = flow_m3_h / 3600.0 / DUCT_SPEED_M_S;
    let carries = |diameter: &&u32| {
        let metres = f64::from(**diameter) / 1000.0;
        std::f64::consts::FRAC_PI_4 * metres * metres >= area_m2
    };
    let diameter = DIAMETERS_MM.iter().find(carries).or(DIAMETERS_MM.last()).copied().unwrap_or(0);
    format!("round{diameter}")
}
