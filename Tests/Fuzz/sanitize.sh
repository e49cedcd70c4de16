#!/usr/bin/env bash
# Runs the unit tests that go through C, and the corpus of the fuzz targets, with what finds faults of memory, undefined
# behaviour and races. Each has a build of its own in .build.
#
#     sanitize.sh [address | thread]      both, if none is named
set -euo pipefail
cd "$(dirname "$0")/../.."

# Rooms that call a shim of ours, or a library of C through another.
through_c='^(FormatsTests|TextLayoutTests|TerminalTests|StorageTests|WorkbookTests|FuzzTests)\.'
# What keeps something for all threads: the C library's locale, libsodium, locks on files.
with_threads='^(FormatsTests|TextLayoutTests|StorageTests)\.'

run() { # name, filter, flags of the build…
  local name=$1 filter=$2
  shift 2
  echo "== $name"
  swift build --scratch-path ".build/sanitize/$name" --build-tests --sanitize="$name" -Xswiftc -use-ld=lld "$@"
  swift test --scratch-path ".build/sanitize/$name" --sanitize="$name" -Xswiftc -use-ld=lld "$@" --skip-build --filter "$filter"
}

stages=("$@")
[ ${#stages[@]} -gt 0 ] || stages=(address thread)
for stage in "${stages[@]}"; do
  case $stage in
    address)
      # UBSan stops at the first fault, rather than to print it and go on.
      run address "$through_c" -Xcc -fsanitize=undefined -Xcc -fno-sanitize-recover=undefined \
        -Xcxx -fsanitize=undefined -Xcxx -fno-sanitize-recover=undefined
      ;;
    thread) run thread "$with_threads" ;;
    *)
      echo "sanitize.sh: address or thread, not $stage" >&2
      exit 64
      ;;
  esac
done
