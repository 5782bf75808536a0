//! The reference rooms among the cases: their loads, part by part.

use super::rooms::Case;
use serde_json::Value;
use tonnage::Error;
use tonnage::boundary::canonical::Answer;
use tonnage::load::heat_balance;

const ROOMS: &str = include_str!("../reference/load/cases.jsonl");

/// Every reference room by its name, with its answer.
pub(crate) fn loads() -> Vec<(String, Result<Answer, Error>)> {
    let rooms = ROOMS.lines().map(room);
    rooms.map(|room| (format!("load-{}", room.space.id), load(&room))).collect()
}

#[expect(clippy::panic, reason = "without its rooms a test has nothing to say")]
fn room(line: &str) -> Case {
    let value: Value = serde_json::from_str(line).unwrap_or_default();
    match Case::read(&value) {
        Ok(room) => room,
        Err(error) => panic!("a reference room cannot be read: {error}"),
    }
}

fn load(room: &Case) -> Result<Answer, Error> {
    Answer::of(&heat_balance::load_in_parts(&room.space, &room.fabric()?, &room.weather()?)?)
}
