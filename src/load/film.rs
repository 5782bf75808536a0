//! Heat between a face and the air before it (表面对流换热), W/(m² K).
//!
//! Natural convection after Walton, *Thermal Analysis Research Program Reference Manual*, NBSIR 83-2655 (1983), from the
//! ASHRAE correlations; wind after the DOE-2 model (LBL 1994; MoWiTT coefficients of Yazdanian and Klems 1994); panes
//! inside after ISO 15099:2003, section 8.3.2.2.

use crate::load::construction::Roughness;
use crate::num;

/// No face is without some movement of air, W/(m² K): the lower limit of the reference implementation.
const LEAST: f64 = 0.1;
/// Standard gravity as ISO 15099 rounds it, m/s².
const GRAVITY: f64 = 9.81;
/// 0 °C in kelvin.
const KELVIN: f64 = 273.15;

/// How a face lies, which decides whether warm air rises from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lie {
    /// A wall, a partition, furniture.
    Upright,
    /// The air is above the face: a floor inside, a roof outside.
    FacingUp,
    /// The air is below the face: a ceiling inside, an exposed floor outside.
    FacingDown,
}

impl Lie {
    /// How the face of a surface lies towards the air on the side that its outward normal, tilted by `tilt_deg`, points to.
    pub(crate) fn outside(tilt_deg: f64) -> Self {
        let cosine = num::cos(tilt_deg.to_radians());
        // Walton's correlations pass steadily into that of the wall; here a face is a wall from 45 to 135 degrees.
        if cosine > 0.708 {
            Self::FacingUp
        } else if cosine < -0.708 {
            Self::FacingDown
        } else {
            Self::Upright
        }
    }

    /// How the other face of the same surface lies.
    pub(crate) fn inside(tilt_deg: f64) -> Self {
        match Self::outside(tilt_deg) {
            Self::Upright => Self::Upright,
            Self::FacingUp => Self::FacingDown,
            Self::FacingDown => Self::FacingUp,
        }
    }
}

/// Natural convection of a face (NBSIR 83-2655): 1.31 ∛D for walls, 9.482 ∛D / (7.238 − |cos|) where the air can rise from the
/// face or fall from it, 1.810 ∛D / (1.382 + |cos|) where it cannot, with |cos| = 1 for what lies flat.
pub(crate) fn natural(lie: Lie, face: f64, air: f64) -> f64 {
    let difference = face - air;
    let root = num::cbrt(difference.abs());
    let factor = match lie {
        Lie::Upright => 1.31,
        Lie::FacingUp if difference > 0.0 => 9.482 / (7.238 - 1.0),
        Lie::FacingDown if difference < 0.0 => 9.482 / (7.238 - 1.0),
        Lie::FacingUp | Lie::FacingDown => 1.810 / (1.382 + 1.0),
    };
    (factor * root).max(LEAST)
}

/// Rayleigh number at which the flow along an upright pane becomes turbulent: 2.5e5 (e^(0.72 · 90) / sin 90°)^⅕ (ISO 15099,
/// section 8.3.2.2). High cold panes pass it.
const CRITICAL_RAYLEIGH: f64 = 1.063_9e11;

/// The inner face of a pane of `height` in m (ISO 15099, section 8.3.2.2, upright): Nu = 0.56 Ra^¼ up to the critical Rayleigh
/// number, 0.13 (Ra^⅓ − Ra_c^⅓) + 0.56 Ra_c^¼ above; air properties at T_air + (T_pane − T_air) / 4.
pub(crate) fn pane(height: f64, face: f64, air: f64, pressure: f64) -> f64 {
    let film = air + (face - air) / 4.0 + KELVIN;
    // Dry air, linear in the absolute temperature: ISO 15099 annex B (W/(m K), Pa s, J/(kg K)).
    let conductivity = 2.873e-3 + 7.760e-5 * film;
    let viscosity = 3.723e-6 + 4.94e-8 * film;
    let heat = 1002.737 + 1.2324e-2 * film;
    // Molar mass 28.97 g/mol over the gas constant 8314.51 J/(kmol K): annex B.
    let density = pressure * 28.97 / (8314.51 * film);
    let rayleigh = density * density * height * height * height * GRAVITY * heat * (face - air).abs()
        / (film * viscosity * conductivity);
    let laminar = 0.56 * rayleigh.min(CRITICAL_RAYLEIGH).sqrt().sqrt();
    let turbulent = if rayleigh > CRITICAL_RAYLEIGH {
        0.13 * (num::cbrt(rayleigh) - num::cbrt(CRITICAL_RAYLEIGH))
    } else {
        0.0
    };
    ((laminar + turbulent) * conductivity / height).max(LEAST)
}

/// What the wind does at a smooth face, W/(m² K): 3.26 V^0.89 into the wind, 3.55 V^0.617 in its lee (MoWiTT, V in m/s).
pub(crate) fn forced(wind_speed: f64, windward: bool) -> f64 {
    if windward { 3.26 * num::pow(wind_speed, 0.89) } else { 3.55 * num::pow(wind_speed, 0.617) }
}

/// What the roughness of a face multiplies the wind's part by (DOE-2; Walton 1983).
pub(crate) fn roughness_factor(roughness: Roughness) -> f64 {
    match roughness {
        Roughness::VeryRough => 2.17,
        Roughness::Rough => 1.67,
        Roughness::MediumRough => 1.52,
        Roughness::MediumSmooth => 1.13,
        Roughness::Smooth => 1.11,
        Roughness::VerySmooth => 1.00,
    }
}

/// Outdoors: hn + k (√(hn² + hf²) − hn), DOE-2.
pub(crate) fn outdoors(natural: f64, forced: f64, roughness_factor: f64) -> f64 {
    natural + roughness_factor * ((natural * natural + forced * forced).sqrt() - natural)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warm_floors_and_cold_ceilings_move_more_air_than_their_opposites() {
        assert!(natural(Lie::FacingUp, 30.0, 25.0) > natural(Lie::FacingUp, 20.0, 25.0));
        assert!(natural(Lie::FacingDown, 20.0, 25.0) > natural(Lie::FacingDown, 30.0, 25.0));
    }

    #[test]
    fn a_wall_follows_the_cube_root() {
        assert!((natural(Lie::Upright, 33.0, 25.0) - 2.62).abs() < 1e-12);
        assert!((natural(Lie::Upright, 25.0, 25.0) - LEAST).abs() < 1e-12);
    }

    #[test]
    fn without_wind_outdoors_is_natural() {
        assert!((outdoors(2.0, 0.0, 1.67) - 2.0).abs() < 1e-12);
        assert!((outdoors(3.0, 4.0, 1.0) - 5.0).abs() < 1e-12);
    }
}
