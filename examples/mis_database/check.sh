#!/usr/bin/env bash
# The program on SQLite, and on a PostgreSQL server of this script's own; then the program in Java on that server, and the rows of both.
# What cannot be done here is said in a line that begins with "left out:".
set -euo pipefail
cd "$(dirname "$0")"
export CARGO_TERM_COLOR=never
program="${CARGO_TARGET_DIR:-$PWD/target}/debug/dabiao-mis-database"

step() { printf '\n== mis_database: %s (%ss)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
left_out() { printf 'left out: %s\n' "$1"; }
query() { psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$1" --command "$2"; }
written() { # address: every row that was written, and the transaction that wrote it
  for table in run verdict warning finding audit; do query "$1" "SELECT '$table', t.xmin, t.* FROM dabiao_$table t ORDER BY t::text"; done
}
same() { # address: the rows alone
  for table in run verdict warning finding audit; do query "$1" "SELECT '$table', t.* FROM dabiao_$table t ORDER BY t::text"; done
}

# Called again by this script, with a server in DABIAO_POSTGRES.
if [ "${1:-}" = --postgres ]; then
  step "the tests on PostgreSQL"
  cargo test --locked --test postgres -- --include-ignored

  step "the program in Java"
  jars=/usr/share/java
  if ! command -v javac >/dev/null || ! [ -f "$jars/postgresql.jar" ]; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends default-jdk-headless \
      libpostgresql-jdbc-java; } >/dev/null 2>&1 || true
  fi
  if ! command -v javac >/dev/null || ! [ -f "$jars/postgresql.jar" ]; then
    left_out "the program in Java: no JDK or no libpostgresql-jdbc-java"
    exit 0
  fi
  out="$(mktemp -d)"
  trap 'rm -rf "$out"' EXIT
  ../java/build.sh "$out/dist"
  javac --release 17 -encoding UTF-8 -Xlint:all -Werror -cp "$out/dist/dabiao.jar" -d "$out/classes" JudgeDatabase.java
  place="${DABIAO_POSTGRES#postgres://}"
  # In a process of its own, always: so its id is that of java.
  judge() { # database
    exec java -Dfile.encoding=UTF-8 -cp "$out/classes:$out/dist/dabiao.jar:$jars/postgresql.jar" JudgeDatabase \
      "jdbc:postgresql://${place#*@}/$1?user=${place%%@*}" 2024
  }
  for database in of_rust of_java; do
    query "$DABIAO_POSTGRES/postgres" "CREATE DATABASE $database"
    "$program" --demo "$DABIAO_POSTGRES/$database" >/dev/null
    # Two townships whose names differ in a mark alone: neither may stand for the other.
    query "$DABIAO_POSTGRES/$database" "INSERT INTO org (id, area, kind, name) VALUES (6, '另一旗', 'township', '戊镇①'), (7, '另一旗', 'township', '戊镇②');
      INSERT INTO org_year (id, org_id, year) VALUES (6, 6, 2024), (7, 7, 2024);
      INSERT INTO zb_value (id, area, code, org_id, period, value, unit) VALUES (90001, '另一旗', 'F111', 6, '2024', 97, '%')"
  done
  rust="$DABIAO_POSTGRES/of_rust" java="$DABIAO_POSTGRES/of_java"
  "$program" "$rust" --year 2024 >/dev/null
  judge of_java | tee "$out/said"
  diff <(same "$rust") <(same "$java") || fail "the two programs write other rows"
  rows="$(same "$java" | wc -l)"
  [ "$rows" -gt 900 ] || fail "there are $rows rows"
  printf '%s rows, the same by both programs\n' "$rows"
  for database in "$rust" "$java"; do
    query "$database" "SELECT * FROM dabiao_finding" | grep -q "戊镇②" || fail "units alike but for their marks are not told"
    met="$(query "$database" "SELECT count(*) FROM dabiao_verdict WHERE area = '另一旗' AND target = 'children.health.g6.immunisation-coverage' AND outcome = '达标'")"
    [ "$met" = 0 ] || fail "one township stands for another"
  done

  step "run twice, Java changes nothing, nor does Rust after it"
  written "$java" >"$out/before"
  judge of_java | tail -n 1 | tee "$out/said"
  grep -qx "0 rows changed" "$out/said" || fail "the second run changed something"
  "$program" "$java" --year 2024 | tail -n 1 | grep -qx "0 rows changed" || fail "Rust writes other rows than Java"
  written "$java" | cmp - "$out/before" || fail "rows were written again"

  step "killed in the middle, nothing of Java's is half there"
  query "$java" "DELETE FROM zb_value WHERE area = '全国' AND period = '2024'"
  # Another program holds the findings, which come after the verdicts and the warnings.
  mkfifo "$out/hold"
  psql --no-psqlrc --quiet "$java" <"$out/hold" >"$out/held" &
  holder=$!
  exec 3>"$out/hold"
  printf 'BEGIN;\nLOCK TABLE dabiao_finding IN ACCESS EXCLUSIVE MODE;\n\\echo held\n' >&3
  until grep -q held "$out/held"; do sleep 0.05; done
  judge of_java >/dev/null 2>&1 &
  until [ "$(query "$java" "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE a.datname = 'of_java'
      AND a.wait_event_type = 'Lock' AND l.granted AND l.relation = 'dabiao_verdict'::regclass AND l.mode = 'RowExclusiveLock'")" = 1 ]; do
    kill -0 $! 2>/dev/null || fail "the program in Java has ended"
    sleep 0.05
  done
  kill -KILL $!
  ! wait $! 2>/dev/null || fail "the program in Java was not killed"
  printf 'ROLLBACK;\n' >&3
  exec 3>&-
  wait "$holder"
  written "$java" | cmp - "$out/before" || fail "something is half there"
  judge of_java | tail -n 1 | grep -qvx "0 rows changed" || fail "the next run does not do what the killed one did not"
  "$program" "$java" --year 2024 | tail -n 1 | grep -qx "0 rows changed" || fail "Rust writes other rows than Java"
  exit 0
fi

step "lints, and the tests on SQLite"
cargo fmt --check
cargo clippy --all-targets --locked -- -D warnings
cargo test --locked
cargo build --locked

status=0
./postgres.sh ./check.sh --postgres || status=$?
case "$status" in
  0) step "done" ;;
  69) left_out "PostgreSQL: it cannot be installed here" ;;
  *) exit "$status" ;;
esac
