//! The energy-recovery ventilator of a room whose load counts on one: the cheapest that keeps every rule, found again from the files.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use tonnage::catalogue::Catalogue;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::{Engine, demo, num};

fn project(flow_m3_h: i32, room: &Value) -> Value {
    let mut whole = json!({"use": "shop_general", "areaM2": 120,
        "outdoorAir": {"treatedBy": "erv", "flowM3H": flow_m3_h}});
    whole.as_object_mut().unwrap().extend(room.as_object().unwrap().clone());
    json!({"site": {"city": "武汉"}, "rooms": [whole]})
}

fn answer_of(engine: &Engine, project: &Value) -> Value {
    let (at, _) = engine.demo_instant().unwrap();
    let project = Project::from_json(project.to_string().as_bytes()).unwrap();
    let answer = engine.propose(&project, &Customer::default(), at).unwrap().answer().unwrap();
    serde_json::from_str(&answer.text()).unwrap()
}

fn answer(project: &Value) -> Value {
    answer_of(&demo::engine().unwrap(), project)
}

fn products() -> Vec<Value> {
    let catalogue: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let all = catalogue["products"].as_array().unwrap().clone();
    all.into_iter().filter(|product| product["kind"] == "recoveryVentilator").collect()
}

fn refused<'a>(ventilator: &'a Value, rule: &str) -> Vec<&'a str> {
    let groups = ventilator["rejected"].as_array().unwrap().iter();
    let group =
        groups.filter(|group| group["rule"] == rule).flat_map(|group| group["products"].as_array().unwrap());
    group.map(|product| product["product"].as_str().unwrap()).collect()
}

fn codes(answer: &Value) -> Vec<&str> {
    let lists = ["loads", "selection", "quote"].map(|part| answer[part]["findings"].as_array().unwrap());
    lists.into_iter().flatten().map(|finding| finding["code"].as_str().unwrap()).collect()
}

#[test]
fn the_cheapest_number_of_the_cheapest_product_brings_the_air_in_and_is_billed() {
    for flow in [140, 600, 700, 2400] {
        let told = answer(&project(flow, &json!({})));
        let chosen = &told["selection"]["ventilators"][0];
        let units = chosen["units"].as_i64().unwrap();
        let most = chosen["flowM3H"].as_f64().unwrap();
        let asked = f64::from(flow);
        let units_f = f64::from(i32::try_from(units).unwrap());
        assert!(units_f * most >= asked && (units_f - 1.0) * most < asked, "{flow}");
        // Each other one costs more, for as many as bring the same air in.
        let fen = |money: &str| money.replace('.', "").parse::<i64>().unwrap();
        let cost = fen(chosen["cost"].as_str().unwrap());
        let costlier = refused(chosen, "costlier");
        // The others, but for those of which more than eight would stand in the room.
        let named = products();
        let fitting =
            named.iter().filter(|product| product["air"]["flowM3H"][0].as_f64().unwrap() * 8.0 >= asked);
        assert_eq!(costlier.len() + 1, fitting.count(), "{flow}");
        let groups = chosen["rejected"].as_array().unwrap().iter();
        for group in groups.filter(|group| group["rule"] == "costlier") {
            for other in group["products"].as_array().unwrap() {
                assert!(fen(other["params"]["cost"].as_str().unwrap()) >= cost, "{flow}: {other}");
            }
        }
        let lines = told["billOfQuantities"]["lines"].as_array().unwrap();
        let equipment = lines.iter().find(|line| line["variant"] == chosen["product"]["id"]).unwrap();
        assert_eq!(
            (&equipment["system"], &equipment["quantity"]),
            (&json!("ventilation-1"), &json!(units.to_string()))
        );
        assert!(told["quote"]["total"].is_string() && !codes(&told).contains(&"outdoor_air_not_equipped"));
    }
}

#[test]
fn a_ventilator_that_recovers_less_than_the_load_counts_on_is_refused() {
    let told = answer(&project(
        600,
        &json!({"outdoorAir":
        {"treatedBy": "erv", "flowM3H": 600, "sensibleEffectiveness": 0.8, "latentEffectiveness": 0.5}}),
    ));
    assert_eq!(told["selection"]["ventilators"], json!([]));
    let findings = told["selection"]["findings"].as_array().unwrap();
    let none = findings.iter().find(|finding| finding["code"] == "no_ventilator").unwrap();
    assert_eq!(
        (&none["path"], &none["severity"], &none["params"]["rule"]),
        (&json!("rooms[0].outdoorAir"), &json!("error"), &json!("effectiveness"))
    );
    // The load is served by half: there is no total.
    assert_eq!(
        (&told["quote"]["total"], &told["billOfQuantities"]["uncovered"]),
        (&Value::Null, &json!(["room-1"]))
    );
}

#[test]
fn a_fan_that_the_duct_stops_is_refused_with_both_pressures() {
    let installation = json!({"installation": {"ductLossPa": 120}});
    let told = answer(&project(600, &installation));
    let chosen = &told["selection"]["ventilators"][0];
    // By the catalogue: 100 Pa to 1000 m³/h, 150 Pa beyond.
    let weak: Vec<String> = products()
        .iter()
        .filter(|product| product["air"]["externalStaticPa"].as_i64().unwrap() < 120)
        .map(|product| product["id"].as_str().unwrap().to_owned())
        .collect();
    let mut told_weak = refused(chosen, "staticPressure");
    told_weak.sort_unstable();
    let mut weak: Vec<&str> = weak.iter().map(String::as_str).collect();
    weak.sort_unstable();
    assert!(!weak.is_empty());
    assert_eq!(told_weak, weak);
}

#[test]
fn units_in_one_room_are_louder_together() {
    let quiet = answer(&project(600, &json!({"installation": {"noiseLimitDba": 34}})));
    let loud = refused(&quiet["selection"]["ventilators"][0], "indoorNoise");
    for product in products() {
        let flow = product["air"]["flowM3H"][0].as_f64().unwrap();
        let units = (600.0 / flow).ceil();
        let together =
            product["sound"]["dba"][0].as_f64().unwrap() + 10.0 * num::ln(units) / std::f64::consts::LN_10;
        let id = product["id"].as_str().unwrap();
        assert_eq!(loud.contains(&id), together > 34.0, "{id} {together}");
    }
}

#[test]
fn a_catalogue_without_ventilators_is_said_and_the_systems_stand() {
    let mut file: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let products = file["products"].as_array_mut().unwrap();
    products.retain(|product| product["kind"] != "recoveryVentilator");
    let catalogue = Catalogue::from_json(file.to_string().as_bytes()).unwrap();
    let engine = Engine::new(demo::reference().unwrap(), catalogue, demo::books().unwrap());
    let told = answer_of(&engine, &project(600, &json!({})));
    assert!(codes(&told).contains(&"no_ventilator"));
    assert_eq!(told["selection"]["systems"].as_array().unwrap().len(), 1);
}
