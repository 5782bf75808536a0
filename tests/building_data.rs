//! What the reference data say of buildings and their use: outdoor air, leakage, doors, defaults and levers.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use std::collections::BTreeSet;
use tonnage::demo;
use tonnage::project::Facing;
use tonnage::reference::{LeverKind, Reference};

/// Room type and m³/(h person) at 0.4, 0.41, 1.0 and 1.01 persons/m²: GB 50736-2012 tables 3.0.6-1 and 3.0.6-4, as they are
/// widely quoted; from memory, apart from the file.
const GB_ROWS: [(&str, [f64; 4]); 15] = [
    ("office_general", [30.0, 30.0, 30.0, 30.0]),
    ("hotel_guestroom", [30.0, 30.0, 30.0, 30.0]),
    ("hotel_lobby", [10.0, 10.0, 10.0, 10.0]),
    ("cinema", [14.0, 12.0, 12.0, 11.0]),
    ("meeting_room", [14.0, 12.0, 12.0, 11.0]),
    ("shop_general", [19.0, 16.0, 16.0, 15.0]),
    ("exhibition", [19.0, 16.0, 16.0, 15.0]),
    ("waiting_transport", [19.0, 16.0, 16.0, 15.0]),
    ("ktv", [23.0, 20.0, 20.0, 19.0]),
    ("restaurant_chinese", [30.0, 25.0, 25.0, 23.0]),
    ("arena", [19.0, 16.0, 16.0, 15.0]),
    ("gym", [40.0, 38.0, 38.0, 37.0]),
    ("classroom", [28.0, 24.0, 24.0, 22.0]),
    ("library", [20.0, 17.0, 17.0, 16.0]),
    ("kindergarten", [30.0, 25.0, 25.0, 23.0]),
];

#[test]
fn outdoor_air_of_the_chinese_standard_falls_with_density_where_it_says_so() {
    let reference = demo::reference().unwrap();
    for (id, expected) in GB_ROWS {
        let design = &reference.room_type(id).unwrap().design;
        let found = [0.4, 0.41, 1.0, 1.01].map(|density| design.gb50736_m3_h_person(density).unwrap());
        assert_eq!(found.map(|air| air.to_string()), expected.map(|air| air.to_string()), "{id}");
        assert!(design.outdoor_air_m3_h_person.as_ref().unwrap().source.contains("GB 50736-2012"), "{id}");
    }
    let none: BTreeSet<&str> = (reference.room_types().iter())
        .filter(|room_type| room_type.design.gb50736_m3_h_person(0.1).is_none())
        .map(|room_type| room_type.id.as_str())
        .collect();
    assert_eq!(none, BTreeSet::from(["clinic", "dwelling", "kitchen", "telecom_room", "ward", "warehouse"]));
}

/// Room type, cfm a person and cfm/ft²: ASHRAE 62.1-2019 table 6-1 in its own units, from memory, apart from the file.
const ASHRAE_ROWS: [(&str, f64, f64); 12] = [
    ("office_general", 5.0, 0.06),
    ("meeting_room", 5.0, 0.06),
    ("restaurant_chinese", 7.5, 0.18),
    ("restaurant_western", 7.5, 0.18),
    ("cafe_bar", 7.5, 0.18),
    ("shop_general", 7.5, 0.12),
    ("supermarket", 7.5, 0.06),
    ("hair_beauty", 20.0, 0.12),
    ("hotel_guestroom", 5.0, 0.06),
    ("classroom", 10.0, 0.12),
    ("gym", 20.0, 0.06),
    ("warehouse", 10.0, 0.06),
];

#[test]
fn outdoor_air_of_the_american_standard_is_that_of_its_table() {
    let reference = demo::reference().unwrap();
    for (id, cfm_person, cfm_ft2) in ASHRAE_ROWS {
        let rates = &reference.room_type(id).unwrap().design.ashrae621.as_ref().unwrap().value;
        // 1 cfm is 0.4719 L/s, 1 cfm/ft² 5.08 L/(s m²).
        assert!((rates.l_s_person - cfm_person * 0.4719).abs() < 0.01, "{id}: {}", rates.l_s_person);
        assert!((rates.l_s_m2 - cfm_ft2 * 5.08).abs() < 0.001, "{id}: {}", rates.l_s_m2);
    }
    for room_type in reference.room_types() {
        if let Some(rates) = &room_type.design.ashrae621 {
            assert!(
                rates.source.contains("62.1-2019 table 6-1") && rates.source.contains(&rates.value.space)
            );
        }
    }
    let without: BTreeSet<&str> = (reference.room_types().iter())
        .filter(|room_type| room_type.design.ashrae621.is_none())
        .map(|room_type| room_type.id.as_str())
        .collect();
    let health = ["nursing_home", "operating_general", "waiting_hospital", "ward"];
    assert_eq!(without, health.into_iter().chain(["ktv"]).collect());
}

#[test]
fn every_room_type_has_a_height_a_glazing_ratio_and_a_door_if_the_public_comes_in() {
    let reference = demo::reference().unwrap();
    let air = reference.air_leakage();
    let mut doors = BTreeSet::new();
    for room_type in reference.room_types() {
        let design = &room_type.design;
        assert!((2.4..=12.0).contains(&design.height_m.value), "{}", room_type.id);
        assert!((0.0..=0.8).contains(&design.glazing_ratio.value), "{}", room_type.id);
        if let Some(door) = &design.door {
            assert!(air.door(&door.value).is_some(), "{}", room_type.id);
            doors.insert(room_type.id.as_str());
        }
        let cooks = ["hotpot", "kitchen", "restaurant_chinese", "restaurant_western"];
        assert_eq!(design.exhaust_asked, cooks.contains(&room_type.id.as_str()), "{}", room_type.id);
    }
    for id in
        ["shop_general", "convenience_store", "supermarket", "hotpot", "milk_tea", "pharmacy", "bank_hall"]
    {
        assert!(doors.contains(id), "{id}");
    }
    for id in ["office_general", "cinema", "server_room", "mall_sales", "dwelling"] {
        assert!(!doors.contains(id), "{id}");
    }
}

#[test]
fn every_year_has_one_leakage_and_newer_facades_are_tighter() {
    let reference = demo::reference().unwrap();
    let mut before = f64::INFINITY;
    for year in 1950..=2040 {
        let band = reference.leakage_l_s_m2(year).unwrap();
        assert!(band.l_s_m2 <= before, "{year}");
        before = band.l_s_m2;
    }
    // 1.8, 1.0 and 0.4 cfm/ft².
    for (year, cfm_ft2) in [(2010, 1.8), (2014, 1.8), (2015, 1.0), (2021, 1.0), (2022, 0.4)] {
        let leakage = reference.leakage_l_s_m2(year).unwrap().l_s_m2;
        assert!((leakage - cfm_ft2 * 5.08).abs() < 0.01, "{year}: {leakage}");
    }
}

#[test]
fn a_passage_lets_in_less_air_with_more_passages_and_behind_a_better_door() {
    let reference = demo::reference().unwrap();
    let air = reference.air_leakage();
    let of = |id: &str, passages| air.door(id).unwrap().m3_per_passage(passages);
    for passages in [0.0, 1.0, 100.0, 100.1, 700.0, 701.0, 1400.0, 2000.0, 1e6] {
        let order = ["open", "swing", "vestibule", "revolving"].map(|id| of(id, passages));
        assert!(order.is_sorted_by(|worse, better| worse > better), "{passages}: {order:?}");
        assert!(of("airCurtain", passages) < of("open", passages), "{passages}");
    }
    for door in &air.doors {
        let air = [1.0, 200.0, 1000.0, 5000.0].map(|passages| door.m3_per_passage(passages));
        assert!(air.is_sorted_by(|few, many| few >= many), "{}", door.id);
    }
    assert!((of("swing", 700.0) - 3.0).abs() < 1e-9 && (of("vestibule", 701.0) - 2.25).abs() < 1e-9);
    assert!((air.passages_per_person_hour.value - 2.0).abs() < 1e-9);
}

#[test]
fn the_winds_assumed_are_the_means_of_the_stations_that_have_one() {
    let reference = demo::reference().unwrap();
    let defaults = reference.defaults();
    let mean = |winds: Vec<f64>| winds.iter().sum::<f64>() / f64::from(u32::try_from(winds.len()).unwrap());
    let summer = reference.stations().iter().filter_map(|station| station.summer_wind_m_s).collect();
    let winter = reference.stations().iter().filter_map(|station| station.winter_wind_m_s).collect();
    assert!((mean(summer) - defaults.summer_wind_m_s.value).abs() <= 0.05);
    assert!((mean(winter) - defaults.winter_wind_m_s.value).abs() <= 0.05);
    assert_eq!(defaults.hottest_month.value, 7);
    assert_eq!((defaults.facing.value, defaults.storeys.value), (Facing::S, 3));
    assert_eq!(defaults.inner_blind.value, "none");
}

#[test]
fn every_lever_has_two_ends_and_a_question_in_both_languages() {
    let reference = demo::reference().unwrap();
    let levers = reference.levers();
    let kinds: BTreeSet<LeverKind> = levers.iter().map(|lever| lever.id).collect();
    assert_eq!((levers.len(), kinds.len()), (13, 13));
    for lever in levers {
        assert_ne!(lever.low, lever.high, "{:?}", lever.id);
        assert!(lever.question_zh.ends_with('？') && lever.question_en.ends_with('?'), "{:?}", lever.id);
        assert!(lever.question_zh.chars().count() < 30 && lever.question_en.len() < 80, "{:?}", lever.id);
    }
    let ends = |kind| {
        let lever = levers.iter().find(|lever| lever.id == kind).unwrap();
        [&lever.low, &lever.high].map(ToString::to_string)
    };
    let envelope = reference.envelope();
    let gains = ends(LeverKind::Glazing).map(|id| envelope.glazing(&id).unwrap().shgc);
    assert!(gains[0] < gains[1]);
    let [blind, none] = ends(LeverKind::InnerBlind);
    assert!(envelope.blind(&blind).is_some() && none == "none");
}

fn refused(change: impl Fn(&mut Value)) -> (String, String) {
    let mut value: Value = serde_json::from_slice(demo::REFERENCE).unwrap();
    change(&mut value);
    let error = Reference::from_json(value.to_string().as_bytes()).unwrap_err();
    (error.path().to_owned(), error.code().to_owned())
}

#[test]
fn what_is_wrong_in_the_data_of_buildings_is_refused_with_its_path() {
    let at = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    assert_eq!(
        refused(|file| file["airLeakage"]["bands"] = json!([])),
        at("airLeakage.bands", "too_few_items")
    );
    assert_eq!(
        refused(|file| file["airLeakage"]["doors"][1]["id"] = json!("swing")),
        at("airLeakage.doors[1].id", "duplicate")
    );
    assert_eq!(
        refused(|file| file["roomTypes"][0]["design"]["outdoorAirM3HPerson"]["value"] = json!([30, 25])),
        at("roomTypes[0].design.outdoorAirM3HPerson.value", "too_few_items")
    );
    assert_eq!(
        refused(|file| file["roomTypes"][4]["design"]["door"]["value"] = json!("gate")),
        at("roomTypes[4].design.door.value", "unknown_reference")
    );
    assert_eq!(
        refused(|file| file["roomTypes"][0]["design"]["heightM"]["value"] = json!(1.5)),
        at("roomTypes[0].design.heightM.value", "out_of_range")
    );
    assert_eq!(
        refused(|file| file["levers"][0]["id"] = json!("colour")),
        at("levers[0].id", "unknown_value")
    );
    assert_eq!(
        refused(|file| file["defaults"]["innerBlind"]["value"] = json!("velvet")),
        at("defaults.innerBlind.value", "unknown_reference")
    );
    assert_eq!(
        refused(|file| file["schedules"][0]["people"] = json!(vec![1.0; 23])),
        at("schedules[0].people", "too_few_items")
    );
    assert_eq!(
        refused(|file| file["stations"][0]["annualMeanC"] = Value::Null),
        at("stations[0].annualMeanC", "missing_field")
    );
}

#[test]
fn every_data_file_is_read_and_a_key_that_is_there_twice_is_refused() {
    demo::engine().unwrap();
    let text = std::str::from_utf8(demo::REFERENCE).unwrap();
    let twice = text.replacen("\"id\":", "\"id\": \"other\", \"id\":", 1);
    assert_eq!(Reference::from_json(twice.as_bytes()).unwrap_err().code(), "duplicate_key");
}

/// GB 50736-2012, tables 3.0.6-2 and 3.0.6-3: rooms whose volume and not whose people decide.
#[test]
fn wards_clinics_and_dwellings_have_their_air_changes() {
    let reference = demo::reference().unwrap();
    let changes = |id: &str, m2_per_person: f64| {
        reference.room_type(id).unwrap().design.gb50736_air_changes_per_h(m2_per_person)
    };
    for (area, expected) in [(8.0, 0.7), (10.0, 0.7), (15.0, 0.6), (25.0, 0.5), (50.0, 0.5), (80.0, 0.45)] {
        assert_eq!(changes("dwelling", area), Some(expected), "{area}");
    }
    assert_eq!((changes("ward", 5.0), changes("clinic", 6.0)), (Some(2.0), Some(2.0)));
    assert_eq!(changes("office_general", 8.0), None);
    for room_type in reference.room_types() {
        let design = &room_type.design;
        assert!(design.outdoor_air_changes.is_none() || design.outdoor_air_m3_h_person.is_none());
    }
}
