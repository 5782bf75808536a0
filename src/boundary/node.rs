//! The tree that every request becomes, and the path of a value in it.

use std::collections::BTreeMap;
use std::fmt::Write;

/// A JSON value, with the keys of an object in order and each only once.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Node {
    /// Null, or `undefined`.
    #[default]
    Null,
    /// True or false.
    Flag(bool),
    /// A finite number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// An object.
    Map(BTreeMap<String, Node>),
}

impl Node {
    /// What it is, in JSON's words.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Flag(_) => "boolean",
            Self::Number(_) => "number",
            Self::Text(_) => "text",
            Self::List(_) => "list",
            Self::Map(_) => "object",
        }
    }
}

impl serde::Serialize for Node {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Map(map) => serializer.collect_map(map),
        }
    }
}

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    Field(String),
    Item(u32),
}

/// The path of a value, as `rooms[0].areaM2`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Path(Vec<Step>);

impl Path {
    pub(crate) fn push_field(&mut self, name: &str) {
        self.0.push(Step::Field(name.to_owned()));
    }

    pub(crate) fn push_item(&mut self, index: usize) {
        self.0.push(Step::Item(crate::num::count(index)));
    }

    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }

    /// The path of the field `name` of this value.
    pub(crate) fn field(&self, name: &str) -> String {
        let mut path = self.clone();
        path.push_field(name);
        path.to_string()
    }
}

impl std::fmt::Display for Path {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (position, step) in self.0.iter().enumerate() {
            match step {
                Step::Item(index) => write!(formatter, "[{index}]")?,
                Step::Field(name) if is_plain(name) => {
                    if position > 0 {
                        formatter.write_char('.')?;
                    }
                    formatter.write_str(name)?;
                }
                Step::Field(name) => {
                    // A key that is no plain name is quoted and cut, so that a hostile key cannot flood a message.
                    let short: String = name.chars().take(40).collect();
                    write!(formatter, "[{short:?}]")?;
                }
            }
        }
        Ok(())
    }
}

fn is_plain(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_reads_like_javascript() {
        let mut path = Path::default();
        path.push_field("rooms");
        path.push_item(3);
        assert_eq!(path.field("areaM2"), "rooms[3].areaM2");
        assert_eq!(path.field("a b\n"), "rooms[3][\"a b\\n\"]");
    }
}
