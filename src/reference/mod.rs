//! Reference data (参考数据): places, weather stations, room types, and what is assumed where nothing is stated.
//!
//! Read once from one file; everything in it names its source.

mod air_leakage;
mod defaults;
mod design;
pub mod envelope;
mod lever;
mod lookup;
mod place;
mod room_type;
pub(crate) mod shape;
mod station;

pub use air_leakage::{AirLeakage, Door, DoorBand, LeakageBand};
pub use defaults::{Assumed, Defaults};
pub use design::{AirChangeBand, Ashrae62, DaySchedule, EquipmentParts, GainParts, PeopleHeat, RoomDesign};
pub use envelope::Envelope;
pub use lever::{Lever, LeverKind};
pub use lookup::NearStation;
pub use place::{Level, Place};
pub use room_type::{IndexCheck, RoomType, Verdict};
pub use station::{Climate, Current, Station, StationChoice, Zone};

use crate::boundary::from_node;
use crate::error::{Error, Fault};
use lookup::{Gazetteer, Province};
use std::collections::BTreeMap;

/// The reference data, checked and indexed.
#[derive(Clone, Debug)]
pub struct Reference {
    file: File,
    digest: String,
    stations: BTreeMap<String, usize>,
    room_types: BTreeMap<String, usize>,
    schedules: BTreeMap<String, usize>,
    gazetteer: Gazetteer,
}

#[derive(Clone, Debug)]
struct File {
    id: String,
    version: u32,
    climate: Climate,
    current: Option<Climate>,
    station_choice: StationChoice,
    provinces: Vec<Province>,
    stations: Vec<Station>,
    places: Vec<place::City>,
    counties: Vec<place::Counties>,
    room_types: Vec<RoomType>,
    schedules: Vec<DaySchedule>,
    gain_parts: GainParts,
    envelope: Envelope,
    air_leakage: AirLeakage,
    defaults: Defaults,
    levers: Vec<Lever>,
}

from_node!(struct File {
    id,
    version,
    climate,
    current,
    station_choice,
    provinces or Vec::new(),
    stations,
    places,
    counties or Vec::new(),
    room_types,
    schedules,
    gain_parts,
    envelope,
    air_leakage,
    defaults,
    levers,
});

impl Reference {
    /// Reads the reference data from JSON text.
    ///
    /// # Errors
    /// With every problem found, up to a hundred.
    #[cfg(feature = "json")]
    pub fn from_json(bytes: &[u8]) -> Result<Self, Error> {
        Self::from_node(crate::boundary::json::parse(bytes, crate::boundary::Limits::LIBRARY)?)
    }

    /// Reads the reference data from a tree.
    ///
    /// # Errors
    /// As [`Reference::from_json`]; also for a duplicate identifier, a place without a station, or envelope data that do not fit together.
    pub fn from_node(mut node: crate::boundary::Node) -> Result<Self, Error> {
        crate::boundary::check::check(&mut node, &shape::REFERENCE)?;
        let digest = crate::boundary::canonical::digest(&node);
        let mut file: File = crate::boundary::decode(node)?;
        let stations = index("stations", file.stations.iter().map(|station| &station.id))?;
        let room_types = index("roomTypes", file.room_types.iter().map(|room_type| &room_type.id))?;
        let schedules = index("schedules", file.schedules.iter().map(|schedule| &schedule.id))?;
        let gazetteer = Gazetteer::of(
            std::mem::take(&mut file.places),
            std::mem::take(&mut file.counties),
            std::mem::take(&mut file.provinces),
            &stations,
        )?;
        for (position, room_type) in file.room_types.iter().enumerate() {
            if room_type.high_w_m2 < room_type.low_w_m2 {
                let fault = Fault::OutOfRange {
                    minimum: room_type.low_w_m2,
                    maximum: 5000.0,
                    found: room_type.high_w_m2.to_string(),
                };
                return Err(Error::new(format!("roomTypes[{position}].highWM2"), fault));
            }
        }
        file.air_leakage.check().map_err(|error| error.within("airLeakage"))?;
        check_designs(&file, &schedules)?;
        check_blind(&file)?;
        file.envelope.check().map_err(|error| error.within("envelope"))?;
        Ok(Self { file, digest, stations, room_types, schedules, gazetteer })
    }

    /// The name of this edition of the data.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.file.id
    }

    /// The version, which rises with every change.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.file.version
    }

    /// The digest of the data's canonical bytes.
    #[must_use]
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Which climate the stations' design conditions are of.
    #[must_use]
    pub fn climate(&self) -> &Climate {
        &self.file.climate
    }

    /// How each place got its station.
    #[must_use]
    pub fn station_choice(&self) -> &StationChoice {
        &self.file.station_choice
    }

    /// Typical build-ups and glazings, and the rule that chooses among them.
    #[must_use]
    pub fn envelope(&self) -> &Envelope {
        &self.file.envelope
    }

    /// What is assumed where the buyer states nothing.
    #[must_use]
    pub fn defaults(&self) -> &Defaults {
        &self.file.defaults
    }

    /// Every room type, in the file's order.
    #[must_use]
    pub fn room_types(&self) -> &[RoomType] {
        &self.file.room_types
    }

    /// The room type `id`, or `None`.
    #[must_use]
    pub fn room_type(&self, id: &str) -> Option<&RoomType> {
        self.room_types.get(id).and_then(|position| self.file.room_types.get(*position))
    }

    /// The station `id`, or `None`.
    #[must_use]
    pub fn station(&self, id: &str) -> Option<&Station> {
        self.stations.get(id).and_then(|position| self.file.stations.get(*position))
    }

    /// Every station, in the file's order.
    #[must_use]
    pub fn stations(&self) -> &[Station] {
        &self.file.stations
    }

    /// Where the newer dry bulbs of the stations come from, if the data has any.
    #[must_use]
    pub fn current_climate(&self) -> Option<&Climate> {
        self.file.current.as_ref()
    }

    /// The hours of a design day named `id`, or `None`.
    #[must_use]
    pub fn schedule(&self, id: &str) -> Option<&DaySchedule> {
        self.schedules.get(id).and_then(|position| self.file.schedules.get(*position))
    }

    /// Every schedule, in the file's order.
    #[must_use]
    pub fn schedules(&self) -> &[DaySchedule] {
        &self.file.schedules
    }

    /// How much of each gain is radiation, light and vapour.
    #[must_use]
    pub fn gain_parts(&self) -> &GainParts {
        &self.file.gain_parts
    }

    /// The parts of the equipment of kind `id`, or `None`.
    #[must_use]
    pub fn equipment_parts(&self, id: &str) -> Option<&EquipmentParts> {
        self.file.gain_parts.equipment.iter().find(|kind| kind.id == id)
    }
}

/// Refuses a room type that names hours, a kind of equipment or a door that is not there.
fn check_designs(file: &File, schedules: &BTreeMap<String, usize>) -> Result<(), Error> {
    for (position, room_type) in file.room_types.iter().enumerate() {
        let design = &room_type.design;
        let unknown = |field: &str, kind, found: &str| {
            let fault = Fault::UnknownReference { kind, found: found.to_owned(), suggestion: None };
            Error::new(format!("roomTypes[{position}].design.{field}"), fault)
        };
        if !schedules.contains_key(&design.schedule.value) {
            return Err(unknown("schedule.value", "schedule", &design.schedule.value));
        }
        if let Some(glazing) =
            design.glazing.as_ref().filter(|usual| file.envelope.glazing(&usual.value).is_none())
        {
            return Err(unknown("glazing.value", "glazing", &glazing.value));
        }
        if file.gain_parts.equipment.iter().all(|kind| kind.id != design.equipment_kind) {
            return Err(unknown("equipmentKind", "equipment kind", &design.equipment_kind));
        }
        if let Some(door) = &design.door
            && file.air_leakage.door(&door.value).is_none()
        {
            return Err(unknown("door.value", "door", &door.value));
        }
    }
    Ok(())
}

/// Refuses a default blind that is not there.
fn check_blind(file: &File) -> Result<(), Error> {
    let found = &file.defaults.inner_blind.value;
    if found == "none" || file.envelope.blind(found).is_some() {
        return Ok(());
    }
    let fault = Fault::UnknownReference { kind: "blind", found: found.clone(), suggestion: None };
    Err(Error::new("defaults.innerBlind.value", fault))
}

fn index<'a>(list: &str, ids: impl Iterator<Item = &'a String>) -> Result<BTreeMap<String, usize>, Error> {
    let mut positions = BTreeMap::new();
    for (position, id) in ids.enumerate() {
        if let Some(other) = positions.insert(id.clone(), position) {
            let fault = Fault::Duplicate { found: id.clone(), other: format!("{list}[{other}].id") };
            return Err(Error::new(format!("{list}[{position}].id"), fault));
        }
    }
    Ok(positions)
}
