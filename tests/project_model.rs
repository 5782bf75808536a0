//! From the smallest project to every layer: one path, and the figures of the heat balance at its end.
// The npm module has no schemas; they are files beside it.
#![cfg(all(feature = "data", not(target_arch = "wasm32")))]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may fail loudly"
)]

#[path = "load/cases.rs"]
mod cases;
#[path = "project_model/fields.rs"]
mod fields;
#[path = "project_model/reference_room.rs"]
mod reference_room;

use cases::Case;
use serde_json::Value;
use tonnage::load::heat_balance;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::{complete, demo, size};

const SMALLEST: &str = include_str!("projects/smallest.json");
const ENGINEER: &str = include_str!("projects/engineer.json");

fn project(text: &str) -> Project {
    Project::from_json(text.as_bytes()).unwrap()
}

#[test]
fn the_reference_rooms_written_as_projects_have_the_loads_of_the_heat_balance_to_the_watt() {
    let reference = demo::reference().unwrap();
    let mut rooms = 0;
    for line in include_str!("reference/load/cases.jsonl").lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let stated = reference_room::project(&case).to_string();
        let loads = size(&project(&stated), &reference).unwrap();
        let case = Case::read(&case).unwrap();
        // With its parts, from which causes are named; the answer of a project leaves the parts by surface out.
        let mut expected =
            heat_balance::load_in_parts(&case.space, &case.fabric().unwrap(), &case.weather().unwrap())
                .unwrap();
        let components = expected.components();
        expected.parts.clear();
        let room = &loads.rooms[0];
        let found = room.computed.as_ref().unwrap();
        for (found, expected) in found.days.iter().zip(&expected.days) {
            assert_eq!(found, expected, "{} month {}", room.id, expected.month);
        }
        assert_eq!(found.heating, expected.heating, "{}", room.id);
        assert_eq!(*found, expected, "{}", room.id);
        assert_eq!(room.components, components, "{}", room.id);
        let peak = &expected.sizing_peak;
        let sizing = (room.sizing.total_w, room.sizing.sensible_w, room.sizing.latent_w);
        assert_eq!(sizing, (peak.total_w, peak.sensible_w(), peak.latent_w()), "{}", room.id);
        assert_eq!(room.heating_w, Some(expected.heating.sizing_w), "{}", room.id);
        rooms += 1;
    }
    assert_eq!(rooms, 48);
}

#[test]
fn nothing_that_a_reference_room_states_is_assumed() {
    let reference = demo::reference().unwrap();
    let line = include_str!("reference/load/cases.jsonl").lines().next().unwrap();
    let case: Value = serde_json::from_str(line).unwrap();
    let completed = complete(&project(&reference_room::project(&case).to_string()), &reference).unwrap();
    let paths = completed.assumptions.iter().map(|filled| filled.path.as_str());
    // How it is installed and what is wished is no part of the room's physics.
    let apart =
        |path: &&str| !path.starts_with("rooms[0].installation.") && !path.starts_with("preferences.");
    let physical: Vec<&str> = paths.filter(apart).collect();
    assert_eq!(physical, [] as [&str; 0]);
}

#[test]
fn the_smallest_project_and_the_engineers_model_go_the_same_way_to_a_quote() {
    let engine = demo::engine().unwrap();
    let (at, _) = engine.demo_instant().unwrap();
    for (text, assumes) in [(SMALLEST, true), (ENGINEER, false)] {
        let proposal = engine.propose(&project(text), &Customer::default(), at).unwrap();
        assert_eq!(!proposal.assumptions.is_empty(), assumes);
        assert_eq!(proposal.uncertainty.is_some(), assumes);
        assert!(proposal.quote.unwrap().total.is_some());
        let computed = proposal.loads.rooms.iter().filter(|room| room.computed.is_some()).count();
        assert_eq!(computed, if assumes { 1 } else { 2 });
    }
}

#[test]
fn the_engineers_model_is_already_complete() {
    let completed = complete(&project(ENGINEER), &demo::reference().unwrap()).unwrap();
    assert_eq!(completed.assumptions, []);
}

#[test]
fn the_engineers_model_uses_every_field_that_does_not_exclude_another() {
    let known = fields::of_schema("project");
    let stated = fields::of(&serde_json::from_str(ENGINEER).unwrap());
    let unused: Vec<&str> = known.difference(&stated).map(String::as_str).collect();
    assert!(known.len() > 150, "{}", known.len());
    // Its place has a name, and design conditions of its own instead of a station's; a pool of products and a grade would leave it
    // without a system.
    let left = [
        ".preferences.products",
        ".preferences.worstGrade",
        ".site.adcode",
        ".site.climate",
        ".site.stationId",
    ];
    assert_eq!(unused, left);
}
