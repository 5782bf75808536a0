//! Two products of one identifier, and how products are found by theirs.

use super::shared::{KINDS, SHIPPED, about, first, read, with};
use serde_json::{Value, json};
use tonnage::demo;

/// A product that differs from the other in one figure.
fn another(product: &Value) -> Value {
    let mut other = product.clone();
    other["model"] = json!("another");
    other
}

#[test]
fn of_different_products_of_one_identifier_none_is_taken_in_any_order() {
    for kind in KINDS.into_iter().filter(|kind| *kind != "controller") {
        let (one, rest) = (first(kind), first("controller"));
        let other = another(&one);
        let mut usable = Vec::new();
        for products in [[&one, &other, &rest], [&other, &one, &rest], [&rest, &other, &one]] {
            let catalogue = read(&with(&products.map(Clone::clone)));
            let at = |of: &Value| products.iter().position(|product| *product == of).unwrap();
            let mut expected =
                [at(&one), at(&other)].map(|index| format!("duplicate_id products[{index}].id"));
            expected.sort_unstable();
            assert_eq!(about(catalogue.refused(), &one["id"]), expected, "{kind}");
            assert_eq!(catalogue.refused().len(), 2);
            assert!(catalogue.product(one["id"].as_str().unwrap()).is_none());
            usable.push(catalogue.product_count());
        }
        assert_eq!(usable, [1, 1, 1], "{kind}: the rest stays usable");
    }
}

#[test]
fn each_of_them_names_another() {
    let one = first("fanCoil");
    let catalogue = read(&with(&[one.clone(), another(&one), another(&one)]));
    let others: Vec<String> =
        catalogue.refused().iter().map(|remark| format!("{:?}", remark.params["other"])).collect();
    let expected = [1, 0, 0].map(|other| format!("Text(\"products[{other}].id\")"));
    assert_eq!(others, expected);
}

#[test]
fn copies_that_are_alike_are_one_product_and_are_said() {
    let one = first("matchedSplit");
    let mut copy = one.clone();
    copy["stages"] = one.get("stages").cloned().unwrap_or(Value::Null);
    copy["drained"] = Value::Null;
    let catalogue = read(&with(&[one.clone(), copy]));
    assert_eq!((catalogue.product_count(), catalogue.refused().len()), (1, 0));
    assert_eq!(about(catalogue.warnings(), &one["id"]), ["duplicate_id products[1].id"]);
}

#[test]
fn families_of_one_identifier_are_told_apart_alike() {
    let unit = first("outdoorUnit");
    let file = |change: &dyn Fn(&mut Value)| {
        let mut file = with(&[unit.clone(), first("controller")]);
        let mut family = file["families"][0].clone();
        change(&mut family);
        file["families"].as_array_mut().unwrap().push(family);
        file
    };
    let different = file(&|family| family["freshAirShare"] = json!(0.25));
    let catalogue = read(&different);
    let family = &different["families"][0]["id"];
    let expected = ["duplicate_id families[0].id", "duplicate_id families[3].id"];
    assert_eq!(about(catalogue.refused(), family), expected);
    assert_eq!(about(catalogue.refused(), &unit["id"]), ["unknown_family products[0].family"]);
    assert_eq!(catalogue.product_count(), 1);
    let alike = file(&|_| {});
    let catalogue = read(&alike);
    assert!(about(catalogue.warnings(), family).contains(&"duplicate_id families[3].id".to_owned()));
    assert_eq!((catalogue.product_count(), catalogue.families().len()), (2, 3));
}

#[test]
fn refrigerants_of_one_identifier_are_told_apart_alike() {
    let mut file = with(&[first("controller")]);
    let known = file["refrigerants"][1].clone();
    file["refrigerants"].as_array_mut().unwrap().push(known.clone());
    let catalogue = read(&file);
    assert_eq!(catalogue.refrigerants().len(), 2);
    assert_eq!(about(catalogue.warnings(), &known["id"]), ["duplicate_id refrigerants[2].id"]);
    file["refrigerants"][2]["limitKgM3"] = json!(0.3);
    let catalogue = read(&file);
    let expected = [1, 2].map(|index| format!("duplicate_id refrigerants[{index}].id"));
    assert_eq!(about(catalogue.refused(), &known["id"]), expected);
    assert!(catalogue.refrigerant("R32").is_none() && catalogue.refrigerant("R410A").is_some());
}

#[test]
fn a_source_that_is_listed_twice_is_said() {
    let mut file = with(&[first("controller")]);
    let mut again = file["sources"][2].clone();
    again["licence"] = json!("another one");
    file["sources"].as_array_mut().unwrap().push(again);
    let catalogue = read(&file);
    let expected = format!("duplicate_id sources[{}].id", file["sources"].as_array().unwrap().len() - 1);
    assert_eq!(about(catalogue.warnings(), &file["sources"][2]["id"]), [expected]);
    assert_eq!((catalogue.product_count(), catalogue.refused().len()), (1, 0));
}

#[test]
fn water_pipes_rise_by_flow_wherever_they_stand() {
    let mut file = with(&[first("controller")]);
    let shipped = read(&file);
    file["waterPipes"].as_array_mut().unwrap().reverse();
    assert_eq!(read(&file).water_pipes(), shipped.water_pipes());
    assert!(shipped.water_pipes().windows(2).all(|pair| pair[0].up_to_m3_h < pair[1].up_to_m3_h));
}

#[test]
fn the_digest_tells_catalogues_with_such_products_apart() {
    let (one, rest) = (first("fanCoil"), first("controller"));
    let mut elsewhere = one.clone();
    elsewhere["source"] = json!("hearsay");
    let mut elsewhere_too = one.clone();
    elsewhere_too["source"] = json!("hearsay.2");
    let products = [
        vec![rest.clone()],
        vec![one.clone(), rest.clone()],
        vec![one.clone(), one.clone(), rest.clone()],
        vec![one.clone(), another(&one), rest.clone()],
        vec![another(&one), one, rest.clone()],
        vec![elsewhere, rest.clone()],
        vec![elsewhere_too, rest],
    ];
    let digests: Vec<String> =
        products.iter().map(|products| read(&with(products)).digest().to_owned()).collect();
    let different: std::collections::BTreeSet<&String> = digests.iter().collect();
    assert_eq!(different.len(), digests.len(), "{digests:?}");
}

#[test]
fn every_shipped_product_is_found_by_its_identifier() {
    let catalogue = demo::catalogue().unwrap();
    let mut found = 0;
    for product in SHIPPED["products"].as_array().unwrap() {
        let id = product["id"].as_str().unwrap();
        let refused = catalogue.refused().iter().any(|remark| remark.product == id);
        match catalogue.product(id) {
            Some(item) => {
                assert_eq!(item.identity().id, id);
                assert!(!refused);
                found += 1;
            }
            None => assert!(refused, "{id}"),
        }
    }
    assert_eq!(found, catalogue.product_count());
    assert!(catalogue.product("").is_none() && catalogue.product("DV-O224x").is_none());
    assert!(catalogue.outdoor_unit("DV-O224").is_some() && catalogue.indoor_unit("DV-O224").is_none());
}

#[test]
fn every_shipped_product_names_a_source_with_its_licence_and_is_real_or_demo() {
    let catalogue = &*SHIPPED;
    let sources = catalogue["sources"].as_array().unwrap();
    for source in sources {
        assert!(source["title"].as_str().is_some_and(|title| !title.is_empty()));
        let licence = source["licence"].as_str().unwrap();
        assert!(["CC0", "BSD", "MIT"].iter().any(|known| licence.contains(known)), "{licence}");
        // Notices are owed where others' text says so, and stand in the file that the licence names.
        assert!(!licence.contains("notice") || licence.contains("src/data/NOTICES.md"), "{licence}");
    }
    let items = ["products", "families"].iter().flat_map(|list| catalogue[list].as_array().unwrap());
    let mut counts = std::collections::BTreeMap::new();
    for item in items {
        let source = sources.iter().find(|source| source["id"] == item["source"]);
        let source = source.unwrap_or_else(|| panic!("{} has no source", item["id"]));
        let status = item["status"].as_str().unwrap();
        assert!(["real", "demo"].contains(&status), "{}", item["id"]);
        // What stands in a fictional source is nobody's product, and what stands in a real one is no fiction.
        assert_eq!(item["status"], source["status"], "{}", item["id"]);
        *counts.entry(status).or_insert(0) += 1;
    }
    assert!(counts["real"] > 400 && counts["demo"] > 100, "{counts:?}");
}

#[test]
fn no_shipped_pair_has_a_heavier_indoor_unit() {
    let catalogue = demo::catalogue().unwrap();
    for item in catalogue.matched_splits() {
        let mass = item.figures.mass_kg.unwrap();
        assert!(mass.indoor < mass.outdoor, "{}", item.identity.id);
    }
}
