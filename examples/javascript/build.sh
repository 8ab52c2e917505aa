#!/usr/bin/env bash
# Puts the package together in dist/: the WebAssembly module of the C API, the code around it, and types made from the JSON
# Schemas; then packs it: build.sh [OUTDIR] leaves dabiao-VERSION.tgz there.
set -euo pipefail
cd "$(dirname "$0")"
export CARGO_TERM_COLOR=never
out="${1:-.}"
mkdir -p "$out"
out="$(cd "$out" && pwd)"
target="${CARGO_TARGET_DIR:-$(cd ../c_abi && pwd)/target}"
(cd ../c_abi && cargo build --profile wasm --target wasm32-unknown-unknown --locked)
[ -d node_modules/json-schema-to-typescript ] || npm ci --silent --no-audit --no-fund
rm -rf dist
mkdir dist
cp "$target/wasm32-unknown-unknown/wasm/dabiao_c.wasm" dist/dabiao.wasm
cp src/*.js src/index.d.ts dist/
cp ../../LICENSE-APACHE ../../LICENSE-MIT .
for form in request answers errors; do
  npx --no-install json2ts --input "../../tests/wire/schema/$form.json" --output "dist/$form.d.ts" \
    --bannerComment "/* Made from tests/wire/schema/$form.json. */"
done
npm pack --silent --pack-destination "$out"
