//! The answer: systems, what they cost, and how much less any other grouping could cost.

use super::canonical::Class;
use super::search::Solved;
use super::system::{Best, By};

/// How the zones are grouped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The systems, class by class.
    pub systems: Vec<System>,
    /// What all systems cost together.
    pub cost: i64,
    /// No grouping that serves the same zones costs less than this; never above `cost`.
    pub lower_bound: i64,
    /// Whether every grouping was tried or shown to cost no less; then `lower_bound` equals `cost`.
    pub proved_optimal: bool,
    /// Whether every grouping was tried, so that `lower_bound` counts the shared pipe where it says more than the loads.
    pub exhaustive: bool,
    /// Zones that no system serves, in the caller's order.
    pub unserved: Vec<Unserved>,
    /// Steps of work that were taken.
    pub work: u64,
}

/// Zones that share an outdoor unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct System {
    /// The outdoor unit's place in the caller's list; none for a set of the zone's own.
    pub outdoor: Option<usize>,
    /// Its zones, the farthest on a shared pipe first.
    pub zones: Vec<Served>,
    /// What it costs: the cost of every system, the outdoor unit and the options, or the zone's own set.
    pub cost: i64,
}

/// A zone of a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Served {
    /// The zone's place in the caller's list.
    pub zone: usize,
    /// The caller's name of the option that it takes; none for a set of the zone's own.
    pub option: Option<usize>,
}

/// A zone without a system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unserved {
    /// The zone's place in the caller's list.
    pub zone: usize,
    /// Why.
    pub reason: WhyUnserved,
}

/// Why a zone has no system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyUnserved {
    /// No option was given, and no set of its own.
    NoOption,
    /// No outdoor unit takes it even alone: load, index, count, charge or family.
    NoOutdoorCarries,
    /// It would fit in company, but no company that was found leaves fewer zones unserved; mostly its index is too small alone.
    NoCompany,
}

/// Puts the classes together and gives every kind its zones again, the first of the caller's first.
pub(super) fn assemble(classes: impl Iterator<Item = (Class, Solved)>, never: Vec<Unserved>) -> Answer {
    let mut answer = Answer {
        systems: Vec::new(),
        cost: 0,
        lower_bound: 0,
        proved_optimal: true,
        exhaustive: true,
        unserved: never,
        work: 0,
    };
    for (class, solved) in classes {
        let mut members: Vec<_> = class.kinds.iter().map(|kind| kind.members.iter()).collect();
        for (kinds, best) in solved.systems.iter().zip(solved.bests) {
            let ranks = match best {
                Some(Best { cost, by: By::Frame(family, place) }) => class.ranks(kinds, family, place, cost),
                _ => Vec::new(),
            };
            let mut ranks = ranks.into_iter();
            let mut zones = Vec::with_capacity(kinds.len());
            for kind in kinds {
                let Some(member) = members.get_mut(*kind).and_then(Iterator::next) else { continue };
                let option = ranks.next().and_then(|rank| member.ids.get(rank).copied());
                zones.push(Served { zone: member.zone, option });
            }
            let (outdoor, cost) = match best {
                Some(Best { cost, by: By::Frame(family, place) }) => {
                    (class.frame(family, place).map(|frame| frame.position), cost)
                }
                Some(Best { cost, by: By::Single }) => (None, cost),
                Some(Best { by: By::Nothing, .. }) | None => {
                    let reason = WhyUnserved::NoCompany;
                    answer.unserved.extend(zones.iter().map(|served| Unserved { zone: served.zone, reason }));
                    continue;
                }
            };
            answer.cost += cost;
            answer.systems.push(System { outdoor, zones, cost });
        }
        // Whatever the search did, no zone is lost.
        let reason = WhyUnserved::NoCompany;
        answer
            .unserved
            .extend(members.into_iter().flatten().map(|member| Unserved { zone: member.zone, reason }));
        answer.lower_bound += solved.lower_bound;
        answer.proved_optimal &= solved.proved;
        answer.exhaustive &= solved.of_all_ways.is_some();
        answer.work += solved.work;
    }
    answer.unserved.sort_unstable_by_key(|unserved| unserved.zone);
    answer
}
