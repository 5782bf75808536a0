# Sourced by every script of this folder: strict mode, the top of the repository as current folder, the words that a
# log is read by, and the tools on PATH.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A line that stands out in a long log; every check begins with one.
heading() {
    printf '\n==> %s\n' "$*"
}

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# shellcheck source=scripts/tools_env.sh
. scripts/tools_env.sh
