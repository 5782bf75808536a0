//! What the library answers to the drawn projects.

use super::books::{self, Books};
use super::draw::{self, Rooms};
use super::enumeration::{self, Found};
use super::facts::{Case, Stock, list, text};
use serde::Serialize;
use serde_json::Value;
use std::sync::LazyLock;
use tonnage::boundary::canonical::Answer;
use tonnage::catalogue::Catalogue;
use tonnage::project::Project;
use tonnage::reference::Reference;
use tonnage::{complete, demo, select, size};

/// The files that everything is asked with.
pub(crate) struct Shop {
    pub(crate) reference: Reference,
    pub(crate) shipped: Value,
    pub(crate) books: Books,
}

pub(crate) static SHOP: LazyLock<Shop> = LazyLock::new(|| Shop {
    reference: demo::reference().unwrap(),
    shipped: json(demo::CATALOGUE),
    books: Books::of(&json(demo::PRICE_BOOK), &json(demo::RATE_BOOK)),
});

/// The answers to the fifty projects, which several claims are made of.
pub(crate) static FIFTY: LazyLock<Vec<Told>> =
    LazyLock::new(|| (0..50).map(|number| drawn(number, Rooms::Apart)).collect());

/// The answers to small projects from the whole catalogue.
pub(crate) static WHOLE: LazyLock<Vec<Told>> =
    LazyLock::new(|| (0..40).map(from_the_whole_catalogue).collect());

/// What the library says of a project.
pub(crate) struct Told {
    pub(crate) name: String,
    pub(crate) stock: Stock,
    pub(crate) project: Value,
    pub(crate) loads: Value,
    pub(crate) selection: Value,
}

pub(crate) fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

fn written<T: Serialize>(value: &T) -> Value {
    json(Answer::of(value).unwrap().text().as_bytes())
}

/// The answer to a drawn project.
pub(crate) fn drawn(number: u64, rooms: Rooms) -> Told {
    let name = format!("{number}, {:?}, {rooms:?}", draw::theme(number));
    let project = draw::project(number, rooms);
    answer(&name, &project.to_string(), draw::stock(&SHOP.shipped, number))
}

/// The answer to the rooms of two drawn projects as one, under the circumstances of the first and from its part of the catalogue.
pub(crate) fn two_as_one(number: u64) -> Told {
    let (mut project, other) =
        (draw::project(number, Rooms::Apart), draw::project(number + 50, Rooms::Apart));
    let more = list(&other["rooms"]).iter().cloned().map(|mut room| {
        room["id"] = format!("other-{}", text(&room["id"])).into();
        room
    });
    project["rooms"].as_array_mut().unwrap().extend(more);
    let name = format!("{number} and {}, {:?}", number + 50, draw::theme(number));
    answer(&name, &project.to_string(), draw::stock(&SHOP.shipped, number))
}

/// The answer to a drawn project from a catalogue that does not say of every machine what it gives in winter.
pub(crate) fn with_unknown_heat(number: u64) -> Told {
    let project = draw::project(number, Rooms::Apart);
    let stock = draw::without_heat(draw::stock(&SHOP.shipped, number), number);
    answer(&format!("{number}, {:?}, unknown heat", draw::theme(number)), &project.to_string(), stock)
}

/// The answer to the first four rooms of a drawn project from all that is shipped but the largest chillers, which serve no four rooms.
fn from_the_whole_catalogue(number: u64) -> Told {
    let mut project = draw::project(number, Rooms::Apart);
    project["rooms"].as_array_mut().unwrap().truncate(4);
    let mut catalogue = SHOP.shipped.clone();
    let large = |product: &Value| product["referenceW"].as_f64().is_some_and(|watts| watts > 100_000.0);
    catalogue["products"].as_array_mut().unwrap().retain(|product| !large(product));
    answer(&format!("{number}, whole catalogue"), &project.to_string(), catalogue)
}

/// The answer to a project as JSON text from a catalogue as JSON.
pub(crate) fn answer(name: &str, project: &str, catalogue: Value) -> Told {
    let project = Project::from_json(project.as_bytes()).unwrap();
    let project = complete(&project, &SHOP.reference).unwrap().project;
    let loads = size(&project, &SHOP.reference).unwrap();
    let read = Catalogue::from_json(catalogue.to_string().as_bytes()).unwrap();
    let books = demo::books().unwrap();
    let selection = select(&project, &loads, &read, &books, books.demo_instant().unwrap()).unwrap();
    Told {
        name: name.to_owned(),
        stock: Stock::of(catalogue),
        project: written(&project),
        loads: written(&loads),
        selection: written(&selection),
    }
}

impl Told {
    pub(crate) fn case(&self) -> Case<'_> {
        Case::of(&self.project, &self.loads, &self.stock, &SHOP.books)
    }

    pub(crate) fn chosen(&self) -> &[Value] {
        list(&self.selection["systems"])
    }

    /// The chosen systems, and those that a room might have instead.
    pub(crate) fn systems(&self) -> impl Iterator<Item = &Value> {
        let rooms = list(&self.selection["rooms"]).iter();
        self.chosen().iter().chain(rooms.flat_map(|room| list(&room["alternatives"])))
    }

    pub(crate) fn kinds(&self) -> Vec<&str> {
        let mut kinds: Vec<&str> = self.chosen().iter().map(|system| text(&system["kind"])).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    fn unserved(&self) -> i128 {
        let rooms = list(&self.selection["rooms"]).iter();
        i128::try_from(rooms.filter(|room| room["system"].is_null()).count()).unwrap()
    }

    /// What is wrong with its systems, each by itself and all together.
    pub(crate) fn broken(&self) -> Vec<String> {
        let case = self.case();
        let mut wrong = self.all_together();
        let checked = self.systems().map(|system| (system, super::verify::check(&case, system)));
        wrong.extend(checked.filter_map(|(system, verdict)| {
            Some(format!("{}: {} in {}", self.name, verdict.err()?, system["kind"]))
        }));
        wrong
    }

    /// Every room is in the system that it names and in no other, and the cost is the sum of the systems.
    fn all_together(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        for room in list(&self.selection["rooms"]) {
            let serves =
                |system: &&Value| list(&system["rooms"]).iter().any(|own| own["room"] == room["room"]);
            let by: Vec<&Value> = self.chosen().iter().filter(serves).map(|system| &system["id"]).collect();
            let named: Vec<&Value> =
                room.get("system").filter(|named| !named.is_null()).into_iter().collect();
            if by != named {
                wrong
                    .push(format!("{}: {} names {named:?} and is served by {by:?}", self.name, room["room"]));
            }
        }
        let sum: i128 = self.chosen().iter().map(|system| books::fen(&system["cost"])).sum();
        if sum != books::fen(&self.selection["optimum"]["cost"]) {
            wrong.push(format!("{}: the systems cost {sum} fen together", self.name));
        }
        wrong
    }

    /// What enumeration finds, proved or not.
    pub(crate) fn costs_what_is_found(&self) -> bool {
        enumeration::optimum(self.case()).cost == books::fen(&self.selection["optimum"]["cost"])
    }

    pub(crate) fn proved(&self) -> bool {
        self.selection["optimum"]["provedOptimal"] == true
    }

    /// What enumeration finds, and what is wrong with the cost of the answer.
    pub(crate) fn enumerated(&self) -> (Found, Option<String>) {
        let found = enumeration::optimum(self.case());
        let optimum = &self.selection["optimum"];
        let (cost, unserved) = (books::fen(&optimum["cost"]), self.unserved());
        let same = cost == found.cost && unserved == found.unserved;
        let wrong = (!same && optimum["provedOptimal"] == true).then(|| {
            format!("{}: {cost} fen proved with {unserved} rooms without, and found {found:?}", self.name)
        });
        (found, wrong)
    }
}
