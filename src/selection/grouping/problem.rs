//! The question: zones, outdoor units and the cost of a system, all in whole numbers.

/// Zones to be grouped, and what they may be grouped to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The rooms, or groups of rooms, that are served as one.
    pub zones: Vec<Zone>,
    /// The outdoor units, or combinations of modules, each of which may be used any number of times.
    pub outdoors: Vec<Outdoor>,
    /// What every system with an outdoor unit costs beside its equipment, in the unit of all costs.
    pub fixed_cost: i64,
    /// The places where zones may leave a shared pipe, dm from the outdoor unit, rising; the first is 0, the outdoor unit itself.
    pub places_dm: Vec<i64>,
    /// The shared pipe of each family that has one.
    pub trunks: Vec<Trunk>,
    /// How much may be searched.
    pub limits: Limits,
}

/// A zone (区域): its load by hour and what may be hung in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Zone {
    /// Indoor units that carry the zone at its own peak; the caller has tried every rule of the room.
    pub options: Vec<UnitOption>,
    /// What may be hung in it as well and is not searched: the bound counts with it, and where nothing could cost less with it, that is
    /// proved.
    pub left_out: Vec<UnitOption>,
    /// Cooling load at each hour considered, W, never negative; the same hours for every zone.
    pub profile_w: Vec<i64>,
    /// Zones of different classes never share a system: floor, riser, tenant, mode.
    pub class: u32,
    /// The cost of a set of the zone's own that needs no outdoor unit of the list, all included; none if there is no such set.
    pub single_cost: Option<i64>,
    /// Where it leaves a shared pipe, by its position in [`Problem::places_dm`].
    pub place: usize,
    /// From there to each of its units, dm.
    pub branch_dm: i64,
    /// Its height, dm, above whatever all heights are counted from.
    pub height_dm: i64,
    /// Heating load, W, which is added up without simultaneity.
    pub heating_w: i64,
    /// What the running cost of its system is counted by, such as kWh of cooling a year.
    pub weight: i64,
    /// Volume of the smallest room of the zone, dm³; none leaves the zone out of the limit of charge.
    pub smallest_room_dm3: Option<i64>,
    /// The outdoor units that do not serve it: those that have one of these bits.
    pub kept_from: u128,
}

/// Indoor units that may serve a zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitOption {
    /// The caller's name for it, which the answer returns.
    pub id: usize,
    /// The cost of all its units.
    pub cost: i64,
    /// The capacity index (容量指数) of all its units together.
    pub index: i64,
    /// How many units.
    pub count: i64,
    /// Refrigerant that its units and branches add, g.
    pub charge_g: i64,
    /// Pipe of its branches, dm.
    pub pipe_dm: i64,
    /// The part of the index that outdoor units may limit by itself: that of fresh-air units.
    pub fresh_index: i64,
    /// Only outdoor units of the same family take it.
    pub family: u32,
}

/// An outdoor unit, or a combination of modules sold as one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outdoor {
    /// The cost of one.
    pub cost: i64,
    /// Cooling capacity at the conditions of the design by the sum of the indices connected, W: rising points, linear between
    /// them and rounded down, level beyond their ends.
    pub cooling: Vec<Point>,
    /// Heating capacity likewise; empty where heating is not asked for or not known.
    pub heating: Vec<Point>,
    /// What each unit of weight costs to run on it, thousandths of the unit of all costs.
    pub running_permille: i64,
    /// The capacity index that the connection ratio is related to.
    pub index_capacity: i64,
    /// The least connection ratio (配比), ‰.
    pub min_ratio_permille: i64,
    /// The greatest connection ratio, ‰.
    pub max_ratio_permille: i64,
    /// The most of its index that [`UnitOption::fresh_index`] may take, ‰; none if it is not limited.
    pub max_fresh_permille: Option<i64>,
    /// The most indoor units.
    pub max_indoor: i64,
    /// Refrigerant of the outdoor unit, g.
    pub charge_g: i64,
    /// The most refrigerant of a system for each cubic metre of the smallest room served, g/m³; none if it is not limited.
    pub charge_limit_g_m3: Option<i64>,
    /// Only options of the same family connect to it.
    pub family: u32,
    /// Bits by which zones are kept from it; none of a unit that serves every zone.
    pub bits: u128,
}

/// A capacity at a sum of indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The sum of the indices of the indoor units.
    pub index: i64,
    /// W.
    pub capacity_w: i64,
}

/// The pipe that the zones of a system share: from the outdoor unit past each zone's place, the farthest last.
///
/// The piece to a place carries the indices of all zones at it and beyond; zones of one place follow each other in an order of their
/// own. Where a zone leaves the pipe and the pipe goes on, there is a joint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trunk {
    /// The family.
    pub family: u32,
    /// Whether nothing is shared and every unit has a pipe of its own from the outdoor unit: places then count for nothing, and the
    /// pipe of the options is all there is.
    pub star: bool,
    /// The largest index of each diameter, rising; above the last there is no system.
    pub tiers: Vec<i64>,
    /// The cost of a joint by the diameter of the piece that ends there.
    pub joint_cost: Vec<i64>,
    /// Whether a joint between zones of one place costs what the cheapest does with the least index that can lie beyond it, which is a bound
    /// on every order of them: what lies beyond the last of them is the same in all.
    pub any_order: bool,
    /// A piece of each diameter between two places: for diameter, then nearer place, then farther place.
    pub pieces: Vec<Vec<Vec<PieceCost>>>,
    /// What a joint counts as length, dm.
    pub joint_equivalent_dm: i64,
    /// The most from the outdoor unit to the farthest unit with joints as length, dm.
    pub most_equivalent_dm: Option<i64>,
    /// The most from the first place to the farthest unit, dm.
    pub most_reach_dm: Option<i64>,
    /// The most pipe in all, dm.
    pub most_total_dm: Option<i64>,
    /// The most between the heights of zones, dm.
    pub most_height_dm: Option<i64>,
    /// Above each of these heights between zones, dm, the connection ratio is at most this as well, ‰; of a star too.
    pub ratios_above_height: Vec<(i64, i64)>,
    /// What is left of cooling and heating capacity by equivalent length, dm and ten-thousandths: rising lengths, linear between
    /// them and rounded down, level below the first; beyond the last there is no system. Empty where nothing is lost.
    pub length_factors: Vec<LengthFactor>,
}

/// What a piece of pipe costs and holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PieceCost {
    /// In the unit of all costs.
    pub cost: i64,
    /// Refrigerant, g.
    pub charge_g: i64,
}

/// What is left of capacities at an equivalent length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LengthFactor {
    /// dm.
    pub length_dm: i64,
    /// Of cooling, ten-thousandths.
    pub cooling: i64,
    /// Of heating, ten-thousandths.
    pub heating: i64,
}

/// How much may be searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The most steps of work for each class of zones: sets tried, partitions continued and sums of options made.
    pub work: u64,
}

impl Default for Limits {
    /// Forty million steps: measured, half a second at most for one class without a shared pipe, two seconds with one.
    fn default() -> Self {
        Self { work: 40_000_000 }
    }
}
