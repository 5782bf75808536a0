//! Exact areas of shadows on a wall.
//!
//! Seen along the wall, every edge of a shadow is level, upright, or runs along the sun's path over the wall: the shadow of
//! a level slab has level and slanted edges, that of an upright one upright and slanted edges, and all slanted edges are
//! parallel. So every shadow, every window and every piece of either is the meeting of three spans: of `x` along the wall,
//! of `z` up the wall and of `c`, the distance across the sun's path. Meetings of such regions are such regions, and a
//! region without another is a few such regions: unions are exact without sorting and without lists.

/// From `low` to `high`; empty unless `low < high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    pub(super) low: f64,
    pub(super) high: f64,
}

impl Span {
    /// Between two numbers in any order.
    pub(super) fn between(one: f64, two: f64) -> Self {
        Self { low: one.min(two), high: one.max(two) }
    }

    /// All numbers.
    pub(super) const ALL: Self = Self { low: f64::NEG_INFINITY, high: f64::INFINITY };

    fn meet(self, other: Self) -> Self {
        Self { low: self.low.max(other.low), high: self.high.min(other.high) }
    }

    fn length(self) -> f64 {
        self.high - self.low
    }

    /// The parts of this below and above `other`.
    fn around(self, other: Self) -> [Self; 2] {
        [Self { low: self.low, high: other.low }, Self { low: other.high, high: self.high }]
    }
}

/// The way of the sun's light over the wall, as seen from outside.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Light {
    /// How far the shadow of a point moves to the left for each metre that the point stands off the wall.
    pub(super) along: f64,
    /// How far it moves down.
    pub(super) down: f64,
    /// The direction of that move, of length 1; 0 and 0 if the sun stands straight before the wall.
    left: f64,
    fall: f64,
}

impl Light {
    /// The light of a sun in the direction (`right`, `outward`, `up`), `outward` above 0.
    pub(super) fn from(right: f64, outward: f64, up: f64) -> Self {
        let length = (right * right + up * up).sqrt();
        let (left, fall) = if length > 0.0 { (right / length, up / length) } else { (0.0, 0.0) };
        Self { along: right / outward, down: up / outward, left, fall }
    }

    /// The distance across the sun's path of a point of the wall, m.
    pub(super) fn across(&self, x: f64, z: f64) -> f64 {
        self.fall * x - self.left * z
    }
}

/// A part of the wall's plane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Region {
    pub(super) x: Span,
    pub(super) z: Span,
    pub(super) c: Span,
}

impl Region {
    /// The part of this within `other`; `None` if there is none.
    fn meet(self, other: Self, light: &Light) -> Option<Self> {
        Self { x: self.x.meet(other.x), z: self.z.meet(other.z), c: self.c.meet(other.c) }.trimmed(light)
    }

    /// The region with `c` no wider than the rectangle has; `None` if nothing is left.
    fn trimmed(self, light: &Light) -> Option<Self> {
        let Self { x, z, c } = self;
        // Also nothing where a span is no number.
        if !(x.low < x.high && z.low < z.high) {
            return None;
        }
        let (fall, left) = (
            Span::between(light.fall * x.low, light.fall * x.high),
            Span::between(light.left * z.low, light.left * z.high),
        );
        let c = c.meet(Span { low: fall.low - left.high, high: fall.high - left.low });
        (c.low < c.high).then_some(Self { x, z, c })
    }

    /// The area, m²; the region must be trimmed.
    fn area(&self, light: &Light) -> f64 {
        let Self { x, z, c } = self;
        if light.fall.abs() >= light.left.abs() {
            // At height z the slanted edges are at x = (c + left z) / fall.
            let at = |c: f64, z: f64| (c + light.left * z) / light.fall;
            z.length() * mean_overlap(&at, *c, *z, *x)
        } else {
            let at = |c: f64, x: f64| (light.fall * x - c) / light.left;
            x.length() * mean_overlap(&at, *c, *x, *z)
        }
    }
}

/// The mean over `s` in `run` of how much of `fixed` is between the edges `at(c.low, s)` and `at(c.high, s)`.
fn mean_overlap(at: &impl Fn(f64, f64) -> f64, c: Span, run: Span, fixed: Span) -> f64 {
    // The overlap of [p, q] and [low, high] is (q - low)⁺ - (q - high)⁺ - (p - low)⁺ + (p - high)⁺; p and q are linear.
    let beyond = |c: f64, bound: f64| mean_positive(at(c, run.low) - bound, at(c, run.high) - bound);
    let upto = |c: f64| beyond(c, fixed.low) - beyond(c, fixed.high);
    (upto(c.high) - upto(c.low)).abs()
}

/// The mean of the positive part of a number that runs evenly from `start` to `end`.
fn mean_positive(start: f64, end: f64) -> f64 {
    let (low, high) = (start.min(end), start.max(end));
    if low >= 0.0 {
        f64::midpoint(low, high)
    } else if high <= 0.0 {
        0.0
    } else {
        high * high / (2.0 * (high - low))
    }
}

/// The area of `region` that the shadows of `shades` cover, m²; where shadows overlap it counts once.
pub(super) fn covered<Shade>(
    region: &Region,
    shades: &[Shade],
    light: &Light,
    shadow: &impl Fn(&Shade, &Light) -> Region,
) -> f64 {
    let Some((shade, others)) = shades.split_first() else { return 0.0 };
    let Some(region) = region.trimmed(light) else { return 0.0 };
    let Some(shaded) = region.meet(shadow(shade, light), light) else {
        return covered(&region, others, light, shadow);
    };
    let area = shaded.area(light);
    if others.is_empty() {
        return area;
    }
    // What is left of the region falls apart into at most six pieces.
    let [left, right] = region.x.around(shaded.x).map(|x| Region { x, ..region });
    let [below, above] = region.z.around(shaded.z).map(|z| Region { x: shaded.x, z, c: region.c });
    let [one, other] = region.c.around(shaded.c).map(|c| Region { c, ..shaded });
    let pieces = [left, right, below, above, one, other];
    area + pieces.iter().map(|piece| covered(piece, others, light, shadow)).sum::<f64>()
}
