//! Grouping (分组): which rooms share an outdoor unit, which indoor units each takes, and which outdoor unit carries them, at the
//! least cost. Whole numbers come in, systems with a lower bound go out; there is no catalogue and no project here.
//!
//! What is searched, why it is exact and what the bound rests on is told in `src/docs/matching.md`.

mod answer;
mod bound;
mod canonical;
mod check;
mod columns;
mod exact;
mod floor;
mod frame;
mod frontier;
mod improve;
mod interval;
mod left_out;
mod limits;
mod narrow;
mod options;
mod pipes;
mod problem;
mod search;
mod shared_pipe;
mod states;
mod system;
mod totals;
mod window;

pub use answer::{Answer, Served, System, Unserved, WhyUnserved};
pub use problem::{LengthFactor, Limits, Outdoor, PieceCost, Point, Problem, Trunk, UnitOption, Zone};

pub(in crate::selection) use canonical::running;
pub(in crate::selection) use shared_pipe::capacity_at;

use crate::error::Error;

/// The cheapest systems for the zones of `problem`.
///
/// Least is in this order: zones left without a system, cost, number of systems, then a rule that rests on what zones, outdoor
/// units and options are and never on where they stand in the lists.
///
/// # Errors
/// [`Fault::TooFewItems`](crate::error::Fault::TooFewItems) without a zone, an outdoor unit or an hour, or for a profile shorter
/// than that of the first zone; [`Fault::TooManyItems`](crate::error::Fault::TooManyItems) for a longer one, above 1,000
/// zones, 10,000 outdoor units, 1,000 options of a zone or 288 hours; [`Fault::OutOfRange`](crate::error::Fault::OutOfRange) for a
/// number below zero or above the largest of its field; [`Fault::Overflow`](crate::error::Fault::Overflow) at `zones` when the costs of one class
/// cannot be added exactly.
pub fn group(problem: &Problem) -> Result<Answer, Error> {
    check::check(problem)?;
    let never = canonical::never_served(problem);
    let classes = canonical::classes(problem, &never)?;
    let solved = classes.into_iter().map(|class| search::solve(class, problem.limits));
    Ok(answer::assemble(solved, never))
}
