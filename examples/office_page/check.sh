#!/usr/bin/env bash
# Builds the page and drives it in Chromium: workbooks in, questions answered, and the report compared with that of the program.
# check.sh [OUTDIR] leaves the page, the downloads and screenshots there. What cannot be done here is named in a line
# "left out: …".
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd ../.. && pwd)"
export CARGO_TERM_COLOR=never

step() { printf '\n== office_page: %s (%ss)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
left_out() { printf 'left out: %s\n' "$1"; }
if [ $# -gt 0 ]; then
  mkdir -p "$1"
  out="$(cd "$1" && pwd)"
else
  out="$(mktemp -d)"
  trap 'rm -rf "$out"' EXIT
fi

step "lints and tests"
cargo fmt --check
cargo clippy --all-targets --locked -- -D warnings
cargo test --locked
if ! { rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown; } \
  >/dev/null 2>&1; then
  left_out "the office page: the target wasm32-unknown-unknown cannot be added here"
  exit 0
fi
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  left_out "the office page: no node or npm here"
  exit 0
fi

step "the page"
./build.sh "$out/dabiao.html"
[ "$(wc -c <"$out/dabiao.html")" -le "$((6 * 1024 * 1024))" ] || fail "the page has grown beyond 6 MiB"

step "in a browser, from disk, without a network"
chromium="${CHROMIUM:-$(command -v chromium || true)}"
if [ -z "$chromium" ]; then
  left_out "the office page was built and not opened: no chromium here"
  exit 0
fi
(cd "$root/tests/browser" && npm ci --silent --no-audit --no-fund)
cargo run --quiet --locked --example made_up -- "$out"
CHROMIUM="$chromium" BROWSER_MODULES="$root/tests/browser" node tests/check.mjs "$out/dabiao.html" "$out"

step "the same bytes as the program"
(
  cd ../workbook
  program="${CARGO_TARGET_DIR:-$PWD/target}/debug/dabiao-workbook"
  cargo build --quiet --locked
  cd "$out"
  "$program" 某旗.xlsx --answers saved-答案.toml --out program >/dev/null
  "$program" 某旗.xlsx --answers saved-answers.toml --lang en --out program >/dev/null
)
for name in 报告.html 目标明细.csv 数据审核.csv report.html targets.csv audit.csv; do
  cmp "$out/program/$name" "$out/saved-$name" || fail "$name is not that of the program"
done
printf 'page, long table and audit in both languages: the same bytes\n'

step "the Word report"
for name in 报告 report; do
  unzip -tqq "$out/saved-$name.docx" 2>/dev/null || python3 -m zipfile -t "$out/saved-$name.docx" >/dev/null
  words() { python3 -c 'import re, sys, zipfile; print("\n".join(re.findall("<w:t[^>]*>([^<]*)</w:t>", zipfile.ZipFile(sys.argv[1]).read("word/document.xml").decode())))' "$1"; }
  diff <(words "$out/program/$name.docx") <(words "$out/saved-$name.docx") || fail "the words of $name.docx are not those of the program"
  pictures="$(python3 -m zipfile -l "$out/saved-$name.docx" | grep -c 'media/.*png' || true)"
  [ "$pictures" -gt 0 ] || fail "there is no drawing in $name.docx"
  printf '%s.docx: the words of the program, %s drawings\n' "$name" "$pictures"
done
if command -v soffice >/dev/null; then
  soffice "-env:UserInstallation=file://$out/profile" --headless --convert-to pdf --outdir "$out" "$out/saved-报告.docx" >/dev/null 2>&1
  [ -s "$out/saved-报告.pdf" ] || fail "LibreOffice does not open the Word report"
  printf 'LibreOffice opens it\n'
else
  left_out "the Word report in LibreOffice: no soffice here"
fi
step "done"
