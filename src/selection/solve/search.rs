//! One group, one objective: the question, its answer, and what is known of all other answers.

use super::PART_FOR_OTHERS;
use crate::error::Error;
use crate::project::Objective;
use crate::selection::build::{self, Built};
use crate::selection::context::Context;
use crate::selection::group::{Group, Level};
use crate::selection::grouping;
use crate::selection::question::Question;
use crate::selection::settle;

/// The systems of a group, and what the search says of them.
pub(super) type Searched = (Vec<Built>, grouping::Answer);

/// The best systems of a group by an objective.
pub(super) fn search(
    group: &Group<'_>,
    context: &Context<'_>,
    objective: Objective,
    work: u64,
) -> Result<Searched, Error> {
    let question = group.question(context, objective, work)?;
    let at_best_air = group.question_at_best_air(context, objective, work / PART_FOR_OTHERS)?;
    answered(group, &question, at_best_air.as_ref(), context)
}

/// The better of two answers to one question, with what is known from both of all ways.
pub(super) fn better(first: Searched, second: Searched) -> Searched {
    let value = |answer: &grouping::Answer| (answer.unserved.len(), answer.cost);
    let bounds = [&first.1, &second.1].map(|answer| (answer.unserved.is_empty(), answer.lower_bound));
    let (built, mut answer) = if value(&second.1) <= value(&first.1) { second } else { first };
    if answer.unserved.is_empty() {
        let known = bounds.into_iter().filter(|(everybody, _)| *everybody).map(|(_, bound)| bound);
        answer.lower_bound = known.fold(answer.lower_bound, i64::max).min(answer.cost);
        answer.proved_optimal |= answer.lower_bound == answer.cost;
    }
    (built, answer)
}

/// The answer to a question, with the bound of the same question `at_best_air` where there is one.
pub(super) fn answered(
    group: &Group<'_>,
    question: &Question,
    at_best_air: Option<&Question>,
    context: &Context<'_>,
) -> Result<Searched, Error> {
    if question.problem.outdoors.is_empty() {
        return alone(group, question);
    }
    let mut answer = grouping::group(&question.problem)?;
    if answer.exhaustive
        && let Some(relaxed) = question.with_joints_in_any_order()
    {
        // Rooms that leave a pipe at one place hang in the order of the search, which need not cost least: with the cheapest joint
        // between them no order costs less.
        let bound = grouping::group(&relaxed)?.lower_bound;
        answer.lower_bound = answer.lower_bound.min(bound);
    }
    if let Some(relaxed) = at_best_air {
        // At the worst air of all rooms a system may cost more than it has to.
        let best = grouping::group(&relaxed.problem)?;
        // Who is left out differs, so that nothing is known where anybody is, nor where nothing could be read at the worst air.
        let read = |best: &Level<'_>| group.levels.iter().any(|level| level.kind == best.kind);
        let everybody =
            answer.unserved.is_empty() && best.unserved.is_empty() && group.at_best.iter().all(read);
        answer.lower_bound = if everybody { answer.lower_bound.min(best.lower_bound) } else { 0 };
        answer.proved_optimal &= everybody;
    }
    let answer = settle::settled(group, question, answer);
    let built = build::systems(group, question, &answer, context)?;
    Ok((built, answer))
}

/// Without any plant every room has its own set or none.
fn alone(group: &Group<'_>, question: &Question) -> Result<Searched, Error> {
    let mut answer = grouping::Answer {
        systems: Vec::new(),
        cost: 0,
        lower_bound: 0,
        proved_optimal: true,
        exhaustive: true,
        unserved: Vec::new(),
        work: 0,
    };
    let mut built = Vec::new();
    for (zone, demand) in group.demands.iter().enumerate() {
        let own = group.own.get(zone).zip(question.own.get(zone).copied().flatten());
        let Some(system) = own.and_then(|(own, position)| own.get(position)) else { continue };
        let cost = question.problem.zones.get(zone).and_then(|zone| zone.single_cost).unwrap_or(0);
        answer.cost = answer.cost.saturating_add(cost);
        built.push(Built { system: system.clone(), positions: vec![demand.position] });
    }
    answer.lower_bound = answer.cost;
    Ok((built, answer))
}
