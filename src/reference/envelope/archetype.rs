//! What stands in the envelope data: build-ups, glazings, blinds.

use crate::boundary::from_node;
use crate::finding::Confidence;
use crate::reference::Zone;
use serde::Serialize;

/// How rough the face outdoors is, as the data names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FaceRoughness {
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

from_node!(
    enum FaceRoughness {
        VeryRough,
        Rough,
        MediumRough,
        MediumSmooth,
        Smooth,
        VerySmooth,
    }
);

impl FaceRoughness {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::VeryRough => "veryRough",
            Self::Rough => "rough",
            Self::MediumRough => "mediumRough",
            Self::MediumSmooth => "mediumSmooth",
            Self::Smooth => "smooth",
            Self::VerySmooth => "verySmooth",
        }
    }
}

/// What a build-up is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Element {
    /// An outside wall (外墙).
    Wall,
    /// A roof (屋面).
    Roof,
    /// A floor between storeys (楼板), its tiles inside; over a room it is taken the other way round.
    InteriorFloor,
    /// A floor on the ground (地面).
    GroundFloor,
    /// A wall between rooms (隔墙).
    Partition,
}

from_node!(
    enum Element {
        Wall,
        Roof,
        InteriorFloor,
        GroundFloor,
        Partition,
    }
);

/// A typical build-up (典型构造).
#[derive(Clone, Debug, PartialEq)]
pub struct OpaqueArchetype {
    /// What a project states as construction.
    pub id: String,
    /// What it is part of.
    pub element: Element,
    /// The Chinese name.
    pub name_zh: String,
    /// The English name.
    pub name_en: String,
    /// The first year in which it was built.
    pub built_from: Option<i32>,
    /// The year from which it was no longer built.
    pub built_to: Option<i32>,
    /// Where it was built; everywhere if empty.
    pub zones: Vec<Zone>,
    /// U-value (传热系数) as the table has it, W/(m² K).
    pub printed_u_w_m2_k: f64,
    /// U-value of the layers with both films, W/(m² K).
    pub u_w_m2_k: f64,
    /// Share of sunlight that the face outdoors absorbs, 0 to 1.
    pub solar_absorptance: f64,
    /// Roughness of the face outdoors.
    pub roughness: FaceRoughness,
    /// Layers from outside to inside.
    pub layers: Vec<MaterialLayer>,
    /// Where it is found.
    pub note: Option<String>,
}

from_node!(struct OpaqueArchetype {
    id,
    element,
    name_zh,
    name_en,
    built_from,
    built_to,
    zones or Vec::new(),
    printed_u_w_m2_k,
    u_w_m2_k,
    solar_absorptance,
    roughness,
    layers,
    note,
});

/// A layer with its figures: either all four of a material, or a resistance.
#[derive(Clone, Debug, PartialEq)]
pub struct MaterialLayer {
    /// The material in English.
    pub material: String,
    /// The material in Chinese.
    pub material_zh: String,
    /// Thickness, m.
    pub thickness_m: Option<f64>,
    /// Thermal conductivity, W/(m K).
    pub conductivity_w_m_k: Option<f64>,
    /// Density, kg/m³.
    pub density_kg_m3: Option<f64>,
    /// Specific heat, J/(kg K).
    pub specific_heat_j_kg_k: Option<f64>,
    /// Resistance of an air gap, m² K/W.
    pub resistance_m2_k_w: Option<f64>,
}

from_node!(struct MaterialLayer {
    material,
    material_zh,
    thickness_m,
    conductivity_w_m_k,
    density_kg_m3,
    specific_heat_j_kg_k,
    resistance_m2_k_w,
});

impl MaterialLayer {
    /// Thermal resistance, m² K/W, or `None` if the layer is neither a material nor an air gap.
    #[must_use]
    pub fn resistance(&self) -> Option<f64> {
        match (self.thickness_m, self.conductivity_w_m_k, self.density_kg_m3, self.specific_heat_j_kg_k) {
            (Some(thickness), Some(conductivity), Some(_), Some(_)) if self.resistance_m2_k_w.is_none() => {
                Some(thickness / conductivity)
            }
            (None, None, None, None) => self.resistance_m2_k_w,
            _ => None,
        }
    }
}

/// A typical whole window (典型外窗).
#[derive(Clone, Debug, PartialEq)]
pub struct GlazingArchetype {
    /// What a project states as glazing.
    pub id: String,
    /// The Chinese name.
    pub name_zh: String,
    /// The English name.
    pub name_en: String,
    /// The first year in which it was built.
    pub built_from: Option<i32>,
    /// The year from which it was no longer built.
    pub built_to: Option<i32>,
    /// U-value, W/(m² K).
    pub u_w_m2_k: f64,
    /// Solar heat gain coefficient at normal incidence, 0 to 1.
    pub shgc: f64,
    /// Visible transmittance, 0 to 1.
    pub visible_transmittance: f64,
}

from_node!(struct GlazingArchetype {
    id,
    name_zh,
    name_en,
    built_from,
    built_to,
    u_w_m2_k,
    shgc,
    visible_transmittance,
});

/// A blind or curtain in the room (内遮阳), with what the heat balance needs of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Blind {
    /// What a project states as inner blind.
    pub id: String,
    /// The Chinese name.
    pub name_zh: String,
    /// The English name.
    pub name_en: String,
    /// Solar transmittance, 0 to 1.
    pub transmittance: f64,
    /// Solar reflectance of both sides, 0 to 1; the rest is absorbed.
    pub reflectance: f64,
    /// The part of what it absorbs that goes to the room air, 0 to 1.
    pub convective_fraction: f64,
    /// Where the figures come from, in English.
    pub source: String,
    /// Where the figures come from, in Chinese.
    pub source_zh: String,
    /// How far they can be trusted.
    pub confidence: Confidence,
}

from_node!(struct Blind {
    id,
    name_zh,
    name_en,
    transmittance,
    reflectance,
    convective_fraction,
    source,
    source_zh,
    confidence,
});
