//! What the catalogue does not say: rules that apply are told as not checked, families and plants that cannot be had with their reason.

use super::files::catalogue;
use super::shop::{list, of_rule, project, served, stock, systems, told};
use super::verdict::{finding, refusals};
use serde_json::{Value, json};

const ROOFTOP: &str = "Lennox-KCA060S4";
const CHILLER: &str = "McQuay-AGZ010BS";
const COIL: &str = "DF-D170";
const PAIR: &str = "AUD-24UX4RFM8+AUW-24U4RK8";

fn of(products: &[&str], changes: &[(&str, Value)]) -> Value {
    let mut all = vec![("/preferences/products", json!(products))];
    all.extend(changes.iter().cloned());
    project(&all)
}

fn rooftop(changes: &[(&str, Value)]) -> Value {
    let load = ("/rooms/0/statedLoad", json!({"totalW": 12000, "sensibleW": 9000}));
    of(&[ROOFTOP], &[&[load], changes].concat())
}

fn verdict(told: &Value, product: &str, rule: &str) -> Vec<Value> {
    of_rule(told, product, rule).iter().map(|check| check["verdict"].clone()).collect()
}

#[test]
fn a_rooftop_unit_says_which_of_its_rules_nobody_checks() {
    let sounds = [("/installation/noiseLimitDba", json!(45)), ("/installation/clearanceM", json!(1))];
    let open = told(&rooftop(&sounds), &stock(&[]));
    for rule in ["operatingLimits", "charge", "indoorNoise", "clearance"] {
        assert_eq!(verdict(&open, ROOFTOP, rule), ["notChecked"], "{rule}");
    }
    let said = |code: &str| finding(&open, code).is_some();
    assert!(said("charge_not_checked") && said("not_checked"));
    let air = told(&rooftop(&[]), &stock(&[(ROOFTOP, "/air", Value::Null)]));
    assert_eq!(verdict(&air, ROOFTOP, "staticPressure"), ["notChecked"]);
    // Where nobody states how loud a room may be, there is no such rule.
    assert_eq!(verdict(&air, ROOFTOP, "indoorNoise"), Vec::<Value>::new());
}

#[test]
fn a_chiller_says_which_of_its_rules_nobody_checks() {
    let neighbour = [
        ("/installation/neighbourDistanceM", json!(20)),
        ("/installation/neighbourLimitDba", json!(70)),
        ("/installation/clearanceM", json!(1)),
    ];
    let open = told(&of(&[COIL, CHILLER], &neighbour), &stock(&[(CHILLER, "/sound", Value::Null)]));
    for rule in ["operatingLimits", "pipeLength", "neighbourNoise", "clearance"] {
        assert_eq!(verdict(&open, CHILLER, rule), ["notChecked"], "{rule}");
    }
}

#[test]
fn what_a_maker_states_of_rooftop_units_and_chillers_is_checked() {
    let limits = |highest: f64| json!({"status": "demo", "coolingOutdoorC": [10, highest]});
    for (product, project) in [(ROOFTOP, rooftop(&[])), (CHILLER, of(&[COIL, CHILLER], &[]))] {
        let kept = told(&project, &stock(&[(product, "/limits", limits(35.0))]));
        assert_eq!(verdict(&kept, product, "operatingLimits"), ["passed"], "{product}");
        let broken = told(&project, &stock(&[(product, "/limits", limits(34.9))]));
        assert_eq!(served(&broken), 0, "{product}");
        assert_eq!(refusals(&broken, product, "operatingLimits"), [&json!({"value": 35, "limit": 34.9})]);
    }
}

#[test]
fn a_unit_that_hangs_at_a_height_that_nobody_states_is_not_checked() {
    let products = of(&["DV-ID112", "DV-O224"], &[]);
    assert_eq!(verdict(&told(&products, &stock(&[])), "DV-ID112", "hangingHeight"), ["passed"]);
    let open = told(&products, &stock(&[("DV-ID112", "/leastHeightM", Value::Null)]));
    assert_eq!(verdict(&open, "DV-ID112", "hangingHeight"), ["notChecked"]);
    // The maker of the pairs states none, and what stands on the floor hangs nowhere.
    assert_eq!(verdict(&told(&project(&[]), &stock(&[])), PAIR, "hangingHeight"), ["notChecked"]);
    let low = ("/installation/installHeightM", json!(2.1));
    let hung = |product: &str, others: &[&str], least: f64| {
        let all: Vec<&str> = others.iter().copied().chain([product]).collect();
        told(&of(&all, std::slice::from_ref(&low)), &stock(&[(product, "/leastHeightM", json!(least))]))
    };
    for (product, others) in [(PAIR, &[][..]), (COIL, &[CHILLER]), ("DV-ID112", &["DV-O224"])] {
        assert_eq!(verdict(&hung(product, others, 2.1), product, "hangingHeight"), ["passed"], "{product}");
        let broken = hung(product, others, 2.2);
        assert_eq!(served(&broken), 0, "{product}");
        assert_eq!(refusals(&broken, product, "hangingHeight"), [&json!({"value": 2.1, "limit": 2.2})]);
    }
}

#[test]
fn the_ratio_is_not_checked_where_a_family_does_not_say_how_much_a_unit_with_ducts_counts() {
    let products = of(&["DV-ID112", "DV-O224"], &[]);
    assert_eq!(verdict(&told(&products, &stock(&[])), "DV-ID112", "connectionRatio"), Vec::<Value>::new());
    for field in ["/highStaticWeight", "/highStaticPa"] {
        let open = told(&products, &stock(&[("dv", field, Value::Null)]));
        assert_eq!(verdict(&open, "DV-ID112", "connectionRatio"), ["notChecked"], "{field}");
        // The sum of the indices themselves is checked as ever.
        let of_plant = verdict(&open, "DV-O224", "connectionRatio");
        assert!(!of_plant.is_empty() && of_plant.iter().all(|verdict| verdict == "passed"), "{field}");
    }
    // A cassette has no ducts, whatever its family does not say.
    let cassette = of(&["DV-IC112", "DV-O224"], &[]);
    let open = told(&cassette, &stock(&[("dv", "/highStaticWeight", Value::Null)]));
    assert_eq!(verdict(&open, "DV-IC112", "connectionRatio"), Vec::<Value>::new());
}

/// The shipped catalogue without anything of a family that stands in rooms.
fn without_rooms(family: &str) -> Value {
    let mut file = without("indoorUnit", family);
    let fresh = |one: &Value| one["kind"] == "freshAirUnit" && one["family"] == family;
    file["products"].as_array_mut().unwrap().retain(|one| !fresh(one));
    file
}

/// The shipped catalogue without what stands in a list under a kind and a family.
fn without(kind: &str, family: &str) -> Value {
    let mut file = catalogue();
    file["products"].as_array_mut().unwrap().retain(|one| one["kind"] != kind || one["family"] != family);
    file
}

#[test]
fn a_family_that_no_system_can_be_made_of_is_told_with_its_name_and_the_reason() {
    let wants = |system: &str| {
        project(&[("/preferences/systems", json!([system])), ("/preferences/products", Value::Null)])
    };
    let no_charge = || {
        let mut file = catalogue();
        let family =
            file["families"].as_array_mut().unwrap().iter_mut().find(|one| one["id"] == "dv").unwrap();
        family["charge"]["perMetre"].as_array_mut().unwrap().retain(|one| one["liquidMm"] != json!(22.2));
        file
    };
    let cases = [
        (without("branchKit", "dv"), "no_branch_kit", "noSystem", &["DV-O224", "DV-ID112"][..]),
        (without("outdoorUnit", "dv"), "no_outdoor_unit", "noSystem", &["DV-ID112"]),
        (without_rooms("dv"), "no_indoor_unit", "noSystem", &["DV-O224"]),
        (stock(&[("dv", "/piping", Value::Null)]), "no_piping", "incompleteData", &["DV-O224", "DV-ID112"]),
        (no_charge(), "no_charge", "incompleteData", &["DV-O224", "DV-ID112"]),
    ];
    for (file, reason, rule, units) in cases {
        let open = told(&wants("vrfHeatPump"), &file);
        let params = json!({"family": "dv", "reason": reason});
        let said = finding(&open, "family_unusable").unwrap();
        assert_eq!((&said["params"], &said["severity"]), (&params, &json!("warning")));
        for unit in units {
            assert_eq!(refusals(&open, unit, rule), [&params], "{unit}: {reason}");
        }
        assert_eq!(served(&open), 0);
        // That it is refused for the lack and not for a wish is what the room is told as well.
        if units.contains(&"DV-ID112") {
            assert_eq!(finding(&open, "nothing_fits").unwrap()["params"]["rule"], rule, "{reason}");
        }
        // Who wants pairs is told nothing of it.
        let pairs = told(&wants("matchedSplit"), &file);
        assert_eq!((served(&pairs), finding(&pairs, "family_unusable")), (1, None));
    }
    assert_eq!(finding(&told(&wants("vrfHeatPump"), &stock(&[])), "family_unusable"), None);
}

#[test]
fn a_unit_without_a_plant_says_which_rule_refused_the_plants() {
    let hot = ("/site/design/coolingDays/0/dryBulbMaxC", json!(50.1));
    let told = told(&of(&["DV-ID112", "DV-O224"], &[hot]), &stock(&[]));
    assert_eq!(served(&told), 0);
    assert_eq!(refusals(&told, "DV-O224", "operatingLimits"), [&json!({"value": 50.1, "limit": 50})]);
    assert_eq!(refusals(&told, "DV-ID112", "noSystem"), [&json!({"rule": "operatingLimits"})]);
    let said = finding(&told, "nothing_fits").unwrap();
    assert_eq!(
        (&said["params"]["rule"], &said["params"]["because"]),
        (&json!("noSystem"), &json!("operatingLimits"))
    );
    assert_eq!(list(&told["selection"]["checks"]).len() + systems(&told).len(), 0);
}

#[test]
fn what_a_pipe_takes_of_the_capacity_is_not_checked_where_nobody_states_it() {
    let known = told(&project(&[]), &stock(&[]));
    assert!(of_rule(&known, PAIR, "lengthLoss").is_empty(), "its capacities are lessened by it");
    let open = told(&project(&[]), &stock(&[(PAIR, "/piping/lengthFactors", Value::Null)]));
    assert_eq!(of_rule(&open, PAIR, "lengthLoss")[0]["verdict"], "notChecked");
}
