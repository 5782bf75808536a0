//! Wishes for grades at nameplates, models that are known and cannot be quoted, and mountings at rooms that are searched.

use super::{answer, asked, codes, product, requesting};
use serde_json::{Value, json};
use tonnage::{Engine, demo};

/// The shipped files, with every product and every price changed as asked.
fn changed(product: impl Fn(&mut Value), priced: impl Fn(&Value) -> bool) -> Engine {
    let mut catalogue: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    catalogue["products"].as_array_mut().unwrap().iter_mut().for_each(product);
    let mut book: Value = serde_json::from_slice(demo::PRICE_BOOK).unwrap();
    book["entries"].as_array_mut().unwrap().retain(priced);
    let (catalogue, book) = (catalogue.to_string(), book.to_string());
    Engine::from_json(demo::REFERENCE, catalogue.as_bytes(), book.as_bytes(), demo::RATE_BOOK).unwrap()
}

fn refused(answer: &Value, list: &str, rule: &str) -> Vec<String> {
    let groups = answer["selection"][list][0]["rejected"].as_array().unwrap().iter();
    let products = groups.filter(|group| group["rule"] == rule);
    let products = products.flat_map(|group| group["products"].as_array().unwrap());
    products.map(|one| one["product"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_wish_for_a_grade_holds_for_nameplates_and_not_for_models() {
    let request = json!([{"horsepower": 3, "quantity": 1}]);
    let cheapest = product(&answer(&requesting(&request)), 0).to_owned();
    // By GB 21455 the cheapest has grade 3, every other product none that is stated.
    let graded = |product: &mut Value| {
        if product["id"] == json!(cheapest) {
            product["efficiency"] = json!([{"status": "demo", "standard": "GB 21455-2019", "metric": "APF", "value": 4.0, "grade": 3}]);
        }
    };
    let engine = changed(graded, |_| true);
    let wishing = |worst: i32, request: &Value| {
        let mut project = requesting(request);
        project["preferences"] = json!({"worstGrade": worst});
        asked(&engine, &project).unwrap()
    };
    let kept = wishing(3, &request);
    assert_eq!((product(&kept, 0), codes(&kept)), (cheapest.as_str(), vec![]));
    let other = wishing(2, &request);
    assert_ne!(product(&other, 0), cheapest);
    assert_eq!(refused(&other, "requested", "efficiencyGrade"), std::slice::from_ref(&cheapest));
    // The model is what is asked for, whatever its grade.
    let named = wishing(2, &json!([{"model": cheapest, "quantity": 1}]));
    assert_eq!((product(&named, 0), codes(&named)), (cheapest.as_str(), vec![]));
}

/// The one finding about requests, with its rule.
fn said(answer: &Value) -> (String, String, String, Value) {
    let found = codes(answer);
    assert_eq!(found.len(), 1, "{found:?}");
    let findings = answer["selection"]["findings"].as_array().unwrap();
    let finding = findings.iter().find(|finding| finding["code"] == json!(found[0].0)).unwrap();
    let (code, severity, path) = found[0].clone();
    (code, severity, path, finding["params"].clone())
}

#[test]
fn a_model_that_is_known_and_cannot_be_quoted_is_said_with_the_reason() {
    let named = json!([{"model": "AUW-36U6RN8", "quantity": 2}]);
    let with_nameplate = json!([{"model": "AUW-36U6RN8", "coolingKw": 7.2, "quantity": 2}]);
    let id = product(&answer(&requesting(&named)), 0).to_owned();
    let unpriced = changed(|_| (), |entry| entry["sku"] != json!(id));
    let unknown = |product: &mut Value| {
        if product["id"] == json!(id) {
            product.as_object_mut().unwrap().remove("piping");
        }
    };
    let incomplete = changed(unknown, |_| true);
    for (engine, rule) in [(&unpriced, "noPrice"), (&incomplete, "incompleteData")] {
        let found = asked(engine, &requesting(&named)).unwrap();
        let params = json!({"model": "AUW-36U6RN8", "request": "requested-1", "product": id, "rule": rule});
        let code = "requested_not_quoted".to_owned();
        let path = "requested[0].model".to_owned();
        assert_eq!(said(&found), (code.clone(), "error".to_owned(), path.clone(), params.clone()));
        assert_eq!(found["billOfQuantities"]["uncovered"], json!(["requested-1"]));
        assert_eq!(found["quote"]["total"], Value::Null);
        // With its nameplate it is replaced, which is said as well.
        let replaced = asked(engine, &requesting(&with_nameplate)).unwrap();
        assert_eq!(said(&replaced), (code, "warning".to_owned(), path, params));
        assert!(replaced["quote"]["total"].is_string());
    }
}

#[test]
fn a_model_that_is_named_with_another_mounting_is_known_and_not_quoted() {
    let mut request = json!([{"model": "AUW-36U6RN8", "quantity": 2}]);
    let id = product(&answer(&requesting(&request)), 0).to_owned();
    request[0]["mounting"] = json!("console");
    let (code, severity, path, params) = said(&answer(&requesting(&request)));
    assert_eq!(
        (code.as_str(), severity.as_str(), path.as_str()),
        ("requested_not_quoted", "error", "requested[0].model")
    );
    assert_eq!((&params["model"], &params["rule"]), (&json!("AUW-36U6RN8"), &json!("mounting")));
    // With the mounting that it has it is the one that is meant.
    let shipped: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let mut all = shipped["products"].as_array().unwrap().iter();
    request[0]["mounting"] = all.find(|one| one["id"] == json!(id)).unwrap()["mounting"].clone();
    let found = answer(&requesting(&request));
    assert_eq!((product(&found, 0), codes(&found)), (id.as_str(), vec![]));
}

#[test]
fn a_product_that_the_catalogue_refused_is_said_to_be_refused() {
    let shipped = demo::catalogue().unwrap();
    let refused = shipped.refused().first().unwrap().product.clone();
    let found = answer(&requesting(&json!([{"model": refused.to_lowercase(), "quantity": 1}])));
    let (code, severity, _, params) = said(&found);
    assert_eq!((code.as_str(), severity.as_str()), ("requested_not_quoted", "error"));
    assert_eq!((&params["rule"], &params["product"]), (&json!("refusedByCatalogue"), &json!(refused)));
}

#[test]
fn a_wish_for_mountings_keeps_rooftop_units_from_rooms_that_are_searched() {
    let hall = json!({"id": "hall", "use": "shop_general", "areaM2": 400,
        "installation": {"outdoorPlace": "roofFrame"}});
    let project = |preferences: Value| {
        let project = json!({"site": {"city": "Wuhan"}, "rooms": [hall], "preferences": preferences});
        answer(&project)
    };
    let rooftops: Vec<String> = {
        let catalogue: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
        let all = catalogue["products"].as_array().unwrap().iter();
        let own = all.filter(|product| product["kind"] == "rooftop");
        own.map(|product| product["id"].as_str().unwrap().to_owned()).collect()
    };
    let free = project(json!({"systems": ["rooftop"], "coolingOnly": true}));
    assert_eq!(free["selection"]["systems"][0]["kind"], "rooftop");
    let wished = project(json!({"mountings": ["cassette", "duct"], "coolingOnly": true}));
    assert!(wished["selection"]["systems"].as_array().unwrap().iter().all(|one| one["kind"] != "rooftop"));
    let named = refused(&wished, "rooms", "mounting");
    assert!(rooftops.iter().all(|rooftop| named.contains(rooftop)), "{named:?}");
}
