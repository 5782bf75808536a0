//! The reference data: every file is read, and what it must hold whatever its figures are.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(
    clippy::disallowed_methods,
    reason = "a check apart from the library has the platform's own functions"
)]

use std::collections::BTreeSet;
use tonnage::demo;
use tonnage::load::space::Schedule;
use tonnage::reference::{Level, Place, Zone};

/// Station, dry bulb and wet bulb for cooling, dry bulb for heating by air conditioning: GB 50736-2012 appendix A, as its tables
/// are widely quoted. Written down from memory and not from the file, so it guards the file against a slip of the build and no
/// more: both go back to the one standard.
const CITIES: [(&str, f64, f64, f64); 36] = [
    ("北京", 33.5, 26.4, -9.9),
    ("天津", 33.9, 26.8, -9.6),
    ("石家庄", 35.1, 26.8, -8.8),
    ("太原", 31.5, 23.8, -12.8),
    ("呼和浩特", 30.6, 21.0, -20.3),
    ("沈阳", 31.5, 25.3, -20.7),
    ("大连", 29.0, 24.9, -13.0),
    ("长春", 30.5, 24.1, -24.3),
    ("哈尔滨", 30.7, 23.9, -27.1),
    ("上海", 34.4, 27.9, -2.2),
    ("南京", 34.8, 28.1, -4.1),
    ("杭州", 35.6, 27.9, -2.4),
    ("宁波", 35.1, 28.0, -1.5),
    ("合肥", 35.0, 28.1, -4.2),
    ("福州", 35.9, 28.0, 4.4),
    ("厦门", 33.5, 27.5, 6.6),
    ("南昌", 35.5, 28.2, -1.5),
    ("济南", 34.7, 26.8, -7.7),
    ("青岛", 29.4, 26.0, -7.2),
    ("郑州", 34.9, 27.4, -6.0),
    ("武汉", 35.2, 28.4, -2.6),
    ("长沙", 35.8, 27.7, -1.9),
    ("广州", 34.2, 27.8, 5.2),
    ("深圳", 33.7, 27.5, 6.0),
    ("南宁", 34.5, 27.9, 5.7),
    ("海口", 35.1, 28.1, 10.3),
    ("重庆", 35.5, 26.5, 2.2),
    ("成都", 31.8, 26.4, 1.0),
    ("贵阳", 30.1, 23.0, -2.5),
    ("昆明", 26.2, 20.0, 0.9),
    ("拉萨", 24.1, 13.5, -7.6),
    ("西安", 35.0, 25.8, -5.7),
    ("兰州", 31.2, 20.1, -11.5),
    ("西宁", 26.5, 16.6, -13.6),
    ("银川", 31.2, 22.1, -17.3),
    ("乌鲁木齐", 33.5, 18.2, -23.7),
];

#[test]
fn thirty_six_large_cities_have_the_published_design_temperatures() {
    let reference = demo::reference().unwrap();
    for (city, dry, wet, winter) in CITIES {
        let places = reference.places(city, None);
        let station = reference.station(&places[0].station_id).unwrap();
        let found = (station.cooling_dry_bulb_c, station.cooling_wet_bulb_c, station.winter_dry_bulb_c);
        assert_eq!(found, (dry, Some(wet), winter), "{city}");
    }
}

/// Independent of the standard: other years, other observers. A station mixed up with another would show here.
#[test]
fn the_newer_dry_bulbs_of_large_cities_are_near_the_standards() {
    let reference = demo::reference().unwrap();
    let mut checked = 0;
    for (city, dry, _, _) in CITIES {
        let station = reference.station(&reference.places(city, None)[0].station_id).unwrap();
        if let Some(current) = station.current {
            let difference = current.cooling_dry_bulb_c - dry;
            assert!((-1.6..=2.4).contains(&difference), "{city}: {difference}");
            checked += 1;
        }
    }
    assert!(checked >= 33, "{checked}");
    assert_eq!(reference.stations().iter().filter(|station| station.current.is_some()).count(), 267);
    assert!(reference.current_climate().unwrap().basis == "current");
}

#[test]
fn every_station_has_figures_that_agree_with_one_another() {
    let reference = demo::reference().unwrap();
    assert_eq!(reference.stations().len(), 294);
    for station in reference.stations() {
        let name = &station.name_zh;
        assert!((18.0..54.0).contains(&station.latitude_deg), "{name}");
        assert!((73.0..136.0).contains(&station.longitude_deg), "{name}");
        // Winter air is heavier; on a high plateau, where the heat low is weak, hardly lighter.
        assert!(station.winter_pressure_pa > station.summer_pressure_pa - 1000.0, "{name}");
        // The pressure of the height, within the weather of a season.
        let standard = 101_325.0 * (1.0 - 2.255_77e-5 * station.elevation_m).powf(5.2559);
        let mean = f64::midpoint(station.summer_pressure_pa, station.winter_pressure_pa);
        assert!((mean / standard - 1.0).abs() < 0.03, "{name}: {mean} Pa at {} m", station.elevation_m);
        assert!((3.0..16.0).contains(&station.cooling_daily_range_k), "{name}");
        assert!((0.2..0.95).contains(&station.winter_relative_humidity), "{name}");
        assert!(station.winter_dry_bulb_c < station.cooling_dry_bulb_c, "{name}");
        assert!(station.cooling_wet_bulb_c.is_none_or(|wet| wet <= station.cooling_dry_bulb_c), "{name}");
        assert!(station.turbidity.iter().all(|linke| (1.4..8.5).contains(linke)), "{name}");
        // The coldest design hour, the mean of the coldest month, of the year, and the hottest design hour.
        assert!(station.winter_dry_bulb_c < station.coldest_month_mean_c, "{name}");
        assert!(station.coldest_month_mean_c < station.annual_mean_c, "{name}");
        assert!(station.annual_mean_c < station.cooling_dry_bulb_c, "{name}");
        let winds = [station.summer_wind_m_s, station.winter_wind_m_s];
        assert!(winds.iter().flatten().all(|wind| (0.0..12.0).contains(wind)), "{name}");
    }
    let estimated = reference.stations().iter().filter(|station| station.zone_estimated).count();
    assert_eq!(estimated, 164);
    let zones: BTreeSet<Zone> = reference.stations().iter().map(|station| station.zone).collect();
    assert_eq!(zones.len(), Zone::ALL.len());
    assert_eq!(reference.station("57494").unwrap().zone, Zone::HotSummerColdWinterA);
    assert_eq!(reference.station("54511").unwrap().zone.as_str(), "C-B");
}

fn only(places: &[&Place]) -> Place {
    assert_eq!(places.len(), 1, "{:?}", places.iter().map(|place| place.label()).collect::<Vec<_>>());
    (*places.first().unwrap()).clone()
}

#[test]
fn every_prefecture_and_county_is_there_once_and_found_by_its_code() {
    let reference = demo::reference().unwrap();
    let coded: Vec<_> = reference.all_places().iter().filter(|place| place.adcode.is_some()).collect();
    assert_eq!(coded.len(), 3183);
    for place in coded {
        let code = place.adcode.unwrap().to_string();
        assert_eq!(reference.place_of_code(&code).unwrap(), place);
        assert!(reference.station(&place.station_id).is_some() && place.latitude_deg.is_some());
        assert_eq!(place.level == Level::Prefecture, code.ends_with("00"), "{code}");
    }
    assert_eq!(reference.place_of_code("420100").unwrap().station_id, "57494");
    for wrong in ["42010", "4201000", "42o100", "000000", ""] {
        assert!(reference.place_of_code(wrong).is_none(), "{wrong}");
    }
}

#[test]
fn a_county_is_found_by_chinese_name_short_name_and_pinyin_in_any_case() {
    let reference = demo::reference().unwrap();
    for name in ["昆山市", "昆山", "Kunshan", "KUNSHAN", " kunshan "] {
        assert_eq!(only(&reference.places(name, None)).adcode, Some(320_583), "{name}");
    }
    assert_eq!(only(&reference.places("大厂", None)).adcode, Some(131_028));
    assert_eq!(only(&reference.places("Changbai", None)).names[0], "长白朝鲜族自治县");
}

#[test]
fn counties_of_one_name_are_all_there_and_province_and_prefecture_tell_them_apart() {
    let reference = demo::reference().unwrap();
    let all = reference.places("鼓楼区", None);
    assert_eq!(all.len(), 4);
    assert_eq!(reference.places("鼓楼区", Some("江苏省")).len(), 2);
    assert_eq!(reference.places("Gulou", Some("jiangsu")).len(), 2);
    let nanjing = [("江苏", "南京"), ("江苏省", "南京市"), ("Jiangsu", "nanjing")];
    for (province, prefecture) in nanjing {
        let place = only(&reference.places_in("鼓楼", Some(province), Some(prefecture)));
        assert_eq!(place.adcode, Some(320_106));
    }
    assert_eq!(only(&reference.places_in("朝阳区", None, Some("Beijing"))).adcode, Some(110_105));
    let labels: BTreeSet<String> = all.iter().map(|place| place.label()).collect();
    assert_eq!(labels.len(), 4, "{labels:?}");
}

#[test]
fn a_prefecture_wins_over_counties_of_its_name() {
    let reference = demo::reference().unwrap();
    // 朝阳 is a prefecture in Liaoning, districts of Beijing and Changchun, and a county.
    assert_eq!(only(&reference.places("朝阳", None)).adcode, Some(211_300));
    assert_eq!(only(&reference.places("朝阳", Some("北京"))).adcode, Some(110_105));
    for province in ["河南", "海南", "Hainan", "Henan"] {
        let places = reference.places(province, None);
        assert!(places.iter().all(|place| place.level != Level::County), "{province}");
    }
}

#[test]
fn a_point_leads_to_the_nearest_station_that_some_place_has() {
    let reference = demo::reference().unwrap();
    let near = reference.nearest_station(30.6, 114.1).unwrap();
    assert_eq!(near.station.id, "57494");
    assert!(near.distance_km < 10.0, "{}", near.distance_km);
    // The top of Mount Huangshan, at 1840 m, is the climate of no town.
    let huangshan = reference.stations().iter().find(|station| station.name_zh == "黄山").unwrap();
    let town = reference.nearest_station(huangshan.latitude_deg, huangshan.longitude_deg).unwrap();
    assert_ne!(town.station.id, huangshan.id);
    for (latitude, longitude) in [(95.0, 114.0), (30.0, 181.0), (f64::NAN, 0.0), (0.0, f64::INFINITY)] {
        assert!(reference.nearest_station(latitude, longitude).is_none());
    }
}

#[test]
fn the_distances_of_the_file_are_great_circles() {
    let reference = demo::reference().unwrap();
    for place in reference.all_places().iter().filter(|place| place.adcode.is_some()) {
        let station = reference.station(&place.station_id).unwrap();
        let radians = |degrees: f64| degrees.to_radians();
        let (lat, lon) = (place.latitude_deg.unwrap(), place.longitude_deg.unwrap());
        // The law of cosines, where the library has the haversine.
        let cosine = radians(lat).sin() * radians(station.latitude_deg).sin()
            + radians(lat).cos()
                * radians(station.latitude_deg).cos()
                * radians(lon - station.longitude_deg).cos();
        let expected = 6371.0 * cosine.clamp(-1.0, 1.0).acos();
        assert!((expected - place.distance_km).abs() < 0.2, "{}: {expected}", place.label());
        let nearest = reference.nearest_station(lat, lon).unwrap();
        assert!(nearest.distance_km < place.distance_km + 0.2, "{}", place.label());
    }
}

#[test]
fn every_room_type_has_design_values_or_asks_for_what_nobody_can_default() {
    let reference = demo::reference().unwrap();
    assert_eq!(reference.room_types().len(), 46);
    let mut asking = BTreeSet::new();
    for room_type in reference.room_types() {
        let design = &room_type.design;
        if design.asks_equipment() {
            asking.insert(room_type.id.as_str());
        }
        let schedule = reference.schedule(&design.schedule.value).unwrap();
        for hours in [&schedule.people, &schedule.lights, &schedule.equipment] {
            let hours = Schedule::new(hours).unwrap();
            assert!(hours.hours().iter().any(|value| (value - 1.0).abs() < 1e-9), "{}", schedule.id);
        }
        // Nobody is there in full number while the plant rests.
        let crowded = schedule.people.iter().zip(schedule.on).filter(|(people, _)| **people > 0.5);
        assert!(crowded.into_iter().all(|(_, on)| on), "{}", schedule.id);
        let parts = reference.equipment_parts(&design.equipment_kind).unwrap();
        assert!(parts.radiant + parts.latent <= 1.0);
        let heat = design.people_heat.value;
        assert!((100.0..420.0).contains(&(heat.sensible_w + heat.latent_w)), "{}", room_type.id);
        assert!(
            design
                .heating_set_point_c
                .as_ref()
                .is_none_or(|heating| heating.value < room_type.cooling_set_point_c)
        );
    }
    assert_eq!(
        asking,
        BTreeSet::from([
            "factory_clean_electronics",
            "factory_light",
            "hotpot",
            "kitchen",
            "server_room",
            "telecom_room"
        ])
    );
    let parts = reference.gain_parts();
    assert!(parts.lights_radiant.value + parts.lights_visible.value <= 1.0);
}

/// 4 m² a person, 10 and 13 W/m², 19 m³/h: what the standard's appendix has for a general shop.
#[test]
fn a_general_shop_has_the_figures_of_its_program_room() {
    let reference = demo::reference().unwrap();
    let design = &reference.room_type("shop_general").unwrap().design;
    let figures = [
        design.m2_per_person.value,
        design.lighting_w_m2.value,
        design.equipment_w_m2.as_ref().unwrap().value,
        design.gb50736_m3_h_person(1.0 / design.m2_per_person.value).unwrap(),
    ];
    assert_eq!(figures.map(|figure| figure.to_string()), ["4", "10", "13", "19"]);
    assert!(design.m2_per_person.source.contains("JGJ/T 449-2018"));
    let hours = reference.schedule("commercial").unwrap();
    assert!(!hours.on[7] && hours.on[8] && hours.on[21] && !hours.on[22]);
}
