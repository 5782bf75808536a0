//! Design days of the months from annual tables: how well they meet days that others have, where glass peaks, and what is refused.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

#[path = "load/rooms.rs"]
mod rooms;

use rooms::{Climate, climate, fabric, office, surface, window};
use serde_json::Value;
use std::collections::BTreeMap;
use tonnage::climate::design_day::CoolingDay;
use tonnage::climate::monthly::{AnnualClimate, COOLING_FROM_C, cooling_days, optical_depths};
use tonnage::climate::moved_air::{Level, OutdoorState, at_height};
use tonnage::load::heat_balance::load;
use tonnage::load::space::{Boundary, Space};
use tonnage::psychrometrics::{humidity_ratio_of_wet_bulb, saturation_humidity_ratio, standard_pressure};

/// GB 50736-2012, appendix A: annual mean, mean of the coldest month (its outdoor dry bulb for ventilation in winter), design dry and
/// wet bulb, hottest month, pressure in summer in hPa. Chongqing has no hottest month there.
const SITES: [(&str, f64, f64, f64, f64, u32, f64); 24] = [
    ("Harbin", 4.2, -18.4, 30.7, 23.9, 7, 987.7),
    ("Guangzhou", 22.0, 13.6, 34.2, 27.8, 7, 1004.0),
    ("Wuhan", 16.6, 3.7, 35.2, 28.4, 7, 1002.1),
    ("Jinan", 14.7, -0.4, 34.7, 26.8, 7, 997.9),
    ("Urumqi", 7.0, -12.7, 33.5, 18.2, 7, 911.2),
    ("Yinchuan", 9.0, -7.9, 31.2, 22.1, 7, 883.9),
    ("Nanning", 21.8, 12.9, 34.5, 27.9, 7, 995.5),
    ("Chongqing", 17.7, 7.2, 35.5, 26.5, 7, 963.8),
    ("Zhengzhou", 14.3, 0.1, 34.9, 27.4, 7, 992.3),
    ("Shanghai", 16.1, 4.2, 34.4, 27.9, 7, 1005.4),
    ("Beijing", 12.3, -3.6, 33.5, 26.4, 7, 1000.2),
    ("Fuzhou", 19.8, 10.9, 35.9, 28.0, 7, 996.6),
    ("Chengdu", 16.1, 5.6, 31.8, 26.4, 7, 948.0),
    ("Qingdao", 12.7, -0.5, 29.4, 26.0, 8, 1000.4),
    ("Kunming", 14.9, 8.1, 26.2, 20.0, 6, 808.2),
    ("Nanjing", 15.5, 2.4, 34.8, 28.1, 7, 1004.3),
    ("Hangzhou", 16.5, 4.3, 35.6, 27.9, 7, 1000.9),
    ("Lhasa", 8.0, -1.6, 24.1, 13.5, 6, 652.9),
    ("Taiyuan", 10.0, -5.5, 31.5, 23.8, 7, 919.8),
    ("Lanzhou", 9.8, -5.3, 31.2, 20.1, 7, 843.2),
    ("Shenyang", 8.4, -11.0, 31.5, 25.3, 7, 1000.9),
    ("Xi'an", 13.7, -0.1, 35.0, 25.8, 7, 959.8),
    ("Shenzhen", 22.6, 14.9, 33.7, 27.5, 7, 1002.4),
    ("Haikou", 24.1, 17.7, 35.1, 28.1, 7, 1002.8),
];

/// Wuhan, with its turbidity of the grid of pvlib.
fn wuhan() -> AnnualClimate {
    AnnualClimate {
        cooling_dry_bulb_c: 35.2,
        cooling_wet_bulb_c: 28.4,
        daily_range_k: 6.15,
        annual_mean_c: 16.6,
        coldest_month_mean_c: 3.7,
        hottest_month: 7,
        wind_speed_m_s: 2.0,
        wind_direction_deg: 180.0,
        turbidity: [3.25, 3.4, 4.0, 4.15, 4.9, 4.9, 5.15, 5.05, 4.55, 3.95, 3.45, 3.15],
        elevation_m: 23.1,
        pressure_pa: 100_210.0,
    }
}

fn site(name: &str) -> Option<AnnualClimate> {
    let (_, mean, coldest, dry, wet, hottest, pressure_hpa) =
        SITES.into_iter().find(|(known, ..)| *known == name)?;
    Some(AnnualClimate {
        cooling_dry_bulb_c: dry,
        cooling_wet_bulb_c: wet,
        annual_mean_c: mean,
        coldest_month_mean_c: coldest,
        hottest_month: hottest,
        pressure_pa: pressure_hpa * 100.0,
        ..wuhan()
    })
}

fn of_month(days: &[CoolingDay], month: u32) -> &CoolingDay {
    days.iter().find(|day| day.month == month).unwrap()
}

/// Derived minus given dry and wet bulb of every month of every Chinese site of the reference rooms.
fn misses() -> Vec<(f64, f64)> {
    let mut misses = BTreeMap::new();
    for line in include_str!("reference/load/cases.jsonl").lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let name = case["site"]["name"].as_str().unwrap();
        let Some(climate) = site(name) else { continue };
        let derived = cooling_days(&climate).unwrap();
        for given in case["cooling_days"].as_array().unwrap() {
            let month = u32::try_from(given["month"].as_u64().unwrap()).unwrap();
            let day = of_month(&derived, month);
            let dry = day.dry_bulb_max_c - given["dry_bulb_max"].as_f64().unwrap();
            let wet = day.wet_bulb_c - given["wet_bulb"].as_f64().unwrap();
            misses.insert((name.to_owned(), month), (dry, wet));
        }
    }
    misses.into_values().collect()
}

fn root_mean_square(misses: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = misses.clone().map(|_| 1.0).sum::<f64>();
    (misses.map(|miss| miss * miss).sum::<f64>() / count).sqrt()
}

#[test]
fn the_months_of_chinese_sites_are_met_within_what_is_stated() {
    let misses = misses();
    let dry = root_mean_square(misses.iter().map(|(dry, _)| *dry));
    let wet = root_mean_square(misses.iter().map(|(_, wet)| *wet));
    println!("{} months: dry bulb {dry:.2} K, wet bulb {wet:.2} K", misses.len());
    assert_eq!(misses.len(), 62);
    assert!(dry < 0.705 && wet < 1.07, "dry bulb {dry} K, wet bulb {wet} K");
    let mean = misses.iter().map(|(_, wet)| wet).sum::<f64>() / 62.0;
    assert!((0.0..0.45).contains(&mean), "too dry on average: {mean} K");
}

#[test]
fn the_months_of_a_measured_year_are_met_within_what_is_stated() {
    // Chicago O'Hare, TMY3: dry bulb exceeded for 50 hours of the year and for 3 % of each month (`tests/weather_files`).
    let months = [7.8, 10.6, 15.0, 28.3, 27.8, 30.6, 32.8, 29.4, 27.8, 21.1, 17.8, 5.6];
    let chicago = AnnualClimate {
        cooling_dry_bulb_c: 31.7,
        cooling_wet_bulb_c: 23.0,
        annual_mean_c: 9.99,
        coldest_month_mean_c: -4.65,
        ..wuhan()
    };
    let days = cooling_days(&chicago).unwrap();
    let misses: Vec<f64> = (1..)
        .zip(months)
        .filter_map(|(month, given)| {
            let day = days.iter().find(|day| day.month == month)?;
            Some(day.dry_bulb_max_c - given)
        })
        .collect();
    println!("{misses:.1?}");
    assert_eq!(misses.len(), 7);
    // The months that are left out are the ones in which the measured year is cool as well.
    for (month, given) in (1..).zip(months) {
        assert!(
            days.iter().any(|day| day.month == month) || given < COOLING_FROM_C,
            "month {month}: {given}"
        );
    }
    assert!(root_mean_square(misses.iter().copied()) < 2.3, "{misses:?}");
}

#[test]
fn the_hottest_month_has_the_annual_day_and_no_other_is_hotter() {
    for (name, _, _, dry, wet, hottest, _) in SITES {
        let days = cooling_days(&site(name).unwrap()).unwrap();
        let own = of_month(&days, hottest);
        assert_eq!((own.dry_bulb_max_c, own.wet_bulb_c, own.day), (dry, wet, 21), "{name}");
        assert!(days.iter().all(|day| day.dry_bulb_max_c <= dry && day.wet_bulb_c <= wet), "{name}");
        assert!(days.iter().all(|day| day.dry_bulb_max_c >= COOLING_FROM_C), "{name}");
        assert!(days.windows(2).all(|pair| pair[0].month < pair[1].month), "{name}");
        days.iter().for_each(|day| day.check().unwrap());
    }
}

#[test]
fn a_place_without_a_summer_keeps_its_hottest_month() {
    let cold = AnnualClimate {
        cooling_dry_bulb_c: 12.0,
        cooling_wet_bulb_c: 8.0,
        annual_mean_c: -6.0,
        coldest_month_mean_c: -20.0,
        ..wuhan()
    };
    let months: Vec<u32> = cooling_days(&cold).unwrap().iter().map(|day| day.month).collect();
    assert_eq!(months, [7]);
    let tropics = AnnualClimate { annual_mean_c: 27.0, coldest_month_mean_c: 26.0, ..wuhan() };
    assert_eq!(cooling_days(&tropics).unwrap().len(), 12);
    let south = AnnualClimate { hottest_month: 1, ..wuhan() };
    let months: Vec<u32> = cooling_days(&south).unwrap().iter().map(|day| day.month).collect();
    assert_eq!(months, [1, 2, 3, 4, 5, 9, 10, 11, 12]);
}

/// A room with one outside wall, which is glass over its whole area.
fn behind_glass(azimuth: f64) -> Space {
    let mut room = office();
    room.surfaces.retain(|surface| surface.boundary == Boundary::Adiabatic);
    room.surfaces.push(surface("ceiling", Boundary::Adiabatic, (0.0, 0.0), (8.0, 6.0), "slab"));
    let mut front = surface("front", Boundary::Outdoors, (azimuth, 90.0), (8.0, 3.0), "wall");
    front.windows = vec![window(8.0, 3.0, 0.0, 0.0)];
    room.surfaces.push(front);
    room
}

#[test]
fn a_room_behind_south_glass_peaks_in_autumn_and_one_behind_west_glass_in_summer() {
    let wuhan = Climate { days: cooling_days(&wuhan()).unwrap(), ..climate() };
    let weather = wuhan.weather().unwrap();
    let of = |azimuth| load(&behind_glass(azimuth), &fabric().unwrap(), &weather).unwrap();
    let (south, west) = (of(180.0), of(270.0));
    let july = load(&behind_glass(180.0), &fabric().unwrap(), &weather.only(7, 21).unwrap()).unwrap();
    println!("south {:?}, in July {:?}; west {:?}", south.sizing_peak, july.sizing_peak, west.sizing_peak);
    assert!([9, 10].contains(&south.sizing_peak.month), "{:?}", south.sizing_peak);
    assert!([7, 8].contains(&west.sizing_peak.month), "{:?}", west.sizing_peak);
    assert!(south.sizing_peak.total_w * 20 > july.sizing_peak.total_w * 23, "{:?}", july.sizing_peak);
}

#[test]
fn hazier_air_has_a_weaker_beam_and_a_brighter_sky_and_no_air_is_beyond_the_days_limits() {
    for elevation in [-430.0, 0.0, 1500.0, 3650.0, 6400.0] {
        let depths: Vec<(f64, f64)> =
            (0..=90).map(|tenth| optical_depths(1.0 + f64::from(tenth) / 10.0, elevation)).collect();
        let falls = |pair: &[(f64, f64)]| pair[1].0 >= pair[0].0 && pair[1].1 <= pair[0].1;
        assert!(depths.windows(2).all(falls), "{elevation}: {depths:?}");
        for (optical_depth_beam, optical_depth_diffuse) in depths {
            let day = &cooling_days(&wuhan()).unwrap()[0];
            CoolingDay { optical_depth_beam, optical_depth_diffuse, ..day.clone() }.check().unwrap();
        }
    }
}

type Change = fn(&mut AnnualClimate, f64);

#[test]
fn a_figure_that_no_place_has_is_refused_at_its_place() {
    let cases: [(&str, f64, Change); 11] = [
        ("coolingDryBulbC", 61.0, |climate, value| climate.cooling_dry_bulb_c = value),
        ("coolingWetBulbC", 35.3, |climate, value| climate.cooling_wet_bulb_c = value),
        ("coolingWetBulbC", 5.0, |climate, value| climate.cooling_wet_bulb_c = value),
        ("dailyRangeK", -0.1, |climate, value| climate.daily_range_k = value),
        ("annualMeanC", 60.1, |climate, value| climate.annual_mean_c = value),
        ("coldestMonthMeanC", 16.7, |climate, value| climate.coldest_month_mean_c = value),
        ("windSpeedMS", -1.0, |climate, value| climate.wind_speed_m_s = value),
        ("windDirectionDeg", 361.0, |climate, value| climate.wind_direction_deg = value),
        ("turbidity[3]", 0.9, |climate, value| climate.turbidity[3] = value),
        ("elevationM", 6401.0, |climate, value| climate.elevation_m = value),
        ("pressurePa", 43_999.0, |climate, value| climate.pressure_pa = value),
    ];
    for (path, value, set) in cases {
        for (value, code) in [(value, "out_of_range"), (f64::NAN, "not_finite")] {
            let mut climate = wuhan();
            set(&mut climate, value);
            let error = cooling_days(&climate).expect_err(path);
            assert_eq!((error.path(), error.code()), (path, code), "{value}");
        }
    }
    let winter = AnnualClimate { hottest_month: 13, ..wuhan() };
    assert_eq!(cooling_days(&winter).unwrap_err().path(), "hottestMonth");
}

#[test]
fn air_that_is_moved_keeps_its_vapour_until_it_is_saturated() {
    let wuhan = OutdoorState { dry_bulb_c: 35.2, wet_bulb_c: 28.4 };
    let level = |elevation_m| Level { elevation_m, pressure_pa: standard_pressure(elevation_m) };
    let ratio = |air: OutdoorState, at: Level| {
        humidity_ratio_of_wet_bulb(air.dry_bulb_c, air.wet_bulb_c, at.pressure_pa).unwrap()
    };
    let below = level(23.0);
    for height in [-100.0, 23.0, 500.0, 1200.0] {
        let above = level(height);
        let moved = wuhan.moved(below, above).unwrap();
        assert!((moved.dry_bulb_c - at_height(35.2, 23.0, height)).abs() < 1e-12);
        assert!((ratio(moved, above) - ratio(wuhan, below)).abs() < 1e-9, "{height}: {moved:?}");
        let back = moved.moved(above, below).unwrap();
        assert!((back.wet_bulb_c - 28.4).abs() < 1e-6, "{height}: {back:?}");
    }
    // Nearly saturated air is so on the mountain.
    let moist = OutdoorState { dry_bulb_c: 28.0, wet_bulb_c: 27.9 };
    let above = level(2500.0);
    let moved = moist.moved(below, above).unwrap();
    assert!((moved.wet_bulb_c - moved.dry_bulb_c).abs() < 1e-6, "{moved:?}");
    assert!(
        ratio(moved, above) <= saturation_humidity_ratio(moved.dry_bulb_c, above.pressure_pa).unwrap() + 1e-9
    );
    let warmer = wuhan.with_dry_bulb(36.3, below.pressure_pa).unwrap();
    assert!((ratio(warmer, below) - ratio(wuhan, below)).abs() < 1e-9);
    assert!(warmer.wet_bulb_c > 28.4 && warmer.wet_bulb_c < 28.8, "{warmer:?}");
}

#[test]
fn air_dryer_than_dry_or_wetter_than_wet_is_refused_at_its_wet_bulb() {
    for wet_bulb_c in [5.0, 36.0, f64::NAN] {
        let air = OutdoorState { dry_bulb_c: 35.0, wet_bulb_c };
        assert_eq!(air.with_dry_bulb(36.0, 101_325.0).unwrap_err().path(), "wetBulbC", "{wet_bulb_c}");
    }
}
