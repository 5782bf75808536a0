//! What no buyer or engineer can mean: each project is refused with its code, at its own field.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tonnage::project::Project;
use tonnage::{Error, demo, size};

const CASES: &str = include_str!("project_bad_input/cases.json");

fn refusal(project: &Value) -> Option<Error> {
    let reference = demo::reference().unwrap();
    Project::from_json(project.to_string().as_bytes()).and_then(|project| size(&project, &reference)).err()
}

#[test]
fn every_project_that_cannot_be_meant_is_refused_at_its_own_field() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    let mut wrong = Vec::new();
    for case in &cases {
        let found = refusal(&case["project"]);
        let place = found.as_ref().map(|error| (error.code(), error.path()));
        let expected = (case["code"].as_str().unwrap(), case["path"].as_str().unwrap());
        if place != Some(expected) {
            wrong.push(format!("{}\n    expected {expected:?}\n    found    {place:?}", case["name"]));
            continue;
        }
        if let Some(suggestion) = case.get("suggestion") {
            let params = found.unwrap().problems().next().unwrap().fault.params();
            let found = params.get("suggestion").map(ToString::to_string);
            assert_eq!(found.as_deref(), suggestion.as_str(), "{}", case["name"]);
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n  {}", wrong.len(), cases.len(), wrong.join("\n  "));
}

#[test]
fn no_two_cases_say_the_same() {
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    let names: BTreeSet<&str> = cases.iter().map(|case| case["name"].as_str().unwrap()).collect();
    assert!(names.len() == cases.len() && cases.len() >= 100, "{}", cases.len());
}

#[test]
fn what_is_wrong_in_two_rooms_is_said_of_both() {
    let project = json!({
        "site": {"city": "武汉"},
        "rooms": [
            {"use": "kitchen", "areaM2": 30},
            {"use": "shop_general", "areaM2": 30, "facades": [{"glazing": "bottle"}]},
            {"use": "shop_general", "areaM2": 30, "schedule": "never"},
        ],
    });
    let error = refusal(&project).unwrap();
    let paths: Vec<&str> = error.problems().map(|problem| problem.path.as_str()).collect();
    assert_eq!(paths, ["rooms[0].equipment.powerWM2", "rooms[1].facades[0].glazing", "rooms[2].schedule"]);
}
