//! What a room leaves open about its walls, windows, roof and floor.

use super::around::{Around, RoomPath, unknown};
use super::filler::{Filler, Origin};
use super::plan::{Plan, azimuth_of};
use crate::error::{Error, Fault};
use crate::finding::Confidence;
use crate::num;
use crate::project::construction::Finish;
use crate::project::envelope::SeasonTemperatures;
use crate::project::{Above, Below, Beside, Facade, Project, Room, Surface, SurfaceBoundary};
use crate::reference::envelope::{Chosen, Floor, MassClass};
use crate::reference::{Reference, RoomType, Zone};

/// The name of a blind that is not there.
pub(crate) const NO_BLIND: &str = "none";

/// The sides of a floor that can be meant, m.
const SIDES_M: (f64, f64) = (0.5, 500.0);

const SQUARE: Origin<'static> = Origin {
    sources: [
        "a rectangular floor of the stated area, square where no width is stated",
        "按面积取矩形平面；未给宽度时取正方形",
    ],
    confidence: Confidence::Low,
};
const MEDIUM_MASS: Origin<'static> =
    Origin { sources: ["neither light nor heavy", "取中等热容"], confidence: Confidence::Low };

/// Fills the faces of the project's constructions.
pub(super) fn complete_constructions(project: &mut Project, reference: &Reference, filler: &mut Filler) {
    let values = reference.envelope().values();
    for (index, construction) in project.constructions.iter_mut().flatten().enumerate() {
        let path = |field: &str| format!("constructions[{index}].{field}");
        if construction.u_w_m2_k.is_some() && construction.mass.is_none() {
            construction.mass = Some(MassClass::Medium);
            filler.assume(path("mass"), MassClass::Medium.as_str().into(), MEDIUM_MASS);
        }
        let open = Finish { solar_absorptance: None, emissivity: None };
        let sides = [
            ("inside", &mut construction.inside, &values.inside_solar_absorptance),
            ("outside", &mut construction.outside, &values.outside_solar_absorptance),
        ];
        for (side, finish, absorptance) in sides {
            let finish = finish.get_or_insert(open);
            filler.number(
                &mut finish.solar_absorptance,
                &path(&format!("{side}.solarAbsorptance")),
                absorptance,
            );
            filler.number(&mut finish.emissivity, &path(&format!("{side}.emissivity")), &values.emissivity);
        }
        let roughness = &values.roughness;
        filler.fill(&mut construction.roughness, &path("roughness"), roughness, |face| face.as_str().into());
    }
}

pub(super) fn complete_envelope(
    room: &mut Room,
    room_type: &RoomType,
    path: RoomPath,
    around: &Around<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    if room.surfaces.is_none() {
        let chooser = Chooser::of(around)?;
        complete_facades(room, room_type, path, &chooser, filler)?;
        complete_neighbours(room, path, &chooser, filler)?;
    }
    complete_temperatures(room, path, around, filler);
    check_names(room, path, around)
}

/// What chooses build-ups: the thermal zone and the year.
struct Chooser<'a> {
    reference: &'a Reference,
    zone: Option<Zone>,
    year: i32,
}

impl<'a> Chooser<'a> {
    fn of(around: &Around<'a>) -> Result<Self, Error> {
        let year = around.project.building.as_ref().and_then(|building| building.year);
        let year = year.ok_or_else(|| Error::new("building.year", Fault::MissingField))?;
        Ok(Self { reference: around.reference, zone: around.project.site.zone, year })
    }

    fn zone(&self) -> Result<Zone, Error> {
        self.zone.ok_or_else(|| Error::new("site.zone", Fault::MissingField))
    }

    /// Fills the name of a construction that `choose` gives for the zone and the year.
    fn fill(
        &self,
        field: &mut Option<String>,
        path: &str,
        choose: impl Fn(Zone) -> Option<Chosen<'a>>,
        filler: &mut Filler,
    ) -> Result<(), Error> {
        if field.is_some() {
            return Ok(());
        }
        let chosen = choose(self.zone()?).ok_or_else(|| Error::new(path, Fault::MissingField))?;
        let origin = Origin { sources: [chosen.source, chosen.source_zh], confidence: chosen.confidence };
        filler.name(field, path, &chosen.archetype.id, origin);
        Ok(())
    }
}

fn complete_facades(
    room: &mut Room,
    room_type: &RoomType,
    path: RoomPath,
    chooser: &Chooser<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let defaults = chooser.reference.defaults();
    let height_m = room.height_m.unwrap_or_default();
    room.facades.get_or_insert_with(|| vec![Facade::default()]);
    for (index, facade) in room.facades.iter_mut().flatten().enumerate() {
        if azimuth_of(facade).is_none() {
            let field = path.field(&format!("facades[{index}].facing"));
            filler.fill(&mut facade.facing, &field, &defaults.facing, |facing| facing.as_str().into());
        }
    }
    let plan = Plan::of(room);
    if let Some(index) = room.facades.iter().flatten().position(|facade| facade.width_m.is_some())
        && !(SIDES_M.0..=SIDES_M.1).contains(&plan.across_m)
    {
        // A width that makes the floor a line is a slip.
        let (minimum, maximum) = (room.area_m2 / SIDES_M.1, room.area_m2 / SIDES_M.0);
        let found = plan.along_m.to_string();
        let field = path.field(&format!("facades[{index}].widthM"));
        return Err(Error::new(field, Fault::OutOfRange { minimum, maximum, found }));
    }
    for (index, facade) in room.facades.iter_mut().flatten().enumerate() {
        let field = |name: &str| path.field(&format!("facades[{index}].{name}"));
        let width = num::quantise(plan.side_m(azimuth_of(facade).unwrap_or_default()), 3);
        filler.worked_out(&mut facade.width_m, &field("widthM"), width, SQUARE);
        chooser.fill(
            &mut facade.construction,
            &field("construction"),
            |zone| chooser.reference.envelope().choose_wall(zone, chooser.year),
            filler,
        )?;
        if facade.windows.is_none() {
            filler.number(&mut facade.glazing_ratio, &field("glazingRatio"), &room_type.design.glazing_ratio);
        }
        complete_glass(facade, room_type, height_m, &field, chooser, filler)?;
    }
    Ok(())
}

/// Fills glazing and blind of a façade that has glass.
fn complete_glass(
    facade: &mut Facade,
    room_type: &RoomType,
    height_m: f64,
    field: &dyn Fn(&str) -> String,
    chooser: &Chooser<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let wall = facade.width_m.unwrap_or_default() * height_m;
    let glass: f64 = facade.windows.iter().flatten().map(|window| window.width_m * window.height_m).sum();
    let ratio = facade.glazing_ratio.unwrap_or(if wall > 0.0 { (glass / wall).min(1.0) } else { 0.0 });
    if ratio <= 0.0 {
        return Ok(());
    }
    let of_windows = |named: fn(&crate::project::envelope::Window) -> bool| {
        facade.windows.as_ref().is_some_and(|windows| windows.iter().all(named))
    };
    let (glazed, shaded) =
        (of_windows(|window| window.glazing.is_some()), of_windows(|window| window.inner_blind.is_some()));
    if !glazed && let Some(usual) = &room_type.design.glazing {
        filler.name(&mut facade.glazing, &field("glazing"), &usual.value, Origin::of(usual));
    }
    if facade.glazing.is_none() && !glazed {
        let chosen = chooser.reference.envelope().choose_glazing(chooser.zone()?, chooser.year, ratio);
        let chosen = chosen.ok_or_else(|| Error::new(field("glazing"), Fault::MissingField))?;
        let origin = Origin { sources: [chosen.source, chosen.source_zh], confidence: chosen.confidence };
        filler.name(&mut facade.glazing, &field("glazing"), &chosen.archetype.id, origin);
    }
    if !shaded {
        let default = &chooser.reference.defaults().inner_blind;
        filler.name(&mut facade.inner_blind, &field("innerBlind"), &default.value, Origin::of(default));
    }
    Ok(())
}

fn complete_neighbours(
    room: &mut Room,
    path: RoomPath,
    chooser: &Chooser<'_>,
    filler: &mut Filler,
) -> Result<(), Error> {
    let defaults = chooser.reference.defaults();
    let (envelope, year) = (chooser.reference.envelope(), chooser.year);
    filler.fill(&mut room.above, &path.field("above"), &defaults.above, |above| above.as_str().into());
    filler.fill(&mut room.below, &path.field("below"), &defaults.below, |below| below.as_str().into());
    filler.fill(&mut room.beside, &path.field("beside"), &defaults.beside, |beside| beside.as_str().into());
    let roof = room.above == Some(Above::Roof);
    chooser.fill(
        &mut room.above_construction,
        &path.field("aboveConstruction"),
        |zone| {
            if roof {
                envelope.choose_roof(zone, year)
            } else {
                envelope.choose_floor(Floor::Interior, zone, year)
            }
        },
        filler,
    )?;
    let floor = if room.below == Some(Below::Ground) { Floor::Ground } else { Floor::Interior };
    chooser.fill(
        &mut room.below_construction,
        &path.field("belowConstruction"),
        |zone| envelope.choose_floor(floor, zone, year),
        filler,
    )?;
    chooser.fill(
        &mut room.beside_construction,
        &path.field("besideConstruction"),
        |zone| envelope.choose_partition(zone, year),
        filler,
    )
}

/// Fills the temperatures of ground and of spaces that are not conditioned, where the room has any.
fn complete_temperatures(room: &mut Room, path: RoomPath, around: &Around<'_>, filler: &mut Filler) {
    let defaults = around.reference.defaults();
    let beyond = |boundary| room.surfaces.iter().flatten().any(|surface| surface.boundary == boundary);
    let on_ground = room.below == Some(Below::Ground) || beyond(SurfaceBoundary::Ground);
    let beside_unconditioned = room.above == Some(Above::Unconditioned)
        || room.below == Some(Below::Unconditioned)
        || room.beside == Some(Beside::Unconditioned)
        || beyond(SurfaceBoundary::Unconditioned);
    let cooling = room.cooling_set_point_c.unwrap_or_default();
    // A room that is not heated takes the temperature that cooling leaves.
    let heating = room.heating_set_point_c.unwrap_or(cooling);
    let open = SeasonTemperatures { cooling_c: None, heating_c: None };
    if on_ground {
        let below = &defaults.ground_below_set_point_k;
        let ground = room.ground.get_or_insert(open);
        let field = |season: &str| path.field(&format!("ground.{season}"));
        let value = num::quantise(cooling - below.value, 2);
        filler.worked_out(&mut ground.cooling_c, &field("coolingC"), value, Origin::of(below));
        let value = num::quantise(heating - below.value, 2);
        filler.worked_out(&mut ground.heating_c, &field("heatingC"), value, Origin::of(below));
    }
    if beside_unconditioned {
        let space = room.unconditioned.get_or_insert(open);
        let field = |season: &str| path.field(&format!("unconditioned.{season}"));
        let above = &defaults.unconditioned_above_mean_k;
        let value = num::quantise(around.conditions.cooling_mean_dry_bulb_c + above.value, 2);
        filler.worked_out(&mut space.cooling_c, &field("coolingC"), value, Origin::of(above));
        let factor = &defaults.unconditioned_heating_factor;
        let value =
            num::quantise(heating - factor.value * (heating - around.conditions.winter_dry_bulb_c), 2);
        filler.worked_out(&mut space.heating_c, &field("heatingC"), value, Origin::of(factor));
    }
}

/// Refuses the name of a construction, glazing or blind that neither project nor reference data has.
fn check_names(room: &Room, path: RoomPath, around: &Around<'_>) -> Result<(), Error> {
    let envelope = around.reference.envelope();
    let own = around.project.constructions.iter().flatten().map(|one| one.name.as_str());
    let constructions: Vec<&str> =
        own.chain(envelope.opaque_archetypes().iter().map(|archetype| archetype.id.as_str())).collect();
    let own = around.project.glazings.iter().flatten().map(|one| one.name.as_str());
    let glazings: Vec<&str> =
        own.chain(envelope.glazing_archetypes().iter().map(|glazing| glazing.id.as_str())).collect();
    let blinds: Vec<&str> =
        std::iter::once(NO_BLIND).chain(envelope.blinds().iter().map(|blind| blind.id.as_str())).collect();
    let mut problems = Vec::new();
    let mut known = |field: String, kind: &'static str, name: Option<&String>, table: &[&str]| {
        if let Some(name) = name.filter(|name| !table.contains(&name.as_str())) {
            let error = unknown(path.field(&field), kind, name, table.iter().copied());
            problems.extend(error.problems().cloned());
        }
    };
    for (field, name) in [
        ("aboveConstruction", room.above_construction.as_ref()),
        ("belowConstruction", room.below_construction.as_ref()),
        ("besideConstruction", room.beside_construction.as_ref()),
        ("furniture.construction", room.furniture.as_ref().map(|furniture| &furniture.construction)),
    ] {
        known(field.to_owned(), "construction", name, &constructions);
    }
    let surfaces = room.surfaces.iter().flatten().enumerate().map(|(index, surface)| {
        (format!("surfaces[{index}]"), Some(&surface.construction), None, None, &surface.windows[..])
    });
    let facades = room.facades.iter().flatten().enumerate().map(|(index, facade)| {
        let windows = facade.windows.as_deref().unwrap_or_default();
        let (glazing, blind) = (facade.glazing.as_ref(), facade.inner_blind.as_ref());
        (format!("facades[{index}]"), facade.construction.as_ref(), glazing, blind, windows)
    });
    for (wall, construction, glazing, blind, windows) in surfaces.chain(facades) {
        known(format!("{wall}.construction"), "construction", construction, &constructions);
        known(format!("{wall}.glazing"), "glazing", glazing, &glazings);
        known(format!("{wall}.innerBlind"), "blind", blind, &blinds);
        for (index, window) in windows.iter().enumerate() {
            let field = |name: &str| format!("{wall}.windows[{index}].{name}");
            known(field("glazing"), "glazing", window.glazing.as_ref(), &glazings);
            known(field("innerBlind"), "blind", window.inner_blind.as_ref(), &blinds);
        }
    }
    Error::from_problems(problems)
}

/// The area of a room's outside walls with their windows, m².
pub(super) fn outdoor_wall_m2(room: &Room) -> f64 {
    let height = room.height_m.unwrap_or_default();
    let facades = room.facades.iter().flatten().map(|facade| facade.width_m.unwrap_or_default() * height);
    let upright = |surface: &&Surface| {
        surface.boundary == SurfaceBoundary::Outdoors && (45.0..=135.0).contains(&surface.tilt_deg)
    };
    let surfaces = room.surfaces.iter().flatten().filter(upright);
    facades.chain(surfaces.map(|surface| surface.width_m * surface.height_m)).sum()
}
