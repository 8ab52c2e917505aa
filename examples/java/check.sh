#!/usr/bin/env bash
# Builds the jar, and uses it where there is no Rust: the README's program in an empty folder, the tests with the conformance pack, the times.
# What cannot be done here is said in a line that begins with "left out:".
set -euo pipefail
cd "$(dirname "$0")"
root="$(cd ../.. && pwd)"
export CARGO_TERM_COLOR=never

step() { printf '\n== java: %s (%ss)\n' "$1" "$SECONDS"; }
fail() { printf 'FAILED: %s\n' "$1" >&2; exit 1; }
left_out() { printf 'left out: %s\n' "$1"; }
listed=
install() { # packages...
  command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || return 1
  [ -n "$listed" ] || apt-get update -qq >/dev/null 2>&1 || return 1
  listed=yes
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}
jars=/usr/share/java
out="$(mktemp -d)"
trap 'rm -rf "$out"' EXIT

if ! command -v javac >/dev/null && ! { install default-jdk-headless && command -v javac >/dev/null; }; then
  left_out "the Java package: no JDK"
  exit 0
fi

step "lints"
cargo fmt --check
cargo clippy --release --locked -- -D warnings

step "the jar and its Javadoc"
./build.sh "$out/dist"
jar --list --file "$out/dist/dabiao.jar" | grep native/.*dabiao_java
[ -f "$out/dist/doc/dabiao/Dabiao.html" ] || fail "there is no Javadoc"

step "the README's program, in an empty folder without Rust"
mkdir "$out/use"
awk '/^```java$/ { on = 1; next } /^```$/ && on { exit } on' README.md >"$out/use/Example.java"
awk '/^```text$/ { on = 1; next } /^```$/ && on { exit } on' README.md >"$out/wanted"
java="$(command -v java)"
(cd "$out/use" && env -i LANG=C.UTF-8 PATH=/nowhere "$java" -Dfile.encoding=UTF-8 -cp ../dist/dabiao.jar Example.java) | tee "$out/printed"
cmp "$out/wanted" "$out/printed" || fail "the README's program prints something else"

step "the tests and the conformance pack"
if ! { [ -f "$jars/junit-jupiter-params.jar" ] || install junit5; } || ! [ -f "$jars/junit-jupiter-params.jar" ]; then
  left_out "the tests of the Java package: no junit5"
  exit 0
fi
junit="$(printf ":$jars/%s.jar" junit-jupiter-api junit-jupiter-params junit-jupiter-engine junit-platform-commons junit-platform-engine \
  junit-platform-launcher junit-platform-reporting junit-platform-console apiguardian-api opentest4j univocity-parsers picocli opentest4j-reporting-events opentest4j-reporting-schema)"
javac --release 17 -encoding UTF-8 -Xlint:all,-path,-classfile -Werror -cp "$out/dist/dabiao.jar$junit" -d "$out/tests" tests/dabiao/*.java
java -Dfile.encoding=UTF-8 -Ddabiao.root="$root" -cp "$out/tests:$out/dist/dabiao.jar$junit" org.junit.platform.console.ConsoleLauncher \
  --scan-classpath "$out/tests" --details=summary --disable-banner --fail-if-no-tests

step "the times"
java -Dfile.encoding=UTF-8 -cp "$out/dist/dabiao.jar" Times.java "$root/tests/conformance" 20
step "done"
