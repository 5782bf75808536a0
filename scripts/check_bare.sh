#!/usr/bin/env bash
# The library as the leanest service links it: no feature at all.
. "$(dirname "$0")/common.sh"

heading "native tests, no features"
cargo test --locked --no-default-features --lib
