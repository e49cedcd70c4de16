"""Counts item and choice over all sheets of a box with an engine that people would take instead.

    rivals.py duckdb|orjson|polars BOX

Prints how many answers there are. Exits with 69 where the engine is not installed.
"""
import collections
import hashlib
import importlib.util
import multiprocessing
import os
import sys

CORES = os.cpu_count() or 1


def duckdb(path):
    """Without digests."""
    import duckdb as engine
    connection = engine.connect(config={"threads": CORES, "preserve_insertion_order": False})
    columns = {"answers": "STRUCT(item VARCHAR, choice VARCHAR)[]"}
    lines = connection.read_json(path, format="newline_delimited", columns=columns)
    counted = connection.sql(
        "WITH one AS (SELECT unnest(answers) AS answer FROM lines)"
        " SELECT answer.item, answer.choice, count(*) FROM one GROUP BY ALL")
    return sum(row[2] for row in counted.fetchall())


def polars(path):
    """Without digests."""
    import polars as engine
    shape = {"answers": engine.List(engine.Struct({"item": engine.String, "choice": engine.String}))}
    lines = engine.scan_ndjson(path, schema=shape).select("answers").drop_nulls().explode("answers").unnest("answers")
    counted = lines.drop_nulls().group_by("item", "choice").len().collect(engine="streaming")
    return int(counted["len"].sum())


def orjson(path):
    """With the digest of each line, a process for each core."""
    size = os.path.getsize(path)
    parts = [(path, size * core // CORES, size * (core + 1) // CORES) for core in range(CORES)]
    with multiprocessing.Pool(CORES) as pool:
        return sum(sum(counted.values()) for counted in pool.map(count_part, parts))


def count_part(part):
    import orjson as engine
    path, start, end = part
    counted = collections.Counter()
    with open(path, "rb") as file:
        if start:
            file.seek(start - 1)
            file.readline()
        while file.tell() < end:
            line = file.readline()
            hashlib.blake2b(line, digest_size=32).digest()
            for answer in engine.loads(line).get("answers", ()):
                counted[answer["item"], answer["choice"]] += 1
    return counted


if __name__ == "__main__":
    if importlib.util.find_spec(sys.argv[1]) is None:
        sys.exit(69)
    print({"duckdb": duckdb, "orjson": orjson, "polars": polars}[sys.argv[1]](sys.argv[2]))
