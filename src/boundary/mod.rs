//! The strict boundary: everything that comes from outside passes here, and everything that leaves is written here.
//!
//! In: JSON text, bytes or a host object are walked once, with bounds, into one tree ([`Node`]); a table of shapes
//! ([`shape::Shape`]) checks it, collecting up to a hundred problems with their paths, and rounds every number to its field's
//! stated step; then it is decoded into a type. Out: a type is encoded into the same tree, and [`canonical`] writes it.

#[cfg(feature = "json")]
mod budget;
mod camel;
pub mod canonical;
pub(crate) mod check;
mod decode;
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
mod describe;
mod encode;
mod entries;
#[cfg(feature = "json")]
pub(crate) mod json;
mod name;
mod node;
mod row;
pub mod shape;
mod writer;

#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
pub(crate) use budget::Budget;
#[cfg(feature = "json")]
pub(crate) use budget::Limits;
pub(crate) use camel::{ascii, camel, camel_length};
pub(crate) use decode::{FromNode, Reader, decode, from_node};
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
pub(crate) use describe::describe;
pub(crate) use encode::to_node;
pub use entries::Entries;
pub use node::Node;
pub(crate) use node::Path;
pub use row::Row;
pub(crate) use writer::Out;

use crate::error::Error;
use shape::Shape;

/// Checks `node` against `shape` and decodes it.
pub(crate) fn read<T: FromNode>(mut node: Node, shape: &Shape) -> Result<T, Error> {
    check::check(&mut node, shape)?;
    decode::decode(node)
}

/// A value that was built in Rust as the boundary would have read it: checked, and every number at its field's step.
pub(crate) fn reread<T: serde::Serialize + FromNode>(value: &T, shape: &Shape) -> Result<T, Error> {
    read(to_node(value)?, shape)
}
