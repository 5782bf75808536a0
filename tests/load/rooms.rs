//! Small rooms, constructions and climates from which tests make theirs.

use tonnage::Error;
use tonnage::climate::design_day::{CoolingDay, HeatingDay};
use tonnage::climate::sun::Location;
use tonnage::load::construction::{Construction, Finish, Layer, Roughness};
use tonnage::load::glazing::{Glass, InnerBlind, OuterScreen};
use tonnage::load::shade::WindowPlace;
use tonnage::load::space::{
    Boundary, Equipment, Fabric, Furniture, Infiltration, Lights, OutdoorAir, People, Plant, Schedule, Space,
    Surface, Window,
};
use tonnage::load::weather::Weather;

/// What a weather is made from.
#[derive(Clone)]
pub(crate) struct Climate {
    pub(crate) location: Location,
    pub(crate) days: Vec<CoolingDay>,
    pub(crate) heating: HeatingDay,
}

/// Summer and winter in Wuhan.
pub(crate) fn climate() -> Climate {
    let july = CoolingDay {
        month: 7,
        day: 21,
        dry_bulb_max_c: 35.2,
        dry_bulb_range_k: 6.9,
        wet_bulb_c: 28.4,
        wind_speed_m_s: 2.0,
        wind_direction_deg: 180.0,
        optical_depth_beam: 0.57,
        optical_depth_diffuse: 1.94,
    };
    Climate {
        location: Location { latitude_deg: 30.6, longitude_deg: 114.1, utc_offset_h: 8.0, elevation_m: 23.0 },
        days: vec![july],
        heating: HeatingDay {
            month: 1,
            day: 21,
            dry_bulb_c: -2.6,
            wind_speed_m_s: 2.0,
            wind_direction_deg: 0.0,
        },
    }
}

impl Climate {
    pub(crate) fn weather(&self) -> Result<Weather, Error> {
        Weather::new(&self.location, 0.2, &self.days, &self.heating)
    }
}

/// A layer that stores heat.
pub(crate) fn solid(thickness_m: f64, conductivity_w_m_k: f64, density_kg_m3: f64, heat: f64) -> Layer {
    Layer::Solid { thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k: heat }
}

/// Layers from outside to inside with a grey finish.
pub(crate) fn construction(layers: Vec<Layer>) -> Construction {
    let grey = Finish { solar_absorptance: 0.6, emissivity: 0.9 };
    Construction { layers, inside: grey, outside: grey, roughness: Roughness::MediumRough }
}

/// `wall` and `slab` are of concrete, `panel` is of sheets and wool, `heavy` is thick, `board` is furniture; `glass` is bare,
/// `blind` is the same with one inside, `screen` with one outside.
pub(crate) fn fabric() -> Result<Fabric, Error> {
    let concrete = |thickness| solid(thickness, 1.74, 2500.0, 920.0);
    let wool = |thickness| solid(thickness, 0.04, 30.0, 840.0);
    let sheet = solid(0.001, 50.0, 7800.0, 480.0);
    let mut fabric = Fabric::new();
    for (name, layers) in [
        ("wall", vec![wool(0.05), concrete(0.2)]),
        ("slab", vec![concrete(0.15)]),
        ("panel", vec![sheet, wool(0.05), sheet]),
        ("heavy", vec![concrete(0.2), wool(0.05), concrete(0.2)]),
        ("board", vec![solid(0.03, 0.15, 600.0, 1600.0)]),
    ] {
        fabric.construction(name, construction(layers))?;
    }
    let glass = Glass { u_value: 2.7, shgc: 0.6 };
    let blind = InnerBlind { transmittance: 0.1, reflectance: 0.6, convective_fraction: 0.6 };
    let screen = OuterScreen { transmittance: 0.1, openness: 0.05 };
    fabric.glazing("glass", &glass, None, None)?;
    fabric.glazing("blind", &glass, Some(&blind), None)?;
    fabric.glazing("screen", &glass, None, Some(&screen))?;
    Ok(fabric)
}

/// A bare window.
pub(crate) fn window(width: f64, height: f64, left: f64, sill: f64) -> Window {
    let place = WindowPlace { width, height, sill, left, overhang: None, left_fin: None, right_fin: None };
    Window { place, glazing: "glass".to_owned() }
}

/// A surface without windows.
pub(crate) fn surface(
    name: &str,
    boundary: Boundary,
    (azimuth_deg, tilt_deg): (f64, f64),
    (width_m, height_m): (f64, f64),
    construction: &str,
) -> Surface {
    Surface {
        name: name.to_owned(),
        boundary,
        azimuth_deg,
        tilt_deg,
        width_m,
        height_m,
        construction: construction.to_owned(),
        windows: Vec::new(),
    }
}

/// A plant that runs from the hour `from` to the hour `to`.
pub(crate) fn running(from: usize, to: usize) -> [bool; 24] {
    let mut on = [false; 24];
    on.iter_mut().take(to).skip(from).for_each(|hour| *hour = true);
    on
}

/// An office of 8 m by 6 m by 3 m at a corner under the roof: windows to the south and west, rooms like it on the other sides.
pub(crate) fn office() -> Space {
    let mut south = surface("south", Boundary::Outdoors, (180.0, 90.0), (8.0, 3.0), "wall");
    south.windows = vec![window(5.0, 1.8, 1.0, 0.9)];
    let mut west = surface("west", Boundary::Outdoors, (270.0, 90.0), (6.0, 3.0), "wall");
    west.windows = vec![window(2.0, 1.5, 3.0, 0.9)];
    let mut busy = [0.0; 24];
    busy.iter_mut().take(18).skip(8).for_each(|hour| *hour = 1.0);
    let schedule = Schedule::new(&busy).unwrap_or_else(|_| Schedule::constant(1.0));
    Space {
        id: "office".to_owned(),
        floor_area_m2: 48.0,
        volume_m3: 144.0,
        surfaces: vec![
            south,
            west,
            surface("north", Boundary::Adiabatic, (0.0, 90.0), (8.0, 3.0), "slab"),
            surface("east", Boundary::Adiabatic, (90.0, 90.0), (6.0, 3.0), "slab"),
            surface("roof", Boundary::Outdoors, (0.0, 0.0), (8.0, 6.0), "wall"),
            surface("floor", Boundary::Adiabatic, (0.0, 180.0), (8.0, 6.0), "slab"),
        ],
        furniture: Some(Furniture { area_m2: 30.0, construction: "board".to_owned() }),
        people: People { count: 6.0, sensible_w: 66.0, latent_w: 68.0, radiant_fraction: 0.3, schedule },
        lights: Lights { power_w_m2: 9.0, radiant_fraction: 0.4, visible_fraction: 0.2, schedule },
        equipment: Equipment { power_w_m2: 15.0, radiant_fraction: 0.3, latent_fraction: 0.05, schedule },
        infiltration: Infiltration { air_changes_per_h: 0.5, schedule: Schedule::constant(1.0) },
        outdoor_air: OutdoorAir::untreated(50.0),
        plant: Plant {
            cooling_set_point_c: 26.0,
            heating_set_point_c: 20.0,
            relative_humidity: 0.6,
            on: running(8, 18),
            pre_cool_hours: 1,
            heating_addition: None,
        },
        checks: Default::default(),
    }
}
