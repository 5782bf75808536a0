//! What the proposal is, and at its end what it rests on.

use super::figures::{instant, kilowatts, money, plain, room_numbers, split_path, tenths};
use super::sheet::{Holds, Sheet, heading, paragraph};
use super::systems::rooms_without;
use crate::arguments::Language;
use crate::words::{self, Label, Sentence, currency, fill, full_width};
use tonnage::climate::DesignConditions;
use tonnage::load::Question;
use tonnage::num;
use tonnage::pricing::BookReference;
use tonnage::proposal::{DataReference, Proposal};

/// Name, place, weather, result; and that it is a demonstration if it is one.
pub(super) fn title(proposal: &Proposal, language: Language) -> String {
    let name = proposal.project.name.clone().unwrap_or_else(|| place_name(proposal, language));
    let mut sheet = Sheet::headless([Holds::Text(24), Holds::Rest]);
    let mut add = |label, text| sheet.row([language.word(label).to_owned(), text]);
    add(Label::Place, place(proposal, language));
    let site = &proposal.loads.site;
    add(Label::Climate, climate(proposal, language));
    let summer = [("dry", site.cooling_dry_bulb_c.to_string()), ("wet", site.cooling_wet_bulb_c.to_string())];
    add(Label::Outdoors, fill(language.pick(Sentence::Outdoors.pair()), &summer));
    let winter = [("dry", site.winter_dry_bulb_c.to_string())];
    add(Label::Winter, fill(language.pick(Sentence::Winter.pair()), &winter));
    if let Some(at) = proposal.at {
        add(Label::PricedAt, instant(at, language));
    }
    add(Label::Result, result(proposal, language));
    if let Some(known) = &proposal.uncertainty {
        let ends = [("low", tenths(known.sum.low_w)), ("high", tenths(known.sum.high_w))];
        add(Label::Range, fill(language.pick(Sentence::Range.pair()), &ends));
        if let Some(question) = &known.question {
            add(Label::Ask, asked(question, proposal.loads.rooms.len(), language));
        }
    }
    if books(proposal).any(|book| book.demo) {
        add(Label::Demo, language.word(Label::DemoSentence).to_owned());
    }
    let title = paragraph(0, &plain(&name));
    format!("{}\n{title}\n\n{}", heading(language.word(Label::Title)), sheet.text())
}

fn books(proposal: &Proposal) -> impl Iterator<Item = &BookReference> {
    proposal.price_book.iter().chain(&proposal.rate_book)
}

/// The weather station in the reader's language; nothing where conditions are stated.
pub(super) fn station(site: &DesignConditions, language: Language) -> String {
    let (english, chinese) = (site.station_en.as_deref(), site.station_zh.as_deref());
    let name = language.pick((english.map(str::to_owned), chinese.map(full_width)));
    plain(&name.unwrap_or_default())
}

/// What the place is called: as stated, or by its coordinates where conditions are stated and no city is.
fn place_name(proposal: &Proposal, language: Language) -> String {
    let (site, stated) = (&proposal.loads.site, &proposal.project.site);
    if stated.city.is_none() && site.station_id.is_none() {
        return coordinates(site, language);
    }
    let name = language.pick((site.place.clone(), full_width(&site.place)));
    match &stated.province {
        None => name,
        Some(province) => language.pick((format!("{name}, {province}"), format!("{province} {name}"))),
    }
}

fn coordinates(site: &DesignConditions, language: Language) -> String {
    let degrees = |angle: f64, above: Sentence, below: Sentence| {
        let side = if angle < 0.0 { below } else { above };
        fill(language.pick(side.pair()), &[("degrees", angle.abs().to_string())])
    };
    let values = [
        ("latitude", degrees(site.latitude, Sentence::North, Sentence::South)),
        ("longitude", degrees(site.longitude, Sentence::East, Sentence::West)),
    ];
    fill(language.pick(Sentence::Point.pair()), &values)
}

fn place(proposal: &Proposal, language: Language) -> String {
    let site = &proposal.loads.site;
    let name = plain(&place_name(proposal, language));
    let Some(id) = &site.station_id else {
        let values = [("place", name), ("height", site.elevation_m.to_string())];
        return fill(language.pick(Sentence::PlaceStated.pair()), &values);
    };
    let mut values = vec![("city", name), ("station", station(site, language)), ("id", id.clone())];
    let sentence = match site.distance_km {
        Some(distance) => {
            values.push(("distance", distance.to_string()));
            Sentence::PlaceNear
        }
        None => Sentence::Place,
    };
    fill(language.pick(sentence.pair()), &values)
}

/// Which climate the outdoor conditions are of, and where they come from.
fn climate(proposal: &Proposal, language: Language) -> String {
    let site = &proposal.loads.site;
    let fill = |sentence: Sentence, values: &[(&str, String)]| fill(language.pick(sentence.pair()), values);
    let source = plain(language.pick((&site.source, &site.source_zh)));
    let design = proposal.project.site.design.as_ref();
    if design.is_some_and(|design| design.source.is_none()) {
        // The source then says no more than that they are stated.
        return source;
    }
    let basis = words::choice("site.climate", &site.basis)
        .map_or_else(|| site.basis.clone(), |pair| language.pick(pair).to_owned());
    let mut text = fill(Sentence::Climate, &[("basis", basis), ("source", source)]);
    if let Some(period) = &site.period {
        let (sentence, period) = match period.strip_prefix("to ") {
            Some(end) => (Sentence::YearsTo, end),
            None => (Sentence::Years, period.as_str()),
        };
        text = fill(sentence, &[("text", text), ("period", plain(period).replace('-', "–"))]);
    }
    // What was corrected is a finding; who reads only the figures is sent there.
    match &site.station_note {
        Some(_) => fill(Sentence::SeeFindings, &[("text", text)]),
        None => text,
    }
}

/// What to ask next, and what the answer can do.
fn asked(question: &Question, rooms: usize, language: Language) -> String {
    let mut values = vec![
        ("question", plain(language.pick((&question.text, &question.text_zh)))),
        ("width", tenths(question.width_w)),
    ];
    let sentence = match split_path(&question.path).0.filter(|_| rooms > 1) {
        Some(room) => {
            values.push(("room", room.saturating_add(1).to_string()));
            Sentence::MovesMost
        }
        None => Sentence::Moves,
    };
    fill(language.pick(sentence.pair()), &values)
}

/// The figures that a buyer asks for first, and what they leave out.
fn result(proposal: &Proposal, language: Language) -> String {
    let fill = |sentence: Sentence, values: &[(&str, String)]| fill(language.pick(sentence.pair()), values);
    let count = |count: u32, one: Sentence, many: Sentence| {
        fill(if count == 1 { one } else { many }, &[("count", count.to_string())])
    };
    let rooms = count(num::count(proposal.loads.rooms.len()), Sentence::OneRoom, Sentence::Rooms);
    let load = [("load", kilowatts(proposal.loads.sum.total_w)), ("rooms", rooms)];
    let mut parts = Vec::new();
    // Requested units alone have no load.
    if !proposal.loads.rooms.is_empty() {
        parts.push(fill(Sentence::Result, &load));
    }
    if let Some(watts) = proposal.loads.heating_w {
        parts.push(fill(Sentence::HeatingResult, &[("load", kilowatts(watts))]));
    }
    if let Some(selection) = &proposal.selection {
        let systems = num::count(selection.systems.len());
        parts.push(count(systems, Sentence::OneSet, Sentence::Sets));
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
