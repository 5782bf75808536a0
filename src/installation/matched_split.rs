//! The quantities of matched splits: n identical pairs in one room.

use super::bill::{Basis, BillLine, Unit};
use crate::catalogue::{Electrical, Mass, Piping};
use crate::error::{Error, Fault};
use crate::project::{Installation, Mounting};
use crate::quantity::Quantity;
use serde::Serialize;

/// N identical matched pairs in one room, with all that their installation depends on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SplitSystem {
    /// The product.
    pub product: String,
    /// How the indoor units are mounted.
    pub mounting: Mounting,
    /// How many pairs.
    pub sets: u32,
    /// Pipes of each.
    pub piping: Piping,
    /// Supply of each.
    pub electrical: Electrical,
    /// Masses of each.
    pub mass_kg: Mass,
}

/// Metres are counted to 0.1 m, kilograms of refrigerant to 0.01 kg: our choice, finer than what is billed.
const METRE_DECIMALS: u32 = 1;
const KILOGRAM_DECIMALS: u32 = 2;
/// Decimals of a charge a metre, those of the catalogue's field.
const CHARGE_DECIMALS: u32 = 4;

/// The quantities of `system` in `room`, under the circumstances `site`.
///
/// Each pair has its own pipe run, drain, cable, bracket and hole. Lines of quantity zero are left out.
///
/// # Errors
/// [`Fault::MissingField`] if `site` is not complete.
pub fn matched_split(
    system: &SplitSystem,
    room: &str,
    room_path: &str,
    site: &Installation,
) -> Result<Vec<BillLine>, Error> {
    let field = |name: &str| format!("{room_path}.installation.{name}");
    let missing = |name: &str| Error::new(field(name), Fault::MissingField);
    let pipe_run = site.pipe_run_m.ok_or_else(|| missing("pipeRunM"))?;
    let drain_run = site.drain_run_m.ok_or_else(|| missing("drainRunM"))?;
    let cable_run = site.power_cable_run_m.ok_or_else(|| missing("powerCableRunM"))?;
    let install_height = site.install_height_m.ok_or_else(|| missing("installHeightM"))?;
    let storey = site.storey.ok_or_else(|| missing("storey"))?;
    let place = site.outdoor_place.ok_or_else(|| missing("outdoorPlace"))?;
    let wall = site.wall.ok_or_else(|| missing("wall"))?;

    let (piping, electrical) = (&system.piping, &system.electrical);
    let (liquid, gas) = (millimetres(piping.liquid_mm), millimetres(piping.gas_mm));
    let insulation = |pipe: &str, thickness: f64| format!("{pipe}x{thickness}");
    let beyond_charge = crate::num::quantise(pipe_run - piping.precharged_m, METRE_DECIMALS);
    let breaker = format!("{}P{}", electrical.phases, electrical.breaker_a);

    let mut lines = Lines { system, room, lines: Vec::new() };
    lines.pieces("equipment", Some((&system.product, "selection")), None, Unit::Set, "selection");
    let run = field("pipeRunM");
    let pair = format!("{liquid}x{gas}");
    lines.metres("refrigerantPipe", (&pair, "product.piping"), pipe_run, &run)?;
    let sleeve = insulation(&liquid, piping.liquid_insulation_mm);
    lines.metres("pipeInsulation", (&sleeve, "product.piping.liquidInsulationMm"), pipe_run, &run)?;
    let sleeve = insulation(&gas, piping.gas_insulation_mm);
    lines.metres("pipeInsulation", (&sleeve, "product.piping.gasInsulationMm"), pipe_run, &run)?;
    let drain = piping.drain_mm.to_string();
    lines.metres("drainPipe", (&drain, "product.piping.drainMm"), drain_run, &field("drainRunM"))?;
    let control = (electrical.control_cable.as_str(), "product.electrical.controlCable");
    lines.metres("controlCable", control, pipe_run, &run)?;
    let power = (electrical.power_cable.as_str(), "product.electrical.powerCable");
    lines.metres("powerCable", power, cable_run, &field("powerCableRunM"))?;
    let breaker = (breaker.as_str(), "product.electrical.breakerA");
    lines.pieces("circuitBreaker", Some(breaker), None, Unit::Piece, "selection");
    lines.pieces("wallHole", Some((wall.as_str(), &field("wall"))), None, Unit::Piece, "selection");
    lines.pieces("bracket", Some((place.as_str(), &field("outdoorPlace"))), None, Unit::Pair, "selection");
    lines.pieces("lifting", None, Some(f64::from(storey)), Unit::Set, &field("storey"));
    lines.pieces("workAtHeight", None, Some(install_height), Unit::Set, &field("installHeightM"));
    let mounting = (system.mounting.as_str(), "product.mounting");
    lines.pieces("installIndoorUnit", Some(mounting), None, Unit::Set, "selection");
    let mass = system.mass_kg.outdoor;
    lines.pieces("installOutdoorUnit", None, Some(mass), Unit::Set, "product.massKg.outdoor");
    lines.pieces("leakTestAndVacuum", None, None, Unit::Set, "selection");
    // Exact decimals: a tie that a binary fraction misses would be another price.
    let beyond = Quantity::measured(if beyond_charge > 0.0 { beyond_charge } else { 0.0 }, METRE_DECIMALS)?;
    let per_metre = Quantity::measured(piping.additional_kg_per_m, CHARGE_DECIMALS)?;
    let charge = beyond.by(per_metre, KILOGRAM_DECIMALS)?;
    let refrigerant = (piping.refrigerant.as_str(), "product.piping.refrigerant");
    lines.measured("refrigerant", refrigerant, charge, Unit::Kilogram, &run)?;
    lines.pieces("commissioning", None, None, Unit::Set, "selection");
    Ok(lines.lines)
}

/// A pipe's outside diameter as the trade writes it: `9.52`, `12.70`.
fn millimetres(diameter: f64) -> String {
    format!("{diameter:.2}")
}

struct Lines<'a> {
    system: &'a SplitSystem,
    room: &'a str,
    lines: Vec<BillLine>,
}

/// A variant and the field that it comes from.
type Variant<'a> = (&'a str, &'a str);

impl Lines<'_> {
    fn push(
        &mut self,
        line: (&str, Option<Variant<'_>>, Option<f64>, Unit),
        each: Quantity,
        quantity: Quantity,
        source: &str,
    ) {
        let (item, variant, measure, unit) = line;
        self.lines.push(BillLine {
            room: self.room.to_owned(),
            item: item.to_owned(),
            variant: variant.map(|(name, _)| name.to_owned()),
            measure,
            unit,
            sets: self.system.sets,
            each,
            quantity,
            basis: Basis::Estimated,
            source: source.to_owned(),
            variant_source: variant.map(|(_, source)| source.to_owned()),
        });
    }

    fn pieces(
        &mut self,
        item: &str,
        variant: Option<Variant<'_>>,
        measure: Option<f64>,
        unit: Unit,
        source: &str,
    ) {
        let sets = Quantity::pieces(self.system.sets);
        self.push((item, variant, measure, unit), Quantity::pieces(1), sets, source);
    }

    fn metres(&mut self, item: &str, variant: Variant<'_>, each_m: f64, source: &str) -> Result<(), Error> {
        let each = Quantity::measured(each_m, METRE_DECIMALS)?;
        self.measured(item, variant, each, Unit::Metre, source)
    }

    fn measured(
        &mut self,
        item: &str,
        variant: Variant<'_>,
        each: Quantity,
        unit: Unit,
        source: &str,
    ) -> Result<(), Error> {
        if each.is_zero() {
            return Ok(());
        }
        let quantity = each.times(self.system.sets)?;
        self.push((item, Some(variant), None, unit), each, quantity, source);
        Ok(())
    }
}
