#!/usr/bin/env bash
# The same answers, and the time of a room, from the optimised build, which is what services and the command line ship. The
# features are those of the command line, so that this build and the binary that the packaging tests compare with are one.
. "$(dirname "$0")/common.sh"

heading "native tests, release"
cargo test --locked --release --features cli --test same_answer --test load_reference
