//! Every set of zones as one system, at its least cost.

use super::canonical::Class;
use super::exact::Work;
use super::states::Digit;
use super::system::Sum;

/// The least key of every set of zones as one system.
pub(super) struct Columns<'a> {
    class: &'a Class,
    digits: &'a [Digit],
    pub(super) keys: Vec<i64>,
    /// The same with what was left out of the options; empty where that is not asked for.
    pub(super) least: Vec<i64>,
    /// The zones of the set at hand.
    kinds: Vec<usize>,
    /// Sums that can be used again.
    spare: Vec<Sum>,
    work: &'a mut Work,
}

impl<'a> Columns<'a> {
    /// Of all sets; none where there was not enough work. With what was left out of the options if `beyond` asks for it.
    pub(super) fn of(
        class: &'a Class,
        digits: &'a [Digit],
        states: usize,
        beyond: bool,
        work: &'a mut Work,
    ) -> Option<Self> {
        let least = vec![i64::MAX; if beyond { states } else { 0 }];
        let keys = vec![i64::MAX; states];
        let mut columns = Self { class, digits, keys, least, kinds: Vec::new(), spare: Vec::new(), work };
        columns.fill(0, 0, &Sum::empty(class)).then_some(columns)
    }

    /// Every set that has `sum` and more zones of the digits from `first` on; as deep as there are kinds.
    fn fill(&mut self, first: usize, state: usize, sum: &Sum) -> bool {
        let digits = self.digits;
        for (place, digit) in digits.iter().enumerate().skip(first) {
            let Some(kind) = self.class.kinds.get(digit.kind) else { continue };
            let mut more = self.spare.pop().unwrap_or_else(|| Sum::empty(self.class));
            more.copy(sum);
            let mut at = state;
            let length = self.kinds.len();
            let mut enough_work = true;
            for _ in 0..digit.count {
                more.grow(kind, self.class);
                self.kinds.push(digit.kind);
                at += digit.stride;
                let weighed = more.weigh(self.class, &self.kinds, !self.least.is_empty());
                if let Some(least) = self.least.get_mut(at) {
                    *least = weighed.least_key(self.class);
                }
                let steps = more.made().saturating_add(weighed.work);
                self.work.cut |= weighed.cut;
                if let (Some(key), Some(best)) = (self.keys.get_mut(at), weighed.best) {
                    *key = best.key(self.class);
                }
                enough_work = self.work.spend(steps);
                // A set that no outdoor unit can carry has no larger set that one can.
                if !enough_work || !more.can_grow(self.class) {
                    break;
                }
                enough_work = self.fill(place + 1, at, &more);
                if !enough_work {
                    break;
                }
            }
            self.kinds.truncate(length);
            self.spare.push(more);
            if !enough_work {
                return false;
            }
        }
        true
    }
}
