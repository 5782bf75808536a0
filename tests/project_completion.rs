//! Completion: nothing is filled twice, nothing is filled silently, and what is stated stays as it was stated.
// The npm module has no schemas; they are files beside it.
#![cfg(all(feature = "data", not(target_arch = "wasm32")))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "same_answer/cases.rs"]
mod cases;
#[path = "project_model/fields.rs"]
mod fields;
#[path = "project_completion/places.rs"]
mod places;

use places::{leaves, put};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tonnage::completion::Completed;
use tonnage::finding::Assumption;
use tonnage::load::Loads;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::reference::Reference;
use tonnage::{complete, demo, size};

fn completed(given: &Value, reference: &Reference) -> Completed {
    complete(&Project::from_json(given.to_string().as_bytes()).unwrap(), reference).unwrap()
}

fn drawn(step: usize) -> Vec<(String, Value)> {
    let cases = cases::cases(&cases::engine()).into_iter().step_by(step);
    cases.map(|(name, text)| (name, serde_json::from_str(&text).unwrap())).collect()
}

fn paths(assumptions: &[Assumption]) -> BTreeSet<String> {
    assumptions.iter().map(|filled| filled.path.clone()).collect()
}

#[test]
fn the_drawn_projects_state_every_field_of_the_schema() {
    let known = fields::of_schema("project");
    // The examples were written by hand.
    let generated = drawn(1).into_iter().filter(|(name, _)| name.starts_with("generated"));
    let stated: BTreeSet<String> = generated.flat_map(|(_, given)| fields::of(&given)).collect();
    let unused: Vec<&String> = known.difference(&stated).collect();
    assert_eq!(unused, [] as [&str; 0]);
}

#[test]
fn every_drawn_project_is_answered() {
    let engine = cases::engine();
    for (name, text) in cases::cases(&engine) {
        let refused = cases::answer(&engine, &text).err();
        assert_eq!(refused, None, "{name}: {text}");
    }
}

#[test]
fn completing_twice_fills_nothing() {
    let reference = demo::reference().unwrap();
    for (name, given) in drawn(1) {
        let once = completed(&given, &reference);
        let twice = complete(&once.project, &reference).unwrap();
        assert_eq!(twice.assumptions, [], "{name}");
        assert_eq!(twice.project, once.project, "{name}");
    }
}

#[test]
fn a_completed_project_has_the_loads_systems_and_prices_of_the_given_one() {
    let engine = demo::engine().unwrap();
    let (at, _) = engine.demo_instant().unwrap();
    for (name, given) in drawn(2) {
        let given = Project::from_json(given.to_string().as_bytes()).unwrap();
        let first = engine.propose(&given, &Customer::default(), at).unwrap();
        let again = engine.propose(&first.project, &Customer::default(), at).unwrap();
        assert_eq!((again.assumptions, again.uncertainty), (vec![], None), "{name}");
        assert_eq!(again.loads, first.loads, "{name}");
        assert_eq!(again.selection, first.selection, "{name}");
        assert_eq!(
            (again.bill_of_quantities, again.quote),
            (first.bill_of_quantities, first.quote),
            "{name}"
        );
    }
}

#[test]
fn every_assumption_stands_in_the_completed_project_and_none_in_the_given_one() {
    let reference = demo::reference().unwrap();
    for (name, given) in drawn(1) {
        let Completed { project, assumptions } = completed(&given, &reference);
        let (stated, filled) = (leaves(&given), leaves(&serde_json::to_value(&project).unwrap()));
        assert_eq!(paths(&assumptions).len(), assumptions.len(), "{name}: a path is listed twice");
        for assumption in &assumptions {
            let at = format!("{name} {}", assumption.path);
            let value = serde_json::to_value(&assumption.value).unwrap();
            let found = filled.get(&assumption.path).unwrap_or_else(|| panic!("{at} is not there"));
            let same = found == &value || found.as_f64().is_some() && found.as_f64() == value.as_f64();
            assert!(same, "{at}: {found} is not {value}");
            assert!(!stated.contains_key(&assumption.path), "{at} was stated");
            assert!(!assumption.source.is_empty() && !assumption.source_zh.is_empty(), "{at}");
        }
    }
}

/// What nobody asks for any more once the value at `path` is stated, because it only served to work that out.
fn served(path: &str) -> &'static [&'static str] {
    if path.ends_with("outdoorAir.flowM3H") {
        &["outdoorAir.rule"]
    } else if path.ends_with("infiltration.airChangesPerH") {
        &["building.year", "building.storeys", "building.storeyHeightM"]
    } else {
        &[]
    }
}

/// The loads without the name of the project that they are of.
fn figures(given: &Value, reference: &Reference) -> Loads {
    let project = Project::from_json(given.to_string().as_bytes()).unwrap();
    Loads { project_digest: String::new(), ..size(&project, reference).unwrap() }
}

#[test]
fn stating_one_assumption_takes_it_off_the_list_and_moves_no_load() {
    let reference = demo::reference().unwrap();
    let (mut stated_once, mut without_service) = (0, 0);
    for (name, given) in drawn(5) {
        let before = completed(&given, &reference);
        for assumption in &before.assumptions {
            let at = format!("{name} {}", assumption.path);
            let mut stated = given.clone();
            put(&mut stated, &assumption.path, serde_json::to_value(&assumption.value).unwrap());
            let after = completed(&stated, &reference);
            let rest: Vec<&Assumption> =
                before.assumptions.iter().filter(|other| other.path != assumption.path).collect();
            let left: Vec<&Assumption> = after.assumptions.iter().collect();
            stated_once += 1;
            if left == rest {
                // The loads are a function of the completed project.
                assert_eq!(after.project, before.project, "{at}");
                continue;
            }
            let gone = rest.iter().filter(|other| !left.contains(other));
            for other in gone {
                let known = served(&assumption.path).iter().any(|field| other.path.ends_with(field));
                assert!(known, "{at} also took {} off the list", other.path);
            }
            assert!(left.iter().all(|other| rest.contains(other)), "{at} put something on the list");
            assert_eq!(figures(&stated, &reference), figures(&given, &reference), "{at}");
            without_service += 1;
        }
    }
    assert!(stated_once > 3000 && without_service > 10, "{stated_once}, {without_service}");
}

/// The fields whose default follows from the field at `path`.
fn follows(path: &str) -> &'static [&'static str] {
    const ENVELOPE: &[&str] = &[
        "construction",
        "glazing",
        "aboveConstruction",
        "belowConstruction",
        "besideConstruction",
        "infiltration.airChangesPerH",
        "running.coolingFullLoadHours",
    ];
    let field = path.rsplit('.').next().unwrap_or(path);
    match field {
        "year" | "zone" => ENVELOPE,
        "storeys" | "storeyHeightM" => &["infiltration.airChangesPerH"],
        "heightM" => &["infiltration.airChangesPerH", "glazing", "outdoorAir.flowM3H"],
        "glazingRatio" => &["glazing"],
        "ductRunM" => &["installation.ductLossPa"],
        "pipeRunM" => &["installation.branchRunM"],
        "widthM" => &["widthM", "infiltration.airChangesPerH", "glazing"],
        "m2PerPerson" => &["outdoorAir.flowM3H", "door.passagesPerH"],
        "coolingSetPointC" => {
            &["ground.coolingC", "ground.heatingC", "unconditioned.heatingC", "heatingSetPointC"]
        }
        "heatingSetPointC" => &["ground.heatingC", "unconditioned.heatingC"],
        // Leakage goes with the air behind the pressure, not with its height; the design air goes with the height.
        "elevationM" => &["unconditioned.coolingC", "unconditioned.heatingC", "heating"],
        _ => &[],
    }
}

#[test]
fn another_value_changes_its_own_field_and_what_follows_from_it() {
    let reference = demo::reference().unwrap();
    let (mut alone, mut followed) = (0, 0);
    for (name, given) in drawn(5) {
        let before = completed(&given, &reference);
        let filled = leaves(&serde_json::to_value(&before.project).unwrap());
        for assumption in &before.assumptions {
            let Some(value) = serde_json::to_value(&assumption.value).unwrap().as_f64() else { continue };
            let other = if value.fract() == 0.0 { value - 1.0 } else { (value * 90.0).round() / 100.0 };
            let mut stated = given.clone();
            put(&mut stated, &assumption.path, json!(other));
            // A smaller number is not allowed everywhere: a count of one, a layer of air.
            let Ok(project) = Project::from_json(stated.to_string().as_bytes()) else { continue };
            let Ok(after) = complete(&project, &reference) else { continue };
            let after = leaves(&serde_json::to_value(&after.project).unwrap());
            let changed: Vec<&String> = filled
                .iter()
                .filter(|(path, value)| after.get(*path) != Some(*value))
                .map(|(path, _)| path)
                .collect();
            let at = format!("{name} {} = {other}", assumption.path);
            assert!(changed.contains(&&assumption.path), "{at} was not taken");
            for path in changed.iter().filter(|path| ***path != assumption.path) {
                let mut known = follows(&assumption.path).iter().chain(served(&assumption.path));
                assert!(known.any(|field| path.ends_with(field)), "{at} also changed {path}");
            }
            *(if changed.len() == 1 { &mut alone } else { &mut followed }) += 1;
        }
    }
    assert!(alone > 1000 && followed > 50, "{alone}, {followed}");
}
