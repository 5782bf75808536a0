#!/usr/bin/env bash
# The wasm-bindgen command line writes the glue for one exact version of the library; with any other, wasm-pack would
# look for a download instead.
. "$(dirname "$0")/common.sh"

heading "versions"

[ -n "$wasm_bindgen_version" ] || fail "Cargo.lock does not name wasm-bindgen"
command -v wasm-bindgen > /dev/null || fail "wasm-bindgen $wasm_bindgen_version is not installed; run \`make tools\`"
in_tool="$(wasm-bindgen --version | awk '{ print $2 }')"
[ "$in_tool" = "$wasm_bindgen_version" ] ||
    fail "wasm-bindgen is $in_tool on PATH and $wasm_bindgen_version in Cargo.lock; run \`make tools\`"
echo "wasm-bindgen $in_tool, in the tool and in Cargo.lock"
