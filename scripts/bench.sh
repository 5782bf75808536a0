#!/usr/bin/env bash
# The time of a room against its limits, and beside EnergyPlus on fresh rooms that nobody has looked at: time and loads. Then the
# time of groupings of rooms and how far they are from their bounds.
# Arguments: seed and number of the fresh rooms; another seed gives other rooms.
. "$(dirname "$0")/common.sh"

seed="${1:-20260610}"
count="${2:-24}"

heading "EnergyPlus"
files=()
if python="$(scripts/install_energyplus.sh)"; then
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    "$python" benches/energyplus/rooms.py "$seed" "$count" --out "$work/rooms.jsonl"
    # One process at a time, so that each has the machine to itself.
    "$python" benches/energyplus/run.py "$work/rooms.jsonl" --out "$work/answers.jsonl"
    files=("$work/rooms.jsonl" "$work/answers.jsonl")
    echo "$count rooms of seed $seed computed"
else
    echo "EnergyPlus could not be installed: only our own time is measured"
fi

heading "time of a room"
cargo bench --locked --bench load -- "${files[@]}"

heading "grouping of rooms"
cargo bench --locked --bench grouping

heading "selection for a hotel"
cargo bench --locked --features data --bench hotel

heading "loading a catalogue"
cargo bench --locked --features data --bench catalogue
