//! The values that were filled in, those of several rooms together, and where they come from.

use super::figures::{bring_together, instant, percent, plain, room_numbers, split_path};
use super::places::{Place, in_words};
use super::sheet::{Holds, Sheet, heading, paragraph};
use crate::arguments::Language;
use crate::words::{self, Form, Label, Sentence, Topic, fill};
use tonnage::Scalar;
use tonnage::finding::Assumption;
use tonnage::num;
use tonnage::proposal::Proposal;
use tonnage::reference::Reference;

/// The longest list of room numbers, in bytes.
const MOST_NUMBERS: usize = 40;

/// One assumption at one or more places.
struct Group<'a> {
    field: String,
    assumption: &'a Assumption,
    places: Vec<Place>,
}

impl Group<'_> {
    /// What it is about; a field that is not known here stands at the end.
    fn topic(&self) -> Topic {
        words::field(&self.field).map_or(Topic::Prices, |field| field.topic)
    }
}

/// The assumptions as a section.
pub(super) fn section(proposal: &Proposal, reference: &Reference, language: Language) -> String {
    let word = |label| language.word(label);
    let mut sheet = Sheet::new([
        (Holds::Text(42), word(Label::Assumed)),
        (Holds::Rest, word(Label::Value)),
        (Holds::Text(22), word(Label::Rooms)),
        (Holds::Text(10), word(Label::Confidence)),
        (Holds::Figures, word(Label::Source)),
    ]);
    let mut sources: Vec<&str> = Vec::new();
    let (mut topic, mut last) = (None, String::new());
    for group in groups(&proposal.assumptions) {
        if topic != Some(group.topic()) {
            if topic.is_some() {
                sheet.gap();
            }
            topic = Some(group.topic());
            sheet.note(0, language.pick(group.topic().pair()));
        }
        let name = words::field(&group.field)
            .map_or_else(|| plain(&group.field), |field| language.pick(field.words).to_owned());
        let source = language.pick((&group.assumption.source, &group.assumption.source_zh));
        sheet.row([
            if group.field == last { String::new() } else { format!("  {name}") },
            value(&group, proposal, reference, language),
            in_words(&group.places, proposal, language),
            language.pick(words::confidence(group.assumption.confidence)).to_owned(),
            number_of(source, &mut sources).to_string(),
        ]);
        last = group.field;
    }
    let mut list = Sheet::headless([Holds::Figures, Holds::Rest]);
    for (index, source) in sources.iter().enumerate() {
        list.row([index.saturating_add(1).to_string(), plain(source)]);
    }
    let sentence = paragraph(0, word(Label::AssumptionsSentence));
    let head = format!("{}\n{sentence}", heading(word(Label::Assumptions)));
    format!("{head}\n\n{}\n\n{}\n{}", sheet.text(), word(Label::Sources), list.text())
}

/// The number of `source` from 1, in the order in which they are named first.
fn number_of<'a>(source: &'a str, sources: &mut Vec<&'a str>) -> usize {
    let known = sources.iter().position(|known| *known == source);
    let index = known.unwrap_or_else(|| {
        sources.push(source);
        sources.len().saturating_sub(1)
    });
    index.saturating_add(1)
}

fn groups(assumptions: &[Assumption]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for assumption in assumptions {
        let (_, field) = split_path(&assumption.path);
        let place = Place::of(&assumption.path);
        let same = |group: &&mut Group<'_>| {
            group.field == field
                && group.assumption.value == assumption.value
                && group.assumption.source == assumption.source
                && group.assumption.confidence == assumption.confidence
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.places.push(place),
            None => groups.push(Group { field, assumption, places: vec![place] }),
        }
    }
    bring_together(&mut groups, |group| group.field.clone());
    groups.sort_by_key(Group::topic);
    groups
}

/// Numbers of rooms, the word for all of several, or only how many where the numbers would be a column of their own.
pub(super) fn rooms(rooms: &[usize], of: usize, language: Language) -> String {
    if rooms.len() == of && of > 1 {
        return language.word(Label::AllRooms).to_owned();
    }
    let numbers = room_numbers(rooms);
    if numbers.len() <= MOST_NUMBERS {
        return numbers;
    }
    let values = [("count", rooms.len().to_string()), ("of", of.to_string())];
    fill(language.pick(Sentence::SomeRooms.pair()), &values)
}

fn value(group: &Group<'_>, proposal: &Proposal, reference: &Reference, language: Language) -> String {
    let form = words::field(&group.field).map_or(Form::Plain, |field| field.form);
    let word = |text: &str, pair: Option<words::Pair>| {
        pair.map_or_else(|| plain(text), |pair| language.pick(pair).to_owned())
    };
    match (form, &group.assumption.value) {
        (Form::Percent, Scalar::Number(share)) => percent(*share, language),
        (Form::Unit(unit), Scalar::Number(number)) => format!("{} {}", shown(*number), language.pick(unit)),
        (Form::Offset, Scalar::Number(hours)) if *hours < 0.0 => format!("UTC{hours}"),
        (Form::Offset, value) => format!("UTC+{value}"),
        (Form::Choice, value) => {
            let text = value.to_string();
            word(&text, words::choice(&group.field, &text))
        }
        (Form::Named, Scalar::Text(id)) => named(&group.field, id, reference, language),
        (Form::Kind, Scalar::Text(text)) => word(text, words::kind(text)),
        // The answer has it in UTC; the page has one clock, that of its head.
        (Form::Instant, value) => {
            proposal.at.map_or_else(|| plain(&value.to_string()), |at| instant(at, language))
        }
        (_, value) => plain(&value.to_string()),
    }
}

/// A figure without decimals that nobody reads: two, and three of a part of one.
fn shown(number: f64) -> f64 {
    num::quantise(number, if number.abs() < 1.0 { 3 } else { 2 })
}

/// The name that the reference data has for what is called `id` there.
fn named(field: &str, id: &str, reference: &Reference, language: Language) -> String {
    if let Some(pair) = words::choice(field, id) {
        return language.pick(pair).to_owned();
    }
    if let Some(station) = reference.station(id) {
        let name = language.pick((station.name_en.clone(), words::full_width(&station.name_zh)));
        return plain(&language.pick((format!("{name} ({id})"), format!("{name}（{id}）"))));
    }
    let envelope = reference.envelope();
    let names = envelope
        .opaque(id)
        .map(|known| (known.name_en.as_str(), known.name_zh.as_str()))
        .or_else(|| envelope.glazing(id).map(|known| (known.name_en.as_str(), known.name_zh.as_str())))
        .or_else(|| envelope.blind(id).map(|known| (known.name_en.as_str(), known.name_zh.as_str())))
        .or_else(|| {
            reference.air_leakage().door(id).map(|known| (known.name_en.as_str(), known.name_zh.as_str()))
        })
        // A schedule is called in English what its identifier is.
        .or_else(|| reference.schedule(id).map(|known| (known.id.as_str(), known.name_zh.as_str())));
    let (english, chinese) = names.unwrap_or((id, id));
    plain(&language.pick((english.to_owned(), words::full_width(chinese))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::tests::{proposal, proposals};

    /// Everything that completion can fill, at its path without positions.
    const PATHS: [&str; 75] = [
        "site.stationId",
        "site.climate",
        "site.elevationM",
        "site.utcOffsetH",
        "site.zone",
        "building.year",
        "building.storeys",
        "building.storeyHeightM",
        "constructions.mass",
        "constructions.inside.solarAbsorptance",
        "constructions.inside.emissivity",
        "constructions.outside.solarAbsorptance",
        "constructions.outside.emissivity",
        "constructions.roughness",
        "coolingSetPointC",
        "relativeHumidity",
        "heightM",
        "heating",
        "heatingSetPointC",
        "schedule",
        "people.m2PerPerson",
        "people.sensibleW",
        "people.latentW",
        "people.radiantFraction",
        "lights.powerWM2",
        "lights.radiantFraction",
        "lights.visibleFraction",
        "equipment.powerWM2",
        "equipment.radiantFraction",
        "equipment.latentFraction",
        "facades.facing",
        "facades.widthM",
        "facades.construction",
        "facades.glazingRatio",
        "facades.glazing",
        "facades.innerBlind",
        "above",
        "below",
        "beside",
        "aboveConstruction",
        "belowConstruction",
        "besideConstruction",
        "ground.coolingC",
        "ground.heatingC",
        "unconditioned.coolingC",
        "unconditioned.heatingC",
        "infiltration.airChangesPerH",
        "door.kind",
        "door.passagesPerH",
        "outdoorAir.treatedBy",
        "outdoorAir.rule",
        "outdoorAir.flowM3H",
        "outdoorAir.sensibleEffectiveness",
        "outdoorAir.latentEffectiveness",
        "preCoolHours",
        "delivery.region",
        "coolingKw",
        "tolerance",
        "installation.pipeRunM",
        "installation.heightDifferenceM",
        "installation.drainRunM",
        "installation.powerCableRunM",
        "installation.installHeightM",
        "installation.storey",
        "installation.outdoorPlace",
        "installation.wall",
        "installation.branchRunM",
        "installation.ductRunM",
        "installation.ductLossPa",
        "spareUnits",
        "preferences.maxUnitsPerRoom",
        "preferences.running.years",
        "preferences.running.tariffPerKwh",
        "preferences.running.coolingFullLoadHours",
        "at",
    ];

    /// A project that leaves open what the demo projects state or have not.
    const OPEN: &str = r#"{"site":{"city":"武汉"},
        "constructions":[{"name":"wall","uWM2K":0.6,"element":"wall"}],
        "rooms":[
            {"use":"shop_general","areaM2":120,"above":"unconditioned","below":"ground",
             "facades":[{"facing":"S","construction":"wall"},{"facing":"W"}],"outdoorAir":{"treatedBy":"erv"}},
            {"use":"office_general","areaM2":60,"beside":"unconditioned","below":"outdoors"}],
        "requested":[{"horsepower":3,"quantity":2}],"delivery":{"wantedBy":"2026-07-15T08:00:00+08:00"}}"#;

    #[test]
    fn everything_that_can_be_filled_has_its_words_and_nothing_else_does() {
        let reference = tonnage::demo::reference().unwrap();
        let mut proposals = proposals();
        proposals.push(proposal(OPEN));
        let mut seen = std::collections::BTreeSet::new();
        for proposal in &mut proposals {
            let (_, at) = tonnage::demo::engine().unwrap().demo_instant().unwrap();
            proposal.assumptions.push(at);
            for group in groups(&proposal.assumptions) {
                let field = words::field(&group.field).unwrap_or_else(|| panic!("{}", group.field));
                let english = value(&group, proposal, &reference, Language::En);
                let chinese = value(&group, proposal, &reference, Language::ZhCn);
                if let (Form::Choice | Form::Named | Form::Kind, Scalar::Text(id)) =
                    (field.form, &group.assumption.value)
                {
                    let upper = |text: &str| text.contains(|letter: char| letter.is_ascii_uppercase());
                    assert!(english != *id || !(upper(id) || id.contains('.')), "{} {id}", group.field);
                    assert_ne!(chinese, *id, "{}", group.field);
                }
                seen.insert(group.field);
            }
        }
        assert_eq!(seen.iter().map(String::as_str).collect::<Vec<_>>(), {
            let mut paths = PATHS.to_vec();
            paths.sort_unstable();
            paths
        });
    }

    #[test]
    fn a_source_has_one_number_wherever_it_is_named() {
        let mut sources = Vec::new();
        let numbers = ["a", "b", "a", "c"].map(|source| number_of(source, &mut sources));
        assert_eq!((numbers, sources), ([1, 2, 1, 3], vec!["a", "b", "c"]));
    }
}
