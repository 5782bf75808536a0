//! Outdoor air that others treat before the room's unit has it, and measured pressures.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "load/rooms.rs"]
mod rooms;

use rooms::{Climate, climate, fabric, office};
use tonnage::load::heat_balance::{load, load_in_parts};
use tonnage::load::space::{OutdoorAir, Space, SupplyState, Treatment};
use tonnage::load::space_load::SpaceLoad;
use tonnage::load::weather::{Pressures, Weather};
use tonnage::psychrometrics::{enthalpy, humidity_ratio};

fn of(treatment: Treatment) -> SpaceLoad {
    loaded(treatment, &climate())
}

fn loaded(treatment: Treatment, climate: &Climate) -> SpaceLoad {
    let mut room = office();
    room.outdoor_air.treatment = treatment;
    load(&room, &fabric().unwrap(), &climate.weather().unwrap()).unwrap()
}

fn recovered(sensible_effectiveness: f64, latent_effectiveness: f64) -> Treatment {
    Treatment::Recovered { sensible_effectiveness, latent_effectiveness }
}

fn supplied(dry_bulb_c: f64, relative_humidity: f64, heating_dry_bulb_c: f64) -> Treatment {
    Treatment::Supplied { cooling: SupplyState { dry_bulb_c, relative_humidity }, heating_dry_bulb_c }
}

/// Outdoor air of the sizing peak, sensible and latent.
fn outdoor_air(load: &SpaceLoad) -> (i64, i64) {
    (load.sizing_peak.outdoor_air_sensible_w, load.sizing_peak.outdoor_air_latent_w)
}

/// Whether two loads are one but for rounding.
fn near(a: i64, b: i64, watts: i64) -> bool {
    (a - b).abs() <= watts
}

#[test]
fn a_ventilator_leaves_the_part_that_it_does_not_recover() {
    let plain = of(Treatment::Untreated);
    assert_eq!(of(recovered(0.0, 0.0)), plain);
    let (sensible, latent) = outdoor_air(&plain);
    let (left_sensible, left_latent) = outdoor_air(&of(recovered(0.7, 0.6)));
    // The vapour that goes along with the sensible heat is less as well, by some thousandths.
    assert!(near(left_sensible * 10, sensible * 3, sensible / 10), "{left_sensible} of {sensible}");
    assert!(near(left_latent * 10, latent * 4, 10), "{left_latent} of {latent}");
    let whole = of(recovered(1.0, 1.0));
    assert_eq!((outdoor_air(&whole), whole.heating.outdoor_air_w), ((0, 0), 0));
    assert!(plain.fresh_air_unit.is_none() && whole.fresh_air_unit.is_none());
    let heating = [plain, of(recovered(0.7, 0.6))].map(|load| load.heating.outdoor_air_w);
    assert!(near(heating[1] * 10, heating[0] * 3, 10), "{heating:?}");
}

#[test]
fn what_the_fresh_air_unit_takes_and_what_it_leaves_are_the_whole() {
    let plain = of(Treatment::Untreated);
    for treatment in [supplied(26.0, 0.6, 20.0), supplied(15.0, 0.95, 12.0), supplied(20.0, 0.9, 26.0)] {
        let load = of(treatment);
        let unit = load.fresh_air_unit.unwrap();
        assert_eq!(unit.cooling_w, unit.sensible_w + unit.latent_w);
        let at = |load: &SpaceLoad| {
            let hour = usize::try_from(unit.hour).unwrap() - 1;
            load.days[0].outdoor_air_sensible_w[hour] + load.days[0].outdoor_air_latent_w[hour]
        };
        assert!(near(unit.cooling_w + at(&load), at(&plain), 3), "{unit:?}: {} of {}", at(&load), at(&plain));
        let heating = unit.heating_w + load.heating.outdoor_air_w;
        assert!(near(heating, plain.heating.outdoor_air_w, 1), "{unit:?} {:?}", load.heating);
        assert_eq!(load.days[0].room_sensible_w, plain.days[0].room_sensible_w);
    }
}

#[test]
fn a_fresh_air_unit_that_supplies_the_state_of_the_room_leaves_nothing() {
    let load = of(supplied(26.0, 0.6, 20.0));
    assert_eq!((outdoor_air(&load), load.heating.outdoor_air_w), ((0, 0), 0));
    assert_eq!(load.sizing_peak.total_w, load.sizing_peak.room_sensible_w + load.sizing_peak.room_latent_w);
}

#[test]
fn air_that_is_supplied_cool_and_dry_takes_from_the_rooms_load() {
    let (cool, plain) = (of(supplied(15.0, 0.9, 20.0)), of(Treatment::Untreated));
    let (sensible, latent) = outdoor_air(&cool);
    // 0.0600 kg/s, 11 K; 12.66 and 9.57 g/kg at 26 °C 60 % and 15 °C 90 %.
    assert!(near(sensible, -678, 5) && near(latent, -466, 5), "{sensible} {latent}");
    assert!(cool.sizing_peak.total_w < plain.sizing_peak.total_w);
}

#[test]
fn a_fresh_air_unit_passes_on_air_that_is_cooler_and_dryer_than_it_supplies() {
    let mut mild = climate();
    (mild.days[0].dry_bulb_max_c, mild.days[0].wet_bulb_c) = (17.0, 9.0);
    let (plain, load) = (loaded(Treatment::Untreated, &mild), loaded(supplied(20.0, 0.9, 20.0), &mild));
    let unit = load.fresh_air_unit.unwrap();
    assert_eq!((unit.cooling_w, unit.sensible_w, unit.latent_w), (0, 0, 0));
    assert_eq!(load.days, plain.days);
}

#[test]
fn air_that_is_supplied_warmer_than_the_room_heats_it_and_never_below_nothing() {
    let warm = of(supplied(20.0, 0.9, 30.0));
    let heating = &warm.heating;
    assert!(heating.outdoor_air_w < -500, "{heating:?}");
    assert_eq!(heating.sizing_w, heating.room_w + heating.outdoor_air_w);
    let mut room = office();
    room.outdoor_air = OutdoorAir { flow_l_s: 5000.0, treatment: supplied(20.0, 0.9, 30.0) };
    let flooded = load(&room, &fabric().unwrap(), &climate().weather().unwrap()).unwrap();
    assert_eq!(flooded.heating.sizing_w, 0);
}

#[test]
fn the_air_that_enters_the_rooms_unit_carries_its_part_of_the_load() {
    for treatment in [Treatment::Untreated, recovered(0.65, 0.55), supplied(18.0, 0.9, 20.0)] {
        let load = of(treatment);
        let air = load.entering.unwrap();
        let held = humidity_ratio(26.0, 0.6, tonnage::psychrometrics::standard_pressure(23.0)).unwrap();
        let watts =
            air.mass_flow_kg_s * (enthalpy(air.dry_bulb_c, air.humidity_ratio) - enthalpy(26.0, held));
        let (sensible, latent) = outdoor_air(&load);
        let carried = tonnage::num::from_whole(sensible + latent);
        // Half a step of the humidity ratio is a watt in ten.
        assert!((watts - carried).abs() < 2.0, "{air:?}: {watts} W, {carried} W");
    }
    let mut closed = office();
    closed.outdoor_air = OutdoorAir { flow_l_s: 0.0, treatment: supplied(18.0, 0.9, 20.0) };
    let closed = load(&closed, &fabric().unwrap(), &climate().weather().unwrap()).unwrap();
    assert!(closed.entering.is_none() && closed.fresh_air_unit.is_none());
}

#[test]
fn supply_at_the_outdoor_state_is_no_treatment_at_its_hour() {
    let state = of(Treatment::Untreated).entering.unwrap();
    assert!(state.dry_bulb_c > 33.0 && state.dry_bulb_c <= 35.2, "{state:?}");
    let passed = of(supplied(40.0, 1.0, 0.0)).entering.unwrap();
    assert_eq!(passed, state);
}

fn at(pressures: Pressures) -> Weather {
    let Climate { location, days, heating } = climate();
    Weather::with_pressure(&location, pressures, 0.2, &days, &heating).unwrap()
}

#[test]
fn each_season_has_its_own_pressure() {
    let room: Space = office();
    let load_at = |cooling_pa, heating_pa| {
        load(&room, &fabric().unwrap(), &at(Pressures { cooling_pa, heating_pa })).unwrap()
    };
    let standard = tonnage::psychrometrics::standard_pressure(23.0);
    let usual = load(&room, &fabric().unwrap(), &climate().weather().unwrap()).unwrap();
    assert_eq!(load_at(standard, standard), usual);
    let winter = load_at(standard, 80_000.0);
    assert_eq!(winter.days, usual.days);
    let share = |load: &SpaceLoad| tonnage::num::from_whole(load.heating.outdoor_air_w);
    assert!((share(&winter) / share(&usual) - 80_000.0 / standard).abs() < 0.005, "{:?}", winter.heating);
    assert!(winter.heating.infiltration_w < usual.heating.infiltration_w);
    let summer = load_at(80_000.0, standard);
    assert_eq!(summer.heating, usual.heating);
    assert!(summer.sizing_peak.outdoor_air_sensible_w < usual.sizing_peak.outdoor_air_sensible_w);
}

#[test]
fn one_day_of_a_place_is_answered_as_if_it_were_the_only_one() {
    let mut year = climate();
    let mut autumn = year.days[0].clone();
    (autumn.month, autumn.dry_bulb_max_c, autumn.wet_bulb_c) = (10, 28.5, 22.0);
    year.days.push(autumn);
    let (fabric, weather) = (fabric().unwrap(), year.weather().unwrap());
    assert!(weather.only(10, 20).is_none() && weather.only(9, 21).is_none());
    let october = load_in_parts(&office(), &fabric, &weather.only(10, 21).unwrap()).unwrap();
    year.days.remove(0);
    let alone = load_in_parts(&office(), &fabric, &year.weather().unwrap()).unwrap();
    assert_eq!(october, alone);
}
