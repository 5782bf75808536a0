//! The shape of defaults.

use super::{FRACTION, MONTH, WIND, assumed, project};
use crate::boundary::shape::{Shape, required};

// Every default has the shape of the project's own field: what is filled in must be what a buyer could state.
pub(super) static DEFAULTS: Shape = Shape::Object(&[
    required("relativeHumidity", &HUMIDITY, "Humidity", "Relative humidity of a room in summer."),
    required("pipeRunM", &RUN, "Pipe run", "One-way refrigerant pipe, m."),
    required("heightDifferenceM", &HEIGHT, "Height difference", "Between outdoor and indoor unit, m."),
    required("drainRunM", &RUN, "Drain run", "Condensate pipe, m."),
    required("powerCableRunM", &RUN, "Power cable", "From the distribution board, m."),
    required("installHeightM", &INSTALL_HEIGHT, "Mounting height", "Of the indoor unit, m."),
    required("storey", &STOREY, "Storey", "Of the outdoor unit."),
    required("maxUnitsPerRoom", &MOST_UNITS, "Most sets", "Identical sets in one room."),
    required("outdoorPlace", &OUTDOOR_PLACE, "Outdoor unit", "Where it stands or hangs."),
    required("wall", &WALL, "Wall", "What the pipes pass through."),
    required("branchRunM", &RUN, "Branch", "Refrigerant pipe that only one room uses, m."),
    required("ductRunM", &RUN, "Air duct", "To the farthest outlet, m."),
    required("ductTerminalPa", &LOSS, "Outlet and grille", "Pressure loss, Pa."),
    required("ductPaPerM", &LOSS, "Duct loss", "Of each metre, Pa."),
    required("horsepowerKw", &HORSEPOWER_KW, "Horsepower", "What one traded horsepower cools, kW."),
    required("nameplateTolerance", &TOLERANCE, "Nameplate", "How far a product's capacity may be from it."),
    required("electronicSpareUnits", &SPARE, "Spare units", "In rooms of electronic equipment."),
    required("runningYears", &YEARS, "Years", "Of running that count."),
    required("tariffPerKwh", &TARIFF, "Tariff", "Price of electricity for each kWh."),
    required("fullLoadHoursSevereCold", &LOAD_HOURS, "Full-load hours", "In severe cold zones, h."),
    required("fullLoadHoursCold", &LOAD_HOURS, "Full-load hours", "In cold zones, h."),
    required("fullLoadHoursMixed", &LOAD_HOURS, "Full-load hours", "Hot in summer and cold in winter, h."),
    required("fullLoadHoursHot", &LOAD_HOURS, "Full-load hours", "Hot in summer and warm in winter, h."),
    required("fullLoadHoursMild", &LOAD_HOURS, "Full-load hours", "In mild zones, h."),
    required("facing", &FACING, "Facing", "Of the façade with the window."),
    required("above", &ABOVE_ROOM, "Above", "What is above a room."),
    required("below", &BELOW_ROOM, "Below", "What is below a room."),
    required("beside", &BESIDE_ROOM, "Beside", "What is behind the walls that are no façades."),
    required("storeys", &STOREYS, "Storeys", "Of the building."),
    required("storeyHeightM", &STOREY_HEIGHT, "Height of a storey", "Floor to floor, m."),
    required("innerBlind", &BLIND, "Blind", "In the room: an identifier or `none`."),
    required("groundReflectance", &PART, "Ground reflectance", "Of sunlight, 0 to 1."),
    required("groundBelowSetPointK", &DIFFERENCE, "Ground", "Below the room above it, K."),
    required(
        "unconditionedAboveMeanK",
        &DIFFERENCE,
        "Rooms without plant",
        "Above the outdoor daily mean, K.",
    ),
    required(
        "unconditionedHeatingFactor",
        &PART,
        "Rooms without heating",
        "Temperature difference towards them over that to outdoors.",
    ),
    required(
        "heatingWantedBelowC",
        &WANTED,
        "Heating wanted",
        "Below this winter dry bulb, degrees Celsius.",
    ),
    required("preCoolHours", &HOURS, "Pre-cooling", "Hours after a start that do not count for sizing."),
    required("outdoorAirRule", &RULE, "Rule of outdoor air", "Which standard says how much."),
    required("outdoorAirTreatedBy", &TREATMENT, "Outdoor air treated by", "What cools the outdoor air."),
    required("ervSensibleEffectiveness", &PART, "Recovery of heat", "Effectiveness of dry bulb, 0 to 1."),
    required("ervLatentEffectiveness", &PART, "Recovery of moisture", "Effectiveness of humidity, 0 to 1."),
    required("summerWindMS", &WIND_SPEED, "Summer wind", "On the cooling day, m/s."),
    required("winterWindMS", &WIND_SPEED, "Winter wind", "On the heating day, m/s."),
    required("hottestMonth", &HOTTEST, "Hottest month", "1 to 12."),
]);
static HORSEPOWER_KW: Shape =
    Shape::Object(&assumed(&Shape::Number { minimum: 2.0, maximum: 3.0, decimals: 2 }));
static TOLERANCE: Shape = Shape::Object(&assumed(&project::TOLERANCE));
static LOSS: Shape = Shape::Object(&assumed(&project::PRESSURE_LOSS));
static SPARE: Shape = Shape::Object(&assumed(&project::SPARE));
static YEARS: Shape = Shape::Object(&assumed(&project::YEARS));
static TARIFF: Shape = Shape::Object(&assumed(&Shape::Money));
static LOAD_HOURS: Shape = Shape::Object(&assumed(&project::FULL_LOAD_HOURS));
static FACING: Shape = Shape::Object(&assumed(&project::FACING));
static STOREYS: Shape = Shape::Object(&assumed(&project::STOREYS));
static STOREY_HEIGHT: Shape = Shape::Object(&assumed(&project::STOREY_HEIGHT));
static BLIND: Shape = Shape::Object(&assumed(&Shape::Identifier));
static PART: Shape = Shape::Object(&assumed(&FRACTION));
static DIFFERENCE: Shape =
    Shape::Object(&assumed(&Shape::Number { minimum: 0.0, maximum: 20.0, decimals: 1 }));
static WANTED: Shape = Shape::Object(&assumed(&Shape::Number { minimum: -30.0, maximum: 30.0, decimals: 1 }));
static HOURS: Shape = Shape::Object(&assumed(&project::PRE_COOL));
static WIND_SPEED: Shape = Shape::Object(&assumed(&WIND));
static HOTTEST: Shape = Shape::Object(&assumed(&MONTH));
static HUMIDITY: Shape = Shape::Object(&assumed(&project::HUMIDITY));
static RUN: Shape = Shape::Object(&assumed(&project::RUN));
static HEIGHT: Shape = Shape::Object(&assumed(&project::HEIGHT));
static INSTALL_HEIGHT: Shape = Shape::Object(&assumed(&project::INSTALL_HEIGHT));
static STOREY: Shape = Shape::Object(&assumed(&project::STOREY));
static MOST_UNITS: Shape = Shape::Object(&assumed(&project::MOST_UNITS));
static OUTDOOR_PLACE: Shape = Shape::Object(&assumed(&project::OUTDOOR_PLACE));
static WALL: Shape = Shape::Object(&assumed(&project::WALL));

static ABOVE_ROOM: Shape = Shape::Object(&assumed(&project::ABOVE));
static BELOW_ROOM: Shape = Shape::Object(&assumed(&project::BELOW));
static BESIDE_ROOM: Shape = Shape::Object(&assumed(&project::BESIDE));
static RULE: Shape = Shape::Object(&assumed(&project::OUTDOOR_AIR_RULE));
static TREATMENT: Shape = Shape::Object(&assumed(&project::TREATED_BY));
