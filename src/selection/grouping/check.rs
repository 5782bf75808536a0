//! Whether a problem can be computed: every number in its range, every list in its length.

use super::problem::{Outdoor, Problem, Trunk, UnitOption, Zone};
use crate::error::{Error, Fault, Problem as Flaw};
use crate::num;
use std::fmt::Arguments;

const MOST_ZONES: usize = 1000;
const MOST_OUTDOORS: usize = 10_000;
const MOST_OPTIONS: usize = 1000;
/// As many options as a room has products of a catalogue.
const MOST_LEFT_OUT: usize = 100_000;
/// Twelve days of hours.
const MOST_HOURS: usize = 288;

/// The largest cost, volume and load that are taken. Of volumes and loads a thousand stay far inside 64 bits; of costs the sum of
/// each class is looked at by itself.
const MOST_COST: i64 = 100_000_000_000_000_000;
const MOST_WATTS: i64 = 1_000_000_000;
const MOST_INDEX: i64 = 1_000_000_000;
const MOST_COUNT: i64 = 1_000_000;
const MOST_GRAMS: i64 = 1_000_000_000;
/// A hundred kilometres.
const MOST_DM: i64 = 1_000_000;
/// The whole, ten-thousandths: no pipe adds to a capacity.
const MOST_FACTOR: i64 = 10_000;
const MOST_DM3: i64 = 1_000_000_000_000;
/// Ten times the index of the outdoor unit.
const MOST_PERMILLE: i64 = 10_000;
/// A thousand times the limit of any refrigerant.
const MOST_GRAMS_M3: i64 = 1_000_000;

pub(super) fn check(problem: &Problem) -> Result<(), Error> {
    let mut flaws = Flaws(Vec::new());
    flaws.list("zones", problem.zones.len(), 1, MOST_ZONES);
    flaws.list("outdoors", problem.outdoors.len(), 1, MOST_OUTDOORS);
    flaws.number(format_args!("fixedCost"), problem.fixed_cost, MOST_COST);
    if flaws.0.is_empty() {
        let hours = problem.zones.first().map_or(0, |zone| zone.profile_w.len());
        flaws.list("zones[0].profileW", hours, 1, MOST_HOURS);
        for (position, zone) in problem.zones.iter().enumerate() {
            flaws.zone(&format!("zones[{position}]"), zone, hours);
        }
        flaws.rising("placesDm", problem.places_dm.iter().copied());
        for (position, zone) in problem.zones.iter().enumerate() {
            let last = problem.places_dm.len().saturating_sub(1);
            let (place, last) = (i64::from(num::count(zone.place)), i64::from(num::count(last)));
            flaws.number(format_args!("zones[{position}].place"), place, last);
        }
        for (position, trunk) in problem.trunks.iter().enumerate() {
            flaws.trunk(&format!("trunks[{position}]"), trunk, problem.places_dm.len());
        }
        for (position, outdoor) in problem.outdoors.iter().enumerate() {
            flaws.outdoor(&format!("outdoors[{position}]"), outdoor);
        }
    }
    Error::from_problems(flaws.0)
}

struct Flaws(Vec<Flaw>);

impl Flaws {
    fn list(&mut self, path: &str, length: usize, minimum: usize, maximum: usize) {
        if length < minimum {
            let fault = Fault::TooFewItems { minimum: num::count(minimum) };
            self.0.push(Flaw { path: path.to_owned(), fault });
        } else if length > maximum {
            let fault = Fault::TooManyItems { maximum: num::count(maximum) };
            self.0.push(Flaw { path: path.to_owned(), fault });
        }
    }

    fn number(&mut self, path: Arguments<'_>, value: i64, maximum: i64) {
        if !(0..=maximum).contains(&value) {
            let fault = Fault::OutOfRange {
                minimum: 0.0,
                maximum: num::from_whole(maximum),
                found: value.to_string(),
            };
            self.0.push(Flaw { path: path.to_string(), fault });
        }
    }

    /// Refuses a list that does not rise from each value to the next.
    fn rising(&mut self, path: &str, values: impl Iterator<Item = i64>) {
        let mut before: Option<i64> = None;
        for (position, value) in values.enumerate() {
            if let Some(least) = before.filter(|before| value <= *before) {
                let minimum = num::from_whole(least);
                let fault = Fault::OutOfRange { minimum, maximum: minimum, found: value.to_string() };
                self.0.push(Flaw { path: format!("{path}[{position}]"), fault });
            }
            before = Some(value);
        }
    }

    fn trunk(&mut self, path: &str, trunk: &Trunk, places: usize) {
        self.rising(&format!("{path}.tiers"), trunk.tiers.iter().copied());
        let tiers = trunk.tiers.len();
        self.list(&format!("{path}.jointCost"), trunk.joint_cost.len(), tiers, tiers);
        self.list(&format!("{path}.pieces"), trunk.pieces.len(), tiers, tiers);
        for cost in &trunk.joint_cost {
            self.number(format_args!("{path}.jointCost"), *cost, MOST_COST);
        }
        for (tier, pieces) in trunk.pieces.iter().enumerate() {
            let path = format!("{path}.pieces[{tier}]");
            self.list(&path, pieces.len(), places, places);
            for row in pieces {
                self.list(&path, row.len(), places, places);
                for piece in row {
                    self.number(format_args!("{path}"), piece.cost, MOST_COST);
                    self.number(format_args!("{path}"), piece.charge_g, MOST_GRAMS);
                }
            }
        }
        self.rising(
            &format!("{path}.lengthFactors"),
            trunk.length_factors.iter().map(|factor| factor.length_dm),
        );
        for (height_dm, permille) in &trunk.ratios_above_height {
            self.number(format_args!("{path}.ratiosAboveHeight"), *height_dm, MOST_DM);
            self.number(format_args!("{path}.ratiosAboveHeight"), *permille, MOST_PERMILLE);
        }
        for factor in &trunk.length_factors {
            self.number(format_args!("{path}.lengthFactors"), factor.cooling, MOST_FACTOR);
            self.number(format_args!("{path}.lengthFactors"), factor.heating, MOST_FACTOR);
        }
    }

    fn zone(&mut self, path: &str, zone: &Zone, hours: usize) {
        self.list(&format!("{path}.profileW"), zone.profile_w.len(), hours, hours);
        self.list(&format!("{path}.options"), zone.options.len(), 0, MOST_OPTIONS);
        for (hour, load) in zone.profile_w.iter().enumerate() {
            self.number(format_args!("{path}.profileW[{hour}]"), *load, MOST_WATTS);
        }
        self.list(&format!("{path}.leftOut"), zone.left_out.len(), 0, MOST_LEFT_OUT);
        let options = zone.options.iter().enumerate().map(|(position, option)| ("options", position, option));
        let left_out =
            zone.left_out.iter().enumerate().map(|(position, option)| ("leftOut", position, option));
        for (list, position, option) in options.chain(left_out) {
            let UnitOption { id: _, cost, index, count, charge_g, pipe_dm, fresh_index, family: _ } = *option;
            let path = format!("{path}.{list}[{position}]");
            self.number(format_args!("{path}.cost"), cost, MOST_COST);
            self.number(format_args!("{path}.index"), index, MOST_INDEX);
            self.number(format_args!("{path}.count"), count, MOST_COUNT);
            self.number(format_args!("{path}.chargeG"), charge_g, MOST_GRAMS);
            self.number(format_args!("{path}.pipeDm"), pipe_dm, MOST_DM);
            // It is a part of the index.
            self.number(format_args!("{path}.freshIndex"), fresh_index, index.clamp(0, MOST_INDEX));
        }
        self.number(format_args!("{path}.singleCost"), zone.single_cost.unwrap_or(0), MOST_COST);
        self.number(format_args!("{path}.branchDm"), zone.branch_dm, MOST_DM);
        self.number(format_args!("{path}.heightDm"), zone.height_dm, MOST_DM);
        self.number(format_args!("{path}.heatingW"), zone.heating_w, MOST_WATTS);
        self.number(format_args!("{path}.weight"), zone.weight, MOST_WATTS);
        self.number(format_args!("{path}.smallestRoomDm3"), zone.smallest_room_dm3.unwrap_or(0), MOST_DM3);
    }

    fn outdoor(&mut self, path: &str, outdoor: &Outdoor) {
        for (name, value, maximum) in [
            ("cost", outdoor.cost, MOST_COST),
            ("indexCapacity", outdoor.index_capacity, MOST_INDEX),
            ("minRatioPermille", outdoor.min_ratio_permille, MOST_PERMILLE),
            ("maxRatioPermille", outdoor.max_ratio_permille, MOST_PERMILLE),
            ("maxFreshPermille", outdoor.max_fresh_permille.unwrap_or(0), MOST_PERMILLE),
            ("maxIndoor", outdoor.max_indoor, MOST_COUNT),
            ("chargeG", outdoor.charge_g, MOST_GRAMS),
            ("chargeLimitGM3", outdoor.charge_limit_g_m3.unwrap_or(0), MOST_GRAMS_M3),
        ] {
            self.number(format_args!("{path}.{name}"), value, maximum);
        }
        self.number(format_args!("{path}.runningPermille"), outdoor.running_permille, MOST_COST);
        for (name, points) in [("cooling", &outdoor.cooling), ("heating", &outdoor.heating)] {
            for (position, point) in points.iter().enumerate() {
                let path = format!("{path}.{name}[{position}]");
                self.number(format_args!("{path}.index"), point.index, MOST_INDEX);
                self.number(format_args!("{path}.capacityW"), point.capacity_w, MOST_WATTS);
            }
            self.rising(&format!("{path}.{name}"), points.iter().map(|point| point.index));
        }
    }
}
