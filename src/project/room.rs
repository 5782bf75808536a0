//! A room (房间): from its use and area to every surface, gain and hour.

use super::envelope::{Above, Below, Beside, Facade, Furniture, SeasonTemperatures, Surface};
use super::gains::{Door, Equipment, Exhaust, Infiltration, Lights, OutdoorAir, People, StatedLoad};
use super::installation::Installation;
use crate::boundary::from_node;
use serde::Serialize;

/// A room (房间). Only its use and its area must be stated.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Room {
    /// An identifier, unique in the project; default `room-1`, `room-2`, ...
    pub id: Option<String>,
    /// A name for people.
    pub name: Option<String>,
    /// The room type, such as `shop_general`.
    #[serde(rename = "use")]
    pub room_use: String,
    /// Conditioned floor area, m².
    pub area_m2: f64,
    /// The tenant, riser or wing: rooms of different groups never share a system.
    pub group: Option<String>,
    /// The floor, 1 at the ground.
    pub floor: Option<i32>,
    /// From floor to ceiling, m.
    pub height_m: Option<f64>,
    /// The outside walls and their glass; an empty list for a room without any.
    pub facades: Option<Vec<Facade>>,
    /// What is above.
    pub above: Option<Above>,
    /// What is below.
    pub below: Option<Below>,
    /// What is behind the other walls.
    pub beside: Option<Beside>,
    /// The construction of the roof or of the ceiling slab.
    pub above_construction: Option<String>,
    /// The construction of the floor.
    pub below_construction: Option<String>,
    /// The construction of the other walls.
    pub beside_construction: Option<String>,
    /// Every surface, instead of façades and of what is above, below and beside.
    pub surfaces: Option<Vec<Surface>>,
    /// The temperatures under a floor on the ground.
    pub ground: Option<SeasonTemperatures>,
    /// The temperatures of spaces that are not conditioned.
    pub unconditioned: Option<SeasonTemperatures>,
    /// Furniture; default none.
    pub furniture: Option<Furniture>,
    /// The hours of its day: one of the schedules of the reference data.
    pub schedule: Option<String>,
    /// People.
    pub people: Option<People>,
    /// Lights.
    pub lights: Option<Lights>,
    /// Equipment.
    pub equipment: Option<Equipment>,
    /// Infiltration through the façade.
    pub infiltration: Option<Infiltration>,
    /// A door to the street.
    pub door: Option<Door>,
    /// Outdoor air that a machine brings in.
    pub outdoor_air: Option<OutdoorAir>,
    /// Exhaust of hoods.
    pub exhaust: Option<Exhaust>,
    /// Room dry bulb in summer, °C; default that of the room type.
    pub cooling_set_point_c: Option<f64>,
    /// Relative humidity of the room in summer, 0 to 1; default 0.6.
    pub relative_humidity: Option<f64>,
    /// Whether the equipment is to heat.
    pub heating: Option<bool>,
    /// Room dry bulb in winter, °C; default that of the room type.
    pub heating_set_point_c: Option<f64>,
    /// The hours at which the plant runs on a cooling day, 24 flags; default those of the schedule.
    pub plant_on: Option<Vec<bool>>,
    /// Hours after a start that do not count for sizing, 0 to 12.
    pub pre_cool_hours: Option<i32>,
    /// A load that is known from elsewhere and not computed.
    pub stated_load: Option<StatedLoad>,
    /// Units beyond those that carry the load, so that the others carry it when one is lost; default none but for rooms of
    /// electronic equipment.
    pub spare_units: Option<i32>,
    /// Circumstances of installation of this room.
    pub installation: Option<Installation>,
}

from_node!(struct Room {
    id,
    name,
    room_use as "use",
    area_m2,
    group,
    floor,
    height_m,
    facades,
    above,
    below,
    beside,
    above_construction,
    below_construction,
    beside_construction,
    surfaces,
    ground,
    unconditioned,
    furniture,
    schedule,
    people,
    lights,
    equipment,
    infiltration,
    door,
    outdoor_air,
    exhaust,
    cooling_set_point_c,
    relative_humidity,
    heating,
    heating_set_point_c,
    plant_on,
    pre_cool_hours,
    stated_load,
    spare_units,
    installation,
});
