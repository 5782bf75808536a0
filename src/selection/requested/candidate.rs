//! The products that could answer a request, by name or by nameplate.

use super::names::{is_model, same};
use super::{Asked, FoundBy};
use crate::catalogue::{Capacity, Item};
use crate::error::Error;
use crate::num;
use crate::ordering::sorted;
use crate::project::{Preferences, Requested, SystemKind};
use crate::selection::answer::System;
use crate::selection::context::Context;
use crate::selection::demand::Conditions;
use crate::selection::heating;
use crate::selection::own_set::sets::{OwnUnit, Sized, lessened, system, times};
use crate::selection::rejection::Rejection;
use crate::selection::rule::{Check, Rule, first_broken};
use crate::selection::rules::wishes;

/// A product that could answer a request.
pub(super) struct Candidate {
    pub(super) system: System,
    pub(super) rated_w: i64,
    /// Whether every rule of its place is kept.
    pub(super) fits: bool,
    /// Whether its capacity is read at the air of a room; else it is that of the nameplate.
    pub(super) in_room: bool,
}

/// What a request looks for.
#[derive(Clone, Copy)]
pub(super) enum Wanted {
    /// Its model.
    Model,
    /// At least this capacity, W, and what the project wishes.
    Nameplate { lowest_w: f64 },
}

impl Candidate {
    pub(super) fn id(&self) -> &str {
        self.system.rooms.first().map_or("", |room| room.product.id.as_str())
    }
}

impl Asked<'_> {
    /// The products of the nameplate's capacity, the cheapest first; where there are none, those of the next larger capacity.
    pub(super) fn by_nameplate(
        &self,
        asked_w: i64,
        context: &Context<'_>,
        rejected: &mut Vec<Rejection>,
    ) -> Result<(Vec<Candidate>, FoundBy), Error> {
        let asked = num::from_whole(asked_w);
        let tolerance = self.request.tolerance.unwrap_or(0.0);
        let lowest = num::quantise(asked * (1.0 - tolerance), 0);
        let highest = num::quantise(asked * (1.0 + tolerance), 0);
        let candidates = self.candidates(Wanted::Nameplate { lowest_w: lowest }, context, rejected)?;
        let (broken, kept): (Vec<Candidate>, Vec<Candidate>) =
            candidates.into_iter().partition(|candidate| !candidate.fits);
        for candidate in &broken {
            let room = candidate.system.rooms.first();
            let check = room.and_then(|room| first_broken(&room.checks));
            rejected.extend(check.map(|check| Rejection::broken(candidate.id(), &check)));
        }
        let order = |a: &Candidate, b: &Candidate| {
            let off = |one: &Candidate| one.rated_w.abs_diff(asked_w);
            (a.system.cost, off(a), a.id()).cmp(&(b.system.cost, off(b), b.id()))
        };
        let near = |one: &Candidate| num::from_whole(one.rated_w) <= highest;
        let (near, larger): (Vec<Candidate>, Vec<Candidate>) = kept.into_iter().partition(near);
        let above = |one: &Candidate| Check::at_most(Rule::Nameplate, num::from_whole(one.rated_w), highest);
        if !near.is_empty() {
            rejected.extend(larger.iter().map(|one| Rejection::broken(one.id(), &above(one))));
            return Ok((sorted(near, order), FoundBy::Nameplate));
        }
        // A nameplate that pairs reach is one of a pair: where its place bears none of them, no rooftop of many times its capacity will do.
        let is_pair = |one: &Candidate| one.system.kind == SystemKind::MatchedSplit;
        let pairs_reach_it = broken.iter().chain(&larger).any(is_pair);
        let (larger, too_large): (Vec<Candidate>, Vec<Candidate>) =
            larger.into_iter().partition(|one| is_pair(one) || !pairs_reach_it);
        rejected.extend(too_large.iter().map(|one| Rejection::broken(one.id(), &above(one))));
        let next = larger.iter().map(|one| one.rated_w).min().unwrap_or(0);
        let (next, beyond): (Vec<Candidate>, Vec<Candidate>) =
            larger.into_iter().partition(|one| one.rated_w == next);
        let limit = next.first().map_or(0, |one| one.rated_w);
        rejected.extend(beyond.iter().map(|one| {
            let rated = num::from_whole(one.rated_w);
            Rejection::broken(one.id(), &Check::at_most(Rule::Nameplate, rated, num::from_whole(limit)))
        }));
        Ok((sorted(next, order), FoundBy::NextLarger))
    }

    /// Whether a product is what the request looks for, or what it does not meet.
    fn wanted<T: OwnUnit>(&self, item: &Item<T>, wanted: Wanted, context: &Context<'_>) -> Result<(), Check> {
        let (request, preferences) = (self.request, context.preferences);
        let lowest_w = match wanted {
            Wanted::Model if !is_model(&item.identity, item.figures.indoor_model(), request) => {
                return Err(Check::wish(Rule::ProductWanted, false));
            }
            Wanted::Model => return mounting_named(item, request),
            Wanted::Nameplate { lowest_w } => lowest_w,
        };
        let mounting = match (request.mounting, item.figures.mounting()) {
            (Some(wanted), own) => Check::wish(Rule::Mounting, own == Some(wanted)),
            (None, own) => wishes::mounting_if_any(preferences, own),
        };
        let rated = item.figures.rated().map_or(0, |(_, rated)| rated.total_w);
        let checks = [
            kind_wanted(preferences, T::KIND),
            brand_wanted(&item.identity.brand, request),
            wishes::product_wanted(preferences, &item.identity),
            mounting,
            Check::at_least(Rule::Nameplate, num::from_whole(rated), lowest_w),
        ];
        let grade = wishes::efficiency_grade(preferences, item.figures.efficiency());
        first_broken(&checks).or(grade.filter(Check::is_broken)).map_or(Ok(()), Err)
    }

    /// The products that are wanted and that can be taken off and priced, of every kind that stands by itself.
    pub(super) fn candidates(
        &self,
        wanted: Wanted,
        context: &Context<'_>,
        rejected: &mut Vec<Rejection>,
    ) -> Result<Vec<Candidate>, Error> {
        let mut candidates = self.of_kind(context.catalogue.matched_splits(), wanted, context, rejected)?;
        candidates.extend(self.of_kind(context.catalogue.rooftops(), wanted, context, rejected)?);
        Ok(candidates)
    }

    fn of_kind<T: OwnUnit>(
        &self,
        items: &[Item<T>],
        wanted: Wanted,
        context: &Context<'_>,
        rejected: &mut Vec<Rejection>,
    ) -> Result<Vec<Candidate>, Error> {
        let mut candidates = Vec::new();
        for item in items {
            let tried = match self.wanted(item, wanted, context) {
                Err(check) => Err(Rejection::broken(&item.identity.id, &check)),
                Ok(()) => self.tried(item, wanted, context)?,
            };
            match tried {
                Ok(candidate) => candidates.push(candidate),
                Err(rejection) => rejected.push(rejection),
            }
        }
        Ok(candidates)
    }

    fn tried<T: OwnUnit>(
        &self,
        item: &Item<T>,
        wanted: Wanted,
        context: &Context<'_>,
    ) -> Result<Result<Candidate, Rejection>, Error> {
        let (identity, unit, demand) = (&item.identity, &item.figures, &self.demand);
        let (Some(needs), Some((rating_point, rated))) = (unit.needs(), unit.rated()) else {
            return Ok(Err(Rejection::new(&identity.id, Rule::IncompleteData, [])));
        };
        let mut checks: Vec<Check> = context.availability(&identity.id).into_iter().collect();
        // What is named is taken as it is: of any grade, and on a roof where it belongs there, which `requested_on_roof` says.
        if matches!(wanted, Wanted::Nameplate { .. }) {
            checks.extend(unit.stands(demand));
            checks.extend(wishes::efficiency_grade(context.preferences, unit.efficiency()));
        }
        checks.extend(unit.before_size(needs, demand, context));
        checks.extend(unit.of_sets(needs, self.sets, demand, context));
        let delivered = self.delivered(unit, needs)?;
        let in_room = delivered.is_some();
        let (conditions, each, heating_w) = delivered.unwrap_or((rating_point, rated, None));
        let fits = first_broken(&checks).is_none();
        let sized_input = each.input_w.saturating_mul(i64::from(self.sets));
        let sized =
            Sized { sets: self.sets, conditions, each, all: times(each, self.sets)?, heating_w, checks };
        let system = system(item, needs, sized, demand, context)?;
        Ok(system.map(|mut system| {
            // Without a room the capacity is all that is known of the load.
            let capacity = each.total_w;
            system.energy_kwh = context.energy_kwh(capacity, capacity, sized_input);
            Candidate { system, rated_w: rated.total_w, fits, in_room }
        }))
    }

    /// What one set gives in the room that is named, and the heating of all; none without a room or outside the maker's table.
    fn delivered<T: OwnUnit>(
        &self,
        unit: &T,
        needs: T::Needs<'_>,
    ) -> Result<Option<(Conditions, Capacity, Option<i64>)>, Error> {
        if self.request.room.is_none() {
            return Ok(None);
        }
        let at = self.demand.entering(unit.flow_m3_h(), self.sets_in_room)?.conditions;
        let read = unit.cooling(&at, &self.demand)?;
        let (Ok(read), Ok((cooling_left, heating_left))) = (read, unit.left(needs, &self.demand)) else {
            return Ok(None);
        };
        let heating = match self.demand.heating_w {
            Some(_) => unit.heating(&self.demand).ok().flatten().filter(|heat| heat.with_defrost),
            None => None,
        };
        let all = |each: i64| heating::lessened(each, heating_left).saturating_mul(i64::from(self.sets));
        Ok(Some((at, lessened(read, cooling_left), heating.map(|heat| all(heat.watts)))))
    }
}

/// The wish for kinds of systems, where it names a kind that can be requested; one that names none of them is about the rooms that
/// systems are searched for.
fn kind_wanted(preferences: &Preferences, kind: SystemKind) -> Check {
    let can_be_requested = |kind: &SystemKind| matches!(kind, SystemKind::MatchedSplit | SystemKind::Rooftop);
    if preferences.systems.iter().flatten().any(can_be_requested) {
        wishes::system_wanted(preferences, kind)
    } else {
        Check::wish(Rule::SystemWanted, true)
    }
}

fn brand_wanted(brand: &str, request: &Requested) -> Check {
    let wanted = request.brand.as_ref().is_none_or(|wanted| same(wanted, brand));
    Check::wish(Rule::ProductWanted, wanted)
}

/// The mounting that a request names beside the model: an outdoor unit has a model as well, and pairs with several indoor units.
fn mounting_named<T: OwnUnit>(item: &Item<T>, request: &Requested) -> Result<(), Check> {
    let wanted = request.mounting.is_none_or(|mounting| Some(mounting) == item.figures.mounting());
    if wanted { Ok(()) } else { Err(Check::wish(Rule::Mounting, false)) }
}
