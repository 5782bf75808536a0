//! The form of the golden file.

use super::cases;
use tonnage::Engine;

/// One line of the golden file: name, length of the canonical text, digest; or the code of the refusal.
pub(crate) fn line(engine: &Engine, name: &str, text: &str) -> String {
    match cases::answer(engine, text) {
        Ok(answer) => format!("{name} {} {}", answer.text().len(), answer.digest()),
        Err(error) => format!("{name} refused {} {}", error.code(), error.path()),
    }
}
