//! Everything: every partition of the rooms, every plant for every block, every product and number of units in every room.
//!
//! Left out is only what cannot win: units that break a rule of their room, and choices that cost no less than what is at hand even
//! if all that is still open took the cheapest.

use super::comb::{self, Pipe, Reach, Sums};
use super::facts::{Case, Verdict};
use super::own;
use super::plants::{self, Plant};
use super::units::Part;
use std::collections::BTreeMap;

/// What a room without a system counts, fen: more than any systems cost, so that the fewest stay without.
pub(crate) const UNSERVED: i128 = 1_000_000_000_000_000;

/// The least cost of all, and how much was tried.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    pub(crate) cost: i128,
    pub(crate) unserved: i128,
    pub(crate) partitions: u64,
    /// Systems that were made up to the last unit.
    pub(crate) systems: u64,
    /// The systems of the least cost, for people.
    pub(crate) told: Vec<String>,
    /// The rooms without a system.
    pub(crate) without: Vec<usize>,
}

/// Plants that the same units connect to.
struct Kind<'a> {
    pipe: Pipe<'a>,
    /// The plants at each air that rooms of the class have together, the cheapest first.
    plants: BTreeMap<String, Vec<Plant<'a>>>,
    /// What each room of the class may have, the cheapest first.
    parts: Vec<Vec<Part>>,
}

/// A block of a partition at its least cost.
#[derive(Clone, Debug)]
struct Block {
    cost: i128,
    told: String,
    without: Option<usize>,
}

/// The least cost of a project over everything that is offered: first of what its makers vouch for in winter, then with the rest for the
/// heated rooms that nothing served.
pub(crate) fn optimum(mut case: Case<'_>) -> Found {
    case.rooms.iter_mut().for_each(|room| room.trusts = !room.heats());
    let found = least(&case);
    let open: Vec<usize> = found.without.iter().copied().filter(|room| case.rooms[*room].heats()).collect();
    if open.is_empty() {
        return found;
    }
    open.into_iter().for_each(|room| case.rooms[room].trusts = true);
    least(&case)
}

fn least(case: &Case<'_>) -> Found {
    let mut classes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (position, room) in case.rooms.iter().enumerate() {
        classes.entry(&room.class).or_default().push(position);
    }
    let mut found = Found::default();
    for class in classes.values() {
        let best = best_of_class(case, class);
        found.unserved += best.cost / UNSERVED;
        found.cost += best.cost % UNSERVED;
        found.told.extend(best.told);
        found.without.extend(best.without);
        found.partitions += best.partitions;
        found.systems += best.systems;
    }
    found
}

fn best_of_class(case: &Case<'_>, class: &[usize]) -> Found {
    let kinds = kinds(case, class);
    let mut systems = 0;
    let mut blocks: Vec<Option<Block>> = vec![None];
    // What the rooms of a set cost at best if they are split up.
    let mut apart: Vec<i128> = vec![0];
    for set in 1..1_usize << class.len() {
        let lowest = set & set.wrapping_neg();
        let mut bound = i128::MAX;
        let mut part = (set - 1) & set;
        while part > 0 {
            if let Some(block) = blocks[part].as_ref().filter(|_| part & lowest != 0) {
                bound = bound.min(block.cost + apart[set ^ part]);
            }
            part = (part - 1) & set;
        }
        let mut best: Option<Block> = None;
        if set == lowest {
            let room = &case.rooms[class[usize::try_from(set.trailing_zeros()).unwrap()]];
            let own = own::least(case, room);
            bound = own.unwrap_or(UNSERVED);
            let position = class[usize::try_from(set.trailing_zeros()).unwrap()];
            let without = own.is_none().then_some(position);
            best = Some(Block { cost: bound, told: format!("{} alone {own:?}", room.id), without });
        }
        for kind in &kinds {
            let air = plants::air(case, &members_of(class, set));
            let Some(plants) = kind.plants.get(&air) else { continue };
            let mut search =
                Search { case, kind, plants, members: Vec::new(), bound, best: None, systems: 0 };
            search.set(class, set);
            systems += search.systems;
            if let Some(found) = search.best {
                bound = found.cost;
                best = Some(found);
            }
        }
        apart.push(bound);
        blocks.push(best);
    }
    let mut least = Found { cost: i128::MAX, systems, ..Found::default() };
    partition(&blocks, (1 << class.len()) - 1, &mut Vec::new(), &mut |chosen| {
        least.partitions += 1;
        let cost = chosen.iter().map(|block| block.cost).sum();
        if cost < least.cost {
            least.cost = cost;
            let told: Vec<&str> = chosen.iter().map(|block| block.told.as_str()).collect();
            least.told = vec![told.join("; ")];
            least.without = chosen.iter().filter_map(|block| block.without).collect();
        }
    });
    least
}

/// Every partition of a set into blocks, each once; a block that costs no less than its rooms apart is none.
fn partition<'b>(
    blocks: &'b [Option<Block>],
    rest: usize,
    chosen: &mut Vec<&'b Block>,
    each: &mut dyn FnMut(&[&Block]),
) {
    if rest == 0 {
        each(chosen);
        return;
    }
    let lowest = rest & rest.wrapping_neg();
    let others = rest ^ lowest;
    let mut company = others;
    loop {
        if let Some(block) = &blocks[company | lowest] {
            chosen.push(block);
            partition(blocks, others ^ company, chosen, each);
            chosen.pop();
        }
        if company == 0 {
            break;
        }
        company = (company - 1) & others;
    }
}

fn kinds<'a>(case: &Case<'a>, class: &[usize]) -> Vec<Kind<'a>> {
    let mut kinds: Vec<Kind<'a>> = Vec::new();
    let mut read: BTreeMap<String, Vec<Plant<'a>>> = BTreeMap::new();
    for set in 1..1_usize << class.len() {
        let served = members_of(class, set);
        read.entry(plants::air(case, &served)).or_insert_with(|| plants::all(case, &served));
    }
    for (air, plants) in read {
        for plant in plants {
            let id = |family: Option<&serde_json::Value>| family.map(|family| family["id"].clone());
            let known = kinds.iter_mut().find(|kind| id(kind.pipe.family) == id(plant.family));
            if let Some(kind) = known {
                kind.plants.entry(air.clone()).or_default().push(plant);
                continue;
            }
            let Ok(pipe) = Pipe::of(case, &plant) else { continue };
            let rooms = class.iter().map(|room| {
                let mut parts = plants::parts(case, &case.rooms[*room], plant.family);
                parts.sort_by_key(|part| part.cost[0] + part.cost[1]);
                parts
            });
            let parts = rooms.collect();
            kinds.push(Kind { pipe, plants: BTreeMap::from([(air.clone(), vec![plant])]), parts });
        }
    }
    for plants in kinds.iter_mut().flat_map(|kind| kind.plants.values_mut()) {
        plants.sort_by_key(|plant| plant.cost[0] + plant.cost[1]);
    }
    kinds
}

/// The rooms of a class that a set has.
fn members_of(class: &[usize], set: usize) -> Vec<usize> {
    (0..class.len()).filter(|room| set >> room & 1 == 1).map(|room| class[room]).collect()
}

/// Every system of one set of rooms on one kind of plant.
struct Search<'s, 'a> {
    case: &'s Case<'a>,
    kind: &'s Kind<'a>,
    /// The plants at the air of the rooms.
    plants: &'s [Plant<'a>],
    /// Place on the pipe, what may hang there, and the room, the farthest first.
    members: Vec<(i64, &'s [Part], usize)>,
    bound: i128,
    best: Option<Block>,
    systems: u64,
}

/// What a choice of units is made for.
struct Open<'p, 'a> {
    plant: &'p Plant<'a>,
    reach: Reach,
    /// The least that the rooms from each on still add, fen.
    least: Vec<i128>,
}

impl Search<'_, '_> {
    fn set(&mut self, class: &[usize], set: usize) {
        let inside: Vec<usize> = (0..class.len()).filter(|room| set >> room & 1 == 1).collect();
        let rooms: Vec<usize> = inside.iter().map(|room| class[*room]).collect();
        let Ok(reach) = comb::reach(self.case, &self.kind.pipe, &rooms) else { return };
        if inside.iter().any(|room| self.kind.parts[*room].is_empty()) {
            return;
        }
        self.members = inside
            .iter()
            .map(|room| {
                let take_off = self.case.rooms[class[*room]].take_off();
                (take_off, self.kind.parts[*room].as_slice(), class[*room])
            })
            .collect();
        self.members.sort_by_key(|member| -member.0);
        self.orders(0, reach);
    }

    /// Rooms at one place hang in every order, because the joints between them depend on it.
    fn orders(&mut self, from: usize, reach: Reach) {
        if from == self.members.len() {
            self.in_order(reach);
            return;
        }
        for next in from..self.members.len() {
            if self.members[next].0 == self.members[from].0 && (next == from || self.kind.pipe.shared()) {
                self.members.swap(from, next);
                self.orders(from + 1, reach);
                self.members.swap(from, next);
            }
        }
    }

    fn in_order(&mut self, reach: Reach) {
        let mut least = vec![0_i128];
        for (_, parts, _) in self.members.iter().rev() {
            let cheapest = parts.iter().map(|part| part.cost[0] + part.cost[1]).min().unwrap();
            least.push(least[least.len() - 1] + cheapest);
        }
        least.reverse();
        for plant in self.plants {
            if plant.cost[0] + plant.cost[1] + least[0] >= self.bound {
                break;
            }
            let most = plant.cooling.iter().map(|point| point.1).max().unwrap();
            let serves = |member: &(i64, &[Part], usize)| {
                plants::serves(self.case, plant, &self.case.rooms[member.2]).is_ok()
            };
            if most * reach.left[0] / 10_000 < reach.peak_w || !self.members.iter().all(serves) {
                continue;
            }
            let open = Open { plant, reach, least: least.clone() };
            self.hang(&open, &Sums::default(), 0, &mut Vec::new());
        }
    }

    fn hang(&mut self, open: &Open<'_, '_>, sums: &Sums, next: usize, chosen: &mut Vec<(usize, usize)>) {
        let fixed = open.plant.cost[0] + open.plant.cost[1];
        let Some((place, parts, _)) = self.members.get(next).copied() else {
            self.systems += 1;
            self.whole(open, sums, chosen).ok();
            return;
        };
        let before = next.checked_sub(1).map(|before| self.members[before].0);
        for (number, part) in parts.iter().enumerate() {
            let own = part.cost[0] + part.cost[1];
            let at_hand = sums.cost[0] + sums.cost[1] + fixed;
            if at_hand + own + open.least[next + 1] >= self.bound {
                // The parts are sorted: every other costs more.
                break;
            }
            let most = open.plant.index * open.plant.ratio[1].min(open.reach.most_ratio);
            if self.kind.pipe.family.is_some() && (sums.index + part.index) * 1000 > most {
                continue;
            }
            let Ok(sums) = comb::hang(&self.kind.pipe, sums, part, [before, Some(place)]) else { continue };
            chosen.push((next, number));
            self.hang(open, &sums, next + 1, chosen);
            chosen.pop();
        }
    }

    fn whole(&mut self, open: &Open<'_, '_>, sums: &Sums, chosen: &[(usize, usize)]) -> Verdict<()> {
        let nearest = self.members[self.members.len() - 1].0;
        let sums = comb::close(&self.kind.pipe, open.plant, sums, nearest)?;
        let cost = sums.cost[0] + sums.cost[1];
        if cost >= self.bound {
            return Ok(());
        }
        comb::carries(self.case, open.plant, &open.reach, &sums)?;
        let plant: Vec<String> = open.plant.units.iter().map(|unit| unit["id"].to_string()).collect();
        let rooms = chosen.iter().map(|(member, number)| {
            let (_, parts, room) = &self.members[*member];
            format!("{} {}x{}", self.case.rooms[*room].id, parts[*number].units, parts[*number].product)
        });
        let told = format!("{} with {} at {cost}", plant.join("+"), rooms.collect::<Vec<_>>().join(", "));
        (self.bound, self.best) = (cost, Some(Block { cost, told, without: None }));
        Ok(())
    }
}
