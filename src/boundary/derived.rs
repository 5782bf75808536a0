//! A checked tree into a type that derives `Deserialize`: only the reference data, until it is read as the others are.

use super::node::Node;
use crate::error::{Error, Fault};
use serde::de::value::{MapDeserializer, SeqDeserializer, StringDeserializer};
use serde::de::{self, DeserializeOwned, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use std::fmt;

/// Decodes a tree that a shape has accepted. It fails only if shape and type disagree, which the tests exclude.
pub(crate) fn decode_derived<T: DeserializeOwned>(node: Node) -> Result<T, Error> {
    T::deserialize(NodeDeserializer(node)).map_err(|Failure(reason)| Error::new("", Fault::Decode { reason }))
}

#[derive(Debug)]
struct Failure(String);

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl de::Error for Failure {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct NodeDeserializer(Node);

impl IntoDeserializer<'_, Failure> for Node {
    type Deserializer = NodeDeserializer;

    fn into_deserializer(self) -> NodeDeserializer {
        NodeDeserializer(self)
    }
}

impl<'de> Deserializer<'de> for NodeDeserializer {
    type Error = Failure;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.0 {
            Node::Null => visitor.visit_unit(),
            Node::Flag(flag) => visitor.visit_bool(flag),
            Node::Number(number) => match crate::num::to_whole(number) {
                // Whole numbers are offered as such, so that integer fields can take them; `f64` fields take both.
                Some(whole) if number.fract().abs() <= 0.0 => visitor.visit_i64(whole),
                _ => visitor.visit_f64(number),
            },
            Node::Text(text) => visitor.visit_string(text),
            Node::List(list) => {
                let mut items = SeqDeserializer::new(list.into_iter());
                let value = visitor.visit_seq(&mut items)?;
                items.end()?;
                Ok(value)
            }
            Node::Map(map) => {
                let mut entries = MapDeserializer::new(map.into_iter());
                let value = visitor.visit_map(&mut entries)?;
                entries.end()?;
                Ok(value)
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Failure> {
        match self.0 {
            Node::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Failure> {
        match self.0 {
            Node::Text(text) => {
                let variant: StringDeserializer<Failure> = text.into_deserializer();
                variant.deserialize_enum(name, variants, visitor)
            }
            other => Err(de::Error::custom(format_args!("expected a choice, found {}", other.kind()))),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Failure> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct identifier ignored_any
    }
}
