//! Writes `src/docs/projects.md`, what the example projects come to:
//! `cargo run --release --features data --example project_report`
//!
//! After a change that moves a load or a default; `tests/project_documents.rs` holds the committed file against what this writes.

#[path = "../tests/load/projects.rs"]
mod projects;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (name, text) = projects::document()?;
    std::fs::write(format!("{}/src/docs/{name}", env!("CARGO_MANIFEST_DIR")), &text)?;
    print!("{text}");
    Ok(())
}
