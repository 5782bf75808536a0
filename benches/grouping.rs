//! The time of a grouping, and how far its cost is from the bound: `make bench`, or by itself `cargo bench --bench grouping`
//!
//! The problems are those that the tests draw. The time is the best of three, because the machine may be busy with something else.

#[path = "../tests/grouping/drawn.rs"]
#[expect(
    dead_code,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "shared with the tests, which use all of it"
)]
mod drawn;

use drawn::{Form, PLAIN};
use std::error::Error;
use std::process::ExitCode;
use std::time::Instant;
use tonnage::num;
use tonnage::selection::grouping::{Answer, Problem, Zone, group};

type Outcome<T> = Result<T, Box<dyn Error>>;

const RUNS: u32 = 3;
/// Problems of each size.
const DRAWN: u64 = 5;
/// A hotel of 100 zones in 10 classes, ms.
const HOTEL_MS: f64 = 100.0;

fn main() -> Outcome<ExitCode> {
    println!("{DRAWN} problems a row                   worst ms  proved  gap %: median    worst");
    let shared = Form { options: 3, shared: true, least_permille: 300, ..PLAIN };
    for (name, form) in [
        ("14 zones, 1 option", Form { zones: 14, ..PLAIN }),
        ("14 zones, 3 options", Form { zones: 14, options: 3, ..PLAIN }),
        ("14 zones, 3 options, shared pipe", Form { zones: 14, ..shared }),
        ("25 zones, 1 option", Form { zones: 25, ..PLAIN }),
        ("25 zones, 3 options, shared pipe", Form { zones: 25, ..shared }),
        ("40 zones, 1 option", Form { zones: 40, ..PLAIN }),
        ("40 zones, 3 options, shared pipe", Form { zones: 40, ..shared }),
        ("60 zones, 1 option", Form { zones: 60, ..PLAIN }),
    ] {
        row(name, form)?;
    }
    let mut holds = true;
    for (name, form) in [("1 option", PLAIN), ("3 options", Form { options: 3, ..PLAIN })] {
        let (answer, ms) = timed(&hotel(form))?;
        holds &= ms < HOTEL_MS && answer.proved_optimal;
        println!(
            "hotel of 100 zones in 10 classes, {name:<10} {ms:8.1} ms, {} systems, proved: {}",
            answer.systems.len(),
            answer.proved_optimal
        );
    }
    println!("\nlimits: {}", if holds { "held" } else { "MISSED" });
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Ten floors of ten zones of their own.
fn hotel(form: Form) -> Problem {
    let form = Form { zones: 10, ..form };
    let floors = (0..10_u32).flat_map(|floor| {
        let rooms = drawn::problem(u64::from(floor) + 50, form).zones;
        rooms.into_iter().map(move |room| Zone { class: floor, ..room })
    });
    Problem { zones: floors.collect(), ..drawn::problem(50, form) }
}

fn row(name: &str, form: Form) -> Outcome<()> {
    let (mut worst, mut proved, mut gaps) = (0.0_f64, 0, Vec::new());
    for seed in 0..DRAWN {
        let problem = drawn::problem(9000 + seed, form);
        let problem = if form.shared { drawn::apart(problem) } else { problem };
        let (answer, ms) = timed(&problem)?;
        worst = worst.max(ms);
        proved += i32::from(answer.proved_optimal);
        let gap = num::from_whole(answer.cost - answer.lower_bound) / num::from_whole(answer.cost.max(1));
        gaps.push(gap * 100.0);
    }
    gaps.sort_by(f64::total_cmp);
    let median = gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    let largest = gaps.last().copied().unwrap_or(0.0);
    println!("{name:<36} {worst:8.1} {proved:7} {median:15.2} {largest:8.2}");
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "the clock measures the library from outside")]
fn timed(problem: &Problem) -> Outcome<(Answer, f64)> {
    let mut best = f64::MAX;
    let mut answer = None;
    for _ in 0..RUNS {
        let clock = Instant::now();
        let found = group(problem)?;
        best = best.min(clock.elapsed().as_secs_f64() * 1000.0);
        answer = Some(found);
    }
    Ok((answer.ok_or("no run")?, best))
}
