//! The shape of the envelope data.

use super::super::shape::{CONFIDENCE, TEXT, assumed};
use crate::boundary::shape::{Shape, optional, required};
use crate::project::shape::ZONE;

/// The envelope data.
pub(in crate::reference) static ENVELOPE: Shape = Shape::Object(&[
    required("films", &FILMS, "Films", "Surface resistances that the U-values hold."),
    required("values", &VALUES, "Values", "What the archetypes have in common."),
    required("opaque", &OPAQUE, "Build-ups", "Walls, roofs, floors and partitions."),
    required("glazings", &GLAZINGS, "Glazings", "Whole windows."),
    required("blinds", &BLINDS, "Blinds", "Blinds and curtains in the room, for the heat balance."),
    required("massClasses", &CLASSES, "Mass classes", "Layers of a build-up of stated mass and U-value."),
    required("windowLimits", &LIMITS, "Window limits", "By standard, zone and glazing ratio."),
    required("opaqueRules", &OPAQUE_RULES, "Rules of build-ups", "The first that fits is taken."),
    required("glazingLadder", &LADDER, "Ladder of glazings", "From the highest U-value to the lowest."),
    required("glazingRules", &GLAZING_RULES, "Rules of glazings", "The first that fits is taken."),
]);

static FILMS: Shape = Shape::Object(&[
    required("insideM2KW", &RESISTANCE, "Inside", "m2 K/W."),
    required("outsideM2KW", &RESISTANCE, "Outside", "m2 K/W."),
]);
static RESISTANCE: Shape = Shape::Number { minimum: 0.0001, maximum: 50.0, decimals: 4 };

static VALUES: Shape = Shape::Object(&[
    required(
        "buildingYear",
        &Shape::Object(&assumed(&YEAR)),
        "Year",
        "Of a building whose age nobody states.",
    ),
    required("insideSolarAbsorptance", &PART, "Absorptance inside", "Of sunlight, 0 to 1."),
    required("outsideSolarAbsorptance", &PART, "Absorptance outside", "Of a build-up that nobody describes."),
    required("emissivity", &PART, "Emissivity", "Of both faces for long-wave radiation."),
    required(
        "roughness",
        &Shape::Object(&assumed(&ROUGHNESS)),
        "Roughness",
        "Of a build-up that nobody describes.",
    ),
]);
static YEAR: Shape = Shape::Whole { minimum: 1800, maximum: 2200 };
static PART: Shape = Shape::Object(&assumed(&FRACTION));
static FRACTION: Shape = Shape::Number { minimum: 0.0, maximum: 1.0, decimals: 4 };
static ROUGHNESS: Shape =
    Shape::Choice(&["veryRough", "rough", "mediumRough", "mediumSmooth", "smooth", "verySmooth"]);
static ELEMENT: Shape = Shape::Choice(&["wall", "roof", "interiorFloor", "groundFloor", "partition"]);
static ZONES: Shape = Shape::List { item: &ZONE, least: 1, most: 11 };
static U_VALUE: Shape = Shape::Number { minimum: 0.05, maximum: 10.0, decimals: 4 };

static OPAQUE: Shape = Shape::List { item: &ARCHETYPE, least: 1, most: 2000 };
static ARCHETYPE: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "What a project states as construction."),
    required("element", &ELEMENT, "Element", "What it is part of."),
    required("nameZh", &TEXT, "Name (zh)", "The Chinese name."),
    required("nameEn", &TEXT, "Name (en)", "The English name."),
    optional("builtFrom", &YEAR, "From", "The first year in which it was built."),
    optional("builtTo", &YEAR, "To", "The year from which it was no longer built."),
    optional("zones", &ZONES, "Zones", "Where it was built; everywhere if absent."),
    required("printedUWM2K", &U_VALUE, "U-value of the table", "W/(m2 K)."),
    required("uWM2K", &U_VALUE, "U-value of the layers", "With both films, W/(m2 K)."),
    required("solarAbsorptance", &FRACTION, "Absorptance outside", "Of sunlight, 0 to 1."),
    required("roughness", &ROUGHNESS, "Roughness", "Of the face outdoors."),
    required("layers", &LAYERS, "Layers", "From outside to inside."),
    optional("note", &TEXT, "Note", "Where it is found."),
]);
static LAYERS: Shape = Shape::List { item: &LAYER, least: 1, most: 40 };
static LAYER: Shape = Shape::Object(&[
    required("material", &TEXT, "Material", "The English name."),
    required("materialZh", &TEXT, "Material (zh)", "The Chinese name."),
    optional("thicknessM", &THICKNESS, "Thickness", "m."),
    optional("conductivityWMK", &CONDUCTIVITY, "Conductivity", "W/(m K)."),
    optional("densityKgM3", &DENSITY, "Density", "kg/m3."),
    optional("specificHeatJKgK", &SPECIFIC_HEAT, "Specific heat", "J/(kg K)."),
    optional("resistanceM2KW", &RESISTANCE, "Resistance", "Of a layer without heat capacity, m2 K/W."),
]);
static THICKNESS: Shape = Shape::Number { minimum: 0.000_01, maximum: 5.0, decimals: 5 };
static CONDUCTIVITY: Shape = Shape::Number { minimum: 0.001, maximum: 500.0, decimals: 4 };
static DENSITY: Shape = Shape::Number { minimum: 0.1, maximum: 20_000.0, decimals: 2 };
static SPECIFIC_HEAT: Shape = Shape::Number { minimum: 50.0, maximum: 10_000.0, decimals: 1 };

static GLAZINGS: Shape = Shape::List { item: &GLAZING, least: 1, most: 2000 };
static GLAZING: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "What a project states as glazing."),
    required("nameZh", &TEXT, "Name (zh)", "The Chinese name."),
    required("nameEn", &TEXT, "Name (en)", "The English name."),
    optional("builtFrom", &YEAR, "From", "The first year in which it was built."),
    optional("builtTo", &YEAR, "To", "The year from which it was no longer built."),
    required("uWM2K", &U_VALUE, "U-value", "Of the whole window, W/(m2 K)."),
    required("shgc", &FRACTION, "SHGC", "Of the whole window at normal incidence."),
    required("visibleTransmittance", &FRACTION, "Visible transmittance", "0 to 1."),
]);

static BLINDS: Shape = Shape::List { item: &BLIND, least: 0, most: 200 };
static BLIND: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "What a project states as inner blind."),
    required("nameZh", &TEXT, "Name (zh)", "The Chinese name."),
    required("nameEn", &TEXT, "Name (en)", "The English name."),
    required("transmittance", &FRACTION, "Transmittance", "Of sunlight, 0 to 1."),
    required("reflectance", &FRACTION, "Reflectance", "Of sunlight, both sides, 0 to 1."),
    required("convectiveFraction", &FRACTION, "To the air", "Part of what it absorbs, 0 to 1."),
    required("source", &TEXT, "Source", "Where the figures come from."),
    required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far they can be trusted."),
]);

static CLASSES: Shape = Shape::List { item: &CLASS, least: 0, most: 9 };
static CLASS: Shape = Shape::Object(&[
    required("id", &Shape::Choice(&["light", "medium", "heavy"]), "Mass", "How heavy it is."),
    required("element", &Shape::Choice(&["wall", "roof", "floor"]), "Element", "What it is part of."),
    required("layers", &LAYERS, "Layers", "From outside to inside; the insulation without thickness."),
    required("insulation", &LAYER_INDEX, "Insulation", "The layer whose thickness is solved, from 0."),
]);
static LAYER_INDEX: Shape = Shape::Whole { minimum: 0, maximum: 39 };

static LIMITS: Shape = Shape::List { item: &LIMIT, least: 0, most: 5000 };
static LIMIT: Shape = Shape::Object(&[
    required("standard", &TEXT, "Standard", "The document."),
    required("zones", &ZONES, "Zones", "Where it holds."),
    required("class", &TEXT, "Class", "Class of building: A, B or all."),
    optional("shape", &TEXT, "Shape", "Condition on surface over volume."),
    required(
        "ratioAbove",
        &FRACTION,
        "Above",
        "The glazing ratio is above this; the first band has its own end too.",
    ),
    required("ratioTo", &FRACTION, "To", "The glazing ratio is at most this."),
    required("uWM2K", &U_VALUE, "U-value", "The highest, W/(m2 K)."),
    optional("shgc", &FRACTION, "SHGC", "The highest, east, south and west."),
    optional("shgcNorth", &FRACTION, "SHGC north", "The highest, north."),
]);

static OPAQUE_RULES: Shape = Shape::List { item: &OPAQUE_RULE, least: 1, most: 2000 };
static OPAQUE_RULE: Shape = Shape::Object(&[
    required("element", &ELEMENT, "Element", "What it chooses for."),
    optional("zones", &ZONES, "Zones", "Where it holds; everywhere if absent."),
    optional("builtFrom", &YEAR, "From", "The first year of building."),
    optional("builtTo", &YEAR, "To", "The year of building before which it holds."),
    required("archetype", &Shape::Identifier, "Build-up", "What it chooses."),
    required("source", &TEXT, "Source", "Why."),
    required("sourceZh", &TEXT, "Source (zh)", "Why, in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far it can be trusted."),
]);

static LADDER: Shape = Shape::List { item: &Shape::Identifier, least: 1, most: 100 };
static GLAZING_RULES: Shape = Shape::List { item: &GLAZING_RULE, least: 1, most: 200 };
static GLAZING_RULE: Shape = Shape::Object(&[
    optional("zones", &ZONES, "Zones", "Where it holds; everywhere if absent."),
    optional("builtFrom", &YEAR, "From", "The first year of building."),
    optional("builtTo", &YEAR, "To", "The year of building before which it holds."),
    optional("archetype", &Shape::Identifier, "Glazing", "What it chooses whatever the ratio is."),
    optional("standard", &TEXT, "Standard", "Whose limits choose from the ladder."),
    optional("class", &TEXT, "Class", "Of building in the standard."),
    optional("shape", &TEXT, "Shape", "Of building in the standard, where it tells them apart."),
    optional("zoneAs", &ZONE_PAIRS, "Zones without limits", "And the zone whose limits they take."),
    required("source", &TEXT, "Source", "Why."),
    required("sourceZh", &TEXT, "Source (zh)", "Why, in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far it can be trusted."),
]);
static ZONE_PAIRS: Shape = Shape::List { item: &ZONE_PAIR, least: 1, most: 11 };
static ZONE_PAIR: Shape = Shape::Object(&[
    required("zone", &ZONE, "Zone", "Which has no limits."),
    required("as", &ZONE, "As", "The zone whose limits it takes."),
]);
