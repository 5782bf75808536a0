//! Whether the figures of a product can be trusted: the first reason to refuse it, and what is merely odd.

use super::curve::Curve;
use super::grid::Grid;
use super::machine::Efficiency;
use super::remark::{Remark, RemarkCode, remark};
use super::validate::{PLAUSIBLE_EFFICIENCY, RATED_TOLERANCE};
use super::{
    BranchKit, Catalogue, Chiller, Controller, Family, FanCoil, FreshAirUnit, Identity, IndoorUnit, Item,
    MatchedSplit, OutdoorUnit, RecoveryBox, RecoveryVentilator, RefrigerantSystem, Rooftop, WaterHeatPump,
};
use crate::num;
use crate::scalar::Scalar;
use std::collections::BTreeMap;

/// Seasonal efficiencies and part-load values of machines: outside is a slip of the pen, as an APF of 530 for 5.30. The ends are a
/// judgement; the labelled machines of the sources run from 2.2 to 7.
const PLAUSIBLE_GRADE: (f64, f64) = (1.5, 15.0);
/// The sensible share of what cooling coils deliver; the ends are those of the catalogue's own rules (matching.md, section 5).
const PLAUSIBLE_SENSIBLE_SHARE: (f64, f64) = (0.3, 1.0);

/// A product whose figures can be looked at.
pub(super) trait Checked {
    /// The family that it belongs to.
    fn family(&self) -> Option<&str> {
        None
    }

    /// What is odd about it, or the first reason to refuse it.
    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark>;
}

/// Looks at one product.
struct Looking<'a> {
    product: &'a str,
    path: &'a str,
}

impl Looking<'_> {
    fn refuse(&self, code: RemarkCode, field: &str) -> Remark {
        remark(self.product, code, format!("{}.{field}", self.path), [])
    }

    fn with(&self, code: RemarkCode, field: &str, name: &str, value: f64) -> Remark {
        let params: [(&str, Scalar); 1] = [(name, num::quantise(value, 4).into())];
        remark(self.product, code, format!("{}.{field}", self.path), params)
    }

    fn grid(&self, field: &str, grid: &Grid, axes: &[&str]) -> Result<(), Remark> {
        if !grid.is_by(axes) {
            return Err(self.refuse(RemarkCode::TableAxes, &format!("{field}.axes")));
        }
        for (position, axis) in grid.axes.iter().enumerate() {
            let rising = axis.values.iter().zip(axis.values.iter().skip(1)).all(|(a, b)| a < b);
            if !rising {
                return Err(
                    self.refuse(RemarkCode::AxisNotRising, &format!("{field}.axes[{position}].values"))
                );
            }
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
        let at = |list: &Option<Vec<Option<i64>>>, index: usize| {
            list.as_ref().and_then(|list| list.get(index).copied().flatten())
        };
        for (index, total) in grid.total_w.iter().enumerate() {
            let Some(total) = *total else { continue };
            let cell = || format!("{field}.totalW[{index}]");
            if let Some(sensible) = at(&grid.sensible_w, index) {
                if sensible > total {
                    return Err(self.refuse(RemarkCode::SensibleAboveTotal, &cell()));
                }
                self.share(cell, num::from_whole(sensible) / num::from_whole(total))?;
            }
            if let Some(input) = at(&grid.input_w, index) {
                self.efficiency(cell, num::from_whole(total) / num::from_whole(input))?;
            }
        }
        Ok(())
    }

    fn share(&self, field: impl Fn() -> String, share: f64) -> Result<(), Remark> {
        let (least, most) = PLAUSIBLE_SENSIBLE_SHARE;
        if (least..=most).contains(&share) {
            return Ok(());
        }
        Err(self.with(RemarkCode::ImplausibleSensibleShare, &field(), "share", share))
    }

    fn efficiency(&self, field: impl Fn() -> String, efficiency: f64) -> Result<(), Remark> {
        let (least, most) = PLAUSIBLE_EFFICIENCY;
        if (least..=most).contains(&efficiency) {
            return Ok(());
        }
        Err(self.with(RemarkCode::ImplausibleEfficiency, &field(), "efficiency", efficiency))
    }

    fn grades(&self, grades: &[Efficiency]) -> Result<(), Remark> {
        let (least, most) = PLAUSIBLE_GRADE;
        for (index, grade) in grades.iter().enumerate() {
            if !(least..=most).contains(&grade.value) {
                let field = format!("efficiency[{index}].value");
                return Err(self.with(RemarkCode::ImplausibleGrade, &field, "value", grade.value));
            }
        }
        Ok(())
    }

    fn curve(&self, field: &str, curve: &Curve, x: &str, y: Option<&str>) -> Result<(), Remark> {
        if curve.is_of(x, y) { Ok(()) } else { Err(self.refuse(RemarkCode::CurveForm, field)) }
    }

    /// Whether a factor is one where it should be, within the tolerance of rated figures.
    fn reference(&self, field: &str, curve: &Curve, x: f64, y: f64) -> Option<Remark> {
        let factor = curve.at(x, y).ok()?;
        let off = (factor - 1.0).abs() > RATED_TOLERANCE;
        off.then(|| self.with(RemarkCode::CurveMissesReference, field, "factor", factor))
    }

    /// Rows along the last axis, an outdoor temperature, that rise.
    fn rises(&self, field: &str, grid: &Grid) -> Option<Remark> {
        let width = grid.axes.last().map_or(1, |axis| axis.values.len()).max(1);
        let rises = grid.total_w.chunks(width).any(|row| {
            let known: Vec<i64> = row.iter().copied().flatten().collect();
            known.iter().zip(known.iter().skip(1)).any(|(before, after)| after > before)
        });
        rises.then(|| self.refuse(RemarkCode::CapacityRises, field))
    }
}

/// The rules of a family.
pub(super) fn family(family: &Family, path: &str) -> Result<(), Remark> {
    let look = Looking { product: &family.id, path };
    for (field, ratio) in [("ratio", Some(family.ratio)), ("freshAirAlone", family.fresh_air_alone)] {
        if ratio.is_some_and(|[least, most]| least >= most) {
            return Err(look.refuse(RemarkCode::RatioNotRising, field));
        }
    }
    let rising = |field: &str, values: Vec<f64>| {
        let rises = values.iter().zip(values.iter().skip(1)).all(|(a, b)| a < b);
        if rises { Ok(()) } else { Err(look.refuse(RemarkCode::AxisNotRising, field)) }
    };
    let pipes = family.piping.iter().flat_map(|piping| &piping.pipes);
    rising("piping.pipes", pipes.map(|pipe| num::from_whole(pipe.up_to_index)).collect())?;
    let factors = family.length_factors.iter().flatten();
    rising("lengthFactors", factors.map(|factor| factor.length_m).collect())?;
    let defrost = family.defrost.iter().flatten();
    rising("defrost", defrost.map(|point| point.outdoor_wet_bulb_c).collect())?;
    let altitude = family.altitude.iter().flatten();
    rising("altitude", altitude.map(|point| point.elevation_m).collect())
}

/// The rules of a matched split beside those of its cooling table.
pub(super) fn split(figures: &MatchedSplit, product: &str, path: &str) -> Result<(), Remark> {
    let look = Looking { product, path };
    if let Some(table) = figures.heating.as_ref().and_then(|heating| heating.table.as_ref()) {
        look.grid("heating.table", table, &["indoorDryBulbC", "outdoorWetBulbC"])?;
    }
    if figures.mass_kg.is_some_and(|mass| mass.indoor > mass.outdoor * MOST_INDOOR_SHARE) {
        return Err(look.refuse(RemarkCode::MassesSwapped, "massKg"));
    }
    look.grades(&figures.efficiency)
}

/// An indoor unit may be a little heavier than its outdoor unit, as ducted and floor-standing units are; from twice as heavy on the
/// two were swapped. A judgement.
const MOST_INDOOR_SHARE: f64 = 2.0;

impl Checked for OutdoorUnit {
    fn family(&self) -> Option<&str> {
        Some(&self.family)
    }

    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        look.grid("cooling", &self.cooling, &["ratio", "indoorWetBulbC", "outdoorDryBulbC"])?;
        if let Some(heating) = &self.heating {
            look.grid("heating", heating, &["ratio", "indoorDryBulbC", "outdoorWetBulbC"])?;
        }
        look.grades(&self.efficiency)?;
        Ok(look.rises("cooling", &self.cooling).into_iter().collect())
    }
}

impl Checked for IndoorUnit {
    fn family(&self) -> Option<&str> {
        Some(&self.family)
    }

    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        look.grid("cooling", &self.cooling, &["indoorDryBulbC", "indoorWetBulbC"])?;
        if self.cooling.sensible_w.is_none() {
            return Err(look.refuse(RemarkCode::IncompleteCell, "cooling.sensibleW"));
        }
        if let Some(heating) = &self.heating {
            look.grid("heating", heating, &["indoorDryBulbC"])?;
        }
        Ok(Vec::new())
    }
}

impl Checked for BranchKit {
    fn family(&self) -> Option<&str> {
        Some(&self.family)
    }

    fn check(&self, _product: &str, _path: &str) -> Result<Vec<Remark>, Remark> {
        Ok(Vec::new())
    }
}

impl Checked for RecoveryBox {
    fn family(&self) -> Option<&str> {
        Some(&self.family)
    }

    fn check(&self, _product: &str, _path: &str) -> Result<Vec<Remark>, Remark> {
        Ok(Vec::new())
    }
}

impl Checked for Controller {
    fn family(&self) -> Option<&str> {
        self.family.as_deref()
    }

    fn check(&self, _product: &str, _path: &str) -> Result<Vec<Remark>, Remark> {
        Ok(Vec::new())
    }
}

impl Checked for Rooftop {
    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        look.efficiency(|| "cop".to_owned(), self.cop)?;
        look.share(|| "sensibleHeatRatio".to_owned(), self.sensible_heat_ratio)?;
        let two = Some("outdoorDryBulbC");
        look.curve("capacity", &self.capacity, "enteringWetBulbC", two)?;
        look.curve("inputRatio", &self.input_ratio, "enteringWetBulbC", two)?;
        look.curve("capacityByFlow", &self.capacity_by_flow, "flowFraction", None)?;
        look.curve("inputRatioByFlow", &self.input_ratio_by_flow, "flowFraction", None)?;
        look.grades(&self.efficiency)?;
        Ok(look.reference("capacity", &self.capacity, 19.4, 35.0).into_iter().collect())
    }
}

impl Checked for Chiller {
    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        look.efficiency(|| "referenceCop".to_owned(), self.reference_cop)?;
        let two = Some("outdoorDryBulbC");
        look.curve("capacity", &self.capacity, "leavingWaterC", two)?;
        look.curve("inputRatio", &self.input_ratio, "leavingWaterC", two)?;
        look.curve("partLoad", &self.part_load, "partLoadRatio", None)?;
        look.grades(&self.efficiency)?;
        let (water, outdoor) = (self.reference_leaving_water_c, self.reference_outdoor_c);
        Ok(look.reference("capacity", &self.capacity, water, outdoor).into_iter().collect())
    }
}

impl Checked for WaterHeatPump {
    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        look.grid("heating", &self.heating, &["leavingWaterC", "outdoorDryBulbC"])?;
        look.grades(&self.efficiency)?;
        Ok(Vec::new())
    }
}

impl Checked for FanCoil {
    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        look.grid("cooling", &self.cooling, &["enteringWaterC", "indoorDryBulbC", "indoorWetBulbC"])?;
        if self.cooling.sensible_w.is_none() {
            return Err(look.refuse(RemarkCode::IncompleteCell, "cooling.sensibleW"));
        }
        if let Some(heating) = &self.heating {
            look.grid("heating", heating, &["enteringWaterC", "indoorDryBulbC"])?;
        }
        Ok(Vec::new())
    }
}

impl Checked for RecoveryVentilator {
    fn check(&self, _product: &str, _path: &str) -> Result<Vec<Remark>, Remark> {
        Ok(Vec::new())
    }
}

impl Checked for FreshAirUnit {
    fn family(&self) -> Option<&str> {
        self.family.as_deref()
    }

    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        look.grid("cooling", &self.cooling, &["outdoorDryBulbC", "outdoorWetBulbC"])?;
        if let Some(heating) = &self.heating {
            look.grid("heating", heating, &["outdoorDryBulbC"])?;
        }
        Ok(Vec::new())
    }
}

/// What is missing in families whose units all the same can be read.
pub(super) fn family_warnings(
    families: &[Family],
    outdoor: &[Item<OutdoorUnit>],
    kits: &[Item<BranchKit>],
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for family in families {
        let name = format!("families.{}", family.id);
        let look = Looking { product: &family.id, path: &name };
        if family.piping.is_none() {
            remarks.push(look.refuse(RemarkCode::NoPiping, "piping"));
        }
        let shared = family.system != RefrigerantSystem::MultiSplit;
        if shared && kits.iter().all(|kit| kit.figures.family != family.id) {
            remarks.push(look.refuse(RemarkCode::NoBranchKit, "branchKits"));
        }
        for (index, combination) in family.combinations.iter().enumerate() {
            let known = |unit: &String| {
                outdoor.iter().any(|item| item.identity.id == *unit && item.figures.family == family.id)
            };
            if !combination.units.iter().all(known) {
                remarks.push(look.refuse(RemarkCode::UnknownUnit, &format!("combinations[{index}].units")));
            }
        }
    }
    remarks
}

/// Models that two products of one kind and brand have.
pub(super) fn duplicate_models(catalogue: &Catalogue) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut look = |identities: &mut dyn Iterator<Item = (&Identity, &str)>| {
        let mut seen: BTreeMap<(&str, &str, &str), &str> = BTreeMap::new();
        for (identity, more) in identities {
            let key = (identity.brand.as_str(), identity.model.as_str(), more);
            if let Some(other) = seen.insert(key, &identity.id) {
                let params: [(&str, Scalar); 2] =
                    [("model", identity.model.clone().into()), ("other", other.to_owned().into())];
                let path = format!("products.{}.model", identity.id);
                remarks.push(remark(&identity.id, RemarkCode::DuplicateModel, path, params));
            }
        }
    };
    look(
        &mut catalogue.matched_splits.iter().map(|item| (&item.identity, item.figures.indoor_model.as_str())),
    );
    look(&mut catalogue.outdoor_units.iter().map(|item| (&item.identity, "")));
    look(&mut catalogue.indoor_units.iter().map(|item| (&item.identity, "")));
    look(&mut catalogue.rooftops.iter().map(|item| (&item.identity, "")));
    look(&mut catalogue.chillers.iter().map(|item| (&item.identity, "")));
    look(&mut catalogue.fan_coils.iter().map(|item| (&item.identity, "")));
    remarks
}
