//! A published curve: a polynomial of one or two variables within the range that it was fitted on.

use super::table::Miss;
use crate::boundary::from_node;
use serde::Serialize;

/// The form of a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CurveForm {
    /// a + bx + cx².
    Quadratic,
    /// a + bx + cx² + dx³.
    Cubic,
    /// a + bx + cx² + dy + ey² + fxy.
    Biquadratic,
}

from_node!(
    enum CurveForm {
        Quadratic,
        Cubic,
        Biquadratic,
    }
);

/// A curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    pub(crate) form: CurveForm,
    pub(crate) coefficients: Vec<f64>,
    pub(crate) x: Variable,
    pub(crate) y: Option<Variable>,
}

from_node!(struct Curve { form, coefficients, x, y });

/// A variable of a curve and the range that the curve holds in.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    pub(crate) name: String,
    pub(crate) from: f64,
    pub(crate) to: f64,
    /// What it is divided by before the polynomial, so that coefficients need no more than six decimals.
    pub(crate) per: f64,
}

from_node!(struct Variable { name, from, to, per or 1.0 });

impl Variable {
    /// The value as the polynomial takes it.
    fn of(&self, value: f64) -> Result<f64, Miss> {
        if (self.from..=self.to).contains(&value) {
            return Ok(value / self.per);
        }
        let axis = self.name.clone().into();
        Err(Miss::Outside { axis, value, minimum: self.from, maximum: self.to })
    }
}

impl Curve {
    /// The curve at `x` and `y`; a curve of one variable leaves `y` aside.
    ///
    /// # Errors
    /// [`Miss::Outside`] beyond the range that it was fitted on.
    pub fn at(&self, x: f64, y: f64) -> Result<f64, Miss> {
        let x = self.x.of(x)?;
        let y = match &self.y {
            Some(variable) => variable.of(y)?,
            None => 0.0,
        };
        let terms = match self.form {
            CurveForm::Quadratic => [1.0, x, x * x, 0.0, 0.0, 0.0],
            CurveForm::Cubic => [1.0, x, x * x, x * x * x, 0.0, 0.0],
            CurveForm::Biquadratic => [1.0, x, x * x, y, y * y, x * y],
        };
        Ok(self.coefficients.iter().zip(terms).map(|(coefficient, term)| coefficient * term).sum())
    }

    /// Whether form, number of coefficients and variables belong together, under these names of the variables.
    pub(super) fn is_of(&self, x: &str, y: Option<&str>) -> bool {
        let (coefficients, two) = match self.form {
            CurveForm::Quadratic => (3, false),
            CurveForm::Cubic => (4, false),
            CurveForm::Biquadratic => (6, true),
        };
        let named = self.y.as_ref().map(|variable| variable.name.as_str()) == y && self.x.name == x;
        let ranges = [Some(&self.x), self.y.as_ref()];
        let rising =
            ranges.into_iter().flatten().all(|variable| variable.from < variable.to && variable.per > 0.0);
        named && rising && self.coefficients.len() == coefficients && self.y.is_some() == two
    }
}
