//! The two documents on how good the loads are.

use super::plot;
use super::report::Report;
use std::error::Error;

const CASES: &str = include_str!("../reference/load/cases.jsonl");
const LOADS: &str = include_str!("../reference/load/loads.jsonl");

/// The reference rooms.
pub(crate) fn report() -> Result<Report, Box<dyn Error>> {
    Report::of(CASES, LOADS)
}

/// File names in `src/docs`, and the files.
pub(crate) fn documents(report: &Report) -> [(&'static str, String); 2] {
    [("load_accuracy.md", table(report)), ("load_accuracy.svg", plot::drawing(report))]
}

fn table(report: &Report) -> String {
    format!(
        "<!-- Written by `cargo run --release --example load_report`; a test compares. -->\n\
         # The loads beside EnergyPlus\n\
         \n\
         The 48 rooms of `tests/reference/load` were drawn at random: eight uses, 37 climates, light to heavy construction, one to\n\
         four outside walls. EnergyPlus 25.2.0 computed them with three-minute steps. Nothing in the library is fitted to them;\n\
         `make bench` draws other rooms, in other climates, and prints the same figures for those.\n\
         \n\
         ![Ours against EnergyPlus, a point a room](load_accuracy.svg)\n\
         \n\
         {}\n\
         An error is the difference as a part of EnergyPlus' figure. With steps a third as long, its own peak totals move by at most\n\
         0.5 % in nine rooms of ten, and by 3.6 % at worst. Heating is compared where it is above 5 W/m² of floor.\n\
         \n\
         ## Room by room\n\
         \n\
         Cooling is the largest hour of the total, with outdoor air; `Jul 10 / 10` is the tenth hour of the July day in both. Heating\n\
         is that of the room without outdoor air.\n\
         \n\
         {}",
        report.figures_table(),
        report.rooms_table(),
    )
}
