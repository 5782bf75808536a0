//! The walls, roof and floor of the physical model.

use super::fabric::{BEHIND_FILM, FACE_DOWN};
use super::{missing, windows};
use crate::completion::{Plan, azimuth_of};
use crate::error::{Error, Fault};
use crate::load::space::{Boundary, MOST_FACES, Surface};
use crate::project::envelope::SeasonTemperatures;
use crate::project::{Above, Below, Beside, Room, SurfaceBoundary};
use crate::reference::Reference;
use crate::reference::envelope::Element;

/// The angle between the outward normal and the zenith, degrees.
const ROOF_DEG: f64 = 0.0;
const WALL_DEG: f64 = 90.0;
const FLOOR_DEG: f64 = 180.0;
/// The longest wall that one surface stands for, m.
const LONGEST_M: f64 = 500.0;
/// The least length of wall that is not what rounding leaves of a façade, m.
const SHORTEST_M: f64 = 0.05;

/// The surfaces of a completed room.
pub(super) fn surfaces(room: &Room, reference: &Reference, height_m: f64) -> Result<Vec<Surface>, Error> {
    let (field, made) = match &room.surfaces {
        Some(_) => ("surfaces", stated(room)?),
        None => ("facades", derived(room, reference, height_m)?),
    };
    let windows = made.iter().map(|surface| surface.windows.len()).sum::<usize>();
    if made.len() + windows + usize::from(room.furniture.is_some()) > MOST_FACES {
        return Err(Error::new(field, Fault::TooManyItems { maximum: crate::num::count(MOST_FACES) }));
    }
    Ok(made)
}

fn held(temperatures: Option<&SeasonTemperatures>, field: &str) -> Result<Boundary, Error> {
    let temperatures = temperatures.ok_or_else(|| missing(field))?;
    Ok(Boundary::Held {
        cooling_c: temperatures.cooling_c.ok_or_else(|| missing(&format!("{field}.coolingC")))?,
        heating_c: temperatures.heating_c.ok_or_else(|| missing(&format!("{field}.heatingC")))?,
    })
}

fn unconditioned(room: &Room) -> Result<Boundary, Error> {
    held(room.unconditioned.as_ref(), "unconditioned")
}

fn ground(room: &Room) -> Result<Boundary, Error> {
    held(room.ground.as_ref(), "ground")
}

fn stated(room: &Room) -> Result<Vec<Surface>, Error> {
    let mut made = Vec::new();
    for (index, surface) in room.surfaces.iter().flatten().enumerate() {
        let (boundary, construction) = match surface.boundary {
            SurfaceBoundary::Outdoors => (Boundary::Outdoors, surface.construction.clone()),
            SurfaceBoundary::Conditioned => (Boundary::Adiabatic, surface.construction.clone()),
            SurfaceBoundary::Ground => (ground(room)?, surface.construction.clone()),
            SurfaceBoundary::Unconditioned => {
                (unconditioned(room)?, format!("{}{BEHIND_FILM}", surface.construction))
            }
        };
        let windows = windows::stated(&surface.windows, None, surface.width_m, surface.height_m)
            .map_err(|error| error.within(&format!("surfaces[{index}]")))?;
        made.push(Surface {
            name: surface.name.clone(),
            boundary,
            azimuth_deg: surface.azimuth_deg,
            tilt_deg: surface.tilt_deg,
            width_m: surface.width_m,
            height_m: surface.height_m,
            construction,
            windows,
        });
    }
    Ok(made)
}

/// The surfaces of a room of façades, with what is above, below and beside.
fn derived(room: &Room, reference: &Reference, height_m: f64) -> Result<Vec<Surface>, Error> {
    let plan = Plan::of(room);
    let mut made = Vec::new();
    let mut outside_m = 0.0;
    for (index, facade) in room.facades.iter().flatten().enumerate() {
        let name = format!("facades[{index}]");
        let wall = || -> Result<Surface, Error> {
            let width_m = facade.width_m.ok_or_else(|| missing("widthM"))?;
            Ok(Surface {
                name: name.clone(),
                boundary: Boundary::Outdoors,
                azimuth_deg: azimuth_of(facade).ok_or_else(|| missing("facing"))?,
                tilt_deg: WALL_DEG,
                width_m,
                height_m,
                construction: facade.construction.clone().ok_or_else(|| missing("construction"))?,
                windows: windows::of_facade(facade, width_m, height_m)?,
            })
        };
        let wall = wall().map_err(|error| error.within(&name))?;
        outside_m += wall.width_m;
        made.push(wall);
    }
    made.push(above(room, reference, &plan)?);
    made.push(below(room, &plan)?);
    made.extend(beside(room, plan.perimeter_m() - outside_m, height_m)?);
    Ok(made)
}

fn flat(name: &str, boundary: Boundary, tilt_deg: f64, plan: &Plan, construction: String) -> Surface {
    Surface {
        name: name.to_owned(),
        boundary,
        azimuth_deg: 0.0,
        tilt_deg,
        width_m: plan.along_m,
        height_m: plan.across_m,
        construction,
        windows: Vec::new(),
    }
}

fn above(room: &Room, reference: &Reference, plan: &Plan) -> Result<Surface, Error> {
    let construction = room.above_construction.as_deref().ok_or_else(|| missing("aboveConstruction"))?;
    // A floor of the data has its tiles inside; seen from below it is the other way round.
    let archetype = reference.envelope().opaque(construction);
    let turned = archetype.is_some_and(|archetype| archetype.element == Element::InteriorFloor);
    let seen = if turned { format!("{construction}{FACE_DOWN}") } else { construction.to_owned() };
    let (boundary, construction) = match room.above.ok_or_else(|| missing("above"))? {
        Above::Roof => (Boundary::Outdoors, seen),
        Above::Conditioned => (Boundary::Adiabatic, seen),
        Above::Unconditioned => (unconditioned(room)?, format!("{seen}{BEHIND_FILM}")),
    };
    Ok(flat("above", boundary, ROOF_DEG, plan, construction))
}

fn below(room: &Room, plan: &Plan) -> Result<Surface, Error> {
    let construction = room.below_construction.clone().ok_or_else(|| missing("belowConstruction"))?;
    let (boundary, construction) = match room.below.ok_or_else(|| missing("below"))? {
        Below::Ground => (ground(room)?, construction),
        Below::Conditioned => (Boundary::Adiabatic, construction),
        Below::Unconditioned => (unconditioned(room)?, format!("{construction}{BEHIND_FILM}")),
        Below::Outdoors => (Boundary::Outdoors, construction),
    };
    Ok(flat("below", boundary, FLOOR_DEG, plan, construction))
}

/// The walls that are no façades, of `length_m` in all.
fn beside(room: &Room, length_m: f64, height_m: f64) -> Result<Vec<Surface>, Error> {
    let construction = room.beside_construction.as_deref().ok_or_else(|| missing("besideConstruction"))?;
    let (boundary, construction) = match room.beside.ok_or_else(|| missing("beside"))? {
        Beside::Conditioned => (Boundary::Adiabatic, construction.to_owned()),
        Beside::Unconditioned => (unconditioned(room)?, format!("{construction}{BEHIND_FILM}")),
    };
    let mut made = Vec::new();
    let mut left = length_m;
    while left > SHORTEST_M {
        let width_m = left.min(LONGEST_M);
        left -= width_m;
        made.push(Surface {
            name: "beside".to_owned(),
            boundary,
            azimuth_deg: 0.0,
            tilt_deg: WALL_DEG,
            width_m,
            height_m,
            construction: construction.clone(),
            windows: Vec::new(),
        });
    }
    Ok(made)
}
