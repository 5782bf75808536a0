//! One system: the sums of its zones, and the outdoor unit and options that carry them at the least cost.

use super::canonical::{Choice, Class, Kind, running};
use super::frame::Frame;
use super::options::{Growing, Hung, Layers, State, cheapest};
use super::problem::Trunk;
use super::shared_pipe::{Reach, WHOLE, left};
use super::totals::{NOTHING, Totals};
use super::window::Window;

/// The sums of the zones of a system.
#[derive(Debug)]
pub(super) struct Sum {
    profile: Vec<i64>,
    peak: i64,
    heating: i64,
    pub(super) weight: i64,
    room: i64,
    reach: Reach,
    pub(super) families: Vec<Totals>,
    /// The sums of options on each shared pipe, as in `families`.
    pub(super) growing: Vec<Option<Growing>>,
    zones: usize,
    single: Option<i64>,
    /// The outdoor units that one of the zones is kept from.
    kept_from: u128,
    /// How many sums of options the last zone made.
    made: usize,
}

/// A system at its least cost.
#[derive(Clone, Copy, Debug)]
pub(super) struct Best {
    pub(super) cost: i64,
    pub(super) by: By,
}

/// A system at its least cost, and what it could cost at the least with what was left out of the options of its zones.
#[derive(Clone, Debug)]
pub(super) struct Weighed {
    pub(super) best: Option<Best>,
    /// Only where it is less than the best; otherwise the largest number.
    pub(super) least: i64,
    /// Whether options were dropped that might have cost less.
    pub(super) cut: bool,
    /// How many option states were made.
    pub(super) work: u64,
}

/// What serves the zones of a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// The outdoor unit of this family and place in it.
    Frame(usize, usize),
    /// A set of the zone's own.
    Single,
    /// Nothing.
    Nothing,
}

impl Sum {
    pub(super) fn empty(class: &Class) -> Self {
        Self {
            profile: vec![0; class.hours],
            peak: 0,
            heating: 0,
            weight: 0,
            room: i64::MAX,
            reach: Reach::NOWHERE,
            families: vec![NOTHING; class.families.len()],
            growing: class.shared.iter().map(|limits| limits.as_ref().map(|_| Growing::start())).collect(),
            zones: 0,
            single: None,
            kept_from: 0,
            made: 0,
        }
    }

    /// Becomes equal to `other` without allocating.
    pub(super) fn copy(&mut self, other: &Self) {
        self.profile.clone_from(&other.profile);
        self.families.clone_from(&other.families);
        for (own, other) in self.growing.iter_mut().zip(&other.growing) {
            if let (Some(own), Some(other)) = (own, other) {
                own.copy(other);
            }
        }
        (self.peak, self.heating, self.weight) = (other.peak, other.heating, other.weight);
        (self.room, self.reach) = (other.room, other.reach);
        (self.zones, self.single, self.kept_from) = (other.zones, other.single, other.kept_from);
    }

    /// Of a set of zones, without the sums of their options.
    pub(super) fn of_limits(class: &Class, kinds: &[usize]) -> Self {
        let mut sum = Self::empty(class);
        class.farthest_first(kinds).for_each(|kind| sum.add(kind, class));
        sum
    }

    fn add(&mut self, kind: &Kind, class: &Class) {
        self.peak = 0;
        for (sum, load) in self.profile.iter_mut().zip(&kind.profile) {
            *sum += load;
            self.peak = self.peak.max(*sum);
        }
        self.heating += kind.site.heating_w;
        self.weight += kind.site.weight;
        self.reach.add(kind, class);
        self.room = self.room.min(kind.room);
        for ((totals, options), left_out) in self.families.iter_mut().zip(&kind.options).zip(&kind.left_out) {
            totals.add(options, Some(left_out));
        }
        self.single = if self.zones == 0 { kind.single } else { None };
        self.kept_from |= kind.kept_from;
        self.zones += 1;
    }

    /// Adds a zone that is no farther on the shared pipes than those before it.
    pub(super) fn grow(&mut self, kind: &Kind, class: &Class) {
        self.add(kind, class);
        self.made = 0;
        let shared = class.shared.iter().zip(&class.trunks).zip(&kind.options);
        let own = self.growing.iter_mut().zip(&self.families);
        for (family, ((growing, totals), ((limits, trunk), options))) in own.zip(shared).enumerate() {
            if let (Some(growing), Some(limits), Some(trunk), true) =
                (growing, limits, trunk, totals.possible)
            {
                self.made += growing.add(kind.hung(family, options), trunk, limits);
            }
        }
    }

    /// How many sums of options the last zone made, or all of them where they were added at once.
    pub(super) fn made(&self) -> u64 {
        u64::try_from(self.made).unwrap_or(u64::MAX)
    }

    /// Whether some outdoor unit keeps every limit that more zones only bring nearer; if not, no larger set is a system.
    pub(super) fn can_grow(&self, class: &Class) -> bool {
        let families = self.families.iter().zip(class.families.iter().zip(&class.trunks));
        families.filter(|(totals, _)| totals.possible).any(|(totals, (frames, trunk))| {
            let trunk = trunk.as_ref();
            let left = self.left_by(trunk);
            left.is_some_and(|left| frames.iter().any(|frame| self.within(totals, frame, trunk, left)))
        })
    }

    /// What the pipe leaves of cooling and heating, ten-thousandths; none where it breaks a limit.
    pub(super) fn left_by(&self, trunk: Option<&Trunk>) -> Option<(i64, i64)> {
        let Some(trunk) = trunk else { return Some((WHOLE, WHOLE)) };
        self.reach.factors(trunk).filter(|_| self.reach.allowed(trunk))
    }

    /// Whether an outdoor unit keeps every limit that more zones only bring nearer.
    pub(super) fn within(
        &self,
        totals: &Totals,
        frame: &Frame,
        trunk: Option<&Trunk>,
        (cooling, heating): (i64, i64),
    ) -> bool {
        self.kept_from & frame.bits == 0
            && self.peak <= left(frame.capacity, cooling)
            && (frame.heating.is_empty() || self.heating <= left(frame.heating_capacity, heating))
            && totals.least_index <= self.reach.most_index(frame, trunk)
            && totals.least_count <= frame.most_count
            && totals.least_fresh <= frame.most_fresh
            && totals.least_pipe <= self.pipe_limit(trunk)
            && totals.least_charge <= self.charge_limit(frame)
    }

    /// The most refrigerant that zones and pipes may add, g.
    fn charge_limit(&self, frame: &Frame) -> i64 {
        match frame.charge_limit.filter(|_| self.room != i64::MAX) {
            Some(limit) => limit.saturating_mul(self.room).div_euclid(1000) - frame.charge,
            None => i64::MAX,
        }
    }

    /// The most pipe of all branches, dm.
    fn pipe_limit(&self, trunk: Option<&Trunk>) -> i64 {
        let limit = trunk.and_then(|trunk| trunk.most_total_dm);
        let shared = if trunk.is_some_and(|trunk| trunk.star) { 0 } else { self.reach.farthest_dm() };
        limit.map_or(i64::MAX, |limit| limit - shared)
    }

    /// What an outdoor unit asks of the options.
    pub(super) fn window<'a>(
        &self,
        frame: &'a Frame,
        trunk: Option<&Trunk>,
        factors: (i64, i64),
    ) -> Window<'a> {
        Window {
            frame,
            least_index: frame.least_index,
            most_index: self.reach.most_index(frame, trunk),
            most_count: frame.most_count,
            most_charge: self.charge_limit(frame),
            most_pipe: self.pipe_limit(trunk),
            most_fresh: frame.most_fresh,
            peak: self.peak,
            heating: self.heating,
            factors,
        }
    }

    /// The least cost of these zones as one system, and the least that they could cost with what was left out of their options, if
    /// `beyond` asks for it; `kinds` are its zones. A zone alone may have its own set, or nothing.
    pub(super) fn weigh(&self, class: &Class, kinds: &[usize], beyond: bool) -> Weighed {
        let mut best: Option<Best> = None;
        // What was left out only ever counts where a plant takes nothing that is offered, or takes it at more than that.
        let mut least = i64::MAX;
        let (mut cut, mut work) = (false, 0);
        let all = self.families.iter().zip(class.families.iter().zip(&class.trunks)).enumerate();
        for (family, (totals, (frames, trunk))) in all.filter(|(_, (totals, _))| totals.possible) {
            let trunk = trunk.as_ref();
            let Some(factors) = self.left_by(trunk) else { continue };
            let mut layers: Option<Layers> = None;
            let growing = self.growing.get(family).and_then(Option::as_ref);
            let mut whole: Option<Vec<State>> = None;
            let serving = frames.iter().enumerate().filter(|(_, frame)| self.kept_from & frame.bits == 0);
            for (place, frame) in serving {
                let fixed = frame.cost + running(self.weight, frame.running_permille);
                if best.as_ref().is_some_and(|best| frame.cost + totals.cost >= best.cost) {
                    break;
                }
                let more = Some(totals).filter(|totals| beyond && totals.has_more());
                if best.as_ref().is_some_and(|best| fixed + totals.cost >= best.cost)
                    || !self.within(totals, frame, trunk, factors)
                    || (totals.most_index < frame.least_index && more.is_none())
                {
                    continue;
                }
                let window = self.window(frame, trunk, factors);
                let below = best.as_ref().map_or(least, |best| least.min(best.cost));
                let mut weigh_beyond = |states: &[State]| {
                    let below = below.saturating_sub(fixed);
                    let cost = more.and_then(|totals| window.least_with_more(states, totals, below));
                    least = cost.map_or(least, |cost| fixed + cost);
                };
                let cost = if let (Some(growing), Some(trunk)) = (growing, trunk) {
                    let whole = whole.get_or_insert_with(|| {
                        let whole = growing.whole(trunk);
                        work += u64::try_from(whole.len()).unwrap_or(u64::MAX);
                        cut |= growing.cut;
                        whole
                    });
                    weigh_beyond(whole);
                    cheapest(whole, &window).map(|state| fixed + state.cost)
                } else if window.takes(totals.sums()) {
                    Some(fixed + totals.cost)
                } else if totals.plain {
                    weigh_beyond(&[State::of(totals.cost, totals.sums())]);
                    None
                } else {
                    let layers = layers.get_or_insert_with(|| {
                        let windows: Vec<Window<'_>> =
                            frames.iter().map(|frame| self.window(frame, trunk, factors)).collect();
                        let layers = Layers::of(&class.zones(kinds, family), &windows, trunk, None, &[]);
                        work += layers.work;
                        cut |= layers.cut;
                        layers
                    });
                    weigh_beyond(layers.last());
                    layers.best(&window).map(|state| fixed + state.cost)
                };
                if let Some(cost) = cost.filter(|cost| best.as_ref().is_none_or(|best| *cost < best.cost)) {
                    best = Some(Best { cost, by: By::Frame(family, place) });
                }
            }
        }
        if let Some(cost) = self.single.filter(|cost| best.as_ref().is_none_or(|best| *cost < best.cost)) {
            best = Some(Best { cost, by: By::Single });
        }
        if best.is_none() && self.zones == 1 {
            best = Some(Best { cost: class.unserved_cost, by: By::Nothing });
        }
        Weighed { best, least, cut, work: work + 1 }
    }
}

impl Weighed {
    /// Whether there is a system that costs no more than this.
    pub(super) fn costs_at_most(&self, most: i64) -> bool {
        self.best.is_some_and(|best| best.cost <= most)
    }

    /// The least cost and the number of systems in one number, which is no more than that of the system at its least cost.
    pub(super) fn least_key(&self, class: &Class) -> i64 {
        // What costs more than to serve nobody is in no cheapest way.
        let least = if self.least < class.unserved_cost { self.least * class.scale + 1 } else { i64::MAX };
        self.best.as_ref().map_or(least, |best| least.min(best.key(class)))
    }
}

impl Kind {
    fn hung<'a>(&self, family: usize, options: &'a [Choice]) -> Hung<'a> {
        let least_index = self.least_index.get(family).copied().unwrap_or(0);
        Hung { place: self.site.place, options, least: self.least, least_index }
    }
}

impl Best {
    /// The cost and the number of systems in one number.
    pub(super) fn key(&self, class: &Class) -> i64 {
        self.cost * class.scale + i64::from(self.by != By::Nothing)
    }
}

impl Class {
    /// The sums of a set of zones.
    pub(super) fn sum(&self, kinds: &[usize]) -> Sum {
        self.grown(Sum::empty(self), kinds)
    }

    pub(super) fn grown(&self, mut sum: Sum, kinds: &[usize]) -> Sum {
        let mut made = 0;
        for kind in self.farthest_first(kinds) {
            sum.grow(kind, self);
            made += sum.made;
        }
        sum.made = made;
        sum
    }

    /// Kinds are numbered so.
    pub(super) fn farthest_first(&self, kinds: &[usize]) -> impl Iterator<Item = &Kind> {
        let mut kinds = kinds.to_vec();
        kinds.sort_unstable();
        kinds.into_iter().filter_map(|kind| self.kinds.get(kind))
    }

    pub(super) fn frame(&self, family: usize, place: usize) -> Option<&Frame> {
        self.families.get(family)?.get(place)
    }

    /// The zones with their options of a family, the farthest first: kinds are numbered so.
    pub(super) fn zones(&self, kinds: &[usize], family: usize) -> Vec<Hung<'_>> {
        let mut kinds = kinds.to_vec();
        kinds.sort_unstable();
        let kinds = kinds.iter().filter_map(|kind| self.kinds.get(*kind));
        kinds.filter_map(|kind| Some(kind.hung(family, kind.options.get(family)?))).collect()
    }
}
