//! What is looked at in the figures of every kind of product: tables, curves, supply, air, sound, efficiency.

use super::curve::{Curve, Variable};
use super::grid::Grid;
use super::machine::{Air, Efficiency, Electrical, OperatingLimits, Sound};
use super::remark::{Remark, RemarkCode, remark};
use crate::num;
use crate::scalar::Scalar;

/// Cooling or heating over input outside this range is a slip of the pen: a COP of 385 for 3.85, an input equal to the capacity. The
/// ends are those of matching.md, section 5; the shipped tables run from 1.6 (45 °C outdoors) to 7.7 (half of the ratio, 15 °C).
const PLAUSIBLE_EFFICIENCY: (f64, f64) = (1.5, 8.0);
/// Seasonal efficiencies and part-load values of machines: outside is a slip of the pen, as an APF of 530 for 5.30. The ends are a
/// judgement; the labelled machines of the sources run from 2.2 to 7.
const PLAUSIBLE_GRADE: (f64, f64) = (1.5, 15.0);
/// The sensible share of what cooling coils deliver at rating conditions; the ends are those of matching.md, section 5.
const PLAUSIBLE_SENSIBLE_SHARE: (f64, f64) = (0.3, 1.0);
/// In nearly saturated air the share is less: 0.24 at 21 °C and a wet bulb of 20 °C in the shipped tables. Below a tenth a digit has
/// slipped: a judgement.
const LEAST_SENSIBLE_SHARE: f64 = 0.1;
/// How far a rated figure may differ from the table at rated conditions (matching.md, section 5).
const RATED_TOLERANCE: f64 = 0.01;
/// From this many times on neither rounding nor another rating condition explains a difference, and a digit or a unit has slipped: a
/// judgement.
const SLIP: f64 = 3.0;
/// What fans take for their air, W for each m³/h: from a fan coil without a duct to one against some 2,000 Pa. A judgement; the
/// shipped ones take 0.28 to 0.45.
const PLAUSIBLE_FAN_POWER: (f64, f64) = (0.02, 3.0);
/// The air that units move for each kW of cooling, m³/h: ratings are made at 110 to 220. A judgement that is wide enough for any coil.
const PLAUSIBLE_AIRFLOW: (f64, f64) = (40.0, 700.0);

/// Looks at one product.
#[derive(Clone, Copy)]
pub(super) struct Looking<'a> {
    pub(super) product: &'a str,
    pub(super) path: &'a str,
}

impl Looking<'_> {
    pub(super) fn refuse(&self, code: RemarkCode, field: &str) -> Remark {
        self.told(code, field, [])
    }

    fn told<const N: usize>(&self, code: RemarkCode, field: &str, params: [(&str, Scalar); N]) -> Remark {
        remark(self.product, code, format!("{}.{field}", self.path), params)
    }

    fn with(&self, code: RemarkCode, field: &str, name: &str, value: f64) -> Remark {
        self.told(code, field, [(name, num::quantise(value, 4).into())])
    }

    /// A table by these axes.
    pub(super) fn grid(&self, field: &str, grid: &Grid, axes: &[&str]) -> Result<(), Remark> {
        if !grid.is_by(axes) {
            return Err(self.refuse(RemarkCode::TableAxes, &format!("{field}.axes")));
        }
        for (position, axis) in grid.axes.iter().enumerate() {
            self.rising(&format!("{field}.axes[{position}].values"), axis.values.iter().copied())?;
        }
        let points = grid.axes.iter().fold(1_usize, |points, axis| points.saturating_mul(axis.values.len()));
        let lists = [
            ("totalW", Some(&grid.total_w)),
            ("sensibleW", grid.sensible_w.as_ref()),
            ("inputW", grid.input_w.as_ref()),
        ];
        for (name, list) in lists {
            if list.is_some_and(|list| list.len() != points) {
                return Err(self.refuse(RemarkCode::RowLength, &format!("{field}.{name}")));
            }
        }
        self.cells(field, grid)
    }

    fn cells(&self, field: &str, grid: &Grid) -> Result<(), Remark> {
        for (index, total) in grid.total_w.iter().enumerate() {
            let cell = || format!("{field}.totalW[{index}]");
            let beside = |list: &Option<Vec<Option<i64>>>| {
                let list = list.as_ref()?;
                Some(list.get(index).copied().flatten())
            };
            let (sensible, input) = (beside(&grid.sensible_w), beside(&grid.input_w));
            let incomplete =
                |value: Option<Option<i64>>| value.is_some_and(|value| value.is_some() != total.is_some());
            if incomplete(sensible) || incomplete(input) {
                return Err(self.refuse(RemarkCode::IncompleteCell, &cell()));
            }
            let Some(total) = *total else { continue };
            if let Some(sensible) = sensible.flatten() {
                self.sensible(cell, sensible, total, LEAST_SENSIBLE_SHARE)?;
            }
            if let Some(input) = input.flatten() {
                self.efficiency(cell, num::from_whole(total) / num::from_whole(input))?;
            }
        }
        Ok(())
    }

    /// The sensible part of a capacity at rating conditions.
    pub(super) fn rated_share(&self, field: &str, sensible: i64, total: i64) -> Result<(), Remark> {
        self.sensible(|| field.to_owned(), sensible, total, PLAUSIBLE_SENSIBLE_SHARE.0)
    }

    fn sensible(
        &self,
        field: impl Fn() -> String,
        sensible: i64,
        total: i64,
        least: f64,
    ) -> Result<(), Remark> {
        if sensible > total {
            return Err(self.refuse(RemarkCode::SensibleAboveTotal, &field()));
        }
        self.within_share(field, num::from_whole(sensible) / num::from_whole(total), least)
    }

    /// A share that is stated as one, at rating conditions.
    pub(super) fn share(&self, field: &str, share: f64) -> Result<(), Remark> {
        self.within_share(|| field.to_owned(), share, PLAUSIBLE_SENSIBLE_SHARE.0)
    }

    fn within_share(&self, field: impl Fn() -> String, share: f64, least: f64) -> Result<(), Remark> {
        if (least..=PLAUSIBLE_SENSIBLE_SHARE.1).contains(&share) {
            return Ok(());
        }
        Err(self.with(RemarkCode::ImplausibleSensibleShare, &field(), "share", share))
    }

    /// Capacity over input.
    pub(super) fn efficiency(&self, field: impl Fn() -> String, efficiency: f64) -> Result<(), Remark> {
        if is_plausible_efficiency(efficiency) {
            return Ok(());
        }
        Err(self.with(RemarkCode::ImplausibleEfficiency, &field(), "efficiency", efficiency))
    }

    /// Odd where the electrical input is not stated.
    pub(super) fn input(&self, field: &str, stated: bool) -> Option<Remark> {
        (!stated).then(|| self.refuse(RemarkCode::InputUnknown, field))
    }

    /// A fan's input may be no part of the capacity that would make it a compressor's.
    pub(super) fn fan_power(&self, field: &str, input_w: i64, flow_m3_h: f64) -> Result<(), Remark> {
        let (least, most) = PLAUSIBLE_FAN_POWER;
        let power = num::from_whole(input_w) / flow_m3_h;
        if (least..=most).contains(&power) {
            return Ok(());
        }
        Err(self.with(RemarkCode::ImplausibleFanPower, field, "wPerM3H", power))
    }

    /// Efficiencies by standards.
    pub(super) fn grades(&self, grades: &[Efficiency]) -> Result<(), Remark> {
        let (least, most) = PLAUSIBLE_GRADE;
        for (index, grade) in grades.iter().enumerate() {
            if !(least..=most).contains(&grade.value) {
                let field = format!("efficiency[{index}].value");
                return Err(self.with(RemarkCode::ImplausibleGrade, &field, "value", grade.value));
            }
        }
        Ok(())
    }

    /// A rated figure against what the table says at rated conditions: odd, or a slip that nobody can trust.
    pub(super) fn rated(&self, field: &str, rated: i64, table: i64) -> Result<Option<Remark>, Remark> {
        let (stated, found) = (num::from_whole(rated), num::from_whole(table));
        let params = || [("rated", stated.into()), ("table", found.into())];
        let differs = || self.told(RemarkCode::RatedDiffersFromTable, field, params());
        if stated > SLIP * found || found > SLIP * stated {
            return Err(differs());
        }
        Ok(((stated - found).abs() > RATED_TOLERANCE * found).then(differs))
    }

    /// A capacity index, which rounds and is no rated figure: only a slip is refused.
    pub(super) fn index(&self, index: i64, table: i64) -> Result<(), Remark> {
        self.rated("capacityIndex", index.saturating_mul(WATTS_OF_INDEX), table).map(|_| ())
    }

    /// A polynomial of these variables that stays positive.
    pub(super) fn curve(&self, field: &str, curve: &Curve, x: &str, y: Option<&str>) -> Result<(), Remark> {
        if !curve.is_of(x, y) {
            return Err(self.refuse(RemarkCode::CurveForm, field));
        }
        let ends = |variable: &Variable| [variable.from, variable.to];
        let other = curve.y.as_ref().map_or([0.0; 2], ends);
        for (x, y) in ends(&curve.x).into_iter().flat_map(|x| other.map(|y| (x, y))) {
            let factor = curve.at(x, y).unwrap_or(0.0);
            if factor <= 0.0 {
                return Err(self.with(RemarkCode::CurveNotPositive, field, "factor", factor));
            }
        }
        Ok(())
    }

    /// Whether a factor is one where it should be, within the tolerance of rated figures.
    pub(super) fn reference(&self, field: &str, curve: &Curve, x: f64, y: f64) -> Option<Remark> {
        let Ok(factor) = curve.at(x, y) else {
            return Some(self.refuse(RemarkCode::CurveMissesReference, field));
        };
        let off = (factor - 1.0).abs() > RATED_TOLERANCE;
        off.then(|| self.with(RemarkCode::CurveMissesReference, field, "factor", factor))
    }

    /// The first cell of a table whose capacity goes up, or down, along an axis; its place is named in full.
    fn along(&self, field: &str, grid: &Grid, axis: &str, code: RemarkCode) -> Option<Remark> {
        let falls = code == RemarkCode::CapacityFalls;
        let position = grid.axes.iter().position(|one| one.name == axis)?;
        let length = grid.axis(axis).len();
        let after = grid.axes.iter().skip(position.saturating_add(1));
        let step = after.fold(1_usize, |step, axis| step.saturating_mul(axis.values.len()));
        let lines = (0..grid.total_w.len())
            .filter(|start| start.checked_div(step).and_then(|tick| tick.checked_rem(length)) == Some(0));
        for start in lines {
            let mut last: Option<i64> = None;
            for tick in 0..length {
                let index = start.saturating_add(tick.saturating_mul(step));
                let Some(total) = grid.total_w.get(index).copied().flatten() else { continue };
                if last.is_some_and(|last| if falls { total < last } else { total > last }) {
                    return Some(self.at_cell(field, grid, index, code));
                }
                last = Some(total);
            }
        }
        None
    }

    fn at_cell(&self, field: &str, grid: &Grid, index: usize, code: RemarkCode) -> Remark {
        let mut odd = self.refuse(code, &format!("{field}.totalW[{index}]"));
        let mut rest = index;
        for axis in grid.axes.iter().rev() {
            let tick = rest.checked_rem(axis.values.len()).unwrap_or(0);
            rest = rest.checked_div(axis.values.len()).unwrap_or(0);
            if let Some(value) = axis.values.get(tick) {
                odd.params.insert(axis.name.clone(), (*value).into());
            }
        }
        odd
    }

    /// Rows that rise along an outdoor temperature.
    pub(super) fn rises(&self, field: &str, grid: &Grid, axis: &str) -> Option<Remark> {
        self.along(field, grid, axis, RemarkCode::CapacityRises)
    }

    /// Rows that fall along a wet bulb.
    pub(super) fn falls(&self, field: &str, grid: &Grid, axis: &str) -> Option<Remark> {
        self.along(field, grid, axis, RemarkCode::CapacityFalls)
    }

    /// Values that rise from each to the next.
    pub(super) fn rising(
        &self,
        field: &str,
        values: impl Iterator<Item = f64> + Clone,
    ) -> Result<(), Remark> {
        let rises = values.clone().zip(values.skip(1)).all(|(a, b)| a < b);
        if rises { Ok(()) } else { Err(self.refuse(RemarkCode::AxisNotRising, field)) }
    }

    /// A circuit whose breaker carries what the circuit has to carry.
    pub(super) fn electrical(&self, electrical: Option<&Electrical>) -> Result<(), Remark> {
        let short = electrical.filter(|electrical| electrical.breaker_a < electrical.minimum_circuit_a);
        short.map_or(Ok(()), |short| {
            let params =
                [("breakerA", short.breaker_a.into()), ("minimumCircuitA", short.minimum_circuit_a.into())];
            Err(self.told(RemarkCode::BreakerBelowCircuit, "electrical.breakerA", params))
        })
    }

    /// Airflows, the highest first.
    pub(super) fn air(&self, air: Option<&Air>) -> Result<(), Remark> {
        air.map_or(Ok(()), |air| self.speeds("air.flowM3H", &air.flow_m3_h))
    }

    /// Levels, the loudest first.
    pub(super) fn sound(&self, field: &str, sound: Option<&Sound>) -> Result<(), Remark> {
        sound.map_or(Ok(()), |sound| self.speeds(&format!("{field}.dba"), &sound.dba))
    }

    fn speeds(&self, field: &str, values: &[f64]) -> Result<(), Remark> {
        match values.iter().zip(values.iter().skip(1)).position(|(before, after)| after > before) {
            None => Ok(()),
            Some(speed) => {
                let field = format!("{field}[{}]", speed.saturating_add(1));
                Err(self.refuse(RemarkCode::SpeedsRise, &field))
            }
        }
    }

    /// Airflow against a rated capacity.
    pub(super) fn airflow(&self, field: &str, flow_m3_h: Option<f64>, total_w: i64) -> Option<Remark> {
        let per_kw = flow_m3_h? / (num::from_whole(total_w) / 1000.0);
        let (least, most) = PLAUSIBLE_AIRFLOW;
        let odd = !(least..=most).contains(&per_kw);
        odd.then(|| self.with(RemarkCode::ImplausibleAirflow, field, "m3HPerKw", per_kw))
    }

    /// Limits of operation whose ends rise.
    pub(super) fn limits(&self, limits: Option<&OperatingLimits>) -> Result<(), Remark> {
        let Some(limits) = limits else { return Ok(()) };
        let ranges = [
            ("limits.coolingOutdoorC", Some(limits.cooling_outdoor_c)),
            ("limits.heatingOutdoorWetBulbC", limits.heating_outdoor_wet_bulb_c),
        ];
        ranges.into_iter().try_for_each(|(field, range)| match range {
            Some([from, to]) if from >= to => Err(self.refuse(RemarkCode::RangeNotRising, field)),
            _ => Ok(()),
        })
    }

    /// The first point of an axis that lies beyond the limits of operation.
    pub(super) fn beyond(&self, field: &str, axis: &[f64], range: Option<[f64; 2]>) -> Option<Remark> {
        let [from, to] = range?;
        let tick = axis.iter().position(|value| *value < from || *value > to)?;
        let value = axis.get(tick).copied().unwrap_or_default();
        let params = [("value", value.into()), ("from", from.into()), ("to", to.into())];
        Some(self.told(RemarkCode::BeyondLimits, &format!("{field}[{tick}]"), params))
    }
}

/// A capacity index is ten times the nominal kW.
const WATTS_OF_INDEX: i64 = 100;

/// Whether machines have such a capacity over input.
pub(super) fn is_plausible_efficiency(efficiency: f64) -> bool {
    let (least, most) = PLAUSIBLE_EFFICIENCY;
    (least..=most).contains(&efficiency)
}

/// Whether coils have such a sensible share in any air.
pub(super) fn is_plausible_share(share: f64) -> bool {
    (LEAST_SENSIBLE_SHARE..=PLAUSIBLE_SENSIBLE_SHARE.1).contains(&share)
}
