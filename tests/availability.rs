//! What can be delivered by when and where: it decides what is chosen, and never touches a price.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use tonnage::catalogue::Availability;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::{At, Engine, demo};

/// The instant that the demo is priced at is 2026-06-10T01:00:00Z.
fn list(products: &Value) -> Value {
    json!({"id": "list", "version": 1, "asOf": "2026-06-10T00:00:00Z", "validTo": "2026-06-20T00:00:00Z",
        "products": products})
}

fn read(list: &Value) -> Result<Availability, tonnage::Error> {
    Availability::from_json(list.to_string().as_bytes())
}

fn project(city: &str, wanted_by: Option<&str>) -> Value {
    let mut project = json!({"site": {"city": city}, "rooms": [{"use": "shop_general", "areaM2": 60}],
        "preferences": {"systems": ["matchedSplit"]}});
    if let Some(wanted_by) = wanted_by {
        project["delivery"] = json!({"wantedBy": wanted_by});
    }
    project
}

fn answer(engine: &Engine, project: &Value) -> Value {
    let at = At::parse("2026-06-10T09:00:00+08:00").unwrap();
    let project = Project::from_json(project.to_string().as_bytes()).unwrap();
    let answer = engine.propose(&project, &Customer::default(), at).unwrap().answer().unwrap();
    serde_json::from_str(&answer.text()).unwrap()
}

fn with(products: &Value) -> Engine {
    demo::engine().unwrap().with_availability(read(&list(products)).unwrap())
}

fn chosen(answer: &Value) -> (&str, i64) {
    let room = &answer["selection"]["systems"][0]["rooms"][0];
    (room["product"]["id"].as_str().unwrap(), room["units"].as_i64().unwrap())
}

fn check(answer: &Value) -> &Value {
    let checks = answer["selection"]["systems"][0]["rooms"][0]["checks"].as_array().unwrap();
    checks.iter().find(|check| check["rule"] == "availability").unwrap_or(&Value::Null)
}

fn codes(answer: &Value) -> Vec<&str> {
    let findings = answer["selection"]["findings"].as_array().unwrap();
    findings.iter().map(|finding| finding["code"].as_str().unwrap()).collect()
}

#[test]
fn a_product_that_comes_too_late_is_refused_with_the_days_and_the_next_is_taken() {
    let free = answer(&demo::engine().unwrap(), &project("武汉", None));
    let (best, _) = chosen(&free);
    let engine = with(&json!([{"product": best, "leadDays": 40}]));
    // Fifteen days are left from the tenth to the twenty-fifth.
    let late = answer(&engine, &project("武汉", Some("2026-06-25T08:00:00+08:00")));
    assert_ne!(chosen(&late).0, best);
    let groups = late["selection"]["rooms"][0]["rejected"].as_array().unwrap();
    let group = groups.iter().find(|group| group["rule"] == "availability").unwrap();
    assert_eq!(group["products"], json!([{"product": best, "params": {"value": 40, "limit": 15}}]));
    // In forty days it is there in time, and what nothing is said of is not checked.
    let later = answer(&engine, &project("武汉", Some("2026-07-20T08:00:00Z")));
    assert_eq!(chosen(&later).0, best);
    assert_eq!(check(&later)["verdict"], "passed");
    assert_eq!(check(&late)["verdict"], "notChecked");
    assert!(codes(&late).contains(&"not_checked"));
}

#[test]
fn what_is_out_of_stock_and_comes_no_more_is_refused() {
    let free = answer(&demo::engine().unwrap(), &project("武汉", None));
    let (best, _) = chosen(&free);
    let engine = with(&json!([{"product": best, "stock": 0}]));
    assert_ne!(chosen(&answer(&engine, &project("武汉", Some("2027-06-25T08:00:00Z")))).0, best);
}

#[test]
fn a_list_holds_for_its_regions_only() {
    let free = answer(&demo::engine().unwrap(), &project("武汉", None));
    let (best, _) = chosen(&free);
    let engine = with(&json!([
        {"product": best, "regions": ["42"], "leadDays": 90}, {"product": best, "regions": ["44"], "stock": 9}
    ]));
    let by = Some("2026-06-25T08:00:00Z");
    let wuhan = answer(&engine, &project("武汉", by));
    assert_ne!(chosen(&wuhan).0, best);
    assert_eq!(wuhan["project"]["delivery"]["region"], "420100");
    let mut elsewhere = project("武汉", by);
    elsewhere["delivery"]["region"] = json!("440100");
    assert_eq!(chosen(&answer(&engine, &elsewhere)).0, best);
}

#[test]
fn no_date_asks_for_no_check_and_no_price_ever_moves() {
    let plain = demo::engine().unwrap();
    let free = answer(&plain, &project("武汉", None));
    let (best, _) = chosen(&free);
    let engine = with(&json!([{"product": best, "stock": 1, "leadDays": 400}]));
    let undated = answer(&engine, &project("武汉", None));
    assert_eq!((&undated["selection"], &undated["quote"]), (&free["selection"], &free["quote"]));
    assert_eq!(undated["availability"]["id"], "list");
    let dated = answer(&engine, &project("武汉", Some("2026-06-25T08:00:00Z")));
    assert_eq!((chosen(&dated), &dated["quote"]["total"]), (chosen(&free), &free["quote"]["total"]));
}

#[test]
fn more_pieces_than_are_in_stock_are_said_with_both_numbers() {
    let by = "2026-06-25T08:00:00Z";
    let requested = |quantity: i32| {
        json!({"site": {"city": "武汉"}, "delivery": {"wantedBy": by},
            "requested": [{"model": "AUD-36UX4REH8+AUW-36U6RN8", "quantity": quantity}]})
    };
    let engine = with(&json!([{"product": "AUD-36UX4REH8+AUW-36U6RN8", "stock": 2, "leadDays": 30}]));
    assert!(!codes(&answer(&engine, &requested(2))).contains(&"stock_short"));
    let three = answer(&engine, &requested(3));
    let findings = three["selection"]["findings"].as_array().unwrap();
    let short = findings.iter().find(|finding| finding["code"] == "stock_short").unwrap();
    assert_eq!((&short["params"]["needed"], &short["params"]["stock"]), (&json!(3), &json!(2)));
}

#[test]
fn a_list_that_does_not_hold_at_the_instant_checks_nothing_and_says_so() {
    let mut old = list(&json!([]));
    old["asOf"] = json!("2026-05-01T00:00:00Z");
    old["validTo"] = json!("2026-06-10T01:00:00Z");
    let engine = demo::engine().unwrap().with_availability(read(&old).unwrap());
    let stale = answer(&engine, &project("武汉", Some("2026-06-25T08:00:00Z")));
    assert_eq!(check(&stale)["verdict"], "notChecked");
    assert!(codes(&stale).contains(&"availability_stale"));
}

#[test]
fn a_bad_list_is_refused_with_code_and_path() {
    let cases = [
        (list(&json!([{"leadDays": 3}])), "missing_field", "products[0].product"),
        (list(&json!([{"product": "a", "leadDays": -1}])), "out_of_range", "products[0].leadDays"),
        (list(&json!([{"product": "a", "stock": "two"}])), "wrong_type", "products[0].stock"),
        (
            list(&json!([{"product": "a", "regions": ["42"]}, {"product": "a", "regions": ["4201"]}])),
            "duplicate",
            "products[1].product",
        ),
        (
            json!({"id": "l", "version": 1, "asOf": "2026-06-10T00:00:00Z", "validTo": "2026-06-10T00:00:00Z",
                "products": []}),
            "empty_period",
            "validTo",
        ),
        (
            json!({"id": "l", "version": 1, "asOf": "2026-06-10", "validTo": "2026-06-11T00:00:00Z",
                "products": []}),
            "not_instant",
            "asOf",
        ),
    ];
    for (list, code, path) in cases {
        let error = read(&list).unwrap_err();
        let problem = error.problems().next().unwrap();
        assert_eq!((problem.fault.code(), problem.path.as_str()), (code, path));
    }
}
