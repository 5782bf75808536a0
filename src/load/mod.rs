//! Sizing (负荷估算): a project and the reference data become the loads of its rooms.

mod angular;
pub mod block;
pub mod conduction;
pub mod construction;
pub mod cross_check;
mod enclosure;
mod film;
pub mod glazing;
pub mod heat_balance;
mod index_estimate;
pub mod shade;
pub mod space;
pub mod space_load;
pub mod steady_heating;
pub mod weather;

pub use index_estimate::IndexEstimate;

use crate::climate::{self, DesignConditions};
use crate::completion::{Completed, complete};
use crate::error::{Error, Fault};
use crate::finding::{Finding, FindingCode, Severity};
use crate::num;
use crate::project::{Project, Room};
use crate::psychrometrics;
use crate::reference::{Reference, Verdict};
use crate::scalar::Scalar;
use serde::Serialize;

/// Beyond this distance from its station a place may have another climate, km. A judgement; it leads to a remark.
const FAR_STATION_KM: f64 = 100.0;

/// A load in whole watts, positive where heat or vapour is taken out of the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Load {
    /// Sensible and latent together (全热), W.
    pub total_w: i64,
    /// Sensible (显热), W.
    pub sensible_w: i64,
    /// Latent (潜热), W.
    pub latent_w: i64,
}

/// The state of the room's air in summer, which is what an indoor unit takes in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AirState {
    /// Dry bulb (干球温度), °C.
    pub dry_bulb_c: f64,
    /// Relative humidity, 0 to 1.
    pub relative_humidity: f64,
    /// Wet bulb (湿球温度), °C to 0.01, from dry bulb, humidity and the pressure of the place.
    pub wet_bulb_c: f64,
}

/// The load of one room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomLoad {
    /// The room's identifier.
    pub id: String,
    /// The room's name, if it has one.
    pub name: Option<String>,
    /// The room type.
    #[serde(rename = "use")]
    pub room_use: String,
    /// The room type's Chinese name.
    pub use_zh: String,
    /// The room type's English name.
    pub use_en: String,
    /// Conditioned floor area, m².
    pub area_m2: f64,
    /// The room's air in summer.
    pub air: AirState,
    /// The estimate by index, which stays beside any computed load as the band that it is checked against.
    pub index_estimate: IndexEstimate,
    /// The load that equipment is matched to.
    pub sizing: Load,
    /// Which of the methods `sizing` is from.
    pub sizing_basis: &'static str,
}

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
    /// The sum of the rooms' sizing loads.
    pub sum: Load,
    /// What there is to say about them.
    pub findings: Vec<Finding>,
}

/// Sizes every room of `project`.
///
/// What the project leaves open is filled first, as [`complete`] does.
///
/// # Errors
/// As [`complete`].
///
/// # Example
/// ```
/// # #[cfg(feature = "data")] {
/// use tonnage::{demo, project::Project, size};
/// let text = r#"{"site":{"city":"武汉"},"rooms":[{"use":"shop_general","areaM2":120}]}"#;
/// let loads = size(&Project::from_json(text.as_bytes()).unwrap(), &demo::reference().unwrap()).unwrap();
/// assert_eq!(loads.rooms[0].sizing.total_w, 15_600); // the middle of 100 to 160 W/m² on 120 m²
/// # }
/// ```
pub fn size(project: &Project, reference: &Reference) -> Result<Loads, Error> {
    let Completed { project, .. } = complete(project, reference)?;
    size_completed(&project, reference)
}

/// Sizes every room of a project that has been completed.
pub(crate) fn size_completed(project: &Project, reference: &Reference) -> Result<Loads, Error> {
    let site = climate::design_conditions(&project.site, reference)?;
    let mut findings = site_findings(&site);
    let mut rooms = Vec::with_capacity(project.rooms.len());
    for (index, room) in project.rooms.iter().enumerate() {
        let path = format!("rooms[{index}]");
        rooms.push(size_room(room, &path, &site, reference, &mut findings)?);
    }
    let sum = rooms.iter().try_fold(Load { total_w: 0, sensible_w: 0, latent_w: 0 }, |sum, room| {
        let add = |a: i64, b: i64| a.checked_add(b).ok_or_else(|| Error::new("", Fault::Overflow));
        Ok::<Load, Error>(Load {
            total_w: add(sum.total_w, room.sizing.total_w)?,
            sensible_w: add(sum.sensible_w, room.sizing.sensible_w)?,
            latent_w: add(sum.latent_w, room.sizing.latent_w)?,
        })
    })?;
    Ok(Loads { project_digest: project.digest()?, site, rooms, sum, findings })
}

fn site_findings(site: &DesignConditions) -> Vec<Finding> {
    let mut findings = vec![
        Finding::new(FindingCode::IndexEstimateOnly, Severity::Warning, "", []),
        Finding::new(FindingCode::OutdoorAirNotEquipped, Severity::Warning, "", []),
        Finding::new(
            FindingCode::HeatingNotSized,
            Severity::Note,
            "",
            [("winterDryBulbC", Scalar::Number(site.winter_dry_bulb_c))],
        ),
    ];
    if let (Some(note), Some(note_zh)) = (&site.station_note, &site.station_note_zh) {
        let station = site.station_zh.clone();
        let params =
            [("station", station.into()), ("note", note.clone().into()), ("noteZh", note_zh.clone().into())];
        findings.push(Finding::new(FindingCode::StationCorrected, Severity::Note, "site", params));
    }
    if site.distance_km.is_none() {
        // The distance is known only where the station is the city's own.
        findings.push(Finding::new(
            FindingCode::StationNotOfCity,
            Severity::Warning,
            "site.stationId",
            [("city", site.city.clone().into()), ("station", site.station_zh.clone().into())],
        ));
    }
    if let Some(distance) = site.distance_km.filter(|distance| *distance > FAR_STATION_KM) {
        findings.push(Finding::new(
            FindingCode::StationFar,
            Severity::Warning,
            "site.city",
            [("distanceKm", distance.into()), ("station", site.station_zh.clone().into())],
        ));
    }
    findings
}

fn size_room(
    room: &Room,
    path: &str,
    site: &DesignConditions,
    reference: &Reference,
    findings: &mut Vec<Finding>,
) -> Result<RoomLoad, Error> {
    let room_type = reference.room_type(&room.room_use).ok_or_else(|| {
        let fault =
            Fault::UnknownReference { kind: "room type", found: room.room_use.clone(), suggestion: None };
        Error::new(format!("{path}.use"), fault)
    })?;
    let missing = |field: &str| Error::new(format!("{path}.{field}"), Fault::MissingField);
    let dry_bulb_c = room.cooling_set_point_c.ok_or_else(|| missing("coolingSetPointC"))?;
    let relative_humidity = room.relative_humidity.ok_or_else(|| missing("relativeHumidity"))?;
    let sensible_share = room.sensible_share.ok_or_else(|| missing("sensibleShare"))?;
    let wet_bulb = psychrometrics::wet_bulb(dry_bulb_c, relative_humidity, site.summer_pressure_pa)
        .map_err(|error| error.within(path))?;
    let index_estimate =
        index_estimate::estimate(room, room_type, sensible_share).ok_or_else(|| missing("indexPosition"))?;
    findings.extend(estimate_findings(room, &index_estimate, path));
    if room_type.electronic {
        findings.push(Finding::new(FindingCode::ElectronicRoomNotChecked, Severity::Warning, path, []));
    }
    let sizing = index_estimate.load;
    Ok(RoomLoad {
        id: room.id.clone().ok_or_else(|| missing("id"))?,
        name: room.name.clone(),
        room_use: room.room_use.clone(),
        use_zh: room_type.name_zh.clone(),
        use_en: room_type.name_en.clone(),
        area_m2: room.area_m2,
        air: AirState { dry_bulb_c, relative_humidity, wet_bulb_c: num::quantise(wet_bulb, 2) },
        index_estimate,
        sizing,
        sizing_basis: "indexEstimate",
    })
}

/// What there is to say about the estimate of a room.
fn estimate_findings(room: &Room, estimate: &IndexEstimate, path: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let band = || (Scalar::Number(estimate.low_w_m2), Scalar::Number(estimate.high_w_m2));
    if estimate.position.is_some() && (room.top_floor.is_some() || room.facades.is_some()) {
        findings.push(Finding::new(FindingCode::NotWeighed, Severity::Note, path, []));
    }
    if estimate.used_w_m2 < estimate.low_w_m2 || estimate.used_w_m2 > estimate.high_w_m2 {
        let (low, high) = band();
        let params = [("usedWM2", estimate.used_w_m2.into()), ("lowWM2", low), ("highWM2", high)];
        let path = format!("{path}.indexWM2");
        findings.push(Finding::new(FindingCode::OutsideBand, Severity::Warning, path, params));
    }
    // With an index of its own the room no longer rests on the band.
    let disputed = estimate.check.as_ref().filter(|check| check.verdict != Verdict::Inside);
    if let Some(check) = disputed.filter(|_| estimate.position.is_some()) {
        let (low, high) = band();
        let params = [
            ("row", check.row.clone().into()),
            ("totalWM2", check.total_w_m2.into()),
            ("lowWM2", low),
            ("highWM2", high),
        ];
        findings.push(Finding::new(FindingCode::BandDisputed, Severity::Warning, path, params));
    }
    findings
}
