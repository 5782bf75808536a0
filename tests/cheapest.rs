//! The chosen split is the cheapest: found again by trying everything, from the source files, with other code.
//!
//! Capacities come from the maker's published points, prices from the books as JSON in whole fen; nothing here calls the
//! library's own table, take-off or pricing.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "same_answer/cases.rs"]
mod cases;

use serde_json::Value;
use std::collections::BTreeMap;
use tonnage::{demo, num, psychrometrics};

type Points = BTreeMap<String, BTreeMap<(i64, i64, i64), (f64, f64)>>;

fn published() -> Points {
    let text = include_str!("../src/data/sources/hisense_lcac_cooling_points.csv");
    let mut points = Points::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let degrees = |cell: usize| cells[cell].parse::<i64>().unwrap();
        let watts = |cell: usize| cells[cell].parse::<f64>().unwrap() * 1000.0;
        let product = points.entry(format!("{}+{}", cells[0], cells[1])).or_default();
        product.insert((degrees(3), degrees(4), degrees(5)), (watts(6), watts(7)));
    }
    points.retain(|_, points| points.len() == 624);
    points
}

fn whole(number: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "a whole number of watts or degrees")]
    let whole = number.round() as i64;
    whole
}

/// Linear between two neighbours of a sorted list of (place, value).
fn between(list: &[(i64, (f64, f64))], at: f64) -> Option<(f64, f64)> {
    let place = |entry: &(i64, (f64, f64))| f64::from(i32::try_from(entry.0).unwrap());
    if let Some(exact) = list.iter().find(|entry| (place(entry) - at).abs() < 1e-9) {
        return Some(exact.1);
    }
    let pair = list.windows(2).find(|pair| place(&pair[0]) < at && at < place(&pair[1]))?;
    let share = (at - place(&pair[0])) / (place(&pair[1]) - place(&pair[0]));
    let mix = |low: f64, high: f64| low + share * (high - low);
    Some((mix(pair[0].1.0, pair[1].1.0), mix(pair[0].1.1, pair[1].1.1)))
}

/// Total and sensible capacity by interpolation along one axis after the other, outdoor first.
fn capacity(points: &BTreeMap<(i64, i64, i64), (f64, f64)>, at: [f64; 3]) -> Option<(i64, i64)> {
    let [dry_bulb, wet_bulb, outdoor] = at;
    let mut columns = Vec::new();
    for column in 21..=32 {
        let distance = f64::from(i32::try_from(column).unwrap()) - dry_bulb;
        if distance.abs() >= 1.0 {
            continue;
        }
        let mut rows = Vec::new();
        for row in [18, 19, 20, 22, 24, 26] {
            let line: Vec<(i64, (f64, f64))> = points
                .iter()
                .filter(|((d, w, _), _)| (*d, *w) == (column, row))
                .map(|((_, _, o), value)| (*o, *value))
                .collect();
            if !line.is_empty() {
                rows.push((row, between(&line, outdoor)?));
            }
        }
        columns.push((column, between(&rows, wet_bulb)?));
    }
    let (total, sensible) = between(&columns, dry_bulb)?;
    Some((whole(total), whole(sensible)))
}

fn fen(money: &Value) -> i128 {
    let (yuan, fen) = money.as_str().unwrap().split_once('.').unwrap();
    assert_eq!(fen.len(), 2);
    yuan.parse::<i128>().unwrap() * 100 + fen.parse::<i128>().unwrap()
}

struct Files {
    products: Vec<Value>,
    prices: Vec<Value>,
    rates: Vec<Value>,
}

impl Files {
    /// Quantity in thousandths times the rate, rounded half up to a fen.
    fn amount(&self, item: &str, variant: Option<&str>, measure: Option<f64>, thousandths: i128) -> i128 {
        let fits = |rate: &&Value| {
            let from = rate["measureFrom"].as_f64().unwrap_or(f64::NEG_INFINITY);
            let to = rate["measureTo"].as_f64().unwrap_or(f64::INFINITY);
            let in_band = measure.is_none_or(|measure| from <= measure && measure < to);
            rate["item"] == item && rate["variant"].as_str() == variant && in_band
        };
        let rate = self.rates.iter().find(fits).unwrap();
        (fen(&rate["unitPrice"]) * thousandths + 500) / 1000
    }

    /// What `sets` of a product cost with their installation, in fen.
    fn cost(&self, product: &Value, sets: i64, site: &Value) -> i128 {
        let sets = i128::from(sets);
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let thousandths = |metres: f64| i128::from(whole(metres * 1000.0)) * sets;
        let pieces = 1000 * sets;
        let (piping, electrical) = (&product["piping"], &product["electrical"]);
        let pipes = [number(&piping["liquidMm"]), number(&piping["gasMm"])].map(|mm| format!("{mm:.2}"));
        let run = number(&site["pipeRunM"]);
        let beyond = f64::max(run - number(&piping["prechargedM"]), 0.0);
        // Kilograms a set are counted to ten grams.
        let charge = i128::from(whole(beyond * number(&piping["additionalKgPerM"]) * 100.0)) * 10 * sets;
        let price = self.prices.iter().find(|price| price["sku"] == product["id"]).unwrap();
        let mut sum = fen(&price["unitPrice"]) * sets;
        let mut add = |item: &str, variant: Option<&str>, measure: Option<f64>, thousandths: i128| {
            sum += self.amount(item, variant, measure, thousandths);
        };
        add("refrigerantPipe", Some(&pipes.join("x")), None, thousandths(run));
        for (pipe, thickness) in pipes.iter().zip(["liquidInsulationMm", "gasInsulationMm"]) {
            add("pipeInsulation", Some(&format!("{pipe}x{}", piping[thickness])), None, thousandths(run));
        }
        add("drainPipe", Some(&piping["drainMm"].to_string()), None, thousandths(number(&site["drainRunM"])));
        add("controlCable", Some(&text(&electrical["controlCable"])), None, thousandths(run));
        let cable = thousandths(number(&site["powerCableRunM"]));
        add("powerCable", Some(&text(&electrical["powerCable"])), None, cable);
        let breaker = format!("{}P{}", electrical["phases"], electrical["breakerA"]);
        add("circuitBreaker", Some(&breaker), None, pieces);
        add("wallHole", Some(&text(&site["wall"])), None, pieces);
        add("bracket", Some(&text(&site["outdoorPlace"])), None, pieces);
        add("lifting", None, Some(number(&site["storey"])), pieces);
        add("workAtHeight", None, Some(number(&site["installHeightM"])), pieces);
        add("installIndoorUnit", Some(&text(&product["mounting"])), None, pieces);
        add("installOutdoorUnit", None, Some(number(&product["massKg"]["outdoor"])), pieces);
        add("leakTestAndVacuum", None, None, pieces);
        add("commissioning", None, None, pieces);
        add("refrigerant", Some("R32"), None, charge);
        sum
    }
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// The air that units of this airflow take in together, mixed by mass and enthalpy; dry and wet bulb to a hundredth.
fn entering(load: &Value, pressure_pa: f64, flow_m3_h: f64) -> [f64; 2] {
    let air = &load["air"];
    let (dry_bulb, humidity) = (number(&air["dryBulbC"]), number(&air["relativeHumidity"]));
    let Some(outdoor) = load.get("outdoorAir") else { return [dry_bulb, number(&air["wetBulbC"])] };
    let ratio = psychrometrics::humidity_ratio(dry_bulb, humidity, pressure_pa).unwrap();
    let supply = flow_m3_h / 3600.0 * psychrometrics::density(dry_bulb, ratio, pressure_pa);
    let share = (number(&outdoor["massFlowKgS"]) / supply).min(1.0);
    let (warm, damp) = (number(&outdoor["dryBulbC"]), number(&outdoor["humidityRatio"]));
    let mixed = share * damp + (1.0 - share) * ratio;
    let heat = share * psychrometrics::enthalpy(warm, damp)
        + (1.0 - share) * psychrometrics::enthalpy(dry_bulb, ratio);
    let dry = (heat - mixed * 2_501_000.0) / (1006.0 + mixed * 1860.0);
    let relative = psychrometrics::relative_humidity(dry, mixed, pressure_pa).unwrap();
    let wet = psychrometrics::wet_bulb(dry, relative, pressure_pa).unwrap();
    [dry, wet].map(|degrees| (degrees * 100.0).round() / 100.0)
}

/// Linear on a grid of two axes; none outside it.
fn on_grid(grid: &Value, x: f64, y: f64) -> Option<f64> {
    let axis = |number_of: usize| -> Vec<f64> {
        grid["axes"][number_of]["values"].as_array().unwrap().iter().map(number).collect()
    };
    let (xs, ys) = (axis(0), axis(1));
    let place = |axis: &[f64], at: f64| -> Option<(usize, f64)> {
        let low = axis.windows(2).position(|pair| pair[0] <= at && at <= pair[1])?;
        Some((low, (at - axis[low]) / (axis[low + 1] - axis[low])))
    };
    let ((i, a), (j, b)) = (place(&xs, x)?, place(&ys, y)?);
    let at = |i: usize, j: usize| grid["totalW"][i * ys.len() + j].as_f64();
    let rows = [i, i + 1].map(|i| Some((1.0 - b) * at(i, j)? + b * at(i, j + 1)?));
    Some((1.0 - a) * rows[0]? + a * rows[1]?)
}

/// What is left of cooling and heating at a pipe length.
fn left(piping: &Value, run: f64) -> Option<[f64; 2]> {
    let factors = piping["lengthFactors"].as_array().unwrap();
    let of = |factor: &Value| ["cooling", "heating"].map(|name| number(&factor[name]));
    if run <= number(&factors[0]["lengthM"]) {
        return Some(of(&factors[0]));
    }
    let pair = factors.windows(2).find(|pair| run <= number(&pair[1]["lengthM"]))?;
    let [low, high] = [number(&pair[0]["lengthM"]), number(&pair[1]["lengthM"])];
    let share = (run - low) / (high - low);
    let (before, after) = (of(&pair[0]), of(&pair[1]));
    Some([0, 1].map(|part| before[part] + share * (after[part] - before[part])))
}

/// The smallest floor for the refrigerant of a set, m²: IEC 60335-2-40, R32.
fn least_area(product: &Value, run: f64) -> f64 {
    let piping = &product["piping"];
    let beyond = f64::max(run - number(&piping["prechargedM"]), 0.0);
    let charge = number(&piping["factoryChargeKg"]) + beyond * number(&piping["additionalKgPerM"]);
    let height = match product["mounting"].as_str().unwrap() {
        "floorStanding" | "console" => 0.6,
        "ceilingFloor" => 1.8,
        _ => 2.2,
    };
    let root = charge / (2.5 * num::pow(0.307, 1.25) * height);
    if charge <= 6.0 * 0.307 { 0.0 } else { root * root }
}

/// What of a sensible capacity is left above 1000 m: the density of the standard atmosphere over that of the sea.
fn thin_air(elevation_m: f64) -> f64 {
    if elevation_m > 1000.0 { num::pow(1.0 - 2.25577e-5 * elevation_m, 4.256) } else { 1.0 }
}

/// Whether sets of a product carry a room: every rule of a split once more.
fn carries(
    product: &Value,
    points: &BTreeMap<(i64, i64, i64), (f64, f64)>,
    sets: i64,
    (room, load, site, cooling_only): (&Value, &Value, &Value, bool),
) -> bool {
    let installation = &room["installation"];
    let run = number(&installation["pipeRunM"]);
    let flow = number(&product["air"]["flowM3H"][0]);
    let count = f64::from(i32::try_from(sets).unwrap());
    let mixed = entering(load, number(&site["summerPressurePa"]), count * flow);
    let allowance = installation["outdoorAllowanceK"].as_f64().unwrap_or(0.0);
    let outdoor = number(&site["coolingDryBulbC"]) + allowance;
    let Some([cooling, heating]) = left(&product["piping"], run) else { return false };
    let Some((total, sensible)) = capacity(points, [mixed[0], mixed[1], outdoor]) else { return false };
    let lessened =
        |watts: i64, factor: f64| whole((f64::from(i32::try_from(watts).unwrap()) * factor).floor());
    let sensible = lessened(sensible, thin_air(number(&site["elevationM"])));
    let (total, sensible) = (lessened(total, cooling) * sets, lessened(sensible, cooling) * sets);
    let wanted = |name: &str| load["sizing"][name].as_i64().unwrap();
    let surplus = (sensible - wanted("sensibleW")).max(0) / 2;
    let ten_log = |x: f64| 10.0 * num::ln(x) / std::f64::consts::LN_10;
    let louder = if sets > 1 { ten_log(count) } else { 0.0 };
    let quiet = installation["noiseLimitDba"]
        .as_f64()
        .is_none_or(|limit| number(&product["indoorSound"]["dba"][0]) + louder <= limit);
    let neighbour = (installation["neighbourDistanceM"].as_f64(), installation["neighbourLimitDba"].as_f64());
    let quiet_outdoors = match neighbour {
        (Some(distance), Some(limit)) => {
            let lowest = product["outdoorSound"]["dba"].as_array().unwrap().last().unwrap();
            number(lowest) + louder - 2.0 * ten_log(distance) <= limit
        }
        _ => true,
    };
    let spare = room["spareUnits"].as_i64().unwrap_or(0);
    let winter = number(&site["winterWetBulbC"]);
    let warm = load.get("heatingW").is_none_or(|heating_w| {
        let indoors = room["heatingSetPointC"].as_f64().unwrap_or(20.0).max(16.0);
        let each = on_grid(&product["heating"]["table"], indoors, winter).map(|watts| watts.round());
        each.is_some_and(|each| lessened(whole(each), heating) * sets >= heating_w.as_i64().unwrap())
    });
    total >= wanted("totalW")
        && sensible >= wanted("sensibleW")
        && total - sensible + surplus >= wanted("latentW")
        && (spare == 0 || sensible / sets * (sets - spare) >= wanted("sensibleW"))
        && (spare == 0 || number(&site["winterDryBulbC"]) >= -15.0)
        && outdoor <= 45.0
        && (load.get("heatingW").is_none() || cooling_only || winter >= -20.0)
        && (warm || cooling_only)
        && quiet
        && quiet_outdoors
        && (load.get("outdoorAir").is_none()
            || number(&load["outdoorAir"]["massFlowKgS"])
                <= count * flow / 3600.0 * {
                    let air = &load["air"];
                    let (dry, humidity) = (number(&air["dryBulbC"]), number(&air["relativeHumidity"]));
                    let pressure = number(&site["summerPressurePa"]);
                    let ratio = psychrometrics::humidity_ratio(dry, humidity, pressure).unwrap();
                    psychrometrics::density(dry, ratio, pressure)
                })
        && number(&room["areaM2"]) >= least_area(product, run)
        && (product["mounting"] != "duct"
            || number(&product["air"]["externalStaticPa"]) >= number(&installation["ductLossPa"]))
}

/// The least cost over every product and every number of sets, in fen.
fn least(
    files: &Files,
    published: &Points,
    asked: (&Value, &Value, &Value, bool),
    preferences: &Value,
    phases: Option<i64>,
) -> Option<i128> {
    let installation = &asked.0["installation"];
    let mut least: Option<i128> = None;
    for product in files.products.iter().filter(|product| product["kind"] == "matchedSplit") {
        let id = product["id"].as_str().unwrap();
        let wanted =
            preferences["mountings"].as_array().is_none_or(|list| list.contains(&product["mounting"]));
        let reaches = installation["pipeRunM"].as_f64() <= product["piping"]["maxLengthM"].as_f64()
            && installation["heightDifferenceM"].as_f64() <= product["piping"]["maxHeightM"].as_f64();
        let supplied =
            phases.is_none_or(|phases| product["electrical"]["phases"].as_i64().unwrap() <= phases);
        let Some(points) = published.get(id).filter(|_| wanted && reaches && supplied) else { continue };
        let most = preferences["maxUnitsPerRoom"].as_i64().unwrap();
        if let Some(sets) = (1..=most).find(|sets| carries(product, points, *sets, asked)) {
            let cost = files.cost(product, sets, installation);
            least = Some(least.map_or(cost, |least| least.min(cost)));
        }
    }
    least
}

#[test]
fn no_product_and_no_number_of_sets_is_cheaper_than_the_chosen() {
    let list = |bytes: &[u8], name: &str| -> Vec<Value> {
        let file: Value = serde_json::from_slice(bytes).unwrap();
        file[name].as_array().unwrap().clone()
    };
    let files = Files {
        products: list(demo::CATALOGUE, "products"),
        prices: list(demo::PRICE_BOOK, "entries"),
        rates: list(demo::RATE_BOOK, "entries"),
    };
    let published = published();
    let engine = cases::engine();
    let (mut chosen, mut without) = (0, 0);
    // Every third generated project; trying everything takes a thousand times as long as the search.
    for (name, text) in cases::cases(&engine).into_iter().step_by(3) {
        let mut project: Value = serde_json::from_str(&text).unwrap();
        for wish in ["brands", "products", "objective"] {
            project["preferences"].as_object_mut().and_then(|preferences| preferences.remove(wish));
        }
        // Requested units are what the buyer asks for, and not the cheapest.
        project.as_object_mut().and_then(|project| project.remove("requested"));
        project["preferences"]["systems"] = serde_json::json!(["matchedSplit"]);
        let answer = cases::answer(&engine, &project.to_string()).unwrap().text();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        let (project, loads) = (&answer["project"], &answer["loads"]);
        let systems = answer["selection"]["systems"].as_array().unwrap();
        let rooms = project["rooms"].as_array().unwrap().iter().zip(loads["rooms"].as_array().unwrap());
        for ((room, load), selected) in rooms.zip(answer["selection"]["rooms"].as_array().unwrap()) {
            let cooling_only = project["preferences"]["coolingOnly"] == true;
            let asked = (room, load, &loads["site"], cooling_only);
            let phases = project["building"]["supply"]["phases"].as_i64();
            let least = least(&files, &published, asked, &project["preferences"], phases);
            let own = systems.iter().find(|system| selected.get("system") == Some(&system["id"]));
            let found = own.map(|system| fen(&system["cost"]));
            assert_eq!(found, least, "{name}, room {}", room["id"]);
            *(if least.is_some() { &mut chosen } else { &mut without }) += 1;
        }
    }
    assert!(chosen > 100 && without > 10, "{chosen} rooms with a system, {without} without");
}
