//! Completing a project (补全): what the buyer did not state is filled from the reference data, and every such value listed.
//!
//! A completed project gives the same answer as the one it came from, and completing it again fills nothing.

use crate::climate;
use crate::error::{Error, Fault};
use crate::finding::{Assumption, Confidence};
use crate::project::{Installation, Preferences, Project, Room};
use crate::reference::{Assumed, Reference};
use crate::scalar::Scalar;

/// A project with nothing left open, and what was filled.
#[derive(Clone, Debug, PartialEq)]
pub struct Completed {
    /// The project.
    pub project: Project,
    /// Every value that was filled, in the order of the project.
    pub assumptions: Vec<Assumption>,
}

/// Fills what `project` leaves open.
///
/// # Errors
/// As [`Project::checked`]; [`Fault::UnknownReference`] for a city, station or use that is not in the tables;
/// [`Fault::AmbiguousCity`]; [`Fault::EquipmentUnknown`] for a use whose load nobody can default.
pub fn complete(project: &Project, reference: &Reference) -> Result<Completed, Error> {
    let mut filler = Filler { assumptions: Vec::new() };
    let mut completed = project.checked()?;
    complete_site(&mut completed, reference, &mut filler)?;
    let mut problems = Vec::new();
    // Every room will state its own circumstances.
    let shared = completed.installation.take().unwrap_or_default();
    for (index, room) in completed.rooms.iter_mut().enumerate() {
        room.id = Some(project.room_id(index, room));
        match complete_room(room, index, reference, &mut filler) {
            Ok(()) => complete_installation(room, index, &shared, reference, &mut filler),
            Err(error) => problems.extend(error.problems().cloned()),
        }
        // One more than is listed, so that the error can say that there are more.
        if problems.len() > crate::error::MOST_PROBLEMS {
            break;
        }
    }
    Error::from_problems(problems)?;
    let preferences = completed.preferences.get_or_insert_with(Preferences::default);
    let default = &reference.defaults().max_units_per_room;
    filler.fill(&mut preferences.max_units_per_room, "preferences.maxUnitsPerRoom", default, |value| {
        Scalar::Number(f64::from(value))
    });
    Ok(Completed { project: completed, assumptions: filler.assumptions })
}

struct Filler {
    assumptions: Vec<Assumption>,
}

impl Filler {
    /// `sources` are the English and the Chinese sentence.
    fn assume(&mut self, path: String, value: Scalar, sources: [&str; 2], confidence: Confidence) {
        let [source, source_zh] = sources.map(str::to_owned);
        self.assumptions.push(Assumption { path, value, source, source_zh, confidence });
    }

    fn fill<T: Copy>(
        &mut self,
        field: &mut Option<T>,
        path: &str,
        default: &Assumed<T>,
        scalar: impl Fn(T) -> Scalar,
    ) {
        if field.is_none() {
            *field = Some(default.value);
            let sources = [default.source.as_str(), &default.source_zh];
            self.assume(path.to_owned(), scalar(default.value), sources, default.confidence);
        }
    }
}

fn complete_site(project: &mut Project, reference: &Reference, filler: &mut Filler) -> Result<(), Error> {
    if project.site.station_id.is_some() {
        return Ok(());
    }
    let place = climate::find_place(&project.site, reference)?;
    project.site.station_id = Some(place.station_id.clone());
    let choice = reference.station_choice();
    let sources = [choice.source.as_str(), &choice.source_zh];
    filler.assume("site.stationId".into(), place.station_id.clone().into(), sources, choice.confidence);
    Ok(())
}

fn complete_room(
    room: &mut Room,
    index: usize,
    reference: &Reference,
    filler: &mut Filler,
) -> Result<(), Error> {
    let path = |field: &str| format!("rooms[{index}].{field}");
    let room_type = reference.room_type(&room.room_use).ok_or_else(|| {
        let known = reference.room_types().iter().map(|room_type| room_type.id.as_str());
        let suggestion = crate::boundary::check::nearest(&room.room_use, known);
        let found = room.room_use.clone();
        Error::new(path("use"), Fault::UnknownReference { kind: "room type", found, suggestion })
    })?;
    if room_type.asks.is_some() && room.index_w_m2.is_none() {
        let fault = Fault::EquipmentUnknown { room_use: room.room_use.clone() };
        return Err(Error::new(path("indexWM2"), fault));
    }
    if room.cooling_set_point_c.is_none() {
        let value = room_type.cooling_set_point_c;
        room.cooling_set_point_c = Some(value);
        let sources = [room_type.set_point_source.as_str(), &room_type.set_point_source_zh];
        filler.assume(path("coolingSetPointC"), value.into(), sources, room_type.set_point_confidence);
    }
    let humidity = &reference.defaults().relative_humidity;
    filler.fill(&mut room.relative_humidity, &path("relativeHumidity"), humidity, Scalar::Number);
    if room.index_w_m2.is_none() && room.index_position.is_none() {
        complete_position(room, &path("indexPosition"), reference, filler);
    }
    if room.sensible_share.is_none() {
        let value = crate::num::quantise(room_type.sensible_share, 2);
        room.sensible_share = Some(value);
        let sources = [room_type.share_source.as_str(), &room_type.share_source_zh];
        filler.assume(path("sensibleShare"), value.into(), sources, room_type.share_confidence);
    }
    Ok(())
}

/// A room under a roof or behind much glass is estimated at the exposed position of its band, any other at the typical.
fn complete_position(room: &mut Room, path: &str, reference: &Reference, filler: &mut Filler) {
    let rule = reference.index_position();
    let glazed =
        room.facades.iter().flatten().any(|facade| facade.glazing_ratio >= rule.exposed_glazing_ratio);
    let exposed = room.top_floor == Some(true) || glazed;
    let value = if exposed { rule.exposed } else { rule.typical };
    room.index_position = Some(value);
    filler.assume(path.to_owned(), value.into(), [&rule.source, &rule.source_zh], rule.confidence);
}

fn complete_installation(
    room: &mut Room,
    index: usize,
    shared: &Installation,
    reference: &Reference,
    filler: &mut Filler,
) {
    let defaults = reference.defaults();
    let own = room.installation.get_or_insert_with(Installation::default);
    let path = |field: &str| format!("rooms[{index}].installation.{field}");
    let number = Scalar::Number;
    own.pipe_run_m = own.pipe_run_m.or(shared.pipe_run_m);
    filler.fill(&mut own.pipe_run_m, &path("pipeRunM"), &defaults.pipe_run_m, number);
    own.height_difference_m = own.height_difference_m.or(shared.height_difference_m);
    filler.fill(
        &mut own.height_difference_m,
        &path("heightDifferenceM"),
        &defaults.height_difference_m,
        number,
    );
    own.drain_run_m = own.drain_run_m.or(shared.drain_run_m);
    filler.fill(&mut own.drain_run_m, &path("drainRunM"), &defaults.drain_run_m, number);
    own.power_cable_run_m = own.power_cable_run_m.or(shared.power_cable_run_m);
    filler.fill(&mut own.power_cable_run_m, &path("powerCableRunM"), &defaults.power_cable_run_m, number);
    own.install_height_m = own.install_height_m.or(shared.install_height_m);
    filler.fill(&mut own.install_height_m, &path("installHeightM"), &defaults.install_height_m, number);
    own.storey = own.storey.or(shared.storey);
    filler.fill(&mut own.storey, &path("storey"), &defaults.storey, |value| number(f64::from(value)));
    own.outdoor_place = own.outdoor_place.or(shared.outdoor_place);
    filler.fill(&mut own.outdoor_place, &path("outdoorPlace"), &defaults.outdoor_place, |value| {
        value.as_str().into()
    });
    own.wall = own.wall.or(shared.wall);
    filler.fill(&mut own.wall, &path("wall"), &defaults.wall, |value| value.as_str().into());
}
