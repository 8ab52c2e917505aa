#!/bin/sh
# What each kind of whole number adds to a program, in KiB.
set -eu
cd "$(dirname "$0")"
cargo build --release --quiet --bins
out=${CARGO_TARGET_DIR:-target}/release
none=$(wc -c < "$out/size_none")
for kind in own dashu num fixed; do
    echo "$kind $(( ($(wc -c < "$out/size_$kind") - none + 512) / 1024 )) KiB"
done
