//! Matched splits in a room.

use super::refused;
use crate::catalogue::{Capacity, Electrical, Item, Mass, MatchedSplit, Piping};
use crate::error::{Error, Fault};
use crate::installation::{SplitSystem, matched_split};
use crate::project::SystemKind;
use crate::selection::answer::{Installed, ServedRoom, System};
use crate::selection::context::Context;
use crate::selection::demand::{Conditions, Demand};
use crate::selection::heating;
use crate::selection::rejection::Rejection;
use crate::selection::rule::{Check, Rule, first_broken};
use crate::selection::rules::capacity::Delivered;
use crate::selection::rules::{air, capacity, electrical, pipe, place, refrigerant, sound, wishes};

/// The fewest sets of a pair that keep every rule of the room, or the first rule that they break.
pub(super) fn try_split(
    item: &Item<MatchedSplit>,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<Result<System, Rejection>, Error> {
    let (identity, figures) = (&item.identity, &item.figures);
    let mut checks = vec![
        wishes::system_wanted(context.preferences, SystemKind::MatchedSplit),
        wishes::product_wanted(context.preferences, identity),
        wishes::mounting(context.preferences, figures.mounting),
    ];
    checks.extend(wishes::efficiency_grade(context.preferences, &figures.efficiency));
    checks.extend(context.availability(&identity.id));
    if let Some(rejection) = refused(identity, &checks) {
        return Ok(Err(rejection));
    }
    let (Some(piping), Some(electrical), Some(mass_kg)) =
        (&figures.piping, &figures.electrical, figures.mass_kg)
    else {
        return Ok(Err(Rejection::new(&identity.id, Rule::IncompleteData, [])));
    };
    checks.extend(before_size(figures, (piping, electrical), demand, context));
    if let Some(rejection) = refused(identity, &checks) {
        return Ok(Err(rejection));
    }
    let sized = match sized(item, piping, demand)? {
        Ok(sized) => sized,
        Err(rejection) => return Ok(Err(rejection)),
    };
    checks.extend(sized.checks.iter().copied());
    checks.extend(of_sets(figures, piping, sized.sets, demand, context));
    if let Some(rejection) = refused(identity, &checks) {
        return Ok(Err(rejection));
    }
    let sized = Sized { checks, ..sized };
    built(item, (piping, electrical, mass_kg), sized, demand, context)
}

/// The rules of a pair that its place decides, before any capacity is read.
pub(in crate::selection) fn before_size(
    figures: &MatchedSplit,
    (piping, electrical): (&Piping, &Electrical),
    demand: &Demand,
    context: &Context<'_>,
) -> Vec<Check> {
    let mut checks: Vec<Check> = electrical::phases(electrical, context.supply).into_iter().collect();
    checks.push(place::operating_limits(figures.limits.as_ref(), demand));
    checks.extend(place::clearance(None, demand));
    checks.extend(place::altitude(false, demand.place.elevation_m));
    checks.push(pipe::split_length(piping, demand.circumstances.pipe_run_m));
    checks.push(pipe::split_height(piping, demand.circumstances.height_difference_m));
    checks.extend(air::static_pressure(figures.air.as_ref(), figures.mounting, demand));
    checks
}

/// The rules that how many sets there are decides: refrigerant and sound.
pub(in crate::selection) fn of_sets(
    figures: &MatchedSplit,
    piping: &Piping,
    sets: u32,
    demand: &Demand,
    context: &Context<'_>,
) -> Vec<Check> {
    let charge_kg = charge_kg(piping, demand.circumstances.pipe_run_m);
    let gas = context.catalogue.refrigerant(&piping.refrigerant);
    let mut checks = vec![match demand.area_m2 {
        Some(area) => refrigerant::split_charge(gas, charge_kg, figures.mounting, (area, demand.volume_m3)),
        None => Check::not_checked(Rule::Charge),
    }];
    checks.extend(sound::indoors(figures.indoor_sound.as_ref(), sets, demand));
    checks.extend(sound::at_neighbour(figures.outdoor_sound.as_ref(), sets, demand));
    checks
}

/// The system that sets of a pair are, with what they cost.
pub(in crate::selection) fn built(
    item: &Item<MatchedSplit>,
    (piping, electrical, mass_kg): (&Piping, &Electrical, Mass),
    sized: Sized,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<Result<System, Rejection>, Error> {
    let (identity, figures) = (&item.identity, &item.figures);
    let installed = SplitSystem {
        room: demand.room.clone(),
        product: identity.id.clone(),
        mounting: figures.mounting,
        sets: sized.sets,
        piping: piping.clone(),
        electrical: electrical.clone(),
        mass_kg,
    };
    let lines = matched_split(&installed, "", &demand.circumstances)?;
    let (equipment, installation) = match context.price(&lines)? {
        Ok(sums) => sums,
        Err(line) => return Ok(Err(line.rejection(&identity.id))),
    };
    let all = sized.all;
    Ok(Ok(System {
        id: String::new(),
        kind: SystemKind::MatchedSplit,
        outdoor: None,
        rooms: vec![ServedRoom {
            room: demand.room.clone(),
            product: identity.clone(),
            indoor_model: Some(figures.indoor_model.clone()),
            mounting: Some(figures.mounting),
            units: sized.sets,
            conditions: sized.conditions,
            each: sized.each,
            all,
            heating_w: sized.heating_w,
            checks: sized.checks,
            table_points: Vec::new(),
        }],
        checks: Vec::new(),
        energy_kwh: context.energy_kwh(demand.load.total_w, all.total_w, all.input_w),
        fresh_air_units: Vec::new(),
        schematic: Vec::new(),
        equipment,
        installation,
        cost: equipment.plus(installation)?,
        installed: Installed::MatchedSplit(installed),
    }))
}

/// What a set holds, kg: the factory charge and what a run beyond it adds; `None` where the factory charge is not known.
fn charge_kg(piping: &Piping, run_m: f64) -> Option<f64> {
    let beyond = run_m - piping.precharged_m;
    let added = if beyond > 0.0 { beyond * piping.additional_kg_per_m } else { 0.0 };
    Some(piping.factory_charge_kg? + added)
}

/// Sets that carry a room.
pub(in crate::selection) struct Sized {
    pub(in crate::selection) sets: u32,
    pub(in crate::selection) conditions: Conditions,
    pub(in crate::selection) each: Capacity,
    pub(in crate::selection) all: Capacity,
    pub(in crate::selection) heating_w: Option<i64>,
    pub(in crate::selection) checks: Vec<Check>,
}

/// The fewest sets that carry cooling and heating.
fn sized(
    item: &Item<MatchedSplit>,
    piping: &Piping,
    demand: &Demand,
) -> Result<Result<Sized, Rejection>, Error> {
    let (id, figures) = (&item.identity.id, &item.figures);
    let factors = piping.length_factors.as_deref();
    let run = demand.circumstances.pipe_run_m;
    let (cooling_left, heating_left) = match factors.map(|factors| pipe::length_factor(factors, run)) {
        Some(Some(left)) => left,
        Some(None) => {
            let last = factors.and_then(<[_]>::last).map_or(0.0, |last| last.length_m);
            return Ok(Err(Rejection::broken(id, &Check::at_most(Rule::PipeLength, run, last))));
        }
        None => (1.0, 1.0),
    };
    let heating_each = match demand.heating_w {
        Some(_) => match heating::of_split(figures.heating.as_ref(), demand) {
            Ok(heating) => heating.map(|heating| heating::lessened(heating, heating_left)),
            Err(miss) => return Ok(Err(Rejection::missed(id, &miss))),
        },
        None => None,
    };
    let flow = figures.air.as_ref().and_then(|air| air.flow_m3_h.first().copied());
    let mut last = Rejection::new(id, Rule::TotalCapacity, []);
    for sets in 1..=demand.most_sets {
        let entering = demand.entering(flow, sets)?;
        let Conditions { indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c } = entering.conditions;
        let read = match figures.cooling.at(indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c) {
            Ok(read) => read,
            // More sets take in less outdoor air each: the table may reach the air of more.
            Err(miss) => {
                last = Rejection::missed(id, &miss);
                continue;
            }
        };
        let each = Capacity {
            total_w: heating::lessened(read.total_w, cooling_left),
            sensible_w: heating::lessened(read.sensible_w, cooling_left),
            input_w: read.input_w,
        };
        let all = times(each, sets)?;
        let heating_w = heating_each.map(|heating| heating.saturating_mul(i64::from(sets)));
        let delivered = Delivered { total_w: all.total_w, sensible_w: all.sensible_w };
        let mut checks = vec![
            capacity::total_capacity(delivered, &demand.load),
            capacity::sensible_capacity(delivered, &demand.load),
            capacity::latent_capacity(delivered, &demand.load),
        ];
        checks.extend(capacity::heating_capacity(heating_w, demand.heating_w));
        checks.extend(capacity::redundancy(each.sensible_w, sets, demand.spare, &demand.load));
        checks.extend(air::outdoor_share(entering.outdoor_share, demand));
        match first_broken(&checks) {
            None => {
                let conditions = entering.conditions;
                return Ok(Ok(Sized { sets, conditions, each, all, heating_w, checks }));
            }
            Some(broken) => last = Rejection::broken(id, &broken),
        }
    }
    Ok(Err(last))
}

/// `sets` times a capacity.
pub(in crate::selection) fn times(each: Capacity, sets: u32) -> Result<Capacity, Error> {
    let product =
        |watts: i64| watts.checked_mul(i64::from(sets)).ok_or_else(|| Error::new("", Fault::Overflow));
    Ok(Capacity {
        total_w: product(each.total_w)?,
        sensible_w: product(each.sensible_w)?,
        input_w: product(each.input_w)?,
    })
}
