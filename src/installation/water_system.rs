//! The quantities of a chilled-water system (冷水系统): chillers with pump, a shared pair of pipes, fan coils in rooms.
//!
//! As a refrigerant system it is a comb and the sum of its parts.

use super::bill::{BillLine, Unit};
use super::circumstances::Circumstances;
use super::lines::{Lines, METRE_DECIMALS};
use super::matched_split::breaker;
use crate::catalogue::Electrical;
use crate::error::Error;
use crate::num;
use crate::project::Mounting;
use serde::Serialize;

/// Chillers and fan coils, as they will stand in the building.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WaterSystem {
    /// The chillers.
    pub plant: ChillerSet,
    /// The rooms, the farthest first.
    pub rooms: Vec<WaterRoom>,
    /// The shared pipe, the farthest piece first.
    pub trunk: Vec<WaterPiece>,
}

/// Chillers that work as one, with their pump.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ChillerSet {
    /// The product.
    pub product: String,
    /// How many modules.
    pub modules: u32,
    /// Mass of each, kg.
    pub mass_kg: f64,
    /// Supply of each.
    pub electrical: Electrical,
    /// Water of all at the design, m³/h.
    pub flow_m3_h: f64,
    /// Capacity of all at the design, kW.
    pub capacity_kw: f64,
    /// Power cable of each, m.
    pub power_cable_run_m: f64,
}

/// The fan coils of one room, all alike.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WaterRoom {
    /// The room.
    pub room: String,
    /// The fan coil.
    pub product: String,
    /// How it is mounted.
    pub mounting: Mounting,
    /// How many.
    pub count: u32,
    /// Water of each, l/h.
    pub flow_l_h: i64,
    /// From the shared pipe to each, one way, m.
    pub branch_m: f64,
    /// From the plant to the take-off, m.
    pub take_off_m: f64,
    /// Water pipes, nominal mm.
    pub water_pipe_mm: f64,
    /// Condensate pipe, nominal mm.
    pub drain_mm: f64,
    /// Supply of each.
    pub electrical: Electrical,
    /// The room's controller.
    pub controller: Option<String>,
}

/// A piece of the shared pair of pipes.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WaterPiece {
    /// Where it begins, m from the plant.
    pub from_m: f64,
    /// Where it ends, m from the plant.
    pub to_m: f64,
    /// Water beyond it, l/h.
    pub flow_l_h: i64,
    /// Nominal diameter, mm.
    pub nominal_mm: f64,
}

/// The quantities of a whole system.
///
/// `sites` are the circumstances of its rooms, in the order of `system.rooms`.
///
/// # Errors
/// As [`matched_split()`](super::matched_split()).
pub fn water_system(system: &WaterSystem, id: &str, sites: &[Circumstances]) -> Result<Vec<BillLine>, Error> {
    let mut lines = Vec::new();
    if let Some(site) = sites.first() {
        lines.extend(chiller_set(&system.plant, id, site)?);
    }
    for (room, site) in system.rooms.iter().zip(sites) {
        lines.extend(water_room(room, id, site)?);
    }
    for piece in &system.trunk {
        lines.extend(water_piece(piece, id)?);
    }
    Ok(lines)
}

/// The quantities of the chillers with their pump.
///
/// # Errors
/// As [`matched_split()`](super::matched_split()).
pub fn chiller_set(set: &ChillerSet, id: &str, site: &Circumstances) -> Result<Vec<BillLine>, Error> {
    let field = |name: &str| site.field(name);
    let mut lines = Lines::of(id, None, set.modules);
    lines.equipment(&set.product);
    lines.pieces("lifting", None, Some(f64::from(site.storey)), Unit::Set, &field("storey"));
    lines.pieces("installOutdoorUnit", None, Some(set.mass_kg), Unit::Set, "product.mass.kg");
    let power = (set.electrical.power_cable.as_str(), "product.electrical.powerCable");
    lines.metres("powerCable", power, set.power_cable_run_m, &field("powerCableRunM"))?;
    let breaker = breaker(&set.electrical);
    let breaker = (breaker.as_str(), "product.electrical.breakerA");
    lines.pieces("circuitBreaker", Some(breaker), None, Unit::Piece, "selection");
    let mut all = lines.finish();
    let mut once = Lines::of(id, None, 1);
    once.pieces("waterPump", None, Some(set.flow_m3_h), Unit::Set, "selection");
    once.pieces("flushAndFill", None, Some(set.capacity_kw), Unit::Set, "selection");
    let wall = (site.wall.as_str(), &*field("wall"));
    once.pieces("wallHole", Some(wall), None, Unit::Piece, "selection");
    all.extend(once.finish());
    Ok(all)
}

/// The quantities of a room's fan coils with their branches; each branch is a pair of pipes.
///
/// # Errors
/// As [`matched_split()`](super::matched_split()).
pub fn water_room(room: &WaterRoom, id: &str, site: &Circumstances) -> Result<Vec<BillLine>, Error> {
    let field = |name: &str| site.field(name);
    let mut lines = Lines::of(id, Some(&room.room), room.count);
    lines.equipment(&room.product);
    let mounting = (room.mounting.as_str(), "product.mounting");
    lines.pieces("installFanCoil", Some(mounting), None, Unit::Set, "selection");
    lines.pieces("workAtHeight", None, Some(site.install_height_m), Unit::Set, &field("installHeightM"));
    let run = field("branchRunM");
    let nominal = format!("DN{}", room.water_pipe_mm);
    let pair = num::quantise(2.0 * room.branch_m, METRE_DECIMALS);
    lines.metres("waterPipe", (&nominal, "product.waterPipeMm"), pair, &run)?;
    lines.metres("waterPipeInsulation", (&nominal, "product.waterPipeMm"), pair, &run)?;
    lines.pieces("waterPipeFittings", None, None, Unit::Set, "selection");
    let drain = room.drain_mm.to_string();
    lines.metres("drainPipe", (&drain, "product.drainMm"), site.drain_run_m, &field("drainRunM"))?;
    let power = (room.electrical.power_cable.as_str(), "product.electrical.powerCable");
    lines.metres("powerCable", power, site.power_cable_run_m, &field("powerCableRunM"))?;
    lines.pieces("commissioning", None, None, Unit::Set, "selection");
    let mut all = lines.finish();
    let mut once = Lines::of(id, Some(&room.room), 1);
    let breaker = breaker(&room.electrical);
    let breaker = (breaker.as_str(), "product.electrical.breakerA");
    once.pieces("circuitBreaker", Some(breaker), None, Unit::Piece, "selection");
    if let Some(controller) = &room.controller {
        once.equipment(controller);
        once.pieces("installController", Some(("room", "selection")), None, Unit::Piece, "selection");
    }
    all.extend(once.finish());
    Ok(all)
}

/// The quantities of a piece of the shared pair of pipes.
///
/// # Errors
/// As [`matched_split()`](super::matched_split()).
pub fn water_piece(piece: &WaterPiece, id: &str) -> Result<Vec<BillLine>, Error> {
    let mut lines = Lines::of(id, None, 1);
    let nominal = format!("DN{}", piece.nominal_mm);
    let length = num::quantise(2.0 * (piece.to_m - piece.from_m), METRE_DECIMALS);
    let source = "rooms.installation.pipeRunM";
    lines.metres("waterPipe", (&nominal, "waterPipes"), length, source)?;
    lines.metres("waterPipeInsulation", (&nominal, "waterPipes"), length, source)?;
    Ok(lines.finish())
}
