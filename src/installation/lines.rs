//! Writes the lines of one part of a system.

use super::bill::{Basis, BillLine, Unit};
use crate::error::Error;
use crate::quantity::Quantity;

/// Metres are counted to 0.1 m, kilograms of refrigerant to 0.01 kg: our choice, finer than what is billed.
pub(super) const METRE_DECIMALS: u32 = 1;
pub(super) const KILOGRAM_DECIMALS: u32 = 2;
/// Decimals of a charge a metre, those of the catalogue's field.
pub(super) const CHARGE_DECIMALS: u32 = 4;

/// A variant and the field that it comes from.
pub(super) type Variant<'a> = (&'a str, &'a str);

/// The lines of a part: a room's units, an outdoor unit, a piece of pipe.
pub(super) struct Lines<'a> {
    system: &'a str,
    room: Option<&'a str>,
    sets: u32,
    lines: Vec<BillLine>,
}

impl<'a> Lines<'a> {
    /// Lines of `sets` equal sets of `system`, for `room` or for the system as a whole.
    pub(super) fn of(system: &'a str, room: Option<&'a str>, sets: u32) -> Self {
        Self { system, room, sets, lines: Vec::new() }
    }

    pub(super) fn finish(self) -> Vec<BillLine> {
        self.lines
    }

    fn push(
        &mut self,
        line: (&str, Option<Variant<'_>>, Option<f64>, Unit),
        each: Quantity,
        quantity: Quantity,
        source: &str,
    ) {
        let (item, variant, measure, unit) = line;
        self.lines.push(BillLine {
            system: self.system.to_owned(),
            room: self.room.map(str::to_owned),
            item: item.to_owned(),
            variant: variant.map(|(name, _)| name.to_owned()),
            measure,
            unit,
            sets: self.sets,
            each,
            quantity,
            basis: Basis::Estimated,
            source: source.to_owned(),
            variant_source: variant.map(|(_, source)| source.to_owned()),
        });
    }

    /// One product for each set.
    pub(super) fn equipment(&mut self, product: &str) {
        self.pieces("equipment", Some((product, "selection")), None, Unit::Set, "selection");
    }

    /// One piece for each set.
    pub(super) fn pieces(
        &mut self,
        item: &str,
        variant: Option<Variant<'_>>,
        measure: Option<f64>,
        unit: Unit,
        source: &str,
    ) {
        let sets = Quantity::pieces(self.sets);
        self.push((item, variant, measure, unit), Quantity::pieces(1), sets, source);
    }

    /// `count` pieces for each set; nothing where there are none.
    pub(super) fn several(
        &mut self,
        item: &str,
        variant: Option<Variant<'_>>,
        count: u32,
        source: &str,
    ) -> Result<(), Error> {
        if count == 0 {
            return Ok(());
        }
        let each = Quantity::pieces(count);
        let unit = if item == "equipment" { Unit::Set } else { Unit::Piece };
        self.push((item, variant, None, unit), each, each.times(self.sets)?, source);
        Ok(())
    }

    /// Metres for each set; nothing where there are none.
    pub(super) fn metres(
        &mut self,
        item: &str,
        variant: Variant<'_>,
        each_m: f64,
        source: &str,
    ) -> Result<(), Error> {
        let each = Quantity::measured(each_m, METRE_DECIMALS)?;
        self.measured(item, Some(variant), each, Unit::Metre, source)
    }

    /// A measured quantity for each set; nothing where it is zero.
    pub(super) fn measured(
        &mut self,
        item: &str,
        variant: Option<Variant<'_>>,
        each: Quantity,
        unit: Unit,
        source: &str,
    ) -> Result<(), Error> {
        if each.is_zero() {
            return Ok(());
        }
        let quantity = each.times(self.sets)?;
        self.push((item, variant, None, unit), each, quantity, source);
        Ok(())
    }

    /// A pair of refrigerant pipes of `length_m` with their insulation.
    pub(super) fn pipe_pair(&mut self, pair: &PipePair, length_m: f64, source: &str) -> Result<(), Error> {
        let (liquid, gas) = (millimetres(pair.liquid_mm), millimetres(pair.gas_mm));
        let both = format!("{liquid}x{gas}");
        self.metres("refrigerantPipe", (&both, "product.piping"), length_m, source)?;
        let sleeve = format!("{liquid}x{}", pair.liquid_insulation_mm);
        self.metres("pipeInsulation", (&sleeve, "product.piping.liquidInsulationMm"), length_m, source)?;
        let sleeve = format!("{gas}x{}", pair.gas_insulation_mm);
        self.metres("pipeInsulation", (&sleeve, "product.piping.gasInsulationMm"), length_m, source)
    }
}

/// Two pipes that lie together, mm.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PipePair {
    /// Liquid pipe, outside diameter.
    pub liquid_mm: f64,
    /// Gas pipe, outside diameter.
    pub gas_mm: f64,
    /// Liquid pipe's insulation.
    pub liquid_insulation_mm: f64,
    /// Gas pipe's insulation.
    pub gas_insulation_mm: f64,
}

/// A pipe's outside diameter as the trade writes it: `9.52`, `12.70`.
pub(super) fn millimetres(diameter: f64) -> String {
    format!("{diameter:.2}")
}
