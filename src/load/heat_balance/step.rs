//! One step (单步平衡): coefficients, the faces' own terms, and the linear balance of all faces with the air.

use crate::load::film;
use crate::load::heat_balance::cholesky::{backward, factor, factor_row, forward};
use crate::load::heat_balance::drive::Drive;
use crate::load::heat_balance::face::{Far, InnerFilm, Node, Outside};
use crate::load::heat_balance::network::Network;

/// 0 °C in kelvin.
pub(super) const KELVIN: f64 = 273.15;

/// Temperatures of a room, °C: by face inside and outside, and of the air.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Temperatures {
    pub(super) inside: Vec<f64>,
    pub(super) outside: Vec<f64>,
    pub(super) air: f64,
}

/// What a room remembers from one step to the next.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub(super) temperatures: Temperatures,
    /// The modes of all faces.
    pub(super) modes: Vec<f64>,
}

/// What stays the same in all passes of a day.
pub(super) struct Setting<'a> {
    pub(super) network: &'a Network,
    pub(super) drive: &'a Drive,
    pub(super) set_point: f64,
    /// Heat capacity of the room's air, J/K.
    pub(super) air_capacity: f64,
    pub(super) pressure: f64,
    /// The wind at each face, W/(m² K).
    pub(super) forced: &'a [f64],
}

/// Room for the numbers of one step, so that no step asks for memory.
#[derive(Debug)]
pub(super) struct Desk {
    coefficients: Vec<Coefficient>,
    pub(super) rows: Vec<Row>,
    matrix: Vec<f64>,
    pub(super) solution: Vec<f64>,
    pub(super) estimate: Temperatures,
}

/// The coefficients of one face within a step.
#[derive(Clone, Copy, Debug, Default)]
struct Coefficient {
    /// Convection to the room's air, W/K.
    film: f64,
    /// From the outer side to the outdoor air and to the sky, W/(m² K).
    to_air: f64,
    to_sky: f64,
}

/// Which faces feel outdoor air and sky.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outdoors {
    All,
    Only(usize),
    None,
}

/// One face within a step.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Row {
    /// Convection to the air, W/K.
    film: f64,
    /// Flow into the room at 0 °C of the face, and its fall for a kelvin, W and W/K.
    source: f64,
    slope: f64,
    /// T_o = rest + follow × T_i.
    pub(super) outside_rest: f64,
    pub(super) outside_follow: f64,
}

impl Desk {
    pub(super) fn of(network: &Network) -> Self {
        let size = network.nodes.len() + 1;
        let estimate = Temperatures { inside: vec![0.0; size - 1], outside: vec![0.0; size - 1], air: 0.0 };
        Self {
            coefficients: vec![Coefficient::default(); size - 1],
            rows: vec![Row::default(); size - 1],
            matrix: vec![0.0; size * size],
            solution: vec![0.0; size],
            estimate,
        }
    }
}

pub(super) fn inner_film(node: &Node, face: f64, air: f64, pressure: f64) -> f64 {
    match node.film {
        InnerFilm::Natural(lie) => film::natural(lie, face, air),
        InnerFilm::Pane { height } => film::pane(height, face, air, pressure),
    }
}

/// Long-wave coefficient between two temperatures, K³: (T₁² + T₂²)(T₁ + T₂), exact for the difference of fourth powers.
pub(super) fn fourth_power_slope(a: f64, b: f64) -> f64 {
    let (a, b) = (a + KELVIN, b + KELVIN);
    (a * a + b * b) * (a + b)
}

/// Coefficients at the outer side of a face: with the air, convection and radiation together, and with the sky.
pub(super) fn outer_film(outside: &Outside, face: f64, air: f64, sky: f64, forced: f64) -> (f64, f64) {
    let natural = film::natural(outside.lie, face, air);
    let convection = film::outdoors(natural, forced, outside.roughness_factor);
    let to_sky = outside.to_sky * fourth_power_slope(face, sky);
    (convection + outside.to_air * fourth_power_slope(face, air), to_sky)
}

impl State {
    /// A room that has long been at its set temperature, with its outer faces at that of the outdoor air.
    pub(super) fn at_rest(network: &Network, set_point: f64, outdoors: f64) -> Self {
        let outside = |node: &Node| match node.far {
            Far::Outdoors(_) => outdoors,
            Far::Mirror => set_point,
            Far::Held { cooling, .. } => cooling,
        };
        Self {
            temperatures: Temperatures {
                inside: vec![set_point; network.nodes.len()],
                outside: network.nodes.iter().map(outside).collect(),
                air: set_point,
            },
            modes: vec![0.0; network.modes.len()],
        }
    }
}

impl Setting<'_> {
    /// Coefficients of all faces at the estimated temperatures, with outdoor air and sky as they are.
    pub(super) fn coefficients(&self, air: f64, sky: f64, desk: &mut Desk) {
        let estimate = desk.estimate.inside.iter().zip(&desk.estimate.outside);
        let faces = self.network.nodes.iter().zip(self.forced);
        for (((node, forced), (inside, outside)), coefficient) in
            faces.zip(estimate).zip(&mut desk.coefficients)
        {
            let film = node.area * inner_film(node, *inside, desk.estimate.air, self.pressure);
            let (to_air, to_sky) = match node.far {
                Far::Outdoors(side) => outer_film(&side, *outside, air, sky, *forced),
                Far::Mirror | Far::Held { .. } => (0.0, 0.0),
            };
            *coefficient = Coefficient { film, to_air, to_sky };
        }
    }

    /// The faces' own terms in this step; the modes decay by the step. Outdoor air and sky reach the faces of `outdoors`.
    #[expect(
        clippy::too_many_arguments,
        reason = "one room's state, one drive and where to write, nothing to put together"
    )]
    pub(super) fn rows(
        &self,
        kind: usize,
        before: &Temperatures,
        modes: &mut [f64],
        (air, sky): (f64, f64),
        outdoors: Outdoors,
        (sun_out, sun_in): (&[f64], &[f64]),
        desk: &mut Desk,
    ) {
        let network = self.network;
        let Some(response) = network.responses.get(kind) else { return };
        for (mode, decay) in modes.iter_mut().zip(&response.decay) {
            *mode *= decay;
        }
        let mut modes = &*modes;
        let (mut inside_of, mut outside_of) =
            (network.modes.inside.as_slice(), network.modes.outside.as_slice());
        let last = before.inside.iter().zip(&before.outside);
        let faces = network.nodes.iter().zip(&response.gains).zip(&desk.coefficients);
        let sun = sun_out.iter().zip(sun_in);
        let rows = faces.zip(last).zip(sun.zip(&mut desk.rows)).enumerate();
        for (index, ((((node, gain), coefficient), (inside, outside)), ((sun_out, sun_in), row))) in rows {
            let own = cut(&mut modes, node.modes);
            let (own_inside, own_outside) =
                (cut(&mut inside_of, node.modes), cut(&mut outside_of, node.modes));
            let mut flow_in = 0.0;
            for (mode, weight) in own.iter().zip(own_inside) {
                flow_in += mode * weight;
            }
            let conductance = node.conductance;
            let film = coefficient.film;
            *row = match node.far {
                Far::Outdoors(_) => {
                    let mut flow_out = 0.0;
                    for (mode, weight) in own.iter().zip(own_outside) {
                        flow_out += mode * weight;
                    }
                    let hi =
                        flow_in - (gain.across - conductance) * outside + (gain.near - conductance) * inside;
                    let ho =
                        flow_out - (gain.far - conductance) * outside + (gain.across - conductance) * inside;
                    let Coefficient { to_air, to_sky, .. } = *coefficient;
                    let weather = match outdoors {
                        Outdoors::All => to_air * air + to_sky * sky,
                        Outdoors::Only(face) if face == index => to_air * air + to_sky * sky,
                        Outdoors::Only(_) | Outdoors::None => 0.0,
                    };
                    let stiffness = gain.far + to_air + to_sky;
                    let rest = (sun_out + weather - ho) / stiffness;
                    let follow = gain.across / stiffness;
                    Row {
                        film,
                        source: node.area * (hi + gain.across * rest) + sun_in,
                        slope: node.area * (gain.near - gain.across * follow),
                        outside_rest: rest,
                        outside_follow: follow,
                    }
                }
                Far::Mirror => Row {
                    film,
                    source: node.area * (flow_in + gain.near * inside) + sun_in,
                    slope: node.area * gain.near,
                    outside_rest: 0.0,
                    outside_follow: 1.0,
                },
                Far::Held { .. } => {
                    let hi = flow_in + conductance * outside + (gain.near - conductance) * inside;
                    Row {
                        film,
                        source: node.area * hi + sun_in,
                        slope: node.area * gain.near,
                        outside_rest: *outside,
                        outside_follow: 0.0,
                    }
                }
            };
        }
    }

    /// The faces move on from `temperatures` to what `desk` has solved; the modes are driven by the change.
    pub(super) fn advance(
        &self,
        kind: usize,
        temperatures: &mut Temperatures,
        modes: &mut [f64],
        desk: &Desk,
    ) {
        let Some(response) = self.network.responses.get(kind) else { return };
        let mut modes = modes;
        let (mut push_inside, mut push_outside) =
            (response.push_inside.as_slice(), response.push_outside.as_slice());
        let moved = self.network.nodes.iter().zip(&desk.rows).zip(&desk.solution);
        let faces = temperatures.inside.iter_mut().zip(&mut temperatures.outside);
        for (((node, row), inside_now), (inside, outside)) in moved.zip(faces) {
            let outside_now = match node.far {
                Far::Outdoors(_) => row.outside_rest + row.outside_follow * inside_now,
                Far::Mirror => *inside_now,
                Far::Held { .. } => *outside,
            };
            let (change_inside, change_outside) = (inside_now - *inside, outside_now - *outside);
            let own = take(&mut modes, node.modes);
            let (by_inside, by_outside) =
                (cut(&mut push_inside, node.modes), cut(&mut push_outside, node.modes));
            for ((mode, by_inside), by_outside) in own.iter_mut().zip(by_inside).zip(by_outside) {
                *mode += by_outside * change_outside - by_inside * change_inside;
            }
            (*inside, *outside) = (*inside_now, outside_now);
        }
    }

    /// Lower triangle of the balances of all faces, and its Cholesky factor in place.
    pub(super) fn assemble(&self, desk: &mut Desk) {
        let size = self.network.nodes.len();
        let stride = size + 1;
        let exchange = self.network.exchange.rows();
        let temperatures = &desk.estimate.inside;
        for (index, ((row, exchange), (own, terms))) in desk
            .matrix
            .chunks_exact_mut(stride)
            .zip(exchange)
            .zip(temperatures.iter().zip(&desk.rows))
            .enumerate()
        {
            let own = own + KELVIN;
            let own_square = own * own;
            let mut sum = terms.film + terms.slope;
            for ((value, exchange), other) in row.iter_mut().zip(exchange).zip(temperatures) {
                let other = other + KELVIN;
                let conductance = exchange * (own_square + other * other) * (own + other);
                sum += conductance;
                *value = -conductance;
            }
            if let Some(diagonal) = row.get_mut(index) {
                *diagonal = sum;
            }
        }
        factor(&mut desk.matrix, stride, size);
    }
}

impl Desk {
    /// Temperatures of the faces with the air held at `air`.
    pub(super) fn solve_held(&mut self, air: f64) {
        let size = self.rows.len();
        for (value, row) in self.solution.iter_mut().zip(&self.rows) {
            *value = row.source + row.film * air;
        }
        forward(&self.matrix, size + 1, size, &mut self.solution);
        backward(&self.matrix, size + 1, size, &mut self.solution);
    }

    /// Temperatures of the faces and of the air, which has `source` W at 0 °C and gives up `slope` W/K besides to the faces.
    pub(super) fn solve_free(&mut self, source: f64, slope: f64) -> f64 {
        let size = self.rows.len();
        for (value, row) in self.solution.iter_mut().zip(&self.rows) {
            *value = row.source;
        }
        let films: f64 = self.rows.iter().map(|row| row.film).sum();
        let (above, own) = self.matrix.split_at_mut(size * (size + 1));
        for (value, row) in own.iter_mut().zip(&self.rows) {
            *value = -row.film;
        }
        if let Some(diagonal) = own.get_mut(size) {
            *diagonal = films + slope;
        }
        factor_row(above, own, size + 1, size);
        if let Some(air) = self.solution.get_mut(size) {
            *air = source;
        }
        forward(&self.matrix, size + 1, size + 1, &mut self.solution);
        backward(&self.matrix, size + 1, size + 1, &mut self.solution);
        self.solution.get(size).copied().unwrap_or(0.0)
    }

    /// What the faces give to air of `air`, W.
    pub(super) fn to_air(&self, air: f64) -> f64 {
        self.rows.iter().zip(&self.solution).map(|(row, face)| row.film * (face - air)).sum()
    }
}

/// Cuts the first `count` values off `rest`.
fn cut<'a>(rest: &mut &'a [f64], count: usize) -> &'a [f64] {
    let (own, others) = rest.split_at_checked(count).unwrap_or((rest, &[]));
    *rest = others;
    own
}

/// As [`cut`], to be written to.
fn take<'a>(rest: &mut &'a mut [f64], count: usize) -> &'a mut [f64] {
    let whole = std::mem::take(rest);
    let count = count.min(whole.len());
    let (own, others) = whole.split_at_mut(count);
    *rest = others;
    own
}
