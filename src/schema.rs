//! JSON Schema of everything that the boundary reads, made from the same shapes that check it.

use crate::boundary::{self, Node};

/// The names that [`schema`] knows.
pub const NAMES: [&str; 5] = ["project", "catalogue", "priceBook", "rateBook", "reference"];

/// The JSON Schema of `name`, or `None` if there is none of that name.
///
/// # Example
/// ```
/// let schema = tonnage::schema::schema("project").unwrap();
/// assert!(tonnage::boundary::canonical::text(&schema).contains("\"areaM2\""));
/// ```
#[must_use]
pub fn schema(name: &str) -> Option<Node> {
    let (title, shape) = match name {
        "project" => ("Project", &crate::project::shape::PROJECT),
        "catalogue" => ("Catalogue", &crate::catalogue::shape::CATALOGUE),
        "priceBook" => ("Price book", &crate::pricing::shape::PRICE_BOOK),
        "rateBook" => ("Rate book", &crate::pricing::shape::RATE_BOOK),
        "reference" => ("Reference data", &crate::reference::shape::REFERENCE),
        _ => return None,
    };
    let mut node = boundary::describe(shape);
    if let Node::Map(map) = &mut node {
        map.insert("$schema".into(), Node::Text("https://json-schema.org/draft/2020-12/schema".to_owned()));
        map.insert("title".into(), Node::Text(title.to_owned()));
    }
    Some(node)
}
