//! The shape of the units of a family.

use super::machine::{
    AIR, EFFICIENCIES, ELECTRICAL, GRID, LEAST_PART_LOAD, RATED, SIZE, SOUND, STAGES, UNIT_MASS,
};
use super::{COUNT, INDEX, KILOGRAMS, METRES, MILLIMETRES, STATUS};
use crate::boundary::shape::{Field, Shape, optional, required};

static OF_FAMILY: Shape = Shape::Identifier;

pub(super) static OUTDOOR_UNIT: &[Field] = &[
    required("family", &OF_FAMILY, "Family", "Of the catalogue."),
    required("capacityIndex", &INDEX, "Capacity index", "Ten times the nominal kW."),
    required("maxIndoor", &COUNT, "Most indoor units", "That connect."),
    required("cooling", &GRID, "Cooling", "By ratio, indoorWetBulbC and outdoorDryBulbC."),
    optional("heating", &GRID, "Heating", "By ratio, indoorDryBulbC and outdoorWetBulbC, without defrost."),
    optional("factoryChargeKg", &KILOGRAMS, "Factory charge", "Refrigerant as delivered, kg."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("mass", &UNIT_MASS, "Mass", "Of the unit."),
    optional("sizeMm", &SIZE, "Size", "Width, height, depth, mm."),
    optional("sound", &SOUND, "Sound", "Outdoors."),
    optional("clearanceM", &METRES, "Clearance", "Free space on the intake side, m."),
    optional("stages", &STAGES, "Stages", "How it meets part of its load."),
    optional(
        "leastPartLoad",
        &LEAST_PART_LOAD,
        "Least part load",
        "Share of its capacity below which it stops.",
    ),
    optional("efficiency", &EFFICIENCIES, "Efficiency", "By standards."),
    optional("rated", &RATED, "Rated", "At a ratio of 1, 27 and 19 indoors, 35 outdoors, degrees Celsius."),
];

pub(super) static INDOOR_UNIT: &[Field] = &[
    required("family", &OF_FAMILY, "Family", "Of the catalogue."),
    required("mounting", &crate::project::shape::MOUNTING, "Mounting", "How it is mounted."),
    required("capacityIndex", &INDEX, "Capacity index", "Ten times the nominal kW."),
    required("cooling", &GRID, "Cooling", "By indoorDryBulbC and indoorWetBulbC."),
    optional("heating", &GRID, "Heating", "By indoorDryBulbC."),
    required("connection", &CONNECTION, "Connection", "Pipes and drain."),
    optional("air", &AIR, "Air", "Airflow and pressure."),
    optional("sound", &SOUND, "Sound", "In the room."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("mass", &UNIT_MASS, "Mass", "Of the unit."),
    optional("sizeMm", &SIZE, "Size", "Width, height, depth, mm."),
    optional("leastHeightM", &METRES, "Lowest outlet", "Above the floor, m."),
    optional("rated", &RATED, "Rated", "At 27 dry bulb and 19 wet bulb, degrees Celsius."),
];
pub(super) static CONNECTION: Shape = Shape::Object(&[
    required("status", &STATUS, "Status", "Real product data, or demo."),
    required("liquidMm", &MILLIMETRES, "Liquid pipe", "Outside diameter, mm."),
    required("gasMm", &MILLIMETRES, "Gas pipe", "Outside diameter, mm."),
    required("drainMm", &MILLIMETRES, "Drain", "Nominal, mm."),
]);

pub(super) static BRANCH_KIT: &[Field] = &[
    required("family", &OF_FAMILY, "Family", "Of the catalogue."),
    required("upToIndex", &INDEX, "Up to", "The largest sum of indices beyond."),
];

pub(super) static RECOVERY_BOX: &[Field] = &[
    required("family", &OF_FAMILY, "Family", "Of the catalogue."),
    required("ports", &COUNT, "Ports", "How many."),
    required("maxIndoorPerPort", &COUNT, "Units of a port", "The most."),
    required("maxIndexPerPort", &INDEX, "Index of a port", "The largest sum."),
    required("maxIndex", &INDEX, "Index of the box", "The largest sum."),
];

pub(super) static CONTROLLER: &[Field] = &[
    optional("family", &OF_FAMILY, "Family", "Of the catalogue; default any."),
    required("scope", &Shape::Choice(&["room", "central"]), "Scope", "For a room or for systems."),
    required("maxIndoor", &COUNT, "Most indoor units", "That it controls."),
];
