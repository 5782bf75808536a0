//! Sun and clear sky against values that nobody here computed: the solar position algorithm of NREL, NOAA's formulas and the
//! clear-sky model's published figures.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "reference/json.rs"]
mod json;

use json::{list, number, whole};
use serde_json::Value;
use tonnage::climate::design_day::day_of_year;
use tonnage::climate::sky::{ClearSky, Face, Irradiation, PerezSky, Shading};
use tonnage::climate::sun::{Location, SunPath};
use tonnage::num;

const SOLAR_POSITION: &str = include_str!("reference/solar_position_reference.json");
const CLEAR_SKY: &str = include_str!("reference/clear_sky_reference.json");

/// Degrees between two bearings.
fn turn(one: f64, other: f64) -> f64 {
    ((one - other + 180.0).rem_euclid(360.0) - 180.0).abs()
}

fn location(latitude_deg: f64, longitude_deg: f64, utc_offset_h: f64) -> Location {
    Location { latitude_deg, longitude_deg, utc_offset_h, elevation_m: 0.0 }
}

/// Hours of a text such as `07:21:55`.
fn hours(clock: &str) -> f64 {
    clock
        .split(':')
        .fold((0.0, 1.0), |(sum, unit), part| (sum + part.parse::<f64>().unwrap() * unit, unit / 60.0))
        .0
}

/// The instant between two at which a rising quantity passes zero.
fn crossing(mut low: f64, mut high: f64, rising: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..50 {
        let middle = f64::midpoint(low, high);
        if rising(middle) > 0.0 {
            high = middle;
        } else {
            low = middle;
        }
    }
    low
}

#[test]
fn the_sun_stands_where_the_solar_position_algorithm_puts_it() {
    let reference: Value = serde_json::from_str(SOLAR_POSITION).unwrap();
    let example = &reference["spa_example"];
    let golden = location(number(example, "lat"), number(example, "lon"), number(example, "tz"));
    let hour = hours("12:30:30");
    let next = &reference["spa_next_day"];
    for (row, day, azimuth) in [(example, 17, "azimuth_from_north"), (next, 18, "azimuth")] {
        let sun = SunPath::in_year(&golden, 2003, day_of_year(10, day).unwrap()).at(hour);
        assert!((sun.altitude_deg() - number(row, "elevation_no_refraction")).abs() < 0.01);
        assert!(turn(sun.azimuth_deg(), number(row, azimuth)) < 0.01);
    }
}

#[test]
fn the_sun_stands_where_noaa_puts_it_whatever_the_year() {
    // Rounded to 0.01 degrees, altitudes with refraction; of a year that the reference does not name.
    let reference: Value = serde_json::from_str(SOLAR_POSITION).unwrap();
    for row in reference["noaa_checks"].as_array().unwrap() {
        let place = location(number(row, "lat"), number(row, "lon"), number(row, "tz"));
        let day = day_of_year(whole(row, "month"), whole(row, "day")).unwrap();
        let sun = SunPath::new(&place, day).at(number(row, "hour"));
        let altitude = (sun.altitude_deg() - number(row, "altitude")).abs();
        let azimuth = turn(sun.azimuth_deg(), number(row, "azimuth"));
        assert!(altitude < 0.1 && azimuth < 0.1, "{row}: {altitude} {azimuth}");
    }
}

#[test]
fn the_sun_rises_culminates_and_sets_within_two_seconds_of_the_reference() {
    let reference: Value = serde_json::from_str(SOLAR_POSITION).unwrap();
    let golden = location(39.742_476, -105.178_6, -7.0);
    let horizon = num::sin((-0.8333_f64).to_radians());
    for row in reference["rise_set_golden_co"].as_array().unwrap() {
        let date = row["date"].as_str().unwrap();
        let parts: Vec<u32> = date.split('-').map(|part| part.parse().unwrap()).collect();
        let (month, day) = (parts[1], parts[2]);
        let path = SunPath::in_year(&golden, 2015, day_of_year(month, day).unwrap());
        let found = [
            ("sunrise", crossing(3.0, 10.0, |hour| path.at(hour).up - horizon)),
            ("transit", crossing(10.0, 14.0, |hour| -path.at(hour).east)),
            ("sunset", crossing(14.0, 22.0, |hour| horizon - path.at(hour).up)),
        ];
        for (event, hour) in found {
            let seconds = (hour - hours(row[event].as_str().unwrap())) * 3600.0;
            // This sunset contradicts the sunrise and transit beside it: as the sun goes south by 0.26 degrees a day, they put
            // it half a minute before the sunrise's mirror image, at 19:12:55; the reference is a minute later.
            let expected = if (date, event) == ("2015-08-02", "sunset") { -62.6 } else { 0.0 };
            assert!((seconds - expected).abs() < 2.0, "{date} {event}: {seconds} s");
        }
    }
}

#[test]
fn polar_night_polar_day_and_the_poles_have_a_sun_too() {
    let longyearbyen = location(78.2, 15.6, 1.0);
    let pole = location(90.0, 0.0, 0.0);
    for hour in 0..=24 {
        let hour = f64::from(hour);
        assert!(SunPath::new(&longyearbyen, 172).at(hour).up > 0.0);
        let night = SunPath::new(&longyearbyen, 355).at(hour);
        assert!(night.up < 0.0);
        let irradiation = ClearSky::new(355, 0.3, 2.5).at(night.up);
        assert_eq!(irradiation, Irradiation { beam_normal: 0.0, diffuse_horizontal: 0.0 });
        let midsummer = SunPath::new(&pole, 172).at(hour);
        assert!((midsummer.altitude_deg() - 23.44).abs() < 0.01);
        assert!((0.0..360.0).contains(&midsummer.azimuth_deg()));
    }
}

#[test]
fn the_clear_sky_has_the_published_irradiation() {
    let reference: Value = serde_json::from_str(CLEAR_SKY).unwrap();
    let mut checked = 0;
    for row in reference["cases"].as_array().unwrap() {
        // The coefficients of 2009 are not used here.
        if row["model"] == "2013" {
            let sky = ClearSky::new(whole(row, "day"), number(row, "taub"), number(row, "taud"));
            let found = sky.at(num::sin(number(row, "altitude").to_radians()));
            assert!((found.beam_normal - number(row, "Eb")).abs() < 1e-3, "{row}: {found:?}");
            assert!((found.diffuse_horizontal - number(row, "Ed")).abs() < 1e-3, "{row}: {found:?}");
            checked += 1;
        }
    }
    assert_eq!(checked, 5);
    // Without depth the beam is that of space; the printed table is rounded to watts.
    for (month, expected) in (1..).zip(list(&reference["E0_21st_of_month"])) {
        let space = ClearSky::new(day_of_year(month, 21).unwrap(), 0.0, 2.0).at(1.0).beam_normal;
        assert!((space - expected).abs() < 1.0, "{month}: {space}");
    }
}

#[test]
fn nothing_jumps_or_breaks_where_the_sun_meets_the_horizon() {
    let place = location(39.9, 116.4, 8.0);
    let (path, sky) = (SunPath::new(&place, 202), ClearSky::new(202, 0.5, 2.0));
    let faces = [0.0, 45.0, 90.0, 135.0, 180.0].map(|tilt| Face::new(65.0, tilt));
    for step in 0..86_400 {
        let sun = path.at(f64::from(step) / 3600.0);
        let light = PerezSky::new(sky.at(sun.up), sun);
        for face in &faces {
            let on = light.on(face, 0.2, Shading::NONE);
            for part in [on.beam, on.sky_diffuse, on.ground_diffuse] {
                assert!(part.is_finite() && part >= 0.0, "{step}: {on:?}");
            }
            if sun.up <= 0.0 {
                assert!(on.beam + on.sky_diffuse + on.ground_diffuse <= 0.0);
            }
        }
    }
    // Beam without sky: no division by the missing light.
    let sun = path.at(12.0);
    let beam_only = PerezSky::new(Irradiation { beam_normal: 800.0, diffuse_horizontal: 0.0 }, sun);
    let roof = beam_only.on(&Face::new(0.0, 0.0), 0.2, Shading::NONE);
    assert!((roof.beam - 800.0 * sun.up).abs() < 1e-9 && roof.sky_diffuse.abs() < 1e-12);
}

#[test]
fn shade_takes_its_part_of_beam_dome_and_horizon_and_none_of_the_ground() {
    let sun = SunPath::new(&location(30.6, 114.1, 8.0), 202).at(15.0);
    let light = PerezSky::new(ClearSky::new(202, 0.5, 2.0).at(sun.up), sun);
    let wall = Face::new(270.0, 90.0);
    let open = light.on(&wall, 0.2, Shading::NONE);
    let half = light.on(&wall, 0.2, Shading { sunlit: 0.5, dome: 0.5, horizon: 0.5 });
    assert!((half.beam - open.beam / 2.0).abs() < 1e-9);
    assert!((half.sky_diffuse - open.sky_diffuse / 2.0).abs() < 1e-9);
    assert!((half.ground_diffuse - open.ground_diffuse).abs() < 1e-9);
    assert!((half.cos_incidence - open.cos_incidence).abs() < 1e-12);
    // The bright part around the sun goes with the sun.
    let no_sun = light.on(&wall, 0.2, Shading { sunlit: 0.0, ..Shading::NONE });
    assert!(no_sun.beam.abs() < 1e-12 && no_sun.sky_diffuse < open.sky_diffuse);
}
