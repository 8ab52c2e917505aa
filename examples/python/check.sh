#!/usr/bin/env bash
# Builds the wheel, and uses it where there is no Rust: the first lines of the README with nothing else installed, then the tests with the
# conformance pack, the types, and the plots. What cannot be done here is said in a line that begins with "left out:".
set -euo pipefail
cd "$(dirname "$0")"
export CARGO_TERM_COLOR=never PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

step() { printf '\n== python: %s (%ss)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
left_out() { printf 'left out: %s\n' "$1"; }
listed=
install() { # packages...
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  [ -n "$listed" ] || apt-get update -qq >/dev/null 2>&1 || return 1
  listed=yes
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}
python="${PYTHON:-python3}"
usable() { command -v "$python" >/dev/null && "$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))' 2>/dev/null; }
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

step "lints"
cargo fmt --check
cargo clippy --release --locked -- -D warnings

if ! usable && ! { install python3 python3-venv && usable; }; then
  left_out "the Python package: no python3 of 3.10 or later with venv"
  exit 0
fi
"$python" -m venv "$out/build"
if ! timeout 300 "$out/build/bin/pip" install --quiet 'maturin>=1.7,<2' >"$out/pip" 2>&1; then
  left_out "the Python package: maturin is not to be had here ($(tail -n 1 "$out/pip"))"
  exit 0
fi

step "the wheel"
"$out/build/bin/maturin" build --release --locked --quiet --out "$out/dist"
wheel="$(echo "$out"/dist/*.whl)"
printf '%s, %s bytes\n' "${wheel##*/}" "$(wc -c <"$wheel")"
case "$wheel" in *-cp310-abi3-*) ;; *) fail "the wheel is not for every Python from 3.10 on" ;; esac

step "the first lines of the README, in a new environment without Rust"
"$python" -m venv "$out/use"
"$out/use/bin/pip" install --quiet --no-index "$wheel"
use() { env -i HOME="$out" LANG=C.UTF-8 PATH="$out/use/bin" PYTHONDONTWRITEBYTECODE=1 "$@"; }
use python -c 'import shutil, sys; sys.exit(any(map(shutil.which, ["cargo", "rustc"])))' || fail "there is a Rust in the path"
awk '/^```python$/ { on = 1; next } /^```$/ && on { exit } on' README.md >"$out/first.py"
awk '/^```text$/ { on = 1; next } /^```$/ && on { exit } on' README.md >"$out/first.txt"
[ "$(wc -l <"$out/first.py")" -ge 10 ] || fail "the README has no program"
(cd "$out" && use python first.py) | tee "$out/printed"
cmp "$out/printed" "$out/first.txt" || fail "the first lines of the README print something else"

step "the tests, the conformance pack, the types"
if ! timeout 600 "$out/use/bin/pip" install --quiet --only-binary :all: "$wheel[test]" >"$out/pip" 2>&1; then
  left_out "the tests of the Python package: pandas, polars, pyarrow, pytest or hypothesis are not to be had here ($(tail -n 1 "$out/pip"))"
  exit 0
fi
(cd tests && use python -m pytest -q -p no:cacheprovider)
(cd "$out" && use python -m mypy --strict --ignore-missing-imports --cache-dir "$out/mypy" -p dabiao)

step "the plots"
use python plots.py "$out/plots" | tail -n 1 | tee "$out/plots.txt"
grep -q '[1-9][0-9]* met' "$out/plots.txt" || fail "the overview has no target that is met"
for plot in indicator overview areas; do
  [ "$(wc -c <"$out/plots/$plot.png")" -gt 20000 ] || fail "the plot of $plot is empty"
done

step "the times"
use python times.py 20
step "done"
