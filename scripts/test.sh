#!/usr/bin/env bash
# Every check, one after the other, then one table of what held and how long it took. A failed check does not stop the
# others, so that one run shows everything that is wrong; without the tools there is nothing to run.
. "$(dirname "$0")/common.sh"

checks=(
    check_versions check_tree check_format check_data check_wall check_lints check_native check_bare check_release
    check_wasm build_package check_packaging
)

began=$SECONDS
scripts/install_tools.sh || fail "the tools could not be installed"
table="$(printf '%-18s %-7s %5d s' install_tools ok $((SECONDS - began)))"

failed=0
for check in "${checks[@]}"; do
    check_began=$SECONDS
    if "scripts/$check.sh"; then
        verdict=ok
    else
        verdict=FAILED
        failed=$((failed + 1))
    fi
    table+="$(printf '\n%-18s %-7s %5d s' "$check" "$verdict" $((SECONDS - check_began)))"
done

heading "summary"
echo "$table"
printf 'total: %d checks, %d failed, %d s\n' "$((${#checks[@]} + 1))" "$failed" $((SECONDS - began))
[ "$failed" -eq 0 ]
