//! What is wrong or odd about a product.

use crate::error::Params;
use crate::scalar::Scalar;
use serde::Serialize;

/// What is wrong or odd about a product.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum RemarkCode {
    /// The outdoor dry bulbs do not rise.
    AxisNotRising,
    /// A row has another number of cells than there are outdoor dry bulbs.
    RowLength,
    /// A wet bulb is above its dry bulb, which no air has.
    WetBulbAboveDryBulb,
    /// Two rows have one indoor condition.
    DuplicateRow,
    /// The table has a single indoor dry bulb: nothing lies inside it.
    SingleDryBulb,
    /// An indoor dry bulb has a single wet bulb: nothing can be interpolated there.
    SingleWetBulb,
    /// The table does not reach its own rating point.
    NoRatingPoint,
    /// Total, sensible and input are not all there or all absent.
    IncompleteCell,
    /// Sensible capacity above total.
    SensibleAboveTotal,
    /// Capacity over input outside what machines do.
    ImplausibleEfficiency,
    /// The rated figure differs from the table at the rating point; refused where a digit or a unit must have slipped.
    RatedDiffersFromTable,
    /// The capacity rises with the outdoor dry bulb.
    CapacityRises,
    /// The capacity falls with the wet bulb of the air that the coil takes in.
    CapacityFalls,
    /// A field is missing, of another type or outside its range.
    Unreadable,
    /// The axes of a table are not those of its use, or do not rise, or its lists have other lengths than its axes ask for.
    TableAxes,
    /// The form, the variables or the coefficients of a curve do not belong together.
    CurveForm,
    /// It belongs to a family that the catalogue does not have or has refused.
    UnknownFamily,
    /// A combination names an outdoor unit that the catalogue does not have.
    UnknownUnit,
    /// The least connection ratio is not below the greatest.
    RatioNotRising,
    /// An efficiency by a standard is outside what machines reach.
    ImplausibleGrade,
    /// The indoor unit is heavier than the outdoor unit: the two may have been swapped, and from twice as heavy on they were.
    MassesSwapped,
    /// The sensible share of a capacity is outside what coils do.
    ImplausibleSensibleShare,
    /// A family has no limits of pipe: nothing of it can be selected.
    NoPiping,
    /// A family on a shared pipe has no joints: nothing of it can be selected.
    NoBranchKit,
    /// A family has no outdoor units: nothing of it can be selected.
    NoOutdoorUnit,
    /// A family has neither indoor units nor fresh-air units: nothing of it can be selected.
    NoIndoorUnit,
    /// Two products of one kind and brand have one model.
    DuplicateModel,
    /// A curve does not give its own reference point.
    CurveMissesReference,
    /// Another product, family, refrigerant or source has its identifier: one of several copies that are alike is used, of different ones none.
    DuplicateId,
    /// Its source is not one of the catalogue's.
    UnknownSource,
    /// Its refrigerant is not one of the catalogue's, so that no limit of it is known.
    UnknownRefrigerant,
    /// The circuit breaker is smaller than the current that the circuit has to carry.
    BreakerBelowCircuit,
    /// The low end of a range is not below its high end.
    RangeNotRising,
    /// Airflows or sound levels do not begin with the highest speed.
    SpeedsRise,
    /// A fan takes more or less for its air than fans do.
    ImplausibleFanPower,
    /// The airflow is not that of a unit of its capacity.
    ImplausibleAirflow,
    /// A table goes on beyond the limits of operation.
    BeyondLimits,
    /// Its electrical input is not stated: its electricity counts as none.
    InputUnknown,
    /// A curve gives no positive factor at an end of its own range.
    CurveNotPositive,
}

impl RemarkCode {
    /// The stable text.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::AxisNotRising => "axis_not_rising",
            Self::RowLength => "row_length",
            Self::WetBulbAboveDryBulb => "wet_bulb_above_dry_bulb",
            Self::DuplicateRow => "duplicate_row",
            Self::SingleDryBulb => "single_dry_bulb",
            Self::SingleWetBulb => "single_wet_bulb",
            Self::NoRatingPoint => "no_rating_point",
            Self::IncompleteCell => "incomplete_cell",
            Self::SensibleAboveTotal => "sensible_above_total",
            Self::ImplausibleEfficiency => "implausible_efficiency",
            Self::RatedDiffersFromTable => "rated_differs_from_table",
            Self::CapacityRises => "capacity_rises",
            Self::Unreadable => "unreadable",
            Self::TableAxes => "table_axes",
            Self::CurveForm => "curve_form",
            Self::UnknownFamily => "unknown_family",
            Self::UnknownUnit => "unknown_unit",
            Self::RatioNotRising => "ratio_not_rising",
            Self::ImplausibleGrade => "implausible_grade",
            Self::MassesSwapped => "masses_swapped",
            Self::ImplausibleSensibleShare => "implausible_sensible_share",
            Self::NoPiping => "no_piping",
            Self::NoBranchKit => "no_branch_kit",
            Self::NoOutdoorUnit => "no_outdoor_unit",
            Self::NoIndoorUnit => "no_indoor_unit",
            Self::DuplicateModel => "duplicate_model",
            Self::CurveMissesReference => "curve_misses_reference",
            Self::CapacityFalls => "capacity_falls",
            Self::DuplicateId => "duplicate_id",
            Self::UnknownSource => "unknown_source",
            Self::UnknownRefrigerant => "unknown_refrigerant",
            Self::BreakerBelowCircuit => "breaker_below_circuit",
            Self::RangeNotRising => "range_not_rising",
            Self::SpeedsRise => "speeds_rise",
            Self::ImplausibleFanPower => "implausible_fan_power",
            Self::ImplausibleAirflow => "implausible_airflow",
            Self::BeyondLimits => "beyond_limits",
            Self::InputUnknown => "input_unknown",
            Self::CurveNotPositive => "curve_not_positive",
        }
    }
}

/// A remark about one product.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Remark {
    /// The product.
    pub product: String,
    /// What.
    pub code: RemarkCode,
    /// Where in the catalogue.
    pub path: String,
    /// Values for the sentence.
    pub params: Params,
}

pub(super) fn remark<const N: usize>(
    product: &str,
    code: RemarkCode,
    path: String,
    params: [(&str, Scalar); N],
) -> Remark {
    Remark { product: product.to_owned(), code, path, params: crate::error::params(params.into()) }
}
