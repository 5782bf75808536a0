//! Requested units, by model or nameplate: found, quoted and checked through the public API.
//!
//! The expected products are found again from the catalogue and the books as JSON.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "requested/rooftops.rs"]
mod rooftops;
#[path = "requested/wishes.rs"]
mod wishes;

use serde_json::{Value, json};
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::{Engine, Error, demo};

fn answer(project: &Value) -> Value {
    let engine = demo::engine().unwrap();
    asked(&engine, project).unwrap()
}

fn asked(engine: &Engine, project: &Value) -> Result<Value, Error> {
    let (at, _) = engine.demo_instant().unwrap();
    let project = Project::from_json(project.to_string().as_bytes())?;
    let answer = engine.propose(&project, &Customer::default(), at)?.answer()?;
    Ok(serde_json::from_str(&answer.text()).unwrap())
}

fn requesting(requested: &Value) -> Value {
    json!({"site": {"city": "Wuhan"}, "requested": requested})
}

fn codes(answer: &Value) -> Vec<(String, String, String)> {
    let findings = answer["selection"]["findings"].as_array().unwrap();
    let text = |finding: &Value, field: &str| finding[field].as_str().unwrap().to_owned();
    findings
        .iter()
        .filter(|finding| finding["code"].as_str().unwrap().starts_with("requested_"))
        .map(|finding| (text(finding, "code"), text(finding, "severity"), text(finding, "path")))
        .collect()
}

fn product(answer: &Value, index: usize) -> &str {
    answer["selection"]["systems"][index]["rooms"][0]["product"]["id"].as_str().unwrap()
}

/// The pairs that can be taken off, with their cooling at the rating point, W.
fn pairs() -> Vec<(String, i64)> {
    let catalogue: Value = serde_json::from_str(include_str!("../src/data/catalogue.json")).unwrap();
    let products = catalogue["products"].as_array().unwrap().iter();
    products
        .filter(|product| product["kind"] == "matchedSplit" && !product["piping"].is_null())
        .filter_map(|product| {
            let rated = product["rated"]["totalW"].as_i64();
            // The rating point is a published row of every whole table: 27 / 19 °C indoors, 35 °C outdoors.
            let points = product["cooling"]["points"].as_array().unwrap();
            let row = points.iter().find(|row| row["indoorDryBulbC"] == 27 && row["indoorWetBulbC"] == 19);
            let outdoors = product["cooling"]["outdoorDryBulbC"].as_array().unwrap();
            let at = outdoors.iter().position(|outdoor| *outdoor == json!(35));
            let read = row.zip(at).and_then(|(row, at)| row["totalW"][at].as_i64());
            Some((product["id"].as_str().unwrap().to_owned(), rated.or(read)?))
        })
        .collect()
}

#[test]
fn two_of_three_horsepower_are_the_cheapest_of_that_nameplate_and_have_a_total() {
    let found = answer(&requesting(&json!([{"horsepower": 3, "quantity": 2}])));
    let units = &found["selection"]["requested"][0];
    assert_eq!(
        (&units["foundBy"], &units["askedW"], &units["quantity"]),
        (&json!("nameplate"), &json!(7500), &json!(2))
    );
    // 7.5 kW within ten hundredths: by the catalogue's own text.
    let near: Vec<String> =
        pairs().into_iter().filter(|(_, watts)| (6750..=8250).contains(watts)).map(|(id, _)| id).collect();
    assert!(near.len() > 2 && near.contains(&product(&found, 0).to_owned()));
    // Asked for each of them by name, none costs less.
    let total = |answer: &Value| {
        let text = answer["quote"]["total"].as_str()?;
        Some(text.replace('.', "").parse::<i64>().unwrap())
    };
    let cheapest = total(&found).unwrap();
    let mut compared = 0;
    for id in &near {
        let named = answer(&requesting(&json!([{"model": id, "quantity": 2}])));
        if let Some(total) = total(&named).filter(|_| codes(&named).is_empty()) {
            assert!(cheapest <= total, "{id}");
            compared += 1;
        }
    }
    assert!(compared > 2);
    assert_eq!(codes(&found), []);
    assert_eq!(found["selection"]["systems"][0]["installed"]["sets"], 2);
}

#[test]
fn a_nameplate_is_read_in_any_case_and_with_any_spaces() {
    let found = answer(&requesting(&json!([{"model": "auw-36u6 rn8", "quantity": 1}])));
    assert_eq!(found["selection"]["systems"][0]["rooms"][0]["product"]["model"], "AUW-36U6RN8");
    assert_eq!(found["selection"]["requested"][0]["foundBy"], "model");
    assert_eq!(found["selection"]["requested"][0]["askedW"], Value::Null);
}

#[test]
fn an_unknown_model_with_its_nameplate_is_replaced_and_said() {
    let request = json!([{"model": "KFR-72LW", "coolingKw": 7.2, "quantity": 1, "mounting": "cassette"}]);
    let found = answer(&requesting(&request));
    let model = ("requested_model_unknown".to_owned(), "warning".to_owned(), "requested[0].model".to_owned());
    assert_eq!(codes(&found), [model]);
    assert_eq!(found["selection"]["systems"][0]["rooms"][0]["mounting"], "cassette");
    assert!(found["quote"]["total"].is_string());
}

#[test]
fn what_nothing_answers_leaves_the_rest_quoted_and_no_total() {
    let request = json!([
        {"model": "XYZ", "quantity": 1},
        {"coolingKw": 60, "quantity": 1},
        {"horsepower": 3, "quantity": 1},
    ]);
    let found = answer(&requesting(&request));
    let error = |code: &str, path: &str| (code.to_owned(), "error".to_owned(), path.to_owned());
    assert_eq!(
        codes(&found),
        [
            error("requested_model_unknown", "requested[0].model"),
            error("requested_not_found", "requested[1]")
        ]
    );
    assert_eq!(found["billOfQuantities"]["uncovered"], json!(["requested-1", "requested-2"]));
    assert_eq!(found["quote"]["total"], Value::Null);
    assert_eq!(found["selection"]["systems"].as_array().unwrap().len(), 1);
    assert_eq!(found["selection"]["requested"][2]["system"], "system-1");
}

#[test]
fn where_no_capacity_is_near_the_next_larger_one_is_taken_and_said() {
    // 8.6 kW within two hundredths: nothing; the next above is the smallest rated capacity beyond it.
    let found = answer(&requesting(&json!([{"coolingKw": 8.6, "tolerance": 0.02, "quantity": 1}])));
    let next = pairs().into_iter().map(|(_, watts)| watts).filter(|watts| *watts >= 8428).min().unwrap();
    let code = &codes(&found)[0];
    assert_eq!((code.0.as_str(), code.1.as_str()), ("requested_next_larger", "warning"));
    assert_eq!(found["selection"]["systems"][0]["rooms"][0]["each"]["totalW"], json!(next));
}

#[test]
fn units_for_a_room_are_held_together_against_its_load() {
    let rooms = json!([{"id": "shop", "use": "shop_general", "areaM2": 120}]);
    let project =
        |requested: Value| json!({"site": {"city": "Wuhan"}, "rooms": rooms, "requested": requested});
    let one = answer(&project(json!([{"horsepower": 3, "quantity": 1, "room": "shop"}])));
    let short = codes(&one);
    assert!(!short.is_empty());
    assert!(short.iter().all(|(code, severity, path)| {
        (code.as_str(), severity.as_str(), path.as_str()) == ("requested_short", "warning", "requested[0]")
    }));
    // It is quoted all the same: the buyer asked for it.
    assert!(one["quote"]["total"].is_string());
    assert_eq!(one["selection"]["rooms"][0]["system"], "system-1");
    let mixed = json!([
        {"horsepower": 3, "quantity": 2, "room": "shop"}, {"horsepower": 5, "quantity": 1, "room": "shop"}
    ]);
    let enough = answer(&project(mixed));
    assert_eq!(codes(&enough), []);
    let systems = enough["selection"]["systems"].as_array().unwrap();
    let sum: i64 = systems.iter().map(|system| system["rooms"][0]["all"]["totalW"].as_i64().unwrap()).sum();
    let load = enough["loads"]["rooms"][0]["sizing"]["totalW"].as_i64().unwrap();
    for system in systems {
        let checks = system["rooms"][0]["checks"].as_array().unwrap();
        let total = checks.iter().find(|check| check["rule"] == "totalCapacity").unwrap();
        assert_eq!((&total["value"], &total["limit"]), (&json!(sum), &json!(load)));
    }
}

#[test]
fn other_rooms_are_selected_for_as_ever() {
    let shop = json!({"id": "shop", "use": "shop_general", "areaM2": 120});
    let meeting = json!({"id": "meeting", "use": "meeting_room", "areaM2": 30});
    let alone = answer(&json!({"site": {"city": "Wuhan"}, "rooms": [meeting]}));
    let requested = json!([{"horsepower": 5, "quantity": 2, "room": "shop"}]);
    let both = answer(&json!({"site": {"city": "Wuhan"}, "rooms": [shop, meeting], "requested": requested}));
    assert_eq!(both["selection"]["optimum"], alone["selection"]["optimum"]);
    assert_eq!(product(&both, 0), product(&alone, 0));
}

#[test]
fn a_pipe_beyond_the_limit_of_the_model_is_an_error_with_value_and_limit() {
    let installation = json!({"pipeRunM": 70});
    let request = json!([{"model": "AUW-36U6RN8", "quantity": 1, "installation": installation}]);
    let found = answer(&requesting(&request));
    let (code, severity, path) = &codes(&found)[0];
    assert_eq!(
        (code.as_str(), severity.as_str(), path.as_str()),
        ("requested_rule_broken", "error", "requested[0]")
    );
    let findings = found["selection"]["findings"].as_array().unwrap();
    let broken = findings.iter().find(|finding| finding["code"] == "requested_rule_broken").unwrap();
    assert_eq!(
        (&broken["params"]["rule"], &broken["params"]["value"], &broken["params"]["limit"]),
        (&json!("pipeLength"), &json!(70), &json!(50))
    );
}

#[test]
fn a_completed_request_gives_the_same_answer() {
    let first =
        answer(&requesting(&json!([{"horsepower": 3, "quantity": 2}, {"model": "x", "quantity": 1}])));
    let again = answer(&first["project"]);
    assert_eq!(again["assumptions"], json!([]));
    assert_eq!((&first["selection"], &first["quote"]), (&again["selection"], &again["quote"]));
}

#[test]
fn requests_that_say_too_little_or_two_things_are_refused_with_their_paths() {
    let engine = demo::engine().unwrap();
    let problems = |project: &Value| -> Vec<(String, String)> {
        let error = asked(&engine, project).unwrap_err();
        error.problems().map(|problem| (problem.path.clone(), problem.fault.code().to_owned())).collect()
    };
    let cases = [
        (requesting(&json!([{"quantity": 1}])), "requested[0].model", "missing_field"),
        (requesting(&json!([{"model": "x", "quantity": 0}])), "requested[0].quantity", "out_of_range"),
        (
            requesting(&json!([{"horsepower": 3, "coolingKw": 12, "quantity": 1}])),
            "requested[0].horsepower",
            "conflict",
        ),
        (
            requesting(&json!([{"horsepower": 3, "quantity": 1, "room": "hall"}])),
            "requested[0].room",
            "unknown_reference",
        ),
        (
            requesting(
                &json!([{"id": "a", "horsepower": 3, "quantity": 1}, {"id": "a", "model": "b", "quantity": 1}]),
            ),
            "requested[1].id",
            "duplicate",
        ),
        (
            json!({"site": {"city": "Wuhan"}, "rooms": [{"id": "a", "use": "shop_general", "areaM2": 20}],
                "requested": [{"id": "a", "model": "b", "quantity": 1}]}),
            "requested[0].id",
            "duplicate",
        ),
        (
            json!({"site": {"city": "Wuhan"}, "rooms": [{"id": "r", "use": "shop_general", "areaM2": 20}],
                "requested": [{"model": "b", "quantity": 1, "room": "r", "installation": {}}]}),
            "requested[0].installation",
            "conflict",
        ),
        (json!({"site": {"city": "Wuhan"}}), "rooms", "missing_field"),
        (json!({"site": {"city": "Wuhan"}, "rooms": []}), "rooms", "missing_field"),
    ];
    for (project, path, code) in cases {
        assert_eq!(problems(&project), [(path.to_owned(), code.to_owned())], "{project}");
    }
}
