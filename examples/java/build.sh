#!/usr/bin/env bash
# Builds FOLDER/dabiao.jar with the native library of this system in it, and FOLDER/doc.
set -euo pipefail
cd "$(dirname "$0")"
dist="${1:?a folder is needed}"
target="${CARGO_TARGET_DIR:-$PWD/target}"
mkdir -p "$dist/classes"
cargo build --release --locked --quiet
javac --release 17 -encoding UTF-8 -Xlint:all -Werror -d "$dist/classes" java/dabiao/*.java
case "$(uname -s)" in Darwin) library=libdabiao_java.dylib system=macos ;; Linux) library=libdabiao_java.so system=linux ;; *) library=dabiao_java.dll system=windows ;; esac
case "$(uname -m)" in arm64 | aarch64) machine=aarch64 ;; *) machine=x86_64 ;; esac
mkdir -p "$dist/classes/dabiao/native/$system-$machine"
cp "$target/release/$library" "$dist/classes/dabiao/native/$system-$machine/"
jar --create --file "$dist/dabiao.jar" -C "$dist/classes" .
rm -r "$dist/classes"
javadoc -quiet -Xdoclint:all -Werror -encoding UTF-8 -d "$dist/doc" java/dabiao/*.java
