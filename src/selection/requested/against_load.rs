//! What loads and makers' rules have against requested units.

use super::Answered;
use crate::finding::{Finding, FindingCode, Severity};
use crate::scalar::Scalar;
use crate::selection::context::Context;
use crate::selection::demand::Demand;
use crate::selection::rule::{Check, Rule, Verdict};
use crate::selection::rules::{capacity, capacity::Delivered};

/// Holds what was found for a room together against its load, and says what any rule has against it.
pub(super) fn against_loads(answers: &mut [Answered], demands: &[Demand], context: &Context<'_>) {
    for demand in demands.iter().filter(|demand| demand.requested) {
        let serves = |answer: &Answered| answer.units.room.as_deref() == Some(demand.room.as_str());
        let (mut delivered, mut heating) = (Delivered { total_w: 0, sensible_w: 0 }, Some(0_i64));
        let mut known = true;
        let mut first = None;
        for answer in answers.iter().filter(|answer| serves(answer)) {
            let Some(room) = answer.system.as_ref().and_then(|system| system.rooms.first()) else { continue };
            first = first.or_else(|| Some(answer.path.clone()));
            known &= answer.in_room;
            delivered.total_w = delivered.total_w.saturating_add(room.all.total_w);
            delivered.sensible_w = delivered.sensible_w.saturating_add(room.all.sensible_w);
            heating = heating.zip(room.heating_w).map(|(sum, own)| sum.saturating_add(own));
        }
        let Some(path) = first else { continue };
        let mut checks = vec![Check::not_checked(Rule::TotalCapacity)];
        if known {
            checks = vec![
                capacity::total_capacity(delivered, &demand.load),
                capacity::sensible_capacity(delivered, &demand.load),
                capacity::latent_capacity(delivered, &demand.load),
            ];
        }
        checks.extend(capacity::heating_capacity(heating, demand.heating_w));
        let short: Vec<Finding> = checks
            .iter()
            .filter(|check| check.is_broken())
            .map(|check| short(check, &demand.room, &path))
            .collect();
        for answer in answers.iter_mut().filter(|answer| serves(answer)) {
            let room = answer.system.as_mut().and_then(|system| system.rooms.first_mut());
            if let Some(room) = room {
                room.checks.extend(checks.iter().copied());
            }
            // Together they carry the load of the room.
            if let Some(system) = answer.system.as_mut() {
                let input = system.rooms.first().map_or(0, |room| room.all.input_w);
                system.energy_kwh = context.energy_kwh(demand.load.total_w, delivered.total_w, input);
            }
            if answer.path == path {
                answer.findings.extend(short.iter().cloned());
            }
        }
    }
    for answer in answers {
        let room = answer.system.as_ref().and_then(|system| system.rooms.first());
        let own = room.into_iter().flat_map(|room| &room.checks);
        let broken = own.filter(|check| check.verdict == Verdict::Failed && !of_load(check.rule));
        let findings: Vec<Finding> =
            broken.map(|check| against(check, &answer.units.id, &answer.path)).collect();
        answer.findings.extend(findings);
    }
}

fn of_load(rule: Rule) -> bool {
    matches!(
        rule,
        Rule::TotalCapacity | Rule::SensibleCapacity | Rule::LatentCapacity | Rule::HeatingCapacity
    )
}

/// The units of a room carry less than its load: the buyer asked for them, and is told.
fn short(check: &Check, room: &str, path: &str) -> Finding {
    said_by(
        check,
        Finding::new(FindingCode::RequestedShort, Severity::Warning, path, [("room", room.into())]),
    )
}

/// A maker's rule that the place breaks: the units cannot go there as stated.
fn against(check: &Check, request: &str, path: &str) -> Finding {
    let params = [("request", request.into())];
    said_by(check, Finding::new(FindingCode::RequestedRuleBroken, Severity::Error, path, params))
}

/// The finding with the rule and with its figures, where it has any.
fn said_by(check: &Check, mut finding: Finding) -> Finding {
    finding.params.insert("rule".to_owned(), check.rule.as_str().into());
    for (name, figure) in [("value", check.value), ("limit", check.limit)] {
        finding.params.extend(figure.map(|figure| (name.to_owned(), Scalar::Number(figure))));
    }
    finding
}
