//! What is wrong with a request: one [`Error`], made of problems with stable code, path and parameters.
//!
//! An error says that the question could not be read. That nothing in the catalogue fits a room, or that a price is
//! missing, is no error: it is a [`Finding`](crate::finding::Finding) in the answer.

pub use crate::fault::Fault;

use crate::scalar::Scalar;
use std::collections::BTreeMap;
use std::fmt;

/// The most problems that one [`Error`] lists.
pub const MOST_PROBLEMS: usize = 100;

/// The parameters of a problem or a finding, by name.
pub type Params = BTreeMap<String, Scalar>;

/// Parameters of a list. Inserted one by one: collecting would compile a sort of its own for every length of list.
pub(crate) fn params(list: Vec<(&str, Scalar)>) -> Params {
    let mut params = Params::new();
    for (name, value) in list {
        params.insert(name.to_owned(), value);
    }
    params
}

/// One fault and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where, as `rooms[0].areaM2`; empty for the request itself.
    pub path: String,
    /// What.
    pub fault: Fault,
}

/// Why a request could not be answered: at least one problem, at most [`MOST_PROBLEMS`].
///
/// # Example
/// ```
/// # #[cfg(feature = "json")] {
/// use tonnage::project::Project;
/// let error = Project::from_json(br#"{"site":{"city":"Wuhan"},"rooms":[]}"#).unwrap_err();
/// assert_eq!((error.code(), error.path()), ("missing_field", "rooms"));
/// # }
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    first: Problem,
    rest: Vec<Problem>,
    more: bool,
}

impl Error {
    /// An error of one problem.
    #[must_use]
    pub fn new(path: impl Into<String>, fault: Fault) -> Self {
        Self { first: Problem { path: path.into(), fault }, rest: Vec::new(), more: false }
    }

    /// An error of several problems, or `Ok` if there are none.
    ///
    /// # Errors
    /// With the first [`MOST_PROBLEMS`] of them if there is one.
    pub fn from_problems(problems: Vec<Problem>) -> Result<(), Self> {
        let more = problems.len() > MOST_PROBLEMS;
        let mut problems = problems.into_iter().take(MOST_PROBLEMS);
        match problems.next() {
            None => Ok(()),
            Some(first) => Err(Self { first, rest: problems.collect(), more }),
        }
    }

    /// The stable code of the first problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.first.fault.code()
    }

    /// The path of the first problem.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.first.path
    }

    /// All problems found, the first first.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        std::iter::once(&self.first).chain(&self.rest)
    }

    /// Whether there were more problems than are listed.
    #[must_use]
    pub fn has_more(&self) -> bool {
        self.more
    }

    /// The same error for a value that stands at `prefix` of a larger request.
    #[must_use]
    pub fn within(mut self, prefix: &str) -> Self {
        for problem in std::iter::once(&mut self.first).chain(&mut self.rest) {
            problem.path = match problem.path.as_str() {
                "" => prefix.to_owned(),
                path if path.starts_with('[') => format!("{prefix}{path}"),
                path => format!("{prefix}.{path}"),
            };
        }
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.first.path.is_empty() {
            write!(formatter, "{}: ", self.first.path)?;
        }
        write!(formatter, "{}", self.first.fault)?;
        match (self.rest.len(), self.more) {
            (0, _) => Ok(()),
            (rest, false) => write!(formatter, " (and {rest} more)"),
            (rest, true) => write!(formatter, " (and more than {rest} more)"),
        }
    }
}

impl std::error::Error for Error {}
