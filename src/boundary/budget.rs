//! The bounds of the walk that makes a tree, and where the walk is.

use super::node::Path;
use crate::error::{Error, Fault};

/// The bounds of a walk: no request may take more memory or stack than its kind needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// Bytes of JSON text, or of all texts of an object.
    pub(crate) bytes: u32,
    /// Nested lists and objects.
    pub(crate) depth: u32,
    /// Items of one list, or keys of one object.
    pub(crate) items: u32,
    /// Values in all.
    pub(crate) values: u32,
}

impl Limits {
    /// A catalogue, a book or the reference data: twenty thousand products or entries.
    pub(crate) const LIBRARY: Self = Self { bytes: 64 << 20, depth: 12, items: 20_000, values: 8_000_000 };
}

/// What is left of the [`Limits`] during a walk, and where the walk is.
pub(crate) struct Budget {
    limits: Limits,
    values: u32,
    #[cfg(target_arch = "wasm32")]
    text_bytes: u32,
    depth: u32,
    /// The path of the value being walked.
    pub(crate) path: Path,
}

impl Budget {
    /// A full budget at the root.
    pub(crate) fn new(limits: Limits) -> Self {
        Self {
            limits,
            values: 0,
            #[cfg(target_arch = "wasm32")]
            text_bytes: 0,
            depth: 0,
            path: Path::default(),
        }
    }

    /// The fault at the present path.
    pub(crate) fn fail(&self, fault: Fault) -> Error {
        Error::new(self.path.to_string(), fault)
    }

    /// Counts one value.
    pub(crate) fn value(&mut self) -> Result<(), Error> {
        self.values = self.values.saturating_add(1);
        if self.values > self.limits.values {
            return Err(self.fail(Fault::TooManyValues { maximum: self.limits.values }));
        }
        Ok(())
    }

    /// Counts the bytes of a text or a key of a host object; JSON text is measured whole.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn text(&mut self, bytes: usize) -> Result<(), Error> {
        self.text_bytes = self.text_bytes.saturating_add(crate::num::count(bytes));
        if self.text_bytes > self.limits.bytes {
            return Err(self.fail(Fault::TooLong { maximum: self.limits.bytes }));
        }
        Ok(())
    }

    /// Goes into a list or an object.
    pub(crate) fn enter(&mut self) -> Result<(), Error> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > self.limits.depth {
            return Err(self.fail(Fault::TooDeep { maximum: self.limits.depth }));
        }
        Ok(())
    }

    /// Comes out again.
    pub(crate) fn leave(&mut self) {
        self.depth = self.depth.saturating_sub(1);
    }

    /// Goes on to the item after the first `length` of a list; refuses the list if that is too long.
    pub(crate) fn next_item(&mut self, length: usize) -> Result<(), Error> {
        self.path.move_to_item(length);
        if crate::num::count(length) > self.limits.items {
            self.path.pop();
        }
        self.items(crate::num::count(length))
    }

    /// Refuses a list or object of `length` if that is too long.
    pub(crate) fn items(&self, length: u32) -> Result<(), Error> {
        if length > self.limits.items {
            return Err(self.fail(Fault::TooManyItems { maximum: self.limits.items }));
        }
        Ok(())
    }
}
