//! Matched splits in a room.

use super::sets::OwnUnit;
use crate::catalogue::{Capacity, Efficiency, Electrical, Identity, Mass, MatchedSplit, Miss, Piping};
use crate::error::Error;
use crate::installation::{BillLine, SplitSystem, matched_split};
use crate::project::{Mounting, SystemKind};
use crate::selection::answer::Installed;
use crate::selection::context::Context;
use crate::selection::demand::{Conditions, Demand, RATING_AIR, RATING_OUTDOOR_C};
use crate::selection::heating::{self, Heat};
use crate::selection::rule::{Check, Rule};
use crate::selection::rules::{air, electrical, pipe, place, refrigerant, sound};

impl OwnUnit for MatchedSplit {
    const KIND: SystemKind = SystemKind::MatchedSplit;
    const COOLS_ONLY: bool = false;
    type Needs<'a> = (&'a Piping, &'a Electrical, Mass);

    fn needs(&self) -> Option<Self::Needs<'_>> {
        Some((self.piping.as_ref()?, self.electrical.as_ref()?, self.mass_kg?))
    }

    fn indoor_model(&self) -> Option<&String> {
        Some(&self.indoor_model)
    }

    fn mounting(&self) -> Option<Mounting> {
        Some(self.mounting)
    }

    fn efficiency(&self) -> &[Efficiency] {
        &self.efficiency
    }

    fn flow_m3_h(&self) -> Option<f64> {
        self.air.as_ref().and_then(|air| air.flow_m3_h.first().copied())
    }

    /// At 27 / 19 °C indoors and 35 °C outdoors (ISO 5151 T1): as stated, else as the table says.
    fn rated(&self) -> Option<(Conditions, Capacity)> {
        let at = Conditions {
            indoor_dry_bulb_c: RATING_AIR.dry_bulb_c,
            indoor_wet_bulb_c: RATING_AIR.wet_bulb_c,
            outdoor_dry_bulb_c: RATING_OUTDOOR_C,
        };
        let read = || self.cooling.at(at.indoor_dry_bulb_c, at.indoor_wet_bulb_c, at.outdoor_dry_bulb_c).ok();
        Some((at, self.rated.or_else(read)?))
    }

    fn stands(&self, _demand: &Demand) -> Option<Check> {
        None
    }

    fn before_size(
        &self,
        (piping, electrical, _): Self::Needs<'_>,
        demand: &Demand,
        context: &Context<'_>,
    ) -> Vec<Check> {
        let mut checks: Vec<Check> = electrical::phases(electrical, context.supply).into_iter().collect();
        checks.push(electrical::breaker(electrical));
        checks.extend(place::operating_limits(self.limits.as_ref(), demand));
        checks.extend(place::clearance(None, demand));
        checks.extend(place::altitude(false, demand.place.elevation_m));
        checks.push(pipe::split_length(piping, demand.circumstances.pipe_run_m));
        checks.extend(pipe::length_loss(piping.length_factors.as_deref()));
        checks.push(pipe::split_height(piping, demand.circumstances.height_difference_m));
        checks.extend(air::static_pressure(self.air.as_ref(), self.mounting, demand));
        checks.extend(place::hanging_height(self.mounting, self.least_height_m, demand));
        checks
    }

    /// Refrigerant and sound.
    fn of_sets(
        &self,
        (piping, _, _): Self::Needs<'_>,
        sets: u32,
        demand: &Demand,
        context: &Context<'_>,
    ) -> Vec<Check> {
        let charge_kg = charge_kg(piping, demand.circumstances.pipe_run_m);
        let gas = context.catalogue.refrigerant(&piping.refrigerant);
        let mut checks = vec![match demand.area_m2 {
            Some(area) => {
                let room = (area, demand.volume_m3);
                refrigerant::split_charge(gas, charge_kg, self.mounting, room, context.country)
            }
            None => Check::not_checked(Rule::Charge),
        }];
        checks.extend(sound::indoors(self.indoor_sound.as_ref(), sets, demand));
        checks.extend(sound::at_neighbour(self.outdoor_sound.as_ref(), sets, demand));
        checks
    }

    /// What the length of the pipe leaves.
    fn left(&self, (piping, _, _): Self::Needs<'_>, demand: &Demand) -> Result<(f64, f64), Check> {
        let run = demand.circumstances.pipe_run_m;
        let Some(factors) = piping.length_factors.as_deref() else { return Ok((1.0, 1.0)) };
        let last = factors.last().map_or(0.0, |last| last.length_m);
        pipe::length_factor(factors, run).ok_or_else(|| Check::at_most(Rule::PipeLength, run, last))
    }

    fn cooling(&self, at: &Conditions, demand: &Demand) -> Result<Result<Capacity, Miss>, Error> {
        let read = self.cooling.at(at.indoor_dry_bulb_c, at.indoor_wet_bulb_c, at.outdoor_dry_bulb_c);
        let left = place::thin_air(demand.place.elevation_m);
        Ok(read.map(|read| Capacity { sensible_w: heating::lessened(read.sensible_w, left), ..read }))
    }

    fn heating(&self, demand: &Demand) -> Result<Option<Heat>, Miss> {
        heating::of_split(self.heating.as_ref(), demand)
    }

    fn taken_off(
        &self,
        identity: &Identity,
        (piping, electrical, mass_kg): Self::Needs<'_>,
        sets: u32,
        demand: &Demand,
    ) -> Result<(Installed, Vec<BillLine>), Error> {
        let installed = SplitSystem {
            room: demand.room.clone(),
            product: identity.id.clone(),
            mounting: self.mounting,
            sets,
            piping: piping.clone(),
            electrical: electrical.clone(),
            mass_kg,
        };
        let lines = matched_split(&installed, "", &demand.circumstances)?;
        Ok((Installed::MatchedSplit(installed), lines))
    }
}

/// What a set holds, kg: the factory charge and what a run beyond it adds; `None` where the factory charge is not known.
fn charge_kg(piping: &Piping, run_m: f64) -> Option<f64> {
    let beyond = run_m - piping.precharged_m;
    let added = if beyond > 0.0 { beyond * piping.additional_kg_per_m } else { 0.0 };
    Some(piping.factory_charge_kg? + added)
}
