//! Writes `src/docs/load_accuracy.md` and `.svg`, the reference rooms beside EnergyPlus:
//! `cargo run --release --example load_report`
//!
//! After a change that moves a load; `tests/load_reference.rs` holds the committed files against what this writes.

#[path = "../tests/load/cases.rs"]
mod cases;
#[path = "../tests/load/documents.rs"]
mod documents;
#[path = "../tests/load/plot.rs"]
mod plot;
#[path = "../tests/load/report.rs"]
mod report;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let report = documents::report()?;
    for (name, text) in documents::documents(&report) {
        std::fs::write(format!("{}/src/docs/{name}", env!("CARGO_MANIFEST_DIR")), text)?;
    }
    print!("{}", report.figures_table());
    let failures = report.failures();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}
