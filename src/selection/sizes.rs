//! Which sizes and numbers of a family's units a room is offered, and which are left to the bound.

use super::central::RoomOption;
use super::demand::Demand;

/// Rooms of a group of which every number of units is offered at once. Up to fourteen, which are searched to the end even where they are all
/// different, are offered it where the fewest units of each product prove nothing; in any group the bound counts with the others.
const FEW_ROOMS: usize = 8;
const MOST_ROOMS_OF_EVERY_NUMBER: usize = 14;
/// Options that all families together may give a room. The search takes a thousand.
pub(super) const MOST_OPTIONS: usize = 900;
/// Sizes of a family that are offered where all would be more: the smallest that carries the room and the next (matching.md, section
/// 2.4: the next nominal size).
const SIZES: usize = 2;

/// Whether a group has so few rooms that every number of units is offered at once; their fresh-air units have few sizes and come on top.
pub(super) fn few_rooms(demands: &[&Demand]) -> bool {
    rooms(demands) <= FEW_ROOMS
}

/// Whether every number of units is offered where the fewest prove nothing.
pub(super) fn may_have_every_number(demands: &[&Demand]) -> bool {
    rooms(demands) <= MOST_ROOMS_OF_EVERY_NUMBER
}

fn rooms(demands: &[&Demand]) -> usize {
    demands.iter().filter(|demand| demand.fresh_air.is_none()).count()
}

/// All options that a room may have of a family; where they are more than `most`, the smallest sizes, and of the larger ones whatever
/// is better than all smaller ones in cost, number, refrigerant or pipe. With what was left out.
pub(super) fn offered(options: Vec<RoomOption>, most: usize) -> (Vec<RoomOption>, Vec<RoomOption>) {
    let most_sizes = if options.len() <= most { usize::MAX } else { SIZES };
    let cost = |option: &RoomOption| option.equipment.plus(option.installation).ok();
    let sorted = crate::ordering::sorted(options, |a, b| {
        a.index
            .cmp(&b.index)
            .then_with(|| cost(a).cmp(&cost(b)))
            .then_with(|| a.served.product.id.cmp(&b.served.product.id))
    });
    let mut sizes: Vec<i64> = Vec::new();
    let (mut kept, mut left_out): (Vec<RoomOption>, Vec<RoomOption>) = (Vec::new(), Vec::new());
    for option in sorted {
        if sizes.last() != Some(&option.index) && sizes.len() < most_sizes {
            sizes.push(option.index);
        }
        let no_better = |smaller: &RoomOption| {
            cost(smaller) <= cost(&option)
                && smaller.served.units <= option.served.units
                && smaller.charge_g <= option.charge_g
                && smaller.pipe_dm <= option.pipe_dm
        };
        if sizes.contains(&option.index) || !kept.iter().any(no_better) {
            kept.push(option);
        } else {
            left_out.push(option);
        }
    }
    (kept, left_out)
}
