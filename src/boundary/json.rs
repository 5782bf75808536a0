//! JSON text into a tree. The grammar is `serde_json`'s; bounds, duplicate keys and the byte order mark are ours.

use super::budget::{Budget, Limits};
use super::entries::Entries;
use super::name::{Name, Names};
use super::node::Node;
use super::row::Row;
use crate::error::{Error, Fault};
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::fmt;

/// Walks `bytes` into a tree.
pub(crate) fn parse(bytes: &[u8], limits: Limits) -> Result<Node, Error> {
    if bytes.len() > limits.bytes as usize {
        return Err(Error::new("", Fault::TooLong { maximum: limits.bytes }));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(Error::new("", Fault::ByteOrderMark));
    }
    let text = std::str::from_utf8(bytes)
        .map_err(|e| Error::new("", Fault::NotUtf8 { offset: crate::num::count(e.valid_up_to()) }))?;
    if text.trim_ascii().is_empty() {
        return Err(Error::new("", Fault::Empty));
    }
    let mut walk = Walk {
        budget: Budget::new(limits),
        failure: None,
        numbers: Row::default(),
        fields: Vec::new(),
        names: Names::new(),
        other: Node::Null,
    };
    let mut parser = serde_json::Deserializer::from_str(text);
    let read = Seed(&mut walk).deserialize(&mut parser);
    let read = read.and_then(|read| parser.end().map(|()| read));
    match (read, walk.failure.take()) {
        (_, Some(failure)) => Err(failure),
        (Ok(read), None) => Ok(walk.node(read)),
        (Err(error), None) => Err(syntax(&error)),
    }
}

fn syntax(error: &serde_json::Error) -> Error {
    let text = error.to_string();
    let reason = text.split(" at line ").next().unwrap_or_default().to_owned();
    let (line, column) = (crate::num::count(error.line()), crate::num::count(error.column()));
    Error::new("", Fault::JsonSyntax { line, column, reason })
}

/// The state of the walk; `failure` carries our own error past the parser, which knows only texts.
///
/// What is being read waits in `numbers` and `fields`, that of an inner value above that of the outer one, so that each list
/// and each object asks for memory once and for no more than it needs.
struct Walk {
    budget: Budget,
    failure: Option<Error>,
    numbers: Row,
    fields: Vec<(Name, Node)>,
    names: Names,
    /// The value read last that is neither a number nor null.
    other: Node,
}

impl Walk {
    fn node(&mut self, read: Read) -> Node {
        match read {
            Read::Null => Node::Null,
            Read::Number(number) => Node::Number(number),
            Read::Other => std::mem::take(&mut self.other),
        }
    }

    fn guard<E: serde::de::Error>(&mut self, result: Result<(), Error>) -> Result<(), E> {
        result.map_err(|failure| {
            self.failure = Some(failure);
            E::custom("refused")
        })
    }
}

/// The name of a field.
struct Key<'a>(&'a mut Names);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Name;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Name, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Name;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<Name, E> {
        Ok(self.0.name(text))
    }
}

/// What was read. Most of a large file is numbers, and a node is too large to hand so many of them from call to call.
enum Read {
    Null,
    Number(f64),
    /// The walk has it.
    Other,
}

struct Seed<'a>(&'a mut Walk);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Read;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Read, D::Error> {
        let counted = self.0.budget.value();
        self.0.guard(counted)?;
        deserializer.deserialize_any(self)
    }
}

impl Seed<'_> {
    fn other(self, node: Node) -> Read {
        self.0.other = node;
        Read::Other
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Read;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Read, E> {
        Ok(Read::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Read, E> {
        Ok(self.other(Node::Flag(flag)))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Read, E> {
        Ok(Read::Number(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Read, E> {
        #[expect(clippy::cast_precision_loss, reason = "above 2^53 every shape refuses it")]
        Ok(Read::Number(number as f64))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Read, E> {
        #[expect(clippy::cast_precision_loss, reason = "above 2^53 every shape refuses it")]
        Ok(Read::Number(number as f64))
    }

    fn visit_str<E>(self, text: &str) -> Result<Read, E> {
        Ok(self.other(Node::Text(text.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Read, A::Error> {
        let walk = self.0;
        let entered = walk.budget.enter();
        walk.guard(entered)?;
        let (first, mut list, mut length) = (walk.numbers.len(), Vec::new(), 0_usize);
        walk.budget.path.push_item(0);
        while let Some(read) = items.next_element_seed(Seed(&mut *walk))? {
            match read {
                Read::Number(number) if list.is_empty() => walk.numbers.push(Some(number)),
                Read::Null if list.is_empty() => walk.numbers.push(None),
                read => {
                    if list.is_empty() {
                        list.extend(walk.numbers.take_from(first).nodes());
                    }
                    list.push(walk.node(read));
                }
            }
            length = length.saturating_add(1);
            let fits = walk.budget.next_item(length);
            walk.guard(fits)?;
        }
        walk.budget.path.pop();
        walk.budget.leave();
        let row = walk.numbers.take_from(first);
        Ok(Seed(walk).other(if row.is_empty() { Node::List(list) } else { Node::Row(row) }))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Read, A::Error> {
        let walk = self.0;
        let entered = walk.budget.enter();
        walk.guard(entered)?;
        let first = walk.fields.len();
        while let Some(key) = entries.next_key_seed(Key(&mut walk.names))? {
            walk.budget.path.push_field(&key);
            let before = walk.fields.get(first..).unwrap_or_default();
            // Most files come in order.
            let place = match before.last() {
                Some((last, _)) if **last >= *key => {
                    before.binary_search_by(|(other, _)| (**other).cmp(&*key))
                }
                _ => Err(before.len()),
            };
            let Err(place) = place else {
                let key = key.chars().take(40).collect();
                let failure = walk.budget.fail(Fault::DuplicateKey { key });
                walk.guard(Err(failure))?;
                break;
            };
            let read = entries.next_value_seed(Seed(&mut *walk))?;
            walk.budget.path.pop();
            let node = walk.node(read);
            walk.fields.insert(first.saturating_add(place), (key, node));
            let fits = walk.budget.items(crate::num::count(walk.fields.len().saturating_sub(first)));
            walk.guard(fits)?;
        }
        walk.budget.leave();
        let map = Entries::in_order(walk.fields.drain(first..).collect());
        Ok(Seed(walk).other(Node::Map(map)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { bytes: 4 << 20, depth: 12, items: 1000, values: 200_000 };

    fn refusal(text: &str) -> (&'static str, String) {
        let error = parse(text.as_bytes(), LIMITS).unwrap_err();
        (error.code(), error.path().to_owned())
    }

    #[test]
    fn text_that_is_no_json_is_refused_with_its_place() {
        assert_eq!(refusal("").0, "empty");
        assert_eq!(refusal(" \n").0, "empty");
        assert_eq!(refusal("\u{feff}{}").0, "byte_order_mark");
        for text in ["{", "{}x", "[1,]", "NaN", "{'a':1}", "\"\\ud800\"", "1e999", "01", "// x"] {
            assert_eq!(refusal(text).0, "json_syntax", "{text}");
        }
        assert_eq!(parse(b"\"\xff\"", LIMITS).unwrap_err().code(), "not_utf8");
    }

    #[test]
    fn a_duplicate_key_is_refused_at_its_path() {
        assert_eq!(refusal(r#"{"a":[{"b":1,"b":2}]}"#), ("duplicate_key", "a[0].b".to_owned()));
        assert_eq!(refusal(r#"{"a":1,"\u0061":2}"#), ("duplicate_key", "a".to_owned()));
    }

    #[test]
    fn values_are_read_whatever_their_order_and_their_neighbours() {
        let text = r#"{"b":[1,null,"x",[2,3],{},[[],[null]],4],"a":{"d":true,"c":-0.5},"c":[1,[2],3]}"#;
        let list = |nodes: Vec<Node>| Node::List(nodes);
        let number = Node::Number;
        let pair = list(vec![number(2.0), number(3.0)]);
        let empty = list(vec![list(Vec::new()), list(vec![Node::Null])]);
        let map = Node::Map(Entries::new());
        let b =
            list(vec![number(1.0), Node::Null, Node::Text("x".to_owned()), pair, map, empty, number(4.0)]);
        let a = Node::Map([("c", number(-0.5)), ("d", Node::Flag(true))].into_iter().collect());
        let c = list(vec![number(1.0), list(vec![number(2.0)]), number(3.0)]);
        let expected = Node::Map([("a", a), ("b", b), ("c", c)].into_iter().collect());
        assert_eq!(parse(text.as_bytes(), LIMITS), Ok(expected));
    }

    #[test]
    fn depth_and_length_are_bounded_before_memory_is() {
        assert_eq!(refusal(&"[".repeat(100_000)).0, "too_deep");
        let long = format!("[{}1]", "1,".repeat(1001));
        assert_eq!(refusal(&long), ("too_many_items", String::new()));
        assert_eq!(refusal(&format!("\"{}\"", "x".repeat(5 << 20))).0, "too_long");
    }
}
