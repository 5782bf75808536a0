//! The fields of an object, in order.

use super::name::Name;
use super::node::Node;
use std::borrow::Cow;

/// The fields of an object in the order of their names, each name once.
///
/// A list and not a tree: an object has a handful of fields, and a tree's smallest node has room for eleven. Names of this library's own
/// types are borrowed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Entries(Vec<(Name, Node)>);

/// Whether two names are one. Those of eight letters to sixteen are compared by their ends, which needs no call.
fn is_same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len()
        && match (a.first_chunk::<8>(), b.first_chunk::<8>()) {
            (Some(first), Some(other)) => {
                first == other && a.last_chunk::<8>() == b.last_chunk::<8>() && (a.len() <= 16 || a == b)
            }
            _ => a.first() == b.first() && a == b,
        }
}

/// Up to so many fields are looked through one by one: most names differ in length, which costs less than an order of texts.
const FEW: usize = 24;

impl Entries {
    /// No fields.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// How many fields there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Fields that are in order, each name once.
    #[cfg(feature = "json")]
    pub(crate) fn in_order(fields: Vec<(Name, Node)>) -> Self {
        Self(fields)
    }

    fn position(&self, name: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| (**other).cmp(name))
    }

    /// The value of the field `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        if self.0.len() > FEW {
            return self.position(name).ok().and_then(|at| self.0.get(at)).map(|(_, node)| node);
        }
        self.0.iter().find(|(other, _)| is_same(other, name)).map(|(_, node)| node)
    }

    /// The same, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        if self.0.len() > FEW {
            return self.position(name).ok().and_then(|at| self.0.get_mut(at)).map(|(_, node)| node);
        }
        self.0.iter_mut().find(|(other, _)| is_same(other, name)).map(|(_, node)| node)
    }

    /// Puts a field in and returns what it had before.
    pub fn insert(&mut self, name: impl Into<Cow<'static, str>>, node: Node) -> Option<Node> {
        self.put(name.into().into(), node)
    }

    fn put(&mut self, name: Name, node: Node) -> Option<Node> {
        // Most files and all answers come in order.
        if self.0.last().is_none_or(|(last, _)| *last < name) {
            self.0.push((name, node));
            return None;
        }
        match self.position(&name) {
            Ok(at) => self.0.get_mut(at).map(|(_, old)| std::mem::replace(old, node)),
            Err(at) => {
                self.0.insert(at, (name, node));
                None
            }
        }
    }

    /// Takes a field out.
    pub fn remove(&mut self, name: &str) -> Option<Node> {
        self.position(name).ok().map(|at| self.0.remove(at).1)
    }

    /// Keeps the fields whose value `keep` keeps.
    pub(crate) fn retain(&mut self, keep: impl Fn(&Node) -> bool) {
        self.0.retain(|(_, node)| keep(node));
    }

    /// The fields in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(name, node)| (&**name, node))
    }

    /// The names in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| &**name)
    }

    /// Gives back the room that was held for more fields.
    pub(crate) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }
}

impl<N: Into<Cow<'static, str>>> FromIterator<(N, Node)> for Entries {
    fn from_iter<I: IntoIterator<Item = (N, Node)>>(fields: I) -> Self {
        let mut entries = Self::new();
        for (name, node) in fields {
            entries.put(name.into().into(), node);
        }
        entries
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_in_order_and_each_once_whatever_the_order_they_come_in() {
        let mut entries = Entries::new();
        for (name, value) in [("c", 1.0), ("a", 2.0), ("b", 3.0), ("a", 4.0), ("d", 5.0)] {
            let before = entries.insert(name.to_owned(), Node::Number(value));
            assert_eq!(before, (value > 3.5 && name == "a").then_some(Node::Number(2.0)), "{name}");
        }
        assert_eq!(entries.names().collect::<Vec<_>>(), ["a", "b", "c", "d"]);
        assert_eq!(entries.get("a"), Some(&Node::Number(4.0)));
        assert_eq!(entries.remove("b"), Some(Node::Number(3.0)));
        assert_eq!(entries.remove("b"), None);
        assert_eq!((entries.get("b"), entries.len(), entries.is_empty()), (None, 3, false));
        if let Some(node) = entries.get_mut("c") {
            *node = Node::Null;
        }
        entries.retain(|node| *node != Node::Null);
        assert_eq!(entries.names().collect::<Vec<_>>(), ["a", "d"]);
    }
}
