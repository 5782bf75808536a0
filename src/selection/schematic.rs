//! The one-line schematic (系统图) as data: what a face draws from the outdoor unit to every indoor unit.

use crate::installation::{ConnectedSystem, WaterSystem};
use serde::Serialize;

/// A part of a schematic.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", tag = "part")]
pub enum Piece {
    /// An outdoor unit or a chiller.
    #[serde(rename_all = "camelCase")]
    Outdoor {
        /// The product.
        product: String,
        /// How many.
        units: u32,
    },
    /// A piece of the shared pipe, from the plant outwards.
    #[serde(rename_all = "camelCase")]
    Main {
        /// Where it begins, m from the plant.
        from_m: f64,
        /// Its length, m.
        length_m: f64,
        /// Liquid pipe or nominal diameter of the water pipe, mm.
        liquid_mm: f64,
        /// Gas pipe, mm; absent for water.
        gas_mm: Option<f64>,
        /// Sum of the capacity indices beyond it, or water, l/h.
        beyond: i64,
    },
    /// A joint at the end of a piece.
    Joint {
        /// The kit.
        product: String,
        /// The room whose branch leaves there.
        room: String,
    },
    /// The branch of a room and the units on it.
    #[serde(rename_all = "camelCase")]
    Branch {
        /// The room.
        room: String,
        /// The product.
        product: String,
        /// How many.
        units: u32,
        /// Length to each unit, m.
        length_m: f64,
        /// Liquid pipe or nominal diameter of the water pipe, mm.
        liquid_mm: f64,
        /// Gas pipe, mm; absent for water.
        gas_mm: Option<f64>,
        /// Whether they are fresh-air units, which take in outdoor air.
        outdoor_air: bool,
    },
}

/// The schematic of a refrigerant system, from the outdoor unit outwards.
pub(super) fn of_connected(system: &ConnectedSystem) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for unit in &system.outdoor.units {
        match pieces.last_mut() {
            Some(Piece::Outdoor { product, units }) if *product == unit.product => {
                *units = units.saturating_add(1);
            }
            _ => pieces.push(Piece::Outdoor { product: unit.product.clone(), units: 1 }),
        }
    }
    let mut trunk = system.trunk.iter().rev();
    for room in system.rooms.iter().rev() {
        if let Some(piece) = trunk.next() {
            pieces.push(Piece::Main {
                from_m: piece.from_m,
                length_m: crate::num::quantise(piece.to_m - piece.from_m, 1),
                liquid_mm: piece.pipe.liquid_mm,
                gas_mm: Some(piece.pipe.gas_mm),
                beyond: piece.capacity_index,
            });
            if let Some(kit) = &piece.kit {
                pieces.push(Piece::Joint { product: kit.clone(), room: room.room.clone() });
            }
        }
        pieces.push(Piece::Branch {
            room: room.room.clone(),
            product: room.product.clone(),
            units: room.count,
            length_m: room.branch_m,
            liquid_mm: room.pipe.liquid_mm,
            gas_mm: Some(room.pipe.gas_mm),
            outdoor_air: room.outdoor_air_m3_h.is_some(),
        });
    }
    pieces
}

/// The schematic of a chilled-water system, from the plant outwards.
pub(super) fn of_water(system: &WaterSystem) -> Vec<Piece> {
    let plant = &system.plant;
    let mut pieces = vec![Piece::Outdoor { product: plant.product.clone(), units: plant.modules }];
    let mut trunk = system.trunk.iter().rev();
    for room in system.rooms.iter().rev() {
        if let Some(piece) = trunk.next() {
            pieces.push(Piece::Main {
                from_m: piece.from_m,
                length_m: crate::num::quantise(piece.to_m - piece.from_m, 1),
                liquid_mm: piece.nominal_mm,
                gas_mm: None,
                beyond: piece.flow_l_h,
            });
        }
        pieces.push(Piece::Branch {
            room: room.room.clone(),
            product: room.product.clone(),
            units: room.count,
            length_m: room.branch_m,
            liquid_mm: room.water_pipe_mm,
            gas_mm: None,
            outdoor_air: false,
        });
    }
    pieces
}
