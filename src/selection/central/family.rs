//! A family with everything that its systems are made of: diameters, joints, boxes, controllers.

use crate::catalogue::{
    Connection, Family, FamilyPiping, Identity, Item, OutdoorUnit, RefrigerantSystem, RemarkCode,
};
use crate::finding::{Finding, FindingCode, Severity};
use crate::installation::PipePair;
use crate::project::SystemKind;
use crate::scalar::Scalar;
use crate::selection::context::Context;
use crate::selection::heating::altitude_factor;
use crate::selection::rejection::Rejection;
use crate::selection::rule::Rule;
use crate::selection::rules::place::ALTITUDE_M;
use crate::selection::rules::wishes;
use std::collections::BTreeSet;

/// A family that systems can be made of.
pub(in crate::selection) struct UsableFamily<'a> {
    pub(in crate::selection) family: &'a Family,
    pub(in crate::selection) piping: &'a FamilyPiping,
    /// Diameters with their joints, by rising index; empty where nothing is shared.
    pub(in crate::selection) tiers: Vec<Tier<'a>>,
    /// The controller of a room.
    pub(in crate::selection) controller: Option<&'a str>,
    /// The control cable of the plants that it stands for, where those of the family have several; absent where all have one.
    pub(in crate::selection) cable: Option<Option<&'a str>>,
    /// The connection ratio where it stands for systems of fresh-air units alone; absent where it stands for those of rooms, which
    /// may have fresh-air units beside them.
    pub(in crate::selection) alone: Option<[f64; 2]>,
}

/// A diameter of the shared pipe.
#[derive(Clone, Copy, Debug)]
pub(in crate::selection) struct Tier<'a> {
    pub(in crate::selection) up_to_index: i64,
    pub(in crate::selection) pipe: PipePair,
    /// Refrigerant, kg/m.
    pub(in crate::selection) kg_per_m: f64,
    /// The joint.
    pub(in crate::selection) kit: &'a str,
}

/// The control cable between an outdoor unit and what connects to it; none where nobody states it.
fn control_cable(item: &Item<OutdoorUnit>) -> Option<&str> {
    item.figures.electrical.as_ref()?.control_cable.as_deref()
}

/// Diameters that differ by less are the same pipe, mm.
const SAME_MM: f64 = 0.05;

/// What is refused because its family is of no use.
#[derive(Default)]
pub(in crate::selection) struct Unusable {
    /// Outdoor units.
    pub(in crate::selection) plants: Vec<Rejection>,
    /// Indoor units, for every room.
    pub(in crate::selection) units: Vec<Rejection>,
}

/// The families that systems can be made of, and why others cannot. A family whose outdoor units have several control cables is one for each,
/// because what a pipe costs with its cable is one price for all plants of a question; one whose fresh-air units may stand alone is one more of
/// its own: what rooms connect to and what they alone connect to have other limits.
pub(in crate::selection) fn usable<'a>(context: &Context<'a>) -> (Vec<UsableFamily<'a>>, Unusable) {
    let catalogue = context.catalogue;
    let (mut families, mut unusable) = (Vec::new(), Unusable::default());
    for family in catalogue.families() {
        match UsableFamily::of(family, context) {
            Ok(usable) => {
                for usable in usable.by_cable(context) {
                    let alone = family.fresh_air_alone.map(|_| usable.of_fresh_air_alone());
                    families.push(usable);
                    families.extend(alone);
                }
            }
            Err(lack) => {
                let wanted = wishes::system_wanted(context.preferences, kind(family.system));
                let refused = |identity: &Identity| {
                    if wanted.is_broken() {
                        Rejection::broken(&identity.id, &wanted)
                    } else {
                        Rejection::new(&identity.id, lack.rule(), lack.of(family))
                    }
                };
                let plants = catalogue.outdoor_units().iter().filter(|item| item.figures.family == family.id);
                let units = catalogue.indoor_units().iter().filter(|item| item.figures.family == family.id);
                unusable.plants.extend(plants.map(|item| refused(&item.identity)));
                unusable.units.extend(units.map(|item| refused(&item.identity)));
            }
        }
    }
    (families, unusable)
}

/// A finding for each family of a wanted kind that no system can be made of.
pub(in crate::selection) fn findings(context: &Context<'_>) -> Vec<Finding> {
    let wanted =
        |family: &&Family| !wishes::system_wanted(context.preferences, kind(family.system)).is_broken();
    let families = context.catalogue.families().iter().filter(wanted);
    let lacking = families.filter_map(|family| Some((family, UsableFamily::of(family, context).err()?)));
    let told = |(family, lack): (&Family, Lack)| {
        Finding::new(FindingCode::FamilyUnusable, Severity::Warning, "catalogue", lack.of(family))
    };
    lacking.map(told).collect()
}

/// What a family lacks so that no system can be made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    /// Limits of the pipe.
    Piping,
    /// Joints of the shared pipe.
    BranchKit,
    /// Refrigerant for each metre of a diameter.
    Charge,
    /// A diameter with a joint for any index.
    Diameter,
    /// Outdoor units.
    OutdoorUnit,
    /// Indoor units.
    IndoorUnit,
}

impl Lack {
    /// The rule that refuses its outdoor units.
    fn rule(self) -> Rule {
        match self {
            Self::BranchKit | Self::OutdoorUnit | Self::IndoorUnit => Rule::NoSystem,
            Self::Piping | Self::Charge | Self::Diameter => Rule::IncompleteData,
        }
    }

    /// The family and the reason.
    fn of(self, family: &Family) -> [(&'static str, Scalar); 2] {
        let reason = match self {
            Self::Piping => RemarkCode::NoPiping.as_str(),
            Self::BranchKit => RemarkCode::NoBranchKit.as_str(),
            Self::OutdoorUnit => RemarkCode::NoOutdoorUnit.as_str(),
            Self::IndoorUnit => RemarkCode::NoIndoorUnit.as_str(),
            Self::Charge => "no_charge",
            Self::Diameter => "no_diameter",
        };
        [("family", family.id.clone().into()), ("reason", reason.into())]
    }
}

/// What kind of system a family makes.
fn kind(system: RefrigerantSystem) -> SystemKind {
    match system {
        RefrigerantSystem::MultiSplit => SystemKind::MultiSplit,
        RefrigerantSystem::VrfHeatPump => SystemKind::VrfHeatPump,
        RefrigerantSystem::VrfHeatRecovery => SystemKind::VrfHeatRecovery,
    }
}

impl<'a> UsableFamily<'a> {
    fn of(family: &'a Family, context: &Context<'a>) -> Result<Self, Lack> {
        if context.catalogue.has_no_outdoor_unit(&family.id) {
            return Err(Lack::OutdoorUnit);
        }
        if context.catalogue.has_no_indoor_unit(&family.id) {
            return Err(Lack::IndoorUnit);
        }
        let piping = family.piping.as_ref().ok_or(Lack::Piping)?;
        let mut usable =
            Self { family, piping, tiers: Vec::new(), controller: None, cable: None, alone: None };
        usable.controller = super::room_controller(context, Some(&family.id));
        if family.system != RefrigerantSystem::MultiSplit {
            usable.tiers = usable.shared_tiers(context)?;
        }
        Ok(usable)
    }

    /// The same for each control cable of its outdoor units.
    fn by_cable(self, context: &Context<'a>) -> Vec<Self> {
        let own =
            context.catalogue.outdoor_units().iter().filter(|item| item.figures.family == self.family.id);
        let cables: BTreeSet<Option<&'a str>> = own.map(control_cable).collect();
        if cables.len() < 2 {
            return vec![self];
        }
        let of = |cable| Self { tiers: self.tiers.clone(), cable: Some(cable), ..self };
        cables.into_iter().map(of).collect()
    }

    /// Whether it stands for the plants that begin with an outdoor unit.
    pub(in crate::selection) fn has_cable_of(&self, first: &Item<OutdoorUnit>) -> bool {
        self.cable.is_none_or(|cable| cable == control_cable(first))
    }

    /// The same for systems of fresh-air units alone.
    fn of_fresh_air_alone(&self) -> Self {
        Self { tiers: self.tiers.clone(), alone: self.family.fresh_air_alone, ..*self }
    }

    /// The connection ratio, from, to.
    pub(in crate::selection) fn ratio(&self) -> [f64; 2] {
        self.alone.unwrap_or(self.family.ratio)
    }

    /// What fresh-air units may take of the outdoor unit's index beside those of rooms; absent where it is not limited.
    pub(in crate::selection) fn most_fresh_air(&self) -> Option<f64> {
        self.family.fresh_air_share.filter(|_| self.alone.is_none())
    }

    /// What the height of a place leaves of what its units give in rooms, as of its plants; all up to the height to which machines are as they
    /// are rated, where the maker states nothing, and above the highest that is stated, where no plant stands.
    pub(in crate::selection) fn left_at(&self, elevation_m: f64) -> f64 {
        let points = self.family.altitude.as_deref().filter(|_| elevation_m > ALTITUDE_M);
        points.and_then(|points| altitude_factor(points, elevation_m)).unwrap_or(1.0)
    }

    /// What kind of system it makes.
    pub(in crate::selection) fn kind(&self) -> SystemKind {
        kind(self.family.system)
    }

    /// Whether its rooms share a pipe.
    pub(in crate::selection) fn shares_pipe(&self) -> bool {
        self.family.system != RefrigerantSystem::MultiSplit
    }

    /// Refrigerant for each metre of a liquid pipe, kg/m.
    pub(in crate::selection) fn kg_per_m(&self, liquid_mm: f64) -> Option<f64> {
        let charge = self.family.charge.as_ref()?;
        let same = charge.per_metre.iter().find(|one| (one.liquid_mm - liquid_mm).abs() < SAME_MM)?;
        Some(same.kg_per_m)
    }

    /// The diameter for a sum of indices.
    pub(in crate::selection) fn tier(&self, index: i64) -> Option<&Tier<'a>> {
        self.tiers.iter().find(|tier| index <= tier.up_to_index)
    }

    /// The pipes of a room's branch with the family's insulation.
    pub(in crate::selection) fn branch_pipe(&self, connection: &Connection) -> PipePair {
        PipePair {
            liquid_mm: connection.liquid_mm,
            gas_mm: connection.gas_mm,
            liquid_insulation_mm: self.piping.liquid_insulation_mm,
            gas_insulation_mm: self.piping.gas_insulation_mm,
        }
    }

    /// A step wherever the diameter or the joint changes, each with the cheapest joint that takes it.
    fn shared_tiers(&self, context: &Context<'a>) -> Result<Vec<Tier<'a>>, Lack> {
        let kits: Vec<(i64, &str)> = context
            .catalogue
            .branch_kits()
            .iter()
            .filter(|kit| kit.figures.family == self.family.id)
            .map(|kit| (kit.figures.up_to_index, kit.identity.id.as_str()))
            .collect();
        if kits.is_empty() {
            return Err(Lack::BranchKit);
        }
        let mut steps: BTreeSet<i64> = kits.iter().map(|(up_to, _)| *up_to).collect();
        steps.extend(self.piping.pipes.iter().map(|pipe| pipe.up_to_index));
        let mut tiers = Vec::new();
        for up_to_index in steps {
            let pipe = self.piping.pipes.iter().find(|pipe| up_to_index <= pipe.up_to_index);
            let large = kits.iter().filter(|(up_to, _)| up_to_index <= *up_to);
            let kit = large.min_by_key(|(up_to, id)| (context.cheapest_first(id), *up_to));
            let (Some(pipe), Some((_, kit))) = (pipe, kit) else { break };
            let kg_per_m = self.kg_per_m(pipe.liquid_mm).ok_or(Lack::Charge)?;
            tiers.push(Tier {
                up_to_index,
                pipe: PipePair {
                    liquid_mm: pipe.liquid_mm,
                    gas_mm: pipe.gas_mm,
                    liquid_insulation_mm: self.piping.liquid_insulation_mm,
                    gas_insulation_mm: self.piping.gas_insulation_mm,
                },
                kg_per_m,
                kit,
            });
        }
        if tiers.is_empty() { Err(Lack::Diameter) } else { Ok(tiers) }
    }
}
