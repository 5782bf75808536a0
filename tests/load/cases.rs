//! The rooms of `tests/reference/load`, in the JSON of their file, as rooms of the library.

use serde_json::Value;
use tonnage::climate::design_day::{CoolingDay, HeatingDay};
use tonnage::climate::sun::Location;
use tonnage::load::construction::{Construction, Finish, Layer, Roughness};
use tonnage::load::glazing::Glass;
use tonnage::load::shade::{Overhang, WindowPlace};
use tonnage::load::space::{
    Boundary, Equipment, Fabric, Furniture, Infiltration, Lights, People, Plant, Schedule, Space, Surface,
    Window,
};
use tonnage::load::weather::Weather;

fn number(value: &Value, key: &str) -> f64 {
    value[key].as_f64().unwrap_or_else(|| panic!("no number {key} in {value}"))
}

fn hours(value: &Value) -> Schedule {
    let values: Vec<f64> = value.as_array().unwrap().iter().map(|hour| hour.as_f64().unwrap()).collect();
    Schedule::new(&values).unwrap()
}

fn whole(value: &Value, key: &str) -> u32 {
    u32::try_from(value[key].as_u64().unwrap()).unwrap()
}

/// The design days of a case.
pub(crate) fn weather(case: &Value) -> Weather {
    let site = &case["site"];
    let location = Location {
        latitude_deg: number(site, "latitude"),
        longitude_deg: number(site, "longitude"),
        utc_offset_h: number(site, "utc_offset"),
        elevation_m: number(site, "elevation"),
    };
    let days: Vec<CoolingDay> = case["cooling_days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| CoolingDay {
            month: whole(day, "month"),
            day: whole(day, "day"),
            dry_bulb_max_c: number(day, "dry_bulb_max"),
            dry_bulb_range_k: number(day, "dry_bulb_range"),
            wet_bulb_c: number(day, "wet_bulb"),
            wind_speed_m_s: number(day, "wind_speed"),
            wind_direction_deg: number(day, "wind_direction"),
            optical_depth_beam: number(day, "taub"),
            optical_depth_diffuse: number(day, "taud"),
        })
        .collect();
    let heating = &case["heating_day"];
    let heating = HeatingDay {
        month: whole(heating, "month"),
        day: whole(heating, "day"),
        dry_bulb_c: number(heating, "dry_bulb"),
        wind_speed_m_s: number(heating, "wind_speed"),
        wind_direction_deg: number(heating, "wind_direction"),
    };
    Weather::new(&location, number(site, "ground_reflectance"), &days, &heating).unwrap()
}

/// The constructions and glazings of a case.
pub(crate) fn fabric(case: &Value) -> Fabric {
    let mut fabric = Fabric::new();
    for (name, construction) in case["constructions"].as_object().unwrap() {
        let layers = construction["layers"]
            .as_array()
            .unwrap()
            .iter()
            .map(|layer| match layer["resistance"].as_f64() {
                Some(resistance_m2_k_w) => Layer::Resistance { resistance_m2_k_w },
                None => Layer::Solid {
                    thickness_m: number(layer, "thickness"),
                    conductivity_w_m_k: number(layer, "conductivity"),
                    density_kg_m3: number(layer, "density"),
                    specific_heat_j_kg_k: number(layer, "specific_heat"),
                },
            })
            .collect();
        let finish = |side: &Value| Finish {
            solar_absorptance: number(side, "solar_absorptance"),
            emissivity: number(side, "emissivity"),
        };
        let outside = &construction["outside"];
        let (outer, roughness) = if outside.is_object() {
            let roughness = match outside["roughness"].as_str().unwrap() {
                "very_rough" => Roughness::VeryRough,
                "rough" => Roughness::Rough,
                "medium_rough" => Roughness::MediumRough,
                "medium_smooth" => Roughness::MediumSmooth,
                "smooth" => Roughness::Smooth,
                "very_smooth" => Roughness::VerySmooth,
                other => panic!("roughness {other}"),
            };
            (finish(outside), roughness)
        } else {
            // Never seen by the sun.
            (finish(&construction["inside"]), Roughness::Smooth)
        };
        let construction =
            Construction { layers, inside: finish(&construction["inside"]), outside: outer, roughness };
        fabric.construction(name, construction).unwrap();
    }
    for surface in case["room"]["surfaces"].as_array().unwrap() {
        for window in surface["windows"].as_array().unwrap() {
            let glass = Glass { u_value: number(window, "u"), shgc: number(window, "shgc") };
            fabric.glazing(&glazing_name(window), &glass, None, None).unwrap();
        }
    }
    fabric
}

fn glazing_name(window: &Value) -> String {
    format!("{} {}", window["u"], window["shgc"])
}

/// The room of a case.
pub(crate) fn space(case: &Value) -> Space {
    let room = &case["room"];
    let ground = &case["ground_temperature"];
    let surfaces =
        room["surfaces"].as_array().unwrap().iter().map(|surface| surface_of(surface, ground)).collect();
    let furniture = &room["furniture"];
    let furniture = furniture.is_object().then(|| Furniture {
        area_m2: number(furniture, "area"),
        construction: furniture["construction"].as_str().unwrap().to_owned(),
    });
    let (people, lights, equipment) = (&case["people"], &case["lights"], &case["equipment"]);
    let thermostat = &case["thermostat"];
    let on: Vec<bool> =
        thermostat["on"].as_array().unwrap().iter().map(|hour| hour.as_u64() == Some(1)).collect();
    Space {
        id: case["id"].as_str().unwrap().to_owned(),
        floor_area_m2: number(room, "floor_area"),
        volume_m3: number(room, "volume"),
        surfaces,
        furniture,
        people: People {
            count: number(people, "count"),
            sensible_w: number(people, "sensible"),
            latent_w: number(people, "latent"),
            radiant_fraction: number(people, "radiant_fraction"),
            schedule: hours(&people["schedule"]),
        },
        lights: Lights {
            power_w_m2: number(lights, "power"),
            radiant_fraction: number(lights, "radiant_fraction"),
            visible_fraction: number(lights, "visible_fraction"),
            schedule: hours(&lights["schedule"]),
        },
        equipment: Equipment {
            power_w_m2: number(equipment, "power"),
            radiant_fraction: number(equipment, "radiant_fraction"),
            latent_fraction: number(equipment, "latent_fraction"),
            schedule: hours(&equipment["schedule"]),
        },
        infiltration: Infiltration {
            air_changes_per_h: number(&case["infiltration"], "ach"),
            schedule: hours(&case["infiltration"]["schedule"]),
        },
        outdoor_air_l_s: number(&case["ventilation"], "flow"),
        plant: Plant {
            cooling_set_point_c: number(thermostat, "cooling"),
            heating_set_point_c: number(thermostat, "heating"),
            relative_humidity: number(thermostat, "relative_humidity"),
            on: on.try_into().unwrap(),
            pre_cool_hours: 1,
        },
    }
}

fn surface_of(surface: &Value, ground: &Value) -> Surface {
    let windows = surface["windows"].as_array().unwrap().iter().map(|window| {
        let overhang = &window["overhang"];
        Window {
            place: WindowPlace {
                width: number(window, "width"),
                height: number(window, "height"),
                sill: number(window, "sill"),
                left: number(window, "left"),
                overhang: overhang.is_object().then(|| Overhang {
                    depth: number(overhang, "depth"),
                    gap: number(overhang, "gap"),
                    side: number(overhang, "side"),
                }),
                left_fin: None,
                right_fin: None,
            },
            glazing: glazing_name(window),
        }
    });
    Surface {
        name: surface["name"].as_str().unwrap().to_owned(),
        boundary: match surface["boundary"].as_str().unwrap() {
            "outdoors" => Boundary::Outdoors,
            "adiabatic" => Boundary::Adiabatic,
            "ground" => {
                Boundary::Held { cooling_c: number(ground, "cooling"), heating_c: number(ground, "heating") }
            }
            other => panic!("boundary {other}"),
        },
        azimuth_deg: surface["azimuth"].as_f64().unwrap_or(0.0),
        tilt_deg: number(surface, "tilt"),
        width_m: number(surface, "width"),
        height_m: number(surface, "height"),
        construction: surface["construction"].as_str().unwrap().to_owned(),
        windows: windows.collect(),
    }
}

/// Room, constructions and weather of a case.
pub(crate) fn read(case: &Value) -> (Space, Fabric, Weather) {
    (space(case), fabric(case), weather(case))
}
