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

/// Of the generated projects most must be answered, or the digests would prove little.
#[test]
fn most_generated_projects_are_answered_in_full() {
    let total = u32::try_from(GOLDEN.lines().count()).unwrap_or(0);
    let refused =
        u32::try_from(GOLDEN.lines().filter(|line| line.contains(" refused ")).count()).unwrap_or(total);
    assert!(refused * 20 < total, "{refused} of {total} are refused");
}
