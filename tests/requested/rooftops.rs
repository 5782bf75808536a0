//! Rooftop units by model and by nameplate, and parts of systems, which no request describes.
//!
//! Capacities and prices are read from the shipped files themselves.

use super::{answer, asked, codes, product, requesting};
use serde_json::{Value, json};
use tonnage::{Engine, demo};

fn products() -> Vec<Value> {
    let catalogue: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    catalogue["products"].as_array().unwrap().clone()
}

/// Price of a product, fen.
fn price(book: &Value, sku: &str) -> i64 {
    let entry = book["entries"].as_array().unwrap().iter().find(|entry| entry["sku"] == sku).unwrap();
    fen(&entry["unitPrice"])
}

fn price_book() -> Value {
    serde_json::from_slice(demo::PRICE_BOOK).unwrap()
}

fn fen(money: &Value) -> i64 {
    money.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// Rooftop units with their net cooling at the rating point of AHRI 340/360, W: gross, less the heat of the fan.
fn rooftops() -> Vec<(String, i64)> {
    let net = |unit: &Value| unit["grossTotalW"].as_i64().unwrap() - unit["fanInputW"].as_i64().unwrap();
    let all = products();
    let rooftops = all.iter().filter(|product| product["kind"] == "rooftop");
    rooftops.map(|unit| (unit["id"].as_str().unwrap().to_owned(), net(unit))).collect()
}

/// A request on a roof, with the fields of `request`.
fn on_roof(request: &Value) -> Value {
    let mut request = request.clone();
    request["installation"] = json!({"outdoorPlace": "roofFrame"});
    requesting(&json!([request]))
}

fn finding<'a>(answer: &'a Value, code: &str) -> &'a Value {
    let findings = answer["selection"]["findings"].as_array().unwrap();
    findings.iter().find(|finding| finding["code"] == code).unwrap()
}

/// The products of a request that a rule refused.
fn refused(answer: &Value, rule: &str) -> Vec<String> {
    let groups = answer["selection"]["requested"][0]["rejected"].as_array().unwrap().iter();
    let group = groups.filter(|group| group["rule"] == rule);
    let products = group.flat_map(|group| group["products"].as_array().unwrap());
    products.map(|one| one["product"].as_str().unwrap().to_owned()).collect()
}

/// The pairs of 16 kW and the rooftops that are 17.5 kW within ten hundredths; the catalogue refuses the larger pairs.
fn near_seventeen() -> (Vec<String>, Vec<String>) {
    let of = |all: Vec<(String, i64)>, least: i64, most: i64| {
        let near = all.into_iter().filter(|(_, watts)| (least..=most).contains(watts));
        near.map(|(id, _)| id).collect()
    };
    (of(super::pairs(), 16_000, 16_000), of(rooftops(), 15_750, 19_250))
}

/// The shipped files with these products at sixty thousand each.
fn dear(products: &[String]) -> Engine {
    let mut book = price_book();
    for entry in book["entries"].as_array_mut().unwrap() {
        if products.iter().any(|product| entry["sku"] == json!(product)) {
            entry["unitPrice"] = json!("60000.00");
        }
    }
    let book = book.to_string();
    Engine::from_json(demo::REFERENCE, demo::CATALOGUE, book.as_bytes(), demo::RATE_BOOK).unwrap()
}

#[test]
fn a_rooftop_is_found_by_its_model_in_any_case_and_quoted_by_the_number() {
    let one = answer(&on_roof(&json!({"model": "kca 120s4", "quantity": 1})));
    let three = answer(&on_roof(&json!({"model": "Lennox-KCA120S4", "quantity": 3})));
    for (found, sets) in [(&one, 1), (&three, 3)] {
        assert_eq!(product(found, 0), "Lennox-KCA120S4");
        assert_eq!(codes(found), []);
        assert_eq!(found["selection"]["requested"][0]["foundBy"], "model");
        let system = &found["selection"]["systems"][0];
        assert_eq!((&system["kind"], &system["installed"]["sets"]), (&json!("rooftop"), &json!(sets)));
        assert_eq!(fen(&system["equipment"]), sets * price(&price_book(), "Lennox-KCA120S4"));
        assert!(found["quote"]["total"].is_string());
    }
    // Without a room its capacity is that of its nameplate, at its own rating point.
    let room = &three["selection"]["systems"][0]["rooms"][0];
    assert_eq!(room["each"]["totalW"], json!(35236 - 1903));
    assert_eq!(room["all"]["totalW"], json!(3 * (35236 - 1903)));
    let conditions = json!({"indoorDryBulbC": 26.7, "indoorWetBulbC": 19.4, "outdoorDryBulbC": 35});
    assert!(conditions.as_object().unwrap().iter().all(|(name, value)| {
        room["conditions"][name].as_f64().unwrap().to_bits() == value.as_f64().unwrap().to_bits()
    }));
}

#[test]
fn where_every_pair_is_too_small_the_cheapest_rooftop_of_the_nameplate_is_taken() {
    // 33 kW within ten hundredths; the largest pair has 23 kW.
    let near: Vec<String> =
        rooftops().into_iter().filter(|(_, net)| (29_700..=36_300).contains(net)).map(|(id, _)| id).collect();
    assert!(super::pairs().iter().all(|(_, watts)| *watts < 29_700) && near.len() > 3);
    let found = answer(&on_roof(&json!({"coolingKw": 33, "quantity": 2})));
    assert_eq!(
        (codes(&found), &found["selection"]["requested"][0]["foundBy"]),
        (vec![], &json!("nameplate"))
    );
    let cheapest = fen(&found["quote"]["total"]);
    for id in &near {
        let named = answer(&on_roof(&json!({"model": id, "quantity": 2})));
        assert!(cheapest <= fen(&named["quote"]["total"]), "{id}");
    }
    let book = price_book();
    assert_eq!(price(&book, product(&found, 0)), near.iter().map(|id| price(&book, id)).min().unwrap());
    // 13 匹 are 32.5 kW of the same nameplates.
    let horsepower = answer(&on_roof(&json!({"horsepower": 13, "quantity": 2})));
    assert_eq!(product(&horsepower, 0), product(&found, 0));
}

#[test]
fn the_cheaper_of_a_pair_and_a_rooftop_of_one_nameplate_is_taken() {
    // 7 匹, 17.5 kW within ten hundredths: the pairs of 16 kW that the catalogue does not refuse, and rooftops of 16.3 to 18.3 kW.
    let (pairs, near) = near_seventeen();
    assert!(pairs.len() == 3 && near.len() > 3);
    let request = on_roof(&json!({"horsepower": 7, "quantity": 1}));
    let shipped = answer(&request);
    assert!(pairs.contains(&product(&shipped, 0).to_owned()));
    // At dearer prices of the pairs it is the cheapest rooftop.
    let engine = dear(&pairs);
    let found = asked(&engine, &request).unwrap();
    let cost = |answer: &Value| fen(&answer["selection"]["systems"][0]["cost"]);
    let named = near.iter().map(|id| cost(&answer(&on_roof(&json!({"model": id, "quantity": 1})))));
    assert!(near.contains(&product(&found, 0).to_owned()));
    assert_eq!(Some(cost(&found)), named.min());
    assert_eq!(codes(&found), []);
    assert!(pairs.iter().all(|pair| refused(&found, "costlier").contains(pair)));
    let next = &found["selection"]["requested"][0]["alternatives"][0];
    let rated = rooftops().into_iter().find(|(id, _)| next["product"] == json!(id)).unwrap().1;
    assert_eq!(next["ratedW"], json!(rated));
    // Off the roof it is a pair at any price.
    let street = requesting(&json!([{"horsepower": 7, "quantity": 1}]));
    let street = asked(&engine, &street).unwrap();
    assert!(pairs.contains(&product(&street, 0).to_owned()));
    assert!(near.iter().all(|id| refused(&street, "outdoorPlace").contains(id)));
    // On a roof with too long a pipe for the pairs it is a rooftop at the shipped price.
    let far = json!({"outdoorPlace": "roofFrame", "pipeRunM": 120});
    let far = answer(&requesting(&json!([{"horsepower": 7, "quantity": 1, "installation": far}])));
    assert!(near.contains(&product(&far, 0).to_owned()));
    assert!(pairs.iter().all(|pair| refused(&far, "pipeLength").contains(pair)));
    assert_eq!(codes(&far), []);
}

#[test]
fn a_rooftop_is_the_next_larger_one_only_of_a_nameplate_that_no_pair_reaches() {
    let on_long_pipe = |kw: f64| {
        let installation = json!({"outdoorPlace": "roofFrame", "pipeRunM": 120});
        answer(&requesting(&json!([{"coolingKw": kw, "quantity": 1, "installation": installation}])))
    };
    // 3.5 kW are those of a pair, and the smallest rooftop has more than four times as much.
    let small = on_long_pipe(3.5);
    assert_eq!(codes(&small)[0].0, "requested_not_found");
    assert!(refused(&small, "nameplate").contains(&"York-Lattitude-NM060".to_owned()));
    // 24 kW within ten hundredths: nothing, and above it the smallest rooftop.
    let next = rooftops().into_iter().map(|(_, net)| net).filter(|net| *net >= 21_600).min().unwrap();
    let large = on_long_pipe(24.0);
    assert_eq!(codes(&large)[0].0, "requested_next_larger");
    assert_eq!(finding(&large, "requested_next_larger")["params"]["ratedW"], json!(next));
}

#[test]
fn wishes_of_request_and_project_hold_for_rooftops() {
    let with = |preferences: Value, request: Value| {
        let mut project = on_roof(&request);
        project["preferences"] = preferences;
        answer(&project)
    };
    let request = json!({"horsepower": 7, "quantity": 1});
    let york = with(json!({}), json!({"horsepower": 7, "quantity": 1, "brand": "york"}));
    assert!(product(&york, 0).starts_with("York-"));
    assert!(product(&with(json!({"brands": ["York"]}), request.clone()), 0).starts_with("York-"));
    let pairs = near_seventeen().0;
    let rooftop = with(json!({"systems": ["rooftop"]}), request.clone());
    assert_eq!(rooftop["selection"]["systems"][0]["kind"], "rooftop");
    assert!(pairs.iter().all(|pair| refused(&rooftop, "systemWanted").contains(pair)));
    let pair = with(json!({"systems": ["matchedSplit", "vrfHeatPump"]}), request.clone());
    assert_eq!(pair["selection"]["systems"][0]["kind"], "matchedSplit");
    assert_eq!(refused(&pair, "systemWanted").len(), rooftops().len());
    // A wish for kinds that nobody can request is about the rooms of the project.
    let vrf = with(json!({"systems": ["vrfHeatPump"]}), request);
    assert!(pairs.contains(&product(&vrf, 0).to_owned()) && refused(&vrf, "systemWanted").is_empty());
    // A machine in one piece is no cassette: neither by request nor by the wishes of the project.
    for project in [
        with(json!({}), json!({"coolingKw": 33, "quantity": 1, "mounting": "cassette"})),
        with(json!({"mountings": ["cassette"]}), json!({"coolingKw": 33, "quantity": 1})),
    ] {
        assert_eq!(codes(&project)[0].0, "requested_not_found");
        assert!(refused(&project, "mounting").contains(&"Lennox-KCA120S4".to_owned()));
    }
}

#[test]
fn a_named_rooftop_is_quoted_on_a_roof_frame_and_said_where_the_project_says_another_place() {
    // Nothing is said of the place: the assumption is one for pairs.
    let unstated = answer(&requesting(&json!([{"model": "KCA120S4", "quantity": 2}])));
    let room = json!({"id": "hall", "use": "shop_general", "areaM2": 250});
    let for_room = json!({"site": {"city": "Wuhan"}, "rooms": [room],
        "requested": [{"model": "KCA120S4", "quantity": 3, "room": "hall"}]});
    let on_floor =
        json!([{"model": "KCA120S4", "quantity": 2, "installation": {"outdoorPlace": "floorFrame"}}]);
    for (found, path, place) in [
        (unstated, "requested[0].installation.outdoorPlace", "wallBracket"),
        (answer(&requesting(&on_floor)), "requested[0].installation.outdoorPlace", "floorFrame"),
        (answer(&for_room), "rooms[0].installation.outdoorPlace", "wallBracket"),
    ] {
        let said = finding(&found, "requested_on_roof");
        assert_eq!((&said["severity"], &said["path"]), (&json!("warning"), &json!(path)));
        let params = json!({"request": "requested-1", "product": "Lennox-KCA120S4", "outdoorPlace": place});
        assert_eq!(said["params"], params);
        // It costs what it costs where the project says so itself, and no rule is broken.
        assert!(codes(&found).iter().all(|(code, _, _)| code != "requested_rule_broken"));
        assert!(found["quote"]["total"].is_string());
        let lines = found["billOfQuantities"]["lines"].as_array().unwrap();
        assert!(lines.iter().any(|line| line["item"] == "roofCurb"));
    }
    let stated = answer(&on_roof(&json!({"model": "KCA120S4", "quantity": 2})));
    let unstated = answer(&requesting(&json!([{"model": "KCA120S4", "quantity": 2}])));
    assert_eq!((codes(&stated), &stated["quote"]["total"]), (vec![], &unstated["quote"]["total"]));
}

#[test]
fn a_named_rooftop_that_its_place_does_not_bear_is_quoted_with_an_error() {
    let broken = |installation: Value| {
        let request = json!([{"model": "KCA120S4", "quantity": 1, "installation": installation}]);
        let found = answer(&requesting(&request));
        let code = ("requested_rule_broken".to_owned(), "error".to_owned(), "requested[0]".to_owned());
        assert_eq!(codes(&found), [code]);
        assert_eq!(product(&found, 0), "Lennox-KCA120S4");
        finding(&found, "requested_rule_broken")["params"].clone()
    };
    // Its fan has 200 Pa outside.
    let params = broken(json!({"outdoorPlace": "roofFrame", "ductLossPa": 300}));
    assert_eq!(
        (&params["rule"], &params["value"], &params["limit"]),
        (&json!("staticPressure"), &json!(200), &json!(300))
    );
}

#[test]
fn rooftops_of_a_room_are_held_against_its_load_and_never_heat_it() {
    let room = json!({"id": "hall", "use": "shop_general", "areaM2": 250,
        "installation": {"outdoorPlace": "roofFrame"}});
    let request = json!([{"model": "KCA120S4", "quantity": 1, "room": "hall"},
        {"model": "AUW-36U6RN8", "quantity": 1, "room": "hall"}]);
    let found = answer(&json!({"site": {"city": "Wuhan"}, "rooms": [room], "requested": request}));
    let systems = found["selection"]["systems"].as_array().unwrap();
    let served: Vec<&Value> = systems.iter().map(|system| &system["rooms"][0]).collect();
    // The published curve of its gross capacity by wet bulb and outdoor air, and the heat of its fan taken off.
    let all = products();
    let unit = all.iter().find(|product| product["id"] == "Lennox-KCA120S4").unwrap();
    let curve = &unit["capacity"];
    let at = |axis: &str, name: &str| {
        served[0]["conditions"][name].as_f64().unwrap() / curve[axis]["per"].as_f64().unwrap()
    };
    let (x, y) = (at("x", "indoorWetBulbC"), at("y", "outdoorDryBulbC"));
    let terms = [1.0, x, x * x, y, y * y, x * y];
    let coefficients = curve["coefficients"].as_array().unwrap().iter();
    let factor: f64 = coefficients.zip(terms).map(|(one, term)| one.as_f64().unwrap() * term).sum();
    let net = 35236.0 * factor - 1903.0;
    let total = served[0]["all"]["totalW"].as_f64().unwrap();
    assert!(net - 1.0 <= total && total <= net, "{total} of {net}");
    // Both kinds together against the load of the room.
    let sum: i64 = served.iter().map(|units| units["all"]["totalW"].as_i64().unwrap()).sum();
    let load = &found["loads"]["rooms"][0];
    for units in &served {
        let checks = units["checks"].as_array().unwrap();
        let check = checks.iter().find(|check| check["rule"] == "totalCapacity").unwrap();
        assert_eq!((&check["value"], &check["limit"]), (&json!(sum), &load["sizing"]["totalW"]));
    }
    // The pair alone heats: the rooftop adds nothing to it.
    assert_eq!(served[0]["heatingW"], json!(0));
    let checks = served[0]["checks"].as_array().unwrap();
    let heating = checks.iter().find(|check| check["rule"] == "heatingCapacity").unwrap();
    assert_eq!((&heating["value"], &heating["limit"]), (&served[1]["heatingW"], &load["heatingW"]));
    assert!(codes(&found).iter().all(|(code, _, _)| code == "requested_short"));
}

#[test]
fn a_model_that_is_a_part_of_a_system_is_said_to_be_one() {
    let all = products();
    let kinds = [
        "outdoorUnit",
        "indoorUnit",
        "branchKit",
        "recoveryBox",
        "controller",
        "chiller",
        "waterHeatPump",
        "fanCoil",
        "recoveryVentilator",
        "freshAirUnit",
    ];
    let models = kinds.map(|kind| {
        let model = all.iter().find(|product| product["kind"] == kind).unwrap()["model"].as_str().unwrap();
        format!(" {} ", model.to_lowercase())
    });
    let requests: Vec<Value> = models.iter().map(|model| json!({"model": model, "quantity": 1})).collect();
    let found = answer(&requesting(&json!(requests)));
    let findings = found["selection"]["findings"].as_array().unwrap().iter();
    let parts: Vec<&Value> =
        findings.filter(|finding| finding["code"] == "requested_part_of_system").collect();
    assert_eq!(parts.len(), kinds.len());
    for (index, (finding, kind)) in parts.iter().zip(kinds).enumerate() {
        assert_eq!(
            (&finding["severity"], &finding["path"]),
            (&json!("error"), &json!(format!("requested[{index}].model")))
        );
        let request = format!("requested-{}", index + 1);
        assert_eq!(
            (&finding["params"]["kind"], &finding["params"]["request"]),
            (&json!(kind), &json!(request))
        );
    }
    assert_eq!(found["quote"]["total"], Value::Null);
    // With its nameplate it is replaced, and said all the same; of another brand it is not known.
    let replaced = json!([{"model": "DV-ID71", "coolingKw": 7.1, "quantity": 1},
        {"model": "DV-ID71", "brand": "Hisense", "quantity": 1}]);
    let replaced = answer(&requesting(&replaced));
    let said =
        |code: &str, severity: &str, path: &str| (code.to_owned(), severity.to_owned(), path.to_owned());
    assert_eq!(
        codes(&replaced),
        [
            said("requested_part_of_system", "warning", "requested[0].model"),
            said("requested_model_unknown", "error", "requested[1].model")
        ]
    );
    assert_eq!(replaced["selection"]["systems"][0]["kind"], "matchedSplit");
}
