#!/usr/bin/env bash
# That the lint wall stands: a small crate under the same lints, in which every function does one forbidden thing. A lint that
# no longer fires, because a name changed or a line was lost, fails this check.
. "$(dirname "$0")/common.sh"

heading "lint wall"
crate="$(mktemp -d)"
trap 'rm -rf "$crate"' EXIT
mkdir "$crate/src"
{
    printf '[package]\nname = "wall"\nversion = "0.0.0"\nedition = "2024"\n\n'
    sed -n '/^\[lints\./,$p' Cargo.toml
} >"$crate/Cargo.toml"
cp tests/lint_wall.rs.txt "$crate/src/lib.rs"
cp .clippy.toml "$crate/"
cp rust-toolchain.toml "$crate/"

# The sample is meant to fail; what matters is where.
found="$(cd "$crate" && { CARGO_TARGET_DIR="$crate/target" cargo clippy --offline --message-format json 2>/dev/null || true; } |
    node -e '
        const lines = require("node:fs").readFileSync(0, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
        const errors = lines.filter(({ message }) => message?.level === "error" && message.spans.length > 0);
        for (const { message } of errors) console.log(message.spans[0].line_start);
    ' | sort -nu)"
expected="$(grep -n '// forbidden' tests/lint_wall.rs.txt | cut -d: -f1)"
[ -n "$expected" ] || fail "the sample has no forbidden lines"
missing="$(comm -13 <(sort <<<"$found") <(sort <<<"$expected"))"
[ -z "$missing" ] || fail "nothing was said of these lines of tests/lint_wall.rs.txt: $(tr '\n' ' ' <<<"$missing")"
echo "$(wc -l <<<"$expected") forbidden lines, all refused"
