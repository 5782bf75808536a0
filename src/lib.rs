//! From a buyer's building to a priced commercial air-conditioning proposal.
//!
//! ```text
//! Project ── size ──▶ Loads ── select ──▶ Selection ── take off ──▶ BillOfQuantities ── price ──▶ Quote ──▶ Proposal
//! (site, rooms,       per room            outdoor and indoor        pipes, cable, holes,         lines,
//!  wishes)                                units, every reason       lifting, labour              taxes, totals
//! ```
//!
//! Each step is a pure function with a serialisable result: [`size`], [`select`], [`take_off`], [`price`]; [`propose`] runs all.
//! There is no clock, randomness, locale, environment, file or network in the library, so the same input gives the same bytes
//! natively and in WebAssembly. [`Engine`] reads reference data, catalogue and books once.
//!
//! What cannot be read is an [`Error`] with code and path; what a proposal has to say about itself is a
//! [`Finding`](finding::Finding) in the answer; what the buyer left open is an [`Assumption`](finding::Assumption).

pub mod boundary;
pub mod catalogue;
pub mod climate;
pub mod completion;
#[cfg(feature = "data")]
pub mod demo;
pub mod error;
mod error_code;
mod fault;
pub mod finding;
#[deny(clippy::arithmetic_side_effects)]
pub mod installation;
mod instant;
pub mod load;
#[deny(clippy::arithmetic_side_effects, clippy::float_arithmetic)]
pub mod money;
pub mod num;
mod ordering;
#[deny(clippy::arithmetic_side_effects, clippy::float_arithmetic)]
pub mod pricing;
pub mod project;
pub mod proposal;
pub mod psychrometrics;
#[deny(clippy::arithmetic_side_effects)]
pub mod quantity;
pub mod reference;
mod scalar;
// The npm package has the schemas as files; in its module they would be a tenth of the bytes.
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
pub mod schema;
pub mod selection;
#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
pub mod wasm;

pub use completion::complete;
pub use error::Error;
pub use instant::{At, Period};
pub use load::size;
pub use pricing::price;
pub use proposal::{Engine, propose};
pub use scalar::Scalar;
pub use selection::{select, take_off};

/// The README's examples, compiled and run.
#[cfg(all(doctest, feature = "data"))]
#[doc = include_str!("../README.md")]
struct Readme;
