//! Every rule of selection on a shipped product that keeps it and on one that breaks it.
//!
//! The numbers of the cases were worked out by hand from the published figures that each names, and stand in `tests/rules/*.json`.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "rules/case.rs"]
mod case;
#[path = "rules/shop.rs"]
mod shop;
#[path = "rules/verdict.rs"]
mod verdict;

use case::{Case, Side};
use serde_json::Value;
use std::collections::BTreeSet;
use tonnage::Engine;
use tonnage::selection::Rule;
use verdict::{checks, everything, finding, most_together, params, refusals, same};

/// What is wrong with the side of a case that keeps the rule.
fn kept(case: &Case, answer: &Value) -> Option<String> {
    let (rule, expected) = (case.rule.as_str(), &case.passes);
    let product = expected["product"].as_str().unwrap();
    let Some(checks) = checks(answer, product) else { return Some("the product is not taken".into()) };
    if !refusals(answer, product, rule).is_empty() {
        return Some("the product is refused".into());
    }
    if let Some(code) = expected.get("noFinding") {
        return finding(answer, code.as_str().unwrap()).map(ToString::to_string);
    }
    if expected.get("taken").is_some() {
        return None;
    }
    let said = |check: &&Value| {
        let figures = ["value", "limit"].iter().all(|name| match (check.get(name), expected.get(name)) {
            (None, None) => true,
            (Some(found), Some(expected)) => same(found, expected),
            _ => false,
        });
        let margin = check.get("margin").and_then(Value::as_f64).is_none_or(|margin| margin >= 0.0);
        check["rule"] == rule && check["verdict"] == "passed" && figures && margin
    };
    (!checks.iter().any(said)).then(|| format!("no check says {expected}"))
}

/// What is wrong with the side of a case that breaks it.
fn broken(case: &Case, answer: &Value) -> Option<String> {
    let expected = &case.fails;
    if let Some(wanted) = expected.get("finding") {
        let found = finding(answer, wanted["code"].as_str().unwrap())?;
        let alike = ["path", "params"].iter().all(|name| same(&found[name], &wanted[name]));
        return (!alike).then(|| found.to_string());
    }
    if expected.get("apart").is_some() {
        let rooms = answer["project"]["rooms"].as_array().unwrap().len();
        return (most_together(answer) == rooms).then(|| "all rooms share one system".into());
    }
    let product = expected["product"].as_str().unwrap();
    if checks(answer, product).is_some() && expected.get("requested").is_none() {
        return Some("the product is taken".into());
    }
    let said = refusals(answer, product, case.rule.as_str());
    let wanted = params(expected);
    (!said.iter().any(|said| same(said, &wanted))).then(|| format!("it is not refused with {wanted}"))
}

/// What is wrong with a case, one line for each side.
fn wrong(case: &Case, engine: &Engine) -> Vec<String> {
    let mut found = Vec::new();
    for side in [Side::Keeps, Side::Breaks] {
        let changed = case.in_files().filter(|_| side == Side::Breaks);
        let changed = changed.map(|(of, at, value)| shop::with(of, at, value));
        let answer = shop::answer(changed.as_ref().unwrap_or(engine), &case.project(side));
        let (problem, expected) = match (&answer, side) {
            (Err(error), _) => (Some(format!("it is an error: {error}")), &case.passes),
            (Ok(answer), Side::Keeps) => (kept(case, answer), &case.passes),
            (Ok(answer), Side::Breaks) => (broken(case, answer), &case.fails),
        };
        let Some(problem) = problem else { continue };
        let product = expected["product"].as_str().unwrap_or("");
        let said = answer.as_ref().map_or(String::new(), |answer| everything(answer, product));
        let side = if side == Side::Keeps { "keeps" } else { "breaks" };
        found.push(format!("{} ({}) {side}: {problem}\n  {said}", case.rule.as_str(), case.claim));
    }
    found
}

#[test]
fn every_rule_takes_and_refuses_shipped_products_with_the_numbers_worked_out_by_hand() {
    let engine = shop::engine();
    let problems: Vec<String> = case::all().iter().flat_map(|case| wrong(case, &engine)).collect();
    assert!(problems.is_empty(), "{} wrong\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn the_two_sides_of_a_case_differ_in_one_thing() {
    for case in case::all() {
        // A machine that only heats is in the same answer as one that cools.
        let one = usize::from(case.rule != Rule::HeatingOnly);
        assert_eq!(case.changes(), one, "{}", case.claim);
    }
}

#[test]
fn the_expected_numbers_lie_on_the_two_sides_of_the_limit() {
    let side = |expected: &Value| {
        let number = |name: &str| expected.get(name).and_then(Value::as_f64);
        number("value").zip(number("limit")).map(|(value, limit)| value.total_cmp(&limit))
    };
    for case in case::all() {
        // The hot end and the cold end of what a machine may run at are two limits, and so are the ends of a breaker.
        if [Rule::OperatingLimits, Rule::Breaker].contains(&case.rule) {
            continue;
        }
        if let (Some(kept), Some(broken)) = (side(&case.passes), side(&case.fails)) {
            assert!(broken.is_ne() && kept != broken, "{}", case.claim);
        }
    }
}

#[test]
fn the_figures_that_the_cases_rest_on_stand_in_the_shipped_catalogue() {
    let mut catalogue = shop::catalogue();
    let mut seen = 0;
    for case in case::all() {
        let Some((of, at, is)) = &case.figure else { continue };
        let part = shop::part(&mut catalogue, of).unwrap_or_else(|| panic!("{of} is not in the catalogue"));
        let found = part.pointer(at).unwrap_or_else(|| panic!("{of} has nothing at {at}"));
        assert!(same(found, is), "{of}{at} is {found}, not {is}");
        seen += 1;
    }
    assert!(seen > 30);
}

#[test]
fn every_rule_has_a_case() {
    let with: BTreeSet<Rule> = case::all().iter().map(|case| case.rule).collect();
    // A loss along the pipe lessens capacities and refuses nothing; `tests/system_rules` has its claim.
    for rule in Rule::ALL.into_iter().filter(|rule| *rule != Rule::LengthLoss) {
        assert!(with.contains(&rule), "{rule:?}");
    }
}
