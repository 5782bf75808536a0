//! Rooftop units in a room.

use super::sets::OwnUnit;
use crate::catalogue::{Capacity, Efficiency, Electrical, Identity, Miss, Rooftop, UnitMass};
use crate::error::Error;
use crate::installation::{BillLine, RooftopSystem, rooftop};
use crate::num;
use crate::project::{Mounting, OutdoorPlace, SystemKind};
use crate::psychrometrics;
use crate::selection::answer::Installed;
use crate::selection::context::Context;
use crate::selection::demand::{Conditions, Demand, RATING_OUTDOOR_C};
use crate::selection::heating::Heat;
use crate::selection::rule::{Check, Rule};
use crate::selection::rules::{air, electrical, place, sound};

/// Indoor air of the rating point of unitary machines, dry and wet bulb, °C (AHRI 340/360: 80 °F and 67 °F).
const RATING_C: (f64, f64) = (26.7, 19.4);

impl OwnUnit for Rooftop {
    const KIND: SystemKind = SystemKind::Rooftop;
    // The published units cool only.
    const COOLS_ONLY: bool = true;
    type Needs<'a> = (&'a Electrical, &'a UnitMass);

    fn needs(&self) -> Option<Self::Needs<'_>> {
        Some((self.electrical.as_ref()?, self.mass.as_ref()?))
    }

    fn indoor_model(&self) -> Option<&String> {
        None
    }

    fn mounting(&self) -> Option<Mounting> {
        None
    }

    fn efficiency(&self) -> &[Efficiency] {
        &self.efficiency
    }

    fn flow_m3_h(&self) -> Option<f64> {
        Some(self.rated_flow_m3_h)
    }

    /// At the rating point of unitary machines, the heat of the fan taken off: AHRI 340/360 states net capacities.
    fn rated(&self) -> Option<(Conditions, Capacity)> {
        let at = Conditions {
            indoor_dry_bulb_c: RATING_C.0,
            indoor_wet_bulb_c: RATING_C.1,
            outdoor_dry_bulb_c: RATING_OUTDOOR_C,
        };
        let gross = num::from_whole(self.gross_total_w);
        Some((at, net(self, gross, gross * self.sensible_heat_ratio, gross / self.cop)))
    }

    /// On a roof.
    fn stands(&self, demand: &Demand) -> Option<Check> {
        Some(Check::wish(Rule::OutdoorPlace, demand.circumstances.outdoor_place == OutdoorPlace::RoofFrame))
    }

    fn before_size(
        &self,
        (electrical, _): Self::Needs<'_>,
        demand: &Demand,
        context: &Context<'_>,
    ) -> Vec<Check> {
        let mut checks: Vec<Check> = electrical::phases(electrical, context.supply).into_iter().collect();
        checks.push(electrical::breaker(electrical));
        checks.extend(place::operating_limits(self.limits.as_ref(), demand));
        checks.extend(place::altitude(false, demand.place.elevation_m));
        checks.push(air::ducted(self.air.as_ref(), demand));
        checks.extend(place::clearance(None, demand));
        checks
    }

    /// Sound, of which nobody says what comes through the ducts, and refrigerant, of which nobody says how much the unit holds: its coil
    /// lies in the air of the room.
    fn of_sets(
        &self,
        _needs: Self::Needs<'_>,
        sets: u32,
        demand: &Demand,
        _context: &Context<'_>,
    ) -> Vec<Check> {
        let mut checks = vec![Check::not_checked(Rule::Charge)];
        checks.extend(sound::indoors(None, sets, demand));
        checks.extend(sound::at_neighbour(self.sound.as_ref(), sets, demand));
        checks
    }

    /// All of it: nothing lies between the unit and its coil.
    fn left(&self, _needs: Self::Needs<'_>, _demand: &Demand) -> Result<(f64, f64), Check> {
        Ok((1.0, 1.0))
    }

    fn cooling(&self, at: &Conditions, demand: &Demand) -> Result<Result<Capacity, Miss>, Error> {
        net_capacity(self, at, demand)
    }

    /// Nothing, where any is wanted.
    fn heating(&self, demand: &Demand) -> Result<Option<Heat>, Miss> {
        Ok(demand.wants_heat().then_some(Heat { watts: 0, with_defrost: true }))
    }

    fn taken_off(
        &self,
        identity: &Identity,
        (electrical, mass): Self::Needs<'_>,
        sets: u32,
        demand: &Demand,
    ) -> Result<(Installed, Vec<BillLine>), Error> {
        let installed = RooftopSystem {
            room: demand.room.clone(),
            product: identity.id.clone(),
            sets,
            flow_m3_h: self.rated_flow_m3_h,
            mass_kg: mass.kg,
            electrical: electrical.clone(),
        };
        let lines = rooftop(&installed, "", &demand.circumstances)?;
        Ok((Installed::Rooftop(installed), lines))
    }
}

/// What a unit delivers at an entering state, the heat of its fan taken off: gross capacity by the published curve, the sensible part
/// by the bypass factor of the rating point (旁通系数法).
///
/// The apparatus dew point of the rating point gives the bypass factor, and the same factor at the entering state gives the sensible
/// part (ASHRAE Systems and Equipment, coils; Carrier's bypass method, as EnergyPlus 25.2 does at full airflow).
fn net_capacity(
    figures: &Rooftop,
    conditions: &Conditions,
    demand: &Demand,
) -> Result<Result<Capacity, Miss>, Error> {
    let Conditions { indoor_dry_bulb_c, indoor_wet_bulb_c, outdoor_dry_bulb_c } = *conditions;
    let by_temperature = match figures.capacity.at(indoor_wet_bulb_c, outdoor_dry_bulb_c) {
        Ok(factor) => factor,
        Err(miss) => return Ok(Err(miss)),
    };
    let input_factor = match figures.input_ratio.at(indoor_wet_bulb_c, outdoor_dry_bulb_c) {
        Ok(factor) => factor,
        Err(miss) => return Ok(Err(miss)),
    };
    let gross = num::from_whole(figures.gross_total_w) * by_temperature;
    let within = |error: Error| error.within(&demand.path);
    // The rating is at sea level; the bypass factor belongs to the coil and its airflow.
    let sea_level = psychrometrics::standard_pressure(0.0);
    let rated = Coil {
        dry_bulb_c: RATING_C.0,
        humidity_ratio: psychrometrics::humidity_ratio_of_wet_bulb(RATING_C.0, RATING_C.1, sea_level)?,
        pressure_pa: sea_level,
        flow_m3_h: figures.rated_flow_m3_h,
    };
    let bypass = rated.bypass(num::from_whole(figures.gross_total_w), figures.sensible_heat_ratio)?;
    let pressure_pa = demand.place.pressure_pa;
    let humidity_ratio =
        psychrometrics::humidity_ratio_of_wet_bulb(indoor_dry_bulb_c, indoor_wet_bulb_c, pressure_pa)
            .map_err(within)?;
    let coil = Coil {
        dry_bulb_c: indoor_dry_bulb_c,
        humidity_ratio,
        pressure_pa,
        flow_m3_h: figures.rated_flow_m3_h,
    };
    let sensible = coil.sensible_w(gross, bypass)?;
    let sensible = if sensible < gross { sensible } else { gross };
    Ok(Ok(net(figures, gross, sensible, gross / figures.cop * input_factor)))
}

/// What is left of gross capacities when the heat of the fan is taken off, W, and all input.
fn net(figures: &Rooftop, gross_w: f64, sensible_w: f64, input_w: f64) -> Capacity {
    let fan = num::from_whole(figures.fan_input_w.unwrap_or(0));
    let down = |watts: f64| num::to_whole(watts.floor()).unwrap_or(0);
    Capacity {
        total_w: down(gross_w - fan),
        sensible_w: down(sensible_w - fan),
        input_w: num::to_whole(input_w + fan).unwrap_or(0),
    }
}

/// A cooling coil's entering air and airflow.
struct Coil {
    dry_bulb_c: f64,
    humidity_ratio: f64,
    pressure_pa: f64,
    flow_m3_h: f64,
}

/// Halvings of the search for an apparatus dew point: from 60 K to less than a billionth.
const HALVINGS: u32 = 40;

impl Coil {
    fn mass_flow_kg_s(&self) -> f64 {
        let density = psychrometrics::density(self.dry_bulb_c, self.humidity_ratio, self.pressure_pa);
        self.flow_m3_h / 3600.0 * density
    }

    fn enthalpy(&self) -> f64 {
        psychrometrics::enthalpy(self.dry_bulb_c, self.humidity_ratio)
    }

    /// The share of the air that passes a coil of this total capacity and sensible share as if it had not met it.
    fn bypass(&self, total_w: f64, sensible_share: f64) -> Result<f64, Error> {
        let drop = total_w / self.mass_flow_kg_s();
        let leaving_enthalpy = self.enthalpy() - drop;
        // Between entering and leaving dry bulb the enthalpy at the entering humidity falls by the sensible part.
        let leaving_c = psychrometrics::dry_bulb_of_enthalpy(
            self.enthalpy() - sensible_share * drop,
            self.humidity_ratio,
        );
        let leaving_ratio = humidity_at(leaving_c, leaving_enthalpy);
        let slope = (self.humidity_ratio - leaving_ratio) / (self.dry_bulb_c - leaving_c);
        // Along the line of the coil down to saturation: the apparatus dew point.
        let (mut low, mut high) = (self.dry_bulb_c - 60.0, leaving_c);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            let on_line = self.humidity_ratio - slope * (self.dry_bulb_c - middle);
            if on_line > psychrometrics::saturation_humidity_ratio(middle, self.pressure_pa)? {
                low = middle;
            } else {
                high = middle;
            }
        }
        let dew_enthalpy = psychrometrics::enthalpy(
            high,
            psychrometrics::saturation_humidity_ratio(high, self.pressure_pa)?,
        );
        let share = (leaving_enthalpy - dew_enthalpy) / (self.enthalpy() - dew_enthalpy);
        Ok(share.clamp(0.0, 0.99))
    }

    /// The sensible part of a total capacity at this air, W; all of it where the coil stays dry.
    fn sensible_w(&self, total_w: f64, bypass: f64) -> Result<f64, Error> {
        let mass = self.mass_flow_kg_s();
        let dew_enthalpy = self.enthalpy() - total_w / mass / (1.0 - bypass);
        // The saturated air of that enthalpy.
        let (mut low, mut high) = (self.dry_bulb_c - 60.0, self.dry_bulb_c);
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            let saturated = psychrometrics::saturation_humidity_ratio(middle, self.pressure_pa);
            // Air that would boil water is above every enthalpy that is asked for.
            let above = saturated.is_ok_and(|ratio| psychrometrics::enthalpy(middle, ratio) < dew_enthalpy);
            if above {
                low = middle;
            } else {
                high = middle;
            }
        }
        let dew_ratio = psychrometrics::saturation_humidity_ratio(high, self.pressure_pa)?;
        if dew_ratio >= self.humidity_ratio {
            return Ok(total_w);
        }
        // What the air would keep in enthalpy if it lost its vapour only.
        let dry = psychrometrics::enthalpy(self.dry_bulb_c, dew_ratio);
        let share = (dry - dew_enthalpy) / (self.enthalpy() - dew_enthalpy);
        Ok(total_w * share.clamp(0.0, 1.0))
    }
}

/// The humidity ratio of air by its dry bulb and its enthalpy, kg/kg.
fn humidity_at(dry_bulb_c: f64, enthalpy_j_kg: f64) -> f64 {
    (enthalpy_j_kg - psychrometrics::AIR_HEAT_CAPACITY * dry_bulb_c)
        / (psychrometrics::EVAPORATION_ENTHALPY + psychrometrics::VAPOUR_HEAT_CAPACITY * dry_bulb_c)
}
