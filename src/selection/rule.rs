//! The names of the rules, and the record of a check.

use crate::catalogue::Standard;
use crate::num;
use serde::Serialize;

/// A rule that a product or a system keeps or breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Rule {
    /// The catalogue refused its figures.
    RefusedByCatalogue,
    /// Another kind of system is wanted.
    SystemWanted,
    /// Another brand or another product is wanted.
    ProductWanted,
    /// Another mounting is wanted.
    Mounting,
    /// The project has no place where its outdoor unit stands: a roof for a rooftop unit, anything but a wall for a chiller.
    OutdoorPlace,
    /// A capacity near that of the requested nameplate is wanted.
    Nameplate,
    /// A better efficiency grade is wanted.
    EfficiencyGrade,
    /// It cannot be delivered by the wanted date.
    Availability,
    /// It only heats.
    HeatingOnly,
    /// Pipes, supply or masses are not known, so it cannot be taken off.
    IncompleteData,
    /// It needs three phases and the site has one.
    Phases,
    /// Its breaker is below what its circuit asks for, or above the largest that the maker allows.
    Breaker,
    /// The outdoor air in summer or winter is outside what it may run at.
    OperatingLimits,
    /// The free space at the outdoor unit.
    Clearance,
    /// The height at which its indoor unit hangs.
    HangingHeight,
    /// From outdoor to indoor unit.
    PipeLength,
    /// From outdoor to indoor unit with joints as length.
    EquivalentLength,
    /// What the pipe leaves of the capacity.
    LengthLoss,
    /// From the first joint to the farthest indoor unit.
    FirstBranch,
    /// All pipe of the system.
    TotalPipe,
    /// The height between outdoor and indoor units.
    PipeHeight,
    /// The height between indoor units.
    IndoorHeight,
    /// The conditions lie outside the maker's table.
    OutsideTable,
    /// The maker's table has no value at the conditions.
    MissingCell,
    /// The total cooling capacity.
    TotalCapacity,
    /// The sensible cooling capacity.
    SensibleCapacity,
    /// The latent cooling capacity.
    LatentCapacity,
    /// The heating capacity at the winter design, with defrost.
    HeatingCapacity,
    /// What is left when one unit is lost.
    Redundancy,
    /// The external static pressure of its fan.
    StaticPressure,
    /// The part of its air that comes from outdoors.
    Airflow,
    /// The outdoor air that it brings in.
    OutdoorAirflow,
    /// What it recovers of the difference to outdoors, in temperature and humidity.
    Effectiveness,
    /// Sound in the room.
    IndoorNoise,
    /// Sound at the neighbour's window at night.
    NeighbourNoise,
    /// Refrigerant that could leak into the smallest room.
    Charge,
    /// The indices of the indoor units over that of the outdoor unit.
    ConnectionRatio,
    /// How many indoor units.
    IndoorCount,
    /// The share of the fresh-air units in the ratio.
    FreshAirShare,
    /// The height of the place.
    Altitude,
    /// All supply currents together.
    SupplyCurrent,
    /// The books have no price for it or its installation.
    NoPrice,
    /// Nothing of its family serves the room: no outdoor unit, no joint, no controller.
    NoSystem,
    /// It fits, and the chosen systems are better by the objective.
    Costlier,
}

impl Rule {
    /// Every rule, for faces that must have a sentence for each.
    pub const ALL: [Self; 44] = [
        Self::RefusedByCatalogue,
        Self::SystemWanted,
        Self::ProductWanted,
        Self::Mounting,
        Self::OutdoorPlace,
        Self::Nameplate,
        Self::EfficiencyGrade,
        Self::Availability,
        Self::HeatingOnly,
        Self::IncompleteData,
        Self::Phases,
        Self::Breaker,
        Self::OperatingLimits,
        Self::Clearance,
        Self::HangingHeight,
        Self::PipeLength,
        Self::EquivalentLength,
        Self::LengthLoss,
        Self::FirstBranch,
        Self::TotalPipe,
        Self::PipeHeight,
        Self::IndoorHeight,
        Self::OutsideTable,
        Self::MissingCell,
        Self::TotalCapacity,
        Self::SensibleCapacity,
        Self::LatentCapacity,
        Self::HeatingCapacity,
        Self::Redundancy,
        Self::StaticPressure,
        Self::Airflow,
        Self::OutdoorAirflow,
        Self::Effectiveness,
        Self::IndoorNoise,
        Self::NeighbourNoise,
        Self::Charge,
        Self::ConnectionRatio,
        Self::IndoorCount,
        Self::FreshAirShare,
        Self::Altitude,
        Self::SupplyCurrent,
        Self::NoPrice,
        Self::NoSystem,
        Self::Costlier,
    ];

    /// The name in JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::RefusedByCatalogue => "refusedByCatalogue",
            Self::SystemWanted => "systemWanted",
            Self::ProductWanted => "productWanted",
            Self::Mounting => "mounting",
            Self::OutdoorPlace => "outdoorPlace",
            Self::Nameplate => "nameplate",
            Self::EfficiencyGrade => "efficiencyGrade",
            Self::Availability => "availability",
            Self::HeatingOnly => "heatingOnly",
            Self::IncompleteData => "incompleteData",
            Self::Phases => "phases",
            Self::Breaker => "breaker",
            Self::OperatingLimits => "operatingLimits",
            Self::Clearance => "clearance",
            Self::HangingHeight => "hangingHeight",
            Self::PipeLength => "pipeLength",
            Self::EquivalentLength => "equivalentLength",
            Self::LengthLoss => "lengthLoss",
            Self::FirstBranch => "firstBranch",
            Self::TotalPipe => "totalPipe",
            Self::PipeHeight => "pipeHeight",
            Self::IndoorHeight => "indoorHeight",
            Self::OutsideTable => "outsideTable",
            Self::MissingCell => "missingCell",
            Self::TotalCapacity => "totalCapacity",
            Self::SensibleCapacity => "sensibleCapacity",
            Self::LatentCapacity => "latentCapacity",
            Self::HeatingCapacity => "heatingCapacity",
            Self::Redundancy => "redundancy",
            Self::StaticPressure => "staticPressure",
            Self::Airflow => "airflow",
            Self::OutdoorAirflow => "outdoorAirflow",
            Self::Effectiveness => "effectiveness",
            Self::IndoorNoise => "indoorNoise",
            Self::NeighbourNoise => "neighbourNoise",
            Self::Charge => "charge",
            Self::ConnectionRatio => "connectionRatio",
            Self::IndoorCount => "indoorCount",
            Self::FreshAirShare => "freshAirShare",
            Self::Altitude => "altitude",
            Self::SupplyCurrent => "supplyCurrent",
            Self::NoPrice => "noPrice",
            Self::NoSystem => "noSystem",
            Self::Costlier => "costlier",
        }
    }
}

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// The rule is kept.
    Passed,
    /// The rule is broken.
    Failed,
    /// The catalogue or the project does not say enough.
    NotChecked,
}

/// A rule, what was found and what it asks for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Check {
    /// The rule.
    pub rule: Rule,
    /// What it came to.
    pub verdict: Verdict,
    /// What was found, in the unit of the rule.
    pub value: Option<f64>,
    /// What the rule asks for at least or at most.
    pub limit: Option<f64>,
    /// How far the value is on the good side of the limit, as a share of the limit; negative where it is broken, absent where the value
    /// can only be one of a few.
    pub margin: Option<f64>,
    /// The standard that the limit is of, where countries have different ones.
    pub standard: Option<Standard>,
}

/// Decimals of a margin.
const MARGIN_DECIMALS: u32 = 3;
/// Decimals of a value and of a limit.
const VALUE_DECIMALS: u32 = 4;

impl Check {
    /// Whether `value` reaches `limit`.
    pub(super) fn at_least(rule: Rule, value: f64, limit: f64) -> Self {
        let margin = if limit > 0.0 { Some(value / limit - 1.0) } else { None };
        Self::of(rule, value >= limit, value, limit, margin)
    }

    /// Whether `value` does not exceed `limit`.
    pub(super) fn at_most(rule: Rule, value: f64, limit: f64) -> Self {
        let margin = if limit > 0.0 { Some(1.0 - value / limit) } else { None };
        Self::of(rule, value <= limit, value, limit, margin)
    }

    fn of(rule: Rule, kept: bool, value: f64, limit: f64, margin: Option<f64>) -> Self {
        Self {
            rule,
            verdict: if kept { Verdict::Passed } else { Verdict::Failed },
            value: Some(num::quantise(value, VALUE_DECIMALS)),
            limit: Some(num::quantise(limit, VALUE_DECIMALS)),
            margin: margin.map(|margin| num::quantise(margin, MARGIN_DECIMALS)),
            standard: None,
        }
    }

    /// Whether `value`, one of a few, does not exceed `limit`: no part of it is left over.
    pub(super) fn one_of_few(rule: Rule, value: f64, limit: f64) -> Self {
        Self { margin: None, ..Self::at_most(rule, value, limit) }
    }

    /// Whether watts reach watts.
    pub(super) fn watts(rule: Rule, capacity_w: i64, load_w: i64) -> Self {
        Self::at_least(rule, num::from_whole(capacity_w), num::from_whole(load_w))
    }

    /// A wish that has no number.
    pub(super) fn wish(rule: Rule, kept: bool) -> Self {
        let verdict = if kept { Verdict::Passed } else { Verdict::Failed };
        Self { rule, verdict, value: None, limit: None, margin: None, standard: None }
    }

    /// Nothing to check it by.
    pub(super) fn not_checked(rule: Rule) -> Self {
        Self { rule, verdict: Verdict::NotChecked, value: None, limit: None, margin: None, standard: None }
    }

    /// The same with the standard that its limit is of.
    pub(super) fn by(self, standard: Option<Standard>) -> Self {
        Self { standard, ..self }
    }

    /// Whether the rule is broken.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        self.verdict == Verdict::Failed
    }
}

/// The rule with the smallest margin, the first of equals; `None` where none has a margin.
pub(super) fn governing(checks: &[Check]) -> Option<Rule> {
    let mut tightest: Option<(f64, Rule)> = None;
    for check in checks {
        let Some(margin) = check.margin else { continue };
        if tightest.is_none_or(|(least, _)| margin < least) {
            tightest = Some((margin, check.rule));
        }
    }
    tightest.map(|(_, rule)| rule)
}

/// The first rule that is broken.
pub(super) fn first_broken(checks: &[Check]) -> Option<Check> {
    checks.iter().copied().find(Check::is_broken)
}
