//! What the buyer states (项目): place, rooms, circumstances of installation, wishes.
//!
//! Everything but the city, the use and the area of a room may be left out; [`complete`](crate::completion::complete) fills it
//! from the reference data and lists what it filled.

pub mod shape;

use crate::boundary::from_node;
use crate::error::Error;
use serde::Serialize;

/// The most rooms that one project has; larger buildings are several projects.
pub const MOST_ROOMS: u32 = 1000;

/// The bounds of a project's text or object: a thousand rooms of two hundred values.
#[cfg(feature = "json")]
pub(crate) const LIMITS: crate::boundary::Limits =
    crate::boundary::Limits { bytes: 4 << 20, depth: 12, items: MOST_ROOMS, values: 200_000 };

/// A buyer's project.
///
/// # Example
/// ```
/// # #[cfg(feature = "json")] {
/// use tonnage::project::Project;
/// let text = r#"{"site":{"city":"武汉"},"rooms":[{"use":"shop_general","areaM2":120}]}"#;
/// let project = Project::from_json(text.as_bytes()).unwrap();
/// assert_eq!(project.rooms.len(), 1);
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Project {
    /// A name for people.
    pub name: Option<String>,
    /// Where the building stands.
    pub site: Site,
    /// The rooms, 1 to [`MOST_ROOMS`].
    pub rooms: Vec<Room>,
    /// Circumstances of installation that hold for every room that does not state its own.
    pub installation: Option<Installation>,
    /// Wishes about the equipment.
    pub preferences: Option<Preferences>,
}

impl Project {
    /// Reads a project from JSON text.
    ///
    /// # Errors
    /// With every problem found, up to a hundred: syntax, bounds, unknown or missing fields, types, ranges.
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        let node = crate::boundary::json::parse(bytes, LIMITS)?;
        Self::from_node(node)
    }

    /// Reads a project from a tree.
    ///
    /// # Errors
    /// As [`Project::from_json`], without syntax.
    pub fn from_node(node: crate::boundary::Node) -> Result<Self, Error> {
        let project: Self = crate::boundary::read(node, &shape::PROJECT)?;
        project.check_room_ids()?;
        Ok(project)
    }

    /// The project as the boundary would have read it: checked by the rules that text is checked by, and every number
    /// rounded to its field's step.
    ///
    /// # Errors
    /// As [`Project::from_node`].
    pub fn checked(&self) -> Result<Self, Error> {
        let project = crate::boundary::reread(self, &shape::PROJECT)?;
        project.check_room_ids()?;
        Ok(project)
    }

    /// The digest of the project's canonical bytes.
    ///
    /// # Errors
    /// None for a project that was [`checked`](Self::checked).
    pub fn digest(&self) -> Result<String, Error> {
        Ok(crate::boundary::canonical::digest(&crate::boundary::to_node(self)?))
    }

    fn check_room_ids(&self) -> Result<(), Error> {
        let mut seen = std::collections::BTreeMap::new();
        for (index, room) in self.rooms.iter().enumerate() {
            let id = self.room_id(index, room);
            let path = format!("rooms[{index}].id");
            if let Some(other) = seen.insert(id.clone(), path.clone()) {
                return Err(Error::new(path, crate::error::Fault::Duplicate { found: id, other }));
            }
        }
        Ok(())
    }

    /// The identifier of a room: its own, or `room-` and its number from 1.
    #[must_use]
    pub fn room_id(&self, index: usize, room: &Room) -> String {
        room.id.clone().unwrap_or_else(|| format!("room-{}", index.saturating_add(1)))
    }
}

from_node!(struct Project { name, site, rooms, installation, preferences });

/// Where the building stands (地点).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Site {
    /// A prefecture-level city, or a station, by its Chinese name or in pinyin.
    pub city: String,
    /// The province in Chinese, where two cities have one name.
    pub province: Option<String>,
    /// The weather station whose design conditions are used; default: the nearest suitable one.
    pub station_id: Option<String>,
}

from_node!(struct Site { city, province, station_id });

/// A room (房间).
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
    /// Room dry bulb in summer, °C; default that of the room type.
    pub cooling_set_point_c: Option<f64>,
    /// Relative humidity of the room in summer, 0 to 1; default 0.6.
    pub relative_humidity: Option<f64>,
    /// Whether the roof is above the room.
    pub top_floor: Option<bool>,
    /// The outside walls and their glass.
    pub facades: Option<Vec<Facade>>,
    /// Cooling index (冷指标) that replaces the band of the room type, W/m².
    pub index_w_m2: Option<f64>,
    /// Where in the band of the room type the estimate is taken: 0 the low end, 1 the high end.
    pub index_position: Option<f64>,
    /// Sensible share of the total load, 0 to 1; default that of the room type.
    pub sensible_share: Option<f64>,
    /// Circumstances of installation of this room.
    pub installation: Option<Installation>,
}

from_node!(struct Room {
    id,
    name,
    room_use as "use",
    area_m2,
    cooling_set_point_c,
    relative_humidity,
    top_floor,
    facades,
    index_w_m2,
    index_position,
    sensible_share,
    installation,
});

/// An outside wall (外墙).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Facade {
    /// The compass direction that it looks to.
    pub facing: Facing,
    /// Glass area over wall area, 0 to 1.
    pub glazing_ratio: f64,
}

from_node!(struct Facade { facing, glazing_ratio });

/// A compass direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Facing {
    /// North.
    N,
    /// North-east.
    NE,
    /// East.
    E,
    /// South-east.
    SE,
    /// South.
    S,
    /// South-west.
    SW,
    /// West.
    W,
    /// North-west.
    NW,
}

from_node!(enum Facing {
    N as "N",
    NE as "NE",
    E as "E",
    SE as "SE",
    S as "S",
    SW as "SW",
    W as "W",
    NW as "NW",
});

/// Circumstances of installation (安装条件), of one room or of all.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Installation {
    /// One-way refrigerant pipe from outdoor to indoor unit, m.
    pub pipe_run_m: Option<f64>,
    /// Height between outdoor and indoor unit, m.
    pub height_difference_m: Option<f64>,
    /// Condensate pipe of each indoor unit, m.
    pub drain_run_m: Option<f64>,
    /// Power cable of each set from the distribution board, m.
    pub power_cable_run_m: Option<f64>,
    /// Height at which the indoor unit is mounted, m above the floor.
    pub install_height_m: Option<f64>,
    /// The storey at which the outdoor unit stands or hangs, from 1.
    pub storey: Option<i32>,
    /// Where the outdoor unit stands or hangs.
    pub outdoor_place: Option<OutdoorPlace>,
    /// What the pipes pass through.
    pub wall: Option<Wall>,
}

from_node!(struct Installation {
    pipe_run_m,
    height_difference_m,
    drain_run_m,
    power_cable_run_m,
    install_height_m,
    storey,
    outdoor_place,
    wall,
});

/// Where an outdoor unit stands or hangs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum OutdoorPlace {
    /// On a bracket at the wall.
    WallBracket,
    /// On a frame on the ground or a balcony.
    FloorFrame,
    /// On a frame on the roof.
    RoofFrame,
}

from_node!(
    enum OutdoorPlace {
        WallBracket,
        FloorFrame,
        RoofFrame,
    }
);

impl OutdoorPlace {
    /// The name in JSON, which is also the variant of the bracket in the rate book.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WallBracket => "wallBracket",
            Self::FloorFrame => "floorFrame",
            Self::RoofFrame => "roofFrame",
        }
    }
}

/// What the pipes pass through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Wall {
    /// Brick or block.
    Brick,
    /// Reinforced concrete.
    Concrete,
    /// Plasterboard or panel.
    Light,
}

from_node!(
    enum Wall {
        Brick,
        Concrete,
        Light,
    }
);

impl Wall {
    /// The name in JSON, which is also the variant of the hole in the rate book.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Brick => "brick",
            Self::Concrete => "concrete",
            Self::Light => "light",
        }
    }
}

/// Wishes about the equipment (偏好).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preferences {
    /// Indoor units that are wanted; default any.
    pub mountings: Option<Vec<Mounting>>,
    /// The most identical sets in one room.
    pub max_units_per_room: Option<i32>,
}

from_node!(struct Preferences { mountings, max_units_per_room });

/// How an indoor unit is mounted (室内机形式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Mounting {
    /// Concealed, with ducts (风管机).
    Duct,
    /// Cassette for a 600 mm ceiling grid (小型嵌入机).
    CompactCassette,
    /// Cassette (嵌入机).
    Cassette,
    /// Under the ceiling or along the wall at the floor (座吊机).
    CeilingFloor,
    /// Low at the wall (座地机).
    Console,
    /// Cabinet on the floor (柜机).
    FloorStanding,
}

from_node!(
    enum Mounting {
        Duct,
        CompactCassette,
        Cassette,
        CeilingFloor,
        Console,
        FloorStanding,
    }
);

impl Mounting {
    /// The name in JSON, which is also the variant of the labour in the rate book.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Duct => "duct",
            Self::CompactCassette => "compactCassette",
            Self::Cassette => "cassette",
            Self::CeilingFloor => "ceilingFloor",
            Self::Console => "console",
            Self::FloorStanding => "floorStanding",
        }
    }
}
