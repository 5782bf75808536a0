//! The checker itself: a system with one changed figure fails, and every rule refuses something.

use super::answers::{FIFTY, Told};
use super::books::fen;
use super::facts::{Case, Stock, list, text, whole};
use super::verify::check;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

/// A change of a system; none where it has nothing to change.
type Change = fn(&Stock, &mut Value) -> Option<()>;

fn add(value: &mut Value, more: f64) -> Option<()> {
    let sum = value.as_f64()? + more;
    // Whole numbers stay whole, as units and watts are read.
    let whole = (value.is_i64() || value.is_u64()) && more.fract().abs() < 1e-9;
    *value = if whole { json!(super::facts::rounded(sum)) } else { json!((sum * 1e6).round() / 1e6) };
    Some(())
}

fn pay(money: &mut Value, more: i128) -> Option<()> {
    let changed = fen(money) + more;
    *money = Value::from(format!("{}.{:02}", changed / 100, changed % 100));
    Some(())
}

/// The next smaller product of the same kind and family.
fn smaller<'a>(stock: &'a Stock, id: &str, size: &str) -> Option<&'a Value> {
    let own = stock.product(id).ok()?;
    let less = |other: &&Value| {
        other["family"] == own["family"]
            && other[size].as_f64() < own[size].as_f64()
            && other[size].is_number()
    };
    let all = stock.of_kind(text(&own["kind"])).filter(less);
    all.max_by_key(|other| whole(&other[size]))
}

fn other_outdoor(stock: &Stock, system: &mut Value) -> Option<()> {
    let id = system["outdoor"]["units"][0]["id"].as_str()?.to_owned();
    let size = if system["kind"] == "chilledWater" { "referenceW" } else { "capacityIndex" };
    let other = smaller(stock, &id, size)?["id"].clone();
    system["outdoor"]["units"][0]["id"] = other.clone();
    if system["kind"] == "chilledWater" {
        system["installed"]["plant"]["product"] = other;
    } else {
        system["installed"]["outdoor"]["units"][0]["product"] = other;
    }
    Some(())
}

fn other_indoor(stock: &Stock, system: &mut Value) -> Option<()> {
    let served = system["rooms"][0].clone();
    let id = text(&served["product"]["id"]);
    let size = if system["kind"] == "chilledWater" { "waterFlowM3H" } else { "capacityIndex" };
    let other = if system["outdoor"].is_null() {
        let kind = text(&system["kind"]);
        stock.of_kind(kind).find(|other| other["id"] != id)?
    } else {
        smaller(stock, id, size)?
    };
    system["rooms"][0]["product"]["id"] = other["id"].clone();
    let installed = &mut system["installed"];
    if let Some(rooms) = installed["rooms"].as_array_mut() {
        let own = rooms.iter_mut().find(|room| room["room"] == served["room"])?;
        own["product"] = other["id"].clone();
    } else {
        installed["product"] = other["id"].clone();
    }
    Some(())
}

fn without_a_room(_: &Stock, system: &mut Value) -> Option<()> {
    let lost = system["rooms"].as_array_mut().filter(|rooms| rooms.len() > 1)?.pop()?;
    system["installed"]["rooms"].as_array_mut()?.retain(|room| room["room"] != lost["room"]);
    Some(())
}

fn without_a_joint(_: &Stock, system: &mut Value) -> Option<()> {
    let mut trunk = system["installed"]["trunk"].as_array_mut()?.iter_mut();
    trunk.find(|piece| !piece["kit"].is_null())?["kit"] = Value::Null;
    Some(())
}

fn nearest_last(_: &Stock, system: &mut Value) -> Option<()> {
    system["installed"]["trunk"].as_array().filter(|trunk| !trunk.is_empty())?;
    let rooms = system["installed"]["rooms"].as_array_mut().filter(|rooms| rooms.len() > 1)?;
    rooms.reverse();
    Some(())
}

const CHANGES: [(&str, Change); 25] = [
    ("a fen more", |_, system| pay(&mut system["cost"], 1)),
    ("a fen less", |_, system| pay(&mut system["cost"], -1)),
    ("equipment a fen more", |_, system| pay(&mut system["equipment"], 1)),
    ("installation a fen less", |_, system| pay(&mut system["installation"], -1)),
    ("a fen from one part to the other", |_, system| {
        pay(&mut system["equipment"], 1)?;
        pay(&mut system["installation"], -1)
    }),
    ("one more unit", |_, system| add(&mut system["rooms"][0]["units"], 1.0)),
    ("one unit less", |_, system| add(&mut system["rooms"][0]["units"], -1.0)),
    ("a larger capacity of one", |_, system| add(&mut system["rooms"][0]["each"]["totalW"], 100.0)),
    ("a larger capacity of all", |_, system| add(&mut system["rooms"][0]["all"]["sensibleW"], 1.0)),
    ("warmer air", |_, system| add(&mut system["rooms"][0]["conditions"]["indoorDryBulbC"], 0.1)),
    ("more heat in a room", |_, system| add(&mut system["rooms"][0]["heatingW"], 10.0)),
    ("a broken rule", |_, system| {
        system["rooms"][0]["checks"].as_array_mut()?.first_mut()?["verdict"] = json!("failed");
        Some(())
    }),
    ("another unit", other_indoor),
    ("a smaller outdoor unit", other_outdoor),
    ("a larger ratio", |_, system| add(&mut system["outdoor"]["ratio"], 0.01)),
    ("more capacity of the plant", |_, system| {
        let more = system["outdoor"]["coolingW"].as_f64()? * 0.01;
        add(&mut system["outdoor"]["coolingW"], more)
    }),
    ("a lower peak", |_, system| add(&mut system["outdoor"]["blockPeakW"], -10.0)),
    ("less refrigerant", |_, system| add(&mut system["outdoor"]["chargeKg"], -0.01)),
    ("less pipe", |_, system| add(&mut system["outdoor"]["totalPipeM"], -0.1)),
    ("a nearer farthest unit", |_, system| add(&mut system["outdoor"]["farthestM"], -0.1)),
    ("a longer piece", |_, system| add(system["installed"]["trunk"].get_mut(0)?.get_mut("toM")?, 0.1)),
    ("a longer branch", |_, system| add(system["installed"]["rooms"].get_mut(0)?.get_mut("branchM")?, 0.1)),
    ("a room less", without_a_room),
    ("a joint less", without_a_joint),
    ("the nearest room last", nearest_last),
];

#[test]
fn a_system_with_one_changed_figure_fails() {
    let mut made: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for told in FIFTY.iter() {
        let case = told.case();
        for system in told.chosen() {
            for (name, change) in CHANGES {
                let mut changed = system.clone();
                if change(&told.stock, &mut changed).is_none() {
                    continue;
                }
                let verdict = check(&case, &changed);
                assert!(verdict.is_err(), "{}: {name} passes in {changed}", told.name);
                *made.entry((name, text(&system["kind"]))).or_default() += 1;
            }
        }
    }
    let names: BTreeSet<&str> = made.keys().map(|(name, _)| *name).collect();
    assert_eq!(names.len(), CHANGES.len(), "a change that nothing has: {names:?}");
}

/// A change of what a room or the place asks, with the rule that then refuses some system.
type Ask = (&'static str, fn(&mut Case<'_>, usize));

fn site(case: &mut Case<'_>, room: usize, field: &str, value: f64) {
    case.rooms[room].site[field] = json!(value);
}

const ASKS: [Ask; 24] = [
    ("total capacity", |case, room| case.rooms[room].total_w = 1_000_000),
    ("sensible capacity", |case, room| case.rooms[room].sensible_w = 1_000_000),
    ("latent capacity", |case, room| case.rooms[room].latent_w = 1_000_000),
    ("heating capacity", |case, room| case.rooms[room].heating_w = Some(900_000)),
    ("block peak", |case, room| case.rooms[room].hours_w = vec![900_000; 24]),
    ("redundancy", |case, room| case.rooms[room].spare = 9),
    ("a room that must not fail shares nothing", |case, room| case.rooms[room].spare = 1),
    ("pipe length", |case, room| site(case, room, "pipeRunM", 500.0)),
    ("pipe height", |case, room| site(case, room, "heightDifferenceM", 300.0)),
    ("height between indoor units", |case, room| site(case, room, "heightDifferenceM", 60.0)),
    ("after the first joint", |case, room| site(case, room, "pipeRunM", 110.0)),
    ("static pressure", |case, room| site(case, room, "ductLossPa", 1000.0)),
    ("sound in the room", |case, room| site(case, room, "noiseLimitDba", 10.0)),
    ("sound at the neighbour", |case, room| {
        site(case, room, "neighbourDistanceM", 1.0);
        site(case, room, "neighbourLimitDba", 10.0);
    }),
    ("clearance", |case, room| site(case, room, "clearanceM", 0.01)),
    ("height of the outlet", |case, room| site(case, room, "installHeightM", 1.0)),
    ("charge", |case, room| {
        case.rooms[room].volume_m3 = Some(1.0);
        case.rooms[room].area_m2 = 0.1;
    }),
    ("outdoor air above the airflow", |case, room| {
        let [_, warm, damp] = case.rooms[room].outdoor_air.unwrap_or([0.0, 30.0, 0.015]);
        case.rooms[room].outdoor_air = Some([50.0, warm, damp]);
        (case.rooms[room].total_w, case.rooms[room].sensible_w, case.rooms[room].latent_w) = (0, 0, 0);
    }),
    ("operating limits in summer", |case, _| case.place.summer_c = 60.0),
    ("operating limits of heating", |case, _| case.place.winter_wet_c = -40.0),
    ("altitude", |case, _| case.place.elevation_m = 9000.0),
    ("phases", |case, _| case.phases = Some(0)),
    ("rooms of one class", |case, room| case.rooms[room].class.push('x')),
    ("brand wanted", |case, _| case.wishes["brands"] = json!(["nobody"])),
];

/// The rules that refuse a told system when a room asks for something else.
fn refusals(told: &Told, ask: &Ask) -> BTreeSet<String> {
    let mut refused = BTreeSet::new();
    for system in told.chosen() {
        for served in list(&system["rooms"]) {
            let mut case = told.case();
            let room = case.room(text(&served["room"])).unwrap();
            ask.1(&mut case, room);
            refused.extend(check(&case, system).err());
        }
    }
    refused
}

#[test]
fn every_rule_refuses_a_system_that_breaks_it() {
    for ask in &ASKS {
        let mut seen = BTreeSet::new();
        for told in FIFTY.iter() {
            seen.extend(refusals(told, ask));
            if seen.contains(ask.0) {
                break;
            }
        }
        assert!(seen.contains(ask.0), "{} never refuses, but {seen:?}", ask.0);
    }
}
