//! The loads, room by room.

use super::figures::{kilowatts, percent, plain, span};
use super::sheet::{Holds, Sheet, heading, paragraph};
use crate::arguments::Language;
use crate::words::{Label, Sentence, fill};
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
        (Holds::Figures, word(Label::Total)),
        (Holds::Figures, word(Label::Sensible)),
        (Holds::Figures, word(Label::Latent)),
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
        ("humidity", percent(room.air.relative_humidity)),
        ("wet", room.air.wet_bulb_c.to_string()),
    ];
    let room_use = language.pick((&room.use_en, &room.use_zh));
    sheet.row([
        index.saturating_add(1).to_string(),
        format!("{}\n{}", room_name(room), plain(room_use)),
        room.area_m2.to_string(),
        format!("{}\n{}", fill(Sentence::Air, &air), fill(Sentence::WetBulb, &air)),
        format!("{}\n{}", estimate.used_w_m2, span(estimate.low_w_m2, estimate.high_w_m2)),
        kilowatts(room.sizing.total_w),
        kilowatts(room.sizing.sensible_w),
        kilowatts(room.sizing.latent_w),
    ]);
}

/// The name for people, or the identifier.
pub(super) fn room_name(room: &RoomLoad) -> String {
    plain(room.name.as_ref().unwrap_or(&room.id))
}
