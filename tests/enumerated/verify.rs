//! The checker: one system of an answer against its project, the catalogue and the books.
//!
//! What a system is - product, number, rooms, plant - is read from the answer. Whether it may be so, what it delivers, how much
//! pipe it has and what it costs is worked out again, and every figure that the answer states is held against it.

use super::books::fen;
use super::comb::{self, Pipe, Sums};
use super::facts::{Case, Verdict, demand, list, number, real, text, whole};
use super::own;
use super::plants::{self, Plant};
use super::units::{self, Part};
use serde_json::Value;

fn same(found: i64, stated: &Value, what: &str) -> Verdict<()> {
    let stated = whole(stated);
    // A reading between the points of a table is rounded: the last watt may differ.
    demand((found - stated).abs() <= 1, &format!("{what}: {stated} is stated and {found} found"))
}

fn near(found: f64, stated: &Value, step: f64, what: &str) -> Verdict<()> {
    let stated = number(stated);
    demand((found - stated).abs() <= step, &format!("{what}: {stated} is stated and {found} found"))
}

fn is(found: &Value, stated: &Value, what: &str) -> Verdict<()> {
    demand(found == stated, &format!("{what}: {stated} is stated and {found} found"))
}

fn costs(found: [i128; 2], system: &Value) -> Verdict<()> {
    for (found, name) in [(found[0], "equipment"), (found[1], "installation"), (found[0] + found[1], "cost")]
    {
        let stated = fen(&system[name]);
        demand(found == stated, &format!("{name}: {stated} fen are stated and {found} found"))?;
    }
    Ok(())
}

/// What a room has, as the answer states it.
fn served(
    served: &Value,
    entering: [f64; 2],
    each_w: [i64; 2],
    heating_w: Option<i64>,
    units: i64,
) -> Verdict<()> {
    for (at, name) in ["indoorDryBulbC", "indoorWetBulbC"].into_iter().enumerate() {
        near(entering[at], &served["conditions"][name], 0.0101, name)?;
    }
    // A hundredth of a kelvin more or less of the wet bulb moves a capacity by less than this.
    let step = |watts: i64| 2.0 + real(watts) / 1000.0;
    for (at, name) in ["totalW", "sensibleW"].into_iter().enumerate() {
        near(real(each_w[at]), &served["each"][name], step(each_w[at]), name)?;
        is(&Value::from(whole(&served["each"][name]) * units), &served["all"][name], name)?;
    }
    match heating_w {
        Some(watts) => same(watts, &served["heatingW"], "heating of a room")?,
        None => is(&Value::Null, &served["heatingW"], "heating of a room")?,
    }
    unbroken(&served["checks"])
}

/// No system is given that the answer itself says breaks a rule.
fn unbroken(checks: &Value) -> Verdict<()> {
    demand(
        list(checks).iter().all(|check| check["verdict"] != "failed"),
        "a rule that the answer says is broken",
    )
}

/// What is wrong with a system of an answer.
///
/// Of a system with fresh-air units only what the answer itself says is looked at: `tests/fresh_air.rs` works those out by itself.
pub(crate) fn check(case: &Case<'_>, system: &Value) -> Verdict<()> {
    unbroken(&system["checks"])?;
    if !list(&system["freshAirUnits"]).is_empty() {
        let members = list(&system["rooms"]).iter().chain(list(&system["freshAirUnits"]));
        return members.map(|member| &member["checks"]).try_for_each(unbroken);
    }
    match text(&system["kind"]) {
        "matchedSplit" | "rooftop" => alone(case, system),
        _ => together(case, system).map(|_| ()),
    }
}

/// A system of several rooms as it was worked out again.
pub(crate) struct Whole<'a> {
    pub(crate) plant: Plant<'a>,
    pub(crate) reach: comb::Reach,
    pub(crate) sums: Sums,
    pub(crate) rooms: Vec<usize>,
}

fn alone(case: &Case<'_>, system: &Value) -> Verdict<()> {
    demand(list(&system["rooms"]).len() == 1, "a set of its own for one room")?;
    let (id, units) = own::named(system);
    let product = case.stock.product(id)?;
    is(&product["kind"], &system["kind"], "kind")?;
    let room = &case.rooms[case.room(text(&system["rooms"][0]["room"]))?];
    let fits = own::fitting(case, room, product, units)?;
    served(&system["rooms"][0], fits.entering, fits.each_w, fits.heating_w, units)?;
    let installed = &system["installed"];
    is(&product["id"], &installed["product"], "product installed")?;
    is(&Value::from(units), &installed["sets"], "sets installed")?;
    costs([fits.equipment, fits.installation], system)
}

/// The rooms that may share with a room.
pub(crate) fn class_of(case: &Case<'_>, room: usize) -> Vec<usize> {
    (0..case.rooms.len()).filter(|other| case.rooms[*other].class == case.rooms[room].class).collect()
}

fn plant_of<'a>(case: &Case<'a>, system: &Value) -> Verdict<Plant<'a>> {
    let rooms = list(&system["rooms"]).iter().map(|served| case.room(text(&served["room"])));
    let rooms: Vec<usize> = rooms.collect::<Verdict<_>>()?;
    let served = rooms.as_slice();
    let names: Vec<&str> = list(&system["outdoor"]["units"]).iter().map(|unit| text(&unit["id"])).collect();
    let first = case.stock.product(names.first().ok_or("no plant")?)?;
    if first["kind"] == "chiller" {
        demand(names.iter().all(|name| *name == names[0]), "chillers of one model")?;
        plants::chillers(case, served, first, i64::try_from(names.len()).unwrap())
    } else {
        let mut plant = plants::outdoor(case, served, &names)?;
        if rooms.iter().all(|room| case.rooms[*room].heating_w.is_none()) {
            plant.heating.clear();
        }
        Ok(plant)
    }
}

fn part_of(case: &Case<'_>, plant: &Plant<'_>, room: usize, served: &Value) -> Verdict<Part> {
    let product = case.stock.product(text(&served["product"]["id"]))?;
    let (room, count) = (&case.rooms[room], whole(&served["units"]));
    match plant.family {
        Some(family) => {
            is(&family["id"], &product["family"], "family")?;
            units::indoor(case, room, product, count)
        }
        None => units::fan_coil(case, room, product, count),
    }
}

pub(crate) fn together<'a>(case: &Case<'a>, system: &Value) -> Verdict<Whole<'a>> {
    let rooms = list(&system["rooms"]);
    let position = |served: &Value| case.room(text(&served["room"]));
    let class = class_of(case, position(rooms.first().ok_or("no rooms")?)?);
    let plant = plant_of(case, system)?;
    let kind = plant.family.map_or(Value::from("chilledWater"), |family| family["system"].clone());
    is(&kind, &system["kind"], "kind")?;
    let pipe = Pipe::of(case, &plant)?;
    // The order along the pipe is part of what is installed: of rooms at one place any order may be.
    let installed = &system["installed"];
    let along = list(&installed["rooms"]);
    demand(along.len() == rooms.len(), "rooms installed")?;
    let mut members: Vec<(usize, &Value, Part)> = Vec::new();
    for one in along {
        let room = position(one)?;
        demand(class.contains(&room), "rooms of one class")?;
        demand(members.iter().all(|member| member.0 != room), "a room twice")?;
        let own =
            rooms.iter().find(|served| served["room"] == one["room"]).ok_or("a room that is not served")?;
        let part = part_of(case, &plant, room, own)?;
        plants::serves(case, &plant, &case.rooms[room])?;
        served(own, part.entering, part.each_w, part.heating_w, part.units)?;
        members.push((room, one, part));
    }
    let places: Vec<i64> = members.iter().map(|member| case.rooms[member.0].take_off()).collect();
    demand(!pipe.shared() || places.windows(2).all(|pair| pair[0] >= pair[1]), "the farthest first")?;
    let set: Vec<usize> = members.iter().map(|member| member.0).collect();
    let reach = comb::reach(case, &pipe, &set)?;
    let mut sums = Sums::default();
    for (number, (room, one, part)) in members.iter().enumerate() {
        let before = number.checked_sub(1).map(|before| places[before]);
        sums = comb::hang(&pipe, &sums, part, [before, Some(places[number])])?;
        let nearer = places.get(number + 1).copied().unwrap_or(0);
        if pipe.shared() {
            let piece = &installed["trunk"][number];
            trunk(&pipe, piece, sums.index, [nearer, places[number]], number > 0)?;
        }
        branch(case, &pipe, *room, one, part)?;
    }
    let sums = comb::close(&pipe, &plant, &sums, places[places.len() - 1])?;
    comb::carries(case, &plant, &reach, &sums)?;
    stated(&plant, &reach, &sums, system)?;
    installed_plant(&plant, installed)?;
    costs(sums.cost, system)?;
    Ok(Whole { plant, reach, sums, rooms: set })
}

/// A piece of the shared pipe as it is installed.
fn trunk(pipe: &Pipe<'_>, piece: &Value, beyond: i64, [from, to]: [i64; 2], joint: bool) -> Verdict<()> {
    demand(piece.is_object(), "a piece of pipe")?;
    same_dm(from, &piece["fromM"], "where a piece begins")?;
    same_dm(to, &piece["toM"], "where a piece ends")?;
    let (size, kit) = pipe.made_of(pipe.step(beyond)?);
    if pipe.family.is_none() {
        is(&Value::from(beyond), &piece["flowLH"], "water in a piece")?;
        return near(number(&size["nominalMm"]), &piece["nominalMm"], 1e-9, "water pipe");
    }
    is(&Value::from(beyond), &piece["capacityIndex"], "index beyond a piece")?;
    for name in ["liquidMm", "gasMm"] {
        near(number(&size[name]), &piece["pipe"][name], 1e-9, name)?;
    }
    is(&kit.filter(|_| joint).map_or(Value::Null, Value::from), &piece["kit"], "joint")
}

fn same_dm(found: i64, stated: &Value, what: &str) -> Verdict<()> {
    near(real(found) / 10.0, stated, 1e-6, what)
}

/// A room's units and branch as they are installed.
fn branch(case: &Case<'_>, pipe: &Pipe<'_>, room: usize, one: &Value, part: &Part) -> Verdict<()> {
    let shared = pipe.shared();
    let room = &case.rooms[room];
    is(&Value::from(part.product.as_str()), &one["product"], "unit installed")?;
    is(&Value::from(part.units), &one["count"], "units installed")?;
    let length = if shared { room.branch_m() } else { room.at("pipeRunM") };
    near(length, &one["branchM"], 1e-6, "branch")?;
    same_dm(if shared { room.take_off() } else { 0 }, &one["takeOffM"], "take-off")?;
    let named = |name: &Option<String>| name.as_deref().map_or(Value::Null, Value::from);
    if pipe.family.is_some() {
        is(&named(&part.inner_kit), &one["innerKit"], "joint in a room")?;
        is(&named(&part.recovery_box), &one["recoveryBox"], "recovery box")?;
    }
    Ok(())
}

/// What the answer states of the plant.
fn stated(plant: &Plant<'_>, reach: &comb::Reach, sums: &Sums, system: &Value) -> Verdict<()> {
    let outdoor = &system["outdoor"];
    let close = |found: i64, name: &str| near(real(found), &outdoor[name], 2.0 + real(found) * 2e-4, name);
    close(comb::left(&plant.cooling, sums.index, reach.left[0]), "coolingW")?;
    same(reach.peak_w, &outdoor["blockPeakW"], "block peak")?;
    near(real(reach.farthest_dm) / 10.0, &outdoor["farthestM"], 1e-6, "farthest")?;
    let pipe_dm = sums.pipe_dm + reach.trunk_dm;
    near(real(pipe_dm) / 10.0, &outdoor["totalPipeM"], 1e-6, "all pipe")?;
    if plant.family.is_none() {
        return Ok(());
    }
    if plant.heating.is_empty() || !plant.knows_heat {
        is(&Value::Null, &outdoor["heatingW"], "heating of the plant")?;
    } else {
        close(comb::left(&plant.heating, sums.index, reach.left[1]), "heatingW")?;
        let stated = &outdoor["blockHeatingW"];
        // Of rooms that are not heated on a plant that could.
        let none = Value::from(0);
        same(reach.heat_w, if stated.is_null() { &none } else { stated }, "heating together")?;
    }
    near(real(sums.index) / real(plant.index), &outdoor["ratio"], 0.00051, "ratio")?;
    near(real(sums.grams + plant.grams) / 1000.0, &outdoor["chargeKg"], 1e-6, "charge")
}

fn installed_plant(plant: &Plant<'_>, installed: &Value) -> Verdict<()> {
    let Some(first) = plant.units.first() else { return Err("no plant".to_owned()) };
    if plant.family.is_none() {
        is(&first["id"], &installed["plant"]["product"], "chiller installed")?;
        let modules = i64::try_from(plant.units.len()).unwrap();
        return is(&Value::from(modules), &installed["plant"]["modules"], "modules installed");
    }
    let units = list(&installed["outdoor"]["units"]);
    demand(units.len() == plant.units.len(), "outdoor units installed")?;
    for (own, one) in plant.units.iter().zip(units) {
        is(&own["id"], &one["product"], "outdoor unit installed")?;
    }
    is(&Value::from(plant.index), &installed["outdoor"]["capacityIndex"], "index of the outdoor units")
}
