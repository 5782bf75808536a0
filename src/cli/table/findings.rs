//! What the proposal has to say about itself, most severe first.

use super::assumptions::rooms;
use super::figures::{kilowatts, percent, plain, split_path};
use super::head::station;
use super::places::rooms_of_system;
use super::sheet::{Holds, Sheet, heading};
use crate::arguments::Language;
use crate::words::{self, Label, fill, half};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use tonnage::Scalar;
use tonnage::finding::{Finding, FindingCode, Severity};
use tonnage::num;
use tonnage::proposal::Proposal;
use tonnage::selection::System;

/// One sentence about the whole or about rooms.
struct Group {
    severity: Severity,
    sentence: String,
    rooms: BTreeSet<usize>,
}

/// The findings as a section.
pub(super) fn section(proposal: &Proposal, language: Language) -> String {
    let word = |label| language.word(label);
    let mut sheet = Sheet::new([
        (Holds::Text(10), word(Label::Severity)),
        (Holds::Text(14), word(Label::Rooms)),
        (Holds::Rest, word(Label::Finding)),
    ]);
    for group in groups(proposal, language) {
        sheet.row([
            language.pick(words::severity(group.severity)).to_owned(),
            rooms(&group.rooms.iter().copied().collect::<Vec<_>>(), proposal.loads.rooms.len(), language),
            group.sentence,
        ]);
    }
    format!("{}\n{}", heading(word(Label::Findings)), sheet.text())
}

fn groups(proposal: &Proposal, language: Language) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in proposal.findings() {
        let (severity, sentence) = (finding.severity, sentence(finding, proposal, language));
        let rooms = rooms_of(finding, proposal);
        let same = |group: &&mut Group| group.severity == severity && group.sentence == sentence;
        match groups.iter_mut().find(same) {
            Some(group) => group.rooms.extend(rooms),
            None => groups.push(Group { severity, sentence, rooms }),
        }
    }
    groups.sort_by_key(|group| Reverse(group.severity));
    groups
}

/// The rooms that a finding is about: its own, that of its line of the bill, or those of its system.
fn rooms_of(finding: &Finding, proposal: &Proposal) -> BTreeSet<usize> {
    let position =
        |list: &str| -> Option<usize> { finding.path.strip_prefix(list)?.split(']').next()?.parse().ok() };
    let line = || proposal.quote.as_ref()?.lines.get(position("billOfQuantities.lines[")?);
    let own = || {
        let room = line()?.room.as_ref()?;
        proposal.loads.rooms.iter().position(|known| known.id == *room)
    };
    if let Some(room) = split_path(&finding.path).0.or_else(own) {
        return BTreeSet::from([room]);
    }
    let systems =
        proposal.selection.as_ref().map_or_else(<&[System]>::default, |selection| &selection.systems);
    let named = || match finding.params.get("system") {
        Some(Scalar::Text(id)) => Some(id),
        _ => line().map(|line| &line.system),
    };
    let known = || systems.iter().find(|system| Some(&system.id) == named());
    let system = position("selection.systems[").and_then(|index| systems.get(index)).or_else(known);
    system.map(|system| rooms_of_system(system, proposal)).unwrap_or_default()
}

fn sentence(finding: &Finding, proposal: &Proposal, language: Language) -> String {
    let plain_words = (!finding.params.contains_key("value")).then(|| words::without_figures(finding.code));
    let template = plain_words.flatten().unwrap_or_else(|| words::finding(finding.code, &finding.path));
    let template = language.pick(template);
    let site = &proposal.loads.site;
    let values = finding.params.iter().map(|(name, value)| {
        let text = match name.as_str() {
            "station" => station(site, language),
            // One sentence has one note: in Chinese the Chinese one, where there is one.
            "note" => {
                let note = match finding.params.get("noteZh") {
                    Some(Scalar::Text(chinese)) if language == Language::ZhCn => plain(chinese),
                    _ => plain(&value.to_string()),
                };
                // The sentence ends with its own stop, whether or not the note does.
                note.trim_end_matches(['.', '。']).to_owned()
            }
            // Where units have no plant, the rule that refused the plants is the reason.
            "rule" if finding.params.contains_key("because") => {
                finding.params.get("because").map_or_else(String::new, |rule| param("rule", rule, language))
            }
            "rule" if is_unchecked(finding.code) => {
                let name = value.to_string();
                words::compared_named(&name)
                    .map_or_else(|| plain(&name), |pair| language.pick(pair).to_owned())
            }
            // A limit beside a margin is a share, any other one in the unit of its rule.
            "limit" if !finding.params.contains_key("margin") => plain(&value.to_string()),
            name => param(name, value, language),
        };
        (name.as_str(), text)
    });
    fill(template, &values.collect::<Vec<_>>()).trim_end().to_owned()
}

/// Whether a finding says of a rule that nobody could check it.
fn is_unchecked(code: FindingCode) -> bool {
    matches!(
        code,
        FindingCode::NotChecked
            | FindingCode::ChargeNotChecked
            | FindingCode::AltitudeNotChecked
            | FindingCode::HeatingUnknown
    )
}

/// A value of a sentence, in the unit and the words of the reader.
fn param(name: &str, value: &Scalar, language: Language) -> String {
    let named = |word: fn(&str) -> Option<words::Pair>, text: &str| {
        word(text).map_or_else(|| plain(text), |pair| language.pick(pair).to_owned())
    };
    match (name, value) {
        ("totalW" | "heatingW", Scalar::Number(watts)) => num::to_whole(*watts)
            .map_or_else(|| watts.to_string(), |watts| format!("{} kW", kilowatts(watts))),
        ("margin" | "residual" | "limit", Scalar::Number(share)) => percent(*share, language),
        ("label" | "otherLabel", Scalar::Text(text)) => named(words::label_named, text),
        ("remark", Scalar::Text(text)) => named(words::remark, text),
        ("standard", Scalar::Text(text)) => named(words::standard, text),
        ("reason", Scalar::Text(text)) => named(words::lack, text),
        ("kind", Scalar::Text(text)) => named(words::part, text),
        ("rule", Scalar::Text(text)) => named(words::rule_named, text),
        ("row", Scalar::Text(text)) => plain(&half(text, language)),
        ("item", Scalar::Text(text)) => named(words::item, text),
        ("variant", Scalar::Text(text)) => named(words::kind, text),
        (_, value) => plain(&value.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::tests::proposal;
    use tonnage::finding::FindingCode;

    #[test]
    fn a_limit_of_requested_units_is_in_the_unit_of_its_rule() {
        let project = r#"{"site":{"city":"Wuhan"},"requested":[{"model":"AUW-36U6RN8","quantity":1,
            "installation":{"pipeRunM":70}}]}"#;
        let page = section(&proposal(project), Language::En);
        assert!(page.contains("with too short a pipe limit: 70 against 50."), "{page}");
    }

    #[test]
    fn what_is_said_of_a_system_stands_with_its_rooms() {
        let project = r#"{"site":{"city":"Wuhan"},"preferences":{"systems":["vrfHeatPump"]},"rooms":[
            {"use":"office_general","areaM2":60},{"use":"office_general","areaM2":60,"group":"another"},
            {"use":"office_general","areaM2":60}]}"#;
        let proposal = proposal(project);
        let systems = &proposal.selection.as_ref().unwrap().systems;
        let lines = &proposal.quote.as_ref().unwrap().lines;
        let shared = lines.iter().position(|line| line.room.is_none()).unwrap();
        let own = lines.iter().position(|line| line.room.as_deref() == Some("room-3")).unwrap();
        let rooms = |path: &str, system: Option<&str>| {
            let mut finding = Finding::new(FindingCode::NotChecked, Severity::Note, path, []);
            finding.params.extend(system.map(|id| ("system".to_owned(), id.into())));
            rooms_of(&finding, &proposal).into_iter().collect::<Vec<_>>()
        };
        assert_eq!(systems.len(), 2);
        assert_eq!(rooms("selection.systems[0]", None), [0, 2]);
        assert_eq!(rooms("selection.systems[1].checks[0]", None), [1]);
        assert_eq!(rooms("", Some("system-1")), [0, 2]);
        assert_eq!(rooms("rooms[2]", Some("system-1")), [2]);
        assert_eq!(rooms(&format!("billOfQuantities.lines[{shared}]"), None), [0, 2]);
        assert_eq!(rooms(&format!("billOfQuantities.lines[{own}]"), None), [2]);
        for (path, system) in
            [("selection.systems", None), ("selection.systems[2]", None), ("", Some("system-3"))]
        {
            assert!(rooms(path, system).is_empty(), "{path}");
        }
    }

    #[test]
    fn a_part_of_a_system_is_said_in_words() {
        let project = r#"{"site":{"city":"Wuhan"},"requested":[{"model":"DV-ID71","quantity":1}]}"#;
        let proposal = proposal(project);
        let said = |language| section(&proposal, language);
        assert!(
            said(Language::En).contains("Model `DV-ID71` is an indoor unit of a multi-split or VRF system")
        );
        assert!(said(Language::ZhCn).contains("型号“DV-ID71”是多联式系统的室内机，属于系统部件"));
    }

    #[test]
    fn a_rule_without_numbers_has_a_whole_sentence() {
        let proposal = proposal(r#"{"site":{"city":"Wuhan"},"requested":[{"horsepower":3,"quantity":1}]}"#);
        let params = [("request", "requested-1".into()), ("rule", "availability".into())];
        let code = FindingCode::RequestedRuleBroken;
        let finding = Finding::new(code, Severity::Error, "requested[0]", params);
        for (language, expected) in [
            (Language::En, "The requested units are not deliverable in time. Check where they are to go."),
            (Language::ZhCn, "所要机型不能按期交货，请核对安装位置与要求。"),
        ] {
            assert_eq!(sentence(&finding, &proposal, language), expected);
        }
    }

    #[test]
    fn a_rooftop_that_is_taken_on_a_roof_and_a_model_without_a_quote_are_said_in_both_languages() {
        let refused = tonnage::demo::catalogue().unwrap().refused().first().unwrap().product.clone();
        let project = format!(
            r#"{{"site":{{"city":"Wuhan"}},"requested":[{{"model":"KCA120S4","quantity":1}},
            {{"model":"{refused}","quantity":1}}]}}"#
        );
        let proposal = proposal(&project);
        // Lines are broken where the page ends.
        let said = |language, between: &str| {
            section(&proposal, language).split_whitespace().collect::<Vec<_>>().join(between)
        };
        let (english, chinese) = (said(Language::En, " "), said(Language::ZhCn, ""));
        assert!(english.contains("are quoted on a roof frame; the project has another place"), "{english}");
        assert!(english.contains("and it cannot be quoted: it is refused by the catalogue."), "{english}");
        assert!(chinese.contains("按屋顶基座安装计价"), "{chinese}");
        assert!(chinese.contains("但无法报价：目录核验未通过。"), "{chinese}");
    }
}
