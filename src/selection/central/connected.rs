//! Indoor units of a family in a room.

use super::family::UsableFamily;
use super::{RoomInstalled, RoomOption, RoomOptions, fresh_air};
use crate::catalogue::{
    Capacity, Connection, Electrical, IndoorUnit, Item, Product, RecoveryBox, RefrigerantSystem,
};
use crate::error::Error;
use crate::installation::{ConnectedRoom, connected_room};
use crate::num;
use crate::project::Mounting;
use crate::selection::answer::{FreshAirUnits, ServedRoom};
use crate::selection::context::Context;
use crate::selection::demand::Demand;
use crate::selection::heating::{lessened, not_colder};
use crate::selection::rejection::Rejection;
use crate::selection::rule::{Check, Rule, first_broken};
use crate::selection::rules::capacity::Delivered;
use crate::selection::rules::{air, capacity, electrical, pipe, place, sound, wishes};

/// The most units of one room on a shared system (matching.md, section 4.1: quantity 1 to 4).
pub(in crate::selection) const MOST_UNITS: u32 = 4;

/// What a family offers a room: of each mounting and size the fewest units that keep every rule, and with `more` every higher number
/// that keeps them too. What is above the need may bring a plant to its least connection ratio, or to more capacity.
pub(in crate::selection) fn room_options(
    usable: &UsableFamily<'_>,
    demand: &Demand,
    more: bool,
    context: &Context<'_>,
) -> Result<RoomOptions, Error> {
    if let Some(need) = &demand.fresh_air {
        return fresh_air::room_options(usable, need, demand, context);
    }
    let mut found = RoomOptions::default();
    if usable.alone.is_some() {
        return Ok(found);
    }
    for item in context.catalogue.indoor_units() {
        if item.figures.family != usable.family.id {
            continue;
        }
        match try_unit(usable, item, demand, 1, context)? {
            Ok(option) => {
                let higher =
                    if more { higher_numbers(usable, &option, demand, context)? } else { Vec::new() };
                found.options.push(option);
                found.options.extend(higher);
            }
            Err(rejection) => found.rejected.push(rejection),
        }
    }
    Ok(found)
}

/// More units of the product of an option that keep every rule of the room; none of fresh-air units, whose air sets their number. Where
/// more are refused nothing is said of them: fewer do.
pub(in crate::selection) fn higher_numbers(
    usable: &UsableFamily<'_>,
    fewest: &RoomOption,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<Vec<RoomOption>, Error> {
    let (mut found, mut least) = (Vec::new(), fewest.served.units);
    if let Some(Product::IndoorUnit(item)) = context.catalogue.product(&fewest.served.product.id) {
        while let Ok(option) = try_unit(usable, item, demand, least.saturating_add(1), context)? {
            least = option.served.units;
            found.push(option);
        }
    }
    Ok(found)
}

/// The fewest units from `least` on that keep every rule of the room. More units than those that a rule of sound or of the room's own
/// joints refuses are louder and larger, so that nothing is tried beyond them.
fn try_unit(
    usable: &UsableFamily<'_>,
    item: &Item<IndoorUnit>,
    demand: &Demand,
    least: u32,
    context: &Context<'_>,
) -> Result<Result<RoomOption, Rejection>, Error> {
    let (identity, figures) = (&item.identity, &item.figures);
    let id = identity.id.as_str();
    let site = &demand.circumstances;
    let mut checks = vec![
        wishes::family_wanted(context.preferences, usable.kind()),
        wishes::product_wanted(context.preferences, identity),
        wishes::mounting(context.preferences, figures.mounting),
        // A room that must not fail never hangs on what others share.
        Check::wish(Rule::Redundancy, demand.spare == 0),
    ];
    checks.extend(context.availability(id));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(id, &check)));
    }
    let Some(electrical) = &figures.electrical else {
        return Ok(Err(Rejection::new(id, Rule::IncompleteData, [])));
    };
    checks.extend(electrical::phases(electrical, context.supply));
    checks.push(electrical::breaker(electrical));
    checks.push(pipe::farthest(usable.piping, site.pipe_run_m));
    checks.push(pipe::height(usable.piping, demand));
    checks.extend(air::static_pressure(figures.air.as_ref(), figures.mounting, demand));
    checks.extend(place::hanging_height(figures.mounting, figures.least_height_m, demand));
    checks.extend(unknown_weight(usable, figures, demand));
    checks.extend(place::altitude(usable.family.altitude.is_some(), demand.place.elevation_m));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(id, &check)));
    }
    let sized = match sized(usable, item, demand, least)? {
        Ok(sized) => sized,
        Err(rejection) => return Ok(Err(rejection)),
    };
    checks.extend(sized.checks);
    if usable.shares_pipe() && sized.units > 1 {
        // The joint inside the room is the first one where no other room is nearer.
        checks.push(pipe::first_branch(usable.piping, site.branch_run_m));
    }
    checks.extend(sound::indoors(figures.sound.as_ref(), sized.units, demand));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(id, &check)));
    }
    let served = ServedRoom {
        room: demand.room.clone(),
        product: identity.clone(),
        indoor_model: None,
        mounting: Some(figures.mounting),
        units: sized.units,
        conditions: sized.conditions,
        each: sized.each,
        all: sized.all,
        heating_w: sized.heating_w,
        checks,
        governing: None,
        all_calling_w: None,
        table_points: Vec::new(),
    };
    let fitted = Fitted {
        mounting: figures.mounting,
        capacity_index: figures.capacity_index,
        counted_index: counted_index(usable, item, demand),
        connection: &figures.connection,
        electrical,
        fresh_air: None,
    };
    installed(usable, &fitted, demand, context, served)
}

/// The connection ratio is not checked where a ducted unit has to overcome ducts and its family does not state how much more such units
/// count.
fn unknown_weight(usable: &UsableFamily<'_>, figures: &IndoorUnit, demand: &Demand) -> Option<Check> {
    let family = usable.family;
    let known = family.high_static_weight.is_some() && family.high_static_pa.is_some();
    let ducts = figures.mounting == Mounting::Duct && demand.circumstances.duct_loss_pa > 0.0;
    (ducts && !known).then(|| Check::not_checked(Rule::ConnectionRatio))
}

struct Sized {
    units: u32,
    conditions: crate::selection::demand::Conditions,
    each: Capacity,
    all: Capacity,
    heating_w: Option<i64>,
    checks: Vec<Check>,
}

fn sized(
    usable: &UsableFamily<'_>,
    item: &Item<IndoorUnit>,
    demand: &Demand,
    least: u32,
) -> Result<Result<Sized, Rejection>, Error> {
    let elevation_m = demand.place.elevation_m;
    let (left, thin) = (usable.left_at(elevation_m), place::thin_air(elevation_m));
    let (id, figures) = (&item.identity.id, &item.figures);
    let heating_each = match (&figures.heating, demand.heating_w) {
        (Some(table), Some(_)) => match table.at(&[not_colder(table, demand.winter_indoor_c)]) {
            Ok(reading) => Some(lessened(reading.total_w, left)),
            Err(miss) => return Ok(Err(Rejection::missed(id, &miss))),
        },
        _ => None,
    };
    let flow = figures.air.as_ref().and_then(|air| air.flow_m3_h.first().copied());
    let mut last = Rejection::new(id, Rule::TotalCapacity, []);
    for units in least..=demand.most_sets.min(MOST_UNITS) {
        let entering = demand.entering(flow, units)?;
        let place = [entering.conditions.indoor_dry_bulb_c, entering.conditions.indoor_wet_bulb_c];
        let reading = match figures.cooling.at(&place) {
            Ok(reading) => reading,
            Err(miss) => {
                last = Rejection::missed(id, &miss);
                continue;
            }
        };
        let each = Capacity {
            total_w: lessened(reading.total_w, left),
            sensible_w: lessened(reading.sensible_w.unwrap_or(0), thin),
            input_w: reading.input_w.unwrap_or(0),
        };
        let times = |watts: i64| watts.saturating_mul(i64::from(units));
        let all = Capacity {
            total_w: times(each.total_w),
            sensible_w: times(each.sensible_w),
            input_w: times(each.input_w),
        };
        let delivered = Delivered { total_w: all.total_w, sensible_w: all.sensible_w };
        let heating_w = heating_each.map(times);
        let mut checks = vec![
            capacity::total_capacity(delivered, &demand.load),
            capacity::sensible_capacity(delivered, &demand.load),
            capacity::latent_capacity(delivered, &demand.load),
        ];
        checks.extend(capacity::heating_capacity(heating_w, demand.heating_w));
        checks.extend(air::outdoor_share(entering.outdoor_share, demand));
        match first_broken(&checks) {
            None => {
                let conditions = entering.conditions;
                return Ok(Ok(Sized { units, conditions, each, all, heating_w, checks }));
            }
            Some(broken) => last = Rejection::broken(id, &broken),
        }
    }
    Ok(Err(last))
}

/// The figures of a unit that its installation and its place on a plant depend on.
pub(super) struct Fitted<'a> {
    pub(super) mounting: Mounting,
    pub(super) capacity_index: i64,
    /// The index as the connection ratio counts it.
    pub(super) counted_index: i64,
    pub(super) connection: &'a Connection,
    pub(super) electrical: &'a Electrical,
    /// What the answer says of fresh-air units; absent for units that take in the room's air.
    pub(super) fresh_air: Option<FreshAirUnits>,
}

/// The option with what is installed in the room and its price.
pub(super) fn installed(
    usable: &UsableFamily<'_>,
    fitted: &Fitted<'_>,
    demand: &Demand,
    context: &Context<'_>,
    served: ServedRoom,
) -> Result<Result<RoomOption, Rejection>, Error> {
    let id = served.product.id.as_str();
    let pipe = usable.branch_pipe(fitted.connection);
    let Some(kg_per_m) = usable.kg_per_m(pipe.liquid_mm) else {
        return Ok(Err(Rejection::new(id, Rule::IncompleteData, [])));
    };
    let per_indoor_kg = usable.family.charge.as_ref().map_or(0.0, |charge| charge.per_indoor_kg);
    let site = &demand.circumstances;
    let (branch_m, take_off_m) = if usable.shares_pipe() {
        (site.branch_run_m, num::quantise(site.pipe_run_m - site.branch_run_m, 1))
    } else {
        (site.pipe_run_m, 0.0)
    };
    let own_index = fitted.counted_index.saturating_mul(i64::from(served.units));
    let Some(inner_kit) = inner_kit(usable, own_index, served.units) else {
        return Ok(Err(Rejection::new(id, Rule::NoSystem, [])));
    };
    let recovery_box = if usable.family.system == RefrigerantSystem::VrfHeatRecovery {
        match cheapest_box(context, usable, served.units, own_index) {
            Some(item) => Some(item.identity.id.clone()),
            None => return Ok(Err(Rejection::new(id, Rule::NoSystem, []))),
        }
    } else {
        None
    };
    let room = ConnectedRoom {
        room: demand.room.clone(),
        product: id.to_owned(),
        mounting: fitted.mounting,
        count: served.units,
        outdoor_air_m3_h: fitted.fresh_air.as_ref().map(|units| units.flow_m3_h),
        capacity_index: fitted.capacity_index,
        pipe,
        branch_m,
        take_off_m,
        branch_kg_per_m: kg_per_m,
        per_indoor_kg,
        drain_mm: fitted.connection.drain_mm,
        electrical: fitted.electrical.clone(),
        controller: usable.controller.map(str::to_owned),
        inner_kit,
        recovery_box,
    };
    let lines = connected_room(&room, &usable.family.refrigerant, "", site)?;
    let (equipment, installation) = match context.price(&lines)? {
        Ok(sums) => sums,
        Err(line) => return Ok(Err(line.rejection(id))),
    };
    let units = f64::from(served.units);
    Ok(Ok(RoomOption {
        index: own_index,
        charge_g: grams(units * (branch_m * kg_per_m + per_indoor_kg)),
        pipe_dm: decimetres(units * branch_m),
        served,
        fresh_air: fitted.fresh_air.clone(),
        installed: RoomInstalled::Connected(room),
        equipment,
        installation,
    }))
}

/// The index as the ratio counts it: of a ducted unit against much pressure more (LG multi: 1.3; the family states it).
fn counted_index(usable: &UsableFamily<'_>, item: &Item<IndoorUnit>, demand: &Demand) -> i64 {
    let figures = &item.figures;
    let pressure = figures.air.as_ref().map_or(0.0, |air| air.external_static_pa);
    let high = usable.family.high_static_pa.is_some_and(|from| pressure >= from);
    let counts = figures.mounting == Mounting::Duct && high && demand.circumstances.duct_loss_pa > 0.0;
    match usable.family.high_static_weight.filter(|_| counts) {
        Some(weight) => {
            num::to_whole((num::from_whole(figures.capacity_index) * weight).ceil()).unwrap_or(i64::MAX)
        }
        None => figures.capacity_index,
    }
}

/// The joint inside a room of several units on a shared pipe; none is needed elsewhere, and the outer `None` says that the family
/// has none so large.
#[expect(clippy::option_option, reason = "no joint needed, and no joint to be had, are two things")]
fn inner_kit(usable: &UsableFamily<'_>, index: i64, units: u32) -> Option<Option<String>> {
    if !usable.shares_pipe() || units < 2 {
        return Some(None);
    }
    Some(Some(usable.tier(index)?.kit.to_owned()))
}

/// The cheapest box that takes the units of a room, spread over its ports.
fn cheapest_box<'a>(
    context: &Context<'a>,
    usable: &UsableFamily<'_>,
    units: u32,
    index: i64,
) -> Option<&'a Item<RecoveryBox>> {
    let takes = |item: &&Item<RecoveryBox>| {
        let figures = &item.figures;
        let ports = i64::from(figures.ports);
        figures.family == usable.family.id
            && units <= figures.ports.saturating_mul(figures.max_indoor_per_port)
            && index <= figures.max_index.min(figures.max_index_per_port.saturating_mul(ports))
    };
    let boxes = context.catalogue.recovery_boxes().iter().filter(takes);
    boxes.min_by_key(|item| context.cheapest_first(&item.identity.id))
}

/// Kilograms in grams, rounded up: refrigerant is never counted too low.
pub(in crate::selection) fn grams(kilograms: f64) -> i64 {
    num::to_whole((num::quantise(kilograms * 1000.0, 3)).ceil()).unwrap_or(i64::MAX)
}

/// Metres in decimetres.
pub(in crate::selection) fn decimetres(metres: f64) -> i64 {
    num::to_whole(metres * 10.0).unwrap_or(i64::MAX)
}
