//! The quote: equipment system by system, installation summed over the rooms, taxes.

use super::equipment;
use super::figures::{bring_together, money, money_or_dash, plain, span, tax_rate};
use super::sheet::{Holds, Sheet, heading, paragraph};
use super::sums::Sums;
use crate::arguments::Language;
use crate::words::{self, Label, currency, fill};
use tonnage::installation::Unit;
use tonnage::money::Money;
use tonnage::pricing::{Quote, QuoteLine};
use tonnage::proposal::Proposal;

/// The lines of one item, kind and price, over all rooms.
struct Group<'a> {
    item: &'a str,
    variant: Option<&'a str>,
    unit: Unit,
    unit_price: Option<Money>,
    /// The least and the most of what the rate depends on.
    measures: Option<(f64, f64)>,
    sums: Sums,
}

/// The quote as a section.
pub(super) fn section(proposal: &Proposal, quote: &Quote, language: Language) -> String {
    let word = |label| language.word(label);
    let in_currency = |label| format!("{}\n{}", word(label), currency(&quote.currency, language));
    let (unit_price, amount) = (in_currency(Label::UnitPrice), in_currency(Label::Amount));
    let mut sheet = Sheet::new([
        (Holds::Figures, ""),
        (Holds::Rest, word(Label::Item)),
        (Holds::Text(40), word(Label::Kind)),
        (Holds::Figures, word(Label::Quantity)),
        (Holds::Text(8), word(Label::Unit)),
        (Holds::Figures, &unit_price),
        (Holds::Figures, &amount),
    ]);
    sheet.note(0, word(Label::Equipment));
    add_equipment(&mut sheet, proposal, quote, language);
    add_sum(&mut sheet, word(Label::EquipmentSum), money(quote.equipment));
    sheet.gap();
    sheet.note(0, word(Label::Installation));
    for group in installation(&quote.lines) {
        add_group(&mut sheet, &group, language);
    }
    add_sum(&mut sheet, word(Label::InstallationSum), money(quote.installation));
    sheet.gap();
    add_total(&mut sheet, quote, language);
    let (lines, taxes) = (sheet.text(), taxes(quote, language));
    let sentence = paragraph(0, word(Label::QuoteSentence));
    format!("{}\n{sentence}\n\n{lines}\n\n{taxes}", heading(word(Label::Quote)))
}

fn add_sum(sheet: &mut Sheet, label: &str, amount: String) {
    let none = String::new;
    sheet.sum_row([none(), label.to_owned(), none(), none(), none(), none(), amount]);
}

/// The total, or that there is none.
fn add_total(sheet: &mut Sheet, quote: &Quote, language: Language) {
    match quote.total {
        Some(total) => add_sum(sheet, language.word(Label::Gross), money(total)),
        None => add_sum(sheet, language.word(Label::NoTotal), money_or_dash(None)),
    }
}

/// The rows of equipment; those of a plant stand together under its name.
fn add_equipment(sheet: &mut Sheet, proposal: &Proposal, quote: &Quote, language: Language) {
    let rows = equipment::rows(proposal, &quote.lines);
    let mut last: Option<(&equipment::Row<'_>, bool)> = None;
    for row in &rows {
        let is_new = last.is_none_or(|(last, _)| !last.is_beside(row));
        let heading = row.heading(proposal, language);
        let is_plant = heading.is_some();
        // A plant stands apart from what is before it and after it.
        if is_new && last.is_some_and(|(_, was_plant)| was_plant || is_plant) {
            sheet.gap();
        }
        if let Some(heading) = heading.filter(|_| is_new) {
            sheet.note(0, heading);
        }
        let (number, name) = row.name(proposal, language);
        sheet.row([
            number,
            name,
            row.product(),
            row.sums.quantity(),
            language.pick(words::unit(row.unit)).to_owned(),
            price(row.unit_price, language),
            money_or_dash(row.sums.amount),
        ]);
        last = Some((row, is_plant));
    }
}

/// The price; a price of nothing is said in words, since it is no free work but work that other lines pay.
fn price(unit_price: Option<Money>, language: Language) -> String {
    match unit_price {
        Some(price) if price == Money::ZERO => language.word(Label::Included).to_owned(),
        Some(price) => money(price),
        None => language.word(Label::NoPrice).to_owned(),
    }
}

fn add_group(sheet: &mut Sheet, group: &Group<'_>, language: Language) {
    let item =
        words::item(group.item).map_or_else(|| plain(group.item), |pair| language.pick(pair).to_owned());
    sheet.row([
        String::new(),
        item,
        kind(group, language),
        group.sums.quantity(),
        language.pick(words::unit(group.unit)).to_owned(),
        price(group.unit_price, language),
        money_or_dash(group.sums.amount),
    ]);
}

/// The kind in words, the size with its unit, or what the rate depends on.
fn kind(group: &Group<'_>, language: Language) -> String {
    match (group.variant, group.measures) {
        (Some(variant), _) => match words::kind(variant) {
            Some(pair) => language.pick(pair).to_owned(),
            None => words::size(group.item, variant, language).unwrap_or_else(|| plain(variant)),
        },
        (None, Some((low, high))) => {
            fill(language.pick(words::measure(group.item)), &[("value", span(low, high))])
        }
        (None, None) => String::new(),
    }
}

/// The lines that are not equipment, summed by item, kind and price.
fn installation(lines: &[QuoteLine]) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for line in lines.iter().filter(|line| line.item != "equipment") {
        let (variant, priced) = (line.variant.as_deref(), line.priced.as_ref());
        let unit_price = priced.map(|priced| priced.unit_price);
        let same = |group: &&mut Group<'_>| {
            group.item == line.item
                && group.variant == variant
                && group.unit == line.unit
                && group.unit_price == unit_price
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.add(line),
            None => groups.push(Group {
                item: &line.item,
                variant,
                unit: line.unit,
                unit_price,
                measures: line.measure.map(|measure| (measure, measure)),
                sums: Sums::of(line),
            }),
        }
    }
    bring_together(&mut groups, |group| group.item);
    groups
}

impl Group<'_> {
    fn add(&mut self, line: &QuoteLine) {
        self.sums.add(line);
        if let Some((measures, measure)) = self.measures.as_mut().zip(line.measure) {
            *measures = (measures.0.min(measure), measures.1.max(measure));
        }
    }
}

/// What of the amounts is tax, by category.
fn taxes(quote: &Quote, language: Language) -> String {
    let word = |label| language.word(label);
    let mut sheet = Sheet::new([
        (Holds::Rest, word(Label::TaxCategory)),
        (Holds::Figures, word(Label::TaxRate)),
        (Holds::Figures, word(Label::Net)),
        (Holds::Figures, word(Label::Tax)),
        (Holds::Figures, word(Label::Amount)),
    ]);
    for tax in &quote.tax_summary {
        let category = words::tax_category(&tax.tax_category);
        sheet.row([
            category.map_or_else(|| plain(&tax.tax_category), |pair| language.pick(pair).to_owned()),
            tax_rate(tax.rate, language),
            money(tax.net),
            money(tax.tax),
            money(tax.amount),
        ]);
    }
    if quote.total.is_some() {
        let [net, tax, total] = [quote.net, quote.tax, quote.total].map(money_or_dash);
        sheet.sum_row([word(Label::Sum).to_owned(), String::new(), net, tax, total]);
    }
    sheet.text()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::tests::proposals;

    #[test]
    fn the_groups_sum_to_the_installation() {
        for proposal in proposals() {
            let quote = proposal.quote.unwrap();
            let groups = installation(&quote.lines);
            let sum =
                groups.iter().fold(Money::ZERO, |sum, group| sum.plus(group.sums.amount.unwrap()).unwrap());
            assert_eq!(sum, quote.installation);
            let lines = quote.lines.iter().filter(|line| line.item != "equipment").count();
            assert!(groups.len() <= lines);
        }
    }
}
