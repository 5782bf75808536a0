//! The best choices at the prices of whole orders: the search compares sums of single prices, and what an order as a whole costs may
//! stand in another order.

use crate::error::Error;
use crate::finding::{Finding, FindingCode, Severity};
use crate::installation::BillOfQuantities;
use crate::money::Money;
use crate::project::{Project, SystemKind};
use crate::scalar::Scalar;
use crate::selection::{Selection, System, take_off_instead};

/// Prices every shown choice and every offer as a whole order, and says where that puts one before another that the search found cheaper.
pub(super) fn price_choices(
    project: &Project,
    selection: &mut Selection,
    in_full: impl Fn(&BillOfQuantities) -> Result<Option<Money>, Error>,
) -> Result<Vec<Finding>, Error> {
    let total = |chosen: &[System]| in_full(&take_off_instead(project, selection, chosen)?);
    let alternatives = selection.alternatives.iter().map(|choice| total(&choice.chosen));
    let alternatives = alternatives.collect::<Result<Vec<_>, Error>>()?;
    let offers =
        selection.offers.iter().map(|offer| total(&offer.chosen)).collect::<Result<Vec<_>, Error>>()?;
    // A bill is all that the systems were kept for.
    for (choice, total) in selection.alternatives.iter_mut().zip(alternatives) {
        (choice.total, choice.chosen) = (total, Vec::new());
    }
    for (offer, total) in selection.offers.iter_mut().zip(offers) {
        (offer.total, offer.chosen) = (total, Vec::new());
    }
    let choices = selection.alternatives.iter();
    let choices = choices.filter_map(|one| Some((one.label.as_str(), one.cost, one.total?))).collect();
    let offers = selection.offers.iter();
    let name = |kind: Option<SystemKind>| kind.map_or(CHOSEN, SystemKind::as_str);
    let offers = offers.filter_map(|one| Some((name(one.kind), one.cost, one.total?))).collect();
    let changed = [("selection.alternatives", choices), ("selection.offers", offers)];
    Ok(changed.into_iter().filter_map(|(path, priced)| order_changed(path, priced)).collect())
}

/// What the offer of the chosen systems is called.
const CHOSEN: &str = "chosen";

/// A choice by its name, with its sum of single prices and its price as a whole order.
type Priced = (&'static str, Money, Money);

/// The first two choices of which the one that costs less by single prices costs more as a whole order.
fn order_changed(path: &str, priced: Vec<Priced>) -> Option<Finding> {
    let pairs = || priced.iter().flat_map(|first| priced.iter().map(move |second| (first, second)));
    let (first, second) = pairs().find(|(first, second)| first.1 < second.1 && first.2 > second.2)?;
    let params: [(&str, Scalar); 4] = [
        ("label", second.0.into()),
        ("total", second.2.to_string().into()),
        ("otherLabel", first.0.into()),
        ("otherTotal", first.2.to_string().into()),
    ];
    Some(Finding::new(FindingCode::OrderChanged, Severity::Warning, path, params))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(name: &'static str, cost: i64, total: i64) -> Priced {
        (name, Money::from_fen(cost), Money::from_fen(total))
    }

    #[test]
    fn a_choice_that_overtakes_a_cheaper_one_is_named_with_both_totals() {
        let priced = vec![choice(CHOSEN, 10000, 9000), choice("vrfHeatPump", 10100, 8999)];
        let finding = order_changed("selection.offers", priced).unwrap();
        assert_eq!((finding.code, finding.path.as_str()), (FindingCode::OrderChanged, "selection.offers"));
        let of = |name: &str| finding.params.get(name).map(ToString::to_string);
        assert_eq!(of("label").as_deref(), Some("vrfHeatPump"));
        assert_eq!(of("total").as_deref(), Some("89.99"));
        assert_eq!(of("otherLabel").as_deref(), Some(CHOSEN));
        assert_eq!(of("otherTotal").as_deref(), Some("90.00"));
    }

    #[test]
    fn equal_totals_change_no_order() {
        let priced = vec![choice("good", 10000, 9000), choice("better", 10100, 9000)];
        assert!(order_changed("selection.alternatives", priced).is_none());
    }
}
