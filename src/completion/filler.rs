//! The list of what was filled.

use crate::finding::{Assumption, Confidence};
use crate::reference::Assumed;
use crate::scalar::Scalar;

/// Fills fields and notes what it filled.
#[derive(Default)]
pub(super) struct Filler {
    pub(super) assumptions: Vec<Assumption>,
}

/// Where a value comes from, in English and in Chinese, and how far it can be trusted.
#[derive(Clone, Copy)]
pub(super) struct Origin<'a> {
    pub(super) sources: [&'a str; 2],
    pub(super) confidence: Confidence,
}

impl<'a> Origin<'a> {
    pub(super) fn of<T>(assumed: &'a Assumed<T>) -> Self {
        Self { sources: [&assumed.source, &assumed.source_zh], confidence: assumed.confidence }
    }
}

impl Filler {
    /// Notes that `value` was filled at `path`.
    pub(super) fn assume(&mut self, path: String, value: Scalar, origin: Origin<'_>) {
        let [source, source_zh] = origin.sources.map(str::to_owned);
        self.assumptions.push(Assumption { path, value, source, source_zh, confidence: origin.confidence });
    }

    /// Fills an empty field with a default of the reference data.
    pub(super) fn fill<T: Copy>(
        &mut self,
        field: &mut Option<T>,
        path: &str,
        default: &Assumed<T>,
        scalar: impl Fn(T) -> Scalar,
    ) {
        if field.is_none() {
            *field = Some(default.value);
            self.assume(path.to_owned(), scalar(default.value), Origin::of(default));
        }
    }

    /// Fills an empty number with a default of the reference data.
    pub(super) fn number(&mut self, field: &mut Option<f64>, path: &str, default: &Assumed<f64>) {
        self.fill(field, path, default, Scalar::Number);
    }

    /// Fills an empty number with what was worked out.
    pub(super) fn worked_out(&mut self, field: &mut Option<f64>, path: &str, value: f64, origin: Origin<'_>) {
        if field.is_none() {
            *field = Some(value);
            self.assume(path.to_owned(), Scalar::Number(value), origin);
        }
    }

    /// Fills an empty name.
    pub(super) fn name(&mut self, field: &mut Option<String>, path: &str, name: &str, origin: Origin<'_>) {
        if field.is_none() {
            *field = Some(name.to_owned());
            self.assume(path.to_owned(), Scalar::from(name), origin);
        }
    }
}
