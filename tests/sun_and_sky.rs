//! Sun, sky and outdoor air against values that nobody here computed: the solar position algorithm of NREL, NOAA's formulas,
//! the clear-sky model's published figures, and the weather that EnergyPlus made of 48 design climates.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::Value;
use tonnage::climate::design_day::{CoolingDay, HeatingDay, day_of_year, not_above_saturation};
use tonnage::climate::sky::{
    ClearSky, Face, FaceIrradiation, Irradiation, PerezSky, Shading, sky_temperature,
};
use tonnage::climate::sun::{Location, SunPath};
use tonnage::psychrometrics::{dew_point, standard_pressure};

const SOLAR_POSITION: &str = include_str!("reference/solar_position_reference.json");
const CLEAR_SKY: &str = include_str!("reference/clear_sky_reference.json");
const CASES: &str = include_str!("reference/load/cases.jsonl");
const LOADS: &str = include_str!("reference/load/loads.jsonl");
const DIAGNOSIS: &str = include_str!("reference/load/diagnosis.jsonl");

fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap_or_else(|| panic!("{name} of {value}"))
}

fn whole(value: &Value, name: &str) -> u32 {
    u32::try_from(value[name].as_u64().unwrap()).unwrap()
}

fn list(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|entry| entry.as_f64().unwrap()).collect()
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

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
        let (altitude, azimuth) =
            (sun.altitude_deg() - number(row, "altitude"), turn(sun.azimuth_deg(), number(row, "azimuth")));
        println!("noaa {altitude} {azimuth}");
        assert!(altitude.abs() < 0.2 && azimuth < 0.3, "{row}: {altitude} {azimuth}");
    }
}

#[test]
fn the_sun_rises_culminates_and_sets_within_six_seconds_of_the_almanac() {
    let reference: Value = serde_json::from_str(SOLAR_POSITION).unwrap();
    let golden = location(39.742_476, -105.178_6, -7.0);
    let horizon = (-0.8333_f64).to_radians().sin();
    for row in reference["rise_set_golden_co"].as_array().unwrap() {
        let date = row["date"].as_str().unwrap();
        let (month, day) = (date[5..7].parse().unwrap(), date[8..].parse().unwrap());
        let path = SunPath::in_year(&golden, 2015, day_of_year(month, day).unwrap());
        let found = [
            ("sunrise", crossing(3.0, 10.0, |hour| path.at(hour).up - horizon)),
            ("transit", crossing(10.0, 14.0, |hour| -path.at(hour).east)),
            ("sunset", crossing(14.0, 22.0, |hour| horizon - path.at(hour).up)),
        ];
        for (event, hour) in found {
            let seconds = (hour - hours(row[event].as_str().unwrap())) * 3600.0;
            println!("{date} {event} {seconds}");
            assert!(seconds.abs() < 6.0, "{date} {event}: {seconds} s");
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
            let found = sky.at(number(row, "altitude").to_radians().sin());
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

/// One design day of the reference: the case, the day and its diagnosis.
struct Reference {
    id: String,
    case: Value,
    diagnosis: Value,
    pressure: f64,
    location: Location,
    day: CoolingDay,
    path: SunPath,
    sky: ClearSky,
}

fn cooling_day(day: &Value) -> CoolingDay {
    CoolingDay {
        month: whole(day, "month"),
        day: whole(day, "day"),
        dry_bulb_max_c: number(day, "dry_bulb_max"),
        dry_bulb_range_k: number(day, "dry_bulb_range"),
        wet_bulb_c: number(day, "wet_bulb"),
        wind_speed_m_s: number(day, "wind_speed"),
        wind_direction_deg: number(day, "wind_direction"),
        optical_depth_beam: number(day, "taub"),
        optical_depth_diffuse: number(day, "taud"),
    }
}

fn reference() -> Vec<Reference> {
    let mut reference = Vec::new();
    for ((case, loads), diagnosis) in lines(CASES).into_iter().zip(lines(LOADS)).zip(lines(DIAGNOSIS)) {
        assert_eq!(case["id"], diagnosis["id"]);
        let site = &case["site"];
        let location = Location {
            latitude_deg: number(site, "latitude"),
            longitude_deg: number(site, "longitude"),
            utc_offset_h: number(site, "utc_offset"),
            elevation_m: number(site, "elevation"),
        };
        for (day, diagnosis) in
            case["cooling_days"].as_array().unwrap().iter().zip(diagnosis["days"].as_array().unwrap())
        {
            let day = cooling_day(day);
            let number_of_day = day.day_of_year().unwrap();
            reference.push(Reference {
                id: format!("{} month {}", case["id"].as_str().unwrap(), day.month),
                case: case.clone(),
                diagnosis: diagnosis.clone(),
                pressure: number(&loads, "pressure"),
                location,
                path: SunPath::new(&location, number_of_day),
                sky: ClearSky::new(number_of_day, day.optical_depth_beam, day.optical_depth_diffuse),
                day,
            });
        }
    }
    assert!(reference.len() > 48);
    reference
}

/// The ends of the twenty steps of an hour at which the reference engine looked.
fn steps(hour: usize) -> impl Iterator<Item = f64> {
    let start = f64::from(u32::try_from(hour).unwrap());
    (1..=20_u32).map(move |step| start + f64::from(step) / 20.0)
}

fn mean(hour: usize, value: impl Fn(f64) -> f64) -> f64 {
    steps(hour).map(value).sum::<f64>() / 20.0
}

fn largest(list: &[f64]) -> f64 {
    list.iter().copied().fold(0.0, f64::max)
}

#[test]
fn the_places_and_days_of_the_reference_are_accepted() {
    for entry in reference() {
        entry.location.check().unwrap();
        entry.day.check().unwrap();
        assert!((standard_pressure(entry.location.elevation_m) / entry.pressure - 1.0).abs() < 1e-4);
    }
}

#[test]
fn outdoor_air_is_that_of_the_reference() {
    let mut worst = [0.0_f64; 4];
    for entry in reference() {
        let outdoor = &entry.diagnosis["outdoor"];
        let dry_bulbs = list(&outdoor["dry_bulb"]);
        let ratios = list(&outdoor["humidity_ratio"]);
        let skies = list(&outdoor["sky_temperature"]);
        let day_ratio = entry.day.humidity_ratio(entry.pressure).unwrap();
        for hour in 0..24 {
            let ratio =
                |at: f64| not_above_saturation(day_ratio, entry.day.dry_bulb_at(at), entry.pressure).unwrap();
            let sky = |at: f64| {
                sky_temperature(entry.day.dry_bulb_at(at), dew_point(ratio(at), entry.pressure).unwrap())
            };
            let of_steps = mean(hour, |at| entry.day.dry_bulb_at(at));
            let of_hour = entry.day.mean_dry_bulb(u32::try_from(hour).unwrap());
            let found = [
                (of_steps - dry_bulbs[hour]).abs(),
                (of_hour - dry_bulbs[hour]).abs() / entry.day.dry_bulb_range_k,
                (mean(hour, ratio) / ratios[hour] - 1.0).abs(),
                (mean(hour, sky) - skies[hour]).abs(),
            ];
            for (worst, found) in worst.iter_mut().zip(found) {
                *worst = worst.max(found);
            }
            if found[2]>1e-3 || found[3]>0.02 { println!("{} {hour} {found:?} {} {} dry {of_steps}", entry.id, ratios[hour], mean(hour, ratio)); }
        }
    }
    println!("air {worst:?}");
}

#[test]
fn the_sun_of_every_design_day_is_that_of_the_reference() {
    let (mut al, mut az, mut ang, mut n) = (0.0_f64, 0.0_f64, 0.0_f64, 0);
    let mut over = 0;
    for entry in reference() {
        let outdoor = &entry.diagnosis["outdoor"];
        let altitudes = list(&outdoor["sun_altitude"]);
        let azimuths = list(&outdoor["sun_azimuth"]);
        for hour in 0..24_u32 {
            let sun = entry.path.at(f64::from(hour) + 0.5);
            let (a, z) = (altitudes[hour as usize], azimuths[hour as usize]);
            if a <= 0.0 {
                continue;
            }
            n += 1;
            let da = (sun.altitude_deg() - a).abs();
            let dz = turn(sun.azimuth_deg(), z);
            let (a, z) = (a.to_radians(), z.to_radians());
            let dot = sun.up * a.sin() + a.cos() * (sun.east * z.sin() + sun.north * z.cos());
            let angle = dot.clamp(-1.0, 1.0).acos().to_degrees();
            if angle > 0.1 {
                over += 1;
                println!("{} {hour}: {angle:.3} {da:.3} {dz:.3}", entry.id);
            }
            al = al.max(da);
            az = az.max(dz);
            ang = ang.max(angle);
        }
    }
    println!("sun {n} {over} {al} {az} {ang}");
}

#[test]
fn sun_and_sky_of_every_hour_are_those_of_the_reference() {
    let mut worst = [0.0_f64; 2];
    for entry in reference() {
        let outdoor = &entry.diagnosis["outdoor"];
        for (which, name) in ["direct_normal", "diffuse_horizontal"].iter().enumerate() {
            let expected = list(&outdoor[*name]);
            for hour in 0..24 {
                let found = mean(hour, |at| {
                    let light = entry.sky.at(entry.path.at(at).up);
                    if which == 0 { light.beam_normal } else { light.diffuse_horizontal }
                });
                let d = (found - expected[hour]).abs() / largest(&expected);
                if d > worst[which] {
                    worst[which] = d;
                    println!("{} {name} {hour} {found} {}", entry.id, expected[hour]);
                }
            }
        }
    }
    println!("sky {worst:?}");
}

#[test]
fn every_face_gets_what_it_gets_in_the_reference() {
    let mut worst = [0.0_f64; 3];
    let mut n = 0;
    for entry in reference() {
        let ground = number(&entry.case["site"], "ground_reflectance");
        for surface in entry.case["room"]["surfaces"].as_array().unwrap() {
            let open =
                surface["windows"].as_array().unwrap().iter().all(|window| window["overhang"].is_null());
            if surface["boundary"] != "outdoors" || !open {
                continue;
            }
            n += 1;
            let face = Face::new(surface["azimuth"].as_f64().unwrap_or(0.0), number(surface, "tilt"));
            let expected = &entry.diagnosis["surfaces"][surface["name"].as_str().unwrap()];
            let at = |at: f64| -> FaceIrradiation {
                let sun = entry.path.at(at);
                PerezSky::new(entry.sky.at(sun.up), sun).on(&face, ground, Shading::NONE)
            };
            let lists = ["incident_beam", "incident_sky_diffuse", "incident_ground_diffuse"]
                .map(|name| list(&expected[name]));
            let total = (0..24).map(|h| lists.iter().map(|l| l[h]).sum::<f64>()).fold(0.0, f64::max);
            for hour in 0..24 {
                let found = [
                    mean(hour, |t| at(t).beam),
                    mean(hour, |t| at(t).sky_diffuse),
                    mean(hour, |t| at(t).ground_diffuse),
                ];
                for part in 0..3 {
                    let d = (found[part] - lists[part][hour]).abs() / total;
                    if d > worst[part] {
                        worst[part] = d;
                        println!(
                            "{} {} part {part} hour {hour} {} {}  of {total}",
                            entry.id, surface["name"], found[part], lists[part][hour]
                        );
                    }
                }
            }
        }
    }
    println!("faces {n} {worst:?}");
}
