//! Selection (选型): for the rooms of a project the systems of the catalogue that break no rule and cost least, why each other product
//! lost, and how far the choice is proved.
//!
//! Every room tries every machine by the rules; what is left goes to the search ([`grouping`]), which says who shares what.
//! `src/docs/matching.md` has the rules, the layout of the pipes and the search.

mod answer;
mod build;
mod central;
mod context;
mod demand;
mod explanation;
mod findings;
mod fresh_air;
mod group;
pub mod grouping;
mod heating;
mod objective;
mod offer;
mod own_set;
mod question;
mod rejection;
mod requested;
mod rule;
mod rules;
mod schematic;
mod settle;
mod sizes;
mod solve;
mod stock;
mod take_off;
mod ventilators;
mod vouched;
mod whole;
mod widen;

pub use answer::{
    Alternative, FreshAirUnits, Installed, Label, Optimum, OutdoorConditions, Plant, PreferenceCost,
    RoomFreshAir, RoomSelection, Selection, ServedRoom, System, SystemSummary, Ventilator,
};
pub use demand::Conditions;
pub use offer::Offer;
pub use rejection::{RejectedGroup, RejectedProduct, Rejection, most_telling};
pub use requested::{FoundBy, RequestedAlternative, RequestedUnits};
pub use rule::{Check, Rule, Verdict};
pub use schematic::Piece;
pub use take_off::take_off;
pub(crate) use take_off::take_off_instead;

use crate::catalogue::Catalogue;
use crate::error::{Error, Fault};
use crate::finding::Finding;
use crate::instant::At;
use crate::load::Loads;
use crate::num;
use crate::pricing::Books;
use crate::project::{Objective, Preferences, Project};
use context::Context;

/// The most trials of a product in a room: every room keeps a record of every product, so this bounds time, memory and the
/// length of an answer.
const MOST_TRIALS: u32 = 400_000;

/// Selects the systems of a completed project.
///
/// # Errors
/// [`Fault::Mismatch`] if `loads` are not those of `project`; [`Fault::MissingField`] if the project is not completed;
/// [`Fault::TooMuchWork`] beyond the bound of rooms times products; as [`Books::check_period`]; for whom the books are is asked
/// where they are priced from.
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
    let tried = [
        catalogue.matched_splits().len(),
        catalogue.rooftops().len(),
        catalogue.indoor_units().len(),
        catalogue.fan_coils().len(),
        catalogue.fresh_air_units().len(),
        catalogue.refused().len(),
    ];
    let products = num::count(tried.into_iter().fold(0, usize::saturating_add));
    if rooms.saturating_mul(products) > MOST_TRIALS {
        return Err(Error::new("rooms", Fault::TooMuchWork { rooms, products, maximum: MOST_TRIALS }));
    }
    let missing = || Error::new("preferences", Fault::MissingField);
    let preferences = project.preferences.as_ref().ok_or_else(missing)?;
    let context = Context::of(project, preferences, catalogue, books, at)?;
    let rooms = demand::demands(project, loads)?;
    // What the rooms' fresh-air units ask for stands behind the rooms.
    let fresh = fresh_air::demands(project, loads, &rooms);
    let demands = [rooms.as_slice(), fresh.as_slice()].concat();
    let objective = preferences.objective.unwrap_or(Objective::InstalledCost);
    let chosen = solve::solve(&demands, &context, objective, &solve::OBJECTIVES)?;
    let unrestricted = match without_wishes(preferences) {
        Some(free) => {
            let context = Context { preferences: &free, ..context };
            // What the wish costs is told of the objective alone.
            Some(solve::solve(&demands, &context, objective, &[])?)
        }
        None => None,
    };
    let mut selection = solve::selection(project_digest, &demands, &chosen, unrestricted.as_ref(), &context)?;
    selection.alternatives = solve::alternatives(&chosen, &demands, &context)?;
    selection.offers = solve::offers(&chosen, &demands, &context)?;
    let answers = requested::answer(project.requests(), &rooms, loads, &context)?;
    let said: Vec<Finding> = answers.iter().flat_map(|answer| answer.findings.clone()).collect();
    add_requested(&mut selection, answers);
    let unventilated = ventilators::add(project, &rooms, &context, &mut selection)?;
    explanation::add(project, &mut selection)?;
    let (checks, together) = whole::checks(project, catalogue, &selection);
    selection.checks = checks;
    selection.findings = findings::of(loads, catalogue, context.country, &rooms, &selection);
    selection.findings.extend(together);
    selection.findings.extend(central::family::findings(&context));
    let without_air = fresh_air::findings(project, &rooms, &selection);
    selection.findings.extend(without_air);
    let short = explanation::short_shares(&selection);
    selection.findings.extend(short);
    selection.findings.extend(said);
    selection.findings.extend(unventilated);
    let short = stock::findings(&selection, &context);
    selection.findings.extend(short);
    Ok(selection)
}

/// Numbers the systems of requests after the others, and names them in their rooms.
fn add_requested(selection: &mut Selection, answers: Vec<requested::Answered>) {
    for answer in answers {
        let mut units = answer.units;
        if let Some(system) = answer.system {
            let id = format!("system-{}", selection.systems.len().saturating_add(1));
            units.system = Some(id.clone());
            let room = selection.rooms.iter_mut().find(|room| units.room.as_ref() == Some(&room.room));
            if let Some(room) = room
                && room.system.is_none()
            {
                room.system = Some(id.clone());
            }
            selection.systems.push(System { id, ..system });
        }
        selection.requested.push(units);
    }
}

/// Wishes that restrict what is tried, taken away.
fn restricts(preferences: &Preferences) -> bool {
    preferences.systems.is_some()
        || preferences.brands.is_some()
        || preferences.products.is_some()
        || preferences.worst_grade.is_some()
}

/// The wishes without those that restrict what is tried; `None` where there are none.
fn without_wishes(preferences: &Preferences) -> Option<Preferences> {
    restricts(preferences).then(|| Preferences {
        systems: None,
        brands: None,
        products: None,
        worst_grade: None,
        ..preferences.clone()
    })
}
