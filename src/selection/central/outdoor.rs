//! Outdoor units and their combinations as plants.

use super::connected::grams;
use super::family::UsableFamily;
use super::together::Together;
use crate::catalogue::{Item, Miss, OutdoorUnit};
use crate::error::Error;
use crate::installation::{OutdoorModule, OutdoorSet, outdoor_set};
use crate::money::Money;
use crate::num;
use crate::selection::context::Context;
use crate::selection::grouping::Point;
use crate::selection::heating::{altitude_factor, defrost_factor, lessened, not_colder};
use crate::selection::rejection::Rejection;
use crate::selection::rule::{Check, Rule, first_broken};
use crate::selection::rules::{electrical, place, sound, wishes};

/// An outdoor unit or a combination, at the conditions of the rooms that may share it.
#[derive(Clone, Debug)]
pub(in crate::selection) struct OutdoorOption<'a> {
    pub(in crate::selection) units: Vec<&'a Item<OutdoorUnit>>,
    pub(in crate::selection) set: OutdoorSet,
    pub(in crate::selection) max_indoor: u32,
    pub(in crate::selection) ratio: [f64; 2],
    /// Cooling by the sum of indices, W, without the pipe's part.
    pub(in crate::selection) cooling: Vec<Point>,
    /// Heating likewise, with defrost where that is known; empty where none is asked for.
    pub(in crate::selection) heating: Vec<Point>,
    /// Whether the catalogue says what it gives in winter, with what defrost takes.
    pub(in crate::selection) knows_heat: bool,
    /// Input at the ratio 1, or at the nearest that its table has, and the cooling there, W.
    pub(in crate::selection) at_one: (i64, i64),
    /// Refrigerant as delivered, g; absent where it is not known.
    pub(in crate::selection) charge_g: Option<i64>,
    pub(in crate::selection) checks: Vec<Check>,
    pub(in crate::selection) equipment: Money,
    pub(in crate::selection) installation: Money,
}

impl OutdoorOption<'_> {
    /// Its products, as it is named where it is refused.
    pub(in crate::selection) fn name(&self) -> String {
        name(&self.units)
    }

    /// Whether rooms may have of it what they may have of another: that heat which no room asks for is told of one of them alone
    /// makes no difference.
    pub(in crate::selection) fn serves_like(&self, other: &Self) -> bool {
        self.set == other.set
            && self.cooling == other.cooling
            && self.at_one == other.at_one
            && (self.equipment, self.installation) == (other.equipment, other.installation)
            && (self.heating == other.heating || self.heating.is_empty() || other.heating.is_empty())
    }
}

fn name(units: &[&Item<OutdoorUnit>]) -> String {
    let names: Vec<&str> = units.iter().map(|item| item.identity.id.as_str()).collect();
    names.join("+")
}

/// Every outdoor unit and combination of a family that keeps the rules of the place, and what was refused.
pub(in crate::selection) fn outdoor_options<'a>(
    usable: &UsableFamily<'_>,
    together: &Together,
    context: &Context<'a>,
) -> Result<(Vec<OutdoorOption<'a>>, Vec<Rejection>), Error> {
    let (mut options, mut rejected) = (Vec::new(), Vec::new());
    let of_family = |item: &&Item<OutdoorUnit>| item.figures.family == usable.family.id;
    let units = || context.catalogue.outdoor_units().iter().filter(of_family);
    let mut sets: Vec<(Vec<&Item<OutdoorUnit>>, u32)> =
        units().map(|item| (vec![item], item.figures.max_indoor)).collect();
    for combination in &usable.family.combinations {
        let found: Vec<&Item<OutdoorUnit>> = combination
            .units
            .iter()
            .filter_map(|id| context.catalogue.outdoor_unit(id).filter(of_family))
            .collect();
        if found.len() == combination.units.len() {
            sets.push((found, combination.max_indoor));
        }
    }
    let own_cable =
        |units: &[&Item<OutdoorUnit>]| units.first().is_some_and(|first| usable.has_cable_of(first));
    for (units, max_indoor) in sets.into_iter().filter(|(units, _)| own_cable(units)) {
        match option(usable, units, max_indoor, together, context)? {
            Ok(option) => options.push(option),
            Err(rejection) => rejected.push(rejection),
        }
    }
    Ok((options, rejected))
}

fn option<'a>(
    usable: &UsableFamily<'_>,
    units: Vec<&'a Item<OutdoorUnit>>,
    max_indoor: u32,
    together: &Together,
    context: &Context<'a>,
) -> Result<Result<OutdoorOption<'a>, Rejection>, Error> {
    let name = name(&units);
    let demand = &together.common;
    let mut checks = vec![wishes::system_wanted(context.preferences, usable.kind())];
    for item in &units {
        checks.push(wishes::product_wanted(context.preferences, &item.identity));
        checks.extend(wishes::efficiency_grade(context.preferences, &item.figures.efficiency));
        checks.extend(context.availability(&item.identity.id));
    }
    checks.extend(place::operating_limits(usable.family.limits.as_ref(), demand));
    let elevation = demand.place.elevation_m;
    let altitude = usable.family.altitude.as_ref().map(|points| altitude_factor(points, elevation));
    checks.extend(match altitude {
        Some(None) => Some(Check::at_most(Rule::Altitude, elevation, highest(usable))),
        other => place::altitude(other.is_some(), elevation),
    });
    let count = num::count(units.len());
    let mut modules = Vec::with_capacity(units.len());
    for item in &units {
        let (Some(electrical), Some(mass)) = (&item.figures.electrical, item.figures.mass) else {
            return Ok(Err(Rejection::new(&name, Rule::IncompleteData, [])));
        };
        checks.extend(electrical::phases(electrical, context.supply));
        checks.push(electrical::breaker(electrical));
        checks.extend(place::clearance(item.figures.clearance_m, demand));
        checks.extend(sound::at_neighbour(item.figures.sound.as_ref(), count, demand));
        modules.push(OutdoorModule {
            product: item.identity.id.clone(),
            mass_kg: mass.kg,
            electrical: electrical.clone(),
        });
    }
    if let Some(check) = first_broken(&checks) {
        return Ok(Err(Rejection::broken(&name, &check)));
    }
    let left = altitude.flatten().unwrap_or(1.0);
    let cooling = match cooling_points(&units, together, left) {
        Ok(points) => points,
        Err(miss) => return Ok(Err(Rejection::missed(&name, &miss))),
    };
    let heating = match heating_points(usable, &units, together, left) {
        Ok(points) => points,
        Err(miss) => return Ok(Err(Rejection::missed(&name, &miss))),
    };
    let capacity_index = sum(&units, |unit| unit.capacity_index);
    let kit = usable.tiers.last().map(|tier| tier.kit.to_owned());
    let set = OutdoorSet {
        units: modules,
        capacity_index,
        power_cable_run_m: together.power_cable_run_m,
        controller: None,
        module_kit: kit.filter(|_| count > 1),
    };
    let lines = outdoor_set(&set, "", &demand.circumstances)?;
    let (equipment, installation) = match context.price(&lines)? {
        Ok(sums) => sums,
        Err(line) => return Ok(Err(line.rejection(&name))),
    };
    let charge = units.iter().try_fold(0.0, |sum, item| Some(sum + item.figures.factory_charge_kg?));
    let [least, most] = cooling.ends;
    let has_tables = units.iter().all(|item| item.figures.heating.is_some());
    Ok(Ok(OutdoorOption {
        units,
        set,
        max_indoor,
        ratio: [usable.ratio()[0].max(least), usable.ratio()[1].min(most)],
        cooling: cooling.points,
        heating: heating.map_or_else(Vec::new, |heating| heating.points),
        knows_heat: has_tables && usable.family.defrost.is_some(),
        at_one: cooling.at_one,
        charge_g: charge.map(grams),
        checks,
        equipment,
        installation,
    }))
}

fn highest(usable: &UsableFamily<'_>) -> f64 {
    let points = usable.family.altitude.iter().flatten();
    points.map(|point| point.elevation_m).fold(0.0, f64::max)
}

fn sum(units: &[&Item<OutdoorUnit>], of: fn(&OutdoorUnit) -> i64) -> i64 {
    units.iter().fold(0, |sum, item| sum.saturating_add(of(&item.figures)))
}

/// Capacities along the connection ratio.
struct Along {
    points: Vec<Point>,
    /// The least and the greatest ratio of the table.
    ends: [f64; 2],
    /// Capacity and input at the ratio nearest to 1.
    at_one: (i64, i64),
}

/// Capacity and input of a unit at a ratio, W.
type Read<'a> = dyn Fn(&OutdoorUnit, f64) -> Result<(i64, i64), Miss> + 'a;

/// Reads every unit of a set at every ratio of the first unit's table.
fn along(units: &[&Item<OutdoorUnit>], read: &Read<'_>, ratios: &[f64], left: f64) -> Result<Along, Miss> {
    let index = num::from_whole(sum(units, |unit| unit.capacity_index));
    let mut along = Along { points: Vec::new(), ends: [f64::MAX, f64::MIN], at_one: (0, 0) };
    let mut nearest = f64::MAX;
    for ratio in ratios {
        let (mut total, mut input) = (0_i64, 0_i64);
        for item in units {
            let (more, drawn) = read(&item.figures, *ratio)?;
            (total, input) = (total.saturating_add(more), input.saturating_add(drawn));
        }
        let at = num::to_whole((index * ratio).ceil()).unwrap_or(i64::MAX);
        let capacity_w = lessened(total, left);
        along.points.push(Point { index: at, capacity_w });
        along.ends = [along.ends[0].min(*ratio), along.ends[1].max(*ratio)];
        if (ratio - 1.0).abs() < nearest {
            nearest = (ratio - 1.0).abs();
            along.at_one = (capacity_w, input);
        }
    }
    Ok(along)
}

fn cooling_points(units: &[&Item<OutdoorUnit>], together: &Together, left: f64) -> Result<Along, Miss> {
    let ratios = units.first().map_or(&[][..], |item| item.figures.cooling.axis("ratio"));
    let read = |unit: &OutdoorUnit, ratio: f64| {
        let reading = unit.cooling.at(&[ratio, together.indoor_wet_bulb_c, together.outdoor_c])?;
        Ok((reading.total_w, reading.input_w.unwrap_or(0)))
    };
    along(units, &read, ratios, left)
}

/// Heating, with defrost where the family states it; `None` where no room is heated or a unit has no table.
fn heating_points(
    usable: &UsableFamily<'_>,
    units: &[&Item<OutdoorUnit>],
    together: &Together,
    left: f64,
) -> Result<Option<Along>, Miss> {
    if !together.heats || units.iter().any(|item| item.figures.heating.is_none()) {
        return Ok(None);
    }
    let outdoor = together.common.place.winter_wet_bulb_c;
    let defrost = usable.family.defrost.as_ref().map_or(1.0, |points| defrost_factor(points, outdoor));
    let grid = |unit: &OutdoorUnit| unit.heating.clone();
    let first = units.first().and_then(|item| grid(&item.figures));
    let ratios = first.as_ref().map_or(&[][..], |grid| grid.axis("ratio"));
    let read = |unit: &OutdoorUnit, ratio: f64| match &unit.heating {
        Some(grid) => {
            let reading = grid.at(&[ratio, not_colder(grid, together.winter_indoor_c), outdoor])?;
            Ok((reading.total_w, reading.input_w.unwrap_or(0)))
        }
        None => Ok((0, 0)),
    };
    along(units, &read, ratios, left * defrost).map(Some)
}
