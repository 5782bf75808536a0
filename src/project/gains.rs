//! People, lights, equipment and air of a room (人员、照明、设备、空气).

use crate::boundary::from_node;
use serde::Serialize;

/// The most people of one room: a stadium. A judgement that keeps out slips.
pub(crate) const MOST_PEOPLE: f64 = 100_000.0;

/// People (人员), by number or by area.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct People {
    /// How many at most.
    pub count: Option<f64>,
    /// Floor area of one person (人均面积), m²; instead of `count`.
    pub m2_per_person: Option<f64>,
    /// Sensible heat of one, W.
    pub sensible_w: Option<f64>,
    /// Latent heat of one, W.
    pub latent_w: Option<f64>,
    /// Long-wave radiation as a part of the sensible heat, 0 to 1.
    pub radiant_fraction: Option<f64>,
    /// The part of them that is there, by hour of the day, 24 values.
    pub hours: Option<Vec<f64>>,
}

from_node!(struct People { count, m2_per_person, sensible_w, latent_w, radiant_fraction, hours });

/// Lights (照明).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lights {
    /// Power (照明功率密度), W/m².
    pub power_w_m2: Option<f64>,
    /// Power in all instead, W.
    pub power_w: Option<f64>,
    /// Long-wave radiation as a part of the power, 0 to 1.
    pub radiant_fraction: Option<f64>,
    /// Light as a part of the power, 0 to 1.
    pub visible_fraction: Option<f64>,
    /// The part that is on, by hour of the day, 24 values.
    pub hours: Option<Vec<f64>>,
}

from_node!(struct Lights { power_w_m2, power_w, radiant_fraction, visible_fraction, hours });

/// Equipment (设备).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Equipment {
    /// Power (设备功率密度), W/m².
    pub power_w_m2: Option<f64>,
    /// Power in all instead, W.
    pub power_w: Option<f64>,
    /// Long-wave radiation as a part of the power, 0 to 1.
    pub radiant_fraction: Option<f64>,
    /// Vapour as a part of the power, 0 to 1.
    pub latent_fraction: Option<f64>,
    /// The part that is on, by hour of the day, 24 values.
    pub hours: Option<Vec<f64>>,
}

from_node!(struct Equipment { power_w_m2, power_w, radiant_fraction, latent_fraction, hours });

/// Infiltration (渗透风) through the façade.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Infiltration {
    /// Outdoor air at outdoor density, room volumes an hour.
    pub air_changes_per_h: Option<f64>,
    /// The part of it, by hour of the day, 24 values; default all of it at every hour.
    pub hours: Option<Vec<f64>>,
}

from_node!(struct Infiltration { air_changes_per_h, hours });

/// A door to the street (外门) that people pass.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Door {
    /// `none`, or a door of the reference data, such as `swing`.
    pub kind: Option<String>,
    /// How often it is passed in the busiest hour, in and out.
    pub passages_per_h: Option<f64>,
}

from_node!(struct Door { kind, passages_per_h });

/// Outdoor air (新风) that a machine brings in.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutdoorAir {
    /// The rule for its flow.
    pub rule: Option<OutdoorAirRule>,
    /// Its flow while the plant runs (新风量), m³/h; default by the rule.
    pub flow_m3_h: Option<f64>,
    /// Who treats it.
    pub treated_by: Option<TreatedBy>,
    /// Of an energy-recovery ventilator: the part of the difference in dry bulb that it recovers, 0 to 1.
    pub sensible_effectiveness: Option<f64>,
    /// Of an energy-recovery ventilator: the part of the difference in humidity ratio that it recovers, 0 to 1.
    pub latent_effectiveness: Option<f64>,
    /// Of a fresh-air unit: dry bulb of what it supplies on a cooling day, °C.
    pub supply_dry_bulb_c: Option<f64>,
    /// Of a fresh-air unit: relative humidity of what it supplies on a cooling day, 0 to 1.
    pub supply_relative_humidity: Option<f64>,
    /// Of a fresh-air unit: dry bulb of what it supplies on the heating day, °C.
    pub supply_heating_dry_bulb_c: Option<f64>,
}

from_node!(struct OutdoorAir {
    rule,
    flow_m3_h,
    treated_by,
    sensible_effectiveness,
    latent_effectiveness,
    supply_dry_bulb_c,
    supply_relative_humidity,
    supply_heating_dry_bulb_c,
});

/// The rule for the flow of outdoor air.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum OutdoorAirRule {
    /// GB 50736-2012, 3.0.6: by person, less in crowds.
    Gb50736,
    /// ASHRAE 62.1, ventilation rate procedure: by person and by area.
    #[serde(rename = "ashrae62.1")]
    Ashrae621,
}

from_node!(
    enum OutdoorAirRule {
        Gb50736,
        Ashrae621 as "ashrae62.1",
    }
);

impl OutdoorAirRule {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gb50736 => "gb50736",
            Self::Ashrae621 => "ashrae62.1",
        }
    }
}

/// Who treats the outdoor air (新风处理方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TreatedBy {
    /// No machine brings any in.
    None,
    /// The room's indoor unit, whose coil sees the mixed air.
    IndoorUnit,
    /// An energy-recovery ventilator (全热交换器), and what it leaves the indoor unit.
    Erv,
    /// A fresh-air unit (新风机组) with a stated supply state, and what remains the indoor unit.
    FreshAirUnit,
}

from_node!(
    enum TreatedBy {
        None,
        IndoorUnit,
        Erv,
        FreshAirUnit,
    }
);

impl TreatedBy {
    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::IndoorUnit => "indoorUnit",
            Self::Erv => "erv",
            Self::FreshAirUnit => "freshAirUnit",
        }
    }
}

/// Exhaust (排风) of hoods while the room is in use.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Exhaust {
    /// Flow, m³/h.
    pub flow_m3_h: f64,
    /// The part of its make-up air (补风) that is drawn from the room, 0 to 1.
    pub from_room: f64,
}

from_node!(struct Exhaust { flow_m3_h, from_room });

/// A load that is known from elsewhere and not computed (给定负荷).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatedLoad {
    /// Cooling in all, W.
    pub total_w: i32,
    /// The sensible part of it, W.
    pub sensible_w: i32,
    /// Heating, W; absent where none is wanted.
    pub heating_w: Option<i32>,
}

from_node!(struct StatedLoad { total_w, sensible_w, heating_w });
