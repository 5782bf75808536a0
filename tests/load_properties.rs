//! What holds for the load of every room: what makes it larger, what leaves it alone, what doubles it.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "load/cases.rs"]
mod cases;
#[path = "load/rooms.rs"]
mod rooms;

use cases::Case;
use rooms::{Climate, climate, construction, fabric, office, running, solid, window};
use tonnage::load::construction::Layer;
use tonnage::load::heat_balance::load;
use tonnage::load::shade::{Overhang, SideFin};
use tonnage::load::space::{Boundary, Fabric, Schedule, Space};
use tonnage::load::space_load::{DayLoad, SpaceLoad};
use tonnage::load::weather::Weather;
use tonnage::num;

/// By how much two answers for one day may differ, as a part of the largest hour: each repeats itself within 0.0004 of it.
const SAME: f64 = 0.001;

/// Rooms of the reference, every sixth.
fn references() -> Vec<(Space, Fabric, Weather)> {
    let lines = include_str!("reference/load/cases.jsonl").lines().step_by(6);
    let cases = lines.map(|line| Case::read(&serde_json::from_str(line).unwrap()).unwrap());
    cases.map(|case| (case.space.clone(), case.fabric().unwrap(), case.weather().unwrap())).collect()
}

/// Rooms made here: an office, one that never closes, a shed of sheets with windows all round, a heavy shop.
fn own() -> Vec<Space> {
    let always =
        Space { plant: tonnage::load::space::Plant { on: [true; 24], ..office().plant }, ..office() };
    let mut shed = office();
    shed.furniture = None;
    for (side, azimuth) in shed.surfaces.iter_mut().zip([180.0, 270.0, 0.0, 90.0]) {
        (side.boundary, side.azimuth_deg) = (Boundary::Outdoors, azimuth);
        side.windows = vec![window(side.width_m / 3.0, 1.5, 1.0, 0.9)];
    }
    shed.surfaces.iter_mut().for_each(|side| side.construction = "panel".to_owned());
    shed.surfaces[5].construction = "slab".to_owned();
    let mut shop = office();
    shop.surfaces.iter_mut().for_each(|side| side.construction = "heavy".to_owned());
    shop.surfaces[5].boundary = Boundary::Held { cooling_c: 22.0, heating_c: 12.0 };
    shop.plant.on = running(10, 22);
    vec![office(), always, shed, shop]
}

/// Outdoors warmer and moister than the rooms at every hour.
fn tropics() -> Climate {
    let mut climate = climate();
    let day = &mut climate.days[0];
    (day.dry_bulb_max_c, day.dry_bulb_range_k, day.wet_bulb_c) = (38.0, 6.0, 30.0);
    climate
}

fn of(space: &Space, climate: &Climate) -> SpaceLoad {
    load(space, &fabric().unwrap(), &climate.weather().unwrap()).unwrap()
}

fn changed(space: &Space, change: impl FnOnce(&mut Space)) -> Space {
    let mut space = space.clone();
    change(&mut space);
    space
}

/// The largest difference of an hour's total, as a part of the largest hour.
fn apart(a: &SpaceLoad, b: &SpaceLoad) -> f64 {
    let largest = num::from_whole(a.peak.total_w.max(1));
    let hours = a.days.iter().zip(&b.days).flat_map(|(a, b)| a.total_w.iter().zip(&b.total_w));
    hours.map(|(a, b)| num::from_whole((a - b).abs()) / largest).fold(0.0, f64::max)
}

type Hours = fn(&DayLoad) -> &[i64; 24];

const ALL: [Hours; 3] = [|day| &day.total_w, |day| &day.room_sensible_w, |day| &day.room_latent_w];

/// No hour of `more` is lower than that of `less` in any of `lists` but for what is left of the passes, nor are the peaks.
fn assert_never_lower(what: &str, less: &SpaceLoad, more: &SpaceLoad, lists: &[Hours]) {
    let least = SAME * num::from_whole(more.peak.total_w) + 1.0;
    for (day, more) in less.days.iter().zip(&more.days) {
        for list in lists {
            for (hour, (before, now)) in list(day).iter().zip(list(more)).enumerate() {
                let lower = num::from_whole(before - now);
                assert!(lower <= least, "{what}, hour {hour}: {before} W, then {now} W");
            }
        }
    }
    assert!(num::from_whole(less.peak.total_w - more.peak.total_w) <= least, "{what}");
    assert!(num::from_whole(less.sizing_peak.total_w - more.sizing_peak.total_w) <= least, "{what}");
}

#[test]
fn more_people_never_lower_a_load() {
    let (fabric, weather) = (fabric().unwrap(), climate().weather().unwrap());
    let own = own().into_iter().map(|space| (space, fabric.clone(), weather.clone()));
    for (space, fabric, weather) in own.chain(references()) {
        let before = load(&space, &fabric, &weather).unwrap();
        for factor in [1.001, 1.1, 2.0, 10.0] {
            let crowd = changed(&space, |room| room.people.count = (room.people.count + 0.1) * factor);
            let now = load(&crowd, &fabric, &weather).unwrap();
            assert_never_lower(&format!("{} x {factor}", space.id), &before, &now, &ALL);
        }
    }
}

#[test]
fn more_outdoor_air_or_warmer_air_never_lowers_a_load_where_it_is_warm_and_moist() {
    let tropics = tropics();
    let ratio = |climate: &Climate| climate.days[0].humidity_ratio(101_000.0).unwrap();
    for space in own() {
        let before = of(&space, &tropics);
        for factor in [1.001, 1.1, 3.0, 30.0] {
            let open = changed(&space, |room| room.infiltration.air_changes_per_h *= factor);
            assert_never_lower("infiltration", &before, &of(&open, &tropics), &ALL);
            let fresh = changed(&space, |room| room.outdoor_air.flow_l_s *= factor);
            assert_never_lower("outdoor air", &before, &of(&fresh, &tropics), &ALL);
        }
        for warmer in [0.1, 1.0, 10.0] {
            let mut hot = tropics.clone();
            hot.days[0].dry_bulb_max_c += warmer;
            let (mut low, mut high) = (20.0, 40.0);
            for _ in 0..60 {
                hot.days[0].wet_bulb_c = f64::midpoint(low, high);
                if ratio(&hot) > ratio(&tropics) {
                    high = hot.days[0].wet_bulb_c
                } else {
                    low = hot.days[0].wet_bulb_c
                }
            }
            // Warmer air is thinner, so infiltration of as many volumes brings less vapour; the whole load grows all the same.
            assert_never_lower("dry bulb", &before, &of(&space, &hot), &ALL[..2]);
        }
    }
}

#[test]
fn more_glass_never_lowers_a_load_where_it_is_warm() {
    for space in own() {
        let before = of(&space, &tropics());
        for factor in [1.01, 1.2, 1.55] {
            let glazed = changed(&space, |room| {
                for side in &mut room.surfaces {
                    for place in side.windows.iter_mut().map(|window| &mut window.place) {
                        place.width *= factor;
                        place.left = place.left.min(side.width_m - place.width);
                    }
                }
            });
            assert_never_lower(&format!("glass x {factor}"), &before, &of(&glazed, &tropics()), &ALL);
        }
    }
}

#[test]
fn a_room_that_is_turned_full_circle_is_unchanged() {
    let mut climate = climate();
    for space in own() {
        let turned = changed(&space, |room| {
            room.surfaces.iter_mut().for_each(|side| side.azimuth_deg -= 360.0);
        });
        climate.days[0].wind_direction_deg = 0.0;
        let before = of(&space, &climate);
        climate.days[0].wind_direction_deg = 360.0;
        assert_eq!(before, of(&turned, &climate));
    }
}

/// A climate with the sun highest at clock noon, on a day on which it moves neither north nor south, in air that never changes.
fn symmetric() -> Climate {
    let mut climate = climate();
    let day = &mut climate.days[0];
    (day.month, day.day, day.dry_bulb_range_k) = (6, 21, 0.0);
    noon_at_twelve(&mut climate);
    climate
}

/// Moves `climate` along its parallel until the sun is in the meridian at 12:00.
fn noon_at_twelve(climate: &mut Climate) {
    let number = climate.days[0].day_of_year().unwrap();
    let place = &mut climate.location;
    let middle = 15.0 * place.utc_offset_h;
    let (mut west, mut east) = (middle - 10.0, middle + 10.0);
    for _ in 0..60 {
        place.longitude_deg = f64::midpoint(west, east);
        // Farther east the sun is farther west at noon.
        let afternoon = tonnage::climate::sun::SunPath::new(place, number).at(12.0).east < 0.0;
        if afternoon { east = place.longitude_deg } else { west = place.longitude_deg }
    }
}

/// The sun of an afternoon is that of the morning seen in a mirror, but a room that stores heat knows which came first: only a
/// room without mass has the load of 14 o'clock at 10 in the mirror.
#[test]
fn a_mirrored_room_without_mass_has_the_mirrored_load() {
    let climate = symmetric();
    let mut fabric = fabric().unwrap();
    for name in ["wall", "slab"] {
        let layers = vec![Layer::Resistance { resistance_m2_k_w: 0.8 }];
        fabric.construction(name, construction(layers)).unwrap();
    }
    let always = Schedule::constant(1.0);
    let room = changed(&office(), |room| {
        (room.furniture, room.plant.on) = (None, [true; 24]);
        (room.people.schedule, room.lights.schedule, room.equipment.schedule) = (always, always, always);
        room.surfaces[0].windows[0].place.overhang = Some(Overhang { depth: 0.8, gap: 0.2, side: 0.1 });
        room.surfaces[1].azimuth_deg = 230.0;
        room.surfaces[1].windows[0].place.left_fin = Some(SideFin { depth: 0.5, gap: 0.1 });
    });
    let mirrored = changed(&room, |room| {
        for side in &mut room.surfaces {
            side.azimuth_deg = 360.0 - side.azimuth_deg;
            for place in side.windows.iter_mut().map(|window| &mut window.place) {
                place.left = side.width_m - place.left - place.width;
                std::mem::swap(&mut place.left_fin, &mut place.right_fin);
            }
        }
    });
    let mut other = climate.clone();
    for wind in [180.0, 100.0, 30.0] {
        (other.days[0].wind_direction_deg, other.heating.wind_direction_deg) = (360.0 - wind, 360.0 - wind);
        let mut climate = climate.clone();
        (climate.days[0].wind_direction_deg, climate.heating.wind_direction_deg) = (wind, wind);
        let before = load(&room, &fabric, &climate.weather().unwrap()).unwrap();
        let mut after = load(&mirrored, &fabric, &other.weather().unwrap()).unwrap();
        after.days[0].total_w.reverse();
        assert!(apart(&before, &after) < SAME, "{:?}\n{:?}", before.days[0].total_w, after.days[0].total_w);
        assert_eq!(before.heating, after.heating);
    }
}

/// In the other half of the year the sun goes through the north of the other half of the earth as it goes through the south of this.
#[test]
fn a_room_mirrored_in_the_equator_has_the_same_load() {
    // Equally far from the sun within 0.03 %, and of opposite declination, for which the clocks' distance from noon UT is set.
    let (mut spring, mut autumn) = (climate(), climate());
    (spring.days[0].month, spring.days[0].day) = (4, 2);
    (autumn.days[0].month, autumn.days[0].day) = (10, 5);
    let declination = |climate: &Climate| {
        let pole = tonnage::climate::sun::Location { latitude_deg: 90.0, ..climate.location };
        tonnage::climate::sun::SunPath::new(&pole, climate.days[0].day_of_year().unwrap()).at(12.0).up
    };
    let (mut low, mut high) = (-12.0, 14.0);
    for _ in 0..60 {
        autumn.location.utc_offset_h = f64::midpoint(low, high);
        // The later by UT, the farther south; a clock that is ahead has its noon earlier.
        let offset = autumn.location.utc_offset_h;
        if declination(&autumn) + declination(&spring) > 0.0 { high = offset } else { low = offset }
    }
    assert!((declination(&autumn) + declination(&spring)).abs() < 1e-6);
    noon_at_twelve(&mut spring);
    noon_at_twelve(&mut autumn);
    autumn.location.latitude_deg *= -1.0;
    let south = |azimuth: f64| (540.0 - azimuth) % 360.0;
    autumn.days[0].wind_direction_deg = south(spring.days[0].wind_direction_deg);
    for space in own() {
        let mirrored = changed(&space, |room| {
            for side in &mut room.surfaces {
                side.azimuth_deg = south(side.azimuth_deg);
                for place in side.windows.iter_mut().map(|window| &mut window.place) {
                    place.left = side.width_m - place.left - place.width;
                }
            }
        });
        let difference = apart(&of(&space, &spring), &of(&mirrored, &autumn));
        assert!(difference < SAME, "{difference}");
    }
}

#[test]
fn a_room_of_twice_the_width_has_twice_the_load() {
    for space in own() {
        let twice = changed(&space, |room| {
            (room.floor_area_m2, room.volume_m3) = (room.floor_area_m2 * 2.0, room.volume_m3 * 2.0);
            (room.people.count, room.outdoor_air.flow_l_s) =
                (room.people.count * 2.0, room.outdoor_air.flow_l_s * 2.0);
            room.furniture.iter_mut().for_each(|furniture| furniture.area_m2 *= 2.0);
            for side in &mut room.surfaces {
                side.width_m *= 2.0;
                for place in side.windows.iter_mut().map(|window| &mut window.place) {
                    (place.left, place.width) = (place.left * 2.0, place.width * 2.0);
                }
            }
        });
        let (one, two) = (of(&space, &climate()), of(&twice, &climate()));
        for (one, two) in one.days[0].total_w.iter().zip(&two.days[0].total_w) {
            // Each of the four parts of one is rounded by half a watt.
            assert!((two - 2 * one).abs() <= 6, "{two} W, {one} W");
        }
        assert!((two.heating.room_w - 2 * one.heating.room_w).abs() <= 1);
    }
}

/// What a room was like before is forgotten, also by walls that need weeks for it.
#[test]
fn the_load_of_a_day_does_not_depend_on_the_days_beside_it() {
    let mut heavy = fabric().unwrap();
    let concrete = solid(0.6, 1.74, 2500.0, 920.0);
    heavy.construction("slab", construction(vec![concrete])).unwrap();
    let insulated = vec![Layer::Resistance { resistance_m2_k_w: 3.0 }, concrete];
    heavy.construction("wall", construction(insulated)).unwrap();
    let bunker = changed(&office(), |room| {
        (room.plant.on, room.infiltration.air_changes_per_h) = (running(14, 15), 0.05);
        room.surfaces.iter_mut().for_each(|side| side.windows.clear());
    });
    let empty = changed(&bunker, |room| {
        (room.people.count, room.plant.on) = (0.0, [true; 24]);
        (room.lights.power_w_m2, room.equipment.power_w_m2) = (0.0, 0.0);
    });
    let bunkers = [(bunker, heavy.clone()), (empty, heavy)];
    let rooms = own().into_iter().map(|room| (room, fabric().unwrap())).chain(bunkers);
    let alone = climate();
    let mut failures = Vec::new();
    for (space, fabric) in rooms {
        let first = load(&space, &fabric, &alone.weather().unwrap()).unwrap();
        for dry_bulb in [-20.0, 10.0, 20.0] {
            let mut beside = climate();
            let mut cool = beside.days[0].clone();
            (cool.month, cool.dry_bulb_max_c, cool.wet_bulb_c) = (1, dry_bulb, dry_bulb - 0.5);
            beside.days.insert(0, cool);
            let mut second = load(&space, &fabric, &beside.weather().unwrap()).unwrap();
            second.days.remove(0);
            if apart(&first, &second) > SAME {
                let [one, two] = [&first, &second].map(|load| {
                    let day = &load.days[0];
                    format!("{:?} W with a residual of {}", day.room_sensible_w.iter().max(), day.residual)
                });
                failures.push(format!("alone {one}, after a day of {dry_bulb} °C {two}"));
            }
        }
    }
    assert!(failures.is_empty(), "\n{}\n", failures.join("\n"));
}
