//! The cases: one rule, one shipped product that keeps it and one that breaks it, with one thing between them.

use serde_json::{Value, json};
use tonnage::selection::Rule;

const FILES: [&str; 7] = [
    include_str!("wishes.json"),
    include_str!("record.json"),
    include_str!("place.json"),
    include_str!("pipe.json"),
    include_str!("capacity.json"),
    include_str!("system.json"),
    include_str!("ventilator.json"),
];

/// A rule with a project that keeps it and, by one change, breaks it.
pub(crate) struct Case {
    pub(crate) rule: Rule,
    pub(crate) claim: String,
    pub(crate) passes: Value,
    pub(crate) fails: Value,
    /// A figure of the shipped files that the expected numbers rest on: of what, where, and what it is.
    pub(crate) figure: Option<(String, String, Value)>,
    rooms: Option<(usize, Value)>,
    project: Value,
    change: Value,
}

/// Every case of every file.
pub(crate) fn all() -> Vec<Case> {
    let files = FILES.iter().flat_map(|text| serde_json::from_str::<Vec<Value>>(text).unwrap());
    files.map(read).collect()
}

fn read(case: Value) -> Case {
    let text =
        |field: &str| case[field].as_str().unwrap_or_else(|| panic!("no {field} in {case}")).to_owned();
    let rule = text("rule");
    assert!(!text("source").is_empty());
    let figure = case.get("figure");
    Case {
        rule: *Rule::ALL.iter().find(|known| known.as_str() == rule).unwrap(),
        claim: text("claim"),
        figure: figure.map(|figure| {
            let part = |name: &str| figure[name].as_str().unwrap().to_owned();
            (part("of"), part("at"), figure["is"].clone())
        }),
        rooms: case
            .get("rooms")
            .map(|rooms| (usize::try_from(rooms["count"].as_u64().unwrap()).unwrap(), rooms["of"].clone())),
        passes: case["passes"].clone(),
        fails: case["fails"].clone(),
        project: case.get("project").cloned().unwrap_or_else(|| json!({})),
        change: case["change"].clone(),
    }
}

/// A change of a project or, after the `#` of a product, of the shipped files.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Keeps,
    Breaks,
}

impl Case {
    /// The project of a side.
    pub(crate) fn project(&self, side: Side) -> Value {
        let mut project: Value = serde_json::from_str(include_str!("base.json")).unwrap();
        project.as_object_mut().unwrap().remove("about");
        if let Some((count, of)) = &self.rooms {
            let changed = self.change.get("rooms").filter(|_| side == Side::Breaks);
            let count = changed.map_or(*count, |count| usize::try_from(count.as_u64().unwrap()).unwrap());
            let rooms = (1..=count).map(|number| {
                let mut room = project["rooms"][0].clone();
                room["id"] = json!(format!("room-{number}"));
                for (field, value) in of.as_object().unwrap() {
                    room[field] = value.clone();
                }
                room
            });
            project["rooms"] = rooms.collect();
        }
        for (at, value) in self.project.as_object().unwrap() {
            set(&mut project, at, value);
        }
        if side == Side::Breaks {
            for (at, value) in self.change.as_object().unwrap().iter().filter(|(at, _)| at.starts_with('/')) {
                set(&mut project, at, value);
            }
        }
        project
    }

    /// What is changed in the shipped files to break the rule: of what, where, and to what; null takes it out.
    pub(crate) fn in_files(&self) -> Option<(&str, &str, &Value)> {
        let mut changes = self.change.as_object().unwrap().iter();
        changes.find_map(|(at, value)| at.split_once('#').map(|(of, at)| (of, at, value)))
    }

    /// How many things differ between the two sides.
    pub(crate) fn changes(&self) -> usize {
        self.change.as_object().unwrap().len()
    }
}

/// Sets the value at a pointer, or removes it for null; objects on the way are made.
pub(crate) fn set(document: &mut Value, at: &str, value: &Value) {
    let (way, last) = at.rsplit_once('/').unwrap();
    let mut here = document;
    for step in way.split('/').skip(1) {
        here = match step.parse::<usize>() {
            Ok(index) => &mut here[index],
            Err(_) => &mut here[step],
        };
    }
    match (last.parse::<usize>(), value) {
        (Ok(index), _) => here[index] = value.clone(),
        (Err(_), Value::Null) => {
            here.as_object_mut().unwrap().remove(last);
        }
        (Err(_), _) => here[last] = value.clone(),
    }
}
