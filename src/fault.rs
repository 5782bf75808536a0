//! What can be wrong with one value: every [`Fault`] with its English text.

/// What is wrong with one value of a request.
///
/// Codes ([`Fault::code`]) are stable; the English texts are not, and faces translate codes.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// Nothing was given.
    #[error("nothing was given")]
    Empty,
    /// The text is not JSON.
    #[error("not valid JSON at line {line}, column {column}: {reason}")]
    JsonSyntax {
        /// Line from 1.
        line: u32,
        /// Column from 1, in bytes.
        column: u32,
        /// What the parser expected.
        reason: String,
    },
    /// The text starts with a byte order mark.
    #[error("starts with a byte order mark, which JSON does not allow")]
    ByteOrderMark,
    /// The bytes are not UTF-8.
    #[error("not valid UTF-8 at byte {offset}")]
    NotUtf8 {
        /// The offset of the first bad byte.
        offset: u32,
    },
    /// More bytes of text than the kind of request may have.
    #[error("longer than {maximum} bytes")]
    TooLong {
        /// The most bytes.
        maximum: u32,
    },
    /// Nested more deeply than the kind of request may be.
    #[error("nested deeper than {maximum} levels")]
    TooDeep {
        /// The most levels.
        maximum: u32,
    },
    /// More values in all than the kind of request may have.
    #[error("more than {maximum} values in all")]
    TooManyValues {
        /// The most values.
        maximum: u32,
    },
    /// A list is too long.
    #[error("more than {maximum} items")]
    TooManyItems {
        /// The most items.
        maximum: u32,
    },
    /// A list is too short.
    #[error("fewer than {minimum} items")]
    TooFewItems {
        /// The fewest items.
        minimum: u32,
    },
    /// An object names one key twice.
    #[error("key `{key}` appears twice")]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// An object contains itself.
    #[error("contains itself")]
    Cyclic,
    /// A value of the host language that has no place in a request.
    #[error("a {found} cannot be part of a request")]
    UnsupportedType {
        /// `function`, `symbol`, `bigint`, or the class of an object such as `Date`.
        found: String,
    },
    /// Reading the value threw.
    #[error("could not be read: {reason}")]
    Unreadable {
        /// The host's own message.
        reason: String,
    },
    /// A field that the object does not have.
    #[error("unknown field `{field}`{}", suggestion_text(.suggestion.as_deref()))]
    UnknownField {
        /// The name as given.
        field: String,
        /// The nearest known name, if one is near.
        suggestion: Option<String>,
    },
    /// A required field is absent.
    #[error("missing")]
    MissingField,
    /// Another type than the field has.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// The field's type.
        expected: &'static str,
        /// The type given.
        found: &'static str,
    },
    /// `NaN` or an infinity.
    #[error("must be finite")]
    NotFinite,
    /// A number outside the field's range.
    #[error("must be from {minimum} to {maximum}, found {found}")]
    OutOfRange {
        /// The smallest value allowed.
        minimum: f64,
        /// The largest value allowed.
        maximum: f64,
        /// The value given, as text: it may be too large to print as a number everywhere.
        found: String,
    },
    /// A fraction where a whole number belongs.
    #[error("must be a whole number, found {found}")]
    NotWhole {
        /// The value given.
        found: f64,
    },
    /// A text longer than the field allows, or empty.
    #[error("must have from {minimum} to {maximum} characters")]
    TextLength {
        /// The fewest characters.
        minimum: u32,
        /// The most characters.
        maximum: u32,
    },
    /// A text with characters that an identifier may not have.
    #[error("`{found}` may only have the ASCII letters, digits and `-_.+`")]
    NotIdentifier {
        /// The text given.
        found: String,
    },
    /// A text with a control character.
    #[error("has a control character")]
    ControlCharacter,
    /// A text that is none of the field's choices.
    #[error("`{found}` is not one of {allowed}")]
    UnknownValue {
        /// The text given.
        found: String,
        /// The choices, joined by commas.
        allowed: String,
    },
    /// A JSON number where money or a rate belongs.
    #[error("must be a text such as \"12.50\", not a number: numbers lose fen")]
    NumberForMoney,
    /// A text that is not a plain decimal.
    #[error("`{found}` is not a plain decimal such as \"12.50\"")]
    NotDecimal {
        /// The text given.
        found: String,
    },
    /// A text that is not an instant with an offset.
    #[error("`{found}` is not an instant with an offset, such as `2026-06-10T09:00:00+08:00`")]
    NotInstant {
        /// The text given.
        found: String,
    },
    /// Two entries with one identifier.
    #[error("`{found}` is already used at `{other}`")]
    Duplicate {
        /// The identifier.
        found: String,
        /// The path of the entry that has it.
        other: String,
    },
    /// One thing that is stated two ways.
    #[error("says the same as `{other}`: state one of them")]
    Conflict {
        /// The path of the other field.
        other: String,
    },
    /// An identifier that names nothing in the data.
    #[error("`{found}` is not in the {kind} table{}", suggestion_text(.suggestion.as_deref()))]
    UnknownReference {
        /// What kind of table.
        kind: &'static str,
        /// The identifier or name given.
        found: String,
        /// The nearest known one, if one is near.
        suggestion: Option<String>,
    },
    /// A name that several places have.
    #[error("`{found}` is the name of several places: {candidates}")]
    AmbiguousCity {
        /// The name given.
        found: String,
        /// Names that tell them apart, joined by commas.
        candidates: String,
    },
    /// No weather station is near enough to speak for a place.
    #[error("no weather station within {maximum_km} km: the nearest, {station}, is {distance_km} km away")]
    NoStationNear {
        /// The nearest station.
        station: String,
        /// How far it is, km.
        distance_km: f64,
        /// How far it may be, km.
        maximum_km: f64,
    },
    /// The equipment of this use governs its load and cannot be defaulted.
    #[error("the equipment of `{room_use}` governs its load: state `equipment.powerWM2`")]
    EquipmentUnknown {
        /// The room type.
        room_use: String,
    },
    /// The high end of a range is not above its low end.
    #[error("must be later than `{from}`")]
    EmptyPeriod {
        /// The start of the period.
        from: String,
    },
    /// Two entries hold for the same thing at the same time.
    #[error("overlaps `{other}`")]
    Overlap {
        /// The path of the other entry.
        other: String,
    },
    /// A book whose period has ended.
    #[error("no longer holds from {to} on; the pricing instant is {at}")]
    BookExpired {
        /// The first instant at which the book no longer holds.
        to: String,
        /// The pricing instant.
        at: String,
    },
    /// A book whose period has not begun.
    #[error("does not hold before {from}; the pricing instant is {at}")]
    BookNotYetValid {
        /// The first instant at which the book holds.
        from: String,
        /// The pricing instant.
        at: String,
    },
    /// A book made for somebody else.
    #[error("the book is for `{audience}`")]
    WrongAudience {
        /// Whom the book is for.
        audience: String,
    },
    /// Two books that do not belong together.
    #[error("currency `{found}` differs from the price book's `{expected}`")]
    MixedCurrency {
        /// The currency of this book.
        found: String,
        /// The currency of the price book.
        expected: String,
    },
    /// A step was given the result of another project's step, or an incomplete project.
    #[error("does not belong to this project: {reason}")]
    Mismatch {
        /// What does not match.
        reason: String,
    },
    /// A weather file that is not written as its format asks.
    #[error("line {line}: {reason}")]
    FileSyntax {
        /// Line from 1.
        line: u32,
        /// What is wrong there.
        reason: String,
    },
    /// A weather file with decimal commas, which its format reads as separators.
    #[error("line {line}: `{found}` has a decimal comma; the format asks for a point")]
    DecimalComma {
        /// Line from 1.
        line: u32,
        /// The number as it stands there.
        found: String,
    },
    /// A text in a weather file where a number belongs.
    #[error("line {line}: `{found}` is no number")]
    NotNumber {
        /// Line from 1.
        line: u32,
        /// The text.
        found: String,
    },
    /// A plant without an hour of operation.
    #[error("the plant never runs: state at least one hour")]
    NeverOn,
    /// Parts of one whole that are together more than it.
    #[error("the parts add up to {sum}, more than the whole")]
    FractionsExceedOne {
        /// The sum.
        sum: f64,
    },
    /// A window in a surface that has no outdoors behind it.
    #[error("only a surface with outdoors behind it can have windows")]
    WindowNotOutdoors,
    /// An amount too large for its type.
    #[error("the amount is too large to be computed exactly")]
    Overflow,
    /// More trials of a product in a room than one answer may take.
    #[error(
        "{rooms} rooms and {products} products are more than {maximum} trials: split the project or the catalogue"
    )]
    TooMuchWork {
        /// Rooms of the project.
        rooms: u32,
        /// Products of the catalogue.
        products: u32,
        /// The most rooms times products.
        maximum: u32,
    },
    /// A number that no canonical answer can hold.
    #[error("`{found}` has more than six decimals or is too large for a canonical answer")]
    NotCanonical {
        /// The number.
        found: String,
    },
    /// The validated tree did not decode: the shape table and the type disagree.
    #[error("could not be decoded: {reason}")]
    Decode {
        /// What the decoder said.
        reason: String,
    },
}

fn suggestion_text(suggestion: Option<&str>) -> String {
    suggestion.map_or_else(String::new, |name| format!(", did you mean `{name}`?"))
}
