//! How a pane's transmittance and reflectance change with the angle of incidence (LBNL 2009).
//!
//! Ten fitted curves stand for ten kinds of glazing. Between the ranges of U and SHGC for which they hold they are
//! blended; blending is linear in the coefficients, so it is done once and one evaluation is two polynomials.

/// A curve: the coefficients of c, c², c³, c⁴ of the transmittance's factor t, then those of 1, c, c², c³, c⁴ of the sum
/// t + r, with c the cosine of the angle of incidence.
type Curve = [f64; 9];

// The curves A to J of LBNL 2009, fits of the angular factors of real glazing systems.
const A: Curve = [3.36, -3.85, 1.49, 0.01, 1.0, -0.70, 2.57, -3.20, 1.33];
const B: Curve = [2.83, -2.42, 0.04, 0.55, 1.0, -1.87, 6.50, -7.86, 3.23];
const C: Curve = [2.45, -1.58, -0.64, 0.77, 1.0, -2.52, 8.40, -9.86, 3.99];
const D: Curve = [2.85, -2.58, 0.40, 0.35, 1.0, -1.85, 6.40, -7.64, 3.11];
const E: Curve = [1.51, 2.49, -5.87, 2.88, 1.0, -1.57, 5.60, -6.82, 2.80];
#[expect(clippy::approx_constant, reason = "a fitted 3.14, not the number of the circle")]
const F: Curve = [1.21, 3.14, -6.37, 3.03, 1.0, -3.15, 10.98, -13.14, 5.32];
const G: Curve = [1.09, 3.54, -6.84, 3.23, 1.0, -3.25, 11.32, -13.54, 5.49];
const H: Curve = [0.98, 3.83, -7.13, 3.33, 1.0, -3.39, 11.70, -13.94, 5.64];
const I: Curve = [0.79, 3.93, -6.86, 3.15, 1.0, -4.06, 13.55, -15.74, 6.27];
const J: Curve = [0.08, 6.02, -8.84, 3.74, 1.0, -4.35, 14.27, -16.32, 6.39];

/// Between these U-values, W/(m²·K), the curves of triple give way to those of double glazing (LBNL 2009).
const TRIPLE_TO_DOUBLE: (f64, f64) = (1.4195, 1.7034);
/// Between these U-values, W/(m²·K), the curves of double give way to those of single glazing (LBNL 2009).
const DOUBLE_TO_SINGLE: (f64, f64) = (3.4068, 4.5424);

/// 0 up to the first bound, 1 from the second on, linear between.
pub(super) fn ramp(x: f64, (low, high): (f64, f64)) -> f64 {
    ((x - low) / (high - low)).clamp(0.0, 1.0)
}

/// `from` at share 0, `to` at share 1, linear between.
fn blend(from: Curve, to: Curve, share: f64) -> Curve {
    let mut blended = from;
    for (coefficient, to) in blended.iter_mut().zip(to) {
        *coefficient = *coefficient * (1.0 - share) + to * share;
    }
    blended
}

/// The mean of four curves.
fn mean(one: Curve, two: Curve, three: Curve, four: Curve) -> Curve {
    blend(blend(one, two, 0.5), blend(three, four, 0.5), 0.5)
}

/// The curves of one window, as `t` and `t + r`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Angular {
    transmitted: [f64; 4],
    both: [f64; 5],
}

impl Angular {
    /// The curves of a window with this U-value, W/(m²·K), and SHGC: linear in SHGC, then linear in U.
    pub(super) fn of(u_value: f64, shgc: f64) -> Self {
        let triple = blend(J, E, ramp(shgc, (0.35, 0.45)));
        let coated = blend(blend(F, H, 0.5), mean(F, G, H, I), ramp(shgc, (0.25, 0.30)));
        let double = blend(coated, E, ramp(shgc, (0.50, 0.55)));
        let tinted = blend(D, mean(B, C, D, D), ramp(shgc, (0.30, 0.35)));
        let single = blend(tinted, A, ramp(shgc, (0.60, 0.65)));
        let insulating = blend(triple, double, ramp(u_value, TRIPLE_TO_DOUBLE));
        let [t1, t2, t3, t4, b0, b1, b2, b3, b4] = blend(insulating, single, ramp(u_value, DOUBLE_TO_SINGLE));
        Self { transmitted: [t1, t2, t3, t4], both: [b0, b1, b2, b3, b4] }
    }

    /// The factors t and r at the cosine of incidence `c`, 0 to 1.
    pub(super) fn at(&self, c: f64) -> (f64, f64) {
        let [t1, t2, t3, t4] = self.transmitted;
        let [b0, b1, b2, b3, b4] = self.both;
        let t = c * (t1 + c * (t2 + c * (t3 + c * t4)));
        let both = b0 + c * (b1 + c * (b2 + c * (b3 + c * b4)));
        (t, both - t)
    }

    /// The factors t and r of diffuse light: twice the integral of the factor times c over c from 0 to 1, which is the
    /// hemispherical mean, exactly.
    pub(super) fn diffuse(&self) -> (f64, f64) {
        let [t1, t2, t3, t4] = self.transmitted;
        let [b0, b1, b2, b3, b4] = self.both;
        let t = 2.0 * (t1 / 3.0 + t2 / 4.0 + t3 / 5.0 + t4 / 6.0);
        let both = 2.0 * (b0 / 2.0 + b1 / 3.0 + b2 / 4.0 + b3 / 5.0 + b4 / 6.0);
        (t, both - t)
    }
}
