//! The shipped files as a shop that answers projects, with something taken out of them if a case says so.

use super::case::set;
use serde_json::{Value, json};
use tonnage::catalogue::Availability;
use tonnage::pricing::Customer;
use tonnage::project::Project;
use tonnage::{Engine, Error, demo};

/// The lists of the catalogue in which something is found by its name.
const LISTS: [&str; 3] = ["products", "families", "refrigerants"];

pub(crate) fn catalogue() -> Value {
    serde_json::from_slice(demo::CATALOGUE).unwrap()
}

/// Something of the catalogue by its name.
pub(crate) fn part<'a>(catalogue: &'a mut Value, id: &str) -> Option<&'a mut Value> {
    let list = LISTS
        .into_iter()
        .find(|list| catalogue[*list].as_array().unwrap().iter().any(|one| one["id"] == id))?;
    catalogue[list].as_array_mut().unwrap().iter_mut().find(|one| one["id"] == id)
}

/// An engine of the shipped files, and of a list by which one pair comes in forty days.
pub(crate) fn engine() -> Engine {
    let list = json!({"id": "list", "version": 1, "asOf": "2026-06-10T00:00:00Z", "validTo": "2026-06-20T00:00:00Z",
        "products": [{"product": "AUD-24UX4RFM8+AUW-24U4RK8", "stock": 0, "leadDays": 40}]});
    demo::engine().unwrap().with_availability(Availability::from_json(list.to_string().as_bytes()).unwrap())
}

/// An engine of changed files.
pub(crate) fn engine_of(catalogue: &Value, price_book: &Value) -> Engine {
    let (catalogue, price_book) = (catalogue.to_string(), price_book.to_string());
    Engine::from_json(demo::REFERENCE, catalogue.as_bytes(), price_book.as_bytes(), demo::RATE_BOOK).unwrap()
}

/// An engine of the shipped files with another value at a place of one product, with null without it, or without the price of one.
pub(crate) fn with(of: &str, at: &str, value: &Value) -> Engine {
    let (mut catalogue, mut price_book) = (catalogue(), serde_json::from_slice(demo::PRICE_BOOK).unwrap());
    if of == "priceBook" {
        let book: &mut Value = &mut price_book;
        book["entries"].as_array_mut().unwrap().retain(|entry| entry["sku"] != at);
    } else {
        set(part(&mut catalogue, of).unwrap(), at, value);
    }
    engine_of(&catalogue, &price_book)
}

/// The answer to a project at the instant of the demo.
pub(crate) fn answer(engine: &Engine, project: &Value) -> Result<Value, Error> {
    let (at, _) = engine.demo_instant()?;
    let project = Project::from_json(project.to_string().as_bytes())?;
    let answer = engine.propose(&project, &Customer::default(), at)?.answer()?;
    Ok(serde_json::from_str(&answer.text()).unwrap())
}
