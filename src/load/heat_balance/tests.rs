//! Balances that only the inside of the method can see.

use super::*;
use crate::climate::design_day::{CoolingDay, HeatingDay};
use crate::climate::sun::Location;
use crate::load::construction::{Construction, Finish, Layer, Roughness};
use crate::load::cross_check::{IndexBand, Place};
use crate::load::glazing::Glass;
use crate::load::shade::WindowPlace;
use crate::load::space::{
    Boundary, Equipment, Infiltration, Lights, OutdoorAir, People, Plant, Schedule, Surface, Window,
};
use crate::load::steady_heating::Allowances;

fn fabric() -> Fabric {
    let solid = |thickness_m, conductivity_w_m_k, density_kg_m3, specific_heat_j_kg_k| Layer::Solid {
        thickness_m,
        conductivity_w_m_k,
        density_kg_m3,
        specific_heat_j_kg_k,
    };
    let finish = Finish { solar_absorptance: 0.6, emissivity: 0.9 };
    let mut fabric = Fabric::new();
    for (name, layers) in [
        ("wall", vec![solid(0.05, 0.04, 30.0, 1400.0), solid(0.2, 1.74, 2500.0, 920.0)]),
        ("slab", vec![solid(0.15, 1.74, 2500.0, 920.0)]),
    ] {
        let construction =
            Construction { layers, inside: finish, outside: finish, roughness: Roughness::Rough };
        fabric.construction(name, construction).unwrap();
    }
    fabric.glazing("glass", &Glass { u_value: 2.7, shgc: 0.6 }, None, None).unwrap();
    fabric
}

fn weather() -> Weather {
    let location =
        Location { latitude_deg: 30.6, longitude_deg: 114.1, utc_offset_h: 8.0, elevation_m: 23.0 };
    let day = CoolingDay {
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
    let heating =
        HeatingDay { month: 1, day: 21, dry_bulb_c: -2.6, wind_speed_m_s: 2.0, wind_direction_deg: 0.0 };
    Weather::new(&location, 0.2, &[day], &heating).unwrap()
}

fn space(on: [bool; 24]) -> Space {
    let half = Schedule::constant(0.5);
    let surface =
        |name: &str, boundary, azimuth_deg, tilt_deg, width_m, height_m, construction: &str| Surface {
            name: name.to_owned(),
            boundary,
            azimuth_deg,
            tilt_deg,
            width_m,
            height_m,
            construction: construction.to_owned(),
            windows: Vec::new(),
        };
    let place = WindowPlace {
        width: 6.0,
        height: 2.0,
        sill: 0.5,
        left: 1.0,
        overhang: None,
        left_fin: None,
        right_fin: None,
    };
    let mut front = surface("front", Boundary::Outdoors, 180.0, 90.0, 8.0, 3.0, "wall");
    front.windows = vec![Window { place, glazing: "glass".to_owned() }];
    Space {
        id: "room".to_owned(),
        floor_area_m2: 48.0,
        volume_m3: 144.0,
        surfaces: vec![
            front,
            surface("back", Boundary::Adiabatic, 0.0, 90.0, 8.0, 3.0, "slab"),
            surface("roof", Boundary::Outdoors, 0.0, 0.0, 8.0, 6.0, "wall"),
            surface("floor", Boundary::Adiabatic, 0.0, 180.0, 8.0, 6.0, "slab"),
        ],
        furniture: None,
        people: People {
            count: 8.0,
            sensible_w: 61.0,
            latent_w: 73.0,
            radiant_fraction: 0.3,
            schedule: half,
        },
        lights: Lights { power_w_m2: 9.0, radiant_fraction: 0.4, visible_fraction: 0.2, schedule: half },
        equipment: Equipment {
            power_w_m2: 15.0,
            radiant_fraction: 0.3,
            latent_fraction: 0.0,
            schedule: half,
        },
        infiltration: Infiltration { air_changes_per_h: 0.5, schedule: Schedule::constant(1.0) },
        outdoor_air: OutdoorAir::untreated(60.0),
        plant: Plant {
            cooling_set_point_c: 26.0,
            heating_set_point_c: 20.0,
            relative_humidity: 0.6,
            on,
            pre_cool_hours: 1,
            heating_addition: None,
        },
        checks: Default::default(),
    }
}

fn by_day() -> [bool; 24] {
    let mut on = [false; 24];
    on.iter_mut().skip(8).take(10).for_each(|hour| *hour = true);
    on
}

#[test]
fn the_air_is_in_balance_in_every_hour() {
    for on in [by_day(), [true; 24]] {
        let (space, fabric, weather) = (space(on), fabric(), weather());
        let network = Network::of(&space, &fabric).unwrap();
        let gains = Gains::of(&space);
        let room = Room {
            network: &network,
            space: &space,
            weather: &weather,
            gains: &gains,
            air_capacity: 175_000.0,
        };
        let solved = room.solve(&weather.days[0], &mut None, &mut Desk::of(&network));
        let hours = &solved.hours;
        let largest = hours.plant.iter().fold(0.0_f64, |most, watts| most.max(*watts));
        for hour in 0..24 {
            let given = hours.gains[hour] + hours.faces[hour] + hours.infiltration[hour];
            let miss = given - hours.storage[hour] - hours.plant[hour];
            assert!(miss.abs() < 1e-4 * largest, "hour {hour}: {miss} W of {largest} W");
        }
    }
}

#[test]
fn what_is_stored_by_night_is_given_back_by_day() {
    let (fabric, weather) = (fabric(), weather());
    let load = load_in_parts(&space(by_day()), &fabric, &weather).unwrap();
    let stored = load.parts.iter().find(|part| part.cause == Cause::StoredHeat).unwrap();
    // Most right after the start, and less from hour to hour.
    let hours = stored.sensible_w.get(8..18).unwrap();
    assert!(hours[0] > 500, "{hours:?}");
    assert!(hours.windows(2).all(|pair| pair[0] >= pair[1]), "{hours:?}");
    let always = load_in_parts(&space([true; 24]), &fabric, &weather).unwrap();
    let stored = always.parts.iter().find(|part| part.cause == Cause::StoredHeat).unwrap();
    assert!(stored.sensible_w.iter().all(|watts| watts.abs() <= 3), "{:?}", stored.sensible_w);
}

#[test]
fn the_start_is_named_as_the_cause_of_its_peak() {
    let mut space = space(by_day());
    space.outdoor_air.flow_l_s = 0.0;
    space.people.count = 0.0;
    let load = load_in_parts(&space, &fabric(), &weather()).unwrap();
    assert!(load.peak.total_w >= load.sizing_peak.total_w);
    assert_eq!((load.peak.hour, load.peak.cause), (9, Some(Cause::Start)));
    assert!(load.sizing_peak.cause.is_some_and(|cause| cause != Cause::Start));
}

#[test]
fn heating_by_hand_is_that_of_a_sheet_of_paper_and_stands_beside_the_computed() {
    let mut space = space([true; 24]);
    space.checks.allowances = Some(Allowances {
        inside_film_m2_k_w: 0.11,
        outside_film_m2_k_w: 0.04,
        orientation: [0.1, 0.1, -0.05, -0.1, -0.2, -0.1, -0.05, 0.1],
        wind: 0.05,
        height_per_m: 0.02,
        height_from_m: 2.5,
        height_most: 0.15,
        source: "made up".to_owned(),
    });
    let band = IndexBand { low_w_m2: 90.0, high_w_m2: 300.0, source: "made up".to_owned() };
    space.checks.index_band = Some(band);
    let load = load(&space, &fabric(), &weather()).unwrap();
    let by_hand = load.checks.heating.unwrap();
    // 22.6 K through 12 m² of wall and 48 m² of roof (0.05 / 0.04 + 0.2 / 1.74 and both films), and 12 m² of glass at 2.7.
    let resistance = 0.05 / 0.04 + 0.2 / 1.74 + 0.15;
    let (front, roof) = (22.6 * (12.0 / resistance + 12.0 * 2.7), 22.6 * 48.0 / resistance);
    assert!((num::from_whole(by_hand.conduction_w) - front - roof).abs() < 1.0, "{by_hand:?}");
    assert!((num::from_whole(by_hand.orientation_w) - front * (0.05 - 0.2)).abs() < 1.0, "{by_hand:?}");
    let height = (front * 0.85 + roof) * 0.5 * 0.02;
    assert!((num::from_whole(by_hand.height_w) - height).abs() < 1.0, "{by_hand:?}");
    // Half a volume of 144 m³ an hour at 1.3 kg/m³ and 1.006 kJ/(kg K).
    assert!(
        (num::from_whole(by_hand.infiltration_w) - 0.02 * 1.3 * 1006.0 * 22.6).abs() < 12.0,
        "{by_hand:?}"
    );
    let ratio = num::from_whole(by_hand.room_w) / num::from_whole(load.heating.room_w);
    assert!((0.8..1.2).contains(&ratio), "{by_hand:?} {:?}", load.heating);
    let index = load.checks.index.unwrap();
    assert_eq!((index.method, index.place), ("indexEstimate", Place::Inside));
}
