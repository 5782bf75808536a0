//! The shape of circumstances of installation.

use crate::boundary::shape::{Shape, optional};

/// Circumstances of installation.
pub(super) static INSTALLATION: Shape = Shape::Object(&[
    optional("pipeRunM", &RUN, "Pipe run", "One-way refrigerant pipe of each set in m, to 0.1."),
    optional(
        "heightDifferenceM",
        &HEIGHT,
        "Height difference",
        "Height between outdoor and indoor unit in m, to 0.1.",
    ),
    optional("drainRunM", &RUN, "Drain run", "Condensate pipe of each indoor unit in m, to 0.1."),
    optional("powerCableRunM", &RUN, "Power cable", "Power cable of each set in m, to 0.1."),
    optional(
        "installHeightM",
        &INSTALL_HEIGHT,
        "Mounting height",
        "Height of the indoor unit above the floor in m, to 0.1.",
    ),
    optional("storey", &STOREY, "Storey", "The storey of the outdoor unit, from 1."),
    optional("outdoorPlace", &OUTDOOR_PLACE, "Outdoor unit", "Where the outdoor unit stands or hangs."),
    optional("wall", &WALL, "Wall", "What the pipes pass through."),
    optional(
        "branchRunM",
        &RUN,
        "Branch",
        "The part of the refrigerant pipe that only this room uses where rooms share one, m, to 0.1.",
    ),
    optional(
        "ductRunM",
        &RUN,
        "Air duct",
        "From a ducted or rooftop unit to the farthest outlet in m, to 0.1.",
    ),
    optional(
        "ductLossPa",
        &PRESSURE_LOSS,
        "Duct loss",
        "What the unit's fan has to overcome outside it in Pa, to 0.1; default from the duct run.",
    ),
    optional(
        "outdoorAllowanceK",
        &ALLOWANCE,
        "Outdoor allowance",
        "How much warmer than outdoors the outdoor unit's air is, in K, to 0.1; default 0.",
    ),
    optional(
        "clearanceM",
        &CLEARANCE,
        "Clearance",
        "Free space on the intake side of the outdoor unit in m, to 0.01.",
    ),
    optional("noiseLimitDba", &NOISE, "Noise limit", "The loudest that the room may be, dB(A), to 0.1."),
    optional(
        "neighbourDistanceM",
        &NEIGHBOUR,
        "Neighbour",
        "From the outdoor unit to the nearest window of a neighbour in m, to 0.1.",
    ),
    optional(
        "neighbourLimitDba",
        &NOISE,
        "Neighbour's limit",
        "The loudest that the outdoor unit may be there at night, dB(A), to 0.1.",
    ),
]);

pub(crate) static PRESSURE_LOSS: Shape = Shape::Number { minimum: 0.0, maximum: 1000.0, decimals: 1 };
static ALLOWANCE: Shape = Shape::Number { minimum: 0.0, maximum: 15.0, decimals: 1 };
static CLEARANCE: Shape = Shape::Number { minimum: 0.0, maximum: 50.0, decimals: 2 };
static NOISE: Shape = Shape::Number { minimum: 10.0, maximum: 120.0, decimals: 1 };
static NEIGHBOUR: Shape = Shape::Number { minimum: 0.5, maximum: 1000.0, decimals: 1 };

/// Longer than any maker's split allows, so that the rule and not the boundary refuses it.
pub(crate) static RUN: Shape = Shape::Number { minimum: 0.0, maximum: 300.0, decimals: 1 };
pub(crate) static HEIGHT: Shape = Shape::Number { minimum: 0.0, maximum: 150.0, decimals: 1 };
pub(crate) static INSTALL_HEIGHT: Shape = Shape::Number { minimum: 0.0, maximum: 40.0, decimals: 1 };

pub(crate) static STOREY: Shape = Shape::Whole { minimum: 1, maximum: 100 };
pub(crate) static OUTDOOR_PLACE: Shape = Shape::Choice(&["wallBracket", "floorFrame", "roofFrame"]);
pub(crate) static WALL: Shape = Shape::Choice(&["brick", "concrete", "light"]);
pub(crate) static MOST_UNITS: Shape = Shape::Whole { minimum: 1, maximum: 64 };

/// How an indoor unit is mounted.
pub(crate) static MOUNTING: Shape =
    Shape::Choice(&["duct", "compactCassette", "cassette", "ceilingFloor", "console", "floorStanding"]);
