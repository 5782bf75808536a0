//! The room as the heat balance sees it (房间热模型): surfaces, windows, gains, air and plant.

mod outdoor_air;

pub use outdoor_air::{OutdoorAir, SupplyState, Treatment};

use crate::error::{Error, Fault};
use crate::load::conduction::Conduction;
use crate::load::construction::{Construction, within};
use crate::load::cross_check::Checks;
use crate::load::glazing::{Glass, Glazing, InnerBlind, OuterScreen};
use crate::load::shade::WindowPlace;
use crate::load::space_load::NamedFactor;
use std::collections::BTreeMap;

/// The most surfaces of one room, its windows and furniture counted.
pub const MOST_FACES: usize = 100;

/// The largest room, m³. This and the bounds below are judgements that keep out slips.
pub(crate) const MOST_VOLUME_M3: f64 = 2_000_000.0;
/// The most light, W for a square metre of floor.
pub(crate) const MOST_LIGHT_W_M2: f64 = 1000.0;
/// The most equipment, W for a square metre of floor.
pub(crate) const MOST_EQUIPMENT_W_M2: f64 = 20_000.0;
/// The most outdoor air that nobody asked for, room volumes an hour.
pub(crate) const MOST_AIR_CHANGES_PER_H: f64 = 100.0;

/// A value for every hour of the day, from 0 to 1: entry 0 holds from midnight to one o'clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Schedule([f64; 24]);

impl Schedule {
    /// A schedule of 24 fractions.
    ///
    /// # Errors
    /// [`Fault::TooFewItems`] or [`Fault::TooManyItems`] unless there are 24; [`Fault::OutOfRange`] with the position of a value
    /// outside 0 to 1.
    pub fn new(values: &[f64]) -> Result<Self, Error> {
        let Ok(hours) = <[f64; 24]>::try_from(values) else {
            let fault = if values.len() < 24 {
                Fault::TooFewItems { minimum: 24 }
            } else {
                Fault::TooManyItems { maximum: 24 }
            };
            return Err(Error::new("", fault));
        };
        for (hour, value) in hours.iter().enumerate() {
            within("", *value, 0.0, 1.0).map_err(|error| error.within(&format!("[{hour}]")))?;
        }
        Ok(Self(hours))
    }

    /// The same value at every hour, brought to 0 to 1.
    #[must_use]
    pub fn constant(value: f64) -> Self {
        Self([if value.is_nan() { 0.0 } else { value.clamp(0.0, 1.0) }; 24])
    }

    /// The values by hour of the day.
    #[must_use]
    pub fn hours(&self) -> &[f64; 24] {
        &self.0
    }
}

/// What a surface has on its far side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Boundary {
    /// Sun, sky, wind and outdoor air.
    Outdoors,
    /// A room like this one: the far face has at every moment the temperature of the near face.
    Adiabatic,
    /// A far face that is held at a temperature: ground (地面), or a space that is not conditioned behind its film.
    Held {
        /// On a cooling day, °C.
        cooling_c: f64,
        /// On the heating day, °C.
        heating_c: f64,
    },
}

/// A window of a surface.
#[derive(Clone, Debug, PartialEq)]
pub struct Window {
    /// Its size, place and what shades it.
    pub place: WindowPlace,
    /// The name of its glazing in the [`Fabric`].
    pub glazing: String,
}

/// A wall, roof or floor of the room.
#[derive(Clone, Debug, PartialEq)]
pub struct Surface {
    /// Its name, which stands in the answer.
    pub name: String,
    /// What lies beyond.
    pub boundary: Boundary,
    /// The direction of the outward normal, degrees clockwise from north.
    pub azimuth_deg: f64,
    /// The angle between the outward normal and the zenith, degrees: 0 a roof, 90 a wall, 180 a floor.
    pub tilt_deg: f64,
    /// Width seen from outside, m; of what lies flat, the width of the room.
    pub width_m: f64,
    /// Height, m; of what lies flat, the depth of the room.
    pub height_m: f64,
    /// The name of its construction in the [`Fabric`].
    pub construction: String,
    /// Its windows.
    pub windows: Vec<Window>,
}

/// Furniture (家具): mass that only the room air and the room's faces see. Its far face mirrors the near one.
#[derive(Clone, Debug, PartialEq)]
pub struct Furniture {
    /// Exposed area, m².
    pub area_m2: f64,
    /// The name of its construction in the [`Fabric`].
    pub construction: String,
}

/// People (人员).
#[derive(Clone, Debug, PartialEq)]
pub struct People {
    /// How many at most.
    pub count: f64,
    /// Sensible heat of one, W.
    pub sensible_w: f64,
    /// Latent heat of one, W.
    pub latent_w: f64,
    /// Long-wave radiation as a part of the sensible heat, 0 to 1.
    pub radiant_fraction: f64,
    /// How many of them are there, as a fraction.
    pub schedule: Schedule,
}

/// Lights (照明).
#[derive(Clone, Debug, PartialEq)]
pub struct Lights {
    /// Power, W for a square metre of floor.
    pub power_w_m2: f64,
    /// Long-wave radiation as a part of the power, 0 to 1.
    pub radiant_fraction: f64,
    /// Light as a part of the power, 0 to 1; the rest is convective.
    pub visible_fraction: f64,
    /// The part that is on.
    pub schedule: Schedule,
}

/// Equipment (设备).
#[derive(Clone, Debug, PartialEq)]
pub struct Equipment {
    /// Power, W for a square metre of floor.
    pub power_w_m2: f64,
    /// Long-wave radiation as a part of the power, 0 to 1.
    pub radiant_fraction: f64,
    /// Vapour as a part of the power, 0 to 1; the rest is convective.
    pub latent_fraction: f64,
    /// The part that is on.
    pub schedule: Schedule,
}

/// Infiltration (渗透风): outdoor air that nobody asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Infiltration {
    /// Outdoor air at outdoor density, room volumes an hour.
    pub air_changes_per_h: f64,
    /// The part of it, by hour.
    pub schedule: Schedule,
}

/// The plant (空调运行).
#[derive(Clone, Debug, PartialEq)]
pub struct Plant {
    /// Set temperature for cooling, °C.
    pub cooling_set_point_c: f64,
    /// Set temperature for heating, °C, not above that for cooling.
    pub heating_set_point_c: f64,
    /// Relative humidity not to be exceeded while cooling, 0 to 1.
    pub relative_humidity: f64,
    /// The hours of a cooling day at which it runs.
    pub on: [bool; 24],
    /// Hours after a start that do not count for sizing (预冷时间), because the plant may start that much earlier: 0 to 12.
    pub pre_cool_hours: u32,
    /// What intermittent use adds to the heating of the room (间歇附加), a part of it from 0 to 2, if anything.
    pub heating_addition: Option<NamedFactor>,
}

/// A room (房间).
#[derive(Clone, Debug, PartialEq)]
pub struct Space {
    /// Its identifier, which stands in the answer.
    pub id: String,
    /// Floor area, m².
    pub floor_area_m2: f64,
    /// Air volume, m³.
    pub volume_m3: f64,
    /// Walls, roofs, floors.
    pub surfaces: Vec<Surface>,
    /// Furniture, if any.
    pub furniture: Option<Furniture>,
    /// People.
    pub people: People,
    /// Lights.
    pub lights: Lights,
    /// Equipment.
    pub equipment: Equipment,
    /// Infiltration.
    pub infiltration: Infiltration,
    /// Outdoor air while the plant runs.
    pub outdoor_air: OutdoorAir,
    /// Set-points and hours.
    pub plant: Plant,
    /// What the load is to be held against.
    pub checks: Checks,
}

/// Constructions and glazings, worked out once and shared by rooms.
#[derive(Clone, Debug, Default)]
pub struct Fabric {
    constructions: BTreeMap<String, (Construction, Conduction)>,
    glazings: BTreeMap<String, Glazing>,
}

impl Fabric {
    /// Without constructions and glazings.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a construction under `name`, replacing the one of that name.
    ///
    /// # Errors
    /// As [`Construction::check`] and [`Conduction::of`], within `constructions.<name>`.
    pub fn construction(&mut self, name: &str, construction: Construction) -> Result<(), Error> {
        self.add_construction(name, construction)
            .map_err(|error| error.within(&format!("constructions.{name}")))
    }

    /// As [`Fabric::construction`], with the paths of the construction alone.
    pub(crate) fn add_construction(&mut self, name: &str, construction: Construction) -> Result<(), Error> {
        construction.check()?;
        let conduction = Conduction::of(&construction.layers)?;
        self.constructions.insert(name.to_owned(), (construction, conduction));
        Ok(())
    }

    /// Adds a glazing under `name`, replacing the one of that name.
    ///
    /// # Errors
    /// As [`Glazing::of`], within `glazings.<name>`.
    pub fn glazing(
        &mut self,
        name: &str,
        glass: &Glass,
        blind: Option<&InnerBlind>,
        screen: Option<&OuterScreen>,
    ) -> Result<(), Error> {
        let glazing =
            Glazing::of(glass, blind, screen).map_err(|error| error.within(&format!("glazings.{name}")))?;
        self.glazings.insert(name.to_owned(), glazing);
        Ok(())
    }

    /// Whether it has a construction of that name.
    pub(crate) fn has_construction(&self, name: &str) -> bool {
        self.constructions.contains_key(name)
    }

    /// Whether it has a glazing of that name.
    pub(crate) fn has_glazing(&self, name: &str) -> bool {
        self.glazings.contains_key(name)
    }

    pub(crate) fn find_construction(&self, name: &str) -> Result<&(Construction, Conduction), Error> {
        self.constructions.get(name).ok_or_else(|| unknown("construction", name))
    }

    pub(crate) fn find_glazing(&self, name: &str) -> Result<&Glazing, Error> {
        self.glazings.get(name).ok_or_else(|| unknown("glazing", name))
    }
}

fn unknown(kind: &'static str, name: &str) -> Error {
    Error::new(kind, Fault::UnknownReference { kind, found: name.to_owned(), suggestion: None })
}

impl Space {
    /// Whether every figure is one that a room can have.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] with the path of the figure, [`Fault::TooManyItems`] for more than
    /// [`MOST_FACES`] faces, [`Fault::NeverOn`] for a plant that never runs, [`Fault::FractionsExceedOne`] for parts that together
    /// are more than the whole.
    pub fn check(&self) -> Result<(), Error> {
        within("floorAreaM2", self.floor_area_m2, 0.1, 100_000.0)?;
        within("volumeM3", self.volume_m3, 0.1, MOST_VOLUME_M3)?;
        let faces = self.surfaces.len()
            + self.surfaces.iter().map(|surface| surface.windows.len()).sum::<usize>()
            + usize::from(self.furniture.is_some());
        if faces > MOST_FACES {
            let maximum = crate::num::count(MOST_FACES);
            return Err(Error::new("surfaces", Fault::TooManyItems { maximum }));
        }
        if self.surfaces.len() < 2 {
            return Err(Error::new("surfaces", Fault::TooFewItems { minimum: 2 }));
        }
        for (index, surface) in self.surfaces.iter().enumerate() {
            surface.check().map_err(|error| error.within(&format!("surfaces[{index}]")))?;
        }
        if let Some(furniture) = &self.furniture {
            within("furniture.areaM2", furniture.area_m2, 0.01, 1_000_000.0)?;
        }
        self.check_gains()?;
        self.outdoor_air.check().map_err(|error| error.within("outdoorAir"))?;
        self.checks.check().map_err(|error| error.within("checks"))?;
        let plant = &self.plant;
        within("plant.coolingSetPointC", plant.cooling_set_point_c, 10.0, 40.0)?;
        let warmest = plant.cooling_set_point_c.min(35.0);
        within("plant.heatingSetPointC", plant.heating_set_point_c, -10.0, warmest)?;
        within("plant.relativeHumidity", plant.relative_humidity, 0.05, 1.0)?;
        within("plant.preCoolHours", f64::from(plant.pre_cool_hours), 0.0, 12.0)?;
        if let Some(addition) = &plant.heating_addition {
            within("plant.heatingAddition.value", addition.value, 0.0, 2.0)?;
        }
        if plant.on.iter().any(|on| *on) { Ok(()) } else { Err(Error::new("plant.on", Fault::NeverOn)) }
    }

    fn check_gains(&self) -> Result<(), Error> {
        let (people, lights, equipment) = (&self.people, &self.lights, &self.equipment);
        within("people.count", people.count, 0.0, 100_000.0)?;
        within("people.sensibleW", people.sensible_w, 0.0, 1000.0)?;
        within("people.latentW", people.latent_w, 0.0, 1000.0)?;
        within("people.radiantFraction", people.radiant_fraction, 0.0, 1.0)?;
        within("lights.powerWM2", lights.power_w_m2, 0.0, MOST_LIGHT_W_M2)?;
        parts(
            "lights",
            [("radiantFraction", lights.radiant_fraction), ("visibleFraction", lights.visible_fraction)],
        )?;
        within("equipment.powerWM2", equipment.power_w_m2, 0.0, MOST_EQUIPMENT_W_M2)?;
        let fractions =
            [("radiantFraction", equipment.radiant_fraction), ("latentFraction", equipment.latent_fraction)];
        parts("equipment", fractions)?;
        within(
            "infiltration.airChangesPerH",
            self.infiltration.air_changes_per_h,
            0.0,
            MOST_AIR_CHANGES_PER_H,
        )
    }
}

/// Refuses parts of one whole that are no fractions or together more than it.
fn parts(path: &str, parts: [(&str, f64); 2]) -> Result<(), Error> {
    for (name, part) in parts {
        within(&format!("{path}.{name}"), part, 0.0, 1.0)?;
    }
    let sum: f64 = parts.iter().map(|(_, part)| part).sum();
    // Decimals such as 0.7 + 0.3 miss one by a last bit.
    if sum > 1.0 + 1e-9 {
        return Err(Error::new(path, Fault::FractionsExceedOne { sum: crate::num::quantise(sum, 6) }));
    }
    Ok(())
}

impl Surface {
    /// Area with its windows, m².
    #[must_use]
    pub fn area_m2(&self) -> f64 {
        self.width_m * self.height_m
    }

    fn check(&self) -> Result<(), Error> {
        within("azimuthDeg", self.azimuth_deg, -360.0, 360.0)?;
        within("tiltDeg", self.tilt_deg, 0.0, 180.0)?;
        within("widthM", self.width_m, 0.01, 500.0)?;
        within("heightM", self.height_m, 0.01, 500.0)?;
        if let Boundary::Held { cooling_c, heating_c } = self.boundary {
            within("boundary.coolingC", cooling_c, -60.0, 80.0)?;
            within("boundary.heatingC", heating_c, -60.0, 80.0)?;
        }
        if !self.windows.is_empty() && self.boundary != Boundary::Outdoors {
            return Err(Error::new("windows", Fault::WindowNotOutdoors));
        }
        Ok(())
    }
}
