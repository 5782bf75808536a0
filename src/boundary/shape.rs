//! Shapes: what a field may hold, its range and its step. One table serves the check, the schema and the documentation.

/// What a value may be.
#[derive(Debug)]
pub enum Shape {
    /// True or false.
    Flag,
    /// A number from `minimum` to `maximum`, rounded on entry to `decimals` (0 to 6).
    Number {
        /// The smallest value, included.
        minimum: f64,
        /// The largest value, included.
        maximum: f64,
        /// Decimals kept.
        decimals: u32,
    },
    /// A whole number.
    Whole {
        /// The smallest value, included.
        minimum: i32,
        /// The largest value, included.
        maximum: i32,
    },
    /// One of the whole numbers.
    OneOf(&'static [i32]),
    /// A text of 1 to `most` characters without control characters.
    Text {
        /// The most characters.
        most: u32,
    },
    /// A text of 1 to 80 ASCII letters, digits and `-_.+`.
    Identifier,
    /// One of the texts.
    Choice(&'static [&'static str]),
    /// Money that is not negative, as text.
    Money,
    /// A rate from 0 to 1, as text.
    Rate,
    /// An instant with an offset, as text.
    Instant,
    /// A list of `least` to `most` items.
    List {
        /// What each item is.
        item: &'static Shape,
        /// The fewest items.
        least: u32,
        /// The most items.
        most: u32,
    },
    /// The shape, or null: a cell that a table leaves empty.
    OrNull(&'static Shape),
    /// A true, a number or a text.
    Scalar,
    /// An object with these fields and no others.
    Object(&'static [Field]),
    /// An object that is what the text of its field `kind` says: for each kind its fields beside `kind`, by groups.
    Kinds(&'static [(&'static str, &'static [&'static [Field]])]),
}

/// A field of an object.
#[derive(Debug)]
pub struct Field {
    /// Its name in JSON.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it holds.
    pub shape: &'static Shape,
    /// A short English name, for a form; not in the npm module, which has the schemas beside it as files.
    #[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
    pub title: &'static str,
    /// Meaning, unit, sign and default in one sentence.
    #[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
    pub description: &'static str,
}

/// A field that must be there.
pub(crate) const fn required(
    name: &'static str,
    shape: &'static Shape,
    title: &'static str,
    description: &'static str,
) -> Field {
    field(name, true, shape, [title, description])
}

/// A field that may be absent; null and `undefined` count as absent.
pub(crate) const fn optional(
    name: &'static str,
    shape: &'static Shape,
    title: &'static str,
    description: &'static str,
) -> Field {
    field(name, false, shape, [title, description])
}

#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
const fn field(
    name: &'static str,
    required: bool,
    shape: &'static Shape,
    [title, description]: [&'static str; 2],
) -> Field {
    Field { name, required, shape, title, description }
}

/// Without the texts, which would be a tenth of the npm module.
#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
const fn field(
    name: &'static str,
    required: bool,
    shape: &'static Shape,
    _texts: [&'static str; 2],
) -> Field {
    Field { name, required, shape }
}
