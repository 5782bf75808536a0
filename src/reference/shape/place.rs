//! The shape of places.

use super::{LATITUDE, LONGITUDE, TEXT};
use crate::boundary::shape::{Shape, optional, required};

pub(super) static PROVINCES: Shape = Shape::List { item: &PROVINCE, least: 0, most: 200 };
static PROVINCE: Shape = Shape::Object(&[
    required("nameZh", &TEXT, "Name (zh)", "The Chinese name."),
    required("nameEn", &TEXT, "Name (en)", "The English name."),
]);

pub(super) static PLACES: Shape = Shape::List { item: &PLACE, least: 1, most: 20_000 };
static PLACE: Shape = Shape::Object(&[
    optional("adcode", &ADCODE, "Code", "The administrative code; absent for a station."),
    required("names", &Shape::List { item: &TEXT, least: 1, most: 12 }, "Names", "Chinese names and pinyin."),
    required("provinceZh", &TEXT, "Province", "The province in Chinese."),
    optional("latitude", &LATITUDE, "Latitude", "Degrees, north positive."),
    optional("longitude", &LONGITUDE, "Longitude", "Degrees, east positive."),
    required("stationId", &Shape::Identifier, "Station", "The nearest suitable station."),
    required("distanceKm", &DISTANCE, "Distance", "From the place to its station, km."),
]);
static ADCODE: Shape = Shape::Whole { minimum: 100_000, maximum: 999_999 };
static DISTANCE: Shape = Shape::Number { minimum: 0.0, maximum: 2000.0, decimals: 1 };

// A column for each field: objects would be five times longer and slower to read.
pub(super) static COUNTIES: Shape = Shape::List { item: &GROUP, least: 0, most: 2000 };
static GROUP: Shape = Shape::Object(&[
    required("provinceZh", &TEXT, "Province", "The province in Chinese."),
    optional(
        "prefectureZh",
        &TEXT,
        "Prefecture",
        "The prefecture in Chinese; absent directly under a province.",
    ),
    required("adcode", &column(&ADCODE), "Codes", "The administrative code of each county."),
    required("nameZh", &column(&TEXT), "Names", "The Chinese name of each."),
    required("shortZh", &column(&TEXT), "Short names", "The Chinese name of each without its rank."),
    required("nameEn", &column(&TEXT), "Pinyin", "The name of each in pinyin."),
    required("latitude", &column(&LATITUDE), "Latitudes", "Degrees, north positive."),
    required("longitude", &column(&LONGITUDE), "Longitudes", "Degrees, east positive."),
    required("stationId", &column(&Shape::Identifier), "Stations", "The nearest suitable station of each."),
    required("distanceKm", &column(&DISTANCE), "Distances", "From each to its station, km."),
]);

const fn column(item: &'static Shape) -> Shape {
    Shape::List { item, least: 1, most: 2000 }
}
