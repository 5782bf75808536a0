//! What the options of the zones of a system add up to, family by family, before any is chosen.

use super::canonical::Choice;
use super::left_out::LeftOut;

/// What the options of one family add up to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Totals {
    /// Whether every zone has an option of the family.
    pub(super) possible: bool,
    /// Whether every zone has one option and no more.
    pub(super) plain: bool,
    /// The cheapest option of each zone together.
    pub(super) cost: i64,
    pub(super) count: i64,
    pub(super) index: i64,
    pub(super) charge: i64,
    pub(super) pipe: i64,
    pub(super) fresh: i64,
    /// What they count for beyond `index`, as in [`Choice::more`].
    pub(super) more: i64,
    /// The least and the most that other options would give.
    pub(super) least_index: i64,
    pub(super) most_index: i64,
    pub(super) least_count: i64,
    pub(super) least_charge: i64,
    pub(super) least_pipe: i64,
    pub(super) least_fresh: i64,
    /// What one more of index costs at the least with what was left out, thousandths, and the most index with it; none where nothing was.
    pub(super) more_index: Option<i64>,
    pub(super) most_more_index: i64,
}

pub(super) const NOTHING: Totals = Totals {
    possible: true,
    plain: true,
    cost: 0,
    count: 0,
    index: 0,
    charge: 0,
    pipe: 0,
    fresh: 0,
    more: 0,
    least_index: 0,
    most_index: 0,
    least_count: 0,
    least_charge: 0,
    least_pipe: 0,
    least_fresh: 0,
    more_index: None,
    most_more_index: 0,
};

/// What options add up to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sums {
    pub(super) index: i64,
    pub(super) count: i64,
    pub(super) charge: i64,
    pub(super) pipe: i64,
    pub(super) fresh: i64,
    pub(super) more: i64,
}

impl Totals {
    pub(super) fn add(&mut self, options: &[Choice], left_out: Option<&LeftOut>) {
        let Some(cheapest) = options.first() else {
            self.possible = false;
            return;
        };
        self.plain &= options.len() == 1;
        self.cost += cheapest.cost;
        self.count += cheapest.count;
        self.index += cheapest.index;
        self.charge += cheapest.charge;
        self.pipe += cheapest.pipe;
        self.fresh += cheapest.fresh;
        self.more += cheapest.more;
        let mut ends = *cheapest;
        let mut most_index = cheapest.index + cheapest.more;
        for option in options {
            most_index = most_index.max(option.index);
            ends.index = ends.index.min(option.index);
            ends.count = ends.count.min(option.count);
            ends.charge = ends.charge.min(option.charge);
            ends.pipe = ends.pipe.min(option.pipe);
            ends.fresh = ends.fresh.min(option.fresh);
        }
        self.least_index += ends.index;
        self.most_index += most_index;
        self.least_count += ends.count;
        self.least_charge += ends.charge;
        self.least_pipe += ends.pipe;
        self.least_fresh += ends.fresh;
        self.most_more_index += match left_out {
            Some(LeftOut::MoreIndex { permille, most_index: more }) => {
                self.more_index = Some(self.more_index.map_or(*permille, |least| least.min(*permille)));
                most_index.max(*more)
            }
            _ => most_index,
        };
    }

    /// Whether an outdoor unit may be given more index than the options bring by themselves.
    pub(super) fn has_more(&self) -> bool {
        self.more_index.is_some() || self.more > 0
    }

    pub(super) fn sums(&self) -> Sums {
        let Self { index, count, charge, pipe, fresh, more, .. } = *self;
        Sums { index, count, charge, pipe, fresh, more }
    }
}
