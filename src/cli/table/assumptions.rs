//! The values that were filled in, those of several rooms together.

use super::figures::{bring_together, instant, percent, plain, room_numbers, split_path};
use super::sheet::{Holds, Sheet, heading, paragraph};
use crate::arguments::Language;
use crate::words::{self, Form, Label, Sentence, fill};
use tonnage::At;
use tonnage::Scalar;
use tonnage::finding::Assumption;
use tonnage::proposal::Proposal;

/// The longest list of room numbers, in bytes.
const MOST_NUMBERS: usize = 40;

/// One assumption of one or more rooms.
struct Group<'a> {
    field: &'a str,
    assumption: &'a Assumption,
    rooms: Vec<usize>,
}

/// The assumptions as a section.
pub(super) fn section(proposal: &Proposal, language: Language) -> String {
    let word = |label| language.word(label);
    let mut sheet = Sheet::new([
        (Holds::Text(24), word(Label::Assumed)),
        (Holds::Text(20), word(Label::Value)),
        (Holds::Text(14), word(Label::Rooms)),
        (Holds::Text(10), word(Label::Confidence)),
        (Holds::Rest, word(Label::Source)),
    ]);
    let (mut last, mut last_source) = ("", "");
    for group in groups(&proposal.assumptions) {
        let name = words::field(group.field)
            .map_or_else(|| plain(group.field), |field| language.pick(field.words).to_owned());
        let repeated = group.field == last;
        let source = language.pick((group.assumption.source.as_str(), group.assumption.source_zh.as_str()));
        sheet.row([
            if repeated { String::new() } else { name },
            value(&group, proposal.at, language),
            rooms(&group.rooms, proposal.loads.rooms.len(), language),
            language.pick(words::confidence(group.assumption.confidence)).to_owned(),
            if repeated && source == last_source { word(Label::AsAbove).to_owned() } else { plain(source) },
        ]);
        (last, last_source) = (group.field, source);
    }
    let sentence = paragraph(0, word(Label::AssumptionsSentence));
    format!("{}\n{sentence}\n\n{}", heading(word(Label::Assumptions)), sheet.text())
}

fn groups(assumptions: &[Assumption]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for assumption in assumptions {
        let (room, field) = split_path(&assumption.path);
        let same = |group: &&mut Group<'_>| {
            group.field == field
                && group.rooms.is_empty() == room.is_none()
                && group.assumption.value == assumption.value
                && group.assumption.source == assumption.source
                && group.assumption.confidence == assumption.confidence
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.rooms.extend(room),
            None => groups.push(Group { field, assumption, rooms: room.into_iter().collect() }),
        }
    }
    bring_together(&mut groups, |group| group.field);
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

fn value(group: &Group<'_>, at: Option<At>, language: Language) -> String {
    let form = words::field(group.field).map_or(Form::Plain, |field| field.form);
    match (form, &group.assumption.value) {
        (Form::Percent, Scalar::Number(share)) => percent(*share, language),
        (Form::Celsius, value) => format!("{value} °C"),
        (Form::Metres, value) => format!("{value} m"),
        (Form::Kind, Scalar::Text(text)) => {
            words::kind(text).map_or_else(|| plain(text), |pair| language.pick(pair).to_owned())
        }
        // The answer has it in UTC; the page has one clock, that of its head.
        (Form::Instant, value) => at.map_or_else(|| plain(&value.to_string()), |at| instant(at, language)),
        (_, value) => plain(&value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::tests::proposals;

    #[test]
    fn every_assumption_of_the_demo_projects_has_its_words() {
        for proposal in proposals() {
            for group in groups(&proposal.assumptions) {
                assert!(words::field(group.field).is_some(), "{}", group.field);
            }
        }
    }
}
