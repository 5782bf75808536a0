//! Fresh-air units (新风机) of a family for a room.

use super::RoomOptions;
use super::connected::{Fitted, MOST_UNITS, installed};
use super::family::UsableFamily;
use crate::catalogue::{Capacity, FreshAirUnit, Item};
use crate::error::Error;
use crate::project::Mounting;
use crate::selection::answer::{FreshAirUnits, OutdoorConditions, ServedRoom};
use crate::selection::context::Context;
use crate::selection::demand::{Conditions, Demand, FreshAirNeed};
use crate::selection::heating::lessened;
use crate::selection::rejection::Rejection;
use crate::selection::rule::{Check, Rule, first_broken};
use crate::selection::rules::{air, capacity, electrical, pipe, place, sound, wishes};

/// What a family offers for the outdoor air of a room: of each size the fewest units that keep every rule.
pub(super) fn room_options(
    usable: &UsableFamily<'_>,
    need: &FreshAirNeed,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<RoomOptions, Error> {
    let mut found = RoomOptions::default();
    let own = |item: &&Item<FreshAirUnit>| item.figures.family.as_deref() == Some(usable.family.id.as_str());
    for item in context.catalogue.fresh_air_units().iter().filter(own) {
        match try_unit(usable, item, need, demand, context)? {
            Ok(option) => found.options.push(option),
            Err(rejection) => found.rejected.push(rejection),
        }
    }
    Ok(found)
}

fn try_unit(
    usable: &UsableFamily<'_>,
    item: &Item<FreshAirUnit>,
    need: &FreshAirNeed,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<Result<super::RoomOption, Rejection>, Error> {
    let (identity, figures) = (&item.identity, &item.figures);
    let id = identity.id.as_str();
    let incomplete = || Ok(Err(Rejection::new(id, Rule::IncompleteData, [])));
    // A wished mounting is that of the rooms' own units: a fresh-air unit always has ducts.
    let mut checks = vec![
        wishes::family_wanted(context.preferences, usable.kind()),
        wishes::product_wanted(context.preferences, identity),
    ];
    checks.extend(context.availability(id));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(id, &check)));
    }
    let (Some(electrical), Some(connection), Some(capacity_index), Some(flow_m3_h)) = (
        &figures.electrical,
        &figures.connection,
        figures.capacity_index,
        figures.air.flow_m3_h.first().copied(),
    ) else {
        return incomplete();
    };
    checks.extend(electrical::phases(electrical, context.supply));
    checks.push(electrical::breaker(electrical));
    checks.push(pipe::farthest(usable.piping, demand.circumstances.pipe_run_m));
    checks.push(pipe::height(usable.piping, demand));
    checks.push(air::ducted(Some(&figures.air), demand));
    checks.extend(place::hanging_height(Mounting::Duct, figures.least_height_m, demand));
    checks.extend(place::altitude(usable.family.altitude.is_some(), demand.place.elevation_m));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(id, &check)));
    }
    let (each_w, heating_each_w) = match (cooling(figures, need), heating(figures, demand)) {
        (Ok(cooling), Ok(heating)) => (cooling, heating),
        (Err(miss), _) | (_, Err(miss)) => return Ok(Err(Rejection::missed(id, &miss))),
    };
    let left = usable.left_at(demand.place.elevation_m);
    let (each_w, heating_each_w) =
        (lessened(each_w, left), heating_each_w.map(|watts| lessened(watts, left)));
    let times = |watts: i64, units: u32| watts.saturating_mul(i64::from(units));
    let sized = |units: u32| -> Vec<Check> {
        let mut sized = vec![
            air::outdoor_flow(flow_m3_h, units, need.flow_m3_h),
            Check::watts(Rule::TotalCapacity, times(each_w, units), demand.load.total_w),
        ];
        let heating_w = heating_each_w.map(|watts| times(watts, units));
        sized.extend(capacity::heating_capacity(heating_w, demand.heating_w));
        sized
    };
    let most = demand.most_sets.clamp(1, MOST_UNITS);
    let enough = |units: &u32| first_broken(&sized(*units)).is_none();
    let units = (1..=most).find(enough).unwrap_or(most);
    checks.extend(sized(units));
    if usable.shares_pipe() && units > 1 {
        checks.push(pipe::first_branch(usable.piping, demand.circumstances.branch_run_m));
    }
    checks.extend(sound::indoors(figures.sound.as_ref(), units, demand));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(id, &check)));
    }
    let heating_w = heating_each_w.map(|watts| times(watts, units));
    let fresh_air = FreshAirUnits {
        room: demand.room.clone(),
        product: identity.clone(),
        units,
        flow_m3_h,
        conditions: OutdoorConditions {
            dry_bulb_c: need.dry_bulb_c,
            wet_bulb_c: need.wet_bulb_c,
            winter_dry_bulb_c: demand.heating_w.map(|_| demand.place.winter_dry_bulb_c),
        },
        each_w,
        cooling_w: times(each_w, units),
        heating_w,
        input_w: times(figures.input_w, units),
        checks,
        governing: None,
        all_calling_w: None,
    };
    let fitted = Fitted {
        mounting: Mounting::Duct,
        capacity_index,
        counted_index: capacity_index,
        connection,
        electrical,
        fresh_air: Some(fresh_air.clone()),
    };
    installed(usable, &fitted, demand, context, for_search(&fresh_air, figures.input_w, demand))
}

/// Cooling of one at the outdoor air of the design, W, at the airflow of its table: set to less air it treats what it brings no worse.
fn cooling(figures: &FreshAirUnit, need: &FreshAirNeed) -> Result<i64, crate::catalogue::Miss> {
    Ok(figures.cooling.at(&[need.dry_bulb_c, need.wet_bulb_c])?.total_w)
}

/// Heating of one at the winter design, W; `None` where none is wanted or the catalogue has no table. In milder air than the table has
/// it is read at the table's mildest, where a heat pump gives no more.
fn heating(figures: &FreshAirUnit, demand: &Demand) -> Result<Option<i64>, crate::catalogue::Miss> {
    let (Some(table), Some(_)) = (&figures.heating, demand.heating_w) else { return Ok(None) };
    let mildest = table.axis("outdoorDryBulbC").last().copied().unwrap_or(f64::MAX);
    Ok(Some(table.at(&[demand.place.winter_dry_bulb_c.min(mildest)])?.total_w))
}

/// What the search asks of the units of a room, in the words that it has for all of them.
fn for_search(units: &FreshAirUnits, input_w: i64, demand: &Demand) -> ServedRoom {
    let capacity = |total_w: i64, input_w: i64| Capacity { total_w, sensible_w: 0, input_w };
    ServedRoom {
        room: units.room.clone(),
        product: units.product.clone(),
        indoor_model: None,
        mounting: Some(Mounting::Duct),
        units: units.units,
        conditions: Conditions {
            indoor_dry_bulb_c: units.conditions.dry_bulb_c,
            indoor_wet_bulb_c: units.conditions.wet_bulb_c,
            outdoor_dry_bulb_c: demand.place.summer_dry_bulb_c,
        },
        each: capacity(units.each_w, input_w),
        all: capacity(units.cooling_w, units.input_w),
        heating_w: units.heating_w,
        checks: units.checks.clone(),
        governing: None,
        all_calling_w: None,
        table_points: Vec::new(),
    }
}
