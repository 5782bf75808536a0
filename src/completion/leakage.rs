//! Infiltration through a façade from its leakage, the wind and the height of the building (渗透风量).
//!
//! Gowri, Winiarski and Jarnagin, *Infiltration Modeling Guidelines for Commercial Building Energy Analysis*, PNNL-18898 (2009),
//! in short "PNNL": the leakage at a test pressure is carried to the pressure that the wind gives at the height of the roof.
//! The wind is carried from the weather station to the roof as ASHRAE Handbook—Fundamentals, chapter 24, does.

use crate::num;

/// Pressure at which leakage is stated, Pa.
const TEST_PRESSURE_PA: f64 = 75.0;
/// Exponent of flow over pressure (PNNL).
const FLOW_EXPONENT: f64 = 0.65;
/// Mean pressure coefficient of all faces of a building (PNNL).
const SURFACE_PRESSURE_COEFFICIENT: f64 = 0.1617;
/// What the terrain adds to the flow (PNNL: the exponent of the wind profile in towns, one is added to it).
const TERRAIN_FACTOR: f64 = 1.22;
/// Density of air for the wind's pressure, kg/m³ (PNNL).
const AIR_DENSITY: f64 = 1.18;
/// Boundary layer and exponent of the wind profile at a weather station in open country and in a suburb (ASHRAE).
const STATION: (f64, f64) = (270.0, 0.14);
const SUBURB: (f64, f64) = (370.0, 0.22);
/// Height of the anemometer, m (WMO).
const ANEMOMETER_M: f64 = 10.0;

/// Outdoor air through a façade in m³/h.
///
/// `leakage_l_s_m2` is what a square metre of it lets through at 75 Pa, L/s; `wind_m_s` is the wind at the weather station;
/// `roof_m` is the height of the roof above ground.
pub(crate) fn infiltration_m3_h(leakage_l_s_m2: f64, facade_m2: f64, wind_m_s: f64, roof_m: f64) -> f64 {
    let at_station = num::pow(STATION.0 / ANEMOMETER_M, STATION.1);
    let at_roof = wind_m_s * at_station * num::pow(roof_m.max(1.0) / SUBURB.0, SUBURB.1);
    let pressure = 0.5 * SURFACE_PRESSURE_COEFFICIENT * AIR_DENSITY * at_roof * at_roof;
    let share = TERRAIN_FACTOR * num::pow(pressure / TEST_PRESSURE_PA, FLOW_EXPONENT);
    leakage_l_s_m2 * facade_m2 * share * 3.6
}

#[cfg(test)]
mod tests {
    use super::infiltration_m3_h;
    use crate::num;

    /// PNNL: 1.8 cfm/ft² at 75 Pa become 0.2016 cfm/ft² at a roof wind of 4.47 m/s, 0.112 of it.
    #[test]
    fn the_guideline_s_own_figure_comes_out() {
        // A station wind that gives 4.47 m/s at a roof of 10 m.
        let wind = 4.47 / (num::pow(27.0, 0.14) * num::pow(10.0 / 370.0, 0.22));
        let share = infiltration_m3_h(1.0, 1.0, wind, 10.0) / 3.6;
        assert!((share - 0.112).abs() < 0.001, "{share}");
    }

    #[test]
    fn wind_and_height_raise_it() {
        let low = infiltration_m3_h(5.0, 30.0, 2.0, 4.0);
        assert!(infiltration_m3_h(5.0, 30.0, 4.0, 4.0) > low);
        assert!(infiltration_m3_h(5.0, 30.0, 2.0, 60.0) > low);
        assert!((infiltration_m3_h(5.0, 30.0, 0.0, 60.0)).abs() < 1e-12);
    }
}
