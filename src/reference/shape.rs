//! The shape of the reference data.

use crate::boundary::shape::{Field, Shape, optional, required};
use crate::project::shape as project;

/// The reference data.
pub(crate) static REFERENCE: Shape = Shape::Object(&[
    required("type", &Shape::Choice(&["tonnage.reference/1"]), "Type", "The format and its version."),
    required("id", &Shape::Identifier, "Identifier", "The name of this edition of the data."),
    required("version", &VERSION, "Version", "Rises with every change."),
    required("sources", &SOURCES, "Sources", "Where the values come from."),
    required("climate", &CLIMATE, "Climate", "Which climate the stations' design conditions are of."),
    required("stationChoice", &STATION_CHOICE, "Station choice", "How each place got its station."),
    required("stations", &STATIONS, "Stations", "Weather stations and their design conditions."),
    required("places", &PLACES, "Places", "Names of cities and the station of each."),
    required("roomTypes", &ROOM_TYPES, "Room types", "Uses of rooms with their index bands."),
    required("indexPosition", &INDEX_POSITION, "Index position", "Where in the band an estimate is taken."),
    required("defaults", &DEFAULTS, "Defaults", "What is assumed where the buyer states nothing."),
]);

static VERSION: Shape = Shape::Whole { minimum: 1, maximum: 1_000_000 };
static TEXT: Shape = Shape::Text { most: 600 };
static CONFIDENCE: Shape = Shape::Choice(&["high", "medium", "low"]);

static SOURCES: Shape = Shape::List { item: &SOURCE, least: 1, most: 100 };
static SOURCE: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "The name used elsewhere in the file."),
    required("title", &TEXT, "Title", "Document, edition, clause."),
    required("confidence", &CONFIDENCE, "Confidence", "How far it can be trusted."),
    optional("note", &TEXT, "Note", "What was changed or left out."),
]);

static CLIMATE: Shape = Shape::Object(&[
    required("basis", &Shape::Choice(&["code"]), "Basis", "Which climate: `code` is a standard's."),
    required("period", &TEXT, "Period", "The years of the statistics."),
    required("source", &TEXT, "Source", "The document."),
    required("sourceZh", &TEXT, "Source (zh)", "The document in Chinese."),
]);

static STATION_CHOICE: Shape = Shape::Object(&[
    required("source", &TEXT, "Source", "Where the choice comes from."),
    required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far it can be trusted."),
]);

static STATIONS: Shape = Shape::List { item: &STATION, least: 1, most: 20_000 };
static STATION: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "The station's number."),
    required("nameZh", &TEXT, "Name (zh)", "The station's Chinese name."),
    required("nameEn", &TEXT, "Name (en)", "The station's name in pinyin."),
    required("provinceZh", &TEXT, "Province", "The province in Chinese."),
    required("latitude", &LATITUDE, "Latitude", "Degrees, north positive."),
    required("longitude", &LONGITUDE, "Longitude", "Degrees, east positive."),
    required("elevationM", &ELEVATION, "Elevation", "m above sea level."),
    required("summerPressurePa", &PRESSURE, "Summer pressure", "Atmospheric pressure in summer, Pa."),
    required(
        "coolingDryBulbC",
        &TEMPERATURE,
        "Cooling dry bulb",
        "Outdoor design dry bulb for cooling, degrees Celsius.",
    ),
    optional(
        "coolingWetBulbC",
        &TEMPERATURE,
        "Cooling wet bulb",
        "Outdoor design wet bulb for cooling, degrees Celsius.",
    ),
    required(
        "winterDryBulbC",
        &TEMPERATURE,
        "Winter dry bulb",
        "Outdoor design dry bulb for heating, degrees Celsius.",
    ),
    optional("note", &TEXT, "Note", "What was corrected or is missing."),
    optional("noteZh", &TEXT, "Note (zh)", "The note in Chinese."),
]);
static LATITUDE: Shape = Shape::Number { minimum: -90.0, maximum: 90.0, decimals: 4 };
static LONGITUDE: Shape = Shape::Number { minimum: -180.0, maximum: 180.0, decimals: 4 };
static ELEVATION: Shape = Shape::Number { minimum: -430.0, maximum: 6000.0, decimals: 1 };
/// From the highest inhabited places to the Dead Sea.
static PRESSURE: Shape = Shape::Number { minimum: 45_000.0, maximum: 110_000.0, decimals: 0 };
static TEMPERATURE: Shape = Shape::Number { minimum: -60.0, maximum: 60.0, decimals: 2 };

static PLACES: Shape = Shape::List { item: &PLACE, least: 1, most: 20_000 };
static PLACE: Shape = Shape::Object(&[
    required("names", &Shape::List { item: &TEXT, least: 1, most: 12 }, "Names", "Chinese names and pinyin."),
    required("provinceZh", &TEXT, "Province", "The province in Chinese."),
    required("stationId", &Shape::Identifier, "Station", "The nearest suitable station."),
    required("distanceKm", &DISTANCE, "Distance", "From the place to its station, km."),
]);
static DISTANCE: Shape = Shape::Number { minimum: 0.0, maximum: 2000.0, decimals: 1 };

static ROOM_TYPES: Shape = Shape::List { item: &ROOM_TYPE, least: 1, most: 1000 };
static ROOM_TYPE: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "What a project states as use."),
    required("nameZh", &TEXT, "Name (zh)", "The Chinese name."),
    required("nameEn", &TEXT, "Name (en)", "The English name."),
    required("group", &Shape::Identifier, "Group", "The trade that it belongs to."),
    required(
        "coolingSetPointC",
        &project::SET_POINT,
        "Set-point",
        "Room dry bulb in summer, degrees Celsius.",
    ),
    required("lowWM2", &INDEX, "Low end", "Low end of the index band, W/m2."),
    required("highWM2", &INDEX, "High end", "High end of the index band, W/m2."),
    required("sensibleShare", &SHARE, "Sensible share", "Sensible over total."),
    required(
        "shareBasis",
        &Shape::Choice(&["row", "analogue", "stated"]),
        "Share basis",
        "How the share was found.",
    ),
    required("shareFrom", &TEXT, "Share from", "The row or document that the share comes from."),
    required("reason", &TEXT, "Reason", "Why that row."),
    required("bandSource", &TEXT, "Band source", "Where the band comes from."),
    required("bandSourceZh", &TEXT, "Band source (zh)", "The same in Chinese."),
    required("bandConfidence", &CONFIDENCE, "Band confidence", "How far the band can be trusted."),
    required("setPointSource", &TEXT, "Set-point source", "Where the set-point comes from."),
    required("setPointSourceZh", &TEXT, "Set-point source (zh)", "The same in Chinese."),
    required("setPointConfidence", &CONFIDENCE, "Set-point confidence", "How far it can be trusted."),
    required("shareSource", &TEXT, "Share source", "Where the sensible share comes from."),
    required("shareSourceZh", &TEXT, "Share source (zh)", "The same in Chinese."),
    required("shareConfidence", &CONFIDENCE, "Share confidence", "How far it can be trusted."),
    optional("indexCheck", &INDEX_CHECK, "Index check", "The band against the detailed table."),
    optional("electronic", &Shape::Flag, "Electronic", "Whether it is a room of electronic equipment."),
    optional("asks", &Shape::Choice(&["indexWM2"]), "Asks", "A field that the buyer must state."),
]);
static INDEX: Shape = Shape::Number { minimum: 1.0, maximum: 5000.0, decimals: 1 };
static SHARE: Shape = Shape::Number { minimum: 0.2, maximum: 1.0, decimals: 3 };
static INDEX_CHECK: Shape = Shape::Object(&[
    required("row", &TEXT, "Row", "The row of the detailed table."),
    required("totalWM2", &INDEX, "Total", "Its total, W/m2."),
    required(
        "verdict",
        &Shape::Choice(&["inside", "above", "below"]),
        "Verdict",
        "Where it lies to the band.",
    ),
]);

static INDEX_POSITION: Shape = Shape::Object(&[
    required("typical", &POSITION, "Typical", "Position in the band without stated exposure."),
    required("exposed", &POSITION, "Exposed", "Position under a roof or behind much glass."),
    required(
        "exposedGlazingRatio",
        &POSITION,
        "Much glass",
        "The glazing ratio from which a room is exposed.",
    ),
    required("source", &TEXT, "Source", "Where the rule comes from."),
    required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far it can be trusted."),
]);
static POSITION: Shape = Shape::Number { minimum: 0.0, maximum: 1.0, decimals: 2 };

// Every default has the shape of the project's own field: what is filled in must be what a buyer could state.
static DEFAULTS: Shape = Shape::Object(&[
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
]);
static HUMIDITY: Shape = Shape::Object(&assumed(&project::HUMIDITY));
static RUN: Shape = Shape::Object(&assumed(&project::RUN));
static HEIGHT: Shape = Shape::Object(&assumed(&project::HEIGHT));
static INSTALL_HEIGHT: Shape = Shape::Object(&assumed(&project::INSTALL_HEIGHT));
static STOREY: Shape = Shape::Object(&assumed(&project::STOREY));
static MOST_UNITS: Shape = Shape::Object(&assumed(&project::MOST_UNITS));
static OUTDOOR_PLACE: Shape = Shape::Object(&assumed(&project::OUTDOOR_PLACE));
static WALL: Shape = Shape::Object(&assumed(&project::WALL));

/// A value that is assumed, and where it comes from.
const fn assumed(value: &'static Shape) -> [Field; 4] {
    [
        required("value", value, "Value", "The value assumed."),
        required("source", &TEXT, "Source", "Where it comes from."),
        required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
        required("confidence", &CONFIDENCE, "Confidence", "How far it can be trusted."),
    ]
}
