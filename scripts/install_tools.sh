#!/usr/bin/env bash
# Installs what the build and the tests need and this machine lacks; does nothing where all is present.
# Needs: rustup, Node 20 or later with npm, and on Debian the right to install packages (root or sudo).
. "$(dirname "$0")/common.sh"

heading "tools"

report() {
    printf '%-20s %-10s %s\n' "$1" "$2" "$3"
}

# ---- packages of the distribution -----------------------------------------------------------------------------------

missing_packages=()
need_package() { # package, "yes" when what it brings is already here
    if [ "$2" != yes ]; then
        missing_packages+=("$1")
    fi
}
here() {
    if command -v "$1" > /dev/null 2>&1; then echo yes; else echo no; fi
}
here_path() {
    if [ -n "$1" ] && [ -x "$1" ]; then echo yes; else echo no; fi
}
# Chinese text in a browser without a Chinese font is a row of boxes; fontconfig may be absent on a bare machine.
chinese_font() {
    if [ -n "$(fc-list :lang=zh 2> /dev/null | head -n 1)" ]; then echo yes; else echo no; fi
}

for command in rustup node npm; do
    [ "$(here "$command")" = yes ] || fail "\`$command\` is missing; install it first"
done
node_major="$(node -p 'process.versions.node.split(".")[0]')"
[ "$node_major" -ge 20 ] || fail "Node 20 or later is needed, found $(node --version)"

need_package build-essential "$(here cc)"
need_package chromium "$(here_path "$CHROMIUM")"
need_package chromium-driver "$(here_path "$CHROMEDRIVER")"
need_package fonts-noto-cjk "$(chinese_font)"

if [ "${#missing_packages[@]}" -gt 0 ]; then
    command -v apt-get > /dev/null || fail "install these by hand: ${missing_packages[*]}"
    as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo > /dev/null || fail "root or sudo is needed to install: ${missing_packages[*]}"
        as_root=(sudo)
    fi
    "${as_root[@]}" apt-get update -q
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing_packages[@]}"
    . scripts/tools_env.sh
fi
state_of() {
    case " ${missing_packages[*]:-} " in *" $1 "*) echo installed ;; *) echo present ;; esac
}
report "C compiler" "$(state_of build-essential)" "$(cc -dumpversion)"
# Debian's launcher script complains on stderr about its own memory test; the version is all that is wanted here.
report chromium "$(state_of chromium)" "$("$CHROMIUM" --version 2> /dev/null | awk '{ print $2 }')"
report chromedriver "$(state_of chromium-driver)" "$("$CHROMEDRIVER" --version | awk '{ print $2 }')"
report "Chinese font" "$(state_of fonts-noto-cjk)" "$(fc-list :lang=zh family | sort | head -n 1)"

# ---- the compiler of rust-toolchain.toml -------------------------------------------------------------------------

toolchain="$(sed -n 's/^channel = "\(.*\)"/\1/p' rust-toolchain.toml)"
toolchain_is_complete() {
    local installed
    installed="$(rustup component list --toolchain "$toolchain" --installed 2> /dev/null)" || return 1
    for component in rustfmt clippy rust-std-wasm32-unknown-unknown; do
        grep -q "^$component" <<< "$installed" || return 1
    done
}
if toolchain_is_complete; then
    report rust present "$toolchain"
else
    rustup toolchain install "$toolchain" --profile minimal \
        --component rustfmt --component clippy --target wasm32-unknown-unknown
    report rust installed "$toolchain"
fi

# ---- tools in the cache ------------------------------------------------------------------------------------------

mkdir -p "$tools_cache"
# Everything is made in a folder of its own and moved into place when it is whole: an interrupted install leaves no half
# tool behind, and of two installs at once the second finds the place taken and gives way.
partial="$(mktemp -d "$tools_cache/partial.XXXXXX")"
trap 'rm -rf "$partial"' EXIT
move_into_place() { # made, place
    mv -T "$1" "$2" 2> /dev/null || [ -d "$2" ] || fail "cannot move \`$1\` to \`$2\`"
}

install_crate() { # crate, version, folder
    if [ -d "$3" ]; then
        report "$1" present "$2"
        return
    fi
    # The versions that the tool's authors tested, unless the registry no longer carries one of them.
    cargo install --locked --root "$partial/$1" "$1@$2" || {
        echo "$1: its own lock file cannot be satisfied; trying without it"
        cargo install --root "$partial/$1" "$1@$2"
    }
    move_into_place "$partial/$1" "$3"
    report "$1" installed "$2"
}

[ -n "$wasm_bindgen_version" ] || fail "Cargo.lock does not name wasm-bindgen"
install_crate wasm-pack "$wasm_pack_version" "$wasm_pack_folder"
install_crate wasm-bindgen-cli "$wasm_bindgen_version" "$wasm_bindgen_folder"

npm_state=present
if [ ! -d "$npm_tools_folder" ]; then
    cp -r scripts/npm "$partial/npm"
    (cd "$partial/npm" && npm ci --no-audit --no-fund --loglevel=error)
    move_into_place "$partial/npm" "$npm_tools_folder"
    npm_state=installed
fi
for package in binaryen typescript playwright-core; do
    report "$package" "$npm_state" \
        "$(node -p "require('$npm_tools_folder/node_modules/$package/package.json').version")"
done
