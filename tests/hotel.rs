//! A hotel of 100 rooms on 10 floors: quoted in less than 64 MB.
#![cfg(all(feature = "data", not(target_arch = "wasm32")))]

#[path = "hotel/project.rs"]
mod hotel;

use peak_alloc::PeakAlloc;
use tonnage::demo;
use tonnage::pricing::Customer;
use tonnage::project::Project;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The most that the whole way may hold at once, from the engine's data to the text of the answer, bytes.
const MOST_BYTES: usize = 64_000_000;

#[test]
fn a_hotel_of_a_hundred_rooms_is_proved_cheapest_and_quoted_in_less_than_64_mb() {
    let text = hotel::project();
    MEMORY.reset_peak_usage();
    let engine = demo::engine().unwrap();
    let (at, _) = engine.demo_instant().unwrap();
    let project = Project::from_json(text.as_bytes()).unwrap();
    let proposal = engine.propose(&project, &Customer::default(), at).unwrap();
    let answer = proposal.answer().unwrap().text();
    let most = MEMORY.peak_usage();
    let selection = proposal.selection.unwrap();
    assert!(selection.optimum.proved_optimal, "{:?}", selection.optimum);
    assert!(selection.rooms.len() == 100 && selection.rooms.iter().all(|room| room.system.is_some()));
    assert!(proposal.quote.unwrap().total.is_some());
    assert!(answer.len() > 1_000_000, "only {} bytes", answer.len());
    assert!(most < MOST_BYTES, "{most} bytes at once");
    println!("{most} bytes at once, an answer of {} bytes", answer.len());
}
