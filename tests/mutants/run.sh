#!/usr/bin/env bash
# Changes the library in one place after another and looks whether a test notices: tests/mutants/run.sh FILE|FOLDER [SHARD]
# (a shard is 3/10: every tenth change, beginning with the fourth). Needs cargo-mutants (cargo install cargo-mutants).
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -ge 1 ] || { sed -n 2,3p "$0" >&2; exit 2; }
files="$1"
[ ! -d "$files" ] || files="${files%/}/**"
# Fewer random cases than usual: a change that only one case in thousands shows is told as missed.
export PROPTEST_CASES=64 DABIAO_ORACLE_CASES=3000 PROPTEST_MAX_SHRINK_ITERS=0 RUST_BACKTRACE=0
export CARGO_PROFILE_TEST_DEBUG=0 CARGO_PROFILE_DEV_DEBUG=0 CARGO_INCREMENTAL=1
out="${MUTANTS_OUT:-target/mutants}"
mkdir -p "$out"
status=0
cargo mutants --config tests/mutants/mutants.toml --file "$files" ${2:+--shard "$2" --sharding round-robin} --output "$out" \
  --no-shuffle --colors never ${MUTANTS_ARGS:-} || status=$?
found="$out/mutants.out"
[ -e "$found/caught.txt" ] || exit "$status"
printf '%s: %s caught, %s missed, %s not viable, %s without end\n' "$files" "$(wc -l <"$found/caught.txt")" \
  "$(wc -l <"$found/missed.txt")" "$(wc -l <"$found/unviable.txt")" "$(wc -l <"$found/timeout.txt")"
cat "$found/missed.txt"
exit "$status"
