//! Rust and ECMAScript write every canonical number alike: swept natively against a committed digest, and in Node and in a
//! browser against `JSON.stringify` itself.

use tonnage::boundary::canonical::{digest_of, number_text};
use tonnage::num::quantise;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// Every magnitude from a millionth to 2^53, every count of decimals, ends and middles, and both signs.
fn sweep() -> impl Iterator<Item = f64> {
    let mut state = 88_172_645_463_325_252_u64;
    let random = std::iter::from_fn(move || {
        // xorshift64 (Marsaglia 2003).
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        Some(state)
    });
    let decimals = random.take(120_000).enumerate().map(|(index, bits)| {
        let places = u32::try_from(index % 7).unwrap_or(0);
        let below = 10_u64.pow(u32::try_from(bits % 10).unwrap_or(0)) * 1_000_000;
        #[expect(clippy::cast_precision_loss, reason = "any number will do")]
        let number = quantise((bits >> 11) as f64 % (below as f64) / 1e6, places);
        if bits & 1 == 0 { number } else { -number }
    });
    let steps = (0..=2_000_000_u32).step_by(37).map(|step| quantise(f64::from(step) / 1e6, 6));
    let wholes = (0..53_u32).flat_map(|power| {
        #[expect(clippy::cast_precision_loss, reason = "below 2^53, so exact")]
        let whole = (1_u64 << power) as f64;
        [whole, whole - 1.0, -whole]
    });
    let ends = [0.0, -0.0, 1e-6, 0.1, 999_999_999.999_999, 1e9, 9_007_199_254_740_991.0];
    decimals.chain(steps).chain(wholes).chain(ends)
}

#[test]
fn the_sweep_has_the_committed_text() {
    let mut text = String::new();
    let mut written = 0;
    for number in sweep() {
        if let Some(number) = number_text(number) {
            text.push_str(&number);
            text.push('\n');
            written += 1;
        }
    }
    assert!(written > 170_000, "only {written} numbers of the sweep are canonical");
    assert_eq!(digest_of(text.as_bytes()), include_str!("golden/canonical_numbers.txt").trim_end());
}

#[test]
fn no_canonical_text_has_an_exponent_or_loses_a_bit() {
    for number in sweep() {
        let Some(text) = number_text(number) else { continue };
        assert!(!text.contains(['e', 'E']) && text != "-0", "{number:?} is written {text}");
        assert_eq!(text.parse::<f64>().map(f64::to_bits), Ok((number + 0.0).to_bits()), "{text}");
    }
}

#[cfg(target_arch = "wasm32")]
#[test]
fn json_stringify_writes_the_same() {
    for number in sweep() {
        let Some(text) = number_text(number) else { continue };
        let script = js_sys::JSON::stringify(&wasm_bindgen::JsValue::from_f64(number)).map(String::from);
        assert_eq!(script.as_deref(), Ok(text.as_str()));
    }
}
