//! The answer of selection: systems, what each room has of them, and what was refused.

use super::demand::Conditions;
use super::offer::Offer;
use super::rejection::RejectedGroup;
use super::requested::RequestedUnits;
use super::rule::{Check, Rule};
use super::schematic::Piece;
use crate::catalogue::{Capacity, Cell, Identity, Status};
use crate::finding::Finding;
use crate::installation::{ConnectedSystem, RooftopSystem, SplitSystem, VentilatorSystem, WaterSystem};
use crate::load::Load;
use crate::money::Money;
use crate::project::{Mounting, Objective, SystemKind};
use serde::Serialize;

/// The systems of a project.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Selection {
    /// The digest of the completed project that it was made for.
    pub project_digest: String,
    /// What was minimised, and how far that is proved.
    pub optimum: Optimum,
    /// The systems, in the order of their first rooms; those of requests after them.
    pub systems: Vec<System>,
    /// The ventilators, in the order of the rooms.
    pub ventilators: Vec<Ventilator>,
    /// The rules of all systems together: the supply of the building, and the sound of everything that a neighbour hears from one place;
    /// none without systems.
    pub checks: Vec<Check>,
    /// The rooms, in the project's order.
    pub rooms: Vec<RoomSelection>,
    /// What was found for the requests, in their order.
    pub requested: Vec<RequestedUnits>,
    /// Machines that serve several rooms and are not taken, with the first rule that they failed.
    pub rejected: Vec<RejectedGroup>,
    /// Other ways to serve the project, by other objectives.
    pub alternatives: Vec<Alternative>,
    /// The three best of the chosen systems and the best of each one kind of system, the best first.
    pub offers: Vec<Offer>,
    /// What the wishes of the project cost against the best without them; absent where there are none.
    pub preference: Option<PreferenceCost>,
    /// What there is to say about it.
    pub findings: Vec<Finding>,
}

/// What was minimised, and how far that is proved.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Optimum {
    /// What the systems are chosen by.
    pub objective: Objective,
    /// Equipment and installation of all systems at the books' prices, before rules of whole orders, tax included; requested units and
    /// ventilators, which nothing is grouped with, are apart.
    pub cost: Money,
    /// No choice of systems has less than this, in the unit of the objective; where that is not money, none that costs no more.
    pub lower_bound: f64,
    /// What the chosen systems have, in the unit of the objective: money, kWh of cooling a year, or sound power of all rooms together,
    /// relative, ten to the tenth of each level in dB(A).
    pub value: f64,
    /// Whether every grouping was tried or shown to be no better.
    pub proved_optimal: bool,
}

/// A machine or machines with the rooms that they serve.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct System {
    /// `system-1`, `system-2`, ...
    pub id: String,
    /// What kind of system.
    pub kind: SystemKind,
    /// The outdoor units or chillers; absent where every unit is its own.
    pub outdoor: Option<Plant>,
    /// The rooms, in the project's order.
    pub rooms: Vec<ServedRoom>,
    /// The fresh-air units on it, in the project's order of the rooms that they bring air to.
    pub fresh_air_units: Vec<FreshAirUnits>,
    /// The rules of the system as a whole, each with its margin.
    pub checks: Vec<Check>,
    /// The rule of these with the smallest margin, the first of equals; absent where none has a margin, as of a room's own sets, whose
    /// rules stand with the room.
    pub governing: Option<Rule>,
    /// Cooling energy of a year, kWh, at the efficiency of the design.
    pub energy_kwh: f64,
    /// Pipes, joints and units as a face draws them, from the outdoor unit outwards.
    pub schematic: Vec<Piece>,
    /// Equipment, tax included.
    pub equipment: Money,
    /// Installation, tax included.
    pub installation: Money,
    /// Both.
    pub cost: Money,
    /// What is installed, with all that its installation depends on.
    pub installed: Installed,
}

/// Outdoor units that work as one, or chillers.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plant {
    /// The units, one for each module.
    pub units: Vec<Identity>,
    /// Cooling at the design, corrected for pipe and place, W.
    pub cooling_w: i64,
    /// Heating at the design with defrost, W; absent where none is wanted or known.
    pub heating_w: Option<i64>,
    /// The largest hour of its rooms and fresh-air units together, W.
    pub block_peak_w: i64,
    /// The heating of its rooms and fresh-air units together, W.
    pub block_heating_w: Option<i64>,
    /// Electrical input at the design, W.
    pub input_w: i64,
    /// Indices of the indoor and fresh-air units over that of the outdoor units; absent for chillers.
    pub ratio: Option<f64>,
    /// Refrigerant in all, kg; absent where it is not known.
    pub charge_kg: Option<f64>,
    /// From the plant to the farthest unit, m.
    pub farthest_m: f64,
    /// All pipe, one way, m.
    pub total_pipe_m: f64,
}

/// What a room has of a system.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ServedRoom {
    /// The room, or the request where it names none.
    pub room: String,
    /// The product.
    pub product: Identity,
    /// The indoor unit's model where the product is a pair.
    pub indoor_model: Option<String>,
    /// How it is mounted; absent for a rooftop unit.
    pub mounting: Option<Mounting>,
    /// How many.
    pub units: u32,
    /// The air that they take in.
    pub conditions: Conditions,
    /// Capacity of one there.
    pub each: Capacity,
    /// Capacity of all.
    pub all: Capacity,
    /// What all get while every unit of the system calls at once, W: the lesser of their own capacity and, where the units together
    /// have more than the outdoor units, of the outdoor units' capacity by capacity indices. The search knows the largest hour of all
    /// rooms together only, so that this refuses nothing; absent where no outdoor unit with an index is shared.
    pub all_calling_w: Option<i64>,
    /// Heating of all at the winter design with defrost, W; absent where none is wanted or known.
    pub heating_w: Option<i64>,
    /// The rules, each with its margin.
    pub checks: Vec<Check>,
    /// The rule with the smallest margin, the first of equals; absent where none has a margin.
    pub governing: Option<Rule>,
    /// The points of a split's table that `each` was interpolated from.
    pub table_points: Vec<Cell>,
}

/// The fresh-air units (新风机) of one room, all alike, as members of a system.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FreshAirUnits {
    /// The room that they bring outdoor air to.
    pub room: String,
    /// The product.
    pub product: Identity,
    /// How many.
    pub units: u32,
    /// Outdoor air of each, m³/h.
    pub flow_m3_h: f64,
    /// The air that they take in: outdoors at the design.
    pub conditions: OutdoorConditions,
    /// Cooling of one there, W.
    pub each_w: i64,
    /// Cooling of all there, W.
    pub cooling_w: i64,
    /// What all get while every unit of the system calls at once, W: as of a room's other units.
    pub all_calling_w: Option<i64>,
    /// Heating of all at the winter design, W; absent where none is wanted or known.
    pub heating_w: Option<i64>,
    /// Electrical input of all, W.
    pub input_w: i64,
    /// The rules, each with its margin.
    pub checks: Vec<Check>,
    /// The rule with the smallest margin, the first of equals; absent where none has a margin.
    pub governing: Option<Rule>,
}

/// Outdoor air that a machine takes in.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OutdoorConditions {
    /// In summer, dry bulb, °C.
    pub dry_bulb_c: f64,
    /// In summer, wet bulb, °C.
    pub wet_bulb_c: f64,
    /// In winter, dry bulb, °C; absent where no heating is wanted.
    pub winter_dry_bulb_c: Option<f64>,
}

/// What is installed; which of these, the kind of the system says.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Installed {
    /// Matched pairs.
    MatchedSplit(SplitSystem),
    /// Outdoor and indoor units of a family.
    Connected(ConnectedSystem),
    /// Rooftop units.
    Rooftop(RooftopSystem),
    /// Chillers and fan coils.
    Water(WaterSystem),
}

/// What brings outdoor air to a room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ventilator {
    /// `ventilation-1`, `ventilation-2`, ...
    pub id: String,
    /// The room.
    pub room: String,
    /// The product.
    pub product: Identity,
    /// How many.
    pub units: u32,
    /// The highest airflow of each, m³/h.
    pub flow_m3_h: f64,
    /// Electrical input of all at it, W.
    pub input_w: i64,
    /// The rules, each with its margin.
    pub checks: Vec<Check>,
    /// The rule with the smallest margin, the first of equals; absent where none has a margin.
    pub governing: Option<Rule>,
    /// Every other ventilator, by the first rule that it failed.
    pub rejected: Vec<RejectedGroup>,
    /// Equipment, tax included.
    pub equipment: Money,
    /// Installation, tax included.
    pub installation: Money,
    /// Both.
    pub cost: Money,
    /// What is installed.
    pub installed: VentilatorSystem,
}

/// What serves one room.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomSelection {
    /// The room's identifier.
    pub room: String,
    /// The room's own air as a unit takes it in, without outdoor air.
    pub conditions: Conditions,
    /// The load that is carried.
    pub load: Load,
    /// The heating that is carried, W; absent where none is wanted.
    pub heating_w: Option<i64>,
    /// The system that serves it; absent if none does.
    pub system: Option<String>,
    /// The cheapest systems of the room's own that fit and are not taken, at most two.
    pub alternatives: Vec<System>,
    /// Every other product for a room, by the first rule that it failed.
    pub rejected: Vec<RejectedGroup>,
    /// What brings its outdoor air, where its load counts on a fresh-air unit.
    pub fresh_air: Option<RoomFreshAir>,
}

/// What the load of a room counts on a fresh-air unit for, and what serves it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RoomFreshAir {
    /// Outdoor air, m³/h.
    pub flow_m3_h: f64,
    /// What the units do at their own largest hour, W: from outdoors to the state that they supply.
    pub cooling_w: i64,
    /// What they do on the heating day, W; absent where no heating is wanted.
    pub heating_w: Option<i64>,
    /// The system that the units are members of; absent if none fit.
    pub system: Option<String>,
    /// Every other fresh-air unit, by the first rule that it failed.
    pub rejected: Vec<RejectedGroup>,
}

/// Another way to serve the project.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Alternative {
    /// What it is best by, among the choices that were searched.
    pub label: Label,
    /// What it was searched by.
    pub objective: Objective,
    /// Equipment and installation, tax included.
    pub cost: Money,
    /// Cooling energy of a year, kWh.
    pub energy_kwh: f64,
    /// Cost and the electricity of the years.
    pub life_cycle_cost: Money,
    /// The loudest room, dB(A); absent where a level is not known.
    pub loudest_dba: Option<f64>,
    /// Whether it is proved to be the best by its objective.
    pub proved_optimal: bool,
    /// What a quote of it comes to, with what is requested by name and the ventilators, tax included; absent where nothing is
    /// quoted or the quote has no total.
    pub total: Option<Money>,
    /// Its systems in short.
    pub systems: Vec<SystemSummary>,
    /// Its systems in full, for taking off.
    #[serde(skip)]
    pub(crate) chosen: Vec<System>,
}

/// What an alternative is best by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Label {
    /// The cheapest to install.
    Good,
    /// The cheapest over the years.
    Better,
    /// The one that takes the least electricity.
    Best,
    /// The quietest.
    Quietest,
}

impl Label {
    /// The name, as in an answer.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Better => "better",
            Self::Best => "best",
            Self::Quietest => "quietest",
        }
    }
}

/// A system in short.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SystemSummary {
    /// What kind of system.
    pub kind: SystemKind,
    /// The outdoor units or chillers, or the products of a room's own.
    pub products: Vec<String>,
    /// The rooms.
    pub rooms: Vec<String>,
    /// The rooms whose fresh-air units are members of it.
    pub fresh_air: Vec<String>,
    /// Equipment and installation, tax included.
    pub cost: Money,
}

/// What the wishes of the project cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PreferenceCost {
    /// The best without wishes for kinds, brands, products and grades: equipment and installation, tax included.
    pub unrestricted: Money,
    /// What the wishes cost beyond that; absent where the wishes leave a room without a system.
    pub more: Option<Money>,
    /// The systems without wishes, in short.
    pub systems: Vec<SystemSummary>,
    /// Whether the best without wishes is proved.
    pub proved_optimal: bool,
}

impl System {
    /// What stands in its rooms, how many of it and by which rules: indoor units first, then fresh-air units.
    pub(super) fn members(&self) -> impl Iterator<Item = (&Identity, u32, &[Check])> {
        let rooms = self.rooms.iter().map(|room| (&room.product, room.units, room.checks.as_slice()));
        let fresh = self.fresh_air_units.iter();
        rooms.chain(fresh.map(|units| (&units.product, units.units, units.checks.as_slice())))
    }
}

/// Whether any figure that a system or its installation depends on is made up for demonstration.
pub(super) fn has_demo_figures(system: &System) -> bool {
    let products = system.members().map(|(product, _, _)| product);
    let plants = system.outdoor.iter().flat_map(|plant| &plant.units);
    let mut own = products.chain(plants).map(|identity| identity.status);
    let installed = match &system.installed {
        Installed::MatchedSplit(split) => {
            [split.piping.status, split.electrical.status, split.mass_kg.status].contains(&Status::Demo)
        }
        Installed::Rooftop(rooftop) => rooftop.electrical.status == Status::Demo,
        Installed::Connected(_) | Installed::Water(_) => false,
    };
    installed || own.any(|status| status == Status::Demo)
}
