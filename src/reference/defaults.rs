//! What is assumed where the buyer states nothing (默认值).

use crate::boundary::from_node;
use crate::finding::Confidence;
use crate::money::Money;
use crate::project::{Above, Below, Beside, Facing, OutdoorAirRule, OutdoorPlace, TreatedBy, Wall};

/// A value that is assumed where the buyer states nothing.
#[derive(Clone, Debug)]
pub struct Assumed<T> {
    /// The value.
    pub value: T,
    /// Where it comes from, in English.
    pub source: String,
    /// Where it comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}

from_node!(struct Assumed<T> { value, source, source_zh, confidence });

/// Everything that is assumed where the buyer states nothing.
#[derive(Clone, Debug)]
pub struct Defaults {
    /// Relative humidity of a room in summer, 0 to 1.
    pub relative_humidity: Assumed<f64>,
    /// One-way refrigerant pipe, m.
    pub pipe_run_m: Assumed<f64>,
    /// Between outdoor and indoor unit, m.
    pub height_difference_m: Assumed<f64>,
    /// Condensate pipe, m.
    pub drain_run_m: Assumed<f64>,
    /// Power cable from the distribution board, m.
    pub power_cable_run_m: Assumed<f64>,
    /// Height of the indoor unit above the floor, m.
    pub install_height_m: Assumed<f64>,
    /// Storey of the outdoor unit.
    pub storey: Assumed<i32>,
    /// Identical sets in one room.
    pub max_units_per_room: Assumed<i32>,
    /// Where the outdoor unit stands or hangs.
    pub outdoor_place: Assumed<OutdoorPlace>,
    /// What the pipes pass through.
    pub wall: Assumed<Wall>,
    /// The part of the refrigerant pipe that only one room uses, m.
    pub branch_run_m: Assumed<f64>,
    /// Air duct to the farthest outlet, m.
    pub duct_run_m: Assumed<f64>,
    /// Pressure loss of outlet, grille and filter, Pa.
    pub duct_terminal_pa: Assumed<f64>,
    /// Pressure loss of air ducts, Pa/m.
    pub duct_pa_per_m: Assumed<f64>,
    /// What one traded horsepower (匹) cools, kW.
    pub horsepower_kw: Assumed<f64>,
    /// How far a product's capacity may be from a nameplate that it stands for, 0 to 1.
    pub nameplate_tolerance: Assumed<f64>,
    /// Units beyond those that carry the load in rooms of electronic equipment.
    pub electronic_spare_units: Assumed<i32>,
    /// Years of running that count.
    pub running_years: Assumed<i32>,
    /// Price of electricity for each kWh.
    pub tariff_per_kwh: Assumed<Money>,
    /// Full-load hours of cooling (当量满负荷小时数) in severe cold zones, of a plant that runs twelve hours a day.
    pub full_load_hours_severe_cold: Assumed<i32>,
    /// The same in cold zones.
    pub full_load_hours_cold: Assumed<i32>,
    /// The same where it is hot in summer and cold in winter, and where no zone is known.
    pub full_load_hours_mixed: Assumed<i32>,
    /// The same where it is hot in summer and warm in winter.
    pub full_load_hours_hot: Assumed<i32>,
    /// The same in mild zones.
    pub full_load_hours_mild: Assumed<i32>,
    /// Where a façade looks to.
    pub facing: Assumed<Facing>,
    /// What is above a room.
    pub above: Assumed<Above>,
    /// What is below a room.
    pub below: Assumed<Below>,
    /// What is behind the walls of a room that are no façades.
    pub beside: Assumed<Beside>,
    /// Storeys of the building.
    pub storeys: Assumed<i32>,
    /// Height of a storey (层高), floor to floor, m.
    pub storey_height_m: Assumed<f64>,
    /// The blind in the room, or `none`.
    pub inner_blind: Assumed<String>,
    /// Share of sunlight that the ground throws back, 0 to 1.
    pub ground_reflectance: Assumed<f64>,
    /// How far the ground under a room is below its set-point, K.
    pub ground_below_set_point_k: Assumed<f64>,
    /// How far a neighbouring room without plant (非空调邻室) is above the outdoor daily mean in summer, K.
    pub unconditioned_above_mean_k: Assumed<f64>,
    /// The temperature difference to a room without heating over that to outdoors (温差修正系数), 0 to 1.
    pub unconditioned_heating_factor: Assumed<f64>,
    /// The winter design dry bulb below which heating is wanted, °C.
    pub heating_wanted_below_c: Assumed<f64>,
    /// Hours that the plant runs before the first guest.
    pub pre_cool_hours: Assumed<i32>,
    /// The standard that says how much outdoor air there is.
    pub outdoor_air_rule: Assumed<OutdoorAirRule>,
    /// What cools and heats the outdoor air.
    pub outdoor_air_treated_by: Assumed<TreatedBy>,
    /// Effectiveness of an energy recovery ventilator (全热交换器) in dry bulb, 0 to 1.
    pub erv_sensible_effectiveness: Assumed<f64>,
    /// Effectiveness of an energy recovery ventilator in humidity ratio, 0 to 1.
    pub erv_latent_effectiveness: Assumed<f64>,
    /// Wind on the cooling day where a station has none, m/s.
    pub summer_wind_m_s: Assumed<f64>,
    /// Wind on the heating day where a station has none, m/s.
    pub winter_wind_m_s: Assumed<f64>,
    /// The hottest month where a station has none, 1 to 12.
    pub hottest_month: Assumed<u32>,
}

from_node!(struct Defaults {
    relative_humidity,
    pipe_run_m,
    height_difference_m,
    drain_run_m,
    power_cable_run_m,
    install_height_m,
    storey,
    max_units_per_room,
    outdoor_place,
    wall,
    branch_run_m,
    duct_run_m,
    duct_terminal_pa,
    duct_pa_per_m,
    horsepower_kw,
    nameplate_tolerance,
    electronic_spare_units,
    running_years,
    tariff_per_kwh,
    full_load_hours_severe_cold,
    full_load_hours_cold,
    full_load_hours_mixed,
    full_load_hours_hot,
    full_load_hours_mild,
    facing,
    above,
    below,
    beside,
    storeys,
    storey_height_m,
    inner_blind,
    ground_reflectance,
    ground_below_set_point_k,
    unconditioned_above_mean_k,
    unconditioned_heating_factor,
    heating_wanted_below_c,
    pre_cool_hours,
    outdoor_air_rule,
    outdoor_air_treated_by,
    erv_sensible_effectiveness,
    erv_latent_effectiveness,
    summer_wind_m_s,
    winter_wind_m_s,
    hottest_month,
});
