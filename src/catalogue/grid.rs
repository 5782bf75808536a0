//! A maker's table on rising axes: linear between its points, and nothing beyond them.

use super::table::{Miss, bracket, outside};
use crate::boundary::from_node;
use crate::num;

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    /// Its axes, the slowest first.
    pub(crate) axes: Vec<Axis>,
    /// Total capacity at each point, W, the last axis fastest; none where the maker states none.
    pub(crate) total_w: Vec<Option<i64>>,
    /// Sensible capacity, W, if the table has it.
    pub(crate) sensible_w: Option<Vec<Option<i64>>>,
    /// Electrical input, W, if the table has it.
    pub(crate) input_w: Option<Vec<Option<i64>>>,
}

from_node!(struct Grid { axes, total_w, sensible_w, input_w });

/// An axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What it is of, such as `outdoorDryBulbC`.
    pub(crate) name: String,
    /// Its values, rising.
    pub(crate) values: Vec<f64>,
}

from_node!(struct Axis { name, values });

/// What a table says at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Total capacity, W.
    pub total_w: i64,
    /// Sensible capacity, W, if the table has it.
    pub sensible_w: Option<i64>,
    /// Electrical input, W, if the table has it.
    pub input_w: Option<i64>,
}

impl Grid {
    /// What the table says at `place`, one value for each axis: linear between the points that it lies among.
    ///
    /// # Errors
    /// [`Miss::Outside`] beyond an axis; [`Miss::MissingPoint`] if a point that the answer would lean on has no value.
    pub fn at(&self, place: &[f64]) -> Result<Reading, Miss> {
        let corners = self.corners(place)?;
        let missing = || Miss::MissingPoint {
            axes: self.axes.iter().map(|axis| axis.name.clone()).zip(place.iter().copied()).collect(),
        };
        let sum = |values: &[Option<i64>]| -> Result<i64, Miss> {
            let mut sum = 0.0;
            for (position, weight) in &corners {
                let value = values.get(*position).copied().flatten().ok_or_else(missing)?;
                sum += weight * num::from_whole(value);
            }
            Ok(num::to_whole(sum).unwrap_or(0))
        };
        let column =
            |values: &Option<Vec<Option<i64>>>| values.as_ref().map(|values| sum(values)).transpose();
        Ok(Reading {
            total_w: sum(&self.total_w)?,
            sensible_w: column(&self.sensible_w)?,
            input_w: column(&self.input_w)?,
        })
    }

    /// The points that have a share of the answer, by their position in the lists.
    fn corners(&self, place: &[f64]) -> Result<Vec<(usize, f64)>, Miss> {
        let mut corners = vec![(0_usize, 1.0)];
        for (axis, value) in self.axes.iter().zip(place) {
            let values = || axis.values.iter().copied();
            let ends = bracket(values(), *value).ok_or_else(|| outside(&axis.name, *value, values()))?;
            let mut next = Vec::with_capacity(corners.len().saturating_mul(2));
            for (position, weight) in &corners {
                for (tick, share) in ends.used() {
                    let position = position.saturating_mul(axis.values.len()).saturating_add(tick);
                    next.push((position, weight * share));
                }
            }
            corners = next;
        }
        Ok(corners)
    }

    /// The values of an axis; none where there is no such axis.
    #[must_use]
    pub fn axis(&self, name: &str) -> &[f64] {
        self.axes.iter().find(|axis| axis.name == name).map_or(&[], |axis| &axis.values)
    }

    /// Whether its axes are these, in this order.
    pub(super) fn is_by(&self, names: &[&str]) -> bool {
        self.axes.iter().map(|axis| axis.name.as_str()).eq(names.iter().copied())
    }
}
