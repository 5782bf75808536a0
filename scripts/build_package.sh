#!/usr/bin/env bash
# Builds pkg/dist, the publishable npm package, and holds the size of its wasm against pkg/size.json.
# Arguments go to pkg/build.mjs, such as: --accept "why the module grew".
. "$(dirname "$0")/common.sh"

heading "npm package"
node pkg/build.mjs "$@"
