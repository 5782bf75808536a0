//! The rules (校核规则): each a function of what a product or a system states and what the project asks, with its source.
//!
//! Limits come from the catalogue and wishes from the project; what neither states is not checked, and said so.

pub(super) mod air;
pub(super) mod capacity;
pub(super) mod electrical;
pub(super) mod pipe;
pub(super) mod place;
pub(super) mod refrigerant;
pub(super) mod sound;
pub(super) mod wishes;
