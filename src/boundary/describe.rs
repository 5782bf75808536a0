//! A shape as JSON Schema (2020-12), so that form generators and validators see what the check sees.

use super::entries::Entries;
use super::node::Node;
use super::shape::{Field, Shape};

fn text(content: &str) -> Node {
    Node::Text(content.to_owned())
}

fn object<const N: usize>(entries: [(&'static str, Node); N]) -> Node {
    let mut map = Entries::new();
    for (key, node) in entries {
        map.insert(key, node);
    }
    Node::Map(map)
}

/// The schema of `shape`.
pub(crate) fn describe(shape: &Shape) -> Node {
    match shape {
        Shape::Flag => object([("type", text("boolean"))]),
        Shape::Number { minimum, maximum, .. } => object([
            ("type", text("number")),
            ("minimum", Node::Number(*minimum)),
            ("maximum", Node::Number(*maximum)),
        ]),
        Shape::Whole { minimum, maximum } => object([
            ("type", text("integer")),
            ("minimum", Node::Number(f64::from(*minimum))),
            ("maximum", Node::Number(f64::from(*maximum))),
        ]),
        Shape::OneOf(numbers) => object([
            ("type", text("integer")),
            ("enum", Node::List(numbers.iter().map(|number| Node::Number(f64::from(*number))).collect())),
        ]),
        Shape::Text { most } => object([
            ("type", text("string")),
            ("minLength", Node::Number(1.0)),
            ("maxLength", Node::Number(f64::from(*most))),
            // No control characters: C0, delete and C1.
            ("pattern", text("^[^\\u0000-\\u001f\\u007f-\\u009f]*$")),
        ]),
        Shape::Identifier => pattern("^[A-Za-z0-9_.+-]{1,80}$"),
        Shape::Choice(choices) => {
            object([("enum", Node::List(choices.iter().map(|choice| text(choice)).collect()))])
        }
        Shape::Money => pattern("^(0|[1-9][0-9]{0,11})(\\.[0-9]{1,6})?$"),
        Shape::Rate => pattern("^(0(\\.[0-9]{1,6})?|1(\\.0{1,6})?)$"),
        Shape::Instant => object([("type", text("string")), ("format", text("date-time"))]),
        Shape::List { item, least, most } => object([
            ("type", text("array")),
            ("items", describe(item)),
            ("minItems", Node::Number(f64::from(*least))),
            ("maxItems", Node::Number(f64::from(*most))),
        ]),
        Shape::OrNull(inner) => {
            object([("anyOf", Node::List(vec![describe(inner), object([("type", text("null"))])]))])
        }
        Shape::Scalar => object([("type", Node::List(["boolean", "number", "string"].map(text).to_vec()))]),
        Shape::Object(fields) => describe_object(&[fields], None),
        Shape::Kinds(kinds) => {
            let each = kinds.iter().map(|(kind, fields)| describe_object(fields, Some(kind)));
            object([("oneOf", Node::List(each.collect()))])
        }
    }
}

fn pattern(expression: &str) -> Node {
    object([("type", text("string")), ("pattern", text(expression))])
}

/// An object of these groups of fields; of several kinds, with the field that says which.
fn describe_object(groups: &[&[Field]], kind: Option<&str>) -> Node {
    let fields = || groups.iter().flat_map(|fields| fields.iter());
    // Inserted one by one: collecting would compile a sort of its own.
    let mut properties = Entries::new();
    let mut required: Vec<Node> = Vec::new();
    if let Some(kind) = kind {
        let words = [("title", text("Kind")), ("description", text("What kind of object this is."))];
        let mut node: Entries = words.into_iter().collect();
        node.insert("const", text(kind));
        properties.insert("kind", Node::Map(node));
        required.push(text("kind"));
    }
    for field in fields() {
        let mut node = describe(field.shape);
        if let Node::Map(map) = &mut node {
            map.insert("title", text(field.title));
            map.insert("description", text(field.description));
        }
        properties.insert(field.name, node);
    }
    required.extend(fields().filter(|field| field.required).map(|field| text(field.name)));
    object([
        ("type", text("object")),
        ("properties", Node::Map(properties)),
        ("required", Node::List(required)),
        ("additionalProperties", Node::Flag(false)),
    ])
}
