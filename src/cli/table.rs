//! The proposal for people: one page of plain text, for a terminal and for a log alike.

mod assumptions;
mod choices;
mod equipment;
mod figures;
mod findings;
mod head;
mod loads;
mod places;
mod quote;
mod sheet;
mod sums;
mod systems;

use crate::arguments::Language;
use tonnage::proposal::Proposal;
use tonnage::reference::Reference;

/// The proposal as far as it goes; what it does not contain is left out.
pub(crate) fn render(proposal: &Proposal, reference: &Reference, language: Language) -> String {
    let mut sections = vec![head::title(proposal, language)];
    if !proposal.loads.rooms.is_empty() {
        sections.push(loads::section(&proposal.loads, language));
    }
    if let Some(selection) = &proposal.selection {
        sections.push(systems::section(proposal, selection, language));
    }
    if let Some(quote) = &proposal.quote {
        sections.push(quote::section(proposal, quote, language));
    }
    if !proposal.assumptions.is_empty() {
        sections.push(assumptions::section(proposal, reference, language));
    }
    if proposal.findings().next().is_some() {
        sections.push(findings::section(proposal, language));
    }
    sections.push(head::basis(proposal, language));
    sections.join("\n\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use tonnage::demo;
    use tonnage::pricing::Customer;
    use tonnage::project::Project;

    /// The proposal of a project of JSON text.
    pub(super) fn proposal(project: &str) -> Proposal {
        let engine = demo::engine().unwrap();
        let at = engine.demo_instant().unwrap().0;
        engine.propose(&Project::from_json(project.as_bytes()).unwrap(), &Customer::default(), at).unwrap()
    }

    /// The proposals of the demo projects.
    pub(super) fn proposals() -> Vec<Proposal> {
        let files: [&[u8]; 4] = [
            include_bytes!("../../tests/projects/foshan_factory.json"),
            include_bytes!("../../tests/projects/shanghai_bank.json"),
            include_bytes!("../../tests/projects/smallest.json"),
            include_bytes!("../../tests/projects/wuhan_shop.json"),
        ];
        let engine = demo::engine().unwrap();
        let at = engine.demo_instant().unwrap().0;
        let proposal = |file: &[u8]| {
            engine.propose(&Project::from_json(file).unwrap(), &Customer::default(), at).unwrap()
        };
        files.into_iter().map(proposal).collect()
    }

    #[test]
    fn no_line_is_wider_than_the_page_and_no_value_is_missing() {
        // Many different rooms have long lists of numbers.
        let uses = ["office_general", "meeting_room", "shop_general"].iter().cycle();
        let rooms = uses.zip(20..34).map(|(own, area)| {
            let cooler = if area % 5 == 0 { r#","coolingSetPointC":25"# } else { "" };
            format!(r#"{{"use":"{own}","areaM2":{area}{cooler}}}"#)
        });
        let rooms: Vec<String> = rooms.collect();
        let many = proposal(&format!(r#"{{"site":{{"city":"上海"}},"rooms":[{}]}}"#, rooms.join(",")));
        for proposal in proposals().into_iter().chain([many]) {
            for language in [Language::En, Language::ZhCn] {
                let text = render(&proposal, &demo::reference().unwrap(), language);
                for line in text.lines() {
                    assert!(sheet::display_width(line) <= sheet::PAGE, "{line}");
                    assert_eq!(line.trim_end(), line);
                }
                assert!(!text.contains(['{', '}', '\u{1b}']), "{text}");
            }
        }
    }

    #[test]
    fn what_is_not_there_is_left_out() {
        let mut proposal = proposals().remove(0);
        let sections = |proposal: &Proposal| {
            render(proposal, &demo::reference().unwrap(), Language::En).matches("━━ ").count()
        };
        assert_eq!(sections(&proposal), 8);
        proposal.quote = None;
        assert_eq!(sections(&proposal), 7);
        proposal.selection = None;
        assert_eq!(sections(&proposal), 5);
    }

    #[test]
    fn a_line_without_a_price_leaves_no_total() {
        let mut proposal = proposals().remove(0);
        let quote = proposal.quote.as_mut().unwrap();
        quote.lines.last_mut().unwrap().priced = None;
        (quote.total, quote.net, quote.tax) = (None, None, None);
        let text = render(&proposal, &demo::reference().unwrap(), Language::En);
        let dashes = text.lines().filter(|line| line.contains("no price") && line.ends_with('–'));
        assert_eq!(dashes.count(), 1, "{text}");
        assert!(text.contains("no total: something is missing"), "{text}");
    }
}
