//! The shape of a project: ranges and steps of everything a buyer can state.

use super::MOST_ROOMS;
use crate::boundary::shape::{Shape, optional, required};

/// A project.
pub(crate) static PROJECT: Shape = Shape::Object(&[
    optional("name", &NAME, "Name", "A name for people."),
    required("site", &SITE, "Site", "Where the building stands."),
    required("rooms", &ROOMS, "Rooms", "The rooms that are to be conditioned."),
    optional(
        "installation",
        &INSTALLATION,
        "Installation",
        "Circumstances of installation of every room that does not state its own.",
    ),
    optional("preferences", &PREFERENCES, "Preferences", "Wishes about the equipment."),
]);

static NAME: Shape = Shape::Text { most: 80 };

static SITE: Shape = Shape::Object(&[
    required("city", &NAME, "City", "A prefecture-level city or a station, in Chinese or pinyin."),
    optional("province", &NAME, "Province", "The province in Chinese, where two cities have one name."),
    optional(
        "stationId",
        &Shape::Identifier,
        "Station",
        "The weather station; default: the nearest suitable one.",
    ),
]);

static ROOMS: Shape = Shape::List { item: &ROOM, least: 1, most: MOST_ROOMS };

static ROOM: Shape = Shape::Object(&[
    optional("id", &Shape::Identifier, "Identifier", "Unique in the project; default room-1, room-2, ..."),
    optional("name", &NAME, "Name", "A name for people."),
    required("use", &Shape::Identifier, "Use", "The room type, such as shop_general."),
    required("areaM2", &AREA, "Area", "Conditioned floor area in m2, to 0.01."),
    optional(
        "coolingSetPointC",
        &SET_POINT,
        "Set-point",
        "Room dry bulb in summer in degrees Celsius, to 0.1; default that of the room type.",
    ),
    optional(
        "relativeHumidity",
        &HUMIDITY,
        "Humidity",
        "Relative humidity of the room in summer as a fraction, to 0.01; default 0.6.",
    ),
    optional("topFloor", &Shape::Flag, "Top floor", "Whether the roof is above the room."),
    optional("facades", &FACADES, "Facades", "The outside walls and their glass."),
    optional(
        "indexWM2",
        &INDEX,
        "Index",
        "Cooling index in W/m2, to 0.1, that replaces the band of the room type.",
    ),
    optional(
        "indexPosition",
        &FRACTION,
        "Position in the band",
        "0 the low end, 1 the high end, to 0.01; default by exposure.",
    ),
    optional(
        "sensibleShare",
        &SENSIBLE_SHARE,
        "Sensible share",
        "Sensible share of the total load as a fraction, to 0.01; default that of the room type.",
    ),
    optional("installation", &INSTALLATION, "Installation", "Circumstances of installation of this room."),
]);

/// Below 1 m² there is no room to condition; above 100,000 m² no single room of a building.
static AREA: Shape = Shape::Number { minimum: 1.0, maximum: 100_000.0, decimals: 2 };
/// From a cold store's anteroom to a pool hall.
pub(crate) static SET_POINT: Shape = Shape::Number { minimum: 16.0, maximum: 32.0, decimals: 1 };
pub(crate) static HUMIDITY: Shape = Shape::Number { minimum: 0.2, maximum: 0.9, decimals: 2 };
static FRACTION: Shape = Shape::Number { minimum: 0.0, maximum: 1.0, decimals: 2 };
/// The high end is a telecom room's rack floor.
static INDEX: Shape = Shape::Number { minimum: 10.0, maximum: 5000.0, decimals: 1 };
static SENSIBLE_SHARE: Shape = Shape::Number { minimum: 0.2, maximum: 1.0, decimals: 2 };

static FACADES: Shape = Shape::List { item: &FACADE, least: 0, most: 16 };

static FACADE: Shape = Shape::Object(&[
    required("facing", &FACING, "Facing", "The compass direction that the wall looks to."),
    required("glazingRatio", &FRACTION, "Glazing ratio", "Glass area over wall area as a fraction, to 0.01."),
]);

static FACING: Shape = Shape::Choice(&["N", "NE", "E", "SE", "S", "SW", "W", "NW"]);

static INSTALLATION: Shape = Shape::Object(&[
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

static PREFERENCES: Shape = Shape::Object(&[
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
