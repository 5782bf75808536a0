//! The shape of a project: ranges and steps of everything a buyer can state.

mod envelope;
mod gains;
mod installation;
mod preferences;
mod requested;
mod room;
mod site;

pub(crate) use envelope::{ABOVE, BELOW, BESIDE, FACING};
pub(crate) use gains::{OUTDOOR_AIR_RULE, TREATED_BY};
pub(crate) use installation::{
    HEIGHT, INSTALL_HEIGHT, MOST_UNITS, MOUNTING, OUTDOOR_PLACE, PRESSURE_LOSS, RUN, STOREY, WALL,
};
pub(crate) use preferences::{FULL_LOAD_HOURS, YEARS};
pub(crate) use requested::TOLERANCE;
pub(crate) use room::{HUMIDITY, PRE_COOL, ROOM_HEIGHT, SET_POINT, SPARE};
pub(crate) use site::{SITE, STOREY_HEIGHT, STOREYS, ZONE};

use super::MOST_ROOMS;
use crate::boundary::shape::{Shape, optional, required};

/// A project.
pub(crate) static PROJECT: Shape = Shape::Object(&[
    optional("name", &NAME, "Name", "A name for people."),
    required("site", &site::SITE, "Site", "Where the building stands."),
    optional("building", &site::BUILDING, "Building", "The building, as far as all its rooms share it."),
    optional(
        "constructions",
        &envelope::CONSTRUCTIONS,
        "Constructions",
        "Constructions that surfaces of this project may name.",
    ),
    optional("glazings", &envelope::GLAZINGS, "Glazings", "Glazings that windows of this project may name."),
    optional(
        "rooms",
        &ROOMS,
        "Rooms",
        "The rooms that are to be conditioned; needed where none is requested.",
    ),
    optional(
        "requested",
        &requested::REQUESTED,
        "Requested units",
        "Units that are wanted by model or nameplate, as a replacement is.",
    ),
    optional(
        "installation",
        &installation::INSTALLATION,
        "Installation",
        "Circumstances of installation of every room that does not state its own.",
    ),
    optional("preferences", &preferences::PREFERENCES, "Preferences", "Wishes about the equipment."),
    optional("delivery", &DELIVERY, "Delivery", "When and where the equipment is wanted."),
]);

static DELIVERY: Shape = Shape::Object(&[
    optional("wantedBy", &Shape::Instant, "Wanted by", "The instant by which it is to be on site."),
    optional("region", &REGION, "Region", "Code of the division that it is delivered to, 2 to 6 digits."),
]);
/// A code of GB/T 2260 or its first digits.
pub(crate) static REGION: Shape = Shape::Text { most: 6 };

static NAME: Shape = Shape::Text { most: 80 };
static ROOMS: Shape = Shape::List { item: &room::ROOM, least: 0, most: MOST_ROOMS };
/// Cooling of one set, kW.
pub(crate) static COOLING_KW: Shape = Shape::Number { minimum: 1.0, maximum: 100.0, decimals: 2 };
/// A part of a whole.
static PART: Shape = Shape::Number { minimum: 0.0, maximum: 1.0, decimals: 4 };
/// A part by hour of the day.
static HOURS: Shape = Shape::List { item: &PART, least: 24, most: 24 };
/// A direction, degrees clockwise from north.
static AZIMUTH: Shape = Shape::Number { minimum: 0.0, maximum: 360.0, decimals: 2 };
/// A temperature outdoors or behind a wall, °C.
static TEMPERATURE: Shape = Shape::Number { minimum: -60.0, maximum: 80.0, decimals: 2 };
