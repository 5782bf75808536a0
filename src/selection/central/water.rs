//! Fan coils in rooms, and chillers as plants.

use super::connected::decimetres;
use super::together::Together;
use super::{RoomInstalled, RoomOption, RoomOptions};
use crate::catalogue::{Capacity, Chiller, FanCoil, Item};
use crate::error::Error;
use crate::installation::{ChillerSet, WaterRoom, chiller_set, water_room};
use crate::money::Money;
use crate::num;
use crate::project::{OutdoorPlace, SystemKind};
use crate::selection::answer::ServedRoom;
use crate::selection::context::Context;
use crate::selection::demand::Demand;
use crate::selection::heating::lessened;
use crate::selection::rejection::Rejection;
use crate::selection::rule::{Check, Rule, first_broken};
use crate::selection::rules::capacity::Delivered;
use crate::selection::rules::{air, capacity, electrical, place, sound, wishes};

/// Water that leaves the chillers, °C: the nominal condition of GB/T 18430.1 and of fan coils (GB/T 19232).
const LEAVING_WATER_C: f64 = 7.0;
/// Water for each kW of cooling, m³/h: the nominal flow of GB/T 18430.1, which is 5 K (recalled; 3.6 / (4.187 × 5) is the same).
const FLOW_M3_H_KW: f64 = 0.172;
/// The most fan coils of one room.
const MOST_UNITS: u32 = 16;

/// What fan coils offer a room: of each the fewest that carry it. A plant asks nothing of the water that they take, so that one more is
/// dearer, louder and draws more, and carries nothing that is asked for.
pub(in crate::selection) fn room_options(
    demand: &Demand,
    context: &Context<'_>,
) -> Result<RoomOptions, Error> {
    let mut found = RoomOptions::default();
    if demand.fresh_air.is_some() {
        return Ok(found);
    }
    for item in context.catalogue.fan_coils() {
        match try_fan_coil(item, demand, context)? {
            Ok(option) => found.options.push(option),
            Err(rejection) => found.rejected.push(rejection),
        }
    }
    Ok(found)
}

fn try_fan_coil(
    item: &Item<FanCoil>,
    demand: &Demand,
    context: &Context<'_>,
) -> Result<Result<RoomOption, Rejection>, Error> {
    let (identity, figures) = (&item.identity, &item.figures);
    let id = identity.id.as_str();
    let mut checks = vec![
        wishes::system_wanted(context.preferences, SystemKind::ChilledWater),
        wishes::product_wanted(context.preferences, identity),
        wishes::mounting(context.preferences, figures.mounting),
        Check::wish(Rule::Redundancy, demand.spare == 0),
    ];
    // A chiller cools only: a room that is to be heated needs something else.
    checks.extend(capacity::heating_capacity(Some(0), demand.heating_w));
    checks.extend(context.availability(id));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(id, &check)));
    }
    let Some(electrical) = &figures.electrical else {
        return Ok(Err(Rejection::new(id, Rule::IncompleteData, [])));
    };
    checks.extend(electrical::phases(electrical, context.supply));
    checks.push(electrical::breaker(electrical));
    checks.extend(air::static_pressure(figures.air.as_ref(), figures.mounting, demand));
    checks.extend(place::hanging_height(figures.mounting, figures.least_height_m, demand));
    checks.extend(place::altitude(false, demand.place.elevation_m));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(id, &check)));
    }
    let flow = figures.air.as_ref().and_then(|air| air.flow_m3_h.first().copied());
    let thin = place::thin_air(demand.place.elevation_m);
    let mut last = Rejection::new(id, Rule::TotalCapacity, []);
    for units in 1..=demand.most_sets.min(MOST_UNITS) {
        let entering = demand.entering(flow, units)?;
        let state = entering.conditions;
        let reading =
            match figures.cooling.at(&[LEAVING_WATER_C, state.indoor_dry_bulb_c, state.indoor_wet_bulb_c]) {
                Ok(reading) => reading,
                Err(miss) => {
                    last = Rejection::missed(id, &miss);
                    continue;
                }
            };
        let times = |watts: i64| watts.saturating_mul(i64::from(units));
        let each = Capacity {
            total_w: reading.total_w,
            sensible_w: lessened(reading.sensible_w.unwrap_or(0), thin),
            input_w: reading.input_w.unwrap_or(0),
        };
        let all = Capacity {
            total_w: times(each.total_w),
            sensible_w: times(each.sensible_w),
            input_w: times(each.input_w),
        };
        let delivered = Delivered { total_w: all.total_w, sensible_w: all.sensible_w };
        let mut sized = vec![
            capacity::total_capacity(delivered, &demand.load),
            capacity::sensible_capacity(delivered, &demand.load),
            capacity::latent_capacity(delivered, &demand.load),
        ];
        sized.extend(air::outdoor_share(entering.outdoor_share, demand));
        sized.extend(sound::indoors(figures.sound.as_ref(), units, demand));
        if let Some(broken) = first_broken(&sized) {
            last = Rejection::broken(id, &broken);
            continue;
        }
        checks.extend(sized);
        let served = ServedRoom {
            room: demand.room.clone(),
            product: identity.clone(),
            indoor_model: None,
            mounting: Some(figures.mounting),
            units,
            conditions: state,
            each,
            all,
            heating_w: None,
            checks,
            governing: None,
            all_calling_w: None,
            table_points: Vec::new(),
        };
        return installed(item, demand, context, served);
    }
    Ok(Err(last))
}

fn installed(
    item: &Item<FanCoil>,
    demand: &Demand,
    context: &Context<'_>,
    served: ServedRoom,
) -> Result<Result<RoomOption, Rejection>, Error> {
    let (id, figures) = (&item.identity.id, &item.figures);
    let Some(electrical) = &figures.electrical else {
        return Ok(Err(Rejection::new(id, Rule::IncompleteData, [])));
    };
    let site = &demand.circumstances;
    let flow_l_h = num::to_whole((figures.water_flow_m3_h * 1000.0).ceil()).unwrap_or(i64::MAX);
    let room = WaterRoom {
        room: demand.room.clone(),
        product: id.clone(),
        mounting: figures.mounting,
        count: served.units,
        flow_l_h,
        branch_m: site.branch_run_m,
        take_off_m: num::quantise(site.pipe_run_m - site.branch_run_m, 1),
        water_pipe_mm: figures.water_pipe_mm,
        drain_mm: figures.drain_mm,
        electrical: electrical.clone(),
        controller: super::room_controller(context, None).map(str::to_owned),
    };
    let lines = water_room(&room, "", site)?;
    let (equipment, installation) = match context.price(&lines)? {
        Ok(sums) => sums,
        Err(line) => return Ok(Err(line.rejection(id))),
    };
    Ok(Ok(RoomOption {
        index: flow_l_h.saturating_mul(i64::from(served.units)),
        charge_g: 0,
        pipe_dm: decimetres(f64::from(served.units) * site.branch_run_m),
        served,
        fresh_air: None,
        installed: RoomInstalled::Water(room),
        equipment,
        installation,
    }))
}

/// A set of chillers at the design.
#[derive(Clone, Debug)]
pub(in crate::selection) struct ChillerOption<'a> {
    pub(in crate::selection) item: &'a Item<Chiller>,
    pub(in crate::selection) set: ChillerSet,
    pub(in crate::selection) cooling_w: i64,
    pub(in crate::selection) input_w: i64,
    pub(in crate::selection) checks: Vec<Check>,
    pub(in crate::selection) equipment: Money,
    pub(in crate::selection) installation: Money,
}

impl ChillerOption<'_> {
    /// Whether rooms may have of it what they may have of another.
    pub(in crate::selection) fn serves_like(&self, other: &Self) -> bool {
        self.set == other.set
            && (self.cooling_w, self.input_w) == (other.cooling_w, other.input_w)
            && (self.equipment, self.installation) == (other.equipment, other.installation)
    }
}

/// The chillers that could carry up to `most_w`: of each model every number of modules until one carries it all, and of all those only
/// the ones that no other beats in capacity and price.
pub(in crate::selection) fn chiller_options<'a>(
    most_w: i64,
    together: &Together,
    context: &Context<'a>,
) -> Result<(Vec<ChillerOption<'a>>, Vec<Rejection>), Error> {
    let (mut options, mut rejected): (Vec<ChillerOption<'a>>, Vec<Rejection>) = (Vec::new(), Vec::new());
    for item in context.catalogue.chillers() {
        match try_chiller(item, most_w, together, context)? {
            Ok(found) => options.extend(found),
            Err(rejection) => rejected.push(rejection),
        }
    }
    let options = crate::ordering::sorted(options, |a, b| {
        let sum = |option: &ChillerOption<'_>| option.equipment.plus(option.installation).ok();
        sum(a)
            .cmp(&sum(b))
            .then(b.cooling_w.cmp(&a.cooling_w))
            .then_with(|| a.item.identity.id.cmp(&b.item.identity.id))
    });
    let mut kept: Vec<ChillerOption<'a>> = Vec::new();
    for option in options {
        // Energy counts in some objectives: what takes less is kept as well.
        let beaten = kept.iter().any(|other| {
            other.cooling_w >= option.cooling_w
                && i128::from(other.input_w) * i128::from(option.cooling_w)
                    <= i128::from(option.input_w) * i128::from(other.cooling_w)
        });
        if beaten {
            rejected.push(Rejection::new(&option.item.identity.id, Rule::Costlier, []));
        } else {
            kept.push(option);
        }
    }
    Ok((kept, rejected))
}

fn try_chiller<'a>(
    item: &'a Item<Chiller>,
    most_w: i64,
    together: &Together,
    context: &Context<'a>,
) -> Result<Result<Vec<ChillerOption<'a>>, Rejection>, Error> {
    let (identity, figures) = (&item.identity, &item.figures);
    let demand = &together.common;
    let mut checks = vec![
        wishes::system_wanted(context.preferences, SystemKind::ChilledWater),
        wishes::product_wanted(context.preferences, identity),
        // Chillers stand on a roof or on the ground.
        Check::wish(Rule::OutdoorPlace, demand.circumstances.outdoor_place != OutdoorPlace::WallBracket),
    ];
    checks.extend(wishes::efficiency_grade(context.preferences, &figures.efficiency));
    checks.extend(context.availability(&identity.id));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(&identity.id, &check)));
    }
    let (Some(electrical), Some(mass)) = (&figures.electrical, figures.mass) else {
        return Ok(Err(Rejection::new(&identity.id, Rule::IncompleteData, [])));
    };
    checks.extend(electrical::phases(electrical, context.supply));
    checks.push(electrical::breaker(electrical));
    checks.extend(place::operating_limits(figures.limits.as_ref(), demand));
    checks.extend(place::altitude(false, demand.place.elevation_m));
    checks.extend(place::clearance(None, demand));
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(&identity.id, &check)));
    }
    let factors = figures
        .capacity
        .at(LEAVING_WATER_C, together.outdoor_c)
        .and_then(|capacity| Ok((capacity, figures.input_ratio.at(LEAVING_WATER_C, together.outdoor_c)?)));
    let (capacity, input_ratio) = match factors {
        Ok(factors) => factors,
        Err(miss) => return Ok(Err(Rejection::missed(&identity.id, &miss))),
    };
    let each_w = lessened(figures.reference_w, capacity);
    let input = num::from_whole(each_w) / figures.reference_cop * input_ratio;
    let each_input = num::to_whole(input).unwrap_or(0);
    let mut options = Vec::new();
    for modules in 1..=figures.max_modules {
        let number = i64::from(modules);
        let cooling_w = each_w.saturating_mul(number);
        let capacity_kw = num::quantise(num::from_whole(cooling_w) / 1000.0, 1);
        let set = ChillerSet {
            product: identity.id.clone(),
            modules,
            mass_kg: mass.kg,
            electrical: electrical.clone(),
            flow_m3_h: num::quantise(capacity_kw * FLOW_M3_H_KW, 2),
            capacity_kw,
            power_cable_run_m: together.power_cable_run_m,
        };
        let noise = sound::at_neighbour(figures.sound.as_ref(), modules, demand);
        if let Some(check) = noise.filter(Check::is_broken) {
            if options.is_empty() {
                return Ok(Err(Rejection::broken(&identity.id, &check)));
            }
            break;
        }
        let lines = chiller_set(&set, "", &demand.circumstances)?;
        let (equipment, installation) = match context.price(&lines)? {
            Ok(sums) => sums,
            Err(line) => return Ok(Err(line.rejection(&identity.id))),
        };
        let checks = checks.iter().copied().chain(noise).collect();
        let input_w = each_input.saturating_mul(number);
        options.push(ChillerOption { item, set, cooling_w, input_w, checks, equipment, installation });
        if cooling_w >= most_w {
            break;
        }
    }
    Ok(Ok(options))
}
