//! The shape of a site and of its building.

use super::{AZIMUTH, NAME, TEMPERATURE};
use crate::boundary::shape::{Shape, optional, required};

/// Where the building stands.
pub(crate) static SITE: Shape = Shape::Object(&[
    optional("city", &NAME, "City", "A city, a county or a weather station, in Chinese or pinyin."),
    optional("province", &NAME, "Province", "The province, where two cities have one name."),
    optional("prefecture", &NAME, "Prefecture", "The prefecture, where two counties have one name."),
    optional(
        "adcode",
        &CODE,
        "Administrative code",
        "The six digits of a city or county, instead of its name.",
    ),
    optional(
        "country",
        &COUNTRY,
        "Country",
        "Whose standards hold, two letters of ISO 3166-1; default CN, China.",
    ),
    optional("latitude", &LATITUDE, "Latitude", "Degrees, north positive, to 0.0001."),
    optional("longitude", &LONGITUDE, "Longitude", "Degrees, east positive, to 0.0001."),
    optional(
        "elevationM",
        &ELEVATION,
        "Height",
        "Above sea level in m, to 0.1; default that of the weather station.",
    ),
    optional(
        "utcOffsetH",
        &OFFSET,
        "Standard time",
        "Hours ahead of UTC, to 0.01; default 8, that of China.",
    ),
    optional(
        "stationId",
        &Shape::Identifier,
        "Station",
        "The weather station; default: the nearest suitable one.",
    ),
    optional(
        "climate",
        &CLIMATE,
        "Climate",
        "code: GB 50736-2012, 1971 to 2000; current: with newer dry bulbs; default code.",
    ),
    optional(
        "zone",
        &ZONE,
        "Thermal zone",
        "By which walls, roofs and windows are chosen; default that of the weather station.",
    ),
    optional(
        "design",
        &DESIGN,
        "Design conditions",
        "Stated instead of those of a station, such as those of a DDY or EPW file.",
    ),
]);

/// A thermal zone.
pub(crate) static ZONE: Shape = Shape::Choice(&[
    "SC-A", "SC-B", "SC-C", "C-A", "C-B", "HSCW-A", "HSCW-B", "HSWW-A", "HSWW-B", "M-A", "M-B",
]);

static CODE: Shape = Shape::Text { most: 6 };
static LATITUDE: Shape = Shape::Number { minimum: -90.0, maximum: 90.0, decimals: 4 };
static LONGITUDE: Shape = Shape::Number { minimum: -180.0, maximum: 180.0, decimals: 4 };
/// From the shore of the Dead Sea to above the highest town.
static ELEVATION: Shape = Shape::Number { minimum: -430.0, maximum: 6000.0, decimals: 1 };
static OFFSET: Shape = Shape::Number { minimum: -12.0, maximum: 14.0, decimals: 2 };
static CLIMATE: Shape = Shape::Choice(&["code", "current"]);

static DESIGN: Shape = Shape::Object(&[
    optional("source", &SOURCE, "Source", "Where the conditions come from."),
    optional(
        "pressurePa",
        &PRESSURE,
        "Pressure",
        "Atmospheric pressure in Pa; default that of the standard atmosphere at the height of the site.",
    ),
    required(
        "coolingDays",
        &COOLING_DAYS,
        "Cooling days",
        "Days without clouds for which rooms are kept cool.",
    ),
    required("heatingDay", &HEATING_DAY, "Heating day", "A day without sun for which rooms are kept warm."),
]);
static SOURCE: Shape = Shape::Text { most: 200 };
/// From a town at 6000 m to the highest air pressure ever measured.
static PRESSURE: Shape = Shape::Number { minimum: 45_000.0, maximum: 110_000.0, decimals: 1 };
static COOLING_DAYS: Shape = Shape::List { item: &COOLING_DAY, least: 1, most: 24 };
/// The day model has ranges of its own, which depend on each other; these bounds keep out what is no number of a day.
static COOLING_DAY: Shape = Shape::Object(&[
    required("month", &MONTH, "Month", "1 to 12."),
    required("day", &DAY, "Day", "Of the month."),
    required("dryBulbMaxC", &TEMPERATURE, "Highest dry bulb", "In degrees Celsius, to 0.01."),
    required("dryBulbRangeK", &RANGE, "Daily range", "Highest minus lowest dry bulb in K, to 0.01."),
    required("wetBulbC", &TEMPERATURE, "Wet bulb", "At the highest dry bulb in degrees Celsius, to 0.01."),
    required("windSpeedMS", &WIND, "Wind", "In m/s, to 0.01."),
    required(
        "windDirectionDeg",
        &AZIMUTH,
        "Wind direction",
        "From where it blows, degrees clockwise from north.",
    ),
    required("opticalDepthBeam", &DEPTH, "Optical depth of the beam", "taub, to 0.0001."),
    required("opticalDepthDiffuse", &DEPTH, "Optical depth of diffuse light", "taud, to 0.0001."),
]);
static HEATING_DAY: Shape = Shape::Object(&[
    required("month", &MONTH, "Month", "1 to 12."),
    required("day", &DAY, "Day", "Of the month."),
    required("dryBulbC", &TEMPERATURE, "Dry bulb", "All day in degrees Celsius, to 0.01."),
    required("windSpeedMS", &WIND, "Wind", "In m/s, to 0.01."),
    required(
        "windDirectionDeg",
        &AZIMUTH,
        "Wind direction",
        "From where it blows, degrees clockwise from north.",
    ),
]);
static MONTH: Shape = Shape::Whole { minimum: 1, maximum: 12 };
static DAY: Shape = Shape::Whole { minimum: 1, maximum: 31 };
static RANGE: Shape = Shape::Number { minimum: 0.0, maximum: 40.0, decimals: 2 };
static WIND: Shape = Shape::Number { minimum: 0.0, maximum: 60.0, decimals: 2 };
static DEPTH: Shape = Shape::Number { minimum: 0.0, maximum: 5.0, decimals: 4 };

/// The building.
pub(super) static BUILDING: Shape = Shape::Object(&[
    optional(
        "year",
        &YEAR,
        "Year",
        "In which it was built, which decides what walls, roofs and windows are taken to be.",
    ),
    optional("storeys", &STOREYS, "Storeys", "Above ground; with the wind they decide infiltration."),
    optional("storeyHeightM", &STOREY_HEIGHT, "Storey height", "From floor to floor in m, to 0.01."),
    optional("supply", &SUPPLY, "Supply", "The electrical supply that is left for air conditioning."),
]);
static SUPPLY: Shape = Shape::Object(&[
    required("phases", &PHASES, "Phases", "1 or 3."),
    required("availableA", &AMPERES, "Available", "Current of each phase for air conditioning in A, to 0.1."),
]);
static PHASES: Shape = Shape::Whole { minimum: 1, maximum: 3 };
static AMPERES: Shape = Shape::Number { minimum: 1.0, maximum: 10_000.0, decimals: 1 };
static YEAR: Shape = Shape::Whole { minimum: 1900, maximum: 2100 };
/// As many as the tallest building of the world has.
pub(crate) static STOREYS: Shape = Shape::Whole { minimum: 1, maximum: 163 };
/// Floor to floor, m.
pub(crate) static STOREY_HEIGHT: Shape = Shape::Number { minimum: 2.0, maximum: 20.0, decimals: 2 };

/// Two letters are all that is read of it: a country that is not China is abroad.
static COUNTRY: Shape = Shape::Text { most: 2 };
