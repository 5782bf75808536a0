//! Façades, surfaces, and what they are made of.

use super::sequence::Sequence;
use super::{Object, put};
use serde_json::{Value, json};

/// Constructions that the rooms of every project may name: two by their layers, two by U-value and mass.
pub(super) fn constructions() -> Value {
    let concrete = |thickness: f64| json!({"thicknessM": thickness, "conductivityWMK": 1.74, "densityKgM3": 2500, "specificHeatJKgK": 920});
    let wool =
        json!({"thicknessM": 0.05, "conductivityWMK": 0.045, "densityKgM3": 120, "specificHeatJKgK": 1220});
    json!([
        {
            "name": "own-wall", "layers": [wool.clone(), {"resistanceM2KW": 0.15}, concrete(0.2)],
            "inside": {"solarAbsorptance": 0.4, "emissivity": 0.88}, "outside": {"solarAbsorptance": 0.7}, "roughness": "smooth",
        },
        {"name": "own-slab", "layers": [concrete(0.12)]},
        {"name": "own-light", "uWM2K": 0.5, "mass": "light", "element": "wall"},
        {"name": "own-roof", "uWM2K": 0.45, "element": "roof", "outside": {"emissivity": 0.85}},
    ])
}

const FACINGS: [&str; 8] = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];
const WALLS: [&str; 6] =
    ["own-wall", "own-light", "wall.brick240", "wall.15.aac_eps.hscw", "wall.sandwich", "wall.rc200"];
const GLAZINGS: [&str; 5] = ["own-glass", "single6.al", "lowe12a.tb", "shopfront12", "triple.tb"];
const BLINDS: [&str; 4] = ["none", "lightRoller", "darkRoller", "lightVenetian"];

pub(super) fn envelope(room: &mut Object, sequence: &mut Sequence, area_m2: f64, height_m: f64) {
    if sequence.chance(12) {
        put(room, "heightM", height_m);
        surfaces(room, sequence, area_m2, height_m);
        return;
    }
    match sequence.below(6) {
        0 => put(room, "facades", Vec::<Value>::new()),
        1 | 2 => {
            let facade = facade(sequence, area_m2);
            put(room, "facades", vec![Value::Object(facade)]);
        }
        3 => {
            put(room, "heightM", height_m);
            let mut first = facade(sequence, area_m2);
            windows(&mut first, sequence, area_m2, height_m);
            let mut second = Object::new();
            put(&mut second, "azimuthDeg", sequence.decimal(0, 36_000, 100.0));
            put(room, "facades", vec![Value::Object(first), Value::Object(second)]);
        }
        _ => {}
    }
    if sequence.chance(3) {
        put(room, "above", sequence.pick(&["roof", "conditioned", "unconditioned"]));
        put(room, "below", sequence.pick(&["ground", "conditioned", "unconditioned", "outdoors"]));
    }
    if sequence.chance(4) {
        put(room, "beside", sequence.pick(&["conditioned", "unconditioned"]));
    }
    if sequence.chance(6) {
        put(
            room,
            "aboveConstruction",
            sequence.pick(&["own-roof", "own-slab", "roof.15.xps.c", "floor.interior"]),
        );
        put(room, "belowConstruction", sequence.pick(&["own-slab", "floor.interior", "floor.ground"]));
        put(room, "besideConstruction", sequence.pick(&["own-light", "partition.gypsum"]));
    }
    if sequence.chance(5) {
        temperatures(room, sequence);
    }
    if sequence.chance(5) {
        put(room, "furniture", json!({"areaM2": area_m2, "construction": "partition.gypsum"}));
    }
}

fn temperatures(room: &mut Object, sequence: &mut Sequence) {
    put(room, "ground", json!({"coolingC": sequence.decimal(180, 260, 10.0), "heatingC": 14}));
    put(
        room,
        "unconditioned",
        json!({"coolingC": sequence.decimal(260, 340, 10.0), "heatingC": sequence.below(15)}),
    );
}

fn facade(sequence: &mut Sequence, area_m2: f64) -> Object {
    let mut facade = Object::new();
    if !sequence.chance(5) {
        put(&mut facade, "facing", sequence.pick(&FACINGS));
    }
    if sequence.chance(2) {
        put(&mut facade, "glazingRatio", sequence.decimal(0, 91, 100.0));
    }
    if sequence.chance(3) {
        // From half of the square's side to twice it.
        put(&mut facade, "widthM", metres(side_of(area_m2) * sequence.decimal(5, 20, 10.0)));
    }
    if sequence.chance(4) {
        put(&mut facade, "construction", sequence.pick(&WALLS));
    }
    if sequence.chance(4) {
        put(&mut facade, "glazing", sequence.pick(&GLAZINGS));
        put(&mut facade, "innerBlind", sequence.pick(&BLINDS));
    }
    if sequence.chance(4) {
        let depth = sequence.decimal(2, 20, 10.0);
        put(&mut facade, "overhang", json!({"depthM": depth, "gapM": 0.2, "sideM": 0.5}));
    }
    if sequence.chance(6) {
        put(&mut facade, "leftFin", json!({"depthM": sequence.decimal(2, 12, 10.0), "gapM": 0.05}));
        put(&mut facade, "rightFin", json!({"depthM": sequence.decimal(2, 12, 10.0), "gapM": 0.1}));
    }
    facade
}

/// A side of a square floor in whole decimetres below it: numbers whose root no platform may round otherwise.
fn side_of(area_m2: f64) -> f64 {
    let mut tenths = 1;
    while f64::from((tenths + 1) * (tenths + 1)) / 100.0 <= area_m2 {
        tenths += 1;
    }
    f64::from(tenths) / 10.0
}

/// To a centimetre.
fn metres(length: f64) -> f64 {
    (length * 100.0).round() / 100.0
}

/// States the width of `facade`, and every window of it instead of its glazing ratio.
fn windows(facade: &mut Object, sequence: &mut Sequence, area_m2: f64, height_m: f64) {
    let width_m = side_of(area_m2);
    put(facade, "widthM", width_m);
    facade.remove("glazingRatio");
    let head = height_m - 0.2;
    let mut first =
        json!({"widthM": metres(width_m * 0.4), "heightM": metres(head - 0.8), "sillM": 0.8, "leftM": 0.1});
    let second = json!({"widthM": metres(width_m * 0.3), "heightM": metres(head), "sillM": 0.1, "leftM": metres(width_m * 0.6)});
    if let Some(first) = first.as_object_mut().filter(|_| sequence.chance(2)) {
        put(first, "glazing", sequence.pick(&GLAZINGS));
        put(first, "innerBlind", sequence.pick(&BLINDS));
        shade(first);
    }
    put(facade, "windows", vec![first, second]);
}

/// Slabs on three sides of a window.
fn shade(window: &mut Object) {
    put(window, "overhang", json!({"depthM": 0.6, "gapM": 0.1, "sideM": 0.2}));
    put(window, "leftFin", json!({"depthM": 0.3, "gapM": 0.1}));
    put(window, "rightFin", json!({"depthM": 0.3, "gapM": 0.05}));
}

/// Every wall, roof and floor by itself.
fn surfaces(room: &mut Object, sequence: &mut Sequence, area_m2: f64, height_m: f64) {
    let side = side_of(area_m2);
    let wall = |name: &str, azimuth: u32, boundary: &str, construction: &str| {
        json!({
            "name": name, "boundary": boundary, "azimuthDeg": azimuth, "tiltDeg": 90, "widthM": side, "heightM": height_m,
            "construction": construction,
        })
    };
    let flat = |name: &str, tilt: u32, boundary: &str, construction: &str| {
        json!({
            "name": name, "boundary": boundary, "tiltDeg": tilt, "widthM": side, "heightM": side, "construction": construction,
        })
    };
    let turn = sequence.below(90);
    let mut front = wall("front", turn, "outdoors", sequence.pick(&WALLS));
    let mut window = json!({
        "widthM": metres(side * 0.5), "heightM": 1.5, "sillM": 0.9, "leftM": 0.2, "glazing": sequence.pick(&GLAZINGS),
        "innerBlind": sequence.pick(&BLINDS),
    });
    if let Some(window) = window.as_object_mut().filter(|_| sequence.chance(2)) {
        shade(window);
    }
    if let Some(front) = front.as_object_mut() {
        put(front, "windows", vec![window]);
    }
    let slanted = json!({
        "name": "slanted", "boundary": "outdoors", "azimuthDeg": turn + 180, "tiltDeg": 30, "widthM": side, "heightM": side,
        "construction": "own-roof",
    });
    let list = vec![
        front,
        wall("right", turn + 90, "unconditioned", "partition.block100"),
        wall("back", turn + 180, "conditioned", "own-wall"),
        wall("left", turn + 270, "conditioned", "partition.gypsum"),
        if sequence.chance(2) { slanted } else { flat("roof", 0, "outdoors", "roof.15.xps.c") },
        flat("floor", 180, "ground", "floor.ground"),
    ];
    put(room, "surfaces", list);
    if sequence.chance(2) {
        temperatures(room, sequence);
    }
}
