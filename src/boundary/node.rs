//! The tree that every request becomes, and the path of a value in it.

use super::entries::Entries;
use super::row::Row;
use std::cmp::Ordering;
use std::fmt::Write;

/// A JSON value, with the keys of an object in order and each only once.
#[derive(Clone, Debug, Default)]
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
    /// A list of numbers as it is read from text; it equals the list of the same nodes.
    Row(Row),
    /// An object.
    Map(Entries),
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
            Self::List(_) | Self::Row(_) => "list",
            Self::Map(_) => "object",
        }
    }

    /// Whether it is null.
    #[must_use]
    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }
}

impl PartialEq for Node {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Flag(this), Self::Flag(other)) => this == other,
            (Self::Number(this), Self::Number(other)) => this.partial_cmp(other) == Some(Ordering::Equal),
            (Self::Text(this), Self::Text(other)) => this == other,
            (Self::List(this), Self::List(other)) => this == other,
            (Self::Row(this), Self::Row(other)) => this == other,
            (Self::List(list), Self::Row(row)) | (Self::Row(row), Self::List(list)) => {
                list.len() == row.len() && row.nodes().zip(list).all(|(this, other)| this == *other)
            }
            (Self::Map(this), Self::Map(other)) => this == other,
            _ => false,
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
            Self::Row(row) => serializer.collect_seq(row.nodes()),
            Self::Map(map) => serializer.collect_map(map.iter()),
        }
    }
}

/// A step from a value to one inside it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    /// The field whose name begins here in the names of the path.
    Field(usize),
    Item(u32),
}

/// The path of a value, as `rooms[0].areaM2`; every value of a file is walked, so that a step asks for no memory of its own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Path {
    names: String,
    steps: Vec<Step>,
}

impl Path {
    pub(crate) fn push_field(&mut self, name: &str) {
        self.steps.push(Step::Field(self.names.len()));
        self.names.push_str(name);
    }

    pub(crate) fn push_item(&mut self, index: usize) {
        self.steps.push(Step::Item(crate::num::count(index)));
    }

    /// From an item of a list to another of the same.
    #[cfg(feature = "json")]
    pub(crate) fn move_to_item(&mut self, index: usize) {
        if let Some(step) = self.steps.last_mut() {
            *step = Step::Item(crate::num::count(index));
        }
    }

    pub(crate) fn pop(&mut self) {
        if let Some(Step::Field(from)) = self.steps.pop() {
            self.names.truncate(from);
        }
    }

    /// The name that begins at `from`: it ends where the next begins.
    fn name(&self, position: usize, from: usize) -> &str {
        let later = self.steps.iter().skip(position.saturating_add(1));
        let next =
            later.filter_map(|step| if let Step::Field(next) = step { Some(*next) } else { None }).next();
        self.names.get(from..next.unwrap_or(self.names.len())).unwrap_or_default()
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
        for (position, step) in self.steps.iter().enumerate() {
            let name = match *step {
                Step::Item(index) => {
                    write!(formatter, "[{index}]")?;
                    continue;
                }
                Step::Field(from) => self.name(position, from),
            };
            if is_plain(name) {
                if position > 0 {
                    formatter.write_char('.')?;
                }
                formatter.write_str(name)?;
            } else {
                // A key that is no plain name is quoted and cut, so that a hostile key cannot flood a message.
                let short: String = name.chars().take(40).collect();
                write!(formatter, "[{short:?}]")?;
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
        path.push_field("");
        path.push_field("wall");
        path.push_item(0);
        path.push_item(1);
        assert_eq!(path.field("uWM2K"), "rooms[3][\"\"].wall[0][1].uWM2K");
        (0..4).for_each(|_| path.pop());
        assert_eq!(path.to_string(), "rooms[3]");
    }
}
