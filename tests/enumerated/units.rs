//! The units of one room on a plant that others may share: indoor units of a family, and fan coils.

use super::books::Bill;
use super::facts::{Case, Room, Verdict, demand, lessened, list, number, real, rounded, tenths, text, whole};
use super::{rooms, tables};
use serde_json::Value;

/// The units of a room that keep every rule of the room, and what they add to a system.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) product: String,
    pub(crate) units: i64,
    pub(crate) entering: [f64; 2],
    /// Total and sensible capacity of one, W.
    pub(crate) each_w: [i64; 2],
    /// Heat of all, W.
    pub(crate) heating_w: Option<i64>,
    /// Capacity index of all as the ratio counts it, or water, l/h.
    pub(crate) index: i64,
    pub(crate) grams: i64,
    pub(crate) pipe_dm: i64,
    /// Equipment and installation, fen.
    pub(crate) cost: [i128; 2],
    pub(crate) inner_kit: Option<String>,
    pub(crate) recovery_box: Option<String>,
}

/// Grams, never counted too low.
pub(crate) fn grams(kilograms: f64) -> i64 {
    let thousandths = rounded(kilograms * 1_000_000.0);
    (thousandths + 999).div_euclid(1000)
}

/// Whether a family's rooms share a pipe.
pub(crate) fn shares(family: &Value) -> bool {
    family["system"] != "multiSplit"
}

/// Refrigerant in a metre of liquid pipe, kg.
pub(crate) fn kg_per_m(family: &Value, liquid_mm: f64) -> Verdict<f64> {
    let mut known = list(&family["charge"]["perMetre"]).iter();
    let same = known.find(|one| (number(&one["liquidMm"]) - liquid_mm).abs() < 0.05);
    same.map(|one| number(&one["kgPerM"])).ok_or_else(|| "refrigerant a metre".to_owned())
}

/// The first of sorted steps that takes an index.
pub(crate) fn step<'a>(steps: impl Iterator<Item = &'a Value>, index: i64) -> Verdict<&'a Value> {
    let mut fitting: Vec<&Value> = steps.filter(|step| index <= whole(&step["upToIndex"])).collect();
    fitting.sort_by_key(|step| whole(&step["upToIndex"]));
    fitting.first().copied().ok_or_else(|| format!("nothing for the index {index}"))
}

/// The joint of a family for the index beyond it.
pub(crate) fn kit<'a>(case: &Case<'a>, family: &Value, index: i64) -> Verdict<&'a str> {
    let id = family["id"].clone();
    let kits = case.stock.of_kind("branchKit").filter(move |kit| kit["family"] == id);
    Ok(text(&step(kits, index)?["id"]))
}

/// `units` of a family's indoor unit in a room, or the first rule that they break.
pub(crate) fn indoor(case: &Case<'_>, room: &Room, product: &Value, units: i64) -> Verdict<Part> {
    let family = case.stock.family(text(&product["family"]));
    let system = text(&family["system"]);
    case.wanted(system, product)?;
    demand((1..=case.most_units().min(4)).contains(&units), "number of units")?;
    // Cooling and heating at once takes recovery, and recovery is for nothing else.
    demand((system == "vrfHeatRecovery") == (case.wishes["simultaneous"] == true), "system wanted")?;
    demand(room.spare == 0, "a room that must not fail shares nothing")?;
    let piping = &family["piping"];
    demand(room.at("pipeRunM") <= number(&piping["farthestM"]), "pipe length")?;
    let above = number(&piping["heightAboveM"]);
    let height = if room.site["outdoorPlace"] == "roofFrame" {
        above
    } else {
        above.min(number(&piping["heightBelowM"]))
    };
    demand(room.at("heightDifferenceM") <= height, "pipe height")?;
    rooms::duct(room, product, false)?;
    let mounting = text(&product["mounting"]);
    if let Some(least) = product["leastHeightM"].as_f64() {
        let stands = mounting == "floorStanding" || mounting == "console";
        demand(stands || room.at("installHeightM") >= least, "height of the outlet")?;
    }
    let flow = real(units) * number(&product["air"]["flowM3H"][0]);
    let (entering, part) = tables::entering(room, &case.place, flow);
    let read = |column| tables::grid(&product["cooling"], column, &entering);
    let high = match case.place.elevation_m {
        high if high > 1000.0 => super::plants::left_at(family, high)?,
        _ => 1.0,
    };
    let each_w = [lessened(read("totalW")?, high), lessened(read("sensibleW")?, case.place.thin())];
    rooms::capacity(room, each_w[0] * units, each_w[1] * units)?;
    let table = &product["heating"];
    let heating_w = if room.heating_w.is_some() && !table.is_null() {
        let each = tables::grid(table, "totalW", &[tables::winter_air(table, room.winter_c)])?;
        Some(lessened(each, high) * units)
    } else {
        None
    };
    rooms::heating(room, heating_w)?;
    rooms::breaker(product)?;
    rooms::outdoor_air(part)?;
    rooms::indoor_sound(room, &product["sound"], units)?;
    connected(
        case,
        room,
        family,
        product,
        Part {
            product: text(&product["id"]).to_owned(),
            units,
            entering,
            each_w,
            heating_w,
            index: index(room, family, product) * units,
            grams: 0,
            pipe_dm: 0,
            cost: [0, 0],
            inner_kit: None,
            recovery_box: None,
        },
    )
}

/// The capacity index as the ratio counts it: of a ducted unit of high pressure that has ducts more.
fn index(room: &Room, family: &Value, product: &Value) -> i64 {
    let own = whole(&product["capacityIndex"]);
    let from = family["highStaticPa"].as_f64();
    let high = from.is_some_and(|from| number(&product["air"]["externalStaticPa"]) >= from);
    let weight = family["highStaticWeight"].as_f64();
    match weight.filter(|_| high && product["mounting"] == "duct" && room.at("ductLossPa") > 0.0) {
        // Hundredths of the weight: exact.
        Some(weight) => (own * rounded(weight * 100.0) + 99).div_euclid(100),
        None => own,
    }
}

fn connected(case: &Case<'_>, room: &Room, family: &Value, product: &Value, mut part: Part) -> Verdict<Part> {
    let pipes = &product["connection"];
    let branch = if shares(family) { room.branch_m() } else { room.at("pipeRunM") };
    let kilograms = kg_per_m(family, number(&pipes["liquidMm"]))?;
    let per_unit = family["charge"]["perIndoorKg"].as_f64().unwrap_or(0.0);
    let gas = text(&family["refrigerant"]);
    part.grams = grams(real(part.units) * (branch * kilograms + per_unit));
    part.pipe_dm = tenths(real(part.units) * branch);
    let mut bill = Bill::of(case.books);
    bill.for_each_of(part.units);
    bill.product(&part.product, 1)?;
    bill.piece("installIndoorUnit", text(&product["mounting"]))?;
    bill.by("workAtHeight", room.at("installHeightM"))?;
    bill.pipe_pair(pipes, &family["piping"], branch)?;
    bill.metres("drainPipe", &pipes["drainMm"].to_string(), room.at("drainRunM"))?;
    if let Some(cable) = product["electrical"]["controlCable"].as_str() {
        bill.metres("controlCable", cable, branch)?;
    }
    bill.cable(product, room.at("powerCableRunM"))?;
    bill.refrigerant(gas, branch, kilograms)?;
    bill.kilograms(gas, per_unit)?;
    bill.for_each_of(1);
    bill.breaker(product)?;
    bill.piece("wallHole", text(&room.site["wall"]))?;
    if shares(family) && part.units > 1 {
        let kit = kit(case, family, part.index)?;
        bill.product(kit, part.units - 1)?;
        bill.pieces("installBranchKit", "", part.units - 1)?;
        part.inner_kit = Some(kit.to_owned());
    }
    if family["system"] == "vrfHeatRecovery" {
        let takes = |one: &&Value| {
            let of = |name: &str| whole(&one[name]);
            one["family"] == family["id"]
                && part.units <= of("ports") * of("maxIndoorPerPort")
                && part.index <= of("maxIndex").min(of("maxIndexPerPort") * of("ports"))
        };
        let smallest = case.stock.of_kind("recoveryBox").filter(takes).min_by_key(|one| whole(&one["ports"]));
        let smallest = text(&smallest.ok_or("no box so large")?["id"]);
        bill.product(smallest, 1)?;
        bill.piece("installRecoveryBox", "")?;
        part.recovery_box = Some(smallest.to_owned());
    }
    controller(case, &mut bill, Some(&family["id"]))?;
    part.cost = [bill.equipment, bill.installation];
    Ok(part)
}

/// A room's controller, where the catalogue has one.
fn controller(case: &Case<'_>, bill: &mut Bill<'_>, family: Option<&Value>) -> Verdict<()> {
    let fits = |one: &&Value| {
        let own = one.get("family").filter(|own| !own.is_null());
        one["scope"] == "room" && own.is_none_or(|own| Some(own) == family)
    };
    let Some(found) = case.stock.of_kind("controller").find(fits) else { return Ok(()) };
    bill.product(text(&found["id"]), 1)?;
    bill.piece("installController", "room")
}

/// `units` of a fan coil in a room, or the first rule that they break.
pub(crate) fn fan_coil(case: &Case<'_>, room: &Room, product: &Value, units: i64) -> Verdict<Part> {
    case.wanted("chilledWater", product)?;
    demand((1..=case.most_units().min(16)).contains(&units), "number of units")?;
    demand(room.spare == 0, "a room that must not fail shares nothing")?;
    demand(!room.heats(), "heating capacity")?;
    rooms::breaker(product)?;
    rooms::duct(room, product, false)?;
    let flow = real(units) * number(&product["air"]["flowM3H"][0]);
    let (entering, part) = tables::entering(room, &case.place, flow);
    let read = |column| tables::grid(&product["cooling"], column, &[7.0, entering[0], entering[1]]);
    let each_w = [read("totalW")?, lessened(read("sensibleW")?, case.place.thin())];
    rooms::capacity(room, each_w[0] * units, each_w[1] * units)?;
    rooms::outdoor_air(part)?;
    rooms::indoor_sound(room, &product["sound"], units)?;
    // Litres an hour of each, rounded up; the catalogue states cubic metres to the litre.
    let litres = (rounded(number(&product["waterFlowM3H"]) * 1_000_000.0) + 999).div_euclid(1000);
    let branch = room.branch_m();
    let nominal = format!("DN{}", product["waterPipeMm"]);
    let mut bill = Bill::of(case.books);
    bill.for_each_of(units);
    bill.product(text(&product["id"]), 1)?;
    bill.piece("installFanCoil", text(&product["mounting"]))?;
    bill.by("workAtHeight", room.at("installHeightM"))?;
    bill.metres("waterPipe", &nominal, 2.0 * branch)?;
    bill.metres("waterPipeInsulation", &nominal, 2.0 * branch)?;
    bill.piece("waterPipeFittings", "")?;
    bill.metres("drainPipe", &product["drainMm"].to_string(), room.at("drainRunM"))?;
    bill.cable(product, room.at("powerCableRunM"))?;
    bill.piece("commissioning", "")?;
    bill.for_each_of(1);
    bill.breaker(product)?;
    controller(case, &mut bill, None)?;
    Ok(Part {
        product: text(&product["id"]).to_owned(),
        units,
        entering,
        each_w,
        heating_w: None,
        index: litres * units,
        grams: 0,
        pipe_dm: tenths(real(units) * branch),
        cost: [bill.equipment, bill.installation],
        inner_kit: None,
        recovery_box: None,
    })
}
