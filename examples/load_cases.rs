//! Reads rooms in the format of the reference loads and prints the loads of each as one line of JSON, in their order:
//! `cargo run --release --example load_cases -- tests/reference/load/cases.jsonl`
//!
//! A room that cannot be computed gets a line with its `error`; the others are answered all the same, and the exit code is 1.
//!
//! `micros` is the time of the whole computation of a room, with its weather and its constructions and without reading JSON and
//! without parts: the best of five.

#[path = "../tests/load/cases.rs"]
mod cases;

use serde_json::{Value, json};
use std::error::Error;
use std::io::Write;
use std::process::ExitCode;
use std::time::Instant;
use tonnage::load::heat_balance;
use tonnage::load::space_load::SpaceLoad;

/// Runs of which the fastest counts: the machine may be busy with something else.
const RUNS: u32 = 5;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("usage: load_cases FILE")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("`{path}`: {error}"))?;
    let mut out = std::io::stdout().lock();
    let mut failed = false;
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let answer = answer(line).unwrap_or_else(|error| {
            failed = true;
            let case: Value = serde_json::from_str(line).unwrap_or_default();
            json!({ "id": case.get("id"), "error": error.to_string() })
        });
        writeln!(out, "{answer}")?;
    }
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn answer(line: &str) -> Result<Value, Box<dyn Error>> {
    let case = cases::Case::read(&serde_json::from_str(line)?)?;
    let (load, seconds) = timed(&case)?;
    Ok(described(&load, seconds * 1e6))
}

/// The load and the seconds of the fastest run.
#[expect(clippy::disallowed_methods, reason = "the clock measures the library from outside")]
fn timed(case: &cases::Case) -> Result<(SpaceLoad, f64), tonnage::Error> {
    let mut best = f64::INFINITY;
    let mut load = None;
    for _ in 0..RUNS {
        let clock = Instant::now();
        let (fabric, weather) = (case.fabric()?, case.weather()?);
        let answer = heat_balance::load(&case.space, &fabric, &weather)?;
        best = best.min(clock.elapsed().as_secs_f64());
        load = Some(answer);
    }
    load.map(|load| (load, best)).ok_or_else(|| tonnage::Error::new("", tonnage::error::Fault::Empty))
}

/// The load in the names of the reference.
fn described(load: &SpaceLoad, micros: f64) -> Value {
    let days: Vec<Value> = load
        .days
        .iter()
        .map(|day| {
            json!({
                "month": day.month,
                "room_sensible": day.room_sensible_w,
                "room_latent": day.room_latent_w,
                "ventilation_sensible": day.outdoor_air_sensible_w,
                "ventilation_latent": day.outdoor_air_latent_w,
                "total": day.total_w,
            })
        })
        .collect();
    json!({
        "id": load.id,
        "peak_total_w": load.peak.total_w,
        "peak_total_month": load.peak.month,
        "peak_total_hour": load.peak.hour,
        "peak_total_after_start_w": load.sizing_peak.total_w,
        "peak_room_sensible_w": load.sensible_peak.room_sensible_w,
        "heating_room_w": load.heating.room_w,
        "days": days,
        "micros": (micros * 10.0).round() / 10.0,
    })
}
