//! The fields that a schema allows, and those that a file states, as `.rooms.facades.widthM`: lists without their positions.

use serde_json::Value;
use std::collections::BTreeSet;

/// Every field of a schema.
pub(crate) fn of_schema(name: &str) -> BTreeSet<String> {
    let text = tonnage::boundary::canonical::text(&tonnage::schema::schema(name).unwrap());
    let mut paths = BTreeSet::new();
    allowed(&serde_json::from_str(&text).unwrap(), "", &mut paths);
    paths
}

/// Every field that `value` states.
pub(crate) fn of(value: &Value) -> BTreeSet<String> {
    let mut paths = BTreeSet::new();
    used(value, "", &mut paths);
    paths
}

fn allowed(schema: &Value, at: &str, paths: &mut BTreeSet<String>) {
    if let Some(fields) = schema["properties"].as_object() {
        for (name, field) in fields {
            let path = format!("{at}.{name}");
            allowed(field, &path, paths);
            paths.insert(path);
        }
    }
    if schema["items"].is_object() {
        allowed(&schema["items"], at, paths);
    }
}

fn used(value: &Value, at: &str, paths: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = format!("{at}.{name}");
                used(field, &path, paths);
                paths.insert(path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| used(item, at, paths)),
        _ => {}
    }
}
