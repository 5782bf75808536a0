//! How figures, names and room numbers are written.

use crate::arguments::Language;
use crate::words::{Sentence, fill};
use rust_decimal::{Decimal, RoundingStrategy};
use std::fmt::Display;
use tonnage::At;
use tonnage::money::{Money, Rate, parse_decimal};
use tonnage::num;

/// Whole watts as kilowatts with two decimals, half away from zero.
pub(super) fn kilowatts(watts: i64) -> String {
    let exact = Decimal::new(watts, 3);
    exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).to_string()
}

/// Whole watts as kilowatts with one decimal: for what is known no better.
pub(super) fn tenths(watts: i64) -> String {
    let exact = Decimal::new(watts, 3);
    exact.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero).to_string()
}

/// The sign of per cent: after a space in English, as SI has it, and without one in Chinese.
fn percent_sign(language: Language) -> &'static str {
    language.pick((" %", "%"))
}

/// A share as per cent without decimals that say nothing: `60 %`, `37.6 %`.
pub(super) fn percent(share: f64, language: Language) -> String {
    format!("{}{}", num::quantise(share * 100.0, 1), percent_sign(language))
}

/// What a capacity has above the load, in whole per cent: `+3 %`, `-12 %`.
pub(super) fn margin(share: f64, language: Language) -> String {
    format!("{:+}{}", num::quantise(share * 100.0, 0), percent_sign(language))
}

/// A rate of tax as per cent, exactly.
pub(super) fn tax_rate(rate: Rate, language: Language) -> String {
    let text = rate.to_string();
    let percent = parse_decimal(&text).ok().and_then(|share| share.checked_mul(Decimal::ONE_HUNDRED));
    percent.map_or(text, |percent| format!("{}{}", percent.normalize(), percent_sign(language)))
}

/// The pricing instant on the one clock that the page has: in Chinese the offset of China is named by its city.
pub(super) fn instant(at: At, language: Language) -> String {
    let text = at.on_given_clock();
    match text.strip_suffix(" +08:00") {
        Some(clock) => fill(language.pick(Sentence::ChinaTime.pair()), &[("clock", clock.to_owned())]),
        None => text,
    }
}

/// Money with its thousands apart.
pub(super) fn money(amount: Money) -> String {
    let text = amount.to_string();
    let (sign, digits) = text.strip_prefix('-').map_or(("", text.as_str()), |digits| ("-", digits));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "00"));
    let mut grouped = String::from(sign);
    for (position, digit) in whole.chars().enumerate() {
        if position > 0 && whole.len().saturating_sub(position) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{grouped}.{decimals}")
}

/// Money, or a dash if there is none.
pub(super) fn money_or_dash(amount: Option<Money>) -> String {
    amount.map_or_else(|| "–".to_owned(), money)
}

/// A buyer's text without the invisible characters that would turn or break a line.
pub(super) fn plain(text: &str) -> String {
    let harmless = |letter: &char| {
        !letter.is_control()
            && !matches!(u32::from(*letter), 0x200E | 0x200F | 0x2028..=0x202E | 0x2066..=0x2069 | 0xFEFF)
    };
    text.chars().filter(harmless).collect()
}

/// Positions of rooms from 0 as numbers from 1: `1–3, 5`.
pub(super) fn room_numbers(rooms: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for room in rooms.iter().map(|room| room.saturating_add(1)) {
        match spans.last_mut() {
            Some((_, last)) if *last == room => {}
            Some((_, last)) if last.saturating_add(1) == room => *last = room,
            _ => spans.push((room, room)),
        }
    }
    let texts = spans.into_iter().map(|(first, last)| span(first, last));
    texts.collect::<Vec<_>>().join(", ")
}

/// `first–last`, or one of them if they are the same.
pub(super) fn span<T: Display + PartialEq>(first: T, last: T) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// The room of a path such as `rooms[0].facades[1].glazing`, and its field without positions: `facades.glazing`.
pub(super) fn split_path(path: &str) -> (Option<usize>, String) {
    let of_room = path.strip_prefix("rooms[").and_then(|rest| rest.split_once(']'));
    let (room, field) = match of_room {
        Some((room, field)) => (room.parse().ok(), field.strip_prefix('.').unwrap_or(field)),
        None => (None, path),
    };
    // A request has the words of a room for what it shares with one.
    let of_request = field.strip_prefix("requested[").and_then(|rest| rest.split_once("]."));
    let field = of_request.map_or(field, |(_, field)| field);
    let mut parts = field.split(['[', ']']);
    let mut plain = String::from(parts.next().unwrap_or_default());
    // A position stands between every two parts.
    for part in parts.skip(1).step_by(2) {
        plain.push_str(part);
    }
    (room, plain)
}

/// Sorts what belongs together side by side, where the first of it stands.
pub(super) fn bring_together<T, K: PartialEq>(items: &mut [T], key: impl Fn(&T) -> K) {
    let mut keys: Vec<K> = Vec::new();
    for item in items.iter() {
        let found = key(item);
        if !keys.contains(&found) {
            keys.push(found);
        }
    }
    items.sort_by_cached_key(|item| keys.iter().position(|known| *known == key(item)));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_exactly() {
        assert_eq!(kilowatts(19_200), "19.20");
        assert_eq!(kilowatts(1_305), "1.31");
        assert_eq!(kilowatts(-5), "-0.01");
        assert_eq!([tenths(19_249), tenths(19_250)], ["19.2", "19.3"]);
        assert_eq!([Language::En, Language::ZhCn].map(|language| percent(0.6, language)), ["60 %", "60%"]);
        assert_eq!(tax_rate(Rate::parse("0.13").unwrap(), Language::En), "13 %");
        for (text, expected) in
            [("0", "0.00"), ("999.5", "999.50"), ("-1234567.125", "-1,234,567.125"), ("100000", "100,000.00")]
        {
            assert_eq!(money(Money::parse(text).unwrap()), expected);
        }
    }

    #[test]
    fn the_offset_of_china_is_named_in_chinese() {
        let texts =
            |text| [Language::En, Language::ZhCn].map(|language| instant(At::parse(text).unwrap(), language));
        let (english, chinese) = ("2026-06-10 09:00:00 +08:00", "北京时间 2026-06-10 09:00:00");
        assert_eq!(texts("2026-06-10T09:00:00+08:00"), [english, chinese]);
        assert_eq!(texts("2026-06-10T01:00:00Z"), ["2026-06-10 01:00:00 +00:00"; 2]);
    }

    #[test]
    fn room_numbers_are_spans() {
        assert_eq!(room_numbers(&[0, 1, 2, 4, 4, 6]), "1–3, 5, 7");
        assert_eq!(split_path("rooms[12].installation.wall"), (Some(12), "installation.wall".to_owned()));
        assert_eq!(split_path("rooms[0].facades[1].glazing"), (Some(0), "facades.glazing".to_owned()));
        assert_eq!(split_path("at"), (None, "at".to_owned()));
    }

    #[test]
    fn a_name_cannot_turn_the_line() {
        assert_eq!(plain("a\u{202e}b\u{2028}c 武"), "abc 武");
    }
}
