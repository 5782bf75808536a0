//! Heating by area and temperature difference (稳态热负荷): the hand calculation beside the heat balance.
//!
//! Each surface gives U × area × temperature difference; orientation, wind and height add to it; infiltration comes on top. The
//! allowances are custom and no physics, so they are an input with its source and never a constant here.

use crate::error::Error;
use crate::load::construction::within;
use crate::load::space::{Boundary, Fabric, Space, Surface};
use crate::load::weather::Weather;
use crate::num;
use serde::Serialize;

/// Customary allowances (附加耗热量), as parts of the heat through a surface.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Allowances {
    /// Resistance of the air at the inner face (内表面换热阻), m² K/W, 0.01 to 1.
    pub inside_film_m2_k_w: f64,
    /// Resistance of the air at a face outdoors (外表面换热阻), m² K/W, 0.01 to 1.
    pub outside_film_m2_k_w: f64,
    /// By orientation (朝向修正), from north clockwise in steps of 45 degrees, −0.5 to 0.5; of upright surfaces outdoors.
    pub orientation: [f64; 8],
    /// For an exposed place (风力附加), 0 to 0.5; of upright surfaces outdoors.
    pub wind: f64,
    /// For every metre of height above `height_from_m` (高度附加), 0 to 0.1.
    pub height_per_m: f64,
    /// The height up to which nothing is added, m, 1 to 20.
    pub height_from_m: f64,
    /// The most that height adds, 0 to 1.
    pub height_most: f64,
    /// Where the figures come from.
    pub source: String,
}

/// Heating of a room by hand, W, positive where heat is put in.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SteadyHeating {
    /// The method: `steadyHeating`.
    pub method: &'static str,
    /// Through all surfaces and windows (基本耗热量).
    pub conduction_w: i64,
    /// What orientation and wind add.
    pub orientation_w: i64,
    /// What height adds.
    pub height_w: i64,
    /// What infiltrating air takes (冷风渗透耗热量).
    pub infiltration_w: i64,
    /// The sum, to be held against the room's heating of the heat balance.
    pub room_w: i64,
    /// The allowances.
    pub allowances: Allowances,
}

impl Allowances {
    /// Whether the figures are ones that can be meant.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`](crate::error::Fault::OutOfRange) outside the ranges that stand with the fields.
    pub fn check(&self) -> Result<(), Error> {
        within("insideFilmM2KW", self.inside_film_m2_k_w, 0.01, 1.0)?;
        within("outsideFilmM2KW", self.outside_film_m2_k_w, 0.01, 1.0)?;
        for (index, part) in self.orientation.iter().enumerate() {
            within(&format!("orientation[{index}]"), *part, -0.5, 0.5)?;
        }
        within("wind", self.wind, 0.0, 0.5)?;
        within("heightPerM", self.height_per_m, 0.0, 0.1)?;
        within("heightFromM", self.height_from_m, 1.0, 20.0)?;
        within("heightMost", self.height_most, 0.0, 1.0)
    }

    /// What orientation and wind add to the heat through `surface`, as a part of it.
    fn of(&self, surface: &Surface) -> f64 {
        // Surfaces nearer to level than to upright have no orientation.
        if surface.boundary != Boundary::Outdoors || !(45.0..=135.0).contains(&surface.tilt_deg) {
            return 0.0;
        }
        let eighth = (surface.azimuth_deg.rem_euclid(360.0) / 45.0).round();
        let position = num::to_whole(eighth).and_then(|eighth| usize::try_from(eighth % 8).ok());
        let orientation =
            position.and_then(|position| self.orientation.get(position)).copied().unwrap_or(0.0);
        orientation + self.wind
    }
}

/// The heating of `space` by hand on the heating day of `weather`.
///
/// Windows count with their U-value, adiabatic surfaces not at all, held ones with the temperature beyond.
///
/// # Errors
/// As [`Space::check`] and, within `allowances`, [`Allowances::check`];
/// [`Fault::UnknownReference`](crate::error::Fault::UnknownReference) for a construction or glazing that `fabric` does not have.
pub fn steady_heating(
    space: &Space,
    fabric: &Fabric,
    weather: &Weather,
    allowances: &Allowances,
) -> Result<SteadyHeating, Error> {
    space.check()?;
    allowances.check().map_err(|error| error.within("allowances"))?;
    let (set_point, outdoors) = (space.plant.heating_set_point_c, weather.heating.dry_bulb_c);
    let (mut conduction, mut orientation) = (0.0, 0.0);
    for (index, surface) in space.surfaces.iter().enumerate() {
        let at = |error: Error| error.within(&format!("surfaces[{index}]"));
        let (_, layers) = fabric.find_construction(&surface.construction).map_err(at)?;
        let inside = allowances.inside_film_m2_k_w + layers.resistance;
        let (resistance, difference) = match surface.boundary {
            Boundary::Outdoors => (inside + allowances.outside_film_m2_k_w, set_point - outdoors),
            Boundary::Held { heating_c, .. } => (inside, set_point - heating_c),
            Boundary::Adiabatic => continue,
        };
        let mut net_area = surface.area_m2();
        let mut through = 0.0;
        for window in &surface.windows {
            let area = window.place.width * window.place.height;
            through += fabric.find_glazing(&window.glazing).map_err(at)?.u_value() * area * difference;
            net_area -= area;
        }
        through += net_area.max(0.0) / resistance * difference;
        conduction += through;
        orientation += through * allowances.of(surface);
    }
    let above = (space.volume_m3 / space.floor_area_m2 - allowances.height_from_m).max(0.0);
    let height = (conduction + orientation) * (above * allowances.height_per_m).min(allowances.height_most);
    let air_changes = space.infiltration.air_changes_per_h;
    let infiltration = weather.heating_infiltration(space.volume_m3, air_changes, set_point);
    let whole =
        |watts: f64| num::to_whole(watts).ok_or_else(|| Error::new("", crate::error::Fault::Overflow));
    let (conduction_w, orientation_w) = (whole(conduction)?, whole(orientation)?);
    let (height_w, infiltration_w) = (whole(height)?, whole(infiltration)?);
    Ok(SteadyHeating {
        method: "steadyHeating",
        conduction_w,
        orientation_w,
        height_w,
        infiltration_w,
        room_w: conduction_w
            .saturating_add(orientation_w)
            .saturating_add(height_w)
            .saturating_add(infiltration_w),
        allowances: allowances.clone(),
    })
}
