//! The time that the selection of a hotel of 100 rooms on 10 floors takes: `cargo bench --features data --bench hotel`
//!
//! The best of five runs, with four objectives and everything refused, after the loads.

#[path = "../tests/hotel/project.rs"]
mod hotel;

use std::error::Error;
use std::time::{Duration, Instant};
use tonnage::project::Project;
use tonnage::{complete, demo, select, size};

const RUNS: usize = 5;
/// The limit for the selection.
const LIMIT: Duration = Duration::from_millis(200);

fn main() -> Result<(), Box<dyn Error>> {
    let (reference, catalogue, books) = (demo::reference()?, demo::catalogue()?, demo::books()?);
    let (at, _) = demo::engine()?.demo_instant()?;
    let project = complete(&Project::from_json(hotel::project().as_bytes())?, &reference)?.project;
    let loads = size(&project, &reference)?;
    let mut best = Duration::MAX;
    let mut proved = false;
    for _ in 0..RUNS {
        #[expect(clippy::disallowed_methods, reason = "a bench measures time; the library reads no clock")]
        let start = Instant::now();
        let selection = select(&project, &loads, &catalogue, &books, at)?;
        best = best.min(start.elapsed());
        proved = selection.optimum.proved_optimal;
    }
    let verdict = if best < LIMIT { "held" } else { "MISSED" };
    println!("hotel of 100 rooms: {best:.1?}, proved: {proved}; limit {LIMIT:?} {verdict}");
    Ok(())
}
