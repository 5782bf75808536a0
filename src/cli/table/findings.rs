//! What the proposal has to say about itself, most severe first.

use super::assumptions::rooms;
use super::figures::{kilowatts, percent, plain, split_path};
use super::head::station;
use super::sheet::{Holds, Sheet, heading};
use crate::arguments::Language;
use crate::words::{self, Label, fill, half};
use std::cmp::Reverse;
use tonnage::Scalar;
use tonnage::finding::{Finding, FindingCode, Severity};
use tonnage::num;
use tonnage::proposal::Proposal;

/// One sentence about the whole or about rooms.
struct Group {
    severity: Severity,
    sentence: String,
    rooms: Vec<usize>,
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
            rooms(&group.rooms, proposal.loads.rooms.len(), language),
            group.sentence,
        ]);
    }
    format!("{}\n{}", heading(word(Label::Findings)), sheet.text())
}

fn groups(proposal: &Proposal, language: Language) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for finding in proposal.findings() {
        let (severity, sentence) = (finding.severity, sentence(finding, proposal, language));
        let room = room(finding, proposal);
        let same = |group: &&mut Group| group.severity == severity && group.sentence == sentence;
        match groups.iter_mut().find(same) {
            Some(group) => group.rooms.extend(room),
            None => groups.push(Group { severity, sentence, rooms: room.into_iter().collect() }),
        }
    }
    groups.sort_by_key(|group| Reverse(group.severity));
    groups
}

/// The room that a finding is about: its own, or that of its line.
fn room(finding: &Finding, proposal: &Proposal) -> Option<usize> {
    let line = || {
        let rest = finding.path.strip_prefix("billOfQuantities.lines[")?;
        let index: usize = rest.split(']').next()?.parse().ok()?;
        let line = proposal.quote.as_ref()?.lines.get(index)?;
        proposal.loads.rooms.iter().position(|room| Some(&room.id) == line.room.as_ref())
    };
    split_path(&finding.path).0.or_else(line)
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
