//! The cases of the determinism test: the example projects, and generated ones that reach every use, city and wish.

use tonnage::boundary::canonical::Answer;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::{Engine, demo};

/// How many projects are generated.
pub(crate) const GENERATED: u32 = 240;

const EXAMPLES: [(&str, &str); 4] = [
    ("smallest", include_str!("../projects/smallest.json")),
    ("wuhan_shop", include_str!("../projects/wuhan_shop.json")),
    ("shanghai_bank", include_str!("../projects/shanghai_bank.json")),
    ("foshan_factory", include_str!("../projects/foshan_factory.json")),
];

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

/// A case by its name: its project as JSON text.
pub(crate) fn cases(engine: &Engine) -> Vec<(String, String)> {
    let examples = EXAMPLES.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    let generated = (0..GENERATED).map(|number| (format!("generated-{number:03}"), generate(engine, number)));
    examples.chain(generated).collect()
}

/// The answer of a case.
pub(crate) fn answer(engine: &Engine, text: &str) -> Result<Answer, tonnage::Error> {
    let (at, _) = engine.demo_instant()?;
    let project = Project::from_json(text.as_bytes())?;
    engine.propose(&project, &Customer::default(), at)?.answer()
}

/// The engine of the demo data.
#[expect(clippy::panic, reason = "without its data a test has nothing to say")]
pub(crate) fn engine() -> Engine {
    match demo::engine() {
        Ok(engine) => engine,
        Err(error) => panic!("the demo data cannot be read: {error}"),
    }
}

/// Integers from a fixed linear congruential generator (Knuth's MMIX constants): no platform has its own.
struct Sequence(u64);

impl Sequence {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let index = usize::try_from(self.below(list.len() as u64)).unwrap_or(0);
        list.get(index).copied().unwrap_or_default()
    }
}

fn generate(engine: &Engine, number: u32) -> String {
    let mut sequence = Sequence(u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1));
    let uses: Vec<&str> =
        engine.reference().room_types().iter().map(|room_type| room_type.id.as_str()).collect();
    // One project in eight is odd: damp or dry, hard to reach, choosy. Most of those have a room that nothing fits.
    let odd = number % 8 == 7;
    let rooms: Vec<String> = (0..=sequence.below(5)).map(|_| room(&mut sequence, &uses, odd)).collect();
    let city = sequence.pick(&CITIES);
    let installation = installation(&mut sequence, odd);
    let mountings = match sequence.below(4) {
        0 if odd => r#","mountings":["console"]"#,
        1 => r#","mountings":["cassette","duct"]"#,
        2 => r#","mountings":["ceilingFloor","compactCassette","cassette"]"#,
        _ => "",
    };
    let most = if odd { sequence.below(4) + 1 } else { sequence.below(20) + 12 };
    format!(
        r#"{{"site":{{"city":"{city}"}},"rooms":[{}],"installation":{installation},"preferences":{{"maxUnitsPerRoom":{most}{mountings}}}}}"#,
        rooms.join(",")
    )
}

fn room(sequence: &mut Sequence, uses: &[&str], odd: bool) -> String {
    let room_use = sequence.pick(uses);
    // Two decimals, from a small room to a hall.
    let area = sequence.below(if sequence.0.is_multiple_of(3) { 40_000 } else { 12_000 }) + 500;
    let mut fields = format!(r#""use":"{room_use}","areaM2":{}.{:02}"#, area / 100, area % 100);
    if ["server_room", "telecom_room", "kitchen", "factory_light", "hotpot"].contains(&room_use)
        || sequence.below(8) == 0
    {
        fields += &format!(r#","indexWM2":{}.5"#, sequence.below(500) + 60);
    }
    if sequence.below(3) == 0 {
        fields += &format!(r#","coolingSetPointC":{}.{}"#, sequence.below(4) + 24, sequence.below(10));
    }
    if sequence.below(3) == 0 {
        let driest = if odd { 45 } else { 58 };
        fields += &format!(r#","relativeHumidity":0.{}"#, sequence.below(10) + driest);
    }
    if sequence.below(4) == 0 {
        fields += r#","topFloor":true"#;
    }
    if sequence.below(3) == 0 {
        let facing = sequence.pick(&["N", "NE", "E", "SE", "S", "SW", "W", "NW"]);
        fields +=
            &format!(r#","facades":[{{"facing":"{facing}","glazingRatio":0.{}}}]"#, sequence.below(80) + 10);
    }
    if sequence.below(4) == 0 {
        fields += &format!(r#","installation":{}"#, installation(sequence, odd));
    }
    format!("{{{fields}}}")
}

fn installation(sequence: &mut Sequence, odd: bool) -> String {
    let place = sequence.pick(&["wallBracket", "floorFrame", "roofFrame"]);
    let wall = sequence.pick(&["brick", "concrete", "light"]);
    format!(
        r#"{{"pipeRunM":{}.{},"heightDifferenceM":{},"drainRunM":{},"storey":{},"outdoorPlace":"{place}","wall":"{wall}"}}"#,
        sequence.below(if odd { 60 } else { 24 }),
        sequence.below(10),
        sequence.below(if odd { 40 } else { 15 }),
        sequence.below(12),
        sequence.below(20) + 1,
    )
}
