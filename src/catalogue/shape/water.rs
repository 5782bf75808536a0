//! The shape of rooftop units, water systems and ventilation.

use super::connected::CONNECTION;
use super::machine::{
    AIR, CURVE, EFFICIENCIES, ELECTRICAL, GRID, LIMITS, PHASES, RATED, SIZE, SOUND, STAGES, UNIT_MASS,
};
use super::{COUNT, DRY_BULB, FLOW, INDEX, KILOGRAMS, METRES, MILLIMETRES, SHARE, WATTS};
use crate::boundary::shape::{Field, Shape, optional, required};

pub(super) static ROOFTOP: &[Field] = &[
    required(
        "grossTotalW",
        &WATTS,
        "Gross total",
        "At 19.4 entering wet bulb, 35 outdoors, degrees Celsius, W.",
    ),
    required("sensibleHeatRatio", &SHARE, "Sensible share", "Of the gross total."),
    required("cop", &FLOW, "COP", "Gross capacity over the input of compressors and outdoor fans."),
    required("ratedFlowM3H", &FLOW, "Airflow", "Rated supply air, m3/h."),
    required("capacity", &CURVE, "Capacity", "By enteringWetBulbC and outdoorDryBulbC."),
    required("capacityByFlow", &CURVE, "Capacity by flow", "By flowFraction."),
    required("inputRatio", &CURVE, "Input ratio", "By enteringWetBulbC and outdoorDryBulbC."),
    required("inputRatioByFlow", &CURVE, "Input ratio by flow", "By flowFraction."),
    optional("air", &AIR, "Air", "Of the supply fan."),
    optional("fanInputW", &WATTS, "Supply fan", "Its input, W."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("mass", &UNIT_MASS, "Mass", "Of the unit."),
    optional("sizeMm", &SIZE, "Size", "Width, height, depth, mm."),
    optional("sound", &SOUND, "Sound", "Outdoors."),
    optional("limits", &LIMITS, "Limits", "The outdoor air at which it may run."),
    optional("stages", &STAGES, "Stages", "How it meets part of its load."),
    optional("efficiency", &EFFICIENCIES, "Efficiency", "By standards."),
];

pub(super) static CHILLER: &[Field] = &[
    required("referenceW", &WATTS, "Reference", "Capacity at the reference point, W."),
    required("referenceCop", &FLOW, "COP", "At the reference point."),
    required(
        "referenceLeavingWaterC",
        &DRY_BULB,
        "Leaving water",
        "Of the reference point, degrees Celsius.",
    ),
    required("referenceOutdoorC", &DRY_BULB, "Outdoors", "Of the reference point, degrees Celsius."),
    required("capacity", &CURVE, "Capacity", "By leavingWaterC and outdoorDryBulbC."),
    required("inputRatio", &CURVE, "Input ratio", "By leavingWaterC and outdoorDryBulbC."),
    required("partLoad", &CURVE, "Part load", "By partLoadRatio."),
    required("maxModules", &COUNT, "Modules", "That may stand together."),
    optional("refrigerant", &Shape::Identifier, "Refrigerant", "Such as R410A."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("mass", &UNIT_MASS, "Mass", "Of the unit."),
    optional("sizeMm", &SIZE, "Size", "Width, height, depth, mm."),
    optional("sound", &SOUND, "Sound", "Outdoors."),
    optional("limits", &LIMITS, "Limits", "The outdoor air at which it may run."),
    optional("stages", &STAGES, "Stages", "How it meets part of its load."),
    optional("efficiency", &EFFICIENCIES, "Efficiency", "By standards."),
];

pub(super) static WATER_HEAT_PUMP: &[Field] = &[
    required("heating", &GRID, "Heating", "By leavingWaterC and outdoorDryBulbC."),
    optional("refrigerant", &Shape::Identifier, "Refrigerant", "Such as R32."),
    optional("factoryChargeKg", &KILOGRAMS, "Factory charge", "Refrigerant as delivered, kg."),
    optional("phases", &PHASES, "Phases", "1 or 3."),
    optional("efficiency", &EFFICIENCIES, "Efficiency", "By standards."),
];

pub(super) static FAN_COIL: &[Field] = &[
    required("mounting", &crate::project::shape::MOUNTING, "Mounting", "How it is mounted."),
    required("cooling", &GRID, "Cooling", "By enteringWaterC, indoorDryBulbC and indoorWetBulbC."),
    optional("heating", &GRID, "Heating", "By enteringWaterC and indoorDryBulbC."),
    required("waterFlowM3H", &FLOW, "Water", "At its rated point, m3/h."),
    required("waterPipeMm", &MILLIMETRES, "Water pipes", "Nominal, mm."),
    required("drainMm", &MILLIMETRES, "Drain", "Nominal, mm."),
    optional("air", &AIR, "Air", "Airflow and pressure."),
    optional("sound", &SOUND, "Sound", "In the room."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("mass", &UNIT_MASS, "Mass", "Of the unit."),
    optional("sizeMm", &SIZE, "Size", "Width, height, depth, mm."),
    optional("leastHeightM", &METRES, "Lowest outlet", "Above the floor, m."),
    optional("rated", &RATED, "Rated", "With water of 7 at 27 dry bulb and 19.5 wet bulb, degrees Celsius."),
];

pub(super) static RECOVERY_VENTILATOR: &[Field] = &[
    required("air", &AIR, "Air", "Airflow and pressure."),
    required("sensibleEffectiveness", &RECOVERED, "Recovery of heat", "At the highest airflow."),
    required("latentEffectiveness", &RECOVERED, "Recovery of moisture", "At the highest airflow."),
    required("inputW", &WATTS, "Input", "At the highest airflow, W."),
    optional("sound", &SOUND, "Sound", "In the room."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("mass", &UNIT_MASS, "Mass", "Of the unit."),
    optional("sizeMm", &SIZE, "Size", "Width, height, depth, mm."),
];

pub(super) static FRESH_AIR_UNIT: &[Field] = &[
    optional("family", &Shape::Identifier, "Family", "That it connects to; default none."),
    optional("capacityIndex", &INDEX, "Capacity index", "Where it connects to a family."),
    optional("connection", &CONNECTION, "Connection", "Pipes and drain where it connects to a family."),
    required("air", &AIR, "Air", "Airflow and pressure."),
    required("cooling", &GRID, "Cooling", "By outdoorDryBulbC and outdoorWetBulbC."),
    optional("heating", &GRID, "Heating", "By outdoorDryBulbC."),
    required("inputW", &WATTS, "Input", "W."),
    optional("sound", &SOUND, "Sound", "In the room."),
    optional("electrical", &ELECTRICAL, "Electrical", "Supply, circuit and cables."),
    optional("mass", &UNIT_MASS, "Mass", "Of the unit."),
    optional("sizeMm", &SIZE, "Size", "Width, height, depth, mm."),
    optional("leastHeightM", &METRES, "Lowest outlet", "Above the floor, m."),
];

/// Nothing recovers more than there is.
static RECOVERED: Shape = Shape::Number { minimum: 0.0, maximum: 1.0, decimals: 4 };
