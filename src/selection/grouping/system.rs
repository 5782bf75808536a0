//! One system: the sums of its zones, and the outdoor unit and options that carry them at the least cost.

use super::canonical::{Choice, Class, Frame, Kind, running};
use super::options::{Growing, Hung, Layers, State, Window, cheapest};
use super::problem::Trunk;
use super::shared_pipe::{Reach, capacity_at, left};

/// The sums of the zones of a system.
#[derive(Debug)]
pub(super) struct Sum {
    profile: Vec<i64>,
    peak: i64,
    heating: i64,
    weight: i64,
    room: i64,
    reach: Reach,
    families: Vec<Totals>,
    /// The sums of options on each shared pipe, as in `families`.
    growing: Vec<Option<Growing>>,
    zones: usize,
    single: Option<i64>,
    /// The outdoor units that one of the zones is kept from.
    kept_from: u128,
    /// How many sums of options the last zone made.
    made: usize,
}

/// What the options of one family add up to.
#[derive(Clone, Copy, Debug)]
struct Totals {
    /// Whether every zone has an option of the family.
    possible: bool,
    /// Whether every zone has one option and no more.
    plain: bool,
    /// The cheapest option of each zone together.
    cost: i64,
    count: i64,
    index: i64,
    charge: i64,
    pipe: i64,
    fresh: i64,
    /// The least and the most that other options would give.
    least_index: i64,
    most_index: i64,
    least_count: i64,
    least_charge: i64,
    least_pipe: i64,
    least_fresh: i64,
}

/// A system at its least cost.
#[derive(Clone, Debug)]
pub(super) struct Best {
    pub(super) cost: i64,
    pub(super) by: By,
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

const NOTHING: Totals = Totals {
    possible: true,
    plain: true,
    cost: 0,
    count: 0,
    index: 0,
    charge: 0,
    pipe: 0,
    fresh: 0,
    least_index: 0,
    most_index: 0,
    least_count: 0,
    least_charge: 0,
    least_pipe: 0,
    least_fresh: 0,
};

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
        for (totals, options) in self.families.iter_mut().zip(&kind.options) {
            totals.add(options);
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
        for ((growing, totals), ((limits, trunk), options)) in
            self.growing.iter_mut().zip(&self.families).zip(shared)
        {
            if let (Some(growing), Some(limits), Some(trunk), true) =
                (growing, limits, trunk, totals.possible)
            {
                self.made += growing.add((kind.site.place, options, kind.least), trunk, limits);
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
            frames.iter().any(|frame| self.within(totals, frame, trunk.as_ref()))
        })
    }

    fn within(&self, totals: &Totals, frame: &Frame, trunk: Option<&Trunk>) -> bool {
        let (cooling, heating) =
            match trunk.map(|trunk| (self.reach.allowed(trunk), self.reach.factors(trunk))) {
                None => (10_000, 10_000),
                Some((true, Some(factors))) => factors,
                Some(_) => return false,
            };
        let most_index = self.reach.most_index(frame, trunk);
        let warm = |points: &[super::problem::Point]| {
            points
                .iter()
                .map(|point| point.capacity_w)
                .max()
                .is_some_and(|most| self.heating <= left(most, heating))
        };
        self.kept_from & frame.bits == 0
            && self.peak <= left(frame.capacity, cooling)
            && (frame.heating.is_empty() || warm(&frame.heating))
            && totals.least_index <= most_index
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
    fn window<'a>(&self, frame: &'a Frame, trunk: Option<&Trunk>) -> Window<'a> {
        let (cooling, heating) =
            trunk.and_then(|trunk| self.reach.factors(trunk)).unwrap_or((10_000, 10_000));
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
            factors: (cooling, heating),
        }
    }

    /// The least cost of these zones as one system; `kinds` are its zones. A zone alone may have its own set, or nothing.
    pub(super) fn best(&self, class: &Class, kinds: &[usize]) -> Option<Best> {
        let mut best: Option<Best> = None;
        let (mut cut, mut work) = (false, 0);
        let all = self.families.iter().zip(class.families.iter().zip(&class.trunks)).enumerate();
        for (family, (totals, (frames, trunk))) in all.filter(|(_, (totals, _))| totals.possible) {
            let trunk = trunk.as_ref();
            let mut layers: Option<Layers> = None;
            let growing = self.growing.get(family).and_then(Option::as_ref);
            let mut whole: Option<Vec<State>> = None;
            for (place, frame) in frames.iter().enumerate() {
                let fixed = frame.cost + running(self.weight, frame.running_permille);
                if best.as_ref().is_some_and(|best| frame.cost + totals.cost >= best.cost) {
                    break;
                }
                if best.as_ref().is_some_and(|best| fixed + totals.cost >= best.cost)
                    || !self.within(totals, frame, trunk)
                    || totals.most_index < frame.least_index
                {
                    continue;
                }
                let window = self.window(frame, trunk);
                let cost = if let (Some(growing), Some(trunk)) = (growing, trunk) {
                    let whole = whole.get_or_insert_with(|| {
                        let whole = growing.whole(trunk);
                        work += u64::try_from(whole.len()).unwrap_or(u64::MAX);
                        cut |= growing.cut;
                        whole
                    });
                    cheapest(whole, &window).map(|state| fixed + state.cost)
                } else if window.takes(totals.sums()) {
                    Some(fixed + totals.cost)
                } else if totals.plain {
                    None
                } else {
                    let layers = layers.get_or_insert_with(|| {
                        let windows: Vec<Window<'_>> =
                            frames.iter().map(|frame| self.window(frame, trunk)).collect();
                        let layers = Layers::of(&class.zones(kinds, family), &windows, trunk, None);
                        work += layers.work;
                        cut |= layers.cut;
                        layers
                    });
                    layers.best(&window).map(|state| fixed + state.cost)
                };
                if let Some(cost) = cost.filter(|cost| best.as_ref().is_none_or(|best| *cost < best.cost)) {
                    best = Some(Best { cost, by: By::Frame(family, place), cut: false, work: 0 });
                }
            }
        }
        if let Some(cost) = self.single.filter(|cost| best.as_ref().is_none_or(|best| *cost < best.cost)) {
            best = Some(Best { cost, by: By::Single, cut: false, work: 0 });
        }
        if best.is_none() && self.zones == 1 {
            best = Some(Best { cost: class.unserved_cost, by: By::Nothing, cut: false, work: 0 });
        }
        best.map(|best| Best { cut, work: work + 1, ..best })
    }
}

/// What options add up to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sums {
    pub(super) index: i64,
    pub(super) count: i64,
    pub(super) charge: i64,
    pub(super) pipe: i64,
    pub(super) fresh: i64,
}

impl Totals {
    fn add(&mut self, options: &[Choice]) {
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
        let mut ends = *cheapest;
        let mut most_index = cheapest.index;
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
    }

    fn sums(&self) -> Sums {
        let Self { index, count, charge, pipe, fresh, .. } = *self;
        Sums { index, count, charge, pipe, fresh }
    }
}

impl Window<'_> {
    /// Whether the outdoor unit takes options of these sums.
    pub(super) fn takes(&self, sums: Sums) -> bool {
        (self.least_index..=self.most_index).contains(&sums.index)
            && sums.count <= self.most_count
            && sums.charge <= self.most_charge
            && sums.pipe <= self.most_pipe
            && sums.fresh <= self.most_fresh
            && self.peak <= left(capacity_at(&self.frame.cooling, sums.index), self.factors.0)
            && (self.frame.heating.is_empty()
                || self.heating <= left(capacity_at(&self.frame.heating, sums.index), self.factors.1))
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
        let mut sum = Sum::empty(self);
        let mut kinds = kinds.to_vec();
        // The farthest first: kinds are numbered so.
        kinds.sort_unstable();
        let mut made = 0;
        for kind in kinds.iter().filter_map(|kind| self.kinds.get(*kind)) {
            sum.grow(kind, self);
            made += sum.made;
        }
        sum.made = made;
        sum
    }

    /// A set of zones as one system at its least cost.
    pub(super) fn best(&self, kinds: &[usize]) -> Option<Best> {
        self.sum(kinds).best(self, kinds)
    }

    pub(super) fn frame(&self, family: usize, place: usize) -> Option<&Frame> {
        self.families.get(family)?.get(place)
    }

    /// The zones with their options of a family, the farthest first: kinds are numbered so.
    fn zones(&self, kinds: &[usize], family: usize) -> Vec<Hung<'_>> {
        let mut kinds = kinds.to_vec();
        kinds.sort_unstable();
        let kinds = kinds.iter().filter_map(|kind| self.kinds.get(*kind));
        kinds
            .filter_map(|kind| Some((kind.site.place, kind.options.get(family)?.as_slice(), kind.least)))
            .collect()
    }

    /// The place of every zone's option among those of the zone, for the outdoor unit at `place` of `family`; `kinds` in their order.
    pub(super) fn ranks(&self, kinds: &[usize], family: usize, place: usize) -> Vec<usize> {
        let sum = self.sum(kinds);
        let zones = self.zones(kinds, family);
        let frames = self.families.get(family).map_or(&[][..], Vec::as_slice);
        let trunk = self.trunks.get(family).and_then(Option::as_ref);
        let (Some(totals), Some(frame)) = (sum.families.get(family), frames.get(place)) else {
            return Vec::new();
        };
        let window = sum.window(frame, trunk);
        let shared = trunk.is_some_and(|trunk| !trunk.star);
        let chosen = if !shared && window.takes(totals.sums()) {
            vec![0; zones.len()]
        } else {
            let windows: Vec<Window<'_>> = frames.iter().map(|frame| sum.window(frame, trunk)).collect();
            let layers =
                Layers::of(&zones, &windows, trunk, self.shared.get(family).and_then(Option::as_ref));
            layers.best(&window).map_or_else(Vec::new, |state| layers.trace(state))
        };
        let ranks = zones.iter().zip(chosen).filter_map(|((_, options, _), option)| options.get(option));
        ranks.map(|choice| choice.rank).collect()
    }
}
