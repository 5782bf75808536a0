//! The chosen systems, what comes next to them, and why the others lost.

use super::figures::{kilowatts, margin, money, money_or_dash, plain};
use super::loads::room_name;
use super::sheet::{Holds, Sheet, heading, paragraph};
use crate::arguments::Language;
use crate::words::{self, Label, Sentence, fill};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tonnage::catalogue::Capacity;
use tonnage::load::Load;
use tonnage::money::Money;
use tonnage::num;
use tonnage::proposal::Proposal;
use tonnage::selection::{Choice, Rejection, RoomSelection, Rule, Selection};

/// How many of the systems that fit are shown after the chosen one; the others are counted.
const SHOWN: usize = 1;

/// The selection as a section.
pub(super) fn section(proposal: &Proposal, selection: &Selection, language: Language) -> String {
    let word = |label| language.word(label);
    let currency = proposal.quote.as_ref().map_or("", |quote| words::currency(&quote.currency, language));
    let cost = format!("{}\n{currency}", word(Label::Cost));
    let mut sheet = Sheet::new([
        (Holds::Rest, word(Label::System)),
        (Holds::Figures, word(Label::TotalCapacity)),
        (Holds::Figures, word(Label::Margin)),
        (Holds::Figures, word(Label::SensibleCapacity)),
        (Holds::Figures, word(Label::Margin)),
        (Holds::Figures, cost.trim_end()),
    ]);
    for (index, (room, load)) in selection.rooms.iter().zip(&proposal.loads.rooms).enumerate() {
        if index > 0 {
            sheet.gap();
        }
        sheet.note(0, format!("{}  {}", index.saturating_add(1), room_name(index, load, language)));
        add_room(&mut sheet, room, language);
    }
    add_sum(&mut sheet, selection, language);
    let sentence = paragraph(0, word(Label::SystemsSentence));
    format!("{}\n{sentence}\n\n{}", heading(word(Label::Systems)), sheet.text())
}

fn add_room(sheet: &mut Sheet, room: &RoomSelection, language: Language) {
    let Load { total_w, sensible_w, .. } = room.load;
    let none = String::new;
    let load = format!("   {}", language.word(Label::RoomLoad));
    sheet.row([load, kilowatts(total_w), none(), kilowatts(sensible_w), none(), none()]);
    match &room.chosen {
        Some(choice) => {
            add_choice(sheet, &system(choice), choice, money(choice.cost), language);
            add_each(sheet, choice, language);
            for next in room.alternatives.iter().take(SHOWN) {
                add_next(sheet, choice, next, language);
            }
        }
        None => {
            let reason = most_frequent(&room.rejected).map_or("–", |rule| language.pick(words::rule(rule)));
            let values = [("rule", reason.to_owned())];
            sheet.note(3, fill(language.pick(Sentence::NoSystem.pair()), &values));
        }
    }
    let others = others(room);
    if !others.is_empty() {
        sheet.note(3, others_sentence(&others, room.chosen.is_some(), language));
    }
}

/// `2 x Brand indoor + outdoor`, with a plain x: the sign × is two columns wide in many Chinese fonts and would shift the row.
fn system(choice: &Choice) -> String {
    let Choice { brand, indoor_model, outdoor_model, .. } = choice;
    plain(&format!("{} x {brand} {indoor_model} + {outdoor_model}", choice.system.sets))
}

fn add_choice(sheet: &mut Sheet, text: &str, choice: &Choice, cost: String, language: Language) {
    sheet.row([
        format!("   {text}"),
        kilowatts(choice.all.total_w),
        margin(choice.total_margin, language),
        kilowatts(choice.all.sensible_w),
        margin(choice.sensible_margin, language),
        cost,
    ]);
}

/// The mounting, and what one set delivers where there are several.
fn add_each(sheet: &mut Sheet, choice: &Choice, language: Language) {
    let mounting = language.pick(words::mounting(choice.system.mounting)).to_owned();
    let none = String::new;
    let Capacity { total_w, sensible_w, .. } = choice.each;
    if choice.system.sets > 1 {
        let each = fill(language.pick(Sentence::Each.pair()), &[("mounting", mounting)]);
        let figures = [kilowatts(total_w), kilowatts(sensible_w)];
        let [total, sensible] = figures;
        sheet.row([format!("     {each}"), total, none(), sensible, none(), none()]);
    } else {
        sheet.row([format!("     {mounting}"), none(), none(), none(), none(), none()]);
    }
}

fn add_next(sheet: &mut Sheet, chosen: &Choice, next: &Choice, language: Language) {
    let more = next.cost.minus(chosen.cost).ok();
    let cost = more.map_or_else(|| "–".to_owned(), |more| format!("+{}", money(more)));
    let text = fill(language.pick(Sentence::NextBest.pair()), &[("system", system(next))]);
    add_choice(sheet, &text, next, cost, language);
}

fn counts(rejected: &[Rejection]) -> BTreeMap<Rule, u32> {
    let mut counts = BTreeMap::new();
    for rejection in rejected {
        let count = counts.entry(rejection.rule).or_insert(0_u32);
        *count = count.saturating_add(1);
    }
    counts
}

fn most_frequent(rejected: &[Rejection]) -> Option<Rule> {
    counts(rejected).into_iter().max_by_key(|(rule, count)| (*count, Reverse(*rule))).map(|(rule, _)| rule)
}

/// Every product that has no line of its own, by the first rule that it failed.
fn others(room: &RoomSelection) -> BTreeMap<Rule, u32> {
    let mut others = counts(&room.rejected);
    // Systems that fit and are not shown lost by nothing but their cost.
    let more = num::count(room.alternatives.iter().skip(SHOWN).count());
    if more > 0 {
        let count = others.entry(Rule::Costlier).or_insert(0);
        *count = count.saturating_add(more);
    }
    others
}

/// `other products, 64: 21 refused by the catalogue, 14 short of cooling capacity, 29 costlier`.
fn others_sentence(others: &BTreeMap<Rule, u32>, chosen: bool, language: Language) -> String {
    let each = others.iter().map(|(rule, count)| {
        let values = [("count", count.to_string()), ("rule", language.pick(words::rule(*rule)).to_owned())];
        fill(language.pick(Sentence::OthersOfRule.pair()), &values)
    });
    let list = each.collect::<Vec<_>>().join(language.pick((", ", "，")));
    let count = others.values().fold(0_u32, |sum, count| sum.saturating_add(*count));
    let values = [("count", count.to_string()), ("list", list)];
    let sentence = if chosen { Sentence::Others } else { Sentence::Refused };
    fill(language.pick(sentence.pair()), &values)
}

/// The sum of the costs, where there is more than one.
fn add_sum(sheet: &mut Sheet, selection: &Selection, language: Language) {
    if selection.rooms.len() < 2 {
        return;
    }
    let complete = selection.rooms.iter().all(|room| room.chosen.is_some());
    let mut chosen = selection.rooms.iter().filter_map(|room| room.chosen.as_ref());
    let sum = chosen.try_fold(Money::ZERO, |sum, choice| sum.plus(choice.cost));
    let label = if complete { Label::Sum } else { Label::SumIncomplete };
    let none = String::new;
    let cost = money_or_dash(sum.ok());
    sheet.sum_row([language.word(label).to_owned(), none(), none(), none(), none(), cost]);
}

/// The positions of the rooms that have no system.
pub(super) fn rooms_without(selection: &Selection) -> Vec<usize> {
    let rooms = selection.rooms.iter().enumerate().filter(|(_, room)| room.chosen.is_none());
    rooms.map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::tests::proposals;
    use tonnage::demo;

    #[test]
    fn every_product_is_shown_or_counted() {
        let catalogue = demo::catalogue().unwrap();
        let products = catalogue.products().len() + catalogue.refused().len();
        let mut rooms: Vec<RoomSelection> =
            proposals().into_iter().flat_map(|proposal| proposal.selection.unwrap().rooms).collect();
        // A room of few products, and one of one.
        let mut few = rooms.first().unwrap().clone();
        few.alternatives.truncate(1);
        rooms.push(few.clone());
        few.alternatives.clear();
        rooms.push(few);
        for room in rooms {
            let all = 1 + room.alternatives.len() + room.rejected.len();
            let counted: u32 = others(&room).values().sum();
            let shown = 1 + room.alternatives.len().min(SHOWN);
            assert_eq!(usize::try_from(counted).unwrap() + shown, all);
            assert!(all <= products);
        }
    }
}
