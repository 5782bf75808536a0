#!/usr/bin/env bash
# Every native test with every feature, and every example in the documentation.
. "$(dirname "$0")/common.sh"

heading "native tests"
cargo test --locked --all-features
