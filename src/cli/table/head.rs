//! What the proposal is, and at its end what it rests on.

use super::figures::{instant, kilowatts, money, plain, room_numbers};
use super::sheet::{Holds, Sheet, heading, paragraph};
use super::systems::rooms_without;
use crate::arguments::Language;
use crate::words::{Label, Sentence, currency, fill, full_width};
use tonnage::num;
use tonnage::pricing::BookReference;
use tonnage::proposal::{DataReference, Proposal};

/// Name, place, weather, result; and that it is a demonstration if it is one.
pub(super) fn title(proposal: &Proposal, language: Language) -> String {
    let name = proposal.project.name.as_ref().unwrap_or(&proposal.loads.site.city);
    let mut sheet = Sheet::headless([Holds::Text(24), Holds::Rest]);
    let mut add = |label, text| sheet.row([language.word(label).to_owned(), text]);
    add(Label::Place, place(proposal, language));
    add(Label::Outdoors, outdoors(proposal, language));
    if let Some(at) = proposal.at {
        add(Label::PricedAt, instant(at, language));
    }
    add(Label::Result, result(proposal, language));
    if books(proposal).any(|book| book.demo) {
        add(Label::Demo, language.word(Label::DemoSentence).to_owned());
    }
    let title = paragraph(0, &plain(name));
    format!("{}\n{title}\n\n{}", heading(language.word(Label::Title)), sheet.text())
}

fn books(proposal: &Proposal) -> impl Iterator<Item = &BookReference> {
    proposal.price_book.iter().chain(&proposal.rate_book)
}

fn place(proposal: &Proposal, language: Language) -> String {
    let site = &proposal.loads.site;
    let province = proposal.project.site.province.as_deref().unwrap_or_default();
    let city = match province {
        "" => site.city.clone(),
        province => {
            language.pick((format!("{}, {province}", site.city), format!("{province} {}", site.city)))
        }
    };
    let station = language.pick((site.station_en.clone(), full_width(&site.station_zh)));
    let mut values = vec![("city", plain(&city)), ("station", station), ("id", site.station_id.clone())];
    let sentence = match site.distance_km {
        Some(distance) => {
            values.push(("distance", distance.to_string()));
            Sentence::PlaceNear
        }
        None => Sentence::Place,
    };
    fill(language.pick(sentence.pair()), &values)
}

fn outdoors(proposal: &Proposal, language: Language) -> String {
    let site = &proposal.loads.site;
    let source = plain(language.pick((&site.source, &site.source_zh)));
    let mut values = vec![
        ("dry", site.cooling_dry_bulb_c.to_string()),
        ("source", source),
        ("period", plain(&site.period).replace('-', "–")),
    ];
    let sentence = match site.cooling_wet_bulb_c {
        Some(wet) => {
            values.push(("wet", wet.to_string()));
            Sentence::Outdoors
        }
        None => Sentence::OutdoorsDry,
    };
    let text = fill(language.pick(sentence.pair()), &values);
    // What was corrected is a finding; who reads only the figures is sent there.
    match &site.station_note {
        Some(_) => fill(language.pick(Sentence::SeeFindings.pair()), &[("text", text)]),
        None => text,
    }
}

/// The figures that a buyer asks for first, and what they leave out.
fn result(proposal: &Proposal, language: Language) -> String {
    let fill = |sentence: Sentence, values: &[(&str, String)]| fill(language.pick(sentence.pair()), values);
    let count = |count: u32, one: Sentence, many: Sentence| {
        fill(if count == 1 { one } else { many }, &[("count", count.to_string())])
    };
    let rooms = count(num::count(proposal.loads.rooms.len()), Sentence::OneRoom, Sentence::Rooms);
    let load = [("load", kilowatts(proposal.loads.sum.total_w)), ("rooms", rooms)];
    let mut parts = vec![fill(Sentence::Result, &load)];
    if let Some(selection) = &proposal.selection {
        let chosen = selection.rooms.iter().filter_map(|room| room.chosen.as_ref());
        let sets = chosen.fold(0_u32, |sum, choice| sum.saturating_add(choice.system.sets));
        parts.push(count(sets, Sentence::OneSet, Sentence::Sets));
    }
    if let Some(quote) = &proposal.quote {
        let currency = currency(&quote.currency, language).to_owned();
        let total = |total| fill(Sentence::ResultTotal, &[("total", money(total)), ("currency", currency)]);
        parts.push(quote.total.map_or_else(|| language.word(Label::NoTotal).to_owned(), total));
    }
    let without = proposal.selection.as_ref().map(rooms_without).unwrap_or_default();
    if !without.is_empty() {
        parts.push(fill(Sentence::WithoutRooms, &[("rooms", room_numbers(&without))]));
    }
    parts.join(language.pick(("; ", "；")))
}

/// Editions of the data, the books and the engine, and the digest of the answer.
pub(super) fn basis(proposal: &Proposal, language: Language) -> String {
    let mut sheet = Sheet::headless([Holds::Text(24), Holds::Rest]);
    let mut add = |label, text| sheet.row([language.word(label).to_owned(), text]);
    let data = |data: &DataReference| edition(&data.id, data.version, language);
    let book = |book: &BookReference| edition(&book.id, book.version, language);
    add(Label::Reference, data(&proposal.reference));
    if let Some(catalogue) = &proposal.catalogue {
        add(Label::Catalogue, data(catalogue));
    }
    if let Some(price_book) = &proposal.price_book {
        add(Label::PriceBook, book(price_book));
    }
    if let Some(rate_book) = &proposal.rate_book {
        add(Label::RateBook, book(rate_book));
    }
    let edition = proposal.method_edition.to_string();
    let engine = [("version", proposal.engine_version.to_owned()), ("edition", edition)];
    add(Label::Engine, fill(language.pick(Sentence::Engine.pair()), &engine));
    let digest = proposal.answer().map(|answer| answer.digest().to_owned());
    add(Label::Digest, digest.unwrap_or_else(|_| language.word(Label::NoDigest).to_owned()));
    format!("{}\n{}", heading(language.word(Label::Basis)), sheet.text())
}

fn edition(id: &str, version: u32, language: Language) -> String {
    let values = [("id", id.to_owned()), ("version", version.to_string())];
    fill(language.pick(Sentence::Edition.pair()), &values)
}
