#!/usr/bin/env bash
# Opens the report's pages in a browser and checks them: run.sh OUTDIR. Screenshots and PDFs are left in OUTDIR.
set -euo pipefail
[ $# = 1 ] || { echo "usage: run.sh OUTDIR" >&2; exit 2; }
mkdir -p "$1"
out="$(cd "$1" && pwd)"
cd "$(dirname "$0")"

install() { # apt packages
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get update -qq
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
missing=()
command -v chromium >/dev/null || missing+=(chromium)
[ -e /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ] || missing+=(fonts-noto-cjk)
command -v npm >/dev/null || missing+=(nodejs npm)
[ ${#missing[@]} = 0 ] || install "${missing[@]}"
npm ci --silent --no-audit --no-fund

page() { # file arguments...
  local file="$1"
  shift
  (cd ../.. && cargo run --quiet --locked --example html_report -- "$@" --out "$out/$file")
}
for lang in zh en; do
  page "national-$lang.html" --lang "$lang"
  page "county-$lang.html" --lang "$lang" tests/browser/county.csv
done
page "final-zh.html" --year 2030
for lang in zh en; do
  page "compare-$lang.html" --lang "$lang" --expect 白沙县 examples/data/made-up-prefecture.csv
done
node check.mjs "$out" national-zh national-en county-zh county-en final-zh compare-zh compare-en
