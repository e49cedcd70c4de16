#!/usr/bin/env bash
# Seconds to aggregate rounds of growing size with a release build.
#
#     aggregate.sh TENKEN
set -euo pipefail
tenken=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo "| sheets | seconds | sheets per second |"
echo "|---|---|---|"
for members in 48 450 900; do
  "$tenken" round practice "r$members" --members "$members" --staff 12 --seed 1 --closed 2>/dev/null
  sheets=$(find "r$members/sheets" -name '*.json' | wc -l)
  start=$(date +%s%N)
  "$tenken" aggregate "r$members" --format json >/dev/null 2>&1 || true
  end=$(date +%s%N)
  awk -v n="$sheets" -v t=$((end - start)) 'BEGIN { printf "| %d | %.3f | %.0f |\n", n, t / 1e9, n / (t / 1e9) }'
done
