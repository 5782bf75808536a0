//! A maker's cooling table: interpolated inside, never extended.
//!
//! The table is ragged: each indoor dry bulb has wet bulbs of its own (a column), as makers print them. A query is
//! interpolated along the wet bulbs of the two neighbouring columns, between those columns, and along the outdoor dry bulb.
//! Every point that it leans on must be in the table; otherwise there is no answer.

use super::matched_split::Capacity;
use crate::boundary::{Row, from_node};
use crate::num;
use serde::Serialize;

/// The table as a catalogue has it.
pub(super) struct CoolingFile {
    pub(super) outdoor_dry_bulb_c: Vec<f64>,
    pub(super) points: Vec<PointFile>,
}

/// A row of it. Of the lists the shape has let through only those of whole numbers, and they stay as they were read: a catalogue has
/// tens of thousands of rows, and their cells are made at once.
pub(super) struct PointFile {
    pub(super) indoor_dry_bulb_c: f64,
    pub(super) indoor_wet_bulb_c: f64,
    pub(super) total_w: Row,
    pub(super) sensible_w: Row,
    pub(super) input_w: Row,
}

from_node!(struct CoolingFile { outdoor_dry_bulb_c, points });
from_node!(struct PointFile { indoor_dry_bulb_c, indoor_wet_bulb_c, total_w, sensible_w, input_w });

/// A cooling table, in order and checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CoolingTable {
    pub(super) outdoor_dry_bulb_c: Vec<f64>,
    pub(super) columns: Vec<Column>,
}

/// The rows of one indoor dry bulb.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) dry_bulb_c: f64,
    pub(super) rows: Vec<TableRow>,
}

/// The capacities at one indoor condition, along the outdoor dry bulbs.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TableRow {
    pub(super) wet_bulb_c: f64,
    pub(super) cells: Vec<Option<Capacity>>,
}

/// A point of the table that an interpolated capacity leans on.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// Indoor dry bulb, °C.
    pub indoor_dry_bulb_c: f64,
    /// Indoor wet bulb, °C.
    pub indoor_wet_bulb_c: f64,
    /// Outdoor dry bulb, °C.
    pub outdoor_dry_bulb_c: f64,
    /// Its share of the answer, to six decimals.
    pub weight: f64,
    /// What the table says there.
    pub capacity: Capacity,
}

/// Why a table has no answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Miss {
    /// Beyond the end of an axis.
    Outside {
        /// The axis or variable, such as `outdoorDryBulbC`.
        axis: std::borrow::Cow<'static, str>,
        /// What was asked for.
        value: f64,
        /// The low end of the axis.
        minimum: f64,
        /// The high end of the axis.
        maximum: f64,
    },
    /// Inside the table's ends, where the table has no value.
    MissingCell {
        /// Indoor dry bulb of the column without a value, °C.
        indoor_dry_bulb_c: f64,
        /// Indoor wet bulb asked for, °C.
        indoor_wet_bulb_c: f64,
        /// Outdoor dry bulb asked for, °C.
        outdoor_dry_bulb_c: f64,
    },
    /// Inside the ends of a grid, where a point has no value.
    MissingPoint {
        /// What was asked for on each axis.
        axes: Vec<(String, f64)>,
    },
}

/// Two neighbours on an axis, by position, and their shares.
pub(super) struct Bracket {
    ends: [(usize, f64); 2],
}

impl Bracket {
    /// The ends that have a share; one if the value is on the axis.
    pub(super) fn used(&self) -> impl Iterator<Item = (usize, f64)> {
        self.ends.into_iter().filter(|(_, share)| *share > 0.0)
    }
}

/// The neighbours of `value` on a rising axis; `None` outside it.
pub(super) fn bracket(axis: impl Iterator<Item = f64>, value: f64) -> Option<Bracket> {
    let mut below: Option<(usize, f64)> = None;
    for (position, tick) in axis.enumerate() {
        if tick >= value {
            return match below {
                _ if tick <= value => Some(Bracket { ends: [(position, 1.0), (position, 0.0)] }),
                None => None,
                Some((before, low)) => {
                    let share = (value - low) / (tick - low);
                    Some(Bracket { ends: [(before, 1.0 - share), (position, share)] })
                }
            };
        }
        below = Some((position, tick));
    }
    None
}

impl CoolingTable {
    /// What the unit delivers at an indoor dry bulb, an indoor wet bulb and an outdoor dry bulb, all °C.
    ///
    /// # Errors
    /// With the [`Miss`] if the table does not hold every point that the answer would lean on.
    pub fn at(
        &self,
        indoor_dry_bulb_c: f64,
        indoor_wet_bulb_c: f64,
        outdoor_dry_bulb_c: f64,
    ) -> Result<Capacity, Miss> {
        let cells = self.cells_at(indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c)?;
        let mut sums = [0.0_f64; 3];
        for (weight, cell) in &cells {
            let [total, sensible, input] = &mut sums;
            *total += weight * num::from_whole(cell.capacity.total_w);
            *sensible += weight * num::from_whole(cell.capacity.sensible_w);
            *input += weight * num::from_whole(cell.capacity.input_w);
        }
        let [total_w, sensible_w, input_w] = sums.map(|sum| num::to_whole(sum).unwrap_or(0));
        Ok(Capacity { total_w, sensible_w, input_w })
    }

    /// The points of the table that [`CoolingTable::at`] leans on, at most eight.
    ///
    /// # Errors
    /// As [`CoolingTable::at`].
    pub fn trace(
        &self,
        indoor_dry_bulb_c: f64,
        indoor_wet_bulb_c: f64,
        outdoor_dry_bulb_c: f64,
    ) -> Result<Vec<Cell>, Miss> {
        let cells = self.cells_at(indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c)?;
        Ok(cells.into_iter().map(|(_, cell)| cell).collect())
    }

    fn cells_at(&self, dry_bulb: f64, wet_bulb: f64, outdoor: f64) -> Result<Vec<(f64, Cell)>, Miss> {
        let outdoors = bracket(self.outdoor_dry_bulb_c.iter().copied(), outdoor)
            .ok_or_else(|| outside("outdoorDryBulbC", outdoor, self.outdoor_dry_bulb_c.iter().copied()))?;
        let dry_bulbs = || self.columns.iter().map(|column| column.dry_bulb_c);
        let columns =
            bracket(dry_bulbs(), dry_bulb).ok_or_else(|| outside("indoorDryBulbC", dry_bulb, dry_bulbs()))?;
        let mut cells = Vec::with_capacity(8);
        for (position, column_share) in columns.used() {
            let Some(column) = self.columns.get(position) else { continue };
            let wet_bulbs = column.rows.iter().map(|row| row.wet_bulb_c);
            let rows =
                bracket(wet_bulbs, wet_bulb).ok_or_else(|| self.beyond_column(column, wet_bulb, outdoor))?;
            for (row, row_share) in rows.used().filter_map(|(at, share)| Some((column.rows.get(at)?, share)))
            {
                for (at, outdoor_share) in outdoors.used() {
                    let capacity = row.cells.get(at).copied().flatten().ok_or(Miss::MissingCell {
                        indoor_dry_bulb_c: column.dry_bulb_c,
                        indoor_wet_bulb_c: wet_bulb,
                        outdoor_dry_bulb_c: outdoor,
                    })?;
                    let weight = column_share * row_share * outdoor_share;
                    let cell = Cell {
                        indoor_dry_bulb_c: column.dry_bulb_c,
                        indoor_wet_bulb_c: row.wet_bulb_c,
                        outdoor_dry_bulb_c: self.outdoor_dry_bulb_c.get(at).copied().unwrap_or(outdoor),
                        weight: num::quantise(weight, 6),
                        capacity,
                    };
                    cells.push((weight, cell));
                }
            }
        }
        Ok(cells)
    }

    /// Beyond one column's wet bulbs: outside if no column goes so far, a missing cell if another does.
    fn beyond_column(&self, column: &Column, wet_bulb: f64, outdoor: f64) -> Miss {
        let all = || self.columns.iter().flat_map(|column| column.rows.iter().map(|row| row.wet_bulb_c));
        match outside("indoorWetBulbC", wet_bulb, all()) {
            Miss::Outside { minimum, maximum, .. } if (minimum..=maximum).contains(&wet_bulb) => {
                Miss::MissingCell {
                    indoor_dry_bulb_c: column.dry_bulb_c,
                    indoor_wet_bulb_c: wet_bulb,
                    outdoor_dry_bulb_c: outdoor,
                }
            }
            miss => miss,
        }
    }
}

pub(super) fn outside(axis: &str, value: f64, ticks: impl Iterator<Item = f64>) -> Miss {
    let (mut minimum, mut maximum) = (f64::INFINITY, f64::NEG_INFINITY);
    for tick in ticks {
        minimum = if tick < minimum { tick } else { minimum };
        maximum = if tick > maximum { tick } else { maximum };
    }
    Miss::Outside { axis: axis.to_owned().into(), value, minimum, maximum }
}
