#!/usr/bin/env bash
# Tries the readers on texts that a fuzzer makes: tests/fuzz/run.sh SECONDS [cells|request|plan|tables|rosters|wording|workbooks ...],
# one after another.
# Needs cargo-fuzz (cargo install cargo-fuzz) and a nightly compiler, or any with RUSTC_BOOTSTRAP=1. What was tried is kept in
# tests/fuzz/corpus, so that a later run goes on from there; what breaks is kept in tests/fuzz/artifacts. Tables, rosters and
# workbooks to begin with stand in tests/fuzz/seeds, and wordings are the phrases of tests/wording.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -ge 1 ] || { sed -n 2,6p "$0" >&2; exit 2; }
seconds="$1"
shift
[ $# -ge 1 ] || set -- cells request plan tables rosters wording workbooks
# The library has no unsafe code, so that an address sanitizer would find nothing and take its time.
build=(--fuzz-dir tests/fuzz --sanitizer none)

seed() { # target file...
  local target="$1"
  shift
  mkdir -p "tests/fuzz/corpus/$target"
  cp -n "$@" "tests/fuzz/corpus/$target/" 2>/dev/null || true
}
seeds="$(mktemp -d)"
trap 'rm -rf "$seeds"' EXIT
for request in tests/conformance/*/request.json; do
  name="$(basename "$(dirname "$request")")"
  # Long ones teach nothing more and are slow.
  [ "$(wc -c <"$request")" -le 20000 ] && cp "$request" "$seeds/$name.json"
done
head -n 12 examples/data/national-2020-2024.csv >"$seeds/national.csv"
cut -d, -f1-20 examples/data/national-2020-2024.csv | tr ',' '\n' | sort -u | sed -n 1,200p | split -l 1 - "$seeds/cell-"
printf '%s' '１２．５％' >"$seeds/cell-wide"
printf '%s' '14.3/10万' >"$seeds/cell-rate"
printf '%s' '3/800' >"$seeds/cell-counts"
printf '%s' '—' >"$seeds/cell-dash"
printf '%s' '约77' >"$seeds/cell-about"
printf '%s' '2024-06-30' >"$seeds/cell-day"
printf '%s' '2023-2024学年' >"$seeds/cell-school"
seed request "$seeds"/*.json
seed tables "$seeds"/national.csv tests/fuzz/seeds/tables/*
seed rosters tests/fuzz/seeds/rosters/*
seed workbooks tests/fuzz/seeds/workbooks/*
grep -v '^#' tests/wording/phrases.txt | sed 's/ => .*//' | split -a 3 -l 1 - "$seeds/phrase-"
seed wording "$seeds"/phrase-*
seed cells "$seeds"/cell-*
seed plan examples/data/own-plan.toml "$seeds"/*.json

for target in "$@"; do
  log="$seeds/$target.log"
  status=0
  cargo fuzz run "${build[@]}" "$target" -- -dict=tests/fuzz/words.dict -max_total_time="$seconds" -timeout=20 \
    -rss_limit_mb=2048 -max_len=20000 -print_final_stats=1 >"$log" 2>&1 || status=$?
  [ "$status" = 0 ] || { tail -n 40 "$log"; printf '%s: broken\n' "$target" >&2; exit 1; }
  stat() { sed -n "s/^stat::$1: *//p" "$log"; }
  printf '%s: %s executions in %s s, slowest input %s s, peak memory %s MB, nothing broken\n' "$target" \
    "$(stat number_of_executed_units)" "$seconds" "$(stat slowest_unit_time_sec)" "$(stat peak_rss_mb)"
done
