#!/usr/bin/env python3
"""Checks files against a JSON Schema (2020-12) by an independent validator.

    validate.py SCHEMA FILE...

A file is JSON, YAML (.yaml), one JSON document a line (.log), or a box (.ndjson), of which only the lines of the schema's
format are looked at. Prints each fault; exit code 0 without any, else 1.
"""
import json
import pathlib
import sys

import jsonschema
import yaml


def documents(path: pathlib.Path, title: str):
    text = path.read_text("utf-8")
    if path.suffix == ".ndjson":
        return [value for value in map(json.loads, text.split("\n")[:-1] or [text]) if value["format"] == title]
    if path.suffix == ".yaml":
        return [yaml.safe_load(text)]
    return [json.loads(line) for line in text.splitlines()] if path.suffix == ".log" else [json.loads(text)]


def main(schema_file: str, *files: str) -> int:
    schema = json.loads(pathlib.Path(schema_file).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    faults = 0
    for file in files:
        for document in documents(pathlib.Path(file), schema["title"]):
            for error in validator.iter_errors(document):
                print(f"{file}: {error.json_path}: {error.message[:200]}")
                faults += 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
