//! The chosen systems, what comes next to them, and why the others lost.

use super::choices;
use super::figures::{kilowatts, margin, money, plain};
use super::loads::room_name;
use super::sheet::{Holds, Sheet, heading, paragraph};
use crate::arguments::Language;
use crate::words::{self, Label, Sentence, fill};
use std::collections::BTreeMap;
use tonnage::catalogue::Capacity;
use tonnage::num;
use tonnage::proposal::Proposal;
use tonnage::selection::{
    Check, FreshAirUnits, Plant, RoomSelection, Rule, Selection, ServedRoom, System, Ventilator, most_telling,
};

/// How many of a room's own sets that fit are shown after the chosen one; the others are counted.
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
    let page = Page { proposal, selection, language };
    for (index, system) in selection.systems.iter().enumerate() {
        if index > 0 {
            sheet.gap();
        }
        match &system.outdoor {
            Some(plant) => page.central(&mut sheet, system, plant),
            None => page.own(&mut sheet, system),
        }
    }
    for (index, room) in selection.rooms.iter().enumerate().filter(|(_, room)| room.system.is_none()) {
        sheet.gap();
        page.unserved(&mut sheet, index, room);
    }
    for ventilator in &selection.ventilators {
        sheet.gap();
        page.ventilator(&mut sheet, ventilator);
    }
    page.sum(&mut sheet);
    let sentence = paragraph(0, &introduction(selection, language));
    let systems = format!("{}\n{sentence}\n\n{}", heading(word(Label::Systems)), sheet.text());
    match choices::section(selection, language) {
        Some(alternatives) => format!("{systems}\n\n{alternatives}"),
        None => systems,
    }
}

/// What the systems are: the best of all, or what was asked for.
fn introduction(selection: &Selection, language: Language) -> String {
    let asked =
        |system: &System| selection.requested.iter().any(|units| units.system.as_ref() == Some(&system.id));
    let some = selection.systems.iter().any(asked);
    if some && selection.systems.iter().all(asked) {
        return language.word(Label::RequestedSentence).to_owned();
    }
    let best = language.word(Label::SystemsSentence);
    if some {
        format!("{best}{}{}", language.pick((" ", "")), language.word(Label::SomeRequestedSentence))
    } else {
        best.to_owned()
    }
}

struct Page<'a> {
    proposal: &'a Proposal,
    selection: &'a Selection,
    language: Language,
}

impl Page<'_> {
    /// Number and name of a room.
    fn room(&self, id: &str) -> String {
        let loads = self.proposal.loads.rooms.iter().enumerate();
        let found = loads.clone().find(|(_, load)| load.id == id);
        found.map_or_else(
            || plain(id),
            |(index, load)| format!("{}  {}", index.saturating_add(1), room_name(index, load, self.language)),
        )
    }

    /// A plant with its rooms.
    fn central(&self, sheet: &mut Sheet, system: &System, plant: &Plant) {
        let language = self.language;
        let none = String::new;
        let mut units: BTreeMap<(&str, &str), u32> = BTreeMap::new();
        for unit in &plant.units {
            let count = units.entry((&unit.brand, &unit.model)).or_insert(0);
            *count = count.saturating_add(1);
        }
        let listed: Vec<String> =
            units.iter().map(|((brand, model), count)| format!("{count} x {brand} {model}")).collect();
        let kind = language.pick(words::system_kind(system.kind));
        sheet.note(0, format!("{kind}{}{}", language.pick((": ", "：")), plain(&listed.join(" + "))));
        let peak = [("load", kilowatts(plant.block_peak_w))];
        let share = over(plant.cooling_w, plant.block_peak_w);
        sheet.row([
            format!("   {}", fill(language.pick(Sentence::BlockPeak.pair()), &peak)),
            kilowatts(plant.cooling_w),
            margin(share, language),
            none(),
            none(),
            money(system.cost),
        ]);
        self.governing(sheet, 3, system.governing, &system.checks);
        for room in &system.rooms {
            sheet.note(3, self.room(&room.room));
            self.units(sheet, room, None, 5);
            self.governing(sheet, 5, room.governing, &room.checks);
        }
        for units in &system.fresh_air_units {
            self.fresh_air(sheet, units);
        }
    }

    /// The fresh-air units of a room, which are members of a plant.
    fn fresh_air(&self, sheet: &mut Sheet, units: &FreshAirUnits) {
        let language = self.language;
        let none = String::new;
        sheet.note(3, format!("{}  {}", self.room(&units.room), language.word(Label::OutdoorAir)));
        let FreshAirUnits { product, units: count, flow_m3_h, .. } = units;
        let check = units.checks.iter().find(|check| check.rule == Rule::TotalCapacity);
        let above = check.and_then(|check| check.margin);
        sheet.row([
            plain(&format!("     {count} x {} {}, {flow_m3_h} m³/h", product.brand, product.model)),
            kilowatts(units.cooling_w),
            above.map_or_else(none, |share| margin(share, language)),
            none(),
            none(),
            none(),
        ]);
        self.governing(sheet, 5, units.governing, &units.checks);
    }

    /// The rule with the smallest margin, and that margin.
    fn governing(&self, sheet: &mut Sheet, indent: usize, rule: Option<Rule>, checks: &[Check]) {
        let margins = checks.iter().filter(|check| Some(check.rule) == rule).filter_map(|check| check.margin);
        let (Some(rule), Some(least)) = (rule, margins.reduce(f64::min)) else { return };
        let named = self.language.pick(words::compared(rule)).to_owned();
        let values = [("rule", named), ("margin", margin(least, self.language))];
        sheet.note(indent, fill(self.language.pick(Sentence::Governing.pair()), &values));
    }

    /// A room with a set of its own.
    fn own(&self, sheet: &mut Sheet, system: &System) {
        let language = self.language;
        let none = String::new;
        let Some(served) = system.rooms.first() else { return };
        let requested =
            self.selection.requested.iter().find(|units| units.system.as_ref() == Some(&system.id));
        let name = self.room(&served.room);
        match requested {
            // Where no room is named, the request stands for it.
            Some(units) if units.id == served.room => {
                sheet.note(0, format!("{}  {name}", language.word(Label::Requested)));
            }
            Some(units) => {
                sheet.note(0, format!("{name}  {}  {}", language.word(Label::Requested), plain(&units.id)));
            }
            None => sheet.note(0, name),
        }
        if let Some((units, watts)) = requested.and_then(|units| Some((units, units.asked_w?))) {
            let values =
                [("quantity", units.quantity.to_string()), ("capacity", format!("{} kW", kilowatts(watts)))];
            sheet.note(3, fill(language.pick(Sentence::Asked.pair()), &values));
        }
        let selected = self.selection.rooms.iter().find(|room| room.room == served.room);
        if let Some(room) = selected {
            let load = format!("   {}", language.word(Label::RoomLoad));
            let figures = (kilowatts(room.load.total_w), kilowatts(room.load.sensible_w));
            sheet.row([load, figures.0, none(), figures.1, none(), none()]);
        }
        self.units(sheet, served, Some(money(system.cost)), 3);
        self.each(sheet, served);
        self.governing(sheet, 5, served.governing, &served.checks);
        // What was asked for is not weighed against other choices.
        let Some(room) = selected.filter(|_| requested.is_none()) else { return };
        for next in room.alternatives.iter().take(SHOWN) {
            if let Some(units) = next.rooms.first() {
                let more = next.cost.minus(system.cost).ok();
                let cost = more.map_or_else(|| "–".to_owned(), signed);
                let text = fill(language.pick(Sentence::NextBest.pair()), &[("system", named(units))]);
                self.row(sheet, format!("   {text}"), units, cost);
            }
        }
        self.others(sheet, room);
    }

    fn ventilator(&self, sheet: &mut Sheet, ventilator: &Ventilator) {
        let none = String::new;
        sheet.note(0, format!("{}  {}", self.room(&ventilator.room), self.language.word(Label::OutdoorAir)));
        let Ventilator { product, units, flow_m3_h, .. } = ventilator;
        let unit = format!("   {units} x {} {}, {flow_m3_h} m³/h", product.brand, product.model);
        sheet.row([unit, none(), none(), none(), none(), money(ventilator.cost)]);
        self.governing(sheet, 5, ventilator.governing, &ventilator.checks);
    }

    fn units(&self, sheet: &mut Sheet, room: &ServedRoom, cost: Option<String>, indent: usize) {
        let text = format!("{}{}", " ".repeat(indent), named(room));
        self.row(sheet, text, room, cost.unwrap_or_default());
    }

    fn row(&self, sheet: &mut Sheet, text: String, room: &ServedRoom, cost: String) {
        let of = |rule: Rule| {
            let check = room.checks.iter().find(|check| check.rule == rule);
            check
                .and_then(|check| check.margin)
                .map_or_else(String::new, |share| margin(share, self.language))
        };
        sheet.row([
            text,
            kilowatts(room.all.total_w),
            of(Rule::TotalCapacity),
            kilowatts(room.all.sensible_w),
            of(Rule::SensibleCapacity),
            cost,
        ]);
    }

    /// The mounting, and what one set delivers where there are several.
    fn each(&self, sheet: &mut Sheet, room: &ServedRoom) {
        let language = self.language;
        let Some(mounting) = room.mounting else { return };
        let mounting = language.pick(words::mounting(mounting)).to_owned();
        let none = String::new;
        let Capacity { total_w, sensible_w, .. } = room.each;
        if room.units > 1 {
            let each = fill(language.pick(Sentence::Each.pair()), &[("mounting", mounting)]);
            let figures = (kilowatts(total_w), kilowatts(sensible_w));
            sheet.row([format!("     {each}"), figures.0, none(), figures.1, none(), none()]);
        } else {
            sheet.row([format!("     {mounting}"), none(), none(), none(), none(), none()]);
        }
    }

    fn unserved(&self, sheet: &mut Sheet, index: usize, room: &RoomSelection) {
        let language = self.language;
        let none = String::new;
        sheet.note(0, self.room(&room.room));
        let load = format!("   {}", language.word(Label::RoomLoad));
        let figures = (kilowatts(room.load.total_w), kilowatts(room.load.sensible_w));
        sheet.row([load, figures.0, none(), figures.1, none(), none()]);
        let most = most_telling(&room.rejected);
        let reason = most.map_or("–", |rule| language.pick(words::rule(rule)));
        let values = [("rule", reason.to_owned()), ("number", index.saturating_add(1).to_string())];
        sheet.note(3, fill(language.pick(Sentence::NoSystem.pair()), &values));
        self.others(sheet, room);
    }

    /// `other products, 64: 21 refused by the catalogue, 14 short of cooling capacity, 29 costlier`.
    fn others(&self, sheet: &mut Sheet, room: &RoomSelection) {
        let language = self.language;
        let others = others(room);
        if others.is_empty() {
            return;
        }
        let each = others.iter().map(|(rule, count)| {
            let values =
                [("count", count.to_string()), ("rule", language.pick(words::rule(*rule)).to_owned())];
            fill(language.pick(Sentence::OthersOfRule.pair()), &values)
        });
        let list = each.collect::<Vec<_>>().join(language.pick((", ", "，")));
        let count = others.values().fold(0_u32, |sum, count| sum.saturating_add(*count));
        let values = [("count", count.to_string()), ("list", list)];
        let sentence = if room.system.is_some() { Sentence::Others } else { Sentence::Refused };
        sheet.note(3, fill(language.pick(sentence.pair()), &values));
    }

    /// The sum of the costs, where there is more than one.
    fn sum(&self, sheet: &mut Sheet) {
        if self.selection.systems.len().saturating_add(self.selection.ventilators.len()) < 2 {
            return;
        }
        let has_air = |room: &RoomSelection| room.fresh_air.as_ref().is_none_or(|air| air.system.is_some());
        let complete = self.selection.rooms.iter().all(|room| room.system.is_some() && has_air(room))
            && self.selection.requested.iter().all(|units| units.system.is_some());
        let label = if complete { Label::Sum } else { Label::SumIncomplete };
        let none = String::new;
        let ventilators = self.selection.ventilators.iter().map(|ventilator| ventilator.cost);
        let costs = self.selection.systems.iter().map(|system| system.cost).chain(ventilators);
        let sum = costs.into_iter().try_fold(tonnage::money::Money::ZERO, tonnage::money::Money::plus);
        let cost = sum.map_or_else(|_| "–".to_owned(), money);
        sheet.sum_row([self.language.word(label).to_owned(), none(), none(), none(), none(), cost]);
    }
}

/// What a capacity has above a load, as a share of it.
fn over(capacity_w: i64, load_w: i64) -> f64 {
    if load_w > 0 { num::from_whole(capacity_w) / num::from_whole(load_w) - 1.0 } else { 0.0 }
}

fn signed(more: tonnage::money::Money) -> String {
    let text = money(more);
    if text.starts_with('-') { text } else { format!("+{text}") }
}

/// `2 x Brand indoor + outdoor`, with a plain x: the sign × is two columns wide in many Chinese fonts and would shift the row.
fn named(room: &ServedRoom) -> String {
    let product = &room.product;
    let indoor = room.indoor_model.as_ref().map_or_else(String::new, |indoor| format!("{indoor} + "));
    plain(&format!("{} x {} {indoor}{}", room.units, product.brand, product.model))
}

/// Every product that has no line of its own, by the first rule that it failed.
fn others(room: &RoomSelection) -> BTreeMap<Rule, u32> {
    let mut others: BTreeMap<Rule, u32> = BTreeMap::new();
    for group in &room.rejected {
        others.insert(group.rule, num::count(group.products.len()));
    }
    // Systems that fit and are not shown lost by nothing but their cost.
    let more = num::count(room.alternatives.iter().skip(SHOWN).count());
    if more > 0 {
        let count = others.entry(Rule::Costlier).or_insert(0);
        *count = count.saturating_add(more);
    }
    others
}

/// The positions of the rooms that have no system.
pub(super) fn rooms_without(selection: &Selection) -> Vec<usize> {
    let rooms = selection.rooms.iter().enumerate().filter(|(_, room)| room.system.is_none());
    rooms.map(|(index, _)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::tests::proposals;

    #[test]
    fn the_governing_rule_of_a_room_stands_with_its_margin_in_both_languages() {
        for proposal in proposals() {
            let selection = proposal.selection.as_ref().unwrap();
            for language in [Language::En, Language::ZhCn] {
                let page = section(&proposal, selection, language);
                for room in selection.systems.iter().flat_map(|system| &system.rooms) {
                    let governing = room.checks.iter().filter(|check| Some(check.rule) == room.governing);
                    let least = governing.filter_map(|check| check.margin).fold(f64::MAX, f64::min);
                    let rule = language.pick(words::compared(room.governing.unwrap()));
                    let said = match language {
                        Language::En => format!("tightest: {rule}, {}", margin(least, language)),
                        Language::ZhCn => format!("最紧项：{rule}，余量 {}", margin(least, language)),
                    };
                    assert!(page.contains(&said), "{said} is not in {page}");
                }
            }
        }
    }

    #[test]
    fn what_a_check_compares_has_its_words() {
        let mut compared = 0;
        for proposal in proposals() {
            let selection = proposal.selection.unwrap();
            let rooms = selection.systems.iter().flat_map(|system| &system.rooms);
            let of_rooms = rooms.flat_map(|room| &room.checks);
            let of_systems = selection.systems.iter().flat_map(|system| &system.checks);
            for check in of_rooms.chain(of_systems).filter(|check| check.margin.is_some()) {
                assert_ne!(words::compared(check.rule).1, check.rule.as_str());
                compared += 1;
            }
        }
        assert!(compared > 100);
    }

    #[test]
    fn every_product_that_is_not_shown_is_counted() {
        for proposal in proposals() {
            for room in proposal.selection.unwrap().rooms {
                let refused: usize = room.rejected.iter().map(|group| group.products.len()).sum();
                let counted: u32 = others(&room).values().sum();
                let hidden = room.alternatives.len().saturating_sub(SHOWN);
                assert_eq!(usize::try_from(counted).unwrap(), refused + hidden);
            }
        }
    }
}
