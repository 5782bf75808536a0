//! What cannot be served as it was asked for: it is named with code and path, and everything else is answered all the same.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use tonnage::catalogue::Catalogue;
use tonnage::project::Project;
use tonnage::{Engine, demo};

/// The answer for rooms with these wishes from the shipped catalogue without the products that `without` names.
fn answer(rooms: Value, preferences: Value, without: impl Fn(&Value) -> bool) -> Value {
    let mut catalogue: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    catalogue["products"].as_array_mut().unwrap().retain(|product| !without(product));
    let catalogue = Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap();
    let engine = Engine::new(demo::reference().unwrap(), catalogue, demo::books().unwrap());
    let project = json!({"site": {"city": "武汉"}, "rooms": rooms, "preferences": preferences,
        "installation": {"outdoorPlace": "roofFrame"}});
    let project = Project::from_json(project.to_string().as_bytes()).unwrap();
    let (at, _) = engine.demo_instant().unwrap();
    let proposal = engine.propose(&project, &Default::default(), at).unwrap();
    serde_json::from_str(&proposal.answer().unwrap().text()).unwrap()
}

fn small(id: &str) -> Value {
    json!({"id": id, "use": "office_general", "areaM2": 20})
}

/// The findings of the selection with a code.
fn findings<'a>(answer: &'a Value, code: &str) -> Vec<&'a Value> {
    let all = answer["selection"]["findings"].as_array().unwrap().iter();
    all.filter(|finding| finding["code"] == code).collect()
}

fn system_of<'a>(answer: &'a Value, room: &str) -> &'a Value {
    let rooms = answer["selection"]["rooms"].as_array().unwrap();
    &rooms.iter().find(|own| own["room"] == room).unwrap()["system"]
}

fn nothing(_: &Value) -> bool {
    false
}

#[test]
fn a_room_that_no_model_carries_is_named_with_its_rule_and_the_others_are_served() {
    let hall = json!({"id": "hall", "use": "office_general", "areaM2": 100,
        "statedLoad": {"totalW": 4_000_000, "sensibleW": 3_000_000}});
    let answer = answer(json!([small("a"), hall, small("b")]), json!({"coolingOnly": true}), nothing);
    let named = findings(&answer, "nothing_fits");
    assert_eq!(named.len(), 1, "{named:?}");
    assert_eq!((&named[0]["path"], &named[0]["severity"]), (&json!("rooms[1]"), &json!("error")));
    assert_eq!(named[0]["params"]["rule"], "totalCapacity");
    assert!(system_of(&answer, "hall").is_null());
    assert!(system_of(&answer, "a").is_string() && system_of(&answer, "b").is_string());
    assert!(answer["quote"]["total"].is_null(), "a proposal that lacks a system has no total");
}

#[test]
fn a_catalogue_without_outdoor_units_serves_by_what_needs_none() {
    let without = |product: &Value| product["kind"] == "outdoorUnit" || product["kind"] == "chiller";
    let served = answer(json!([small("a"), small("b")]), json!({}), without);
    assert!(system_of(&served, "a").is_string() && system_of(&served, "b").is_string());
    let wished = answer(json!([small("a"), small("b")]), json!({"systems": ["vrfHeatPump"]}), without);
    let named = findings(&wished, "nothing_fits");
    assert_eq!(named.len(), 2, "{named:?}");
    let preference = findings(&wished, "preference_unmet");
    assert_eq!(preference.len(), 1);
    assert_eq!(
        (&preference[0]["path"], &preference[0]["severity"]),
        (&json!("preferences"), &json!("error"))
    );
    // What it would cost without the wish is said.
    assert_eq!(wished["selection"]["preference"]["unrestricted"], served["selection"]["optimum"]["cost"]);
}

#[test]
fn wishes_that_contradict_each_other_are_unmet_and_what_is_possible_without_them_is_shown() {
    for wishes in [
        json!({"brands": ["Nobody"]}),
        json!({"brands": ["Hisense"], "systems": ["vrfHeatPump"]}),
        json!({"products": ["DV-O280"], "brands": ["Hisense"]}),
        json!({"brands": ["DemoVRF"], "mountings": ["floorStanding"], "systems": ["multiSplit"], "worstGrade": 1}),
    ] {
        let answer = answer(json!([small("a"), small("b")]), wishes.clone(), nothing);
        assert_eq!(findings(&answer, "nothing_fits").len(), 2, "{wishes}");
        assert_eq!(findings(&answer, "preference_unmet").len(), 1, "{wishes}");
        let preference = &answer["selection"]["preference"];
        assert!(
            preference["more"].is_null() && !preference["systems"].as_array().unwrap().is_empty(),
            "{wishes}"
        );
        assert!(answer["quote"]["total"].is_null(), "{wishes}");
    }
}

#[test]
fn a_family_without_joints_serves_no_two_rooms_and_says_why() {
    let without = |product: &Value| product["kind"] == "branchKit" && product["family"] == "dv";
    let answer = answer(json!([small("a"), small("b")]), json!({"systems": ["vrfHeatPump"]}), without);
    assert_eq!(findings(&answer, "nothing_fits").len(), 2);
    let refused = answer["selection"]["rejected"].as_array().unwrap();
    let of_family = |product: &Value| product["product"].as_str().unwrap().starts_with("DV-O");
    let named: Vec<&Value> =
        refused.iter().filter(|group| group["products"].as_array().unwrap().iter().any(of_family)).collect();
    assert!(!named.is_empty(), "{refused:?}");
    assert!(named.iter().all(|group| group["rule"] != "costlier"), "{named:?}");
}
