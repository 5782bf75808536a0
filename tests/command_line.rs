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
    let dry = SMALLEST.replace("120", "120,\"coolingSetPointC\":25,\"relativeHumidity\":0.5");
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

#[test]
fn a_table_is_for_people_in_both_languages() {
    for file in ["smallest", "wuhan_shop", "shanghai_bank", "foshan_factory"] {
        let path = format!("tests/projects/{file}.json");
        let english = tonnage(&["quote", &path, "--table"], "");
        let chinese = tonnage(&["quote", &path, "--table", "--language", "zh-CN"], "");
        let answer: Value = serde_json::from_slice(&tonnage(&["quote", &path], "").stdout).unwrap();
        let total = answer["quote"]["total"].as_str().unwrap();
        for output in [&english, &chinese] {
            assert_eq!(output.status.code(), Some(0));
            let plain = text(&output.stdout).replace([',', ' '], "");
            assert!(plain.contains(total), "{file}: {total} is not in the table");
        }
        assert!(text(&chinese.stdout).contains('价'));
    }
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
