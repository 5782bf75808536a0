//! A hotel of 100 rooms on 10 floors, with its plants on the roof.

use serde_json::{Value, json};

/// The project: ten rooms along the corridor of each floor, north and south in turn.
pub(crate) fn project() -> String {
    let floors = (1_u32..=10).flat_map(|floor| (0_u32..10).map(move |number| room(floor, number)));
    let rooms: Vec<Value> = floors.collect();
    json!({"site": {"city": "武汉"}, "building": {"storeys": 10}, "rooms": rooms}).to_string()
}

fn room(floor: u32, number: u32) -> Value {
    let below = f64::from(10 - floor) * 3.5 + 3.0;
    json!({
        "id": format!("r{floor:02}{number:02}"),
        "use": "hotel_guestroom",
        "areaM2": 28 + number % 3 * 4,
        "floor": floor,
        "facades": [{"facing": if number.is_multiple_of(2) { "N" } else { "S" }}],
        "installation": {
            "pipeRunM": 6.0 + below + 3.0 * f64::from(number),
            "heightDifferenceM": below,
            "outdoorPlace": "roofFrame",
            "storey": 10,
        },
    })
}
