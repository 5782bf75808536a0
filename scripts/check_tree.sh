#!/usr/bin/env bash
# What the library pulls into the build of a service that links it: nothing of the browser, nothing of the command line.
. "$(dirname "$0")/common.sh"

heading "dependency tree"

# Fails when the tree of the given features holds one of the given crates.
must_not_contain() { # title, flags of cargo tree, crates...
    local title="$1" flags="$2" tree crate
    shift 2
    # shellcheck disable=SC2086
    tree="$(cargo tree --locked --edges normal --prefix none --format '{p}' $flags | awk '{ print $1 }' | sort -u)"
    for crate in "$@"; do
        if grep -qx "$crate" <<< "$tree"; then
            fail "the $title tree contains \`$crate\`; see it with: cargo tree --edges normal $flags --invert $crate"
        fi
    done
    echo "$title: $(wc -l <<< "$tree") crates, none of: $*"
}

foreign=(wasm-bindgen js-sys serde-wasm-bindgen clap comfy-table)
must_not_contain "native default" "" "${foreign[@]}"
must_not_contain "native bare" "--no-default-features" "${foreign[@]}" serde_json
