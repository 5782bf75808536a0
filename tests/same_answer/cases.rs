//! The cases of the determinism test: the example projects, and generated ones that reach every use and every field.

mod generate;

use tonnage::boundary::canonical::Answer;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::{Engine, demo};

/// How many projects are generated.
pub(crate) const GENERATED: u32 = 240;

const EXAMPLES: [(&str, &str); 5] = [
    ("smallest", include_str!("../projects/smallest.json")),
    ("wuhan_shop", include_str!("../projects/wuhan_shop.json")),
    ("shanghai_bank", include_str!("../projects/shanghai_bank.json")),
    ("foshan_factory", include_str!("../projects/foshan_factory.json")),
    ("engineer", include_str!("../projects/engineer.json")),
];

/// A case by its name: its project as JSON text.
pub(crate) fn cases(engine: &Engine) -> Vec<(String, String)> {
    let examples = EXAMPLES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let generated =
        (0..GENERATED).map(|number| (format!("generated-{number:03}"), generate::project(engine, number)));
    examples.chain(generated).collect()
}

/// The answer of a case.
pub(crate) fn answer(engine: &Engine, text: &str) -> Result<Answer, tonnage::Error> {
    let (at, _) = engine.demo_instant()?;
    let project = Project::from_json(text.as_bytes())?;
    engine.propose(&project, &Customer::default(), at)?.answer()
}

/// The engine of the demo data.
#[expect(clippy::panic, reason = "without its data a test has nothing to say")]
pub(crate) fn engine() -> Engine {
    match demo::engine() {
        Ok(engine) => engine,
        Err(error) => panic!("the demo data cannot be read: {error}"),
    }
}
