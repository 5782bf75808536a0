//! What the buyer wants: kinds, brands, products, mountings, grades.

use crate::catalogue::{Efficiency, Identity};
use crate::project::{Mounting, Preferences, SystemKind};
use crate::selection::rule::{Check, Rule};

/// Only the wanted kinds of systems; any where none is named.
pub(in crate::selection) fn system_wanted(preferences: &Preferences, kind: SystemKind) -> Check {
    let wanted = preferences.systems.as_ref().is_none_or(|kinds| kinds.contains(&kind));
    Check::wish(Rule::SystemWanted, wanted)
}

/// The same of a family: cooling and heating at once takes one that can, and one that can is not taken where nobody asks for it.
pub(in crate::selection) fn family_wanted(preferences: &Preferences, kind: SystemKind) -> Check {
    let recovers = kind == SystemKind::VrfHeatRecovery;
    let able = recovers == (preferences.simultaneous == Some(true));
    Check::wish(Rule::SystemWanted, able && !system_wanted(preferences, kind).is_broken())
}

/// Only the wanted brands and products; any where none is named.
pub(in crate::selection) fn product_wanted(preferences: &Preferences, identity: &Identity) -> Check {
    let brand = preferences.brands.as_ref().is_none_or(|brands| brands.contains(&identity.brand));
    let product = preferences.products.as_ref().is_none_or(|products| products.contains(&identity.id));
    Check::wish(Rule::ProductWanted, brand && product)
}

/// Only the wanted mountings; any where none is named.
pub(in crate::selection) fn mounting(preferences: &Preferences, mounting: Mounting) -> Check {
    let wanted = preferences.mountings.as_ref().is_none_or(|mountings| mountings.contains(&mounting));
    Check::wish(Rule::Mounting, wanted)
}

/// The same of a machine that may have no indoor unit: a wish for indoor units is not met by one that has none.
pub(in crate::selection) fn mounting_if_any(preferences: &Preferences, own: Option<Mounting>) -> Check {
    match own {
        Some(own) => mounting(preferences, own),
        None => Check::wish(Rule::Mounting, preferences.mountings.is_none()),
    }
}

/// The efficiency grade (能效等级) is not worse than wanted; a machine without a stated grade is not checked.
pub(in crate::selection) fn efficiency_grade(
    preferences: &Preferences,
    efficiency: &[Efficiency],
) -> Option<Check> {
    let worst = preferences.worst_grade?;
    let grade = efficiency.iter().filter_map(|one| one.grade).min();
    Some(match grade {
        Some(grade) => Check::one_of_few(Rule::EfficiencyGrade, f64::from(grade), f64::from(worst)),
        None => Check::not_checked(Rule::EfficiencyGrade),
    })
}
