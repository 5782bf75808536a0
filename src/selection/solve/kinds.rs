//! The best choices with one kind of system in every room.

use super::best::served;
use super::search::answered;
use crate::error::Error;
use crate::project::{Objective, SystemKind};
use crate::selection::answer::System;
use crate::selection::build::Built;
use crate::selection::context::Context;
use crate::selection::group::{Group, Level, Plants};
use crate::selection::grouping::Answer;
use crate::selection::objective::Merits;
use crate::selection::question::Question;
use crate::selection::vouched;

/// Every kind, in the order of equals.
const KINDS: [SystemKind; 6] = [
    SystemKind::MatchedSplit,
    SystemKind::MultiSplit,
    SystemKind::VrfHeatPump,
    SystemKind::VrfHeatRecovery,
    SystemKind::Rooftop,
    SystemKind::ChilledWater,
];

/// The best with one kind of system in every room, group by group.
pub(super) struct OfKind {
    pub(super) kind: SystemKind,
    pub(super) built: Vec<Built>,
    pub(super) value: i64,
    pub(super) proved: bool,
    /// Whether every room of the groups so far has a system.
    serves: bool,
}

/// Every kind, before any group.
pub(super) fn all() -> Vec<OfKind> {
    let none = |kind| OfKind { kind, built: Vec::new(), value: 0, proved: true, serves: true };
    KINDS.into_iter().map(none).collect()
}

/// The kinds that serve all rooms.
pub(super) fn serving(mut kinds: Vec<OfKind>) -> Vec<OfKind> {
    kinds.retain(|of| of.serves);
    kinds
}

/// The kinds except the one that all chosen systems have: that one is the best already.
pub(super) fn beside(mut kinds: Vec<OfKind>, chosen: &[Built]) -> Vec<OfKind> {
    let is_chosen = |kind: SystemKind| chosen.iter().all(|built| built.system.kind == kind);
    kinds.retain(|of| !is_chosen(of.kind));
    kinds
}

impl OfKind {
    /// Adds the best of the kind for a group, of which `chosen` is the best of all kinds and `answer` what the search said of it.
    pub(super) fn add(
        &mut self,
        group: &Group<'_>,
        (chosen, answer): (&[Built], &Answer),
        (context, objective, work): (&Context<'_>, Objective, u64),
    ) -> Result<(), Error> {
        if !self.serves {
            return Ok(());
        }
        let all_served = |built: &[Built]| served(built) == group.demands.len();
        let (built, value, proved) =
            if all_served(chosen) && chosen.iter().all(|built| built.system.kind == self.kind) {
                (chosen.to_vec(), answer.cost, answer.proved_optimal)
            } else if may_serve(group, self.kind) {
                let mut question = group.question(context, objective, work)?;
                restrict(&mut question, group, self.kind, context, objective)?;
                let (built, answer) = answered(group, &question, None, context)?;
                // Plants that are read at the worst air of all rooms prove nothing.
                (built, answer.cost, answer.proved_optimal && group.at_best.is_empty())
            } else {
                (Vec::new(), 0, false)
            };
        self.serves = all_served(&built);
        self.value = self.value.saturating_add(value);
        self.proved &= proved;
        self.built.extend(built);
        if !self.serves {
            self.built = Vec::new();
        }
        Ok(())
    }
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
    let zones = question.problem.zones.iter_mut().zip(&mut question.own);
    for (room, ((zone, position), (own, demand))) in
        zones.zip(group.own.iter().zip(&group.demands)).enumerate()
    {
        let offered =
            |system: &System| system.kind == kind && (group.trusts(room) || vouched::system(system, demand));
        zone.options.retain(|option| families.contains(&option.family));
        zone.left_out.retain(|option| families.contains(&option.family));
        (zone.single_cost, *position) = (None, None);
        for (at, system) in own.iter().enumerate().filter(|(_, system)| offered(system)) {
            let value = Merits::own(system, context, objective)?.value(context, objective);
            if zone.single_cost.is_none_or(|least| value < least) {
                (zone.single_cost, *position) = (Some(value), Some(at));
            }
        }
    }
    Ok(())
}
