//! What there is to say about a project's loads: findings of the place and of each room.

use super::cross_check::Place;
use super::room_load::{RoomLoad, SizingBasis};
use crate::climate::DesignConditions;
use crate::finding::{Finding, FindingCode, Severity};
use crate::project::{ClimateBasis, Project, Room, TreatedBy};
use crate::reference::{RoomType, Verdict};
use crate::scalar::Scalar;

/// Beyond this distance from its station a place may have another climate, km. A judgement; it leads to a remark.
const FAR_STATION_KM: f64 = 100.0;
/// A day whose residual is larger has not settled, and its load may be off by that much. A judgement: a tenth of what the method
/// itself is held to.
const SETTLED: f64 = 0.001;
/// Beyond this difference in height from its station, m; likewise. The figures are corrected for all of it.
const FAR_STATION_M: f64 = 300.0;

/// What there is to say about the place.
pub(super) fn of_site(project: &Project, site: &DesignConditions) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut remark = |code, severity, path: &str, params: Vec<(&str, Scalar)>| {
        findings.push(Finding {
            code,
            severity,
            path: path.to_owned(),
            params: crate::error::params(params),
        });
    };
    let brought = |room: &Room| {
        room.stated_load.is_none()
            && room.outdoor_air.as_ref().is_some_and(|air| {
                // Ventilators and fresh-air units are selected, or a finding says that none fits.
                air.treated_by == Some(TreatedBy::IndoorUnit) && air.flow_m3_h.is_some_and(|flow| flow > 0.0)
            })
    };
    if project.rooms.iter().any(brought) {
        remark(FindingCode::OutdoorAirNotEquipped, Severity::Warning, "", vec![]);
    }
    let station = || Scalar::from(site.station_zh.clone().unwrap_or_default());
    if let (Some(note), Some(note_zh)) = (&site.station_note, &site.station_note_zh) {
        let notes =
            vec![("station", station()), ("note", note.clone().into()), ("noteZh", note_zh.clone().into())];
        remark(FindingCode::StationCorrected, Severity::Note, "site", notes);
    }
    if site.station_id.is_none() {
        return findings;
    }
    if site.wet_bulb_estimated {
        let params = vec![("station", station()), ("wetBulbC", site.cooling_wet_bulb_c.into())];
        remark(FindingCode::WetBulbEstimated, Severity::Warning, "site.stationId", params);
    }
    if project.site.climate == Some(ClimateBasis::Current) && site.basis != ClimateBasis::Current.as_str() {
        remark(
            FindingCode::CurrentClimateAbsent,
            Severity::Warning,
            "site.climate",
            vec![("station", station())],
        );
    }
    let height = site.station_elevation_m.map_or(0.0, |station| (site.elevation_m - station).abs());
    if height > FAR_STATION_M {
        let params = vec![("station", station()), ("heightM", crate::num::quantise(height, 1).into())];
        remark(FindingCode::StationHeight, Severity::Warning, "site.elevationM", params);
    }
    match site.distance_km {
        // The distance is known only where the station is the place's own.
        None => {
            let params = vec![("city", site.place.clone().into()), ("station", station())];
            remark(FindingCode::StationNotOfCity, Severity::Warning, "site.stationId", params);
        }
        Some(distance) if distance > FAR_STATION_KM => {
            let params = vec![("distanceKm", distance.into()), ("station", station())];
            remark(FindingCode::StationFar, Severity::Warning, "site.stationId", params);
        }
        Some(_) => {}
    }
    findings
}

/// What there is to say about a room.
pub(super) fn of_room(
    room: &Room,
    load: &RoomLoad,
    room_type: &RoomType,
    path: &str,
    findings: &mut Vec<Finding>,
) {
    let band = &load.band;
    let ends = || [("lowWM2", Scalar::Number(band.low_w_m2)), ("highWM2", Scalar::Number(band.high_w_m2))];
    if load.sizing_basis == SizingBasis::Stated {
        findings.push(Finding::new(
            FindingCode::LoadStated,
            Severity::Note,
            format!("{path}.statedLoad"),
            [],
        ));
    }
    // The band contains outdoor air: a room that is spared it may lie below.
    let spared = room.outdoor_air.as_ref().is_some_and(|air| air.treated_by != Some(TreatedBy::IndoorUnit));
    if band.place == Place::Above || (band.place == Place::Below && !spared) {
        let [low, high] = ends();
        let params = [("loadWM2", band.load_w_m2.into()), low, high];
        findings.push(Finding::new(FindingCode::OutsideBand, Severity::Warning, path, params));
    }
    if let Some(check) = band.check.as_ref().filter(|check| check.verdict != Verdict::Inside) {
        let [low, high] = ends();
        let params = [("row", check.row.clone().into()), ("totalWM2", check.total_w_m2.into()), low, high];
        findings.push(Finding::new(FindingCode::BandDisputed, Severity::Note, path, params));
    }
    if load.sizing_basis == SizingBasis::Stated {
        return;
    }
    let days = load.computed.iter().flat_map(|computed| &computed.days);
    let residual = days.map(|day| day.residual).fold(0.0, f64::max);
    if residual > SETTLED {
        let params = [("residual", crate::num::quantise(residual, 6).into())];
        findings.push(Finding::new(FindingCode::LoadNotSettled, Severity::Warning, path, params));
    }
    let untreated = room.outdoor_air.as_ref().is_some_and(|air| air.treated_by == Some(TreatedBy::None));
    let design = &room_type.design;
    if untreated && (design.outdoor_air_m3_h_person.is_some() || design.outdoor_air_changes.is_some()) {
        let path = format!("{path}.outdoorAir.treatedBy");
        findings.push(Finding::new(FindingCode::NoOutdoorAir, Severity::Warning, path, []));
    }
    if room_type.design.exhaust_asked && room.exhaust.is_none() {
        let path = format!("{path}.exhaust");
        findings.push(Finding::new(FindingCode::ExhaustNotStated, Severity::Warning, path, []));
    }
}
