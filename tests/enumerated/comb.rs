//! A system of several rooms: the shared pipe as a comb, its lengths, what they leave of a capacity, and the sums of the rooms.

use super::books::Bill;
use super::facts::{Case, Verdict, demand, list, number, real, rounded, tenths, text, whole};
use super::plants::{Plant, along};
use super::units::{self, Part, grams};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Up to an index: a diameter and the joint that ends it.
struct Step<'a> {
    up_to: i64,
    pipe: &'a Value,
    kit: Option<&'a str>,
    kg_per_m: f64,
    joint: [i128; 2],
}

/// Equipment and installation of a piece in fen, and what it holds in grams.
type Piece = ([i128; 2], i64);

/// The pipe that rooms share on one kind of plant.
pub(crate) struct Pipe<'a> {
    books: &'a super::books::Books,
    pub(crate) family: Option<&'a Value>,
    steps: Vec<Step<'a>>,
    cable: Option<&'a str>,
    known: RefCell<BTreeMap<(usize, i64), Piece>>,
}

impl<'a> Pipe<'a> {
    pub(crate) fn of(case: &Case<'a>, plant: &Plant<'a>) -> Verdict<Self> {
        let mut pipe = Self {
            books: case.books,
            family: plant.family,
            steps: Vec::new(),
            cable: plant.units[0]["electrical"]["controlCable"].as_str().filter(|_| plant.family.is_some()),
            known: RefCell::new(BTreeMap::new()),
        };
        let Some(family) = plant.family else {
            for size in list(&case.stock.file["waterPipes"]) {
                let up_to = rounded(number(&size["upToM3H"]) * 1000.0);
                pipe.steps.push(Step { up_to, pipe: size, kit: None, kg_per_m: 0.0, joint: [0, 0] });
            }
            return Ok(pipe);
        };
        if !units::shares(family) {
            return Ok(pipe);
        }
        let pipes = list(&family["piping"]["pipes"]);
        let kits = case.stock.of_kind("branchKit").filter(|kit| kit["family"] == family["id"]);
        let mut ends: Vec<i64> = pipes.iter().chain(kits).map(|one| whole(&one["upToIndex"])).collect();
        ends.sort_unstable();
        ends.dedup();
        for up_to in ends {
            let (Ok(size), Ok(kit)) = (units::step(pipes.iter(), up_to), units::kit(case, family, up_to))
            else {
                break;
            };
            let mut bill = Bill::of(case.books);
            bill.product(kit, 1)?;
            bill.piece("installBranchKit", "")?;
            let kg_per_m = units::kg_per_m(family, number(&size["liquidMm"]))?;
            let joint = [bill.equipment, bill.installation];
            pipe.steps.push(Step { up_to, pipe: size, kit: Some(kit), kg_per_m, joint });
        }
        Ok(pipe)
    }

    /// Whether rooms share anything but the plant.
    pub(crate) fn shared(&self) -> bool {
        !self.steps.is_empty()
    }

    /// The diameter for what lies beyond a piece.
    pub(crate) fn step(&self, beyond: i64) -> Verdict<usize> {
        let fits = self.steps.iter().position(|step| beyond <= step.up_to);
        fits.ok_or_else(|| "no pipe so large".to_owned())
    }

    pub(crate) fn joint(&self, step: usize) -> [i128; 2] {
        self.steps[step].joint
    }

    /// A piece of a diameter, `length` dm long.
    pub(crate) fn piece(&self, step: usize, length: i64) -> Verdict<Piece> {
        if let Some(known) = self.known.borrow().get(&(step, length)) {
            return Ok(*known);
        }
        let (of, metres) = (&self.steps[step], real(length) / 10.0);
        let mut bill = Bill::of(self.books);
        if let Some(family) = self.family {
            bill.pipe_pair(of.pipe, &family["piping"], metres)?;
            if let Some(cable) = self.cable {
                bill.metres("controlCable", cable, metres)?;
            }
            bill.refrigerant(text(&family["refrigerant"]), metres, of.kg_per_m)?;
        } else {
            // Flow and return.
            let nominal = format!("DN{}", of.pipe["nominalMm"]);
            bill.metres("waterPipe", &nominal, 2.0 * metres)?;
            bill.metres("waterPipeInsulation", &nominal, 2.0 * metres)?;
        }
        let piece = ([bill.equipment, bill.installation], grams(metres * of.kg_per_m));
        self.known.borrow_mut().insert((step, length), piece);
        Ok(piece)
    }

    /// Names of what a piece is made of, to hold them against what is installed.
    pub(crate) fn made_of(&self, step: usize) -> (&Value, Option<&str>) {
        (self.steps[step].pipe, self.steps[step].kit)
    }
}

/// What a set of rooms does to a pipe, whatever their units: lengths, heights, and what is left of cooling and heating.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    pub(crate) farthest_dm: i64,
    pub(crate) trunk_dm: i64,
    /// Ten-thousandths of cooling and of heating.
    pub(crate) left: [i64; 2],
    /// Thousandths of the greatest ratio, where a height between the units lowers it.
    pub(crate) most_ratio: i64,
    pub(crate) peak_w: i64,
    pub(crate) heat_w: i64,
    pub(crate) smallest_m3: f64,
}

/// The rules of lengths and heights that do not depend on the units.
pub(crate) fn reach(case: &Case<'_>, pipe: &Pipe<'_>, members: &[usize]) -> Verdict<Reach> {
    let rooms = || members.iter().map(|room| &case.rooms[*room]);
    let lengths = |of: &dyn Fn(&super::facts::Room) -> i64| rooms().map(of).collect::<Vec<i64>>();
    let run = lengths(&|room| tenths(room.at("pipeRunM")));
    let places = lengths(&|room| room.take_off());
    let heights = lengths(&|room| tenths(room.at("heightDifferenceM")));
    let most = |list: &[i64]| list.iter().copied().max().unwrap();
    let least = |list: &[i64]| list.iter().copied().min().unwrap();
    let hours = rooms().map(|room| room.hours_w.len()).max().unwrap();
    let at = |hour: usize| rooms().map(|room| room.hours_w.get(hour).copied().unwrap_or(0)).sum::<i64>();
    let mut reach = Reach {
        farthest_dm: most(&run),
        trunk_dm: if pipe.shared() { most(&places) } else { 0 },
        left: [10_000, 10_000],
        most_ratio: i64::MAX,
        peak_w: (0..hours).map(at).max().unwrap(),
        heat_w: rooms().filter_map(|room| room.heating_w).sum(),
        smallest_m3: rooms().filter_map(|room| room.volume_m3).fold(f64::MAX, f64::min),
    };
    let Some(family) = pipe.family else { return Ok(reach) };
    let limits = &family["piping"];
    let limit = |name: &str| tenths(number(&limits[name]));
    let span = most(&heights) - least(&heights);
    demand(span <= limit("indoorHeightM"), "height between indoor units")?;
    demand(reach.farthest_dm <= limit("farthestM"), "pipe length")?;
    for rule in list(&family["ratioRules"]) {
        if span > tenths(number(&rule["aboveIndoorHeightM"])) {
            reach.most_ratio = reach.most_ratio.min(rounded(number(&rule["maximum"]) * 1000.0));
        }
    }
    if !pipe.shared() {
        return Ok(reach);
    }
    let joints = i64::try_from(members.len()).unwrap() - 1;
    let equivalent = reach.farthest_dm + joints * limit("jointEquivalentM");
    demand(equivalent <= limit("farthestEquivalentM"), "equivalent length")?;
    let after_first = reach.farthest_dm - least(&places);
    demand(members.len() < 2 || after_first <= limit("firstBranchM"), "after the first joint")?;
    if !family["lengthFactors"].is_null() {
        for (place, part) in ["cooling", "heating"].into_iter().enumerate() {
            let points: Vec<(i64, i64)> = list(&family["lengthFactors"])
                .iter()
                // A pipe adds to no capacity.
                .map(|at| (tenths(number(&at["lengthM"])), rounded(number(&at[part]) * 10_000.0).min(10_000)))
                .collect();
            demand(equivalent <= points[points.len() - 1].0, "beyond the lengths that the maker rates")?;
            reach.left[place] = along(&points, equivalent);
        }
    }
    Ok(reach)
}

/// What the units of the rooms add up to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Sums {
    pub(crate) index: i64,
    pub(crate) units: i64,
    pub(crate) grams: i64,
    pub(crate) pipe_dm: i64,
    pub(crate) cost: [i128; 2],
}

/// What is left of a capacity at a sum of indices.
pub(crate) fn left(points: &[(i64, i64)], index: i64, share: i64) -> i64 {
    (along(points, index) * share).div_euclid(10_000)
}

/// The rules of a system as a whole.
pub(crate) fn carries(case: &Case<'_>, plant: &Plant<'_>, reach: &Reach, sums: &Sums) -> Verdict<()> {
    demand(left(&plant.cooling, sums.index, reach.left[0]) >= reach.peak_w, "block peak")?;
    let Some(family) = plant.family else { return Ok(()) };
    let warm = plant.heating.is_empty() || left(&plant.heating, sums.index, reach.left[1]) >= reach.heat_w;
    demand(warm, "heating together")?;
    let permille = sums.index * 1000;
    demand(permille >= plant.index * plant.ratio[0], "connection ratio too low")?;
    demand(permille <= plant.index * plant.ratio[1].min(reach.most_ratio), "connection ratio too high")?;
    demand(sums.units <= plant.most_units, "number of indoor units")?;
    let most = tenths(number(&family["piping"]["totalM"]));
    demand(sums.pipe_dm + reach.trunk_dm <= most, "all pipe")?;
    let gas = case.stock.refrigerant(text(&family["refrigerant"]));
    super::rooms::system_charge(gas, &case.country, reach.smallest_m3, sums.grams + plant.grams)
}

/// Adds the next nearer room to the sums of those beyond it: its units, and the pipe from the one before it to its own place.
pub(crate) fn hang(
    pipe: &Pipe<'_>,
    sums: &Sums,
    part: &Part,
    [before, place]: [Option<i64>; 2],
) -> Verdict<Sums> {
    let mut sums = *sums;
    // The piece from here to the room before carries all that lies beyond.
    if let (Some(far), Some(near), true) = (before, place, pipe.shared()) {
        add_piece(pipe, &mut sums, far - near)?;
    }
    sums.index += part.index;
    sums.units += part.units;
    sums.grams += part.grams;
    sums.pipe_dm += part.pipe_dm;
    sums.cost = [sums.cost[0] + part.cost[0], sums.cost[1] + part.cost[1]];
    if pipe.shared() && before.is_some() {
        let joint = pipe.joint(pipe.step(sums.index)?);
        sums.cost = [sums.cost[0] + joint[0], sums.cost[1] + joint[1]];
    }
    Ok(sums)
}

fn add_piece(pipe: &Pipe<'_>, sums: &mut Sums, length: i64) -> Verdict<()> {
    let (cost, held) = pipe.piece(pipe.step(sums.index)?, length)?;
    sums.cost = [sums.cost[0] + cost[0], sums.cost[1] + cost[1]];
    sums.grams += held;
    Ok(())
}

/// The piece from the plant to the nearest room, and the plant itself.
pub(crate) fn close(pipe: &Pipe<'_>, plant: &Plant<'_>, sums: &Sums, nearest: i64) -> Verdict<Sums> {
    let mut sums = *sums;
    if pipe.shared() {
        add_piece(pipe, &mut sums, nearest)?;
    }
    sums.cost = [sums.cost[0] + plant.cost[0], sums.cost[1] + plant.cost[1]];
    Ok(sums)
}
