//! The shape of a room.

use super::envelope::{ABOVE, BELOW, BESIDE, FACADES, FURNITURE, SURFACES};
use super::gains::{DOOR, EQUIPMENT, EXHAUST, INFILTRATION, LIGHTS, OUTDOOR_AIR, PEOPLE, STATED_LOAD};
use super::installation::INSTALLATION;
use super::{NAME, TEMPERATURE};
use crate::boundary::shape::{Shape, optional, required};

/// A room.
pub(super) static ROOM: Shape = Shape::Object(&[
    optional("id", &Shape::Identifier, "Identifier", "Unique in the project; default room-1, room-2, ..."),
    optional("name", &NAME, "Name", "A name for people."),
    required("use", &Shape::Identifier, "Use", "The room type, such as shop_general."),
    required("areaM2", &AREA, "Area", "Conditioned floor area in m2, to 0.01."),
    optional(
        "group",
        &NAME,
        "Group",
        "Tenant, riser or wing: rooms of different groups never share a system.",
    ),
    optional("floor", &FLOOR, "Floor", "1 at the ground, negative below it."),
    optional("heightM", &ROOM_HEIGHT, "Height", "From floor to ceiling in m, to 0.01."),
    optional("facades", &FACADES, "Façades", "The outside walls and their glass; an empty list for none."),
    optional("above", &ABOVE, "Above", "roof, or a room that is conditioned or not."),
    optional("below", &BELOW, "Below", "ground, outdoors, or a room that is conditioned or not."),
    optional("beside", &BESIDE, "Beside", "Behind the other walls: rooms that are conditioned or not."),
    optional(
        "aboveConstruction",
        &Shape::Identifier,
        "Roof or ceiling",
        "Of the project or of the reference data.",
    ),
    optional("belowConstruction", &Shape::Identifier, "Floor", "Of the project or of the reference data."),
    optional(
        "besideConstruction",
        &Shape::Identifier,
        "Other walls",
        "Of the project or of the reference data.",
    ),
    optional(
        "surfaces",
        &SURFACES,
        "Surfaces",
        "Every surface, instead of façades, above, below and beside.",
    ),
    optional("ground", &SEASONS, "Ground", "Temperatures under a floor on the ground."),
    optional("unconditioned", &SEASONS, "Unconditioned", "Temperatures of spaces that are not conditioned."),
    optional("furniture", &FURNITURE, "Furniture", "Mass that stores heat; default none."),
    optional("schedule", &Shape::Identifier, "Schedule", "The hours of its day, of the reference data."),
    optional("people", &PEOPLE, "People", "By number or by area."),
    optional("lights", &LIGHTS, "Lights", "Their power and hours."),
    optional("equipment", &EQUIPMENT, "Equipment", "Its power and hours."),
    optional("infiltration", &INFILTRATION, "Infiltration", "Through the façade."),
    optional("door", &DOOR, "Door", "A door to the street."),
    optional("outdoorAir", &OUTDOOR_AIR, "Outdoor air", "That a machine brings in, and who treats it."),
    optional("exhaust", &EXHAUST, "Exhaust", "Of hoods."),
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
    optional(
        "heating",
        &Shape::Flag,
        "Heating",
        "Whether the equipment is to heat; default by the winter outdoors.",
    ),
    optional(
        "heatingSetPointC",
        &HEATING_SET_POINT,
        "Set-point in winter",
        "Room dry bulb in winter in degrees Celsius, to 0.1; default that of the room type.",
    ),
    optional(
        "plantOn",
        &FLAGS,
        "Plant hours",
        "When the plant runs on a cooling day, 24 flags from midnight.",
    ),
    optional("preCoolHours", &PRE_COOL, "Pre-cooling", "Hours after a start that do not count for sizing."),
    optional(
        "statedLoad",
        &STATED_LOAD,
        "Stated load",
        "A load that is known from elsewhere and not computed.",
    ),
    optional(
        "spareUnits",
        &SPARE,
        "Spare units",
        "Units beyond those that carry the load, so that one may be lost.",
    ),
    optional("installation", &INSTALLATION, "Installation", "Circumstances of installation of this room."),
]);

/// Below 1 m² there is no room to condition; above 100,000 m² no single room of a building.
static AREA: Shape = Shape::Number { minimum: 1.0, maximum: 100_000.0, decimals: 2 };
/// From a crawl space to a hall.
pub(crate) static ROOM_HEIGHT: Shape = Shape::Number { minimum: 1.8, maximum: 40.0, decimals: 2 };
/// From a cold store's anteroom to a pool hall.
pub(crate) static SET_POINT: Shape = Shape::Number { minimum: 16.0, maximum: 32.0, decimals: 1 };
static HEATING_SET_POINT: Shape = Shape::Number { minimum: 5.0, maximum: 32.0, decimals: 1 };
pub(crate) static HUMIDITY: Shape = Shape::Number { minimum: 0.2, maximum: 0.9, decimals: 2 };
static FLAGS: Shape = Shape::List { item: &Shape::Flag, least: 24, most: 24 };
/// Hours after a start that do not count for sizing.
pub(crate) static PRE_COOL: Shape = Shape::Whole { minimum: 0, maximum: 12 };
static FLOOR: Shape = Shape::Whole { minimum: -10, maximum: 200 };
pub(crate) static SPARE: Shape = Shape::Whole { minimum: 0, maximum: 4 };
static SEASONS: Shape = Shape::Object(&[
    optional("coolingC", &TEMPERATURE, "On a cooling day", "In degrees Celsius, to 0.01."),
    optional("heatingC", &TEMPERATURE, "On the heating day", "In degrees Celsius, to 0.01."),
]);
