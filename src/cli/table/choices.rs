//! What a buyer compares: the choices by other objectives, and the best of one kind of system each.

use super::figures::money;
use super::sheet::{Holds, Sheet, heading, paragraph};
use crate::arguments::Language;
use crate::words::{self, Label, Sentence, fill};
use tonnage::selection::Selection;

/// The choices by other objectives and of one kind of system each; nothing where there is no other.
pub(super) fn section(selection: &Selection, language: Language) -> Option<String> {
    let word = |label| language.word(label);
    let of_kind = || selection.offers.iter().filter_map(|offer| Some((offer.kind?, offer)));
    if selection.alternatives.len().saturating_add(of_kind().count()) < 2 {
        return None;
    }
    let mut sheet = Sheet::new([
        (Holds::Rest, word(Label::Choice)),
        (Holds::Figures, word(Label::InstalledCost)),
        (Holds::Figures, word(Label::Electricity)),
        (Holds::Figures, word(Label::LifeCycleCost)),
        (Holds::Figures, word(Label::Loudest)),
    ]);
    for choice in &selection.alternatives {
        sheet.row([
            language.pick(words::label(choice.label)).to_owned(),
            money(choice.cost),
            format!("{:.0}", choice.energy_kwh),
            money(choice.life_cycle_cost),
            loudest(choice.loudest_dba),
        ]);
    }
    for (kind, offer) in of_kind() {
        let values = [("kind", language.pick(words::system_kind(kind)).to_owned())];
        sheet.row([
            fill(language.pick(Sentence::OneKind.pair()), &values),
            money(offer.cost),
            format!("{:.0}", offer.energy_kwh),
            money(offer.life_cycle_cost),
            loudest(offer.loudest_dba),
        ]);
    }
    let sentence = paragraph(0, word(Label::ChoicesSentence));
    Some(format!("{}\n{sentence}\n\n{}", heading(word(Label::Choices)), sheet.text()))
}

/// A sound level, or a dash where it is not known.
fn loudest(dba: Option<f64>) -> String {
    dba.map_or_else(|| "–".to_owned(), |dba| format!("{dba:.0}"))
}
