//! Sizing (负荷计算): a project and the reference data become the loads of its rooms.

mod angular;
mod band;
pub mod block;
pub mod conduction;
pub mod construction;
pub mod cross_check;
mod enclosure;
mod film;
pub mod glazing;
pub mod heat_balance;
mod model;
mod remarks;
mod room_load;
pub mod shade;
pub mod space;
pub mod space_load;
pub mod steady_heating;
mod uncertainty;
pub mod weather;

pub use band::BandComparison;
pub use room_load::{AirState, Load, RoomLoad, SizingBasis};
pub(crate) use uncertainty::of_loads as uncertainty_of;
pub use uncertainty::{Influence, LoadRange, Question, RoomRange, Uncertainty, uncertainty};

use crate::climate::{self, DesignConditions};
use crate::completion::{Completed, complete};
use crate::error::{Error, Fault, MOST_PROBLEMS, Problem};
use crate::finding::Finding;
use crate::num;
use crate::project::{Project, Room};
use crate::psychrometrics;
use crate::reference::{Reference, RoomType};
use block::{BlockLoad, block_load, no_simultaneity};
use serde::Serialize;
use space::{Fabric, Space};
use space_load::SpaceLoad;
use weather::Weather;

/// The loads of a project.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Loads {
    /// The digest of the completed project that they are of.
    pub project_digest: String,
    /// The design conditions of the place.
    pub site: DesignConditions,
    /// The rooms, in the project's order.
    pub rooms: Vec<RoomLoad>,
    /// The sum of the rooms' sizing loads, each at its own hour.
    pub sum: Load,
    /// The sum of the rooms' heating loads, W; absent where none is wanted.
    pub heating_w: Option<i64>,
    /// The computed rooms together, hour by hour; absent where none is computed.
    pub block: Option<BlockLoad>,
    /// What there is to say about them.
    pub findings: Vec<Finding>,
}

/// Sizes every room of `project`.
///
/// What the project leaves open is filled first, as [`complete`] does.
///
/// # Errors
/// As [`complete`]; as [`heat_balance::load`] for figures that no room can have, with their path in the project.
///
/// # Example
/// ```
/// # #[cfg(feature = "data")] {
/// use tonnage::{demo, project::Project, size};
/// let text = r#"{"site":{"city":"武汉"},"rooms":[{"use":"shop_general","areaM2":120}]}"#;
/// let loads = size(&Project::from_json(text.as_bytes()).unwrap(), &demo::reference().unwrap()).unwrap();
/// let shop = &loads.rooms[0];
/// let peak = &shop.computed.as_ref().unwrap().sizing_peak;
/// assert_eq!(shop.sizing.total_w, peak.total_w);
/// assert!((shop.band.low_w_m2..=shop.band.high_w_m2 * 1.5).contains(&shop.band.load_w_m2));
/// # }
/// ```
pub fn size(project: &Project, reference: &Reference) -> Result<Loads, Error> {
    let Completed { project, .. } = complete(project, reference)?;
    size_completed(&project, reference)
}

/// The room type of a room.
fn type_of<'a>(room: &Room, path: &str, reference: &'a Reference) -> Result<&'a RoomType, Error> {
    reference.room_type(&room.room_use).ok_or_else(|| {
        let found = room.room_use.clone();
        let fault = Fault::UnknownReference { kind: "room type", found, suggestion: None };
        Error::new(format!("{path}.use"), fault)
    })
}

/// Sizes every room of a project that has been completed.
pub(crate) fn size_completed(project: &Project, reference: &Reference) -> Result<Loads, Error> {
    let site = climate::design_conditions(&project.site, reference)?;
    let computed = compute(project, &site, reference)?;
    let mut findings = remarks::of_site(project, &site);
    let mut rooms = Vec::with_capacity(project.rooms.len());
    for ((index, room), computed) in project.rooms.iter().enumerate().zip(computed) {
        let path = format!("rooms[{index}]");
        let load = room_load(room, &path, computed, &site, reference)?;
        remarks::of_room(room, &load, type_of(room, &path, reference)?, &path, &mut findings);
        rooms.push(load);
    }
    let overflow = || Error::new("", Fault::Overflow);
    let add = |a: i64, b: i64| a.checked_add(b).ok_or_else(overflow);
    let sum = rooms.iter().try_fold(Load::default(), |sum, room| {
        Ok::<Load, Error>(Load {
            total_w: add(sum.total_w, room.sizing.total_w)?,
            sensible_w: add(sum.sensible_w, room.sizing.sensible_w)?,
            latent_w: add(sum.latent_w, room.sizing.latent_w)?,
        })
    })?;
    let heating_w = rooms.iter().try_fold(None, |sum: Option<i64>, room| match (sum, room.heating_w) {
        (Some(sum), Some(own)) => add(sum, own).map(Some),
        (sum, own) => Ok(sum.or(own)),
    })?;
    let members: Vec<&SpaceLoad> = rooms.iter().filter_map(|room| room.computed.as_ref()).collect();
    let block = if members.is_empty() { None } else { Some(block_load(&members, no_simultaneity())?) };
    Ok(Loads { project_digest: project.digest()?, site, rooms, sum, heating_w, block, findings })
}

/// The physical models of the rooms that are computed; `None` for a stated load. Every problem of every room.
fn spaces(project: &Project, reference: &Reference) -> Result<Vec<Option<Space>>, Error> {
    let mut spaces = Vec::with_capacity(project.rooms.len());
    let mut problems: Vec<Problem> = Vec::new();
    for (index, room) in project.rooms.iter().enumerate() {
        let space = match room.stated_load {
            Some(_) => None,
            None => match model::space(room, reference) {
                Ok(space) => Some(space),
                Err(error) => {
                    problems.extend(error.within(&format!("rooms[{index}]")).problems().cloned());
                    None
                }
            },
        };
        spaces.push(space);
        if problems.len() > MOST_PROBLEMS {
            break;
        }
    }
    Error::from_problems(problems)?;
    Ok(spaces)
}

/// The heat balance of every room that is computed, with the components of its sizing peak.
fn compute(
    project: &Project,
    site: &DesignConditions,
    reference: &Reference,
) -> Result<Vec<Option<SpaceLoad>>, Error> {
    let spaces = spaces(project, reference)?;
    let mut fabric = Fabric::new();
    for space in spaces.iter().flatten() {
        model::add_fabric(&mut fabric, space, project, reference)?;
    }
    let weather = model::weather(&project.site, site, reference)?;
    let mut known: Vec<(Space, SpaceLoad)> = Vec::new();
    let mut loads = Vec::with_capacity(spaces.len());
    for (index, space) in spaces.into_iter().enumerate() {
        let Some(space) = space else {
            loads.push(None);
            continue;
        };
        let load = solve(space, &fabric, &weather, &mut known)
            .map_err(|error| error.within(&format!("rooms[{index}]")))?;
        loads.push(Some(load));
    }
    Ok(loads)
}

/// The load of `space`; a room that is like one before, as in a hotel, is not worked out again.
fn solve(
    mut space: Space,
    fabric: &Fabric,
    weather: &Weather,
    known: &mut Vec<(Space, SpaceLoad)>,
) -> Result<SpaceLoad, Error> {
    let id = std::mem::take(&mut space.id);
    if let Some((_, load)) = known.iter().find(|(other, _)| *other == space) {
        return Ok(SpaceLoad { id, ..load.clone() });
    }
    let load = heat_balance::load_in_parts(&space, fabric, weather)?;
    known.push((space, load.clone()));
    Ok(SpaceLoad { id, ..load })
}

fn room_load(
    room: &Room,
    path: &str,
    computed: Option<SpaceLoad>,
    site: &DesignConditions,
    reference: &Reference,
) -> Result<RoomLoad, Error> {
    let room_type = type_of(room, path, reference)?;
    let missing = |field: &str| Error::new(format!("{path}.{field}"), Fault::MissingField);
    let dry_bulb_c = room.cooling_set_point_c.ok_or_else(|| missing("coolingSetPointC"))?;
    let relative_humidity = room.relative_humidity.ok_or_else(|| missing("relativeHumidity"))?;
    let wet_bulb = psychrometrics::wet_bulb(dry_bulb_c, relative_humidity, site.summer_pressure_pa)
        .map_err(|error| error.within(path))?;
    let (sizing, sizing_basis, heating_w) = match (&computed, &room.stated_load) {
        (Some(load), _) => {
            let peak = &load.sizing_peak;
            let sizing =
                Load { total_w: peak.total_w, sensible_w: peak.sensible_w(), latent_w: peak.latent_w() };
            let heating = (room.heating == Some(true)).then_some(load.heating.sizing_w);
            (sizing, SizingBasis::HeatBalance, heating)
        }
        (None, Some(stated)) => {
            let (total_w, sensible_w) = (i64::from(stated.total_w), i64::from(stated.sensible_w));
            // The parts are the whole: latent is what is left.
            let sizing = Load { total_w, sensible_w, latent_w: total_w.saturating_sub(sensible_w) };
            (sizing, SizingBasis::Stated, stated.heating_w.map(i64::from))
        }
        (None, None) => return Err(missing("statedLoad")),
    };
    let components = computed.as_ref().map(SpaceLoad::components).unwrap_or_default();
    // By surface and hour they would be most of the answer; `heat_balance::load_in_parts` gives them to who asks.
    let computed = computed.map(|load| SpaceLoad { parts: Vec::new(), ..load });
    Ok(RoomLoad {
        id: room.id.clone().ok_or_else(|| missing("id"))?,
        name: room.name.clone(),
        room_use: room.room_use.clone(),
        use_zh: room_type.name_zh.clone(),
        use_en: room_type.name_en.clone(),
        area_m2: room.area_m2,
        air: AirState { dry_bulb_c, relative_humidity, wet_bulb_c: num::quantise(wet_bulb, 2) },
        sizing,
        sizing_basis,
        heating_w,
        band: band::compare(sizing.total_w, room.area_m2, room_type),
        components,
        outdoor_air: computed.as_ref().and_then(|load| load.entering),
        computed,
    })
}
