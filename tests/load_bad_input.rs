//! Rooms that no one can build, places that no one has seen: an error with its place, at once.
#![cfg(not(target_arch = "wasm32"))]

#[path = "load/rooms.rs"]
mod rooms;

use rooms::{Climate, climate, construction, fabric, office, solid, window};
use std::time::{Duration, Instant};
use tonnage::Error;
use tonnage::load::construction::{Construction, Finish, Layer};
use tonnage::load::glazing::{Glass, InnerBlind, OuterScreen};
use tonnage::load::heat_balance::load;
use tonnage::load::shade::{Overhang, SideFin};
use tonnage::load::space::{Boundary, Fabric, Schedule, Space, SupplyState, Treatment};
use tonnage::load::space_load::{NamedFactor, SpaceLoad};
use tonnage::load::weather::{Pressures, Weather};

/// What an answer may take here, where tests are built with little optimisation and run side by side.
const LONGEST: Duration = Duration::from_secs(2);
/// The value of `work`, which must not take long.
#[expect(clippy::disallowed_methods, reason = "the clock measures the library from outside")]
fn soon<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let clock = Instant::now();
    let value = work();
    let taken = clock.elapsed();
    assert!(taken < LONGEST, "{what}: {taken:?}");
    value
}

/// The office with a change, in the usual fabric and climate.
fn changed(what: &str, change: impl FnOnce(&mut Space)) -> Result<SpaceLoad, Error> {
    let mut space = office();
    change(&mut space);
    let (fabric, weather) = (fabric()?, climate().weather()?);
    soon(what, || load(&space, &fabric, &weather))
}

type Change = fn(&mut Space);
type Field = fn(&mut Space, f64);

#[test]
fn a_figure_that_no_room_has_is_refused_at_its_place() {
    let nan = f64::NAN;
    let infinite = f64::INFINITY;
    let values = [-1.0, nan, infinite, -infinite];
    let fields: [(&str, Field); 27] = [
        ("floorAreaM2", |room, value| room.floor_area_m2 = value),
        ("volumeM3", |room, value| room.volume_m3 = value),
        ("surfaces[0].widthM", |room, value| room.surfaces[0].width_m = value),
        ("surfaces[1].heightM", |room, value| room.surfaces[1].height_m = value),
        ("surfaces[1].tiltDeg", |room, value| room.surfaces[1].tilt_deg = value),
        ("surfaces[2].azimuthDeg", |room, value| room.surfaces[2].azimuth_deg = value * 361.0),
        ("surfaces[5].boundary.coolingC", |room, value| {
            room.surfaces[5].boundary = Boundary::Held { cooling_c: value * 100.0, heating_c: 10.0 };
        }),
        ("surfaces[5].boundary.heatingC", |room, value| {
            room.surfaces[5].boundary = Boundary::Held { cooling_c: 20.0, heating_c: value * 100.0 };
        }),
        ("surfaces[0].windows[0].width", |room, value| room.surfaces[0].windows[0].place.width = value),
        ("surfaces[0].windows[0].height", |room, value| room.surfaces[0].windows[0].place.height = value),
        ("surfaces[0].windows[0].left", |room, value| room.surfaces[0].windows[0].place.left = value),
        ("surfaces[0].windows[0].sill", |room, value| room.surfaces[0].windows[0].place.sill = value),
        ("surfaces[0].windows[0].overhang.depth", |room, value| {
            room.surfaces[0].windows[0].place.overhang = Some(Overhang { depth: value, gap: 0.0, side: 0.0 });
        }),
        ("surfaces[0].windows[0].leftFin.gap", |room, value| {
            room.surfaces[0].windows[0].place.left_fin = Some(SideFin { depth: 1.0, gap: value });
        }),
        ("furniture.areaM2", |room, value| room.furniture.as_mut().unwrap().area_m2 = value),
        ("people.count", |room, value| room.people.count = value),
        ("people.sensibleW", |room, value| room.people.sensible_w = value),
        ("people.latentW", |room, value| room.people.latent_w = value),
        ("people.radiantFraction", |room, value| room.people.radiant_fraction = value),
        ("lights.powerWM2", |room, value| room.lights.power_w_m2 = value),
        ("lights.visibleFraction", |room, value| room.lights.visible_fraction = value),
        ("equipment.powerWM2", |room, value| room.equipment.power_w_m2 = value),
        ("equipment.latentFraction", |room, value| room.equipment.latent_fraction = value),
        ("infiltration.airChangesPerH", |room, value| room.infiltration.air_changes_per_h = value),
        ("outdoorAir.flowLS", |room, value| room.outdoor_air.flow_l_s = value),
        ("plant.relativeHumidity", |room, value| room.plant.relative_humidity = value),
        ("plant.coolingSetPointC", |room, value| room.plant.cooling_set_point_c = value),
    ];
    for (path, set) in fields {
        for value in values {
            let error = changed(path, |room| set(room, value)).expect_err(path);
            let code = if value.is_finite() { "out_of_range" } else { "not_finite" };
            assert_eq!((error.path(), error.code()), (path, code), "{path} = {value}");
        }
    }
}

#[test]
fn outdoor_air_that_nothing_can_treat_so_is_refused_at_its_place() {
    let recovered = |sensible_effectiveness, latent_effectiveness| Treatment::Recovered {
        sensible_effectiveness,
        latent_effectiveness,
    };
    let supplied = |dry_bulb_c, relative_humidity, heating_dry_bulb_c| Treatment::Supplied {
        cooling: SupplyState { dry_bulb_c, relative_humidity },
        heating_dry_bulb_c,
    };
    for (path, code, treatment) in [
        ("sensibleEffectiveness", "out_of_range", recovered(-0.01, 0.5)),
        ("sensibleEffectiveness", "not_finite", recovered(f64::NAN, 0.5)),
        ("latentEffectiveness", "out_of_range", recovered(0.5, 1.01)),
        ("cooling.dryBulbC", "out_of_range", supplied(4.9, 0.9, 20.0)),
        ("cooling.dryBulbC", "out_of_range", supplied(40.1, 0.9, 20.0)),
        ("cooling.relativeHumidity", "out_of_range", supplied(20.0, 0.04, 20.0)),
        ("cooling.relativeHumidity", "out_of_range", supplied(20.0, 1.01, 20.0)),
        ("heatingDryBulbC", "out_of_range", supplied(20.0, 0.9, -0.1)),
        ("heatingDryBulbC", "not_finite", supplied(20.0, 0.9, f64::INFINITY)),
    ] {
        let error = changed(path, |room| room.outdoor_air.treatment = treatment).expect_err(path);
        assert_eq!((error.path(), error.code()), (format!("outdoorAir.treatment.{path}").as_str(), code));
    }
    for treatment in [recovered(0.0, 1.0), supplied(5.0, 0.05, 0.0), supplied(40.0, 1.0, 40.0)] {
        assert!(changed("the limits", |room| room.outdoor_air.treatment = treatment).is_ok());
    }
}

#[test]
fn a_pressure_that_no_town_has_is_refused_at_its_place() {
    let climate = climate();
    let weather = |cooling_pa, heating_pa| {
        let pressures = Pressures { cooling_pa, heating_pa };
        Weather::with_pressure(&climate.location, pressures, 0.2, &climate.days, &climate.heating)
    };
    assert_eq!(weather(43_999.0, 101_000.0).unwrap_err().path(), "pressures.coolingPa");
    assert_eq!(weather(101_000.0, 110_001.0).unwrap_err().path(), "pressures.heatingPa");
    assert_eq!(weather(101_000.0, f64::NAN).unwrap_err().code(), "not_finite");
    assert!(weather(44_000.0, 110_000.0).is_ok());
}

#[test]
fn a_room_that_cannot_be_is_refused_at_its_place() {
    let out = "out_of_range";
    let cases: [(&str, &str, Change); 22] = [
        ("volumeM3", out, |room| room.volume_m3 = 0.0),
        ("floorAreaM2", out, |room| room.floor_area_m2 = 0.0),
        ("surfaces[4].widthM", out, |room| room.surfaces[4].width_m = 0.0),
        ("surfaces[0].windows[0].width", out, |room| room.surfaces[0].windows[0].place.width = 9.0),
        ("surfaces[0].windows[0].height", out, |room| room.surfaces[0].windows[0].place.height = 0.0),
        ("surfaces[0].windows[0].left", out, |room| room.surfaces[0].windows[0].place.left = 3.5),
        ("surfaces[0].windows[1].left", out, |room| {
            room.surfaces[0].windows.push(window(1.0, 1.0, 5.5, 1.0));
        }),
        ("surfaces[0].windows", "too_many_items", |room| {
            room.surfaces[0].windows =
                (0..33).map(|place| window(0.1, 1.0, f64::from(place) * 0.2, 1.0)).collect();
        }),
        ("surfaces[4].windows[1].left", "out_of_range", |room| {
            room.surfaces[4].windows = vec![window(8.0, 6.0, 0.0, 0.0), window(1.0, 1.0, 0.0, 0.0)];
        }),
        ("surfaces[2].windows", "window_not_outdoors", |room| {
            room.surfaces[2].windows = vec![window(1.0, 1.0, 0.0, 0.0)];
        }),
        ("surfaces", "too_few_items", |room| room.surfaces.truncate(1)),
        ("surfaces", "too_many_items", |room| {
            room.surfaces = vec![room.surfaces[2].clone(); 10_000];
        }),
        ("surfaces", "too_many_items", |room| {
            room.surfaces[0].windows = vec![window(0.1, 0.1, 0.0, 0.0); 10_000];
        }),
        ("surfaces[3].construction", "unknown_reference", |room| {
            room.surfaces[3].construction = "cheese".to_owned();
        }),
        ("furniture.construction", "unknown_reference", |room| {
            room.furniture.as_mut().unwrap().construction = String::new();
        }),
        ("surfaces[1].windows[0].glazing", "unknown_reference", |room| {
            room.surfaces[1].windows[0].glazing = "ice".to_owned();
        }),
        ("lights", "fractions_exceed_one", |room| {
            (room.lights.radiant_fraction, room.lights.visible_fraction) = (0.6, 0.5);
        }),
        ("equipment", "fractions_exceed_one", |room| {
            (room.equipment.radiant_fraction, room.equipment.latent_fraction) = (0.9, 0.2);
        }),
        ("people.radiantFraction", out, |room| room.people.radiant_fraction = 1.01),
        ("plant.on", "never_on", |room| room.plant.on = [false; 24]),
        ("plant.preCoolHours", out, |room| room.plant.pre_cool_hours = 13),
        ("plant.heatingAddition.value", out, |room| {
            let (name, source) = ("addition".to_owned(), "a test".to_owned());
            room.plant.heating_addition = Some(NamedFactor { name, value: 2.1, source });
        }),
    ];
    for (path, code, change) in cases {
        let error = changed(path, change).expect_err(path);
        assert_eq!((error.path(), error.code()), (path, code));
    }
}

#[test]
fn a_window_that_no_skylight_has_is_refused() {
    let cases: [(&str, f64, f64); 6] = [
        ("not a number", f64::NAN, 1.0),
        ("endless", f64::INFINITY, 1.0),
        ("of no width", 0.0, 1.0),
        ("of no height", 1.0, 0.0),
        ("negative both ways", -1.0, -1.0),
        ("longer than its roof", 40.0, 0.5),
    ];
    for (what, width, height) in cases {
        for tilt in [0.0, 30.0, 89.0] {
            let load = changed(what, |room| {
                room.surfaces[4].tilt_deg = tilt;
                room.surfaces[4].windows = vec![window(width, height, 0.5, 0.5)];
            });
            let error = load.expect_err(what);
            let code = if width.is_finite() { "out_of_range" } else { "not_finite" };
            assert!(error.path().starts_with("surfaces[4].windows[0]"), "{what}: {error}");
            assert_eq!(error.code(), code, "{what}");
        }
    }
}

#[test]
fn layers_and_finishes_that_no_wall_has_are_refused() {
    let brick = || construction(vec![solid(0.24, 0.81, 1800.0, 1050.0)]);
    let path = |error: &Error| error.path().to_owned();
    for value in [0.0, -0.1, f64::NAN, f64::INFINITY] {
        let layers: [(&str, Layer); 5] = [
            ("thicknessM", solid(value, 0.81, 1800.0, 1050.0)),
            ("conductivityWMK", solid(0.24, value, 1800.0, 1050.0)),
            ("densityKgM3", solid(0.24, 0.81, value, 1050.0)),
            ("specificHeatJKgK", solid(0.24, 0.81, 1800.0, value)),
            ("resistanceM2KW", Layer::Resistance { resistance_m2_k_w: value }),
        ];
        for (field, layer) in layers {
            let made = Construction { layers: vec![solid(0.1, 1.0, 1000.0, 1000.0), layer], ..brick() };
            let error = Fabric::new().construction("bad", made).expect_err(field);
            assert_eq!(path(&error), format!("constructions.bad.layers[1].{field}"), "{value}");
        }
    }
    for (value, code) in [(1.3, "out_of_range"), (-0.1, "out_of_range"), (f64::NAN, "not_finite")] {
        let grey = brick().inside;
        let (sunny, radiant) =
            (Finish { solar_absorptance: value, ..grey }, Finish { emissivity: value, ..grey });
        for (field, made) in [
            ("outside.solarAbsorptance", Construction { outside: sunny, ..brick() }),
            ("inside.emissivity", Construction { inside: radiant, ..brick() }),
        ] {
            let error = Fabric::new().construction("bad", made).expect_err(field);
            assert_eq!((path(&error), error.code()), (format!("constructions.bad.{field}"), code));
        }
    }
    let none = Fabric::new().construction("bad", construction(Vec::new())).unwrap_err();
    let many = vec![solid(0.01, 1.0, 1000.0, 1000.0); 41];
    let many = Fabric::new().construction("bad", construction(many)).unwrap_err();
    assert_eq!((none.code(), many.code()), ("too_few_items", "too_many_items"));
    let thick = vec![solid(5.0, 0.05, 2500.0, 1000.0); 30];
    let thick = soon("150 m", || Fabric::new().construction("bad", construction(thick))).unwrap_err();
    assert_eq!((path(&thick), thick.code()), ("constructions.bad.layers".to_owned(), "too_many_items"));
}

#[test]
fn glass_blinds_and_screens_that_do_not_exist_are_refused() {
    let glass = Glass { u_value: 2.7, shgc: 0.6 };
    let blind = InnerBlind { transmittance: 0.5, reflectance: 0.6, convective_fraction: 0.5 };
    let screen = OuterScreen { transmittance: 0.1, openness: 0.2 };
    let mut fabric = Fabric::new();
    let refused = [
        fabric.glazing("g", &Glass { u_value: 0.0, ..glass }, None, None),
        fabric.glazing("g", &Glass { shgc: 1.0, ..glass }, None, None),
        fabric.glazing("g", &glass, Some(&blind), None),
        fabric.glazing("g", &glass, None, Some(&screen)),
    ];
    let paths: Vec<String> =
        refused.into_iter().map(|result| result.unwrap_err().path().to_owned()).collect();
    let expected = ["uValue", "shgc", "innerBlind.reflectance", "outerScreen.openness"];
    assert_eq!(paths, expected.map(|path| format!("glazings.g.{path}")));
}

#[test]
fn a_place_or_a_day_that_no_one_has_seen_is_refused() {
    type Shift = fn(&mut Climate);
    let cases: [(&str, Shift); 12] = [
        ("location.latitudeDeg", |climate| climate.location.latitude_deg = 91.0),
        ("location.elevationM", |climate| climate.location.elevation_m = 9000.0),
        ("location.longitudeDeg", |climate| climate.location.longitude_deg = f64::NAN),
        ("coolingDays[0].wetBulbC", |climate| climate.days[0].wet_bulb_c = 35.3),
        ("coolingDays[0].wetBulbC", |climate| climate.days[0].wet_bulb_c = 1.0),
        ("coolingDays[0].month", |climate| climate.days[0].month = 13),
        ("coolingDays[0].day", |climate| (climate.days[0].month, climate.days[0].day) = (4, 31)),
        ("coolingDays[0].dryBulbRangeK", |climate| climate.days[0].dry_bulb_range_k = -1.0),
        ("coolingDays[0].opticalDepthBeam", |climate| climate.days[0].optical_depth_beam = 0.0),
        ("coolingDays", |climate| climate.days.clear()),
        ("heatingDay.dryBulbC", |climate| climate.heating.dry_bulb_c = -300.0),
        ("heatingDay.windSpeedMS", |climate| climate.heating.wind_speed_m_s = f64::INFINITY),
    ];
    for (path, shift) in cases {
        let mut climate = climate();
        shift(&mut climate);
        assert_eq!(climate.weather().expect_err(path).path(), path);
    }
}

#[test]
fn a_schedule_has_24_fractions() {
    for (values, code, path) in [
        (vec![0.5; 23], "too_few_items", ""),
        (vec![0.5; 25], "too_many_items", ""),
        ([vec![0.5; 23], vec![1.1]].concat(), "out_of_range", "[23]"),
        ([vec![-0.1], vec![0.5; 23]].concat(), "out_of_range", "[0]"),
        ([vec![f64::NAN], vec![0.5; 23]].concat(), "not_finite", "[0]"),
    ] {
        let error = Schedule::new(&values).unwrap_err();
        assert_eq!((error.code(), error.path()), (code, path));
    }
}
