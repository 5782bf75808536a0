//! The record of what was not taken, and why.

use super::rule::{Check, Rule};
use crate::catalogue::{Miss, Remark};
use crate::error::Params;
use crate::num;
use crate::scalar::Scalar;
use serde::Serialize;
use std::collections::BTreeMap;

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

/// The products that one rule refused.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RejectedGroup {
    /// The rule.
    pub rule: Rule,
    /// The products, in the order of their names.
    pub products: Vec<RejectedProduct>,
}

/// A product that a rule refused.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RejectedProduct {
    /// The product.
    pub product: String,
    /// Value and limit, by name.
    pub params: Params,
}

impl Rejection {
    pub(super) fn new<const N: usize>(product: &str, rule: Rule, params: [(&str, Scalar); N]) -> Self {
        Self { product: product.to_owned(), rule, params: crate::error::params(params.into()) }
    }

    /// A product that a check refused.
    pub(super) fn broken(product: &str, check: &Check) -> Self {
        let mut params: Vec<(&str, Scalar)> = Vec::new();
        params.extend(check.value.map(|value| ("value", Scalar::Number(value))));
        params.extend(check.limit.map(|limit| ("limit", Scalar::Number(limit))));
        Self { product: product.to_owned(), rule: check.rule, params: crate::error::params(params) }
    }

    /// A product that has nothing to connect to, because its plants failed a rule.
    pub(super) fn without_plant(product: &str, because: Option<Rule>) -> Self {
        let params = because.map(|rule| ("rule", Scalar::from(rule.as_str()))).into_iter().collect();
        Self { product: product.to_owned(), rule: Rule::NoSystem, params: crate::error::params(params) }
    }

    /// A product that the catalogue refused.
    pub(super) fn refused(remark: &Remark) -> Self {
        let params = [("reason", remark.code.as_str().into()), ("at", remark.path.clone().into())];
        Self::new(&remark.product, Rule::RefusedByCatalogue, params)
    }

    /// A product whose table has no answer.
    pub(super) fn missed(product: &str, miss: &Miss) -> Self {
        match miss {
            Miss::Outside { axis, value, minimum, maximum } => {
                let params: [(&str, Scalar); 4] = [
                    ("axis", axis.to_string().into()),
                    ("value", num::quantise(*value, 2).into()),
                    ("minimum", (*minimum).into()),
                    ("maximum", (*maximum).into()),
                ];
                Self::new(product, Rule::OutsideTable, params)
            }
            Miss::MissingCell { indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c } => {
                let params = [
                    ("indoorDryBulbC", (*indoor_dry_bulb_c).into()),
                    ("indoorWetBulbC", num::quantise(*indoor_wet_bulb_c, 2).into()),
                    ("outdoorDryBulbC", num::quantise(*outdoor_dry_bulb_c, 2).into()),
                ];
                Self::new(product, Rule::MissingCell, params)
            }
            _ => Self::new(product, Rule::MissingCell, []),
        }
    }
}

/// Rejections by rule, in the order of the rules, each with its products by name.
pub(super) fn grouped(rejections: Vec<Rejection>) -> Vec<RejectedGroup> {
    let mut by_rule: BTreeMap<Rule, BTreeMap<String, Params>> = BTreeMap::new();
    for Rejection { product, rule, params } in rejections {
        by_rule.entry(rule).or_default().insert(product, params);
    }
    let mut groups = Vec::with_capacity(by_rule.len());
    for (rule, products) in by_rule {
        let products = products.into_iter().map(|(product, params)| RejectedProduct { product, params });
        groups.push(RejectedGroup { rule, products: products.collect() });
    }
    groups
}

/// Why none of a kind's plants can be had: the rule that most of them failed, the buyer's wishes only where there is nothing else.
pub(super) fn because(refused: &[Rejection]) -> Option<Rule> {
    let wish =
        |rule: Rule| matches!(rule, Rule::RefusedByCatalogue | Rule::SystemWanted | Rule::ProductWanted);
    let groups = grouped(refused.to_vec()).into_iter();
    let most =
        groups.max_by_key(|group| (!wish(group.rule), group.products.len(), std::cmp::Reverse(group.rule)));
    most.map(|group| group.rule)
}

/// The rule that tells a buyer most: the one that most products failed; wishes, places for other kinds of machines and the catalogue's own
/// refusals only where there is nothing else.
#[must_use]
pub fn most_telling(rejected: &[RejectedGroup]) -> Option<Rule> {
    let wish = |rule: Rule| {
        matches!(
            rule,
            Rule::RefusedByCatalogue
                | Rule::SystemWanted
                | Rule::ProductWanted
                | Rule::Mounting
                | Rule::OutdoorPlace
        )
    };
    let most = rejected
        .iter()
        .max_by_key(|group| (!wish(group.rule), group.products.len(), std::cmp::Reverse(group.rule)));
    most.map(|group| group.rule)
}
