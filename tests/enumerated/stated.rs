//! The rules of a system as the answer states them: value, limit and margin of each against what was worked out again.

use super::comb;
use super::facts::{Case, Verdict, demand, list, number, real, tenths, text, whole};
use super::verify::{Whole, together};
use serde_json::Value;

/// A rule with what was found, what it asks for, and how far the two may be off what is stated.
struct Rule {
    name: &'static str,
    value: f64,
    limit: f64,
    off: f64,
}

fn rule(name: &'static str, value: f64, limit: f64, off: f64) -> Rule {
    Rule { name, value, limit, off }
}

/// Every rule of a refrigerant system that has numbers.
fn rules(case: &Case<'_>, whole_system: &Whole<'_>, family: &Value) -> Vec<Rule> {
    let Whole { plant, reach, sums, rooms } = whole_system;
    let piping = &family["piping"];
    let limit = |name: &str| number(&piping[name]);
    let metres = |decimetres: i64| real(decimetres) / 10.0;
    let watts = |points: &[(i64, i64)], left: i64| real(comb::left(points, sums.index, left));
    let cooling = watts(&plant.cooling, reach.left[0]);
    let mut rules = vec![rule("totalCapacity", cooling, real(reach.peak_w), 2.0 + cooling * 2e-4)];
    if !plant.heating.is_empty() && plant.knows_heat && reach.heat_w > 0 {
        let heating = watts(&plant.heating, reach.left[1]);
        rules.push(rule("heatingCapacity", heating, real(reach.heat_w), 2.0 + heating * 2e-4));
    }
    let ratio = real(sums.index) / real(plant.index);
    for end in [plant.ratio[0], plant.ratio[1].min(reach.most_ratio)] {
        rules.push(rule("connectionRatio", ratio, real(end) / 1000.0, 0.0006));
    }
    rules.push(rule("indoorCount", real(sums.units), real(plant.most_units), 1e-6));
    let farthest = metres(reach.farthest_dm);
    rules.push(rule("pipeLength", farthest, limit("farthestM"), 1e-6));
    if family["system"] != "multiSplit" {
        let joints = real(i64::try_from(rooms.len()).unwrap() - 1);
        let equivalent = farthest + joints * limit("jointEquivalentM");
        rules.push(rule("equivalentLength", equivalent, limit("farthestEquivalentM"), 0.051));
        if rooms.len() > 1 {
            let nearest = rooms.iter().map(|room| case.rooms[*room].take_off()).min().unwrap();
            let beyond = metres(reach.farthest_dm - nearest);
            rules.push(rule("firstBranch", beyond, limit("firstBranchM"), 1e-6));
        }
    }
    rules.push(rule("totalPipe", metres(sums.pipe_dm + reach.trunk_dm), limit("totalM"), 1e-6));
    let heights: Vec<i64> =
        rooms.iter().map(|room| tenths(case.rooms[*room].at("heightDifferenceM"))).collect();
    let span = heights.iter().max().unwrap() - heights.iter().min().unwrap();
    rules.push(rule("indoorHeight", metres(span), limit("indoorHeightM"), 1e-6));
    let gas = case.stock.refrigerant(text(&family["refrigerant"]));
    // Of a room whose volume nobody knows nothing can be said.
    if rooms.iter().all(|room| case.rooms[*room].volume_m3.is_some()) {
        let kilograms = real(sums.grams + plant.grams) / 1000.0;
        rules.push(rule(
            "charge",
            kilograms / reach.smallest_m3,
            super::rooms::limit(gas, &case.country),
            1e-4,
        ));
    }
    rules
}

/// Whether a refrigerant system states each of its rules once, with value, limit and margin as they are.
pub(crate) fn as_they_are(case: &Case<'_>, system: &Value) -> Verdict<()> {
    let found = together(case, system)?;
    let Some(family) = found.plant.family else { return Ok(()) };
    let mut stated: Vec<&Value> = list(&system["checks"]).iter().collect();
    for rule in rules(case, &found, family) {
        let of = stated.iter().position(|check| check["rule"] == rule.name);
        let check = stated.remove(of.ok_or_else(|| format!("{} is not stated", rule.name))?);
        let numbers = [("value", rule.value, rule.off), ("limit", rule.limit, 1e-4)];
        for (name, found, off) in numbers {
            let stated = check[name].as_f64().ok_or_else(|| format!("{} has no {name}", rule.name))?;
            let same = (found - stated).abs() <= off;
            demand(same, &format!("{} of {}: {stated} is stated and {found} found", name, rule.name))?;
        }
        let margin = check["margin"].as_f64();
        demand(check["verdict"] == "passed", &format!("{} is not passed", rule.name))?;
        demand(margin.is_none_or(|margin| margin >= 0.0), &format!("the margin of {}", rule.name))?;
    }
    Ok(())
}

/// Whether each room states what its units carry and what it asks.
pub(crate) fn of_rooms(case: &Case<'_>, system: &Value) -> Verdict<()> {
    for served in list(&system["rooms"]) {
        let room = &case.rooms[case.room(text(&served["room"]))?];
        let all = |name: &str| whole(&served["all"][name]);
        let surplus = (all("sensibleW") - room.sensible_w).max(0) / 2;
        let latent = all("totalW") - all("sensibleW") + surplus;
        let mut wanted = vec![
            ("totalCapacity", all("totalW"), room.total_w),
            ("sensibleCapacity", all("sensibleW"), room.sensible_w),
            ("latentCapacity", latent, room.latent_w),
        ];
        if let (Some(heating), true) = (served["heatingW"].as_i64(), room.heats()) {
            wanted.push(("heatingCapacity", heating, room.heating_w.unwrap()));
        }
        for (name, value, limit) in wanted {
            let check = list(&served["checks"]).iter().find(|check| check["rule"] == name);
            let check = check.ok_or_else(|| format!("{name} is not stated"))?;
            let same = whole(&check["value"]) == value && whole(&check["limit"]) == limit;
            demand(same, &format!("{name} of {}: {value} against {limit}, and {check} stated", room.id))?;
        }
    }
    Ok(())
}
