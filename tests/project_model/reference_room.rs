//! The rooms of `tests/reference/load` as an engineer would state them in a project.

use serde_json::{Map, Value, json};

/// The project of one case: everything that the case has at its place in the project, and nothing else.
pub(crate) fn project(case: &Value) -> Value {
    let room = &case["room"];
    let thermostat = &case["thermostat"];
    let gain = |name: &str, fields: [(&str, &str); 4]| -> Value {
        let stated = fields.iter().map(|(ours, theirs)| ((*ours).to_owned(), case[name][theirs].clone()));
        stated.chain([("hours".to_owned(), case[name]["schedule"].clone())]).collect::<Map<_, _>>().into()
    };
    let parts = |second: [&'static str; 2]| {
        [
            ("powerWM2", "power"),
            ("radiantFraction", "radiant_fraction"),
            (second[0], second[1]),
            (second[0], second[1]),
        ]
    };
    let (area, volume) = (room["floor_area"].as_f64().unwrap(), room["volume"].as_f64().unwrap());
    let flow = case["ventilation"]["flow"].as_f64().unwrap() * 3.6;
    let on: Vec<bool> = thermostat["on"].as_array().unwrap().iter().map(|hour| hour == 1).collect();
    let mut glazings = Vec::new();
    let surfaces: Vec<Value> =
        room["surfaces"].as_array().unwrap().iter().map(|one| surface(one, &mut glazings)).collect();
    let mut stated = json!({
        "id": case["id"], "use": "office_general", "areaM2": area, "heightM": hundredth(volume / area), "surfaces": surfaces,
        "schedule": "office",
        "people": gain("people", [
            ("count", "count"), ("sensibleW", "sensible"), ("latentW", "latent"), ("radiantFraction", "radiant_fraction"),
        ]),
        "lights": gain("lights", parts(["visibleFraction", "visible_fraction"])),
        "equipment": gain("equipment", parts(["latentFraction", "latent_fraction"])),
        "infiltration": {"airChangesPerH": case["infiltration"]["ach"], "hours": case["infiltration"]["schedule"]},
        "outdoorAir": {"treatedBy": "indoorUnit", "flowM3H": hundredth(flow)},
        "ground": {"coolingC": case["ground_temperature"]["cooling"], "heatingC": case["ground_temperature"]["heating"]},
        "coolingSetPointC": thermostat["cooling"], "heating": true, "heatingSetPointC": thermostat["heating"],
        "relativeHumidity": thermostat["relative_humidity"], "plantOn": on, "preCoolHours": 1,
    });
    let furniture = &room["furniture"];
    if furniture.is_object() {
        stated["furniture"] = json!({"areaM2": furniture["area"], "construction": furniture["construction"]});
    }
    json!({"site": site(case), "constructions": constructions(case), "glazings": glazings, "rooms": [stated]})
}

/// To the step of the field.
fn hundredth(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn site(case: &Value) -> Value {
    let (site, heating) = (&case["site"], &case["heating_day"]);
    let days: Vec<Value> = case["cooling_days"].as_array().unwrap().iter().map(cooling_day).collect();
    json!({
        "city": site["name"], "country": "CN", "latitude": site["latitude"], "longitude": site["longitude"], "elevationM": site["elevation"],
        "utcOffsetH": site["utc_offset"],
        "design": {
            "source": site["source"],
            "coolingDays": days,
            "heatingDay": {
                "month": heating["month"], "day": heating["day"], "dryBulbC": heating["dry_bulb"],
                "windSpeedMS": heating["wind_speed"], "windDirectionDeg": heating["wind_direction"],
            },
        },
    })
}

fn cooling_day(day: &Value) -> Value {
    json!({
        "month": day["month"], "day": day["day"], "dryBulbMaxC": day["dry_bulb_max"], "dryBulbRangeK": day["dry_bulb_range"],
        "wetBulbC": day["wet_bulb"], "windSpeedMS": day["wind_speed"], "windDirectionDeg": day["wind_direction"],
        "opticalDepthBeam": day["taub"], "opticalDepthDiffuse": day["taud"],
    })
}

fn constructions(case: &Value) -> Vec<Value> {
    let finish = |side: &Value| json!({"solarAbsorptance": side["solar_absorptance"], "emissivity": side["emissivity"]});
    let of = |(name, made): (&String, &Value)| {
        // What is not outdoors has no outer finish, and nothing asks for it.
        let outside = if made["outside"].is_object() { &made["outside"] } else { &made["inside"] };
        let roughness = outside["roughness"].as_str().map_or("smooth".to_owned(), camel_case);
        let layers: Vec<Value> = made["layers"].as_array().unwrap().iter().map(layer).collect();
        json!({
            "name": name, "layers": layers, "inside": finish(&made["inside"]), "outside": finish(outside), "roughness": roughness,
        })
    };
    case["constructions"].as_object().unwrap().iter().map(of).collect()
}

fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap().to_owned();
    words.fold(first, |name, word| format!("{name}{}{}", word[..1].to_uppercase(), &word[1..]))
}

fn layer(layer: &Value) -> Value {
    if layer["resistance"].is_number() {
        return json!({"resistanceM2KW": layer["resistance"]});
    }
    json!({
        "thicknessM": layer["thickness"], "conductivityWMK": layer["conductivity"], "densityKgM3": layer["density"],
        "specificHeatJKgK": layer["specific_heat"],
    })
}

fn surface(surface: &Value, glazings: &mut Vec<Value>) -> Value {
    let boundary = match surface["boundary"].as_str().unwrap() {
        "adiabatic" => "conditioned",
        other => other,
    };
    let windows: Vec<Value> =
        surface["windows"].as_array().unwrap().iter().map(|one| window(one, glazings)).collect();
    json!({
        "name": surface["name"], "boundary": boundary, "azimuthDeg": surface["azimuth"], "tiltDeg": surface["tilt"],
        "widthM": surface["width"], "heightM": surface["height"], "construction": surface["construction"], "windows": windows,
    })
}

/// The window; its glazing goes to the glazings of the project.
fn window(window: &Value, glazings: &mut Vec<Value>) -> Value {
    let name = format!("u{}-shgc{}", window["u"], window["shgc"]);
    if !glazings.iter().any(|known| known["name"] == name) {
        glazings.push(json!({"name": name, "uWM2K": window["u"], "shgc": window["shgc"]}));
    }
    let mut stated = json!({
        "widthM": window["width"], "heightM": window["height"], "sillM": window["sill"], "leftM": window["left"], "glazing": name,
    });
    let slab = &window["overhang"];
    if slab.is_object() {
        stated["overhang"] = json!({"depthM": slab["depth"], "gapM": slab["gap"], "sideM": slab["side"]});
    }
    stated
}
