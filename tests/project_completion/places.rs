//! Values of a JSON project by their paths, as `rooms[0].facades[1].widthM`.

use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Every number, text and flag with its path.
pub(crate) fn leaves(value: &Value) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    gather(value, String::new(), &mut found);
    found
}

fn gather(value: &Value, path: String, found: &mut BTreeMap<String, Value>) {
    match value {
        Value::Null => {}
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                gather(field, path, found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                gather(item, format!("{path}[{index}]"), found);
            }
        }
        _ => drop(found.insert(path, value.clone())),
    }
}

/// States `value` at `path`, with every object and list on the way that is not there yet.
pub(crate) fn put(project: &mut Value, path: &str, value: Value) {
    let mut place = project;
    for part in path.split('.') {
        let (name, index) = match part.strip_suffix(']').and_then(|part| part.split_once('[')) {
            Some((name, index)) => (name, Some(index.parse::<usize>().unwrap())),
            None => (part, None),
        };
        if place.is_null() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[name];
        if let Some(index) = index {
            if place.is_null() {
                *place = Value::Array(Vec::new());
            }
            let list = place.as_array_mut().unwrap();
            if list.len() == index {
                list.push(Value::Null);
            }
            place = &mut list[index];
        }
    }
    *place = value;
}
