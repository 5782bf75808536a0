//! A tree against a shape: every problem with its path, up to a hundred; numbers rounded to their step.

use super::entries::Entries;
use super::node::{Node, Path};
use super::row::Row;
use super::shape::{Field, Shape};
use crate::error::{Error, Fault, MOST_PROBLEMS, Problem};
use crate::money;

/// Checks `node` against `shape`; removes null fields and rounds numbers in place.
pub(crate) fn check(node: &mut Node, shape: &Shape) -> Result<(), Error> {
    let mut checker = Checker { path: Path::default(), problems: Vec::new() };
    checker.value(node, shape);
    Error::from_problems(checker.problems)
}

/// Checks `node`, which stands at `path`, against `shape`, as [`check`] does.
pub(crate) fn check_at(path: Path, node: &mut Node, shape: &Shape) -> Result<(), Error> {
    let mut checker = Checker { path, problems: Vec::new() };
    checker.value(node, shape);
    Error::from_problems(checker.problems)
}

struct Checker {
    path: Path,
    problems: Vec<Problem>,
}

impl Checker {
    fn report(&mut self, fault: Fault) {
        self.problems.push(Problem { path: self.path.to_string(), fault });
    }

    /// One more than is listed is collected, so that the error can say that there were more.
    fn full(&self) -> bool {
        self.problems.len() > MOST_PROBLEMS
    }

    fn value(&mut self, node: &mut Node, shape: &Shape) {
        match (shape, node) {
            (Shape::OrNull(_), Node::Null) | (Shape::Flag, Node::Flag(_)) => {}
            (Shape::OrNull(inner), node) => self.value(node, inner),
            (Shape::Number { minimum, maximum, decimals }, Node::Number(number)) => {
                self.number(number, *minimum, *maximum, *decimals);
            }
            (Shape::Whole { minimum, maximum }, Node::Number(number)) => {
                self.whole(*number, *minimum, *maximum);
            }
            (Shape::OneOf(numbers), Node::Number(number)) => self.one_of(*number, numbers),
            (Shape::Scalar, Node::Flag(_)) => {}
            (Shape::Scalar, Node::Number(number)) => self.number(number, -1e9, 1e9, 6),
            (Shape::Scalar, Node::Text(text)) => self.text(text, 200),
            (Shape::Text { most }, Node::Text(text)) => self.text(text, *most),
            (Shape::Identifier, Node::Text(text)) => self.identifier(text),
            (Shape::Choice(choices), Node::Text(text)) => self.choice(text, choices),
            (Shape::Money, Node::Text(text)) => self.money(text),
            (Shape::Rate, Node::Text(text)) => self.parsed(money::Rate::parse(text)),
            (Shape::Instant, Node::Text(text)) => self.parsed(crate::instant::At::parse(text)),
            (Shape::Money | Shape::Rate, Node::Number(_)) => self.report(Fault::NumberForMoney),
            (Shape::List { item, least, most }, Node::List(list)) => {
                self.list(list, item, *least, *most);
            }
            (Shape::List { item, least, most }, Node::Row(row)) => self.row(row, item, *least, *most),
            (Shape::Object(fields), Node::Map(map)) => self.object(map, &[fields]),
            (Shape::Kinds(kinds), Node::Map(map)) => self.kinds(map, kinds),
            (shape, node) => {
                self.report(Fault::WrongType { expected: expected(shape), found: node.kind() });
            }
        }
    }

    fn number(&mut self, number: &mut f64, minimum: f64, maximum: f64, decimals: u32) {
        if !number.is_finite() {
            self.report(Fault::NotFinite);
            return;
        }
        // The range holds for the value as given: rounding must not let 0.04 pass as 0.0 or 1.04 as 1.0.
        if *number < minimum || *number > maximum {
            self.report(Fault::OutOfRange { minimum, maximum, found: short_number(*number) });
            return;
        }
        *number = crate::num::quantise(*number, decimals);
    }

    fn whole(&mut self, number: f64, minimum: i32, maximum: i32) {
        let (minimum, maximum) = (f64::from(minimum), f64::from(maximum));
        if !number.is_finite() {
            self.report(Fault::NotFinite);
        } else if number < minimum || number > maximum {
            self.report(Fault::OutOfRange { minimum, maximum, found: short_number(number) });
        } else if number.fract().abs() > 0.0 {
            self.report(Fault::NotWhole { found: number });
        }
    }

    fn one_of(&mut self, number: f64, numbers: &[i32]) {
        let is = |one: &i32| (number - f64::from(*one)).abs() <= 0.0;
        if !numbers.iter().any(is) {
            let allowed: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            self.report(Fault::UnknownValue { found: short_number(number), allowed: allowed.join(", ") });
        }
    }

    fn text(&mut self, text: &str, most: u32) {
        // Most texts are of letters that are one byte each.
        if (1..=most).contains(&crate::num::count(text.len()))
            && text.bytes().all(|byte| (b' '..0x7f).contains(&byte))
        {
            return;
        }
        let length = crate::num::count(text.chars().count());
        if length == 0 || length > most {
            self.report(Fault::TextLength { minimum: 1, maximum: most });
        } else if text.chars().any(char::is_control) {
            self.report(Fault::ControlCharacter);
        }
    }

    fn identifier(&mut self, text: &str) {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.+".contains(&byte);
        if text.is_empty() || text.len() > 80 {
            self.report(Fault::TextLength { minimum: 1, maximum: 80 });
        } else if !text.bytes().all(plain) {
            self.report(Fault::NotIdentifier { found: text.chars().take(40).collect() });
        }
    }

    fn choice(&mut self, text: &str, choices: &[&str]) {
        if !choices.contains(&text) {
            let found = text.chars().take(40).collect();
            self.report(Fault::UnknownValue { found, allowed: choices.join(", ") });
        }
    }

    fn money(&mut self, text: &str) {
        match money::Money::parse(text) {
            Ok(amount) if amount < money::Money::ZERO => {
                let found = text.to_owned();
                self.report(Fault::OutOfRange { minimum: 0.0, maximum: 1e12, found });
            }
            other => self.parsed(other),
        }
    }

    fn parsed<T>(&mut self, result: Result<T, Error>) {
        if let Err(error) = result {
            for problem in error.problems() {
                self.report(problem.fault.clone());
            }
        }
    }

    /// Whether a list is short enough to be looked into.
    fn length(&mut self, length: usize, least: u32, most: u32) -> bool {
        let length = crate::num::count(length);
        if length > most {
            self.report(Fault::TooManyItems { maximum: most });
        } else if length < least {
            self.report(Fault::TooFewItems { minimum: least });
        }
        length <= most
    }

    fn row(&mut self, row: &mut Row, item: &Shape, least: u32, most: u32) {
        if !self.length(row.len(), least, most) {
            return;
        }
        let (filled, may_be_null) = match item {
            Shape::OrNull(filled) => (*filled, true),
            filled => (filled, false),
        };
        row.change(|index, number| {
            if self.full() {
                return number;
            }
            // What fits needs neither a node nor a path.
            let accepted = number.and_then(|number| accepted(filled, number));
            if accepted.is_some() || (number.is_none() && may_be_null) {
                return accepted;
            }
            let mut node = number.map_or(Node::Null, Node::Number);
            self.path.push_item(index);
            self.value(&mut node, item);
            self.path.pop();
            if let Node::Number(number) = node { Some(number) } else { None }
        });
    }

    fn list(&mut self, list: &mut [Node], item: &Shape, least: u32, most: u32) {
        if !self.length(list.len(), least, most) {
            return;
        }
        for (index, node) in list.iter_mut().enumerate() {
            if self.full() {
                return;
            }
            self.path.push_item(index);
            self.value(node, item);
            self.path.pop();
        }
    }

    /// The fields of the kind that the object says it is, `kind` itself set aside.
    fn kinds(&mut self, map: &mut Entries, kinds: &[(&str, &[&[Field]])]) {
        let kind = map.remove(KIND);
        self.path.push_field(KIND);
        let fields = match &kind {
            Some(Node::Text(found)) => {
                let fields = kinds.iter().find(|(name, _)| name == found).map(|(_, fields)| *fields);
                if fields.is_none() {
                    let names: Vec<&str> = kinds.iter().map(|(name, _)| *name).collect();
                    self.choice(found, &names);
                }
                fields
            }
            Some(Node::Null) | None => {
                self.report(Fault::MissingField);
                None
            }
            Some(other) => {
                self.report(Fault::WrongType { expected: "text", found: other.kind() });
                None
            }
        };
        self.path.pop();
        if let Some(fields) = fields {
            self.object(map, fields);
        }
        if let Some(kind) = kind {
            map.insert(KIND, kind);
        }
    }

    fn object(&mut self, map: &mut Entries, groups: &[&[Field]]) {
        map.retain(|node| !node.is_null());
        let fields = || groups.iter().flat_map(|fields| fields.iter());
        let (before, mut known) = (self.problems.len(), 0_usize);
        for field in fields() {
            if self.full() {
                break;
            }
            self.path.push_field(field.name);
            match map.get_mut(field.name) {
                Some(node) => {
                    known = known.saturating_add(1);
                    self.value(node, field.shape);
                }
                None if field.required => self.report(Fault::MissingField),
                None => {}
            }
            self.path.pop();
        }
        if known == map.len() {
            return;
        }
        // Looked for only where some are left over, and told before what is wrong inside the others.
        let unknown = map.names().filter(|key| fields().all(|field| field.name != *key));
        let told = unknown.take(MOST_PROBLEMS.saturating_add(1)).map(|key| {
            let suggestion = nearest(key, fields().map(|field| field.name));
            let field = key.chars().take(40).collect();
            Problem { path: self.path.field(key), fault: Fault::UnknownField { field, suggestion } }
        });
        let told: Vec<Problem> = told.collect();
        self.problems.splice(before..before, told);
    }
}

/// A number as its shape keeps it; none if there is more to say about it.
fn accepted(shape: &Shape, number: f64) -> Option<f64> {
    match shape {
        Shape::Number { minimum, maximum, decimals } => {
            (*minimum..=*maximum).contains(&number).then(|| crate::num::quantise(number, *decimals))
        }
        Shape::Whole { minimum, maximum } => crate::num::if_whole(number)
            .filter(|whole| (i64::from(*minimum)..=i64::from(*maximum)).contains(whole))
            .map(|_| number),
        _ => None,
    }
}

/// The field that says which of several kinds an object is.
const KIND: &str = "kind";

/// The name nearest to `found`, if at most a third of its letters differ.
pub(crate) fn nearest<'a>(found: &str, known: impl Iterator<Item = &'a str>) -> Option<String> {
    let length = found.chars().count();
    if length > 64 {
        return None;
    }
    known
        .map(|name| (strsim::osa_distance(found, name), name))
        .filter(|(distance, _)| *distance <= length.div_ceil(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}

/// A number as text; with an exponent where plain notation would have hundreds of digits.
fn short_number(number: f64) -> String {
    let plain = number.abs() <= 0.0 || (1e-6..1e15).contains(&number.abs());
    if plain { number.to_string() } else { format!("{number:e}") }
}

fn expected(shape: &Shape) -> &'static str {
    match shape {
        Shape::Flag => "boolean",
        Shape::Number { .. } | Shape::Whole { .. } | Shape::OneOf(_) => "number",
        Shape::Text { .. }
        | Shape::Identifier
        | Shape::Choice(_)
        | Shape::Money
        | Shape::Rate
        | Shape::Instant => "text",
        Shape::List { .. } => "list",
        Shape::OrNull(inner) => expected(inner),
        Shape::Scalar => "boolean, number or text",
        Shape::Object(_) | Shape::Kinds(_) => "object",
    }
}
