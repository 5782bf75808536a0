//! The proposal (方案): all steps, one answer, with everything that it rests on.

mod comparison;
mod engine;

pub use engine::Engine;

use crate::boundary::canonical;
use crate::catalogue::Catalogue;
use crate::completion::{Completed, complete};
use crate::error::Error;
use crate::finding::{Assumption, Finding, Severity};
use crate::installation::BillOfQuantities;
use crate::instant::At;
use crate::load::{Loads, Uncertainty, size_completed, uncertainty_of};
use crate::pricing::{Approval, BookReference, Books, Customer, Quote, price};
use crate::project::Project;
use crate::reference::Reference;
use crate::selection::{Selection, select_checked, take_off};
use serde::Serialize;

/// The edition of the methods: it rises with every change that can move a number.
pub const METHOD_EDITION: u32 = 3;

/// How far an answer goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// To the loads.
    Loads,
    /// To the selection.
    Selection,
    /// To the quote.
    Quote,
}

/// A project's answer as far as it was asked for, and all that it rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Proposal {
    /// The format and its version.
    #[serde(rename = "type")]
    pub format: &'static str,
    /// How far it goes.
    pub stage: Stage,
    /// The version of the library.
    pub engine_version: &'static str,
    /// The edition of the methods.
    pub method_edition: u32,
    /// The digest of the project as it was given.
    pub project_digest: String,
    /// The edition of the reference data.
    pub reference: DataReference,
    /// The edition of the catalogue, from the selection on.
    pub catalogue: Option<DataReference>,
    /// The list of what can be delivered, from the selection on, where there is one.
    pub availability: Option<DataReference>,
    /// The edition of the price book, from the selection on.
    pub price_book: Option<BookReference>,
    /// The edition of the rate book, from the selection on.
    pub rate_book: Option<BookReference>,
    /// The pricing instant, from the selection on.
    pub at: Option<At>,
    /// The project with everything filled in; giving it back gives the same loads, systems and prices.
    pub project: Project,
    /// Everything that was filled in.
    pub assumptions: Vec<Assumption>,
    /// How far the loads can be trusted, and what to ask next; absent where nothing that was assumed moves them.
    pub uncertainty: Option<Uncertainty>,
    /// The loads.
    pub loads: Loads,
    /// The systems.
    pub selection: Option<Selection>,
    /// The quantities.
    pub bill_of_quantities: Option<BillOfQuantities>,
    /// The prices.
    pub quote: Option<Quote>,
}

/// Which edition of reference data, catalogue or list of deliveries an answer rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DataReference {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// The digest of its canonical bytes.
    pub digest: String,
}

impl Proposal {
    /// Every finding of every step, in the order of the steps.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        let selection = self.selection.iter().flat_map(|selection| &selection.findings);
        let quote = self.quote.iter().flat_map(|quote| &quote.findings);
        self.loads.findings.iter().chain(selection).chain(quote)
    }

    /// Whether no step had to leave something out.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.findings().all(|finding| finding.severity < Severity::Error)
    }

    /// The answer as it leaves the library: canonical, with its digest.
    ///
    /// # Errors
    /// [`Fault::NotCanonical`](crate::error::Fault::NotCanonical) if a number cannot be written canonically.
    pub fn answer(&self) -> Result<canonical::Answer, Error> {
        canonical::Answer::of(self)
    }
}

/// Runs all steps.
///
/// # Errors
/// With every problem of the project; if a book does not hold at `at` or is not for `customer`.
///
/// # Example
/// ```
/// # #[cfg(feature = "data")] {
/// use tonnage::{At, demo, project::Project, pricing::Customer, propose};
/// let text = r#"{"site":{"city":"武汉"},"rooms":[{"use":"shop_general","areaM2":120}]}"#;
/// let project = Project::from_json(text.as_bytes()).unwrap();
/// let (reference, catalogue, books) =
///     (demo::reference().unwrap(), demo::catalogue().unwrap(), demo::books().unwrap());
/// let at = At::parse("2026-06-10T09:00:00+08:00").unwrap();
/// let proposal = propose(&project, &reference, &catalogue, &books, &Customer::default(), at, &[]).unwrap();
/// assert!(proposal.quote.unwrap().total.is_some());
/// # }
/// ```
pub fn propose(
    project: &Project,
    reference: &Reference,
    catalogue: &Catalogue,
    books: &Books,
    customer: &Customer,
    at: At,
    approvals: &[Approval],
) -> Result<Proposal, Error> {
    // A book that does not hold is refused before any work is done, and whatever else is wrong.
    books.check(at, customer.contract.as_deref())?;
    let mut proposal = size_step(project, reference)?;
    select_step(&mut proposal, catalogue, books, at)?;
    if let Some(selection) = &mut proposal.selection {
        let bill = take_off(&proposal.project, selection)?;
        let mut quote = price(&bill, books, customer, at, approvals)?;
        let in_full = |bill: &BillOfQuantities| Ok(price(bill, books, customer, at, approvals)?.total);
        quote.findings.extend(comparison::price_choices(&proposal.project, selection, in_full)?);
        proposal.quote = Some(quote);
        proposal.bill_of_quantities = Some(bill);
        proposal.stage = Stage::Quote;
    }
    Ok(proposal)
}

/// The first step, as an answer of its own.
fn size_step(project: &Project, reference: &Reference) -> Result<Proposal, Error> {
    let given = project.checked()?;
    let Completed { project: completed, assumptions } = complete(project, reference)?;
    let loads = size_completed(&completed, reference)?;
    let uncertainty = uncertainty_of(&given, &completed, &loads, reference)?;
    Ok(Proposal {
        format: "tonnage.proposal/1",
        stage: Stage::Loads,
        engine_version: env!("CARGO_PKG_VERSION"),
        method_edition: METHOD_EDITION,
        project_digest: given.digest()?,
        reference: DataReference {
            id: reference.id().to_owned(),
            version: reference.version(),
            digest: reference.digest().to_owned(),
        },
        catalogue: None,
        availability: None,
        price_book: None,
        rate_book: None,
        at: None,
        project: completed,
        assumptions,
        uncertainty: Some(uncertainty).filter(|known| !known.rooms.is_empty()),
        loads,
        selection: None,
        bill_of_quantities: None,
        quote: None,
    })
}

/// The second step, added to the first.
fn select_step(proposal: &mut Proposal, catalogue: &Catalogue, books: &Books, at: At) -> Result<(), Error> {
    let selection = select_checked(&proposal.project, &proposal.loads, catalogue, books, at)?;
    proposal.catalogue = Some(DataReference {
        id: catalogue.id().to_owned(),
        version: catalogue.version(),
        digest: catalogue.digest().to_owned(),
    });
    proposal.availability = catalogue.availability().map(|list| DataReference {
        id: list.id().to_owned(),
        version: list.version(),
        digest: list.digest().to_owned(),
    });
    proposal.price_book = Some(books.price_book().reference());
    proposal.rate_book = Some(books.rate_book().reference());
    proposal.at = Some(at);
    proposal.selection = Some(selection);
    proposal.stage = Stage::Selection;
    Ok(())
}
