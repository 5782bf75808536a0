//! The envelope data: every build-up and glazing is one that the heat balance takes, and the rule always chooses.
#![cfg(feature = "data")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use serde_json::{Value, json};
use tonnage::demo;
use tonnage::error::Fault;
use tonnage::load::conduction::Conduction;
use tonnage::load::construction::{Construction, Layer};
use tonnage::load::glazing::{Glass, Glazing, InnerBlind};
use tonnage::reference::envelope::{Element, Floor, MassClass, MaterialLayer};
use tonnage::reference::{Reference, Zone};

#[test]
fn every_build_up_is_accepted_by_the_heat_balance_with_the_u_value_of_the_table() {
    let reference = demo::reference().unwrap();
    let envelope = reference.envelope();
    assert_eq!(envelope.opaque_archetypes().len(), 58);
    let films = envelope.films();
    for archetype in envelope.opaque_archetypes() {
        let construction = Construction::of(archetype, envelope.values()).unwrap();
        construction.check().unwrap();
        let conduction = Conduction::of(&construction.layers).unwrap();
        let resistance = 1.0 / conduction.conductance() + films.inside_m2_k_w + films.outside_m2_k_w;
        let difference = 1.0 / resistance / archetype.printed_u_w_m2_k - 1.0;
        assert!(difference.abs() < 0.002, "{}: {difference}", archetype.id);
        assert!((1.0 / resistance - archetype.u_w_m2_k).abs() < 1e-4, "{}", archetype.id);
    }
}

#[test]
fn every_glazing_is_accepted_by_the_heat_balance() {
    let reference = demo::reference().unwrap();
    let envelope = reference.envelope();
    assert_eq!(envelope.glazing_archetypes().len(), 15);
    for glazing in envelope.glazing_archetypes() {
        let glass = Glass { u_value: glazing.u_w_m2_k, shgc: glazing.shgc };
        assert!(Glazing::of(&glass, None, None).is_ok(), "{}", glazing.id);
    }
}

#[test]
fn the_rule_chooses_in_every_zone_year_and_ratio_what_was_built_there() {
    let reference = demo::reference().unwrap();
    let envelope = reference.envelope();
    for zone in Zone::ALL {
        for year in (1950..=2030).step_by(1) {
            for element in [
                Element::Wall,
                Element::Roof,
                Element::InteriorFloor,
                Element::GroundFloor,
                Element::Partition,
            ] {
                let chosen = envelope.choose(element, zone, year).unwrap();
                assert_eq!(chosen.archetype.element, element);
                assert!(!chosen.source.is_empty() && !chosen.source_zh.is_empty());
                // GB 55015-2021 has no line for M-B, which is built as M-A.
                let zones = &chosen.archetype.zones;
                let here = zones.is_empty() || zones.contains(&zone);
                assert!(here || (zone == Zone::MildB && zones.contains(&Zone::MildA)), "{zone:?} {year}");
            }
            let mut before = f64::INFINITY;
            for ratio in [0.0, 0.1, 0.2, 0.21, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0] {
                let chosen = envelope.choose_glazing(zone, year, ratio).unwrap();
                if let Some(limit) = chosen.limit {
                    assert!(chosen.archetype.u_w_m2_k <= limit.u_w_m2_k, "{zone:?} {year} {ratio}");
                }
                assert!(
                    chosen.archetype.u_w_m2_k <= before,
                    "more glass, worse glass: {zone:?} {year} {ratio}"
                );
                before = chosen.archetype.u_w_m2_k;
            }
        }
        assert!(envelope.choose_glazing(zone, 2010, 1.1).is_none());
        assert!(envelope.choose_glazing(zone, 2010, f64::NAN).is_none());
    }
}

/// The example of the method notes: Wuhan, built in 2010, 40 % glass.
#[test]
fn a_shop_in_wuhan_of_2010_gets_block_with_insulation_and_clear_double_glass() {
    let reference = demo::reference().unwrap();
    let envelope = reference.envelope();
    let zone = Zone::HotSummerColdWinterA;
    let wall = envelope.choose_wall(zone, 2010).unwrap();
    assert_eq!(wall.archetype.id, "wall.05.block_eps.hscw");
    assert_eq!(envelope.choose_roof(zone, 2010).unwrap().archetype.id, "roof.05.xps.hscw");
    let glazing = envelope.choose_glazing(zone, 2010, 0.4).unwrap();
    assert_eq!((glazing.archetype.id.as_str(), glazing.limit.unwrap().shgc), ("dbl12a.tb", Some(0.43)));
    assert_eq!(envelope.choose_glazing(zone, 1985, 0.4).unwrap().archetype.id, "single6.al");
    assert_eq!(envelope.choose_wall(zone, 1985).unwrap().archetype.id, "wall.brick240");
    assert_eq!(envelope.choose_wall(zone, 2025).unwrap().archetype.id, "wall.21.aac_geps.hscw");
}

#[test]
fn a_floor_has_its_tiles_in_the_room_and_the_ground_outside() {
    let reference = demo::reference().unwrap();
    let envelope = reference.envelope();
    let ends = |floor| {
        let layers = &envelope.choose_floor(floor, Zone::ColdB, 2010).unwrap().archetype.layers;
        (layers[0].material.clone(), layers[layers.len() - 1].material.clone())
    };
    assert_eq!(ends(Floor::Ground), ("rammed earth/soil".into(), "ceramic tile".into()));
    assert_eq!(ends(Floor::Interior), ("lime-cement mortar".into(), "ceramic tile".into()));
}

#[test]
fn every_blind_is_accepted_by_the_heat_balance_and_a_lighter_one_lets_in_less_heat() {
    let reference = demo::reference().unwrap();
    let glass = Glass { u_value: 2.7, shgc: 0.65 };
    let admitted = |id: &str| {
        let blind = reference.envelope().blind(id).unwrap();
        let inner = InnerBlind {
            transmittance: blind.transmittance,
            reflectance: blind.reflectance,
            convective_fraction: blind.convective_fraction,
        };
        Glazing::of(&glass, Some(&inner), None).unwrap();
        blind.transmittance + inner.absorptance()
    };
    let heat = ["lightRoller", "mediumRoller", "darkRoller"].map(admitted);
    assert!(heat.is_sorted_by(|light, dark| light < dark), "{heat:?}");
    for blind in reference.envelope().blinds() {
        assert!(admitted(&blind.id) < 1.0 && !blind.source_zh.is_empty(), "{}", blind.id);
    }
}

const ELEMENTS: [Element; 5] =
    [Element::Wall, Element::Roof, Element::InteriorFloor, Element::GroundFloor, Element::Partition];
const MASSES: [MassClass; 3] = [MassClass::Light, MassClass::Medium, MassClass::Heavy];

/// Lowest and highest U-value of a build-up, as a refusal names them.
fn u_values(element: Element, mass: MassClass) -> (f64, f64) {
    let reference = demo::reference().unwrap();
    let error = reference.envelope().build_up(element, mass, 100.0).unwrap_err();
    assert_eq!(error.path(), "uWM2K");
    let ends = error.problems().find_map(|problem| match &problem.fault {
        Fault::OutOfRange { minimum, maximum, .. } => Some((*minimum, *maximum)),
        _ => None,
    });
    ends.unwrap()
}

#[test]
fn a_build_up_has_exactly_the_u_value_that_is_stated() {
    let reference = demo::reference().unwrap();
    let (envelope, films) = (reference.envelope(), reference.envelope().films());
    for element in ELEMENTS {
        for mass in MASSES {
            let (lowest, highest) = u_values(element, mass);
            assert!(lowest < 0.12 && highest > 1.2, "{element:?} {mass:?}: {lowest} to {highest}");
            for step in 0..=200 {
                let u_value = (lowest + (highest - lowest) * f64::from(step) / 200.0).min(highest);
                let layers = envelope.build_up(element, mass, u_value).unwrap();
                let solid: Vec<Layer> = layers.iter().map(|layer| Layer::of(layer).unwrap()).collect();
                let resistance: f64 = solid.iter().map(Layer::resistance).sum();
                let found = 1.0 / (films.inside_m2_k_w + resistance + films.outside_m2_k_w);
                // Insulation of less than a hundredth of a millimetre is left out.
                assert!((found / u_value - 1.0).abs() < 1e-3, "{element:?} {mass:?} {u_value}: {found}");
                Conduction::of(&solid).unwrap();
            }
        }
    }
}

#[test]
fn a_u_value_that_no_insulation_gives_is_refused_with_both_ends() {
    let reference = demo::reference().unwrap();
    let envelope = reference.envelope();
    for element in ELEMENTS {
        for mass in MASSES {
            let (lowest, highest) = u_values(element, mass);
            for wrong in [0.0, -1.0, lowest - 1e-4, highest + 1e-4, f64::INFINITY, f64::NAN] {
                let error = envelope.build_up(element, mass, wrong).unwrap_err();
                assert_eq!(error.path(), "uWM2K", "{element:?} {mass:?} {wrong}");
            }
        }
    }
}

#[test]
fn a_heavier_class_stores_more_heat() {
    let reference = demo::reference().unwrap();
    let capacity = |layers: Vec<MaterialLayer>| -> f64 {
        layers.iter().map(|layer| Layer::of(layer).unwrap().capacity()).sum()
    };
    for element in ELEMENTS {
        let stored = MASSES.map(|mass| capacity(reference.envelope().build_up(element, mass, 0.5).unwrap()));
        assert!(stored.is_sorted_by(|light, heavy| light * 1.3 < *heavy), "{element:?}: {stored:?}");
    }
}

fn refused(change: impl Fn(&mut Value)) -> (String, String) {
    let mut value: Value = serde_json::from_slice(demo::REFERENCE).unwrap();
    change(value.get_mut("envelope").unwrap());
    let error = Reference::from_json(value.to_string().as_bytes()).unwrap_err();
    (error.path().to_owned(), error.code().to_owned())
}

#[test]
fn what_is_wrong_in_the_envelope_data_is_refused_with_its_path() {
    let at = |path: &str, code: &str| (path.to_owned(), code.to_owned());
    assert_eq!(
        refused(|file| file["opaque"][0]["layers"] = json!([])),
        at("envelope.opaque[0].layers", "too_few_items")
    );
    assert_eq!(
        refused(|file| file["opaque"][0]["layers"][0]["thicknessM"] = json!(-0.02)),
        at("envelope.opaque[0].layers[0].thicknessM", "out_of_range")
    );
    assert_eq!(
        refused(|file| file["opaque"][0]["layers"][0]["densityKgM3"] = Value::Null),
        at("envelope.opaque[0].layers[0]", "missing_field")
    );
    assert_eq!(
        refused(|file| file["opaque"][0]["uWM2K"] = json!(1.9)),
        at("envelope.opaque[0].uWM2K", "out_of_range")
    );
    assert_eq!(
        refused(|file| file["opaque"][1]["id"] = file["opaque"][0]["id"].clone()),
        at("envelope.opaque[1].id", "duplicate")
    );
    assert_eq!(
        refused(|file| file["opaqueRules"][0]["archetype"] = json!("roof.sandwich")),
        at("envelope.opaqueRules[0].archetype", "unknown_reference")
    );
    assert_eq!(
        refused(|file| file["blinds"][0]["reflectance"] = json!(0.95)),
        at("envelope.blinds[0].reflectance", "out_of_range")
    );
    assert_eq!(
        refused(|file| file["massClasses"][1]["id"] = json!("light")),
        at("envelope.massClasses[1]", "duplicate")
    );
    assert_eq!(
        refused(|file| file["massClasses"][0]["insulation"] = json!(0)),
        at("envelope.massClasses[0].layers[1]", "missing_field")
    );
    assert_eq!(
        refused(|file| file["glazingLadder"][0] = json!("none")),
        at("envelope.glazingLadder[0]", "unknown_reference")
    );
}
