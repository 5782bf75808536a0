//! Envelope data (围护结构数据): typical build-ups and glazings by age and climate zone, and the rule that chooses among them.
//!
//! A part of the reference data; everything in it names its source. The load floor turns a build-up into a
//! [`Construction`](crate::load::construction::Construction).

mod archetype;
mod build_up;
mod choice;
pub(super) mod shape;

pub use archetype::{Blind, Element, FaceRoughness, GlazingArchetype, MaterialLayer, OpaqueArchetype};
pub use build_up::MassClass;
pub use choice::{Chosen, ChosenGlazing, Floor};

use super::{Assumed, Zone};
use crate::boundary::from_node;
use crate::error::{Error, Fault};
use crate::finding::Confidence;

/// The largest difference between the U-value of the layers and that of the table, as a part of it.
const U_TOLERANCE: f64 = 0.002;

/// The envelope data.
#[derive(Clone, Debug)]
pub struct Envelope {
    films: Films,
    values: Values,
    opaque: Vec<OpaqueArchetype>,
    glazings: Vec<GlazingArchetype>,
    blinds: Vec<Blind>,
    mass_classes: Vec<build_up::ClassLayers>,
    window_limits: Vec<WindowLimit>,
    opaque_rules: Vec<OpaqueRule>,
    glazing_ladder: Vec<String>,
    glazing_rules: Vec<GlazingRule>,
}

from_node!(struct Envelope {
    films,
    values,
    opaque,
    glazings,
    blinds,
    mass_classes,
    window_limits,
    opaque_rules,
    glazing_ladder,
    glazing_rules,
});

/// Surface resistances (表面换热阻) that the U-values of build-ups hold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Films {
    /// Of the face in the room, m² K/W.
    pub inside_m2_k_w: f64,
    /// Of the face outdoors, m² K/W.
    pub outside_m2_k_w: f64,
}

from_node!(struct Films { inside_m2_k_w, outside_m2_k_w });

/// What build-ups have in common, and what is assumed of one that nobody describes.
#[derive(Clone, Debug)]
pub struct Values {
    /// The year of a building whose age nobody states.
    pub building_year: Assumed<i32>,
    /// Share of sunlight that faces in the room absorb, 0 to 1.
    pub inside_solar_absorptance: Assumed<f64>,
    /// Share of sunlight that the face outdoors absorbs where no build-up says it, 0 to 1.
    pub outside_solar_absorptance: Assumed<f64>,
    /// Emissivity of all faces, 0 to 1.
    pub emissivity: Assumed<f64>,
    /// Roughness of the face outdoors where no build-up says it, and where that of the build-ups comes from.
    pub roughness: Assumed<FaceRoughness>,
}

from_node!(struct Values {
    building_year,
    inside_solar_absorptance,
    outside_solar_absorptance,
    emissivity,
    roughness,
});

/// The limits of a standard on windows (外窗限值).
#[derive(Clone, Debug, PartialEq)]
pub struct WindowLimit {
    /// The document.
    pub standard: String,
    /// Where it holds.
    pub zones: Vec<Zone>,
    /// Class of building: `A`, `B` or `all`.
    pub class: String,
    /// Condition on surface over volume, if it has one.
    pub shape: Option<String>,
    /// The glazing ratio is above this; a band from 0 holds 0 as well.
    pub ratio_above: f64,
    /// The glazing ratio is at most this.
    pub ratio_to: f64,
    /// The highest U-value, W/(m² K).
    pub u_w_m2_k: f64,
    /// The highest solar heat gain coefficient in the east, south and west.
    pub shgc: Option<f64>,
    /// The highest solar heat gain coefficient in the north.
    pub shgc_north: Option<f64>,
}

from_node!(struct WindowLimit {
    standard,
    zones,
    class,
    shape,
    ratio_above,
    ratio_to,
    u_w_m2_k,
    shgc,
    shgc_north,
});

#[derive(Clone, Debug)]
struct OpaqueRule {
    element: Element,
    zones: Vec<Zone>,
    built_from: Option<i32>,
    built_to: Option<i32>,
    archetype: String,
    source: String,
    source_zh: String,
    confidence: Confidence,
}

from_node!(struct OpaqueRule {
    element,
    zones or Vec::new(),
    built_from,
    built_to,
    archetype,
    source,
    source_zh,
    confidence,
});

#[derive(Clone, Debug)]
struct GlazingRule {
    zones: Vec<Zone>,
    built_from: Option<i32>,
    built_to: Option<i32>,
    archetype: Option<String>,
    standard: Option<String>,
    class: Option<String>,
    shape: Option<String>,
    zone_as: Vec<ZonePair>,
    source: String,
    source_zh: String,
    confidence: Confidence,
}

from_node!(struct GlazingRule {
    zones or Vec::new(),
    built_from,
    built_to,
    archetype,
    standard,
    class,
    shape,
    zone_as or Vec::new(),
    source,
    source_zh,
    confidence,
});

#[derive(Clone, Copy, Debug)]
struct ZonePair {
    zone: Zone,
    substitute: Zone,
}

from_node!(struct ZonePair { zone, substitute as "as" });

impl Envelope {
    /// Whether the parts of the data fit together.
    ///
    /// # Errors
    /// [`Fault::Duplicate`] for an identifier, [`Fault::MissingField`] for a layer that is neither a material nor an air gap,
    /// [`Fault::OutOfRange`] for a U-value that is not that of its layers and for a blind that gives back more than it gets, [`Fault::UnknownReference`] for a rule that chooses what
    /// is not there.
    pub(super) fn check(&self) -> Result<(), Error> {
        super::index("opaque", self.opaque.iter().map(|archetype| &archetype.id))?;
        super::index("glazings", self.glazings.iter().map(|glazing| &glazing.id))?;
        super::index("blinds", self.blinds.iter().map(|blind| &blind.id))?;
        self.check_classes()?;
        for (position, blind) in self.blinds.iter().enumerate() {
            let (minimum, maximum) = (0.0, crate::num::quantise(1.0 - blind.transmittance, 4));
            if blind.reflectance > maximum {
                let found = blind.reflectance.to_string();
                let path = format!("blinds[{position}].reflectance");
                return Err(Error::new(path, Fault::OutOfRange { minimum, maximum, found }));
            }
        }
        for (position, archetype) in self.opaque.iter().enumerate() {
            check_u_value(archetype, &self.films)
                .map_err(|error| error.within(&format!("opaque[{position}]")))?;
        }
        self.check_rules()
    }

    /// Surface resistances that the U-values of build-ups hold.
    #[must_use]
    pub fn films(&self) -> Films {
        self.films
    }

    /// What build-ups have in common.
    #[must_use]
    pub fn values(&self) -> &Values {
        &self.values
    }

    /// Every build-up, in the file's order.
    #[must_use]
    pub fn opaque_archetypes(&self) -> &[OpaqueArchetype] {
        &self.opaque
    }

    /// The build-up `id`, or `None`.
    #[must_use]
    pub fn opaque(&self, id: &str) -> Option<&OpaqueArchetype> {
        self.opaque.iter().find(|archetype| archetype.id == id)
    }

    /// Every glazing, in the file's order.
    #[must_use]
    pub fn glazing_archetypes(&self) -> &[GlazingArchetype] {
        &self.glazings
    }

    /// The glazing `id`, or `None`.
    #[must_use]
    pub fn glazing(&self, id: &str) -> Option<&GlazingArchetype> {
        self.glazings.iter().find(|glazing| glazing.id == id)
    }

    /// Every blind, in the file's order.
    #[must_use]
    pub fn blinds(&self) -> &[Blind] {
        &self.blinds
    }

    /// The blind `id`, or `None`.
    #[must_use]
    pub fn blind(&self, id: &str) -> Option<&Blind> {
        self.blinds.iter().find(|blind| blind.id == id)
    }

    /// Every limit on windows, in the file's order.
    #[must_use]
    pub fn window_limits(&self) -> &[WindowLimit] {
        &self.window_limits
    }
}

fn check_u_value(archetype: &OpaqueArchetype, films: &Films) -> Result<(), Error> {
    let mut total = films.inside_m2_k_w + films.outside_m2_k_w;
    for (position, layer) in archetype.layers.iter().enumerate() {
        let resistance = layer.resistance();
        total += resistance.ok_or_else(|| Error::new(format!("layers[{position}]"), Fault::MissingField))?;
    }
    let expected = 1.0 / total;
    for (field, found) in [("uWM2K", archetype.u_w_m2_k), ("printedUWM2K", archetype.printed_u_w_m2_k)] {
        let (minimum, maximum) = (expected * (1.0 - U_TOLERANCE), expected * (1.0 + U_TOLERANCE));
        if found < minimum || found > maximum {
            let found = found.to_string();
            return Err(Error::new(field, Fault::OutOfRange { minimum, maximum, found }));
        }
    }
    Ok(())
}
