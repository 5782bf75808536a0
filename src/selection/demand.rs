//! What a room asks of the equipment that serves it.

use crate::climate::DesignConditions;
use crate::error::{Error, Fault};
use crate::installation::Circumstances;
use crate::load::space_load::OutdoorAirState;
use crate::load::{AirState, Load, Loads, RoomLoad};
use crate::project::{Installation, Project, Requested, Room};
use crate::psychrometrics;
use serde::Serialize;

/// Where a maker's table is read.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Conditions {
    /// Air that the indoor unit takes in, dry bulb, °C.
    pub indoor_dry_bulb_c: f64,
    /// The same, wet bulb, °C.
    pub indoor_wet_bulb_c: f64,
    /// Air that the outdoor unit takes in, dry bulb, °C.
    pub outdoor_dry_bulb_c: f64,
}

/// What the place asks of every machine.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// Outdoor dry bulb in summer, °C.
    pub(super) summer_dry_bulb_c: f64,
    /// Outdoor dry bulb in winter, °C.
    pub(super) winter_dry_bulb_c: f64,
    /// Outdoor wet bulb in winter, °C.
    pub(super) winter_wet_bulb_c: f64,
    /// Pressure in summer, Pa.
    pub(super) pressure_pa: f64,
    /// Height above the sea, m.
    pub(super) elevation_m: f64,
}

impl Place {
    pub(super) fn of(site: &DesignConditions) -> Self {
        Self {
            summer_dry_bulb_c: site.cooling_dry_bulb_c,
            winter_dry_bulb_c: site.winter_dry_bulb_c,
            winter_wet_bulb_c: site.winter_wet_bulb_c,
            pressure_pa: site.summer_pressure_pa,
            elevation_m: site.elevation_m,
        }
    }

    /// The same with the air around the outdoor unit warmer by what its installation states.
    fn with_allowance(site: &DesignConditions, stated: &Installation) -> Self {
        let place = Self::of(site);
        let warmer = place.summer_dry_bulb_c + stated.outdoor_allowance_k.unwrap_or(0.0);
        Self { summer_dry_bulb_c: crate::num::quantise(warmer, 2), ..place }
    }
}

/// The outdoor air that the fresh-air units of a room take in and bring to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct FreshAirNeed {
    /// m³/h.
    pub(super) flow_m3_h: f64,
    /// In summer at the design, without what warms the air around an outdoor unit, °C.
    pub(super) dry_bulb_c: f64,
    /// The same, wet bulb, °C.
    pub(super) wet_bulb_c: f64,
}

/// What a room asks for.
#[derive(Clone, Debug)]
pub(super) struct Demand {
    /// Its position in the project.
    pub(super) position: usize,
    /// Its identifier.
    pub(super) room: String,
    /// Its path, as `rooms[0]`.
    pub(super) path: String,
    /// Cooling at its own peak.
    pub(super) load: Load,
    /// Heating at the winter design, W; absent where none is wanted.
    pub(super) heating_w: Option<i64>,
    /// Cooling by hour of the design days, W, no hour above the peak.
    pub(super) profile_w: Vec<i64>,
    /// The room's air in summer.
    pub(super) air: AirState,
    /// The room's air in winter, °C.
    pub(super) winter_indoor_c: f64,
    /// Outdoor air that the room's unit takes in.
    pub(super) outdoor_air: Option<OutdoorAirState>,
    pub(super) place: Place,
    pub(super) circumstances: Circumstances,
    /// The circumstances as stated, for what may be left open.
    pub(super) stated: Installation,
    /// Volume of the room, m³, where its height is known.
    pub(super) volume_m3: Option<f64>,
    /// Floor area, m²; absent where no room is named.
    pub(super) area_m2: Option<f64>,
    /// The most identical sets.
    pub(super) most_sets: u32,
    /// Units beyond those that carry the load.
    pub(super) spare: u32,
    /// Tenant, riser or wing.
    pub(super) group: Option<String>,
    /// Floor.
    pub(super) floor: Option<i32>,
    /// Whether requested units serve it, so that nothing is searched for it.
    pub(super) requested: bool,
    /// The outdoor air that is asked for; absent where the room's own air is to be cooled.
    pub(super) fresh_air: Option<FreshAirNeed>,
}

/// Indoor air in winter where a room with a stated load states no set-point: the rating point of heating (ISO 5151 H1).
const RATING_INDOOR_C: f64 = 20.0;

/// What every room of a completed project asks for.
pub(super) fn demands(project: &Project, loads: &Loads) -> Result<Vec<Demand>, Error> {
    let missing = || Error::new("preferences.maxUnitsPerRoom", Fault::MissingField);
    let preferences = project.preferences.as_ref().ok_or_else(missing)?;
    let most_sets =
        preferences.max_units_per_room.and_then(|most| u32::try_from(most).ok()).ok_or_else(missing)?;
    let cooling_only = preferences.cooling_only == Some(true);
    let hours = hours_of(loads);
    let rooms = project.rooms.iter().zip(&loads.rooms).enumerate();
    rooms
        .map(|(position, (room, load))| {
            let path = format!("rooms[{position}]");
            let stated = room.installation.clone().unwrap_or_default();
            let place = Place::with_allowance(&loads.site, &stated);
            Ok(Demand {
                position,
                room: load.id.clone(),
                load: load.sizing,
                heating_w: load.heating_w.filter(|_| !cooling_only),
                profile_w: profile(load, hours),
                air: load.air,
                winter_indoor_c: room.heating_set_point_c.unwrap_or(RATING_INDOOR_C),
                outdoor_air: load.outdoor_air,
                place,
                circumstances: Circumstances::of(room.installation.as_ref(), &path)?,
                stated,
                volume_m3: room.height_m.map(|height| height * room.area_m2),
                area_m2: Some(room.area_m2),
                most_sets,
                spare: spare(room),
                group: room.group.clone(),
                floor: room.floor,
                requested: project.requests().iter().any(|one| one.room.as_ref() == Some(&load.id)),
                fresh_air: None,
                path,
            })
        })
        .collect()
}

/// The air that an indoor unit takes in at the rating point of cooling (ISO 5151 T1): 27 °C dry bulb, 19 °C wet bulb.
pub(super) const RATING_AIR: AirState =
    AirState { dry_bulb_c: 27.0, relative_humidity: 0.469, wet_bulb_c: 19.0 };

/// The outdoor air of the rating point of cooling, °C (ISO 5151 T1, AHRI 340/360: 95 °F).
pub(super) const RATING_OUTDOOR_C: f64 = 35.0;

/// What a request without a room asks for: a place for its units, and no load.
pub(super) fn of_request(
    request: &Requested,
    id: &str,
    path: String,
    loads: &Loads,
) -> Result<Demand, Error> {
    let stated = request.installation.clone().unwrap_or_default();
    Ok(Demand {
        position: usize::MAX,
        room: id.to_owned(),
        load: Load { total_w: 0, sensible_w: 0, latent_w: 0 },
        heating_w: None,
        profile_w: Vec::new(),
        air: RATING_AIR,
        winter_indoor_c: RATING_INDOOR_C,
        outdoor_air: None,
        place: Place::with_allowance(&loads.site, &stated),
        circumstances: Circumstances::of(request.installation.as_ref(), &path)?,
        stated,
        volume_m3: None,
        area_m2: None,
        most_sets: 1,
        spare: 0,
        group: None,
        floor: None,
        requested: true,
        fresh_air: None,
        path,
    })
}

fn spare(room: &Room) -> u32 {
    room.spare_units.and_then(|spare| u32::try_from(spare).ok()).unwrap_or(0)
}

/// How many hours the computed rooms have; one where none is computed.
fn hours_of(loads: &Loads) -> usize {
    let computed = loads.rooms.iter().filter_map(|room| room.computed.as_ref());
    computed.map(|load| load.days.len().saturating_mul(24)).max().unwrap_or(1)
}

/// The room's cooling hour by hour: as computed, in hours after a start not above its peak; a stated load at every hour.
fn profile(load: &RoomLoad, hours: usize) -> Vec<i64> {
    let most = load.sizing.total_w.max(0);
    match &load.computed {
        Some(computed) if load.sizing_basis == crate::load::SizingBasis::HeatBalance => {
            computed.days.iter().flat_map(|day| day.total_w).map(|watts| watts.clamp(0, most)).collect()
        }
        _ => vec![most; hours],
    }
}

/// The air that a unit takes in, and whether its airflow was known where outdoor air reaches it.
pub(super) struct Entering {
    pub(super) conditions: Conditions,
    /// Outdoor air over the units' airflow together; absent where no outdoor air reaches them or their airflow is not known.
    pub(super) outdoor_share: Option<f64>,
}

impl Demand {
    /// Whether it is to be heated.
    pub(super) fn wants_heat(&self) -> bool {
        self.heating_w.is_some_and(|watts| watts > 0)
    }

    /// The room's air alone.
    pub(super) fn room_air(&self) -> Conditions {
        Conditions {
            indoor_dry_bulb_c: self.air.dry_bulb_c,
            indoor_wet_bulb_c: self.air.wet_bulb_c,
            outdoor_dry_bulb_c: self.place.summer_dry_bulb_c,
        }
    }

    /// The air that `units` of `flow_m3_h` each take in: the room's, with the outdoor air that reaches them (混风状态).
    ///
    /// Dry air and its vapour are mixed by mass, and the heat by enthalpy (ASHRAE Fundamentals 2021, chapter 1, adiabatic mixing).
    pub(super) fn entering(&self, flow_m3_h: Option<f64>, units: u32) -> Result<Entering, Error> {
        let room = Entering { conditions: self.room_air(), outdoor_share: None };
        let (Some(outdoor), Some(flow_m3_h)) = (self.outdoor_air, flow_m3_h.filter(|flow| *flow > 0.0))
        else {
            return Ok(room);
        };
        let pressure = self.place.pressure_pa;
        let at_room = |error: Error| error.within(&self.path);
        let humidity =
            psychrometrics::humidity_ratio(self.air.dry_bulb_c, self.air.relative_humidity, pressure)
                .map_err(at_room)?;
        let density = psychrometrics::density(self.air.dry_bulb_c, humidity, pressure);
        let supply_kg_s = f64::from(units) * flow_m3_h / 3600.0 * density;
        let share = outdoor.mass_flow_kg_s / supply_kg_s;
        let mixed = if share < 1.0 { share } else { 1.0 };
        let mix = |outdoors: f64, room: f64| mixed * outdoors + (1.0 - mixed) * room;
        let humidity_ratio = mix(outdoor.humidity_ratio, humidity);
        let enthalpy = mix(
            psychrometrics::enthalpy(outdoor.dry_bulb_c, outdoor.humidity_ratio),
            psychrometrics::enthalpy(self.air.dry_bulb_c, humidity),
        );
        let dry_bulb_c = psychrometrics::dry_bulb_of_enthalpy(enthalpy, humidity_ratio);
        let wet_bulb_c =
            wet_bulb(dry_bulb_c, humidity_ratio, self.air.wet_bulb_c, pressure).map_err(at_room)?;
        Ok(Entering {
            conditions: Conditions {
                indoor_dry_bulb_c: crate::num::quantise(dry_bulb_c, 2),
                indoor_wet_bulb_c: crate::num::quantise(wet_bulb_c, 2),
                outdoor_dry_bulb_c: self.place.summer_dry_bulb_c,
            },
            outdoor_share: Some(share),
        })
    }
}

/// Steps of the secant: from a wet bulb some kelvins away to far below the hundredth that is kept.
const STEPS: u32 = 7;

/// The wet bulb of mixed air, from one `near` it, °C: the same relation as [`psychrometrics::wet_bulb`] turns over, by a secant,
/// because every product asks for it.
fn wet_bulb(dry_bulb_c: f64, humidity_ratio: f64, near: f64, pressure_pa: f64) -> Result<f64, Error> {
    let off = |wet_bulb: f64| -> Result<f64, Error> {
        Ok(psychrometrics::humidity_ratio_of_wet_bulb(dry_bulb_c, wet_bulb, pressure_pa)? - humidity_ratio)
    };
    let (mut before, mut at) = (near - 1.0, near.min(dry_bulb_c));
    let mut off_before = off(before)?;
    for _ in 0..STEPS {
        let off_at = off(at)?;
        let slope = (off_at - off_before) / (at - before);
        if off_at.abs() < 1e-12 || slope.abs() < 1e-12 {
            break;
        }
        (before, off_before) = (at, off_at);
        at -= off_at / slope;
    }
    // Saturated air has its dry bulb as wet bulb.
    Ok(if at < dry_bulb_c { at } else { dry_bulb_c })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secant_finds_the_wet_bulb_that_halving_finds() {
        for (dry_bulb, relative, near) in
            [(35.0, 0.5, 19.0), (27.0, 0.55, 19.5), (22.0, 0.9, 17.0), (30.0, 0.2, 20.0), (26.0, 1.0, 20.0)]
        {
            let ratio = psychrometrics::humidity_ratio(dry_bulb, relative, 100_000.0).unwrap();
            let halved = psychrometrics::wet_bulb(dry_bulb, relative, 100_000.0).unwrap();
            let found = wet_bulb(dry_bulb, ratio, near, 100_000.0).unwrap();
            assert!((found - halved).abs() < 1e-4, "{dry_bulb} {relative}: {found}, {halved}");
        }
    }
}
