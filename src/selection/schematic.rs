//! The one-line schematic (系统图) as data: what a face draws from the outdoor unit to every indoor unit.

use super::answer::Installed;
use crate::installation::{
    Circumstances, ConnectedRoom, ConnectedSystem, OutdoorSet, RooftopSystem, SplitSystem, WaterSystem,
    duct_side_m, outlets,
};
use crate::num;
use serde::Serialize;

/// A part of a schematic, in the order of the way outwards: each but the first hangs on an earlier one, the positions of which are
/// counted from 0. Equal parts side by side are drawn once, as on a one-line drawing, and `units` says how many they are.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", tag = "part")]
pub enum Piece {
    /// Outdoor units, rooftop units or chillers. The first is the root; of outdoor units that work as one those of other products hang
    /// on the joint with it.
    Outdoor {
        /// The position of the part that it hangs on; absent for the root.
        after: Option<u32>,
        /// The product.
        product: String,
        /// How many.
        units: u32,
    },
    /// A pair of refrigerant pipes.
    Pipe {
        /// The position of the part that it hangs on.
        after: Option<u32>,
        /// The room whose branch it is; absent where rooms share it.
        room: Option<String>,
        /// Length of each, one way, m.
        length_m: f64,
        /// Liquid pipe, outside diameter, mm.
        liquid_mm: f64,
        /// Gas pipe, outside diameter, mm.
        gas_mm: f64,
        /// Sum of the capacity indices beyond a shared pipe, as the connection ratio counts them; absent for branches.
        beyond: Option<i64>,
        /// How many.
        units: u32,
    },
    /// A pair of water pipes.
    WaterPipe {
        /// The position of the part that it hangs on.
        after: Option<u32>,
        /// The room whose branch it is; absent where rooms share it.
        room: Option<String>,
        /// Length of each, one way, m.
        length_m: f64,
        /// Nominal diameter, mm.
        nominal_mm: f64,
        /// Water in each, l/h.
        flow_l_h: i64,
        /// How many.
        units: u32,
    },
    /// A supply duct of a rooftop unit.
    Duct {
        /// The position of the part that it hangs on.
        after: Option<u32>,
        /// The room.
        room: String,
        /// Length of each, m.
        length_m: f64,
        /// Side of its square, mm.
        side_mm: i64,
        /// How many.
        units: u32,
    },
    /// A joint of refrigerant pipes: of outdoor units, of the shared pipe with a room's branch, or inside a room of several units.
    Joint {
        /// The position of the part that it hangs on.
        after: Option<u32>,
        /// The kit.
        product: String,
        /// The room whose branch leaves there, or whose units part there; absent for outdoor units.
        room: Option<String>,
        /// How many.
        units: u32,
    },
    /// The box that switches a room between cooling and heating.
    RecoveryBox {
        /// The position of the part that it hangs on.
        after: Option<u32>,
        /// The product.
        product: String,
        /// The room.
        room: String,
        /// How many.
        units: u32,
    },
    /// Indoor units, fan coils or fresh-air units.
    Indoor {
        /// The position of the part that they hang on.
        after: Option<u32>,
        /// The room.
        room: String,
        /// The product; of a matched pair that of the outdoor unit as well.
        product: String,
        /// How many.
        units: u32,
        /// Whether they are fresh-air units, which take in outdoor air.
        outdoor_air: bool,
    },
    /// Outlets of a supply duct.
    Outlet {
        /// The position of the part that they hang on.
        after: Option<u32>,
        /// The room.
        room: String,
        /// How many.
        units: u32,
    },
}

/// A part that the next one hangs on.
type At = Option<u32>;

/// What has been drawn so far.
#[derive(Default)]
struct Drawing(Vec<Piece>);

impl Drawing {
    fn add(&mut self, piece: Piece) -> At {
        let at = num::count(self.0.len());
        self.0.push(piece);
        Some(at)
    }

    /// A pipe or a duct, unless it has no length: then what follows hangs on what is before it.
    fn way(&mut self, length_m: f64, after: At, piece: Piece) -> At {
        if length_m > 0.0 { self.add(piece) } else { after }
    }
}

/// The schematic of what is installed, with the ways to a room that has its own sets; those of rooms that share are installed as well.
pub(super) fn of(installed: &Installed, site: Option<&Circumstances>) -> Vec<Piece> {
    match (installed, site) {
        (Installed::MatchedSplit(split), Some(site)) => of_split(split, site),
        (Installed::Rooftop(rooftop), Some(site)) => of_rooftop(rooftop, site),
        (Installed::Connected(connected), _) => of_connected(connected),
        (Installed::Water(water), _) => of_water(water),
        (Installed::MatchedSplit(_) | Installed::Rooftop(_), None) => Vec::new(),
    }
}

fn of_split(split: &SplitSystem, site: &Circumstances) -> Vec<Piece> {
    let SplitSystem { room, product, sets, piping, .. } = split;
    let (units, length_m) = (*sets, site.pipe_run_m);
    let mut drawing = Drawing::default();
    let after = drawing.add(Piece::Outdoor { after: None, product: product.clone(), units });
    let pipe = Piece::Pipe {
        after,
        room: Some(room.clone()),
        length_m,
        liquid_mm: piping.liquid_mm,
        gas_mm: piping.gas_mm,
        beyond: None,
        units,
    };
    let after = drawing.way(length_m, after, pipe);
    let (room, product) = (room.clone(), product.clone());
    drawing.add(Piece::Indoor { after, room, product, units, outdoor_air: false });
    drawing.0
}

fn of_rooftop(rooftop: &RooftopSystem, site: &Circumstances) -> Vec<Piece> {
    let RooftopSystem { room, product, sets, flow_m3_h, .. } = rooftop;
    let (units, length_m) = (*sets, site.duct_run_m);
    let mut drawing = Drawing::default();
    let after = drawing.add(Piece::Outdoor { after: None, product: product.clone(), units });
    let side_mm = num::to_whole(duct_side_m(*flow_m3_h) * 1000.0).unwrap_or(0);
    let duct = Piece::Duct { after, room: room.clone(), length_m, side_mm, units };
    let after = drawing.way(length_m, after, duct);
    let units = units.saturating_mul(outlets(*flow_m3_h));
    drawing.add(Piece::Outlet { after, room: room.clone(), units });
    drawing.0
}

/// From the outdoor units along the shared pipe, or from them to each room where nothing is shared.
fn of_connected(system: &ConnectedSystem) -> Vec<Piece> {
    let mut drawing = Drawing::default();
    let mut end = outdoor_units(&mut drawing, &system.outdoor);
    let mut trunk = system.trunk.iter().rev();
    for room in system.rooms.iter().rev() {
        if let Some(piece) = trunk.next() {
            let length_m = num::quantise(piece.to_m - piece.from_m, 1);
            let pipe = Piece::Pipe {
                after: end,
                room: None,
                length_m,
                liquid_mm: piece.pipe.liquid_mm,
                gas_mm: piece.pipe.gas_mm,
                beyond: Some(piece.capacity_index),
                units: 1,
            };
            end = drawing.way(length_m, end, pipe);
            if let Some(kit) = &piece.kit {
                let (product, room) = (kit.clone(), Some(room.room.clone()));
                end = drawing.add(Piece::Joint { after: end, product, room, units: 1 });
            }
        }
        branch(&mut drawing, room, end);
    }
    drawing.0
}

/// The outdoor units of a system and their joints; what follows hangs on the last of these.
fn outdoor_units(drawing: &mut Drawing, set: &OutdoorSet) -> At {
    let mut products: Vec<(&str, u32)> = Vec::new();
    for unit in &set.units {
        match products.iter_mut().find(|(product, _)| *product == unit.product) {
            Some((_, units)) => *units = units.saturating_add(1),
            None => products.push((&unit.product, 1)),
        }
    }
    let mut end = None;
    for (position, (product, units)) in products.into_iter().enumerate() {
        let at = drawing.add(Piece::Outdoor { after: end, product: product.to_owned(), units });
        if position > 0 {
            continue;
        }
        end = at;
        let joints = num::count(set.units.len()).saturating_sub(1);
        if let Some(kit) = set.module_kit.as_ref().filter(|_| joints > 0) {
            end = drawing.add(Piece::Joint { after: at, product: kit.clone(), room: None, units: joints });
        }
    }
    end
}

/// The units of a room with what is on their way from the shared pipe: the recovery box, the joints inside the room, a pipe to each.
fn branch(drawing: &mut Drawing, room: &ConnectedRoom, end: At) {
    let mut after = end;
    let name = || room.room.clone();
    if let Some(product) = room.recovery_box.clone() {
        after = drawing.add(Piece::RecoveryBox { after, product, room: name(), units: 1 });
    }
    let joints = room.count.saturating_sub(1);
    if let Some(product) = room.inner_kit.clone().filter(|_| joints > 0) {
        after = drawing.add(Piece::Joint { after, product, room: Some(name()), units: joints });
    }
    let pipe = Piece::Pipe {
        after,
        room: Some(name()),
        length_m: room.branch_m,
        liquid_mm: room.pipe.liquid_mm,
        gas_mm: room.pipe.gas_mm,
        beyond: None,
        units: room.count,
    };
    after = drawing.way(room.branch_m, after, pipe);
    let (product, outdoor_air) = (room.product.clone(), room.outdoor_air_m3_h.is_some());
    drawing.add(Piece::Indoor { after, room: name(), product, units: room.count, outdoor_air });
}

/// From the chillers along the shared pair of pipes.
fn of_water(system: &WaterSystem) -> Vec<Piece> {
    let plant = &system.plant;
    let mut drawing = Drawing::default();
    let mut end =
        drawing.add(Piece::Outdoor { after: None, product: plant.product.clone(), units: plant.modules });
    let mut trunk = system.trunk.iter().rev();
    for room in system.rooms.iter().rev() {
        if let Some(piece) = trunk.next() {
            let length_m = num::quantise(piece.to_m - piece.from_m, 1);
            let (nominal_mm, flow_l_h) = (piece.nominal_mm, piece.flow_l_h);
            let pipe = Piece::WaterPipe { after: end, room: None, length_m, nominal_mm, flow_l_h, units: 1 };
            end = drawing.way(length_m, end, pipe);
        }
        let pipe = Piece::WaterPipe {
            after: end,
            room: Some(room.room.clone()),
            length_m: room.branch_m,
            nominal_mm: room.water_pipe_mm,
            flow_l_h: room.flow_l_h,
            units: room.count,
        };
        let after = drawing.way(room.branch_m, end, pipe);
        drawing.add(Piece::Indoor {
            after,
            room: room.room.clone(),
            product: room.product.clone(),
            units: room.count,
            outdoor_air: false,
        });
    }
    drawing.0
}
