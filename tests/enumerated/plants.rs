//! What rooms of a class may share: outdoor units of a family and chillers, at the conditions of the class.

use super::books::{Bill, measure};
use super::facts::{Case, Room, Verdict, demand, list, number, rounded, text, whole};
use super::units::{self, grams};
use super::{rooms, tables};
use serde_json::Value;

/// Outdoor units that work as one, or chillers.
#[derive(Clone, Debug)]
pub(crate) struct Plant<'a> {
    pub(crate) units: Vec<&'a Value>,
    /// None of chillers.
    pub(crate) family: Option<&'a Value>,
    pub(crate) index: i64,
    pub(crate) most_units: i64,
    /// The ends of the connection ratio, thousandths.
    pub(crate) ratio: [i64; 2],
    /// Cooling by the sum of indices, W; one point where it does not matter.
    pub(crate) cooling: Vec<(i64, i64)>,
    /// Heating likewise; empty where none is asked for.
    pub(crate) heating: Vec<(i64, i64)>,
    /// Whether the maker states its heat and what defrost takes of it.
    pub(crate) knows_heat: bool,
    pub(crate) grams: i64,
    /// Equipment and installation, fen.
    pub(crate) cost: [i128; 2],
}

/// What rooms ask of a plant together: the worst of each, and in winter of the heated ones.
struct Worst {
    wet_bulb_c: f64,
    outdoor_c: f64,
    winter_c: Option<f64>,
    cable_m: f64,
}

impl Worst {
    fn of(case: &Case<'_>, served: &[usize]) -> Self {
        let rooms = || served.iter().map(|room| &case.rooms[*room]);
        let most = |of: &dyn Fn(&Room) -> f64| rooms().map(of).fold(f64::MIN, f64::max);
        Self {
            wet_bulb_c: rooms().map(|room| room.wet_bulb_c).fold(f64::MAX, f64::min),
            outdoor_c: most(&|room| room.outdoor_c(&case.place)),
            winter_c: rooms()
                .filter(|room| room.heating_w.is_some())
                .map(|room| room.winter_c)
                .reduce(f64::max),
            cable_m: most(&|room| room.at("powerCableRunM")),
        }
    }
}

/// Linear among whole points, rounded down, level beyond the ends.
pub(crate) fn along(points: &[(i64, i64)], at: i64) -> i64 {
    let (first, last) = (points[0], points[points.len() - 1]);
    if at <= first.0 {
        return first.1;
    }
    let pair = points.windows(2).find(|pair| at <= pair[1].0);
    pair.map_or(last.1, |pair| {
        let [(x, y), (far_x, far_y)] = [pair[0], pair[1]];
        y + ((far_y - y) * (at - x)).div_euclid(far_x - x)
    })
}

/// The rules of the place that a plant keeps for a room that it serves.
pub(crate) fn serves(case: &Case<'_>, plant: &Plant<'_>, room: &Room) -> Verdict<()> {
    let count = i64::try_from(plant.units.len()).unwrap();
    let known = plant.family.is_none() || plant.knows_heat;
    demand(known || room.trusts || !room.heats(), "heat that nobody states")?;
    if plant.family.is_none() {
        rooms::operating(case, room, &plant.units[0]["limits"])?;
    }
    if let Some(family) = plant.family {
        rooms::operating(case, room, &family["limits"])?;
        for unit in &plant.units {
            rooms::clearance(room, unit)?;
        }
    }
    for unit in &plant.units {
        rooms::neighbour(room, &unit["sound"], count)?;
    }
    Ok(())
}

/// What the height of a place leaves of the capacities of a family.
pub(crate) fn left_at(family: &Value, elevation_m: f64) -> Verdict<f64> {
    if family["altitude"].is_null() {
        return Ok(1.0);
    }
    let points = tables::points(&family["altitude"], "elevationM", "factor");
    tables::among(&points, elevation_m).ok_or_else(|| "altitude".to_owned())
}

/// Outdoor units of a family by their names.
pub(crate) fn outdoor<'a>(case: &Case<'a>, served: &[usize], names: &[&str]) -> Verdict<Plant<'a>> {
    let found: Verdict<Vec<&Value>> = names.iter().map(|name| case.stock.product(name)).collect();
    let found = found?;
    let family = case.stock.family(text(&found[0]["family"]));
    let most_units = if let [one] = found.as_slice() {
        whole(&one["maxIndoor"])
    } else {
        let same = |one: &&Value| {
            let mut own: Vec<&str> = list(&one["units"]).iter().map(text).collect();
            let mut asked = names.to_vec();
            own.sort_unstable();
            asked.sort_unstable();
            own == asked
        };
        let combination = list(&family["combinations"]).iter().find(same);
        whole(&combination.ok_or("no such combination")?["maxIndoor"])
    };
    for unit in &found {
        demand(unit["family"] == family["id"], "one family")?;
        case.wanted(text(&family["system"]), unit)?;
        rooms::breaker(unit)?;
    }
    let worst = Worst::of(case, served);
    let high = left_at(family, case.place.elevation_m)?;
    let winter = case.place.winter_wet_c;
    let frost = if family["defrost"].is_null() {
        1.0
    } else {
        tables::among(&tables::points(&family["defrost"], "outdoorWetBulbC", "factor"), winter).unwrap_or(1.0)
    };
    let index: i64 = found.iter().map(|unit| whole(&unit["capacityIndex"])).sum();
    let curve = |mode: &str, indoors: f64, outdoors: f64, left: f64| -> Verdict<Vec<(i64, i64)>> {
        let mut points = Vec::new();
        for ratio in tables::axis(&found[0][mode], "ratio") {
            let mut total = 0;
            for unit in &found {
                let table = &unit[mode];
                let indoors = if mode == "heating" { tables::winter_air(table, indoors) } else { indoors };
                total += tables::grid(table, "totalW", &[ratio, indoors, outdoors])?;
            }
            // Where the ratio is reached: the next whole index.
            let at = (index * rounded(ratio * 1000.0) + 999).div_euclid(1000);
            points.push((at, rounded((super::facts::real(total) * left).floor())));
        }
        Ok(points)
    };
    let cooling = curve("cooling", worst.wet_bulb_c, worst.outdoor_c, high)?;
    let states_heat = found.iter().all(|unit| unit.get("heating").is_some_and(|table| !table.is_null()));
    let heating = match worst.winter_c {
        Some(winter_c) if states_heat => curve("heating", winter_c, winter, high * frost)?,
        _ => Vec::new(),
    };
    let ratios = tables::axis(&found[0]["cooling"], "ratio");
    let ends = [
        number(&family["ratio"][0]).max(ratios[0]),
        number(&family["ratio"][1]).min(ratios[ratios.len() - 1]),
    ];
    let kilograms: f64 = found.iter().map(|unit| number(&unit["factoryChargeKg"])).sum();
    let bill = outdoor_bill(case, &case.rooms[served[0]], family, &found, (index, worst.cable_m))?;
    Ok(Plant {
        units: found,
        family: Some(family),
        index,
        most_units,
        ratio: ends.map(|end| rounded(end * 1000.0)),
        cooling,
        heating,
        knows_heat: states_heat && !family["defrost"].is_null(),
        grams: grams(kilograms),
        cost: [bill.equipment, bill.installation],
    })
}

fn outdoor_bill<'a>(
    case: &Case<'a>,
    room: &Room,
    family: &Value,
    found: &[&Value],
    (index, cable_m): (i64, f64),
) -> Verdict<Bill<'a>> {
    let mut bill = Bill::of(case.books);
    for unit in found {
        bill.product(text(&unit["id"]), 1)?;
        bill.supply(unit, cable_m)?;
        bill.piece("bracket", text(&room.site["outdoorPlace"]))?;
        bill.by("lifting", room.at("storey"))?;
        bill.by("installOutdoorUnit", number(&unit["mass"]["kg"]))?;
    }
    if found.len() > 1 {
        // Modules are joined by the family's largest joint.
        let kits = case.stock.of_kind("branchKit").filter(|kit| kit["family"] == family["id"]);
        let largest = kits.max_by_key(|kit| whole(&kit["upToIndex"])).ok_or("no joint")?;
        let joints = i64::try_from(found.len()).unwrap() - 1;
        bill.product(text(&largest["id"]), joints)?;
        bill.pieces("installBranchKit", "", joints)?;
    }
    bill.piece("wallHole", text(&room.site["wall"]))?;
    bill.by("systemLeakTestAndVacuum", measure(index))?;
    bill.by("systemCommissioning", measure(index))?;
    Ok(bill)
}

/// `modules` chillers of one model.
pub(crate) fn chillers<'a>(
    case: &Case<'a>,
    served: &[usize],
    product: &'a Value,
    modules: i64,
) -> Verdict<Plant<'a>> {
    case.wanted("chilledWater", product)?;
    rooms::breaker(product)?;
    demand((1..=whole(&product["maxModules"])).contains(&modules), "number of modules")?;
    let room = &case.rooms[served[0]];
    demand(room.site["outdoorPlace"] != "wallBracket", "ground or roof to stand on")?;
    let worst = Worst::of(case, served);
    let factor = tables::curve(&product["capacity"], 7.0, worst.outdoor_c)?;
    tables::curve(&product["inputRatio"], 7.0, worst.outdoor_c)?;
    let each = rounded((number(&product["referenceW"]) * factor).floor());
    // Tenths of a kilowatt, and hundredths of a cubic metre an hour.
    let kilowatts = (super::facts::real(each * modules) / 100.0).round() / 10.0;
    let flow = (kilowatts * 0.172 * 100.0).round() / 100.0;
    let mut bill = Bill::of(case.books);
    bill.for_each_of(modules);
    bill.product(text(&product["id"]), 1)?;
    bill.by("lifting", room.at("storey"))?;
    bill.by("installOutdoorUnit", number(&product["mass"]["kg"]))?;
    bill.supply(product, worst.cable_m)?;
    bill.for_each_of(1);
    bill.by("waterPump", flow)?;
    bill.by("flushAndFill", kilowatts)?;
    bill.piece("wallHole", text(&room.site["wall"]))?;
    Ok(Plant {
        units: vec![product; usize::try_from(modules).unwrap()],
        family: None,
        index: 0,
        most_units: i64::MAX,
        ratio: [0, 0],
        cooling: vec![(0, each * modules)],
        heating: Vec::new(),
        knows_heat: false,
        grams: 0,
        cost: [bill.equipment, bill.installation],
    })
}

/// The air that plants of these rooms are read at, by name.
pub(crate) fn air(case: &Case<'_>, served: &[usize]) -> String {
    let Worst { wet_bulb_c, outdoor_c, winter_c, cable_m } = Worst::of(case, served);
    format!("{wet_bulb_c} {outdoor_c} {winter_c:?} {cable_m}")
}

/// Every plant that keeps the rules of its place, at the air of these rooms.
pub(crate) fn all<'a>(case: &Case<'a>, served: &[usize]) -> Vec<Plant<'a>> {
    let mut plants = Vec::new();
    let singles = case.stock.of_kind("outdoorUnit").map(|unit| vec![text(&unit["id"])]);
    let families = list(&case.stock.file["families"]).iter();
    let combined = families.flat_map(|family| list(&family["combinations"]));
    let combined = combined.map(|one| list(&one["units"]).iter().map(text).collect());
    let names: Vec<Vec<&str>> = singles.chain(combined).collect();
    plants.extend(names.iter().filter_map(|names| outdoor(case, served, names).ok()));
    for product in case.stock.of_kind("chiller") {
        let modules = 1..=whole(&product["maxModules"]);
        plants.extend(modules.filter_map(|modules| chillers(case, served, product, modules).ok()));
    }
    plants
}

/// What a room may have on a plant of this family, or on chillers.
pub(crate) fn parts(case: &Case<'_>, room: &Room, family: Option<&Value>) -> Vec<units::Part> {
    let most = case.most_units();
    let mut parts = Vec::new();
    let kind = if family.is_some() { "indoorUnit" } else { "fanCoil" };
    for product in case.stock.of_kind(kind) {
        for units in 1..=most {
            let part = match family {
                Some(family) if product["family"] == family["id"] => {
                    units::indoor(case, room, product, units)
                }
                Some(_) => break,
                None => units::fan_coil(case, room, product, units),
            };
            parts.extend(part.ok());
        }
    }
    parts
}
