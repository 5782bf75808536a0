//! The time that a catalogue of five thousand products takes to load: `cargo bench --features data --bench catalogue`
//!
//! The shipped products again and again under other identifiers; the best of five, because the machine may be busy with
//! something else. Once as they are, and once without the matched pairs, whose tables are eight tenths of all numbers.

use serde_json::{Value, json};
use std::error::Error;
use std::time::{Duration, Instant};
use tonnage::catalogue::Catalogue;
use tonnage::demo;

const PRODUCTS: usize = 5000;
const RUNS: usize = 5;
/// The limit for five thousand products.
const LIMIT: Duration = Duration::from_millis(100);

fn main() -> Result<(), Box<dyn Error>> {
    let file: Value = serde_json::from_slice(demo::CATALOGUE)?;
    for (name, with_pairs) in [("as shipped", true), ("without matched pairs", false)] {
        let text = many(&file, with_pairs).ok_or("no list of products")?;
        let mut best = Duration::MAX;
        for _ in 0..RUNS {
            #[expect(
                clippy::disallowed_methods,
                reason = "a bench measures time; the library reads no clock"
            )]
            let start = Instant::now();
            let catalogue = Catalogue::from_json(text.as_bytes())?;
            best = best.min(start.elapsed());
            assert!(catalogue.product_count() > PRODUCTS * 9 / 10, "too many were refused");
        }
        let verdict = if best < LIMIT { "held" } else { "MISSED" };
        println!(
            "{PRODUCTS} products {name}, {} kB: {best:.1?}; limit {LIMIT:?} {verdict}",
            text.len() / 1000
        );
    }
    Ok(())
}

fn many(file: &Value, with_pairs: bool) -> Option<String> {
    let shipped: Vec<&Value> = file
        .get("products")?
        .as_array()?
        .iter()
        .filter(|product| with_pairs || product.get("kind") != Some(&json!("matchedSplit")))
        .collect();
    let products = shipped.iter().cycle().take(PRODUCTS).enumerate().map(|(position, product)| {
        let mut product = (*product).clone();
        // The first round keeps its names: families combine units by them.
        if let (Some(fields), true) = (product.as_object_mut(), position >= shipped.len()) {
            fields.insert("id".to_owned(), json!(format!("product-{position}")));
        }
        product
    });
    let mut file = file.clone();
    let list = products.collect();
    file.as_object_mut()?.insert("products".to_owned(), list);
    Some(file.to_string())
}
