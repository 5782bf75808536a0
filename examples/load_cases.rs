//! Reads rooms in the format of the reference loads and prints the loads of each as one line of JSON.
//!
//! `cargo run --release --example load_cases -- tests/reference/load/cases.jsonl`

#[path = "../tests/load/cases.rs"]
mod cases;

use std::io::Write;
use std::time::Instant;

/// Runs of which the fastest counts: the machine may be busy with something else.
const RUNS: u32 = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::args().nth(1).ok_or("usage: load_cases FILE")?;
    let text = std::fs::read_to_string(path)?;
    let mut out = std::io::stdout().lock();
    for line in text.lines() {
        let case: serde_json::Value = serde_json::from_str(line)?;
        let (space, fabric, weather) = cases::read(&case);
        let mut best = f64::INFINITY;
        let mut raw = None;
        for _ in 0..RUNS {
            let clock = Instant::now();
            let input = cases::read(&case);
            let read = clock.elapsed().as_secs_f64();
            let _ = read;
            let clock = Instant::now();
            raw = Some(tonnage::load::heat_balance::raw(&input.0, &input.1, &input.2)?);
            best = best.min(clock.elapsed().as_secs_f64());
        }
        let _ = (&space, &fabric, &weather);
        let raw = raw.unwrap();
        let mut best_total = (f64::MIN, 0, 0);
        let mut after = f64::MIN;
        let mut sensible = f64::MIN;
        let mut days = Vec::new();
        let mut passes = Vec::new();
        for day in &raw.days {
            let mut total = vec![];
            for h in 0..24 {
                let on = space.plant.on[h];
                let t = if on {
                    (day.room_sensible[h] + day.outdoor_air_sensible[h]).max(0.0)
                        + (day.room_latent[h] + day.outdoor_air_latent[h]).max(0.0)
                } else {
                    0.0
                };
                total.push(t);
                if t >= best_total.0 {
                    best_total = (t, day.month, h + 1);
                }
                let first = on && !space.plant.on[(h + 23) % 24];
                if !first {
                    after = after.max(t);
                }
                sensible = sensible.max(day.room_sensible[h]);
            }
            passes.push(day.passes);
            days.push(serde_json::json!({"month": day.month, "room_sensible": day.room_sensible.to_vec(), "room_latent": day.room_latent.to_vec(),
                "ventilation_sensible": day.outdoor_air_sensible.to_vec(), "ventilation_latent": day.outdoor_air_latent.to_vec(), "total": total}));
        }
        let answer = serde_json::json!({
            "id": case["id"], "peak_total_w": best_total.0, "peak_total_month": best_total.1, "peak_total_hour": best_total.2,
            "peak_total_after_start_w": after, "peak_room_sensible_w": sensible, "heating_room_w": raw.heating_room,
            "days": days, "micros": best * 1e6, "passes": passes, "residual": raw.days.iter().map(|d| d.residual).collect::<Vec<_>>(),
        });
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
