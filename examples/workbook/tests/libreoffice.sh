#!/usr/bin/env bash
# Has LibreOffice save the test figures as xlsx, xls and ods, and fails if the verdicts are not those of the CSV.
# Without soffice it says that this was left out, and succeeds.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v soffice >/dev/null; then
  echo "LEFT OUT: soffice is not installed (apt-get install --no-install-recommends libreoffice-calc)"
  exit 0
fi
out="$(cargo test --quiet --locked --test libreoffice -- --nocapture 2>&1)" || { printf '%s\n' "$out" >&2; exit 1; }
grep -F "LibreOffice: xlsx, xls and ods give the verdicts of the CSV" <<<"$out" || {
  printf '%s\nthe comparison did not run\n' "$out" >&2
  exit 1
}
