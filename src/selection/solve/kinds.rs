//! The best choices with one kind of system in every room.

use super::answered;
use crate::error::Error;
use crate::project::{Objective, SystemKind};
use crate::selection::build::Built;
use crate::selection::context::Context;
use crate::selection::group::{Group, Level, Offered, Plants};
use crate::selection::objective::Merits;
use crate::selection::question::Question;

/// Every kind, in the order of equals.
const KINDS: [SystemKind; 6] = [
    SystemKind::MatchedSplit,
    SystemKind::MultiSplit,
    SystemKind::VrfHeatPump,
    SystemKind::VrfHeatRecovery,
    SystemKind::Rooftop,
    SystemKind::ChilledWater,
];

/// The best with one kind of system.
pub(super) struct OfKind {
    pub(super) kind: SystemKind,
    pub(super) built: Vec<Built>,
    pub(super) value: i64,
    pub(super) proved: bool,
}

/// The best of every kind that can serve all rooms, except the kind that all chosen systems have: that one is the best already.
pub(super) fn searched(
    offered: &[Offered<'_>],
    chosen: &[Built],
    context: &Context<'_>,
    objective: Objective,
    work: u64,
) -> Result<Vec<OfKind>, Error> {
    let mut found = Vec::new();
    for kind in KINDS {
        let is_chosen = chosen.iter().all(|built| built.system.kind == kind);
        if !is_chosen && offered.iter().all(|offered| may_serve(&offered.group, kind)) {
            found.extend(of_kind(kind, offered, context, objective, work)?);
        }
    }
    Ok(found)
}

/// The best of a kind; `None` where it leaves a room without a system.
fn of_kind(
    kind: SystemKind,
    offered: &[Offered<'_>],
    context: &Context<'_>,
    objective: Objective,
    work: u64,
) -> Result<Option<OfKind>, Error> {
    let mut best = OfKind { kind, built: Vec::new(), value: 0, proved: true };
    for Offered { group, .. } in offered {
        let mut question = group.question(context, objective, work)?;
        restrict(&mut question, group, kind, context, objective)?;
        let (built, answer) = answered(group, &question, None, context)?;
        if built.iter().map(|built| built.positions.len()).sum::<usize>() < group.demands.len() {
            return Ok(None);
        }
        best.built.extend(built);
        best.value = best.value.saturating_add(answer.cost);
        // Plants that are read at the worst air of all rooms prove nothing.
        best.proved &= answer.proved_optimal && group.at_best.is_empty();
    }
    Ok(Some(best))
}

fn is_of(level: &Level<'_>, kind: SystemKind) -> bool {
    match &level.plants {
        Plants::Outdoor { usable, .. } => usable.kind() == kind,
        Plants::Chillers(_) => kind == SystemKind::ChilledWater,
    }
}

/// Whether every room has something of a kind, and a plant for it where it needs one.
fn may_serve(group: &Group<'_>, kind: SystemKind) -> bool {
    let levels: Vec<&Level<'_>> = group.levels.iter().filter(|level| is_of(level, kind)).collect();
    group.own.iter().zip(&group.options).enumerate().all(|(room, (own, options))| {
        let reached = |of: usize| levels.iter().any(|level| level.kind == of && level.rooms.contains(&room));
        own.iter().any(|system| system.kind == kind) || options.iter().any(|(of, _)| reached(*of))
    })
}

/// Takes everything of other kinds out of a question.
fn restrict(
    question: &mut Question,
    group: &Group<'_>,
    kind: SystemKind,
    context: &Context<'_>,
    objective: Objective,
) -> Result<(), Error> {
    let of_kind = |level: &Level<'_>| is_of(level, kind);
    let kept: Vec<bool> =
        question.plants.iter().map(|plant| group.levels.get(plant.level).is_some_and(of_kind)).collect();
    let mut keeps = kept.iter();
    question.plants.retain(|_| keeps.next() == Some(&true));
    let mut keeps = kept.iter();
    question.problem.outdoors.retain(|_| keeps.next() == Some(&true));
    let families: Vec<u32> = question.problem.outdoors.iter().map(|outdoor| outdoor.family).collect();
    question.problem.trunks.retain(|trunk| families.contains(&trunk.family));
    for ((zone, position), own) in question.problem.zones.iter_mut().zip(&mut question.own).zip(&group.own) {
        zone.options.retain(|option| families.contains(&option.family));
        zone.left_out.retain(|option| families.contains(&option.family));
        (zone.single_cost, *position) = (None, None);
        for (at, system) in own.iter().enumerate().filter(|(_, system)| system.kind == kind) {
            let value = Merits::own(system, context, objective)?.value(context, objective);
            if zone.single_cost.is_none_or(|least| value < least) {
                (zone.single_cost, *position) = (Some(value), Some(at));
            }
        }
    }
    Ok(())
}
