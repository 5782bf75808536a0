//! The same answers everywhere: this file runs natively in debug and release, in Node and in a browser, and every run
//! must find the length and digest that are committed.
#![cfg(feature = "data")]

#[path = "same_answer/cases.rs"]
mod cases;
#[path = "same_answer/golden.rs"]
mod golden;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const GOLDEN: &str = include_str!("golden/same_answer.txt");

#[test]
fn every_answer_is_the_committed_one() {
    let engine = cases::engine();
    let cases = cases::cases(&engine);
    assert_eq!(cases.len(), GOLDEN.lines().count(), "the golden file has another number of cases");
    for ((name, text), committed) in cases.iter().zip(GOLDEN.lines()) {
        let found = golden::line(&engine, name, text);
        if found != committed {
            let answer = cases::answer(&engine, text).map(|answer| answer.text());
            panic!(
                "the first case that differs is `{name}`\n  committed: {committed}\n  found:     {found}\n\
                 If other targets pass, this one computes differently: look for a number that did not go through\n\
                 `num`, or an order that is not fixed. If all targets fail alike, a stage, the data or the version\n\
                 changed: mint the file anew with `cargo golden`, in a commit of its own that says which number moved.\n\
                 The answer found here:\n{answer:?}"
            );
        }
    }
}

/// Of the projects most must have a total, or the digests would prove little of the prices; some must not, or they would
/// prove nothing of the rest.
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
        with_total * 5 > cases.len() * 4 && with_total + 10 < cases.len(),
        "{with_total} of {}",
        cases.len()
    );
}
