//! Overhangs and side fins (遮阳板): the part of a wall and of its windows that sun and sky reach.
//!
//! A slab is thin, opaque and reflects nothing. Each slab shades the whole wall and every window of it, not only its own
//! window; where shadows overlap they count once, and all areas are exact. Nothing but the slabs of a wall shades it. The
//! wall is upright: roofs and leaning faces are not shaded.
//!
//! Lengths in m. On the wall, seen from outside, `left` is counted from its left edge to the right and `sill` from its
//! lower edge up.

mod region;
mod sky;
#[cfg(test)]
mod tests;

use self::region::{Light, Region, Span, covered};
use self::sky::Direction;
use super::glazing::out_of_range;
use crate::error::{Error, Fault, Problem};
use crate::num;

/// The farthest that a slab reaches in any direction, m: beyond it a value is a slip; a judgement.
const FARTHEST: f64 = 20.0;
/// Smallest and largest size of a wall or window, m; a judgement.
const SIZES: (f64, f64) = (0.01, 500.0);
/// The most by which a window may stand out of its wall or into another window, m: sizes are given to the millimetre.
const TOLERANCE: f64 = 0.001;
/// An area of wall that only rounding can leave, m²: windows of the size of the wall have no wall around them.
const LEAST_AREA: f64 = 1e-6;
/// The most windows of one wall, which bounds the work; a judgement.
pub const MOST_WINDOWS: usize = 32;

/// A level slab above a window (挑檐).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Overhang {
    /// How far it stands out from the wall, m, 0 to 20.
    pub depth: f64,
    /// Its height above the head of the window, m, 0 to 20.
    pub gap: f64,
    /// How far it reaches past the window on either side, m, 0 to 20.
    pub side: f64,
}

/// An upright slab beside a window (侧遮阳板), from the height of its sill to that of its head.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SideFin {
    /// How far it stands out from the wall, m, 0 to 20.
    pub depth: f64,
    /// Its distance from the edge of the window, m, 0 to 20.
    pub gap: f64,
}

/// A window in its wall, seen from outside, with what shades it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowPlace {
    /// Width, m.
    pub width: f64,
    /// Height, m.
    pub height: f64,
    /// From the lower edge of the wall to that of the window, m.
    pub sill: f64,
    /// From the left edge of the wall to that of the window, m.
    pub left: f64,
    /// The slab above it.
    pub overhang: Option<Overhang>,
    /// The slab at its left.
    pub left_fin: Option<SideFin>,
    /// The slab at its right.
    pub right_fin: Option<SideFin>,
}

/// The problems of some lengths of a slab.
fn too_far(lengths: &[(&str, f64)]) -> Result<(), Error> {
    let problems = lengths.iter().filter_map(|(path, length)| out_of_range(path, *length, 0.0, FARTHEST));
    Error::from_problems(problems.collect())
}

impl Overhang {
    /// Whether its lengths are believable.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] at `depth`, `gap` or `side` outside 0 to 20 m.
    pub fn check(&self) -> Result<(), Error> {
        too_far(&[("depth", self.depth), ("gap", self.gap), ("side", self.side)])
    }
}

impl SideFin {
    /// Whether its lengths are believable.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] at `depth` or `gap` outside 0 to 20 m.
    pub fn check(&self) -> Result<(), Error> {
        too_far(&[("depth", self.depth), ("gap", self.gap)])
    }
}

impl WindowPlace {
    /// Whether it is a window of a wall of `wall_width` by `wall_height`.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] at `width` or `height` outside 0.01 to 500 m, at `left` or `sill` where the
    /// window stands out of the wall by more than 1 mm, and as [`Overhang::check`] and [`SideFin::check`] within `overhang`,
    /// `leftFin` and `rightFin`.
    pub fn check(&self, wall_width: f64, wall_height: f64) -> Result<(), Error> {
        let most = |wall: f64, window: f64| (wall - window).max(0.0) + TOLERANCE;
        let numbers = [
            out_of_range("width", self.width, SIZES.0, wall_width + TOLERANCE),
            out_of_range("height", self.height, SIZES.0, wall_height + TOLERANCE),
            out_of_range("left", self.left, -TOLERANCE, most(wall_width, self.width)),
            out_of_range("sill", self.sill, -TOLERANCE, most(wall_height, self.height)),
        ];
        let slabs = [
            self.overhang.map(|slab| slab.check().map_err(|error| error.within("overhang"))),
            self.left_fin.map(|slab| slab.check().map_err(|error| error.within("leftFin"))),
            self.right_fin.map(|slab| slab.check().map_err(|error| error.within("rightFin"))),
        ];
        let errors = slabs.into_iter().flatten().filter_map(Result::err);
        let of_slabs = errors.flat_map(|error| error.problems().cloned().collect::<Vec<Problem>>());
        Error::from_problems(numbers.into_iter().flatten().chain(of_slabs).collect())
    }

    /// Along and up, by how much the two windows stand into each other, m; negative where they are apart.
    fn overlap(&self, other: &Self) -> f64 {
        let depth = |a: f64, a_size: f64, b: f64, b_size: f64| (a + a_size).min(b + b_size) - a.max(b);
        let along = depth(self.left, self.width, other.left, other.width);
        along.min(depth(self.sill, self.height, other.sill, other.height))
    }

    /// Its slabs.
    fn slabs(&self) -> impl Iterator<Item = Slab> {
        let (right, head) = (self.left + self.width, self.sill + self.height);
        let overhang = self.overhang.map(|slab| Slab::Level {
            z: head + slab.gap,
            depth: slab.depth,
            x: Span { low: self.left - slab.side, high: right + slab.side },
        });
        let z = Span { low: self.sill, high: head };
        let left = self.left_fin.map(|fin| Slab::Upright { x: self.left - fin.gap, depth: fin.depth, z });
        let right = self.right_fin.map(|fin| Slab::Upright { x: right + fin.gap, depth: fin.depth, z });
        // A slab without depth casts no shadow.
        [overhang, left, right].into_iter().flatten().filter(|slab| slab.depth() > 0.0)
    }
}

/// A thin slab that stands square on the wall.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Slab {
    Level { z: f64, depth: f64, x: Span },
    Upright { x: f64, depth: f64, z: Span },
}

impl Slab {
    fn depth(&self) -> f64 {
        match self {
            Self::Level { depth, .. } | Self::Upright { depth, .. } => *depth,
        }
    }

    /// Its shadow on the wall's plane: the slab's foot swept along the sun's path as far as its edge throws it.
    fn shadow(&self, light: &Light) -> Region {
        match self {
            Self::Level { z, depth, x } => Region {
                x: Span::ALL,
                z: Span::between(*z, z - light.down * depth),
                c: Span::between(light.across(x.low, *z), light.across(x.high, *z)),
            },
            Self::Upright { x, depth, z } => Region {
                x: Span::between(*x, x - light.along * depth),
                z: Span::ALL,
                c: Span::between(light.across(*x, z.low), light.across(*x, z.high)),
            },
        }
    }
}

/// What a face still sees of the sky past the slabs, as a mean over the face; 1 without slabs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SkyView {
    /// The part of the light of an even sky that reaches it, 0 to 1.
    pub dome: f64,
    /// The part of the light of an even strip along the horizon that reaches it, 0 to 1.
    pub horizon: f64,
}

impl SkyView {
    const FREE: Self = Self { dome: 1.0, horizon: 1.0 };
}

/// A face of the wall and its sky.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Face {
    region: Region,
    area: f64,
    view: SkyView,
}

/// A rectangle of the wall.
fn rectangle(x: Span, z: Span) -> Face {
    let area = (x.high - x.low) * (z.high - z.low);
    Face { region: Region { x, z, c: Span::ALL }, area, view: SkyView::FREE }
}

/// A wall with its windows and their slabs, prepared for many positions of the sun.
///
/// # Example
/// ```
/// use tonnage::load::shade::{Overhang, WallShade, WindowPlace};
/// let overhang = Some(Overhang { depth: 1.0, gap: 0.0, side: 20.0 });
/// let window =
///     WindowPlace { width: 3.0, height: 2.0, sill: 0.5, left: 1.0, overhang, left_fin: None, right_fin: None };
/// let shade = WallShade::of(5.0, 3.0, &[window])?;
/// let mut windows = [0.0];
/// shade.sunlit(0.0, 0.8, 0.6, &mut windows); // the shadow reaches 1.0 m x 0.6 / 0.8 down
/// assert!((windows[0] - 0.625).abs() < 1e-12);
/// # Ok::<(), tonnage::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct WallShade {
    wall: Face,
    windows: Vec<Face>,
    slabs: Vec<Slab>,
}

impl WallShade {
    /// The wall of `wall_width` by `wall_height` with these windows.
    ///
    /// # Errors
    /// [`Fault::OutOfRange`] or [`Fault::NotFinite`] at `width` or `height` of the wall outside 0.01 to 500 m;
    /// [`Fault::TooManyItems`] at `windows` above 32; as [`WindowPlace::check`] within `windows[i]`; and
    /// [`Fault::OutOfRange`] at `windows[i].left` of a window that stands more than 1 mm into an earlier one.
    pub fn of(wall_width: f64, wall_height: f64, windows: &[WindowPlace]) -> Result<Self, Error> {
        check_wall(wall_width, wall_height, windows)?;
        let (x, z) = (Span { low: 0.0, high: wall_width }, Span { low: 0.0, high: wall_height });
        let faces = windows.iter().map(|window| {
            // A window that stands out of its wall by the tolerance ends with it.
            rectangle(
                Span { low: window.left.max(0.0), high: (window.left + window.width).min(wall_width) },
                Span { low: window.sill.max(0.0), high: (window.sill + window.height).min(wall_height) },
            )
        });
        let slabs = windows.iter().flat_map(WindowPlace::slabs).collect();
        // One window in the middle is the common wall.
        let mirrored = match windows {
            [one] => {
                let right = wall_width - one.left - one.width;
                one.left_fin == one.right_fin && (one.left - right).abs() < TOLERANCE
            }
            _ => false,
        };
        let mut shade = Self { wall: rectangle(x, z), windows: faces.collect(), slabs };
        shade.look_at_sky(mirrored);
        Ok(shade)
    }

    /// What each window sees of the sky, in the order given.
    pub fn window_views(&self) -> impl Iterator<Item = SkyView> {
        self.windows.iter().map(|window| window.view)
    }

    /// What the wall around its windows sees of the sky.
    #[must_use]
    pub fn wall_view(&self) -> SkyView {
        self.wall.view
    }

    /// Writes the sunlit part of each window into `windows`, in the order given, and returns that of the wall around them.
    ///
    /// The sun stands in the direction (`right`, `outward`, `up`) as seen from outside, of any length. All parts are 0
    /// unless the sun is before the wall (`outward` above 0), and exactly 1 where no shadow falls. A wall that its windows
    /// fill to the edge is sunlit.
    pub fn sunlit(&self, right: f64, outward: f64, up: f64, windows: &mut [f64]) -> f64 {
        if !(outward > 0.0 && outward.is_finite() && right.is_finite() && up.is_finite()) {
            windows.fill(0.0);
            return 0.0;
        }
        if self.slabs.is_empty() {
            windows.fill(1.0);
            return 1.0;
        }
        let light = Light::from(right, outward, up);
        let shaded = |face: &Face| covered(&face.region, &self.slabs, &light, &Slab::shadow);
        // Windows do not overlap, so the wall around them has what the whole wall has less what they have.
        let (mut area, mut dark) = (self.wall.area, shaded(&self.wall));
        let mut parts = windows.iter_mut();
        for window in &self.windows {
            let dark_here = shaded(window);
            area -= window.area;
            dark -= dark_here;
            if let Some(part) = parts.next() {
                *part = lit_part(dark_here, window.area);
            }
        }
        lit_part(dark, area)
    }

    /// Works out what every face sees of the sky; half of the sky is enough for a wall that is its own mirror image.
    fn look_at_sky(&mut self, mirrored: bool) {
        if self.slabs.is_empty() {
            return;
        }
        let dome = self.seen(&sky::dome(mirrored));
        let horizon = self.seen(&sky::horizon(mirrored));
        let faces = std::iter::once(&mut self.wall).chain(&mut self.windows);
        for (face, (dome, horizon)) in faces.zip(dome.into_iter().zip(horizon)) {
            face.view = SkyView { dome, horizon };
        }
    }

    /// The part of the light from some directions that reaches the wall and each window.
    fn seen(&self, directions: &[Direction]) -> Vec<f64> {
        let mut parts = vec![0.0; self.windows.len()];
        let mut seen = vec![0.0; self.windows.len() + 1];
        for direction in directions {
            let wall = self.sunlit(direction.right, direction.outward, direction.up, &mut parts);
            for (seen, part) in seen.iter_mut().zip(std::iter::once(&wall).chain(&parts)) {
                *seen += direction.weight * part;
            }
        }
        seen
    }
}

/// The part of `area` that is not `dark`, 0 to 1; 1 of an area that rounding alone has left.
fn lit_part(dark: f64, area: f64) -> f64 {
    if area > LEAST_AREA { (1.0 - dark / area).clamp(0.0, 1.0) } else { 1.0 }
}

/// The problems of a wall, or of a roof, and of its windows.
pub(crate) fn check_wall(wall_width: f64, wall_height: f64, windows: &[WindowPlace]) -> Result<(), Error> {
    let sizes = [("widthM", wall_width), ("heightM", wall_height)];
    let sizes = sizes.map(|(path, size)| out_of_range(path, size, SIZES.0, SIZES.1));
    Error::from_problems(sizes.into_iter().flatten().collect())?;
    if windows.len() > MOST_WINDOWS {
        return Err(Error::new("windows", Fault::TooManyItems { maximum: num::count(MOST_WINDOWS) }));
    }
    for (index, window) in windows.iter().enumerate() {
        let path = format!("windows[{index}]");
        window.check(wall_width, wall_height).map_err(|error| error.within(&path))?;
        if let Some(other) = windows.iter().take(index).find(|other| window.overlap(other) > TOLERANCE) {
            let minimum = other.left + other.width;
            let fault = Fault::OutOfRange { minimum, maximum: wall_width, found: window.left.to_string() };
            return Err(Error::new(format!("{path}.left"), fault));
        }
    }
    Ok(())
}
