//! Thin air: what it leaves of sensible capacities, and of all capacities where the maker says so.

use super::shop::{list, of_rule, project, stock, systems, told};
use super::verdict::finding;
use serde_json::{Value, json};

const PAIR: &str = "AUD-24UX4RFM8+AUW-24U4RK8";

/// A room for these products at a height; the pressure of the design stays that of the tables, so that they are read at one place.
fn at(products: &[&str], elevation_m: f64, load: Value) -> Value {
    project(&[
        ("/preferences/products", json!(products)),
        ("/site/elevationM", json!(elevation_m)),
        ("/rooms/0/statedLoad", load),
    ])
}

fn each(told: &Value) -> [i64; 2] {
    let each = &systems(told)[0]["rooms"][0]["each"];
    ["totalW", "sensibleW"].map(|name| each[name].as_i64().unwrap())
}

fn altitude(told: &Value, product: &str) -> Vec<Value> {
    of_rule(told, product, "altitude").iter().map(|check| check["verdict"].clone()).collect()
}

#[test]
fn above_a_thousand_metres_a_pair_gives_as_much_less_sensible_heat_as_its_air_is_thinner() {
    let small = || json!({"totalW": 4000, "sensibleW": 3000});
    let low = told(&at(&[PAIR], 1000.0, small()), &stock(&[]));
    assert_eq!((each(&low), altitude(&low, PAIR)), ([7000, 5250], vec![]));
    // (1 - 2.25577e-5 x 1500)^4.256 = 0.8637.
    let high = told(&at(&[PAIR], 1500.0, small()), &stock(&[]));
    assert_eq!((each(&high), altitude(&high, PAIR)), ([7000, 4534], vec![json!("notChecked")]));
    assert_eq!(finding(&high, "altitude_not_checked").unwrap()["severity"], "warning");
    // What it carries at the sea it does not carry there.
    let asked = at(&[PAIR], 1500.0, json!({"totalW": 5600, "sensibleW": 4535}));
    assert!(list(&told(&asked, &stock(&[]))["selection"]["systems"]).is_empty());
}

#[test]
fn a_family_with_a_correction_gives_by_it_in_the_room_as_well() {
    let load = || json!({"totalW": 6000, "sensibleW": 4000});
    let products = ["DV-ID112", "DV-O224"];
    let [total, sensible] = each(&told(&at(&products, 0.0, load()), &stock(&[])));
    let high = told(&at(&products, 1500.0, load()), &stock(&[]));
    // Half-way between 0.97 at 1000 m and 0.94 at 2000 m.
    let left = [(total, 0.955), (sensible, 0.8637)]
        .map(|(watts, left)| f64::from(i32::try_from(watts).unwrap()) * left);
    for (found, left) in each(&high).into_iter().zip(left) {
        assert!((f64::from(i32::try_from(found).unwrap()) - left).abs() < 2.0, "{found} {left}");
    }
    assert_eq!(
        (altitude(&high, "DV-ID112"), altitude(&high, "DV-O224")),
        (vec![json!("passed")], vec![json!("passed")])
    );
    let open = told(&at(&products, 1500.0, load()), &stock(&[("dv", "/altitude", Value::Null)]));
    assert_eq!((each(&open)[0], altitude(&open, "DV-ID112")), (total, vec![json!("notChecked")]));
}

#[test]
fn a_fan_coil_gives_less_sensible_heat_too() {
    let products = ["DF-D170", "McQuay-AGZ010BS"];
    let load = || json!({"totalW": 5000, "sensibleW": 3000});
    let [total, sensible] = each(&told(&at(&products, 0.0, load()), &stock(&[])));
    let high = told(&at(&products, 1500.0, load()), &stock(&[]));
    assert_eq!(each(&high)[0], total);
    let left = f64::from(i32::try_from(sensible).unwrap()) * 0.8637;
    assert!((f64::from(i32::try_from(each(&high)[1]).unwrap()) - left).abs() < 2.0);
    assert_eq!(altitude(&high, "DF-D170"), ["notChecked"]);
}
