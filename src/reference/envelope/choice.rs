//! The rule that chooses build-up and glazing by climate zone, year of building and glazing ratio.

use super::{Element, Envelope, GlazingArchetype, GlazingRule, OpaqueArchetype, WindowLimit};
use crate::error::{Error, Fault};
use crate::finding::Confidence;
use crate::reference::Zone;

/// What a floor lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Floor {
    /// On the ground.
    Ground,
    /// On a room below.
    Interior,
}

/// A build-up and why it was chosen.
#[derive(Clone, Copy, Debug)]
pub struct Chosen<'a> {
    /// The build-up.
    pub archetype: &'a OpaqueArchetype,
    /// Why, in English.
    pub source: &'a str,
    /// Why, in Chinese.
    pub source_zh: &'a str,
    /// How far the choice can be trusted.
    pub confidence: Confidence,
}

/// A glazing and why it was chosen.
#[derive(Clone, Copy, Debug)]
pub struct ChosenGlazing<'a> {
    /// The glazing.
    pub archetype: &'a GlazingArchetype,
    /// The limit that chose it, if one did; its solar limit did not choose.
    pub limit: Option<&'a WindowLimit>,
    /// Why, in English.
    pub source: &'a str,
    /// Why, in Chinese.
    pub source_zh: &'a str,
    /// How far the choice can be trusted.
    pub confidence: Confidence,
}

/// Whether a rule of `zones` and years holds. No zones means all; the last year is excluded.
fn holds(zones: &[Zone], from: Option<i32>, to: Option<i32>, zone: Zone, year: i32) -> bool {
    (zones.is_empty() || zones.contains(&zone))
        && from.is_none_or(|first| year >= first)
        && to.is_none_or(|end| year < end)
}

impl Envelope {
    /// The wall of a building of `year` in `zone`, or `None` if no rule fits.
    #[must_use]
    pub fn choose_wall(&self, zone: Zone, year: i32) -> Option<Chosen<'_>> {
        self.choose(Element::Wall, zone, year)
    }

    /// The roof of a building of `year` in `zone`, or `None` if no rule fits.
    #[must_use]
    pub fn choose_roof(&self, zone: Zone, year: i32) -> Option<Chosen<'_>> {
        self.choose(Element::Roof, zone, year)
    }

    /// The floor of a building of `year` in `zone`, or `None` if no rule fits.
    #[must_use]
    pub fn choose_floor(&self, floor: Floor, zone: Zone, year: i32) -> Option<Chosen<'_>> {
        let element = match floor {
            Floor::Ground => Element::GroundFloor,
            Floor::Interior => Element::InteriorFloor,
        };
        self.choose(element, zone, year)
    }

    /// The wall between rooms of a building of `year` in `zone`, or `None` if no rule fits.
    #[must_use]
    pub fn choose_partition(&self, zone: Zone, year: i32) -> Option<Chosen<'_>> {
        self.choose(Element::Partition, zone, year)
    }

    /// The build-up of `element` of a building of `year` in `zone`, or `None` if no rule fits.
    #[must_use]
    pub fn choose(&self, element: Element, zone: Zone, year: i32) -> Option<Chosen<'_>> {
        let rule = self.opaque_rules.iter().find(|rule| {
            rule.element == element && holds(&rule.zones, rule.built_from, rule.built_to, zone, year)
        })?;
        Some(Chosen {
            archetype: self.opaque(&rule.archetype)?,
            source: &rule.source,
            source_zh: &rule.source_zh,
            confidence: rule.confidence,
        })
    }

    /// The glazing of a façade of a building of `year` in `zone` with glass on `ratio` of it, 0 to 1, or `None` if no rule fits
    /// or the ratio is none.
    ///
    /// Shop fronts are not in the rule: they are often of single glass whatever the code of their year was.
    #[must_use]
    pub fn choose_glazing(&self, zone: Zone, year: i32, ratio: f64) -> Option<ChosenGlazing<'_>> {
        if !(0.0..=1.0).contains(&ratio) {
            return None;
        }
        let rules = &self.glazing_rules;
        let rule =
            rules.iter().find(|rule| holds(&rule.zones, rule.built_from, rule.built_to, zone, year))?;
        let (archetype, limit) = match &rule.archetype {
            Some(id) => (self.glazing(id)?, None),
            None => {
                let limit = self.limit(rule, zone, ratio)?;
                (self.first_within(limit.u_w_m2_k, year)?, Some(limit))
            }
        };
        let GlazingRule { source, source_zh, confidence, .. } = rule;
        Some(ChosenGlazing { archetype, limit, source, source_zh, confidence: *confidence })
    }

    /// The limit of the rule's standard; above its last band that band holds on, because the standard has nothing there.
    fn limit(&self, rule: &GlazingRule, zone: Zone, ratio: f64) -> Option<&WindowLimit> {
        let zone = rule.zone_as.iter().find(|pair| pair.zone == zone).map_or(zone, |pair| pair.substitute);
        let fits = |limit: &&WindowLimit| {
            Some(&limit.standard) == rule.standard.as_ref()
                && Some(&limit.class) == rule.class.as_ref()
                && limit.zones.contains(&zone)
                && (limit.shape.is_none() || limit.shape == rule.shape)
        };
        let bands = || self.window_limits.iter().filter(fits);
        bands().find(|limit| ratio <= limit.ratio_to).or_else(|| bands().next_back())
    }

    /// The first glazing of the ladder with at most this U-value, of those that were built in `year`; where there was none, of all,
    /// because the standard was kept before its glass became usual; else the last.
    fn first_within(&self, u_w_m2_k: f64, year: i32) -> Option<&GlazingArchetype> {
        let built = |glazing: &&GlazingArchetype| {
            glazing.built_from.is_none_or(|first| year >= first)
                && glazing.built_to.is_none_or(|end| year < end)
        };
        let ladder = || self.glazing_ladder.iter().filter_map(|id| self.glazing(id));
        let within = || ladder().filter(|glazing| glazing.u_w_m2_k <= u_w_m2_k);
        within().find(built).or_else(|| within().next()).or_else(|| ladder().next_back())
    }

    /// Whether everything that a rule names is there.
    pub(super) fn check_rules(&self) -> Result<(), Error> {
        let unknown = |path: String, kind: &'static str, found: &str| {
            Error::new(path, Fault::UnknownReference { kind, found: found.to_owned(), suggestion: None })
        };
        for (position, rule) in self.opaque_rules.iter().enumerate() {
            let known = self.opaque(&rule.archetype);
            if known.is_none_or(|archetype| archetype.element != rule.element) {
                let path = format!("opaqueRules[{position}].archetype");
                return Err(unknown(path, "construction", &rule.archetype));
            }
        }
        for (position, id) in self.glazing_ladder.iter().enumerate() {
            if self.glazing(id).is_none() {
                return Err(unknown(format!("glazingLadder[{position}]"), "glazing", id));
            }
        }
        for (position, rule) in self.glazing_rules.iter().enumerate() {
            match (&rule.archetype, &rule.standard) {
                (Some(id), _) if self.glazing(id).is_none() => {
                    return Err(unknown(format!("glazingRules[{position}].archetype"), "glazing", id));
                }
                (None, Some(standard)) => {
                    if self.window_limits.iter().all(|limit| limit.standard != *standard) {
                        let path = format!("glazingRules[{position}].standard");
                        return Err(unknown(path, "standard", standard));
                    }
                }
                (None, None) => {
                    return Err(Error::new(
                        format!("glazingRules[{position}].standard"),
                        Fault::MissingField,
                    ));
                }
                (Some(_), _) => {}
            }
        }
        Ok(())
    }
}
