//! The same answers everywhere: this file runs natively in debug and release, in Node and in a browser, and every run
//! must find the length and digest that are committed.
#![cfg(feature = "data")]

#[path = "same_answer/cases.rs"]
mod cases;
#[path = "same_answer/golden.rs"]
mod golden;
#[path = "same_answer/loads.rs"]
mod loads;
#[path = "load/cases.rs"]
mod rooms;

use tonnage::Error;
use tonnage::boundary::canonical::Answer;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const GOLDEN: &str = include_str!("golden/same_answer.txt");

/// How many of the lines of the golden file are loads; they stand last.
const LOADS: usize = 48;

fn assert_committed(cases: Vec<(String, Result<Answer, Error>)>, committed: Vec<&str>) {
    assert_eq!(cases.len(), committed.len(), "the golden file has another number of cases");
    for ((name, answer), committed) in cases.into_iter().zip(committed) {
        let found = golden::line(&name, &answer);
        assert!(
            found == committed,
            "the first case that differs is `{name}`\n  committed: {committed}\n  found:     {found}\n\
             If other targets pass, this one computes differently: look for a number that did not go through\n\
             `num`, or an order that is not fixed. If all targets fail alike, a stage, the data or the version\n\
             changed: mint the file anew with `cargo golden`, in a commit of its own that says which number moved.\n\
             The answer found here:\n{:?}",
            answer.map(|answer| answer.text()),
        );
    }
}

#[test]
fn every_answer_is_the_committed_one() {
    let engine = cases::engine();
    let answers = cases::cases(&engine).into_iter().map(|(name, text)| (name, cases::answer(&engine, &text)));
    let projects = GOLDEN.lines().count().saturating_sub(LOADS);
    assert_committed(answers.collect(), GOLDEN.lines().take(projects).collect());
}

#[test]
fn every_load_of_a_reference_room_is_the_committed_one() {
    let projects = GOLDEN.lines().count().saturating_sub(LOADS);
    assert_committed(loads::loads(), GOLDEN.lines().skip(projects).collect());
}

/// Of the projects three quarters must have a total, or the digests would prove little of the prices; some must not, or they
/// would prove nothing of the rest. What has none was drawn with a wish, a request, a ventilator or a spare unit that nothing meets.
#[test]
fn most_projects_are_answered_in_full() {
    let engine = cases::engine();
    let total = |text: &String| {
        let answer = cases::answer(&engine, text).map(|answer| answer.text());
        answer.is_ok_and(|text| text.contains("\"total\":\""))
    };
    let cases = cases::cases(&engine);
    let with_total = cases.iter().filter(|(_, text)| total(text)).count();
    assert!(
        with_total * 4 > cases.len() * 3 && with_total + 10 < cases.len(),
        "{with_total} of {}",
        cases.len()
    );
}
