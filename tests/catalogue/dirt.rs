//! The dirt of makers' files (matching.md, section 5), for every kind of product that has such figures: what it is, where it is
//! written, and how the catalogue names it.

use super::shared::{KINDS, about, first, read, with};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tonnage::catalogue::{Catalogue, Product};
use tonnage::demo;

/// What is done to a product or a family.
type Change = fn(&mut Value);

/// A claim, the kinds that it is made of, what is done to a product, and the code and the path that name it.
struct Dirt {
    what: &'static str,
    kinds: &'static [&'static str],
    done: Change,
    code: &'static str,
    at: &'static str,
}

const SUPPLIED: &[&str] = &[
    "matchedSplit",
    "outdoorUnit",
    "indoorUnit",
    "rooftop",
    "chiller",
    "fanCoil",
    "recoveryVentilator",
    "freshAirUnit",
];
const HEARD: &[&str] =
    &["outdoorUnit", "indoorUnit", "rooftop", "chiller", "fanCoil", "recoveryVentilator", "freshAirUnit"];
const BLOWING: &[&str] =
    &["matchedSplit", "indoorUnit", "rooftop", "fanCoil", "recoveryVentilator", "freshAirUnit"];
const GRADED: &[&str] = &["matchedSplit", "outdoorUnit", "rooftop", "chiller", "waterHeatPump"];
const TABLED: &[&str] = &["outdoorUnit", "indoorUnit", "fanCoil", "freshAirUnit"];
const COILS: &[&str] = &["indoorUnit", "fanCoil"];
const FANS: &[&str] = &["indoorUnit", "fanCoil"];

fn graded(product: &mut Value, metric: &str, value: f64) {
    product["efficiency"] =
        json!([{"status": "real", "standard": "GB 21454-2021", "metric": metric, "value": value}]);
}

/// A rating beside the table of a unit, `times` what the table has.
fn rated(product: &mut Value, times: f64) {
    let table = table_at_rating(product);
    product["rated"] = json!({"status": "real", "totalW": (table * times).round()});
}

/// What the table of a unit has at its rating point.
fn table_at_rating(product: &Value) -> f64 {
    let catalogue = read(&with(std::slice::from_ref(product)));
    let reading = match catalogue.product(product["id"].as_str().unwrap()).unwrap() {
        Product::OutdoorUnit(item) => item.figures.cooling.at(&[1.0, 19.0, 35.0]),
        Product::IndoorUnit(item) => item.figures.cooling.at(&[27.0, 19.0]),
        Product::FanCoil(item) => item.figures.cooling.at(&[7.0, 27.0, 19.5]),
        other => panic!("{other:?} has no rating"),
    };
    f64::from(i32::try_from(reading.unwrap().total_w).unwrap())
}

fn times(value: &mut Value, factor: f64) {
    *value = json!((value.as_f64().unwrap() * factor).round());
}

/// What takes a product out of the catalogue.
#[rustfmt::skip]
const REFUSED: &[Dirt] = &[
    Dirt { what: "a COP of 385 for 3.85", kinds: &["rooftop"], done: |p| p["cop"] = json!(385), code: "implausible_efficiency", at: "cop" },
    Dirt { what: "a COP of 385 for 3.85", kinds: &["chiller"], done: |p| p["referenceCop"] = json!(385), code: "implausible_efficiency", at: "referenceCop" },
    Dirt { what: "an EER of 1.4", kinds: &["rooftop"], done: |p| p["cop"] = json!(1.4), code: "implausible_efficiency", at: "cop" },
    Dirt { what: "an EER of 8.1", kinds: &["chiller"], done: |p| p["referenceCop"] = json!(8.1), code: "implausible_efficiency", at: "referenceCop" },
    Dirt { what: "an APF of 530 for 5.30", kinds: GRADED, done: |p| graded(p, "APF", 530.0), code: "implausible_grade", at: "efficiency[0].value" },
    Dirt { what: "an APF of 1210", kinds: GRADED, done: |p| graded(p, "APF", 1210.0), code: "implausible_grade", at: "efficiency[0].value" },
    Dirt { what: "an input equal to the capacity", kinds: &["outdoorUnit"], done: |p| p["cooling"]["inputW"][5] = p["cooling"]["totalW"][5].clone(), code: "implausible_efficiency", at: "cooling.totalW[5]" },
    Dirt { what: "an input equal to the capacity", kinds: &["waterHeatPump"], done: |p| p["heating"]["inputW"][1] = p["heating"]["totalW"][1].clone(), code: "implausible_efficiency", at: "heating.totalW[1]" },
    Dirt { what: "an input equal to the capacity", kinds: &["matchedSplit"], done: |p| p["cooling"]["points"][2]["inputW"][4] = p["cooling"]["points"][2]["totalW"][4].clone(), code: "implausible_efficiency", at: "cooling.points[2].totalW[4]" },
    Dirt { what: "a rated input equal to the capacity", kinds: &["matchedSplit"], done: |p| p["rated"]["inputW"] = p["rated"]["totalW"].clone(), code: "implausible_efficiency", at: "rated.inputW" },
    Dirt { what: "a rated input equal to the capacity", kinds: &["outdoorUnit"], done: |p| { rated(p, 1.0); p["rated"]["inputW"] = p["rated"]["totalW"].clone(); }, code: "implausible_efficiency", at: "rated.inputW" },
    Dirt { what: "the input of a fan equal to the capacity", kinds: FANS, done: |p| { rated(p, 1.0); p["rated"]["inputW"] = p["rated"]["totalW"].clone(); }, code: "implausible_fan_power", at: "rated.inputW" },
    Dirt { what: "the input of a fan equal to the capacity", kinds: &["rooftop"], done: |p| p["fanInputW"] = p["grossTotalW"].clone(), code: "implausible_fan_power", at: "fanInputW" },
    Dirt { what: "the input of a fan equal to the capacity", kinds: &["freshAirUnit"], done: |p| p["inputW"] = p["cooling"]["totalW"][0].clone(), code: "implausible_fan_power", at: "inputW" },
    Dirt { what: "the input of a fan ten times as large", kinds: &["recoveryVentilator"], done: |p| times(&mut p["inputW"], 10.0), code: "implausible_fan_power", at: "inputW" },
    Dirt { what: "an outdoor part whose input is the capacity", kinds: &["freshAirUnit"], done: |p| { p.as_object_mut().unwrap().remove("family"); p["inputW"] = largest(p); }, code: "implausible_efficiency", at: "inputW" },
    Dirt { what: "swapped masses", kinds: &["matchedSplit"], done: |p| p["massKg"] = json!({"status": "real", "indoor": 45, "outdoor": 20}), code: "masses_swapped", at: "massKg" },
    Dirt { what: "a rated figure ten times the table's", kinds: &["matchedSplit"], done: |p| ["totalW", "sensibleW", "inputW"].iter().for_each(|field| times(&mut p["rated"][field], 10.0)), code: "rated_differs_from_table", at: "rated.totalW" },
    Dirt { what: "a rated input that is in other units", kinds: &["matchedSplit"], done: |p| { times(&mut p["rated"]["sensibleW"], 1.0); times(&mut p["heating"]["ratedTotalW"], 10.0); }, code: "rated_differs_from_table", at: "heating.ratedTotalW" },
    Dirt { what: "a rated figure ten times the table's", kinds: &["outdoorUnit", "indoorUnit", "fanCoil"], done: |p| rated(p, 10.0), code: "rated_differs_from_table", at: "rated.totalW" },
    Dirt { what: "a capacity index ten times the table's", kinds: &["outdoorUnit", "indoorUnit", "freshAirUnit"], done: |p| times(&mut p["capacityIndex"], 10.0), code: "rated_differs_from_table", at: "capacityIndex" },
    Dirt { what: "a rated sensible share of 0.2", kinds: &["matchedSplit"], done: |p| { let total = p["rated"]["totalW"].as_f64().unwrap(); p["rated"]["sensibleW"] = json!((0.2 * total).round()); }, code: "implausible_sensible_share", at: "rated.sensibleW" },
    Dirt { what: "a sensible share of 0.29", kinds: &["rooftop"], done: |p| p["sensibleHeatRatio"] = json!(0.29), code: "implausible_sensible_share", at: "sensibleHeatRatio" },
    Dirt { what: "a sensible share of 1.1", kinds: &["rooftop"], done: |p| p["sensibleHeatRatio"] = json!(1.1), code: "implausible_sensible_share", at: "sensibleHeatRatio" },
    Dirt { what: "a sensible share of a twentieth", kinds: COILS, done: |p| { let at = cell(p); let total = p["cooling"]["totalW"][at].as_f64().unwrap(); p["cooling"]["sensibleW"][at] = json!((total / 20.0).round()); }, code: "implausible_sensible_share", at: "cooling.totalW[*]" },
    Dirt { what: "a sensible share of a twentieth", kinds: &["matchedSplit"], done: |p| { let total = p["cooling"]["points"][1]["totalW"][0].as_f64().unwrap(); p["cooling"]["points"][1]["sensibleW"][0] = json!((total / 20.0).round()); }, code: "implausible_sensible_share", at: "cooling.points[1].totalW[0]" },
    Dirt { what: "more sensible than total", kinds: COILS, done: |p| { let at = cell(p); times(&mut p["cooling"]["sensibleW"][at], 9.0); }, code: "sensible_above_total", at: "cooling.totalW[*]" },
    Dirt { what: "a cell without its sensible part", kinds: COILS, done: |p| { let at = cell(p); p["cooling"]["sensibleW"][at] = Value::Null; }, code: "incomplete_cell", at: "cooling.totalW[*]" },
    Dirt { what: "a breaker below the minimum circuit", kinds: SUPPLIED, done: |p| { p["electrical"]["minimumCircuitA"] = json!(17.4); p["electrical"]["breakerA"] = json!(16); }, code: "breaker_below_circuit", at: "electrical.breakerA" },
    Dirt { what: "the lowest speed first", kinds: HEARD, done: |p| p["sound"]["dba"] = json!([31, 35]), code: "speeds_rise", at: "sound.dba[1]" },
    Dirt { what: "the lowest speed first", kinds: &["matchedSplit"], done: |p| p["indoorSound"]["dba"] = json!([31, 31, 35]), code: "speeds_rise", at: "indoorSound.dba[2]" },
    Dirt { what: "the lowest speed first", kinds: &["matchedSplit"], done: |p| p["outdoorSound"]["dba"] = json!([51, 55]), code: "speeds_rise", at: "outdoorSound.dba[1]" },
    Dirt { what: "the lowest airflow first", kinds: BLOWING, done: |p| { let flow = p["air"]["flowM3H"][0].as_f64().unwrap(); p["air"]["flowM3H"] = json!([flow, flow + 1.0]); }, code: "speeds_rise", at: "air.flowM3H[1]" },
    Dirt { what: "limits from high to low", kinds: &["matchedSplit"], done: |p| p["limits"]["coolingOutdoorC"] = json!([45, -15]), code: "range_not_rising", at: "limits.coolingOutdoorC" },
    Dirt { what: "limits from high to low", kinds: &["matchedSplit"], done: |p| p["limits"]["heatingOutdoorWetBulbC"] = json!([15, 15]), code: "range_not_rising", at: "limits.heatingOutdoorWetBulbC" },
    Dirt { what: "lengths that do not rise", kinds: &["matchedSplit"], done: |p| p["piping"]["lengthFactors"][1]["lengthM"] = json!(5), code: "axis_not_rising", at: "piping.lengthFactors" },
    Dirt { what: "a curve that falls below nothing", kinds: &["rooftop", "chiller"], done: |p| p["capacity"]["coefficients"][0] = json!(-9), code: "curve_not_positive", at: "capacity" },
    Dirt { what: "text in a cell", kinds: TABLED, done: |p| p["cooling"]["totalW"][3] = json!("12,5"), code: "unreadable", at: "cooling.totalW[3]" },
    Dirt { what: "text in a cell", kinds: &["waterHeatPump"], done: |p| p["heating"]["inputW"][1] = json!("-"), code: "unreadable", at: "heating.inputW[1]" },
    Dirt { what: "text in a cell", kinds: &["matchedSplit"], done: |p| p["cooling"]["points"][7]["sensibleW"][2] = json!("n/a"), code: "unreadable", at: "cooling.points[7].sensibleW[2]" },
    Dirt { what: "a figure beyond any machine", kinds: TABLED, done: |p| p["cooling"]["totalW"][2] = json!(2e7), code: "unreadable", at: "cooling.totalW[2]" },
    Dirt { what: "a figure of nothing", kinds: &["matchedSplit"], done: |p| p["cooling"]["points"][4]["totalW"][1] = json!(0), code: "unreadable", at: "cooling.points[4].totalW[1]" },
    Dirt { what: "an air beyond any place", kinds: &["matchedSplit"], done: |p| p["cooling"]["outdoorDryBulbC"][3] = json!(95), code: "unreadable", at: "cooling.outdoorDryBulbC[3]" },
    Dirt { what: "a price", kinds: &KINDS, done: |p| p["price"] = json!({"list": "2900.00"}), code: "unreadable", at: "price" },
    Dirt { what: "a source that the catalogue does not name", kinds: &KINDS, done: |p| p["source"] = json!("hearsay"), code: "unknown_source", at: "source" },
];

/// What is used all the same.
#[rustfmt::skip]
const ODD: &[Dirt] = &[
    Dirt { what: "a row that falls with the wet bulb", kinds: &["matchedSplit"], done: |p| times(&mut p["cooling"]["points"][1]["totalW"][6], 0.9), code: "capacity_falls", at: "cooling.points[1].totalW[6]" },
    Dirt { what: "a row that falls with the wet bulb", kinds: &["outdoorUnit"], done: |p| { times(&mut p["cooling"]["totalW"][13], 0.75); times(&mut p["cooling"]["inputW"][13], 0.75); }, code: "capacity_falls", at: "cooling.totalW[13]" },
    Dirt { what: "a row that falls with the wet bulb", kinds: COILS, done: |p| { let at = cell(p) + 1; times(&mut p["cooling"]["totalW"][at], 0.6); times(&mut p["cooling"]["sensibleW"][at], 0.6); }, code: "capacity_falls", at: "cooling.totalW[*]" },
    Dirt { what: "a row that falls with the wet bulb", kinds: &["freshAirUnit"], done: |p| times(&mut p["cooling"]["totalW"][1], 0.6), code: "capacity_falls", at: "cooling.totalW[1]" },
    Dirt { what: "a capacity that rises with the outdoor air", kinds: &["outdoorUnit"], done: |p| { times(&mut p["cooling"]["totalW"][8], 1.1); times(&mut p["cooling"]["inputW"][8], 1.1); }, code: "capacity_rises", at: "cooling.totalW[8]" },
    Dirt { what: "a capacity that rises with the outdoor air", kinds: &["matchedSplit"], done: |p| times(&mut p["cooling"]["points"][0]["totalW"][11], 1.5), code: "capacity_rises", at: "cooling.points[0].totalW[11]" },
    Dirt { what: "a rated figure two hundredths off", kinds: &["outdoorUnit", "indoorUnit", "fanCoil"], done: |p| rated(p, 1.02), code: "rated_differs_from_table", at: "rated.totalW" },
    Dirt { what: "a rated figure two hundredths off", kinds: &["matchedSplit"], done: |p| times(&mut p["rated"]["totalW"], 1.02), code: "rated_differs_from_table", at: "rated.totalW" },
    Dirt { what: "a rated heating two hundredths off", kinds: &["matchedSplit"], done: |p| times(&mut p["heating"]["ratedTotalW"], 0.98), code: "rated_differs_from_table", at: "heating.ratedTotalW" },
    Dirt { what: "an indoor unit that is heavier", kinds: &["matchedSplit"], done: |p| p["massKg"] = json!({"status": "real", "indoor": 45, "outdoor": 30}), code: "masses_swapped", at: "massKg" },
    Dirt { what: "ten times the air", kinds: &["matchedSplit", "indoorUnit", "fanCoil"], done: |p| { let flow = p["air"]["flowM3H"][0].as_f64().unwrap(); p["air"]["flowM3H"] = json!([flow * 10.0]); }, code: "implausible_airflow", at: "air.flowM3H" },
    Dirt { what: "ten times the capacity", kinds: &["rooftop"], done: |p| times(&mut p["grossTotalW"], 10.0), code: "implausible_airflow", at: "ratedFlowM3H" },
    Dirt { what: "a capacity curve off its reference point", kinds: &["rooftop", "chiller"], done: |p| { let first = p["capacity"]["coefficients"][0].as_f64().unwrap(); p["capacity"]["coefficients"][0] = json!(first + 0.03); }, code: "curve_misses_reference", at: "capacity" },
    Dirt { what: "an input curve off its reference point", kinds: &["rooftop", "chiller"], done: |p| { let first = p["inputRatio"]["coefficients"][0].as_f64().unwrap(); p["inputRatio"]["coefficients"][0] = json!(first + 0.03); }, code: "curve_misses_reference", at: "inputRatio" },
    Dirt { what: "a curve off full load", kinds: &["chiller"], done: |p| { let first = p["partLoad"]["coefficients"][0].as_f64().unwrap(); p["partLoad"]["coefficients"][0] = json!(first + 0.03); }, code: "curve_misses_reference", at: "partLoad" },
    Dirt { what: "no input of its fan", kinds: &["rooftop"], done: |p| drop(p.as_object_mut().unwrap().remove("fanInputW")), code: "input_unknown", at: "fanInputW" },
    Dirt { what: "no input beside its cooling", kinds: &["outdoorUnit"], done: |p| drop(p["cooling"].as_object_mut().unwrap().remove("inputW")), code: "input_unknown", at: "cooling.inputW" },
    Dirt { what: "a curve off the rated airflow", kinds: &["rooftop"], done: |p| { let first = p["inputRatioByFlow"]["coefficients"][0].as_f64().unwrap(); p["inputRatioByFlow"]["coefficients"][0] = json!(first - 0.3); }, code: "curve_misses_reference", at: "inputRatioByFlow" },
    Dirt { what: "a table beyond the limits of operation", kinds: &["matchedSplit"], done: |p| p["limits"]["coolingOutdoorC"] = json!([-10, 45]), code: "beyond_limits", at: "cooling.outdoorDryBulbC[0]" },
    Dirt { what: "a table beyond the limits of operation", kinds: &["matchedSplit"], done: |p| p["limits"]["heatingOutdoorWetBulbC"] = json!([-20, 10]), code: "beyond_limits", at: "heating.table.axes[1].values[6]" },
];

/// The largest figure of a table.
fn largest(product: &Value) -> Value {
    let totals = product["cooling"]["totalW"].as_array().unwrap();
    json!(totals.iter().filter_map(Value::as_i64).max())
}

/// A cell of a coil's table that has a figure, and one after it.
fn cell(product: &Value) -> usize {
    let totals = product["cooling"]["totalW"].as_array().unwrap();
    totals.windows(2).position(|pair| pair[0].is_number() && pair[1].is_number()).unwrap()
}

/// What the catalogue says of the product, refused or odd, after the change.
fn told(dirt: &Dirt, kind: &str) -> (Vec<String>, Vec<String>) {
    let mut product = first(kind);
    (dirt.done)(&mut product);
    let catalogue: Catalogue = read(&with(&[product.clone(), first("controller")]));
    assert_eq!(catalogue.product("DC-ROOM").is_some(), kind != "controller", "the rest stays usable");
    (about(catalogue.refused(), &product["id"]), about(catalogue.warnings(), &product["id"]))
}

/// Whether `found` is the remark; a star in the path stands for a number.
fn is_named(dirt: &Dirt, found: &str) -> bool {
    let whole = format!("{} products[0].{}", dirt.code, dirt.at);
    match whole.split_once('*') {
        None => found == whole,
        Some((before, after)) => found
            .strip_prefix(before)
            .and_then(|rest| rest.strip_suffix(after))
            .is_some_and(|number| number.parse::<usize>().is_ok()),
    }
}

#[test]
fn every_kind_of_dirt_is_refused_with_its_place_named() {
    for dirt in REFUSED {
        for kind in dirt.kinds.iter().filter(|kind| **kind != "controller") {
            let (refused, _) = told(dirt, kind);
            let [found] = refused.as_slice() else { panic!("{kind}, {}: {refused:?}", dirt.what) };
            assert!(is_named(dirt, found), "{kind}, {}: {found}", dirt.what);
        }
    }
}

#[test]
fn what_is_odd_is_said_with_its_place_and_used_all_the_same() {
    for dirt in ODD {
        for kind in dirt.kinds {
            let (refused, odd) = told(dirt, kind);
            assert!(refused.is_empty(), "{kind}, {}: {refused:?}", dirt.what);
            assert!(odd.iter().any(|found| is_named(dirt, found)), "{kind}, {}: {odd:?}", dirt.what);
        }
    }
}

#[test]
fn what_is_odd_in_the_shipped_catalogue_is_known() {
    let catalogue = demo::catalogue().unwrap();
    let mut counts: BTreeMap<(&str, &str), u32> = BTreeMap::new();
    for remark in catalogue.warnings() {
        let field = remark
            .path
            .rsplit('.')
            .next()
            .unwrap()
            .trim_end_matches(|sign: char| "[]0123456789".contains(sign));
        *counts.entry((remark.code.as_str(), field)).or_insert(0) += 1;
    }
    // Published curves that were fitted by others and miss the point that they are factors of, some by a third; one stated input.
    let expected = [
        (("curve_misses_reference", "capacity"), 29),
        (("curve_misses_reference", "inputRatio"), 42),
        (("curve_misses_reference", "inputRatioByFlow"), 3),
        (("rated_differs_from_table", "inputW"), 1),
    ];
    assert_eq!(counts, BTreeMap::from(expected));
}

#[test]
fn a_product_that_nothing_is_done_to_is_neither_refused_nor_odd() {
    for kind in KINDS {
        let product = first(kind);
        let catalogue = read(&with(std::slice::from_ref(&product)));
        assert!(catalogue.product(product["id"].as_str().unwrap()).is_some(), "{kind}");
        assert!(about(catalogue.refused(), &product["id"]).is_empty(), "{kind}");
        assert!(about(catalogue.warnings(), &product["id"]).is_empty(), "{kind}");
    }
}

#[test]
fn a_family_with_ranges_that_do_not_rise_is_refused_with_its_units() {
    let cases: [(Change, &str); 5] = [
        (|family| family["ratio"] = json!([1.3, 0.5]), "ratio_not_rising families[0].ratio"),
        (|family| family["freshAirAlone"] = json!([1, 1]), "ratio_not_rising families[0].freshAirAlone"),
        (
            |family| family["ratioRules"][0]["maximum"] = json!(0.4),
            "ratio_not_rising families[0].ratioRules[0].maximum",
        ),
        (
            |family| family["limits"]["coolingOutdoorC"] = json!([50, 15]),
            "range_not_rising families[0].limits.coolingOutdoorC",
        ),
        (|family| family["source"] = json!("hearsay"), "unknown_source families[0].source"),
    ];
    for (change, expected) in cases {
        let mut file = with(&[first("outdoorUnit"), first("controller")]);
        change(&mut file["families"][0]);
        let catalogue = read(&file);
        assert_eq!(about(catalogue.refused(), &file["families"][0]["id"]), [expected]);
        let unit = about(catalogue.refused(), &file["products"][0]["id"]);
        assert_eq!(unit, ["unknown_family products[0].family"], "{expected}");
        assert!(catalogue.controller("DC-ROOM").is_some());
    }
}

#[test]
fn a_table_beyond_the_limits_of_its_family_is_odd() {
    let mut file = with(&[first("outdoorUnit")]);
    file["families"][0]["limits"]["coolingOutdoorC"] = json!([15, 43]);
    let catalogue = read(&file);
    let id = &file["products"][0]["id"];
    let path = format!("beyond_limits products.{}.cooling.axes[2].values[6]", id.as_str().unwrap());
    assert_eq!(about(catalogue.warnings(), id), [path]);
    assert!(catalogue.outdoor_unit(id.as_str().unwrap()).is_some());
}

#[test]
fn a_refrigerant_that_the_catalogue_does_not_list_is_odd() {
    let mut file = with(&[first("outdoorUnit"), first("matchedSplit")]);
    let (family, pair) = (file["families"][0]["id"].clone(), file["products"][1]["id"].clone());
    let odd = |file: &Value, of: &Value| {
        let all = about(read(file).warnings(), of);
        all.into_iter().filter(|told| told.starts_with("unknown_refrigerant")).collect::<Vec<_>>()
    };
    assert!(odd(&file, &family).is_empty() && odd(&file, &pair).is_empty());
    file["families"][0]["refrigerant"] = json!("R410");
    file["products"][1]["piping"]["refrigerant"] = json!("R-32");
    let at = |list: &str, id: &Value, field: &str| {
        format!("unknown_refrigerant {list}.{}.{field}", id.as_str().unwrap())
    };
    assert_eq!(odd(&file, &family), [at("families", &family, "refrigerant")]);
    assert_eq!(odd(&file, &pair), [at("products", &pair, "piping.refrigerant")]);
    // Where the catalogue lists none, no charge is checked, which every system says.
    file.as_object_mut().unwrap().remove("refrigerants");
    assert!(odd(&file, &family).is_empty() && odd(&file, &pair).is_empty());
}
