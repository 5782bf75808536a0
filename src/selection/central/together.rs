//! What rooms that share a plant ask of it together: the worst air of each, and every worst that some of them have.

use crate::selection::demand::Demand;
use std::cmp::Ordering;

/// What all rooms that may share a system ask of the outdoor unit together: the worst of each.
#[derive(Clone, Debug)]
pub(in crate::selection) struct Together {
    /// What they have in common, and heated where any of them is.
    pub(in crate::selection) common: Demand,
    /// The lowest wet bulb of their air, °C: a coil gives least there.
    pub(in crate::selection) indoor_wet_bulb_c: f64,
    /// The warmest outdoor air that is taken in, °C.
    pub(in crate::selection) outdoor_c: f64,
    /// The warmest of the heated rooms in winter, °C; of no meaning where none is.
    pub(in crate::selection) winter_indoor_c: f64,
    /// Whether any of them is heated.
    pub(in crate::selection) heats: bool,
    /// The longest power cable, m.
    pub(in crate::selection) power_cable_run_m: f64,
}

impl Together {
    pub(in crate::selection) fn of(demands: &[&Demand]) -> Option<Self> {
        let heating_w = demands.iter().find_map(|demand| demand.heating_w);
        Self::at(demands, heating_w, Air::with)
    }

    /// The best of each instead of the worst, and heated only where all of them are: no plant gives any of them more, or costs less.
    pub(in crate::selection) fn best_of(demands: &[&Demand]) -> Option<Self> {
        let heated = demands.iter().all(|demand| demand.heating_w.is_some());
        let heating_w = demands.first().and_then(|demand| demand.heating_w).filter(|_| heated);
        Self::at(demands, heating_w, Air::better_of)
    }

    fn at(demands: &[&Demand], heating_w: Option<i64>, both: fn(Air, Air) -> Air) -> Option<Self> {
        let airs = demands.iter().map(|demand| Air::of(demand));
        let Air([dry, outdoor_c, winter_indoor_c, power_cable_run_m]) = airs.reduce(both)?;
        let mut common = (*demands.first()?).clone();
        common.heating_w = heating_w;
        common.place.summer_dry_bulb_c = outdoor_c;
        let heats = common.heating_w.is_some();
        Some(Self { common, indoor_wet_bulb_c: -dry, outdoor_c, winter_indoor_c, heats, power_cable_run_m })
    }
}

/// What of a room a plant is read and priced by, each figure so that a larger one is worse: how dry the air is, the outdoor air, the
/// air in winter where it is heated, the power cable.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Air([f64; 4]);

impl Air {
    fn of(demand: &Demand) -> Self {
        Self([
            -demand.air.wet_bulb_c,
            demand.place.summer_dry_bulb_c,
            demand.heating_w.map_or(f64::MIN, |_| demand.winter_indoor_c),
            demand.circumstances.power_cable_run_m,
        ])
    }

    /// The worst of both.
    fn with(self, other: Self) -> Self {
        let [[a, b, c, d], [e, f, g, h]] = [self.0, other.0];
        Self([a.max(e), b.max(f), c.max(g), d.max(h)])
    }

    /// The best of both.
    fn better_of(self, other: Self) -> Self {
        let [[a, b, c, d], [e, f, g, h]] = [self.0, other.0];
        Self([a.min(e), b.min(f), c.min(g), d.min(h)])
    }

    /// Whether the other is no worse in anything.
    fn covers(self, other: Self) -> bool {
        self.with(other) == self
    }

    /// An order that rests on nothing but the air.
    fn order(&self, other: &Self) -> Ordering {
        let pairs = self.0.iter().zip(&other.0);
        pairs.fold(Ordering::Equal, |order, (own, other)| order.then_with(|| own.total_cmp(other)))
    }
}

/// Those of `demands` whose own air is no worse than the worst of `rooms` together: the rooms of the level at the air of `rooms`.
pub(in crate::selection) fn within(demands: &[(usize, &Demand)], rooms: &[usize]) -> Vec<usize> {
    let own = demands.iter().filter(|(position, _)| rooms.contains(position));
    let Some(worst) = own.map(|(_, demand)| Air::of(demand)).reduce(Air::with) else { return Vec::new() };
    let within = demands.iter().filter(|(_, demand)| worst.covers(Air::of(demand)));
    within.map(|(position, _)| *position).collect()
}

/// Rooms that a plant is read for: every worst air that some of `demands` have together, each with all the rooms (by their positions)
/// whose own is no worse, the most rooms first. The first is all of them. None where they are more than `most`. Without `by_cable` the
/// power cable makes no difference.
pub(in crate::selection) fn levels(
    demands: &[(usize, &Demand)],
    by_cable: bool,
    most: usize,
) -> Option<Vec<Vec<usize>>> {
    let longest =
        demands.iter().map(|(_, demand)| demand.circumstances.power_cable_run_m).fold(0.0, f64::max);
    let air = |demand: &Demand| {
        let Air([dry, outdoor, winter, cable]) = Air::of(demand);
        Air([dry, outdoor, winter, if by_cable { cable } else { longest }])
    };
    let mut worst: Vec<Air> = Vec::new();
    for (_, demand) in demands {
        let own = air(demand);
        let found: Vec<Air> = worst.iter().map(|other| other.with(own)).chain([own]).collect();
        for air in found {
            if !worst.contains(&air) {
                worst.push(air);
            }
        }
        if worst.len() > most {
            return None;
        }
    }
    let within = |air: Air| {
        let rooms = demands.iter().filter(|(_, demand)| air.covers(Air::of(demand)));
        (air, rooms.map(|(position, _)| *position).collect::<Vec<usize>>())
    };
    let sets: Vec<(Air, Vec<usize>)> = worst.into_iter().map(within).collect();
    let sets = crate::ordering::sorted(sets, |a, b| b.1.len().cmp(&a.1.len()).then_with(|| a.0.order(&b.0)));
    Some(sets.into_iter().map(|(_, rooms)| rooms).collect())
}
