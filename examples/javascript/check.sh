#!/usr/bin/env bash
# Packs the package, installs it in a clean folder as a user would, compiles and runs the program of the README, and compares
# every answer of the conformance pack, byte for byte, in Node and in Chromium. What cannot be done here is named in a line
# "left out: …".
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd ../.. && pwd)"
export CARGO_TERM_COLOR=never

step() { printf '\n== javascript: %s (%ss)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
left_out() { printf 'left out: %s\n' "$1"; }
if ! { rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown; } \
  >/dev/null 2>&1; then
  left_out "the npm package: the target wasm32-unknown-unknown cannot be added here"
  exit 0
fi
if ! command -v npm >/dev/null; then
  left_out "the npm package: no npm here"
  exit 0
fi
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

step "the package"
npm ci --silent --no-audit --no-fund
./build.sh "$work"
package=("$work"/dabiao-*.tgz)
printf 'the package: %s bytes\n' "$(wc -c <"${package[0]}")"

step "the program of the README in a clean folder"
mkdir "$work/clean"
awk '/^```ts$/ { on = 1; next } /^```$/ { on = 0 } on' README.md >"$work/clean/verdict.ts"
cp tests/*.mjs tests/types.ts "$work/clean/"
typescript="$PWD/node_modules/.bin/tsc"
(
  cd "$work/clean"
  printf '{ "private": true, "type": "module" }\n' >package.json
  npm install --silent --no-audit --no-fund --offline "${package[0]}"
  "$typescript" --strict --target es2022 --module nodenext --types '' --lib es2022,dom verdict.ts types.ts
  node verdict.js | tee verdict.txt
  node types.js
)
grep -qx "not_met" "$work/clean/verdict.txt" || fail "the program of the README prints no verdict"

step "the conformance pack"
wanted="$work/wanted"
mkdir "$wanted"
core_target="${CORE_TARGET_DIR:-${CARGO_TARGET_DIR:-$root/target}}"
(cd "$root" && CARGO_TARGET_DIR="$core_target" cargo build --quiet --locked --example evaluate_json)
evaluate_json="$core_target/debug/examples/evaluate_json"
for request in "$root"/tests/conformance/*/request.json; do
  name="$(basename "$(dirname "$request")")"
  cp "$request" "$wanted/$name.request"
  # It adds one newline, to standard error for a refusal.
  "$evaluate_json" <"$request" >"$wanted/$name.answer" 2>"$wanted/$name.refused" || true
  [ -s "$wanted/$name.answer" ] || mv "$wanted/$name.refused" "$wanted/$name.answer"
  rm -f "$wanted/$name.refused"
  truncate -s -1 "$wanted/$name.answer"
done
(cd "$work/clean" && node conformance.mjs "$wanted")
chromium="${CHROMIUM:-$(command -v chromium || true)}"
if [ -n "$chromium" ]; then
  (cd "$root/tests/browser" && npm ci --silent --no-audit --no-fund)
  CHROMIUM="$chromium" PLAYWRIGHT="$root/tests/browser/node_modules/playwright-core/index.mjs" \
    node "$work/clean/browser.mjs" "$work/clean/node_modules/dabiao" "$wanted"
else
  left_out "the conformance pack in a browser: no chromium here"
fi
step "done"
