//! The loads, room by room, and what they consist of.

use super::figures::{kilowatts, percent, plain, span};
use super::sheet::{Holds, Sheet, heading, paragraph};
use crate::arguments::Language;
use crate::words::{self, Label, Sentence, fill, full_width};
use tonnage::load::space_load::{Cause, Peak};
use tonnage::load::{Load, Loads, RoomLoad, SizingBasis};
use tonnage::num;

/// The loads as a section.
pub(super) fn section(loads: &Loads, language: Language) -> String {
    let word = |label| language.word(label);
    let mut sheet = Sheet::new([
        (Holds::Figures, ""),
        (Holds::Rest, word(Label::Room)),
        (Holds::Figures, word(Label::Area)),
        (Holds::Figures, word(Label::Air)),
        (Holds::Figures, word(Label::Index)),
        (Holds::Figures, word(Label::TotalLoad)),
        (Holds::Figures, word(Label::SensibleLoad)),
        (Holds::Figures, word(Label::LatentLoad)),
        (Holds::Figures, word(Label::PeakHour)),
        (Holds::Figures, word(Label::HeatingLoad)),
    ]);
    for (index, room) in loads.rooms.iter().enumerate() {
        add_room(&mut sheet, index, room, language);
    }
    let none = String::new;
    let Load { total_w, sensible_w, latent_w } = loads.sum;
    let [total, sensible, latent] = [total_w, sensible_w, latent_w].map(kilowatts);
    let heating = loads.heating_w.map_or_else(|| "–".to_owned(), kilowatts);
    sheet.sum_row([
        none(),
        word(Label::Sum).to_owned(),
        none(),
        none(),
        none(),
        total,
        sensible,
        latent,
        none(),
        heating,
    ]);
    if let Some(peak) = together(loads) {
        let figures = [peak.total_w, peak.sensible_w(), peak.latent_w()].map(kilowatts);
        let [total, sensible, latent] = figures;
        let hour = hour(peak.month, peak.hour, language);
        let label = word(Label::Together).to_owned();
        sheet.row([none(), label, none(), none(), none(), total, sensible, latent, hour, none()]);
    }
    let computed = loads.rooms.iter().any(|room| room.sizing_basis == SizingBasis::HeatBalance);
    let sentence = if computed { paragraph(0, word(Label::LoadsSentence)) } else { String::new() };
    let table = format!("{}\n{sentence}\n\n{}", heading(word(Label::Loads)), sheet.text());
    let consists = consists(loads, language);
    if consists.is_empty() { table } else { format!("{table}\n\n{}", paragraph(0, &consists)) }
}

/// Two lines a room: what is read first, and under it what it comes from.
fn add_room(sheet: &mut Sheet, index: usize, room: &RoomLoad, language: Language) {
    let fill = |sentence: Sentence, values: &[(&str, String)]| fill(language.pick(sentence.pair()), values);
    let air = [
        ("dry", room.air.dry_bulb_c.to_string()),
        ("humidity", percent(room.air.relative_humidity, language)),
        ("wet", room.air.wet_bulb_c.to_string()),
    ];
    let room_use = language.pick((room.use_en.clone(), full_width(&room.use_zh)));
    let peak =
        room.computed.as_ref().map(|load| hour(load.sizing_peak.month, load.sizing_peak.hour, language));
    let band = span(room.band.low_w_m2, room.band.high_w_m2);
    sheet.row([
        index.saturating_add(1).to_string(),
        format!("{}\n{}", room_name(index, room, language), plain(&room_use)),
        room.area_m2.to_string(),
        format!("{}\n{}", fill(Sentence::Air, &air), fill(Sentence::WetBulb, &air)),
        format!(
            "{}\n{}",
            num::quantise(room.band.load_w_m2, 0),
            language.pick((format!("({band})"), format!("（{band}）")))
        ),
        kilowatts(room.sizing.total_w),
        kilowatts(room.sizing.sensible_w),
        kilowatts(room.sizing.latent_w),
        peak.unwrap_or_else(|| language.word(Label::LoadsStated).to_owned()),
        room.heating_w.map_or_else(|| "–".to_owned(), kilowatts),
    ]);
}

/// An hour of a design day: `Jul` and `14–15 h` under it.
fn hour(month: u32, hour: u32, language: Language) -> String {
    let values = [
        ("month", language.pick(words::month(month)).to_owned()),
        ("from", hour.saturating_sub(1).to_string()),
        ("to", hour.to_string()),
    ];
    fill(language.pick(Sentence::Hour.pair()), &values)
}

/// What the loads of all rooms consist of, the largest part first.
fn consists(loads: &Loads, language: Language) -> String {
    let mut parts: Vec<(Cause, i64)> = Vec::new();
    for component in loads.rooms.iter().flat_map(|room| &room.components) {
        let watts = component.sensible_w.saturating_add(component.latent_w);
        match parts.iter_mut().find(|(cause, _)| *cause == component.cause) {
            Some((_, sum)) => *sum = sum.saturating_add(watts),
            None => parts.push((component.cause, watts)),
        }
    }
    let whole: i64 = parts.iter().map(|(_, watts)| watts).sum();
    if whole <= 0 {
        return String::new();
    }
    parts.sort_by_key(|(_, watts)| std::cmp::Reverse(*watts));
    let texts = parts.into_iter().map(|(cause, watts)| {
        let share = num::quantise(num::from_whole(watts) / num::from_whole(whole), 2);
        let values =
            [("cause", language.pick(words::cause(cause)).to_owned()), ("share", percent(share, language))];
        fill(language.pick(Sentence::Share.pair()), &values)
    });
    let list = texts.collect::<Vec<_>>().join(language.pick((", ", "，")));
    fill(language.pick(Sentence::Consists.pair()), &[("list", list)])
}

/// The largest hour of all computed rooms together, where there are several.
fn together(loads: &Loads) -> Option<&Peak> {
    loads.block.as_ref().filter(|block| block.rooms.len() > 1).map(|block| &block.sizing_peak)
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
