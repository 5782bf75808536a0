//! Leaping ahead between passes (Anderson 加速): what a few passes have in common is followed to its end at once.
//!
//! A tight room between thick slabs forgets only a hundredth of its error in a pass. Anderson, *Iterative procedures for
//! nonlinear integral equations*, J. ACM 12 (1965): of the last passes, the combination is taken whose changes cancel best.

use crate::load::heat_balance::cholesky::{backward, factor, forward};
use crate::load::heat_balance::network::Network;
use crate::load::heat_balance::step::State;

/// Passes that are remembered.
const REMEMBERED: usize = 4;
/// Keeps the system of combinations solvable where passes repeat each other, as a part of its diagonal.
const RIDGE: f64 = 1e-9;
/// No face or air is moved farther by a leap than this, K: beyond it the day is another day.
const FARTHEST: f64 = 8.0;
/// A change that has grown by more than this was not of the kind that was expected, and the past is forgotten.
const GROWN: f64 = 1.5;
/// The same for a change against the least so far.
const STRAYED: f64 = 3.0;
/// Conductance that turns a mode's flow into a temperature, W/(m² K): that of a face with its surroundings (ISO 6946, 1/0.13).
const FACE: f64 = 7.7;

/// What a settling day remembers of its passes.
#[derive(Debug)]
pub(super) struct Acceleration {
    /// What a unit of each number of the state is worth, K.
    weights: Vec<f64>,
    /// The square of the least change so far.
    least: f64,
    /// The last pass: its change and its end.
    last: Option<(Vec<f64>, Vec<f64>)>,
    /// Differences between passes: of the changes and of the ends.
    differences: Vec<(Vec<f64>, Vec<f64>)>,
}

impl Acceleration {
    pub(super) fn of(network: &Network) -> Self {
        let faces = network.nodes.len();
        let flows = network.modes.inside.iter().zip(&network.modes.outside);
        let modes = flows.map(|(inside, outside)| inside.abs().max(outside.abs()) / FACE);
        let weights = std::iter::repeat_n(1.0, 2 * faces + 1).chain(modes).collect();
        Self { weights, least: f64::INFINITY, last: None, differences: Vec::new() }
    }

    /// Moves `end`, to which a pass from `start` has led, to where the passes lead together.
    pub(super) fn leap(&mut self, start: &State, end: &mut State) {
        let ended = flat(end);
        let change: Vec<f64> = ended.iter().zip(flat(start)).map(|(end, start)| end - start).collect();
        if let Some((change_before, ended_before)) = self.last.take() {
            let size = self.product(&change, &change);
            let grown = size > GROWN * GROWN * self.product(&change_before, &change_before);
            if grown || size > STRAYED * STRAYED * self.least {
                self.differences.clear();
                self.least = size;
            } else {
                self.least = self.least.min(size);
                if self.differences.len() == REMEMBERED {
                    self.differences.remove(0);
                }
                self.differences.push((minus(&change, &change_before), minus(&ended, &ended_before)));
            }
        }
        let shares = self.shares(&change);
        let mut moves = vec![0.0; ended.len()];
        for (share, (_, ends)) in shares.iter().zip(&self.differences) {
            for (moved, end) in moves.iter_mut().zip(ends) {
                *moved -= share * end;
            }
        }
        let temperatures = 2 * end.temperatures.inside.len() + 1;
        let farthest = moves.iter().take(temperatures).fold(0.0_f64, |most, moved| most.max(moved.abs()));
        let part = if farthest > FARTHEST { FARTHEST / farthest } else { 1.0 };
        if farthest.is_finite() {
            let State { temperatures, modes } = end;
            let numbers = temperatures.inside.iter_mut().chain(&mut temperatures.outside);
            let numbers = numbers.chain(std::iter::once(&mut temperatures.air)).chain(modes);
            numbers.zip(&moves).for_each(|(number, moved)| *number += part * moved);
        }
        self.last = Some((change, ended));
    }

    /// How much of each difference is taken back so that the least of `change` is left.
    fn shares(&self, change: &[f64]) -> Vec<f64> {
        let size = self.differences.len();
        let mut matrix = vec![0.0; size * size];
        let mut shares = vec![0.0; size];
        for ((row, share), (own, _)) in
            matrix.chunks_exact_mut(size.max(1)).zip(&mut shares).zip(&self.differences)
        {
            for (value, (other, _)) in row.iter_mut().zip(&self.differences) {
                *value = self.product(own, other);
            }
            *share = self.product(own, change);
        }
        let diagonal: f64 = matrix.iter().step_by(size + 1).sum();
        matrix.iter_mut().step_by(size + 1).for_each(|value| *value += RIDGE * diagonal + f64::MIN_POSITIVE);
        factor(&mut matrix, size.max(1), size);
        forward(&matrix, size.max(1), size, &mut shares);
        backward(&matrix, size.max(1), size, &mut shares);
        if shares.iter().all(|share| share.is_finite()) { shares } else { vec![0.0; size] }
    }

    fn product(&self, a: &[f64], b: &[f64]) -> f64 {
        a.iter().zip(b).zip(&self.weights).map(|((a, b), weight)| a * b * weight * weight).sum()
    }
}

fn minus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

/// The state as numbers in a row: temperatures inside, outside, of the air, and the modes.
fn flat(state: &State) -> Vec<f64> {
    let State { temperatures, modes } = state;
    let faces = temperatures.inside.iter().chain(&temperatures.outside);
    faces.chain(std::iter::once(&temperatures.air)).chain(modes).copied().collect()
}
