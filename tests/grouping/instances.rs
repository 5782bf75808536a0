//! The format of `vrf_grouping_instances.json`: decimals become whole numbers digit by digit, never through a binary fraction.

use serde_json::{Map, Value};
use std::error::Error;
use tonnage::selection::grouping::{Limits, Outdoor, Point, Problem, UnitOption, Zone};

type Outcome<T> = Result<T, Box<dyn Error>>;

/// A problem of the file, with the names of its outdoor units.
pub(crate) struct Instance {
    pub(crate) problem: Problem,
    pub(crate) models: Vec<String>,
}

/// Costs of the file have at most two decimals.
pub(crate) const COST_DECIMALS: u32 = 2;

/// An index is counted in thousandths, so that ten times a capacity is whole as well.
const INDEX_DECIMALS: u32 = 3;

pub(crate) fn read(text: &str) -> Outcome<Vec<Instance>> {
    let file: Value = serde_json::from_str(text)?;
    let file = file.as_object().ok_or("not an object")?;
    let outdoors = list(file, "outdoor")?;
    let models = outdoors
        .iter()
        .map(|outdoor| Ok(field(outdoor, "model")?.as_str().ok_or("`model` is no text")?.to_owned()));
    let models = models.collect::<Outcome<Vec<_>>>()?;
    let ratios = list(file, "cr")?;
    let ratio =
        |place: usize| -> Outcome<i64> { scaled(ratios.get(place).ok_or("`cr` has two numbers")?, 3) };
    let derate = decimal(file.get("derate").ok_or("no `derate`")?)?;
    let outdoor = |outdoor: &Value| -> Outcome<Outdoor> {
        let capacity = decimal(field(outdoor, "capacity_kw")?)?;
        Ok(Outdoor {
            cost: scaled(field(outdoor, "price")?, COST_DECIMALS)?,
            // A capacity is never rounded up.
            cooling: vec![Point { index: 0, capacity_w: floor_watts(derate, capacity)? }],
            index_capacity: scaled(field(outdoor, "capacity_kw")?, INDEX_DECIMALS + 1)?,
            min_ratio_permille: ratio(0)?,
            max_ratio_permille: ratio(1)?,
            max_indoor: scaled(field(outdoor, "max_indoor")?, 0)?,
            ..Outdoor::default()
        })
    };
    let outdoors = outdoors.iter().map(outdoor).collect::<Outcome<Vec<_>>>()?;
    let fixed_cost = scaled(file.get("fixed_per_system").ok_or("no `fixed_per_system`")?, COST_DECIMALS)?;
    let instance = |instance: &Value| -> Outcome<Instance> {
        let zones = field(instance, "zones")?.as_array().ok_or("`zones` is no list")?;
        let zones = zones.iter().map(zone).collect::<Outcome<Vec<_>>>()?;
        let problem = Problem {
            zones,
            outdoors: outdoors.clone(),
            fixed_cost,
            places_dm: vec![0],
            trunks: Vec::new(),
            limits: Limits::default(),
        };
        Ok(Instance { problem, models: models.clone() })
    };
    list(file, "instances")?.iter().map(instance).collect()
}

fn zone(zone: &Value) -> Outcome<Zone> {
    let load = field(zone, "load_kw_h6_h19")?.as_array().ok_or("`load_kw_h6_h19` is no list")?;
    let option = UnitOption {
        id: 0,
        cost: scaled(field(zone, "price")?, COST_DECIMALS)?,
        index: scaled(field(zone, "index")?, INDEX_DECIMALS)?,
        count: scaled(field(zone, "qty")?, 0)?,
        ..UnitOption::default()
    };
    let profile_w = load.iter().map(|load| scaled(load, 3)).collect::<Outcome<_>>()?;
    Ok(Zone { options: vec![option], profile_w, ..Zone::default() })
}

fn list<'a>(object: &'a Map<String, Value>, name: &str) -> Outcome<&'a Vec<Value>> {
    Ok(object.get(name).and_then(Value::as_array).ok_or_else(|| format!("no list `{name}`"))?)
}

fn field<'a>(object: &'a Value, name: &str) -> Outcome<&'a Value> {
    Ok(object.get(name).ok_or_else(|| format!("no `{name}`"))?)
}

/// A number as digits and how many of them are decimals. Rust prints a number with the digits that it was written with.
fn decimal(number: &Value) -> Outcome<(i64, u32)> {
    let text = number.as_number().ok_or_else(|| format!("`{number}` is no number"))?.to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((text.as_str(), ""));
    let decimals = decimals.trim_end_matches('0');
    let digits =
        format!("{whole}{decimals}").parse().map_err(|_| format!("`{number}` cannot be read exactly"))?;
    Ok((digits, u32::try_from(decimals.len())?))
}

/// A number times a power of ten, which must be whole.
fn scaled(number: &Value, power: u32) -> Outcome<i64> {
    let (digits, decimals) = decimal(number)?;
    let missing =
        power.checked_sub(decimals).ok_or_else(|| format!("`{number}` has more than {power} decimals"))?;
    Ok(10_i64.checked_pow(missing).and_then(|factor| digits.checked_mul(factor)).ok_or("too large")?)
}

/// Two decimals multiplied, kW, in whole watts not above the product.
fn floor_watts(a: (i64, u32), b: (i64, u32)) -> Outcome<i64> {
    let product = i128::from(a.0) * i128::from(b.0) * 1000;
    Ok(i64::try_from(product.div_euclid(10_i128.pow(a.1 + b.1)))?)
}
