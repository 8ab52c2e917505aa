#!/usr/bin/env bash
# What a verdict, a report and 1,000 areas take in each host, in one run: examples/times.sh [AREAS]. Everything is built in the release
# profile first. Hosts that cannot be built here are left out, in a line that says so. Times are those of the processor where not said
# otherwise.
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd .. && pwd)"
areas="${1:-1000}"
export CARGO_TERM_COLOR=never
at() { printf '%s' "${CARGO_TARGET_DIR:-$PWD/$1/target}"; }
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT
left_out() { printf 'left out: %s\n' "$1"; }
told() { printf '%-12s %-66s %12s ms\n' "$1" "$2" "$3"; }
# What a command took of the processor, its children included.
worked() {
  local TIMEFORMAT='%U %S'
  { time "$@" >"$out/said" 2>&1; } 2>"$out/took" || { cat "$out/said" >&2; return 1; }
  awk '{ printf "%.0f", ($1 + $2) * 1000 }' "$out/took"
}

national="$root/tests/conformance/national-2024/request.json"
printf '{"year":2024,"judge":["women.health.g2.maternal-mortality-ratio"],"observations":[{"indicator":"孕产妇死亡率","period":2024,"numerator":1,"denominator":823}],"languages":["zh","en"]}' >"$out/one.json"
batch() { # request: so many of it
  printf '['
  for area in $(seq "$areas"); do [ "$area" = 1 ] || printf ','; cat "$1"; done
  printf ']'
}
batch "$out/one.json" >"$out/ones.json"
batch "$national" >"$out/all.json"
four() { # host command...
  local host="$1"
  shift
  told "$host" "a verdict, JSON in and out" "$("$@" 200 "$out/one.json")"
  told "$host" "a report of all targets, JSON in and out" "$("$@" 20 "$national")"
  told "$host" "$areas areas, one target with sentences, JSON in and out" "$("$@" 1 "$out/ones.json")"
  told "$host" "$areas areas, all targets, JSON in and out" "$("$@" 1 "$out/all.json")"
}

(cd "$root" && cargo build --quiet --release --locked --example nation)
worked "${CARGO_TARGET_DIR:-$root/target}/release/examples/nation" --counties "$areas" --threads 1 >"$out/nation"
told Rust "$areas areas, all targets, typed, counts of all indicators from CSV" "$(cat "$out/nation")"

(cd c_abi && cargo build --quiet --release --locked)
library="$(at c_abi)/release"
gcc -O2 -Ic_abi -o "$out/host" c_abi/hosts/host.c -L"$library" -ldabiao_c -Wl,-rpath,"$library"
four C "$out/host" --times

if command -v node >/dev/null && (cd c_abi && cargo build --quiet --profile wasm --target wasm32-unknown-unknown --locked); then
  export DABIAO_WASM="$(at c_abi)/wasm32-unknown-unknown/wasm/dabiao_c.wasm"
  four WebAssembly node --max-old-space-size=8192 c_abi/hosts/host.mjs --times
else
  left_out "WebAssembly"
fi

if command -v javac >/dev/null; then
  java/build.sh "$out/dist"
  java -Xmx8g -Dfile.encoding=UTF-8 -cp "$out/dist/dabiao.jar" java/Times.java "$root/tests/conformance" "$areas" | sed 's/^/Java         /'
else
  left_out "Java"
fi

if python3 -m venv "$out/venv" && "$out/venv/bin/pip" install --quiet 'maturin>=1.7,<2' pandas >/dev/null 2>&1; then
  (cd python && "$out/venv/bin/maturin" build --release --locked --quiet --out "$out/wheel")
  "$out/venv/bin/pip" install --quiet --no-index "$out"/wheel/*.whl
  "$out/venv/bin/python" python/times.py "$areas" | sed 's/^/Python       /'
else
  left_out "Python"
fi

(cd mis_database && cargo build --quiet --release --locked)
judge="$(at mis_database)/release/dabiao-mis-database"
# The figures of the nation once more for each area.
more="INSERT INTO zb_value (id, area, code, residence, sex, age, period, value, value_text, unit, status, changed_definition)
  WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < $areas)
  SELECT 2000 + 1000 * n + v.id, '县' || n, v.code, v.residence, v.sex, v.age, v.period, v.value, v.value_text, v.unit, v.status, v.changed_definition
  FROM n, zb_value v WHERE v.area = '全国'"
"$judge" --demo "$out/mis.db" >/dev/null
python3 -c 'import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); db.execute(sys.argv[2]); db.commit()' "$out/mis.db" "$more"
told SQLite "$areas areas, all targets, read, judged and written" "$(worked "$judge" "$out/mis.db" --year 2024)"
told SQLite "the same again, nothing to write" "$(worked "$judge" "$out/mis.db" --year 2024)"
export judge more areas out
export -f worked told
postgres() {
  set -euo pipefail
  psql --no-psqlrc --quiet "$DABIAO_POSTGRES/postgres" --command 'CREATE DATABASE mis'
  "$judge" --demo "$DABIAO_POSTGRES/mis" >/dev/null
  psql --no-psqlrc --quiet "$DABIAO_POSTGRES/mis" --command "$more"
  local start
  for run in "read, judged and written" "the same again, nothing to write"; do
    start="$(date +%s%N)"
    worked "$judge" "$DABIAO_POSTGRES/mis" --year 2024 >"$out/program"
    told PostgreSQL "$areas areas, $run: the program" "$(cat "$out/program")"
    told PostgreSQL "  by the clock, the server's work included" "$((($(date +%s%N) - start) / 1000000))"
  done
}
export -f postgres
mis_database/postgres.sh bash -c postgres || left_out "PostgreSQL"
