//! How the modes of all faces answer to a step of a given length (步长响应系数).

use crate::load::conduction::Conduction;
use crate::load::heat_balance::face::{Far, Node};
use crate::num;

/// The lengths of step in use, s: an hour to find the periodic day, a quarter for the answer, and within the first quarter
/// after a start of the plant three that grow as the faces come to rest.
///
/// A plant without limit would bring the air to its set temperature at once, and the heat of the first instant would have no
/// bound that means anything. It takes the first of these steps, in which the air goes down evenly: three minutes, which is the
/// step of the reference and shorter than any machine needs.
pub(super) const STEP_KINDS: [f64; 5] = [3600.0, 900.0, 480.0, 240.0, 180.0];
/// The position of the step without end, after which everything is at rest.
pub(super) const STEADY: usize = STEP_KINDS.len();

/// The modes of all faces, one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Modes {
    pub(super) rate: Vec<f64>,
    /// What a mode sends into the room and into the far face.
    pub(super) inside: Vec<f64>,
    pub(super) outside: Vec<f64>,
    /// How far the inner and the outer face drive it. A mirrored face drives with both its sides.
    pub(super) drive_inside: Vec<f64>,
    pub(super) drive_outside: Vec<f64>,
}

impl Modes {
    /// Adds the modes of one face and returns how many there are.
    pub(super) fn push(&mut self, conduction: &Conduction, far: &Far) -> usize {
        let before = self.rate.len();
        for mode in &conduction.modes {
            let (outside, drive_inside, drive_outside) = match far {
                Far::Outdoors(_) => (mode.outside, mode.drive_inside, mode.drive_outside),
                Far::Mirror => (0.0, mode.drive_inside - mode.drive_outside, 0.0),
                Far::Held { .. } => (0.0, mode.drive_inside, 0.0),
            };
            // What a symmetric wall cannot stir from both sides at once, and what nobody feels, stays out.
            let scale = mode.drive_inside.abs().max(mode.drive_outside.abs());
            let stirred = drive_inside.abs().max(drive_outside.abs()) > 1e-9 * scale;
            let felt = mode.inside.abs() > 0.0 || outside.abs() > 0.0;
            if !stirred || !felt {
                continue;
            }
            self.rate.push(mode.rate);
            self.inside.push(mode.inside);
            self.outside.push(outside);
            self.drive_inside.push(drive_inside);
            self.drive_outside.push(drive_outside);
        }
        self.rate.len() - before
    }

    pub(super) fn len(&self) -> usize {
        self.rate.len()
    }
}

/// What one step does: flows at its end are linear in the temperatures at its end.
///
/// ```text
/// into the room   q_i = h_i + across T_o − near T_i
/// into the wall   q_o = h_o + far T_o − across T_i
/// ```
#[derive(Clone, Debug)]
pub(super) struct Response {
    /// By mode: what is left of it after the step, and what a kelvin of change at either face adds.
    pub(super) decay: Vec<f64>,
    pub(super) push_inside: Vec<f64>,
    pub(super) push_outside: Vec<f64>,
    /// By face.
    pub(super) gains: Vec<Gain>,
}

/// The coefficients of one face, W/(m² K).
#[derive(Clone, Copy, Debug)]
pub(super) struct Gain {
    pub(super) near: f64,
    pub(super) across: f64,
    pub(super) far: f64,
}

impl Response {
    pub(super) fn of(modes: &Modes, nodes: &[Node], seconds: f64) -> Self {
        let mut decay = Vec::with_capacity(modes.len());
        let mut push_inside = Vec::with_capacity(modes.len());
        let mut push_outside = Vec::with_capacity(modes.len());
        for ((rate, inside), outside) in modes.rate.iter().zip(&modes.drive_inside).zip(&modes.drive_outside)
        {
            let passed = rate * seconds;
            let left = num::exp(-passed);
            let share = (1.0 - left) / passed;
            decay.push(left);
            push_inside.push(share * inside);
            push_outside.push(share * outside);
        }
        let mut start = 0;
        let mut gains = Vec::with_capacity(nodes.len());
        for node in nodes {
            let range = start..start + node.modes;
            start += node.modes;
            let sum = |flow: &[f64], push: &[f64]| -> f64 {
                let (flow, push) = (flow.get(range.clone()), push.get(range.clone()));
                flow.into_iter().flatten().zip(push.into_iter().flatten()).map(|(a, b)| a * b).sum()
            };
            let near = sum(&modes.inside, &push_inside);
            gains.push(match node.far {
                Far::Outdoors(_) => Gain {
                    near: node.conductance + near,
                    across: node.conductance + sum(&modes.inside, &push_outside),
                    far: node.conductance + sum(&modes.outside, &push_outside),
                },
                Far::Mirror => Gain { near, across: 0.0, far: 0.0 },
                Far::Held { .. } => Gain { near: node.conductance + near, across: 0.0, far: 0.0 },
            });
        }
        Self { decay, push_inside, push_outside, gains }
    }

    /// The state that a room comes to under a drive that never changes.
    pub(super) fn steady(modes: &Modes, nodes: &[Node]) -> Self {
        let gain = |node: &Node| match node.far {
            Far::Outdoors(_) => {
                Gain { near: node.conductance, across: node.conductance, far: node.conductance }
            }
            Far::Mirror => Gain { near: 0.0, across: 0.0, far: 0.0 },
            Far::Held { .. } => Gain { near: node.conductance, across: 0.0, far: 0.0 },
        };
        let none = vec![0.0; modes.len()];
        Self {
            decay: none.clone(),
            push_inside: none.clone(),
            push_outside: none,
            gains: nodes.iter().map(gain).collect(),
        }
    }
}
