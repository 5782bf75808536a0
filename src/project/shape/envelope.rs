//! The shape of façades, surfaces, constructions and glazings.

use super::{AZIMUTH, NAME, PART};
use crate::boundary::shape::{Shape, optional, required};

/// A compass direction.
pub(crate) static FACING: Shape = Shape::Choice(&["N", "NE", "E", "SE", "S", "SW", "W", "NW"]);

/// The outside walls.
pub(super) static FACADES: Shape = Shape::List { item: &FACADE, least: 0, most: 16 };

static FACADE: Shape = Shape::Object(&[
    optional("facing", &FACING, "Facing", "The compass direction that the wall looks to."),
    optional("azimuthDeg", &AZIMUTH, "Azimuth", "Instead of a compass word, degrees clockwise from north."),
    optional(
        "widthM",
        &LENGTH,
        "Width",
        "Seen from outside in m, to 0.001; default from a square floor, or from the area and the other walls.",
    ),
    optional("construction", &Shape::Identifier, "Construction", "Of the project or of the reference data."),
    optional(
        "glazingRatio",
        &PART,
        "Glazing ratio",
        "Glass area over wall area as a fraction; default that of the room type.",
    ),
    optional("windows", &WINDOWS, "Windows", "Every window, instead of the glazing ratio."),
    optional(
        "glazing",
        &Shape::Identifier,
        "Glazing",
        "Of the project or of the reference data; default by the year.",
    ),
    optional("innerBlind", &Shape::Identifier, "Inner blind", "none, or a blind of the reference data."),
    optional("overhang", &OVERHANG, "Overhang", "A slab above each window."),
    optional("leftFin", &FIN, "Left fin", "An upright slab left of each window, seen from outside."),
    optional("rightFin", &FIN, "Right fin", "An upright slab right of each window, seen from outside."),
]);

static WINDOWS: Shape = Shape::List { item: &WINDOW, least: 0, most: 32 };
static WINDOW: Shape = Shape::Object(&[
    required("widthM", &LENGTH, "Width", "In m, to 0.001."),
    required("heightM", &LENGTH, "Height", "In m, to 0.001."),
    required(
        "sillM",
        &OFFSET,
        "Sill",
        "From the lower edge of the wall to that of the window in m, to 0.001.",
    ),
    required("leftM", &OFFSET, "Left", "From the left edge of the wall, seen from outside, in m, to 0.001."),
    optional("glazing", &Shape::Identifier, "Glazing", "Default that of the façade."),
    optional("innerBlind", &Shape::Identifier, "Inner blind", "Default that of the façade."),
    optional("overhang", &OVERHANG, "Overhang", "Default that of the façade."),
    optional("leftFin", &FIN, "Left fin", "Default that of the façade."),
    optional("rightFin", &FIN, "Right fin", "Default that of the façade."),
]);
/// The lengths of walls and windows that the heat balance takes, m.
static LENGTH: Shape = Shape::Number { minimum: 0.01, maximum: 500.0, decimals: 3 };
static OFFSET: Shape = Shape::Number { minimum: 0.0, maximum: 500.0, decimals: 3 };
/// A slab stands out at most 20 m, m.
static SLAB: Shape = Shape::Number { minimum: 0.0, maximum: 20.0, decimals: 3 };
static OVERHANG: Shape = Shape::Object(&[
    required("depthM", &SLAB, "Depth", "How far it stands out in m, to 0.001."),
    optional("gapM", &SLAB, "Gap", "Its height above the head of the window in m; default 0."),
    optional("sideM", &SLAB, "Side", "How far it reaches past the window on either side in m; default 0."),
]);
static FIN: Shape = Shape::Object(&[
    required("depthM", &SLAB, "Depth", "How far it stands out in m, to 0.001."),
    optional("gapM", &SLAB, "Gap", "Its distance from the edge of the window in m; default 0."),
]);

/// What is above a room.
pub(crate) static ABOVE: Shape = Shape::Choice(&["roof", "conditioned", "unconditioned"]);
/// What is below a room.
pub(crate) static BELOW: Shape = Shape::Choice(&["ground", "conditioned", "unconditioned", "outdoors"]);
/// What is beside a room.
pub(crate) static BESIDE: Shape = Shape::Choice(&["conditioned", "unconditioned"]);

/// Every surface of a room.
pub(super) static SURFACES: Shape = Shape::List { item: &SURFACE, least: 2, most: 100 };
static SURFACE: Shape = Shape::Object(&[
    required("name", &NAME, "Name", "A name for people."),
    required("boundary", &BOUNDARY, "Boundary", "What lies beyond."),
    optional(
        "azimuthDeg",
        &AZIMUTH,
        "Azimuth",
        "Of the outward normal, degrees clockwise from north; default 0.",
    ),
    required(
        "tiltDeg",
        &TILT,
        "Tilt",
        "Between the outward normal and the zenith, degrees: 0 a roof, 90 a wall, 180 a floor.",
    ),
    required("widthM", &LENGTH, "Width", "In m, to 0.001; of what lies flat, the width of the room."),
    required("heightM", &LENGTH, "Height", "In m, to 0.001; of what lies flat, the depth of the room."),
    required("construction", &Shape::Identifier, "Construction", "Of the project or of the reference data."),
    optional("windows", &WINDOWS, "Windows", "Its windows; each states its glazing."),
]);
static BOUNDARY: Shape = Shape::Choice(&["outdoors", "conditioned", "ground", "unconditioned"]);
static TILT: Shape = Shape::Number { minimum: 0.0, maximum: 180.0, decimals: 2 };

/// Furniture.
pub(super) static FURNITURE: Shape = Shape::Object(&[
    required("areaM2", &FURNITURE_AREA, "Area", "Exposed area in m2, to 0.01."),
    required("construction", &Shape::Identifier, "Construction", "Of the project or of the reference data."),
]);
static FURNITURE_AREA: Shape = Shape::Number { minimum: 0.01, maximum: 1_000_000.0, decimals: 2 };

/// Constructions of the project.
pub(super) static CONSTRUCTIONS: Shape = Shape::List { item: &CONSTRUCTION, least: 0, most: 200 };
static CONSTRUCTION: Shape = Shape::Object(&[
    required("name", &Shape::Identifier, "Name", "By which surfaces name it."),
    optional("layers", &LAYERS, "Layers", "From outside to inside."),
    optional(
        "uWM2K",
        &U_VALUE,
        "U-value",
        "W/(m2 K), to 0.0001, instead of layers: an equivalent build-up is made for it.",
    ),
    optional("mass", &MASS, "Mass", "How heavy that build-up is; default medium."),
    optional("element", &ELEMENT, "Element", "What that build-up is part of."),
    optional("inside", &FINISH, "Inside", "The face towards the room."),
    optional("outside", &FINISH, "Outside", "The face outdoors."),
    optional("roughness", &ROUGHNESS, "Roughness", "Of the face outdoors."),
]);
static LAYERS: Shape = Shape::List { item: &LAYER, least: 1, most: 40 };
static LAYER: Shape = Shape::Object(&[
    optional("thicknessM", &THICKNESS, "Thickness", "In m, to 0.00001."),
    optional("conductivityWMK", &CONDUCTIVITY, "Conductivity", "W/(m K), to 0.0001."),
    optional("densityKgM3", &DENSITY, "Density", "kg/m3, to 0.01."),
    optional("specificHeatJKgK", &SPECIFIC_HEAT, "Specific heat", "J/(kg K), to 0.1."),
    optional(
        "resistanceM2KW",
        &RESISTANCE,
        "Resistance",
        "Of an air gap in m2 K/W, to 0.0001; instead of the others.",
    ),
]);
/// The ranges of the heat balance.
static THICKNESS: Shape = Shape::Number { minimum: 0.000_01, maximum: 5.0, decimals: 5 };
static CONDUCTIVITY: Shape = Shape::Number { minimum: 0.001, maximum: 500.0, decimals: 4 };
static DENSITY: Shape = Shape::Number { minimum: 0.1, maximum: 20_000.0, decimals: 2 };
static SPECIFIC_HEAT: Shape = Shape::Number { minimum: 50.0, maximum: 10_000.0, decimals: 1 };
static RESISTANCE: Shape = Shape::Number { minimum: 0.0001, maximum: 50.0, decimals: 4 };
static U_VALUE: Shape = Shape::Number { minimum: 0.05, maximum: 10.0, decimals: 4 };
static MASS: Shape = Shape::Choice(&["light", "medium", "heavy"]);
static ELEMENT: Shape = Shape::Choice(&["wall", "roof", "interiorFloor", "groundFloor", "partition"]);
static ROUGHNESS: Shape =
    Shape::Choice(&["veryRough", "rough", "mediumRough", "mediumSmooth", "smooth", "verySmooth"]);
static FINISH: Shape = Shape::Object(&[
    optional("solarAbsorptance", &PART, "Absorptance", "Share of sunlight absorbed, 0 to 1."),
    optional("emissivity", &PART, "Emissivity", "For long-wave radiation, 0 to 1."),
]);

/// Glazings of the project.
pub(super) static GLAZINGS: Shape = Shape::List { item: &GLAZING, least: 0, most: 200 };
static GLAZING: Shape = Shape::Object(&[
    required("name", &Shape::Identifier, "Name", "By which windows name it."),
    required("uWM2K", &GLASS_U_VALUE, "U-value", "Of the whole window, W/(m2 K), to 0.0001."),
    required("shgc", &SHGC, "SHGC", "Solar heat gain coefficient of the whole window, to 0.0001."),
]);
/// The ranges in which one equivalent pane stands for a window.
static GLASS_U_VALUE: Shape = Shape::Number { minimum: 0.2, maximum: 7.0, decimals: 4 };
static SHGC: Shape = Shape::Number { minimum: 0.01, maximum: 0.91, decimals: 4 };
