//! The quantities of matched splits: n identical pairs in one room.

use super::bill::{BillLine, Unit};
use super::circumstances::Circumstances;
use super::lines::{CHARGE_DECIMALS, KILOGRAM_DECIMALS, Lines, METRE_DECIMALS, PipePair};
use crate::catalogue::{Electrical, Mass, Piping};
use crate::error::Error;
use crate::project::Mounting;
use crate::quantity::Quantity;
use serde::Serialize;

/// N identical matched pairs in one room, with all that their installation depends on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SplitSystem {
    /// The room.
    pub room: String,
    /// The product.
    pub product: String,
    /// How the indoor units are mounted.
    pub mounting: Mounting,
    /// How many pairs.
    pub sets: u32,
    /// Pipes of each.
    pub piping: Piping,
    /// Supply of each.
    pub electrical: Electrical,
    /// Masses of each.
    pub mass_kg: Mass,
}

/// The quantities of a split system under the circumstances of its room.
///
/// Each pair has its own pipe run, drain, cable, bracket and hole. Lines of quantity zero are left out.
///
/// # Errors
/// [`Fault::OutOfRange`](crate::error::Fault::OutOfRange) or [`Fault::Overflow`](crate::error::Fault::Overflow) for quantities
/// that cannot be counted.
pub fn matched_split(system: &SplitSystem, id: &str, site: &Circumstances) -> Result<Vec<BillLine>, Error> {
    let (piping, electrical) = (&system.piping, &system.electrical);
    let field = |name: &str| site.field(name);
    let mut lines = Lines::of(id, Some(&system.room), system.sets);
    lines.equipment(&system.product);
    let run = field("pipeRunM");
    let pair = PipePair {
        liquid_mm: piping.liquid_mm,
        gas_mm: piping.gas_mm,
        liquid_insulation_mm: piping.liquid_insulation_mm,
        gas_insulation_mm: piping.gas_insulation_mm,
    };
    lines.pipe_pair(&pair, site.pipe_run_m, &run)?;
    let drain = piping.drain_mm.to_string();
    lines.metres("drainPipe", (&drain, "product.piping.drainMm"), site.drain_run_m, &field("drainRunM"))?;
    if let Some(cable) = &electrical.control_cable {
        lines.metres("controlCable", (cable, "product.electrical.controlCable"), site.pipe_run_m, &run)?;
    }
    let power = (electrical.power_cable.as_str(), "product.electrical.powerCable");
    lines.metres("powerCable", power, site.power_cable_run_m, &field("powerCableRunM"))?;
    let breaker = breaker(electrical);
    let breaker = (breaker.as_str(), "product.electrical.breakerA");
    lines.pieces("circuitBreaker", Some(breaker), None, Unit::Piece, "selection");
    let wall = (site.wall.as_str(), &*field("wall"));
    lines.pieces("wallHole", Some(wall), None, Unit::Piece, "selection");
    let place = (site.outdoor_place.as_str(), &*field("outdoorPlace"));
    lines.pieces("bracket", Some(place), None, Unit::Pair, "selection");
    lines.pieces("lifting", None, Some(f64::from(site.storey)), Unit::Set, &field("storey"));
    lines.pieces("workAtHeight", None, Some(site.install_height_m), Unit::Set, &field("installHeightM"));
    let mounting = (system.mounting.as_str(), "product.mounting");
    lines.pieces("installIndoorUnit", Some(mounting), None, Unit::Set, "selection");
    let mass = system.mass_kg.outdoor;
    lines.pieces("installOutdoorUnit", None, Some(mass), Unit::Set, "product.massKg.outdoor");
    lines.pieces("leakTestAndVacuum", None, None, Unit::Set, "selection");
    // Exact decimals: a tie that a binary fraction misses would be another price.
    let beyond = crate::num::quantise(site.pipe_run_m - piping.precharged_m, METRE_DECIMALS);
    let beyond = Quantity::measured(if beyond > 0.0 { beyond } else { 0.0 }, METRE_DECIMALS)?;
    let per_metre = Quantity::measured(piping.additional_kg_per_m, CHARGE_DECIMALS)?;
    let charge = beyond.by(per_metre, KILOGRAM_DECIMALS)?;
    let refrigerant = (piping.refrigerant.as_str(), "product.piping.refrigerant");
    lines.measured("refrigerant", Some(refrigerant), charge, Unit::Kilogram, &run)?;
    lines.pieces("commissioning", None, None, Unit::Set, "selection");
    Ok(lines.finish())
}

/// A circuit breaker as the rate book names it: `3P32`.
pub(super) fn breaker(electrical: &Electrical) -> String {
    format!("{}P{}", electrical.phases, electrical.breaker_a)
}
