//! Whether there are as many pieces as the chosen systems have, by the time that they are wanted.

use super::answer::Selection;
use super::context::Context;
use crate::finding::{Finding, FindingCode, Severity};
use crate::scalar::Scalar;
use std::collections::BTreeMap;

/// Products of which more pieces are needed than can be there in time, and a list that does not hold any more.
pub(super) fn findings(selection: &Selection, context: &Context<'_>) -> Vec<Finding> {
    let Some(wanted_by) = context.delivery.and_then(|delivery| delivery.wanted_by) else { return Vec::new() };
    let Some(list) = context.catalogue.availability() else { return Vec::new() };
    if !list.holds_at(context.at) {
        let params = [("id", Scalar::from(list.id()))];
        let code = FindingCode::AvailabilityStale;
        return vec![Finding::new(code, Severity::Warning, "availability", params)];
    }
    let mut needed: BTreeMap<&str, i32> = BTreeMap::new();
    for system in &selection.systems {
        for unit in system.outdoor.iter().flat_map(|plant| &plant.units) {
            let sum = needed.entry(&unit.id).or_insert(0);
            *sum = sum.saturating_add(1);
        }
        for (product, units, _) in system.members() {
            let sum = needed.entry(&product.id).or_insert(0);
            *sum = sum.saturating_add(i32::try_from(units).unwrap_or(i32::MAX));
        }
    }
    for ventilator in &selection.ventilators {
        let sum = needed.entry(&ventilator.product.id).or_insert(0);
        *sum = sum.saturating_add(i32::try_from(ventilator.units).unwrap_or(i32::MAX));
    }
    let days = list.as_of().days_until(wanted_by);
    let mut findings = Vec::new();
    for (product, pieces) in needed {
        let Some((_, supply)) = context.supply_of(product) else { continue };
        let in_time = supply.lead_days.is_some_and(|lead| i64::from(lead) <= days);
        if pieces > supply.stock && !in_time {
            let params: [(&str, Scalar); 3] = [
                ("product", product.into()),
                ("needed", f64::from(pieces).into()),
                ("stock", f64::from(supply.stock).into()),
            ];
            findings.push(Finding::new(
                FindingCode::StockShort,
                Severity::Warning,
                "delivery.wantedBy",
                params,
            ));
        }
    }
    findings
}
