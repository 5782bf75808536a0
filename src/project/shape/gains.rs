//! The shape of people, lights, equipment and air.

use super::{HOURS, PART};
use crate::boundary::shape::{Shape, optional, required};
use crate::project::gains::MOST_PEOPLE;

/// People.
pub(super) static PEOPLE: Shape = Shape::Object(&[
    optional("count", &COUNT, "Number", "How many at most, to 0.01."),
    optional("m2PerPerson", &AREA, "Area of one person", "In m2, to 0.01; default that of the room type."),
    optional("sensibleW", &HEAT, "Sensible heat", "Of one person in W, to 0.1."),
    optional("latentW", &HEAT, "Latent heat", "Of one person in W, to 0.1."),
    optional("radiantFraction", &PART, "Radiant part", "Of the sensible heat, 0 to 1."),
    optional("hours", &HOURS, "Hours", "The part of them that is there, 24 values from midnight."),
]);
static COUNT: Shape = Shape::Number { minimum: 0.0, maximum: MOST_PEOPLE, decimals: 2 };
static AREA: Shape = Shape::Number { minimum: 0.1, maximum: 10_000.0, decimals: 2 };
static HEAT: Shape = Shape::Number { minimum: 0.0, maximum: 1000.0, decimals: 1 };

/// Lights.
pub(super) static LIGHTS: Shape = Shape::Object(&[
    optional("powerWM2", &LIGHTING, "Power", "In W/m2, to 0.01; default that of the room type."),
    optional("powerW", &POWER, "Power in all", "In W, to 0.1, instead of W/m2."),
    optional("radiantFraction", &PART, "Radiant part", "Long-wave, of the power, 0 to 1."),
    optional("visibleFraction", &PART, "Visible part", "Of the power, 0 to 1."),
    optional("hours", &HOURS, "Hours", "The part that is on, 24 values from midnight."),
]);
/// Equipment.
pub(super) static EQUIPMENT: Shape = Shape::Object(&[
    optional("powerWM2", &DENSITY, "Power", "In W/m2, to 0.01; some room types ask for it."),
    optional("powerW", &POWER, "Power in all", "In W, to 0.1, instead of W/m2."),
    optional("radiantFraction", &PART, "Radiant part", "Of the power, 0 to 1."),
    optional("latentFraction", &PART, "Vapour", "As a part of the power, 0 to 1."),
    optional("hours", &HOURS, "Hours", "The part that is on, 24 values from midnight."),
]);
static LIGHTING: Shape = Shape::Number { minimum: 0.0, maximum: 1000.0, decimals: 2 };
/// The high end is a room full of racks.
static DENSITY: Shape = Shape::Number { minimum: 0.0, maximum: 20_000.0, decimals: 2 };
static POWER: Shape = Shape::Number { minimum: 0.0, maximum: 10_000_000.0, decimals: 1 };

/// Infiltration.
pub(super) static INFILTRATION: Shape = Shape::Object(&[
    optional(
        "airChangesPerH",
        &CHANGES,
        "Air changes",
        "Room volumes an hour, to 0.001; default by façade and wind.",
    ),
    optional("hours", &HOURS, "Hours", "The part of it, 24 values from midnight; default all of it."),
]);
static CHANGES: Shape = Shape::Number { minimum: 0.0, maximum: 50.0, decimals: 3 };

/// A door to the street.
pub(super) static DOOR: Shape = Shape::Object(&[
    optional("kind", &Shape::Identifier, "Kind", "none, or a door of the reference data, such as swing."),
    optional("passagesPerH", &PASSAGES, "Passages", "In and out in the busiest hour; default by people."),
]);
static PASSAGES: Shape = Shape::Number { minimum: 0.0, maximum: 20_000.0, decimals: 1 };

/// Outdoor air that a machine brings in.
pub(super) static OUTDOOR_AIR: Shape = Shape::Object(&[
    optional("rule", &OUTDOOR_AIR_RULE, "Rule", "For its flow; default gb50736."),
    optional("flowM3H", &FLOW, "Flow", "While the plant runs in m3/h, to 0.01; default by the rule."),
    optional("treatedBy", &TREATED_BY, "Treated by", "Who cools and dries it; default indoorUnit."),
    optional(
        "sensibleEffectiveness",
        &PART,
        "Sensible effectiveness",
        "Of an energy-recovery ventilator, 0 to 1.",
    ),
    optional(
        "latentEffectiveness",
        &PART,
        "Latent effectiveness",
        "Of an energy-recovery ventilator, 0 to 1.",
    ),
    optional(
        "supplyDryBulbC",
        &SUPPLY,
        "Supply dry bulb",
        "Of a fresh-air unit on a cooling day, degrees Celsius.",
    ),
    optional("supplyRelativeHumidity", &SUPPLY_HUMIDITY, "Supply humidity", "Of a fresh-air unit, 0 to 1."),
    optional(
        "supplyHeatingDryBulbC",
        &SUPPLY_HEATING,
        "Supply dry bulb in winter",
        "Of a fresh-air unit on the heating day, degrees Celsius.",
    ),
]);
/// The rule for the flow of outdoor air.
pub(crate) static OUTDOOR_AIR_RULE: Shape = Shape::Choice(&["gb50736", "ashrae62.1"]);
/// Who treats outdoor air.
pub(crate) static TREATED_BY: Shape = Shape::Choice(&["none", "indoorUnit", "erv", "freshAirUnit"]);
static FLOW: Shape = Shape::Number { minimum: 0.0, maximum: 3_600_000.0, decimals: 2 };
static SUPPLY: Shape = Shape::Number { minimum: 5.0, maximum: 40.0, decimals: 1 };
static SUPPLY_HUMIDITY: Shape = Shape::Number { minimum: 0.05, maximum: 1.0, decimals: 2 };
static SUPPLY_HEATING: Shape = Shape::Number { minimum: 0.0, maximum: 40.0, decimals: 1 };

/// Exhaust of hoods.
pub(super) static EXHAUST: Shape = Shape::Object(&[
    required("flowM3H", &FLOW, "Flow", "While the room is in use in m3/h, to 0.01."),
    required(
        "fromRoom",
        &PART,
        "From the room",
        "The part of the make-up air that is drawn from the room, 0 to 1.",
    ),
]);

/// A load that is known from elsewhere.
pub(super) static STATED_LOAD: Shape = Shape::Object(&[
    required("totalW", &LOAD, "Cooling", "Sensible and latent together in W."),
    required("sensibleW", &LOAD, "Sensible", "The sensible part in W."),
    optional("heatingW", &LOAD, "Heating", "In W; absent where none is wanted."),
]);
static LOAD: Shape = Shape::Whole { minimum: 0, maximum: 500_000_000 };
