#!/usr/bin/env bash
# Builds the C API and checks that every host prints the same, byte for byte. Installs what is missing with apt-get where it can;
# what cannot be done here is said in a line that begins with "left out:". Exits with 1 at the first difference.
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd ../.. && pwd)"
export CARGO_TERM_COLOR=never
target="${CARGO_TARGET_DIR:-$PWD/target}"
core_target="${CORE_TARGET_DIR:-${CARGO_TARGET_DIR:-$root/target}}"

step() { printf '\n== c_abi: %s (%ss)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
left_out() { printf 'left out: %s\n' "$1"; }
listed=
install() { # packages...
  command -v apt-get >/dev/null || return 1
  local sudo=
  [ "$(id -u)" = 0 ] || sudo="sudo -n"
  [ -n "$listed" ] || $sudo apt-get -o Acquire::Retries=0 -o Acquire::http::Timeout=20 update -qq >/dev/null 2>&1 || return 1
  listed=yes
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}
has() { # command packages...
  local command="$1"
  shift
  command -v "$command" >/dev/null || { install "$@" && command -v "$command" >/dev/null; }
}
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

step "lints and tests"
cargo fmt --check
cargo clippy --all-targets --locked -- -D warnings
cargo test --locked

step "the library"
cargo build --release --locked
(cd "$root" && CARGO_TARGET_DIR="$core_target" cargo build --locked --example evaluate_json)
evaluate_json="$core_target/debug/examples/evaluate_json"
library="$target/release/libdabiao_c.so"
[ -f "$library" ] || library="$target/release/libdabiao_c.dylib"
ls -l "$library"

step "the header"
# What a line of the header declares, what the code exports, and what the library holds.
declared="$(grep -oE '\bdabiao_[a-z_]+\(' dabiao.h | grep -vE 'dabiao_(status|outcome)' | tr -d '(' | sort -u)"
exported="$(grep -hA1 -F '#[unsafe(no_mangle)]' src/*.rs | grep -oE 'fn [a-z_]+' | cut -c4- | sort)"
diff <(printf '%s\n' "$declared") <(printf '%s\n' "$exported") || fail "the header and the code have different functions"
if has nm binutils && [ "${library##*.}" = so ]; then
  held="$(nm -D --defined-only "$library" | awk '$2 == "T" { print $3 }' | sort)"
  diff <(printf '%s\n' "$declared") <(printf '%s\n' "$held") || fail "the header and the library have different functions"
else
  left_out "the library's own list of functions: no nm here"
fi
printf '%s functions\n' "$(printf '%s\n' "$declared" | wc -l)"

# Each host is a function of its name. Runs a host on a request: its answer, and its status.
run() { # name request command...
  local name="$1" request="$2" status=0
  shift 2
  "$@" "$request" >"$out/$name" 2>"$out/$name.err" || status=$?
  case "$status" in 0 | 2) ;; *) cat "$out/$name.err" >&2; fail "$name ended with $status on $request" ;; esac
  printf '%s\n' "$status" >"$out/$name.status"
}
hosts=()

step "C"
warnings=(-std=c99 -Wall -Wextra -Werror -pedantic -Wconversion -Wstrict-prototypes)
if has gcc gcc libc6-dev; then
  for program in host misuse; do
    gcc "${warnings[@]}" -O2 -I. -o "$out/$program" "hosts/$program.c" -L"$(dirname "$library")" -ldabiao_c \
      -Wl,-rpath,"$(dirname "$library")"
  done
  gcc "${warnings[@]}" -fsyntax-only -x c dabiao.h
  ! command -v g++ >/dev/null || g++ -Wall -Wextra -Werror -pedantic -fsyntax-only -x c++ dabiao.h
  "$out/misuse" || fail "misuse is not told as the header says"
  hosts+=(c)
else
  left_out "the host in C: no gcc"
fi
c() { "$out/host" "$@"; }

step "Python, Java, WebAssembly"
export DABIAO_LIBRARY="$library"
if has python3 python3 && python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
  hosts+=(python)
else
  left_out "the host in Python: no python3 of 3.10 or later"
fi
python() { python3 hosts/host.py "$@"; }

jna=/usr/share/java/jna.jar
if has javac default-jdk-headless && { [ -f "$jna" ] || install libjna-java; } && [ -f "$jna" ]; then
  javac -Xlint:all -Werror -cp "$jna" -d "$out/classes" hosts/Host.java
  hosts+=(java)
else
  left_out "the host in Java: no JDK or no JNA"
fi
java() { command java -cp "$jna:$out/classes" Host "$@"; }

wasm="$target/wasm32-unknown-unknown/wasm/dabiao_c.wasm"
export DABIAO_WASM="$wasm"
if { rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown; } \
  >/dev/null 2>&1; then
  cargo build --profile wasm --target wasm32-unknown-unknown --locked
  printf 'the module: %s bytes, %s compressed\n' "$(wc -c <"$wasm")" "$(gzip -9c "$wasm" | wc -c)"
  [ "$(gzip -9c "$wasm" | wc -c)" -le "$((768 * 1024))" ] || fail "the module has grown beyond 768 KiB compressed"
  if has node nodejs; then
    # The host itself ends with an error where the module imports anything.
    node hosts/host.mjs --exports | sort >"$out/exports"
    diff <(printf '%s\n' "$declared") "$out/exports" || fail "the header and the module have different functions"
    node hosts/misuse.mjs
    hosts+=(wasm)
  else
    left_out "the WebAssembly module was built and not run: no node"
  fi
else
  left_out "the WebAssembly module: the target wasm32-unknown-unknown cannot be added"
fi
wasm() { node hosts/host.mjs "$@"; }

step "the same answers: evaluate_json ${hosts[*]}"
printf '' >"$out/empty.json"
printf '\377\376{' >"$out/binary.json"
printf '{"year": 2024, "observations": [' >"$out/cut.json"
requests=0
for request in "$root"/tests/conformance/*/request.json "$out"/{empty,binary,cut}.json; do
  # It adds one newline, to standard error for a refusal.
  status=0
  "$evaluate_json" <"$request" >"$out/wanted" 2>"$out/wanted.err" || status=$?
  if [ -s "$out/wanted" ]; then status=0; else mv "$out/wanted.err" "$out/wanted"; fi
  [ "$(tail -c 1 "$out/wanted" | od -An -tx1 | tr -d ' ')" = 0a ] || fail "evaluate_json ended without a newline"
  truncate -s -1 "$out/wanted"
  for host in "${hosts[@]}"; do
    run "$host" "$request" "$host"
    cmp "$out/wanted" "$out/$host" || fail "$host says something else on $request"
    [ "$(cat "$out/$host.status")" = "$status" ] || fail "$host has another status on $request"
  done
  requests=$((requests + 1))
  printf '%s: status %s, %s bytes\n' "${request#"$root"/}" "$status" "$(wc -c <"$out/wanted")" | sed "s#$out/##"
done
printf '%s requests, %s hosts: the same bytes\n' "$requests" "${#hosts[@]}"

step "the same verdicts on columns"
first=
for host in "${hosts[@]}"; do
  "$host" --columns 1000000 >"$out/$host.columns" 2>"$out/$host.times" || fail "$host cannot judge columns"
  cat "$out/$host.times"
  first="${first:-$host}"
  cmp "$out/$first.columns" "$out/$host.columns" || fail "$host judges columns otherwise than $first"
done
[ -z "$first" ] || cat "$out/$first.columns"

step "memory"
if [ ! -x "$out/host" ] || ! has valgrind valgrind; then
  left_out "memory under valgrind: no gcc or no valgrind"
else
  grind=(valgrind --quiet --error-exitcode=9 --leak-check=full --show-leak-kinds=all --errors-for-leak-kinds=all)
  grind+=(--suppressions=hosts/valgrind.supp)
  for name in levels refused-plan batch; do
    status=0
    "${grind[@]}" "$out/host" "$root/tests/conformance/$name/request.json" >/dev/null || status=$?
    case "$status" in 0 | 2) printf '%s: nothing lost, nothing read or written amiss\n' "$name" ;; *) fail "valgrind: $status" ;; esac
  done
  "${grind[@]}" "$out/host" --columns 5000 >/dev/null 2>"$out/grind" || { cat "$out/grind"; fail "valgrind on columns"; }
  # One allocation there is far too large on purpose.
  "${grind[@]}" "$out/misuse" 2>"$out/grind" || { cat "$out/grind"; fail "valgrind on misuse"; }
  printf 'columns and misuse: the same\n'
fi
step "done"
