//! The limits of refrigerants by the standard of the country: which one holds is said, and whether it was read.

use super::shop::{list, of_rule, project, stock, told};
use super::verdict::finding;
use serde_json::{Value, json};

const PAIR: &str = "AUD-24UX4RFM8+AUW-24U4RK8";

fn charge(told: &Value, product: &str) -> Value {
    of_rule(told, product, "charge")[0].clone()
}

/// A heat pump of the family dv with R410A, somewhere.
fn pump(country: Value) -> Value {
    let products = json!(["DV-ID112", "DV-O224"]);
    project(&[("/preferences/products", products), ("/site/country", country)])
}

#[test]
fn a_check_names_the_standard_of_the_country_and_a_recalled_limit_is_told() {
    let shipped = stock(&[]);
    for (country, standard, limit, recalled) in
        [("CN", "gbT9237", 0.42, true), ("cn", "gbT9237", 0.42, true), ("FR", "en378", 0.44, false)]
    {
        let told = told(&pump(json!(country)), &shipped);
        let check = charge(&told, "DV-O224");
        assert_eq!((&check["standard"], &check["limit"]), (&json!(standard), &json!(limit)), "{country}");
        let said = finding(&told, "limit_recalled").map(|said| (&said["severity"], &said["params"]));
        let params = json!({"refrigerant": "R410A", "standard": standard, "limitKgM3": limit});
        assert_eq!(said, recalled.then_some((&json!("note"), &params)), "{country}");
    }
}

#[test]
fn where_no_country_is_stated_beside_a_climate_of_its_own_china_is_assumed_and_said() {
    let assumed = |project: &Value| {
        let told = told(project, &stock(&[]));
        assert_eq!(charge(&told, PAIR)["standard"], "gb470632");
        let mut all = list(&told["assumptions"]).iter();
        all.find(|one| one["path"] == "site.country")
            .map(|one| (one["value"].clone(), one["confidence"].clone()))
    };
    assert_eq!(assumed(&project(&[])), Some((json!("CN"), json!("low"))));
    assert_eq!(assumed(&project(&[("/site/country", json!("CN"))])), None);
    // A city of the table is in China, and there is nothing to assume.
    assert_eq!(
        assumed(&project(&[
            ("/site", json!({"city": "武汉"})),
            ("/rooms/0/statedLoad", json!({"totalW": 5000, "sensibleW": 3500}))
        ])),
        None
    );
}

#[test]
fn a_flammable_split_is_limited_by_its_floor_abroad_too() {
    let told = told(&project(&[("/site/country", json!("AU"))]), &stock(&[]));
    assert_eq!(charge(&told, PAIR)["standard"], "iec60335240");
    // The limit of flammability was read.
    assert_eq!(finding(&told, "limit_recalled"), None);
}

#[test]
fn a_limit_without_a_standard_holds_everywhere_and_names_none() {
    let plain = stock(&[("R410A", "/limits", Value::Null)]);
    for country in ["CN", "FR"] {
        let told = told(&pump(json!(country)), &plain);
        let check = charge(&told, "DV-O224");
        assert_eq!((&check["standard"], &check["limit"]), (&Value::Null, &json!(0.44)));
        assert_eq!(finding(&told, "limit_recalled"), None);
    }
    // A country that is named goes before every other.
    let own = json!([
        {"standard": "iso5149", "kgM3": 0.3, "confidence": "high", "source": "read"},
        {"standard": "en378", "countries": ["FR"], "kgM3": 0.2, "confidence": "low", "source": "a judgement"},
    ]);
    let own = stock(&[("R410A", "/limits", own)]);
    for (country, standard, limit) in [("FR", "en378", 0.2), ("CN", "iso5149", 0.3)] {
        let check = charge(&told(&pump(json!(country)), &own), "DV-O224");
        assert_eq!((&check["standard"], &check["limit"]), (&json!(standard), &json!(limit)));
    }
}
