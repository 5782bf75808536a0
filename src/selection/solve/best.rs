//! What other searches found, in the place of what a search found that did not come to its end.

use super::Solution;
use crate::error::Error;
use crate::project::Objective;
use crate::selection::build::Built;
use crate::selection::context::Context;
use crate::selection::objective::Merits;

/// How many rooms have a system.
pub(super) fn served(built: &[Built]) -> usize {
    built.iter().map(|built| built.positions.len()).fold(0, usize::saturating_add)
}

/// What a choice of systems has by an objective.
fn value_of(built: &[Built], objective: Objective, context: &Context<'_>) -> Result<i64, Error> {
    let merits = |built: &Built| Merits::own(&built.system, context, objective);
    built
        .iter()
        .try_fold(0_i64, |sum, built| Ok(sum.saturating_add(merits(built)?.value(context, objective))))
}

impl Solution {
    /// Where a search did not come to its end, a search by another objective or for one kind of systems in every room may have found what
    /// is better by its own: each choice that is not proved becomes the best of all that were found.
    pub(super) fn take_better(&mut self, rooms: usize, context: &Context<'_>) -> Result<(), Error> {
        if !self.proved
            && let Some((value, built)) = self.better(&self.built, self.objective, rooms, context)?
        {
            (self.built, self.value) = (built, value);
            self.lower_bound = self.lower_bound.min(value);
        }
        let open = || self.others.iter().enumerate().filter(|(_, other)| !other.proved);
        let mut found = Vec::new();
        for (place, other) in open() {
            let better = self.better(&other.built, other.objective, rooms, context)?;
            found.extend(better.map(|(_, built)| (place, built)));
        }
        for (place, built) in found {
            self.others.get_mut(place).into_iter().for_each(|other| other.built.clone_from(&built));
        }
        Ok(())
    }

    /// The best choice that serves all rooms by an objective, with what it has, if it is better than `own`.
    fn better(
        &self,
        own: &[Built],
        objective: Objective,
        rooms: usize,
        context: &Context<'_>,
    ) -> Result<Option<(i64, Vec<Built>)>, Error> {
        let others = self.others.iter().map(|other| &other.built);
        let all = std::iter::once(&self.built).chain(others).chain(self.kinds.iter().map(|kind| &kind.built));
        let mut best: Option<(i64, &Vec<Built>)> = None;
        let mut least = if served(own) == rooms { value_of(own, objective, context)? } else { i64::MAX };
        for built in all.filter(|built| served(built) == rooms) {
            let value = value_of(built, objective, context)?;
            if value < least {
                (least, best) = (value, Some((value, built)));
            }
        }
        Ok(best.map(|(value, built)| (value, built.clone())))
    }
}
