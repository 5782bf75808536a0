//! The catalogue (产品目录): what can be bought, without prices.
//!
//! A catalogue that cannot be read is an error. A product whose figures cannot be trusted is refused by name, and the rest
//! of the catalogue stays usable: [`Catalogue::refused`].

pub(crate) mod shape;
mod table;
mod validate;

pub use table::{Cell, CoolingTable, Miss};
pub use validate::{Remark, RemarkCode};

use crate::boundary::from_node;
use crate::error::{Error, Fault};
use crate::project::Mounting;
use serde::Serialize;

/// A catalogue, checked; products that were refused are not in [`Catalogue::products`].
#[derive(Clone, Debug)]
pub struct Catalogue {
    id: String,
    version: u32,
    digest: String,
    products: Vec<Product>,
    refused: Vec<Remark>,
    warnings: Vec<Remark>,
}

struct File {
    id: String,
    version: u32,
    sources: Vec<Source>,
    products: Vec<ProductFile>,
}

struct Source {
    id: String,
}

from_node!(struct File { id, version, sources, products });
from_node!(struct Source { id });

struct ProductFile {
    id: String,
    brand: String,
    indoor_model: String,
    outdoor_model: String,
    mounting: Mounting,
    source: String,
    status: Status,
    rated: Option<Capacity>,
    cooling: table::CoolingFile,
    heating: Option<Heating>,
    piping: Option<Piping>,
    electrical: Option<Electrical>,
    mass_kg: Option<Mass>,
}

from_node!(struct ProductFile {
    id,
    brand,
    indoor_model,
    outdoor_model,
    mounting,
    source,
    status,
    rated,
    cooling,
    heating,
    piping,
    electrical,
    mass_kg,
});

/// Whether figures are a maker's or made up for demonstration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// A maker's figures.
    Real,
    /// Made up by the demo rule.
    Demo,
}

from_node!(
    enum Status {
        Real,
        Demo,
    }
);

/// A matched pair of indoor and outdoor unit (一拖一).
#[derive(Clone, Debug)]
pub struct Product {
    /// Unique in the catalogue; the price book's sku.
    pub id: String,
    /// The maker's brand.
    pub brand: String,
    /// The indoor unit's model.
    pub indoor_model: String,
    /// The outdoor unit's model.
    pub outdoor_model: String,
    /// How the indoor unit is mounted.
    pub mounting: Mounting,
    /// The source of its figures.
    pub source: String,
    /// Whether they are a maker's.
    pub status: Status,
    /// At 27 °C dry bulb and 19 °C wet bulb indoors, 35 °C outdoors.
    pub rated: Option<Capacity>,
    /// The cooling table.
    pub cooling: CoolingTable,
    /// Heating capacity; absent means not known.
    pub heating: Option<Heating>,
    /// Pipes; absent means not known, and the product cannot be taken off.
    pub piping: Option<Piping>,
    /// Supply; absent means not known, and the product cannot be taken off.
    pub electrical: Option<Electrical>,
    /// Masses; absent means not known, and the product cannot be taken off.
    pub mass_kg: Option<Mass>,
}

/// What a unit delivers and takes, W.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Capacity {
    /// Total cooling capacity (总冷量), W.
    pub total_w: i64,
    /// Sensible cooling capacity (显冷量), W.
    pub sensible_w: i64,
    /// Electrical input, W.
    pub input_w: i64,
}

from_node!(struct Capacity { total_w, sensible_w, input_w });

/// Heating capacity.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Heating {
    /// Whether the figure is a maker's.
    pub status: Status,
    /// At 20 °C indoors and 7 °C outdoors, W.
    pub rated_total_w: i64,
}

from_node!(struct Heating { status, rated_total_w });

/// Pipes of a split, their limits, charge and insulation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Piping {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// Such as `R32`.
    pub refrigerant: String,
    /// Liquid pipe, outside diameter, mm.
    pub liquid_mm: f64,
    /// Gas pipe, outside diameter, mm.
    pub gas_mm: f64,
    /// The longest one-way pipe that the maker allows, m.
    pub max_length_m: f64,
    /// The greatest height between the units that the maker allows, m.
    pub max_height_m: f64,
    /// Pipe that the factory charge covers, m.
    pub precharged_m: f64,
    /// Refrigerant for each further metre, kg/m.
    pub additional_kg_per_m: f64,
    /// Insulation of the liquid pipe, mm.
    pub liquid_insulation_mm: f64,
    /// Insulation of the gas pipe, mm.
    pub gas_insulation_mm: f64,
    /// Condensate pipe, nominal mm.
    pub drain_mm: f64,
}

from_node!(struct Piping {
    status,
    refrigerant,
    liquid_mm,
    gas_mm,
    max_length_m,
    max_height_m,
    precharged_m,
    additional_kg_per_m,
    liquid_insulation_mm,
    gas_insulation_mm,
    drain_mm,
});

/// Supply, circuit and cables of a split.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Electrical {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// V.
    pub volts: u32,
    /// 1 or 3.
    pub phases: u32,
    /// Minimum circuit ampacity (MCA), A.
    pub minimum_circuit_a: f64,
    /// Circuit breaker, A.
    pub breaker_a: f64,
    /// Cores by mm², such as `3x2.5`.
    pub power_cable: String,
    /// Cores by mm², between the units.
    pub control_cable: String,
}

from_node!(struct Electrical {
    status,
    volts,
    phases,
    minimum_circuit_a,
    breaker_a,
    power_cable,
    control_cable,
});

/// Masses, kg.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Mass {
    /// Whether the figures are a maker's.
    pub status: Status,
    /// Indoor unit, kg.
    pub indoor: f64,
    /// Outdoor unit, kg.
    pub outdoor: f64,
}

from_node!(struct Mass { status, indoor, outdoor });

impl Catalogue {
    /// Reads a catalogue from JSON text.
    ///
    /// # Errors
    /// With every problem of form found, up to a hundred; for a duplicate product or an unknown source.
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_node(crate::boundary::json::parse(bytes, crate::boundary::Limits::LIBRARY)?)
    }

    /// Reads a catalogue from a tree.
    ///
    /// # Errors
    /// As [`Catalogue::from_json`], without syntax.
    pub fn from_node(mut node: crate::boundary::Node) -> Result<Self, Error> {
        crate::boundary::check::check(&mut node, &shape::CATALOGUE)?;
        let digest = crate::boundary::canonical::digest(&node);
        let file: File = crate::boundary::decode(node)?;
        let mut seen = std::collections::BTreeMap::new();
        let mut catalogue = Self {
            id: file.id,
            version: file.version,
            digest,
            products: Vec::new(),
            refused: Vec::new(),
            warnings: Vec::new(),
        };
        for (index, product) in file.products.into_iter().enumerate() {
            let path = format!("products[{index}]");
            if let Some(other) = seen.insert(product.id.clone(), path.clone()) {
                let fault = Fault::Duplicate { found: product.id, other: format!("{other}.id") };
                return Err(Error::new(format!("{path}.id"), fault));
            }
            if !file.sources.iter().any(|source| source.id == product.source) {
                let fault =
                    Fault::UnknownReference { kind: "source", found: product.source, suggestion: None };
                return Err(Error::new(format!("{path}.source"), fault));
            }
            catalogue.take_in(product, &path);
        }
        Ok(catalogue)
    }

    fn take_in(&mut self, file: ProductFile, path: &str) {
        let (table, refusal) = match validate::table(&file.id, path, file.cooling) {
            Ok(table) => (table, None),
            Err(remark) => (CoolingTable::default(), Some(remark)),
        };
        if let Some(remark) = refusal {
            self.refused.push(remark);
            return;
        }
        let product = Product {
            id: file.id,
            brand: file.brand,
            indoor_model: file.indoor_model,
            outdoor_model: file.outdoor_model,
            mounting: file.mounting,
            source: file.source,
            status: file.status,
            rated: file.rated,
            cooling: table,
            heating: file.heating,
            piping: file.piping,
            electrical: file.electrical,
            mass_kg: file.mass_kg,
        };
        self.warnings.extend(validate::warnings(&product, path));
        self.products.push(product);
    }

    /// The name of the catalogue.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The version, which rises with every change.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The digest of the catalogue's canonical bytes.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// The usable products, in the file's order.
    #[must_use]
    pub fn products(&self) -> &[Product] {
        &self.products
    }

    /// The products whose figures cannot be used, each with the first reason.
    #[must_use]
    pub fn refused(&self) -> &[Remark] {
        &self.refused
    }

    /// What is odd about products that are used all the same.
    #[must_use]
    pub fn warnings(&self) -> &[Remark] {
        &self.warnings
    }
}
