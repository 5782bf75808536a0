//! Canonical bytes (规范字节): one text for one answer, on every target, and its digest.
//!
//! The form is that of RFC 8785: no white space, keys in order, the shortest number, the fewest escapes. Money and
//! quantities are texts; numbers are whole below 2^53 or have at most six decimals below 1e9, where Rust's shortest
//! text and ECMAScript's are the same. Because the keys of an answer are plain ASCII names in order, `JSON.stringify` of the
//! answer that JavaScript receives gives these bytes again.

use super::encode::to_node;
use super::entries::Entries;
use super::node::{Node, Path};
use super::writer::{Out, in_hexadecimal, millionths};
use crate::error::{Error, Fault};
use crate::num;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

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
    let mut out = Out::default();
    out.node(node);
    out.written()
}

/// `sha-256:` and the digest of the canonical bytes of a tree, in hexadecimal.
#[must_use]
pub fn digest(node: &Node) -> String {
    let mut out = Out::digesting();
    out.node(node);
    out.digest()
}

/// The digest of `bytes`, in the form of all digests here.
#[must_use]
pub fn digest_of(bytes: &[u8]) -> String {
    in_hexadecimal(&Sha256::digest(bytes))
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
    is_canonical(number).then(|| text(&Node::Number(number)))
}

/// A number that Rust and ECMAScript print alike: whole below 2^53, or at most six decimals below 1e9.
fn is_canonical(number: f64) -> bool {
    num::if_whole(number).is_some() || millionths(number).is_some()
}

/// Refuses a tree with a number that has no canonical text, at its path.
fn verify(node: &Node, path: &mut Path) -> Result<(), Error> {
    match node {
        Node::Number(number) if !is_canonical(*number) => {
            Err(Error::new(path.to_string(), Fault::NotCanonical { found: number.to_string() }))
        }
        Node::List(list) => list.iter().enumerate().try_for_each(|(index, item)| {
            path.push_item(index);
            verify(item, path)?;
            path.pop();
            Ok(())
        }),
        Node::Row(row) => row.nodes().enumerate().try_for_each(|(index, item)| {
            path.push_item(index);
            verify(&item, path)?;
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

/// The canonical text of an object around its field `name`, which is not in it: what stands before the value and what after it.
pub(crate) fn around(map: &Entries, name: &str) -> [String; 2] {
    let (mut before, mut after) = (Out::default(), Out::default());
    before.put(b"{");
    for (key, value) in map.iter() {
        if key < name {
            before.field(key, value);
            before.put(b",");
        } else {
            after.put(b",");
            after.field(key, value);
        }
    }
    before.text(name);
    before.put(b":");
    after.put(b"}");
    [before.written(), after.written()]
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
    fn an_object_is_what_stands_around_a_field_and_the_field() {
        for names in [&["a", "c"][..], &["a"], &["c", "d"], &[]] {
            let mut map: Entries = names.iter().map(|name| (*name, Node::Flag(true))).collect();
            let [before, after] = around(&map, "b");
            map.insert("b", Node::Null);
            assert_eq!(format!("{before}null{after}"), text(&Node::Map(map)));
        }
    }

    #[test]
    fn a_number_beyond_the_canonical_range_is_refused() {
        for number in [f64::NAN, f64::INFINITY, 9_007_199_254_740_992.0, 1e9 + 0.5, 1e-7, 0.1 + 0.2] {
            assert_eq!(number_text(number), None, "{number}");
            assert!(Answer::of(&std::collections::BTreeMap::from([("x", number)])).is_err());
        }
    }
}
