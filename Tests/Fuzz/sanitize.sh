#!/usr/bin/env bash
# Runs the unit tests that go through C, and the corpus of the fuzz targets, with what finds faults of memory and
# undefined behaviour, in a build of its own (.build/sanitize). Nothing here has threads of its own yet, so that there is
# nothing for ThreadSanitizer to see.
set -euo pipefail
cd "$(dirname "$0")/../.."

# Rooms that call a shim of ours, or a library of C through another.
through_c='^(FormatsTests|TextLayoutTests|TerminalTests|StorageTests|WorkbookTests|FuzzTests)\.'

# UBSan stops at the first fault, rather than to print it and go on.
flags=(--scratch-path .build/sanitize --sanitize=address -Xswiftc -use-ld=lld
  -Xcc -fsanitize=undefined -Xcc -fno-sanitize-recover=undefined
  -Xcxx -fsanitize=undefined -Xcxx -fno-sanitize-recover=undefined)
swift build "${flags[@]}" --build-tests
# Without XCTest, which has no test here and leaks two objects of its own at each start.
swift test "${flags[@]}" --skip-build --disable-xctest --filter "$through_c"
