//! Heat through layers (非稳态导热): the exact normal modes of a construction, found once and kept.
//!
//! Between two faces at temperatures T_i (inside) and T_o (outside) the temperature of a wall is its steady profile plus a
//! sum of modes, each of which dies away at its own rate λ and is driven by the faces' rates of change:
//!
//! ```text
//! dz/dt = −λ z + g_o dT_o/dt − g_i dT_i/dt
//! into the room      q_i = (T_o − T_i) / R + Σ g_i z
//! into the wall      q_o = (T_o − T_i) / R + Σ g_o z
//! ```
//!
//! λ are the eigenvalues of the layered heat equation with both faces held (Carslaw and Jaeger, *Conduction of Heat in
//! Solids*, 2nd ed., sections 2.14 and 14.1; Sturm-Liouville theory gives that they are real, simple and complete). For
//! faces that change linearly within a step the modes are exact for any length of step, so one construction serves
//! long steps and short ones. Modes faster than fifty seconds are put together at each face, and from face to face, into
//! one whose weight and rate give the first two moments that they have together. The moments
//! are known exactly from the expansion of the layers' transmission matrices for slow changes.

use crate::error::{Error, Fault};
use crate::load::construction::Layer;
use crate::num;
use std::f64::consts::PI;

/// Modes that die away faster than in fifty seconds are put together, 1/s.
const FASTEST_RATE: f64 = 0.02;
/// No mode is faster than this, 1/s: within a second everything has followed.
const FASTEST_REST: f64 = 1.0;
/// The most modes of one construction; a massive wall has 20, one metre of brick 90.
const MOST_MODES: usize = 600;
/// Newton steps for one eigenvalue; the phase is nearly linear in √λ, so three or four are enough.
const MOST_STEPS: u32 = 60;

/// One mode.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Mode {
    /// Rate of decay λ, 1/s.
    pub(crate) rate: f64,
    /// What it gives to the flow at the inner and at the outer face.
    pub(crate) inside: f64,
    pub(crate) outside: f64,
    /// How far the faces drive it: as far as it gives to them, for a normal mode.
    pub(crate) drive_inside: f64,
    pub(crate) drive_outside: f64,
}

impl Mode {
    fn normal(rate: f64, inside: f64, outside: f64) -> Self {
        Self { rate, inside, outside, drive_inside: inside, drive_outside: outside }
    }
}

/// The response of a construction to the temperatures of its faces, for a square metre.
#[derive(Clone, Debug, PartialEq)]
pub struct Conduction {
    /// Resistance from face to face, m² K/W.
    pub(crate) resistance: f64,
    /// The modes, slowest first.
    pub(crate) modes: Vec<Mode>,
}

/// A layer as the equations see it, from inside to outside.
#[derive(Clone, Copy)]
struct Slab {
    resistance: f64,
    capacity: f64,
}

impl Conduction {
    /// Finds the modes of `layers`, given from outside to inside.
    ///
    /// # Example
    /// ```
    /// use tonnage::load::{conduction::Conduction, construction::Layer};
    /// let brick = Layer::Solid { thickness_m: 0.24, conductivity_w_m_k: 0.81, density_kg_m3: 1800.0, specific_heat_j_kg_k: 1050.0 };
    /// let air = Layer::Resistance { resistance_m2_k_w: 0.15 };
    /// assert!((Conduction::of(&[brick, air])?.conductance() - 1.0 / (0.24 / 0.81 + 0.15)).abs() < 1e-12);
    /// # Ok::<(), tonnage::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Fault::TooManyItems`] at `layers` if the construction is so thick that it has more than 600 modes slower than
    /// fifty seconds.
    pub fn of(layers: &[Layer]) -> Result<Self, Error> {
        let slabs: Vec<Slab> = layers
            .iter()
            .rev()
            .map(|layer| Slab { resistance: layer.resistance(), capacity: layer.capacity() })
            .collect();
        let resistance: f64 = slabs.iter().map(|slab| slab.resistance).sum();
        let [inside, across, outside] = Moments::of(&slabs);
        // Σ√(RC), the time for heat to cross in the sense of the highest modes: the n-th eigenvalue is near (nπ/Στ)².
        let crossing: f64 = slabs.iter().map(|slab| (slab.resistance * slab.capacity).sqrt()).sum();
        let mut modes: Vec<Mode> = Vec::new();
        let (mut last, mut spacing) = (0.0_f64, PI / crossing.max(1e-9));
        let highest = FASTEST_RATE.sqrt();
        let mut target = 0.0;
        while target < 1e9 {
            target += PI;
            let Some((root, shot)) = eigenvalue(&slabs, target, last, spacing, highest) else { break };
            if modes.len() >= MOST_MODES {
                let maximum = num::count(MOST_MODES);
                return Err(Error::new("layers", Fault::TooManyItems { maximum }));
            }
            let rate = root * root;
            let scale = 1.0 / (shot.norm * rate).sqrt();
            modes.push(Mode::normal(rate, scale, shot.flow * scale));
            if last > 0.0 {
                spacing = root - last;
            }
            last = root;
        }
        let inside_rest = inside.without(&modes, |mode| mode.inside * mode.inside);
        let outside_rest = outside.without(&modes, |mode| mode.outside * mode.outside);
        let across_rest = across.without(&modes, |mode| mode.inside * mode.outside);
        modes.extend(inside_rest.mode().map(|(rate, g)| Mode::normal(rate, g, 0.0)));
        modes.extend(outside_rest.mode().map(|(rate, g)| Mode::normal(rate, 0.0, g)));
        if let Some((rate, g)) = across_rest.mode() {
            // Driven from one face and felt at the other, both ways.
            let felt = if across_rest.first < 0.0 { -g } else { g };
            let none = Mode { rate, inside: 0.0, outside: 0.0, drive_inside: 0.0, drive_outside: 0.0 };
            modes.push(Mode { inside: felt, drive_outside: g, ..none });
            modes.push(Mode { outside: felt, drive_inside: g, ..none });
        }
        Ok(Self { resistance, modes })
    }

    /// Conductance from face to face, W/(m² K).
    #[must_use]
    pub fn conductance(&self) -> f64 {
        1.0 / self.resistance
    }
}

/// Σw/λ and Σw/λ² over modes of weights w.
#[derive(Clone, Copy)]
struct Moments {
    first: f64,
    second: f64,
}

/// The first three terms of a power series in the Laplace variable.
type Series = [f64; 3];

fn product([a0, a1, a2]: Series, [b0, b1, b2]: Series) -> Series {
    [a0 * b0, a0 * b1 + a1 * b0, a0 * b2 + a1 * b1 + a2 * b0]
}

fn sum([a0, a1, a2]: Series, [b0, b1, b2]: Series) -> Series {
    [a0 + b0, a1 + b1, a2 + b2]
}

impl Moments {
    /// The moments of all modes for the inner face, from face to face and for the outer face.
    ///
    /// The face-to-face matrix of a slab is (cosh x, R sinh x / x; x sinh x / R, cosh x) with x² = sRC (Carslaw and
    /// Jaeger, section 3.7); with A, B, D those of the wall, the responses are A/B, 1/B and D/B, and each is
    /// 1/R + s Σw/λ − s² Σw/λ² + ….
    fn of(slabs: &[Slab]) -> [Self; 3] {
        let (mut a, mut b): (Series, Series) = ([1.0, 0.0, 0.0], [0.0; 3]);
        let (mut c, mut d): (Series, Series) = ([0.0; 3], [1.0, 0.0, 0.0]);
        for slab in slabs {
            let (r, x) = (slab.resistance, slab.resistance * slab.capacity);
            let cosh = [1.0, x / 2.0, x * x / 24.0];
            let across = [r, r * x / 6.0, r * x * x / 120.0];
            let along = [0.0, slab.capacity, slab.capacity * x / 6.0];
            // The slab is put on the outside of those before it.
            let (a_before, b_before) = (a, b);
            a = sum(product(cosh, a), product(across, c));
            b = sum(product(cosh, b), product(across, d));
            c = sum(product(along, a_before), product(cosh, c));
            d = sum(product(along, b_before), product(cosh, d));
        }
        [a, [1.0, 0.0, 0.0], d].map(|over| {
            let ([b0, b1, b2], [n0, n1, n2]) = (b, over);
            let q0 = n0 / b0;
            let q1 = (n1 - q0 * b1) / b0;
            let q2 = (n2 - q0 * b2 - q1 * b1) / b0;
            Self { first: q1, second: -q2 }
        })
    }

    /// What is left without `modes`.
    fn without(self, modes: &[Mode], weight: impl Fn(&Mode) -> f64) -> Self {
        modes.iter().fold(self, |rest, mode| {
            let first = weight(mode) / mode.rate;
            Self { first: rest.first - first, second: rest.second - first / mode.rate }
        })
    }

    /// Rate and coupling of the one mode that has these moments; `None` where nothing is left to it.
    fn mode(self) -> Option<(f64, f64)> {
        // Where rounding has left moments of two signs, what is left follows at once.
        let rate = if self.first * self.second > 0.0 { self.first / self.second } else { FASTEST_REST };
        let rate = rate.clamp(FASTEST_RATE, FASTEST_REST);
        let coupling = (self.first.abs() * rate).sqrt();
        (coupling > 0.0 && coupling.is_finite()).then_some((rate, coupling))
    }
}

/// What comes out of the wall when temperature 0 and heat flow 1 are sent into it from inside.
struct Shot {
    /// The phase of (flow, temperature) at the far face, which passes nπ at the n-th eigenvalue and grows with λ.
    phase: f64,
    /// The heat flow at the far face.
    flow: f64,
    /// ∫ c T² through the wall.
    norm: f64,
    /// d(phase)/dλ.
    slope: f64,
}

/// Sends a shot through `slabs` at √λ = `root` (Prüfer's transformation, which cannot miss an eigenvalue).
///
/// Half turns of the phase are counted from the phase itself and never from the sign of a temperature, which near an
/// eigenvalue is only rounding.
fn shoot(slabs: &[Slab], root: f64) -> Shot {
    let (mut temperature, mut flow, mut norm) = (0.0_f64, 1.0_f64, 0.0_f64);
    // The phase is `half_turns` π + `angle`; `sign` is −1 after an odd number of half turns.
    let (mut half_turns, mut angle, mut sign, mut admittance) = (0.0_f64, 0.0_f64, 1.0_f64, 1.0_f64);
    for slab in slabs {
        let before = temperature;
        let phase = root * (slab.resistance * slab.capacity).sqrt();
        if phase < 1e-5 {
            // The slab stores next to nothing: its profile is straight.
            temperature = before + slab.resistance * flow;
            norm +=
                slab.capacity * (before * before + before * temperature + temperature * temperature) / 3.0;
            angle = num::atan2(temperature * sign * admittance, flow * sign);
            if angle < 0.0 {
                angle += PI;
                half_turns += 1.0;
                sign = -sign;
            }
            continue;
        }
        admittance = root * (slab.capacity / slab.resistance).sqrt();
        angle = num::atan2((before * sign * admittance).max(0.0), flow * sign) + phase;
        let (sine, cosine) = num::sin_cos(phase);
        let swing = flow / admittance;
        temperature = before * cosine + swing * sine;
        flow = flow * cosine - before * admittance * sine;
        let wave = sine * cosine / phase;
        norm += slab.capacity
            * 0.5
            * (before * before * (1.0 + wave)
                + swing * swing * (1.0 - wave)
                + 2.0 * before * swing * sine * sine / phase);
        let turns = (angle / PI).floor();
        half_turns += turns;
        angle -= turns * PI;
        if turns % 2.0 > 0.5 {
            sign = -sign;
        }
    }
    let scaled = temperature * admittance;
    let phase = half_turns * PI + angle;
    Shot { phase, flow, norm, slope: admittance * norm / (flow * flow + scaled * scaled) }
}

/// √λ at which the phase is `target`, if below `highest`; `last` is a lower bound and `spacing` a first guess from there.
fn eigenvalue(slabs: &[Slab], target: f64, last: f64, spacing: f64, highest: f64) -> Option<(f64, Shot)> {
    let mut low = last;
    let mut high = f64::INFINITY;
    let mut root = last + spacing;
    for _ in 0..MOST_STEPS {
        let shot = shoot(slabs, root);
        let miss = target - shot.phase;
        if miss > 0.0 {
            low = root;
            if low >= highest {
                return None;
            }
        } else {
            high = root;
        }
        // Newton in λ, written for √λ; outside the bracket, halve it or leap on.
        let step = miss / (2.0 * root * shot.slope);
        if step.abs() <= 1e-12 * root {
            return (root <= highest).then_some((root, shot));
        }
        let next = root + step;
        root = if next > low && next < high {
            next
        } else if high.is_finite() {
            f64::midpoint(low, high)
        } else {
            low + 2.0 * spacing
        };
    }
    let shot = shoot(slabs, root);
    (root <= highest).then_some((root, shot))
}

#[cfg(test)]
mod tests;
