//! JSON Schema of everything that the boundary reads, made from the same shapes that check it.

use crate::boundary::{self, Node};

/// The names that [`schema`] knows.
pub const NAMES: [&str; 6] = ["project", "catalogue", "availability", "priceBook", "rateBook", "reference"];

/// The JSON Schema of `name`, or `None` if there is none of that name.
///
/// # Example
/// ```
/// let schema = tonnage::schema::schema("project").unwrap();
/// assert!(tonnage::boundary::canonical::text(&schema).contains("\"areaM2\""));
/// ```
#[must_use]
pub fn schema(name: &str) -> Option<Node> {
    let (title, description, shape) = match name {
        "project" => ("Project", "What a buyer states of a building.", &crate::project::shape::PROJECT),
        "catalogue" => ("Catalogue", "Products without prices.", &crate::catalogue::shape::CATALOGUE),
        "availability" => {
            let shape = &crate::catalogue::availability::AVAILABILITY;
            ("Availability", "What can be delivered when and where.", shape)
        }
        "priceBook" => {
            ("Price book", "Prices of products and rates of tax.", &crate::pricing::shape::PRICE_BOOK)
        }
        "rateBook" => ("Rate book", "Rates of installation work.", &crate::pricing::shape::RATE_BOOK),
        "reference" => {
            ("Reference data", "Places, room types and defaults.", &crate::reference::shape::REFERENCE)
        }
        _ => return None,
    };
    let mut node = boundary::describe(shape);
    if let Node::Map(map) = &mut node {
        let dialect = "https://json-schema.org/draft/2020-12/schema";
        for (key, text) in [("$schema", dialect), ("title", title), ("description", description)] {
            map.insert(key, Node::Text(text.to_owned()));
        }
        if name == "project" {
            map.insert(
                "anyOf",
                Node::List(
                    [
                        some_of("rooms", "Rooms", "A room whose load is sized."),
                        some_of("requested", "Requested", "Units by model or size."),
                    ]
                    .to_vec(),
                ),
            );
        }
    }
    Some(node)
}

/// An object in which the list `field` has an item: a project has rooms or asks for units.
fn some_of(field: &'static str, title: &str, description: &str) -> Node {
    let text = |text: &str| Node::Text(text.to_owned());
    let list = [
        ("type", text("array")),
        ("title", text(title)),
        ("description", text(description)),
        ("minItems", Node::Number(1.0)),
    ];
    let properties = [(field, Node::Map(list.into_iter().collect()))];
    let object = [
        ("type", text("object")),
        ("required", Node::List(vec![text(field)])),
        ("properties", Node::Map(properties.into_iter().collect())),
    ];
    Node::Map(object.into_iter().collect())
}
