//! The document on the example projects says what comes out today.

#[path = "load/projects.rs"]
mod projects;

#[test]
fn the_document_says_what_comes_out() {
    let (name, text) = projects::document().unwrap();
    let path = format!("{}/src/docs/{name}", env!("CARGO_MANIFEST_DIR"));
    let committed = std::fs::read_to_string(&path).unwrap();
    assert_eq!(committed, text, "run `cargo run --release --features data --example project_report`");
}
