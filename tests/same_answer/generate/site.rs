//! Sites by every way in which a project can name one, and buildings.

use super::sequence::Sequence;
use super::{Object, put};
use serde_json::{Value, json};

/// From every climate of the standard, hot, cold, high and dry, in Chinese and in pinyin.
const CITIES: [&str; 16] = [
    "武汉",
    "上海",
    "广州",
    "Beijing",
    "哈尔滨",
    "Lhasa",
    "乌鲁木齐",
    "昆明",
    "三亚",
    "Chengdu",
    "西安",
    "Shenzhen",
    "重庆",
    "大连",
    "Turpan",
    "佛山",
];

/// Counties that share their name with others, and the prefecture that tells which is meant.
const COUNTIES: [[&str; 2]; 4] =
    [["鼓楼区", "南京市"], ["朝阳区", "北京市"], ["西湖区", "杭州"], ["Gulou", "福州市"]];

/// Wuhan, a county of Hangzhou, Lanzhou, Sanya.
const CODES: [&str; 4] = ["420100", "330110", "620100", "460200"];

pub(super) fn site(sequence: &mut Sequence, number: u32) -> Object {
    let mut site = Object::new();
    match number % 10 {
        0 => put(&mut site, "adcode", sequence.pick(&CODES)),
        1 => coordinates(&mut site, sequence),
        2 => county(&mut site, sequence),
        3 => {
            design(&mut site, sequence);
            // From what was drawn already: the other projects stay what they were.
            if number % 20 == 3 {
                put(&mut site, "country", "DE");
            }
            return site;
        }
        4 => put(&mut site, "stationId", sequence.pick(&["57494", "54511", "59287"])),
        _ => put(&mut site, "city", sequence.pick(&CITIES)),
    }
    if sequence.chance(8) {
        put(&mut site, "city", "Suzhou");
        put(&mut site, "province", sequence.pick(&["江苏", "安徽省"]));
        for field in ["adcode", "prefecture", "stationId"] {
            site.remove(field);
        }
    }
    if sequence.chance(4) {
        put(&mut site, "climate", sequence.pick(&["current", "code"]));
    }
    if sequence.chance(6) {
        put(&mut site, "elevationM", sequence.decimal(100, 12_000, 10.0));
    }
    if sequence.chance(10) {
        put(&mut site, "utcOffsetH", sequence.decimal(28, 34, 4.0));
        put(&mut site, "zone", sequence.pick(&ZONES));
    }
    site
}

const ZONES: [&str; 6] = ["SC-A", "SC-C", "C-A", "HSCW-A", "HSWW-B", "M-A"];

fn coordinates(site: &mut Object, sequence: &mut Sequence) {
    put(site, "latitude", sequence.decimal(230_000, 400_000, 10_000.0));
    put(site, "longitude", sequence.decimal(1_050_000, 1_180_000, 10_000.0));
}

fn county(site: &mut Object, sequence: &mut Sequence) {
    let index = usize::try_from(sequence.below(4)).unwrap_or(0);
    let [name, prefecture] = COUNTIES.get(index).copied().unwrap_or_default();
    put(site, "city", name);
    put(site, "prefecture", prefecture);
}

/// Design conditions of a place anywhere, as a weather file gives them.
fn design(site: &mut Object, sequence: &mut Sequence) {
    put(site, "latitude", sequence.decimal(0, 600_000, 10_000.0));
    put(site, "longitude", sequence.decimal(0, 1_400_000, 10_000.0));
    put(site, "elevationM", sequence.decimal(0, 15_000, 10.0));
    put(site, "utcOffsetH", sequence.below(10));
    put(site, "zone", sequence.pick(&ZONES));
    let mut design = Object::new();
    if sequence.chance(2) {
        put(&mut design, "source", "drawn");
        put(&mut design, "pressurePa", sequence.decimal(850_000, 1_020_000, 10.0));
    }
    let days: Vec<Value> =
        (0..=sequence.below(3)).map(|position| cooling_day(sequence, 5 + position)).collect();
    put(&mut design, "coolingDays", days);
    let heating = json!({
        "month": 1, "day": 21, "dryBulbC": sequence.decimal(0, 3000, 100.0) - 20.0, "windSpeedMS": sequence.decimal(5, 60, 10.0),
        "windDirectionDeg": sequence.below(360),
    });
    put(&mut design, "heatingDay", heating);
    put(site, "design", Value::Object(design));
}

fn cooling_day(sequence: &mut Sequence, month: u32) -> Value {
    let dry_bulb = sequence.below(12) + 28;
    json!({
        "month": month, "day": 21, "dryBulbMaxC": dry_bulb, "dryBulbRangeK": sequence.decimal(50, 140, 10.0),
        "wetBulbC": dry_bulb - 4 - sequence.below(8), "windSpeedMS": sequence.decimal(5, 60, 10.0),
        "windDirectionDeg": sequence.decimal(0, 3600, 10.0), "opticalDepthBeam": sequence.decimal(300, 550, 1000.0),
        "opticalDepthDiffuse": sequence.decimal(1800, 2300, 1000.0),
    })
}

pub(super) fn building(sequence: &mut Sequence) -> Object {
    let mut building = Object::new();
    if !sequence.chance(4) {
        put(&mut building, "year", sequence.below(70) + 1960);
    }
    if sequence.chance(2) {
        put(&mut building, "storeys", sequence.below(40) + 1);
        put(&mut building, "storeyHeightM", sequence.decimal(28, 60, 10.0));
    }
    if sequence.chance(3) {
        let phases = if sequence.chance(2) { 1 } else { 3 };
        put(&mut building, "supply", json!({"phases": phases, "availableA": 20 + sequence.below(200)}));
    }
    building
}
