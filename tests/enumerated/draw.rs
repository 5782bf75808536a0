//! Fifty projects that look like chance and are the same everywhere, each with a part of the shipped catalogue that it may be
//! served from: everything can then be tried.

use super::facts::text;
use serde_json::{Map, Value, json};

/// Whole numbers from a fixed generator (xorshift of Marsaglia, 2003, with the shifts 13, 7 and 17).
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

    fn from(&mut self, low: u64, end: u64) -> u64 {
        low + self.below(end - low)
    }

    fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[usize::try_from(self.below(of.len() as u64)).unwrap()]
    }

    /// Tenths from `low` to below `end`.
    fn tenths(&mut self, low: u64, end: u64) -> Value {
        let number = self.from(low, end);
        json!(f64::from(u32::try_from(number).unwrap()) / 10.0)
    }
}

/// What a project is drawn for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    Splits,
    HeatPump,
    HeatPumpAndSplits,
    Recovery,
    Multi,
    MultiAndSplits,
    Water,
    Rooftop,
    Everything,
}

const THEMES: [Theme; 10] = [
    Theme::HeatPumpAndSplits,
    Theme::Multi,
    Theme::Water,
    Theme::Rooftop,
    Theme::HeatPump,
    Theme::Recovery,
    Theme::Everything,
    Theme::MultiAndSplits,
    Theme::Splits,
    Theme::HeatPump,
];

const CITIES: [&str; 12] = [
    "武汉",
    "上海",
    "广州",
    "Beijing",
    "哈尔滨",
    "昆明",
    "Chengdu",
    "西安",
    "Shenzhen",
    "重庆",
    "大连",
    "佛山",
];

const USES: [&str; 16] = [
    "office_general",
    "office_highend",
    "meeting_room",
    "lobby",
    "hotel_guestroom",
    "restaurant_western",
    "cafe_bar",
    "shop_general",
    "convenience_store",
    "hair_beauty",
    "classroom",
    "clinic",
    "bank_hall",
    "dwelling",
    "nursing_home",
    "pharmacy",
];

/// What the rooms of a project state for themselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rooms {
    /// What neighbours hear and how much space there is holds for all, and no two rooms leave a shared pipe at one place.
    Apart,
    /// Rooms have limits of their own towards neighbours, and space of their own at the outdoor unit.
    OwnLimits,
    /// Rooms leave the pipe where others do.
    OnePlace,
}

/// The theme of a project.
pub(crate) fn theme(number: u64) -> Theme {
    THEMES[usize::try_from(number % 10).unwrap()]
}

/// A project.
pub(crate) fn project(number: u64, own: Rooms) -> Value {
    let theme = theme(number);
    let mut numbers = Numbers::of(number);
    let most = match theme {
        Theme::Rooftop => 4,
        Theme::Everything => 6,
        _ => 8,
    };
    let count = numbers.from(1, most + 1);
    // Some stand on one floor, some on two, some do not say; the last may have much height between their units.
    let floors = numbers.below(3);
    let tall = floors == 0 && numbers.once_in(3);
    let rooms: Vec<Value> =
        (0..count).map(|position| room(&mut numbers, theme, position, (floors, tall, own))).collect();
    let central = matches!(theme, Theme::Water | Theme::Rooftop | Theme::Everything);
    let place = if theme == Theme::Rooftop {
        "roofFrame"
    } else if central {
        numbers.one(&["floorFrame", "roofFrame"])
    } else {
        numbers.one(&["wallBracket", "floorFrame", "roofFrame"])
    };
    let mut installation = json!({
        "outdoorPlace": place,
        "wall": numbers.one(&["brick", "concrete", "light"]),
        "storey": numbers.from(1, 9),
        "drainRunM": numbers.tenths(0, 90),
        "powerCableRunM": numbers.tenths(30, 400),
        "installHeightM": numbers.tenths(24, 66),
        "ductRunM": numbers.tenths(0, 90),
    });
    let stated = installation.as_object_mut().unwrap();
    if numbers.once_in(3) {
        put(stated, "outdoorAllowanceK", numbers.tenths(0, 30));
    }
    if numbers.once_in(4) {
        put(stated, "noiseLimitDba", json!(numbers.from(42, 52)));
    }
    if numbers.once_in(4) {
        put(stated, "neighbourDistanceM", json!(numbers.from(4, 25)));
        put(stated, "neighbourLimitDba", json!(numbers.from(40, 55)));
    }
    if numbers.once_in(8) {
        put(stated, "clearanceM", numbers.tenths(3, 9));
    }
    let supply = json!({"supply": {"phases": if numbers.once_in(4) { 1 } else { 3 }, "availableA": 200}});
    let cooling_only = central || numbers.once_in(3);
    json!({
        "name": format!("drawn {number}"),
        "site": { "city": numbers.one(&CITIES) },
        "rooms": rooms,
        "building": if numbers.once_in(4) { supply } else { json!({}) },
        "installation": installation,
        "preferences": {
            "coolingOnly": cooling_only,
            "simultaneous": theme == Theme::Recovery,
            "shareAcrossFloors": numbers.once_in(4),
            "maxUnitsPerRoom": 4,
        },
    })
}

fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    object.insert(name.to_owned(), value);
}

fn room(
    numbers: &mut Numbers,
    theme: Theme,
    position: u64,
    (floors, tall, own): (u64, bool, Rooms),
) -> Value {
    let area = match theme {
        Theme::Rooftop => numbers.from(600, 2600),
        Theme::Water => numbers.from(200, 1500),
        Theme::Multi | Theme::MultiAndSplits => numbers.from(80, 350),
        _ => numbers.from(120, 900),
    };
    let far = if matches!(theme, Theme::Multi | Theme::MultiAndSplits) { 18 } else { 44 };
    let branch = numbers.from(5, 60);
    // Eight rooms leave the pipe at eight places of a metre, or at whole metres.
    let take_off = match own {
        Rooms::Apart | Rooms::OwnLimits => numbers.below(far) * 10 + position,
        Rooms::OnePlace => numbers.below(3) * 40,
    };
    let metres = |tenths: u64| f64::from(u32::try_from(tenths).unwrap()) / 10.0;
    let height = if tall { numbers.below(29) } else { numbers.below(12) };
    let mut room = json!({
        "id": format!("room-{position}"),
        "use": numbers.one(&USES),
        "areaM2": f64::from(u32::try_from(area).unwrap()) / 10.0,
        "facades": [{
            "facing": numbers.one(&["S", "E", "W", "N", "SW", "SE"]),
            "glazingRatio": f64::from(u32::try_from(numbers.from(10, 70)).unwrap()) / 100.0,
        }],
        "installation": {
            "pipeRunM": metres(take_off + branch),
            "branchRunM": metres(branch),
            "heightDifferenceM": if theme == Theme::Multi { height / 2 } else { height },
        },
    });
    let stated = room.as_object_mut().unwrap();
    if floors > 0 {
        put(stated, "floor", json!(1 + numbers.below(floors)));
    }
    if numbers.once_in(4) {
        put(stated, "above", json!("roof"));
    }
    if numbers.once_in(12) {
        put(stated, "group", json!("tenant B"));
    }
    own_circumstances(numbers, &mut stated["installation"], own);
    own_air(numbers, stated);
    if theme == Theme::Splits && numbers.once_in(6) {
        put(stated, "spareUnits", json!(1));
    }
    if numbers.once_in(10) {
        let total = numbers.from(15, 160) * 100;
        let mut load = json!({"totalW": total, "sensibleW": total * 7 / 10});
        if numbers.once_in(2) {
            load["heatingW"] = json!(total * 8 / 10);
        }
        put(stated, "statedLoad", load);
    }
    room
}

/// What a room states of its installation beside what holds for all.
fn own_circumstances(numbers: &mut Numbers, installation: &mut Value, own: Rooms) {
    let stated = installation.as_object_mut().unwrap();
    if numbers.once_in(3) {
        put(stated, "powerCableRunM", numbers.tenths(30, 600));
        put(stated, "drainRunM", numbers.tenths(0, 120));
    }
    if numbers.once_in(6) {
        put(stated, "installHeightM", numbers.tenths(20, 66));
        put(stated, "ductLossPa", json!(numbers.below(110)));
    }
    if numbers.once_in(8) {
        put(stated, "noiseLimitDba", json!(numbers.from(34, 52)));
    }
    if own != Rooms::OwnLimits {
        return;
    }
    if numbers.once_in(8) {
        put(stated, "neighbourDistanceM", json!(numbers.from(2, 25)));
        put(stated, "neighbourLimitDba", json!(numbers.from(35, 55)));
    }
    if numbers.once_in(12) {
        put(stated, "clearanceM", numbers.tenths(3, 9));
    }
}

/// The air that a room is kept at.
fn own_air(numbers: &mut Numbers, stated: &mut Map<String, Value>) {
    if numbers.once_in(4) {
        put(stated, "coolingSetPointC", numbers.tenths(235, 280));
    }
    if numbers.once_in(4) {
        put(stated, "heating", json!(true));
        put(stated, "heatingSetPointC", numbers.tenths(140, 230));
    }
    if numbers.once_in(6) {
        put(stated, "heating", json!(false));
    }
}

/// The part of the shipped catalogue that a project is served from.
pub(crate) fn stock(shipped: &Value, number: u64) -> Value {
    let theme = theme(number);
    let mut numbers = Numbers::of(number + 1000);
    let mut kept: Vec<String> = Vec::new();
    let mut keep = |numbers: &mut Numbers, most: usize, fits: &dyn Fn(&Value) -> bool| {
        let mut ids: Vec<&str> = shipped["products"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|product| fits(product))
            .map(|product| text(&product["id"]))
            .collect();
        while ids.len() > most {
            ids.remove(usize::try_from(numbers.below(ids.len() as u64)).unwrap());
        }
        kept.extend(ids.into_iter().map(str::to_owned));
    };
    let of = |kind: &'static str| move |product: &Value| product["kind"] == kind;
    let (splits, families, water, rooftops): (usize, &[&str], usize, usize) = match theme {
        Theme::Splits => (14, &[], 0, 0),
        Theme::HeatPump => (0, &["dv"], 0, 0),
        Theme::HeatPumpAndSplits => (8, &["dv"], 0, 0),
        Theme::Recovery => (2, &["dr"], 0, 0),
        Theme::Multi => (0, &["dm"], 0, 0),
        Theme::MultiAndSplits => (6, &["dm"], 0, 0),
        Theme::Water => (0, &[], 5, 0),
        Theme::Rooftop => (3, &[], 0, 8),
        Theme::Everything => (4, &["dv", "dm"], 2, 2),
    };
    keep(&mut numbers, splits, &of("matchedSplit"));
    keep(&mut numbers, rooftops, &of("rooftop"));
    for family in families {
        let own = |kind: &'static str| {
            move |product: &Value| product["kind"] == kind && product["family"] == *family
        };
        keep(&mut numbers, 4, &own("outdoorUnit"));
        keep(&mut numbers, 6, &own("indoorUnit"));
        keep(&mut numbers, 99, &own("branchKit"));
        keep(&mut numbers, 99, &own("recoveryBox"));
    }
    if water > 0 {
        let small = |product: &Value| {
            product["kind"] == "chiller"
                && product["referenceW"].as_f64().is_some_and(|watts| watts < 110_000.0)
        };
        keep(&mut numbers, water, &small);
        keep(&mut numbers, 8, &of("fanCoil"));
    }
    keep(&mut numbers, 99, &of("controller"));
    let mut part = shipped.clone();
    part["products"].as_array_mut().unwrap().retain(|product| kept.iter().any(|id| product["id"] == **id));
    part
}

/// The same part of the catalogue without the heat of some machines: tables of units, what defrost takes of a family, and whether a table of
/// pairs has it.
pub(crate) fn without_heat(mut stock: Value, number: u64) -> Value {
    let mut numbers = Numbers::of(number + 2000);
    for product in stock["products"].as_array_mut().unwrap() {
        let heated = ["matchedSplit", "outdoorUnit", "indoorUnit"].contains(&text(&product["kind"]));
        if !heated || numbers.once_in(2) {
            continue;
        }
        if product["kind"] == "matchedSplit" && numbers.once_in(2) {
            product["heating"]["defrostIncluded"] = json!(false);
        } else {
            product.as_object_mut().unwrap().remove("heating");
        }
    }
    for family in stock["families"].as_array_mut().unwrap() {
        if numbers.once_in(3) {
            family.as_object_mut().unwrap().remove("defrost");
        }
    }
    stock
}
