//! Products, families or refrigerants of one identifier.
//!
//! A price book names a product by its identifier, so that of two different products of one identifier nobody can say which one is
//! priced, stocked or meant. The order of a merged file is an accident: neither is taken because it stands first. All of them are
//! refused, each with the path of another, and the rest of the catalogue stays usable. Copies that are alike in every field leave
//! no doubt: one is taken, and the others are a warning.

use super::remark::{Remark, RemarkCode, remark};
use crate::boundary::{Entries, Node};
use std::collections::BTreeMap;

/// What becomes of an item that shares its identifier with another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is alike to this earlier one, which is taken.
    Copy(usize),
    /// It differs from others, of which this is one: none is taken.
    Ambiguous(usize),
}

impl Fate {
    /// The remark on the item `index` of `list`, which has this fate.
    pub(super) fn remark(self, list: &str, index: usize, name: &str) -> Remark {
        let (Self::Copy(other) | Self::Ambiguous(other)) = self;
        let params = [("other", format!("{list}[{other}].id").into())];
        remark(name, RemarkCode::DuplicateId, format!("{list}[{index}].id"), params)
    }
}

/// The `id` of a product or family, if it has one.
pub(super) fn name_of(node: &Node) -> Option<&str> {
    match node {
        Node::Map(map) => match map.get("id") {
            Some(Node::Text(id)) => Some(id),
            _ => None,
        },
        _ => None,
    }
}

/// The products or families that are not simply taken, by position.
pub(super) fn fates(nodes: &[Node]) -> BTreeMap<usize, Fate> {
    fates_of(nodes, &name_of, &alike)
}

/// The items of a list that are not simply taken, by position.
pub(super) fn fates_of<T>(
    items: &[T],
    name_of: &dyn Fn(&T) -> Option<&str>,
    alike: &dyn Fn(&T, &T) -> bool,
) -> BTreeMap<usize, Fate> {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        if let Some(name) = name_of(item) {
            let before = *first.entry(name).or_insert(index);
            if before != index {
                groups.entry(before).or_default().push(index);
            }
        }
    }
    let mut fates = BTreeMap::new();
    for (before, others) in groups {
        let same = |other: &usize| match (items.get(before), items.get(*other)) {
            (Some(a), Some(b)) => alike(a, b),
            _ => false,
        };
        if others.iter().all(same) {
            fates.extend(others.into_iter().map(|other| (other, Fate::Copy(before))));
        } else {
            fates.extend(others.first().map(|other| (before, Fate::Ambiguous(*other))));
            fates.extend(others.into_iter().map(|other| (other, Fate::Ambiguous(before))));
        }
    }
    fates
}

/// Whether two trees say the same; a field that is null is a field that is absent.
fn alike(this: &Node, other: &Node) -> bool {
    match (this, other) {
        (Node::Map(this), Node::Map(other)) => {
            stated(this).count() == stated(other).count()
                && stated(this).zip(stated(other)).all(|((a, this), (b, other))| a == b && alike(this, other))
        }
        (Node::List(this), Node::List(other)) => {
            this.len() == other.len() && this.iter().zip(other).all(|(this, other)| alike(this, other))
        }
        _ => this == other,
    }
}

/// The fields that are not null, in the order of their names.
fn stated(map: &Entries) -> impl Iterator<Item = (&str, &Node)> {
    map.iter().filter(|(_, node)| !node.is_null())
}
