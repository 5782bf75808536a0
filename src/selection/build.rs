//! Systems in the building, from what the search chose.

use super::answer::{FreshAirUnits, Installed, Plant, ServedRoom, System};
use super::central::layout::{litres, piece, water};
use super::central::outdoor::OutdoorOption;
use super::central::water::ChillerOption;
use super::central::{RoomInstalled, RoomOption};
use super::context::Context;
use super::demand::Demand;
use super::group::{Group, Plants};
use super::grouping;
use super::own_set::with_points;
use super::question::Question;
use super::rule::{Check, Rule, first_broken};
use super::rules::{air, capacity, pipe, place, refrigerant};
use crate::catalogue::Identity;
use crate::error::{Error, Fault};
use crate::installation::{
    Circumstances, ConnectedSystem, TrunkPiece, WaterPiece, WaterSystem, connected_system, water_system,
};
use crate::num;
use crate::project::SystemKind;

/// A system that the search chose for some rooms of a group, and the positions of those rooms in the project.
#[derive(Clone)]
pub(super) struct Built {
    pub(super) system: System,
    pub(super) positions: Vec<usize>,
}

/// The rooms of a central system, the farthest first, each with what it takes.
pub(super) type Members<'a> = Vec<(&'a Demand, &'a RoomOption)>;

/// The systems of a group as the search answers its question.
pub(super) fn systems(
    group: &Group<'_>,
    question: &Question,
    answer: &grouping::Answer,
    context: &Context<'_>,
) -> Result<Vec<Built>, Error> {
    answer.systems.iter().map(|chosen| built(group, question, chosen, context)).collect()
}

fn built(
    group: &Group<'_>,
    question: &Question,
    chosen: &grouping::System,
    context: &Context<'_>,
) -> Result<Built, Error> {
    let lost = || Error::new("", Fault::Overflow);
    let Some(outdoor) = chosen.outdoor else {
        let zone = chosen.zones.first().map(|served| served.zone).ok_or_else(lost)?;
        let own = group.own.get(zone).zip(question.own.get(zone).copied().flatten());
        let system = own.and_then(|(own, position)| own.get(position)).cloned().ok_or_else(lost)?;
        let demand = group.demands.get(zone).ok_or_else(lost)?;
        return Ok(Built { system: with_points(system, context), positions: vec![demand.position] });
    };
    let plant = question.plants.get(outdoor).copied().ok_or_else(lost)?;
    let mut members: Members<'_> = Vec::with_capacity(chosen.zones.len());
    for served in &chosen.zones {
        let demand = *group.demands.get(served.zone).ok_or_else(lost)?;
        let options = group.options.get(served.zone).ok_or_else(lost)?;
        let (_, option) = served.option.and_then(|option| options.get(option)).ok_or_else(lost)?;
        members.push((demand, option));
    }
    let positions = members.iter().map(|(demand, _)| demand.position).collect();
    let system = match &group.levels.get(plant.level).ok_or_else(lost)?.plants {
        Plants::Outdoor { usable, options, control_cable, .. } => {
            let option = options.get(plant.option).ok_or_else(lost)?;
            connected(usable, option, control_cable.as_deref(), &members, context)?
        }
        Plants::Chillers(options) => {
            let option = options.get(plant.option).ok_or_else(lost)?;
            chilled(option, &members, context)?
        }
    };
    Ok(Built { system, positions })
}

/// The first rule that these rooms, the farthest first, would break together on each of the plants, in the order of the plants.
pub(super) fn broken_by<'a>(
    plants: &'a Plants<'_>,
    members: &'a Members<'_>,
    context: &'a Context<'_>,
) -> Box<dyn Iterator<Item = (String, Check)> + 'a> {
    let block = block(members);
    match plants {
        Plants::Outdoor { usable, options, .. } => Box::new(options.iter().filter_map(move |option| {
            let (installed, index) = piped(usable, option, None, members);
            let facts = Facts::of(usable, option, &installed, members, index);
            let check = first_broken(&facts.checks(usable, option, members, block, context))?;
            let names: Vec<&str> = option.units.iter().map(|item| item.identity.id.as_str()).collect();
            Some((names.join("+"), check))
        })),
        Plants::Chillers(options) => Box::new(options.iter().filter_map(move |option| {
            let check = Check::watts(Rule::TotalCapacity, option.cooling_w, block.0);
            check.is_broken().then(|| (option.item.identity.id.clone(), check))
        })),
    }
}

/// What the rooms of a system need together: the largest hour, and heating.
fn block(members: &Members<'_>) -> (i64, Option<i64>) {
    let hours = members.iter().map(|(demand, _)| demand.profile_w.len()).max().unwrap_or(0);
    let at = |hour: usize| {
        members.iter().fold(0_i64, |sum, (demand, _)| {
            sum.saturating_add(demand.profile_w.get(hour).copied().unwrap_or(0))
        })
    };
    let peak = (0..hours).map(at).max().unwrap_or(0);
    let heats = members.iter().any(|(demand, _)| demand.heating_w.is_some());
    let heating = members.iter().filter_map(|(demand, _)| demand.heating_w).fold(0, i64::saturating_add);
    (peak, heats.then_some(heating))
}

/// The rooms and the fresh-air units, each in the project's order.
fn in_project_order(members: &Members<'_>) -> (Vec<ServedRoom>, Vec<FreshAirUnits>) {
    let sorted = crate::ordering::sorted(members.clone(), |a, b| a.0.position.cmp(&b.0.position));
    let options = || sorted.iter().map(|(_, option)| option);
    let rooms = options().filter(|option| option.fresh_air.is_none()).map(|option| option.served.clone());
    (rooms.collect(), options().filter_map(|option| option.fresh_air.clone()).collect())
}

pub(super) fn take_off_dm(member: (&Demand, &RoomOption)) -> i64 {
    let at = match &member.1.installed {
        RoomInstalled::Connected(room) => room.take_off_m,
        RoomInstalled::Water(room) => room.take_off_m,
    };
    super::central::connected::decimetres(at)
}

/// What is installed of a family for these rooms, and the sum of their indices.
fn piped(
    usable: &super::central::family::UsableFamily<'_>,
    option: &OutdoorOption<'_>,
    control_cable: Option<&str>,
    members: &Members<'_>,
) -> (ConnectedSystem, i64) {
    let mut trunk: Vec<TrunkPiece> = Vec::new();
    let mut index = 0_i64;
    for (position, member) in members.iter().enumerate() {
        index = index.saturating_add(member.1.index);
        let Some(tier) = usable.tier(index).filter(|_| usable.shares_pipe()) else { continue };
        let nearer = members.get(position.saturating_add(1)).map_or(0, |next| take_off_dm(*next));
        let ends = (nearer, take_off_dm(*member));
        let kit = Some(tier.kit).filter(|_| position > 0);
        trunk.push(piece(tier, ends, index, control_cable, kit));
    }
    let rooms = members.iter().filter_map(|(_, option)| match &option.installed {
        RoomInstalled::Connected(room) => Some(room.clone()),
        RoomInstalled::Water(_) => None,
    });
    let installed = ConnectedSystem {
        system: usable.family.system,
        family: usable.family.id.clone(),
        refrigerant: usable.family.refrigerant.clone(),
        outdoor: option.set.clone(),
        rooms: rooms.collect(),
        trunk,
    };
    (installed, index)
}

fn connected(
    usable: &super::central::family::UsableFamily<'_>,
    option: &OutdoorOption<'_>,
    control_cable: Option<&str>,
    members: &Members<'_>,
    context: &Context<'_>,
) -> Result<System, Error> {
    let (installed, index) = piped(usable, option, control_cable, members);
    let sites: Vec<Circumstances> = members.iter().map(|(demand, _)| demand.circumstances.clone()).collect();
    let lines = connected_system(&installed, "", &sites)?;
    let (equipment, installation) = context
        .price(&lines)?
        .map_err(|_| Error::new("", Fault::Mismatch { reason: "a part lost its price".to_owned() }))?;
    let facts = Facts::of(usable, option, &installed, members, index);
    let (block_peak_w, block_heating_w) = block(members);
    let checks = facts.checks(usable, option, members, (block_peak_w, block_heating_w), context);
    let load = members.iter().fold(0_i64, |sum, (demand, _)| sum.saturating_add(demand.load.total_w));
    let fans = members.iter().fold(0_i64, |sum, (_, option)| sum.saturating_add(option.served.all.input_w));
    let (cooling_at_one, input_w) = option.at_one;
    let fans_kwh = num::from_whole(fans) * context.full_load_hours / 1000.0;
    let energy = context.energy_kwh(load, cooling_at_one, input_w) + fans_kwh;
    let (rooms, fresh_air_units) = in_project_order(members);
    Ok(System {
        id: String::new(),
        kind: usable.kind(),
        outdoor: Some(Plant {
            units: option.units.iter().map(|item| item.identity.clone()).collect(),
            cooling_w: facts.cooling_w,
            heating_w: facts.heating_w.filter(|_| option.knows_heat),
            block_peak_w,
            block_heating_w,
            input_w,
            ratio: Some(facts.ratio),
            charge_kg: facts.charge_kg,
            farthest_m: facts.farthest_m,
            total_pipe_m: facts.total_m,
        }),
        rooms,
        fresh_air_units,
        checks,
        governing: None,
        energy_kwh: num::quantise(energy, 1),
        schematic: Vec::new(),
        equipment,
        installation,
        cost: equipment.plus(installation)?,
        installed: Installed::Connected(installed),
    })
}

/// What is measured on a refrigerant system.
struct Facts {
    cooling_w: i64,
    heating_w: Option<i64>,
    ratio: f64,
    /// The part of the ratio that fresh-air units take; absent where there are none.
    fresh_share: Option<f64>,
    units: u32,
    charge_kg: Option<f64>,
    farthest_m: f64,
    equivalent_m: f64,
    reach_m: f64,
    total_m: f64,
    span_m: f64,
}

impl Facts {
    fn of(
        usable: &super::central::family::UsableFamily<'_>,
        option: &OutdoorOption<'_>,
        installed: &ConnectedSystem,
        members: &Members<'_>,
        index: i64,
    ) -> Self {
        let runs = || members.iter().map(|(demand, _)| demand.circumstances.pipe_run_m);
        let farthest_m = runs().fold(0.0, f64::max);
        let joints = f64::from(num::count(members.len().saturating_sub(1)));
        let shares = usable.shares_pipe();
        let joint_m = if shares { usable.piping.joint_equivalent_m } else { 0.0 };
        let equivalent_m = num::quantise(farthest_m + joints * joint_m, 1);
        let nearest = members.iter().map(|member| take_off_dm(*member)).min().unwrap_or(0);
        let heights = || members.iter().map(|(demand, _)| demand.circumstances.height_difference_m);
        let branches = members.iter().fold(0_i64, |sum, (_, option)| sum.saturating_add(option.pipe_dm));
        let trunk_end = members.iter().map(|member| take_off_dm(*member)).max().unwrap_or(0);
        let factors = usable.family.length_factors.as_deref().filter(|_| shares);
        let (cooling_left, heating_left) =
            factors.and_then(|factors| pipe::length_factor(factors, equivalent_m)).unwrap_or((1.0, 1.0));
        let whole = |share: f64| num::to_whole((share.min(1.0) * 10_000.0).floor()).unwrap_or(0);
        let lessen = |capacity: i64, share: i64| capacity.saturating_mul(share).div_euclid(10_000);
        let over_own = |index: i64| num::from_whole(index) / num::from_whole(option.set.capacity_index);
        let fresh = members.iter().fold(0_i64, |sum, (_, option)| sum.saturating_add(option.fresh_index()));
        let charge_g = option.charge_g.map(|own| {
            let rooms = members.iter().fold(own, |sum, (_, option)| sum.saturating_add(option.charge_g));
            installed.trunk.iter().fold(rooms, |sum, piece| {
                sum.saturating_add(super::central::connected::grams(
                    (piece.to_m - piece.from_m) * piece.kg_per_m,
                ))
            })
        });
        Self {
            cooling_w: lessen(grouping::capacity_at(&option.cooling, index), whole(cooling_left)),
            // Rooms that are not heated ask nothing of a plant that others are heated by.
            heating_w: (!option.heating.is_empty()
                && members.iter().any(|(demand, _)| demand.heating_w.is_some()))
            .then(|| lessen(grouping::capacity_at(&option.heating, index), whole(heating_left))),
            ratio: num::quantise(over_own(index), 3),
            fresh_share: (fresh > 0).then(|| over_own(fresh)),
            units: members.iter().fold(0_u32, |sum, (_, option)| sum.saturating_add(option.served.units)),
            charge_kg: charge_g.map(|grams| num::quantise(num::from_whole(grams) / 1000.0, 3)),
            farthest_m,
            equivalent_m,
            reach_m: num::quantise(farthest_m - num::from_whole(nearest) / 10.0, 1),
            total_m: num::quantise(num::from_whole(branches.saturating_add(trunk_end)) / 10.0, 1),
            span_m: num::quantise(heights().fold(f64::MIN, f64::max) - heights().fold(f64::MAX, f64::min), 1),
        }
    }

    fn checks(
        &self,
        usable: &super::central::family::UsableFamily<'_>,
        option: &OutdoorOption<'_>,
        members: &Members<'_>,
        (block_peak_w, block_heating_w): (i64, Option<i64>),
        context: &Context<'_>,
    ) -> Vec<Check> {
        let piping = usable.piping;
        let mut checks = option.checks.clone();
        // A plant that is read with heated rooms as well says nothing of winter to rooms that are not.
        let rooms: Vec<&Demand> = members.iter().map(|(demand, _)| *demand).collect();
        if let Some(summer) = place::operating_limits_unheated(usable.family.limits.as_ref(), &rooms) {
            let of_limits = |check: &Check| check.rule == Rule::OperatingLimits;
            let first = checks.iter().position(of_limits).unwrap_or(checks.len());
            checks.retain(|check| !of_limits(check));
            checks.splice(first..first, summer);
        }
        checks.push(Check::watts(Rule::TotalCapacity, self.cooling_w, block_peak_w));
        checks.extend(match self.heating_w.filter(|_| !option.knows_heat) {
            Some(watts) => capacity::heating_before_defrost(watts, block_heating_w),
            None => capacity::heating_capacity(self.heating_w, block_heating_w),
        });
        let [least, most] = option.ratio;
        // Above a height between indoor units the maker allows less; every rule whose height is exceeded holds.
        let rules = usable.family.ratio_rules.iter();
        let exceeded = rules.filter(|rule| self.span_m > rule.above_indoor_height_m);
        let most = exceeded.fold(most, |most, rule| most.min(rule.maximum));
        let fresh_share = self.fresh_share.filter(|_| usable.alone.is_none());
        checks.extend(fresh_share.map(|share| air::fresh_air_share(usable.family, share)));
        checks.push(Check::at_least(Rule::ConnectionRatio, self.ratio, least));
        checks.push(Check::at_most(Rule::ConnectionRatio, self.ratio, most));
        checks.push(Check::at_most(Rule::IndoorCount, f64::from(self.units), f64::from(option.max_indoor)));
        checks.push(pipe::farthest(piping, self.farthest_m));
        if usable.shares_pipe() {
            checks.push(pipe::farthest_equivalent(piping, self.equivalent_m));
            if self.units > 1 {
                checks.push(pipe::first_branch(piping, self.reach_m));
            }
        }
        // Of units that each have a pipe of their own nobody says how they share what a plant loses.
        checks.extend(pipe::length_loss(
            usable.family.length_factors.as_deref().filter(|_| usable.shares_pipe()),
        ));
        checks.push(pipe::total(piping, self.total_m));
        checks.push(pipe::indoor_height(piping, self.span_m));
        let volumes: Option<Vec<f64>> = members.iter().map(|(demand, _)| demand.volume_m3).collect();
        let smallest = volumes.map(|volumes| volumes.into_iter().fold(f64::MAX, f64::min));
        let gas = context.catalogue.refrigerant(&usable.family.refrigerant);
        checks.push(refrigerant::system_charge(gas, self.charge_kg, smallest, context.country));
        checks
    }
}

fn chilled(
    option: &ChillerOption<'_>,
    members: &Members<'_>,
    context: &Context<'_>,
) -> Result<System, Error> {
    let pipes = context.catalogue.water_pipes();
    let mut trunk: Vec<WaterPiece> = Vec::new();
    let mut flow = 0_i64;
    for (position, member) in members.iter().enumerate() {
        flow = flow.saturating_add(member.1.index);
        let Some(size) = pipes.iter().find(|size| flow <= litres(size)) else { continue };
        let nearer = members.get(position.saturating_add(1)).map_or(0, |next| take_off_dm(*next));
        trunk.push(water(size, (nearer, take_off_dm(*member)), flow));
    }
    let rooms = members.iter().filter_map(|(_, option)| match &option.installed {
        RoomInstalled::Water(room) => Some(room.clone()),
        RoomInstalled::Connected(_) => None,
    });
    let installed = WaterSystem { plant: option.set.clone(), rooms: rooms.collect(), trunk };
    let sites: Vec<Circumstances> = members.iter().map(|(demand, _)| demand.circumstances.clone()).collect();
    let lines = water_system(&installed, "", &sites)?;
    let (equipment, installation) = context
        .price(&lines)?
        .map_err(|_| Error::new("", Fault::Mismatch { reason: "a part lost its price".to_owned() }))?;
    let (block_peak_w, block_heating_w) = block(members);
    let mut checks = option.checks.clone();
    checks.push(Check::watts(Rule::TotalCapacity, option.cooling_w, block_peak_w));
    // How far its pump reaches stands in no catalogue.
    checks.push(Check::not_checked(Rule::PipeLength));
    let load = members.iter().fold(0_i64, |sum, (demand, _)| sum.saturating_add(demand.load.total_w));
    let fans = members.iter().fold(0_i64, |sum, (_, option)| sum.saturating_add(option.served.all.input_w));
    let fans_kwh = num::from_whole(fans) * context.full_load_hours / 1000.0;
    let branches = members.iter().fold(0_i64, |sum, (_, option)| sum.saturating_add(option.pipe_dm));
    let trunk_end = members.iter().map(|member| take_off_dm(*member)).max().unwrap_or(0);
    let modules = usize::try_from(option.set.modules).unwrap_or(1);
    let units: Vec<Identity> = std::iter::repeat_n(option.item.identity.clone(), modules).collect();
    Ok(System {
        id: String::new(),
        kind: SystemKind::ChilledWater,
        outdoor: Some(Plant {
            units,
            cooling_w: option.cooling_w,
            heating_w: None,
            block_peak_w,
            block_heating_w,
            input_w: option.input_w,
            ratio: None,
            charge_kg: None,
            farthest_m: members.iter().map(|(demand, _)| demand.circumstances.pipe_run_m).fold(0.0, f64::max),
            total_pipe_m: num::quantise(num::from_whole(branches.saturating_add(trunk_end)) / 10.0, 1),
        }),
        rooms: in_project_order(members).0,
        fresh_air_units: Vec::new(),
        checks,
        governing: None,
        energy_kwh: num::quantise(context.energy_kwh(load, option.cooling_w, option.input_w) + fans_kwh, 1),
        schematic: Vec::new(),
        equipment,
        installation,
        cost: equipment.plus(installation)?,
        installed: Installed::Water(installed),
    })
}
