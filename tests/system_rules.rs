//! The engineering rules of chosen systems, each on the shipped catalogue with one thing changed.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "system_rules/altitude.rs"]
mod altitude;
#[path = "rules/case.rs"]
#[expect(dead_code, reason = "the cases are those of another test")]
mod case;
#[path = "rules/shop.rs"]
#[expect(dead_code, reason = "what is taken out of the files is not for these tests")]
mod files;
#[path = "system_rules/heat.rs"]
mod heat;
#[path = "system_rules/lacking.rs"]
mod lacking;
#[path = "system_rules/ratio.rs"]
mod ratio;
#[path = "system_rules/refrigerant.rs"]
mod refrigerant;
#[path = "system_rules/shop.rs"]
mod shop;
#[path = "system_rules/together.rs"]
mod together;
#[path = "rules/verdict.rs"]
#[expect(dead_code, reason = "the messages of another test")]
mod verdict;
