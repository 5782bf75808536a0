//! Which sizes and numbers of a family's units a room is offered, and which are left to the bound.

use super::central::{RoomOption, RoomOptions};
use super::demand::Demand;
use crate::num;

/// Whether every size of a family is tried for each of the rooms. Their fresh-air units have few sizes and come on top.
pub(super) fn few_rooms(demands: &[&Demand]) -> bool {
    demands.iter().filter(|demand| demand.fresh_air.is_none()).count() <= ROOMS_OF_ALL_SIZES
}

/// Rooms of a group of which every size of a family is tried, and plants are read at the air of every set of rooms, and beyond which it
/// is the smallest size that carries a room and the next (matching.md, section 2.4: the next nominal size) and the worst air of all. A
/// larger one pays where only it brings a plant to its least connection ratio; all sizes cost a large group many times the search.
pub(super) const ROOMS_OF_ALL_SIZES: usize = 8;
pub(super) const SIZES: usize = 2;
/// Options that all families together may give a room for every size to be tried: with the two sizes of further families it stays
/// below what the search takes of a room.
pub(super) const MOST_OPTIONS: usize = 900;
/// Options of all rooms times sets of rooms up to which every number of units is tried: five rooms with a whole catalogue, eight with a
/// few products.
const MOST_IN_SETS: usize = 30_000;
/// What is offered, with the fewest units of each product only where every number of units would be too much to search: sets of rooms
/// times options.
pub(super) fn fewest_if_many(mut found: Vec<RoomOptions>) -> Vec<RoomOptions> {
    let options = found.iter().map(|found| found.options.len()).sum::<usize>();
    let sets = 1_usize.checked_shl(num::count(found.len())).unwrap_or(usize::MAX);
    if options.saturating_mul(sets) > MOST_IN_SETS {
        for RoomOptions { options, .. } in &mut found {
            // Those of a product follow each other by rising number.
            options.dedup_by(|next, first| next.served.product.id == first.served.product.id);
        }
    }
    found
}

/// Of a family the smallest sizes that carry the room, and of the larger ones whatever is better than all smaller ones in cost, number,
/// refrigerant or pipe; and the others.
pub(super) fn sizes(options: Vec<RoomOption>, most_sizes: usize) -> (Vec<RoomOption>, Vec<RoomOption>) {
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
