//! The command line as a script uses it: output, standard error, exit codes.
#![cfg(feature = "cli")]
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "same_answer/cases.rs"]
mod cases;

use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

fn tonnage(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_tonnage"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A command that does not read its input may have closed it.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

const SHOP: &str = "tests/projects/wuhan_shop.json";
const AT: &str = "2026-06-10T09:00:00+08:00";
const SMALLEST: &str = include_str!("projects/smallest.json");

#[test]
fn a_quote_is_the_canonical_answer_and_a_line_break() {
    let engine = cases::engine();
    for (name, project) in cases::cases(&engine).into_iter().take(4) {
        let output = tonnage(&["quote", "-", "--at", AT], &project);
        assert_eq!(output.status.code(), Some(0), "{name}");
        assert_eq!(text(&output.stdout), cases::answer(&engine, &project).unwrap().text() + "\n", "{name}");
        assert_eq!(text(&output.stderr), "", "{name}");
    }
}

#[test]
fn a_file_and_standard_input_are_one() {
    let file = tonnage(&["quote", SHOP], "");
    let input = tonnage(&["quote", "-"], include_str!("projects/wuhan_shop.json"));
    assert_eq!(file.stdout, input.stdout);
    assert!(!file.stdout.is_empty());
}

#[test]
fn without_an_instant_the_books_own_is_assumed_and_said() {
    let answer: Value = serde_json::from_slice(&tonnage(&["quote", "-"], SMALLEST).stdout).unwrap();
    let assumed =
        answer["assumptions"].as_array().unwrap().iter().find(|assumption| assumption["path"] == "at");
    assert_eq!(assumed.unwrap()["value"], "2026-06-10T01:00:00Z");
    let stated: Value =
        serde_json::from_slice(&tonnage(&["quote", "-", "--at", AT], SMALLEST).stdout).unwrap();
    assert!(stated["assumptions"].as_array().unwrap().iter().all(|assumption| assumption["path"] != "at"));
    assert_eq!(stated["quote"], answer["quote"]);
}

#[test]
fn each_step_goes_as_far_as_its_name() {
    let stage = |command: &str| -> Value {
        let answer: Value = serde_json::from_slice(&tonnage(&[command, SHOP], "").stdout).unwrap();
        answer["stage"].clone()
    };
    assert_eq!([stage("size"), stage("select"), stage("quote")], ["loads", "selection", "quote"]);
}

#[test]
fn exit_codes_tell_what_happened() {
    let code = |arguments: &[&str], input: &str| tonnage(arguments, input).status.code();
    assert_eq!(code(&["quote", "-"], SMALLEST), Some(0));
    assert_eq!(code(&["quote"], ""), Some(2));
    assert_eq!(code(&["quote", "-"], ""), Some(3));
    assert_eq!(code(&["quote", "-", "--at", "yesterday"], SMALLEST), Some(3));
    assert_eq!(code(&["quote", "no such file"], ""), Some(5));
    let dry = SMALLEST
        .replace(
            "120",
            "120,\"coolingSetPointC\":25,\"relativeHumidity\":0.5,\"outdoorAir\":{\"treatedBy\":\"none\"}",
        )
        .replace("\"rooms\"", "\"preferences\":{\"systems\":[\"matchedSplit\"]},\"rooms\"");
    assert_eq!(code(&["quote", "-"], &dry), Some(4));
    assert_eq!(code(&["size", "-"], &dry), Some(0));
}

#[test]
fn a_refusal_names_code_and_path_and_prints_no_answer() {
    let output = tonnage(
        &["quote", "-"],
        r#"{"site":{"city":"武汉"},"rooms":[{"use":"shop_general","areaM2":-5,"x":1}]}"#,
    );
    assert_eq!(text(&output.stdout), "");
    let lines: Vec<&str> = text(&output.stderr).lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with("tonnage: [unknown_field] rooms[0].x: "), "{}", lines[0]);
    assert!(lines[1].starts_with("tonnage: [out_of_range] rooms[0].areaM2: "), "{}", lines[1]);
    let expired = tonnage(&["quote", "-", "--at", "2027-01-01T00:00:00+08:00"], SMALLEST);
    assert!(text(&expired.stderr).starts_with("tonnage: [book_expired] priceBook.to: "));
}

#[test]
fn a_book_of_ones_own_is_used_and_held_to_the_rules() {
    let folder = std::env::temp_dir().join(format!("tonnage-command-line-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("book.json");
    let book = text(tonnage::demo::PRICE_BOOK).to_owned();
    let quote = |book: &str| {
        std::fs::write(&file, book).unwrap();
        tonnage(&["quote", "-", "--price-book", file.to_str().unwrap()], SMALLEST)
    };
    let own = quote(&book.replace("\"demo-cn-2026\"", "\"own\""));
    let answer: Value = serde_json::from_slice(&own.stdout).unwrap();
    assert_eq!(answer["priceBook"]["id"], "own");
    let (head, tail) = book.split_once("\"unitPrice\":\"").unwrap();
    let (_, tail) = tail.split_once('"').unwrap();
    let numeric = quote(&format!("{head}\"unitPrice\":3.5{tail}"));
    assert!(
        text(&numeric.stderr).starts_with("tonnage: [number_for_money] priceBook.entries[0].unitPrice: ")
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

const PROJECTS: [&str; 4] = ["smallest", "wuhan_shop", "shanghai_bank", "foshan_factory"];

/// The table of a project in English and in Chinese.
fn tables(path: &str) -> [String; 2] {
    ["en", "zh-CN"].map(|language| {
        let output = tonnage(&["quote", path, "--table", "--language", language], "");
        assert_eq!(output.status.code(), Some(0), "{path} {language}");
        text(&output.stdout).to_owned()
    })
}

#[test]
fn a_table_is_for_people_in_both_languages() {
    for file in PROJECTS {
        let path = format!("tests/projects/{file}.json");
        let answer: Value = serde_json::from_slice(&tonnage(&["quote", &path], "").stdout).unwrap();
        let total = answer["quote"]["total"].as_str().unwrap();
        let [english, chinese] = tables(&path);
        for table in [&english, &chinese] {
            let plain = table.replace([',', ' '], "");
            assert!(plain.contains(total), "{file}: {total} is not in the table");
        }
        let sections = |table: &str| table.lines().filter(|line| line.starts_with("━━ ")).count();
        // A page of its own where there is a choice.
        assert_eq!(sections(&english), sections(&chinese), "{file}");
        assert!((7..=8).contains(&sections(&english)), "{file}");
    }
}

/// Watts as kilowatts with so many decimals, half away from zero.
fn kilowatts(watts: &Value, decimals: u32) -> String {
    let step = 10_i64.pow(3 - decimals);
    let watts = watts.as_i64().unwrap();
    let whole = (watts + watts.signum() * step / 2) / step;
    let (above, below) = (whole / 10_i64.pow(decimals), whole % 10_i64.pow(decimals));
    format!("{above}.{below:0width$}", width = usize::try_from(decimals).unwrap())
}

#[test]
fn the_table_has_the_loads_of_the_answer() {
    assert_eq!([kilowatts(&Value::from(19_249), 1), kilowatts(&Value::from(1_305), 2)], ["19.2", "1.31"]);
    for file in PROJECTS {
        let path = format!("tests/projects/{file}.json");
        let answer: Value = serde_json::from_slice(&tonnage(&["quote", &path], "").stdout).unwrap();
        let (loads, known) = (&answer["loads"], &answer["uncertainty"]);
        let mut figures = vec![
            kilowatts(&loads["sum"]["totalW"], 2),
            kilowatts(&loads["block"]["sizingPeak"]["totalW"], 2),
        ];
        figures.extend(["lowW", "highW"].map(|end| kilowatts(&known["sum"][end], 1)));
        figures.push(kilowatts(&known["question"]["widthW"], 1));
        figures.push(loads["site"]["winterDryBulbC"].to_string());
        for room in loads["rooms"].as_array().unwrap() {
            let (sizing, peak) = (&room["sizing"], &room["computed"]["sizingPeak"]);
            figures.extend(["totalW", "sensibleW", "latentW"].map(|part| kilowatts(&sizing[part], 2)));
            figures.extend(
                Some(&room["heatingW"])
                    .filter(|heating| heating.is_i64())
                    .map(|heating| kilowatts(heating, 2)),
            );
            figures.push(format!("{:.0}", room["band"]["loadWM2"].as_f64().unwrap()));
            figures.push(format!("{}–{}", room["band"]["lowWM2"], room["band"]["highWM2"]));
            figures.push(format!("{}–{} ", peak["hour"].as_i64().unwrap() - 1, peak["hour"]));
        }
        for (table, question) in tables(&path).iter().zip(["text", "textZh"]) {
            for figure in &figures {
                assert!(table.contains(figure), "{file}: {figure} is not in the table");
            }
            let joined: String = table.split_whitespace().collect();
            let question: String = known["question"][question].as_str().unwrap().split_whitespace().collect();
            assert!(joined.contains(&question), "{file}: {question}");
        }
    }
}

#[test]
fn a_weather_file_becomes_the_site_of_a_project() {
    let output = tonnage(&["site", "tests/weather_files/chicago.ddy"], "");
    let mut site: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&site["latitude"], &site["design"]["pressurePa"]), (&41.98.into(), &98_934.into()));
    site["zone"] = "C-A".into();
    let project =
        serde_json::json!({"site": site, "rooms": [{"use": "shop_general", "areaM2": 120}]}).to_string();
    let sized = tonnage(&["size", "-"], &project);
    let answer: Value = serde_json::from_slice(&sized.stdout).unwrap();
    assert_eq!(
        (&answer["loads"]["site"]["basis"], &answer["loads"]["site"]["coolingDryBulbC"]),
        (&"stated".into(), &33.3.into())
    );
    let table = tonnage(&["size", "-", "--table"], &project);
    assert!(text(&table.stdout).contains("41.98° N, 87.92° W, 201 m above sea level"));
    let refused = tonnage(&["site", "-"], "LOCATION;Chicago;41,98");
    assert_eq!((refused.status.code(), text(&refused.stdout)), (Some(3), ""));
    assert!(text(&refused.stderr).starts_with("tonnage: [file_syntax] "), "{}", text(&refused.stderr));
    assert_eq!(tonnage(&["site", "no such file"], "").status.code(), Some(5));
}

/// Runs of three English words, which no name of a model, an edition or a unit has.
fn english_runs(table: &str) -> Vec<String> {
    let is_word = |text: &&str| {
        let text = text.trim_matches(|letter: char| !letter.is_alphanumeric());
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let words = |line: &str| line.split([' ', '；', '，', '。', '：']).map(str::to_owned).collect::<Vec<_>>();
    let runs = |line: &str| {
        let three = words(line).windows(3).map(|run| run.join(" ")).collect::<Vec<_>>();
        three.into_iter().filter(|run| run.split(' ').all(|word| is_word(&word))).collect::<Vec<_>>()
    };
    table.lines().flat_map(runs).collect()
}

#[test]
fn the_chinese_table_has_no_english_but_names() {
    assert_eq!(english_runs("气象站 nearest suitable station, 16.7 km"), ["nearest suitable station,"]);
    for file in PROJECTS {
        let path = format!("tests/projects/{file}.json");
        let project: Value =
            serde_json::from_slice(&std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap())
                .unwrap();
        let [_, mut chinese] = tables(&path);
        // What the buyer wrote is shown as it was written.
        let names = project["rooms"].as_array().unwrap().iter().chain([&project]);
        for name in names.filter_map(|named| named["name"].as_str()) {
            chinese = chinese.replace(name, "");
        }
        assert_eq!(english_runs(&chinese), Vec::<String>::new(), "{file}");
        assert!(!chinese.contains(" %") && !chinese.contains("room-"), "{file}");
    }
}

#[test]
fn what_was_corrected_in_a_station_is_said_in_the_readers_language() {
    let project = SMALLEST.replace("武汉", "安庆");
    let table = |language: &str| {
        text(&tonnage(&["quote", "-", "--table", "--language", language], &project).stdout).to_owned()
    };
    let (english, chinese) = (table("en"), table("zh-CN"));
    assert!(!english.contains("..") && !chinese.contains("。。"));
    let english = english.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(english.contains("Weather station Anqing: ") && english.contains("; see the findings"));
    let unbroken: String = chinese.split_whitespace().collect();
    assert!(unbroken.contains("气象站安庆：") && unbroken.contains("；另见提示"));
    assert_eq!(english_runs(&chinese), Vec::<String>::new());
}

#[test]
fn a_table_has_one_clock() {
    let clocks = |table: &str| -> Vec<String> {
        let is_clock = |word: &&str| word.split(':').count() == 3 && word.as_bytes()[0].is_ascii_digit();
        table.split_whitespace().filter(is_clock).map(str::to_owned).collect()
    };
    let [english, chinese] = tables("tests/projects/smallest.json");
    assert_eq!(clocks(&english), ["09:00:00", "09:00:00"]);
    assert_eq!(clocks(&chinese), ["09:00:00", "09:00:00"]);
    assert_eq!(english.matches("+08:00").count(), 2);
    assert_eq!(chinese.matches("北京时间 2026-06-10").count(), 2);
    assert!(!english.contains("+00:00") && !chinese.contains("+08:00"));
    let stated = tonnage(&["quote", "-", "--at", "2026-06-10T03:30:00+02:30", "--table"], SMALLEST);
    assert_eq!(clocks(text(&stated.stdout)), ["03:30:00"]);
}

#[test]
fn every_product_of_the_catalogue_is_in_the_table_shown_or_counted() {
    let catalogue: Value = serde_json::from_slice(tonnage::demo::CATALOGUE).unwrap();
    // Those that a room is offered: plants, joints and controllers are the systems' own.
    let of_room = ["matchedSplit", "rooftop", "indoorUnit", "fanCoil"];
    let products = catalogue["products"].as_array().unwrap().iter();
    let products = products.filter(|product| of_room.contains(&product["kind"].as_str().unwrap())).count();
    let figures = |line: &str| -> Vec<usize> {
        line.split(|letter: char| !letter.is_ascii_digit()).filter_map(|figure| figure.parse().ok()).collect()
    };
    for file in PROJECTS {
        let rooms = {
            let project = format!("{}/tests/projects/{file}.json", env!("CARGO_MANIFEST_DIR"));
            let project: Value = serde_json::from_slice(&std::fs::read(project).unwrap()).unwrap();
            project["rooms"].as_array().unwrap().len()
        };
        for table in tables(&format!("tests/projects/{file}.json")) {
            let lines: Vec<&str> = table.lines().map(str::trim).collect();
            let others: Vec<usize> = (0..lines.len())
                .filter(|&at| lines[at].starts_with("other products, ") || lines[at].starts_with("其余 "))
                .map(|at| {
                    // The sentence ends at an empty line, or at the line over the sum.
                    let ends = |line: &&&str| !line.is_empty() && !line.starts_with('─');
                    let sentence: Vec<&str> = lines[at..].iter().take_while(ends).copied().collect();
                    let figures = figures(&sentence.join(" "));
                    assert_eq!(figures[0], figures[1..].iter().sum::<usize>(), "{sentence:?}");
                    figures[0]
                })
                .collect();
            let next =
                lines.iter().filter(|line| line.starts_with("next best: ") || line.starts_with("次优："));
            // A room on a shared system has no line of others.
            assert!(others.len() <= rooms && next.count() <= others.len(), "{file}");
            // The system chosen, the next best if there is one, and the others.
            let whole = |others: &usize| [1, 2].contains(&(products - others));
            assert!(others.iter().all(whole), "{file}: {others:?} of {products}");
        }
    }
    let dry = SMALLEST
        .replace(
            "120",
            "120,\"coolingSetPointC\":25,\"relativeHumidity\":0.5,\"outdoorAir\":{\"treatedBy\":\"none\"}",
        )
        .replace("\"rooms\"", "\"preferences\":{\"systems\":[\"matchedSplit\"]},\"rooms\"");
    let table = tonnage(&["quote", "-", "--table"], &dry);
    assert!(text(&table.stdout).contains(&format!("products, {products}: ")), "{}", text(&table.stdout));
}

#[test]
fn a_catalogue_is_inspected() {
    let shipped = include_str!("../src/data/catalogue.json");
    // 21 shipped pairs are refused.
    let output = tonnage(&["inspect", "-"], shipped);
    assert_eq!(output.status.code(), Some(4));
    let told: Value = serde_json::from_slice(&output.stdout).unwrap();
    let refused = told.get("refused").and_then(Value::as_array).unwrap();
    let mut file: Value = serde_json::from_str(shipped).unwrap();
    let products = file.get_mut("products").and_then(Value::as_array_mut).unwrap();
    products.retain(|product| refused.iter().all(|remark| remark.get("product") != product.get("id")));
    let clean = tonnage(&["inspect", "-"], &file.to_string());
    assert_eq!(clean.status.code(), Some(0));
    let broken = tonnage(&["inspect", "-"], r#"{"products": [], "families": 3}"#);
    assert_eq!((broken.status.code(), text(&broken.stdout)), (Some(3), ""));
    assert!(text(&broken.stderr).starts_with("tonnage: [wrong_type] catalogue.families"));
}

#[test]
fn every_schema_is_printed_and_help_has_examples() {
    for name in tonnage::schema::NAMES {
        let output = tonnage(&["schema", name], "");
        let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(schema["additionalProperties"], false, "{name}");
    }
    let help = tonnage(&["--help"], "");
    assert!(text(&help.stdout).contains("tonnage quote project.json"));
}
