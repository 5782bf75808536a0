//! Installation (安装): a system as it will stand in the building becomes the quantities of its work. No money here.

mod bill;
mod matched_split;

pub use bill::{Basis, BillLine, BillOfQuantities, Unit};
pub use matched_split::{SplitSystem, matched_split};
