#!/usr/bin/env bash
# A scheduler, two executors and a client on the loopback: the verdicts of the cluster against one machine and the library.
# check.sh [ROWS]; exits with 1 at the first difference, and ends every process that it started.
set -euo pipefail
cd "$(dirname "$0")"
rows="${1:-20000}"
export CARGO_TERM_COLOR=never RUST_LOG="info,ballista_executor::metrics=debug"
program="${CARGO_TARGET_DIR:-$PWD/target}/debug/dabiao-ballista"

out="$(mktemp -d)"
started=()
ended() { # id, tenths of a second
  for _ in $(seq "$2"); do
    kill -0 "$1" 2>/dev/null || return 0
    sleep 0.1
  done
  return 1
}
end() { # executors first, as they take leave of their scheduler
  for ((place = ${#started[@]} - 1; place >= 0; place--)); do
    kill "${started[place]}" 2>/dev/null || continue
    ended "${started[place]}" 100 || kill -KILL "${started[place]}" 2>/dev/null || true
  done
  started=()
}
trap 'end; rm -rf "$out"' EXIT

fail() {
  printf 'FAILED: %s\n' "$1" >&2
  for log in "$out"/*.log; do
    printf -- '-- %s\n' "${log##*/}" >&2
    grep -vE '^( |$)|ballista_executor::metrics' "$log" | cut -c1-300 | tail -n 15 >&2 || true
  done
  exit 1
}
# Starts a process with its log; its id joins those that are ended.
start() { # name arguments...
  local name="$1"
  shift
  "$program" "$@" >"$out/$name.out" 2>"$out/$name.log" &
  started+=("$!")
  disown "$!"
}
within() { # seconds what command...
  local tenths=$(($1 * 10)) what="$2"
  shift 2
  for _ in $(seq "$tenths"); do
    "$@" && return
    sleep 0.1
  done
  fail "$what"
}
listens() { port="$(sed -n 's/^scheduler on port //p' "$out/$1.out")" && [ -n "$port" ]; }
ready() { # the scheduler says so once its executors are there
  local line
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 1
  printf 'GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
  read -r -t 5 line <&3 || line=
  exec 3>&-
  [[ "$line" == *" 200 "* ]]
}
cluster() { # name executors [option of the scheduler] [option of the executors]
  local name="$1" executors="$2" number
  start "$name" scheduler --executors "$executors" ${3:+"$3"}
  within 30 "the scheduler did not come up" listens "$name"
  for number in $(seq "$executors"); do
    mkdir "$out/$name-$number.work"
    start "$name-$number" executor --scheduler "$port" --name "$name-$number" --work "$out/$name-$number.work" ${4:+"$4"}
  done
  within 60 "the executors did not come up" ready
}

cargo build --quiet --locked

printf -- '-- two executors\n'
cluster both 2
timeout 600 "$program" client --scheduler "$port" --nation "$out/nation" --rows "$rows" >"$out/answer" 2>"$out/client.log" ||
  fail "the client: $(grep -v "^\[" "$out/client.log" | tail -n 12)"
cat "$out/answer"
grep -qx "$rows rows, the same verdicts as the library" "$out/answer" || fail "the library was not asked"
grep -qx "every verdict: the same without SQL" "$out/answer" || fail "the counties were not judged without SQL"
for number in 1 2; do
  log="$out/both-$number.log"
  tasks="$(grep -c 'Finished task' "$log" || true)"
  # The plan of a task that is done is logged with its figures: did it judge rows?
  judged="$(awk '/Physical plan with metrics/ { new = 1 } new && /dabiao_outcome/ { judged++; new = 0 } END { print judged + 0 }' "$log")"
  # Counties are judged where their rows come together, not where they are read.
  counties="$(awk '/Physical plan with metrics/ { new = 1 } new && /mode=Final.*dabiao_verdicts/ { judged++; new = 0 } END { print judged + 0 }' "$log")"
  printf 'executor %s: %s tasks, %s of them judged rows, %s counties\n' "$number" "$tasks" "$judged" "$counties"
  [ "$judged" -gt 0 ] || fail "executor $number judged nothing"
  [ "$counties" -gt 0 ] || fail "executor $number judged no county"
done
end

refused() { # which log, what it says of the function that is not there
  ! timeout 120 "$program" client --scheduler "$port" --nation "$out/nation" --rows "$rows" >"$out/refused" 2>"$out/client.log" ||
    fail "a cluster without the functions gave an answer"
  printf 'the client: %s\n' "$(tail -n 1 "$out/client.log" | cut -c1-120)"
  grep -ohm 1 "$2" "$out/$1.log" || fail "the log does not say what is missing"
  end
}
printf -- '-- an executor without the functions\n'
cluster bare-executor 1 "" --without-functions
refused bare-executor-1 'PhysicalExtensionCodec is not provided for scalar function dabiao_[a-z_]*'

printf -- '-- a scheduler without the functions\n'
cluster bare-scheduler 1 --without-functions
refused client 'LogicalExtensionCodec is not provided for scalar function dabiao_[a-z_]*'

printf 'ballista: 2 executors, %s rows, the same verdicts\n' "$rows"
