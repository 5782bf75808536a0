//! The shape of the reference data.

mod air_leakage;
mod defaults;
mod lever;
mod place;
mod room_type;

use crate::boundary::shape::{Field, Shape, optional, required};
use crate::project::shape as project;
use crate::reference::envelope::shape::ENVELOPE;
use air_leakage::AIR_LEAKAGE;
use defaults::DEFAULTS;
use lever::LEVERS;
use place::{COUNTIES, PLACES, PROVINCES};
use room_type::{GAIN_PARTS, ROOM_TYPES, SCHEDULES};

/// The reference data.
pub(crate) static REFERENCE: Shape = Shape::Object(&[
    required("type", &Shape::Choice(&["tonnage.reference/1"]), "Type", "The format and its version."),
    required("id", &Shape::Identifier, "Identifier", "The name of this edition of the data."),
    required("version", &VERSION, "Version", "Rises with every change."),
    required("sources", &SOURCES, "Sources", "Where the values come from."),
    required("climate", &CLIMATE, "Climate", "Which climate the stations' design conditions are of."),
    required("stationChoice", &STATION_CHOICE, "Station choice", "How each place got its station."),
    optional(
        "current",
        &CURRENT_CLIMATE,
        "Current climate",
        "Where the stations' newer dry bulbs come from.",
    ),
    optional("provinces", &PROVINCES, "Provinces", "Chinese and English names of the provinces."),
    required("stations", &STATIONS, "Stations", "Weather stations and their design conditions."),
    required("places", &PLACES, "Places", "Names of cities and the station of each."),
    optional("counties", &COUNTIES, "Counties", "Counties by prefecture and the station of each."),
    required("roomTypes", &ROOM_TYPES, "Room types", "Uses of rooms with their index bands."),
    required("schedules", &SCHEDULES, "Schedules", "Hours of a design day."),
    required(
        "gainParts",
        &GAIN_PARTS,
        "Parts of gains",
        "How much of each gain is radiation, light and vapour.",
    ),
    required("envelope", &ENVELOPE, "Envelope", "Typical build-ups and glazings, and the rule that chooses."),
    required("airLeakage", &AIR_LEAKAGE, "Air leakage", "Of façades by year and of doors by passages."),
    required("defaults", &DEFAULTS, "Defaults", "What is assumed where the buyer states nothing."),
    required("levers", &LEVERS, "Levers", "What may be otherwise where nothing was stated."),
]);

static VERSION: Shape = Shape::Whole { minimum: 1, maximum: 1_000_000 };
pub(super) static TEXT: Shape = Shape::Text { most: 600 };
pub(super) static CONFIDENCE: Shape = Shape::Choice(&["high", "medium", "low"]);

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

static CURRENT_CLIMATE: Shape = Shape::Object(&[
    required(
        "basis",
        &Shape::Choice(&["current"]),
        "Basis",
        "Which climate: `current` is newer than the standard's.",
    ),
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
    required("winterPressurePa", &PRESSURE, "Winter pressure", "Atmospheric pressure in winter, Pa."),
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
    required("coolingDailyRangeK", &DAILY_RANGE, "Daily range", "Of the dry bulb on the design day, K."),
    required(
        "winterDryBulbC",
        &TEMPERATURE,
        "Winter dry bulb",
        "Outdoor design dry bulb for heating, degrees Celsius.",
    ),
    required(
        "winterRelativeHumidity",
        &FRACTION,
        "Winter humidity",
        "Outdoor relative humidity in winter, 0 to 1.",
    ),
    required("annualMeanC", &TEMPERATURE, "Mean of the year", "Dry bulb, degrees Celsius."),
    required(
        "coldestMonthMeanC",
        &TEMPERATURE,
        "Mean of the coldest month",
        "Dry bulb, the standard's for ventilation in winter, degrees Celsius.",
    ),
    optional("summerWindMS", &WIND, "Summer wind", "Wind on the cooling day, m/s."),
    optional("winterWindMS", &WIND, "Winter wind", "Wind on the heating day, m/s."),
    optional("hottestMonth", &MONTH, "Hottest month", "1 to 12."),
    required("zone", &project::ZONE, "Thermal zone", "Zone of GB 50176 and GB 50189."),
    optional(
        "zoneEstimated",
        &Shape::Flag,
        "Zone estimated",
        "Whether the zone is estimated from degree days.",
    ),
    required("turbidity", &TURBIDITY, "Turbidity", "Linke turbidity, January to December."),
    optional("current", &CURRENT, "Current climate", "Newer dry bulbs than the standard's."),
    optional("note", &TEXT, "Note", "What was corrected or is missing."),
    optional("noteZh", &TEXT, "Note (zh)", "The note in Chinese."),
]);
static CURRENT: Shape = Shape::Object(&[
    required(
        "coolingDryBulbC",
        &TEMPERATURE,
        "Cooling dry bulb",
        "Exceeded in 1 % of the hours, degrees Celsius.",
    ),
    required(
        "heatingDryBulbC",
        &TEMPERATURE,
        "Heating dry bulb",
        "Exceeded in 99 % of the hours, degrees Celsius.",
    ),
]);
static DAILY_RANGE: Shape = Shape::Number { minimum: 0.5, maximum: 30.0, decimals: 2 };
pub(super) static WIND: Shape = Shape::Number { minimum: 0.0, maximum: 30.0, decimals: 1 };
pub(super) static MONTH: Shape = Shape::Whole { minimum: 1, maximum: 12 };
/// Very clean mountain air has 1.5, a city in haze 8.
static TURBIDITY: Shape =
    Shape::List { item: &Shape::Number { minimum: 1.0, maximum: 12.0, decimals: 2 }, least: 12, most: 12 };
pub(super) static FRACTION: Shape = Shape::Number { minimum: 0.0, maximum: 1.0, decimals: 3 };
pub(super) static LATITUDE: Shape = Shape::Number { minimum: -90.0, maximum: 90.0, decimals: 4 };
pub(super) static LONGITUDE: Shape = Shape::Number { minimum: -180.0, maximum: 180.0, decimals: 4 };
static ELEVATION: Shape = Shape::Number { minimum: -430.0, maximum: 6000.0, decimals: 1 };
/// From the highest inhabited places to the Dead Sea.
static PRESSURE: Shape = Shape::Number { minimum: 45_000.0, maximum: 110_000.0, decimals: 0 };
static TEMPERATURE: Shape = Shape::Number { minimum: -60.0, maximum: 60.0, decimals: 2 };

/// A value that is assumed, and where it comes from.
pub(super) const fn assumed(value: &'static Shape) -> [Field; 4] {
    [
        required("value", value, "Value", "The value assumed."),
        required("source", &TEXT, "Source", "Where it comes from."),
        required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
        required("confidence", &CONFIDENCE, "Confidence", "How far it can be trusted."),
    ]
}
