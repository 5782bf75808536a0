//! Problems drawn at random, the same in every run.

use tonnage::selection::grouping::{
    LengthFactor, Limits, Outdoor, PieceCost, Point, Problem, Trunk, UnitOption, Zone,
};

/// xorshift64 (Marsaglia 2003).
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// From 0 up to below `below`.
    pub(crate) fn below(&mut self, below: i64) -> i64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        i64::try_from((self.0 >> 11) % below.unsigned_abs()).unwrap()
    }

    pub(crate) fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[usize::try_from(self.below(i64::try_from(list.len()).unwrap())).unwrap()]
    }

    pub(crate) fn shuffle<T>(&mut self, list: &mut [T]) {
        for end in (1..list.len()).rev() {
            list.swap(end, usize::try_from(self.below(i64::try_from(end).unwrap() + 1)).unwrap());
        }
    }
}

/// What a drawn problem may have.
#[derive(Clone, Copy)]
pub(crate) struct Form {
    pub(crate) zones: usize,
    pub(crate) options: i64,
    pub(crate) classes: i64,
    pub(crate) families: i64,
    pub(crate) singles: bool,
    pub(crate) charge: bool,
    pub(crate) least_permille: i64,
    /// Whether some options are fresh-air units, of which outdoor units take a share.
    pub(crate) fresh: bool,
    /// Whether rooms share a pipe, with its lengths, heights and losses, are heated and weigh something to run.
    pub(crate) shared: bool,
}

pub(crate) const PLAIN: Form = Form {
    zones: 6,
    options: 1,
    classes: 1,
    families: 1,
    singles: false,
    charge: false,
    least_permille: 500,
    fresh: false,
    shared: false,
};

/// The sizes of indoor units, capacity index, and of outdoor units, kW and cost, near those of the reference instances.
const SIZES: [i64; 11] = [22, 28, 36, 45, 56, 71, 80, 90, 100, 112, 140];
const OUTDOORS: [(i64, i64); 6] =
    [(140, 1250), (252, 1980), (335, 2550), (400, 3020), (500, 3850), (670, 5250)];

pub(crate) fn problem(seed: u64, form: Form) -> Problem {
    let mut dice = Dice::new(seed);
    let zones = (0..form.zones).map(|place| zone(&mut dice, form, place)).collect();
    let mut outdoors = Vec::new();
    for family in 0..form.families {
        for (index, cost) in OUTDOORS {
            if dice.below(5) > 0 || (family == 0 && index == 670) {
                outdoors.push(outdoor(&mut dice, form, family, index, cost));
            }
        }
    }
    let fixed_cost = dice.of(&[0, 200, 350]);
    let (places_dm, trunks) = if form.shared {
        (PLACES_DM.to_vec(), (0..form.families).map(|family| trunk(&mut dice, family)).collect())
    } else {
        (vec![0], Vec::new())
    };
    Problem { zones, outdoors, fixed_cost, places_dm, trunks, limits: Limits::default() }
}

const PLACES_DM: [i64; 5] = [0, 80, 140, 155, 300];

fn trunk(dice: &mut Dice, family: i64) -> Trunk {
    let tiers = vec![60, 160, 400, 1100];
    let piece = |tier: i64, from: i64, to: i64| PieceCost {
        cost: (to - from).max(0) * (3 + 2 * tier),
        charge_g: (to - from).max(0) * (2 + tier),
    };
    let row = |tier: i64, from: i64| PLACES_DM.iter().map(|to| piece(tier, from, *to)).collect();
    let table = |tier: i64| PLACES_DM.iter().map(|from| row(tier, *from)).collect();
    let limited = |dice: &mut Dice, limit: i64| (dice.below(3) == 0).then_some(limit);
    Trunk {
        family: u32::try_from(family).unwrap(),
        star: dice.below(5) == 0,
        joint_cost: vec![20, 30, 45, 80],
        any_order: false,
        pieces: (0..4).map(table).collect(),
        tiers,
        joint_equivalent_dm: 5,
        most_equivalent_dm: limited(dice, 330),
        most_reach_dm: limited(dice, 200),
        most_total_dm: limited(dice, 420),
        most_height_dm: limited(dice, 150),
        // Of several the lowest holds, wherever it stands in the list.
        ratios_above_height: match dice.below(3) {
            0 => vec![(60, 1150), (120, 900), (90, 1050)],
            _ => Vec::new(),
        },
        length_factors: if dice.below(2) == 0 {
            Vec::new()
        } else {
            [(100, 10_000, 10_000), (250, 9_400, 9_700), (400, 8_800, 9_300)]
                .map(|(length_dm, cooling, heating)| LengthFactor { length_dm, cooling, heating })
                .to_vec()
        },
    }
}

fn zone(dice: &mut Dice, form: Form, place: usize) -> Zone {
    let size = usize::try_from(dice.below(9)).unwrap();
    let load = SIZES[size] * (80 + dice.below(20));
    let peak = dice.below(5);
    let profile_w = (0..6).map(|hour| load * (10 - 2 * (hour - peak).abs().min(4)) / 10).collect();
    let options = (0..=dice.below(form.options)).map(|number| {
        let larger = size + usize::try_from(dice.below(3).min(number)).unwrap();
        let family = u32::try_from(dice.below(form.families)).unwrap();
        let cost = 120 + SIZES[larger] * 2 + dice.below(60);
        let id = place * 100 + usize::try_from(number).unwrap();
        let count = 1 + dice.below(2);
        let charge_g = if form.charge { 300 + dice.below(700) } else { 0 };
        let pipe_dm = if form.shared { count * 30 } else { 0 };
        // Drawn without the dice, so that every other number of a seed stays what it is.
        let fresh_index = if form.fresh && (place + usize::try_from(number).unwrap()).is_multiple_of(3) {
            SIZES[larger]
        } else {
            0
        };
        UnitOption { id, cost, index: SIZES[larger], count, charge_g, pipe_dm, fresh_index, family }
    });
    let options = options.collect();
    let shared = |dice: &mut Dice, below: i64| if form.shared { dice.below(below) } else { 0 };
    Zone {
        options,
        left_out: Vec::new(),
        profile_w,
        place: usize::try_from(shared(dice, 5)).unwrap(),
        branch_dm: if form.shared { 30 } else { 0 },
        height_dm: shared(dice, 4) * 60,
        heating_w: shared(dice, 2) * load * 7 / 10,
        weight: shared(dice, 2) * load / 10,
        class: u32::try_from(dice.below(form.classes)).unwrap(),
        single_cost: (form.singles && dice.below(2) == 0).then(|| 400 + load / 10 + dice.below(300)),
        smallest_room_dm3: (form.charge && dice.below(4) > 0).then(|| 20_000 + dice.below(60_000)),
        kept_from: 0,
    }
}

fn outdoor(dice: &mut Dice, form: Form, family: i64, index: i64, cost: i64) -> Outdoor {
    Outdoor {
        cost: cost + dice.below(200),
        cooling: if form.shared {
            [(index / 2, index * 47), (index, index * 93), (index * 13 / 10, index * 97)]
                .map(|(index, capacity_w)| Point { index, capacity_w })
                .to_vec()
        } else {
            vec![Point { index: 0, capacity_w: index * 93 }]
        },
        heating: if form.shared && dice.below(2) == 0 {
            vec![Point { index: 0, capacity_w: index * 80 }]
        } else {
            Vec::new()
        },
        running_permille: if form.shared { dice.below(400) } else { 0 },
        index_capacity: index,
        min_ratio_permille: form.least_permille,
        max_ratio_permille: dice.of(&[1000, 1100, 1300]),
        max_fresh_permille: (form.fresh && index != 252).then_some(if index < 400 { 200 } else { 300 }),
        max_indoor: 3 + index / 40,
        charge_g: if form.charge { 3000 + index * 15 } else { 0 },
        charge_limit_g_m3: form.charge.then(|| dice.of(&[300, 420])),
        family: u32::try_from(family).unwrap(),
        bits: 0,
    }
}

/// The same problem with outdoor units of three sorts and one of none, and every other zone kept from one of the sorts.
pub(crate) fn kept(mut problem: Problem) -> Problem {
    for (position, outdoor) in problem.outdoors.iter_mut().enumerate() {
        outdoor.bits = [1, 2, 4, 0][position % 4];
    }
    for (position, zone) in problem.zones.iter_mut().enumerate() {
        zone.kept_from = [1, 0, 4, 0, 3, 0, 2][position % 7];
    }
    problem
}

/// The same problem with every zone at a place of its own: zones of one place have no order that a rule could name.
pub(crate) fn apart(mut problem: Problem) -> Problem {
    let number = problem.zones.len();
    let mut order: Vec<usize> = (0..number).collect();
    order.sort_by_key(|zone| (problem.zones[*zone].place, *zone));
    let mut places = vec![0_i64];
    for (position, zone) in order.iter().enumerate() {
        let old = problem.places_dm[problem.zones[*zone].place];
        places.push(old + 1 + i64::try_from(position).unwrap());
        problem.zones[*zone].place = position + 1;
    }
    for trunk in &mut problem.trunks {
        for (tier, pieces) in trunk.pieces.iter_mut().enumerate() {
            let tier = i64::try_from(tier).unwrap();
            let piece = |from: i64, to: i64| PieceCost {
                cost: (to - from).max(0) * (3 + 2 * tier),
                charge_g: (to - from).max(0) * (2 + tier),
            };
            *pieces = places.iter().map(|from| places.iter().map(|to| piece(*from, *to)).collect()).collect();
        }
    }
    problem.places_dm = places;
    problem
}
