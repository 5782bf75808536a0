//! What the shared pipes of any grouping cost at least, for the bound.
//!
//! Every piece of the way to the farthest zone is crossed by pipes that together carry the index of all zones beyond it, whichever
//! systems they belong to. A joint is where a zone leaves a pipe that goes on: each system has one fewer than it has zones.

use super::canonical::{Class, Kind};
use super::frontier::Frontier;
use super::problem::Trunk;

#[derive(Debug)]
pub(super) struct Pipes {
    /// Thousandths of what a decimetre of pipe costs at the least, by the index that it carries.
    by_index: Frontier,
    /// What a joint costs at the least.
    joint: i64,
    /// Whether a zone of each kind cannot be served without a shared pipe.
    on_pipes: Vec<bool>,
}

impl Pipes {
    /// Of the zones of a class, that need so much index at the most.
    pub(super) fn of(class: &Class, most_index: i64) -> Self {
        let used = class.families.iter().zip(&class.trunks).filter(|(frames, _)| !frames.is_empty());
        let trunks: Vec<&Trunk> =
            used.filter_map(|(_, trunk)| trunk.as_ref()).filter(|trunk| !trunk.star).collect();
        let sizes = trunks.iter().flat_map(|trunk| {
            trunk
                .tiers
                .iter()
                .zip(&trunk.pieces)
                .map(|(most, pieces)| (*most, rate(pieces, &class.places_dm)))
        });
        let joints = trunks.iter().flat_map(|trunk| trunk.joint_cost.iter().copied());
        Self {
            by_index: Frontier::of(sizes, most_index),
            joint: joints.min().unwrap_or(0),
            on_pipes: class.kinds.iter().map(|kind| on_pipes(class, kind)).collect(),
        }
    }

    /// What a joint costs at the least: each system has one fewer than it has zones.
    pub(super) fn joint(&self) -> i64 {
        self.joint
    }

    /// What pipes and joints cost at the least with a joint for every zone: so many zones of each kind, the farthest first, of which each
    /// has no less than its index.
    pub(super) fn least(&self, class: &Class, zones: impl Iterator<Item = (usize, i64, i64)>) -> i64 {
        let at = |kind: usize| {
            let place = class.kinds.get(kind).map_or(0, |kind| kind.site.place);
            class.places_dm.get(place).copied().unwrap_or(0)
        };
        let (mut joints, mut beyond, mut farther_dm) = (0_i64, 0_i64, 0_i64);
        let mut pipes = 0_i128;
        let mut piece = |from_dm: i64, to_dm: i64, index: i64| {
            pipes += i128::from(to_dm - from_dm) * i128::from(self.by_index.least(index));
        };
        for (kind, number, index) in zones {
            if number == 0 || !self.on_pipes.get(kind).copied().unwrap_or(false) {
                continue;
            }
            if beyond > 0 {
                piece(at(kind), farther_dm, beyond);
            }
            farther_dm = at(kind);
            beyond += index * number;
            joints += number;
        }
        piece(0, farther_dm, beyond);
        i64::try_from(pipes / 1000).unwrap_or(0).saturating_add(self.joint.saturating_mul(joints))
    }
}

/// Thousandths of what a decimetre costs at the least in pieces between any two places, rounded down.
fn rate(pieces: &[Vec<super::problem::PieceCost>], places_dm: &[i64]) -> i64 {
    let rows = places_dm.iter().zip(pieces);
    let rates = rows.flat_map(|(from, row)| {
        places_dm.iter().zip(row).filter_map(move |(to, piece)| {
            let length = to - from;
            (length > 0).then(|| piece.cost.saturating_mul(1000) / length)
        })
    });
    rates.min().unwrap_or(0)
}

/// Whether every family that a kind has options of shares a pipe, and it has no set of its own.
fn on_pipes(class: &Class, kind: &Kind) -> bool {
    let lists = kind.options.iter().zip(&kind.left_out).zip(class.families.iter().zip(&class.trunks));
    let offered = lists.filter(|((options, left_out), (frames, _))| {
        !frames.is_empty() && (!options.is_empty() || left_out.better().is_some())
    });
    let mut trunks = offered.map(|(_, (_, trunk))| trunk.as_ref());
    kind.single.is_none() && trunks.all(|trunk| trunk.is_some_and(|trunk| !trunk.star))
}
