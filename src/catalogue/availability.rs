//! What can be delivered when and where (供货): dated, beside the catalogue, and never part of a price.

use crate::boundary::shape::{Shape, optional, required};
use crate::boundary::{Node, from_node};
use crate::error::{Error, Fault};
use crate::instant::At;
use std::collections::BTreeMap;

/// A list of what can be delivered.
///
/// # Example
/// ```
/// # #[cfg(feature = "json")] {
/// use tonnage::catalogue::Availability;
/// let text = br#"{"id":"stock","version":1,"asOf":"2026-06-10T00:00:00Z","validTo":"2026-06-17T00:00:00Z",
///     "products":[{"product":"a","leadDays":30},{"product":"b","regions":["42"],"stock":4,"leadDays":45}]}"#;
/// let stock = Availability::from_json(text).unwrap();
/// assert_eq!(stock.of("b", Some("420100")).unwrap().stock, 4);
/// assert!(stock.of("b", Some("310000")).is_none());
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct Availability {
    id: String,
    version: u32,
    digest: String,
    as_of: At,
    valid_to: At,
    products: BTreeMap<String, Vec<Supply>>,
}

/// How a product can be delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// The product.
    pub product: String,
    /// The first digits of the divisions that this holds for; empty for all.
    pub regions: Vec<String>,
    /// Pieces that can be delivered at once.
    pub stock: i32,
    /// Days until more can be delivered; absent means that there is no more.
    pub lead_days: Option<i32>,
}

from_node!(struct Supply { product, regions or Vec::new(), stock or 0, lead_days });

struct AvailabilityFile {
    id: String,
    version: u32,
    as_of: At,
    valid_to: At,
    products: Vec<Supply>,
}

from_node!(struct AvailabilityFile { id, version, as_of, valid_to, products });

/// The file.
pub(crate) static AVAILABILITY: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "Its name."),
    required("version", &super::shape::VERSION, "Version", "It rises with every change."),
    required("asOf", &Shape::Instant, "As of", "When it was true; lead times count from here."),
    required("validTo", &Shape::Instant, "Valid to", "From then on it says nothing."),
    required(
        "products",
        &Shape::List { item: &SUPPLY, least: 0, most: 100_000 },
        "Products",
        "What is known.",
    ),
]);
static SUPPLY: Shape = Shape::Object(&[
    required("product", &Shape::Identifier, "Product", "Its identifier in the catalogue."),
    optional("regions", &REGIONS, "Regions", "First digits of the divisions that it holds for; default all."),
    optional("stock", &PIECES, "Stock", "Pieces that can be delivered at once; default none."),
    optional("leadDays", &DAYS, "Lead time", "Days until more can be delivered; absent: there is no more."),
]);
static REGIONS: Shape = Shape::List { item: &crate::project::shape::REGION, least: 1, most: 400 };
static PIECES: Shape = Shape::Whole { minimum: 0, maximum: 1_000_000 };
static DAYS: Shape = Shape::Whole { minimum: 0, maximum: 3650 };

impl Availability {
    /// Reads a list from JSON text.
    ///
    /// # Errors
    /// With every problem of form; [`Fault::EmptyPeriod`] where it ends before it begins; [`Fault::Duplicate`] for two entries of
    /// one product that hold for one region.
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_node(crate::boundary::json::parse(bytes, crate::boundary::Limits::LIBRARY)?)
    }

    /// Reads a list from a tree.
    ///
    /// # Errors
    /// As [`Availability::from_json`], without syntax.
    pub fn from_node(mut node: Node) -> Result<Self, Error> {
        crate::boundary::check::check(&mut node, &AVAILABILITY)?;
        let digest = crate::boundary::canonical::digest(&node);
        let file: AvailabilityFile = crate::boundary::decode(node)?;
        if file.valid_to <= file.as_of {
            return Err(Error::new("validTo", Fault::EmptyPeriod { from: file.as_of.to_string() }));
        }
        let mut products: BTreeMap<String, Vec<Supply>> = BTreeMap::new();
        for (index, supply) in file.products.into_iter().enumerate() {
            let known = products.entry(supply.product.clone()).or_default();
            if known.iter().any(|other| other.overlaps(&supply)) {
                let path = format!("products[{index}].product");
                let other = "products".to_owned();
                return Err(Error::new(path, Fault::Duplicate { found: supply.product, other }));
            }
            known.push(supply);
        }
        let (id, version, as_of, valid_to) = (file.id, file.version, file.as_of, file.valid_to);
        Ok(Self { id, version, digest, as_of, valid_to, products })
    }

    /// Its name.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The digest of its canonical bytes.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// When it was true.
    #[must_use]
    pub fn as_of(&self) -> At {
        self.as_of
    }

    /// Whether it says anything at `at`.
    #[must_use]
    pub fn holds_at(&self, at: At) -> bool {
        self.as_of <= at && at < self.valid_to
    }

    /// How a product is delivered to a region, by its code or first digits; of an unknown region what holds for all.
    #[must_use]
    pub fn of(&self, product: &str, region: Option<&str>) -> Option<&Supply> {
        self.products.get(product)?.iter().find(|supply| supply.reaches(region))
    }
}

impl Supply {
    fn reaches(&self, region: Option<&str>) -> bool {
        let within = |code: &str| self.regions.iter().any(|own| code.starts_with(own.as_str()));
        self.regions.is_empty() || region.is_some_and(within)
    }

    fn overlaps(&self, other: &Self) -> bool {
        let meet = |a: &String, b: &String| a.starts_with(b.as_str()) || b.starts_with(a.as_str());
        self.regions.is_empty()
            || other.regions.is_empty()
            || self.regions.iter().any(|own| other.regions.iter().any(|one| meet(own, one)))
    }
}
