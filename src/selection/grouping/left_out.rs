//! What was left out of the options of a zone, for the bound: what more index could cost at the least with it.
//!
//! An option that was left out brings more index than one that is offered and is no better in anything else: it is the offered one with
//! more index, at a price. The least price of all that were left out is what a system pays at the least for index that its options
//! do not bring, and a plant that asks for more index than they have, or gives more with it, may have cost no less than that.

use super::canonical::Choice;
use super::problem::{Trunk, Zone};
use std::cmp::Reverse;

/// What was left out of the options of a zone, or of all zones of a system, of one family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeftOut {
    /// Nothing.
    Nothing,
    /// Options that are no better than one that is offered but for their index.
    MoreIndex {
        /// What one more of index costs at the least, thousandths, rounded down.
        permille: i64,
        /// The most index with them.
        most_index: i64,
    },
    /// Options that may be better in something else: the least that they have.
    Better(Least),
}

/// The least of what options have, each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Least {
    pub(super) cost: i64,
    pub(super) index: i64,
    pub(super) count: i64,
    pub(super) fresh: i64,
}

impl LeftOut {
    /// Of a zone beside its options of the family.
    pub(super) fn of(zone: &Zone, family: u32, offered: &[Choice]) -> Self {
        let mut all = Self::Nothing;
        for option in zone.left_out.iter().filter(|option| option.family == family) {
            all = all.and(Self::one(&Choice::of(option, 0), offered));
        }
        all
    }

    fn one(option: &Choice, offered: &[Choice]) -> Self {
        let no_better = |other: &&Choice| {
            other.cost <= option.cost
                && other.index <= option.index
                && other.count <= option.count
                && other.charge <= option.charge
                && other.pipe <= option.pipe
                && other.fresh <= option.fresh
        };
        let no_better = || offered.iter().filter(no_better);
        if no_better().next().is_none() {
            let Choice { cost, index, count, fresh, .. } = *option;
            return Self::Better(Least { cost, index, count, fresh });
        }
        // Of one index it is of no use at all.
        if no_better().any(|other| other.index == option.index) {
            return Self::Nothing;
        }
        no_better()
            .map(|other| price(option, other))
            .max()
            .map_or(Self::Nothing, |permille| Self::MoreIndex { permille, most_index: option.index })
    }

    /// Of options of one zone, both left out.
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, one) | (one, Self::Nothing) => one,
            (Self::Better(a), Self::Better(b)) => Self::Better(Least {
                cost: a.cost.min(b.cost),
                index: a.index.min(b.index),
                count: a.count.min(b.count),
                fresh: a.fresh.min(b.fresh),
            }),
            (Self::Better(least), _) | (_, Self::Better(least)) => Self::Better(least),
            (
                Self::MoreIndex { permille, most_index },
                Self::MoreIndex { permille: other, most_index: others },
            ) => Self::MoreIndex { permille: permille.min(other), most_index: most_index.max(others) },
        }
    }

    /// The least that options have that may be better in something than all that are offered.
    pub(super) fn better(&self) -> Option<Least> {
        match self {
            Self::Better(least) => Some(*least),
            Self::Nothing | Self::MoreIndex { .. } => None,
        }
    }
}

/// The options of a zone on a family as one that is no worse than any: the cheapest, with the least of everything that has a limit, and
/// with what more index costs at the least beyond its own.
pub(super) fn bounding(options: &[Choice], left_out: LeftOut) -> (Option<Choice>, LeftOut) {
    // Of the cheapest the one that brings most.
    let cheapest = options.iter().max_by_key(|option| (Reverse(option.cost), option.index));
    let Some(cheapest) = cheapest.copied() else { return (None, left_out) };
    let least = |of: fn(&Choice) -> i64| options.iter().map(of).min().unwrap_or(0);
    let index = least(|option| option.index);
    let bounding = Choice {
        index,
        more: cheapest.index - index,
        count: least(|option| option.count),
        charge: least(|option| option.charge),
        pipe: least(|option| option.pipe),
        fresh: least(|option| option.fresh),
        ..cheapest
    };
    let larger = options.iter().filter(|option| option.index > cheapest.index);
    let left_out = larger.fold(left_out, |all, option| {
        all.and(LeftOut::MoreIndex { permille: price(option, &cheapest), most_index: option.index })
    });
    (Some(bounding), left_out)
}

/// What one more of index costs from a smaller option to a larger one, thousandths, rounded down.
fn price(option: &Choice, smaller: &Choice) -> i64 {
    (option.cost - smaller.cost).saturating_mul(1000) / (option.index - smaller.index)
}

/// Whether a bound can count with what was left out, and has to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// Nothing was left out.
    Nothing,
    /// At the price of more index.
    AtItsPrice,
    /// It has no price, because it may be better in something else or because a pipe may be cheaper for more index.
    Never,
}

impl Counted {
    /// Of all that was left out of a family on its pipe.
    pub(super) fn of<'a>(left_out: impl Iterator<Item = &'a LeftOut>, trunk: Option<&Trunk>) -> Self {
        let priced = trunk.is_none_or(costs_no_less_for_more);
        left_out.fold(Self::Nothing, |counted, left_out| {
            counted.and(match left_out {
                LeftOut::Nothing => Self::Nothing,
                LeftOut::MoreIndex { .. } if priced => Self::AtItsPrice,
                LeftOut::MoreIndex { .. } | LeftOut::Better(_) => Self::Never,
            })
        })
    }

    pub(super) fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Never, _) | (_, Self::Never) => Self::Never,
            (Self::AtItsPrice, _) | (_, Self::AtItsPrice) => Self::AtItsPrice,
            (Self::Nothing, Self::Nothing) => Self::Nothing,
        }
    }
}

/// Whether no piece and no joint costs less, or holds less, for more index.
pub(super) fn costs_no_less_for_more(trunk: &Trunk) -> bool {
    let rises = |tiers: &[Vec<Vec<super::problem::PieceCost>>]| {
        let [thin, wide] = tiers else { return true };
        let pairs = thin.iter().flatten().zip(wide.iter().flatten());
        pairs.into_iter().all(|(thin, wide)| thin.cost <= wide.cost && thin.charge_g <= wide.charge_g)
    };
    trunk.star || (trunk.joint_cost.is_sorted() && trunk.pieces.windows(2).all(rises))
}
