//! The shape of circumstances of installation and of wishes.

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
]);

/// Longer than any maker's split allows, so that the rule and not the boundary refuses it.
pub(crate) static RUN: Shape = Shape::Number { minimum: 0.0, maximum: 300.0, decimals: 1 };
pub(crate) static HEIGHT: Shape = Shape::Number { minimum: 0.0, maximum: 150.0, decimals: 1 };
pub(crate) static INSTALL_HEIGHT: Shape = Shape::Number { minimum: 0.0, maximum: 40.0, decimals: 1 };

pub(crate) static STOREY: Shape = Shape::Whole { minimum: 1, maximum: 100 };
pub(crate) static OUTDOOR_PLACE: Shape = Shape::Choice(&["wallBracket", "floorFrame", "roofFrame"]);
pub(crate) static WALL: Shape = Shape::Choice(&["brick", "concrete", "light"]);
pub(crate) static MOST_UNITS: Shape = Shape::Whole { minimum: 1, maximum: 64 };

/// Wishes about the equipment.
pub(super) static PREFERENCES: Shape = Shape::Object(&[
    optional(
        "mountings",
        &Shape::List { item: &MOUNTING, least: 1, most: 6 },
        "Mountings",
        "Indoor units that are wanted; default any.",
    ),
    optional(
        "maxUnitsPerRoom",
        &MOST_UNITS,
        "Most sets in a room",
        "The most identical sets in one room; default 8.",
    ),
]);

/// How an indoor unit is mounted.
pub(crate) static MOUNTING: Shape =
    Shape::Choice(&["duct", "compactCassette", "cassette", "ceilingFloor", "console", "floorStanding"]);
