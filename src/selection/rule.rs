//! The rules that a product can fail, and the record of the first that it did.

use super::Choice;
use crate::catalogue::{Miss, Remark};
use crate::error::{Error, Params};
use crate::num;
use crate::scalar::Scalar;
use serde::Serialize;

/// A rule, in the order in which it is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Rule {
    /// The catalogue refused its figures.
    RefusedByCatalogue,
    /// Another mounting is wanted.
    Mounting,
    /// Pipes, supply or masses are not known, so it cannot be taken off.
    IncompleteData,
    /// The pipe run is longer than the maker allows.
    PipeLength,
    /// The height between the units is greater than the maker allows.
    PipeHeight,
    /// The conditions lie outside the maker's table.
    OutsideTable,
    /// The maker's table has no value at the conditions.
    MissingCell,
    /// Even the most sets allowed carry less than the total load.
    TotalCapacity,
    /// Even the most sets allowed carry less than the sensible load.
    SensibleCapacity,
    /// The books have no price for it or its installation.
    NoPrice,
    /// It fits, and costs more than the chosen system and the alternatives.
    Costlier,
}

impl Rule {
    /// Every rule, for faces that must have a sentence for each.
    pub const ALL: [Self; 11] = [
        Self::RefusedByCatalogue,
        Self::Mounting,
        Self::IncompleteData,
        Self::PipeLength,
        Self::PipeHeight,
        Self::OutsideTable,
        Self::MissingCell,
        Self::TotalCapacity,
        Self::SensibleCapacity,
        Self::NoPrice,
        Self::Costlier,
    ];

    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RefusedByCatalogue => "refusedByCatalogue",
            Self::Mounting => "mounting",
            Self::IncompleteData => "incompleteData",
            Self::PipeLength => "pipeLength",
            Self::PipeHeight => "pipeHeight",
            Self::OutsideTable => "outsideTable",
            Self::MissingCell => "missingCell",
            Self::TotalCapacity => "totalCapacity",
            Self::SensibleCapacity => "sensibleCapacity",
            Self::NoPrice => "noPrice",
            Self::Costlier => "costlier",
        }
    }
}

/// A product that was not taken, and the first rule that it failed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rejection {
    /// The product.
    pub product: String,
    /// The rule.
    pub rule: Rule,
    /// Value and limit, by name.
    pub params: Params,
}

impl Rejection {
    pub(super) fn new<const N: usize>(product: &str, rule: Rule, params: [(&str, Scalar); N]) -> Self {
        Self { product: product.to_owned(), rule, params: crate::error::params(params.into()) }
    }

    /// A product that the catalogue refused.
    pub(super) fn refused(remark: &Remark) -> Self {
        let params = [("reason", remark.code.as_str().into()), ("at", remark.path.clone().into())];
        Self::new(&remark.product, Rule::RefusedByCatalogue, params)
    }

    /// A product that fits and costs more.
    pub(super) fn costlier(choice: &Choice, best: &Choice) -> Result<Self, Error> {
        let more = choice.cost.minus(best.cost)?.to_string();
        let params: [(&str, Scalar); 3] = [
            ("cost", choice.cost.to_string().into()),
            ("more", more.into()),
            ("sets", choice.system.sets.into()),
        ];
        Ok(Self::new(&choice.system.product, Rule::Costlier, params))
    }

    /// A product whose table has no answer.
    pub(super) fn missed(product: &str, miss: Miss) -> Self {
        match miss {
            Miss::Outside { axis, value, minimum, maximum } => {
                let params = [
                    ("axis", axis.into()),
                    ("value", num::quantise(value, 2).into()),
                    ("minimum", minimum.into()),
                    ("maximum", maximum.into()),
                ];
                Self::new(product, Rule::OutsideTable, params)
            }
            Miss::MissingCell { indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c } => {
                let params = [
                    ("indoorDryBulbC", indoor_dry_bulb_c.into()),
                    ("indoorWetBulbC", num::quantise(indoor_wet_bulb_c, 2).into()),
                    ("outdoorDryBulbC", num::quantise(outdoor_dry_bulb_c, 2).into()),
                ];
                Self::new(product, Rule::MissingCell, params)
            }
        }
    }
}
