//! The engine: reference data, catalogue and books read once, projects answered many times.

use super::{Proposal, propose, select_step, size_step};
use crate::boundary::Node;
use crate::catalogue::{Availability, Catalogue};
use crate::error::{Error, Fault};
use crate::finding::{Assumption, Confidence};
use crate::instant::At;
use crate::pricing::{Books, Customer, PriceBook, RateBook};
use crate::project::Project;
use crate::reference::Reference;

/// Everything that a proposal needs beside the project.
///
/// # Example
/// ```
/// # #[cfg(feature = "data")] {
/// use tonnage::{At, demo, pricing::Customer, project::Project};
/// let engine = demo::engine().unwrap();
/// let project = Project::from_json(br#"{"site":{"city":"Wuhan"},"rooms":[{"use":"shop_general","areaM2":120}]}"#);
/// let at = At::parse("2026-06-10T09:00:00+08:00").unwrap();
/// let answer = engine.propose(&project.unwrap(), &Customer::default(), at).unwrap().answer().unwrap();
/// assert!(answer.text().contains(answer.digest()));
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Engine {
    reference: Reference,
    catalogue: Catalogue,
    books: Books,
}

impl Engine {
    /// An engine of parts that have been read.
    #[must_use]
    pub fn new(reference: Reference, catalogue: Catalogue, books: Books) -> Self {
        Self { reference, catalogue, books }
    }

    /// The same engine with what can be delivered: see [`Availability`].
    #[must_use]
    pub fn with_availability(self, availability: Availability) -> Self {
        Self { catalogue: self.catalogue.with_availability(availability), ..self }
    }

    /// An engine of four trees.
    ///
    /// # Errors
    /// With the problems of the first part that cannot be read, under `reference`, `catalogue`, `priceBook` or `rateBook`.
    pub fn from_nodes(
        reference: Node,
        catalogue: Node,
        price_book: Node,
        rate_book: Node,
    ) -> Result<Self, Error> {
        let reference = Reference::from_node(reference).map_err(|error| error.within("reference"))?;
        let catalogue = Catalogue::from_node(catalogue).map_err(|error| error.within("catalogue"))?;
        let price_book = PriceBook::from_node(price_book).map_err(|error| error.within("priceBook"))?;
        let rate_book = RateBook::from_node(rate_book).map_err(|error| error.within("rateBook"))?;
        Ok(Self::new(reference, catalogue, Books::new(price_book, rate_book)?))
    }

    /// An engine of four JSON texts.
    ///
    /// # Errors
    /// As [`Engine::from_nodes`]; also for text that is no JSON.
    #[cfg(feature = "json")]
    pub fn from_json(
        reference: &[u8],
        catalogue: &[u8],
        price_book: &[u8],
        rate_book: &[u8],
    ) -> Result<Self, Error> {
        let parse = |name: &str, bytes: &[u8]| {
            crate::boundary::json::parse(bytes, crate::boundary::Limits::LIBRARY)
                .map_err(|error| error.within(name))
        };
        Self::from_nodes(
            parse("reference", reference)?,
            parse("catalogue", catalogue)?,
            parse("priceBook", price_book)?,
            parse("rateBook", rate_book)?,
        )
    }

    /// The reference data.
    #[must_use]
    pub fn reference(&self) -> &Reference {
        &self.reference
    }

    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The books.
    #[must_use]
    pub fn books(&self) -> &Books {
        &self.books
    }

    /// The loads of a project.
    ///
    /// # Errors
    /// As [`size`](crate::load::size).
    pub fn size(&self, project: &Project) -> Result<Proposal, Error> {
        size_step(project, &self.reference)
    }

    /// The instant that the price book names for examples, and the assumption that says so.
    ///
    /// # Errors
    /// [`Fault::MissingField`] at `at` if the book names none.
    pub fn demo_instant(&self) -> Result<(At, Assumption), Error> {
        let at = self.books.demo_instant().ok_or_else(|| Error::new("at", Fault::MissingField))?;
        let book = self.books.price_book().reference().id;
        let assumption = Assumption {
            path: "at".into(),
            value: at.to_string().into(),
            source: format!("the demo instant of price book {book}"),
            source_zh: format!("价格表 {book} 的演示时点"),
            confidence: Confidence::Low,
        };
        Ok((at, assumption))
    }

    /// The loads and systems of a project.
    ///
    /// # Errors
    /// As [`propose`].
    pub fn select(&self, project: &Project, customer: &Customer, at: At) -> Result<Proposal, Error> {
        self.books.check(at, customer.contract.as_deref())?;
        let mut proposal = size_step(project, &self.reference)?;
        select_step(&mut proposal, &self.catalogue, &self.books, at)?;
        Ok(proposal)
    }

    /// The whole proposal of a project.
    ///
    /// # Errors
    /// As [`propose`].
    pub fn propose(&self, project: &Project, customer: &Customer, at: At) -> Result<Proposal, Error> {
        propose(project, &self.reference, &self.catalogue, &self.books, customer, at, &[])
    }
}
