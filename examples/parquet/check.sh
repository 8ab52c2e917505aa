#!/usr/bin/env bash
# Lints and tests; a nation judged whole and by two processes; then pandas and DataFusion on the verdicts, and figures that
# pyarrow wrote. What cannot be done here is said in a line that begins with "left out:".
set -euo pipefail
cd "$(dirname "$0")"
export CARGO_TERM_COLOR=never PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
programs="${CARGO_TARGET_DIR:-$PWD/target}/debug"

step() { printf '\n== parquet: %s (%ss)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
left_out() { printf 'left out: %s\n' "$1"; }
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

step "lints and tests"
cargo fmt --check
cargo clippy --all-targets --locked -- -D warnings
cargo test --locked
if rustup run 1.85 rustc --version >/dev/null 2>&1; then
  CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-$PWD/target}/oldest" cargo +1.85 check --locked
else
  left_out "Rust 1.85 is not here; clippy checks the code against rust-version instead"
fi

step "a nation in 64 MiB"
cargo build --quiet --locked
"$programs/nation_parquet" --counties 30 --threads 2 --file "$out/nation.parquet" --out "$out/verdicts.parquet" | tee "$out/printed"
peak="$(sed -n 's/^peak memory \([0-9]*\)\..*/\1/p' "$out/printed")"
[ "${peak:-64}" -lt 64 ] || fail "the peak is $peak MiB"

step "two processes, and the sum of their halves"
years=(--year 2021-2024 --year 2030)
"$programs/dabiao-parquet" judge "$out/nation.parquet" "${years[@]}" >"$out/whole"
halves=()
for half in 1 2; do
  "$programs/dabiao-parquet" judge "$out/nation.parquet" "${years[@]}" --part "$half/2" --tally "$out/$half.json" \
    --out "$out/half-$half.parquet" >"$out/half-$half" &
  halves+=("$!")
done
for half in "${halves[@]}"; do wait "$half"; done
grep -q "^2024: " "$out/half-1" && grep -q "^2024: " "$out/half-2" || fail "one of the halves is empty"
! "$programs/dabiao-parquet" merge "$out/1.json" 2>"$out/said" || fail "half a nation passes as a whole"
grep -q "part 2 of 2 is missing" "$out/said" || fail "nobody says which half is missing"
"$programs/dabiao-parquet" merge "$out/2.json" "$out/1.json" | tee "$out/sum"
cmp "$out/whole" "$out/sum" || fail "the sum of the halves is not the whole"

step "pandas, pyarrow and DataFusion"
if ! { python3 -m venv "$out/venv" && timeout 300 "$out/venv/bin/pip" install --quiet --only-binary :all: pandas pyarrow datafusion; } >"$out/pip" 2>&1; then
  left_out "pandas and DataFusion: python3 with venv, pandas, pyarrow and datafusion are not to be had here ($(tail -n 1 "$out/pip"))"
  exit 0
fi
"$out/venv/bin/python" tests/pandas/check.py "$programs/dabiao-parquet" "$out"
