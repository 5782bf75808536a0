//! Design values of room types (房间设计参数): gains, outdoor air, heating, and the hours of a design day.

use super::Assumed;
use crate::boundary::from_node;
use crate::finding::Confidence;

/// What a computed load takes for a room of a type where the buyer states nothing.
#[derive(Clone, Debug)]
pub struct RoomDesign {
    /// Floor area of one person (人均面积) at design occupancy, m².
    pub m2_per_person: Assumed<f64>,
    /// Heat of one person at 26 °C.
    pub people_heat: Assumed<PeopleHeat>,
    /// Lighting power (照明功率密度), W/m².
    pub lighting_w_m2: Assumed<f64>,
    /// Equipment power (设备功率密度), W/m²; absent where nobody can default it, and the type asks for it.
    pub equipment_w_m2: Option<Assumed<f64>>,
    /// The kind of its equipment in [`GainParts::equipment`].
    pub equipment_kind: String,
    /// Outdoor air of one person (人均新风量) after GB 50736, m³/h, at up to 0.4, up to 1.0 and above 1.0 persons/m²; absent
    /// where people do not decide it.
    pub outdoor_air_m3_h_person: Option<Assumed<[f64; 3]>>,
    /// Outdoor air after GB 50736 as air changes (换气次数), by floor area of one person; absent where the standard counts people.
    pub outdoor_air_changes: Option<Assumed<Vec<AirChangeBand>>>,
    /// Outdoor air after ASHRAE 62.1; absent where no row of it fits.
    pub ashrae621: Option<Assumed<Ashrae62>>,
    /// Clear height (净高), m.
    pub height_m: Assumed<f64>,
    /// Glass over the area of its façade (窗墙比), 0 to 1.
    pub glazing_ratio: Assumed<f64>,
    /// The usual glazing in the envelope data, where the use and not the code of its year decides it, as at street fronts.
    pub glazing: Option<Assumed<String>>,
    /// The usual street door in [`AirLeakage::doors`](super::AirLeakage::doors); absent where the public does not come in from
    /// outdoors.
    pub door: Option<Assumed<String>>,
    /// Whether its exhaust (排风) decides the outdoor air and has to be asked for.
    pub exhaust_asked: bool,
    /// Room dry bulb in winter, °C; absent where nobody heats.
    pub heating_set_point_c: Option<Assumed<f64>>,
    /// The [`DaySchedule`].
    pub schedule: Assumed<String>,
}

from_node!(struct RoomDesign {
    m2_per_person,
    people_heat,
    lighting_w_m2,
    equipment_w_m2,
    equipment_kind,
    outdoor_air_m3_h_person,
    outdoor_air_changes,
    ashrae621,
    height_m,
    glazing_ratio,
    glazing,
    door,
    exhaust_asked or false,
    heating_set_point_c,
    schedule,
});

/// Air changes up to a floor area of one person.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AirChangeBand {
    /// The band holds up to this area, m²; the last has none.
    pub m2_per_person_to: Option<f64>,
    /// Room volumes an hour.
    pub air_changes_per_h: f64,
}

from_node!(struct AirChangeBand { m2_per_person_to, air_changes_per_h });

impl RoomDesign {
    /// Outdoor air after GB 50736 as air changes an hour where each person has `m2_per_person`, or `None` where the standard counts
    /// people.
    ///
    /// Tables 3.0.6-2 and 3.0.6-3 of the standard; an end belongs to its band.
    #[must_use]
    pub fn gb50736_air_changes_per_h(&self, m2_per_person: f64) -> Option<f64> {
        let bands = &self.outdoor_air_changes.as_ref()?.value;
        let holds = |band: &&AirChangeBand| band.m2_per_person_to.is_none_or(|end| m2_per_person <= end);
        bands.iter().find(holds).map(|band| band.air_changes_per_h)
    }

    /// Whether the buyer must state the equipment power, because nobody can default it.
    #[must_use]
    pub fn asks_equipment(&self) -> bool {
        self.equipment_w_m2.is_none()
    }

    /// Outdoor air of one person after GB 50736, m³/h, at `persons_per_m2`, or `None` where people do not decide it.
    ///
    /// Table 3.0.6-4 of the standard: its first value holds up to 0.4, its second up to 1.0, both included.
    #[must_use]
    pub fn gb50736_m3_h_person(&self, persons_per_m2: f64) -> Option<f64> {
        let [few, some, many] = self.outdoor_air_m3_h_person.as_ref()?.value;
        Some(if persons_per_m2 <= 0.4 {
            few
        } else if persons_per_m2 <= 1.0 {
            some
        } else {
            many
        })
    }
}

/// Outdoor air (新风量) after ASHRAE 62.1: that of the persons and that of the floor add up.
#[derive(Clone, Debug, PartialEq)]
pub struct Ashrae62 {
    /// Of one person, L/s.
    pub l_s_person: f64,
    /// Of the floor, L/(s m²).
    pub l_s_m2: f64,
    /// The row of the standard.
    pub space: String,
}

from_node!(struct Ashrae62 { l_s_person, l_s_m2, space });

/// Heat of one person (人体散热).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeopleHeat {
    /// Sensible, W.
    pub sensible_w: f64,
    /// Latent, W.
    pub latent_w: f64,
}

from_node!(struct PeopleHeat { sensible_w, latent_w });

/// The hours of a design day (设计日作息): entry 0 holds from midnight to one o'clock.
#[derive(Clone, Debug)]
pub struct DaySchedule {
    /// What a room type names.
    pub id: String,
    /// The Chinese name.
    pub name_zh: String,
    /// People, as a part of design occupancy.
    pub people: [f64; 24],
    /// Lights, as a part of their power.
    pub lights: [f64; 24],
    /// Equipment, as a part of its power.
    pub equipment: [f64; 24],
    /// Whether the plant runs.
    pub on: [bool; 24],
    /// Where the hours come from, in English.
    pub source: String,
    /// Where the hours come from, in Chinese.
    pub source_zh: String,
    /// How far they can be trusted.
    pub confidence: Confidence,
}

from_node!(struct DaySchedule { id, name_zh, people, lights, equipment, on, source, source_zh, confidence });

/// How much of each gain is radiation, light and vapour; the rest is convective.
#[derive(Clone, Debug)]
pub struct GainParts {
    /// Long-wave radiation as a part of the sensible heat of people, 0 to 1.
    pub people_radiant: Assumed<f64>,
    /// Long-wave radiation as a part of lighting power, 0 to 1.
    pub lights_radiant: Assumed<f64>,
    /// Light as a part of lighting power, 0 to 1.
    pub lights_visible: Assumed<f64>,
    /// By kind of equipment.
    pub equipment: Vec<EquipmentParts>,
}

from_node!(struct GainParts { people_radiant, lights_radiant, lights_visible, equipment });

/// How much of the power of a kind of equipment is radiation and vapour.
#[derive(Clone, Debug)]
pub struct EquipmentParts {
    /// What a room type names.
    pub id: String,
    /// Long-wave radiation as a part of the power, 0 to 1.
    pub radiant: f64,
    /// Vapour as a part of the power, 0 to 1.
    pub latent: f64,
    /// Where the parts come from, in English.
    pub source: String,
    /// Where the parts come from, in Chinese.
    pub source_zh: String,
    /// How far they can be trusted.
    pub confidence: Confidence,
}

from_node!(struct EquipmentParts { id, radiant, latent, source, source_zh, confidence });
