//! A build-up of a stated mass and U-value (热惰性分级): the insulation is what makes the U-value.

use super::{Element, Envelope, MaterialLayer};
use crate::boundary::from_node;
use crate::error::{Error, Fault};
use serde::Serialize;

/// The most insulation that a build-up is given, m.
const MOST_INSULATION_M: f64 = 0.4;
/// The least thickness that a layer can have in the data, m; less is no layer.
const LEAST_LAYER_M: f64 = 0.000_01;

/// How heavy a build-up is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MassClass {
    /// Boards or sheets on a frame (轻质).
    Light,
    /// Hollow blocks or a thin slab (中等).
    Medium,
    /// Concrete or solid masonry (重质).
    Heavy,
}

from_node!(
    enum MassClass {
        Light,
        Medium,
        Heavy,
    }
);

impl MassClass {
    /// The name in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Medium => "medium",
            Self::Heavy => "heavy",
        }
    }
}

/// Which elements a build-up of a class serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Wall,
    Roof,
    Floor,
}

from_node!(
    enum Part {
        Wall,
        Roof,
        Floor,
    }
);

/// Layers from outside to inside, of which one has no thickness yet.
#[derive(Clone, Debug)]
pub(super) struct ClassLayers {
    id: MassClass,
    element: Part,
    layers: Vec<MaterialLayer>,
    insulation: u32,
}

from_node!(struct ClassLayers { id, element, layers, insulation });

impl ClassLayers {
    /// The layers outside the insulation, its conductivity in W/(m K), and the layers inside it.
    fn split(&self) -> Option<(&[MaterialLayer], &MaterialLayer, f64, &[MaterialLayer])> {
        let position = usize::try_from(self.insulation).ok()?;
        let (outer, rest) = self.layers.split_at_checked(position)?;
        let (insulation, inner) = rest.split_first()?;
        Some((outer, insulation, insulation.conductivity_w_m_k?, inner))
    }

    /// Whether all layers but the insulation have a resistance, and it a conductivity and no thickness.
    fn check(&self) -> Result<(), Error> {
        let missing = |position: usize| Error::new(format!("layers[{position}]"), Fault::MissingField);
        let Some((outer, insulation, ..)) = self.split() else {
            return Err(Error::new("insulation", Fault::MissingField));
        };
        for (position, layer) in self.layers.iter().enumerate() {
            if position != outer.len() && layer.resistance().is_none() {
                return Err(missing(position));
            }
        }
        let solid = insulation.density_kg_m3.is_some() && insulation.specific_heat_j_kg_k.is_some();
        if insulation.thickness_m.is_some() || !solid { Err(missing(outer.len())) } else { Ok(()) }
    }
}

impl Envelope {
    /// Layers of `element`, outside to inside, of a mass and a U-value in W/(m² K) with the films of the data.
    ///
    /// The insulation has the thickness that makes the U-value, and is left out where it needs none. A floor of either kind has
    /// the layers of a floor, a partition those of a wall; the film outdoors is counted for all.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] at `uWM2K`, with both ends, where 0 to 0.4 m of insulation do not give the U-value;
    /// [`Fault::NotFinite`]; [`Fault::UnknownReference`] at `mass` if the data have no such build-up.
    pub fn build_up(
        &self,
        element: Element,
        mass: MassClass,
        u_w_m2_k: f64,
    ) -> Result<Vec<MaterialLayer>, Error> {
        let part = match element {
            Element::Wall | Element::Partition => Part::Wall,
            Element::Roof => Part::Roof,
            Element::InteriorFloor | Element::GroundFloor => Part::Floor,
        };
        let class = self.mass_classes.iter().find(|class| class.id == mass && class.element == part);
        let Some((outer, insulation, conductivity, inner)) = class.and_then(ClassLayers::split) else {
            let found = mass.as_str().to_owned();
            let fault = Fault::UnknownReference { kind: "mass", found, suggestion: None };
            return Err(Error::new("mass", fault));
        };
        let others: f64 = outer.iter().chain(inner).filter_map(MaterialLayer::resistance).sum();
        let bare = self.films.inside_m2_k_w + self.films.outside_m2_k_w + others;
        let lowest = 1.0 / (bare + MOST_INSULATION_M / conductivity);
        // Ends of four decimals within the range, as a project states U-values: either end can be stated as it is read.
        let (minimum, maximum) = ((lowest * 1e4).ceil() / 1e4, (1e4 / bare).floor() / 1e4);
        if !u_w_m2_k.is_finite() {
            return Err(Error::new("uWM2K", Fault::NotFinite));
        }
        if !(minimum..=maximum).contains(&u_w_m2_k) {
            let fault = Fault::OutOfRange { minimum, maximum, found: u_w_m2_k.to_string() };
            return Err(Error::new("uWM2K", fault));
        }
        let thickness = ((1.0 / u_w_m2_k - bare) * conductivity).clamp(0.0, MOST_INSULATION_M);
        let mut layers = outer.to_vec();
        if thickness >= LEAST_LAYER_M {
            layers.push(MaterialLayer { thickness_m: Some(thickness), ..insulation.clone() });
        }
        layers.extend_from_slice(inner);
        Ok(layers)
    }

    /// Whether every class is there once and can be solved.
    pub(super) fn check_classes(&self) -> Result<(), Error> {
        for (position, class) in self.mass_classes.iter().enumerate() {
            let path = format!("massClasses[{position}]");
            let earlier = self.mass_classes.iter().take(position);
            if earlier.clone().any(|other| other.id == class.id && other.element == class.element) {
                let found = class.id.as_str().to_owned();
                return Err(Error::new(path, Fault::Duplicate { found, other: "massClasses".to_owned() }));
            }
            class.check().map_err(|error| error.within(&path))?;
        }
        Ok(())
    }
}
