//! The form of the golden file.

use tonnage::Error;
use tonnage::boundary::canonical::Answer;

/// One line of the golden file: name, length of the canonical text, digest; or the code of the refusal.
pub(crate) fn line(name: &str, answer: &Result<Answer, Error>) -> String {
    match answer {
        Ok(answer) => format!("{name} {} {}", answer.text().len(), answer.digest()),
        Err(error) => format!("{name} refused {} {}", error.code(), error.path()),
    }
}
