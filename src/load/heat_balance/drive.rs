//! What drives a room through a design day (逐时扰量): outdoor air and sky, sun outside and inside, gains.

use crate::climate::sky::Shading;
use crate::load::heat_balance::network::{Deposit, Far, Network};
use crate::load::space::Space;
use crate::load::weather::{DayWeather, QUARTERS, Weather};
use crate::psychrometrics::{self, AIR_HEAT_CAPACITY, VAPOUR_HEAT_CAPACITY};

/// Sun at the quarters of a day, by face: absorbed outside, W/m², and inside, W; and what blinds give to the air, W.
#[derive(Clone, Debug)]
pub(super) struct Sun {
    pub(super) outside: Vec<f64>,
    pub(super) inside: Vec<f64>,
    pub(super) convective: Vec<f64>,
}

/// Gains of people, lights and equipment by hour: to the air, to the faces, as vapour.
#[derive(Clone, Debug)]
pub(super) struct Gains {
    /// W to the air.
    pub(super) convective: [f64; 24],
    /// W of long-wave radiation.
    pub(super) radiant: [f64; 24],
    /// W of light.
    pub(super) visible: [f64; 24],
    /// W of vapour.
    pub(super) latent: [f64; 24],
}

impl Gains {
    pub(super) fn of(space: &Space) -> Self {
        let mut gains =
            Self { convective: [0.0; 24], radiant: [0.0; 24], visible: [0.0; 24], latent: [0.0; 24] };
        let (people, lights, equipment) = (&space.people, &space.lights, &space.equipment);
        let area = space.floor_area_m2;
        let hours =
            people.schedule.hours().iter().zip(lights.schedule.hours()).zip(equipment.schedule.hours());
        for (hour, ((present, lit), running)) in hours.enumerate() {
            let sensible = people.count * present * people.sensible_w;
            let light = lights.power_w_m2 * area * lit;
            let power = equipment.power_w_m2 * area * running;
            let radiant = sensible * people.radiant_fraction
                + light * lights.radiant_fraction
                + power * equipment.radiant_fraction;
            let visible = light * lights.visible_fraction;
            let vapour = power * equipment.latent_fraction;
            let slots = gains
                .convective
                .get_mut(hour)
                .zip(gains.radiant.get_mut(hour))
                .zip(gains.visible.get_mut(hour).zip(gains.latent.get_mut(hour)));
            if let Some(((to_air, to_faces), (as_light, latent))) = slots {
                *to_air = sensible + light + power - radiant - visible - vapour;
                *to_faces = radiant;
                *as_light = visible;
                *latent = people.count * present * people.latent_w + vapour;
            }
        }
        gains
    }
}

/// Adds `watts` of what `deposit` follows to the faces.
fn add(deposit: &Deposit, watts: f64, inside: &mut [f64], outside: &mut [f64], convective: &mut f64) {
    for (value, share) in inside.iter_mut().zip(&deposit.inside) {
        *value += watts * share;
    }
    for (value, share) in outside.iter_mut().zip(&deposit.outside) {
        *value += watts * share;
    }
    *convective += watts * deposit.convective;
}

impl Sun {
    /// The sun of `day` on the faces of `network`.
    pub(super) fn of(network: &Network, weather: &Weather, day: &DayWeather) -> Self {
        let faces = network.nodes.len();
        let mut sun = Self {
            outside: vec![0.0; faces * QUARTERS],
            inside: vec![0.0; faces * QUARTERS],
            convective: vec![0.0; QUARTERS],
        };
        let quarters = day
            .sky
            .iter()
            .zip(sun.outside.chunks_exact_mut(faces.max(1)))
            .zip(sun.inside.chunks_exact_mut(faces.max(1)))
            .zip(&mut sun.convective);
        let mut sunlit = vec![1.0; network.openings.len()];
        for (((sky, outside), inside), convective) in quarters {
            let Some((sun, sky)) = sky else { continue };
            for facade in &network.facades {
                let windows = sunlit.get_mut(facade.openings.clone()).unwrap_or_default();
                let wall_sunlit = match &facade.shade {
                    Some(shade) => {
                        let right = facade.right.0 * sun.east + facade.right.1 * sun.north;
                        let outward = facade.orientation.cos_incidence(sun);
                        shade.sunlit(right, outward, sun.up, windows)
                    }
                    None => {
                        windows.fill(1.0);
                        1.0
                    }
                };
                let mut own =
                    facade.opaque.and_then(|node| outside.get_mut(node).zip(network.nodes.get(node)));
                if let Some((absorbed, node)) = &mut own {
                    let shading = facade.shade.as_ref().map_or(Shading::NONE, |shade| {
                        let view = shade.wall_view();
                        Shading { sunlit: wall_sunlit, dome: view.dome, horizon: view.horizon }
                    });
                    let falls = sky.on(&facade.orientation, weather.ground_reflectance, shading);
                    let Far::Outdoors(side) = node.far else { continue };
                    **absorbed += side.absorptance * (falls.beam + falls.sky_diffuse + falls.ground_diffuse);
                }
                let openings = network.openings.get(facade.openings.clone()).unwrap_or_default();
                for (position, (opening, lit)) in openings.iter().zip(&*windows).enumerate() {
                    let shading =
                        facade.shade.as_ref().and_then(|shade| shade.window_views().nth(position)).map_or(
                            Shading::NONE,
                            |view| Shading { sunlit: *lit, dome: view.dome, horizon: view.horizon },
                        );
                    let falls = sky.on(&facade.orientation, weather.ground_reflectance, shading);
                    let area = network.nodes.get(opening.node).map_or(0.0, |node| node.area);
                    let (beam, diffuse) = (falls.beam, falls.sky_diffuse + falls.ground_diffuse);
                    let straight = opening.glazing.beam(falls.cos_incidence);
                    let scattered = opening.glazing.diffuse();
                    let pane = beam * straight.pane + diffuse * scattered.pane;
                    if let Some((out, in_)) = outside.get_mut(opening.node).zip(inside.get_mut(opening.node))
                    {
                        *out += pane / 2.0;
                        *in_ += pane / 2.0 * area;
                    }
                    let entering = area * (beam * straight.diffuse + diffuse * scattered.diffuse);
                    add(&network.on_floor, area * beam * straight.beam, inside, outside, convective);
                    add(&opening.entering, entering, inside, outside, convective);
                    let blind = area * (beam * straight.blind + diffuse * scattered.blind);
                    if blind > 0.0 {
                        let to_air = opening.glazing.blind_convective_fraction();
                        *convective += blind * to_air;
                        add(&network.radiant, blind * (1.0 - to_air), inside, outside, convective);
                    }
                }
            }
        }
        sun
    }
}

/// A step of the day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    /// The position of its length among the lengths of step.
    pub(super) kind: usize,
    /// The hour of the day it lies in, 0 to 23.
    pub(super) hour: usize,
    /// Its length in hours, which is its weight in the hour's mean.
    pub(super) hours: f64,
    /// Whether the plant runs.
    pub(super) on: bool,
    /// Whether the plant has just started.
    pub(super) start: bool,
    /// The end, in quarters of an hour since midnight.
    end: f64,
}

/// The steps of a day: every hour, or every quarter with the first quarter after a start of the plant in four.
pub(super) fn steps(on: &[bool; 24], fine: bool) -> Vec<Step> {
    let mut steps = Vec::with_capacity(128);
    let mut before = on.last().copied().unwrap_or(false);
    for (hour, on) in on.iter().copied().enumerate() {
        let starts = on && !before;
        before = on;
        #[expect(clippy::cast_precision_loss, reason = "an hour of the day")]
        let mut end = hour as f64 * 4.0;
        // (kind, quarters of an hour)
        let kinds: &[(usize, f64)] = if !fine {
            &[(0, 4.0)]
        } else if starts {
            &[(4, 0.2), (3, 4.0 / 15.0), (2, 8.0 / 15.0), (1, 1.0), (1, 1.0), (1, 1.0)]
        } else {
            &[(1, 1.0), (1, 1.0), (1, 1.0), (1, 1.0)]
        };
        for (position, (kind, quarters)) in kinds.iter().enumerate() {
            end += quarters;
            steps.push(Step {
                kind: *kind,
                hour,
                hours: quarters / 4.0,
                on,
                start: starts && position == 0,
                end,
            });
        }
    }
    steps
}

/// What drives the room, by step.
#[derive(Clone, Debug)]
pub(super) struct Drive {
    pub(super) steps: Vec<Step>,
    /// Outdoor dry bulb at the end of the step, °C.
    pub(super) air: Vec<f64>,
    /// Sky temperature, °C.
    pub(super) sky: Vec<f64>,
    /// By step and face: absorbed outside, W/m².
    pub(super) outside: Vec<f64>,
    /// By step and face: absorbed inside, W.
    pub(super) inside: Vec<f64>,
    /// To the air, W.
    pub(super) convective: Vec<f64>,
    /// Heat that infiltration carries, W/K.
    pub(super) infiltration: Vec<f64>,
    /// Outdoor dry bulb at midnight and infiltration at the start of every hour's first step.
    pub(super) midnight: f64,
}

impl Drive {
    /// The drive of no day.
    pub(super) fn empty() -> Self {
        Self {
            steps: Vec::new(),
            air: Vec::new(),
            sky: Vec::new(),
            outside: Vec::new(),
            inside: Vec::new(),
            convective: Vec::new(),
            infiltration: Vec::new(),
            midnight: 0.0,
        }
    }

    /// The drive of `day` for `steps`.
    pub(super) fn of(
        network: &Network,
        space: &Space,
        weather: &Weather,
        day: &DayWeather,
        sun: &Sun,
        gains: &Gains,
        steps: Vec<Step>,
    ) -> Self {
        let faces = network.nodes.len();
        let count = steps.len();
        let mut drive = Self {
            air: Vec::with_capacity(count),
            sky: Vec::with_capacity(count),
            outside: Vec::with_capacity(count * faces),
            inside: Vec::with_capacity(count * faces),
            convective: Vec::with_capacity(count),
            infiltration: Vec::with_capacity(count),
            midnight: day.dry_bulb.first().copied().unwrap_or(0.0),
            steps,
        };
        for step in &drive.steps {
            let air = between(&day.dry_bulb, step.end);
            drive.air.push(air);
            drive.sky.push(between(&day.sky_temperature, step.end));
            let hour = |values: &[f64; 24]| values.get(step.hour).copied().unwrap_or(0.0);
            let (radiant, visible) = (hour(&gains.radiant), hour(&gains.visible));
            // An hour's step has the mean of the hour, a shorter one its end.
            let whole_hour = step.hours > 0.99;
            let mut convective = hour(&gains.convective)
                + visible * network.even.convective
                + at(&sun.convective, 1, step.end, whole_hour).sum::<f64>();
            convective += radiant * network.radiant.convective;
            drive.convective.push(convective);
            let deposits = network.even.inside.iter().zip(&network.radiant.inside);
            let absorbed = at(&sun.inside, faces, step.end, whole_hour);
            drive.inside.extend(
                absorbed.zip(deposits).map(|(sun, (even, share))| sun + visible * even + radiant * share),
            );
            let absorbed = at(&sun.outside, faces, step.end, whole_hour);
            drive.outside.extend(absorbed.zip(&network.even.outside).map(|(sun, even)| sun + visible * even));
            let humidity = between(&day.humidity_ratio, step.end);
            let flow = infiltration_mass_flow(space, step.hour, air, humidity, weather.pressure);
            drive.infiltration.push(flow * (AIR_HEAT_CAPACITY + VAPOUR_HEAT_CAPACITY * humidity));
        }
        drive
    }
}

/// Infiltration, kg/s: room volumes an hour of outdoor air at its own density.
pub(super) fn infiltration_mass_flow(
    space: &Space,
    hour: usize,
    air: f64,
    humidity_ratio: f64,
    pressure: f64,
) -> f64 {
    let share = space.infiltration.schedule.hours().get(hour).copied().unwrap_or(0.0);
    let density = psychrometrics::density(air, humidity_ratio, pressure);
    space.infiltration.air_changes_per_h * share * space.volume_m3 / 3600.0 * density
}

/// The value at `quarter`, by a straight line between quarters.
fn between(values: &[f64], quarter: f64) -> f64 {
    at(values, 1, quarter, false).next().unwrap_or(0.0)
}

/// The row of `width` values at `quarter`, or its mean over the hour before.
fn at(values: &[f64], width: usize, quarter: f64, mean: bool) -> impl Iterator<Item = f64> + '_ {
    let below = (quarter + 1e-9).floor();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a quarter of the day, 0 to 96"
    )]
    let row = below as usize;
    let rest = (quarter - below).max(0.0);
    let slice = move |row: usize| values.get(row * width..(row + 1) * width).unwrap_or_default().iter();
    // Weights of the rows: a line between two, or the trapezoidal mean of five.
    let (first, weights) = if mean {
        (row.saturating_sub(4), [0.125, 0.25, 0.25, 0.25, 0.125])
    } else {
        (row, [1.0 - rest, rest, 0.0, 0.0, 0.0])
    };
    let last = values.len() / width.max(1);
    let weighted =
        move |offset: usize, weight: f64| (slice((first + offset).min(last.saturating_sub(1))), weight);
    let ([a, b, c, d, e], [wa, wb, wc, wd, we]) = ([0, 1, 2, 3, 4], weights);
    let (a, b) = (weighted(a, wa), weighted(b, wb));
    let (c, d, e) = (weighted(c, wc), weighted(d, wd), weighted(e, we));
    a.0.zip(b.0)
        .zip(c.0.zip(d.0).zip(e.0))
        .map(move |((va, vb), ((vc, vd), ve))| va * a.1 + vb * b.1 + vc * c.1 + vd * d.1 + ve * e.1)
}
