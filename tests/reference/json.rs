//! Reading the reference files in tests, which may fail loudly.

use serde_json::Value;

pub(crate) fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap()
}

pub(crate) fn whole(value: &Value, name: &str) -> u32 {
    u32::try_from(value[name].as_u64().unwrap()).unwrap()
}

pub(crate) fn list(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|entry| entry.as_f64().unwrap()).collect()
}
