//! Sorting by one compiled sort: each of its own would be six kilobytes of the npm module.

use std::cmp::Ordering;

/// The positions of `count` things in the order that `compare` gives to two positions; equals keep their order.
pub(crate) fn order(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut positions: Vec<usize> = (0..count).collect();
    positions.sort_by(|a, b| compare(*a, *b));
    positions
}

/// `things` in the order of `compare`; equals keep their order.
pub(crate) fn sorted<T>(things: Vec<T>, compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let order = order(things.len(), &|a, b| match (things.get(a), things.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut places: Vec<Option<T>> = things.into_iter().map(Some).collect();
    order.into_iter().filter_map(|position| places.get_mut(position).and_then(Option::take)).collect()
}

#[cfg(test)]
mod tests {
    use super::sorted;

    #[test]
    fn equals_keep_their_order() {
        let things = vec![(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')];
        assert_eq!(sorted(things, |a, b| a.0.cmp(&b.0)), [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]);
    }
}
