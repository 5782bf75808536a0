//! Writes canonical bytes: numbers and texts by hand, because the digest of a catalogue is of a million of them.

use super::node::Node;
use crate::num;
use sha2::{Digest as _, Sha256};
use std::fmt::Write;

/// Canonical bytes being written, and perhaps digested piece by piece: a catalogue has ten million of them, and memory for all
/// at once costs as much as their digest.
#[derive(Default)]
pub(crate) struct Out {
    bytes: Vec<u8>,
    hash: Option<Sha256>,
}

/// How many bytes are digested at a time: few enough to stay in the processor's nearest memory.
const PIECE: usize = 8192;

impl Out {
    /// Nothing yet, to be digested.
    pub(crate) fn digesting() -> Self {
        Self { bytes: Vec::with_capacity(2 * PIECE), hash: Some(Sha256::new()) }
    }

    /// The text that was written.
    pub(super) fn written(self) -> String {
        // Only texts and ASCII were written.
        String::from_utf8(self.bytes).unwrap_or_default()
    }

    /// The digest of all that was written.
    pub(crate) fn digest(self) -> String {
        let mut hash = self.hash.unwrap_or_default();
        hash.update(self.bytes);
        in_hexadecimal(&hash.finalize())
    }

    /// Writes a value.
    pub(crate) fn node(&mut self, node: &Node) {
        match node {
            Node::Null => self.put(b"null"),
            Node::Flag(flag) => self.put(if *flag { b"true" } else { b"false" }),
            Node::Number(number) => self.number(*number),
            Node::Text(text) => self.text(text),
            Node::List(list) => {
                self.put(b"[");
                for (position, item) in list.iter().enumerate() {
                    self.separate(position);
                    self.node(item);
                }
                self.put(b"]");
            }
            Node::Row(row) => {
                self.put(b"[");
                for (position, number) in row.iter().enumerate() {
                    if position > 0 {
                        self.put(b",");
                    }
                    self.number(number.unwrap_or(f64::NAN));
                }
                self.put(b"]");
            }
            Node::Map(map) => {
                self.put(b"{");
                for (position, (key, value)) in map.iter().enumerate() {
                    self.separate(position);
                    self.field(key, value);
                }
                self.put(b"}");
            }
        }
    }

    /// Writes a field.
    pub(super) fn field(&mut self, key: &str, value: &Node) {
        self.text(key);
        self.put(b":");
        self.node(value);
    }

    /// Writes bytes as they are.
    pub(crate) fn put(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The comma before every item but the first, and the place where a full piece is digested.
    pub(crate) fn separate(&mut self, position: usize) {
        if position > 0 {
            self.put(b",");
        }
        if self.bytes.len() >= PIECE {
            self.piece();
        }
    }

    fn piece(&mut self) {
        if let Some(hash) = &mut self.hash {
            hash.update(&self.bytes);
            self.bytes.clear();
        }
    }

    /// An answer has passed a shape or `verify`, which leave only numbers with a canonical text. The digest of a catalogue meets
    /// others in products that their shape refused: they stand in it as they are, or two such catalogues would have one digest.
    fn number(&mut self, number: f64) {
        if let Some(whole) = num::if_whole(number) {
            self.sign(whole);
            self.digits(whole.unsigned_abs(), 1);
        } else if let Some(millionths) = millionths(number) {
            self.sign(millionths);
            let (mut decimals, mut places) = (millionths.unsigned_abs() % 1_000_000, 6_u32);
            while decimals % 10 == 0 && places > 1 {
                decimals /= 10;
                places -= 1;
            }
            self.digits(millionths.unsigned_abs() / 1_000_000, 1);
            self.put(b".");
            self.digits(decimals, places);
        } else if number.is_finite() {
            self.put(number.to_string().as_bytes());
        } else {
            self.put(b"null");
        }
    }

    fn sign(&mut self, number: i64) {
        if number < 0 {
            self.put(b"-");
        }
    }

    /// A number by its digits, `least` of them or more, up to eight.
    fn digits(&mut self, number: u64, least: u32) {
        if number >= 100_000_000 {
            self.put(number.to_string().as_bytes());
            return;
        }
        let digits = eight_digits(number);
        let zeros = (digits.trailing_zeros() / 8).min(8_u32.saturating_sub(least));
        let text = (digits | 0x3030_3030_3030_3030) >> zeros.saturating_mul(8);
        // Eight bytes at once are one store; those after the last digit are taken back.
        self.put(&text.to_le_bytes());
        self.bytes.truncate(self.bytes.len().saturating_sub(zeros as usize));
    }

    /// Writes a text in quotes.
    pub(super) fn text(&mut self, text: &str) {
        self.put(b"\"");
        // Names and words of most files need no escapes.
        if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
            self.put(text.as_bytes());
        } else {
            text.chars().for_each(|letter| self.letter(letter));
        }
        self.put(b"\"");
    }

    fn letter(&mut self, letter: char) {
        match letter {
            '"' => self.put(b"\\\""),
            '\\' => self.put(b"\\\\"),
            '\n' => self.put(b"\\n"),
            '\r' => self.put(b"\\r"),
            '\t' => self.put(b"\\t"),
            '\u{8}' => self.put(b"\\b"),
            '\u{c}' => self.put(b"\\f"),
            control if u32::from(control) < 0x20 => {
                self.put(format!("\\u{:04x}", u32::from(control)).as_bytes());
            }
            other => self.put(other.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
}

/// The eight digits of a number below 1e8, one a byte, the first in the lowest: it is cut into halves side by side, both of these
/// again, and so on, with no loop whose length would depend on the number.
///
/// 10486 / 2^20 and 103 / 2^10 are just above 1/100 and 1/10: cut off, they divide what is below 10^4 and 10^2 exactly.
fn eight_digits(number: u64) -> u64 {
    let fours = (number / 10_000) | ((number % 10_000) << 32);
    let hundreds = ((fours * 10_486) >> 20) & 0x0000_007f_0000_007f;
    let twos = hundreds | ((fours - 100 * hundreds) << 16);
    let tens = ((twos * 103) >> 10) & 0x000f_000f_000f_000f;
    tens | ((twos - 10 * tens) << 8)
}

/// A number of at most six decimals below 1e9, in millionths.
///
/// Their fifteen digits without the last zeros are its shortest text: every number of so many digits has a double of its own,
/// so that no other text of so many digits, and none shorter, stands for it.
pub(super) fn millionths(number: f64) -> Option<i64> {
    let is_same = |millionths: &i64| (num::from_whole(*millionths) / 1e6).to_bits() == number.to_bits();
    num::to_whole(number * 1e6).filter(|millionths| number.abs() < 1e9 && is_same(millionths))
}

/// A digest as all digests here are written.
pub(super) fn in_hexadecimal(hash: &[u8]) -> String {
    let mut out = String::from("sha-256:");
    for byte in hash {
        // Writing to a text cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::canonical::{digest, digest_of, text};
    use super::*;

    #[test]
    fn digits_are_those_of_the_standard_library() {
        // Every half of eight digits, before and after every other that is odd in some way.
        for half in 0..10_000_u64 {
            for other in [0, 1, 10, 99, 100, 5005, 9999] {
                for number in [half * 10_000 + other, other * 10_000 + half, half * 1_000_003 + other] {
                    let text = text(&Node::Number(num::from_whole(number.try_into().unwrap())));
                    assert_eq!(text, number.to_string());
                }
            }
        }
    }

    #[test]
    fn a_digest_in_pieces_is_that_of_the_whole_text() {
        for length in [1, PIECE / 4, PIECE] {
            let list: Vec<Node> =
                (0..length).map(|number| Node::Number(f64::from(num::count(number)) / 8.0)).collect();
            let node = Node::List(vec![Node::List(list), Node::Text("x".repeat(3 * length)), Node::Null]);
            assert_eq!(digest(&node), digest_of(text(&node).as_bytes()));
        }
    }

    #[test]
    fn a_number_without_a_canonical_text_stands_as_rust_writes_it() {
        for number in [0.1 + 0.2, 1e-7, -1e22, 1e9 + 0.5, f64::MIN_POSITIVE, 123_456_789.123_456_7] {
            assert_eq!(text(&Node::Number(number)), number.to_string());
        }
        assert_eq!(text(&Node::Number(f64::NAN)), "null");
    }
}
