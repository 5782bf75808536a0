//! Prices to the fen: every line against exact integers, sums, periods, and what must not move a price.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "same_answer/cases.rs"]
mod cases;

use serde_json::{Value, json};
use tonnage::pricing::{Books, Customer, PriceBook, RateBook, price};
use tonnage::project::gains::OutdoorAir;
use tonnage::project::{Preferences, Project, SystemKind, TreatedBy};
use tonnage::selection::Rule;
use tonnage::{At, Engine, complete, demo, select, size, take_off};

/// A decimal text as a whole number of its last place, and how many places it has.
fn exact(text: &Value) -> (i128, u32) {
    let text = text.as_str().unwrap();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    (text.replace('.', "").parse().unwrap(), u32::try_from(decimals).unwrap())
}

fn fen(text: &Value) -> i128 {
    let (value, decimals) = exact(text);
    assert_eq!(decimals, 2, "{text} is no amount");
    value
}

/// `numerator / denominator`, ties away from zero; both positive.
fn half_up(numerator: i128, denominator: i128) -> i128 {
    (2 * numerator + denominator) / (2 * denominator)
}

#[test]
fn every_line_is_its_exact_product_and_every_total_the_sum_of_its_lines() {
    let engine = cases::engine();
    let mut lines = 0;
    for (name, text) in cases::cases(&engine) {
        let answer: Value = serde_json::from_str(&cases::answer(&engine, &text).unwrap().text()).unwrap();
        let quote = &answer["quote"];
        let mut sums = [0_i128; 5];
        for line in quote["lines"].as_array().unwrap() {
            let (unit, unit_places) = exact(&line["unitPrice"]);
            let (quantity, places) = exact(&line["quantity"]);
            let amount = half_up(unit * quantity * 100, 10_i128.pow(unit_places + places));
            let (rate, rate_places) = exact(&line["taxRate"]);
            let one = 10_i128.pow(rate_places);
            let net = half_up(amount * one, one + rate);
            let found = ["amount", "net", "tax"].map(|field| fen(&line[field]));
            assert_eq!(found, [amount, net, amount - net], "{name}: {line}");
            let part = usize::from(line["item"] != "equipment");
            sums[part] += amount;
            sums[2] += amount;
            sums[3] += net;
            sums[4] += amount - net;
            lines += 1;
        }
        let uncovered = answer["billOfQuantities"]["uncovered"].as_array().unwrap().len();
        let parts = ["equipment", "installation"].map(|field| fen(&quote[field]));
        assert_eq!(parts, sums[..2], "{name}");
        let totals = ["total", "net", "tax"].map(|field| quote.get(field).map(fen));
        let expected = if uncovered == 0 { [sums[2], sums[3], sums[4]].map(Some) } else { [None; 3] };
        assert_eq!(totals, expected, "{name}");
        let summary = quote["taxSummary"].as_array().unwrap();
        let sum = |field: &str| summary.iter().map(|tax| fen(&tax[field])).sum::<i128>();
        assert_eq!([sum("amount"), sum("net"), sum("tax")], [sums[2], sums[3], sums[4]], "{name}");
        // What is requested by name stands among the systems as well.
        let chosen: i128 = ["systems", "ventilators"]
            .iter()
            .flat_map(|kind| answer["selection"][kind].as_array().unwrap())
            .map(|system| fen(&system["cost"]))
            .sum();
        assert_eq!(chosen, sums[2], "{name}: the selection's costs are not the quote's");
    }
    assert!(lines > 5000, "only {lines} lines");
}

/// The search compares sums of single prices; the quote prices a whole order. The books have no price that depends on the order, so
/// that the two differ by what every choice has: requested units and ventilators.
#[test]
fn every_choice_is_quoted_as_a_whole_order_and_the_taken_one_as_the_quote() {
    let (mut choices, mut several) = (0, 0);
    let engine = cases::engine();
    for (name, text) in cases::cases(&engine) {
        let answer: Value = serde_json::from_str(&cases::answer(&engine, &text).unwrap().text()).unwrap();
        let Some(alternatives) = answer["selection"]["alternatives"].as_array() else { continue };
        let Some(total) = answer["quote"].get("total").map(fen) else {
            assert!(alternatives.iter().all(|choice| choice.get("total").is_none()), "{name}");
            continue;
        };
        let beside: i128 = total - fen(&answer["selection"]["optimum"]["cost"]);
        for choice in alternatives {
            assert_eq!(fen(&choice["total"]), fen(&choice["cost"]) + beside, "{name}: {choice}");
            choices += 1;
        }
        let objective = &answer["selection"]["optimum"]["objective"];
        if let Some(taken) = alternatives.iter().find(|choice| choice["objective"] == *objective) {
            assert_eq!(fen(&taken["total"]), total, "{name}");
        }
        several += usize::from(alternatives.len() > 1);
    }
    assert!(choices > 200 && several > 50, "{choices} choices, {several} projects with several");
}

#[test]
fn every_price_is_that_of_the_row_it_names() {
    let engine = cases::engine();
    let books = [("priceBook", demo::PRICE_BOOK), ("rateBook", demo::RATE_BOOK)].map(|(name, bytes)| {
        let book: Value = serde_json::from_slice(bytes).unwrap();
        (name, book["entries"].as_array().unwrap().clone())
    });
    for (_, text) in cases::cases(&engine).into_iter().take(4) {
        let answer: Value = serde_json::from_str(&cases::answer(&engine, &text).unwrap().text()).unwrap();
        for line in answer["quote"]["lines"].as_array().unwrap() {
            let (book, row) = line["source"].as_str().unwrap().split_once(".entries[").unwrap();
            let row: usize = row.trim_end_matches(']').parse().unwrap();
            let entry = &books.iter().find(|(name, _)| *name == book).unwrap().1[row];
            assert_eq!(entry["unitPrice"], line["unitPrice"]);
            assert_eq!(entry["unit"], line["unit"]);
            let named = if book == "priceBook" { &entry["sku"] } else { &entry["variant"] };
            assert_eq!(named, line.get("variant").unwrap_or(&Value::Null));
        }
    }
}

fn books(change: impl FnOnce(&mut Value, &mut Value)) -> Books {
    let mut prices: Value = serde_json::from_slice(demo::PRICE_BOOK).unwrap();
    let mut rates: Value = serde_json::from_slice(demo::RATE_BOOK).unwrap();
    change(&mut prices, &mut rates);
    let prices = PriceBook::from_json(prices.to_string().as_bytes()).unwrap();
    Books::new(prices, RateBook::from_json(rates.to_string().as_bytes()).unwrap()).unwrap()
}

fn engine(books: Books) -> Engine {
    Engine::new(demo::reference().unwrap(), demo::catalogue().unwrap(), books)
}

/// The shop with loads that no change of the heat balance moves.
fn shop() -> Project {
    let mut shop: Value = serde_json::from_slice(include_bytes!("projects/wuhan_shop.json")).unwrap();
    shop["rooms"][0]["statedLoad"] = json!({"totalW": 19_200, "sensibleW": 13_248});
    shop["rooms"][1]["statedLoad"] = json!({"totalW": 2_400, "sensibleW": 2_000});
    Project::from_json(shop.to_string().as_bytes()).unwrap()
}

#[test]
fn a_new_price_holds_from_its_first_instant_on_and_not_before() {
    let at = |text: &str| At::parse(text).unwrap();
    let books = books(|prices, _| {
        let change = json!("2026-07-01T00:00:00+08:00");
        let later: Vec<Value> = prices["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| {
                let mut later = entry.clone();
                later["from"] = change.clone();
                later["unitPrice"] = json!("1.00");
                later
            })
            .collect();
        for entry in prices["entries"].as_array_mut().unwrap() {
            entry["to"] = change.clone();
        }
        prices["entries"].as_array_mut().unwrap().extend(later);
    });
    let engine = engine(books);
    let equipment = |at: At| {
        let proposal = engine.propose(&shop(), &Customer::default(), at).unwrap();
        proposal.quote.unwrap().equipment.to_string()
    };
    assert_eq!(equipment(at("2026-06-30T15:59:59.999Z")), "30930.00");
    let after = equipment(at("2026-06-30T16:00:00Z"));
    assert!(after.parse::<f64>().unwrap() < 20.0, "{after}");
}

#[test]
fn without_a_price_there_is_no_system_and_without_a_rate_no_silent_total() {
    let at = demo::books().unwrap().demo_instant().unwrap();
    let none = engine(books(|prices, _| prices["entries"] = json!([])));
    let proposal = none.propose(&shop(), &Customer::default(), at).unwrap();
    assert!(!proposal.is_complete());
    let rooms = proposal.selection.unwrap().rooms;
    assert!(rooms.iter().all(|room| room.system.is_none()));
    let missing = rooms[0].rejected.iter().find(|group| group.rule == Rule::NoPrice).unwrap();
    let missing = missing.products.iter().find(|one| one.product.starts_with('A')).unwrap();
    assert_eq!(missing.params["item"].to_string(), "equipment");
    assert_eq!(missing.params["variant"].to_string(), missing.product);

    // The systems were chosen with one rate book; priced with another that lacks a rate, the line stays, the total goes.
    let (reference, catalogue) = (demo::reference().unwrap(), demo::catalogue().unwrap());
    let project = complete(&shop(), &reference).unwrap().project;
    let loads = size(&project, &reference).unwrap();
    let full = demo::books().unwrap();
    let selection = select(&project, &loads, &catalogue, &full, at).unwrap();
    let bill = take_off(&project, &selection).unwrap();
    let without = books(|_, rates| {
        rates["entries"].as_array_mut().unwrap().retain(|rate| rate["item"] != "commissioning");
    });
    let quote = price(&bill, &without, &Customer::default(), at, &[]).unwrap();
    assert_eq!((quote.total, quote.net, quote.tax), (None, None, None));
    assert_eq!(quote.lines.len(), bill.lines.len());
    let codes: Vec<&str> = quote.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "no_price").count(), 2);
    assert!(codes.contains(&"no_total"));
    let whole = price(&bill, &full, &Customer::default(), at, &[]).unwrap();
    assert!(whole.total.is_some());
}

#[test]
fn a_quote_with_a_room_that_nothing_fits_has_no_total() {
    let mut project = shop();
    project.rooms[1].cooling_set_point_c = Some(25.0);
    project.rooms[1].relative_humidity = Some(0.5);
    project.rooms[1].outdoor_air =
        Some(OutdoorAir { treated_by: Some(TreatedBy::None), ..OutdoorAir::default() });
    let splits = Some(vec![SystemKind::MatchedSplit]);
    project.preferences = Some(Preferences { systems: splits, ..Preferences::default() });
    let engine = demo::engine().unwrap();
    let (at, _) = engine.demo_instant().unwrap();
    let proposal = engine.propose(&project, &Customer::default(), at).unwrap();
    assert_eq!(proposal.bill_of_quantities.unwrap().uncovered, ["stock"]);
    let quote = proposal.quote.unwrap();
    assert_eq!((quote.total, quote.net, quote.tax), (None, None, None));
    assert!(quote.equipment > tonnage::money::Money::ZERO);
    assert!(quote.findings.iter().any(|finding| finding.code.as_str() == "no_total"));
}

#[test]
fn a_price_for_another_unit_is_no_price() {
    let at = demo::books().unwrap().demo_instant().unwrap();
    let per_piece = engine(books(|prices, _| {
        for entry in prices["entries"].as_array_mut().unwrap() {
            entry["unit"] = json!("piece");
        }
    }));
    let proposal = per_piece.propose(&shop(), &Customer::default(), at).unwrap();
    assert!(proposal.selection.unwrap().rooms.iter().all(|room| room.system.is_none()));
}

#[test]
fn an_amount_too_large_for_exact_arithmetic_is_an_error_and_no_panic() {
    let at = demo::books().unwrap().demo_instant().unwrap();
    let dear = engine(books(|prices, rates| {
        for book in [prices, rates] {
            for entry in book["entries"].as_array_mut().unwrap() {
                entry["unitPrice"] = json!("999999999999.999999");
            }
        }
    }));
    // Twelve digits before the point times a thousand rooms still fit 96 bits: the answer is exact.
    let total =
        dear.propose(&shop(), &Customer::default(), at).unwrap().quote.unwrap().total.unwrap().to_string();
    assert!(total.len() > 15 && total.ends_with(".00"), "{total}");
}
