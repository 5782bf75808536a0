//! The best choices at the prices of whole orders: the search compares sums of single prices, and what an order as a whole costs may
//! stand in another order.

use crate::error::Error;
use crate::finding::{Finding, FindingCode, Severity};
use crate::installation::BillOfQuantities;
use crate::money::Money;
use crate::project::Project;
use crate::scalar::Scalar;
use crate::selection::{Alternative, Label, Selection, take_off_instead};

/// Prices every shown choice as a whole order, and says where that puts a choice before one that the search found cheaper.
pub(super) fn price_alternatives(
    project: &Project,
    selection: &mut Selection,
    in_full: impl Fn(&BillOfQuantities) -> Result<Option<Money>, Error>,
) -> Result<Option<Finding>, Error> {
    let mut totals = Vec::with_capacity(selection.alternatives.len());
    for alternative in &selection.alternatives {
        totals.push(in_full(&take_off_instead(project, selection, alternative)?)?);
    }
    for (alternative, total) in selection.alternatives.iter_mut().zip(totals) {
        alternative.total = total;
        // A bill is all that they were kept for.
        alternative.chosen = Vec::new();
    }
    Ok(order_changed(&selection.alternatives))
}

/// The first two choices of which the one that costs less by single prices costs more as a whole order.
fn order_changed(alternatives: &[Alternative]) -> Option<Finding> {
    let priced = || alternatives.iter().filter_map(|one| Some((one.label, one.cost, one.total?)));
    let pairs = || priced().flat_map(|first| priced().map(move |second| (first, second)));
    let (first, second) = pairs().find(|(first, second)| first.1 < second.1 && first.2 > second.2)?;
    let name = |label: Label| Scalar::from(label.as_str());
    let params: [(&str, Scalar); 4] = [
        ("label", name(second.0)),
        ("total", second.2.to_string().into()),
        ("otherLabel", name(first.0)),
        ("otherTotal", first.2.to_string().into()),
    ];
    let path = "selection.alternatives";
    Some(Finding::new(FindingCode::OrderChanged, Severity::Warning, path, params))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Objective;

    fn choice(label: Label, cost: i64, total: Option<i64>) -> Alternative {
        Alternative {
            label,
            objective: Objective::InstalledCost,
            cost: Money::from_fen(cost),
            energy_kwh: 0.0,
            life_cycle_cost: Money::ZERO,
            loudest_dba: None,
            proved_optimal: true,
            total: total.map(Money::from_fen),
            systems: Vec::new(),
            chosen: Vec::new(),
        }
    }

    #[test]
    fn a_choice_that_overtakes_a_cheaper_one_is_named_with_both_totals() {
        let (good, best) = (choice(Label::Good, 10000, Some(9000)), choice(Label::Best, 10100, Some(8999)));
        let finding = order_changed(&[good, best]).unwrap();
        assert_eq!(finding.code, FindingCode::OrderChanged);
        let of = |name: &str| finding.params.get(name).map(ToString::to_string);
        assert_eq!(of("label").as_deref(), Some("best"));
        assert_eq!(of("total").as_deref(), Some("89.99"));
        assert_eq!(of("otherLabel").as_deref(), Some("good"));
        assert_eq!(of("otherTotal").as_deref(), Some("90.00"));
    }

    #[test]
    fn equal_totals_and_choices_without_a_total_change_no_order() {
        let good = choice(Label::Good, 10000, Some(9000));
        assert!(order_changed(&[good.clone(), choice(Label::Better, 10100, Some(9000))]).is_none());
        assert!(order_changed(&[good, choice(Label::Better, 10_100, None)]).is_none());
    }
}
