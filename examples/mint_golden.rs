//! Writes `tests/golden/same_answer.txt` anew: `cargo golden`.
//!
//! Only after a change that is meant to move a number, and in a commit of its own that says which number and why.

#[path = "../tests/same_answer/cases.rs"]
mod cases;
#[path = "../tests/same_answer/golden.rs"]
mod golden;

fn main() -> std::io::Result<()> {
    let engine = cases::engine();
    let lines: Vec<String> =
        cases::cases(&engine).iter().map(|(name, text)| golden::line(&engine, name, text)).collect();
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/same_answer.txt");
    std::fs::write(file, lines.join("\n") + "\n")
}
