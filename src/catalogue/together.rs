//! What only shows when the whole catalogue is read: joints, combinations, limits of families, models that two products have.

use super::look::Looking;
use super::remark::{Remark, RemarkCode, remark};
use super::{Catalogue, Family, Identity, Item, RefrigerantSystem};
use crate::scalar::Scalar;
use std::collections::BTreeMap;

/// Everything that is odd about products and families beside one another.
pub(super) fn warnings(catalogue: &Catalogue) -> Vec<Remark> {
    let mut remarks = family_warnings(catalogue);
    remarks.extend(unknown_refrigerants(catalogue));
    remarks.extend(beyond_limits(catalogue));
    remarks.extend(duplicate_models(catalogue));
    remarks
}

/// What is missing in families whose units all the same can be read.
fn family_warnings(catalogue: &Catalogue) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for family in &catalogue.families {
        let name = format!("families.{}", family.id);
        let look = Looking { product: &family.id, path: &name };
        if family.piping.is_none() {
            remarks.push(look.refuse(RemarkCode::NoPiping, "piping"));
        }
        let shared = family.system != RefrigerantSystem::MultiSplit;
        if shared && catalogue.branch_kits.iter().all(|kit| kit.figures.family != family.id) {
            remarks.push(look.refuse(RemarkCode::NoBranchKit, "branchKits"));
        }
        if catalogue.has_no_outdoor_unit(&family.id) {
            remarks.push(look.refuse(RemarkCode::NoOutdoorUnit, "outdoorUnits"));
        }
        if catalogue.has_no_indoor_unit(&family.id) {
            remarks.push(look.refuse(RemarkCode::NoIndoorUnit, "indoorUnits"));
        }
        for (index, combination) in family.combinations.iter().enumerate() {
            let known = |unit: &String| {
                catalogue.outdoor_unit(unit).is_some_and(|item| item.figures.family == family.id)
            };
            if !combination.units.iter().all(known) {
                remarks.push(look.refuse(RemarkCode::UnknownUnit, &format!("combinations[{index}].units")));
            }
        }
    }
    remarks
}

/// Families and pairs of a refrigerant that is not in the list; a catalogue without a list states no limit of any, which every charge
/// that is not checked says.
fn unknown_refrigerants(catalogue: &Catalogue) -> Vec<Remark> {
    if catalogue.refrigerants.is_empty() {
        return Vec::new();
    }
    let of_families = catalogue.families.iter().map(|family| {
        (family.id.as_str(), family.refrigerant.as_str(), format!("families.{}.refrigerant", family.id))
    });
    let of_pairs = catalogue.matched_splits.iter().filter_map(|item| {
        let (id, piping) = (item.identity.id.as_str(), item.figures.piping.as_ref()?);
        Some((id, piping.refrigerant.as_str(), format!("products.{id}.piping.refrigerant")))
    });
    let unknown = of_families.chain(of_pairs).filter(|(_, gas, _)| catalogue.refrigerant(gas).is_none());
    let told = |(id, gas, path): (&str, &str, String)| {
        let params: [(&str, Scalar); 1] = [("refrigerant", gas.to_owned().into())];
        remark(id, RemarkCode::UnknownRefrigerant, path, params)
    };
    unknown.map(told).collect()
}

/// Outdoor units whose tables go on where their family may not run: it does not run there, and one of the two figures is wrong.
fn beyond_limits(catalogue: &Catalogue) -> Vec<Remark> {
    let families: BTreeMap<&str, &Family> =
        catalogue.families.iter().map(|family| (family.id.as_str(), family)).collect();
    let mut remarks = Vec::new();
    for item in &catalogue.outdoor_units {
        let limits = families.get(item.figures.family.as_str()).and_then(|family| family.limits.as_ref());
        let Some(limits) = limits else { continue };
        let path = format!("products.{}", item.identity.id);
        let look = Looking { product: &item.identity.id, path: &path };
        let outdoor = item.figures.cooling.axis("outdoorDryBulbC");
        remarks.extend(look.beyond("cooling.axes[2].values", outdoor, Some(limits.cooling_outdoor_c)));
        if let Some(heating) = &item.figures.heating {
            let outdoor = heating.axis("outdoorWetBulbC");
            remarks.extend(look.beyond("heating.axes[2].values", outdoor, limits.heating_outdoor_wet_bulb_c));
        }
    }
    remarks
}

/// Models that two products of one kind and brand have.
fn duplicate_models(catalogue: &Catalogue) -> Vec<Remark> {
    let mut remarks = Vec::new();
    let mut look = |identities: &mut dyn Iterator<Item = (&Identity, &str)>| {
        let mut seen: BTreeMap<(&str, &str, &str), &str> = BTreeMap::new();
        for (identity, more) in identities {
            let key = (identity.brand.as_str(), identity.model.as_str(), more);
            if let Some(other) = seen.insert(key, &identity.id) {
                let params: [(&str, Scalar); 2] =
                    [("model", identity.model.clone().into()), ("other", other.to_owned().into())];
                let path = format!("products.{}.model", identity.id);
                remarks.push(remark(&identity.id, RemarkCode::DuplicateModel, path, params));
            }
        }
    };
    look(
        &mut catalogue.matched_splits.iter().map(|item| (&item.identity, item.figures.indoor_model.as_str())),
    );
    look(&mut named(&catalogue.outdoor_units));
    look(&mut named(&catalogue.indoor_units));
    look(&mut named(&catalogue.branch_kits));
    look(&mut named(&catalogue.recovery_boxes));
    look(&mut named(&catalogue.controllers));
    look(&mut named(&catalogue.rooftops));
    look(&mut named(&catalogue.chillers));
    look(&mut named(&catalogue.water_heat_pumps));
    look(&mut named(&catalogue.fan_coils));
    look(&mut named(&catalogue.recovery_ventilators));
    look(&mut named(&catalogue.fresh_air_units));
    remarks
}

fn named<T>(items: &[Item<T>]) -> impl Iterator<Item = (&Identity, &str)> {
    items.iter().map(|item| (&item.identity, ""))
}
