//! Glazing (玻璃): what a window lets through, absorbs and turns away of the sun, bare, with a blind or with a screen.
//!
//! U and SHGC of the whole window become one equivalent pane by Arasteh, Kohler and Griffith, *Modeling Windows in
//! EnergyPlus with Simple Performance Indices*, LBNL-2804E (2009), here "LBNL 2009". Blind and screen are worked out
//! here: two parallel layers, of which the blind scatters, and the geometric series of the light between them.

#[cfg(test)]
mod tests;

use super::angular::{Angular, ramp};
use crate::error::{Error, Fault, Problem};
use crate::num;

/// Smallest and largest U-value, W/(m²·K). Vacuum glazing has about 0.4 and one sheet of glass about 5.9; a judgement.
const U_VALUES: (f64, f64) = (0.2, 7.0);
/// Smallest and largest SHGC. Thin glass low in iron has 0.91; from about 0.92 on the relations leave the pane a negative
/// reflectance (at a U-value of 3.4).
const SHGCS: (f64, f64) = (0.01, 0.91);
/// Below the first U-value the relations of insulating glass hold, above the second those of single glass; blended
/// between (LBNL 2009).
const U_BLEND: (f64, f64) = (3.4, 4.5);
/// The least resistance of a pane, m²·K/W (LBNL 2009, as EnergyPlus has it). No U-value allowed here comes near.
const LEAST_RESISTANCE: f64 = 0.001;

/// A window's glass by the two numbers on its label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glass {
    /// Heat transmission coefficient (传热系数) of the whole window with its films, W/(m²·K), 0.2 to 7.
    pub u_value: f64,
    /// Solar heat gain coefficient (太阳得热系数) of the whole window at normal incidence, 0.01 to 0.91.
    pub shgc: f64,
}

/// A blind or curtain inside the window (内遮阳) that scatters all light it lets through.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InnerBlind {
    /// Solar transmittance, 0 to 1.
    pub transmittance: f64,
    /// Solar reflectance of both sides, 0 to 1, with the transmittance at most 1; the rest is absorbed.
    pub reflectance: f64,
    /// The part of what it absorbs that goes to the room air, 0 to 1; the rest is long-wave radiation into the room.
    pub convective_fraction: f64,
}

/// A screen outside the window (外遮阳); what it absorbs and reflects stays outdoors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OuterScreen {
    /// Solar transmittance, scattered light included, 0 to 1.
    pub transmittance: f64,
    /// The part of the incident sun that passes straight through, 0 to the transmittance.
    pub openness: f64,
}

/// The problem of a number outside a range, if it is.
pub(super) fn out_of_range(path: &str, found: f64, minimum: f64, maximum: f64) -> Option<Problem> {
    let fault = if !found.is_finite() {
        Fault::NotFinite
    } else if found < minimum || found > maximum {
        Fault::OutOfRange { minimum, maximum, found: found.to_string() }
    } else {
        return None;
    };
    Some(Problem { path: path.to_owned(), fault })
}

impl Glass {
    /// Whether the relations hold for this glass.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] at `uValue` outside 0.2 to 7 W/(m²·K) and at `shgc` outside 0.01 to
    /// 0.91. All pairs within have a transmittance, a reflectance and an absorptance of 0 to 1 at every angle.
    pub fn check(&self) -> Result<(), Error> {
        let u_value = out_of_range("uValue", self.u_value, U_VALUES.0, U_VALUES.1);
        let shgc = out_of_range("shgc", self.shgc, SHGCS.0, SHGCS.1);
        Error::from_problems(u_value.into_iter().chain(shgc).collect())
    }
}

impl InnerBlind {
    /// Whether this is a blind.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] at `transmittance`, `reflectance` or `convectiveFraction` outside 0 to 1,
    /// and at `reflectance` above 1 less the transmittance.
    pub fn check(&self) -> Result<(), Error> {
        let most_reflected = num::quantise(1.0 - self.transmittance.clamp(0.0, 1.0), 6);
        let fractions = [
            out_of_range("transmittance", self.transmittance, 0.0, 1.0),
            out_of_range("reflectance", self.reflectance, 0.0, most_reflected),
            out_of_range("convectiveFraction", self.convective_fraction, 0.0, 1.0),
        ];
        Error::from_problems(fractions.into_iter().flatten().collect())
    }

    /// What it absorbs, 0 to 1.
    #[must_use]
    pub fn absorptance(&self) -> f64 {
        // The check allows a millionth above 1 for decimals that binary fractions miss.
        (1.0 - self.transmittance - self.reflectance).max(0.0)
    }
}

impl OuterScreen {
    /// Whether this is a screen.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] at `transmittance` outside 0 to 1 and at `openness` outside 0 to the
    /// transmittance.
    pub fn check(&self) -> Result<(), Error> {
        let transmittance = out_of_range("transmittance", self.transmittance, 0.0, 1.0);
        let openness = out_of_range("openness", self.openness, 0.0, self.transmittance.clamp(0.0, 1.0));
        Error::from_problems(transmittance.into_iter().chain(openness).collect())
    }
}

/// The one pane that stands for a glass (LBNL 2009): no heat capacity, the same from both sides, and half of what it
/// absorbs appears on each face.
///
/// Where its relations pass from one piece to the next the values jump, by less than 0.00001 in transmittance (at an SHGC of
/// 0.15 and 0.7206) and by 0.0002 m²·K/W in resistance (at a U-value of 5.85).
///
/// # Example
/// ```
/// use tonnage::load::glazing::{Glass, Pane};
/// let pane = Pane::of(&Glass { u_value: 5.7, shgc: 0.8 })?;
/// let (transmittance, absorptance) = pane.at(0.4867);
/// assert!((transmittance - 0.661).abs() < 0.0005 && (absorptance - 0.217).abs() < 0.0005);
/// # Ok::<(), tonnage::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pane {
    /// Resistance (热阻) from face to face, without the films, m²·K/W.
    pub resistance: f64,
    /// Solar transmittance at normal incidence as the relations give it, 0 to 1; [`Pane::at`] is up to 2 % above, because
    /// the fitted curves do not end at 1.
    pub normal_transmittance: f64,
    /// Solar reflectance at normal incidence, 0 to 1.
    pub normal_reflectance: f64,
    /// Solar transmittance of diffuse light (hemispherical mean), 0 to 1.
    pub diffuse_transmittance: f64,
    /// Solar absorptance of diffuse light, 0 to 1.
    pub diffuse_absorptance: f64,
    /// Solar reflectance of diffuse light, 0 to 1.
    pub diffuse_reflectance: f64,
    angular: Angular,
}

/// The value of the relation for single glass, that for insulating glass, or the blend (LBNL 2009).
fn by_u_value(u_value: f64, insulating: f64, single: f64) -> f64 {
    insulating + (single - insulating) * ramp(u_value, U_BLEND)
}

/// Transmittance at normal incidence (LBNL 2009, from SHGC).
fn normal_transmittance(u_value: f64, shgc: f64) -> f64 {
    let single =
        if shgc < 0.7206 { (0.939_998 * shgc + 0.203_32) * shgc } else { 1.304_15 * shgc - 0.305_15 };
    let insulating =
        if shgc <= 0.15 { 0.410_40 * shgc } else { (0.085_775 * shgc + 0.963_954) * shgc - 0.084_958 };
    by_u_value(u_value, insulating, single)
}

impl Pane {
    /// The pane that stands for `glass`.
    ///
    /// # Errors
    /// As [`Glass::check`].
    pub fn of(glass: &Glass) -> Result<Self, Error> {
        glass.check()?;
        let Glass { u_value, shgc } = *glass;
        // Films in winter, the conditions of a rated U-value.
        let inner_film = if u_value < 5.85 {
            1.0 / (0.359_073 * num::ln(u_value) + 6.949_915)
        } else {
            1.0 / (1.788_041 * u_value - 2.886_625)
        };
        let outer_film = 1.0 / (0.025_342 * u_value + 29.163_853);
        let resistance = (1.0 / u_value - inner_film - outer_film).max(LEAST_RESISTANCE);
        let transmittance = normal_transmittance(u_value, shgc);
        // What is absorbed and flows inward; from it the films in summer, the conditions of a rated SHGC.
        let inward = shgc - transmittance;
        let inner = by_u_value(
            u_value,
            1.0 / (((199.820_812_8 * inward - 90.639_733) * inward + 19.737_055) * inward + 6.766_575),
            1.0 / (((29.436_546 * inward - 21.943_415) * inward + 9.945_872) * inward + 7.426_151),
        );
        let outer = by_u_value(
            u_value,
            1.0 / (5.763_355 * inward + 20.541_528),
            1.0 / (2.225_824 * inward + 20.577_08),
        );
        let inward_share = (outer + resistance / 2.0) / (outer + resistance + inner);
        let reflectance = 1.0 - transmittance - inward / inward_share;
        let angular = Angular::of(u_value, shgc);
        let (diffuse_transmittance, diffuse_reflectance) =
            scaled(transmittance, reflectance, angular.diffuse());
        Ok(Self {
            resistance,
            normal_transmittance: transmittance,
            normal_reflectance: reflectance,
            diffuse_transmittance,
            diffuse_absorptance: 1.0 - diffuse_transmittance - diffuse_reflectance,
            diffuse_reflectance,
            angular,
        })
    }

    /// Transmittance and absorptance of beam whose angle of incidence has the cosine `cos_incidence` (taken as 0 below 0 and
    /// as 1 above 1), each 0 to 1; the rest is reflected.
    #[must_use]
    pub fn at(&self, cos_incidence: f64) -> (f64, f64) {
        let cosine = cos_incidence.clamp(0.0, 1.0);
        let (transmittance, reflectance) =
            scaled(self.normal_transmittance, self.normal_reflectance, self.angular.at(cosine));
        (transmittance, 1.0 - transmittance - reflectance)
    }
}

/// Transmittance and reflectance from those at normal incidence and the values of the two curves (LBNL 2009).
fn scaled(transmittance: f64, reflectance: f64, (t, r): (f64, f64)) -> (f64, f64) {
    (transmittance * t, reflectance * (1.0 - r) + r)
}

/// Where light that falls on a window from outside goes, as shares of it; what is missing to 1 stays outdoors.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Passage {
    /// Straight into the room.
    pub beam: f64,
    /// Scattered into the room.
    pub diffuse: f64,
    /// Absorbed in the pane.
    pub pane: f64,
    /// Absorbed in the blind.
    pub blind: f64,
}

/// Where diffuse light that falls on a window from the room goes, as shares of it; together 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FromRoom {
    /// Absorbed in the pane.
    pub pane: f64,
    /// Absorbed in the blind.
    pub blind: f64,
    /// Out of the window.
    pub out: f64,
    /// Back into the room.
    pub reflected: f64,
}

/// A window's glass with the blind inside it and the screen outside it.
///
/// Derivation here, by the geometric series of two parallel layers: of light T that has passed the pane, with ρ the
/// blind's and R the pane's diffuse reflectance, T/(1 − Rρ) falls on the blind in all. The screen sends nothing back
/// to the pane: its reflectance is not asked for.
///
/// # Example
/// ```
/// use tonnage::load::glazing::{Glass, Glazing, InnerBlind};
/// let glass = Glass { u_value: 2.7, shgc: 0.7 };
/// let blind = InnerBlind { transmittance: 0.1, reflectance: 0.6, convective_fraction: 0.6 };
/// let (bare, shaded) = (Glazing::of(&glass, None, None)?, Glazing::of(&glass, Some(&blind), None)?);
/// assert!(shaded.beam(0.7).diffuse < 0.2 * bare.beam(0.7).beam);
/// # Ok::<(), tonnage::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glazing {
    u_value: f64,
    pane: Pane,
    blind: Option<InnerBlind>,
    screen: Option<OuterScreen>,
    behind_screen: Passage,
    from_room: FromRoom,
}

impl Glazing {
    /// The window of `glass` with its blind and its screen, if it has them.
    ///
    /// # Errors
    /// As [`Glass::check`], [`InnerBlind::check`] within `innerBlind` and [`OuterScreen::check`] within `outerScreen`.
    pub fn of(
        glass: &Glass,
        blind: Option<&InnerBlind>,
        screen: Option<&OuterScreen>,
    ) -> Result<Self, Error> {
        let pane = Pane::of(glass)?;
        blind.map_or(Ok(()), InnerBlind::check).map_err(|error| error.within("innerBlind"))?;
        screen.map_or(Ok(()), OuterScreen::check).map_err(|error| error.within("outerScreen"))?;
        let (blind, screen) = (blind.copied(), screen.copied());
        let behind_screen = match blind {
            None => Passage {
                diffuse: pane.diffuse_transmittance,
                pane: pane.diffuse_absorptance,
                ..Passage::default()
            },
            Some(blind) => behind(&pane, &blind, pane.diffuse_transmittance, pane.diffuse_absorptance),
        };
        let from_room = from_room(&pane, blind.as_ref());
        Ok(Self { u_value: glass.u_value, pane, blind, screen, behind_screen, from_room })
    }

    /// U-value of the bare glass (传热系数), W/(m²·K).
    #[must_use]
    pub fn u_value(&self) -> f64 {
        self.u_value
    }

    /// The pane.
    #[must_use]
    pub fn pane(&self) -> &Pane {
        &self.pane
    }

    /// The part of what the blind absorbs that goes to the room air, 0 to 1; 0 without a blind.
    #[must_use]
    pub fn blind_convective_fraction(&self) -> f64 {
        self.blind.map_or(0.0, |blind| blind.convective_fraction)
    }

    /// Where incident beam goes whose angle of incidence has the cosine `cos_incidence`.
    #[must_use]
    pub fn beam(&self, cos_incidence: f64) -> Passage {
        let (transmittance, absorptance) = self.pane.at(cos_incidence);
        let straight = match &self.blind {
            None => Passage { beam: transmittance, pane: absorptance, ..Passage::default() },
            Some(blind) => behind(&self.pane, blind, transmittance, absorptance),
        };
        let Some(screen) = &self.screen else { return straight };
        let (open, scattered) = (screen.openness, screen.transmittance - screen.openness);
        let share = |straight: f64, diffuse: f64| open * straight + scattered * diffuse;
        Passage {
            beam: open * straight.beam,
            diffuse: share(straight.diffuse, self.behind_screen.diffuse),
            pane: share(straight.pane, self.behind_screen.pane),
            blind: share(straight.blind, self.behind_screen.blind),
        }
    }

    /// Where incident diffuse light goes, from the sky and from the ground alike; its `beam` is 0.
    #[must_use]
    pub fn diffuse(&self) -> Passage {
        let passed = self.screen.map_or(1.0, |screen| screen.transmittance);
        let Passage { diffuse, pane, blind, .. } = self.behind_screen;
        Passage { beam: 0.0, diffuse: passed * diffuse, pane: passed * pane, blind: passed * blind }
    }

    /// Where diffuse light from the room goes that meets the window; the screen is taken to send nothing back.
    #[must_use]
    pub fn from_room(&self) -> FromRoom {
        self.from_room
    }
}

/// Where light goes of which the pane lets `transmittance` on to the blind and absorbs `absorptance` at the first pass.
fn behind(pane: &Pane, blind: &InnerBlind, transmittance: f64, absorptance: f64) -> Passage {
    let on_blind = transmittance / (1.0 - pane.diffuse_reflectance * blind.reflectance);
    Passage {
        beam: 0.0,
        diffuse: blind.transmittance * on_blind,
        pane: absorptance + pane.diffuse_absorptance * blind.reflectance * on_blind,
        blind: blind.absorptance() * on_blind,
    }
}

/// Where diffuse light from the room goes.
fn from_room(pane: &Pane, blind: Option<&InnerBlind>) -> FromRoom {
    let Some(blind) = blind else {
        return FromRoom {
            pane: pane.diffuse_absorptance,
            blind: 0.0,
            out: pane.diffuse_transmittance,
            reflected: pane.diffuse_reflectance,
        };
    };
    let on_pane = blind.transmittance / (1.0 - pane.diffuse_reflectance * blind.reflectance);
    let back = pane.diffuse_reflectance * on_pane;
    FromRoom {
        pane: pane.diffuse_absorptance * on_pane,
        blind: blind.absorptance() * (1.0 + back),
        out: pane.diffuse_transmittance * on_pane,
        reflected: blind.reflectance + blind.transmittance * back,
    }
}
