//! The stable code and the parameters of every [`Fault`].

use crate::error::{Fault, Params, params};
use crate::scalar::Scalar;

impl Fault {
    /// The stable code, for programs and translations.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::JsonSyntax { .. } => "json_syntax",
            Self::ByteOrderMark => "byte_order_mark",
            Self::NotUtf8 { .. } => "not_utf8",
            Self::TooLong { .. } => "too_long",
            Self::TooDeep { .. } => "too_deep",
            Self::TooManyValues { .. } => "too_many_values",
            Self::TooManyItems { .. } => "too_many_items",
            Self::TooFewItems { .. } => "too_few_items",
            Self::DuplicateKey { .. } => "duplicate_key",
            Self::Cyclic => "cyclic",
            Self::UnsupportedType { .. } => "unsupported_type",
            Self::Unreadable { .. } => "unreadable",
            Self::UnknownField { .. } => "unknown_field",
            Self::MissingField => "missing_field",
            Self::WrongType { .. } => "wrong_type",
            Self::NotFinite => "not_finite",
            Self::OutOfRange { .. } => "out_of_range",
            Self::NotWhole { .. } => "not_whole",
            Self::TextLength { .. } => "text_length",
            Self::NotIdentifier { .. } => "not_identifier",
            Self::ControlCharacter => "control_character",
            Self::UnknownValue { .. } => "unknown_value",
            Self::NumberForMoney => "number_for_money",
            Self::NotDecimal { .. } => "not_decimal",
            Self::NotInstant { .. } => "not_instant",
            Self::Duplicate { .. } => "duplicate",
            Self::Conflict { .. } => "conflict",
            Self::UnknownReference { .. } => "unknown_reference",
            Self::AmbiguousCity { .. } => "ambiguous_city",
            Self::NoStationNear { .. } => "no_station_near",
            Self::EquipmentUnknown { .. } => "equipment_unknown",
            Self::EmptyPeriod { .. } => "empty_period",
            Self::Overlap { .. } => "overlap",
            Self::BookExpired { .. } => "book_expired",
            Self::BookNotYetValid { .. } => "book_not_yet_valid",
            Self::WrongAudience { .. } => "wrong_audience",
            Self::MixedCurrency { .. } => "mixed_currency",
            Self::Mismatch { .. } => "mismatch",
            Self::FileSyntax { .. } => "file_syntax",
            Self::DecimalComma { .. } => "decimal_comma",
            Self::NotNumber { .. } => "not_number",
            Self::NeverOn => "never_on",
            Self::FractionsExceedOne { .. } => "fractions_exceed_one",
            Self::WindowNotOutdoors => "window_not_outdoors",
            Self::Overflow => "overflow",
            Self::TooMuchWork { .. } => "too_much_work",
            Self::NotCanonical { .. } => "not_canonical",
            Self::Decode { .. } => "decode",
        }
    }

    /// The parameters by name, for a translated sentence.
    #[must_use]
    pub fn params(&self) -> Params {
        let list: Vec<(&str, Scalar)> = match self.clone() {
            Self::Empty
            | Self::ByteOrderMark
            | Self::Cyclic
            | Self::MissingField
            | Self::NotFinite
            | Self::ControlCharacter
            | Self::NumberForMoney
            | Self::NeverOn
            | Self::WindowNotOutdoors
            | Self::Overflow => Vec::new(),
            Self::FractionsExceedOne { sum } => vec![("sum", sum.into())],
            Self::JsonSyntax { line, column, reason } => {
                vec![("line", line.into()), ("column", column.into()), ("reason", reason.into())]
            }
            Self::FileSyntax { line, reason } => vec![("line", line.into()), ("reason", reason.into())],
            Self::DecimalComma { line, found } | Self::NotNumber { line, found } => {
                vec![("line", line.into()), ("found", found.into())]
            }
            Self::NotUtf8 { offset } => vec![("offset", offset.into())],
            Self::TooLong { maximum }
            | Self::TooDeep { maximum }
            | Self::TooManyValues { maximum }
            | Self::TooManyItems { maximum } => vec![("maximum", maximum.into())],
            Self::TooFewItems { minimum } => vec![("minimum", minimum.into())],
            Self::DuplicateKey { key } => vec![("key", key.into())],
            Self::UnsupportedType { found }
            | Self::NotIdentifier { found }
            | Self::NotDecimal { found }
            | Self::NotInstant { found }
            | Self::NotCanonical { found } => vec![("found", found.into())],
            Self::TooMuchWork { rooms, products, maximum } => {
                vec![("rooms", rooms.into()), ("products", products.into()), ("maximum", maximum.into())]
            }
            Self::Unreadable { reason } | Self::Mismatch { reason } | Self::Decode { reason } => {
                vec![("reason", reason.into())]
            }
            Self::UnknownField { field, suggestion } => {
                let mut list = vec![("field", field.into())];
                list.extend(suggestion.map(|name| ("suggestion", name.into())));
                list
            }
            Self::WrongType { expected, found } => {
                vec![("expected", expected.into()), ("found", found.into())]
            }
            Self::OutOfRange { minimum, maximum, found } => {
                vec![("minimum", minimum.into()), ("maximum", maximum.into()), ("found", found.into())]
            }
            Self::NotWhole { found } => vec![("found", found.to_string().into())],
            Self::TextLength { minimum, maximum } => {
                vec![("minimum", minimum.into()), ("maximum", maximum.into())]
            }
            Self::UnknownValue { found, allowed } => {
                vec![("found", found.into()), ("allowed", allowed.into())]
            }
            Self::Duplicate { found, other } => {
                vec![("found", found.into()), ("other", other.into())]
            }
            Self::UnknownReference { kind, found, suggestion } => {
                let mut list = vec![("kind", kind.into()), ("found", found.into())];
                list.extend(suggestion.map(|name| ("suggestion", name.into())));
                list
            }
            Self::AmbiguousCity { found, candidates } => {
                vec![("found", found.into()), ("candidates", candidates.into())]
            }
            Self::EquipmentUnknown { room_use } => vec![("use", room_use.into())],
            Self::EmptyPeriod { from } => vec![("from", from.into())],
            Self::Overlap { other } | Self::Conflict { other } => vec![("other", other.into())],
            Self::NoStationNear { station, distance_km, maximum_km } => vec![
                ("station", station.into()),
                ("distanceKm", distance_km.into()),
                ("maximumKm", maximum_km.into()),
            ],
            Self::BookExpired { to, at } => vec![("to", to.into()), ("at", at.into())],
            Self::BookNotYetValid { from, at } => vec![("from", from.into()), ("at", at.into())],
            Self::WrongAudience { audience } => vec![("audience", audience.into())],
            Self::MixedCurrency { found, expected } => {
                vec![("found", found.into()), ("expected", expected.into())]
            }
        };
        params(list)
    }
}
