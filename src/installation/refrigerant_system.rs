//! The quantities of a refrigerant system (多联机): outdoor units, a shared pipe with joints, indoor units in rooms.
//!
//! The pipe is laid out as a comb: it runs from the outdoor unit past every room's take-off, and each room has branches of its
//! own from there. Every part has its lines and its price by itself, and a system is the sum of its parts: that is what lets the
//! search add up exactly what the quote will say.

use super::bill::{BillLine, Unit};
use super::circumstances::Circumstances;
use super::lines::{CHARGE_DECIMALS, KILOGRAM_DECIMALS, Lines, METRE_DECIMALS, PipePair};
use super::matched_split::breaker;
use super::ventilator::round_duct;
use crate::catalogue::{Electrical, RefrigerantSystem as Kind};
use crate::error::Error;
use crate::num;
use crate::project::Mounting;
use crate::quantity::Quantity;
use serde::Serialize;

/// Outdoor and indoor units of a family, as they will stand in the building.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConnectedSystem {
    /// What kind of system the family makes.
    pub system: Kind,
    /// The family.
    pub family: String,
    /// Such as `R410A`.
    pub refrigerant: String,
    /// The outdoor units that work as one.
    pub outdoor: OutdoorSet,
    /// The rooms, the farthest first.
    pub rooms: Vec<ConnectedRoom>,
    /// The shared pipe, the farthest piece first; empty where every unit has a pipe of its own.
    pub trunk: Vec<TrunkPiece>,
}

/// Outdoor units that work as one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutdoorSet {
    /// The units, one for each module.
    pub units: Vec<OutdoorModule>,
    /// Their capacity indices together.
    pub capacity_index: i64,
    /// Power cable of each, m.
    pub power_cable_run_m: f64,
    /// Central controllers.
    pub controller: Option<String>,
    /// The kit that joins the modules, for each module after the first.
    pub module_kit: Option<String>,
}

/// One outdoor unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutdoorModule {
    /// The product.
    pub product: String,
    /// Its mass, kg.
    pub mass_kg: f64,
    /// Its supply.
    pub electrical: Electrical,
}

/// The units of one room, all alike.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConnectedRoom {
    /// The room.
    pub room: String,
    /// The indoor unit.
    pub product: String,
    /// How it is mounted.
    pub mounting: Mounting,
    /// How many.
    pub count: u32,
    /// Outdoor air that each of them brings in, m³/h; absent for units that take in the room's air.
    pub outdoor_air_m3_h: Option<f64>,
    /// Capacity index of each.
    pub capacity_index: i64,
    /// Pipes to each.
    pub pipe: PipePair,
    /// One-way pipe from the take-off, or from the outdoor unit where nothing is shared, to each unit, m.
    pub branch_m: f64,
    /// From the outdoor unit to the take-off, m; 0 where nothing is shared.
    pub take_off_m: f64,
    /// Refrigerant for each metre of the branch, kg/m.
    pub branch_kg_per_m: f64,
    /// Refrigerant for each indoor unit, kg.
    pub per_indoor_kg: f64,
    /// Condensate pipe, nominal mm.
    pub drain_mm: f64,
    /// Supply of each.
    pub electrical: Electrical,
    /// The room's controller.
    pub controller: Option<String>,
    /// The kit at each joint inside the room, where it has several units on a shared pipe.
    pub inner_kit: Option<String>,
    /// The recovery box of the room, in a system that cools and heats at once.
    pub recovery_box: Option<String>,
}

/// A piece of the shared pipe between two take-offs, or from the outdoor unit to the first, and the joint at its far end.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TrunkPiece {
    /// Where it begins, m from the outdoor unit.
    pub from_m: f64,
    /// Where it ends, m from the outdoor unit.
    pub to_m: f64,
    /// The capacity indices of the units beyond it.
    pub capacity_index: i64,
    /// The pipes.
    pub pipe: PipePair,
    /// Refrigerant for each metre, kg/m.
    pub kg_per_m: f64,
    /// Cores by mm² of the cable that lies along it.
    pub control_cable: Option<String>,
    /// The kit at its far end; none where a single unit is beyond it.
    pub kit: Option<String>,
}

/// The quantities of a whole system: outdoor units, rooms, pieces of pipe.
///
/// `sites` are the circumstances of its rooms, in the order of `system.rooms`.
///
/// # Errors
/// As [`outdoor_set`].
pub fn connected_system(
    system: &ConnectedSystem,
    id: &str,
    sites: &[Circumstances],
) -> Result<Vec<BillLine>, Error> {
    let mut lines = Vec::new();
    if let Some(site) = sites.first() {
        lines.extend(outdoor_set(&system.outdoor, id, site)?);
    }
    for (room, site) in system.rooms.iter().zip(sites) {
        lines.extend(connected_room(room, &system.refrigerant, id, site)?);
    }
    for piece in &system.trunk {
        lines.extend(trunk_piece(piece, &system.refrigerant, id)?);
    }
    Ok(lines)
}

/// The quantities of the outdoor units, under the circumstances of a room that they serve.
///
/// # Errors
/// [`Fault::OutOfRange`](crate::error::Fault::OutOfRange) or [`Fault::Overflow`](crate::error::Fault::Overflow) for quantities
/// that cannot be counted.
pub fn outdoor_set(set: &OutdoorSet, id: &str, site: &Circumstances) -> Result<Vec<BillLine>, Error> {
    let mut all = Vec::new();
    let field = |name: &str| site.field(name);
    for unit in &set.units {
        let mut lines = Lines::of(id, None, 1);
        lines.equipment(&unit.product);
        let power = (unit.electrical.power_cable.as_str(), "product.electrical.powerCable");
        lines.metres("powerCable", power, set.power_cable_run_m, &field("powerCableRunM"))?;
        let breaker = breaker(&unit.electrical);
        let breaker = (breaker.as_str(), "product.electrical.breakerA");
        lines.pieces("circuitBreaker", Some(breaker), None, Unit::Piece, "selection");
        let place = (site.outdoor_place.as_str(), &*field("outdoorPlace"));
        lines.pieces("bracket", Some(place), None, Unit::Pair, "selection");
        lines.pieces("lifting", None, Some(f64::from(site.storey)), Unit::Set, &field("storey"));
        lines.pieces("installOutdoorUnit", None, Some(unit.mass_kg), Unit::Set, "product.mass.kg");
        all.extend(lines.finish());
    }
    let mut lines = Lines::of(id, None, 1);
    if let Some(kit) = &set.module_kit {
        let count = num::count(set.units.len().saturating_sub(1));
        lines.several("equipment", Some((kit, "selection")), count, "selection")?;
        lines.several("installBranchKit", None, count, "selection")?;
    }
    if let Some(controller) = &set.controller {
        lines.equipment(controller);
        lines.pieces("installController", Some(("central", "selection")), None, Unit::Piece, "selection");
    }
    let wall = (site.wall.as_str(), &*field("wall"));
    lines.pieces("wallHole", Some(wall), None, Unit::Piece, "selection");
    let index = Some(num::from_whole(set.capacity_index));
    lines.pieces("systemLeakTestAndVacuum", None, index, Unit::Set, "product.capacityIndex");
    lines.pieces("systemCommissioning", None, index, Unit::Set, "product.capacityIndex");
    all.extend(lines.finish());
    Ok(all)
}

/// The quantities of a room's units with their branches; fresh-air units have a duct from outdoors, one to the room, and are fitted
/// by their airflow.
///
/// # Errors
/// As [`outdoor_set`].
pub fn connected_room(
    room: &ConnectedRoom,
    refrigerant: &str,
    id: &str,
    site: &Circumstances,
) -> Result<Vec<BillLine>, Error> {
    let field = |name: &str| site.field(name);
    let mut lines = Lines::of(id, Some(&room.room), room.count);
    lines.equipment(&room.product);
    match room.outdoor_air_m3_h {
        Some(flow_m3_h) => fresh_air_ducts(&mut lines, flow_m3_h, site)?,
        None => {
            let mounting = (room.mounting.as_str(), "product.mounting");
            lines.pieces("installIndoorUnit", Some(mounting), None, Unit::Set, "selection");
        }
    }
    lines.pieces("workAtHeight", None, Some(site.install_height_m), Unit::Set, &field("installHeightM"));
    let run = field("branchRunM");
    lines.pipe_pair(&room.pipe, room.branch_m, &run)?;
    let drain = room.drain_mm.to_string();
    lines.metres(
        "drainPipe",
        (&drain, "product.connection.drainMm"),
        site.drain_run_m,
        &field("drainRunM"),
    )?;
    if let Some(cable) = &room.electrical.control_cable {
        lines.metres("controlCable", (cable, "product.electrical.controlCable"), room.branch_m, &run)?;
    }
    let power = (room.electrical.power_cable.as_str(), "product.electrical.powerCable");
    lines.metres("powerCable", power, site.power_cable_run_m, &field("powerCableRunM"))?;
    let metres = Quantity::measured(room.branch_m, METRE_DECIMALS)?;
    let charge = metres.by(Quantity::measured(room.branch_kg_per_m, CHARGE_DECIMALS)?, KILOGRAM_DECIMALS)?;
    let gas = (refrigerant, "family.refrigerant");
    lines.measured("refrigerant", Some(gas), charge, Unit::Kilogram, &run)?;
    let each = Quantity::measured(room.per_indoor_kg, KILOGRAM_DECIMALS)?;
    lines.measured("refrigerant", Some(gas), each, Unit::Kilogram, "family.charge.perIndoorKg")?;
    let mut all = lines.finish();
    let mut once = Lines::of(id, Some(&room.room), 1);
    let breaker = breaker(&room.electrical);
    let breaker = (breaker.as_str(), "product.electrical.breakerA");
    once.pieces("circuitBreaker", Some(breaker), None, Unit::Piece, "selection");
    let wall = (site.wall.as_str(), &*field("wall"));
    once.pieces("wallHole", Some(wall), None, Unit::Piece, "selection");
    if let Some(kit) = &room.inner_kit {
        let count = room.count.saturating_sub(1);
        once.several("equipment", Some((kit, "selection")), count, "selection")?;
        once.several("installBranchKit", None, count, "selection")?;
    }
    if let Some(recovery_box) = &room.recovery_box {
        once.equipment(recovery_box);
        once.pieces("installRecoveryBox", None, None, Unit::Piece, "selection");
    }
    if let Some(controller) = &room.controller {
        once.equipment(controller);
        once.pieces("installController", Some(("room", "selection")), None, Unit::Piece, "selection");
    }
    all.extend(once.finish());
    Ok(all)
}

/// A fresh-air unit with its two ducts: supply to the room, and intake from outdoors, which is as long as the drain, because it goes to
/// the same wall. Each ends at a grille, and the intake passes the wall.
fn fresh_air_ducts(lines: &mut Lines<'_>, flow_m3_h: f64, site: &Circumstances) -> Result<(), Error> {
    let field = |name: &str| site.field(name);
    lines.pieces("installVentilator", None, Some(flow_m3_h), Unit::Set, "product.air.flowM3H");
    let duct = round_duct(flow_m3_h);
    let length = site.duct_run_m + site.drain_run_m;
    lines.metres("airDuct", (&duct, "product.air.flowM3H"), length, &field("ductRunM"))?;
    lines.several("grille", None, 2, "selection")?;
    let wall = (site.wall.as_str(), &*field("wall"));
    lines.pieces("wallHole", Some(wall), None, Unit::Piece, "selection");
    Ok(())
}

/// The quantities of a piece of the shared pipe and of the joint at its far end.
///
/// # Errors
/// As [`outdoor_set`].
pub fn trunk_piece(piece: &TrunkPiece, refrigerant: &str, id: &str) -> Result<Vec<BillLine>, Error> {
    let mut lines = Lines::of(id, None, 1);
    let length = num::quantise(piece.to_m - piece.from_m, METRE_DECIMALS);
    let source = "rooms.installation.pipeRunM";
    lines.pipe_pair(&piece.pipe, length, source)?;
    if let Some(cable) = &piece.control_cable {
        lines.metres("controlCable", (cable, "product.electrical.controlCable"), length, source)?;
    }
    let metres = Quantity::measured(length, METRE_DECIMALS)?;
    let charge = metres.by(Quantity::measured(piece.kg_per_m, CHARGE_DECIMALS)?, KILOGRAM_DECIMALS)?;
    let gas = (refrigerant, "family.refrigerant");
    lines.measured("refrigerant", Some(gas), charge, Unit::Kilogram, source)?;
    if let Some(kit) = &piece.kit {
        lines.equipment(kit);
        lines.pieces("installBranchKit", None, None, Unit::Piece, "selection");
    }
    Ok(lines.finish())
}
