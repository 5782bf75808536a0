//! Projects that wish one kind of system each, with rooms of several units and plants of several modules.

use serde_json::{Value, json};

fn project(systems: &[&str], cooling_only: bool, areas: &[f64], room_use: &str) -> String {
    let rooms = areas.iter().zip(0_u32..).map(|(area, number)| {
        json!({"id": format!("r{number}"), "use": room_use, "areaM2": area, "heightM": 3.6, "floor": 1,
            "facades": [{"facing": if number.is_multiple_of(2) { "W" } else { "E" }}],
            "installation": {"pipeRunM": 14.0 + 4.5 * f64::from(number), "branchRunM": 3.5}})
    });
    let rooms: Vec<Value> = rooms.collect();
    json!({
        "site": {"city": "武汉"},
        "rooms": rooms,
        "installation": {"outdoorPlace": "roofFrame", "ductRunM": 12, "storey": 2},
        "preferences": {"systems": systems, "coolingOnly": cooling_only, "maxUnitsPerRoom": 12},
    })
    .to_string()
}

/// The projects by name.
pub(crate) fn projects() -> Vec<(String, String)> {
    let offices = [24.0, 36.0, 30.0, 18.0];
    let halls = [150.0, 90.0, 60.0, 45.0, 220.0];
    let large = [260.0, 300.0, 240.0, 280.0, 260.0];
    let all: [(&str, &[&str], bool, &[f64]); 9] = [
        ("pairs", &["matchedSplit"], false, &halls),
        ("multi-split", &["multiSplit"], false, &offices[..2]),
        ("heat pumps", &["vrfHeatPump"], false, &offices),
        ("heat pumps of halls", &["vrfHeatPump"], false, &halls),
        ("heat pumps of large halls", &["vrfHeatPump"], true, &large),
        ("heat recovery", &["vrfHeatRecovery"], false, &offices),
        ("heat recovery of halls", &["vrfHeatRecovery"], true, &halls),
        ("rooftops", &["rooftop"], true, &large),
        ("water", &["chilledWater"], true, &halls),
    ];
    let made = all.map(|(name, systems, cooling_only, areas)| {
        (name.to_owned(), project(systems, cooling_only, areas, "office_general"))
    });
    made.into_iter().collect()
}
