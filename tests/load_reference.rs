//! Whole rooms against EnergyPlus: loads, hours, parts and time of the 48 reference rooms.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "load/cases.rs"]
mod cases;
#[path = "load/documents.rs"]
mod documents;
#[path = "load/plot.rs"]
mod plot;
#[path = "load/report.rs"]
mod report;

use cases::Case;
use std::time::Instant;
use tonnage::load::heat_balance;
use tonnage::load::space_load::{Cause, DayLoad, SpaceLoad};

/// Three times what `make bench` holds, ms: here other tests run at the same time.
const MEDIAN_MS: f64 = 3.0 * 2.0;
const WORST_MS: f64 = 3.0 * 6.0;

fn rooms() -> Vec<Case> {
    let text = include_str!("reference/load/cases.jsonl");
    let rooms: Vec<Case> =
        text.lines().map(|line| Case::read(&serde_json::from_str(line).unwrap()).unwrap()).collect();
    assert_eq!(rooms.len(), 48);
    rooms
}

fn load(room: &Case) -> SpaceLoad {
    heat_balance::load(&room.space, &room.fabric().unwrap(), &room.weather().unwrap()).unwrap()
}

fn load_in_parts(room: &Case) -> SpaceLoad {
    heat_balance::load_in_parts(&room.space, &room.fabric().unwrap(), &room.weather().unwrap()).unwrap()
}

/// The day whose parts an answer has.
fn day_of_parts(load: &SpaceLoad) -> &DayLoad {
    load.days.iter().find(|day| day.month == load.sizing_peak.month).unwrap()
}

#[test]
fn loads_and_hours_of_the_reference_rooms_are_within_their_limits() {
    let report = documents::report().unwrap();
    println!("{}\n{}", report.figures_table(), report.rooms_table());
    let failures = report.failures();
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn the_documents_say_what_is_reached() {
    let report = documents::report().unwrap();
    for (name, text) in documents::documents(&report) {
        let path = format!("{}/src/docs/{name}", env!("CARGO_MANIFEST_DIR"));
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        let differs = committed.lines().zip(text.lines()).position(|(committed, found)| committed != found);
        assert!(
            committed == text,
            "`src/docs/{name}` is not what is reached (line {}): write it anew with \
             `cargo run --release --example load_report`",
            differs.map_or(committed.lines().count().min(text.lines().count()), |line| line) + 1,
        );
    }
}

#[test]
fn every_total_is_what_cools_and_what_dries_and_nothing_while_the_plant_is_off() {
    for room in rooms() {
        let load = load(&room);
        for day in &load.days {
            for hour in 0..24 {
                let sensible = day.room_sensible_w[hour] + day.outdoor_air_sensible_w[hour];
                let latent = day.room_latent_w[hour] + day.outdoor_air_latent_w[hour];
                let at = format!("{} month {} entry {hour}", load.id, day.month);
                assert_eq!(day.total_w[hour], sensible.max(0) + latent.max(0), "{at}");
                assert!(day.room_sensible_w[hour] >= 0 && day.room_latent_w[hour] >= 0, "{at}");
                if !room.space.plant.on[hour] {
                    let parts = [day.room_sensible_w, day.room_latent_w, day.outdoor_air_sensible_w];
                    assert!(parts.iter().all(|part| part[hour] == 0), "{at}");
                    assert_eq!((day.outdoor_air_latent_w[hour], day.total_w[hour]), (0, 0), "{at}");
                }
            }
        }
    }
}

#[test]
fn parts_add_up_to_the_watt_in_every_hour_of_every_reference_room() {
    for room in rooms() {
        let load = load_in_parts(&room);
        let day = day_of_parts(&load);
        assert_eq!(
            load.parts.iter().filter(|part| part.cause == Cause::OutdoorAir).count(),
            1,
            "{}",
            load.id
        );
        for hour in 0..24 {
            let (mut room, mut outdoor_air) = ((0, 0), (0, 0));
            for part in &load.parts {
                let sum = if part.cause == Cause::OutdoorAir { &mut outdoor_air } else { &mut room };
                sum.0 += part.sensible_w[hour];
                sum.1 += part.latent_w[hour];
            }
            let at = format!("{} entry {hour}", load.id);
            assert_eq!(room, (day.room_sensible_w[hour], day.room_latent_w[hour]), "{at}");
            let expected = (day.outdoor_air_sensible_w[hour], day.outdoor_air_latent_w[hour]);
            assert_eq!(outdoor_air, expected, "{at}");
        }
    }
}

#[test]
fn nothing_is_stored_where_the_plant_holds_the_room_all_day() {
    let (mut count, mut worst) = (0, 0.0_f64);
    for room in rooms().iter().filter(|room| room.space.plant.on.iter().all(|on| *on)) {
        let load = load_in_parts(room);
        // A room that cools down by itself at night is not held, and stores cold.
        if day_of_parts(&load).room_sensible_w.contains(&0) {
            continue;
        }
        let stored = load.parts.iter().find(|part| part.cause == Cause::StoredHeat).unwrap();
        let most = stored.sensible_w.iter().map(|watts| watts.abs()).max().unwrap();
        let part =
            f64::from(i32::try_from(most).unwrap()) / f64::from(i32::try_from(load.peak.total_w).unwrap());
        assert!(part < 0.01, "{}: {most} W of {} W", load.id, load.peak.total_w);
        worst = worst.max(part);
        count += 1;
    }
    println!("{count} rooms held all day: stored heat at most {:.2} % of the peak", worst * 100.0);
    assert!(count > 5);
}

#[test]
fn asking_for_the_parts_does_not_move_the_load() {
    for room in rooms() {
        let mut in_parts = load_in_parts(&room);
        in_parts.parts.clear();
        let SpaceLoad { peak, sizing_peak, sensible_peak, .. } = load(&room);
        // Causes are named from the parts.
        in_parts.peak.cause = peak.cause;
        in_parts.sizing_peak.cause = sizing_peak.cause;
        in_parts.sensible_peak.cause = sensible_peak.cause;
        assert_eq!(in_parts, load(&room));
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the clock measures the library from outside")]
fn a_room_takes_milliseconds() {
    let mut times: Vec<f64> = Vec::new();
    for room in rooms() {
        let mut best = f64::INFINITY;
        for _ in 0..3 {
            let clock = Instant::now();
            load(&room);
            best = best.min(clock.elapsed().as_secs_f64() * 1000.0);
        }
        times.push(best);
    }
    times.sort_by(f64::total_cmp);
    let (median, worst) = (report::median(&times), times[times.len() - 1]);
    println!("a room, with all its design days: median {median:.2} ms, worst {worst:.2} ms");
    // Code that is not optimised says nothing of the speed.
    if !cfg!(debug_assertions) {
        assert!(median < MEDIAN_MS && worst < WORST_MS, "median {median} ms, worst {worst} ms");
    }
}
