//! The rooms of `tests/reference/load`, in the JSON of their file, as rooms of the library.

use serde_json::Value;
use tonnage::Error;
use tonnage::climate::design_day::{CoolingDay, HeatingDay};
use tonnage::climate::sun::Location;
use tonnage::load::construction::{Construction, Finish, Layer, Roughness};
use tonnage::load::glazing::Glass;
use tonnage::load::shade::{Overhang, WindowPlace};
use tonnage::load::space::{
    Boundary, Equipment, Fabric, Furniture, Infiltration, Lights, OutdoorAir, People, Plant, Schedule, Space,
    Surface, Window,
};
use tonnage::load::weather::Weather;

/// A case that does not have the form of the file.
#[derive(Debug)]
pub(crate) struct Malformed(String);

impl std::fmt::Display for Malformed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Malformed {}

impl From<Error> for Malformed {
    fn from(error: Error) -> Self {
        Self(error.to_string())
    }
}

type Read<T> = Result<T, Malformed>;

fn missing(what: &str, key: &str) -> Malformed {
    Malformed(format!("no {what} `{key}`"))
}

fn number(value: &Value, key: &str) -> Read<f64> {
    value[key].as_f64().ok_or_else(|| missing("number", key))
}

fn text<'a>(value: &'a Value, key: &str) -> Read<&'a str> {
    value[key].as_str().ok_or_else(|| missing("text", key))
}

fn list<'a>(value: &'a Value, key: &str) -> Read<&'a Vec<Value>> {
    value[key].as_array().ok_or_else(|| missing("list", key))
}

fn whole(value: &Value, key: &str) -> Read<u32> {
    value[key].as_u64().and_then(|n| u32::try_from(n).ok()).ok_or_else(|| missing("whole number", key))
}

fn hours(value: &Value) -> Read<Schedule> {
    let values: Vec<f64> = list(value, "schedule")?.iter().filter_map(Value::as_f64).collect();
    Ok(Schedule::new(&values).map_err(|error| error.within("schedule"))?)
}

/// A case: its room, and what its weather and constructions are made from.
pub(crate) struct Case {
    pub(crate) space: Space,
    location: Location,
    ground_reflectance: f64,
    cooling_days: Vec<CoolingDay>,
    heating_day: HeatingDay,
    constructions: Vec<(String, Construction)>,
    glasses: Vec<(String, Glass)>,
}

impl Case {
    pub(crate) fn read(case: &Value) -> Read<Self> {
        let site = &case["site"];
        let heating = &case["heating_day"];
        let constructions =
            case["constructions"].as_object().ok_or_else(|| missing("object", "constructions"))?;
        let mut glasses = Vec::new();
        for surface in list(&case["room"], "surfaces")? {
            for window in list(surface, "windows")? {
                let glass = Glass { u_value: number(window, "u")?, shgc: number(window, "shgc")? };
                glasses.push((glazing_name(window), glass));
            }
        }
        Ok(Self {
            space: space(case)?,
            location: Location {
                latitude_deg: number(site, "latitude")?,
                longitude_deg: number(site, "longitude")?,
                utc_offset_h: number(site, "utc_offset")?,
                elevation_m: number(site, "elevation")?,
            },
            ground_reflectance: number(site, "ground_reflectance")?,
            cooling_days: list(case, "cooling_days")?.iter().map(cooling_day).collect::<Read<_>>()?,
            heating_day: HeatingDay {
                month: whole(heating, "month")?,
                day: whole(heating, "day")?,
                dry_bulb_c: number(heating, "dry_bulb")?,
                wind_speed_m_s: number(heating, "wind_speed")?,
                wind_direction_deg: number(heating, "wind_direction")?,
            },
            constructions: constructions
                .iter()
                .map(|(name, value)| Ok((name.clone(), construction(value)?)))
                .collect::<Read<_>>()?,
            glasses,
        })
    }

    /// The design days, worked out.
    pub(crate) fn weather(&self) -> Result<Weather, Error> {
        Weather::new(&self.location, self.ground_reflectance, &self.cooling_days, &self.heating_day)
    }

    /// The constructions and glazings, worked out.
    pub(crate) fn fabric(&self) -> Result<Fabric, Error> {
        let mut fabric = Fabric::new();
        for (name, construction) in &self.constructions {
            fabric.construction(name, construction.clone())?;
        }
        for (name, glass) in &self.glasses {
            fabric.glazing(name, glass, None, None)?;
        }
        Ok(fabric)
    }
}

fn cooling_day(day: &Value) -> Read<CoolingDay> {
    Ok(CoolingDay {
        month: whole(day, "month")?,
        day: whole(day, "day")?,
        dry_bulb_max_c: number(day, "dry_bulb_max")?,
        dry_bulb_range_k: number(day, "dry_bulb_range")?,
        wet_bulb_c: number(day, "wet_bulb")?,
        wind_speed_m_s: number(day, "wind_speed")?,
        wind_direction_deg: number(day, "wind_direction")?,
        optical_depth_beam: number(day, "taub")?,
        optical_depth_diffuse: number(day, "taud")?,
    })
}

fn finish(side: &Value) -> Read<Finish> {
    Ok(Finish {
        solar_absorptance: number(side, "solar_absorptance")?,
        emissivity: number(side, "emissivity")?,
    })
}

fn layer(layer: &Value) -> Read<Layer> {
    if let Some(resistance_m2_k_w) = layer["resistance"].as_f64() {
        return Ok(Layer::Resistance { resistance_m2_k_w });
    }
    Ok(Layer::Solid {
        thickness_m: number(layer, "thickness")?,
        conductivity_w_m_k: number(layer, "conductivity")?,
        density_kg_m3: number(layer, "density")?,
        specific_heat_j_kg_k: number(layer, "specific_heat")?,
    })
}

fn roughness(name: &str) -> Read<Roughness> {
    Ok(match name {
        "very_rough" => Roughness::VeryRough,
        "rough" => Roughness::Rough,
        "medium_rough" => Roughness::MediumRough,
        "medium_smooth" => Roughness::MediumSmooth,
        "smooth" => Roughness::Smooth,
        "very_smooth" => Roughness::VerySmooth,
        other => return Err(Malformed(format!("unknown roughness `{other}`"))),
    })
}

fn construction(value: &Value) -> Read<Construction> {
    let inside = finish(&value["inside"])?;
    let outside = &value["outside"];
    // What is not outdoors has no outer finish, and nothing asks for it.
    let (outer, rough) = if outside.is_object() {
        (finish(outside)?, roughness(text(outside, "roughness")?)?)
    } else {
        (inside, Roughness::Smooth)
    };
    let layers = list(value, "layers")?.iter().map(layer).collect::<Read<_>>()?;
    Ok(Construction { layers, inside, outside: outer, roughness: rough })
}

fn glazing_name(window: &Value) -> String {
    format!("{} {}", window["u"], window["shgc"])
}

fn space(case: &Value) -> Read<Space> {
    let room = &case["room"];
    let ground = &case["ground_temperature"];
    let surfaces =
        list(room, "surfaces")?.iter().map(|surface| surface_of(surface, ground)).collect::<Read<_>>()?;
    let furniture = &room["furniture"];
    let furniture = if furniture.is_object() {
        let construction = text(furniture, "construction")?.to_owned();
        Some(Furniture { area_m2: number(furniture, "area")?, construction })
    } else {
        None
    };
    let (people, lights, equipment) = (&case["people"], &case["lights"], &case["equipment"]);
    let thermostat = &case["thermostat"];
    let on: Vec<bool> = list(thermostat, "on")?.iter().map(|hour| hour.as_u64() == Some(1)).collect();
    let on = on.try_into().map_err(|_| Malformed("`on` must have 24 hours".to_owned()))?;
    Ok(Space {
        id: text(case, "id")?.to_owned(),
        floor_area_m2: number(room, "floor_area")?,
        volume_m3: number(room, "volume")?,
        surfaces,
        furniture,
        people: People {
            count: number(people, "count")?,
            sensible_w: number(people, "sensible")?,
            latent_w: number(people, "latent")?,
            radiant_fraction: number(people, "radiant_fraction")?,
            schedule: hours(people)?,
        },
        lights: Lights {
            power_w_m2: number(lights, "power")?,
            radiant_fraction: number(lights, "radiant_fraction")?,
            visible_fraction: number(lights, "visible_fraction")?,
            schedule: hours(lights)?,
        },
        equipment: Equipment {
            power_w_m2: number(equipment, "power")?,
            radiant_fraction: number(equipment, "radiant_fraction")?,
            latent_fraction: number(equipment, "latent_fraction")?,
            schedule: hours(equipment)?,
        },
        infiltration: Infiltration {
            air_changes_per_h: number(&case["infiltration"], "ach")?,
            schedule: hours(&case["infiltration"])?,
        },
        outdoor_air: OutdoorAir::untreated(number(&case["ventilation"], "flow")?),
        plant: Plant {
            cooling_set_point_c: number(thermostat, "cooling")?,
            heating_set_point_c: number(thermostat, "heating")?,
            relative_humidity: number(thermostat, "relative_humidity")?,
            on,
            pre_cool_hours: 1,
            heating_addition: None,
        },
        checks: Default::default(),
    })
}

fn surface_of(surface: &Value, ground: &Value) -> Read<Surface> {
    Ok(Surface {
        name: text(surface, "name")?.to_owned(),
        boundary: match text(surface, "boundary")? {
            "outdoors" => Boundary::Outdoors,
            "adiabatic" => Boundary::Adiabatic,
            "ground" => Boundary::Held {
                cooling_c: number(ground, "cooling")?,
                heating_c: number(ground, "heating")?,
            },
            other => return Err(Malformed(format!("unknown boundary `{other}`"))),
        },
        // What lies flat has no azimuth.
        azimuth_deg: surface["azimuth"].as_f64().unwrap_or(0.0),
        tilt_deg: number(surface, "tilt")?,
        width_m: number(surface, "width")?,
        height_m: number(surface, "height")?,
        construction: text(surface, "construction")?.to_owned(),
        windows: list(surface, "windows")?.iter().map(window_of).collect::<Read<_>>()?,
    })
}

fn window_of(window: &Value) -> Read<Window> {
    let slab = &window["overhang"];
    let overhang = if slab.is_object() {
        let (depth, gap) = (number(slab, "depth")?, number(slab, "gap")?);
        Some(Overhang { depth, gap, side: number(slab, "side")? })
    } else {
        None
    };
    let place = WindowPlace {
        width: number(window, "width")?,
        height: number(window, "height")?,
        sill: number(window, "sill")?,
        left: number(window, "left")?,
        overhang,
        left_fin: None,
        right_fin: None,
    };
    Ok(Window { place, glazing: glazing_name(window) })
}
