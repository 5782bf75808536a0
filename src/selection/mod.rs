//! Selection (选型): for every room the cheapest system of the catalogue that breaks no rule, and why each other lost.

mod candidate;
pub mod grouping;
mod rule;
mod take_off;

pub use rule::{Rejection, Rule};
pub use take_off::take_off;

use crate::catalogue::{Capacity, Catalogue, Cell, Product, Status};
use crate::climate::DesignConditions;
use crate::error::{Error, Fault};
use crate::finding::{Finding, FindingCode, Severity};
use crate::installation::SplitSystem;
use crate::instant::At;
use crate::load::{Load, Loads, RoomLoad};
use crate::money::Money;
use crate::num;
use crate::ordering::sorted;
use crate::pricing::Books;
use crate::project::{Mounting, Project, Room};
use crate::scalar::Scalar;
use candidate::Wanted;
use serde::Serialize;
use std::cmp::Ordering;

/// How many of the systems that fit are kept beside the chosen one.
const ALTERNATIVES: usize = 2;
/// From this share above the load on a system is called oversized. A judgement, after the 130 % of the load that sizing
/// practice allows a variable-speed machine; it leads to a remark and refuses nothing.
const OVERSIZE_SHARE: f64 = 0.30;
/// From this height on a missing correction is remarked. A judgement: the air is 9 % thinner there than at the sea.
const ALTITUDE_M: f64 = 1000.0;

/// The most trials of a product in a room: every room keeps a record of every product, so this bounds time, memory and the
/// length of an answer. Measured: 45,000 trials (1000 rooms, 45 products) take 0.3 s and give 20 MB.
const MOST_TRIALS: u32 = 200_000;

/// The systems of a project.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Selection {
    /// The digest of the completed project that it was made for.
    pub project_digest: String,
    /// The rooms, in the project's order.
    pub rooms: Vec<RoomSelection>,
    /// What there is to say about it.
    pub findings: Vec<Finding>,
}

/// The system of one room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomSelection {
    /// The room's identifier.
    pub room: String,
    /// The conditions that capacity was read at.
    pub conditions: Conditions,
    /// The load that it carries.
    pub load: Load,
    /// The cheapest system that fits; absent if none does.
    pub chosen: Option<Choice>,
    /// The next cheapest systems that fit.
    pub alternatives: Vec<Choice>,
    /// Every other product, with the first rule that it failed.
    pub rejected: Vec<Rejection>,
}

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

/// A system that fits a room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// The maker's brand.
    pub brand: String,
    /// The indoor unit's model.
    pub indoor_model: String,
    /// The outdoor unit's model.
    pub outdoor_model: String,
    /// The source of its capacities, as the catalogue names it.
    pub source: String,
    /// Whether those are a maker's.
    pub status: Status,
    /// What is installed, with all that its installation depends on.
    pub system: SplitSystem,
    /// Capacity of one set at the room's conditions.
    pub each: Capacity,
    /// Capacity of all sets.
    pub all: Capacity,
    /// Total capacity above the total load, as a share of the load; never negative.
    pub total_margin: f64,
    /// Sensible capacity above the sensible load, as a share of the load; never negative.
    pub sensible_margin: f64,
    /// Equipment, tax included.
    pub equipment: Money,
    /// Installation, tax included.
    pub installation: Money,
    /// Both: what the choice was made by.
    pub cost: Money,
    /// The points of the maker's table that `each` was interpolated from.
    pub table_points: Vec<Cell>,
}

/// Selects a system for every room of a completed project.
///
/// # Errors
/// [`Fault::Mismatch`] if `loads` are not those of `project`; [`Fault::MissingField`] if the project is not completed;
/// as [`Books::check_period`]; for whom the books are is asked where they are priced from.
pub fn select(
    project: &Project,
    loads: &Loads,
    catalogue: &Catalogue,
    books: &Books,
    at: At,
) -> Result<Selection, Error> {
    let project = project.checked()?;
    books.check_period(at)?;
    select_checked(&project, loads, catalogue, books, at)
}

/// Selects for a project and books that have been checked.
pub(crate) fn select_checked(
    project: &Project,
    loads: &Loads,
    catalogue: &Catalogue,
    books: &Books,
    at: At,
) -> Result<Selection, Error> {
    let project_digest = project.digest()?;
    if loads.project_digest != project_digest {
        let reason = "the loads are of another project, or this one is not completed".into();
        return Err(Error::new("", Fault::Mismatch { reason }));
    }
    let rooms = num::count(project.rooms.len());
    let products = num::count(catalogue.products().len().saturating_add(catalogue.refused().len()));
    if rooms.saturating_mul(products) > MOST_TRIALS {
        return Err(Error::new("rooms", Fault::TooMuchWork { rooms, products, maximum: MOST_TRIALS }));
    }
    let preferences = project.preferences.clone().unwrap_or_default();
    let most_sets = preferences
        .max_units_per_room
        .and_then(|most| u32::try_from(most).ok())
        .ok_or_else(|| Error::new("preferences.maxUnitsPerRoom", Fault::MissingField))?;
    let mut selection =
        Selection { project_digest, rooms: Vec::with_capacity(loads.rooms.len()), findings: Vec::new() };
    if loads.site.elevation_m > ALTITUDE_M {
        let params = [("elevationM", loads.site.elevation_m.into())];
        selection.findings.push(Finding::new(
            FindingCode::AltitudeNotChecked,
            Severity::Warning,
            "site",
            params,
        ));
    }
    for (index, (room, load)) in project.rooms.iter().zip(&loads.rooms).enumerate() {
        let path = format!("rooms[{index}]");
        let mountings = preferences.mountings.as_deref();
        let wanted = wanted(room, load, &loads.site, &path, most_sets, mountings)?;
        let chosen = select_room(&wanted, catalogue, books, at)?;
        selection.findings.extend(room_finding(&chosen, &path));
        selection.findings.extend(remark_finding(&chosen, catalogue, &path));
        selection.rooms.push(chosen);
    }
    selection.findings.extend(not_checked(project, &selection));
    if let Some(heating_w) = loads.heating_w {
        let params = [("heatingW", num::from_whole(heating_w).into())];
        selection.findings.push(Finding::new(FindingCode::HeatingNotMatched, Severity::Warning, "", params));
    }
    if selection.rooms.iter().flat_map(|room| &room.chosen).any(candidate::has_demo_figures) {
        let params = [("id", catalogue.id().into())];
        selection.findings.push(Finding::new(FindingCode::DemoData, Severity::Warning, "catalogue", params));
    }
    Ok(selection)
}

/// What the catalogue does not tell and no rule has checked of the systems chosen, said once each.
fn not_checked(project: &Project, selection: &Selection) -> Vec<Finding> {
    let runs =
        project.rooms.iter().zip(&selection.rooms).enumerate().filter_map(|(index, (room, selected))| {
            selected.chosen.as_ref()?;
            Some((index, room.installation.as_ref()?.pipe_run_m?))
        });
    let Some((index, run)) = runs.max_by(|(_, a), (_, b)| a.total_cmp(b)) else { return Vec::new() };
    let path = format!("rooms[{index}].installation.pipeRunM");
    vec![
        Finding::new(FindingCode::PipeLengthNotCorrected, Severity::Warning, path, [("runM", run.into())]),
        Finding::new(FindingCode::ChargeNotChecked, Severity::Note, "", []),
    ]
}

fn wanted<'a>(
    room: &'a Room,
    load: &RoomLoad,
    site: &DesignConditions,
    path: &str,
    most_sets: u32,
    mountings: Option<&'a [Mounting]>,
) -> Result<Wanted<'a>, Error> {
    let installation = room
        .installation
        .as_ref()
        .ok_or_else(|| Error::new(format!("{path}.installation"), Fault::MissingField))?;
    Ok(Wanted {
        room: load.id.clone(),
        path: path.to_owned(),
        load: load.sizing,
        conditions: Conditions {
            indoor_dry_bulb_c: load.air.dry_bulb_c,
            indoor_wet_bulb_c: load.air.wet_bulb_c,
            outdoor_dry_bulb_c: site.cooling_dry_bulb_c,
        },
        installation,
        most_sets,
        mountings,
    })
}

fn select_room(
    wanted: &Wanted<'_>,
    catalogue: &Catalogue,
    books: &Books,
    at: At,
) -> Result<RoomSelection, Error> {
    let mut fitting: Vec<(Choice, &Product)> = Vec::new();
    let mut rejected: Vec<Rejection> = catalogue.refused().iter().map(Rejection::refused).collect();
    for product in catalogue.products() {
        match candidate::try_product(product, wanted, books, at)? {
            Ok(choice) => fitting.push((choice, product)),
            Err(rejection) => rejected.push(rejection),
        }
    }
    let mut fitting = sorted(fitting, |(a, _), (b, _)| preferred(a, b)).into_iter();
    // The points of the table are traced for the systems that are shown, not for every one that was tried.
    let mut shown = fitting.by_ref().take(ALTERNATIVES.saturating_add(1)).map(|(choice, product)| {
        let Conditions { indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c } = wanted.conditions;
        let points = product.cooling.trace(indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c);
        Choice { table_points: points.unwrap_or_default(), ..choice }
    });
    let chosen = shown.next();
    let alternatives: Vec<Choice> = shown.collect();
    if let Some(best) = &chosen {
        for (choice, _) in fitting {
            rejected.push(Rejection::costlier(&choice, best)?);
        }
    }
    let rejected = sorted(rejected, |a, b| a.product.cmp(&b.product));
    Ok(RoomSelection {
        room: wanted.room.clone(),
        conditions: wanted.conditions,
        load: wanted.load,
        chosen,
        alternatives,
        rejected,
    })
}

/// Cheapest first; among equals fewer sets, then less surplus, then the product's name.
fn preferred(a: &Choice, b: &Choice) -> Ordering {
    a.cost
        .cmp(&b.cost)
        .then(a.system.sets.cmp(&b.system.sets))
        .then(a.all.total_w.cmp(&b.all.total_w))
        .then(a.system.product.cmp(&b.system.product))
}

/// What is odd about the figures of the chosen product, the first remark of the catalogue.
fn remark_finding(room: &RoomSelection, catalogue: &Catalogue, path: &str) -> Option<Finding> {
    let product = &room.chosen.as_ref()?.system.product;
    let remark = catalogue.warnings().iter().find(|remark| remark.product == *product)?;
    let params: [(&str, Scalar); 3] = [
        ("product", product.clone().into()),
        ("remark", remark.code.as_str().into()),
        ("at", remark.path.clone().into()),
    ];
    Some(Finding::new(FindingCode::ProductRemarked, Severity::Warning, path, params))
}

fn room_finding(room: &RoomSelection, path: &str) -> Option<Finding> {
    match &room.chosen {
        None => {
            // The rule that most products failed tells the buyer most.
            let mut counts = std::collections::BTreeMap::new();
            for rejection in &room.rejected {
                let count = counts.entry(rejection.rule).or_insert(0_u32);
                *count = count.saturating_add(1);
            }
            let most = counts.iter().max_by_key(|(rule, count)| (**count, std::cmp::Reverse(**rule)));
            let rule = most.map_or("", |(rule, _)| rule.as_str());
            let params: [(&str, Scalar); 4] = [
                ("rule", rule.into()),
                ("totalW", num::from_whole(room.load.total_w).into()),
                ("indoorDryBulbC", room.conditions.indoor_dry_bulb_c.into()),
                ("indoorWetBulbC", room.conditions.indoor_wet_bulb_c.into()),
            ];
            Some(Finding::new(FindingCode::NothingFits, Severity::Error, path, params))
        }
        Some(choice) if choice.total_margin > OVERSIZE_SHARE => {
            let params: [(&str, Scalar); 2] =
                [("product", choice.system.product.clone().into()), ("margin", choice.total_margin.into())];
            Some(Finding::new(FindingCode::Oversized, Severity::Note, path, params))
        }
        Some(_) => None,
    }
}
