//! The choices that other objectives and single kinds of systems lead to, beside the one that was asked for.

use super::best::served;
use super::{Built, Solution, in_order, readable, sum, summary};
use crate::error::Error;
use crate::money::Money;
use crate::num;
use crate::project::Objective;
use crate::selection::answer::{Alternative, Label};
use crate::selection::context::Context;
use crate::selection::demand::Demand;
use crate::selection::objective::{Merits, level_dba};
use crate::selection::offer::Offer;

/// Cost, electricity and sound of a choice of systems.
fn alternative(
    label: Label,
    objective: Objective,
    built: &[Built],
    proved_optimal: bool,
    context: &Context<'_>,
) -> Result<Alternative, Error> {
    let cost = sum(built)?;
    let energy = built.iter().map(|built| built.system.energy_kwh).sum::<f64>();
    let energy_wh = num::to_whole(energy * 1000.0).unwrap_or(i64::MAX);
    let merits = Merits { energy_wh, ..Merits::cost(cost, Money::ZERO)? };
    let members = built.iter().flat_map(|built| built.system.members());
    let levels: Option<Vec<f64>> =
        members.map(|(product, units, _)| level_dba(&product.id, units, context)).collect();
    Ok(Alternative {
        label,
        objective,
        cost,
        energy_kwh: num::quantise(energy, 1),
        life_cycle_cost: Money::from_fen(merits.value(context, Objective::LifeCycleCost)),
        loudest_dba: levels.map(|levels| num::quantise(levels.into_iter().fold(0.0, f64::max), 1)),
        proved_optimal,
        total: None,
        systems: summary(built),
        chosen: in_order(built).into_iter().map(|built| built.system.clone()).collect(),
    })
}

/// The choices that no other beats in cost, electricity and sound together, each with what it is best by.
pub(in crate::selection) fn alternatives(
    chosen: &Solution,
    demands: &[Demand],
    context: &Context<'_>,
) -> Result<Vec<Alternative>, Error> {
    let label = |objective| match objective {
        Objective::InstalledCost => Label::Good,
        Objective::LifeCycleCost => Label::Better,
        Objective::Efficiency => Label::Best,
        Objective::Noise => Label::Quietest,
    };
    let searched = demands.iter().filter(|demand| !demand.requested).count();
    let mut found: Vec<Alternative> = Vec::new();
    if searched == 0 {
        return Ok(found);
    }
    let own = (chosen.objective, chosen.built.as_slice(), chosen.proved);
    let others = chosen.others.iter().map(|other| (other.objective, other.built.as_slice(), other.proved));
    let mut all: Vec<_> = std::iter::once(own).chain(others).collect();
    all = crate::ordering::sorted(all, |a, b| a.0.cmp(&b.0));
    for (objective, built, proved) in all {
        if served(built) < searched {
            continue;
        }
        let next = alternative(label(objective), objective, built, proved, context)?;
        let beaten = |other: &Alternative| {
            other.cost <= next.cost
                && other.energy_kwh <= next.energy_kwh
                && other.loudest_dba.unwrap_or(f64::MAX) <= next.loudest_dba.unwrap_or(f64::MAX)
        };
        if !found.iter().any(beaten) {
            found.push(next);
        }
    }
    Ok(found)
}

/// How many offers a buyer compares.
const OFFERS: usize = 3;

/// The best of the chosen systems and of the best of each kind, the best first; of equals the chosen one, then by kind.
pub(in crate::selection) fn offers(
    chosen: &Solution,
    demands: &[Demand],
    context: &Context<'_>,
) -> Result<Vec<Offer>, Error> {
    let searched = demands.iter().filter(|demand| !demand.requested).count();
    if searched == 0 || served(&chosen.built) < searched {
        return Ok(Vec::new());
    }
    let best = (None, chosen.built.as_slice(), chosen.value, chosen.proved);
    let kinds = chosen.kinds.iter().map(|of| (Some(of.kind), of.built.as_slice(), of.value, of.proved));
    let all = crate::ordering::sorted(std::iter::once(best).chain(kinds).collect(), |a, b| a.2.cmp(&b.2));
    let offer = |(kind, built, value, proved): (_, &[Built], i64, bool)| {
        let (label, objective) = (Label::Good, chosen.objective);
        let choice = alternative(label, objective, built, proved, context)?;
        Ok(Offer {
            kind,
            value: readable(objective, value, choice.cost)?,
            cost: choice.cost,
            energy_kwh: choice.energy_kwh,
            life_cycle_cost: choice.life_cycle_cost,
            loudest_dba: choice.loudest_dba,
            proved_optimal: choice.proved_optimal,
            total: None,
            systems: choice.systems,
            chosen: choice.chosen,
        })
    };
    all.into_iter().take(OFFERS).map(offer).collect()
}
