//! What no single field shows: names used twice, one thing stated two ways, parts that belong together.

use super::construction::Construction;
use super::envelope::Facade;
use super::{Project, Room, Site};
use crate::error::{Error, Fault, Problem};
use std::collections::BTreeMap;

/// Refuses a project that contradicts itself, with every contradiction.
///
/// # Errors
/// [`Fault::Duplicate`] for two rooms, constructions or glazings of one name; [`Fault::Conflict`] for one thing that is stated
/// two ways; [`Fault::MissingField`] for what another field needs.
pub(crate) fn check(project: &Project) -> Result<(), Error> {
    let mut finder = Finder { problems: Vec::new() };
    finder.names(
        "rooms",
        "id",
        project.rooms.iter().enumerate().map(|(index, room)| project.room_id(index, room)),
    );
    let constructions = project.constructions.iter().flatten();
    finder.names("constructions", "name", constructions.clone().map(|one| one.name.clone()));
    finder.names("glazings", "name", project.glazings.iter().flatten().map(|one| one.name.clone()));
    finder.site(&project.site);
    for (index, construction) in constructions.enumerate() {
        finder.construction(construction, &format!("constructions[{index}]"));
    }
    for (index, room) in project.rooms.iter().enumerate() {
        finder.room(room, &format!("rooms[{index}]"));
    }
    if project.rooms.is_empty() && project.requests().is_empty() {
        finder.missing("rooms".to_owned());
    }
    finder.requests(project);
    Error::from_problems(finder.problems)
}

/// What one traded horsepower may be, kW: models of Chinese makers are named from 2.3 (a small one) to 2.6 kW a horsepower; beyond this
/// width the two figures are of different machines.
const HORSEPOWER_KW: (f64, f64) = (2.0, 3.0);

struct Finder {
    problems: Vec<Problem>,
}

impl Finder {
    fn report(&mut self, path: String, fault: Fault) {
        self.problems.push(Problem { path, fault });
    }

    fn missing(&mut self, path: String) {
        self.report(path, Fault::MissingField);
    }

    /// Refuses the second of two fields that say one thing.
    fn either(&mut self, path: &str, first: (&str, bool), second: (&str, bool)) {
        if first.1 && second.1 {
            self.report(
                format!("{path}.{}", second.0),
                Fault::Conflict { other: format!("{path}.{}", first.0) },
            );
        }
    }

    fn names(&mut self, list: &str, field: &str, names: impl Iterator<Item = String>) {
        let mut seen = BTreeMap::new();
        for (index, name) in names.enumerate() {
            let path = format!("{list}[{index}].{field}");
            if let Some(other) = seen.insert(name.clone(), path.clone()) {
                self.report(path, Fault::Duplicate { found: name, other });
            }
        }
    }

    /// Requests have names of their own, something to be found by, and a room that the project has.
    fn requests(&mut self, project: &Project) {
        let rooms: BTreeMap<String, usize> = project
            .rooms
            .iter()
            .enumerate()
            .map(|(index, room)| (project.room_id(index, room), index))
            .collect();
        let ids = project.requests().iter().enumerate();
        let ids: Vec<String> = ids.map(|(index, request)| project.request_id(index, request)).collect();
        for (index, id) in ids.iter().enumerate() {
            if let Some(room) = rooms.get(id) {
                let (path, other) = (format!("requested[{index}].id"), format!("rooms[{room}].id"));
                self.report(path, Fault::Duplicate { found: id.clone(), other });
            }
        }
        self.names("requested", "id", ids.into_iter());
        for (index, request) in project.requests().iter().enumerate() {
            let path = format!("requested[{index}]");
            if request.model.is_none() && request.cooling_kw.is_none() && request.horsepower.is_none() {
                self.missing(format!("{path}.model"));
            }
            if let (Some(cooling_kw), Some(horsepower)) = (request.cooling_kw, request.horsepower) {
                let each = cooling_kw / horsepower;
                if !(HORSEPOWER_KW.0..=HORSEPOWER_KW.1).contains(&each) {
                    let other = format!("{path}.coolingKw");
                    self.report(format!("{path}.horsepower"), Fault::Conflict { other });
                }
            }
            if let Some(room) = &request.room {
                if !rooms.contains_key(room) {
                    let fault =
                        Fault::UnknownReference { kind: "room", found: room.clone(), suggestion: None };
                    self.report(format!("{path}.room"), fault);
                }
                let stated = request.installation.is_some();
                self.either(&path, ("room", true), ("installation", stated));
            }
        }
    }

    fn site(&mut self, site: &Site) {
        let point = site.latitude.is_some() || site.longitude.is_some();
        self.either("site", ("city", site.city.is_some()), ("adcode", site.adcode.is_some()));
        self.either("site", ("stationId", site.station_id.is_some()), ("design", site.design.is_some()));
        self.either("site", ("design", site.design.is_some()), ("climate", site.climate.is_some()));
        if point {
            for (field, value) in [("latitude", site.latitude), ("longitude", site.longitude)] {
                if value.is_none() {
                    self.missing(format!("site.{field}"));
                }
            }
        }
        if site.design.is_some() {
            // The sun needs to know where and when, and no station tells.
            let needed = [
                ("latitude", site.latitude),
                ("longitude", site.longitude),
                ("elevationM", site.elevation_m),
                ("utcOffsetH", site.utc_offset_h),
            ];
            for (field, value) in needed {
                // A point that lacks one of its two numbers has been reported.
                if value.is_none() && (!point || !["latitude", "longitude"].contains(&field)) {
                    self.missing(format!("site.{field}"));
                }
            }
        } else if site.city.is_none() && site.adcode.is_none() && site.station_id.is_none() && !point {
            self.missing("site.city".to_owned());
        }
    }

    fn construction(&mut self, construction: &Construction, path: &str) {
        let (layers, u_value) = (construction.layers.is_some(), construction.u_w_m2_k.is_some());
        self.either(path, ("layers", layers), ("uWM2K", u_value));
        if !layers && !u_value {
            self.missing(format!("{path}.layers"));
        }
        if u_value && construction.element.is_none() {
            self.missing(format!("{path}.element"));
        }
        for (index, layer) in construction.layers.iter().flatten().enumerate() {
            let path = format!("{path}.layers[{index}]");
            let solid = [
                ("thicknessM", layer.thickness_m),
                ("conductivityWMK", layer.conductivity_w_m_k),
                ("densityKgM3", layer.density_kg_m3),
                ("specificHeatJKgK", layer.specific_heat_j_kg_k),
            ];
            match (layer.resistance_m2_k_w, solid.iter().find(|(_, value)| value.is_some())) {
                (Some(_), Some((field, _))) => {
                    let other = format!("{path}.resistanceM2KW");
                    self.report(format!("{path}.{field}"), Fault::Conflict { other });
                }
                (Some(_), None) => {}
                (None, _) => {
                    for (field, value) in solid {
                        if value.is_none() {
                            self.missing(format!("{path}.{field}"));
                        }
                    }
                }
            }
        }
    }

    fn room(&mut self, room: &Room, path: &str) {
        let surfaces = ("surfaces", room.surfaces.is_some());
        let others = [
            ("facades", room.facades.is_some()),
            ("above", room.above.is_some()),
            ("below", room.below.is_some()),
            ("beside", room.beside.is_some()),
            ("aboveConstruction", room.above_construction.is_some()),
            ("belowConstruction", room.below_construction.is_some()),
            ("besideConstruction", room.beside_construction.is_some()),
        ];
        for other in others {
            self.either(path, surfaces, other);
        }
        for (index, surface) in room.surfaces.iter().flatten().enumerate() {
            for (window, stated) in surface.windows.iter().enumerate() {
                if stated.glazing.is_none() {
                    self.missing(format!("{path}.surfaces[{index}].windows[{window}].glazing"));
                }
            }
        }
        for (index, facade) in room.facades.iter().flatten().enumerate() {
            self.facade(facade, &format!("{path}.facades[{index}]"));
        }
        if let Some(people) = &room.people {
            let per_area = ("m2PerPerson", people.m2_per_person.is_some());
            self.either(&format!("{path}.people"), ("count", people.count.is_some()), per_area);
        }
        let powers = [
            ("lights", room.lights.as_ref().map(|lights| (lights.power_w_m2, lights.power_w))),
            ("equipment", room.equipment.as_ref().map(|equipment| (equipment.power_w_m2, equipment.power_w))),
        ];
        for (field, power) in powers {
            if let Some((per_area, whole)) = power {
                let per_area = ("powerWM2", per_area.is_some());
                self.either(&format!("{path}.{field}"), per_area, ("powerW", whole.is_some()));
            }
        }
        if let Some(load) = &room.stated_load
            && load.sensible_w > load.total_w
        {
            let (minimum, maximum) = (0.0, f64::from(load.total_w));
            let fault = Fault::OutOfRange { minimum, maximum, found: load.sensible_w.to_string() };
            self.report(format!("{path}.statedLoad.sensibleW"), fault);
        }
    }

    fn facade(&mut self, facade: &Facade, path: &str) {
        let azimuth = ("azimuthDeg", facade.azimuth_deg.is_some());
        self.either(path, ("facing", facade.facing.is_some()), azimuth);
        let windows = facade.windows.is_some();
        self.either(path, ("windows", windows), ("glazingRatio", facade.glazing_ratio.is_some()));
    }
}
