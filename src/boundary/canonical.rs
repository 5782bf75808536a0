//! Canonical bytes (规范字节): one text for one answer, on every target, and its digest.
//!
//! The form is that of RFC 8785: no white space, keys in order, the shortest number, the fewest escapes. Money and
//! quantities are texts; numbers are whole below 2^53 or have at most six decimals below 1e9, where Rust's shortest
//! text and ECMAScript's are the same. Because the keys of an answer are plain ASCII names in order, `JSON.stringify` of the
//! answer that JavaScript receives gives these bytes again.

use super::encode::to_node;
use super::node::{Node, Path};
use crate::error::{Error, Fault};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use std::fmt::Write;

/// An answer as it leaves the library: the tree with its `digest`, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    node: Node,
    digest: String,
}

impl Answer {
    /// Encodes `value` and adds `digest`, the digest of its canonical bytes without that field.
    ///
    /// # Errors
    /// [`Fault::NotCanonical`] if a number cannot be written canonically.
    pub fn of<T: Serialize>(value: &T) -> Result<Self, Error> {
        let mut node = to_node(value)?;
        verify(&node, &mut Path::default())?;
        let digest = digest(&node);
        match &mut node {
            Node::Map(map) => {
                map.insert("digest", Node::Text(digest.clone()));
                Ok(Self { node, digest })
            }
            other => Err(Error::new("", Fault::WrongType { expected: "object", found: other.kind() })),
        }
    }

    /// The tree, with its digest.
    #[must_use]
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// `sha-256:` and 64 hexadecimal digits.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The canonical text, without a final line break.
    #[must_use]
    pub fn text(&self) -> String {
        text(&self.node)
    }
}

/// The canonical text of a tree whose numbers have been looked at.
///
/// # Errors
/// As [`Answer::of`].
pub(crate) fn checked_text(node: &Node) -> Result<String, Error> {
    verify(node, &mut Path::default())?;
    Ok(text(node))
}

/// The canonical text of a tree.
#[must_use]
pub fn text(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

/// `sha-256:` and the digest of the canonical bytes of a tree, in hexadecimal.
#[must_use]
pub fn digest(node: &Node) -> String {
    digest_of(text(node).as_bytes())
}

/// The digest of `bytes`, in the form of all digests here.
#[must_use]
pub fn digest_of(bytes: &[u8]) -> String {
    let mut out = String::from("sha-256:");
    for byte in Sha256::digest(bytes) {
        push_hexadecimal(&mut out, u32::from(byte), 2);
    }
    out
}

/// The canonical text of a number; `None` if it has none.
///
/// # Example
/// ```
/// use tonnage::boundary::canonical::number_text;
/// assert_eq!(number_text(0.000001).as_deref(), Some("0.000001"));
/// assert_eq!(number_text(0.0000001), None);
/// ```
#[must_use]
pub fn number_text(number: f64) -> Option<String> {
    // Rust's shortest text never has an exponent; ECMAScript's has none between 1e-6 and 1e21.
    (number.is_finite() && is_canonical(number)).then(|| (number + 0.0).to_string())
}

/// A number that Rust and ECMAScript print alike: whole below 2^53, or at most six decimals below 1e9.
fn is_canonical(number: f64) -> bool {
    let whole = number.fract().abs() <= 0.0 && number.abs() < 9_007_199_254_740_992.0;
    let quantised = crate::num::quantise(number, crate::num::MOST_DECIMALS);
    whole || (number.abs() < 1e9 && quantised.to_bits() == number.to_bits())
}

/// Refuses a tree with a number that has no canonical text, at its path.
fn verify(node: &Node, path: &mut Path) -> Result<(), Error> {
    match node {
        Node::Number(number) if number_text(*number).is_none() => {
            Err(Error::new(path.to_string(), Fault::NotCanonical { found: number.to_string() }))
        }
        Node::List(list) => list.iter().enumerate().try_for_each(|(index, item)| {
            path.push_item(index);
            verify(item, path)?;
            path.pop();
            Ok(())
        }),
        Node::Map(map) => map.iter().try_for_each(|(key, value)| {
            path.push_field(key);
            verify(value, path)?;
            path.pop();
            Ok(())
        }),
        _ => Ok(()),
    }
}

fn write(node: &Node, out: &mut String) {
    match node {
        Node::Null => out.push_str("null"),
        Node::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Node::Number(number) => write_number(*number, out),
        Node::Text(text) => write_text(text, out),
        Node::List(list) => {
            out.push('[');
            for (position, item) in list.iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Node::Map(map) => {
            out.push('{');
            for (position, (key, value)) in map.iter().enumerate() {
                if position > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

/// An answer has passed a shape or `verify`, which leave only numbers with a canonical text. The digest of a catalogue meets others
/// in products that their shape refused: they stand in it as they are, or two such catalogues would have one digest.
fn write_number(number: f64, out: &mut String) {
    let written = match crate::num::to_whole(number) {
        // Most numbers are whole, and those are written fastest as such.
        Some(whole) if number.fract().abs() <= 0.0 => write!(out, "{whole}"),
        _ if number.is_finite() => write!(out, "{number}"),
        _ => out.write_str("null"),
    };
    // Writing to a text cannot fail.
    debug_assert!(written.is_ok(), "{number}");
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    // Names and words of most files need no escapes.
    if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        out.push_str(text);
        out.push('"');
        return;
    }
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            control if u32::from(control) < 0x20 => {
                out.push_str("\\u");
                push_hexadecimal(out, u32::from(control), 4);
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

fn push_hexadecimal(out: &mut String, value: u32, digits: usize) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{value:0digits$x}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_in_order_and_nothing_is_escaped_that_need_not_be() {
        let map = [("b", Node::Text("武汉/\u{7f}\u{1}\"".into())), ("a", Node::Number(-0.0))];
        let node = Node::Map(map.into_iter().collect());
        assert_eq!(text(&node), "{\"a\":0,\"b\":\"武汉/\u{7f}\\u0001\\\"\"}");
    }

    #[test]
    fn the_digest_is_that_of_the_published_test_vector() {
        // FIPS 180-4 example "abc".
        let expected = "sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(digest_of(b"abc"), expected);
    }

    #[test]
    fn a_number_beyond_the_canonical_range_is_refused() {
        for number in [f64::NAN, f64::INFINITY, 9_007_199_254_740_992.0, 1e9 + 0.5, 1e-7, 0.1 + 0.2] {
            assert_eq!(number_text(number), None, "{number}");
            assert!(Answer::of(&std::collections::BTreeMap::from([("x", number)])).is_err());
        }
    }
}
