//! The bill of quantities (工程量清单).

use crate::boundary::from_node;
use crate::quantity::Quantity;
use serde::Serialize;

/// How a quantity was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Basis {
    /// From what the project states or assumes.
    Estimated,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Unit {
    /// Sets (套).
    Set,
    /// Pieces (个).
    Piece,
    /// Square metres (平方米).
    #[serde(rename = "m2")]
    SquareMetre,
    /// Pairs (副).
    Pair,
    /// Metres (米).
    #[serde(rename = "m")]
    Metre,
    /// Kilograms (千克).
    #[serde(rename = "kg")]
    Kilogram,
}

from_node!(enum Unit { Set, Piece, SquareMetre as "m2", Pair, Metre as "m", Kilogram as "kg" });

impl Unit {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Set => "set",
            Self::Piece => "piece",
            Self::SquareMetre => "m2",
            Self::Pair => "pair",
            Self::Metre => "m",
            Self::Kilogram => "kg",
        }
    }
}

/// One line: `quantity = sets × each`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BillLine {
    /// The system that it is part of.
    pub system: String,
    /// The room that it is for; absent for what the rooms of a system share.
    pub room: Option<String>,
    /// What: `equipment`, or an item of the rate book.
    pub item: String,
    /// Which: the product of `equipment`, or a size or kind of the item.
    pub variant: Option<String>,
    /// What a rate depends on by amount: storey, height in m, mass in kg.
    pub measure: Option<f64>,
    /// What is counted.
    pub unit: Unit,
    /// Identical sets.
    pub sets: u32,
    /// Quantity of one set.
    pub each: Quantity,
    /// Quantity of all sets.
    pub quantity: Quantity,
    /// How it was found.
    pub basis: Basis,
    /// The field of the project or of the product that `each` or `measure` comes from.
    pub source: String,
    /// The field of the project or of the product that `variant` comes from.
    pub variant_source: Option<String>,
}

/// What a project needs, before prices.
#[derive(Clone, Debug, PartialEq, Default, Serialize)]
pub struct BillOfQuantities {
    /// The lines, room by room.
    pub lines: Vec<BillLine>,
    /// The rooms and requests that nothing was selected for: while there is one, the bill is not whole and has no total price.
    pub uncovered: Vec<String>,
}
