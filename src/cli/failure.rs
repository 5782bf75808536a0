//! Why the command line gives no answer, and its exit codes.

use std::process::ExitCode;
use tonnage::Error;

/// Exit code of an answer that had to leave something out: no system for a room, no price for a line, or a product that is refused.
pub(crate) const INCOMPLETE: u8 = 4;
/// Exit code of a request that was refused.
const REFUSED: u8 = 3;
/// Exit code of a file that could not be read or written. (2 is clap's, for wrong arguments.)
const FILES: u8 = 5;

#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    #[error("{0}")]
    Refused(Error),
    #[error("cannot read `{file}`: {error}")]
    Unreadable { file: String, error: std::io::Error },
    #[error("cannot write: {0}")]
    Unwritable(std::io::Error),
    #[error("no such schema")]
    Schema,
}

impl Failure {
    /// One line a problem on standard error: `tonnage: [code] path: message`.
    pub(crate) fn print(&self) {
        let Self::Refused(error) = self else {
            eprintln!("tonnage: {self}");
            return;
        };
        for problem in error.problems() {
            let path = if problem.path.is_empty() { "" } else { problem.path.as_str() };
            let colon = if path.is_empty() { "" } else { ": " };
            let message = problem.fault.to_string();
            eprintln!("tonnage: [{}] {}{colon}{}", problem.fault.code(), harmless(path), harmless(&message));
        }
        if error.has_more() {
            eprintln!("tonnage: there are more problems");
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Refused(_) | Self::Schema => REFUSED.into(),
            Self::Unreadable { .. } | Self::Unwritable(_) => FILES.into(),
        }
    }
}

/// Text of a request without the control characters that would forge a line or colour a terminal.
fn harmless(text: &str) -> String {
    let shown = |letter: char| if letter.is_control() { '\u{fffd}' } else { letter };
    text.chars().map(shown).collect()
}
