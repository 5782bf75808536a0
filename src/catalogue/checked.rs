//! Whether the figures of a product can be trusted: the first reason to refuse it, and what is merely odd.

use super::look::Looking;
use super::machine::Rated;
use super::remark::{Remark, RemarkCode};
use super::validate::rating;
use super::{
    BranchKit, Chiller, Controller, Family, FanCoil, FreshAirUnit, Grid, Heating, IndoorUnit, MatchedSplit,
    OutdoorUnit, RecoveryBox, RecoveryVentilator, Rooftop, WaterHeatPump,
};
use crate::num;

/// Rating conditions of refrigerant systems: 27 °C dry and 19 °C wet bulb indoors, 35 °C outdoors (ISO 5151 and ISO 15042, T1); 20 °C
/// indoors and a wet bulb of 6 °C outdoors in heating.
const INDOOR_C: f64 = 27.0;
const INDOOR_WET_BULB_C: f64 = 19.0;
const OUTDOOR_C: f64 = 35.0;
const HEATED_C: f64 = 20.0;
const HEATING_OUTDOOR_WET_BULB_C: f64 = 6.0;
/// Rating conditions of fan coils: water of 7 °C and air of 27 °C dry and 19.5 °C wet bulb, water of 60 °C and air of 21 °C in heating
/// (GB/T 19232, as the demo rule has them).
const COIL_WATER_C: f64 = 7.0;
const COIL_WET_BULB_C: f64 = 19.5;
const COIL_HEATING_C: [f64; 2] = [60.0, 21.0];

/// A product whose figures can be looked at.
pub(super) trait Checked {
    /// The family that it belongs to.
    fn family(&self) -> Option<&str> {
        None
    }

    /// What is odd about it, or the first reason to refuse it.
    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark>;
}

/// The rules of a family.
pub(super) fn family(family: &Family, path: &str) -> Result<(), Remark> {
    let look = Looking { product: &family.id, path };
    for (field, ratio) in [("ratio", Some(family.ratio)), ("freshAirAlone", family.fresh_air_alone)] {
        if ratio.is_some_and(|[least, most]| least >= most) {
            return Err(look.refuse(RemarkCode::RatioNotRising, field));
        }
    }
    let [least, _] = family.ratio;
    if let Some(rule) = family.ratio_rules.iter().position(|rule| rule.maximum <= least) {
        return Err(look.refuse(RemarkCode::RatioNotRising, &format!("ratioRules[{rule}].maximum")));
    }
    let pipes = family.piping.iter().flat_map(|piping| &piping.pipes);
    look.rising("piping.pipes", pipes.map(|pipe| num::from_whole(pipe.up_to_index)))?;
    let factors = family.length_factors.iter().flatten();
    look.rising("lengthFactors", factors.map(|factor| factor.length_m))?;
    let defrost = family.defrost.iter().flatten();
    look.rising("defrost", defrost.map(|point| point.outdoor_wet_bulb_c))?;
    let altitude = family.altitude.iter().flatten();
    look.rising("altitude", altitude.map(|point| point.elevation_m))?;
    look.limits(family.limits.as_ref())
}

/// From twice as heavy as its outdoor unit on an indoor unit and its outdoor unit were swapped; a little heavier, as ducted and
/// floor-standing units may be, is only odd. A judgement.
const SWAPPED: f64 = 2.0;

/// The rules of a matched split beside those of its cooling table.
pub(super) fn split(figures: &MatchedSplit, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
    let look = Looking { product, path };
    let mut odd = Vec::new();
    if let Some(rated) = figures.rated {
        let efficiency = num::from_whole(rated.total_w) / num::from_whole(rated.input_w);
        look.efficiency(|| "rated.inputW".to_owned(), efficiency)?;
        look.rated_share("rated.sensibleW", rated.sensible_w, rated.total_w)?;
    }
    if let Ok(table) = rating(&figures.cooling) {
        look.rated_share("cooling.points", table.sensible_w, table.total_w)?;
        if let Some(rated) = figures.rated {
            odd.extend(look.rated("rated.totalW", rated.total_w, table.total_w)?);
            odd.extend(look.rated("rated.sensibleW", rated.sensible_w, table.sensible_w)?);
            odd.extend(look.rated("rated.inputW", rated.input_w, table.input_w)?);
        }
        let flow = figures.air.as_ref().and_then(|air| air.flow_m3_h.first().copied());
        odd.extend(look.airflow("air.flowM3H", flow, table.total_w));
    }
    if let Some(heating) = &figures.heating {
        odd.extend(split_heating(look, heating)?);
    }
    if let Some(mass) = figures.mass_kg.filter(|mass| mass.indoor > mass.outdoor) {
        let swapped = look.refuse(RemarkCode::MassesSwapped, "massKg");
        if mass.indoor > mass.outdoor * SWAPPED {
            return Err(swapped);
        }
        odd.push(swapped);
    }
    let factors = figures.piping.iter().flat_map(|piping| &piping.length_factors).flatten();
    look.rising("piping.lengthFactors", factors.map(|factor| factor.length_m))?;
    look.electrical(figures.electrical.as_ref())?;
    look.air(figures.air.as_ref())?;
    look.sound("indoorSound", figures.indoor_sound.as_ref())?;
    look.sound("outdoorSound", figures.outdoor_sound.as_ref())?;
    look.limits(figures.limits.as_ref())?;
    look.grades(&figures.efficiency)?;
    if let Some(limits) = &figures.limits {
        let outdoor = &figures.cooling.outdoor_dry_bulb_c;
        odd.extend(look.beyond("cooling.outdoorDryBulbC", outdoor, Some(limits.cooling_outdoor_c)));
        if let Some(table) = figures.heating.as_ref().and_then(|heating| heating.table.as_ref()) {
            let outdoor = table.axis("outdoorWetBulbC");
            odd.extend(look.beyond(
                "heating.table.axes[1].values",
                outdoor,
                limits.heating_outdoor_wet_bulb_c,
            ));
        }
    }
    Ok(odd)
}

fn split_heating(look: Looking<'_>, heating: &Heating) -> Result<Vec<Remark>, Remark> {
    let Some(table) = &heating.table else { return Ok(Vec::new()) };
    look.grid("heating.table", table, &["indoorDryBulbC", "outdoorWetBulbC"])?;
    let place = [HEATED_C, HEATING_OUTDOOR_WET_BULB_C];
    against(look, ("heating.ratedTotalW", Some(heating.rated_total_w)), Some(table), &place)
}

/// A rated capacity against its table, where both are there.
fn against(
    look: Looking<'_>,
    (field, rated): (&str, Option<i64>),
    table: Option<&Grid>,
    place: &[f64],
) -> Result<Vec<Remark>, Remark> {
    let found = table.and_then(|table| table.at(place).ok());
    match (rated, found) {
        (Some(rated), Some(found)) => Ok(look.rated(field, rated, found.total_w)?.into_iter().collect()),
        _ => Ok(Vec::new()),
    }
}

/// The rated figures of a machine with a table of its own against that table, at these places of cooling and heating.
fn rated(
    look: Looking<'_>,
    rated: Option<&Rated>,
    (cooling, cooled): (&Grid, &[f64]),
    (heating, heated): (Option<&Grid>, &[f64]),
) -> Result<Vec<Remark>, Remark> {
    let table = cooling.at(cooled).ok();
    if let Some((sensible, total)) = table.and_then(|table| Some((table.sensible_w?, table.total_w))) {
        look.rated_share("cooling.sensibleW", sensible, total)?;
    }
    let Some(rated) = rated else { return Ok(Vec::new()) };
    let mut odd = against(look, ("rated.totalW", Some(rated.total_w)), Some(cooling), cooled)?;
    if let Some(sensible) = rated.sensible_w {
        look.rated_share("rated.sensibleW", sensible, rated.total_w)?;
        if let Some(found) = table.and_then(|table| table.sensible_w) {
            odd.extend(look.rated("rated.sensibleW", sensible, found)?);
        }
    }
    if let (Some(input), Some(found)) = (rated.input_w, table.and_then(|table| table.input_w)) {
        odd.extend(look.rated("rated.inputW", input, found)?);
    }
    odd.extend(against(look, ("rated.heatingTotalW", rated.heating_total_w), heating, heated)?);
    Ok(odd)
}

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
        let place = [1.0, INDOOR_WET_BULB_C, OUTDOOR_C];
        if let Ok(found) = self.cooling.at(&place) {
            look.index(self.capacity_index, found.total_w)?;
        }
        if let Some((total, input)) =
            self.rated.as_ref().and_then(|rated| Some((rated.total_w, rated.input_w?)))
        {
            look.efficiency(|| "rated.inputW".to_owned(), num::from_whole(total) / num::from_whole(input))?;
        }
        let winter = [1.0, HEATED_C, HEATING_OUTDOOR_WET_BULB_C];
        let mut odd =
            rated(look, self.rated.as_ref(), (&self.cooling, &place), (self.heating.as_ref(), &winter))?;
        look.electrical(self.electrical.as_ref())?;
        look.sound("sound", self.sound.as_ref())?;
        look.grades(&self.efficiency)?;
        odd.extend(look.rises("cooling", &self.cooling, "outdoorDryBulbC"));
        odd.extend(look.falls("cooling", &self.cooling, "indoorWetBulbC"));
        odd.extend(look.input("cooling.inputW", self.cooling.input_w.is_some()));
        let heating = self.heating.as_ref();
        odd.extend(heating.and_then(|heating| look.falls("heating", heating, "outdoorWetBulbC")));
        Ok(odd)
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
        let place = [INDOOR_C, INDOOR_WET_BULB_C];
        let flow = self.air.as_ref().and_then(|air| air.flow_m3_h.first().copied());
        let mut odd =
            rated(look, self.rated.as_ref(), (&self.cooling, &place), (self.heating.as_ref(), &[HEATED_C]))?;
        if let Ok(found) = self.cooling.at(&place) {
            look.index(self.capacity_index, found.total_w)?;
            odd.extend(look.airflow("air.flowM3H", flow, found.total_w));
        }
        fan(look, self.rated.as_ref(), flow)?;
        look.electrical(self.electrical.as_ref())?;
        look.air(self.air.as_ref())?;
        look.sound("sound", self.sound.as_ref())?;
        odd.extend(look.falls("cooling", &self.cooling, "indoorWetBulbC"));
        Ok(odd)
    }
}

/// The input of a unit that has nothing but a fan.
fn fan(look: Looking<'_>, rated: Option<&Rated>, flow_m3_h: Option<f64>) -> Result<(), Remark> {
    match (rated.and_then(|rated| rated.input_w), flow_m3_h) {
        (Some(input_w), Some(flow)) => look.fan_power("rated.inputW", input_w, flow),
        _ => Ok(()),
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

/// The reference point of a rooftop unit's curves: 19.4 °C entering wet bulb, 35 °C outdoors, the rated airflow (AHRI 340/360).
const ROOFTOP_WET_BULB_C: f64 = 19.4;

impl Checked for Rooftop {
    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        look.efficiency(|| "cop".to_owned(), self.cop)?;
        look.share("sensibleHeatRatio", self.sensible_heat_ratio)?;
        let two = Some("outdoorDryBulbC");
        look.curve("capacity", &self.capacity, "enteringWetBulbC", two)?;
        look.curve("inputRatio", &self.input_ratio, "enteringWetBulbC", two)?;
        look.curve("capacityByFlow", &self.capacity_by_flow, "flowFraction", None)?;
        look.curve("inputRatioByFlow", &self.input_ratio_by_flow, "flowFraction", None)?;
        if let Some(fan) = self.fan_input_w {
            look.fan_power("fanInputW", fan, self.rated_flow_m3_h)?;
        }
        look.electrical(self.electrical.as_ref())?;
        look.air(self.air.as_ref())?;
        look.sound("sound", self.sound.as_ref())?;
        look.grades(&self.efficiency)?;
        let odd = [
            look.airflow("ratedFlowM3H", Some(self.rated_flow_m3_h), self.gross_total_w),
            look.reference("capacity", &self.capacity, ROOFTOP_WET_BULB_C, OUTDOOR_C),
            look.reference("inputRatio", &self.input_ratio, ROOFTOP_WET_BULB_C, OUTDOOR_C),
            look.reference("capacityByFlow", &self.capacity_by_flow, 1.0, 0.0),
            look.reference("inputRatioByFlow", &self.input_ratio_by_flow, 1.0, 0.0),
            look.input("fanInputW", self.fan_input_w.is_some()),
        ];
        Ok(odd.into_iter().flatten().collect())
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
        look.electrical(self.electrical.as_ref())?;
        look.sound("sound", self.sound.as_ref())?;
        look.grades(&self.efficiency)?;
        let (water, outdoor) = (self.reference_leaving_water_c, self.reference_outdoor_c);
        let odd = [
            look.reference("capacity", &self.capacity, water, outdoor),
            look.reference("inputRatio", &self.input_ratio, water, outdoor),
            look.reference("partLoad", &self.part_load, 1.0, 0.0),
        ];
        Ok(odd.into_iter().flatten().collect())
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
        let place = [COIL_WATER_C, INDOOR_C, COIL_WET_BULB_C];
        let flow = self.air.as_ref().and_then(|air| air.flow_m3_h.first().copied());
        let heating = (self.heating.as_ref(), &COIL_HEATING_C[..]);
        let mut odd = rated(look, self.rated.as_ref(), (&self.cooling, &place), heating)?;
        fan(look, self.rated.as_ref(), flow)?;
        look.electrical(self.electrical.as_ref())?;
        look.air(self.air.as_ref())?;
        look.sound("sound", self.sound.as_ref())?;
        if let Ok(found) = self.cooling.at(&place) {
            odd.extend(look.airflow("air.flowM3H", flow, found.total_w));
        }
        odd.extend(look.falls("cooling", &self.cooling, "indoorWetBulbC"));
        Ok(odd)
    }
}

impl Checked for RecoveryVentilator {
    fn check(&self, product: &str, path: &str) -> Result<Vec<Remark>, Remark> {
        let look = Looking { product, path };
        if let Some(flow) = self.air.flow_m3_h.first() {
            look.fan_power("inputW", self.input_w, *flow)?;
        }
        look.electrical(self.electrical.as_ref())?;
        look.air(Some(&self.air))?;
        look.sound("sound", self.sound.as_ref())?;
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
        let largest = self.cooling.total_w.iter().copied().flatten().max();
        if let Some(largest) = largest {
            match (self.family.is_some(), self.air.flow_m3_h.first()) {
                // A unit of a family has nothing but a fan; one with an outdoor part of its own has the compressor in its input too.
                (true, Some(flow)) => look.fan_power("inputW", self.input_w, *flow)?,
                _ => {
                    let efficiency = num::from_whole(largest) / num::from_whole(self.input_w);
                    look.efficiency(|| "inputW".to_owned(), efficiency)?;
                }
            }
            if let Some(index) = self.capacity_index {
                look.index(index, largest)?;
            }
        }
        look.electrical(self.electrical.as_ref())?;
        look.air(Some(&self.air))?;
        look.sound("sound", self.sound.as_ref())?;
        let falls = look.falls("cooling", &self.cooling, "outdoorWetBulbC");
        Ok(falls.into_iter().collect())
    }
}
