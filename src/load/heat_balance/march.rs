//! One pass through a day (逐步推进): at every step all faces and the air are brought into balance together.
//!
//! The balances of a step are linear once its film and radiation coefficients are known. Those are taken at the temperatures that
//! the step had in the pass before (in the first pass at those of the step before), so that one symmetric system a step is
//! enough and the coefficients converge together with the day.

use crate::load::heat_balance::step::{Desk, Outdoors, Setting, State, inner_film};

/// The temperatures at the end of every step at which the next pass takes its coefficients.
#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    /// By step and face.
    pub(super) inside: Vec<f64>,
    pub(super) outside: Vec<f64>,
    /// By step.
    pub(super) air: Vec<f64>,
    /// Whether the plant held the air at the end of the day.
    pub(super) held: bool,
    /// Whether a pass has filled it.
    pub(super) full: bool,
}

/// What the plant, the gains, the faces and infiltration did to the air, W as means of the hours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Hours {
    pub(super) plant: [f64; 24],
    pub(super) gains: [f64; 24],
    pub(super) faces: [f64; 24],
    pub(super) infiltration: [f64; 24],
    /// What the air itself kept.
    pub(super) storage: [f64; 24],
    /// Temperature of the air, °C.
    pub(super) air: [f64; 24],
}
impl Setting<'_> {
    /// Goes through the day from `state`, which becomes that at its end.
    pub(super) fn pass(&self, state: &mut State, memory: &mut Memory, desk: &mut Desk) -> Hours {
        let network = self.network;
        let faces = network.nodes.len();
        let mut hours = Hours {
            plant: [0.0; 24],
            gains: [0.0; 24],
            faces: [0.0; 24],
            infiltration: [0.0; 24],
            storage: [0.0; 24],
            air: [0.0; 24],
        };
        let steps = self.drive.steps.len();
        if memory.air.len() != steps {
            *memory = Memory {
                inside: vec![0.0; faces * steps],
                outside: vec![0.0; faces * steps],
                air: vec![0.0; steps],
                held: false,
                full: false,
            };
        }
        let drive = self.drive;
        let full = memory.full;
        // What the step before left: whether the air was held, what faces and infiltration gave, outdoor air. The day before
        // ended as this one will.
        let mut held_before = full && memory.held;
        let mut faces_before = self.faces_to_held_air(&state.temperatures.inside);
        let mut infiltration_before =
            drive.infiltration.first().copied().unwrap_or(0.0) * (drive.midnight - self.set_point);
        let rows = drive
            .steps
            .iter()
            .zip(drive.air.iter().zip(&drive.sky))
            .zip(drive.outside.chunks_exact(faces).zip(drive.inside.chunks_exact(faces)))
            .zip(drive.convective.iter().zip(&drive.infiltration))
            .zip(memory.inside.chunks_exact_mut(faces).zip(memory.outside.chunks_exact_mut(faces)))
            .zip(&mut memory.air);
        for (
            ((((step, (air, sky)), (sun_out, sun_in)), (convective, infiltration)), (own_in, own_out)),
            own_air,
        ) in rows
        {
            let before = &mut state.temperatures;
            // Temperatures at which the coefficients are taken.
            if full {
                desk.estimate.inside.copy_from_slice(own_in);
                desk.estimate.outside.copy_from_slice(own_out);
                desk.estimate.air = *own_air;
            } else {
                desk.estimate.inside.copy_from_slice(&before.inside);
                desk.estimate.outside.copy_from_slice(&before.outside);
                desk.estimate.air = if step.on { self.set_point } else { before.air };
            }
            self.coefficients(*air, *sky, desk);
            self.rows(
                step.kind,
                before,
                &mut state.modes,
                (*air, *sky),
                Outdoors::All,
                (sun_out, sun_in),
                desk,
            );
            self.assemble(desk);
            let seconds = step.hours * 3600.0;
            let storing = self.air_capacity / seconds;
            let mut is_held = false;
            if step.on {
                desk.solve_held(self.set_point);
                let given = desk.to_air(self.set_point);
                let carried = infiltration * (air - self.set_point);
                let stored = storing * (self.set_point - before.air);
                is_held = convective + given + carried - stored >= 0.0;
            }
            let air_now = if is_held {
                self.set_point
            } else {
                let source = convective + infiltration * air + storing * before.air;
                desk.solve_free(source, infiltration + storing)
            };
            let given = desk.to_air(air_now);
            let carried = infiltration * (air - air_now);
            // Means over the step: between its ends where the air is held all along or brought down by the plant, else those
            // of the end, as which the free air is solved.
            let (mean_faces, mean_infiltration) = if is_held && (held_before || step.start) {
                (f64::midpoint(faces_before, given), f64::midpoint(infiltration_before, carried))
            } else {
                (given, carried)
            };
            let kept = storing * (air_now - before.air);
            let plant = if is_held { convective + mean_faces + mean_infiltration - kept } else { 0.0 };
            add(&mut hours.plant, step.hour, plant * step.hours);
            add(&mut hours.gains, step.hour, convective * step.hours);
            add(&mut hours.faces, step.hour, mean_faces * step.hours);
            add(&mut hours.infiltration, step.hour, mean_infiltration * step.hours);
            add(&mut hours.storage, step.hour, kept * step.hours);
            add(&mut hours.air, step.hour, air_now * step.hours);
            (held_before, faces_before, infiltration_before) = (is_held, given, carried);
            self.advance(step.kind, before, &mut state.modes, desk);
            before.air = air_now;
            let part = if full { RELAXED } else { 1.0 };
            blend(own_in, &before.inside, part);
            blend(own_out, &before.outside, part);
            *own_air += part * (air_now - *own_air);
        }
        (memory.full, memory.held) = (true, held_before);
        hours
    }

    /// What the faces give to air that has just been brought to its set temperature, W.
    fn faces_to_held_air(&self, inside: &[f64]) -> f64 {
        self.network
            .nodes
            .iter()
            .zip(inside)
            .map(|(node, face)| {
                let film = inner_film(node, *face, self.set_point, self.pressure);
                node.area * film * (face - self.set_point)
            })
            .sum()
    }
}

/// The part of a pass's temperatures that enters those at which the next takes its coefficients. Steep coefficients overshoot:
/// a film by a third, radiation of very hot faces by as much as it should move, which would go on for ever.
const RELAXED: f64 = 0.8;

/// Moves `values` by `part` of the way to `towards`.
fn blend(values: &mut [f64], towards: &[f64], part: f64) {
    for (value, towards) in values.iter_mut().zip(towards) {
        *value += part * (towards - *value);
    }
}

fn add(hours: &mut [f64; 24], hour: usize, value: f64) {
    if let Some(sum) = hours.get_mut(hour) {
        *sum += value;
    }
}
