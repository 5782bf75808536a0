#!/usr/bin/env bash
. "$(dirname "$0")/common.sh"

heading "format"
cargo fmt --check
