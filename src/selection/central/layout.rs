//! The shared pipe of rooms that may share a system: its places, and what every piece of it costs.

use super::connected::{decimetres, grams};
use super::family::{Tier, UsableFamily};
use crate::catalogue::WaterPipe;
use crate::error::Error;
use crate::installation::{TrunkPiece, WaterPiece, trunk_piece, water_piece};
use crate::money::Money;
use crate::num;
use crate::selection::context::Context;
use crate::selection::demand::Demand;
use crate::selection::grouping::{LengthFactor, PieceCost, Trunk};

/// Where rooms may leave a shared pipe, dm from the plant, rising; the first is the plant.
#[derive(Clone, Debug)]
pub(in crate::selection) struct Places(pub(in crate::selection) Vec<i64>);

impl Places {
    pub(in crate::selection) fn of(demands: &[&Demand]) -> Self {
        let mut places: std::collections::BTreeSet<i64> =
            demands.iter().map(|demand| take_off_dm(demand)).collect();
        places.insert(0);
        Self(places.into_iter().collect())
    }

    /// The position of a room's place.
    pub(in crate::selection) fn position(&self, demand: &Demand) -> usize {
        let at = take_off_dm(demand);
        self.0.iter().position(|place| *place == at).unwrap_or(0)
    }

    /// A table of pieces: for each step, then nearer place, then farther place.
    fn table(
        &self,
        steps: usize,
        cost: &dyn Fn(usize, i64, i64) -> Result<Option<PieceCost>, Error>,
    ) -> Result<Option<Vec<Vec<Vec<PieceCost>>>>, Error> {
        let mut table = Vec::with_capacity(steps);
        for step in 0..steps {
            let mut rows = Vec::with_capacity(self.0.len());
            for from in &self.0 {
                let mut row = Vec::with_capacity(self.0.len());
                for to in &self.0 {
                    let piece = if from < to { cost(step, *from, *to)? } else { Some(PieceCost::default()) };
                    let Some(piece) = piece else { return Ok(None) };
                    row.push(piece);
                }
                rows.push(row);
            }
            table.push(rows);
        }
        Ok(Some(table))
    }
}

fn take_off_dm(demand: &Demand) -> i64 {
    let site = &demand.circumstances;
    decimetres(num::quantise(site.pipe_run_m - site.branch_run_m, 1)).max(0)
}

fn metres(decimetres: i64) -> f64 {
    num::quantise(num::from_whole(decimetres) / 10.0, 1)
}

/// The pipe of a family with the price of every piece that is shared; `None` if the books have no price for some of it.
pub(in crate::selection) fn trunk(
    usable: &UsableFamily<'_>,
    family: u32,
    places: &Places,
    control_cable: Option<&str>,
    context: &Context<'_>,
) -> Result<Option<Trunk>, Error> {
    let piping = usable.piping;
    if !usable.shares_pipe() {
        return Ok(Some(Trunk {
            family,
            star: true,
            most_total_dm: Some(decimetres(piping.total_m)),
            most_height_dm: Some(decimetres(piping.indoor_height_m)),
            ratios_above_height: ratios_above_height(usable),
            ..Trunk::default()
        }));
    }
    let mut trunk = Trunk {
        family,
        joint_equivalent_dm: decimetres(piping.joint_equivalent_m),
        most_equivalent_dm: Some(decimetres(piping.farthest_equivalent_m)),
        most_reach_dm: Some(decimetres(piping.first_branch_m)),
        most_total_dm: Some(decimetres(piping.total_m)),
        most_height_dm: Some(decimetres(piping.indoor_height_m)),
        ratios_above_height: ratios_above_height(usable),
        length_factors: length_factors(usable),
        ..Trunk::default()
    };
    let price = |piece: &TrunkPiece| -> Result<Option<i64>, Error> {
        let lines = trunk_piece(piece, &usable.family.refrigerant, "")?;
        fen(context, &lines)
    };
    for tier in &usable.tiers {
        let joint = piece(tier, (0, 0), tier.up_to_index, None, Some(tier.kit));
        let Some(cost) = price(&joint)? else { return Ok(None) };
        trunk.tiers.push(tier.up_to_index);
        trunk.joint_cost.push(cost);
    }
    let cost = |step: usize, from: i64, to: i64| -> Result<Option<PieceCost>, Error> {
        let Some(tier) = usable.tiers.get(step) else { return Ok(None) };
        let plain = piece(tier, (from, to), tier.up_to_index, control_cable, None);
        let charge_g = grams(metres(to.saturating_sub(from)) * tier.kg_per_m);
        Ok(price(&plain)?.map(|cost| PieceCost { cost, charge_g }))
    };
    match places.table(usable.tiers.len(), &cost)? {
        Some(pieces) => trunk.pieces = pieces,
        None => return Ok(None),
    }
    Ok(Some(trunk))
}

/// Every greatest ratio that a maker lowers above a height between indoor units, dm and thousandths.
fn ratios_above_height(usable: &UsableFamily<'_>) -> Vec<(i64, i64)> {
    let rules = usable.family.ratio_rules.iter();
    rules.map(|rule| (decimetres(rule.above_indoor_height_m), permille(rule.maximum))).collect()
}

/// A piece of shared pipe between two places.
pub(in crate::selection) fn piece(
    tier: &Tier<'_>,
    (from, to): (i64, i64),
    capacity_index: i64,
    control_cable: Option<&str>,
    kit: Option<&str>,
) -> TrunkPiece {
    TrunkPiece {
        from_m: metres(from),
        to_m: metres(to),
        capacity_index,
        pipe: tier.pipe,
        kg_per_m: tier.kg_per_m,
        control_cable: control_cable.map(str::to_owned),
        kit: kit.map(str::to_owned),
    }
}

fn length_factors(usable: &UsableFamily<'_>) -> Vec<LengthFactor> {
    let factors = usable.family.length_factors.iter().flatten();
    // A pipe adds to no capacity, whatever a table gives for short ones.
    let whole = |share: f64| num::to_whole((share * 10_000.0).floor()).unwrap_or(0).clamp(0, 10_000);
    factors
        .map(|factor| LengthFactor {
            length_dm: decimetres(factor.length_m),
            cooling: whole(factor.cooling),
            heating: whole(factor.heating),
        })
        .collect()
}

/// A share in thousandths, rounded down.
pub(in crate::selection) fn permille(share: f64) -> i64 {
    num::to_whole(num::quantise(share * 1000.0, 3).floor()).unwrap_or(0)
}

/// What lines cost together, fen; `None` if the books have no price for one.
pub(in crate::selection) fn fen(
    context: &Context<'_>,
    lines: &[crate::installation::BillLine],
) -> Result<Option<i64>, Error> {
    match context.price(lines)? {
        Ok((equipment, installation)) => Ok(equipment.plus(installation)?.fen()),
        Err(_) => Ok(None),
    }
}

/// Money in fen, for the search.
pub(in crate::selection) fn both_fen(equipment: Money, installation: Money) -> Result<i64, Error> {
    let sum = equipment.plus(installation)?;
    sum.fen().ok_or_else(|| Error::new("", crate::error::Fault::Overflow))
}

/// The shared pair of water pipes with the price of every piece; `None` if the books have no price for some of it.
pub(in crate::selection) fn water_trunk(
    pipes: &[WaterPipe],
    family: u32,
    places: &Places,
    context: &Context<'_>,
) -> Result<Option<Trunk>, Error> {
    let cost = |step: usize, from: i64, to: i64| -> Result<Option<PieceCost>, Error> {
        let Some(pipe) = pipes.get(step) else { return Ok(None) };
        let lines = water_piece(&water(pipe, (from, to), 0), "")?;
        Ok(fen(context, &lines)?.map(|cost| PieceCost { cost, charge_g: 0 }))
    };
    let Some(pieces) = places.table(pipes.len(), &cost)? else { return Ok(None) };
    Ok(Some(Trunk {
        family,
        tiers: pipes.iter().map(litres).collect(),
        joint_cost: vec![0; pipes.len()],
        pieces,
        ..Trunk::default()
    }))
}

/// The most water of a pipe, l/h.
pub(in crate::selection) fn litres(pipe: &WaterPipe) -> i64 {
    num::to_whole(pipe.up_to_m3_h * 1000.0).unwrap_or(i64::MAX)
}

/// A piece of the shared pair of water pipes.
pub(in crate::selection) fn water(pipe: &WaterPipe, (from, to): (i64, i64), flow_l_h: i64) -> WaterPiece {
    WaterPiece { from_m: metres(from), to_m: metres(to), flow_l_h, nominal_mm: pipe.nominal_mm }
}
