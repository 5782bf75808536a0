//! The constructions and glazings that rooms name, worked out once for all of them.

use crate::error::{Error, Fault};
use crate::load::construction::{Construction, Finish, Layer};
use crate::load::glazing::{Glass, InnerBlind};
use crate::load::space::{Fabric, Space};
use crate::project::{Project, construction};
use crate::reference::Reference;
use crate::reference::envelope::{Element, Envelope};

/// What stands behind the name of a construction that is taken the other way round; no identifier has the stroke.
pub(super) const FACE_DOWN: &str = "/faceDown";
/// What stands behind the name of a construction whose far face is behind the film of a room.
pub(super) const BEHIND_FILM: &str = "/behindFilm";

/// Adds to `fabric` what `space` of a completed project names and what is not there yet.
pub(in crate::load) fn add_fabric(
    fabric: &mut Fabric,
    space: &Space,
    project: &Project,
    reference: &Reference,
) -> Result<(), Error> {
    let envelope = reference.envelope();
    let constructions = space.surfaces.iter().map(|surface| &surface.construction);
    let furniture = space.furniture.iter().map(|furniture| &furniture.construction);
    for name in constructions.chain(furniture) {
        if !fabric.has_construction(name) {
            add_construction(fabric, name, project, envelope)?;
        }
    }
    for window in space.surfaces.iter().flat_map(|surface| &surface.windows) {
        if !fabric.has_glazing(&window.glazing) {
            add_glazing(fabric, &window.glazing, project, envelope)?;
        }
    }
    Ok(())
}

fn unknown(kind: &'static str, found: &str) -> Error {
    Error::new("rooms", Fault::UnknownReference { kind, found: found.to_owned(), suggestion: None })
}

fn add_construction(
    fabric: &mut Fabric,
    name: &str,
    project: &Project,
    envelope: &Envelope,
) -> Result<(), Error> {
    let (turned, behind_film) = match name.strip_suffix(BEHIND_FILM) {
        Some(rest) => (rest, true),
        None => (name, false),
    };
    let plain = turned.strip_suffix(FACE_DOWN).unwrap_or(turned);
    let mut own = project.constructions.iter().flatten().enumerate();
    let own = own.find(|(_, construction)| construction.name == plain);
    let within = |error: Error| match own {
        Some((index, _)) => error.within(&format!("constructions[{index}]")),
        None => error.within(plain),
    };
    let mut construction = match own {
        Some((_, own)) => of_project(own, envelope).map_err(within)?,
        None => {
            let archetype = envelope.opaque(plain).ok_or_else(|| unknown("construction", plain))?;
            Construction::of(archetype, envelope.values()).map_err(within)?
        }
    };
    if plain != turned {
        construction.layers.reverse();
    }
    if behind_film {
        let film = Layer::Resistance { resistance_m2_k_w: envelope.films().inside_m2_k_w };
        construction.layers.insert(0, film);
    }
    fabric.add_construction(name, construction).map_err(within)
}

/// A construction of the project: its layers, or an equivalent build-up of its U-value.
fn of_project(own: &construction::Construction, envelope: &Envelope) -> Result<Construction, Error> {
    let missing = |field: &str| Error::new(field, Fault::MissingField);
    let layers = match (&own.layers, own.u_w_m2_k) {
        (Some(layers), _) => layers.iter().enumerate().map(|(index, layer)| layer_of(layer, index)).collect(),
        (None, Some(u_w_m2_k)) => {
            let mass = own.mass.ok_or_else(|| missing("mass"))?;
            let element = own.element.unwrap_or(Element::Wall);
            let layers = envelope.build_up(element, mass, u_w_m2_k)?;
            layers.iter().map(Layer::of).collect()
        }
        (None, None) => Err(missing("layers")),
    };
    let finish = |side: Option<construction::Finish>, field: &str| -> Result<Finish, Error> {
        let side = side.ok_or_else(|| missing(field))?;
        let of = |name: &str, value: Option<f64>| value.ok_or_else(|| missing(&format!("{field}.{name}")));
        Ok(Finish {
            solar_absorptance: of("solarAbsorptance", side.solar_absorptance)?,
            emissivity: of("emissivity", side.emissivity)?,
        })
    };
    Ok(Construction {
        layers: layers?,
        inside: finish(own.inside, "inside")?,
        outside: finish(own.outside, "outside")?,
        roughness: own.roughness.ok_or_else(|| missing("roughness"))?.into(),
    })
}

fn layer_of(layer: &construction::Layer, index: usize) -> Result<Layer, Error> {
    let construction::Layer {
        thickness_m,
        conductivity_w_m_k,
        density_kg_m3,
        specific_heat_j_kg_k,
        resistance_m2_k_w,
    } = *layer;
    match (thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k, resistance_m2_k_w) {
        (_, _, _, _, Some(resistance_m2_k_w)) => Ok(Layer::Resistance { resistance_m2_k_w }),
        (
            Some(thickness_m),
            Some(conductivity_w_m_k),
            Some(density_kg_m3),
            Some(specific_heat_j_kg_k),
            None,
        ) => Ok(Layer::Solid { thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k }),
        _ => Err(Error::new(format!("layers[{index}]"), Fault::MissingField)),
    }
}

/// Adds a glazing by its name in the fabric: that of the glazing, and behind a stroke that of its blind.
fn add_glazing(fabric: &mut Fabric, name: &str, project: &Project, envelope: &Envelope) -> Result<(), Error> {
    let (plain, blind) = match name.split_once('/') {
        Some((plain, blind)) => (plain, Some(blind)),
        None => (name, None),
    };
    let own = project.glazings.iter().flatten().find(|glazing| glazing.name == plain);
    let glass = match own {
        Some(own) => Glass { u_value: own.u_w_m2_k, shgc: own.shgc },
        None => {
            let archetype = envelope.glazing(plain).ok_or_else(|| unknown("glazing", plain))?;
            Glass { u_value: archetype.u_w_m2_k, shgc: archetype.shgc }
        }
    };
    let blind = match blind {
        Some(blind) => {
            let blind = envelope.blind(blind).ok_or_else(|| unknown("blind", blind))?;
            Some(InnerBlind {
                transmittance: blind.transmittance,
                reflectance: blind.reflectance,
                convective_fraction: blind.convective_fraction,
            })
        }
        None => None,
    };
    fabric.glazing(name, &glass, blind.as_ref(), None)
}
