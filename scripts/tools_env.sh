# Sourced, never run: where the tools lie, and PATH with them in front. The folders are named by version, so a changed
# version is a new folder, two branches can share the cache, and nothing here needs to be cleaned for a fresh build.
# Sourcing works before anything is installed: a folder that does not exist yet does no harm on PATH.

tools_top="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"

# The first `version` after the package's name in a Cargo.lock.
locked_version() {
    awk -v wanted="name = \"$1\"" '
        $0 == wanted { found = 1; next }
        found && /^version = / { gsub(/"/, "", $3); print $3; exit }
    ' "$tools_top/Cargo.lock" 2>/dev/null
}

tools_cache="${TONNAGE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/tonnage}"

# wasm-pack stands in no lock file, so its version stands here.
wasm_pack_version="0.15.1"
# The bindings and the tool that writes their glue must be of one version.
wasm_bindgen_version="$(locked_version wasm-bindgen)"
npm_tools_hash="$(cksum < "$tools_top/scripts/npm/package-lock.json" | cut -d ' ' -f 1)"

wasm_pack_folder="$tools_cache/wasm-pack-$wasm_pack_version"
wasm_bindgen_folder="$tools_cache/wasm-bindgen-cli-${wasm_bindgen_version:-unknown}"
npm_tools_folder="$tools_cache/npm-$npm_tools_hash"

# The scripts in JavaScript find playwright-core through this.
export TONNAGE_NODE_TOOLS="$npm_tools_folder"
PATH="$wasm_pack_folder/bin:$wasm_bindgen_folder/bin:$npm_tools_folder/node_modules/.bin:$PATH"
export PATH

# Both can be set by whoever has a browser elsewhere.
if [ -z "${CHROMIUM:-}" ]; then
    CHROMIUM="$(command -v chromium || command -v chromium-browser || true)"
fi
if [ -z "${CHROMEDRIVER:-}" ]; then
    CHROMEDRIVER="$(command -v chromedriver || true)"
fi
export CHROMIUM CHROMEDRIVER
