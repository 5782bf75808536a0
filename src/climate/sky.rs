//! What comes from a cloudless sky: sun and light on the ground and on any face, and the sky's temperature for long waves.
//!
//! Clear-sky model of the ASHRAE Handbook—Fundamentals (2017), chapter 14; anisotropic sky after Perez, Ineichen, Seals,
//! Michalsky and Stewart, *Modeling daylight availability and irradiance components from direct and global irradiance*,
//! Solar Energy 44 (1990). All W/m².

use super::sun::Sun;
use crate::num;

/// The mean extraterrestrial irradiance (太阳常数), W/m² (chapter 14, equation 4).
const SOLAR_CONSTANT: f64 = 1367.0;
/// The mean extraterrestrial irradiance by which the sky's brightness is measured, W/m²: the value that EnergyPlus divides by.
const BRIGHTNESS_UNIT: f64 = 1353.0;
/// The least sine of the altitude with which the circumsolar part is spread: 0.087 is 5° (Perez et al. 1990, equation 9).
const LEAST_SINE: f64 = 0.087;
/// What makes the sky's clearness independent of the zenith angle (Perez et al. 1990, equation 1).
const CLEARNESS_FACTOR: f64 = 1.041;

/// By what part of itself the air mass is less, per m above the sea: a tenth per km, as in EnergyPlus' anisotropic sky.
const THINNING_PER_M: f64 = 1e-4;

/// Clearness up to which a row holds, and F11, F12, F13, F21, F22, F23 (Perez et al. 1990, table 6).
const BRIGHTNESS_ROWS: [(f64, [f64; 6]); 8] = [
    (1.065, [-0.0083, 0.5877, -0.0621, -0.0596, 0.0721, -0.0220]),
    (1.230, [0.1299, 0.6826, -0.1514, -0.0189, 0.0660, -0.0289]),
    (1.500, [0.3297, 0.4869, -0.2211, 0.0554, -0.0640, -0.0261]),
    (1.950, [0.5682, 0.1875, -0.2951, 0.1089, -0.1519, -0.0140]),
    (2.800, [0.8730, -0.3920, -0.3616, 0.2256, -0.4620, 0.0012]),
    (4.500, [1.1326, -1.2367, -0.4118, 0.2878, -0.8230, 0.0559]),
    (6.200, [1.0602, -1.5999, -0.3589, 0.2642, -1.1272, 0.1311]),
    (f64::INFINITY, [0.6777, -0.3273, -0.2504, 0.1561, -1.3765, 0.2506]),
];

/// Relative optical air mass (大气质量) with the sun at sine `sin_altitude`, at least 0 (Kasten and Young 1989; chapter 14,
/// equation 16): 1 in the zenith, 38 on the horizon.
fn air_mass(sin_altitude: f64) -> f64 {
    let altitude = num::asin(sin_altitude.clamp(0.0, 1.0)).to_degrees();
    1.0 / (sin_altitude + 0.505_72 * num::pow(6.079_95 + altitude, -1.6364))
}

/// The optical depth of the diffuse light up to which both exponents of the clear-sky relations stay positive beside that of
/// the beam: beyond it light would grow with the way through the air.
pub(crate) fn most_diffuse_depth(taub: f64) -> f64 {
    let beam = (1.454 - 0.406 * taub) / (0.268 - 0.021 * taub);
    let diffuse = (0.507 + 0.205 * taub) / (0.080 + 0.190 * taub);
    let least = beam.min(diffuse);
    // An unusable depth of the beam is a problem of its own.
    if least.is_finite() { (least * 1000.0).floor() / 1000.0 } else { f64::MAX }
}

/// Exponents of the air mass for beam and diffuse light (chapter 14, equations 19 and 20).
fn exponents(taub: f64, taud: f64) -> (f64, f64) {
    let beam = 1.454 - 0.406 * taub - 0.268 * taud + 0.021 * taub * taud;
    let diffuse = 0.507 + 0.205 * taub - 0.080 * taud - 0.190 * taub * taud;
    (beam, diffuse)
}

/// Steps of [`ClearSky::optical_depths`]: each leaves at most about half of the error.
const DEPTH_STEPS: u32 = 40;

/// Sun and sky on a clear day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Irradiation {
    /// From the sun's disc on a face that looks at it (法向直射辐射), W/m², not negative.
    pub beam_normal: f64,
    /// From the sky on level ground (水平散射辐射), W/m², not negative.
    pub diffuse_horizontal: f64,
}

/// The cloudless sky of one day: what depends on the day only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ClearSky {
    extraterrestrial: f64,
    optical_depth_beam: f64,
    optical_depth_diffuse: f64,
    beam_exponent: f64,
    diffuse_exponent: f64,
}

impl ClearSky {
    /// The sky on `day_of_year` with the optical depths (光学厚度) `taub` of the beam and `taud` of the diffuse light.
    ///
    /// Chapter 14, equations 4, 19 and 20 with the coefficients since 2013; optical depths of the editions since then belong to it.
    #[must_use]
    pub fn new(day_of_year: u32, taub: f64, taud: f64) -> Self {
        let angle = (360.0 * (f64::from(day_of_year) - 3.0) / 365.0).to_radians();
        let (beam_exponent, diffuse_exponent) = exponents(taub, taud);
        Self {
            extraterrestrial: SOLAR_CONSTANT * (1.0 + 0.033 * num::cos(angle)),
            optical_depth_beam: taub,
            optical_depth_diffuse: taud,
            beam_exponent,
            diffuse_exponent,
        }
    }

    /// The optical depths `(taub, taud)` with which the sky on `day_of_year` gives `irradiation` with the sun at sine
    /// `sin_altitude`; `None` if no cloudless sky does within a hundredth.
    ///
    /// Turns [`ClearSky::at`] over by a fixed number of halved steps, so that every target takes the same ones.
    ///
    /// # Example
    /// ```
    /// use tonnage::climate::sky::ClearSky;
    /// let noon = ClearSky::new(202, 0.455, 2.050).at(0.93);
    /// let (taub, taud) = ClearSky::optical_depths(202, 0.93, noon).unwrap();
    /// assert!((taub - 0.455).abs() < 1e-6 && (taud - 2.050).abs() < 1e-6);
    /// ```
    #[must_use]
    pub fn optical_depths(
        day_of_year: u32,
        sin_altitude: f64,
        irradiation: Irradiation,
    ) -> Option<(f64, f64)> {
        let Irradiation { beam_normal, diffuse_horizontal } = irradiation;
        let possible = sin_altitude > 0.0 && beam_normal > 0.0 && diffuse_horizontal > 0.0;
        if !possible {
            return None;
        }
        let logarithm = num::ln(air_mass(sin_altitude));
        let above = Self::new(day_of_year, 0.0, 0.0).extraterrestrial;
        let (beam_path, diffuse_path) = (num::ln(above / beam_normal), num::ln(above / diffuse_horizontal));
        // A middling sky to begin with.
        let (mut taub, mut taud) = (0.4, 2.2);
        for _ in 0..DEPTH_STEPS {
            let (beam_exponent, diffuse_exponent) = exponents(taub, taud);
            // The bounds keep the exponents in their range while the steps are still coarse.
            let beam = (beam_path * num::exp(-beam_exponent * logarithm)).clamp(0.01, 3.0);
            let diffuse = (diffuse_path * num::exp(-diffuse_exponent * logarithm)).clamp(0.3, 5.0);
            (taub, taud) = (f64::midpoint(taub, beam), f64::midpoint(taud, diffuse));
        }
        let again = Self::new(day_of_year, taub, taud).at(sin_altitude);
        let met = |wanted: f64, given: f64| (given - wanted).abs() <= 0.01 * wanted;
        let both = met(beam_normal, again.beam_normal) && met(diffuse_horizontal, again.diffuse_horizontal);
        both.then_some((taub, taud))
    }

    /// Sun and sky with the sun at sine `sin_altitude`: [`Sun::up`]; nothing with the sun not above the horizon.
    ///
    /// Chapter 14, equations 17 and 18.
    ///
    /// # Example
    /// ```
    /// use tonnage::climate::sky::ClearSky;
    /// let noon = ClearSky::new(202, 0.777, 1.424).at(0.98);
    /// assert!(noon.beam_normal > 600.0 && noon.diffuse_horizontal > 310.0);
    /// assert_eq!(ClearSky::new(202, 0.777, 1.424).at(-0.1).beam_normal, 0.0);
    /// ```
    #[must_use]
    pub fn at(&self, sin_altitude: f64) -> Irradiation {
        if sin_altitude <= 0.0 {
            return Irradiation { beam_normal: 0.0, diffuse_horizontal: 0.0 };
        }
        let logarithm = num::ln(air_mass(sin_altitude));
        let path = |exponent: f64| num::exp(exponent * logarithm);
        let passed = |depth: f64, exponent: f64| self.extraterrestrial * num::exp(-depth * path(exponent));
        Irradiation {
            beam_normal: passed(self.optical_depth_beam, self.beam_exponent),
            diffuse_horizontal: passed(self.optical_depth_diffuse, self.diffuse_exponent),
        }
    }
}

/// How a flat face lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// Part of the outward normal, of length 1, towards the east.
    pub east: f64,
    /// Part of the normal towards the north.
    pub north: f64,
    /// Part of the normal towards the zenith: the cosine of the tilt.
    pub up: f64,
    /// The sine of the tilt, not negative: 1 for a wall, 0 for a roof.
    pub sin_tilt: f64,
    /// The part of the view that is sky, 0 to 1: half of 1 + the cosine of the tilt.
    pub sky_view: f64,
}

impl Face {
    /// A face whose outward normal has `azimuth_deg` (clockwise from north; any for level faces) and `tilt_deg` from the
    /// zenith: 0 a roof, 90 a wall, 180 a floor.
    #[must_use]
    pub fn new(azimuth_deg: f64, tilt_deg: f64) -> Self {
        let (sin_azimuth, cos_azimuth) = num::sin_cos(azimuth_deg.to_radians());
        let (sin_tilt, up) = num::sin_cos(tilt_deg.to_radians());
        let (east, north) = (sin_tilt * sin_azimuth, sin_tilt * cos_azimuth);
        Self { east, north, up, sin_tilt, sky_view: f64::midpoint(1.0, up) }
    }

    /// The part of the view that is ground, 0 to 1.
    #[must_use]
    pub fn ground_view(&self) -> f64 {
        1.0 - self.sky_view
    }

    /// Cosine of the angle between the normal and the sun: negative with the sun behind the face.
    #[must_use]
    pub fn cos_incidence(&self, sun: &Sun) -> f64 {
        self.east * sun.east + self.north * sun.north + self.up * sun.up
    }
}

/// What a face keeps of sun and sky behind what shades it, as fractions from 0 to 1, each a mean over the face.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shading {
    /// The part of the face that the sun reaches.
    pub sunlit: f64,
    /// What is left of the light of the even sky.
    pub dome: f64,
    /// What is left of the light of the horizon line.
    pub horizon: f64,
}

impl Shading {
    /// Nothing stands before the face.
    pub const NONE: Self = Self { sunlit: 1.0, dome: 1.0, horizon: 1.0 };
}

/// What falls on a face, W per m² of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FaceIrradiation {
    /// Cosine of the angle between the normal and the sun: negative with the sun behind the face.
    pub cos_incidence: f64,
    /// From the sun's disc, as a mean over the sunlit and the shaded part.
    pub beam: f64,
    /// From the sky, with the bright part around the sun.
    pub sky_diffuse: f64,
    /// From the ground, which reflects evenly to all sides.
    pub ground_diffuse: f64,
}

/// Sun and sky at one instant, with the sky's brightness divided into dome, circumsolar part and horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PerezSky {
    sun: Sun,
    beam_normal: f64,
    /// On level ground, sun and sky.
    global: f64,
    /// Diffuse light of the even dome on a face that sees nothing else.
    dome: f64,
    /// Diffuse light around the sun on a face that looks at it.
    circumsolar: f64,
    /// Diffuse light of the horizon on a wall; negative where the horizon is darker than the dome.
    horizon: f64,
}

impl PerezSky {
    /// The sky over a place at the level of the sea: see [`PerezSky::at_elevation`].
    #[must_use]
    pub fn new(irradiation: Irradiation, sun: Sun) -> Self {
        Self::at_elevation(irradiation, sun, 0.0)
    }

    /// The sky with `irradiation`, `elevation_m` above the sea, while the sun stands at `sun`: dark with the sun not above the
    /// horizon.
    ///
    /// The elevation lessens the air mass by which the brightness is reckoned, as EnergyPlus does; at 3600 m a wall gets from
    /// the sky up to 2 % of its day's largest irradiation more than without.
    #[must_use]
    pub fn at_elevation(irradiation: Irradiation, sun: Sun, elevation_m: f64) -> Self {
        let Irradiation { beam_normal, diffuse_horizontal: diffuse } = irradiation;
        let dark = Self { sun, beam_normal: 0.0, global: 0.0, dome: 0.0, circumsolar: 0.0, horizon: 0.0 };
        if sun.up <= 0.0 {
            return dark;
        }
        let global = beam_normal * sun.up + diffuse;
        // Without diffuse light the clearness would be a division by zero, and there is nothing to divide.
        if diffuse <= 0.0 {
            return Self { beam_normal, global, ..dark };
        }
        let zenith = num::acos(sun.up.min(1.0));
        let cubed = CLEARNESS_FACTOR * zenith * zenith * zenith;
        let clearness = ((diffuse + beam_normal) / diffuse + cubed) / (1.0 + cubed);
        let air_mass = air_mass(sun.up) * (1.0 - THINNING_PER_M * elevation_m).max(0.0);
        let brightness = diffuse * air_mass / BRIGHTNESS_UNIT;
        let row = BRIGHTNESS_ROWS.iter().find(|(up_to, _)| clearness <= *up_to);
        let [f11, f12, f13, f21, f22, f23] = row.map_or([0.0; 6], |(_, coefficients)| *coefficients);
        let around_sun = (f11 + f12 * brightness + f13 * zenith).max(0.0);
        Self {
            sun,
            beam_normal,
            global,
            dome: diffuse * (1.0 - around_sun),
            circumsolar: diffuse * around_sun / sun.up.max(LEAST_SINE),
            horizon: diffuse * (f21 + f22 * brightness + f23 * zenith),
        }
    }

    /// What falls on `face` behind `shading`, over ground of `ground_reflectance` (地面反射率) 0 to 1.
    ///
    /// Perez et al. 1990, equation 9; the ground as chapter 14, equation 30. Shading does not touch the ground's light.
    #[must_use]
    pub fn on(&self, face: &Face, ground_reflectance: f64, shading: Shading) -> FaceIrradiation {
        let cos_incidence = face.cos_incidence(&self.sun);
        let facing = cos_incidence.max(0.0) * shading.sunlit;
        let sky = self.dome * face.sky_view * shading.dome
            + self.circumsolar * facing
            + self.horizon * face.sin_tilt * shading.horizon;
        FaceIrradiation {
            cos_incidence,
            beam: self.beam_normal * facing,
            // A dark horizon may outweigh a hidden dome; light is never negative.
            sky_diffuse: sky.max(0.0),
            ground_diffuse: ground_reflectance * self.global * face.ground_view(),
        }
    }
}

/// Temperature of a black sky that radiates as the clear sky does (天空温度), °C.
///
/// From the emissivity 0.787 + 0.764 ln(dew point / 273 K) after Clark and Allen (1978), as in the engineering reference of
/// EnergyPlus; for dew points from −100 °C to that of the boiling point.
///
/// # Example
/// ```
/// let sky = tonnage::climate::sky::sky_temperature(30.7, 21.5);
/// assert!((sky - 18.1).abs() < 0.5);
/// ```
#[must_use]
pub fn sky_temperature(dry_bulb_c: f64, dew_point_c: f64) -> f64 {
    let emissivity = 0.787 + 0.764 * num::ln((dew_point_c + 273.15) / 273.0);
    (dry_bulb_c + 273.15) * emissivity.sqrt().sqrt() - 273.15
}
