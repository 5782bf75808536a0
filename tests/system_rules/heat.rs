//! Heating that nobody vouches for: it serves a heated room only where nothing else does, and the answer says so.

use super::shop::{list, of_rule, project, rooms, served, stock, systems, told};
use super::verdict::{checks, finding, refusals};
use serde_json::{Value, json};

/// Two pairs that carry the room, the cheaper first: 7930 and 7870 for the set alone, and the ducted one is the one of the rules.
const CHEAP: &str = "AUD-24UX4RFM8+AUW-24U4RK8";
const DEAR: &str = "AUC-60UR4RKC8+AUW-60U6RW8";

fn heated(products: &[&str], changes: &[(&str, Value)]) -> Value {
    let mut all =
        vec![("/preferences/products", json!(products)), ("/rooms/0/statedLoad/heatingW", json!(4000))];
    all.extend(changes.iter().cloned());
    project(&all)
}

/// The verdicts of the heating capacity wherever a product is taken.
fn heat<'a>(told: &'a Value, product: &str) -> Vec<&'a str> {
    of_rule(told, product, "heatingCapacity").iter().map(|check| check["verdict"].as_str().unwrap()).collect()
}

#[test]
fn a_pair_of_unknown_heat_is_taken_only_where_no_other_fits_and_then_blocks_the_proposal() {
    let both = heated(&[CHEAP, DEAR], &[]);
    assert!(checks(&told(&both, &stock(&[])), CHEAP).is_some(), "the cheap one is the cheaper one");
    let unknown: [(&str, &str, Value); 3] = [
        (CHEAP, "/heating", Value::Null),
        (CHEAP, "/heating/table", Value::Null),
        // What the table says is more than the machine gives: nobody knows what frost takes.
        (CHEAP, "/heating/defrostIncluded", json!(false)),
    ];
    for change in unknown {
        let at = change.1;
        let stock = stock(&[change]);
        let other = told(&both, &stock);
        assert_eq!(heat(&other, DEAR), ["passed"], "{at}");
        assert_eq!(refusals(&other, CHEAP, "incompleteData"), [&json!({"rule": "heatingCapacity"})], "{at}");
        assert_eq!(finding(&other, "heating_unknown"), None, "{at}");
        let only = told(&heated(&[CHEAP], &[]), &stock);
        assert_eq!((served(&only), heat(&only, CHEAP)), (1, vec!["notChecked"]), "{at}");
        assert_eq!(finding(&only, "heating_unknown").unwrap()["severity"], "error", "{at}");
        assert!(systems(&only)[0]["rooms"][0]["heatingW"].is_null(), "{at}");
        let cooling = told(&heated(&[CHEAP, DEAR], &[("/preferences/coolingOnly", json!(true))]), &stock);
        assert_eq!((heat(&cooling, CHEAP), finding(&cooling, "heating_unknown")), (vec![], None), "{at}");
    }
}

#[test]
fn too_little_without_frost_is_too_little() {
    let stock = stock(&[(CHEAP, "/heating/defrostIncluded", json!(false))]);
    let asks = |watts: i64| heated(&[CHEAP], &[("/rooms/0/statedLoad/heatingW", json!(watts))]);
    assert_eq!(heat(&told(&asks(5932), &stock), CHEAP), ["notChecked"]);
    let short = told(&asks(5933), &stock);
    assert_eq!(refusals(&short, CHEAP, "heatingCapacity"), [&json!({"value": 5932, "limit": 5933})]);
}

/// Two rooms, the first heated, that share a heat pump of the family dv or have a pair each.
fn mixed(products: &[&str]) -> Value {
    let load = |heat: Value| json!({"statedLoad": {"totalW": 7000, "sensibleW": 5250, "heatingW": heat}});
    let rooms = rooms(&[load(json!(3000)), json!({})]);
    project(&[("/rooms", rooms), ("/preferences/products", json!(products))])
}

#[test]
fn a_plant_of_unknown_heat_leaves_the_heated_room_to_what_is_known() {
    let family = ["DV-ID112", "DV-O224"];
    let all = [family.as_slice(), &[DEAR]].concat();
    for (of, at) in [("DV-O224", "/heating"), ("dv", "/defrost"), ("DV-ID112", "/heating")] {
        let stock = stock(&[(of, at, Value::Null)]);
        let known = told(&mixed(&all), &stock);
        assert_eq!((served(&known), finding(&known, "heating_unknown")), (2, None), "{of}");
        let own = systems(&known)
            .iter()
            .find(|system| list(&system["rooms"]).iter().any(|room| room["room"] == "room-1"));
        assert_eq!(own.unwrap()["kind"], "matchedSplit", "{of}");
        let only = told(&mixed(&family), &stock);
        assert_eq!(served(&only), 2, "{of}");
        assert_eq!(finding(&only, "heating_unknown").unwrap()["severity"], "error", "{of}");
        assert!(
            heat(&only, "DV-ID112").contains(&"notChecked") || heat(&only, "DV-O224") == ["notChecked"],
            "{of}"
        );
    }
    let complete = told(&mixed(&family), &stock(&[]));
    assert_eq!(heat(&complete, "DV-O224"), ["passed"]);
    assert_eq!(finding(&complete, "heating_unknown"), None);
}

#[test]
fn an_end_of_heating_that_the_maker_does_not_state_is_not_checked() {
    for (of, product) in [(CHEAP, CHEAP), ("dv", "DV-O224")] {
        let products: &[&str] = if of == CHEAP { &[CHEAP] } else { &["DV-ID112", "DV-O224"] };
        let project = heated(products, &[]);
        let verdicts = |stock: &Value| -> Vec<Value> {
            let told = told(&project, stock);
            of_rule(&told, product, "operatingLimits").iter().map(|check| check["verdict"].clone()).collect()
        };
        assert_eq!(verdicts(&stock(&[])), ["passed", "passed"], "{of}");
        let open = stock(&[(of, "/limits/heatingOutdoorWetBulbC", Value::Null)]);
        assert_eq!(verdicts(&open), ["passed", "notChecked"], "{of}");
    }
}
