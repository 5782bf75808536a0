//! Sets of a room's own: matched pairs and rooftop units.

use super::books::Bill;
use super::facts::{Case, Room, Verdict, demand, lessened, number, real, rounded, text, whole};
use super::{rooms, tables};
use serde_json::Value;
use tonnage::psychrometrics as air;

/// The units of a room that keep every rule, and what they come to.
#[derive(Clone, Debug)]
pub(crate) struct Fitting {
    pub(crate) entering: [f64; 2],
    /// Total and sensible capacity of one, W.
    pub(crate) each_w: [i64; 2],
    /// Heat of all, W.
    pub(crate) heating_w: Option<i64>,
    pub(crate) equipment: i128,
    pub(crate) installation: i128,
}

impl Fitting {
    pub(crate) fn cost(&self) -> i128 {
        self.equipment + self.installation
    }
}

fn redundant(room: &Room, sensible_w: i64, units: i64) -> Verdict<()> {
    let left = (units - room.spare).max(0);
    demand(room.spare == 0 || sensible_w * left >= room.sensible_w, "redundancy")
}

/// `units` of a product in a room, or the first rule that they break.
pub(crate) fn fitting(case: &Case<'_>, room: &Room, product: &Value, units: i64) -> Verdict<Fitting> {
    demand((1..=case.most_units()).contains(&units), "number of sets")?;
    if product["kind"] == "rooftop" {
        rooftop(case, room, product, units)
    } else {
        split(case, room, product, units)
    }
}

fn split(case: &Case<'_>, room: &Room, product: &Value, units: i64) -> Verdict<Fitting> {
    case.wanted("matchedSplit", product)?;
    let piping = &product["piping"];
    let run = room.at("pipeRunM");
    demand(run <= number(&piping["maxLengthM"]), "pipe length")?;
    demand(room.at("heightDifferenceM") <= number(&piping["maxHeightM"]), "pipe height")?;
    rooms::operating(case, room, &product["limits"])?;
    rooms::breaker(product)?;
    rooms::duct(room, product, false)?;
    let left = |part: &str| -> Verdict<f64> {
        if piping["lengthFactors"].is_null() {
            return Ok(1.0);
        }
        let points = tables::points(&piping["lengthFactors"], "lengthM", part);
        tables::among(&points, run).ok_or_else(|| "pipe length".to_owned())
    };
    let flow = real(units) * number(&product["air"]["flowM3H"][0]);
    let (entering, part) = tables::entering(room, &case.place, flow);
    let outdoor = room.outdoor_c(&case.place);
    let read = tables::ragged(&product["cooling"], [entering[0], entering[1], outdoor])?;
    let cooling = left("cooling")?;
    let read = [read[0], lessened(read[1], case.place.thin())];
    let each_w = read.map(|watts| lessened(watts, cooling));
    rooms::capacity(room, each_w[0] * units, each_w[1] * units)?;
    let table = &product["heating"]["table"];
    let heating_w = if room.heating_w.is_some() && !table.is_null() {
        let indoors = tables::winter_air(table, room.winter_c);
        let read = tables::grid(table, "totalW", &[indoors, case.place.winter_wet_c])?;
        Some(lessened(read, left("heating")?) * units)
    } else {
        None
    };
    let with_defrost = product["heating"]["defrostIncluded"] == true;
    let heating_w = match heating_w.filter(|_| !with_defrost) {
        Some(watts) => rooms::heating_before_defrost(room, watts).map(|()| None)?,
        None => rooms::heating(room, heating_w).map(|()| heating_w)?,
    };
    redundant(room, each_w[1], units)?;
    rooms::outdoor_air(part)?;
    let beyond = (run - number(&piping["prechargedM"])).max(0.0);
    let added = beyond * number(&piping["additionalKgPerM"]);
    let charge = piping["factoryChargeKg"].as_f64().map(|charge| charge + added);
    let gas = text(&piping["refrigerant"]);
    let gas = (case.stock.refrigerant(gas), case.country.as_str());
    rooms::set_charge(room, gas, charge, text(&product["mounting"]))?;
    rooms::indoor_sound(room, &product["indoorSound"], units)?;
    rooms::neighbour(room, &product["outdoorSound"], units)?;
    let bill = split_bill(case, room, product, units)?;
    Ok(Fitting { entering, each_w, heating_w, equipment: bill.equipment, installation: bill.installation })
}

fn split_bill<'a>(case: &Case<'a>, room: &Room, product: &Value, units: i64) -> Verdict<Bill<'a>> {
    let (piping, run) = (&product["piping"], room.at("pipeRunM"));
    let mut bill = Bill::of(case.books);
    bill.for_each_of(units);
    bill.product(text(&product["id"]), 1)?;
    bill.pipe_pair(piping, piping, run)?;
    bill.metres("drainPipe", &piping["drainMm"].to_string(), room.at("drainRunM"))?;
    if let Some(cable) = product["electrical"]["controlCable"].as_str() {
        bill.metres("controlCable", cable, run)?;
    }
    bill.supply(product, room.at("powerCableRunM"))?;
    bill.piece("wallHole", text(&room.site["wall"]))?;
    bill.piece("bracket", text(&room.site["outdoorPlace"]))?;
    bill.by("lifting", room.at("storey"))?;
    bill.by("workAtHeight", room.at("installHeightM"))?;
    bill.piece("installIndoorUnit", text(&product["mounting"]))?;
    bill.by("installOutdoorUnit", number(&product["massKg"]["outdoor"]))?;
    bill.piece("leakTestAndVacuum", "")?;
    let beyond = (run - number(&piping["prechargedM"])).max(0.0);
    bill.refrigerant(text(&piping["refrigerant"]), beyond, number(&piping["additionalKgPerM"]))?;
    bill.piece("commissioning", "")?;
    Ok(bill)
}

fn rooftop(case: &Case<'_>, room: &Room, product: &Value, units: i64) -> Verdict<Fitting> {
    case.wanted("rooftop", product)?;
    demand(room.site["outdoorPlace"] == "roofFrame", "a roof to stand on")?;
    demand(!room.heats(), "heating capacity")?;
    rooms::operating(case, room, &product["limits"])?;
    rooms::breaker(product)?;
    rooms::duct(room, product, true)?;
    let flow = number(&product["ratedFlowM3H"]);
    let (entering, part) = tables::entering(room, &case.place, real(units) * flow);
    let each_w = rooftop_capacity(case, product, entering, room.outdoor_c(&case.place))?;
    rooms::capacity(room, each_w[0] * units, each_w[1] * units)?;
    redundant(room, each_w[1], units)?;
    rooms::outdoor_air(part)?;
    rooms::neighbour(room, &product["sound"], units)?;
    let mut bill = Bill::of(case.books);
    bill.for_each_of(units);
    bill.product(text(&product["id"]), 1)?;
    bill.by("lifting", room.at("storey"))?;
    bill.by("installRooftop", number(&product["mass"]["kg"]))?;
    bill.piece("roofCurb", "")?;
    // A square duct for 6 m/s, and a diffuser for each 800 m³/h.
    let duct = 4.0 * (flow / 3600.0 / 6.0).sqrt() * room.at("ductRunM");
    bill.area("supplyDuct", duct)?;
    bill.area("supplyDuctInsulation", duct)?;
    bill.pieces("diffuser", "", rounded((flow / 800.0).ceil()))?;
    bill.supply(product, room.at("powerCableRunM"))?;
    bill.piece("commissioning", "")?;
    Ok(Fitting {
        entering,
        each_w,
        heating_w: None,
        equipment: bill.equipment,
        installation: bill.installation,
    })
}

/// Net total and sensible capacity of a rooftop unit: gross by the curve, the sensible part by the bypass factor of its rating.
fn rooftop_capacity(
    case: &Case<'_>,
    product: &Value,
    [dry, wet]: [f64; 2],
    outdoor: f64,
) -> Verdict<[i64; 2]> {
    let rated = number(&product["grossTotalW"]);
    let flow = number(&product["ratedFlowM3H"]) / 3600.0;
    let gross = rated * tables::curve(&product["capacity"], wet, outdoor)?;
    tables::curve(&product["inputRatio"], wet, outdoor)?;
    let fan = product["fanInputW"].as_f64().unwrap_or(0.0);
    // AHRI 340/360 at sea level.
    let bypass =
        bypass(26.7, 19.4, air::standard_pressure(0.0), flow, rated, number(&product["sensibleHeatRatio"]));
    let pressure = case.place.pressure_pa;
    let ratio = air::humidity_ratio_of_wet_bulb(dry, wet, pressure).map_err(|error| format!("{error:?}"))?;
    let (mass, heat) = (flow * air::density(dry, ratio, pressure), air::enthalpy(dry, ratio));
    let coil = heat - gross / mass / (1.0 - bypass);
    let saturated = |at: f64| air::saturation_humidity_ratio(at, pressure).unwrap_or(f64::INFINITY);
    let dew = halved(dry - 60.0, dry, |at| air::enthalpy(at, saturated(at)) < coil);
    let wetness = saturated(dew);
    let sensible = if wetness >= ratio {
        gross
    } else {
        gross * ((air::enthalpy(dry, wetness) - coil) / (heat - coil)).clamp(0.0, 1.0)
    };
    Ok([gross - fan, sensible.min(gross) - fan].map(|watts| rounded(watts.floor())))
}

/// Where `below` ends between two places.
fn halved(mut low: f64, mut high: f64, below: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if below(middle) { low = middle } else { high = middle }
    }
    high
}

/// The share of the air that a coil does not touch, from its rating point: the line from the entering through the leaving air meets
/// saturation at the coil's own state.
fn bypass(dry: f64, wet: f64, pressure: f64, flow: f64, total_w: f64, sensible_share: f64) -> f64 {
    let ratio = air::humidity_ratio_of_wet_bulb(dry, wet, pressure).unwrap();
    let mass = flow * air::density(dry, ratio, pressure);
    let heat = air::enthalpy(dry, ratio);
    let left = heat - total_w / mass;
    let leaving = air::dry_bulb_of_enthalpy(heat - sensible_share * total_w / mass, ratio);
    // Enthalpy is linear in the humidity ratio.
    let (bare, whole_kg) = (air::enthalpy(leaving, 0.0), air::enthalpy(leaving, 1.0));
    let leaving_ratio = (left - bare) / (whole_kg - bare);
    let slope = (ratio - leaving_ratio) / (dry - leaving);
    let saturated = |at: f64| air::saturation_humidity_ratio(at, pressure).unwrap();
    let dew = halved(dry - 60.0, leaving, |at| ratio - slope * (dry - at) > saturated(at));
    let coil = air::enthalpy(dew, saturated(dew));
    ((left - coil) / (heat - coil)).clamp(0.0, 0.99)
}

/// The products that a room may have of its own.
pub(crate) fn products<'a>(case: &Case<'a>) -> impl Iterator<Item = &'a Value> {
    case.stock.of_kind("matchedSplit").chain(case.stock.of_kind("rooftop"))
}

/// The least cost of a room's own sets over every product and every number.
pub(crate) fn least(case: &Case<'_>, room: &Room) -> Option<i128> {
    let sets = products(case).flat_map(|product| (1..=case.most_units()).map(move |units| (product, units)));
    sets.filter_map(|(product, units)| fitting(case, room, product, units).ok()).map(|fits| fits.cost()).min()
}

/// The part of a system's JSON that a set of its own is known by: product and number.
pub(crate) fn named(system: &Value) -> (&str, i64) {
    let served = &system["rooms"][0];
    (text(&served["product"]["id"]), whole(&served["units"]))
}
