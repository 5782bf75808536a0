//! Numbers of the drawing.

/// Integers from a fixed linear congruential generator (Knuth's MMIX constants): no platform has its own.
pub(super) struct Sequence(u64);

impl Sequence {
    /// The row of numbers of one project.
    pub(super) fn of(number: u32) -> Self {
        Self(u64::from(number).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(1))
    }

    /// From 0 to below `bound`.
    pub(super) fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound)).unwrap_or(0)
    }

    /// Once in `times`.
    pub(super) fn chance(&mut self, times: u32) -> bool {
        self.below(times) == 0
    }

    /// From `low` to below `high`, both in units of one over `scale`.
    pub(super) fn decimal(&mut self, low: u32, high: u32, scale: f64) -> f64 {
        f64::from(low + self.below(high - low)) / scale
    }

    pub(super) fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        let index = self.below(u32::try_from(list.len()).unwrap_or(1));
        list.get(usize::try_from(index).unwrap_or(0)).copied().unwrap_or_default()
    }
}
