//! The products that could answer a request, by name or by nameplate.

use super::{Asked, FoundBy};
use crate::catalogue::{Capacity, Item, MatchedSplit};
use crate::error::Error;
use crate::num;
use crate::ordering::sorted;
use crate::project::Requested;
use crate::selection::answer::System;
use crate::selection::context::Context;
use crate::selection::demand::{Conditions, RATING_AIR};
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
        let wanted = |item: &Item<MatchedSplit>| self.wanted(item, lowest, context);
        let candidates = self.candidates(context, rejected, wanted)?;
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
        if !near.is_empty() {
            let above =
                |one: &Candidate| Check::at_most(Rule::Nameplate, num::from_whole(one.rated_w), highest);
            rejected.extend(larger.iter().map(|one| Rejection::broken(one.id(), &above(one))));
            return Ok((sorted(near, order), FoundBy::Nameplate));
        }
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

    /// Whether a product may stand for the nameplate, or the wish that it does not meet.
    fn wanted(&self, item: &Item<MatchedSplit>, lowest: f64, context: &Context<'_>) -> Result<(), Check> {
        let mounting = match self.request.mounting {
            Some(mounting) => Check::wish(Rule::Mounting, mounting == item.figures.mounting),
            None => wishes::mounting(context.preferences, item.figures.mounting),
        };
        let rated = rated(&item.figures).map_or(0, |rated| rated.total_w);
        let checks = [
            brand_wanted(item, self.request),
            wishes::product_wanted(context.preferences, &item.identity),
            mounting,
            Check::at_least(Rule::Nameplate, num::from_whole(rated), lowest),
        ];
        first_broken(&checks).map_or(Ok(()), Err)
    }

    /// The products that `wanted` lets pass and that can be taken off and priced.
    pub(super) fn candidates(
        &self,
        context: &Context<'_>,
        rejected: &mut Vec<Rejection>,
        wanted: impl Fn(&Item<MatchedSplit>) -> Result<(), Check>,
    ) -> Result<Vec<Candidate>, Error> {
        let mut candidates = Vec::new();
        for item in context.catalogue.matched_splits() {
            let tried = match wanted(item) {
                Err(check) => Err(Rejection::broken(&item.identity.id, &check)),
                Ok(()) => self.tried(item, context)?,
            };
            match tried {
                Ok(candidate) => candidates.push(candidate),
                Err(rejection) => rejected.push(rejection),
            }
        }
        Ok(candidates)
    }

    fn tried(
        &self,
        item: &Item<MatchedSplit>,
        context: &Context<'_>,
    ) -> Result<Result<Candidate, Rejection>, Error> {
        let (identity, figures, demand) = (&item.identity, &item.figures, &self.demand);
        let (Some(needs), Some(rated)) = (figures.needs(), rated(figures)) else {
            return Ok(Err(Rejection::new(&identity.id, Rule::IncompleteData, [])));
        };
        let mut checks: Vec<Check> = context.availability(&identity.id).into_iter().collect();
        checks.extend(figures.before_size(needs, demand, context));
        checks.extend(figures.of_sets(needs, self.sets, demand, context));
        let (conditions, each, heating_w) = match self.delivered(figures, needs)? {
            Some(delivered) => delivered,
            None => (rating_point(), rated, None),
        };
        let fits = first_broken(&checks).is_none();
        let sized_input = each.input_w.saturating_mul(i64::from(self.sets));
        let sized =
            Sized { sets: self.sets, conditions, each, all: times(each, self.sets)?, heating_w, checks };
        let system = system(item, needs, sized, demand, context)?;
        Ok(system.map(|mut system| {
            // Without a room the capacity is all that is known of the load.
            let capacity = each.total_w;
            system.energy_kwh = context.energy_kwh(capacity, capacity, sized_input);
            Candidate { system, rated_w: rated.total_w, fits }
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
            Some(_) => unit.heating(&self.demand).ok().flatten(),
            None => None,
        };
        let all = |each: i64| heating::lessened(each, heating_left).saturating_mul(i64::from(self.sets));
        Ok(Some((at, lessened(read, cooling_left), heating.map(all))))
    }
}

/// Cooling at the rating point (27 / 19 °C indoors, 35 °C outdoors, ISO 5151 T1): as stated, else as the table says.
fn rated(figures: &MatchedSplit) -> Option<Capacity> {
    let at = rating_point();
    figures.rated.or_else(|| {
        let table = &figures.cooling;
        table.at(at.indoor_dry_bulb_c, at.indoor_wet_bulb_c, at.outdoor_dry_bulb_c).ok()
    })
}

pub(super) fn rating_point() -> Conditions {
    Conditions {
        indoor_dry_bulb_c: RATING_AIR.dry_bulb_c,
        indoor_wet_bulb_c: RATING_AIR.wet_bulb_c,
        outdoor_dry_bulb_c: 35.0,
    }
}

/// Nameplates are typed off by hand: letters of both cases, and no spaces.
fn same(a: &str, b: &str) -> bool {
    let plain = |text: &str| -> String {
        text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase).collect()
    };
    plain(a) == plain(b)
}

fn brand_wanted(item: &Item<MatchedSplit>, request: &Requested) -> Check {
    let wanted = request.brand.as_ref().is_none_or(|brand| same(brand, &item.identity.brand));
    Check::wish(Rule::ProductWanted, wanted)
}

pub(super) fn named(item: &Item<MatchedSplit>, request: &Requested) -> bool {
    let identity = &item.identity;
    let names = [&identity.id, &identity.model, &item.figures.indoor_model];
    let mounting = request.mounting.is_none_or(|mounting| mounting == item.figures.mounting);
    let brand = !brand_wanted(item, request).is_broken();
    let model = request.model.as_ref().is_some_and(|model| names.into_iter().any(|name| same(name, model)));
    model && mounting && brand
}
