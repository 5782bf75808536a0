//! What every engineer expects of a load: more sun, people or outdoor air make it larger, and only as they can.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use tonnage::load::space_load::Cause;
use tonnage::load::{Loads, Uncertainty, uncertainty};
use tonnage::project::Project;
use tonnage::reference::Reference;
use tonnage::{demo, size};

/// The uses of the tests: a shop, an office, a restaurant and a classroom.
const USES: [&str; 4] = ["shop_general", "office_general", "restaurant_chinese", "classroom"];

/// From cold to hot winters, dry to damp. Where the design day is no warmer than the room, as in Kunming, a roof or a draught cools.
const CITIES: [&str; 5] = ["武汉", "Beijing", "哈尔滨", "广州", "乌鲁木齐"];

/// Those of them whose nights are warm. In Harbin and Urumqi the night takes more out of a thin envelope than the day brings in.
const WARM_NIGHTS: [&str; 3] = ["武汉", "Beijing", "广州"];

struct Bench(Reference);

impl Bench {
    fn new() -> Self {
        Self(demo::reference().unwrap())
    }

    fn loads(&self, project: &Value) -> Loads {
        size(&Project::from_json(project.to_string().as_bytes()).unwrap(), &self.0).unwrap()
    }

    fn uncertainty(&self, project: &Value) -> Uncertainty {
        uncertainty(&Project::from_json(project.to_string().as_bytes()).unwrap(), &self.0).unwrap()
    }

    /// The sizing load of a room that states `fields` beside its use and area.
    fn watts(&self, city: &str, room_use: &str, fields: &Value) -> i64 {
        self.loads(&project(city, room_use, fields)).rooms[0].sizing.total_w
    }

    /// Whether the load rises by more than `part` of itself from each state of the room to the next, in every use and city.
    fn rises(&self, part: f64, states: &[Value]) {
        self.rises_in(&CITIES, part, states);
    }

    fn rises_in(&self, cities: &[&str], part: f64, states: &[Value]) {
        for (city, room_use) in cities.iter().flat_map(|city| USES.map(|room_use| (*city, room_use))) {
            let watts: Vec<i64> = states.iter().map(|fields| self.watts(city, room_use, fields)).collect();
            for (pair, states) in watts.windows(2).zip(states.windows(2)) {
                let (low, high) = (tonnage::num::from_whole(pair[0]), tonnage::num::from_whole(pair[1]));
                assert!(
                    high > low * (1.0 + part),
                    "{city} {room_use}: {low} W with {}, {high} W with {}",
                    states[0],
                    states[1]
                );
            }
        }
    }
}

/// One room of 80 m² that states `fields` as well.
fn project(city: &str, room_use: &str, fields: &Value) -> Value {
    let mut room = json!({"use": room_use, "areaM2": 80});
    room.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"site": {"city": city}, "rooms": [room]})
}

fn front(fields: &Value) -> Value {
    let mut facade = json!({"facing": "W", "glazingRatio": 0.5});
    facade.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"facades": [facade]})
}

#[test]
fn a_roof_above_raises_the_load_where_nights_are_warm() {
    let states = [json!({"above": "conditioned"}), json!({"above": "roof"})];
    Bench::new().rises_in(&WARM_NIGHTS, 0.0, &states);
}

#[test]
fn a_neighbour_that_is_not_conditioned_raises_the_load_where_it_is_warmer() {
    let bench = Bench::new();
    for room_use in USES {
        let sides = |beside: &str| bench.watts("武汉", room_use, &json!({"beside": beside, "below": beside}));
        assert!(sides("unconditioned") > sides("conditioned"), "{room_use}");
    }
}

#[test]
fn worse_glass_raises_the_load_and_shade_lowers_it() {
    let glass = |name: &str| front(&json!({"glazing": name}));
    Bench::new().rises(0.0, &[glass("tlowe.sc"), glass("dbl12a.tb"), glass("single6.al")]);
    let shaded =
        front(&json!({"overhang": {"depthM": 1.5}, "leftFin": {"depthM": 1}, "rightFin": {"depthM": 1}}));
    Bench::new().rises(0.0, &[shaded, front(&json!({}))]);
    let blind = front(&json!({"innerBlind": "lightRoller"}));
    Bench::new().rises(0.0, &[blind, front(&json!({"innerBlind": "none"}))]);
}

#[test]
fn more_glass_and_west_instead_of_north_raise_the_load() {
    let glass = |ratio: f64| json!({"facades": [{"facing": "W", "glazingRatio": ratio}]});
    Bench::new().rises(0.0, &[glass(0.1), glass(0.4), glass(0.8)]);
    let facing = |facing: &str| json!({"facades": [{"facing": facing, "glazingRatio": 0.5}]});
    Bench::new().rises(0.0, &[facing("N"), facing("W")]);
}

#[test]
fn people_lights_and_equipment_raise_the_load() {
    let people = |area: f64| json!({"people": {"m2PerPerson": area}});
    Bench::new().rises(0.01, &[people(12.0), people(6.0), people(3.0)]);
    let lights = |power: f64| json!({"lights": {"powerWM2": power}});
    Bench::new().rises(0.01, &[lights(5.0), lights(10.0), lights(20.0)]);
    let equipment = |power: f64| json!({"equipment": {"powerWM2": power}});
    Bench::new().rises(0.01, &[equipment(5.0), equipment(20.0), equipment(60.0)]);
}

#[test]
fn a_watt_of_equipment_that_always_runs_is_a_watt_of_load() {
    let bench = Bench::new();
    let always = |power: f64| {
        json!({
            "schedule": "always",
            "equipment": {"powerW": power, "radiantFraction": 0, "latentFraction": 0, "hours": vec![1; 24]},
        })
    };
    let watts = |power| bench.watts("武汉", "office_general", &always(power));
    // The plant holds the room all day: what comes in goes out.
    assert!((watts(3000.0) - watts(1000.0) - 2000).abs() <= 2, "{}", watts(3000.0) - watts(1000.0));
}

#[test]
fn a_ventilator_recovers_and_a_fresh_air_unit_at_the_rooms_state_leaves_nothing_of_the_outdoor_air() {
    let bench = Bench::new();
    let air = |fields: Value| {
        let mut outdoor_air = json!({"flowM3H": 1500});
        outdoor_air.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({"outdoorAir": outdoor_air})
    };
    let none = json!({"outdoorAir": {"treatedBy": "none"}});
    let recovered = air(json!({"treatedBy": "erv"}));
    let untreated = air(json!({"treatedBy": "indoorUnit"}));
    // At 26 °C and 60 %, which the rooms keep.
    let supplied = air(json!({
        "treatedBy": "freshAirUnit", "supplyDryBulbC": 26, "supplyRelativeHumidity": 0.6, "supplyHeatingDryBulbC": 20,
    }));
    for city in ["武汉", "广州"] {
        let watts = |fields: &Value| bench.watts(city, "office_general", fields);
        let (least, most) = (watts(&none), watts(&untreated));
        assert!(least < watts(&recovered) && watts(&recovered) < most, "{city}");
        let remains =
            tonnage::num::from_whole(watts(&supplied) - least) / tonnage::num::from_whole(most - least);
        assert!(remains.abs() < 0.03, "{city}: {remains} of the outdoor air remains");
    }
}

#[test]
fn a_door_raises_the_load_by_its_traffic() {
    let door = |kind: &str, passages: u32| json!({"door": {"kind": kind, "passagesPerH": passages}});
    let bench = Bench::new();
    for room_use in USES {
        let states = [door("none", 0), door("revolving", 150), door("swing", 150), door("swing", 300)];
        let watts = states.map(|fields| bench.watts("武汉", room_use, &fields));
        assert!(watts.is_sorted_by(|low, high| low < high), "{room_use}: {watts:?}");
    }
}

#[test]
fn a_newer_building_has_the_smaller_load() {
    let bench = Bench::new();
    for (city, room_use) in CITIES.into_iter().flat_map(|city| USES.map(|room_use| (city, room_use))) {
        let of_year = |year: i32| {
            let mut project = project(city, room_use, &json!({"above": "roof"}));
            project["building"] = json!({"year": year});
            let room = &bench.loads(&project).rooms[0];
            (room.sizing.total_w, room.heating_w)
        };
        let (new, old) = (of_year(2023), of_year(1985));
        let cooler = new.0 < old.0 || !WARM_NIGHTS.contains(&city);
        assert!(cooler && new.1 <= old.1, "{city} {room_use}: {new:?}, {old:?}");
    }
}

#[test]
fn the_current_climate_raises_the_load_where_its_dry_bulb_is_higher() {
    let bench = Bench::new();
    let mut warmer = 0;
    for city in CITIES {
        let of = |climate: &str| {
            let mut project = project(city, "office_general", &json!({"outdoorAir": {"treatedBy": "none"}}));
            project["site"]["climate"] = json!(climate);
            let loads = bench.loads(&project);
            (loads.site.cooling_dry_bulb_c, loads.rooms[0].sizing.sensible_w, loads.site.basis)
        };
        let (code, current) = (of("code"), of("current"));
        assert_eq!(code.2, "code");
        if current.0 > code.0 {
            assert!(current.1 > code.1, "{city}: {code:?}, {current:?}");
            warmer += 1;
        }
    }
    assert!(warmer > 1, "{warmer}");
}

#[test]
fn a_higher_place_has_thinner_and_cooler_air() {
    let bench = Bench::new();
    for city in CITIES {
        let conditions = [0.0, 400.0, 800.0].map(|above| {
            let base = bench.loads(&project(city, "office_general", &json!({}))).site.elevation_m;
            let mut project = project(city, "office_general", &json!({}));
            project["site"]["elevationM"] = json!(((base + above) * 10.0).round() / 10.0);
            bench.loads(&project).site
        });
        for pair in conditions.windows(2) {
            let figures = |at: usize| {
                let site = &pair[at];
                [
                    site.cooling_dry_bulb_c,
                    site.cooling_wet_bulb_c,
                    site.winter_dry_bulb_c,
                    site.summer_pressure_pa,
                    site.winter_pressure_pa,
                ]
            };
            let falls = figures(0).iter().zip(figures(1)).all(|(low, high)| high < *low);
            assert!(falls, "{city}: {:?}, {:?}", figures(0), figures(1));
        }
    }
}

#[test]
fn the_components_add_up_to_the_sizing_load() {
    let bench = Bench::new();
    for (city, room_use) in CITIES.into_iter().flat_map(|city| USES.map(|room_use| (city, room_use))) {
        let loads = bench.loads(&project(city, room_use, &json!({"above": "roof"})));
        let room = &loads.rooms[0];
        let sum = |part: fn(&tonnage::load::space_load::Component) -> i64| {
            room.components.iter().map(part).sum::<i64>()
        };
        // Outdoor air that dries more than people wet leaves a latent load of nothing.
        let found = (sum(|part| part.sensible_w), sum(|part| part.latent_w).max(0));
        assert_eq!(found, (room.sizing.sensible_w, room.sizing.latent_w), "{city} {room_use}");
        let sun = room.components.iter().find(|part| part.cause == Cause::Sun).unwrap();
        assert!(sun.sensible_w > 0, "{city} {room_use}");
    }
}

#[test]
fn the_range_contains_the_load() {
    let bench = Bench::new();
    for (city, room_use) in CITIES.into_iter().flat_map(|city| USES.map(|room_use| (city, room_use))) {
        let project = project(city, room_use, &json!({}));
        let (load, known) = (bench.loads(&project).sum.total_w, bench.uncertainty(&project));
        for range in [known.sum, known.rooms[0].range] {
            assert!(range.low_w < load && load < range.high_w, "{city} {room_use}: {load}, {range:?}");
        }
    }
}

#[test]
fn an_answer_takes_its_question_away_and_narrows_the_range() {
    let bench = Bench::new();
    for room_use in USES {
        let mut project = project("武汉", room_use, &json!({}));
        let mut before = bench.uncertainty(&project);
        let mut asked = Vec::new();
        while let Some(question) = before.question.take() {
            assert!(!asked.contains(&question.lever), "{room_use}: {} is asked twice", question.lever);
            assert!(!question.text.is_empty() && !question.text_zh.is_empty());
            // The answer is what was assumed, so that only the doubt changes.
            let completed =
                tonnage::complete(&Project::from_json(project.to_string().as_bytes()).unwrap(), &bench.0)
                    .unwrap();
            let answer =
                completed.assumptions.iter().find(|assumption| assumption.path == question.path).unwrap();
            state(&mut project, &question.path, serde_json::to_value(&answer.value).unwrap());
            let after = bench.uncertainty(&project);
            let still =
                after.rooms.iter().flat_map(|room| &room.influences).any(|left| left.lever == question.lever);
            assert!(!still, "{room_use}: {} is still in doubt", question.lever);
            // Later ones may move more than before: more glass is more sun where its kind no longer follows its area.
            let narrower = after.sum.width_w() < before.sum.width_w();
            assert!(narrower || !asked.is_empty(), "{room_use}: {} narrows nothing", question.lever);
            asked.push(question.lever);
            before = after;
        }
        assert!(asked.len() >= 8 && before.sum.width_w() == 0, "{room_use}: {asked:?}, {:?}", before.sum);
    }
}

/// States a field of the building or of the first room.
fn state(project: &mut Value, path: &str, value: Value) {
    let mut place = project;
    for part in path.replace("[0]", ".0").split('.') {
        place = match part {
            "0" => {
                if place.is_null() {
                    *place = json!([{}]);
                }
                &mut place[0]
            }
            name => &mut place[name],
        };
    }
    *place = value;
}

#[test]
fn an_end_of_a_range_that_a_room_cannot_have_refuses_no_project() {
    // A ceiling lowered by a seventh would hang before these windows.
    let window = json!({"widthM": 2, "heightM": 2.7, "sillM": 0, "leftM": 1});
    let project =
        project("武汉", "office_general", &json!({"facades": [{"facing": "S", "windows": [window]}]}));
    let known = Bench::new().uncertainty(&project);
    assert!(known.sum.width_w() > 0);
}

#[test]
fn identical_rooms_have_identical_loads_and_their_order_does_not_matter() {
    let bench = Bench::new();
    let shop = json!({"use": "shop_general", "areaM2": 120, "above": "roof"});
    let office = json!({"use": "office_general", "areaM2": 40});
    let loads = |rooms: [&Value; 3]| bench.loads(&json!({"site": {"city": "武汉"}, "rooms": rooms}));
    let (one, other) = (loads([&shop, &office, &shop]), loads([&office, &shop, &shop]));
    let figures = |loads: &Loads, room: usize| {
        let computed = loads.rooms[room].computed.clone().unwrap();
        (computed.days, computed.heating, loads.rooms[room].sizing, loads.rooms[room].components.clone())
    };
    assert_eq!(figures(&one, 0), figures(&one, 2));
    assert_eq!(figures(&one, 0), figures(&other, 1));
    assert_eq!(figures(&one, 1), figures(&other, 0));
    assert_eq!((one.sum, one.heating_w), (other.sum, other.heating_w));
    assert_eq!(one.block.unwrap().peak.total_w, other.block.unwrap().peak.total_w);
}

#[test]
fn a_south_glass_room_in_a_city_of_cool_winters_peaks_in_autumn() {
    let south = json!({
        "facades": [{"facing": "S", "glazingRatio": 0.9, "glazing": "single6.al"}],
        "outdoorAir": {"treatedBy": "none"}, "people": {"count": 2},
    });
    let bench = Bench::new();
    let month = |facing: &str| {
        let mut fields = south.clone();
        fields["facades"][0]["facing"] = json!(facing);
        let room = bench.loads(&project("武汉", "office_general", &fields)).rooms.remove(0);
        room.computed.unwrap().sizing_peak.month
    };
    assert!((9..=11).contains(&month("S")), "{}", month("S"));
    assert!((6..=8).contains(&month("N")), "{}", month("N"));
}

#[test]
fn heating_is_wanted_where_winters_are_cold_and_grows_with_them() {
    let bench = Bench::new();
    let heating = |city: &str| {
        bench.loads(&project(city, "office_general", &json!({"above": "roof"}))).rooms[0].heating_w
    };
    assert_eq!(heating("三亚"), None);
    assert!(heating("武汉").is_some() && heating("Beijing") > heating("武汉"));
    let off = bench.loads(&project("哈尔滨", "office_general", &json!({"heating": false})));
    assert_eq!((off.rooms[0].heating_w, off.heating_w), (None, None));
}
