//! The chosen system is the cheapest: found again by trying everything, from the source files, with other code.
//!
//! Capacities come from the maker's published points, prices from the books as JSON in whole fen; nothing here calls the
//! library's own table, take-off or pricing.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "same_answer/cases.rs"]
mod cases;

use serde_json::Value;
use std::collections::BTreeMap;
use tonnage::demo;

type Points = BTreeMap<String, BTreeMap<(i64, i64, i64), (f64, f64)>>;

fn published() -> Points {
    let text = include_str!("../src/data/sources/hisense_lcac_cooling_points.csv");
    let mut points = Points::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let degrees = |cell: usize| cells[cell].parse::<i64>().unwrap();
        let watts = |cell: usize| cells[cell].parse::<f64>().unwrap() * 1000.0;
        let product = points.entry(format!("{}+{}", cells[0], cells[1])).or_default();
        product.insert((degrees(3), degrees(4), degrees(5)), (watts(6), watts(7)));
    }
    points.retain(|_, points| points.len() == 624);
    points
}

fn whole(number: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of watts or degrees")]
    let whole = number.round() as i64;
    whole
}

/// Linear between two neighbours of a sorted list of (place, value).
fn between(list: &[(i64, (f64, f64))], at: f64) -> Option<(f64, f64)> {
    let place = |entry: &(i64, (f64, f64))| f64::from(i32::try_from(entry.0).unwrap());
    if let Some(exact) = list.iter().find(|entry| (place(entry) - at).abs() < 1e-9) {
        return Some(exact.1);
    }
    let pair = list.windows(2).find(|pair| place(&pair[0]) < at && at < place(&pair[1]))?;
    let share = (at - place(&pair[0])) / (place(&pair[1]) - place(&pair[0]));
    let mix = |low: f64, high: f64| low + share * (high - low);
    Some((mix(pair[0].1.0, pair[1].1.0), mix(pair[0].1.1, pair[1].1.1)))
}

/// Total and sensible capacity by interpolation along one axis after the other, outdoor first.
fn capacity(points: &BTreeMap<(i64, i64, i64), (f64, f64)>, at: [f64; 3]) -> Option<(i64, i64)> {
    let [dry_bulb, wet_bulb, outdoor] = at;
    let mut columns = Vec::new();
    for column in 21..=32 {
        let distance = f64::from(i32::try_from(column).unwrap()) - dry_bulb;
        if distance.abs() >= 1.0 {
            continue;
        }
        let mut rows = Vec::new();
        for row in [18, 19, 20, 22, 24, 26] {
            let line: Vec<(i64, (f64, f64))> = points
                .iter()
                .filter(|((d, w, _), _)| (*d, *w) == (column, row))
                .map(|((_, _, o), value)| (*o, *value))
                .collect();
            if !line.is_empty() {
                rows.push((row, between(&line, outdoor)?));
            }
        }
        columns.push((column, between(&rows, wet_bulb)?));
    }
    let (total, sensible) = between(&columns, dry_bulb)?;
    Some((whole(total), whole(sensible)))
}

fn fen(money: &Value) -> i128 {
    let (yuan, fen) = money.as_str().unwrap().split_once('.').unwrap();
    assert_eq!(fen.len(), 2);
    yuan.parse::<i128>().unwrap() * 100 + fen.parse::<i128>().unwrap()
}

struct Files {
    products: Vec<Value>,
    prices: Vec<Value>,
    rates: Vec<Value>,
}

impl Files {
    /// Quantity in thousandths times the rate, rounded half up to a fen.
    fn amount(&self, item: &str, variant: Option<&str>, measure: Option<f64>, thousandths: i128) -> i128 {
        let fits = |rate: &&Value| {
            let from = rate["measureFrom"].as_f64().unwrap_or(f64::NEG_INFINITY);
            let to = rate["measureTo"].as_f64().unwrap_or(f64::INFINITY);
            let in_band = measure.is_none_or(|measure| from <= measure && measure < to);
            rate["item"] == item && rate["variant"].as_str() == variant && in_band
        };
        let rate = self.rates.iter().find(fits).unwrap();
        (fen(&rate["unitPrice"]) * thousandths + 500) / 1000
    }

    /// What `sets` of a product cost with their installation, in fen.
    fn cost(&self, product: &Value, sets: i64, site: &Value) -> i128 {
        let sets = i128::from(sets);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let number = |value: &Value| value.as_f64().unwrap();
        let thousandths = |metres: f64| i128::from(whole(metres * 1000.0)) * sets;
        let pieces = 1000 * sets;
        let (piping, electrical) = (&product["piping"], &product["electrical"]);
        let pipes = [number(&piping["liquidMm"]), number(&piping["gasMm"])].map(|mm| format!("{mm:.2}"));
        let run = number(&site["pipeRunM"]);
        let beyond = f64::max(run - number(&piping["prechargedM"]), 0.0);
        // Kilograms a set are counted to ten grams.
        let charge = i128::from(whole(beyond * number(&piping["additionalKgPerM"]) * 100.0)) * 10 * sets;
        let price = self.prices.iter().find(|price| price["sku"] == product["id"]).unwrap();
        let mut sum = fen(&price["unitPrice"]) * sets;
        let mut add = |item: &str, variant: Option<&str>, measure: Option<f64>, thousandths: i128| {
            sum += self.amount(item, variant, measure, thousandths);
        };
        add("refrigerantPipe", Some(&pipes.join("x")), None, thousandths(run));
        for (pipe, thickness) in pipes.iter().zip(["liquidInsulationMm", "gasInsulationMm"]) {
            add("pipeInsulation", Some(&format!("{pipe}x{}", piping[thickness])), None, thousandths(run));
        }
        add("drainPipe", Some(&piping["drainMm"].to_string()), None, thousandths(number(&site["drainRunM"])));
        add("controlCable", Some(&text(&electrical["controlCable"])), None, thousandths(run));
        let cable = thousandths(number(&site["powerCableRunM"]));
        add("powerCable", Some(&text(&electrical["powerCable"])), None, cable);
        let breaker = format!("{}P{}", electrical["phases"], electrical["breakerA"]);
        add("circuitBreaker", Some(&breaker), None, pieces);
        add("wallHole", Some(&text(&site["wall"])), None, pieces);
        add("bracket", Some(&text(&site["outdoorPlace"])), None, pieces);
        add("lifting", None, Some(number(&site["storey"])), pieces);
        add("workAtHeight", None, Some(number(&site["installHeightM"])), pieces);
        add("installIndoorUnit", Some(&text(&product["mounting"])), None, pieces);
        add("installOutdoorUnit", None, Some(number(&product["massKg"]["outdoor"])), pieces);
        add("leakTestAndVacuum", None, None, pieces);
        add("commissioning", None, None, pieces);
        add("refrigerant", Some("R32"), None, charge);
        sum
    }
}

/// The least cost over every product and every number of sets, in fen.
fn least(
    files: &Files,
    published: &Points,
    room: &Value,
    selected: &Value,
    preferences: &Value,
) -> Option<i128> {
    let conditions = &selected["conditions"];
    let at = ["indoorDryBulbC", "indoorWetBulbC", "outdoorDryBulbC"]
        .map(|name| conditions[name].as_f64().unwrap());
    let (total, sensible) = (selected["load"]["totalW"].as_i64()?, selected["load"]["sensibleW"].as_i64()?);
    let site = &room["installation"];
    let mut least: Option<i128> = None;
    for product in &files.products {
        let id = product["id"].as_str().unwrap();
        let wanted =
            preferences["mountings"].as_array().is_none_or(|list| list.contains(&product["mounting"]));
        let reaches = site["pipeRunM"].as_f64() <= product["piping"]["maxLengthM"].as_f64()
            && site["heightDifferenceM"].as_f64() <= product["piping"]["maxHeightM"].as_f64();
        let Some((each_total, each_sensible)) = published.get(id).and_then(|points| capacity(points, at))
        else {
            continue;
        };
        for sets in 1..=preferences["maxUnitsPerRoom"].as_i64().unwrap() {
            if wanted && reaches && sets * each_total >= total && sets * each_sensible >= sensible {
                let cost = files.cost(product, sets, site);
                least = Some(least.map_or(cost, |least| least.min(cost)));
            }
        }
    }
    least
}

#[test]
fn no_product_and_no_number_of_sets_is_cheaper_than_the_chosen() {
    let list = |bytes: &[u8], name: &str| -> Vec<Value> {
        let file: Value = serde_json::from_slice(bytes).unwrap();
        file[name].as_array().unwrap().clone()
    };
    let files = Files {
        products: list(demo::CATALOGUE, "products"),
        prices: list(demo::PRICE_BOOK, "entries"),
        rates: list(demo::RATE_BOOK, "entries"),
    };
    let published = published();
    let engine = cases::engine();
    let (mut chosen, mut without) = (0, 0);
    // Every third generated project; trying everything takes a thousand times as long as the search.
    for (name, text) in cases::cases(&engine).into_iter().step_by(3) {
        let answer = cases::answer(&engine, &text).unwrap().text();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let project = &answer["project"];
        let rooms = project["rooms"].as_array().unwrap();
        for (room, selected) in rooms.iter().zip(answer["selection"]["rooms"].as_array().unwrap()) {
            let least = least(&files, &published, room, selected, &project["preferences"]);
            let found = selected.get("chosen").map(|choice| fen(&choice["cost"]));
            assert_eq!(found, least, "{name}, room {}", room["id"]);
            *(if least.is_some() { &mut chosen } else { &mut without }) += 1;
        }
    }
    assert!(chosen > 100 && without > 10, "{chosen} rooms with a system, {without} without");
}
