//! Rooms at the edge of what is allowed, and a few hundred drawn over all of it: finite loads within a bounded time, days that
//! repeat themselves, parts that add up; never a NaN and never an endless iteration.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "load/drawn.rs"]
mod drawn;
#[path = "load/rooms.rs"]
mod rooms;

use rooms::{Climate, climate, construction, fabric, office, running, solid, surface, window};
use std::time::{Duration, Instant};
use tonnage::Error;
use tonnage::load::construction::{Construction, Finish, Layer, Roughness};
use tonnage::load::heat_balance::{load, load_in_parts};
use tonnage::load::space::{Boundary, Fabric, Space};
use tonnage::load::space_load::SpaceLoad;
use tonnage::load::steady_heating::Allowances;

/// What an answer may take here, where tests are built with little optimisation and run side by side.
const LONGEST: Duration = Duration::from_secs(2);
/// A day repeats itself within this part of its largest hour.
const RESIDUAL: f64 = 1e-3;

/// The value of `work`, which must not take long.
#[expect(clippy::disallowed_methods, reason = "the clock measures the library from outside")]
fn soon<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let clock = Instant::now();
    let value = work();
    let taken = clock.elapsed();
    assert!(taken < LONGEST, "{what}: {taken:?}");
    value
}

fn answer(what: &str, space: &Space, fabric: &Fabric, climate: &Climate) -> Result<SpaceLoad, Error> {
    soon(what, || load_in_parts(space, fabric, &climate.weather()?))
}

/// What is wrong with an answer, if anything: whole watts are finite, so what is left is their size and their sums.
fn flaws(space: &Space, load: &SpaceLoad) -> Vec<String> {
    let mut flaws = Vec::new();
    // Gains, sun at most 1500 W on a square metre of face, 200 W on one through it, outdoor air of 200 kJ/kg; and a start, which
    // takes what the walls of the room have stored.
    let area: f64 = space.surfaces.iter().map(|surface| surface.area_m2()).sum();
    let floor = space.floor_area_m2 * (space.lights.power_w_m2 + space.equipment.power_w_m2);
    let people = space.people.count * (space.people.sensible_w + space.people.latent_w);
    let air = space.outdoor_air.flow_l_s + space.infiltration.air_changes_per_h * space.volume_m3 / 3.6;
    let furniture = space.furniture.as_ref().map_or(0.0, |furniture| furniture.area_m2);
    let most = 30.0 * (floor + people + 1700.0 * (area + furniture) + 240.0 * air + 100.0 * space.volume_m3);
    for day in &load.days {
        if day.residual.is_nan() || day.residual >= RESIDUAL {
            flaws.push(format!("month {}: residual {}", day.month, day.residual));
        }
        for (hour, on) in space.plant.on.iter().enumerate() {
            let (total, sensible) = (day.total_w[hour], day.room_sensible_w[hour]);
            if tonnage::num::from_whole(total.max(sensible)) > most {
                flaws.push(format!("hour {hour}: {total} W"));
            }
            if total < 0 || sensible < 0 || day.room_latent_w[hour] < 0 {
                flaws.push(format!("hour {hour}: negative"));
            }
            if !on && (total, sensible, day.room_latent_w[hour]) != (0, 0, 0) {
                flaws.push(format!("hour {hour}: cools while it is off"));
            }
        }
    }
    // With several days the parts are those of the sizing peak's.
    if let [day] = load.days.as_slice() {
        for hour in 0..24 {
            let sum = load
                .parts
                .iter()
                .fold((0, 0), |sum, part| (sum.0 + part.sensible_w[hour], sum.1 + part.latent_w[hour]));
            let whole = (
                day.room_sensible_w[hour] + day.outdoor_air_sensible_w[hour],
                day.room_latent_w[hour] + day.outdoor_air_latent_w[hour],
            );
            if sum != whole {
                flaws.push(format!("hour {hour}: parts {sum:?} of {whole:?}"));
            }
        }
    }
    let heating = &load.heating;
    if heating.room_w < 0 || tonnage::num::from_whole(heating.sizing_w) > most {
        flaws.push(format!("heating {heating:?}"));
    }
    flaws
}

/// The load of a room that has one.
fn fine(what: &str, space: &Space, fabric: &Fabric, climate: &Climate) -> SpaceLoad {
    let load = answer(what, space, fabric, climate).map_err(|error| format!("{what}: {error}")).unwrap();
    let flaws = flaws(space, &load);
    assert!(flaws.is_empty(), "{what}: {flaws:?}");
    load
}

type Change = fn(&mut Space, &mut Fabric, &mut Climate);

fn layered(fabric: &mut Fabric, layers: Vec<Layer>) {
    for name in ["wall", "slab"] {
        fabric.construction(name, construction(layers.clone())).unwrap();
    }
}

fn finished(fabric: &mut Fabric, solar_absorptance: f64, emissivity: f64) {
    let finish = Finish { solar_absorptance, emissivity };
    let layers = vec![solid(0.2, 1.74, 2500.0, 920.0)];
    for name in ["wall", "slab", "board"] {
        let made = Construction {
            layers: layers.clone(),
            inside: finish,
            outside: finish,
            roughness: Roughness::Smooth,
        };
        fabric.construction(name, made).unwrap();
    }
}

#[test]
fn a_room_at_an_edge_has_a_finite_load_that_repeats_itself() {
    let cases: [(&str, Change); 45] = [
        ("nothing changed", |_, _, _| {}),
        ("polar night", |_, _, climate| {
            climate.location.latitude_deg = 90.0;
            climate.days[0].month = 12;
        }),
        ("polar day", |_, _, climate| {
            climate.location.latitude_deg = -90.0;
            climate.days[0].month = 12;
        }),
        ("equator at noon", |_, _, climate| {
            climate.location.latitude_deg = 0.0;
            climate.days[0].month = 3;
        }),
        ("set temperature above outdoors", |room, _, _| room.plant.cooling_set_point_c = 40.0),
        ("set temperature of a cellar", |room, _, _| {
            (room.plant.cooling_set_point_c, room.plant.heating_set_point_c) = (10.0, 10.0);
        }),
        ("frost outdoors", |_, _, climate| {
            (climate.days[0].dry_bulb_max_c, climate.days[0].wet_bulb_c) = (-20.0, -20.5);
        }),
        ("-60 °C outdoors", |_, _, climate| {
            (climate.days[0].dry_bulb_max_c, climate.days[0].dry_bulb_range_k) = (-20.0, 40.0);
            (climate.days[0].wet_bulb_c, climate.heating.dry_bulb_c) = (-20.5, -60.0);
        }),
        ("60 °C outdoors", |_, _, climate| {
            (climate.days[0].dry_bulb_max_c, climate.heating.dry_bulb_c) = (60.0, 60.0);
        }),
        ("60 °C and saturated", |_, _, climate| {
            (climate.days[0].dry_bulb_max_c, climate.days[0].wet_bulb_c) = (60.0, 60.0);
            climate.days[0].dry_bulb_range_k = 0.0;
        }),
        ("dry bulb that never moves", |_, _, climate| climate.days[0].dry_bulb_range_k = 0.0),
        ("dry bulb that moves by 40 K", |_, _, climate| climate.days[0].dry_bulb_range_k = 40.0),
        ("no wind", |_, _, climate| {
            (climate.days[0].wind_speed_m_s, climate.heating.wind_speed_m_s) = (0.0, 0.0);
        }),
        ("storm", |_, _, climate| {
            (climate.days[0].wind_speed_m_s, climate.heating.wind_speed_m_s) = (60.0, 60.0);
        }),
        ("highest town", |_, _, climate| climate.location.elevation_m = 6400.0),
        ("lowest shore", |_, _, climate| climate.location.elevation_m = -430.0),
        ("brightest sky", |_, _, climate| {
            let day = &mut climate.days[0];
            (day.optical_depth_beam, day.optical_depth_diffuse) = (0.05, 0.5);
        }),
        ("hazy sky", |_, _, climate| {
            let day = &mut climate.days[0];
            (day.optical_depth_beam, day.optical_depth_diffuse) = (1.5, 1.5);
        }),
        ("24 days", |_, _, climate| {
            climate.days = (1_u32..=24)
                .map(|day| {
                    let mut other = climate.days[0].clone();
                    (other.month, other.day) = (day.div_ceil(2), 1 + day % 2 * 20);
                    other
                })
                .collect();
        }),
        ("plant on for one hour", |room, _, _| room.plant.on = running(14, 15)),
        ("plant on at every other hour", |room, _, _| {
            room.plant.on.iter_mut().step_by(2).for_each(|on| *on = !*on);
        }),
        ("nothing but surfaces", |room, _, _| {
            room.furniture = None;
            room.surfaces.truncate(2);
        }),
        ("no room outdoors", |room, _, _| {
            for surface in &mut room.surfaces {
                surface.boundary = Boundary::Adiabatic;
                surface.windows.clear();
            }
        }),
        ("no floor", |room, _, _| room.surfaces.truncate(5)),
        ("walls of glass alone", |room, _, _| {
            room.surfaces[0].windows = vec![window(8.0, 3.0, 0.0, 0.0)];
            room.surfaces[1].windows = vec![window(6.0, 3.0, 0.0, 0.0)];
        }),
        ("one wall outdoors, of glass alone", |room, _, _| {
            room.surfaces[0].windows = vec![window(8.0, 3.0, 0.0, 0.0)];
            (room.surfaces[1].boundary, room.surfaces[4].boundary) =
                (Boundary::Adiabatic, Boundary::Adiabatic);
            room.surfaces[1].windows.clear();
        }),
        ("a wall of two panes and nothing between them", |room, _, _| {
            room.surfaces[0].windows = vec![window(4.0, 3.0, 0.0, 0.0), window(4.0, 3.0, 4.0, 0.0)];
        }),
        ("a roof of glass alone that slopes", |room, _, _| {
            room.surfaces[4].tilt_deg = 35.0;
            room.surfaces[4].windows = vec![window(8.0, 6.0, 0.0, 0.0)];
        }),
        ("all of glass", |room, _, _| {
            room.furniture = None;
            for surface in &mut room.surfaces {
                surface.boundary = Boundary::Outdoors;
                surface.windows = vec![window(surface.width_m, surface.height_m, 0.0, 0.0)];
            }
        }),
        ("saturated set point", |room, _, _| room.plant.relative_humidity = 1.0),
        ("driest set point", |room, _, _| room.plant.relative_humidity = 0.05),
        ("vapour that nothing carries off", |room, _, _| {
            room.infiltration.air_changes_per_h = 0.0;
            (room.people.latent_w, room.plant.on) = (1000.0, running(3, 4));
        }),
        ("open to the wind", |room, _, _| room.infiltration.air_changes_per_h = 100.0),
        ("a million litres a second", |room, _, _| room.outdoor_air.flow_l_s = 1e6),
        ("20 kW of equipment on a square metre", |room, _, _| room.equipment.power_w_m2 = 20_000.0),
        ("0.1 m3", |room, _, _| (room.volume_m3, room.floor_area_m2) = (0.1, 0.1)),
        ("2,000,000 m3", |room, _, _| room.volume_m3 = 2e6),
        ("5 m of concrete", |_, fabric, _| layered(fabric, vec![solid(5.0, 1.74, 2500.0, 920.0)])),
        ("1 mm of steel", |_, fabric, _| layered(fabric, vec![solid(0.001, 50.0, 7800.0, 480.0)])),
        ("40 layers", |_, fabric, _| layered(fabric, vec![solid(0.01, 0.5, 1000.0, 1000.0); 40])),
        ("no mass", |_, fabric, _| layered(fabric, vec![Layer::Resistance { resistance_m2_k_w: 1.0 }; 3])),
        ("least resistance", |_, fabric, _| {
            layered(fabric, vec![Layer::Resistance { resistance_m2_k_w: 0.000_1 }]);
        }),
        ("no finish takes light or radiates", |_, fabric, _| finished(fabric, 0.0, 0.0)),
        ("all finishes are black", |_, fabric, _| finished(fabric, 1.0, 1.0)),
        ("30 layers of 5 m that hardly resist", |_, fabric, _| {
            layered(fabric, vec![solid(5.0, 500.0, 0.1, 50.0); 30]);
        }),
    ];
    let mut failures = Vec::new();
    for (what, change) in cases {
        let (mut room, mut fabric, mut climate) = (office(), fabric().unwrap(), climate());
        change(&mut room, &mut fabric, &mut climate);
        match answer(what, &room, &fabric, &climate) {
            Ok(load) => {
                let flaws = flaws(&room, &load);
                if !flaws.is_empty() {
                    failures.push(format!("{what}: {flaws:?}"))
                }
            }
            Err(error) => failures.push(format!("{what}: {error}")),
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}

#[test]
fn a_wall_of_glass_alone_has_no_part_of_its_own_and_is_heated_by_hand_as_glass() {
    let mut room = office();
    room.surfaces[0].windows = vec![window(8.0, 3.0, 0.0, 0.0)];
    room.surfaces.retain(|surface| surface.name != "west" && surface.name != "roof");
    room.infiltration.air_changes_per_h = 0.0;
    room.checks.allowances = Some(Allowances {
        inside_film_m2_k_w: 0.11,
        outside_film_m2_k_w: 0.04,
        orientation: [0.0; 8],
        wind: 0.0,
        height_per_m: 0.0,
        height_from_m: 4.0,
        height_most: 0.0,
        source: "made up".to_owned(),
    });
    let load = fine("glass", &room, &fabric().unwrap(), &climate());
    let south = load.parts.iter().filter(|part| part.surface.as_deref() == Some("south"));
    let panes: Vec<Option<u32>> = south.map(|part| part.window).collect();
    assert_eq!(panes, [Some(0), Some(0)]);
    // 24 m² of glass at 2.7 W/(m² K) and 22.6 K.
    let by_hand = load.checks.heating.as_ref().map(|heating| heating.room_w);
    assert_eq!(by_hand, Some(1464));
    assert!((1100..1900).contains(&load.heating.room_w), "{:?}", load.heating);
}

#[test]
fn a_room_that_needs_no_cooling_has_no_load() {
    let (mut room, mut climate) = (office(), climate());
    room.plant.cooling_set_point_c = 40.0;
    room.people.count = 0.0;
    (room.lights.power_w_m2, room.equipment.power_w_m2) = (0.0, 0.0);
    climate.location.latitude_deg = 90.0;
    climate.days[0].month = 12;
    let load = fine("nothing to cool", &room, &fabric().unwrap(), &climate);
    assert_eq!((load.peak.total_w, load.peak.cause, load.sizing_peak.total_w), (0, None, 0));
    assert!(load.parts.iter().all(|part| part.cause != tonnage::load::space_load::Cause::Start));
}

/// A room of `walls` narrow walls with a window each, and nothing else.
fn tower(walls: u32) -> Space {
    let mut room = office();
    room.furniture = None;
    let wall = |place: u32| {
        let azimuth = f64::from(place) * 360.0 / f64::from(walls);
        let mut wall = surface("wall", Boundary::Outdoors, (azimuth, 90.0), (1.0, 3.0), "wall");
        wall.windows = vec![window(0.5, 1.0, 0.2, 1.0)];
        wall
    };
    room.surfaces = (0..walls).map(wall).collect();
    room
}

#[test]
fn the_most_surfaces_of_a_room_are_answered() {
    fine("a tower with its parts", &tower(20), &fabric().unwrap(), &climate());
    let (space, fabric, weather) = (tower(50), fabric().unwrap(), climate().weather().unwrap());
    let load = soon("a tower of 100 faces", || load(&space, &fabric, &weather)).unwrap();
    assert!(load.peak.total_w > 0 && load.days[0].residual < RESIDUAL);
}

#[test]
fn rooms_drawn_over_all_that_is_allowed_have_finite_loads_that_repeat_themselves() {
    let mut draw = drawn::Draw(2024);
    let mut failures = Vec::new();
    for number in 0..300 {
        let (fabric, climate, room) =
            (drawn::fabric(&mut draw), drawn::climate(&mut draw), drawn::room(&mut draw));
        let what = format!("room {number}");
        match answer(&what, &room, &fabric, &climate) {
            Ok(load) => {
                let flaws = flaws(&room, &load);
                if !flaws.is_empty() {
                    failures.push(format!("{what}: {}", flaws[0]))
                }
            }
            // Air that is dryer than dry.
            Err(error) if error.path() == "coolingDays[0].wetBulbC" => {}
            Err(error) => failures.push(format!("{what}: {error}")),
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}
