//! A type into a tree. Whether its numbers can be written canonically is asked where they are written.

use super::entries::Entries;
use super::node::Node;
use crate::error::{Error, Fault};
use serde::ser::{self, Impossible, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;

/// Encodes `value`; a field that is `None` is left out.
///
/// # Errors
/// [`Fault::Decode`] for a type that JSON has no form for; no type of this library is one.
pub(crate) fn to_node<T: Serialize>(value: &T) -> Result<Node, Error> {
    value.serialize(Encoder).map_err(|Failure(error)| *error)
}

#[derive(Debug)]
struct Failure(Box<Error>);

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

impl std::error::Error for Failure {}

impl ser::Error for Failure {
    fn custom<T: fmt::Display>(message: T) -> Self {
        unsupported(&message.to_string())
    }
}

fn unsupported(reason: &str) -> Failure {
    Failure(Box::new(Error::new("", Fault::Decode { reason: reason.to_owned() })))
}

struct Encoder;

type Done = Impossible<Node, Failure>;

impl Serializer for Encoder {
    type Ok = Node;
    type Error = Failure;
    type SerializeSeq = ListEncoder;
    type SerializeTuple = ListEncoder;
    type SerializeTupleStruct = Done;
    type SerializeTupleVariant = Done;
    type SerializeMap = MapEncoder;
    type SerializeStruct = MapEncoder;
    type SerializeStructVariant = Done;

    fn serialize_bool(self, flag: bool) -> Result<Node, Failure> {
        Ok(Node::Flag(flag))
    }

    fn serialize_i8(self, number: i8) -> Result<Node, Failure> {
        Ok(Node::Number(f64::from(number)))
    }

    fn serialize_i16(self, number: i16) -> Result<Node, Failure> {
        Ok(Node::Number(f64::from(number)))
    }

    fn serialize_i32(self, number: i32) -> Result<Node, Failure> {
        Ok(Node::Number(f64::from(number)))
    }

    fn serialize_i64(self, number: i64) -> Result<Node, Failure> {
        Ok(Node::Number(crate::num::from_whole(number)))
    }

    fn serialize_u8(self, number: u8) -> Result<Node, Failure> {
        Ok(Node::Number(f64::from(number)))
    }

    fn serialize_u16(self, number: u16) -> Result<Node, Failure> {
        Ok(Node::Number(f64::from(number)))
    }

    fn serialize_u32(self, number: u32) -> Result<Node, Failure> {
        Ok(Node::Number(f64::from(number)))
    }

    fn serialize_u64(self, number: u64) -> Result<Node, Failure> {
        let wide = i64::try_from(number).unwrap_or(i64::MAX);
        self.serialize_i64(wide)
    }

    fn serialize_f32(self, number: f32) -> Result<Node, Failure> {
        self.serialize_f64(f64::from(number))
    }

    fn serialize_f64(self, number: f64) -> Result<Node, Failure> {
        Ok(Node::Number(number + 0.0))
    }

    fn serialize_char(self, letter: char) -> Result<Node, Failure> {
        Ok(Node::Text(letter.to_string()))
    }

    fn serialize_str(self, text: &str) -> Result<Node, Failure> {
        Ok(Node::Text(text.to_owned()))
    }

    fn serialize_bytes(self, _bytes: &[u8]) -> Result<Node, Failure> {
        Err(unsupported("bytes"))
    }

    fn serialize_none(self) -> Result<Node, Failure> {
        Ok(Node::Null)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Node, Failure> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<Node, Failure> {
        Ok(Node::Null)
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<Node, Failure> {
        Ok(Node::Null)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Node, Failure> {
        Ok(Node::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<Node, Failure> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Node, Failure> {
        Err(unsupported("a variant with a value"))
    }

    fn serialize_seq(self, _length: Option<usize>) -> Result<ListEncoder, Failure> {
        Ok(ListEncoder(Vec::new()))
    }

    fn serialize_tuple(self, _length: usize) -> Result<ListEncoder, Failure> {
        Ok(ListEncoder(Vec::new()))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Done, Failure> {
        Err(unsupported("a tuple struct"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Done, Failure> {
        Err(unsupported("a tuple variant"))
    }

    fn serialize_map(self, _length: Option<usize>) -> Result<MapEncoder, Failure> {
        Ok(MapEncoder { map: Entries::new(), key: None })
    }

    fn serialize_struct(self, _name: &'static str, _length: usize) -> Result<MapEncoder, Failure> {
        Ok(MapEncoder { map: Entries::new(), key: None })
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Done, Failure> {
        Err(unsupported("a struct variant"))
    }
}

struct ListEncoder(Vec<Node>);

impl ser::SerializeSeq for ListEncoder {
    type Ok = Node;
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        self.0.push(value.serialize(Encoder)?);
        Ok(())
    }

    fn end(self) -> Result<Node, Failure> {
        Ok(Node::List(self.0))
    }
}

impl ser::SerializeTuple for ListEncoder {
    type Ok = Node;
    type Error = Failure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        ser::SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<Node, Failure> {
        ser::SerializeSeq::end(self)
    }
}

struct MapEncoder {
    map: Entries,
    key: Option<String>,
}

impl MapEncoder {
    /// Not per type of value: compiled once, as are the errors that it places.
    fn put(&mut self, key: Cow<'static, str>, node: Result<Node, Failure>) -> Result<(), Failure> {
        let node = node.map_err(|Failure(error)| Failure(Box::new(error.within(&key))))?;
        if node != Node::Null {
            self.map.insert(key, node);
        }
        Ok(())
    }

    /// An answer has as many objects as a catalogue has products: none keeps room that it does not need.
    fn done(mut self) -> Node {
        self.map.shrink();
        Node::Map(self.map)
    }
}

impl ser::SerializeMap for MapEncoder {
    type Ok = Node;
    type Error = Failure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Failure> {
        match key.serialize(Encoder)? {
            Node::Text(text) => {
                self.key = Some(text);
                Ok(())
            }
            _ => Err(unsupported("a key that is no text")),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Failure> {
        let key = self.key.take().ok_or_else(|| unsupported("a value without a key"))?;
        self.put(key.into(), value.serialize(Encoder))
    }

    fn end(self) -> Result<Node, Failure> {
        Ok(self.done())
    }
}

impl ser::SerializeStruct for MapEncoder {
    type Ok = Node;
    type Error = Failure;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Failure> {
        self.put(key.into(), value.serialize(Encoder))
    }

    fn end(self) -> Result<Node, Failure> {
        Ok(self.done())
    }
}
