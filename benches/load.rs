//! The time of a room, beside EnergyPlus if its answers are given: `make bench`, or by itself
//! `cargo bench --bench load -- [ROOMS.jsonl ANSWERS.jsonl]`
//!
//! The time is that of all design days of a room, with its constructions and its weather: the best of five, because the machine
//! may be busy with something else. The rooms are the 48 of `tests/reference/load`; the two files hold other rooms and what
//! `benches/energyplus/run.py` made of them, and are compared in time and in what they say.

#[path = "../tests/load/cases.rs"]
mod cases;
#[path = "../tests/load/report.rs"]
mod report;

use cases::Case;
use serde_json::Value;
use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;
use tonnage::load::heat_balance;

const ROOMS: &str = include_str!("../tests/reference/load/cases.jsonl");
const RUNS: usize = 5;
/// Limits of the median and of the slowest room, and what we would like of the median, ms.
const MEDIAN_MS: f64 = 2.0;
const WORST_MS: f64 = 6.0;
const AIM_MS: f64 = 1.0;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<ExitCode> {
    // Cargo adds `--bench`.
    let files: Vec<String> =
        std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect();
    let rooms = read(ROOMS)?;
    println!("{} rooms, ms a room                                  median    worst", rooms.len());
    let whole = Times::of(&rooms, |room| {
        black_box(heat_balance::load(&room.space, &room.fabric()?, &room.weather()?)?);
        Ok(())
    })?;
    whole.print("a room from nothing (limits 2 and 6, aim 1)");
    let prepared: Vec<_> =
        rooms.iter().map(|room| Ok((room.fabric()?, room.weather()?))).collect::<Outcome<_>>()?;
    let mut next = prepared.iter().flat_map(|both| std::iter::repeat_n(both, RUNS));
    Times::of(&rooms, |room| {
        let (fabric, weather) = next.next().ok_or("no room")?;
        black_box(heat_balance::load(&room.space, fabric, weather)?);
        Ok(())
    })?
    .print("its constructions and weather at hand");
    Times::of(&rooms, |room| {
        black_box(heat_balance::load_in_parts(&room.space, &room.fabric()?, &room.weather()?)?);
        Ok(())
    })?
    .print("from nothing, with the parts of its load");
    if let [rooms, answers] = files.as_slice() {
        beside_energyplus(&std::fs::read_to_string(rooms)?, &std::fs::read_to_string(answers)?)?;
    }
    let holds = whole.median() < MEDIAN_MS && whole.worst() < WORST_MS;
    let aim = if whole.median() < AIM_MS { "reached" } else { "not reached" };
    println!("\nlimits: {}; aim: {aim}", if holds { "held" } else { "MISSED" });
    Ok(if holds { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn read(rooms: &str) -> Outcome<Vec<Case>> {
    rooms.lines().map(|line| Ok(Case::read(&serde_json::from_str(line)?)?)).collect()
}

/// Milliseconds a room, the shortest first.
struct Times(Vec<f64>);

impl Times {
    #[expect(clippy::disallowed_methods, reason = "the clock measures the library from outside")]
    fn of(rooms: &[Case], mut compute: impl FnMut(&Case) -> Outcome<()>) -> Outcome<Self> {
        let mut times = Vec::new();
        for room in rooms {
            let mut best = f64::INFINITY;
            for _ in 0..RUNS {
                let clock = Instant::now();
                compute(room)?;
                best = best.min(clock.elapsed().as_secs_f64() * 1000.0);
            }
            times.push(best);
        }
        Ok(Self::sorted(times))
    }

    fn sorted(mut times: Vec<f64>) -> Self {
        times.sort_by(f64::total_cmp);
        Self(times)
    }

    fn median(&self) -> f64 {
        report::median(&self.0)
    }

    fn worst(&self) -> f64 {
        self.0.last().copied().unwrap_or(0.0)
    }

    fn print(&self, name: &str) {
        println!("  {name:<48} {:>8.2} {:>8.2}", self.median(), self.worst());
    }
}

/// Time and answers of other rooms, ours and those of EnergyPlus.
fn beside_energyplus(rooms: &str, answers: &str) -> Outcome<()> {
    let ours = Times::of(&read(rooms)?, |room| {
        black_box(heat_balance::load(&room.space, &room.fabric()?, &room.weather()?)?);
        Ok(())
    })?;
    let peer = |pointer: &str| -> Outcome<Times> {
        let seconds = answers.lines().map(|line| {
            let answer: Value = serde_json::from_str(line)?;
            let seconds =
                answer.pointer(pointer).and_then(Value::as_f64).ok_or("an answer without its `seconds`")?;
            Ok(seconds * 1000.0)
        });
        Ok(Times::sorted(seconds.collect::<Outcome<_>>()?))
    };
    let (process, run) = (peer("/seconds/process")?, peer("/seconds/run")?);
    println!("\n{} other rooms, ms a room                            median    worst", ours.0.len());
    ours.print("tonnage, a room from nothing");
    process.print("EnergyPlus, its process");
    run.print("EnergyPlus, its run as it reports it");
    let times = |peer: &Times| peer.median() / ours.median();
    println!(
        "  EnergyPlus takes {:.0} times as long, its run alone {:.0} times",
        times(&process),
        times(&run)
    );
    let report = report::Report::of(rooms, answers)?;
    println!("\n{}\n{}", report.figures_table(), report.rooms_table());
    for failure in report.failures() {
        println!("beyond the limits of the reference rooms: {failure}");
    }
    Ok(())
}
