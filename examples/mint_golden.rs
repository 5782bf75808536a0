//! Writes `tests/golden/same_answer.txt` anew: `cargo golden`.
//!
//! Only after a change that is meant to move a number, and in a commit of its own that says which number and why.

#[path = "../tests/same_answer/cases.rs"]
mod cases;
#[path = "../tests/same_answer/golden.rs"]
mod golden;
#[path = "../tests/same_answer/loads.rs"]
mod loads;
#[path = "../tests/load/cases.rs"]
mod rooms;

fn main() -> std::io::Result<()> {
    let engine = cases::engine();
    let projects =
        cases::cases(&engine).into_iter().map(|(name, text)| (name, cases::answer(&engine, &text)));
    let lines: Vec<String> =
        projects.chain(loads::loads()).map(|(name, answer)| golden::line(&name, &answer)).collect();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/same_answer.txt");
    std::fs::write(file, lines.join("\n") + "\n")
}
