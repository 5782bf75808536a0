//! The shape of room types, hours and gains.

use super::{CONFIDENCE, FRACTION, TEXT, assumed, project};
use crate::boundary::shape::{Shape, optional, required};

pub(super) static ROOM_TYPES: Shape = Shape::List { item: &ROOM_TYPE, least: 1, most: 1000 };
static ROOM_TYPE: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "What a project states as use."),
    required("nameZh", &TEXT, "Name (zh)", "The Chinese name."),
    required("nameEn", &TEXT, "Name (en)", "The English name."),
    required(
        "coolingSetPointC",
        &project::SET_POINT,
        "Set-point",
        "Room dry bulb in summer, degrees Celsius.",
    ),
    required("lowWM2", &INDEX, "Low end", "Low end of the index band, W/m2."),
    required("highWM2", &INDEX, "High end", "High end of the index band, W/m2."),
    required("bandSource", &TEXT, "Band source", "Where the band comes from."),
    required("bandSourceZh", &TEXT, "Band source (zh)", "The same in Chinese."),
    required("bandConfidence", &CONFIDENCE, "Band confidence", "How far the band can be trusted."),
    required("setPointSource", &TEXT, "Set-point source", "Where the set-point comes from."),
    required("setPointSourceZh", &TEXT, "Set-point source (zh)", "The same in Chinese."),
    required("setPointConfidence", &CONFIDENCE, "Set-point confidence", "How far it can be trusted."),
    optional("indexCheck", &INDEX_CHECK, "Index check", "The band against the detailed table."),
    optional("electronic", &Shape::Flag, "Electronic", "Whether it is a room of electronic equipment."),
    required("design", &DESIGN, "Design values", "What a computed load takes."),
]);
static INDEX: Shape = Shape::Number { minimum: 1.0, maximum: 5000.0, decimals: 1 };
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

static DESIGN: Shape = Shape::Object(&[
    required("m2PerPerson", &AREA, "Floor area per person", "At design occupancy, m2."),
    required("peopleHeat", &HEAT, "Heat of a person", "At 26 degrees Celsius."),
    required("lightingWM2", &POWER, "Lighting", "Power, W/m2."),
    optional("equipmentWM2", &POWER, "Equipment", "Power, W/m2; absent where the buyer must state it."),
    required("equipmentKind", &Shape::Identifier, "Kind of equipment", "Tells how its power divides."),
    optional(
        "outdoorAirChanges",
        &AIR_CHANGES,
        "Air changes",
        "Outdoor air after GB 50736 where it counts volumes, by floor area of one person.",
    ),
    optional(
        "outdoorAirM3HPerson",
        &AIR,
        "Outdoor air of GB 50736",
        "Of one person, m3/h: up to 0.4, up to 1.0 and above 1.0 persons/m2.",
    ),
    optional("ashrae621", &ASHRAE, "Outdoor air of ASHRAE 62.1", "Of persons and of floor."),
    required("heightM", &HEIGHT, "Height", "Clear height, m."),
    required("glazingRatio", &GLAZING, "Glazing ratio", "Glass over the area of its façade."),
    optional(
        "glazing",
        &NAME,
        "Glazing",
        "The usual one, where the use and not the code of its year decides it.",
    ),
    optional("door", &NAME, "Door", "The usual street door."),
    optional("exhaustAsked", &Shape::Flag, "Exhaust asked", "Whether its exhaust decides the outdoor air."),
    optional("heatingSetPointC", &HEATING, "Heating set-point", "Room dry bulb in winter, degrees Celsius."),
    required("schedule", &NAME, "Schedule", "The hours of a design day."),
]);
static AIR_CHANGES: Shape =
    Shape::Object(&assumed(&Shape::List { item: &AIR_CHANGE_BAND, least: 1, most: 10 }));
static AIR_CHANGE_BAND: Shape = Shape::Object(&[
    optional(
        "m2PerPersonTo",
        &PERSON_AREA,
        "To",
        "Up to this floor area of one person, m2; the last band has none.",
    ),
    required("airChangesPerH", &CHANGES, "Air changes", "Room volumes an hour."),
]);
static PERSON_AREA: Shape = Shape::Number { minimum: 0.2, maximum: 1000.0, decimals: 2 };
static CHANGES: Shape = Shape::Number { minimum: 0.0, maximum: 50.0, decimals: 2 };
static AREA: Shape = Shape::Object(&assumed(&Shape::Number { minimum: 0.2, maximum: 1000.0, decimals: 2 }));
static HEAT: Shape = Shape::Object(&assumed(&Shape::Object(&[
    required("sensibleW", &WATTS, "Sensible", "W."),
    required("latentW", &WATTS, "Latent", "W."),
])));
static WATTS: Shape = Shape::Number { minimum: 0.0, maximum: 1000.0, decimals: 1 };
static POWER: Shape = Shape::Object(&assumed(&Shape::Number { minimum: 0.0, maximum: 5000.0, decimals: 2 }));
static AIR: Shape = Shape::Object(&assumed(&Shape::List { item: &FLOW, least: 3, most: 3 }));
static FLOW: Shape = Shape::Number { minimum: 0.0, maximum: 500.0, decimals: 2 };
static ASHRAE: Shape = Shape::Object(&assumed(&Shape::Object(&[
    required("lSPerson", &RATE, "Of a person", "L/s."),
    required("lSM2", &RATE, "Of the floor", "L/(s m2)."),
    required("space", &TEXT, "Space", "The row of the standard."),
])));
static RATE: Shape = Shape::Number { minimum: 0.0, maximum: 100.0, decimals: 3 };
static HEIGHT: Shape = Shape::Object(&assumed(&project::ROOM_HEIGHT));
static GLAZING: Shape = Shape::Object(&assumed(&FRACTION));
static HEATING: Shape = Shape::Object(&assumed(&Shape::Number { minimum: 5.0, maximum: 30.0, decimals: 1 }));
static NAME: Shape = Shape::Object(&assumed(&Shape::Identifier));

pub(super) static SCHEDULES: Shape = Shape::List { item: &SCHEDULE, least: 1, most: 1000 };
static SCHEDULE: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "What a room type names."),
    required("nameZh", &TEXT, "Name (zh)", "The Chinese name."),
    required("people", &DAY, "People", "By hour, as a part of design occupancy."),
    required("lights", &DAY, "Lights", "By hour, as a part of their power."),
    required("equipment", &DAY, "Equipment", "By hour, as a part of its power."),
    required(
        "on",
        &Shape::List { item: &Shape::Flag, least: 24, most: 24 },
        "Plant",
        "Whether it runs, by hour.",
    ),
    required("source", &TEXT, "Source", "Where the hours come from."),
    required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far they can be trusted."),
]);
static DAY: Shape = Shape::List { item: &FRACTION, least: 24, most: 24 };

pub(super) static GAIN_PARTS: Shape = Shape::Object(&[
    required("peopleRadiant", &PART, "Radiation of people", "As a part of their sensible heat."),
    required("lightsRadiant", &PART, "Radiation of lights", "Long-wave, as a part of their power."),
    required("lightsVisible", &PART, "Light", "As a part of the power of the lights."),
    required("equipment", &EQUIPMENT, "Equipment", "By kind of equipment."),
]);
static PART: Shape = Shape::Object(&assumed(&FRACTION));
static EQUIPMENT: Shape = Shape::List { item: &KIND, least: 1, most: 100 };
static KIND: Shape = Shape::Object(&[
    required("id", &Shape::Identifier, "Identifier", "What a room type names."),
    required("radiant", &FRACTION, "Radiation", "As a part of the power."),
    required("latent", &FRACTION, "Vapour", "As a part of the power."),
    required("source", &TEXT, "Source", "Where the parts come from."),
    required("sourceZh", &TEXT, "Source (zh)", "The same in Chinese."),
    required("confidence", &CONFIDENCE, "Confidence", "How far they can be trusted."),
]);
