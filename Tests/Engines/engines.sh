#!/usr/bin/env bash
# The figures by engines that others would take, beside tenken's: to the last count.
#
#     engines.sh TENKEN [ROUNDS] [SEED]
#
# DuckDB and PySpark come from the Python registry into .build/engines; an engine that cannot be had is skipped with the reason.
set -uo pipefail
tenken=$(realpath "$1")
cd "$(dirname "$0")"
home=../../.build/engines
[ -x $home/bin/python ] || python3 -m venv $home
for package in pyyaml duckdb pyspark; do
  $home/bin/pip install --quiet --disable-pip-version-check "$package" || echo "$package を取り寄せられません。"
done
status=0
run() {
  $home/bin/python "$@" 2>.engine.log
  case $? in
    0 | 77) ;;
    *) status=1; tail -n 30 .engine.log >&2 ;;
  esac
  rm -f .engine.log
}
run combine_tables.py "$tenken" 12 "${3:-1}"
run boxes.py duckdb "$tenken" "${2:-200}" "${3:-1}"
run boxes.py spark "$tenken" "${2:-200}" "${3:-1}"
exit $status
