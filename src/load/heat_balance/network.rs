//! A room as a network of faces (热网络): what does not change through the days, worked out once a room.

use crate::climate::sky;
use crate::error::Error;
use crate::load::conduction::Conduction;
use crate::load::construction::{Construction, Roughness};
use crate::load::enclosure::{self, Face, Light, Square};
use crate::load::film::{self, Lie};
use crate::load::glazing::Glazing;
use crate::load::heat_balance::face::{Far, InnerFilm, Node, Outside, Part};
use crate::load::heat_balance::response::{Modes, Response, STEP_KINDS};
use crate::load::shade::{WallShade, check_wall};
use crate::load::space::{Boundary, Fabric, Space, Surface};

/// Stefan-Boltzmann constant, W/(m² K⁴) (CODATA 2018, rounded as in the ASHRAE Handbook).
pub(super) const STEFAN_BOLTZMANN: f64 = 5.67e-8;
/// Long-wave emissivity of bare glass on both sides (LBNL 2009; EN 673 has 0.837).
const GLASS_EMISSIVITY: f64 = 0.84;
/// Surfaces whose azimuth and tilt differ by less lie in one plane and do not see each other, degrees (the rule of the
/// reference implementation).
const ONE_PLANE_DEG: f64 = 10.0;
/// A wall of less area than this beside its windows is no wall, m².
const LEAST_AREA: f64 = 1e-4;

/// What becomes of one watt of light or radiation that is set free in the room.
#[derive(Clone, Debug, Default)]
pub(super) struct Deposit {
    /// Absorbed at the inner side of each face, W.
    pub(super) inside: Vec<f64>,
    /// Absorbed at the outer side of each face, W per m² of it.
    pub(super) outside: Vec<f64>,
    /// Given to the air at once, W.
    pub(super) convective: f64,
}

/// A window of the network.
#[derive(Clone, Debug)]
pub(super) struct Opening {
    /// The position of its face.
    pub(super) node: usize,
    pub(super) glazing: Glazing,
    /// Where diffuse light goes that enters here.
    pub(super) entering: Deposit,
}

/// A wall with what shades it and its windows.
#[derive(Clone, Debug)]
pub(super) struct Facade {
    pub(super) orientation: sky::Face,
    /// Along the wall to the right, seen from outside: east and north parts.
    pub(super) right: (f64, f64),
    pub(super) shade: Option<WallShade>,
    /// The position of the opaque face, if any is left.
    pub(super) opaque: Option<usize>,
    /// The positions of its windows among the openings.
    pub(super) openings: std::ops::Range<usize>,
}

/// The network of one room.
#[derive(Clone, Debug)]
pub(super) struct Network {
    pub(super) nodes: Vec<Node>,
    /// Long-wave exchange between faces times Stefan-Boltzmann, W/K⁴.
    pub(super) exchange: Square,
    pub(super) modes: Modes,
    /// How the modes answer to each length of step.
    pub(super) responses: Vec<Response>,
    pub(super) facades: Vec<Facade>,
    pub(super) openings: Vec<Opening>,
    /// Beam that falls on the floor, light spread evenly, long-wave radiation from people and things.
    pub(super) on_floor: Deposit,
    pub(super) even: Deposit,
    pub(super) radiant: Deposit,
}

/// What is gathered while the surfaces are walked.
struct Builder<'a> {
    fabric: &'a Fabric,
    nodes: Vec<Node>,
    faces: Vec<Face>,
    floor: Vec<bool>,
    windows: Vec<Option<Glazing>>,
    modes: Modes,
    facades: Vec<Facade>,
    openings: usize,
}

impl Network {
    pub(super) fn of(space: &Space, fabric: &Fabric) -> Result<Self, Error> {
        let mut builder = Builder {
            fabric,
            nodes: Vec::new(),
            faces: Vec::new(),
            floor: Vec::new(),
            windows: Vec::new(),
            modes: Modes::default(),
            facades: Vec::new(),
            openings: 0,
        };
        for (index, surface) in space.surfaces.iter().enumerate() {
            let plane = space.surfaces.iter().position(|other| one_plane(surface, other)).unwrap_or(index);
            builder
                .surface(index, surface, plane)
                .map_err(|error| error.within(&format!("surfaces[{index}]")))?;
        }
        if let Some(furniture) = &space.furniture {
            let (construction, conduction) = fabric
                .find_construction(&furniture.construction)
                .map_err(|error| error.within("furniture"))?;
            builder.opaque(
                Part::Furniture,
                construction,
                conduction,
                furniture.area_m2,
                None,
                Far::Mirror,
                Lie::Upright,
            );
        }
        Ok(builder.finish())
    }

    /// What the wind does at each face outdoors, W/(m² K) for a smooth face; 0 elsewhere.
    pub(super) fn forced(&self, wind_speed: f64, wind_direction: f64) -> Vec<f64> {
        let (windward, leeward) = (film::forced(wind_speed, true), film::forced(wind_speed, false));
        let at = |node: &Node| match node.far {
            Far::Outdoors(outside) => {
                let into_wind = outside.azimuth.is_none_or(|azimuth| apart(azimuth, wind_direction) <= 90.0);
                if into_wind { windward } else { leeward }
            }
            Far::Mirror | Far::Held { .. } => 0.0,
        };
        self.nodes.iter().map(at).collect()
    }
}

/// The angle between two azimuths, 0 to 180 degrees.
fn apart(a: f64, b: f64) -> f64 {
    let turn = (a - b).abs() % 360.0;
    turn.min(360.0 - turn)
}

fn level(tilt: f64) -> bool {
    !(ONE_PLANE_DEG..=180.0 - ONE_PLANE_DEG).contains(&tilt)
}

fn one_plane(a: &Surface, b: &Surface) -> bool {
    let tilted_alike = (a.tilt_deg - b.tilt_deg).abs() <= ONE_PLANE_DEG;
    tilted_alike && (level(a.tilt_deg) || apart(a.azimuth_deg, b.azimuth_deg) <= ONE_PLANE_DEG)
}

impl<'a> Builder<'a> {
    fn surface(&mut self, index: usize, surface: &Surface, plane: usize) -> Result<(), Error> {
        let (construction, conduction) = self.fabric.find_construction(&surface.construction)?;
        let places: Vec<_> = surface.windows.iter().map(|window| window.place).collect();
        check_wall(surface.width_m, surface.height_m, &places)?;
        let upright = (surface.tilt_deg - 90.0).abs() < 0.5;
        let shade = if upright && !places.is_empty() {
            Some(WallShade::of(surface.width_m, surface.height_m, &places)?)
        } else {
            None
        };
        let windows_area: f64 = places.iter().map(|place| place.width * place.height).sum();
        // Windows lie within their wall by a millimetre, and what they leave of it may be nothing.
        let net_area = surface.area_m2() - windows_area;
        let orientation = sky::Face::new(surface.azimuth_deg, surface.tilt_deg);
        let outside = |dome: f64, emissivity: f64, absorptance: f64, roughness: Roughness| {
            // The part of the sky that radiates as air does grows towards the horizon (Walton 1983).
            let to_sky = orientation.sky_view * dome * orientation.sky_view.sqrt();
            Far::Outdoors(Outside {
                absorptance,
                to_sky: emissivity * STEFAN_BOLTZMANN * to_sky,
                to_air: emissivity * STEFAN_BOLTZMANN * (1.0 - to_sky),
                roughness_factor: film::roughness_factor(roughness),
                lie: Lie::outside(surface.tilt_deg),
                azimuth: (!level(surface.tilt_deg)).then_some(surface.azimuth_deg),
            })
        };
        let far = match surface.boundary {
            Boundary::Outdoors => {
                let dome = shade.as_ref().map_or(1.0, |shade| shade.wall_view().dome);
                let finish = construction.outside;
                outside(dome, finish.emissivity, finish.solar_absorptance, construction.roughness)
            }
            Boundary::Adiabatic => Far::Mirror,
            Boundary::Held { cooling_c, heating_c } => Far::Held { cooling: cooling_c, heating: heating_c },
        };
        let opaque = (net_area >= LEAST_AREA).then_some(self.nodes.len());
        let lie = Lie::inside(surface.tilt_deg);
        if opaque.is_some() {
            self.opaque(Part::Opaque(index), construction, conduction, net_area, Some(plane), far, lie);
        }
        let first = self.openings;
        for (position, window) in surface.windows.iter().enumerate() {
            let glazing = self
                .fabric
                .find_glazing(&window.glazing)
                .map_err(|error| error.within(&format!("windows[{position}]")))?;
            let dome = shade
                .as_ref()
                .and_then(|shade| shade.window_views().nth(position))
                .map_or(1.0, |view| view.dome);
            let far = outside(dome, GLASS_EMISSIVITY, 0.0, Roughness::VerySmooth);
            let place = &window.place;
            let film =
                if upright { InnerFilm::Pane { height: place.height } } else { InnerFilm::Natural(lie) };
            let from_room = glazing.from_room();
            self.nodes.push(Node {
                part: Part::Window(index, position),
                area: place.width * place.height,
                film,
                conductance: 1.0 / glazing.pane().resistance,
                far,
                modes: 0,
            });
            self.faces.push(Face {
                area: place.width * place.height,
                emissivity: GLASS_EMISSIVITY,
                absorptance: from_room.pane + from_room.blind,
                transmittance: from_room.out,
                plane: Some(plane),
            });
            self.floor.push(false);
            self.windows.push(Some(*glazing));
            self.openings += 1;
        }
        if surface.boundary == Boundary::Outdoors {
            // Turning the outward normal a quarter anticlockwise, seen from above, gives the right hand of who faces the wall.
            let right = (-orientation.north, orientation.east);
            self.facades.push(Facade { orientation, right, shade, opaque, openings: first..self.openings });
        }
        Ok(())
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of a face, each told apart by its type")]
    fn opaque(
        &mut self,
        part: Part,
        construction: &Construction,
        conduction: &'a Conduction,
        area: f64,
        plane: Option<usize>,
        far: Far,
        lie: Lie,
    ) {
        let modes = self.modes.push(conduction, &far);
        let conductance = conduction.conductance();
        self.nodes.push(Node { part, area, film: InnerFilm::Natural(lie), conductance, far, modes });
        self.faces.push(Face {
            area,
            emissivity: construction.inside.emissivity,
            absorptance: construction.inside.solar_absorptance,
            transmittance: 0.0,
            plane,
        });
        self.floor.push(part != Part::Furniture && lie == Lie::FacingUp);
        self.windows.push(None);
    }

    fn finish(self) -> Network {
        let faces = &self.faces;
        let views = enclosure::views(faces);
        let mut exchange = enclosure::grey_exchange(faces, &views);
        exchange.values.iter_mut().for_each(|value| *value *= STEFAN_BOLTZMANN);
        let light = Light::of(faces, &views, &self.floor);
        let radiant_shares = enclosure::radiant_shares(faces);
        let radiant = Deposit {
            inside: radiant_shares.clone(),
            outside: vec![0.0; faces.len()],
            // Radiation that no face absorbs warms the air.
            convective: 1.0 - radiant_shares.iter().sum::<f64>().min(1.0),
        };
        let deposit = |absorbed: &[f64]| {
            let mut deposit = self.deposit(absorbed, &radiant_shares);
            deposit.convective += if light.untaken { 1.0 } else { 0.0 };
            deposit
        };
        let openings = self
            .windows
            .iter()
            .zip(light.entering.rows())
            .enumerate()
            .filter_map(|(node, (glazing, row))| {
                glazing.map(|glazing| Opening { node, glazing, entering: deposit(row) })
            })
            .collect();
        let mut responses: Vec<Response> =
            STEP_KINDS.iter().map(|seconds| Response::of(&self.modes, &self.nodes, *seconds)).collect();
        responses.push(Response::steady(&self.modes, &self.nodes));
        Network {
            exchange,
            responses,
            on_floor: deposit(&light.on_floor),
            even: deposit(&light.spread),
            radiant,
            openings,
            nodes: self.nodes,
            modes: self.modes,
            facades: self.facades,
        }
    }

    /// What becomes of light of which each face takes `absorbed`: a pane keeps half on each side, a blind gives part to the
    /// air and radiates the rest.
    fn deposit(&self, absorbed: &[f64], radiant_shares: &[f64]) -> Deposit {
        let mut deposit = Deposit {
            inside: vec![0.0; absorbed.len()],
            outside: vec![0.0; absorbed.len()],
            convective: 0.0,
        };
        let mut radiated = 0.0;
        for ((((watts, window), node), inside), outside) in absorbed
            .iter()
            .zip(&self.windows)
            .zip(&self.nodes)
            .zip(&mut deposit.inside)
            .zip(&mut deposit.outside)
        {
            let Some(glazing) = window else {
                *inside += watts;
                continue;
            };
            let from_room = glazing.from_room();
            let taken = from_room.pane + from_room.blind;
            let pane = if taken > 0.0 { watts * from_room.pane / taken } else { 0.0 };
            let blind = watts - pane;
            *inside += pane / 2.0;
            *outside += pane / 2.0 / node.area;
            deposit.convective += blind * glazing.blind_convective_fraction();
            radiated += blind * (1.0 - glazing.blind_convective_fraction());
        }
        deposit.inside.iter_mut().zip(radiant_shares).for_each(|(watts, share)| *watts += radiated * share);
        deposit
    }
}
