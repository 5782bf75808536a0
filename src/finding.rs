//! What an answer has to say about itself: findings and assumptions.

use crate::boundary::from_node;
use crate::error::Params;
use crate::scalar::Scalar;
use serde::Serialize;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// The answer holds, but somebody should look.
    Warning,
    /// The answer is incomplete: no total, or a room without a system.
    Error,
}

/// What a finding says; the stable text is in [`FindingCode::as_str`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum FindingCode {
    /// The load is stated by the project and not computed.
    LoadStated,
    /// A design day does not repeat itself closely, so that the load is less exact than others.
    LoadNotSettled,
    /// The load lies outside the index band of the room type.
    OutsideBand,
    /// The detailed index table lies outside the band of the room type.
    BandDisputed,
    /// A station's figures were corrected, as its note says.
    StationCorrected,
    /// Heating is wanted and computed, but no equipment is matched to it yet.
    HeatingNotMatched,
    /// No machine brings outdoor air into a room whose rule wants some.
    NoOutdoorAir,
    /// The exhaust of a kitchen or restaurant is not stated, and what it draws through the room is not in the load.
    ExhaustNotStated,
    /// The place is far above or below its station.
    StationHeight,
    /// The station has no newer dry bulbs, and those of the standard were taken.
    CurrentClimateAbsent,
    /// The standard has no wet bulb for the station, and it was estimated.
    WetBulbEstimated,
    /// The outdoor air is in the load, but no equipment that brings it in is selected or priced.
    OutdoorAirNotEquipped,
    /// The refrigerant charge is not checked against the room that it could leak into.
    ChargeNotChecked,
    /// The design weather comes from a station far away.
    StationFar,
    /// Nothing in the catalogue fits a room.
    NothingFits,
    /// The capacity is not corrected for the height of the place.
    AltitudeNotChecked,
    /// The catalogue remarks something odd about the figures of a chosen product.
    ProductRemarked,
    /// The stated station is not the city's, or the city is not in the table.
    StationNotOfCity,
    /// The chosen units carry far more than the load.
    Oversized,
    /// A price, a rate or a size comes from demo data.
    DemoData,
    /// The book has no price for a line at the pricing instant.
    NoPrice,
    /// The quote has no total, because a line has no price or a room no system.
    NoTotal,
    /// A rule of a chosen system could not be checked, because the catalogue or the project does not say enough.
    NotChecked,
    /// Heating is wanted, and the catalogue does not say what a chosen system gives in winter.
    HeatingUnknown,
    /// The choice is good, and not proved to be the best.
    OptimumNotProved,
    /// What the wishes for kinds, brands, products and grades cost.
    PreferenceCost,
    /// The wishes for kinds, brands, products and grades leave a room without a system.
    PreferenceUnmet,
    /// The supply of the building is not stated; the machines need this current.
    SupplyUnknown,
    /// The machines need more current than the building has left.
    SupplyShort,
    /// The outdoor units that stand at one place are together louder at a neighbour's window than is allowed.
    NeighbourTooLoud,
    /// The limit of a refrigerant in a room is recalled, not read in the standard.
    LimitRecalled,
    /// Nothing of a family can be selected, because the catalogue lacks what its systems are made of.
    FamilyUnusable,
    /// The load of a room counts on an energy-recovery ventilator, and none of the catalogue fits.
    NoVentilator,
    /// The load of a room counts on a fresh-air unit, and none of the catalogue fits.
    NoFreshAirUnit,
    /// More pieces of a product are needed than are in stock, and the others come later than wanted.
    StockShort,
    /// The list of what can be delivered does not hold at the pricing instant.
    AvailabilityStale,
    /// No product of the catalogue has the requested model.
    RequestedModelUnknown,
    /// The requested model is a part of a system, which a request does not describe.
    RequestedPartOfSystem,
    /// No product of the catalogue answers a request.
    RequestedNotFound,
    /// No capacity is that of the requested nameplate, and the next larger one is taken.
    RequestedNextLarger,
    /// A rule of the maker or of the place is broken by requested units.
    RequestedRuleBroken,
    /// The requested units carry less than the load of their room.
    RequestedShort,
    /// While all units of its system call at once, a room gets less than its own peak load.
    ShareBelowPeak,
    /// A request is known and cannot be quoted: no price, or not all that its installation needs.
    RequestedNotQuoted,
    /// A requested rooftop unit is taken on a roof frame, though the project says another place.
    RequestedOnRoof,
    /// The systems are chosen by electricity, and that of heating is not in it.
    HeatingElectricityNotCounted,
    /// As a whole order another choice costs less than the one that costs least by single prices.
    OrderChanged,
}

impl FindingCode {
    /// Every code, for faces that must have a sentence for each.
    pub const ALL: [Self; 47] = [
        Self::LoadStated,
        Self::LoadNotSettled,
        Self::OutsideBand,
        Self::BandDisputed,
        Self::StationCorrected,
        Self::HeatingNotMatched,
        Self::NoOutdoorAir,
        Self::ExhaustNotStated,
        Self::StationHeight,
        Self::CurrentClimateAbsent,
        Self::WetBulbEstimated,
        Self::OutdoorAirNotEquipped,
        Self::ChargeNotChecked,
        Self::StationFar,
        Self::NothingFits,
        Self::AltitudeNotChecked,
        Self::ProductRemarked,
        Self::StationNotOfCity,
        Self::Oversized,
        Self::DemoData,
        Self::NoPrice,
        Self::NoTotal,
        Self::NotChecked,
        Self::HeatingUnknown,
        Self::OptimumNotProved,
        Self::PreferenceCost,
        Self::PreferenceUnmet,
        Self::SupplyUnknown,
        Self::SupplyShort,
        Self::NeighbourTooLoud,
        Self::LimitRecalled,
        Self::FamilyUnusable,
        Self::NoVentilator,
        Self::NoFreshAirUnit,
        Self::StockShort,
        Self::AvailabilityStale,
        Self::RequestedModelUnknown,
        Self::RequestedPartOfSystem,
        Self::RequestedNotFound,
        Self::RequestedNextLarger,
        Self::RequestedRuleBroken,
        Self::RequestedShort,
        Self::ShareBelowPeak,
        Self::RequestedNotQuoted,
        Self::RequestedOnRoof,
        Self::HeatingElectricityNotCounted,
        Self::OrderChanged,
    ];

    /// The stable text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::LoadStated => "load_stated",
            Self::LoadNotSettled => "load_not_settled",
            Self::OutsideBand => "outside_band",
            Self::BandDisputed => "band_disputed",
            Self::StationCorrected => "station_corrected",
            Self::HeatingNotMatched => "heating_not_matched",
            Self::NoOutdoorAir => "no_outdoor_air",
            Self::ExhaustNotStated => "exhaust_not_stated",
            Self::StationHeight => "station_height",
            Self::CurrentClimateAbsent => "current_climate_absent",
            Self::WetBulbEstimated => "wet_bulb_estimated",
            Self::OutdoorAirNotEquipped => "outdoor_air_not_equipped",
            Self::ChargeNotChecked => "charge_not_checked",
            Self::StationFar => "station_far",
            Self::NothingFits => "nothing_fits",
            Self::AltitudeNotChecked => "altitude_not_checked",
            Self::ProductRemarked => "product_remarked",
            Self::StationNotOfCity => "station_not_of_city",
            Self::Oversized => "oversized",
            Self::DemoData => "demo_data",
            Self::NoPrice => "no_price",
            Self::NoTotal => "no_total",
            Self::NotChecked => "not_checked",
            Self::HeatingUnknown => "heating_unknown",
            Self::OptimumNotProved => "optimum_not_proved",
            Self::PreferenceCost => "preference_cost",
            Self::PreferenceUnmet => "preference_unmet",
            Self::SupplyUnknown => "supply_unknown",
            Self::SupplyShort => "supply_short",
            Self::NeighbourTooLoud => "neighbour_too_loud",
            Self::LimitRecalled => "limit_recalled",
            Self::FamilyUnusable => "family_unusable",
            Self::NoVentilator => "no_ventilator",
            Self::NoFreshAirUnit => "no_fresh_air_unit",
            Self::StockShort => "stock_short",
            Self::AvailabilityStale => "availability_stale",
            Self::RequestedModelUnknown => "requested_model_unknown",
            Self::RequestedPartOfSystem => "requested_part_of_system",
            Self::RequestedNotFound => "requested_not_found",
            Self::RequestedNextLarger => "requested_next_larger",
            Self::RequestedRuleBroken => "requested_rule_broken",
            Self::RequestedShort => "requested_short",
            Self::ShareBelowPeak => "share_below_peak",
            Self::RequestedNotQuoted => "requested_not_quoted",
            Self::RequestedOnRoof => "requested_on_roof",
            Self::HeatingElectricityNotCounted => "heating_electricity_not_counted",
            Self::OrderChanged => "order_changed",
        }
    }
}

/// One finding: data in the answer, never an error.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// What.
    pub code: FindingCode,
    /// How much it matters.
    pub severity: Severity,
    /// Where in the project or the answer, as `rooms[0]`; empty for the whole.
    pub path: String,
    /// Values for the sentence.
    pub params: Params,
}

impl Finding {
    /// A finding at `path` with `params`.
    #[must_use]
    pub fn new<const N: usize>(
        code: FindingCode,
        severity: Severity,
        path: impl Into<String>,
        params: [(&str, Scalar); N],
    ) -> Self {
        Self { code, severity, path: path.into(), params: crate::error::params(params.into()) }
    }
}

/// How far a filled value can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Confidence {
    /// Read in the source named.
    High,
    /// Common practice, or a source not read first-hand.
    Medium,
    /// A judgement.
    Low,
}

from_node!(
    enum Confidence {
        High,
        Medium,
        Low,
    }
);

/// A value that the buyer did not state and that was filled in.
///
/// Stating it in the project at `path` takes it off the list; any other value overrides it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Assumption {
    /// Where the project would state it, as `rooms[0].relativeHumidity`.
    pub path: String,
    /// The value used.
    pub value: Scalar,
    /// Where the value comes from, in English.
    pub source: String,
    /// Where the value comes from, in Chinese.
    pub source_zh: String,
    /// How far it can be trusted.
    pub confidence: Confidence,
}
