#!/usr/bin/env bash
# Builds the page: build.sh [OUT.html]. Needs Rust with the target wasm32-unknown-unknown, and node.
set -euo pipefail
cd "$(dirname "$0")"
export CARGO_TERM_COLOR=never
out="${1:-dabiao.html}"
cargo build --profile wasm --target wasm32-unknown-unknown --locked
node build.mjs "${CARGO_TARGET_DIR:-$PWD/target}/wasm32-unknown-unknown/wasm/dabiao_office_page.wasm" "$out"
printf '%s: %s bytes\n' "$out" "$(wc -c <"$out")"
