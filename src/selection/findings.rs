//! What there is to say about the chosen systems.

use super::answer::{Installed, PreferenceCost, RoomSelection, Selection, System, has_demo_figures};
use super::demand::Demand;
use super::rule::{Rule, Verdict};
use crate::catalogue::{Catalogue, Product, Stages};
use crate::finding::{Confidence, Finding, FindingCode, Severity};
use crate::load::Loads;
use crate::num;
use crate::project::Objective;
use crate::scalar::Scalar;

/// From this share above the load on a system is called oversized, by how it meets part of its load: the 115, 120 and 130 % of ACCA
/// Manual S for one step, two steps and variable speed (matching.md, section 2.4); of unknown stages the widest.
fn oversize_share(stages: Option<Stages>) -> f64 {
    match stages {
        Some(Stages::Single) => 0.15,
        Some(Stages::Two) => 0.20,
        Some(Stages::Variable) | None => 0.30,
    }
}

/// Every finding of a selection but those of all systems together.
pub(super) fn of(
    loads: &Loads,
    catalogue: &Catalogue,
    country: &str,
    demands: &[Demand],
    selection: &Selection,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (demand, room) in demands.iter().zip(&selection.rooms) {
        findings.extend(nothing_fits(demand, room));
    }
    for (index, system) in selection.systems.iter().enumerate() {
        let path = format!("selection.systems[{index}]");
        findings.extend(oversized(system, catalogue, &path));
        findings.extend(not_checked(system, &path));
        findings.extend(recalled(system, catalogue, country, &path));
        findings.extend(remarked(system, catalogue, &path));
    }
    let heated = loads.rooms.iter().zip(&selection.rooms);
    let unmatched = heated.filter(|(load, room)| load.heating_w.is_some() && room.heating_w.is_none());
    let unmatched_w = unmatched.filter_map(|(load, _)| load.heating_w).fold(0, i64::saturating_add);
    if unmatched_w > 0 {
        let params = [("heatingW", num::from_whole(unmatched_w).into())];
        findings.push(Finding::new(FindingCode::HeatingNotMatched, Severity::Note, "", params));
    }
    let by_electricity =
        matches!(selection.optimum.objective, Objective::LifeCycleCost | Objective::Efficiency);
    let heats = |demand: &Demand| !demand.requested && demand.heating_w.is_some_and(|watts| watts > 0);
    if by_electricity && demands.iter().any(heats) {
        let code = FindingCode::HeatingElectricityNotCounted;
        findings.push(Finding::new(code, Severity::Note, "selection.optimum", []));
    }
    if !selection.optimum.proved_optimal {
        let params =
            [("value", selection.optimum.value.into()), ("lowerBound", selection.optimum.lower_bound.into())];
        findings.push(Finding::new(
            FindingCode::OptimumNotProved,
            Severity::Note,
            "selection.optimum",
            params,
        ));
    }
    // Where nothing is served without the wishes either, it is not they that keep it away.
    let free = |preference: &&PreferenceCost| !preference.systems.is_empty();
    if let Some(preference) = selection.preference.as_ref().filter(free) {
        let unmet = preference.more.is_none();
        let more = preference.more.map_or_else(|| "".to_owned(), |more| more.to_string());
        let params: [(&str, Scalar); 2] =
            [("unrestricted", preference.unrestricted.to_string().into()), ("more", more.into())];
        let (code, severity) = if unmet {
            (FindingCode::PreferenceUnmet, Severity::Error)
        } else {
            (FindingCode::PreferenceCost, Severity::Note)
        };
        findings.push(Finding::new(code, severity, "preferences", params));
    }
    if selection.systems.iter().any(has_demo_figures) {
        let params = [("id", catalogue.id().into())];
        findings.push(Finding::new(FindingCode::DemoData, Severity::Warning, "catalogue", params));
    }
    findings
}

fn nothing_fits(demand: &Demand, room: &RoomSelection) -> Option<Finding> {
    // Nothing is searched for a room with requests: `requested_not_found` says what is missing.
    if room.system.is_some() || demand.requested {
        return None;
    }
    // Where nothing was even tried, the catalogue has no system.
    let rule = super::rejection::most_telling(&room.rejected).unwrap_or(Rule::NoSystem).as_str();
    let params: [(&str, Scalar); 4] = [
        ("rule", rule.into()),
        ("totalW", num::from_whole(room.load.total_w).into()),
        ("indoorDryBulbC", room.conditions.indoor_dry_bulb_c.into()),
        ("indoorWetBulbC", room.conditions.indoor_wet_bulb_c.into()),
    ];
    let mut finding = Finding::new(FindingCode::NothingFits, Severity::Error, demand.path.clone(), params);
    // Where units have no plant, why not.
    let without =
        room.rejected.iter().find(|group| group.rule == Rule::NoSystem && rule == group.rule.as_str());
    let mut plants = without.into_iter().flat_map(|group| &group.products);
    let because = plants.find_map(|product| product.params.get("rule"));
    finding.params.extend(because.map(|rule| ("because".to_owned(), rule.clone())));
    Some(finding)
}

/// How a product meets part of its load, if the catalogue has it.
fn stages(catalogue: &Catalogue, id: &str) -> Option<Stages> {
    match catalogue.product(id)? {
        Product::MatchedSplit(item) => item.figures.stages,
        Product::OutdoorUnit(item) => item.figures.stages,
        Product::Rooftop(item) => item.figures.stages,
        Product::Chiller(item) => item.figures.stages,
        _ => None,
    }
}

/// A machine that is larger than its stages bear: a remark that refuses nothing.
fn oversized(system: &System, catalogue: &Catalogue, path: &str) -> Option<Finding> {
    let (stages, capacity, load, product) = match &system.outdoor {
        Some(plant) => {
            let id = plant.units.first().map_or("", |unit| unit.id.as_str());
            (stages(catalogue, id), plant.cooling_w, plant.block_peak_w, id)
        }
        None => {
            let room = system.rooms.first()?;
            let id = room.product.id.as_str();
            let check = room.checks.iter().find(|check| check.rule == Rule::TotalCapacity)?;
            let load = num::to_whole(check.limit?).unwrap_or(0);
            (stages(catalogue, id), room.all.total_w, load, id)
        }
    };
    if load <= 0 {
        return None;
    }
    let margin = num::quantise(num::from_whole(capacity) / num::from_whole(load) - 1.0, 3);
    let limit = oversize_share(stages);
    (margin > limit).then(|| {
        let params: [(&str, Scalar); 3] =
            [("product", product.into()), ("margin", margin.into()), ("limit", limit.into())];
        Finding::new(FindingCode::Oversized, Severity::Note, path, params)
    })
}

/// The rules that could not be checked of a system, each once; heating that nobody can vouch for stops a proposal.
fn not_checked(system: &System, path: &str) -> Vec<Finding> {
    let all = system.checks.iter().chain(system.members().flat_map(|(_, _, checks)| checks));
    let open: std::collections::BTreeSet<Rule> =
        all.filter(|check| check.verdict == Verdict::NotChecked).map(|check| check.rule).collect();
    open.into_iter()
        .map(|rule| {
            let (code, severity) = match rule {
                Rule::HeatingCapacity => (FindingCode::HeatingUnknown, Severity::Error),
                Rule::Altitude => (FindingCode::AltitudeNotChecked, Severity::Warning),
                Rule::Charge => (FindingCode::ChargeNotChecked, Severity::Warning),
                _ => (FindingCode::NotChecked, Severity::Note),
            };
            Finding::new(code, severity, path, [("rule", rule.as_str().into())])
        })
        .collect()
}

/// A limit of refrigerant that nobody has read first-hand.
fn recalled(system: &System, catalogue: &Catalogue, country: &str, path: &str) -> Option<Finding> {
    let gas = match &system.installed {
        Installed::Connected(connected) => &connected.refrigerant,
        Installed::MatchedSplit(split) => &split.piping.refrigerant,
        Installed::Rooftop(_) | Installed::Water(_) => return None,
    };
    let limit = catalogue.refrigerant(gas)?.limit_in(country)?;
    let all = system.checks.iter().chain(system.members().flat_map(|(_, _, checks)| checks));
    let mut applied = all.filter(|check| check.standard == Some(limit.standard));
    applied.next().filter(|_| limit.confidence != Confidence::High)?;
    let params: [(&str, Scalar); 3] = [
        ("refrigerant", gas.clone().into()),
        ("standard", limit.standard.as_str().into()),
        ("limitKgM3", limit.kg_m3.into()),
    ];
    Some(Finding::new(FindingCode::LimitRecalled, Severity::Note, path, params))
}

/// What is odd about the figures of a chosen product, the first remark of the catalogue.
fn remarked(system: &System, catalogue: &Catalogue, path: &str) -> Vec<Finding> {
    let plant = system.outdoor.iter().flat_map(|plant| &plant.units).map(|unit| &unit.id);
    let ids: std::collections::BTreeSet<&String> =
        plant.chain(system.members().map(|(product, _, _)| &product.id)).collect();
    let remarks =
        ids.into_iter().filter_map(|id| catalogue.warnings().iter().find(|remark| remark.product == *id));
    remarks
        .map(|remark| {
            let params: [(&str, Scalar); 3] = [
                ("product", remark.product.clone().into()),
                ("remark", remark.code.as_str().into()),
                ("at", remark.path.clone().into()),
            ];
            Finding::new(FindingCode::ProductRemarked, Severity::Warning, path, params)
        })
        .collect()
}
