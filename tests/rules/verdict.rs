//! Where an answer says what a rule came to.

use serde_json::{Map, Value, json};

fn list<'a>(value: &'a Value, field: &str) -> &'a [Value] {
    value[field].as_array().map_or(&[], Vec::as_slice)
}

/// The checks of a product wherever it is taken: of the rooms that it serves or brings air to, or of the systems that it carries.
pub(crate) fn checks<'a>(answer: &'a Value, product: &str) -> Option<Vec<&'a Value>> {
    let mut found = None;
    for system in list(&answer["selection"], "systems") {
        let carries = list(&system["outdoor"], "units").iter().any(|unit| unit["id"] == product);
        let own = if carries { list(system, "checks") } else { &[] };
        let served = list(system, "rooms").iter().filter(|room| room["product"]["id"] == product);
        let air = list(system, "freshAirUnits").iter().filter(|units| units["product"]["id"] == product);
        let rooms: Vec<&Value> = served.chain(air).collect();
        if carries || !rooms.is_empty() {
            let of_rooms = rooms.into_iter().flat_map(|room| list(room, "checks"));
            found.get_or_insert_with(Vec::new).extend(own.iter().chain(of_rooms));
        }
    }
    for own in list(&answer["selection"], "ventilators").iter().filter(|own| own["product"]["id"] == product)
    {
        found.get_or_insert_with(Vec::new).extend(list(own, "checks"));
    }
    found
}

/// Every list of refused products: of rooms and their outdoor air, requests, ventilators and of all rooms together.
fn refused(answer: &Value) -> impl Iterator<Item = &Value> {
    let selection = &answer["selection"];
    let holders = ["rooms", "requested", "ventilators"].into_iter().flat_map(|part| list(selection, part));
    let air = list(selection, "rooms").iter().map(|room| &room["freshAir"]);
    holders.chain(air).chain([selection]).flat_map(|holder| list(holder, "rejected"))
}

/// What the lists of refused products say of one under a rule.
pub(crate) fn refusals<'a>(answer: &'a Value, product: &str, rule: &str) -> Vec<&'a Value> {
    let groups = refused(answer).filter(|group| group["rule"] == rule);
    let products = groups.flat_map(|group| list(group, "products"));
    products.filter(|one| one["product"] == product).map(|one| &one["params"]).collect()
}

/// Everything that the lists say of a product, for the message of a test that fails.
pub(crate) fn everything(answer: &Value, product: &str) -> String {
    let mut said =
        vec![format!("checks {:?}", checks(answer, product).map(|checks| json!(checks).to_string()))];
    for group in refused(answer) {
        let own = list(group, "products").iter().filter(|one| one["product"] == product);
        said.extend(own.map(|one| format!("{} {}", group["rule"], one["params"])));
    }
    let findings = list(&answer["selection"], "findings").iter().map(ToString::to_string);
    said.extend(findings.filter(|finding| !finding.contains("demo_data")).take(8));
    said.join("\n  ")
}

/// Value and limit of an expectation as the parameters of a refusal.
pub(crate) fn params(expected: &Value) -> Value {
    if let Some(params) = expected.get("params") {
        return params.clone();
    }
    let named = ["value", "limit"].into_iter().filter_map(|name| Some((name, expected.get(name)?)));
    Value::Object(named.map(|(name, value)| (name.to_owned(), value.clone())).collect::<Map<_, _>>())
}

/// Whether two documents say the same, numbers by their value.
pub(crate) fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => {
            let both = a.as_f64().zip(b.as_f64());
            both.is_some_and(|(a, b)| (a - b).abs() < 1e-9)
        }
        (Value::Object(a), Value::Object(b)) => {
            a.len() == b.len()
                && a.iter().all(|(name, value)| b.get(name).is_some_and(|other| same(value, other)))
        }
        _ => a == b,
    }
}

/// A finding by its code.
pub(crate) fn finding<'a>(answer: &'a Value, code: &str) -> Option<&'a Value> {
    list(&answer["selection"], "findings").iter().find(|finding| finding["code"] == code)
}

/// The rooms that share the system with the most rooms.
pub(crate) fn most_together(answer: &Value) -> usize {
    list(&answer["selection"], "systems").iter().map(|system| list(system, "rooms").len()).max().unwrap_or(0)
}
