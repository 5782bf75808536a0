//! Who a product is and whose figures it has.

use crate::boundary::{FromNode, Node, Reader, from_node};
use serde::Serialize;

/// Whether figures are a maker's or made up for demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// A maker's figures.
    Real,
    /// Made up by the demo rule.
    Demo,
}

from_node!(
    enum Status {
        Real,
        Demo,
    }
);

/// What every product states about itself.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Identity {
    /// Unique in the catalogue; the price book's sku.
    pub id: String,
    /// The maker's brand (品牌).
    pub brand: String,
    /// The maker's model (型号); of a matched split that of the outdoor unit.
    pub model: String,
    /// The source of its figures, one of the catalogue's.
    pub source: String,
    /// Where in the source: a page, a sheet or a table of it; absent means not stated.
    pub source_at: Option<String>,
    /// Whether they are a maker's.
    pub status: Status,
}

from_node!(struct Identity { id, brand, model, source, source_at, status });

/// A product: who it is, and what its kind of product is described by.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<T> {
    /// Who it is.
    pub identity: Identity,
    /// What it can do and what it needs.
    pub figures: T,
}

/// Identity and figures stand side by side in one object of the file.
impl<T: FromNode> FromNode for Item<T> {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        Self { identity: Identity::from_node(node, reader), figures: T::from_node(node, reader) }
    }
}
