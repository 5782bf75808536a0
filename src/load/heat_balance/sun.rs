//! The sun on and in a room through a day (太阳辐射得热): absorbed outside, entering, and where it ends.

use crate::climate::sky::Shading;
use crate::load::heat_balance::face::Far;
use crate::load::heat_balance::network::{Deposit, Network};
use crate::load::weather::{DayWeather, QUARTERS, Weather};

/// Sun at the quarters of a day, by face: absorbed outside, W/m², and inside, W; and what blinds give to the air, W.
#[derive(Clone, Debug)]
pub(super) struct Sun {
    pub(super) outside: Vec<f64>,
    pub(super) inside: Vec<f64>,
    pub(super) convective: Vec<f64>,
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
    /// The sun of `day` on the faces of `network`, or on that of the position `only`.
    pub(super) fn of(network: &Network, weather: &Weather, day: &DayWeather, only: Option<usize>) -> Self {
        let wanted = |node: usize| only.is_none_or(|only| only == node);
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
                let mut own = facade
                    .opaque
                    .filter(|node| wanted(*node))
                    .and_then(|node| outside.get_mut(node).zip(network.nodes.get(node)));
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
                    if !wanted(opening.node) {
                        continue;
                    }
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
