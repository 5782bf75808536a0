#!/usr/bin/env bash
# The packed npm package in the hands of its consumers, held against the native command line.
# Expects pkg/dist as scripts/build_package.sh left it.
. "$(dirname "$0")/common.sh"

heading "native command line"
cargo build --locked --release --features cli --bin tonnage

heading "npm consumers"
node tests/packaging/run.mjs
