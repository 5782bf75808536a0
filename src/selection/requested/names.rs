//! Names of products as people write them, and the products that are parts of a system.

use crate::catalogue::{Catalogue, Identity, Item};
use crate::project::Requested;

/// Nameplates are typed off by hand: letters of both cases, and no spaces.
pub(super) fn same(a: &str, b: &str) -> bool {
    plain(a).eq(plain(b))
}

fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase)
}

/// Whether a product has the model and the brand of a request, by any of its names.
pub(super) fn is_model(identity: &Identity, indoor_model: Option<&String>, request: &Requested) -> bool {
    let Some(model) = &request.model else { return false };
    let mut names = [Some(&identity.id), Some(&identity.model), indoor_model].into_iter().flatten();
    let brand = request.brand.as_ref().is_none_or(|brand| same(brand, &identity.brand));
    brand && names.any(|name| same(name, model))
}

/// The catalogue's kind of the product that a request names, where it is a part of a system that a request does not describe.
pub(super) fn kind_of_part(catalogue: &Catalogue, request: &Requested) -> Option<&'static str> {
    let kinds = [
        ("outdoorUnit", has(catalogue.outdoor_units(), request)),
        ("indoorUnit", has(catalogue.indoor_units(), request)),
        ("branchKit", has(catalogue.branch_kits(), request)),
        ("recoveryBox", has(catalogue.recovery_boxes(), request)),
        ("controller", has(catalogue.controllers(), request)),
        ("chiller", has(catalogue.chillers(), request)),
        ("waterHeatPump", has(catalogue.water_heat_pumps(), request)),
        ("fanCoil", has(catalogue.fan_coils(), request)),
        ("recoveryVentilator", has(catalogue.recovery_ventilators(), request)),
        ("freshAirUnit", has(catalogue.fresh_air_units(), request)),
    ];
    kinds.into_iter().find(|(_, named)| *named).map(|(kind, _)| kind)
}

fn has<T>(items: &[Item<T>], request: &Requested) -> bool {
    items.iter().any(|item| is_model(&item.identity, None, request))
}
