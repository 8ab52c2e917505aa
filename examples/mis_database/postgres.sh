#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own, which is stopped and removed when the command ends, however it ends.
# The command finds it in DABIAO_POSTGRES (postgres://postgres@127.0.0.1:PORT). Ends with 69 where no server is to be had here.
set -euo pipefail

# Debian keeps the server's programs out of the path.
programs() { for folder in /usr/lib/postgresql/*/bin "$(dirname "$(command -v initdb || echo /nowhere/initdb)")"; do
  [ ! -x "$folder/initdb" ] || [ ! -x "$folder/pg_ctl" ] || { printf '%s\n' "$folder"; return; }
done; }
bin="$(programs)"
if [ -z "$bin" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  # Without a cluster of Debian's, which would start with the system.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] || printf 'create_main_cluster = false\n' >/etc/postgresql-common/createcluster.conf
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends postgresql; } >/dev/null 2>&1 || true
  bin="$(programs)"
fi
[ -n "$bin" ] || { echo "no PostgreSQL here" >&2; exit 69; }

# The server will not run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  user=postgres
  id "$user" >/dev/null 2>&1 || user=nobody
  as=(runuser -u "$user" --)
fi
# Where the server's user comes to, too.
folder="$(mktemp -d /tmp/dabiao-postgres.XXXXXX)"
[ "${#as[@]}" = 0 ] || chown "$user" "$folder"
stop() {
  (cd / && "${as[@]}" "$bin/pg_ctl" --pgdata "$folder/data" --mode immediate stop) >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM HUP

cd_server() { (cd / && "${as[@]}" "$@"); }
cd_server "$bin/initdb" --pgdata "$folder/data" --username postgres --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >"$folder/log" 2>&1 ||
  { cat "$folder/log" >&2; exit 1; }
# A port that is free now may be taken a moment later; then another one is tried.
for try in 1 2 3 4 5; do
  port=$((20000 + (RANDOM * 32768 + RANDOM) % 40000))
  if cd_server "$bin/pg_ctl" --pgdata "$folder/data" --log "$folder/data/server.log" --wait --timeout 60 --options \
    "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories='' -c fsync=off" start >"$folder/log" 2>&1; then
    break
  fi
  [ "$try" != 5 ] || { cat "$folder/log" "$folder/data/server.log" >&2; exit 1; }
done
export DABIAO_POSTGRES="postgres://postgres@127.0.0.1:$port"
"$@"
