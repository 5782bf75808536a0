//! Fields of matching.md, section 5, that a maker's sheet has: what may be stated is kept, and what cannot be is refused at its place.

use super::shared::{about, first, read, with};
use serde_json::{Value, json};
use tonnage::catalogue::{Catalogue, Product};

const UNITS: [&str; 7] =
    ["outdoorUnit", "indoorUnit", "rooftop", "chiller", "fanCoil", "recoveryVentilator", "freshAirUnit"];

fn only(product: &Value) -> Catalogue {
    let catalogue = read(&with(std::slice::from_ref(product)));
    assert_eq!(about(catalogue.refused(), &product["id"]), [""; 0]);
    catalogue
}

#[test]
fn the_size_of_every_unit_is_kept() {
    let size = [840.0, 230.0, 900.5];
    for kind in UNITS {
        let mut product = first(kind);
        product["sizeMm"] = json!(size);
        let catalogue = only(&product);
        let found = match catalogue.product(product["id"].as_str().unwrap()).unwrap() {
            Product::OutdoorUnit(item) => item.figures.size_mm,
            Product::IndoorUnit(item) => item.figures.size_mm,
            Product::Rooftop(item) => item.figures.size_mm,
            Product::Chiller(item) => item.figures.size_mm,
            Product::FanCoil(item) => item.figures.size_mm,
            Product::RecoveryVentilator(item) => item.figures.size_mm,
            Product::FreshAirUnit(item) => item.figures.size_mm,
            _ => None,
        };
        assert_eq!(found, Some(size), "{kind}");
    }
    let mut pair = first("matchedSplit");
    (pair["indoorSizeMm"], pair["outdoorSizeMm"]) = (json!([700, 200, 615]), json!(size));
    let catalogue = only(&pair);
    let figures = &catalogue.matched_splits()[0].figures;
    assert_eq!((figures.indoor_size_mm, figures.outdoor_size_mm), (Some([700.0, 200.0, 615.0]), Some(size)));
}

#[test]
fn what_else_a_sheet_states_is_kept() {
    let mut unit = first("outdoorUnit");
    let index = unit["capacityIndex"].as_i64().unwrap();
    unit["rated"] =
        json!({"status": "real", "totalW": index * 97, "inputW": index * 33, "heatingTotalW": index * 117});
    unit["leastPartLoad"] = json!(0.15);
    unit["sourceAt"] = json!("page 33");
    unit["electrical"]["hz"] = json!(50);
    let mut file = with(&[unit.clone()]);
    file["sources"][0]["edition"] = json!("2026-01");
    file["families"][0]["sourceAt"] = json!("sheet 2");
    let catalogue = read(&file);
    let item = catalogue.outdoor_unit(unit["id"].as_str().unwrap()).unwrap();
    let rated = item.figures.rated.unwrap();
    assert_eq!((rated.total_w, rated.input_w), (index * 97, Some(index * 33)));
    assert_eq!((rated.heating_total_w, rated.sensible_w), (Some(index * 117), None));
    assert_eq!(item.figures.least_part_load, Some(0.15));
    assert_eq!(item.identity.source_at.as_deref(), Some("page 33"));
    assert_eq!(catalogue.families()[0].source_at.as_deref(), Some("sheet 2"));
    assert_eq!(item.figures.electrical.as_ref().unwrap().hz, Some(50));
    let mut pair = first("matchedSplit");
    pair["leastPartLoad"] = json!(0.3);
    assert_eq!(only(&pair).matched_splits()[0].figures.least_part_load, Some(0.3));
}

/// The same cases are held against the schema by `tests/packaging/schemas.mjs`.
#[test]
fn what_the_shape_refuses_is_refused_at_its_place_and_the_rest_is_read() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("shape_cases.json")).unwrap();
    for case in &cases {
        let mut product = first(case["kind"].as_str().unwrap());
        let id = product["id"].clone();
        let (parent, field) = case["at"].as_str().unwrap().rsplit_once('/').unwrap();
        match product.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[field.parse::<usize>().unwrap()] = case["value"].clone(),
            parent => parent[field] = case["value"].clone(),
        }
        let catalogue = read(&with(std::slice::from_ref(&product)));
        let expected =
            case.get("refusedAt").map(|path| format!("unreadable products[0].{}", path.as_str().unwrap()));
        let found: Vec<String> = catalogue
            .refused()
            .iter()
            .map(|remark| format!("{} {}", remark.code.as_str(), remark.path))
            .collect();
        assert_eq!(found, Vec::from_iter(expected), "{case}");
        assert_eq!(
            catalogue.product(id.as_str().unwrap()).is_some(),
            case.get("refusedAt").is_none(),
            "{case}"
        );
    }
    assert!(cases.len() > 40);
}
