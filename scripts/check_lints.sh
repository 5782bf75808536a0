#!/usr/bin/env bash
# Every target with every feature natively; the bindings exist only on wasm32, so the library once more there.
. "$(dirname "$0")/common.sh"

heading "lints, native"
cargo clippy --locked --all-targets --all-features -- -D warnings

heading "lints, wasm32"
cargo clippy --locked --lib --target wasm32-unknown-unknown -- -D warnings

heading "documentation"
RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --all-features --document-private-items
