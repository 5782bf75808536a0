//! Projects of up to twelve rooms that look like chance and are the same everywhere, each with a part of the shipped catalogue.

use serde_json::{Value, json};
use tonnage::demo;

/// xorshift64 (Marsaglia 2003).
pub(crate) struct Numbers(u64);

impl Numbers {
    pub(crate) fn of(seed: u64) -> Self {
        let mut numbers = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        for _ in 0..8 {
            numbers.below(2);
        }
        numbers
    }

    /// From 0 to below `end`.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % end
    }

    fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }
}

const USES: [&str; 6] =
    ["office_general", "meeting_room", "hotel_guestroom", "shop_general", "dwelling", "cafe_bar"];

/// Rooms of one or two floors along shared pipes; every other project has nine rooms or more.
pub(crate) fn project(seed: u64) -> Value {
    let mut numbers = Numbers::of(seed);
    let count = if seed.is_multiple_of(2) { 9 + numbers.below(4) } else { 2 + numbers.below(7) };
    let floors = 1 + numbers.below(2);
    let rooms: Vec<Value> = (0..count).map(|number| room(&mut numbers, number, floors)).collect();
    let city = ["武汉", "Beijing", "广州", "哈尔滨"][usize::try_from(numbers.below(4)).unwrap()];
    json!({
        "site": {"city": city},
        "rooms": rooms,
        "installation": {"outdoorPlace": "roofFrame"},
        "preferences": {"coolingOnly": numbers.once_in(3)},
    })
}

fn room(numbers: &mut Numbers, number: u64, floors: u64) -> Value {
    let area = 14 + numbers.below(70);
    let take_off = 5 + 3 * numbers.below(12);
    let mut installation = json!({"pipeRunM": take_off + 3, "branchRunM": 2 + numbers.below(2)});
    if numbers.once_in(4) {
        installation["powerCableRunM"] = json!(15 + 5 * numbers.below(4));
    }
    let mut room = json!({
        "id": format!("room-{number}"),
        "use": USES[usize::try_from(numbers.below(6)).unwrap()],
        "areaM2": area,
        "floor": 1 + numbers.below(floors),
        "installation": installation,
    });
    if numbers.once_in(4) {
        room["coolingSetPointC"] = json!(24 + numbers.below(4));
    }
    let total = area * (110 + numbers.below(90));
    room["statedLoad"] = json!({"totalW": total, "sensibleW": total * 7 / 10, "heatingW": total * 6 / 10});
    room
}

/// What is shipped of the heat-pump family, some of the multi-split and some pairs: so few that rooms ask for company.
pub(crate) fn catalogue(seed: u64) -> Value {
    let mut numbers = Numbers::of(seed + 900);
    let mut shipped: Value = serde_json::from_slice(demo::CATALOGUE).unwrap();
    let (most_pairs, part) = (if seed.is_multiple_of(3) { 5 } else { 0 }, 2 + seed % 3);
    let mut pairs = 0;
    shipped["products"].as_array_mut().unwrap().retain(|product| {
        let family = product["family"].as_str().unwrap_or_default();
        match product["kind"].as_str().unwrap() {
            "controller" => true,
            "branchKit" => family == "dv",
            "matchedSplit" => {
                let taken = pairs < most_pairs && numbers.once_in(8);
                pairs += i32::from(taken);
                taken
            }
            "outdoorUnit" => (family == "dv" || family == "dm") && numbers.once_in(part),
            "indoorUnit" => (family == "dv" || family == "dm") && numbers.once_in(part + 1),
            _ => false,
        }
    });
    shipped
}
