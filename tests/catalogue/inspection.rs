//! What the keeper of a catalogue is told of it.

use super::shared::{SHIPPED, first, read, with};
use serde_json::{Value, json};

fn inspected(file: &Value) -> Value {
    serde_json::from_str(&read(file).inspection().answer().unwrap().text()).unwrap()
}

#[test]
fn every_product_is_counted_among_the_usable_or_told_among_the_refused() {
    let told = inspected(&SHIPPED);
    for usable in told["products"].as_array().unwrap() {
        let kind = &usable["kind"];
        let of_kind = |id: &Value| {
            let mut all = SHIPPED["products"].as_array().unwrap().iter();
            all.any(|product| product["id"] == *id && product["kind"] == *kind)
        };
        let listed = SHIPPED["products"].as_array().unwrap().iter().filter(|one| one["kind"] == *kind);
        let refused = told["refused"].as_array().unwrap().iter().filter(|one| of_kind(&one["product"]));
        let count = usize::try_from(usable["count"].as_u64().unwrap()).unwrap();
        assert_eq!(count + refused.count(), listed.count(), "{kind}");
    }
    assert_eq!(told["families"], SHIPPED["families"].as_array().unwrap().len());
    assert_eq!(told["catalogueDigest"], read(&SHIPPED).digest());
}

#[test]
fn what_is_refused_and_what_is_odd_is_told_with_its_place() {
    let (pair, mut coil) = (first("matchedSplit"), first("fanCoil"));
    let mut dirty = pair.clone();
    dirty["cooling"]["points"][2]["indoorWetBulbC"] = json!(35);
    coil["source"] = json!("hearsay");
    let mut file = with(&[dirty, coil]);
    file["families"][0]["combinations"] = json!([{"units": ["DV-O224", "nobody"], "maxIndoor": 8}]);
    let told = inspected(&file);
    let refused = json!([
        {
            "product": pair["id"], "code": "wet_bulb_above_dry_bulb",
            "path": "products[0].cooling.points[2].indoorWetBulbC",
            "params": {"indoorDryBulbC": 22, "indoorWetBulbC": 35}
        },
        {
            "product": file["products"][1]["id"], "code": "unknown_source",
            "path": "products[1].source", "params": {"source": "hearsay"}
        }
    ]);
    assert_eq!(told["refused"], refused);
    let codes: Vec<&str> =
        told["warnings"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    let of_family = ["no_branch_kit", "no_outdoor_unit", "no_indoor_unit", "unknown_unit"];
    assert!(of_family.iter().all(|code| codes.contains(code)), "{codes:?}");
}
