//! The loads, room by room.

use super::figures::{kilowatts, percent, plain, span};
use super::sheet::{Holds, Sheet, heading, paragraph};
use crate::arguments::Language;
use crate::words::{Label, Sentence, fill, full_width};
use tonnage::load::{Loads, RoomLoad};

/// The loads as a section.
pub(super) fn section(loads: &Loads, language: Language) -> String {
    let word = |label| language.word(label);
    let mut sheet = Sheet::new([
        (Holds::Figures, ""),
        (Holds::Rest, word(Label::Room)),
        (Holds::Figures, word(Label::Area)),
        (Holds::Text(24), word(Label::Air)),
        (Holds::Figures, word(Label::Index)),
        (Holds::Figures, word(Label::TotalLoad)),
        (Holds::Figures, word(Label::SensibleLoad)),
        (Holds::Figures, word(Label::LatentLoad)),
    ]);
    for (index, room) in loads.rooms.iter().enumerate() {
        add_room(&mut sheet, index, room, language);
    }
    let none = String::new;
    let sum = [loads.sum.total_w, loads.sum.sensible_w, loads.sum.latent_w].map(kilowatts);
    let [total, sensible, latent] = sum;
    sheet.sum_row([none(), word(Label::Sum).to_owned(), none(), none(), none(), total, sensible, latent]);
    let estimated = loads.rooms.iter().any(|room| room.sizing_basis == "indexEstimate");
    let sentence = if estimated { paragraph(0, word(Label::LoadsSentence)) } else { String::new() };
    format!("{}\n{sentence}\n\n{}", heading(word(Label::Loads)), sheet.text())
}

/// Two lines a room: what is read first, and under it what it comes from.
fn add_room(sheet: &mut Sheet, index: usize, room: &RoomLoad, language: Language) {
    let estimate = &room.index_estimate;
    let fill = |sentence: Sentence, values: &[(&str, String)]| fill(language.pick(sentence.pair()), values);
    let air = [
        ("dry", room.air.dry_bulb_c.to_string()),
        ("humidity", percent(room.air.relative_humidity, language)),
        ("wet", room.air.wet_bulb_c.to_string()),
    ];
    let room_use = language.pick((room.use_en.clone(), full_width(&room.use_zh)));
    sheet.row([
        index.saturating_add(1).to_string(),
        format!("{}\n{}", room_name(index, room, language), plain(&room_use)),
        room.area_m2.to_string(),
        format!("{}\n{}", fill(Sentence::Air, &air), fill(Sentence::WetBulb, &air)),
        format!("{}\n{}", estimate.used_w_m2, span(estimate.low_w_m2, estimate.high_w_m2)),
        kilowatts(room.sizing.total_w),
        kilowatts(room.sizing.sensible_w),
        kilowatts(room.sizing.latent_w),
    ]);
}

/// The name for people, or the identifier; the number of a room that has neither of its own.
pub(super) fn room_name(index: usize, room: &RoomLoad, language: Language) -> String {
    let number = index.saturating_add(1).to_string();
    match &room.name {
        Some(name) => plain(name),
        None if room.id.strip_prefix("room-") == Some(number.as_str()) => {
            fill(language.pick(Sentence::RoomNumber.pair()), &[("number", number)])
        }
        None => plain(&room.id),
    }
}
