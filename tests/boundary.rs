//! Bad input is refused with code and path: the table that the JavaScript tests run as well, and what no file can hold.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use tonnage::boundary::Node;
use tonnage::pricing::{Books, Customer, PriceBook, RateBook};
use tonnage::project::Project;
use tonnage::{At, Error, demo};

const CASES: &str = include_str!("boundary/cases.json");

fn refusal(error: &Error) -> (String, String) {
    (error.code().to_owned(), error.path().to_owned())
}

#[test]
fn every_bad_project_is_refused_with_code_and_path() {
    let engine = demo::engine().unwrap();
    let (demo_instant, _) = engine.demo_instant().unwrap();
    let cases: Vec<Value> = serde_json::from_str(CASES).unwrap();
    assert!(cases.len() >= 40);
    for case in cases {
        let text = match case["text"].as_str() {
            Some(text) => text.to_owned(),
            None => case["project"].to_string(),
        };
        let answer = case["at"]
            .as_str()
            .map_or(Ok(demo_instant), |at| At::parse(at).map_err(|error| error.within("options.at")))
            .and_then(|at| engine.propose(&Project::from_json(text.as_bytes())?, &Customer::default(), at));
        let found = answer.err().map(|error| refusal(&error));
        let expected = (case["code"].as_str().unwrap().to_owned(), case["path"].as_str().unwrap().to_owned());
        assert_eq!(found, Some(expected), "{}", case["name"]);
    }
}

#[test]
fn a_project_of_a_hundred_thousand_rooms_is_refused_before_it_is_built() {
    let room = r#"{"use":"shop_general","areaM2":9}"#;
    let rooms = vec![room; 100_000].join(",");
    let text = format!(r#"{{"site":{{"city":"武汉"}},"rooms":[{rooms}]}}"#);
    assert_eq!(
        refusal(&Project::from_json(text.as_bytes()).unwrap_err()),
        ("too_many_items".into(), "rooms".into())
    );
    let longer = format!("{text}{}", " ".repeat(8 << 20));
    assert_eq!(refusal(&Project::from_json(longer.as_bytes()).unwrap_err()).0, "too_long");
}

#[test]
fn every_problem_is_reported_up_to_a_hundred() {
    let room = json!({"use": "shop_general", "areaM2": -1, "colour": "red"});
    let project =
        |rooms: usize| json!({"site": {"city": "武汉"}, "rooms": vec![room.clone(); rooms]}).to_string();
    let three = Project::from_json(project(3).as_bytes()).unwrap_err();
    assert_eq!((three.problems().count(), three.has_more()), (6, false));
    let fifty = Project::from_json(project(50).as_bytes()).unwrap_err();
    assert_eq!((fifty.problems().count(), fifty.has_more()), (100, false));
    let many = Project::from_json(project(51).as_bytes()).unwrap_err();
    assert_eq!((many.problems().count(), many.has_more()), (100, true));
}

#[test]
fn a_misspelt_name_comes_with_the_nearest_known_one() {
    let suggestion = |text: &str| {
        let engine = demo::engine().unwrap();
        let error =
            Project::from_json(text.as_bytes()).and_then(|project| engine.size(&project)).unwrap_err();
        error
            .problems()
            .next()
            .and_then(|problem| Some(problem.fault.params().get("suggestion")?.to_string()))
    };
    let room = |room: &str| format!(r#"{{"site":{{"city":"武汉"}},"rooms":[{room}]}}"#);
    let found = suggestion(&room(r#"{"use":"shop_general","areaM2":9,"relativeHumidty":0.5}"#));
    assert_eq!(found.as_deref(), Some("relativeHumidity"));
    assert_eq!(suggestion(&room(r#"{"use":"shop_generl","areaM2":9}"#)).as_deref(), Some("shop_general"));
    let city = r#"{"site":{"city":"Wuhann"},"rooms":[{"use":"shop_general","areaM2":9}]}"#;
    assert_eq!(suggestion(city).as_deref(), Some("Wuhan"));
    assert_eq!(suggestion(&room(r#"{"use":"shop_general","areaM2":9,"zzzzzzzz":0.5}"#)), None);
}

#[test]
fn a_project_built_in_rust_is_held_to_the_same_rules() {
    let mut project =
        Project::from_json(br#"{"site":{"city":"Wuhan"},"rooms":[{"use":"lobby","areaM2":9}]}"#).unwrap();
    project.rooms[0].area_m2 = f64::NAN;
    let engine = demo::engine().unwrap();
    assert_eq!(refusal(&engine.size(&project).unwrap_err()), ("not_finite".into(), "rooms[0].areaM2".into()));
    project.rooms[0].area_m2 = 100.0 / 3.0;
    let thirds = engine.size(&project).unwrap();
    project.rooms[0].area_m2 = 33.33;
    assert_eq!(thirds.answer().unwrap(), engine.size(&project).unwrap().answer().unwrap());
}

/// The demo price book with one change.
fn price_book(change: impl FnOnce(&mut Value)) -> Result<PriceBook, Error> {
    let mut book: Value = serde_json::from_slice(demo::PRICE_BOOK).unwrap();
    change(&mut book);
    PriceBook::from_json(book.to_string().as_bytes())
}

#[test]
fn a_bad_price_book_is_refused_with_code_and_path() {
    type Case = (&'static str, &'static str, fn(&mut Value));
    let cases: [Case; 14] = [
        ("number_for_money", "entries[0].unitPrice", |b| b["entries"][0]["unitPrice"] = json!(3.5)),
        ("number_for_money", "taxCategories[0].rate", |b| b["taxCategories"][0]["rate"] = json!(0.13)),
        ("not_decimal", "entries[0].unitPrice", |b| b["entries"][0]["unitPrice"] = json!("1e3")),
        ("not_decimal", "entries[0].unitPrice", |b| b["entries"][0]["unitPrice"] = json!("３.5")),
        ("out_of_range", "entries[0].unitPrice", |b| b["entries"][0]["unitPrice"] = json!("-3.50")),
        ("out_of_range", "taxCategories[0].rate", |b| b["taxCategories"][0]["rate"] = json!("13")),
        ("overlap", "entries[627]", |b| {
            let first = b["entries"][0].clone();
            b["entries"].as_array_mut().unwrap().push(first);
        }),
        ("empty_period", "entries[0].to", |b| b["entries"][0]["to"] = b["entries"][0]["from"].clone()),
        ("not_instant", "to", |b| b["to"] = json!("2027-01-01")),
        ("unknown_reference", "entries[0].taxCategory", |b| b["entries"][0]["taxCategory"] = json!("zero")),
        ("unknown_value", "policy.rounding", |b| b["policy"]["rounding"] = json!("halfEven")),
        ("unknown_value", "audience", |b| b["audience"] = json!("Public")),
        ("unknown_value", "audience", |b| b["audience"] = json!("contract:")),
        ("unknown_field", "entries[0].floor", |b| b["entries"][0]["floor"] = json!("9.00")),
    ];
    for (code, path, change) in cases {
        let Err(error) = price_book(change) else { panic!("{code} at {path} was accepted") };
        assert_eq!(refusal(&error), (code.into(), path.into()));
    }
}

#[test]
fn books_that_do_not_belong_together_are_refused() {
    let mut rates: Value = serde_json::from_slice(demo::RATE_BOOK).unwrap();
    rates["entries"][3]["taxCategory"] = json!("zero");
    let rates = RateBook::from_json(rates.to_string().as_bytes()).unwrap();
    let error = Books::new(price_book(|_| {}).unwrap(), rates).unwrap_err();
    assert_eq!(refusal(&error), ("unknown_reference".into(), "rateBook.entries[3].taxCategory".into()));
}

#[test]
fn a_contract_book_prices_for_its_contract_only() {
    let book = price_book(|book| book["audience"] = json!("contract:north-7")).unwrap();
    let books = Books::new(book, RateBook::from_json(demo::RATE_BOOK).unwrap()).unwrap();
    let at = books.demo_instant().unwrap();
    assert_eq!(
        refusal(&books.check(at, None).unwrap_err()),
        ("wrong_audience".into(), "priceBook.audience".into())
    );
    assert!(books.check(at, Some("north-8")).is_err());
    assert!(books.check(at, Some("north-7")).is_ok());
}

#[test]
fn mutated_files_are_answered_or_refused_and_never_panic() {
    let engine = demo::engine().unwrap();
    let (at, _) = engine.demo_instant().unwrap();
    let seed = include_bytes!("projects/wuhan_shop.json");
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % bound
    };
    let mut refused = 0;
    for _ in 0..4000 {
        let mut bytes = seed.to_vec();
        for _ in 0..=next(3) {
            let at = next(bytes.len());
            match next(4) {
                0 => bytes[at] = u8::try_from(next(256)).unwrap(),
                1 => drop(bytes.remove(at)),
                2 => bytes.insert(at, b"{}[]\",:0-9eE.ntf\\u"[next(18)]),
                _ => bytes.truncate(at.max(1)),
            }
        }
        match Project::from_json(&bytes)
            .and_then(|project| engine.propose(&project, &Customer::default(), at))
        {
            Ok(proposal) => drop(proposal.answer().unwrap()),
            Err(error) => {
                assert!(!error.code().is_empty());
                refused += 1;
            }
        }
    }
    assert!(refused > 2000, "the mutations are too tame: {refused}");
}

#[test]
fn a_tree_is_a_request_like_text() {
    let text = r#"{"site":{"city":"武汉"},"rooms":[{"use":"lobby","areaM2":9}]}"#;
    let tree = |value: &Value| -> Node {
        fn build(value: &Value) -> Node {
            match value {
                Value::Null => Node::Null,
                Value::Bool(flag) => Node::Flag(*flag),
                Value::Number(number) => Node::Number(number.as_f64().unwrap()),
                Value::String(text) => Node::Text(text.clone()),
                Value::Array(list) => Node::List(list.iter().map(build).collect()),
                Value::Object(map) => Node::Map(map.iter().map(|(k, v)| (k.clone(), build(v))).collect()),
            }
        }
        build(value)
    };
    let value: Value = serde_json::from_str(text).unwrap();
    assert_eq!(Project::from_node(tree(&value)), Project::from_json(text.as_bytes()));
}

#[test]
fn a_number_is_read_to_the_last_bit_before_it_is_rounded() {
    // One bit off near a tie would be a whole step of the field, and another price.
    for text in
        ["3.8749999999999996", "39417.674999999996", "3.6849999999999996", "9.665000000000001", "33.335"]
    {
        let json = format!(r#"{{"site":{{"city":"Wuhan"}},"rooms":[{{"use":"lobby","areaM2":{text}}}]}}"#);
        let read = Project::from_json(json.as_bytes()).unwrap();
        let mut built = read.clone();
        built.rooms[0].area_m2 = text.parse().unwrap();
        assert_eq!(read, built.checked().unwrap(), "{text}");
    }
}

#[test]
fn more_trials_than_an_answer_can_hold_are_refused() {
    let mut file: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let product = file["products"][0].clone();
    let products = (0..401).map(|number| {
        let mut product = product.clone();
        product["id"] = json!(format!("product-{number}"));
        product
    });
    file["products"] = products.collect();
    let catalogue = tonnage::catalogue::Catalogue::from_json(file.to_string().as_bytes()).unwrap();
    let engine = tonnage::Engine::new(demo::reference().unwrap(), catalogue, demo::books().unwrap());
    let (at, _) = engine.demo_instant().unwrap();
    let rooms = |count: usize| {
        let rooms = vec![r#"{"use":"lobby","areaM2":9}"#; count].join(",");
        let text = format!(r#"{{"site":{{"city":"武汉"}},"rooms":[{rooms}]}}"#);
        engine.propose(&Project::from_json(text.as_bytes()).unwrap(), &Customer::default(), at)
    };
    assert!(rooms(2).is_ok());
    assert_eq!(refusal(&rooms(1000).unwrap_err()), ("too_much_work".into(), "rooms".into()));
}

#[test]
fn a_default_that_no_buyer_could_state_is_refused_with_its_path() {
    let cases = [
        ("storey", json!(300), "out_of_range"),
        ("storey", json!(2.5), "not_whole"),
        ("maxUnitsPerRoom", json!(300), "out_of_range"),
        ("installHeightM", json!(200), "out_of_range"),
        ("relativeHumidity", json!(60), "out_of_range"),
        ("outdoorPlace", json!("brick"), "unknown_value"),
        ("wall", json!("roofFrame"), "unknown_value"),
    ];
    for (field, value, code) in cases {
        let mut file: Value = serde_json::from_slice(demo::REFERENCE).unwrap();
        file["defaults"][field]["value"] = value;
        let error = tonnage::reference::Reference::from_json(file.to_string().as_bytes()).unwrap_err();
        assert_eq!(refusal(&error), (code.into(), format!("defaults.{field}.value")));
    }
}
