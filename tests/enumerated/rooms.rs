//! The rules of a room for the units in it, whatever they are.

use super::facts::{Case, Room, Verdict, demand, list, number, real};
use serde_json::Value;

/// Ten times the decimal logarithm, without the library's.
fn decibels(x: f64) -> f64 {
    10.0 * x.log10()
}

/// Total, sensible and latent capacity against the room's own peak; half of the sensible surplus counts for latent.
pub(crate) fn capacity(room: &Room, total_w: i64, sensible_w: i64) -> Verdict<()> {
    demand(total_w >= room.total_w, "total capacity")?;
    demand(sensible_w >= room.sensible_w, "sensible capacity")?;
    let surplus = (sensible_w - room.sensible_w).max(0) / 2;
    demand(total_w - sensible_w + surplus >= room.latent_w, "latent capacity")
}

/// Heat against what the room loses; what the maker does not state is refused where anything else serves the room.
pub(crate) fn heating(room: &Room, heating_w: Option<i64>) -> Verdict<()> {
    let Some(wanted) = room.heating_w.filter(|watts| *watts > 0) else { return Ok(()) };
    let Some(watts) = heating_w else { return demand(room.trusts, "heat that nobody states") };
    demand(watts >= wanted, "heating capacity")
}

/// Heat without what defrost takes: too little is too little, and enough says nothing.
pub(crate) fn heating_before_defrost(room: &Room, heating_w: i64) -> Verdict<()> {
    heating(room, Some(heating_w))?;
    heating(room, None)
}

/// The breaker of a machine carries what its circuit asks for, and is not above what the maker allows.
pub(crate) fn breaker(product: &Value) -> Verdict<()> {
    let supply = &product["electrical"];
    let (breaker, most) = (number(&supply["breakerA"]), supply["maximumBreakerA"].as_f64());
    let carries = breaker >= number(&supply["minimumCircuitA"]);
    demand(carries && most.is_none_or(|most| breaker <= most), "breaker")
}

/// The units move at least the outdoor air that comes through them.
pub(crate) fn outdoor_air(part: f64) -> Verdict<()> {
    demand(part <= 1.0, "outdoor air above the airflow")
}

/// A ducted unit's fan against its ducts.
pub(crate) fn duct(room: &Room, product: &Value, always: bool) -> Verdict<()> {
    let ducted = always || product["mounting"] == "duct";
    let pressure = product["air"]["externalStaticPa"].as_f64();
    demand(!ducted || pressure.is_none_or(|pressure| pressure >= room.at("ductLossPa")), "static pressure")
}

/// Units of a room at their highest speed.
pub(crate) fn indoor_sound(room: &Room, sound: &Value, units: i64) -> Verdict<()> {
    let loudest = list(&sound["dba"]).first().map(number);
    let (Some(limit), Some(loudest)) = (room.site["noiseLimitDba"].as_f64(), loudest) else { return Ok(()) };
    demand(loudest + decibels(real(units)) <= limit, "sound in the room")
}

/// Outdoor units at night at the neighbour's window.
pub(crate) fn neighbour(room: &Room, sound: &Value, units: i64) -> Verdict<()> {
    let lowest = list(&sound["dba"]).last().map(number);
    let stated = (room.site["neighbourDistanceM"].as_f64(), room.site["neighbourLimitDba"].as_f64());
    let ((Some(distance), Some(limit)), Some(lowest)) = (stated, lowest) else { return Ok(()) };
    let there = lowest + decibels(real(units)) - 2.0 * decibels(distance / number(&sound["distanceM"]));
    demand(there <= limit, "sound at the neighbour")
}

/// The free space at an outdoor unit.
pub(crate) fn clearance(room: &Room, unit: &Value) -> Verdict<()> {
    let (stated, wanted) = (room.site["clearanceM"].as_f64(), unit["clearanceM"].as_f64());
    let (Some(stated), Some(wanted)) = (stated, wanted) else { return Ok(()) };
    demand(stated >= wanted, "clearance")
}

/// Outdoor air at which a machine may run: summer, winter for heated rooms, winter for rooms that are cooled all year.
pub(crate) fn operating(case: &Case<'_>, room: &Room, limits: &Value) -> Verdict<()> {
    if limits.is_null() {
        return Ok(());
    }
    let cooling = &limits["coolingOutdoorC"];
    demand(room.outdoor_c(&case.place) <= number(&cooling[1]), "operating limits in summer")?;
    demand(
        room.spare == 0 || case.place.winter_c >= number(&cooling[0]),
        "operating limits of cooling in winter",
    )?;
    let coldest = limits["heatingOutdoorWetBulbC"][0].as_f64();
    let warm = coldest.is_none_or(|coldest| case.place.winter_wet_c >= coldest);
    demand(room.heating_w.is_none() || warm, "operating limits of heating")
}

/// Refrigerant of a set in its room: of a flammable one by the floor, of another by the volume.
pub(crate) fn set_charge(
    room: &Room,
    (gas, country): (&Value, &str),
    charge_kg: Option<f64>,
    mounting: &str,
) -> Verdict<()> {
    let Some(charge) = charge_kg else { return Ok(()) };
    let Some(flammable) = gas["lowerFlammableKgM3"].as_f64() else {
        let limit = limit(gas, country);
        return demand(room.volume_m3.is_none_or(|volume| charge <= limit * volume), "charge");
    };
    // IEC 60335-2-40, GG.2: height from which a leak spreads.
    let height = match mounting {
        "floorStanding" | "console" => 0.6,
        "ceilingFloor" => 1.8,
        _ => 2.2,
    };
    let root = charge / (2.5 * flammable.powf(1.25) * height);
    demand(charge <= 6.0 * flammable || room.area_m2 >= root * root, "charge")
}

/// What the standard of a country allows of a refrigerant in a room, kg/m³.
pub(crate) fn limit(gas: &Value, country: &str) -> f64 {
    let limits = list(&gas["limits"]);
    let named = limits.iter().find(|limit| list(&limit["countries"]).iter().any(|one| one == country));
    let any = || limits.iter().find(|limit| limit["countries"].is_null());
    number(named.or_else(any).map_or(&gas["limitKgM3"], |limit| &limit["kgM3"]))
}

/// Refrigerant of a shared system in its smallest room, g.
pub(crate) fn system_charge(gas: &Value, country: &str, smallest_m3: f64, grams: i64) -> Verdict<()> {
    demand(real(grams) <= limit(gas, country) * 1000.0 * smallest_m3, "charge")
}
