//! The fresh-air units of rooms whose load counts on one: which fit and what they give is worked out here from the catalogue as JSON,
//! and which of them is the best by taking all others out of the catalogue.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tonnage::catalogue::Catalogue;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::{Engine, demo};

/// An office whose outdoor air a fresh-air unit supplies, at the state of its room.
fn office(id: &str, area_m2: i32, flow_m3_h: i32) -> Value {
    json!({"id": id, "use": "office_general", "areaM2": area_m2, "outdoorAir": {"treatedBy": "freshAirUnit",
        "flowM3H": flow_m3_h, "supplyDryBulbC": 26, "supplyRelativeHumidity": 0.6, "supplyHeatingDryBulbC": 20}})
}

fn project(rooms: &[Value]) -> Value {
    json!({"site": {"city": "武汉"}, "rooms": rooms, "preferences": {"systems": ["vrfHeatPump"]}})
}

fn shipped() -> Value {
    serde_json::from_slice(demo::CATALOGUE).unwrap()
}

/// The shipped catalogue with what `change` leaves of it.
fn changed(change: impl FnOnce(&mut Value)) -> Engine {
    let mut file = shipped();
    change(&mut file);
    let catalogue = Catalogue::from_json(file.to_string().as_bytes()).unwrap();
    Engine::new(demo::reference().unwrap(), catalogue, demo::books().unwrap())
}

fn without(keep: impl Fn(&Value) -> bool) -> Engine {
    changed(|file| file["products"].as_array_mut().unwrap().retain(|product| keep(product)))
}

fn answer(engine: &Engine, project: &Value) -> Value {
    let (at, _) = engine.demo_instant().unwrap();
    let project = Project::from_json(project.to_string().as_bytes()).unwrap();
    let answer = engine.propose(&project, &Customer::default(), at).unwrap().answer().unwrap();
    serde_json::from_str(&answer.text()).unwrap()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn whole(value: &Value) -> i64 {
    value.as_i64().unwrap()
}

fn fen(money: &Value) -> i64 {
    text(money).replace('.', "").parse().unwrap()
}

fn systems(answer: &Value) -> &[Value] {
    list(&answer["selection"]["systems"])
}

/// Every set of fresh-air units with the system that it is a member of.
fn fresh(answer: &Value) -> Vec<(&Value, &Value)> {
    systems(answer)
        .iter()
        .flat_map(|system| list(&system["freshAirUnits"]).iter().map(move |units| (system, units)))
        .collect()
}

fn finding<'a>(answer: &'a Value, code: &str) -> Option<&'a Value> {
    let lists = ["loads", "selection", "quote"].map(|part| list(&answer[part]["findings"]));
    lists.into_iter().flatten().find(|finding| finding["code"] == code)
}

/// Every fresh-air unit that a room does not have, with the rule.
fn refused(room: &Value) -> BTreeMap<&str, &str> {
    list(&room["freshAir"]["rejected"]).iter().flat_map(named).collect()
}

/// The products of a group of refusals, with its rule.
fn named(group: &Value) -> impl Iterator<Item = (&str, &str)> {
    list(&group["products"]).iter().map(|one| (text(&one["product"]), text(&group["rule"])))
}

/// The fresh-air units of the heat-pump family.
fn products() -> Vec<Value> {
    let file = shipped();
    let own = |product: &&Value| product["kind"] == "freshAirUnit" && product["family"] == "dv";
    list(&file["products"]).iter().filter(own).cloned().collect()
}

/// The place among the points of an axis and how far on to the next.
fn between(axis: &Value, at: f64) -> (usize, f64) {
    let points: Vec<f64> = list(&axis["values"]).iter().map(|point| point.as_f64().unwrap()).collect();
    let low = (0..points.len() - 1).find(|low| at <= points[low + 1]).unwrap();
    assert!(at >= points[0]);
    (low, (at - points[low]) / (points[low + 1] - points[low]))
}

/// A table of one or two axes, linear between its points.
fn read(grid: &Value, place: &[f64]) -> f64 {
    let value = |position: usize| grid["totalW"][position].as_f64().unwrap();
    let (first, share) = between(&grid["axes"][0], place[0]);
    let Some(second) = place.get(1) else { return value(first) * (1.0 - share) + value(first + 1) * share };
    let columns = list(&grid["axes"][1]["values"]).len();
    let (column, along) = between(&grid["axes"][1], *second);
    let row = |row: usize| {
        value(row * columns + column) * (1.0 - along) + value(row * columns + column + 1) * along
    };
    row(first) * (1.0 - share) + row(first + 1) * share
}

/// How many of a product bring the air in and carry its load, if at most four do.
fn needed(product: &Value, told: &Value, flow_m3_h: f64) -> Option<i64> {
    let site = &told["loads"]["site"];
    let at = |name: &str| site[name].as_f64().unwrap();
    let load = &told["loads"]["rooms"][0]["computed"]["freshAirUnit"];
    let each = read(&product["cooling"], &[at("coolingDryBulbC"), at("coolingWetBulbC")]);
    let warm = read(&product["heating"], &[at("winterDryBulbC")]);
    let asked = [
        (flow_m3_h, product["air"]["flowM3H"][0].as_f64().unwrap()),
        (load["coolingW"].as_f64().unwrap(), each),
        (load["heatingW"].as_f64().unwrap(), warm),
    ];
    (1..=4_i32).find(|units| asked.iter().all(|(load, own)| f64::from(*units) * own >= *load)).map(i64::from)
}

#[test]
fn the_product_is_the_best_of_those_that_bring_the_air_and_carry_its_load() {
    let engine = never_alone(|_| true);
    let mut taken = BTreeSet::new();
    for flow in [600, 1000, 1300, 2100] {
        let asked = project(&[office("a", 500, flow)]);
        let told = answer(&engine, &asked);
        let units = fresh(&told);
        assert_eq!((units.len(), systems(&told).len()), (1, 1), "{flow}");
        let (system, units) = units[0];
        let id = text(&units["product"]["id"]);
        let all = products();
        let product = all.iter().find(|product| product["id"] == id).unwrap();
        assert_eq!(Some(whole(&units["units"])), needed(product, &told, f64::from(flow)), "{flow}");
        // It takes in the outdoor air of the design, and gives what its table has there.
        let site = &told["loads"]["site"];
        assert_eq!(units["conditions"]["dryBulbC"], site["coolingDryBulbC"]);
        assert_eq!(units["conditions"]["wetBulbC"], site["coolingWetBulbC"]);
        let at = |name: &str| site[name].as_f64().unwrap();
        let each = read(&product["cooling"], &[at("coolingDryBulbC"), at("coolingWetBulbC")]);
        assert!((units["eachW"].as_f64().unwrap() - each).abs() <= 1.0, "{flow}: {each}");
        let room = &told["selection"]["rooms"][0];
        assert_eq!((&room["freshAir"]["system"], &room["system"]), (&system["id"], &system["id"]));
        // With one product in the catalogue the others cannot win: the least of their costs is the answer's.
        let refused = refused(room);
        let mut least: Option<(i64, String)> = None;
        for other in &all {
            let name = text(&other["id"]);
            let alone = never_alone(|product| product["kind"] != "freshAirUnit" || product["id"] == name);
            let alone = answer(&alone, &asked);
            let fits = needed(other, &told, f64::from(flow)).is_some();
            assert_eq!(finding(&alone, "no_fresh_air_unit").is_none(), fits, "{flow} {name}");
            let cost = fen(&alone["selection"]["optimum"]["cost"]);
            if fits && least.as_ref().is_none_or(|(least, _)| cost < *least) {
                least = Some((cost, name.to_owned()));
            }
            assert_eq!(refused.contains_key(name), name != id, "{flow} {name}");
        }
        assert_eq!(least, Some((fen(&told["selection"]["optimum"]["cost"]), id.to_owned())), "{flow}");
        assert!(refused.values().any(|rule| *rule == "systemWanted"), "the other family recovers heat");
        taken.insert(id.to_owned());
    }
    assert!(taken.len() > 2, "{taken:?}");
}

/// The index of a product of the catalogue.
fn index(product: &Value) -> i64 {
    let file = shipped();
    let found = list(&file["products"]).iter().find(|one| one["id"] == product["id"]).unwrap().clone();
    whole(&found["capacityIndex"])
}

#[test]
fn the_share_of_the_family_keeps_a_second_unit_off_a_small_outdoor_unit() {
    // One DV-A112 is 0.28 of a DV-O400, two are 0.56.
    let small = |product: &Value| {
        (product["kind"] != "outdoorUnit" || product["id"] == "DV-O400")
            && (product["kind"] != "freshAirUnit" || product["id"] == "DV-A112")
    };
    let sharing = |share: Value| {
        changed(|file| {
            file["products"].as_array_mut().unwrap().retain(small);
            let families = file["families"].as_array_mut().unwrap();
            let family = families.iter_mut().find(|family| family["id"] == "dv").unwrap();
            family["combinations"] = json!([]);
            match share {
                Value::Null => family.as_object_mut().unwrap().remove("freshAirShare"),
                share => family.as_object_mut().unwrap().insert("freshAirShare".to_owned(), share),
            };
            family.as_object_mut().unwrap().remove("freshAirAlone");
        })
    };
    let asked = project(&[office("a", 150, 600), office("b", 150, 600)]);
    let apart = answer(&sharing(json!(0.3)), &asked);
    assert_eq!((systems(&apart).len(), fresh(&apart).len()), (2, 2));
    for (system, units) in fresh(&apart) {
        let share = list(&system["checks"]).iter().find(|check| check["rule"] == "freshAirShare").unwrap();
        let of_plant: i64 = list(&system["outdoor"]["units"]).iter().map(index).sum();
        let own = index(&units["product"]) * whole(&units["units"]);
        assert_eq!((own, of_plant), (112, 400));
        let said = (&share["value"], &share["limit"], &share["margin"]);
        assert_eq!(said, (&json!(0.28), &json!(0.3), &json!(0.067)));
    }
    let together = answer(&sharing(json!(0.6)), &asked);
    assert_eq!((systems(&together).len(), fresh(&together).len()), (1, 2));
    assert!(fen(&together["quote"]["total"]) < fen(&apart["quote"]["total"]));
    // Where the family states none, nothing is held against it, and that is said.
    let unknown = answer(&sharing(Value::Null), &asked);
    let check = |system: &Value| {
        let mut checks = list(&system["checks"]).iter();
        checks.any(|check| check["rule"] == "freshAirShare" && check["verdict"] == "notChecked")
    };
    assert!(systems(&unknown).len() == 1 && check(&systems(&unknown)[0]));
    let mut said = list(&unknown["selection"]["findings"]).iter();
    assert!(said.any(|one| one["code"] == "not_checked" && one["params"]["rule"] == "freshAirShare"));
}

#[test]
fn where_none_fits_the_rest_is_answered_and_nothing_has_a_total() {
    let engine = demo::engine().unwrap();
    let quiet = |mut room: Value, limit: i32| {
        room["installation"] = json!({"noiseLimitDba": limit});
        room
    };
    // Two of the largest bring 6000 m³/h; the quietest of all is as loud as 48 dB(A).
    let cases =
        [(office("a", 300, 6500), "outdoorAirflow"), (quiet(office("a", 300, 900), 44), "indoorNoise")];
    for (room, rule) in cases {
        let mut asked = project(&[room.clone(), office("b", 400, 1000)]);
        asked["preferences"]["maxUnitsPerRoom"] = json!(2);
        let told = answer(&engine, &asked);
        let none = finding(&told, "no_fresh_air_unit").unwrap();
        assert_eq!(
            (&none["path"], &none["severity"], &none["params"]["rule"]),
            (&json!("rooms[0].outdoorAir"), &json!("error"), &json!(rule))
        );
        assert_eq!(none["params"]["flowM3H"], room["outdoorAir"]["flowM3H"]);
        let rooms = list(&told["selection"]["rooms"]);
        assert!(
            rooms.iter().all(|room| room["system"].is_string()) && rooms[0]["freshAir"]["system"].is_null()
        );
        assert_eq!(rooms[1]["freshAir"]["system"], fresh(&told)[0].0["id"]);
        assert_eq!(
            (&told["quote"]["total"], &told["billOfQuantities"]["uncovered"]),
            (&Value::Null, &json!(["a"]))
        );
    }
}

#[test]
fn a_fresh_air_unit_too_large_for_the_plant_of_a_small_room_stands_alone_where_its_maker_lets_it() {
    // One DV-A112 is half of a DV-O224, which is the least of a plant of fresh-air units alone; beside a unit of 22 it may take three
    // tenths, 67 of the index. With four units of 22 a DV-O400 would be needed.
    let mut asked = project(&[office("a", 20, 600)]);
    asked["preferences"]["systems"] = json!(["vrfHeatPump", "matchedSplit"]);
    let told = answer(&demo::engine().unwrap(), &asked);
    let own = fresh(&told);
    assert_eq!((own.len(), list(&own[0].0["rooms"]).len()), (1, 0));
    assert_eq!(told["selection"]["rooms"][0]["freshAir"]["system"], own[0].0["id"]);
    assert_ne!(told["selection"]["rooms"][0]["system"], own[0].0["id"]);
    let checks = list(&own[0].0["checks"]);
    let ratios: Vec<[&Value; 2]> = checks
        .iter()
        .filter(|check| check["rule"] == "connectionRatio")
        .map(|check| [&check["value"], &check["limit"]])
        .collect();
    assert_eq!(ratios, [[&json!(0.5), &json!(0.5)], [&json!(0.5), &json!(1)]]);
    assert!(!checks.iter().any(|check| check["rule"] == "freshAirShare"));
    assert!(told["quote"]["total"].is_string() && finding(&told, "no_fresh_air_unit").is_none());
    // No room's own unit hangs on it, and no more than the index of the outdoor unit.
    let two = project(&[office("a", 20, 2000), office("b", 20, 2000)]);
    for (system, _) in fresh(&answer(&demo::engine().unwrap(), &two)) {
        let beside = list(&system["rooms"]).len();
        let most = if beside == 0 { 1.0 } else { 1.3 };
        assert!(system["outdoor"]["ratio"].as_f64().unwrap() <= most, "{system}");
    }
    // Where the maker says nothing of plants of fresh-air units alone, the room's own plant has to grow.
    let together = answer(&never_alone(|_| true), &asked);
    assert_eq!(list(&fresh(&together)[0].0["rooms"]).len(), 1);
    assert!(fen(&together["quote"]["total"]) > fen(&told["quote"]["total"]));
}

/// The shipped catalogue with the products that `keep` leaves, and without plants of fresh-air units alone.
fn never_alone(keep: impl Fn(&Value) -> bool) -> Engine {
    changed(|file| {
        file["products"].as_array_mut().unwrap().retain(keep);
        for family in file["families"].as_array_mut().unwrap() {
            family.as_object_mut().unwrap().remove("freshAirAlone");
        }
    })
}

#[test]
fn a_small_room_alone_carries_no_outdoor_unit_that_its_fresh_air_unit_needs() {
    // 112 of an index are at most 0.3 of an outdoor unit of 400, which asks for 200 in all; the room has a unit of 22.
    let small = |product: &Value| product["kind"] != "indoorUnit" || product["capacityIndex"] == 22;
    let mut asked = project(&[office("a", 20, 600)]);
    // More of them would be enough.
    asked["preferences"]["maxUnitsPerRoom"] = json!(1);
    let told = answer(&never_alone(small), &asked);
    let room = &told["selection"]["rooms"][0];
    let refused = refused(room);
    assert!(finding(&told, "no_fresh_air_unit").is_some() && room["freshAir"]["system"].is_null());
    assert_eq!(refused.get("DV-A112"), Some(&"freshAirShare"));
}

#[test]
fn a_catalogue_without_fresh_air_units_is_said_and_the_systems_stand() {
    let engine = without(|product| product["kind"] != "freshAirUnit");
    let told = answer(&engine, &project(&[office("a", 300, 900)]));
    let none = finding(&told, "no_fresh_air_unit").unwrap();
    assert_eq!(none["params"]["rule"], json!(""));
    assert_eq!(systems(&told).len(), 1);
    assert!(told["quote"]["total"].is_null() && finding(&told, "outdoor_air_not_equipped").is_none());
}

/// What an answer says of the rooms, free of numbers that the order gives.
fn said(told: &Value) -> BTreeMap<String, Value> {
    let by_id: BTreeMap<&str, &Value> =
        systems(told).iter().map(|system| (text(&system["id"]), system)).collect();
    let whole = |id: &Value| id.as_str().map_or(Value::Null, |id| by_id[id]["cost"].clone());
    let rooms = list(&told["selection"]["rooms"]).iter().map(|room| {
        let id = text(&room["room"]);
        let own =
            fresh(told).into_iter().find(|(_, units)| units["room"] == id).map(|(_, units)| units.clone());
        let air = (whole(&room["freshAir"]["system"]), room["freshAir"]["rejected"].clone());
        (id.to_owned(), json!([whole(&room["system"]), air, own]))
    });
    let mut said: BTreeMap<String, Value> = rooms.collect();
    said.insert("total".to_owned(), told["quote"]["total"].clone());
    said
}

#[test]
fn the_order_of_the_rooms_changes_nothing_of_the_answer() {
    let engine = demo::engine().unwrap();
    let run = |mut room: Value, metres: i32| {
        room["installation"] = json!({"pipeRunM": metres});
        room
    };
    let (a, b) = (run(office("a", 300, 900), 12), run(office("b", 120, 500), 20));
    let (c, d) = (run(office("c", 200, 1300), 20), json!({"id": "d", "use": "shop_general", "areaM2": 90}));
    let first = answer(&engine, &project(&[a.clone(), b.clone(), c.clone(), d.clone()]));
    assert_eq!(fresh(&first).len(), 3);
    for order in [[&d, &c, &b, &a], [&b, &d, &a, &c], [&c, &a, &d, &b]] {
        let other = answer(&engine, &project(&order.map(Clone::clone)));
        assert_eq!(said(&other), said(&first));
    }
}

#[test]
fn the_lines_of_the_quote_add_up_to_the_cost_of_the_system_and_name_what_the_unit_takes() {
    let told = answer(&demo::engine().unwrap(), &project(&[office("a", 300, 900), office("b", 300, 1300)]));
    for system in systems(&told) {
        let own = list(&told["quote"]["lines"]).iter().filter(|line| line["system"] == system["id"]);
        assert_eq!(own.map(|line| fen(&line["amount"])).sum::<i64>(), fen(&system["cost"]));
    }
    assert_eq!(fresh(&told).len(), 2);
    for (system, units) in fresh(&told) {
        let lines = list(&told["billOfQuantities"]["lines"]).iter();
        let own = |line: &&Value| line["system"] == system["id"] && line["room"] == units["room"];
        let own: Vec<&Value> = lines.filter(own).collect();
        let of = |item: &str, variant: Option<&Value>| {
            let mut found = own.iter().filter(|line| line["item"] == item);
            found.find(|line| variant.is_none_or(|variant| line["variant"] == *variant)).copied()
        };
        let count = json!(units["units"].to_string());
        assert_eq!(of("equipment", Some(&units["product"]["id"])).unwrap()["quantity"], count);
        let fitting = of("installVentilator", None).unwrap();
        assert_eq!((&fitting["measure"], &fitting["quantity"]), (&units["flowM3H"], &count));
        assert!(of("airDuct", None).is_some() && of("grille", None).is_some());
        // Its branch stands beside that of the room's own units.
        let drawn = || list(&system["schematic"]).iter();
        let indoor = drawn().filter(|piece| piece["part"] == "indoor" && piece["room"] == units["room"]);
        let air: Vec<&Value> = indoor.filter(|piece| piece["outdoorAir"] == true).collect();
        assert_eq!((air.len(), &air[0]["product"]), (1, &units["product"]["id"]));
        let joints = drawn().filter(|piece| piece["part"] == "joint").map(|piece| whole(&piece["units"]));
        let members = list(&system["rooms"]).iter().chain(list(&system["freshAirUnits"]));
        assert_eq!(joints.sum::<i64>() + 1, members.map(|member| whole(&member["units"])).sum::<i64>());
    }
}

#[test]
fn the_units_count_in_ratio_number_and_peak_of_their_plant() {
    // Ducted units against much pressure count more than their index.
    let plain =
        |product: &Value| product["kind"] != "indoorUnit" || product["air"]["externalStaticPa"] != 150;
    let told = answer(&never_alone(plain), &project(&[office("a", 300, 900), office("b", 300, 1300)]));
    let hours = |room: &Value| -> Vec<i64> {
        let most = whole(&room["sizing"]["totalW"]);
        let days = list(&room["computed"]["days"]).iter().flat_map(|day| list(&day["totalW"]));
        days.map(|watts| whole(watts).clamp(0, most)).collect()
    };
    for system in systems(&told) {
        let members = || list(&system["rooms"]).iter().chain(list(&system["freshAirUnits"]));
        let sum: i64 = members().map(|one| index(&one["product"]) * whole(&one["units"])).sum();
        let plant: i64 = list(&system["outdoor"]["units"]).iter().map(index).sum();
        let permille = |value: &Value| tonnage::num::to_whole(value.as_f64().unwrap() * 1000.0).unwrap();
        assert!(
            (permille(&system["outdoor"]["ratio"]) * plant - sum * 1000).abs() <= plant,
            "{sum} of {plant}"
        );
        let count = list(&system["checks"]).iter().find(|check| check["rule"] == "indoorCount").unwrap();
        let units: i64 = members().map(|one| whole(&one["units"])).sum();
        assert_eq!(tonnage::num::to_whole(count["value"].as_f64().unwrap()), Some(units));
        // The largest hour of the rooms alone is less, and all largest hours together are no less.
        let serves = |room: &&Value| list(&system["rooms"]).iter().any(|own| own["room"] == room["id"]);
        let rooms: Vec<Vec<i64>> = list(&told["loads"]["rooms"]).iter().filter(serves).map(hours).collect();
        let alone =
            (0..rooms[0].len()).map(|hour| rooms.iter().map(|room| room[hour]).sum::<i64>()).max().unwrap();
        let air = list(&told["loads"]["rooms"])
            .iter()
            .filter(|room| list(&system["freshAirUnits"]).iter().any(|units| units["room"] == room["id"]));
        let air: i64 = air.map(|room| whole(&room["computed"]["freshAirUnit"]["coolingW"])).sum();
        let peak = whole(&system["outdoor"]["blockPeakW"]);
        assert!(alone < peak && peak <= alone + air, "{alone} {peak} {air}");
    }
}

#[test]
fn the_units_of_a_room_may_hang_on_the_system_of_others() {
    // What serves the first room is requested, so that its fresh-air unit needs the company of the second.
    let mut asked =
        project(&[office("a", 60, 500), json!({"id": "b", "use": "shop_general", "areaM2": 160})]);
    asked["requested"] = json!([{"id": "r", "room": "a", "quantity": 1, "model": "AUW-24U4RK8"}]);
    asked["preferences"].as_object_mut().unwrap().remove("systems");
    let told = answer(&demo::engine().unwrap(), &asked);
    let rooms = list(&told["selection"]["rooms"]);
    let (system, units) = fresh(&told)[0];
    assert_eq!((&units["room"], &rooms[0]["freshAir"]["system"]), (&json!("a"), &system["id"]));
    assert_eq!(rooms[1]["system"], system["id"]);
    assert!(rooms[0]["system"].is_string() && rooms[0]["system"] != system["id"]);
    assert!(told["quote"]["total"].is_string());
}
