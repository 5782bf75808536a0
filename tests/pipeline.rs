//! Whole journeys through the public API: what a proposal must always be.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "same_answer/cases.rs"]
mod cases;

use serde_json::Value;
use std::collections::BTreeSet;
use tonnage::boundary::canonical;
use tonnage::finding::FindingCode;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::proposal::Proposal;
use tonnage::selection::Rule;
use tonnage::{At, Engine, complete, demo, select, size, take_off};

fn propose(engine: &Engine, text: &str) -> Proposal {
    let (at, _) = engine.demo_instant().unwrap();
    engine.propose(&Project::from_json(text.as_bytes()).unwrap(), &Customer::default(), at).unwrap()
}

fn codes(proposal: &Proposal) -> BTreeSet<&'static str> {
    proposal.findings().map(|finding| finding.code.as_str()).collect()
}

const SMALLEST: &str = include_str!("projects/smallest.json");

#[test]
fn the_smallest_project_gives_a_whole_proposal() {
    let proposal = propose(&cases::engine(), SMALLEST);
    assert!(proposal.is_complete());
    let room = &proposal.loads.rooms[0];
    let load = room.sizing;
    let peak = &room.computed.as_ref().unwrap().sizing_peak;
    assert_eq!(
        (load.total_w, load.sensible_w, load.latent_w),
        (peak.total_w, peak.sensible_w(), peak.latent_w())
    );
    assert_eq!(load.total_w, load.sensible_w + load.latent_w);
    assert!((100.0..=200.0).contains(&room.band.load_w_m2), "{}", room.band.load_w_m2);
    assert_eq!(proposal.loads.site.station_id.as_deref(), Some("57494"));
    assert!((proposal.loads.site.cooling_dry_bulb_c - 35.2).abs() < 1e-9);
    let selection = proposal.selection.as_ref().unwrap();
    let choice = &selection.systems[0].rooms[0];
    assert!(choice.all.total_w >= load.total_w && choice.all.sensible_w >= load.sensible_w);
    assert!(proposal.quote.unwrap().total.is_some());
}

#[test]
fn a_completed_project_gives_the_same_answer_and_nothing_is_assumed_again() {
    let engine = cases::engine();
    for (name, text) in cases::cases(&engine).into_iter().step_by(5) {
        let first = propose(&engine, &text);
        let answer: Value = serde_json::from_str(&first.answer().unwrap().text()).unwrap();
        let completed = answer["project"].to_string();
        let again = propose(&engine, &completed);
        assert_eq!(again.assumptions, [], "{name}");
        assert_eq!(
            (&again.loads, &again.selection, &again.quote),
            (&first.loads, &first.selection, &first.quote),
            "{name}"
        );
        assert_eq!(again.project, first.project, "{name}");
    }
}

#[test]
fn stating_what_was_assumed_takes_it_off_the_list_and_another_value_overrides_it() {
    let engine = cases::engine();
    let stated = |field: &str| SMALLEST.replace("\"areaM2\":120", &format!("\"areaM2\":120,{field}"));
    let paths = |proposal: &Proposal| -> BTreeSet<String> {
        proposal.assumptions.iter().map(|assumption| assumption.path.clone()).collect()
    };
    let before = propose(&engine, SMALLEST);
    let after = propose(&engine, &stated("\"relativeHumidity\":0.6"));
    let gone: Vec<_> = paths(&before).difference(&paths(&after)).cloned().collect();
    assert_eq!(gone, ["rooms[0].relativeHumidity"]);
    assert_eq!(before.loads, after.loads);
    let drier = propose(&engine, &stated("\"relativeHumidity\":0.55"));
    assert!(drier.loads.rooms[0].air.wet_bulb_c < before.loads.rooms[0].air.wet_bulb_c);
}

#[test]
fn below_the_makers_wet_bulb_the_answer_says_so_and_extends_no_table() {
    let text =
        SMALLEST.replace("\"areaM2\":120", "\"areaM2\":120,\"coolingSetPointC\":25,\"relativeHumidity\":0.5,\"outdoorAir\":{\"treatedBy\":\"none\"}");
    let text = text.replace("\"rooms\"", "\"preferences\":{\"systems\":[\"matchedSplit\"]},\"rooms\"");
    let proposal = propose(&cases::engine(), &text);
    let selection = proposal.selection.as_ref().unwrap();
    let room = &selection.rooms[0];
    assert!(room.system.is_none() && !proposal.is_complete());
    assert!(room.conditions.indoor_wet_bulb_c < 18.0);
    let outside = &room.rejected.iter().find(|group| group.rule == Rule::OutsideTable).unwrap().products;
    assert_eq!(outside.len(), 45);
    assert_eq!(outside[0].params["axis"].to_string(), "indoorWetBulbC");
    assert_eq!(outside[0].params["minimum"].to_string(), "18");
    let finding = selection.findings.iter().find(|finding| finding.code == FindingCode::NothingFits).unwrap();
    assert_eq!(
        (finding.path.as_str(), finding.params["rule"].to_string().as_str()),
        ("rooms[0]", "outsideTable")
    );
}

#[test]
fn every_product_is_chosen_an_alternative_or_rejected_with_its_first_failed_rule() {
    let engine = cases::engine();
    let mut rules = BTreeSet::new();
    // Warm and very damp: inside the table's ends, beyond those of the 21 °C column.
    let damp = SMALLEST
        .replace("\"areaM2\":120", "\"areaM2\":120,\"coolingSetPointC\":21.5,\"relativeHumidity\":0.9");
    for (name, text) in cases::cases(&engine).into_iter().chain([("damp".to_owned(), damp)]) {
        let proposal = propose(&engine, &text);
        let selection = proposal.selection.as_ref().unwrap();
        let requested: BTreeSet<_> =
            selection.requested.iter().filter_map(|units| units.room.clone()).collect();
        for room in selection.rooms.iter().filter(|room| !requested.contains(&room.room)) {
            let system = selection.systems.iter().find(|system| Some(&system.id) == room.system.as_ref());
            let chosen =
                system.into_iter().flat_map(|system| &system.rooms).filter(|one| one.room == room.room);
            let next = room.alternatives.iter().flat_map(|system| &system.rooms);
            let shown = chosen.chain(next).map(|one| &one.product.id);
            let refused = room.rejected.iter().flat_map(|group| &group.products);
            let mut all: Vec<_> = shown.chain(refused.map(|one| &one.product)).collect();
            // Splits, rooftop units, indoor units and fan coils.
            let products = 66 + 26 + 105 + 14;
            assert_eq!(all.len(), products, "{name}");
            all.sort();
            all.dedup();
            assert_eq!(all.len(), products, "{name}: a product is there twice");
            rules.extend(room.rejected.iter().map(|group| group.rule));
        }
    }
    // The demo data is complete and has a price for everything.
    assert!(!rules.contains(&Rule::IncompleteData) && !rules.contains(&Rule::NoPrice), "{rules:?}");
    let expected = [
        Rule::RefusedByCatalogue,
        Rule::SystemWanted,
        Rule::Mounting,
        Rule::PipeLength,
        Rule::PipeHeight,
        Rule::OutsideTable,
        Rule::TotalCapacity,
        Rule::HeatingCapacity,
        Rule::Charge,
        Rule::Redundancy,
        Rule::Costlier,
    ];
    for rule in expected {
        assert!(rules.contains(&rule), "{rule:?} refuses nothing");
    }
}

#[test]
fn the_order_of_rooms_moves_no_room() {
    let engine = cases::engine();
    let mut project = Project::from_json(include_bytes!("projects/shanghai_bank.json")).unwrap();
    let (at, _) = engine.demo_instant().unwrap();
    let mut quotes = Vec::new();
    for _ in 0..2 {
        let proposal = engine.propose(&project, &Customer::default(), at).unwrap();
        let selection = proposal.selection.unwrap();
        let mut served: Vec<_> = selection
            .systems
            .iter()
            .flat_map(|system| {
                system
                    .rooms
                    .iter()
                    .map(move |room| (room.room.clone(), room.product.id.clone(), room.units, system.cost))
            })
            .collect();
        served.sort();
        quotes.push((served, selection.optimum.cost, proposal.quote.unwrap().total));
        project.rooms.reverse();
    }
    assert_eq!(quotes[0], quotes[1]);
}

#[test]
fn a_larger_room_never_costs_less() {
    let engine = cases::engine();
    let mut before = String::new();
    let mut cost = 0.0;
    for area in (10..=400).step_by(10) {
        let proposal = propose(&engine, &SMALLEST.replace("\"areaM2\":120", &format!("\"areaM2\":{area}")));
        let Some(total) =
            proposal.quote.unwrap().total.filter(|_| proposal.selection.unwrap().rooms[0].system.is_some())
        else {
            continue;
        };
        let now: f64 = total.to_string().parse().unwrap();
        assert!(now >= cost, "{area} m² costs {total}, less than {before}");
        (before, cost) = (total.to_string(), now);
    }
    assert!(cost > 0.0);
}

#[test]
fn a_place_far_from_its_station_high_up_or_disputed_is_said() {
    let engine = cases::engine();
    let at_city = |city: &str, room_use: &str| {
        propose(
            &engine,
            &format!(r#"{{"site":{{"city":"{city}"}},"rooms":[{{"use":"{room_use}","areaM2":40}}]}}"#),
        )
    };
    assert!(codes(&at_city("攀枝花", "shop_general")).contains("station_far"));
    assert!(codes(&at_city("Lhasa", "shop_general")).contains("altitude_not_checked"));
    assert!(!codes(&at_city("武汉", "shop_general")).contains("altitude_not_checked"));
    assert!(codes(&at_city("武汉", "hotel_guestroom")).contains("band_disputed"));
    assert!(!codes(&at_city("武汉", "shop_general")).contains("band_disputed"));
}

#[test]
fn an_answer_of_any_step_has_the_digest_of_its_own_bytes() {
    let engine = cases::engine();
    let project = Project::from_json(SMALLEST.as_bytes()).unwrap();
    let (at, _) = engine.demo_instant().unwrap();
    let proposals = [
        engine.size(&project).unwrap(),
        engine.select(&project, &Customer::default(), at).unwrap(),
        engine.propose(&project, &Customer::default(), at).unwrap(),
    ];
    assert_eq!(proposals[2].answer(), cases::answer(&engine, SMALLEST));
    for proposal in proposals {
        let answer = proposal.answer().unwrap();
        let field = format!("\"digest\":\"{}\",", answer.digest());
        let text = answer.text();
        // The answer's own digest stands at the top; remove it and digest the rest.
        let without = text.replacen(&field, "", 1);
        assert_eq!(without.len() + field.len(), text.len());
        assert_eq!(canonical::digest_of(without.as_bytes()), answer.digest());
    }
}

#[test]
fn one_instant_given_with_two_offsets_gives_the_same_bytes() {
    let engine = cases::engine();
    let project = Project::from_json(SMALLEST.as_bytes()).unwrap();
    let answers = ["2026-03-01T07:30:00+08:00", "2026-02-28T23:30:00.000Z"].map(|at| {
        engine
            .propose(&project, &Customer::default(), At::parse(at).unwrap())
            .unwrap()
            .answer()
            .unwrap()
            .text()
    });
    assert_eq!(answers[0], answers[1]);
}

/// Channel, store, device, language and user are not in the input type, so they cannot move a price.
#[test]
#[cfg(not(target_arch = "wasm32"))] // The npm module has no schemas; they are files beside it.
fn no_input_has_a_channel() {
    for name in tonnage::schema::NAMES {
        let text = canonical::text(&tonnage::schema::schema(name).unwrap());
        for word in ["channel", "store", "device", "language", "user"] {
            assert!(!text.contains(&format!("\"{word}\":")), "{name} has a field {word}");
        }
    }
}

#[test]
fn a_step_refuses_the_result_of_another_project() {
    let (reference, catalogue, books) =
        (demo::reference().unwrap(), demo::catalogue().unwrap(), demo::books().unwrap());
    let at = books.demo_instant().unwrap();
    let project =
        |text: &str| complete(&Project::from_json(text.as_bytes()).unwrap(), &reference).unwrap().project;
    let (shop, office) =
        (project(SMALLEST), project(&SMALLEST.replace("shop", "office").replace("120", "20")));
    let loads = size(&office, &reference).unwrap();
    let other = select(&shop, &loads, &catalogue, &books, at).unwrap_err();
    assert_eq!(other.code(), "mismatch");
    let selection = select(&office, &loads, &catalogue, &books, at).unwrap();
    assert_eq!(take_off(&shop, &selection).unwrap_err().code(), "mismatch");
    assert!(take_off(&office, &selection).is_ok());
}

#[test]
fn a_station_that_is_not_the_citys_and_an_odd_product_are_said() {
    let engine = cases::engine();
    let elsewhere = SMALLEST.replace("\"武汉\"", "\"武汉\",\"stationId\":\"59287\"");
    assert!(codes(&propose(&engine, &elsewhere)).contains("station_not_of_city"));
    assert!(!codes(&propose(&engine, SMALLEST)).contains("station_not_of_city"));
    // Two cities are "Suzhou"; the station of either says which one is meant.
    let ambiguous = SMALLEST.replace("\"武汉\"", "\"Suzhou\",\"stationId\":\"STATION\"");
    let one_of_two = |station: &str| {
        let text = ambiguous.replace("STATION", station);
        !codes(&propose(&engine, &text)).contains("station_not_of_city")
    };
    let stations: BTreeSet<String> =
        engine.reference().places("Suzhou", None).iter().map(|place| place.station_id.clone()).collect();
    assert!(stations.len() == 2 && stations.iter().all(|station| one_of_two(station)));
    let with_province = SMALLEST.replace("\"武汉\"", "\"武汉\",\"province\":\"湖北省\"");
    assert_eq!(propose(&engine, &with_province).loads.site.station_id.as_deref(), Some("57494"));
    let bank = propose(&engine, include_str!("projects/shanghai_bank.json"));
    let selection = bank.selection.as_ref().unwrap();
    let checks = selection.systems.iter().flat_map(|system| &system.rooms).flat_map(|room| &room.checks);
    assert!(checks.clone().any(|check| check.rule == Rule::Redundancy), "N+1 of the server room");
    // The pair whose rated input is not that of its table.
    let load = r#""areaM2":78,"statedLoad":{"totalW":8970,"sensibleW":6100},"installation":{"pipeRunM":12}"#;
    let office = SMALLEST.replace("shop", "office").replace("\"areaM2\":120", load).replace("武汉", "上海");
    let pool = r#""preferences":{"products":["AUD-36UX4REH8+AUW-36U6RN8"]},"rooms""#;
    let office = office.replace("\"rooms\"", pool);
    assert!(codes(&propose(&engine, &office)).contains("product_remarked"));
}
