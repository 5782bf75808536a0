//! The JavaScript face: decode, call, encode.
//!
//! Objects are walked once, with the same bounds as text, into the same tree; everything after that is the native code.

use crate::boundary::shape::{Shape, optional, required};
use crate::boundary::{self, Budget, Entries, Limits, Node, json};
use crate::catalogue::Availability;
use crate::error::{Error, Fault, Problem};
use crate::instant::At;
use crate::pricing::Customer;
use crate::project::{self, Project};
use crate::proposal::Proposal;
use js_sys::{Array, JsString, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = concat!(
    include_str!("wasm/catalogue.d.ts"),
    "\n",
    include_str!("wasm/project.d.ts"),
    "\n",
    include_str!("wasm/room.d.ts"),
    "\n",
    include_str!("wasm/envelope.d.ts"),
    "\n",
    include_str!("wasm/proposal.d.ts"),
    "\n",
    include_str!("wasm/conditions.d.ts"),
    "\n",
    include_str!("wasm/loads.d.ts"),
    "\n",
    include_str!("wasm/selection.d.ts"),
    "\n",
    include_str!("wasm/schematic.d.ts"),
    "\n",
    include_str!("wasm/machines.d.ts"),
    "\n",
    include_str!("wasm/installed.d.ts"),
    "\n",
    include_str!("wasm/quote.d.ts"),
    "\n",
    include_str!("wasm/error.d.ts"),
);

#[wasm_bindgen]
extern "C" {
    /// `Object.prototype.toString.call(value)`: `[object Object]`, `[object Date]`, ...
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn tag_of(value: &JsValue) -> Result<JsString, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = keys)]
    fn keys_of(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_namespace = Object, js_name = getOwnPropertySymbols)]
    fn symbols_of(value: &JsValue) -> Result<Array, JsValue>;
    #[wasm_bindgen(js_namespace = Object, js_name = is)]
    fn is_same(a: &JsValue, b: &JsValue) -> bool;
}

/// The version of the library.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// The parts of an engine.
const PARTS: [&str; 5] = ["reference", "catalogue", "priceBook", "rateBook", "availability"];

/// Reference data, catalogue and books, read once; projects answered many times.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine(crate::Engine);

#[wasm_bindgen]
impl Engine {
    /// Reads the four parts and the list of deliveries where there is one, each JSON text, its bytes, or an object.
    ///
    /// # Errors
    /// A `TonnageError` with every problem of the first part that cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "EngineParts")] parts: &JsValue,
    ) -> Result<Self, JsValue> {
        Self::read(parts).map_err(|error| to_js_error(&error))
    }

    fn read(parts: &JsValue) -> Result<Self, Error> {
        if !parts.is_object() {
            return Err(Error::new("", Fault::WrongType { expected: "object", found: "other" }));
        }
        let names = keys_of(parts)
            .map_err(|thrown| Error::new("", Fault::Unreadable { reason: text_of(&thrown) }))?;
        for name in names.iter().filter_map(|name| name.as_string()) {
            if !PARTS.contains(&name.as_str()) {
                let suggestion = boundary::check::nearest(&name, PARTS.into_iter());
                let field: String = name.chars().take(40).collect();
                return Err(Error::new(field.clone(), Fault::UnknownField { field, suggestion }));
            }
        }
        let given = |name: &str| {
            let value = Reflect::get(parts, &JsValue::from_str(name))
                .map_err(|thrown| Error::new(name, Fault::Unreadable { reason: text_of(&thrown) }))?;
            if value.is_undefined() || value.is_null() {
                return Ok(None);
            }
            read(&value, Limits::LIBRARY).map(Some).map_err(|error: Error| error.within(name))
        };
        let part = |name: &str| given(name)?.ok_or_else(|| Error::new(name, Fault::MissingField));
        let engine = crate::Engine::from_nodes(
            part("reference")?,
            part("catalogue")?,
            part("priceBook")?,
            part("rateBook")?,
        )?;
        let Some(list) = given("availability")? else { return Ok(Self(engine)) };
        let list = Availability::from_node(list).map_err(|error| error.within("availability"))?;
        Ok(Self(engine.with_availability(list)))
    }

    /// The instant that examples are priced at, if the price book names one.
    #[wasm_bindgen(getter, js_name = demoInstant)]
    #[must_use]
    pub fn demo_instant(&self) -> Option<String> {
        self.0.books().demo_instant().map(|at| at.to_string())
    }

    /// What the catalogue holds, and what is wrong or odd about it.
    ///
    /// # Errors
    /// A `TonnageError` if a number cannot be written canonically.
    #[wasm_bindgen(js_name = inspectCatalogue, unchecked_return_type = "CatalogueInspection")]
    pub fn inspect_catalogue(&self) -> Result<JsValue, JsValue> {
        let answer = self.0.catalogue().inspection().answer().map_err(|error| to_js_error(&error))?;
        to_js(answer.node())
    }

    /// The loads of a project.
    ///
    /// # Errors
    /// A `TonnageError` with every problem of the project.
    #[wasm_bindgen(unchecked_return_type = "Proposal")]
    pub fn size(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ProjectInput")] project: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(read_project(project).and_then(|project| self.0.size(&project)))
    }

    /// The loads and systems of a project.
    ///
    /// # Errors
    /// As `propose`.
    #[wasm_bindgen(unchecked_return_type = "Proposal")]
    pub fn select(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ProjectInput")] project: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(
            read_options(options)
                .and_then(|options| self.0.select(&read_project(project)?, &options.customer(), options.at)),
        )
    }

    /// The whole proposal of a project.
    ///
    /// # Errors
    /// A `TonnageError` with every problem of the project, or if a book does not hold at `options.at`.
    #[wasm_bindgen(unchecked_return_type = "Proposal")]
    pub fn propose(
        &self,
        #[wasm_bindgen(unchecked_param_type = "ProjectInput")] project: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsValue> {
        answer(
            read_options(options)
                .and_then(|options| self.0.propose(&read_project(project)?, &options.customer(), options.at)),
        )
    }
}

struct Options {
    at: At,
    contract: Option<String>,
}

boundary::from_node!(struct Options { at, contract });

impl Options {
    fn customer(&self) -> Customer {
        Customer { contract: self.contract.clone() }
    }
}

static OPTIONS: Shape = Shape::Object(&[
    required("at", &Shape::Instant, "At", "The pricing instant."),
    optional("contract", &Shape::Text { most: 80 }, "Contract", "The customer's contract."),
]);

fn read_options(value: &JsValue) -> Result<Options, Error> {
    read(value, project::LIMITS)
        .and_then(|node| boundary::read(node, &OPTIONS))
        .map_err(|error| error.within("options"))
}

fn read_project(value: &JsValue) -> Result<Project, Error> {
    Project::from_node(read(value, project::LIMITS)?)
}

fn answer(proposal: Result<Proposal, Error>) -> Result<JsValue, JsValue> {
    let answer = proposal.and_then(|proposal| proposal.answer()).map_err(|error| to_js_error(&error))?;
    to_js(answer.node())
}

/// JSON text, its bytes, or an object, into a tree.
fn read(value: &JsValue, limits: Limits) -> Result<Node, Error> {
    let too_long = || Error::new("", Fault::TooLong { maximum: limits.bytes });
    if let Some(text) = value.dyn_ref::<JsString>() {
        if text.length() > limits.bytes {
            return Err(too_long());
        }
        if !text.is_valid_utf16() {
            return Err(Error::new("", Fault::UnsupportedType { found: "lone surrogate".into() }));
        }
        return json::parse(String::from(text).as_bytes(), limits);
    }
    // By its tag and not its class, which is another in another window or realm.
    if value.is_object() && tag_of(value).is_ok_and(|tag| tag == "[object Uint8Array]") {
        let bytes = Uint8Array::new(value);
        if bytes.length() > limits.bytes {
            return Err(too_long());
        }
        return json::parse(&bytes.to_vec(), limits);
    }
    let mut walk = Walk { budget: Budget::new(limits), ancestors: Vec::new() };
    walk.value(value)
}

/// The walk over a host object; `ancestors` are the objects that it is inside.
struct Walk {
    budget: Budget,
    ancestors: Vec<JsValue>,
}

impl Walk {
    fn fail<T>(&self, fault: Fault) -> Result<T, Error> {
        Err(self.budget.fail(fault))
    }

    fn unsupported<T>(&self, found: &str) -> Result<T, Error> {
        self.fail(Fault::UnsupportedType { found: found.to_owned() })
    }

    /// What the host answered, or that it threw.
    fn host<T>(&self, result: Result<T, JsValue>) -> Result<T, Error> {
        result.map_err(|thrown| self.budget.fail(Fault::Unreadable { reason: text_of(&thrown) }))
    }

    fn value(&mut self, value: &JsValue) -> Result<Node, Error> {
        self.budget.value()?;
        if value.is_null() || value.is_undefined() {
            return Ok(Node::Null);
        }
        if let Some(flag) = value.as_bool() {
            return Ok(Node::Flag(flag));
        }
        if let Some(number) = value.as_f64() {
            return if number.is_finite() {
                Ok(Node::Number(number + 0.0))
            } else {
                self.fail(Fault::NotFinite)
            };
        }
        if let Some(text) = value.dyn_ref::<JsString>() {
            return self.text(text).map(Node::Text);
        }
        for (is_kind, kind) in
            [(value.is_bigint(), "bigint"), (value.is_symbol(), "symbol"), (value.is_function(), "function")]
        {
            if is_kind {
                return self.unsupported(kind);
            }
        }
        if self.ancestors.iter().any(|ancestor| is_same(ancestor, value)) {
            return self.fail(Fault::Cyclic);
        }
        self.budget.enter()?;
        self.ancestors.push(value.clone());
        let node = if self.host(is_array(value))? { self.list(value)? } else { self.object(value)? };
        self.ancestors.pop();
        self.budget.leave();
        Ok(node)
    }

    fn text(&mut self, text: &JsString) -> Result<String, Error> {
        self.budget.text(text.length() as usize)?;
        if text.is_valid_utf16() { Ok(String::from(text)) } else { self.unsupported("lone surrogate") }
    }

    fn list(&mut self, value: &JsValue) -> Result<Node, Error> {
        let length = self.host(Reflect::get(value, &JsValue::from_str("length")))?.as_f64().unwrap_or(0.0);
        let length =
            crate::num::to_whole(length).and_then(|length| u32::try_from(length).ok()).unwrap_or(u32::MAX);
        self.budget.items(length)?;
        let mut list = Vec::with_capacity(length as usize);
        for index in 0..length {
            self.budget.path.push_item(index as usize);
            let item = self.host(Reflect::get_u32(value, index))?;
            list.push(self.value(&item)?);
            self.budget.path.pop();
        }
        Ok(Node::List(list))
    }

    fn object(&mut self, value: &JsValue) -> Result<Node, Error> {
        let tag = String::from(self.host(tag_of(value))?);
        if tag != "[object Object]" {
            return self.unsupported(tag.trim_start_matches("[object ").trim_end_matches(']'));
        }
        if self.host(symbols_of(value))?.length() > 0 {
            return self.unsupported("symbol");
        }
        let keys = self.host(keys_of(value))?;
        self.budget.items(keys.length())?;
        let mut map = Entries::new();
        for key in keys.iter() {
            let Some(name) = key.dyn_ref::<JsString>() else { continue };
            let name = self.text(name)?;
            self.budget.path.push_field(&name);
            let field = self.host(Reflect::get(value, &key))?;
            let node = self.value(&field)?;
            self.budget.path.pop();
            map.insert(name, node);
        }
        Ok(Node::Map(map))
    }
}

/// What was thrown, as a short text; reading it must not throw again.
fn text_of(thrown: &JsValue) -> String {
    let message = match thrown.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => thrown.as_string().unwrap_or_else(|| "something was thrown".to_owned()),
    };
    message.chars().take(200).collect()
}

fn to_js<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

#[derive(Serialize)]
struct JsProblem<'a> {
    code: &'static str,
    path: &'a str,
    params: crate::error::Params,
    message: String,
}

/// A real `Error` named `TonnageError`, with code, path, params and every problem.
fn to_js_error(error: &Error) -> JsValue {
    let describe =
        |problem: &'_ Problem| (problem.fault.code(), problem.fault.params(), problem.fault.to_string());
    let problems: Vec<JsProblem<'_>> = error
        .problems()
        .map(|problem| {
            let (code, params, message) = describe(problem);
            JsProblem { code, path: &problem.path, params, message }
        })
        .collect();
    let js = js_sys::Error::new(&error.to_string());
    js.set_name("TonnageError");
    let first = problems.first().map(|problem| &problem.params);
    let fields = [
        ("code", JsValue::from_str(error.code())),
        ("path", JsValue::from_str(error.path())),
        ("params", first.and_then(|params| to_js(params).ok()).unwrap_or(JsValue::UNDEFINED)),
        ("problems", to_js(&problems).unwrap_or(JsValue::UNDEFINED)),
        ("hasMore", JsValue::from_bool(error.has_more())),
    ];
    for (name, value) in fields {
        // Setting a plain field of a fresh error cannot fail.
        let _ = Reflect::set(&js, &JsValue::from_str(name), &value);
    }
    js.into()
}
