//! The names of fields.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::ops::Deref;
use std::sync::Arc;

/// The name of a field: of this library's own types, or read, and then shared by the objects that have it.
#[derive(Clone, Debug)]
pub(crate) enum Name {
    Known(&'static str),
    Read(Arc<str>),
}

impl Deref for Name {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Known(name) => name,
            Self::Read(name) => name,
        }
    }
}

impl From<Cow<'static, str>> for Name {
    fn from(name: Cow<'static, str>) -> Self {
        match name {
            Cow::Borrowed(name) => Self::Known(name),
            Cow::Owned(name) => Self::Read(name.into()),
        }
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}

/// The names that were read last. A catalogue has hundreds of thousands of fields and a few hundred names, and each name of
/// its own would ask for memory twice: for itself and for giving it back.
#[cfg(feature = "json")]
pub(crate) struct Names(Vec<Option<Arc<str>>>);

#[cfg(feature = "json")]
impl Names {
    /// Room for so many names: all formats together have half of it, and a catalogue and a project far less.
    const PLACES: usize = 1024;

    pub(crate) fn new() -> Self {
        Self(vec![None; Self::PLACES])
    }

    /// The name `text`, that of before if it still has its place.
    pub(crate) fn name(&mut self, text: &str) -> Name {
        let Some(place) = self.0.get_mut(place(text.as_bytes()) % Self::PLACES) else {
            return Name::Read(text.into());
        };
        match place {
            Some(name) if **name == *text => Name::Read(Arc::clone(name)),
            _ => Name::Read(Arc::clone(place.insert(text.into()))),
        }
    }
}

/// A number that most other names do not have, from the ends of a name and its length.
#[cfg(feature = "json")]
fn place(name: &[u8]) -> usize {
    let ends = match (name.first_chunk(), name.last_chunk()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29),
        _ => name.iter().fold(0, |ends, letter| ends << 8 | u64::from(*letter)),
    };
    let mixed = (ends ^ name.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> 40).unwrap_or(0)
}
