//! What walls, roofs, floors and furniture are made of: layers and finishes (围护结构).

use crate::error::{Error, Fault};
use crate::reference::envelope::{FaceRoughness, MaterialLayer, OpaqueArchetype, Values};

/// The most layers of one construction.
pub const MOST_LAYERS: usize = 40;

/// One layer of a construction (材料层).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Layer {
    /// A material that stores heat.
    Solid {
        /// Thickness, m: 0.00001 to 5.
        thickness_m: f64,
        /// Thermal conductivity (导热系数), W/(m K): 0.001 to 500.
        conductivity_w_m_k: f64,
        /// Density, kg/m³: 0.1 to 20,000.
        density_kg_m3: f64,
        /// Specific heat (比热容), J/(kg K): 50 to 10,000.
        specific_heat_j_kg_k: f64,
    },
    /// A resistance without heat capacity, such as an air gap (空气层), m² K/W: 0.0001 to 50.
    Resistance {
        /// Thermal resistance (热阻), m² K/W.
        resistance_m2_k_w: f64,
    },
}

impl Layer {
    /// Thermal resistance, m² K/W.
    #[must_use]
    pub fn resistance(&self) -> f64 {
        match *self {
            Self::Solid { thickness_m, conductivity_w_m_k, .. } => thickness_m / conductivity_w_m_k,
            Self::Resistance { resistance_m2_k_w } => resistance_m2_k_w,
        }
    }

    /// Heat capacity of a square metre, J/(m² K).
    #[must_use]
    pub fn capacity(&self) -> f64 {
        match *self {
            Self::Solid { thickness_m, density_kg_m3, specific_heat_j_kg_k, .. } => {
                thickness_m * density_kg_m3 * specific_heat_j_kg_k
            }
            Self::Resistance { .. } => 0.0,
        }
    }

    fn check(&self) -> Result<(), Error> {
        match *self {
            Self::Solid { thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k } => {
                within("thicknessM", thickness_m, 0.000_01, 5.0)?;
                within("conductivityWMK", conductivity_w_m_k, 0.001, 500.0)?;
                within("densityKgM3", density_kg_m3, 0.1, 20_000.0)?;
                within("specificHeatJKgK", specific_heat_j_kg_k, 50.0, 10_000.0)
            }
            Self::Resistance { resistance_m2_k_w } => {
                within("resistanceM2KW", resistance_m2_k_w, 0.000_1, 50.0)
            }
        }
    }
}

/// What a face does with sun and long-wave radiation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finish {
    /// Share of sunlight absorbed (太阳辐射吸收系数), 0 to 1.
    pub solar_absorptance: f64,
    /// Emissivity for long-wave radiation (发射率), 0 to 1.
    pub emissivity: f64,
}

impl Finish {
    fn check(&self) -> Result<(), Error> {
        within("solarAbsorptance", self.solar_absorptance, 0.0, 1.0)?;
        within("emissivity", self.emissivity, 0.0, 1.0)
    }
}

/// How rough an outdoor face is, which governs what the wind does there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Roughness {
    /// Stucco.
    VeryRough,
    /// Brick.
    Rough,
    /// Concrete.
    MediumRough,
    /// Clear pine.
    MediumSmooth,
    /// Smooth plaster.
    Smooth,
    /// Glass.
    VerySmooth,
}

/// A construction: layers from outside to inside and its two finishes.
#[derive(Clone, Debug, PartialEq)]
pub struct Construction {
    /// Layers from outside to inside.
    pub layers: Vec<Layer>,
    /// The face towards the room.
    pub inside: Finish,
    /// The face outdoors; used only where the construction has one.
    pub outside: Finish,
    /// The roughness of the face outdoors.
    pub roughness: Roughness,
}

impl From<FaceRoughness> for Roughness {
    fn from(face: FaceRoughness) -> Self {
        match face {
            FaceRoughness::VeryRough => Self::VeryRough,
            FaceRoughness::Rough => Self::Rough,
            FaceRoughness::MediumRough => Self::MediumRough,
            FaceRoughness::MediumSmooth => Self::MediumSmooth,
            FaceRoughness::Smooth => Self::Smooth,
            FaceRoughness::VerySmooth => Self::VerySmooth,
        }
    }
}

impl Layer {
    /// The layer of the envelope data.
    ///
    /// # Errors
    /// [`Fault::MissingField`] for one that is neither a material nor an air gap.
    pub fn of(layer: &MaterialLayer) -> Result<Self, Error> {
        let MaterialLayer { thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k, .. } =
            *layer;
        match (thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k) {
            (
                Some(thickness_m),
                Some(conductivity_w_m_k),
                Some(density_kg_m3),
                Some(specific_heat_j_kg_k),
            ) => Ok(Self::Solid { thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k }),
            _ => layer
                .resistance()
                .map(|resistance_m2_k_w| Self::Resistance { resistance_m2_k_w })
                .ok_or_else(|| Error::new("", Fault::MissingField)),
        }
    }
}

impl Construction {
    /// The construction of a build-up of the envelope data, whose faces have the finishes of `values`.
    ///
    /// # Errors
    /// As [`Layer::of`], with the path of the layer.
    pub fn of(archetype: &OpaqueArchetype, values: &Values) -> Result<Self, Error> {
        let emissivity = values.emissivity.value;
        let layers = archetype.layers.iter().enumerate().map(|(index, layer)| {
            Layer::of(layer).map_err(|error| error.within(&format!("layers[{index}]")))
        });
        Ok(Self {
            layers: layers.collect::<Result<_, _>>()?,
            inside: Finish { solar_absorptance: values.inside_solar_absorptance.value, emissivity },
            outside: Finish { solar_absorptance: archetype.solar_absorptance, emissivity },
            roughness: archetype.roughness.into(),
        })
    }

    /// Whether every figure is one that a building can have.
    ///
    /// # Errors
    /// [`Fault::TooFewItems`] or [`Fault::TooManyItems`] outside 1 to [`MOST_LAYERS`] layers, [`Fault::OutOfRange`] for a
    /// figure outside the range that stands with its field, with the path of the field.
    pub fn check(&self) -> Result<(), Error> {
        if self.layers.is_empty() {
            return Err(Error::new("layers", Fault::TooFewItems { minimum: 1 }));
        }
        if self.layers.len() > MOST_LAYERS {
            let maximum = crate::num::count(MOST_LAYERS);
            return Err(Error::new("layers", Fault::TooManyItems { maximum }));
        }
        for (index, layer) in self.layers.iter().enumerate() {
            layer.check().map_err(|error| error.within(&format!("layers[{index}]")))?;
        }
        self.inside.check().map_err(|error| error.within("inside"))?;
        self.outside.check().map_err(|error| error.within("outside"))
    }
}

/// Refuses what is not a number from `minimum` to `maximum`.
pub(crate) fn within(path: &str, found: f64, minimum: f64, maximum: f64) -> Result<(), Error> {
    if !found.is_finite() {
        return Err(Error::new(path, Fault::NotFinite));
    }
    if (minimum..=maximum).contains(&found) {
        return Ok(());
    }
    Err(Error::new(path, Fault::OutOfRange { minimum, maximum, found: found.to_string() }))
}
