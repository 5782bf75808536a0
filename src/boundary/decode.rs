//! A checked tree into a type.
//!
//! A shape has accepted the tree before, so nothing here can fail unless shape and type disagree. A value that does not fit
//! is therefore noted once and replaced, and the whole is refused at the end: no field needs a way out of its own, which is
//! what made derived decoders a quarter of the code of the npm module.

use super::node::{Node, Path};
use super::row::Row;
use crate::error::{Error, Fault};

/// A type that is decoded from a checked tree; structs and enums of plain variants get it from [`from_node!`].
pub(crate) trait FromNode {
    /// The value of `node`, whose texts are taken out of it. What does not fit is told to the `reader`, and any value
    /// stands in for it.
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self;

    /// The values of a row, by what is read from numbers without a node for each; none by everything else.
    fn from_row(_row: &Row, _reader: &mut Reader) -> Option<Vec<Self>>
    where
        Self: Sized,
    {
        None
    }
}

/// Decodes a tree that a shape has accepted.
///
/// # Errors
/// [`Fault::Decode`] if shape and type disagree, which the tests exclude.
pub(crate) fn decode<T: FromNode>(mut node: Node) -> Result<T, Error> {
    let mut reader = Reader { steps: Vec::new(), failure: None };
    let value = T::from_node(&mut node, &mut reader);
    reader.failure.map_or(Ok(value), Err)
}

/// A step on the way to the value that is decoded. Names of fields are known, so no step needs memory of its own.
enum Step {
    Field(&'static str),
    Item(usize),
}

/// Where the decoding is, and what did not fit first.
pub(crate) struct Reader {
    steps: Vec<Step>,
    failure: Option<Error>,
}

impl Reader {
    /// The field `name` of an object; a field that is absent is read from null.
    pub(crate) fn field<T: FromNode>(&mut self, object: &mut Node, name: &'static str) -> T {
        let mut absent = Node::Null;
        let node = self.enter(object, name, &mut absent);
        let value = T::from_node(node, self);
        self.steps.pop();
        value
    }

    fn enter<'a>(&mut self, object: &'a mut Node, name: &'static str, absent: &'a mut Node) -> &'a mut Node {
        match object {
            Node::Map(map) => {
                self.steps.push(Step::Field(name));
                map.get_mut(name).unwrap_or(absent)
            }
            other => {
                self.fail("an object", other);
                self.steps.push(Step::Field(name));
                absent
            }
        }
    }

    /// The same reader, at the item `index` of the list that it is in.
    fn at(&mut self, index: usize) -> &mut Self {
        if let Some(step) = self.steps.last_mut() {
            *step = Step::Item(index);
        }
        self
    }

    /// The text of `node`, which is taken out of it.
    pub(crate) fn text(&mut self, node: &mut Node) -> String {
        match node {
            Node::Text(text) => std::mem::take(text),
            other => {
                self.fail("a text", other);
                String::new()
            }
        }
    }

    /// The text of `node` as `parse` reads it, or `instead`.
    pub(crate) fn parsed<T>(
        &mut self,
        node: &mut Node,
        parse: fn(&str) -> Result<T, Error>,
        instead: T,
    ) -> T {
        let text = self.text(node);
        parse(&text).unwrap_or_else(|error| {
            self.refuse(error.to_string());
            instead
        })
    }

    fn whole(&mut self, node: &mut Node) -> i64 {
        match node {
            Node::Number(number) => match crate::num::if_whole(*number) {
                Some(whole) => whole,
                None => self.misfit("a whole number", node),
            },
            other => self.misfit("a whole number", other),
        }
    }

    fn misfit(&mut self, expected: &str, found: &Node) -> i64 {
        self.fail(expected, found);
        0
    }

    /// Notes that `expected` should have been here.
    pub(crate) fn fail(&mut self, expected: &str, found: &Node) {
        self.refuse(format!("expected {expected}, found {}", found.kind()));
    }

    /// Notes the first failure: what follows from it says nothing new.
    fn refuse(&mut self, reason: String) {
        if self.failure.is_none() {
            let mut path = Path::default();
            for step in &self.steps {
                match step {
                    Step::Field(name) => path.push_field(name),
                    Step::Item(index) => path.push_item(*index),
                }
            }
            self.failure = Some(Error::new(path.to_string(), Fault::Decode { reason }));
        }
    }
}

impl FromNode for bool {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        match node {
            Node::Flag(flag) => *flag,
            other => {
                reader.fail("a boolean", other);
                false
            }
        }
    }
}

impl FromNode for f64 {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        match node {
            Node::Number(number) => *number,
            other => {
                reader.fail("a number", other);
                0.0
            }
        }
    }

    fn from_row(row: &Row, reader: &mut Reader) -> Option<Vec<Self>> {
        let null = |index: usize, reader: &mut Reader| Self::from_node(&mut Node::Null, reader.at(index));
        let numbers = row.iter().enumerate();
        Some(numbers.map(|(index, number)| number.unwrap_or_else(|| null(index, reader))).collect())
    }
}

impl FromNode for i64 {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        reader.whole(node)
    }

    fn from_row(row: &Row, reader: &mut Reader) -> Option<Vec<Self>> {
        let one = |(index, number): (usize, Option<f64>)| {
            let whole = number.and_then(crate::num::if_whole);
            whole.unwrap_or_else(|| reader.at(index).whole(&mut number.map_or(Node::Null, Node::Number)))
        };
        Some(row.iter().enumerate().map(one).collect())
    }
}

impl FromNode for i32 {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        Self::try_from(reader.whole(node)).unwrap_or_else(|_| {
            reader.fail("a smaller number", node);
            0
        })
    }
}

impl FromNode for u32 {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        Self::try_from(reader.whole(node)).unwrap_or_else(|_| {
            reader.fail("a smaller number that is not negative", node);
            0
        })
    }
}

impl FromNode for String {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        reader.text(node)
    }
}

impl FromNode for crate::scalar::Scalar {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        match node {
            Node::Flag(flag) => Self::Flag(*flag),
            Node::Number(number) => Self::Number(*number),
            other => Self::Text(reader.text(other)),
        }
    }
}

impl<T: FromNode> FromNode for Option<T> {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        if node.is_null() { None } else { Some(T::from_node(node, reader)) }
    }
}

impl<T: FromNode + Copy + Default, const N: usize> FromNode for [T; N] {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        Self::try_from(Vec::from_node(node, reader)).unwrap_or_else(|items: Vec<T>| {
            reader.refuse(format!("expected a list of {N}, found {}", items.len()));
            [T::default(); N]
        })
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        if let Node::Row(row) = node {
            reader.steps.push(Step::Item(0));
            let items = T::from_row(row, reader);
            reader.steps.pop();
            if let Some(items) = items {
                return items;
            }
            *node = Node::List(row.nodes().collect());
        }
        let Node::List(list) = node else {
            reader.fail("a list", node);
            return Self::new();
        };
        reader.steps.push(Step::Item(0));
        let read = |(index, node): (usize, &mut Node)| T::from_node(node, reader.at(index));
        let items = list.iter_mut().enumerate().map(read).collect();
        reader.steps.pop();
        items
    }
}

impl FromNode for Row {
    fn from_node(node: &mut Node, reader: &mut Reader) -> Self {
        match node {
            Node::Row(row) => std::mem::take(row),
            other => Vec::<Option<f64>>::from_node(other, reader).into_iter().collect(),
        }
    }
}

/// Writes [`FromNode`] for a struct from the names of its fields, or for an enum from those of its variants.
///
/// The name in JSON is the camelCase of the name in Rust, as `rename_all = "camelCase"` writes it, unless `as` states
/// another. `or` gives the value of a field that is absent; a field of type `Option` needs none.
macro_rules! from_node {
    (struct $type:ident $(<$param:ident>)? {
        $($field:ident $(as $name:literal)? $(or $absent:expr)?),+ $(,)?
    }) => {
        impl $(<$param: $crate::boundary::FromNode>)? $crate::boundary::FromNode for $type $(<$param>)? {
            fn from_node(
                node: &mut $crate::boundary::Node,
                reader: &mut $crate::boundary::Reader,
            ) -> Self {
                Self {
                    $($field: $crate::boundary::from_node!(
                        @field reader, node, $crate::boundary::from_node!(@name $field $($name)?) $(, $absent)?
                    )),+
                }
            }
        }
    };
    (enum $type:ident {
        $first:ident $(as $first_name:literal)? $(, $variant:ident $(as $name:literal)?)* $(,)?
    }) => {
        impl $crate::boundary::FromNode for $type {
            fn from_node(
                node: &mut $crate::boundary::Node,
                reader: &mut $crate::boundary::Reader,
            ) -> Self {
                let text = reader.text(node);
                $(if text == $crate::boundary::from_node!(@name $variant $($name)?) {
                    return Self::$variant;
                })*
                if text != $crate::boundary::from_node!(@name $first $($first_name)?) {
                    reader.fail("a choice", node);
                }
                Self::$first
            }
        }
    };
    (@field $reader:ident, $node:ident, $name:expr) => { $reader.field($node, $name) };
    (@field $reader:ident, $node:ident, $name:expr, $absent:expr) => {
        $reader.field::<Option<_>>($node, $name).unwrap_or($absent)
    };
    (@name $rust:ident $name:literal) => { $name };
    (@name $rust:ident) => {{
        const BYTES: [u8; $crate::boundary::camel_length(stringify!($rust))] =
            $crate::boundary::camel(stringify!($rust));
        const NAME: &str = $crate::boundary::ascii(&BYTES);
        NAME
    }};
}

pub(crate) use from_node;

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Outer {
        first_name: String,
        list_w_m2: Vec<Option<i32>>,
        kind: Kind,
        size: u32,
        pair: Option<[f64; 2]>,
    }

    #[derive(Debug, PartialEq)]
    enum Kind {
        OneKind,
        OtherKind,
    }

    from_node!(struct Outer { first_name, list_w_m2, kind as "use", size or 7, pair });
    from_node!(enum Kind { OneKind, OtherKind as "other" });

    fn read(text: &str) -> Result<Outer, Error> {
        decode(node(&serde_json::from_str(text).unwrap()))
    }

    fn node(value: &serde_json::Value) -> Node {
        match value {
            serde_json::Value::Null => Node::Null,
            serde_json::Value::Bool(flag) => Node::Flag(*flag),
            serde_json::Value::Number(number) => Node::Number(number.as_f64().unwrap()),
            serde_json::Value::String(text) => Node::Text(text.clone()),
            serde_json::Value::Array(list) => Node::List(list.iter().map(node).collect()),
            serde_json::Value::Object(map) => {
                Node::Map(map.iter().map(|(key, value)| (key.clone(), node(value))).collect())
            }
        }
    }

    #[test]
    fn names_are_camel_case_unless_stated() {
        let read = read(r#"{"firstName":"a","listWM2":[1,null],"use":"other","pair":[1.5,2]}"#);
        let expected = Outer {
            first_name: "a".to_owned(),
            list_w_m2: vec![Some(1), None],
            kind: Kind::OtherKind,
            size: 7,
            pair: Some([1.5, 2.0]),
        };
        assert_eq!(read, Ok(expected));
    }

    #[test]
    fn what_does_not_fit_is_refused_at_its_path() {
        for (text, path) in [
            (r#"[]"#, ""),
            (r#"{"listWM2":[],"use":"oneKind"}"#, "firstName"),
            (r#"{"firstName":"a","listWM2":[1,2.5],"use":"oneKind"}"#, "listWM2[1]"),
            (r#"{"firstName":"a","listWM2":[3e9],"use":"oneKind"}"#, "listWM2[0]"),
            (r#"{"firstName":"a","listWM2":1,"use":"oneKind"}"#, "listWM2"),
            (r#"{"firstName":"a","listWM2":[],"use":"OneKind"}"#, "use"),
            (r#"{"firstName":"a","listWM2":[],"use":"oneKind","size":-1}"#, "size"),
            (r#"{"firstName":"a","listWM2":[],"use":"oneKind","pair":[1]}"#, "pair"),
            (r#"{"firstName":"a","listWM2":[],"use":"oneKind","pair":[1,"b"]}"#, "pair[1]"),
        ] {
            let error = read(text).unwrap_err();
            assert_eq!((error.code(), error.path()), ("decode", path), "{text}");
        }
    }
}
