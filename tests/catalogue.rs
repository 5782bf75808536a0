//! The demo catalogue against the maker's published points, which it was made from, by other means.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "catalogue/complete.rs"]
mod complete;
#[path = "catalogue/dirt.rs"]
mod dirt;
#[path = "catalogue/fields.rs"]
mod fields;
#[path = "catalogue/identifiers.rs"]
mod identifiers;
#[path = "catalogue/inspection.rs"]
mod inspection;
#[path = "catalogue/shared.rs"]
mod shared;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use tonnage::catalogue::{Catalogue, Miss, RemarkCode};
use tonnage::demo;

/// The maker's points: product, then (indoor dry bulb, indoor wet bulb, outdoor dry bulb), then kW total, kW sensible, W input.
type Points = BTreeMap<String, BTreeMap<(i32, i32, i32), [f64; 3]>>;

fn published() -> Points {
    let text = include_str!("../src/data/sources/hisense_lcac_cooling_points.csv");
    let mut points = Points::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let degrees = |cell: usize| cells[cell].parse::<i32>().unwrap();
        let number = |cell: usize| cells[cell].parse::<f64>().unwrap();
        let at = (degrees(3), degrees(4), degrees(5));
        let product = points.entry(format!("{}+{}", cells[0], cells[1])).or_default();
        product.insert(at, [number(6) * 1000.0, number(7) * 1000.0, number(9)]);
    }
    points
}

#[test]
fn the_twenty_one_pairs_without_a_usable_table_are_refused_by_name() {
    let catalogue = demo::catalogue().unwrap();
    let published = published();
    assert_eq!((catalogue.matched_splits().len(), catalogue.refused().len(), published.len()), (45, 21, 66));
    for remark in catalogue.refused() {
        let points = published[&remark.product].len();
        assert!(points == 12 || points == 60, "{} has {points} points", remark.product);
        // The single column, and the stray one of the partial tables, stand at one wet bulb.
        assert_eq!(remark.code, RemarkCode::SingleWetBulb, "{}", remark.product);
    }
    for product in catalogue.matched_splits() {
        assert_eq!(published[&product.identity.id].len(), 624, "{}", product.identity.id);
    }
}

#[test]
fn at_a_published_point_the_table_gives_what_was_published() {
    let catalogue = demo::catalogue().unwrap();
    let published = published();
    for product in catalogue.matched_splits() {
        for ((dry_bulb, wet_bulb, outdoor), expected) in &published[&product.identity.id] {
            let at = product
                .figures
                .cooling
                .at(f64::from(*dry_bulb), f64::from(*wet_bulb), f64::from(*outdoor))
                .unwrap();
            let found =
                [at.total_w, at.sensible_w, at.input_w].map(|watts| f64::from(i32::try_from(watts).unwrap()));
            for (found, expected) in found.iter().zip(expected) {
                assert!(
                    (found - expected).abs() <= 0.5,
                    "{} at {dry_bulb}/{wet_bulb}/{outdoor}",
                    product.identity.id
                );
            }
        }
    }
}

#[test]
fn between_the_points_it_is_linear_along_each_axis() {
    let catalogue = demo::catalogue().unwrap();
    let published = published();
    for product in catalogue.matched_splits() {
        let points = &published[&product.identity.id];
        // 26 and 27 °C have the wet bulbs 20 and 22 in common: a full cell of eight corners, 35 and 40 °C outdoors.
        for (a, b, c) in [(0.5, 0.5, 0.5), (0.1, 0.9, 0.3), (0.75, 0.25, 0.04)] {
            let mut expected = 0.0;
            for corner in 0..8_u8 {
                let [high_a, high_b, high_c] = [1, 2, 4].map(|bit| corner & bit != 0);
                let share = |high: bool, at: f64| if high { at } else { 1.0 - at };
                let key = (26 + i32::from(high_a), 20 + 2 * i32::from(high_b), 35 + 5 * i32::from(high_c));
                expected += share(high_a, a) * share(high_b, b) * share(high_c, c) * points[&key][0];
            }
            let found = product.figures.cooling.at(26.0 + a, 20.0 + 2.0 * b, 35.0 + 5.0 * c).unwrap();
            let found = f64::from(i32::try_from(found.total_w).unwrap());
            assert!(
                (found - expected).abs() <= 0.5 + 1e-6,
                "{}: {found} for {expected}",
                product.identity.id
            );
        }
    }
}

#[test]
fn the_table_is_never_extended_and_a_missing_cell_is_no_answer() {
    let catalogue = demo::catalogue().unwrap();
    for product in catalogue.matched_splits() {
        let axis = |dry_bulb, wet_bulb, outdoor| match product.figures.cooling.at(dry_bulb, wet_bulb, outdoor)
        {
            Ok(_) => "answered".to_owned(),
            Err(Miss::Outside { axis, .. }) => axis.to_string(),
            Err(_) => "missing cell".to_owned(),
        };
        assert_eq!(axis(26.0, 20.0, 35.0), "answered");
        assert_eq!(axis(26.0, 19.0, 35.0), "answered", "26 °C has no row at 19, but rows at 18 and 20");
        assert_eq!(axis(26.0, 17.99, 35.0), "indoorWetBulbC");
        assert_eq!(axis(26.0, 26.01, 35.0), "indoorWetBulbC");
        assert_eq!(axis(20.99, 18.0, 35.0), "indoorDryBulbC");
        assert_eq!(axis(32.01, 26.0, 35.0), "indoorDryBulbC");
        assert_eq!(axis(26.0, 20.0, 45.01), "outdoorDryBulbC");
        assert_eq!(axis(26.0, 20.0, -15.01), "outdoorDryBulbC");
        assert_eq!(axis(21.0, 22.0, 35.0), "missing cell", "21 °C ends at a wet bulb of 20");
        assert_eq!(axis(21.5, 21.0, 35.0), "missing cell", "one of the two columns ends too early");
    }
}

/// The demo catalogue with one product, changed.
fn with_product(change: impl FnOnce(&mut Value)) -> Result<Catalogue, tonnage::Error> {
    let mut file: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let mut product = file["products"][0].clone();
    change(&mut product);
    file["products"] = json!([product]);
    Catalogue::from_json(file.to_string().as_bytes())
}

#[test]
fn the_dirt_that_makers_files_have_is_caught_with_its_row_named() {
    let first_cell = |field: &'static str, value: Value| {
        move |product: &mut Value| product["cooling"]["points"][0][field][0] = value
    };
    let remark = |catalogue: Catalogue| {
        let remark = catalogue.refused().first().cloned();
        remark.map(|remark| (remark.code, remark.path))
    };
    let refused = |change: Box<dyn FnOnce(&mut Value)>| remark(with_product(change).unwrap());
    let cell = "products[0].cooling.points[0].totalW[0]".to_owned();
    // A COP of 385 for 3.85; an input equal to the capacity.
    let found = refused(Box::new(first_cell("inputW", json!(6))));
    assert_eq!(found, Some((RemarkCode::ImplausibleEfficiency, cell.clone())));
    let found = refused(Box::new(first_cell("inputW", json!(2520))));
    assert_eq!(found, Some((RemarkCode::ImplausibleEfficiency, cell.clone())));
    let found = refused(Box::new(first_cell("sensibleW", json!(9999))));
    assert_eq!(found, Some((RemarkCode::SensibleAboveTotal, cell.clone())));
    let found = refused(Box::new(first_cell("sensibleW", Value::Null)));
    assert_eq!(found, Some((RemarkCode::IncompleteCell, cell)));
    let found = refused(Box::new(|p| p["cooling"]["outdoorDryBulbC"][1] = json!(-15)));
    assert_eq!(found.unwrap().0, RemarkCode::AxisNotRising);
    let found =
        refused(Box::new(|p| drop(p["cooling"]["points"][3]["inputW"].as_array_mut().unwrap().pop())));
    assert_eq!(found, Some((RemarkCode::RowLength, "products[0].cooling.points[3]".into())));
    let found = refused(Box::new(|p| p["cooling"]["points"][1] = p["cooling"]["points"][0].clone()));
    assert_eq!(found.unwrap().0, RemarkCode::DuplicateRow);
    // The wet bulb in the place of the dry bulb.
    let found = refused(Box::new(|p| p["cooling"]["points"][2]["indoorWetBulbC"] = json!(29.5)));
    let place = "products[0].cooling.points[2].indoorWetBulbC".to_owned();
    assert_eq!(found, Some((RemarkCode::WetBulbAboveDryBulb, place)));
    let found = refused(Box::new(|p| {
        let rows = p["cooling"]["points"].as_array_mut().unwrap();
        rows.retain(|row| row["indoorDryBulbC"].as_f64().unwrap() > 28.5);
    }));
    assert_eq!(found.unwrap().0, RemarkCode::NoRatingPoint);
    assert_eq!(remark(with_product(|_| {}).unwrap()), None);
}

#[test]
fn a_cell_that_the_maker_left_empty_is_no_answer_and_the_rest_is_one() {
    let catalogue = with_product(|product| {
        for field in ["totalW", "sensibleW", "inputW"] {
            product["cooling"]["points"][0][field][9] = Value::Null;
        }
    })
    .unwrap();
    let table = &catalogue.matched_splits()[0].figures.cooling;
    assert!(matches!(table.at(21.0, 18.0, 35.0), Err(Miss::MissingCell { .. })));
    assert!(matches!(table.at(21.0, 18.0, 33.0), Err(Miss::MissingCell { .. })));
    assert!(table.at(21.0, 18.0, 30.0).is_ok());
    assert!(table.at(22.0, 18.0, 35.0).is_ok());
}

#[test]
fn a_rated_figure_that_is_not_the_tables_is_a_warning() {
    let catalogue = demo::catalogue().unwrap();
    let differing: Vec<&str> = catalogue
        .warnings()
        .iter()
        .filter(|remark| remark.code == RemarkCode::RatedDiffersFromTable)
        .map(|remark| remark.product.as_str())
        .collect();
    assert!(differing.contains(&"AUD-36UX4REH8+AUW-36U6RN8"), "{differing:?}");
}

#[test]
fn refused_products_of_other_figures_give_another_digest() {
    // A figure that no shape accepts and that has no canonical text: the product is refused, and the file is still another file.
    let digest = |watts: f64| {
        let mut file: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
        file["products"][0]["rated"]["totalW"] = json!(watts);
        let catalogue = Catalogue::from_json(file.to_string().as_bytes()).unwrap();
        let id = file["products"][0]["id"].as_str().unwrap();
        let remark = catalogue.refused().iter().find(|remark| remark.product == id).unwrap();
        assert_eq!(remark.code, RemarkCode::Unreadable);
        catalogue.digest().to_owned()
    };
    assert_ne!(digest(4_100.000_000_01), digest(4_100.000_000_02));
    assert_ne!(digest(1e-9), digest(1e300));
}
