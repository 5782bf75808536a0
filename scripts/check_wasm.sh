#!/usr/bin/env bash
# The same test files in WebAssembly: in Node and in headless Chromium.
. "$(dirname "$0")/common.sh"

tests=(same_answer canonical_numbers)
test_flags=(--features data)
for test in "${tests[@]}"; do
    test_flags+=(--test "$test")
done

# The runner ends well when it skips a file or finds no test in it; so the closing line of each file is counted.
run_and_count() { # title, command...
    local title="$1" output passed
    shift
    heading "$title"
    output="$(mktemp)"
    "$@" 2>&1 | tee "$output"
    passed="$(grep -cE '^test result: ok\. [1-9][0-9]* passed; 0 failed' "$output" || true)"
    rm -f "$output"
    [ "$passed" -eq "${#tests[@]}" ] || fail "$title: ${#tests[@]} test files expected to pass, $passed did"
}

run_and_count "wasm tests in Node" \
    wasm-pack test --mode no-install --node -- --locked "${test_flags[@]}"

# The test files say nothing of where they run; this variable moves them into the browser. The default limits (5 s for the
# driver to start, 20 s for all tests of a file) are short for a loaded machine. webdriver.json has the browser's options.
export WASM_BINDGEN_USE_BROWSER=1 WASM_BINDGEN_TEST_DRIVER_TIMEOUT=60 WASM_BINDGEN_TEST_TIMEOUT=300
run_and_count "wasm tests in Chromium" \
    wasm-pack test --mode no-install --headless --chrome --chromedriver "$CHROMEDRIVER" -- --locked "${test_flags[@]}"
