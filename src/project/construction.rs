//! Constructions and glazings of the project's own (构造与玻璃).

use crate::boundary::from_node;
use crate::reference::envelope::{Element, FaceRoughness, MassClass};
use serde::Serialize;

/// A construction of the project (构造): its layers, or a U-value and a mass class.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Construction {
    /// The name by which surfaces name it.
    pub name: String,
    /// Layers from outside to inside.
    pub layers: Option<Vec<Layer>>,
    /// U-value (传热系数) that an equivalent build-up is made for, W/(m² K), with the films of the reference data.
    pub u_w_m2_k: Option<f64>,
    /// How heavy that build-up is.
    pub mass: Option<MassClass>,
    /// What that build-up is part of.
    pub element: Option<Element>,
    /// The face towards the room.
    pub inside: Option<Finish>,
    /// The face outdoors.
    pub outside: Option<Finish>,
    /// How rough the face outdoors is.
    pub roughness: Option<FaceRoughness>,
}

from_node!(struct Construction { name, layers, u_w_m2_k, mass, element, inside, outside, roughness });

/// A layer (材料层): a material, or a resistance without heat capacity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Layer {
    /// Thickness, m.
    pub thickness_m: Option<f64>,
    /// Thermal conductivity (导热系数), W/(m K).
    pub conductivity_w_m_k: Option<f64>,
    /// Density, kg/m³.
    pub density_kg_m3: Option<f64>,
    /// Specific heat (比热容), J/(kg K).
    pub specific_heat_j_kg_k: Option<f64>,
    /// Resistance of an air gap, m² K/W.
    pub resistance_m2_k_w: Option<f64>,
}

from_node!(struct Layer {
    thickness_m,
    conductivity_w_m_k,
    density_kg_m3,
    specific_heat_j_kg_k,
    resistance_m2_k_w,
});

/// What a face does with sun and long-wave radiation.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finish {
    /// Share of sunlight absorbed, 0 to 1.
    pub solar_absorptance: Option<f64>,
    /// Emissivity for long-wave radiation, 0 to 1.
    pub emissivity: Option<f64>,
}

from_node!(struct Finish { solar_absorptance, emissivity });

/// A glazing of the project (玻璃): the whole window by the two numbers on its label.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Glazing {
    /// The name by which windows name it.
    pub name: String,
    /// U-value of the whole window, W/(m² K).
    pub u_w_m2_k: f64,
    /// Solar heat gain coefficient (太阳得热系数) of the whole window at normal incidence.
    pub shgc: f64,
}

from_node!(struct Glazing { name, u_w_m2_k, shgc });
