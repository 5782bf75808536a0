//! Catalogues of a few shipped products, changed.

use serde_json::{Value, json};
use std::sync::LazyLock;
use tonnage::catalogue::Catalogue;
use tonnage::demo;

/// The shipped catalogue as it stands in its file.
pub(crate) static SHIPPED: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_slice(demo::CATALOGUE).unwrap());

/// What the library makes of it.
static READ: LazyLock<Catalogue> = LazyLock::new(|| demo::catalogue().unwrap());

/// Every kind of product.
pub(crate) const KINDS: [&str; 12] = [
    "matchedSplit",
    "outdoorUnit",
    "indoorUnit",
    "branchKit",
    "recoveryBox",
    "controller",
    "rooftop",
    "chiller",
    "waterHeatPump",
    "fanCoil",
    "recoveryVentilator",
    "freshAirUnit",
];

/// The first shipped product of a kind of which the catalogue says nothing odd.
pub(crate) fn first(kind: &str) -> Value {
    let catalogue = &*READ;
    let plain = |product: &&Value| {
        let named = |remark: &tonnage::catalogue::Remark| product["id"] == remark.product.as_str();
        product["kind"] == kind
            && !catalogue.refused().iter().any(named)
            && !catalogue.warnings().iter().any(named)
    };
    SHIPPED["products"].as_array().unwrap().iter().find(plain).unwrap().clone()
}

/// The shipped catalogue with these products and no others.
pub(crate) fn with(products: &[Value]) -> Value {
    let mut file = SHIPPED.clone();
    file["products"] = json!(products);
    file
}

/// A catalogue as the library reads it.
pub(crate) fn read(file: &Value) -> Catalogue {
    Catalogue::from_json(file.to_string().as_bytes()).unwrap()
}

/// Remarks as `code path`, those of one product or family.
pub(crate) fn about(remarks: &[tonnage::catalogue::Remark], product: &Value) -> Vec<String> {
    let of_it = remarks.iter().filter(|remark| *product == remark.product.as_str());
    of_it.map(|remark| format!("{} {}", remark.code.as_str(), remark.path)).collect()
}
