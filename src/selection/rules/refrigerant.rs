//! Refrigerant that could leak into a room (制冷剂充注量).

use crate::catalogue::{Refrigerant, Standard};
use crate::num;
use crate::project::Mounting;
use crate::selection::rule::{Check, Rule};

/// Height from which leaked refrigerant spreads, m (IEC 60335-2-40:2018, GG.2: floor 0.6, wall 1.8, window 1.0, ceiling 2.2).
fn release_height_m(mounting: Mounting) -> f64 {
    match mounting {
        Mounting::FloorStanding | Mounting::Console => 0.6,
        Mounting::CeilingFloor => 1.8,
        Mounting::Duct | Mounting::CompactCassette | Mounting::Cassette => 2.2,
    }
}

/// The smallest floor of a room in which `charge_kg` of a flammable refrigerant may be, m²: `(m / (2.5 LFL^1.25 h0))²` above
/// 6 m³ × LFL, and no limit below (IEC 60335-2-40:2018, GG.2; GB 4706.32).
pub(in crate::selection) fn least_area_m2(
    charge_kg: f64,
    lower_flammable_kg_m3: f64,
    mounting: Mounting,
) -> f64 {
    if charge_kg <= 6.0 * lower_flammable_kg_m3 {
        return 0.0;
    }
    let height = release_height_m(mounting);
    let root = charge_kg / (2.5 * num::pow(lower_flammable_kg_m3, 1.25) * height);
    root * root
}

/// A split's whole charge in the room: of a flammable refrigerant by the floor (IEC 60335-2-40, in China GB 4706.32), of others by the
/// volume and the limit of the country's standard (GB/T 9237, EN 378, ISO 5149).
pub(in crate::selection) fn split_charge(
    refrigerant: Option<&Refrigerant>,
    charge_kg: Option<f64>,
    mounting: Mounting,
    room: (f64, Option<f64>),
    country: &str,
) -> Check {
    let rule = Rule::Charge;
    let (area_m2, volume_m3) = room;
    let (Some(refrigerant), Some(charge_kg)) = (refrigerant, charge_kg) else {
        return Check::not_checked(rule);
    };
    match (refrigerant.lower_flammable_kg_m3, volume_m3) {
        (Some(lower), _) => Check::at_least(rule, area_m2, least_area_m2(charge_kg, lower, mounting))
            .by(Some(Standard::of_floor(country))),
        (None, Some(volume)) => by_volume(refrigerant, charge_kg, volume, country),
        (None, None) => Check::not_checked(rule),
    }
}

/// A charge in a volume against the limit of the country's standard.
fn by_volume(refrigerant: &Refrigerant, charge_kg: f64, volume_m3: f64, country: &str) -> Check {
    let standard = refrigerant.limit_in(country).map(|limit| limit.standard);
    Check::at_most(Rule::Charge, charge_kg / volume_m3, refrigerant.kg_m3_in(country)).by(standard)
}

/// A system's whole charge in its smallest room: by the volume and the limit of the country's standard.
pub(in crate::selection) fn system_charge(
    refrigerant: Option<&Refrigerant>,
    charge_kg: Option<f64>,
    smallest_m3: Option<f64>,
    country: &str,
) -> Check {
    match (refrigerant, charge_kg, smallest_m3) {
        (Some(refrigerant), Some(charge), Some(volume)) => by_volume(refrigerant, charge, volume, country),
        _ => Check::not_checked(Rule::Charge),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// R32, kg/m³: matching.md, section 2.6, values recomputed there from IEC 60335-2-40.
    const LFL: f64 = 0.307;

    #[test]
    fn the_least_floors_of_r32_are_those_of_the_standard() {
        for (charge, mounting, expected) in [
            (1.84, Mounting::FloorStanding, 0.0),
            (1.8421, Mounting::FloorStanding, 28.81),
            (1.8421, Mounting::CeilingFloor, 3.20),
            (1.8421, Mounting::Cassette, 2.14),
            (3.0, Mounting::FloorStanding, 76.6),
        ] {
            let area = least_area_m2(charge, LFL, mounting);
            assert!((area - expected).abs() < 0.1, "{charge} {mounting:?}: {area}");
        }
    }
}
