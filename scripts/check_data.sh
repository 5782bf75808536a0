#!/usr/bin/env bash
# The built reference and demo files are exactly what their scripts make of the sources today.
. "$(dirname "$0")/common.sh"

heading "freshness of src/data"
node src/data/build.mjs --check
