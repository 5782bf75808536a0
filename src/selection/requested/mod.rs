//! Requested units (指定机型): found by model or nameplate, quoted as they are, and checked as far as the project says where they go.
//!
//! Nothing is searched and no load refuses them: what a maker's rule or a load says against them is a finding.

mod against_load;
mod candidate;
mod names;

use super::answer::System;
use super::context::Context;
use super::demand::Demand;
use super::rejection::{RejectedGroup, Rejection, grouped};
use super::rule::Rule;
use crate::error::{Error, Fault, Params};
use crate::finding::{Finding, FindingCode, Severity};
use crate::money::Money;
use crate::num;
use crate::ordering::sorted;
use crate::project::{OutdoorPlace, Requested, SystemKind};
use crate::scalar::Scalar;
use against_load::against_loads;
use candidate::{Candidate, Wanted};
use names::kind_of_part;
use serde::Serialize;

/// What was found for a request.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestedUnits {
    /// The request.
    pub id: String,
    /// The room that they serve; absent where none is named.
    pub room: Option<String>,
    /// How many sets.
    pub quantity: u32,
    /// Cooling capacity of one set as the nameplate says, W; absent where only a model is stated.
    pub asked_w: Option<i64>,
    /// How the product was found; absent where none was.
    pub found_by: Option<FoundBy>,
    /// The system that they are; absent where none was found.
    pub system: Option<String>,
    /// The next products that answer the request, at most two.
    pub alternatives: Vec<RequestedAlternative>,
    /// Every other product by the reason why it does not answer the request.
    pub rejected: Vec<RejectedGroup>,
}

/// How a requested product was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum FoundBy {
    /// It is the model.
    Model,
    /// Its capacity is that of the nameplate, within the tolerance.
    Nameplate,
    /// No capacity is that of the nameplate, and this is the next larger one.
    NextLarger,
}

/// Another product that answers a request.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestedAlternative {
    /// The product.
    pub product: String,
    /// Its cooling capacity at the rating point, W.
    pub rated_w: i64,
    /// Equipment and installation of all sets, tax included.
    pub cost: Money,
}

/// A request with its system, not numbered yet.
pub(super) struct Answered {
    pub(super) units: RequestedUnits,
    pub(super) system: Option<System>,
    pub(super) findings: Vec<Finding>,
    path: String,
    /// Whether the capacity is read at the air of its room; else it is that of the nameplate.
    in_room: bool,
}

/// A request with the place that its units go to.
struct Asked<'a> {
    request: &'a Requested,
    demand: Demand,
    sets: u32,
    /// All sets of all requests for the room: they share its outdoor air.
    sets_in_room: u32,
}

/// Finds the units of every request of a completed project.
pub(super) fn answer(
    requests: &[Requested],
    demands: &[Demand],
    loads: &crate::load::Loads,
    context: &Context<'_>,
) -> Result<Vec<Answered>, Error> {
    let sets = |request: &Requested| u32::try_from(request.quantity).unwrap_or(1);
    let mut answers = Vec::with_capacity(requests.len());
    for (index, request) in requests.iter().enumerate() {
        let path = format!("requested[{index}]");
        let id = request.id.clone().ok_or_else(|| Error::new(format!("{path}.id"), Fault::MissingField))?;
        let room = request.room.as_ref();
        let demand = match room {
            Some(room) => demands.iter().find(|demand| demand.room == *room).cloned().ok_or_else(|| {
                let reason = format!("the project has no room `{room}`");
                Error::new(format!("{path}.room"), Fault::Mismatch { reason })
            })?,
            None => super::demand::of_request(request, &id, path.clone(), loads)?,
        };
        let together = requests.iter().filter(|other| room.is_some() && other.room.as_ref() == room);
        let sets_in_room = together.map(sets).fold(0_u32, u32::saturating_add).max(sets(request));
        let asked = Asked { request, demand, sets: sets(request), sets_in_room };
        answers.push(asked.answer(&id, path, context)?);
    }
    against_loads(&mut answers, demands, context);
    Ok(answers)
}

impl Asked<'_> {
    fn answer(&self, id: &str, path: String, context: &Context<'_>) -> Result<Answered, Error> {
        let request = self.request;
        let asked_w = request.cooling_kw.and_then(|kw| num::to_whole(kw * 1000.0));
        let mut rejected = Vec::new();
        let mut found = self.candidates(Wanted::Model, context, &mut rejected)?;
        // Products of other names are not worth a line each.
        rejected.retain(|rejection: &Rejection| rejection.rule != Rule::ProductWanted);
        // The one that keeps the rules of its place before a cheaper one that breaks them: it is the model that is asked for.
        found = sorted(found, |a, b| (!a.fits, a.system.cost, a.id()).cmp(&(!b.fits, b.system.cost, b.id())));
        let mut found_by = FoundBy::Model;
        let mut findings = Vec::new();
        if found.is_empty() {
            if let Some(model) = &request.model {
                let severity = if asked_w.is_some() { Severity::Warning } else { Severity::Error };
                let finding =
                    |(code, params)| Finding { code, severity, path: format!("{path}.model"), params };
                findings.push(finding(self.unquoted(model, id, &rejected, context)));
            }
            if let Some(asked_w) = asked_w {
                // What the model had to say of the other products is said again by the nameplate.
                rejected.clear();
                (found, found_by) = self.by_nameplate(asked_w, context, &mut rejected)?;
                if found.is_empty() {
                    let groups = grouped(rejected.clone());
                    let rule = super::rejection::most_telling(&groups).map_or("", Rule::as_str);
                    let params: [(&str, Scalar); 3] = [
                        ("request", id.to_owned().into()),
                        ("coolingW", num::from_whole(asked_w).into()),
                        ("rule", rule.into()),
                    ];
                    let code = FindingCode::RequestedNotFound;
                    findings.push(Finding::new(code, Severity::Error, path.clone(), params));
                }
            }
        }
        let mut found = found.into_iter();
        let chosen = found.next();
        if let (Some(chosen), FoundBy::NextLarger) = (&chosen, found_by) {
            let params: [(&str, Scalar); 3] = [
                ("request", id.to_owned().into()),
                ("coolingW", num::from_whole(asked_w.unwrap_or(0)).into()),
                ("ratedW", num::from_whole(chosen.rated_w).into()),
            ];
            let code = FindingCode::RequestedNextLarger;
            findings.push(Finding::new(code, Severity::Warning, path.clone(), params));
        }
        let others: Vec<Candidate> = found.collect();
        rejected.extend(others.iter().map(|other| Rejection::new(other.id(), Rule::Costlier, [])));
        let alternatives = others.iter().filter(|other| other.fits).take(2).map(|other| {
            let (product, rated_w, cost) = (other.id().to_owned(), other.rated_w, other.system.cost);
            RequestedAlternative { product, rated_w, cost }
        });
        let units = RequestedUnits {
            id: id.to_owned(),
            room: request.room.clone(),
            quantity: self.sets,
            asked_w,
            found_by: chosen.is_some().then_some(found_by),
            system: None,
            alternatives: alternatives.collect(),
            rejected: grouped(rejected),
        };
        findings.extend(chosen.as_ref().and_then(|chosen| self.on_roof(id, &path, chosen)));
        let in_room = chosen.as_ref().is_some_and(|chosen| chosen.in_room);
        Ok(Answered { units, system: chosen.map(|chosen| chosen.system), findings, path, in_room })
    }
    /// Why a model is not quoted: it lacks a price or figures, the catalogue refused it, it is a part of a system, or nobody knows it.
    fn unquoted(
        &self,
        model: &str,
        id: &str,
        rejected: &[Rejection],
        context: &Context<'_>,
    ) -> (FindingCode, Params) {
        let catalogue = context.catalogue;
        let mut params = vec![("model", Scalar::from(model)), ("request", Scalar::from(id))];
        // Nothing but products of that name is left among the rejections.
        let known = rejected.first().map(|one| (one.product.as_str(), one.rule));
        let refused = || {
            let mut refused = catalogue.refused().iter().map(|remark| remark.product.as_str());
            refused
                .find(|product| names::same(product, model))
                .map(|product| (product, Rule::RefusedByCatalogue))
        };
        let code = if let Some((product, rule)) = known.or_else(refused) {
            params.extend([("product", Scalar::from(product)), ("rule", Scalar::from(rule.as_str()))]);
            FindingCode::RequestedNotQuoted
        } else if let Some(kind) = kind_of_part(catalogue, self.request) {
            params.push(("kind", kind.into()));
            FindingCode::RequestedPartOfSystem
        } else {
            FindingCode::RequestedModelUnknown
        };
        (code, crate::error::params(params))
    }

    /// A rooftop unit that is taken on a roof frame, though the project says or assumes another place.
    fn on_roof(&self, id: &str, path: &str, chosen: &Candidate) -> Option<Finding> {
        let place = self.demand.circumstances.outdoor_place;
        let off = chosen.system.kind == SystemKind::Rooftop && place != OutdoorPlace::RoofFrame;
        let owner = self.request.room.as_ref().map_or(path, |_| self.demand.path.as_str());
        off.then(|| {
            let params: [(&str, Scalar); 3] = [
                ("request", id.to_owned().into()),
                ("product", chosen.id().to_owned().into()),
                ("outdoorPlace", place.as_str().into()),
            ];
            let at = format!("{owner}.installation.outdoorPlace");
            Finding::new(FindingCode::RequestedOnRoof, Severity::Warning, at, params)
        })
    }
}
