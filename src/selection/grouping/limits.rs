//! What sums of options matter on a family: the limits of its outdoor units and of its pipe, and what all zones could bring to them.

use super::canonical::{Choice, Kind};
use super::frame::Frame;
use super::left_out::LeftOut;
use super::options::State;
use super::problem::Trunk;
use super::window::Window;

/// The most states that are kept after a zone, unless a search says otherwise. Beyond, the dearest are dropped and the answer is not
/// called proved.
pub(super) const MOST_STATES: usize = 4096;

/// The most that all zones of a class could have of one family together.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Most {
    index: i64,
    count: i64,
    charge: i64,
    pipe: i64,
    fresh: i64,
    /// The smallest room, dm³; the largest number where charge is not limited.
    room: i64,
}

impl Most {
    /// Of these zones, with the shared pipe to the farthest place.
    pub(super) fn of(kinds: &[Kind], family: usize, trunk: &Trunk, places_dm: &[i64]) -> Self {
        let mut most = Self { room: i64::MAX, ..Self::default() };
        for kind in kinds {
            let number = i64::try_from(kind.members.len()).unwrap_or(i64::MAX);
            let options = || kind.options.get(family).into_iter().flatten();
            let all = |of: fn(&Choice) -> i64| options().map(of).max().unwrap_or(0).saturating_mul(number);
            let left_out = match kind.left_out.get(family) {
                Some(LeftOut::MoreIndex { most_index, .. }) => most_index.saturating_mul(number),
                _ => 0,
            };
            most.index = most.index.saturating_add(all(|choice| choice.index).max(left_out));
            most.count = most.count.saturating_add(all(|choice| choice.count));
            most.charge = most.charge.saturating_add(all(|choice| choice.charge));
            most.pipe = most.pipe.saturating_add(all(|choice| choice.pipe));
            most.fresh = most.fresh.saturating_add(all(|choice| choice.fresh));
            most.room = most.room.min(kind.room);
        }
        most.charge = most.charge.saturating_add(held(trunk, places_dm.len()));
        most.pipe = most.pipe.saturating_add(places_dm.last().copied().unwrap_or(0));
        most
    }

    fn exceeds_charge(&self, frame: &Frame, limit: i64) -> bool {
        let room = limit.saturating_mul(self.room).div_euclid(1000);
        self.room != i64::MAX && self.charge > room.saturating_sub(frame.charge)
    }
}

/// The most refrigerant of a shared pipe, however it is divided: the dearest way to the farthest place, piece by piece.
fn held(trunk: &Trunk, places: usize) -> i64 {
    let mut to_place = vec![0_i64; places];
    for to in 1..places {
        let piece = |from: usize| {
            let tiers = trunk.pieces.iter().filter_map(|rows| rows.get(from)?.get(to));
            tiers.map(|piece| piece.charge_g).max().unwrap_or(0)
        };
        let ways = to_place.iter().take(to).enumerate();
        let most = ways.map(|(from, held)| held.saturating_add(piece(from))).max().unwrap_or(0);
        to_place.get_mut(to).into_iter().for_each(|held| *held = most);
    }
    to_place.into_iter().max().unwrap_or(0)
}

/// What matters of the sums beside cost and index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    pub(super) index: i64,
    pub(super) count: i64,
    pub(super) charge: i64,
    pub(super) pipe: i64,
    pub(super) fresh: i64,
    /// From here on no outdoor unit asks for more index; never, where capacity or pipe depend on the index.
    pub(super) enough: i64,
    /// What the sums may cost above the least of their zones: more than that no way to serve all zones can that costs less than the best
    /// one known.
    slack: i64,
    /// The most states that are kept after a zone.
    pub(super) states: usize,
}

impl Limits {
    /// The same for a search that keeps this many states, none of which costs more than `slack` above the least.
    pub(super) fn search(&mut self, states: usize, slack: i64) {
        (self.states, self.slack) = (states, slack);
    }

    /// The same for a search that keeps every state.
    pub(super) fn unbounded(&self) -> Self {
        Self { states: usize::MAX, ..*self }
    }

    /// Those of a family on a shared pipe, whichever zones share it. What all zones together cannot bring to a limit does not matter.
    pub(super) fn of_family(frames: &[Frame], trunk: &Trunk, most: Option<&Most>) -> Self {
        let largest = |of: fn(&Frame) -> i64| frames.iter().map(of).max().unwrap_or(0);
        let useful = || {
            let reached = |frame: &&Frame| most.is_none_or(|most| frame.least_index <= most.index);
            frames.iter().filter(reached)
        };
        let count = most.is_none_or(|most| useful().any(|frame| most.count > frame.most_count));
        let charge = useful().any(|frame| {
            frame.charge_limit.is_some_and(|limit| most.is_none_or(|most| most.exceeds_charge(frame, limit)))
        });
        let pipe = trunk.most_total_dm.is_some_and(|limit| most.is_none_or(|most| most.pipe > limit));
        let fresh = most.is_none_or(|most| useful().any(|frame| most.fresh > frame.most_fresh));
        // The limits of charge and pipe depend on the zones; here they only say whether the sums matter.
        let matters = |matters: bool| if matters { i64::MAX - 1 } else { i64::MAX };
        Self {
            index: largest(|frame| frame.most_index).min(trunk.tiers.last().copied().unwrap_or(i64::MAX)),
            count: if count { largest(|frame| frame.most_count) } else { i64::MAX },
            charge: matters(charge),
            pipe: matters(pipe),
            fresh: if fresh { most_fresh(useful().map(|frame| frame.most_fresh)) } else { i64::MAX },
            enough: i64::MAX,
            slack: i64::MAX,
            states: MOST_STATES,
        }
    }

    /// The same without what does not matter in `family` either.
    pub(super) fn without(self, family: Option<&Self>) -> Self {
        let Some(family) = family else { return self };
        let either = |own: i64, family: i64| if family == i64::MAX { i64::MAX } else { own };
        Self {
            count: either(self.count, family.count),
            charge: either(self.charge, family.charge),
            pipe: either(self.pipe, family.pipe),
            fresh: either(self.fresh, family.fresh),
            slack: family.slack,
            states: family.states,
            ..self
        }
    }

    pub(super) fn hold(&self, state: &State, least: i64) -> bool {
        state.cost.saturating_sub(least) <= self.slack
            && state.index <= self.index
            && state.count <= self.count
            && state.charge <= self.charge
            && state.pipe <= self.pipe
            && state.fresh <= self.fresh
    }

    pub(super) fn of(windows: &[Window<'_>], trunk: Option<&Trunk>) -> Self {
        let most = |of: fn(&Window<'_>) -> i64| windows.iter().map(of).max().unwrap_or(0);
        let rising =
            windows.iter().any(|window| window.frame.cooling.len() > 1 || window.frame.heating.len() > 1);
        Self {
            index: most(|window| window.most_index),
            count: most(|window| window.most_count),
            charge: most(|window| window.most_charge),
            pipe: most(|window| window.most_pipe),
            fresh: most_fresh(windows.iter().map(|window| window.most_fresh)),
            enough: if rising || trunk.is_some() { i64::MAX } else { most(|window| window.least_index) },
            slack: i64::MAX,
            states: MOST_STATES,
        }
    }
}

/// The largest of what outdoor units take of fresh-air index; the largest number only where none of them limits it, because then it
/// is no reason to keep a state.
fn most_fresh(limits: impl Iterator<Item = i64> + Clone) -> i64 {
    let limited = limits.clone().any(|limit| limit != i64::MAX);
    limits.max().unwrap_or(0).min(if limited { i64::MAX - 1 } else { i64::MAX })
}
