//! The options of the zones of one system, and the pipe that they share: the cheapest choice that an outdoor unit takes.
//!
//! Zones are taken from the farthest to the nearest, so that the index beyond every piece of the shared pipe is known when the piece
//! is added.

use super::canonical::Choice;
use super::limits::Limits;
use super::problem::Trunk;
use super::totals::Sums;
use super::window::Window;

/// A zone on a shared pipe: its place, its options, and what it costs and brings of index at the least however it is served.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hung<'a> {
    pub(super) place: usize,
    pub(super) options: &'a [Choice],
    pub(super) least: i64,
    /// What its index is at the least, as in [`Kind::least_index`](super::canonical::Kind::least_index).
    pub(super) least_index: i64,
}

/// Options of the first zones of a system, added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct State {
    pub(super) cost: i64,
    pub(super) count: i64,
    pub(super) index: i64,
    pub(super) charge: i64,
    pub(super) pipe: i64,
    pub(super) fresh: i64,
    pub(super) more: i64,
    /// Where it came from in the layer before, and by which option.
    before: usize,
    option: usize,
}

const START: State =
    State { cost: 0, count: 0, index: 0, charge: 0, pipe: 0, fresh: 0, more: 0, before: 0, option: 0 };

/// The undominated sums of options, a layer for each zone.
#[derive(Debug)]
pub(super) struct Layers {
    layers: Vec<Vec<State>>,
    /// Whether states were dropped that might have been the best.
    pub(super) cut: bool,
    /// How many states were made.
    pub(super) work: u64,
}

/// Options of the zones of a set that grows from the farthest to the nearest: all sums that may matter, without the piece of shared
/// pipe that leads to the last zone.
#[derive(Clone, Debug)]
pub(super) struct Growing {
    states: Vec<State>,
    /// Where the last zone is, and how many there are.
    place: usize,
    zones: usize,
    /// What the zones cost and bring of index at the least.
    least: i64,
    least_index: i64,
    /// What the sums may cost, for each number of zones; without limit where it is empty.
    most: Vec<i64>,
    /// Whether states were dropped that might have been the best.
    pub(super) cut: bool,
}

impl Growing {
    pub(super) fn start() -> Self {
        Self {
            states: vec![START],
            place: 0,
            zones: 0,
            least: 0,
            least_index: 0,
            most: Vec::new(),
            cut: false,
        }
    }

    /// To be grown without the sums that cost more than this: one number for each number of zones.
    pub(super) fn within(most: Vec<i64>) -> Self {
        Self { most, ..Self::start() }
    }

    /// What the cheapest sum costs; none if there is none.
    pub(super) fn least(&self) -> Option<i64> {
        self.states.first().map(|state| state.cost)
    }

    pub(super) fn copy(&mut self, other: &Self) {
        self.states.clone_from(&other.states);
        (self.place, self.zones) = (other.place, other.zones);
        (self.least, self.least_index, self.cut) = (other.least, other.least_index, other.cut);
    }

    /// With one zone more, which is no farther than the last; says how many sums were made.
    pub(super) fn add(&mut self, zone: Hung<'_>, trunk: &Trunk, limits: &Limits) -> usize {
        let Hung { place, options, least, least_index } = zone;
        self.least += least;
        let most = self.most.get(self.zones).copied().unwrap_or(i64::MAX);
        let mut next: Vec<State> = Vec::with_capacity(self.states.len() * options.len());
        for state in &self.states {
            let reached = match self.zones {
                0 => Some(*state),
                zones => {
                    with_piece(*state, trunk, (place, self.place), (zones > 1).then_some(self.least_index))
                }
            };
            let Some(reached) = reached else { continue };
            let affordable = options.iter().take_while(|choice| reached.cost + choice.cost <= most);
            next.extend(affordable.map(|choice| State {
                cost: reached.cost + choice.cost,
                count: reached.count + choice.count,
                index: reached.index + choice.index,
                charge: reached.charge + choice.charge,
                pipe: reached.pipe + choice.pipe,
                fresh: reached.fresh + choice.fresh,
                more: reached.more + choice.more,
                ..START
            }));
        }
        let made = next.len();
        next.retain(|state| limits.hold(state, self.least));
        self.states = undominated(next, limits);
        self.cut |= shorten(&mut self.states, limits.states);
        self.least_index += least_index;
        (self.place, self.zones) = (place, self.zones + 1);
        made
    }

    /// The sums with the piece of pipe from the outdoor unit, the cheapest first.
    pub(super) fn whole(&self, trunk: &Trunk) -> Vec<State> {
        let reached = |state: &State| {
            with_piece(*state, trunk, (0, self.place), (self.zones > 1).then_some(self.least_index))
        };
        let mut whole: Vec<State> = self.states.iter().filter_map(reached).collect();
        whole.sort_unstable();
        whole
    }
}

impl State {
    /// These sums at this cost.
    pub(super) fn of(cost: i64, sums: Sums) -> Self {
        let Sums { index, count, charge, pipe, fresh, more } = sums;
        Self { cost, count, index, charge, pipe, fresh, more, ..START }
    }

    pub(super) fn sums(&self) -> Sums {
        let Self { index, count, charge, pipe, fresh, more, .. } = *self;
        Sums { index, count, charge, pipe, fresh, more }
    }
}

/// The cheapest of `states`, which are in their order, that the outdoor unit takes.
pub(super) fn cheapest(states: &[State], window: &Window<'_>) -> Option<State> {
    states.iter().find(|state| window.takes(state.sums())).copied()
}

impl Layers {
    /// The sums of one option of each of `zones`, from the farthest to the nearest, to be fitted to any of `windows`; those that cost more
    /// than `most`, which has a number for each zone or none, are left out.
    pub(super) fn of(
        zones: &[Hung<'_>],
        windows: &[Window<'_>],
        trunk: Option<&Trunk>,
        family: Option<&Limits>,
        most: &[i64],
    ) -> Self {
        let limits = Limits::of(windows, trunk).without(family);
        let mut layers = vec![vec![START]];
        let (mut cut, mut work, mut sum, mut sum_index) = (false, 0, 0, 0);
        for (position, Hung { place, options, least, least_index }) in zones.iter().enumerate() {
            let Some(last) = layers.last() else { break };
            let nearer = zones.get(position + 1).map_or(0, |next| next.place);
            sum += least;
            sum_index += least_index;
            let mut next: Vec<State> = Vec::with_capacity(last.len() * options.len());
            for (before, state) in last.iter().enumerate() {
                for (option, choice) in options.iter().enumerate() {
                    let sum = State {
                        cost: state.cost + choice.cost,
                        count: state.count + choice.count,
                        index: state.index + choice.index,
                        charge: state.charge + choice.charge,
                        pipe: state.pipe + choice.pipe,
                        fresh: state.fresh + choice.fresh,
                        more: state.more + choice.more,
                        before,
                        option,
                    };
                    next.extend(match trunk {
                        Some(trunk) => {
                            with_piece(sum, trunk, (nearer, *place), (position > 0).then_some(sum_index))
                        }
                        None => Some(sum),
                    });
                }
            }
            work += u64::try_from(next.len()).unwrap_or(u64::MAX);
            // The piece to the next place, which is in the sum already, is part of what the zones cost.
            let most = most.get(position).copied().unwrap_or(i64::MAX);
            next.retain(|state| limits.hold(state, sum) && state.cost <= most);
            let mut kept = undominated(next, &limits);
            cut |= shorten(&mut kept, limits.states);
            layers.push(kept);
        }
        Self { layers, cut, work }
    }

    /// The cheapest sum that the outdoor unit takes; among equals the fewest units, then the smallest index.
    pub(super) fn best(&self, window: &Window<'_>) -> Option<State> {
        cheapest(self.last(), window)
    }

    /// All sums of one option of every zone.
    pub(super) fn last(&self) -> &[State] {
        self.layers.last().map_or(&[], Vec::as_slice)
    }

    /// The option of every zone that led to `state`.
    pub(super) fn trace(&self, state: State) -> Vec<usize> {
        let mut chosen = Vec::with_capacity(self.layers.len());
        let mut at = Some(state);
        for layer in self.layers.iter().rev().skip(1) {
            let Some(state) = at else { break };
            chosen.push(state.option);
            at = layer.get(state.before).copied();
        }
        chosen.reverse();
        chosen
    }
}

/// A state with the piece of pipe to its last zone, and the joint there if the pipe goes on, with what lies beyond at the least; none if no
/// pipe is so large.
fn with_piece(
    state: State,
    trunk: &Trunk,
    (nearer, place): (usize, usize),
    beyond: Option<i64>,
) -> Option<State> {
    if trunk.star {
        return Some(state);
    }
    let tier = trunk.tiers.iter().position(|most| state.index <= *most)?;
    let piece = trunk.pieces.get(tier)?.get(nearer)?.get(place)?;
    let joint = match beyond {
        None => 0,
        Some(least) if trunk.any_order && nearer == place => {
            let from = trunk.tiers.iter().position(|most| least <= *most)?;
            trunk.joint_cost.iter().skip(from).copied().min().unwrap_or(0)
        }
        Some(_) => trunk.joint_cost.get(tier).copied().unwrap_or(0),
    };
    Some(State { cost: state.cost + piece.cost + joint, charge: state.charge + piece.charge_g, ..state })
}

/// The states that no other beats in everything at the same index; from `enough` on a lower index is never worse, because only the
/// upper end of the window is left.
fn undominated(mut states: Vec<State>, limits: &Limits) -> Vec<State> {
    // By index first, so that one pass sees every state of one index together, and those above `enough` by rising index.
    states.sort_unstable_by_key(|state| (state.index, *state));
    // What is not limited is no reason to keep a state.
    let matters = |limit: i64, value: i64| if limit == i64::MAX { 0 } else { value };
    let mut kept: Vec<State> = Vec::with_capacity(states.len());
    // The best among the states that may beat the next.
    let mut stairs: Vec<[i64; 5]> = Vec::new();
    let mut last = None;
    for state in states {
        let shares = last == Some(state.index) || last.is_some_and(|last| last >= limits.enough);
        if !shares {
            stairs.clear();
        }
        last = Some(state.index);
        let own = [
            state.cost,
            matters(limits.count, state.count),
            matters(limits.charge, state.charge),
            matters(limits.pipe, state.pipe),
            matters(limits.fresh, state.fresh),
        ];
        let beats = |a: &[i64; 5], b: &[i64; 5]| a.iter().zip(b).all(|(a, b)| a <= b);
        if !stairs.iter().any(|other| beats(other, &own)) {
            stairs.retain(|other| !beats(&own, other));
            stairs.push(own);
            kept.push(state);
        }
    }
    kept.sort_unstable();
    kept
}

/// Leaves at most so many of the states, which are in their order: the cheaper half, and of the others each that brings more index, or
/// less, than all before it, because an outdoor unit may ask for that. Says whether any were dropped.
fn shorten(states: &mut Vec<State>, most: usize) -> bool {
    if states.len() <= most {
        return false;
    }
    let (mut kept, mut lowest, mut highest) = (0, i64::MAX, i64::MIN);
    states.retain(|state| {
        let beyond = state.index > highest || state.index < lowest;
        let keep = kept < most && (kept < most.div_ceil(2) || beyond);
        kept += usize::from(keep);
        if keep {
            (lowest, highest) = (lowest.min(state.index), highest.max(state.index));
        }
        keep
    });
    true
}
