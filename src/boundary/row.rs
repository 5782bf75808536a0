//! A list of numbers.

use super::node::Node;

/// A list of numbers, some of which may be null.
///
/// Nine in ten values of a catalogue stand in such lists, and a node for each of them would take four times the room and the time.
#[derive(Clone, Debug, Default)]
pub struct Row(Vec<f64>);

/// What stands for null: no number of a tree that was read is not a number.
const NULL: f64 = f64::NAN;

impl Row {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The numbers, none for null.
    pub fn iter(&self) -> impl Iterator<Item = Option<f64>> {
        self.0.iter().map(|number| (!number.is_nan()).then_some(*number))
    }

    /// The same as nodes.
    pub fn nodes(&self) -> impl Iterator<Item = Node> {
        self.iter().map(|number| number.map_or(Node::Null, Node::Number))
    }

    /// Adds a finite number, or none for null.
    #[cfg(feature = "json")]
    pub(crate) fn push(&mut self, number: Option<f64>) {
        self.0.push(number.unwrap_or(NULL));
    }

    /// Takes out what stands from `first` on.
    #[cfg(feature = "json")]
    pub(crate) fn take_from(&mut self, first: usize) -> Self {
        // A copy of its own length: the list that is left keeps its room for the next.
        let taken = self.0.get(first..).unwrap_or_default().to_vec();
        self.0.truncate(first);
        Self(taken)
    }

    /// Puts `change` of every value in its place: a number for a number, or null for null.
    pub(crate) fn change(&mut self, mut change: impl FnMut(usize, Option<f64>) -> Option<f64>) {
        for (index, number) in self.0.iter_mut().enumerate() {
            *number = change(index, (!number.is_nan()).then_some(*number)).unwrap_or(NULL);
        }
    }
}

/// A number that is not a number becomes null.
impl FromIterator<Option<f64>> for Row {
    fn from_iter<I: IntoIterator<Item = Option<f64>>>(numbers: I) -> Self {
        Self(numbers.into_iter().map(|number| number.unwrap_or(NULL)).collect())
    }
}

/// Null is like null, which not a number is not.
impl PartialEq for Row {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundary::canonical;
    use crate::boundary::check::check;
    use crate::boundary::decode;
    use crate::boundary::shape::Shape;

    #[test]
    fn a_row_is_treated_as_the_list_of_its_nodes() {
        static NUMBER: Shape = Shape::Number { minimum: -1.0, maximum: 10.0, decimals: 1 };
        static WHOLE: Shape = Shape::Whole { minimum: 0, maximum: 10 };
        static NUMBER_OR_NULL: Shape = Shape::OrNull(&NUMBER);
        static WHOLE_OR_NULL: Shape = Shape::OrNull(&WHOLE);
        static TEXT: Shape = Shape::Text { most: 3 };
        let items = [&NUMBER, &WHOLE, &TEXT, &Shape::Scalar, &NUMBER_OR_NULL, &WHOLE_OR_NULL];
        let many = [Some(11.0); 120];
        let numbers =
            [&[Some(1.0), Some(2.25), None, Some(-0.0), Some(-3.0), Some(10.04), Some(1e9)], &many[..]];
        for item in items {
            let shape = Shape::List { item, least: 3, most: 200 };
            for numbers in numbers.iter().flat_map(|numbers| [*numbers, &numbers[..2], &numbers[2..4]]) {
                let row: Row = numbers.iter().copied().collect();
                let mut list = Node::List(row.nodes().collect());
                let mut row = Node::Row(row);
                assert_eq!(row, list);
                assert_eq!(check(&mut row, &shape), check(&mut list, &shape), "{numbers:?} as {shape:?}");
                assert_eq!((&row, row.kind()), (&list, list.kind()));
                assert_eq!(canonical::checked_text(&row), canonical::checked_text(&list));
                let whole = |node: &Node| decode::<Vec<Option<i64>>>(node.clone());
                assert_eq!(whole(&row), whole(&list));
                let numbers = |node: &Node| decode::<Vec<f64>>(node.clone());
                assert_eq!(numbers(&row), numbers(&list));
                assert_eq!(decode::<Row>(row), decode::<Row>(list));
            }
        }
    }
}
