//! What engineers ask of sized rooms: parts that add up, heating by hand, shade and mass that help, starts that do not count,
//! rooms together.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "load/cases.rs"]
mod cases;
#[path = "load/rooms.rs"]
mod rooms;

use cases::Case;
use rooms::{climate, construction, fabric, office, running, surface};
use tonnage::load::block::{block_load, no_simultaneity};
use tonnage::load::construction::{Construction, Finish, Layer};
use tonnage::load::heat_balance::{load, load_in_parts};
use tonnage::load::shade::Overhang;
use tonnage::load::space::{Boundary, Space, Surface};
use tonnage::load::space_load::{Cause, NamedFactor, PartLoad, SpaceLoad};
use tonnage::num;

fn references() -> Vec<(Space, SpaceLoad)> {
    let lines = include_str!("reference/load/cases.jsonl").lines().step_by(5);
    let cases = lines.map(|line| Case::read(&serde_json::from_str(line).unwrap()).unwrap());
    let answer = |case: &Case| load_in_parts(&case.space, &case.fabric().unwrap(), &case.weather().unwrap());
    cases.map(|case| (case.space.clone(), answer(&case).unwrap())).collect()
}

fn of(space: &Space) -> SpaceLoad {
    load_in_parts(space, &fabric().unwrap(), &climate().weather().unwrap()).unwrap()
}

fn changed(space: &Space, change: impl FnOnce(&mut Space)) -> Space {
    let mut space = space.clone();
    change(&mut space);
    space
}

fn parts_of(load: &SpaceLoad, cause: Cause) -> impl Iterator<Item = &PartLoad> {
    load.parts.iter().filter(move |part| part.cause == cause)
}

fn watts(load: &SpaceLoad, cause: Cause) -> f64 {
    parts_of(load, cause).flat_map(|part| part.sensible_w).map(num::from_whole).sum()
}

#[test]
fn the_parts_of_every_hour_are_its_whole_to_the_watt() {
    for load in references().into_iter().map(|(_, load)| load).chain([of(&office())]) {
        let sums: [i64; 48] = std::array::from_fn(|place| {
            let hours = load.parts.iter().map(|part| {
                let list = if place < 24 { &part.sensible_w } else { &part.latent_w };
                list[place % 24]
            });
            hours.sum()
        });
        let day_of = |day: &&tonnage::load::space_load::DayLoad| {
            (0..24).all(|hour| {
                sums[hour] == day.room_sensible_w[hour] + day.outdoor_air_sensible_w[hour]
                    && sums[hour + 24] == day.room_latent_w[hour] + day.outdoor_air_latent_w[hour]
            })
        };
        let day = load.days.iter().find(day_of).expect("the parts are those of one of the days");
        assert_eq!(day.month, load.sizing_peak.month);
    }
}

#[test]
fn the_components_are_the_sizing_peak_to_the_watt_and_each_cause_stands_once() {
    for load in references().into_iter().map(|(_, load)| load).chain([of(&office())]) {
        let (components, peak) = (load.components(), load.sizing_peak);
        let sensible: i64 = components.iter().map(|component| component.sensible_w).sum();
        let latent: i64 = components.iter().map(|component| component.latent_w).sum();
        assert_eq!(sensible, peak.room_sensible_w + peak.outdoor_air_sensible_w, "{}", load.id);
        assert_eq!(latent, peak.room_latent_w + peak.outdoor_air_latent_w, "{}", load.id);
        assert!(components.windows(2).all(|pair| pair[0].cause < pair[1].cause), "{components:?}");
        assert!(components.iter().all(|part| (part.sensible_w, part.latent_w) != (0, 0)), "{components:?}");
    }
    let whole = load(&office(), &fabric().unwrap(), &climate().weather().unwrap()).unwrap();
    assert!(whole.components().is_empty());
}

#[test]
fn what_is_not_there_has_no_part() {
    let room = changed(&office(), |room| {
        (room.people.count, room.lights.power_w_m2, room.equipment.power_w_m2) = (0.0, 0.0, 0.0);
        (room.infiltration.air_changes_per_h, room.outdoor_air.flow_l_s) = (0.0, 0.0);
        room.surfaces.iter_mut().for_each(|side| side.windows.clear());
    });
    let load = of(&room);
    for cause in [Cause::People, Cause::Lights, Cause::Equipment, Cause::Infiltration, Cause::OutdoorAir] {
        for part in parts_of(&load, cause) {
            assert!(part.sensible_w.iter().chain(&part.latent_w).all(|watts| watts.abs() <= 1), "{part:?}");
        }
    }
    assert!(load.parts.iter().all(|part| part.window.is_none()));
    assert!(parts_of(&load, Cause::Sun).all(|part| part.surface.is_some()));
}

#[test]
fn more_people_change_the_people_part() {
    let few = of(&office());
    let many = of(&changed(&office(), |room| room.people.count *= 2.0));
    let own = watts(&many, Cause::People) / watts(&few, Cause::People);
    assert!((own - 2.0).abs() < 0.02, "{own}");
    let whole = watts(&many, Cause::People) - watts(&few, Cause::People);
    for cause in [Cause::Conduction, Cause::Sun, Cause::Lights, Cause::Equipment] {
        let moved = watts(&many, cause) - watts(&few, cause);
        assert!(moved.abs() < 0.03 * whole, "{cause:?}: {moved} of {whole}");
    }
}

/// A box of one construction on all sides, outdoors, whose outer faces do not radiate, so that the hand knows their resistance.
fn shell() -> Space {
    let side = |name: &str, azimuth, tilt, height| {
        surface(name, Boundary::Outdoors, (azimuth, tilt), (6.0, height), "shell")
    };
    let walls = [("south", 180.0), ("west", 270.0), ("north", 0.0), ("east", 90.0)];
    let mut surfaces: Vec<Surface> =
        walls.map(|(name, azimuth)| side(name, azimuth, 90.0, 3.0)).into_iter().collect();
    surfaces.extend([side("roof", 0.0, 0.0, 6.0), side("floor", 0.0, 180.0, 6.0)]);
    Space { floor_area_m2: 36.0, volume_m3: 108.0, surfaces, furniture: None, ..office() }
}

fn heating_of(space: &Space, resistance_m2_k_w: f64) -> i64 {
    let mut fabric = fabric().unwrap();
    let made = construction(vec![Layer::Resistance { resistance_m2_k_w }]);
    let outside = Finish { emissivity: 0.0, ..made.outside };
    fabric.construction("shell", Construction { outside, ..made }).unwrap();
    load(space, &fabric, &climate().weather().unwrap()).unwrap().heating.room_w
}

/// W through a square metre of a face of `resistance` with 22.6 K between the airs: inside `factor` ∛ΔT (NBSIR 83-2655), outside
/// 0.115 m² K/W at 2 m/s.
fn by_hand(resistance: f64, factor: f64) -> f64 {
    let (mut low, mut high) = (0.0, 200.0);
    for _ in 0..60 {
        let flow: f64 = f64::midpoint(low, high);
        let film = num::pow(flow / factor, 0.75);
        if flow * (resistance + 0.115) + film > 22.6 { high = flow } else { low = flow }
    }
    low
}

#[test]
fn heating_is_that_of_the_hand_calculation() {
    for (resistance, air_changes) in [(2.0, 0.0), (5.0, 0.0), (5.0, 0.5), (10.0, 2.0)] {
        let room = changed(&shell(), |room| room.infiltration.air_changes_per_h = air_changes);
        // All faces are nearly as warm as each other, so what they radiate to each other is left out. Walls, ceiling, floor.
        let hands = 72.0 * by_hand(resistance, 1.31)
            + 36.0 * (by_hand(resistance, 1.520) + by_hand(resistance, 0.760));
        let air = air_changes * 108.0 / 3600.0 * 1.30 * 1010.0 * 22.6;
        let found = num::from_whole(heating_of(&room, resistance));
        println!("{found} W, by hand {hands:.1} + {air:.1} W");
        assert!((found / (hands + air) - 1.0).abs() < 0.015, "{found} W, by hand {hands} + {air} W");
    }
}

#[test]
fn heating_is_linear_in_infiltration_and_lower_with_more_insulation() {
    let with = |changes| changed(&shell(), |room| room.infiltration.air_changes_per_h = changes);
    let [none, one, four] = [0.0, 1.0, 4.0].map(|changes| heating_of(&with(changes), 2.0));
    assert!(((four - none) - 4 * (one - none)).abs() <= 4, "{none}, {one}, {four}");
    let insulated = [0.2, 0.5, 1.0, 2.0, 5.0, 20.0].map(|resistance| heating_of(&shell(), resistance));
    assert!(insulated.windows(2).all(|pair| pair[1] < pair[0]), "{insulated:?}");
}

#[test]
fn shade_lowers_the_peak_of_a_sunny_room() {
    let sunny = changed(&office(), |room| room.surfaces[1].windows[0].place.width = 5.0);
    let sunny = changed(&sunny, |room| room.surfaces[1].windows[0].place.left = 0.5);
    let glazed = |name: &str| {
        of(&changed(&sunny, |room| {
            for window in room.surfaces.iter_mut().flat_map(|side| &mut side.windows) {
                window.glazing = name.to_owned();
            }
        }))
    };
    let [bare, blind, screen] =
        ["glass", "blind", "screen"].map(|name| glazed(name).sizing_peak.room_sensible_w);
    println!("bare {bare}, blind {blind}, screen {screen}");
    assert!(screen < blind && blind < bare, "{bare}, {blind}, {screen}");
    let depths = [0.0, 0.3, 0.6, 1.2, 2.4].map(|depth| {
        let shaded = changed(&office(), |room| {
            room.surfaces[1].windows.clear();
            room.surfaces[0].windows[0].place.overhang = Some(Overhang { depth, gap: 0.0, side: 2.0 });
        });
        of(&shaded).sizing_peak.room_sensible_w
    });
    println!("overhangs {depths:?}");
    assert!(depths.windows(2).all(|pair| pair[1] < pair[0]), "{depths:?}");
}

#[test]
fn mass_makes_the_peak_lower_and_later() {
    let hot = |name: &str| {
        let room = changed(&office(), |room| {
            (room.plant.on, room.infiltration.air_changes_per_h, room.furniture) = ([true; 24], 0.0, None);
            (room.people.count, room.lights.power_w_m2, room.equipment.power_w_m2) = (0.0, 0.0, 0.0);
            for side in &mut room.surfaces {
                side.construction = name.to_owned();
                side.windows.clear();
            }
        });
        let peak = of(&room).sensible_peak;
        (peak.room_sensible_w, peak.hour)
    };
    let [sheets, concrete, heavy] = ["panel", "wall", "heavy"].map(hot);
    println!("sheets {sheets:?}, concrete {concrete:?}, heavy {heavy:?}");
    assert!(concrete.0 < sheets.0 && heavy.0 < concrete.0, "{sheets:?}, {concrete:?}, {heavy:?}");
    // The heaviest room has its peak before dawn of the next day.
    let later = |hour: u32| (hour + 24 - sheets.1) % 24;
    assert!((3..12).contains(&later(concrete.1)), "{sheets:?}, {concrete:?}");
    assert!((later(concrete.1)..20).contains(&later(heavy.1)), "{concrete:?}, {heavy:?}");
}

#[test]
fn the_sizing_peak_never_grows_with_the_hours_that_do_not_count() {
    let own = [running(8, 18), running(22, 24), [true; 24]];
    let own = own.map(|on| (changed(&office(), |room| room.plant.on = on), fabric().unwrap(), climate()));
    for (space, fabric, climate) in own {
        let weather = climate.weather().unwrap();
        let peaks: Vec<(i64, i64)> = (0..=12)
            .map(|pre_cool_hours| {
                let room = changed(&space, |room| room.plant.pre_cool_hours = pre_cool_hours);
                let load = load(&room, &fabric, &weather).unwrap();
                (load.peak.total_w, load.sizing_peak.total_w)
            })
            .collect();
        assert_eq!(peaks[0].0, peaks[0].1);
        // Once no hour is left that counts, the largest of all is the sizing peak again.
        let hours = space.plant.on.iter().filter(|on| **on).count();
        let counted = &peaks[..hours.min(13)];
        assert!(counted.windows(2).all(|pair| pair[1].1 <= pair[0].1), "{peaks:?}");
        assert!(peaks[counted.len()..].iter().all(|(peak, sizing)| peak == sizing), "{peaks:?}");
    }
}

#[test]
fn rooms_together_need_at_most_what_they_need_apart() {
    let afternoon = changed(&office(), |room| room.plant.on = running(13, 23));
    let always = changed(&office(), |room| room.plant.on = [true; 24]);
    let rooms = [office(), afternoon, always];
    let loads = rooms.clone().map(|room| of(&room));
    let member = |place: usize| &loads[place];
    let block = block_load(&[member(0), member(1), member(2)], no_simultaneity()).unwrap();
    assert!(block.sizing_peak.total_w <= block.sum_of_peaks_w);
    assert!(block.sizing_peak.total_w <= block.peak.total_w);
    assert!(loads.iter().all(|load| load.sizing_peak.total_w <= block.sizing_peak.total_w));
    let turned = block_load(&[member(2), member(0), member(1)], no_simultaneity()).unwrap();
    assert_eq!((turned.peak, turned.sizing_peak), (block.peak, block.sizing_peak));
    assert_eq!((turned.sum_of_peaks_w, turned.heating_w), (block.sum_of_peaks_w, block.heating_w));
    let (name, source) = ("hotel".to_owned(), "a test".to_owned());
    let factor = NamedFactor { name, value: 0.8, source };
    let hotel = block_load(&[member(0), member(1), member(2)], factor.clone()).unwrap();
    assert_eq!(
        hotel.system_cooling_w,
        num::to_whole(0.8 * num::from_whole(block.sizing_peak.total_w)).unwrap()
    );
    let cooling = (hotel.system_cooling_w, hotel.simultaneity.clone());
    assert_eq!(cooling.1, factor);
    let (system_cooling_w, simultaneity) = (block.system_cooling_w, block.simultaneity.clone());
    assert_eq!(tonnage::load::block::BlockLoad { system_cooling_w, simultaneity, ..hotel }, block);
}

#[test]
fn two_equal_rooms_are_twice_one() {
    for (_, load) in references().iter().take(5) {
        let two = block_load(&[load, load], no_simultaneity()).unwrap();
        assert_eq!(two.peak.total_w, 2 * load.peak.total_w);
        assert_eq!(two.sizing_peak.total_w, 2 * load.sizing_peak.total_w);
        assert_eq!(two.sum_of_peaks_w, 2 * load.sizing_peak.total_w);
        assert_eq!(two.heating_w, 2 * load.heating.sizing_w);
    }
}
