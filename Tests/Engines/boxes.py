#!/usr/bin/env python3
"""The figures of many boxes at once by an engine's SQL, beside `tenken aggregate` and `combine`.

    boxes.py duckdb|spark TENKEN [ROUNDS] [SEED]

Makes random rounds with sheets spoiled in every way (40; Tests/Oracle/random_rounds.py), and practice rounds of six
assemblies; puts all their boxes before figures.sql together, and compares left-out lines by reason, small bases and the
counts by item, clause and, over the assemblies, by `combine`, to the last count. What SQL cannot tell of a line, whether its
digest fits and its JSON is right, is told by the oracle's reader. Exit code 0: equal; 1: not; 77: the engine is missing.
"""
import collections
import importlib
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Oracle")]

import random_rounds  # noqa: E402
from round_folder import Round, sheets  # noqa: E402

KINDS = ["yes", "alternative", "partial", "no", "unknown", "notApplicable", "unanswered"]
COLUMNS = {
    "rounds": "council id signed:boolean", "checklists": "council digest role", "asked": "council role",
    "items": "council role item revision:bigint kind missing_rule nobody:boolean", "offered": "council role item choice",
    "rulings": "council role item question", "clauses": "council role item clause", "roster": "council respondent",
    "unread": "council reason", "lines": "council line:bigint text",
}


def schema(columns):
    return [(c.partition(":")[0], c.partition(":")[2] or "varchar") for c in columns.split()]


# --- the tables ------------------------------------------------------------------------------------------------------

def add(tables, folder):
    """What the YAML and the lines of one round give."""
    rnd, council = Round(folder), folder.name
    tables["rounds"].append((council, rnd.facts["id"], rnd.facts.get("handIn") == "signed"))
    tables["checklists"] += [(council, digest, role) for digest, role in rnd.digests.items()]
    tables["roster"] += [(council, person) for person in {p["id"] for p in rnd.roster}]
    tables["unread"] += [(council, reason) for reason in rnd.left_out]
    none_lent = rnd.facts.get("lentDevices", "council") == "none"
    for role in rnd.asked_roles():
        tables["asked"].append((council, role))
        for _, item in rnd.items(role):
            key = (council, role, item["id"])
            ruling = [q for q in rnd.checklists[role].get("profile", []) if item["id"] in q["whenNo"]]
            nobody = none_lent and any(q.get("assumes") == "lent-devices" for q in ruling)
            missing = item["requires"] if rnd.lacks_rule(item) else None
            tables["items"].append((*key, item["revision"], rnd.table(item), missing, nobody))
            tables["offered"] += [(*key, choice) for choice in rnd.offered(role, item)]
            tables["rulings"] += [(*key, q["id"]) for q in ruling]
            tables["clauses"] += [(*key, clause) for clause in item["clauses"]]
    for place, (fault, sheet) in enumerate(sheets(rnd), 1):
        if fault:
            tables["unread"].append((council, fault))
        else:
            tables["lines"].append((council, place, json.dumps(sheet, ensure_ascii=False)))


class DuckDB:
    def __init__(self):
        self.name = "DuckDB " + importlib.import_module("duckdb").__version__
        self.db = importlib.import_module("duckdb").connect()

    def load(self, tables):
        for name, columns in COLUMNS.items():
            self.db.execute(f"CREATE TABLE {name} ({', '.join(f'{c} {t}' for c, t in schema(columns))})")
            if tables[name]:
                self.db.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(tables[name][0]))})", tables[name])
        shape = json.dumps(
            {"id": "VARCHAR", "round": "VARCHAR", "role": "VARCHAR", "respondent": "VARCHAR", "checklist": {"digest": "VARCHAR"},
             "answers": [{"item": "VARCHAR", "revision": "BIGINT", "choice": "VARCHAR", "source": "VARCHAR", "reason": "VARCHAR"}]})
        self.db.execute(f"CREATE TABLE read AS SELECT council, line, from_json(text, '{shape}') AS s FROM lines")
        self.db.execute("CREATE TABLE sheets AS SELECT council, line, s.id, s.round, s.role, s.checklist.digest, s.respondent FROM read")
        self.db.execute("CREATE TABLE answers AS SELECT council, line, unnest(a) FROM (SELECT council, line, unnest(s.answers) AS a FROM read)")

    def run(self, statement):
        self.db.execute(statement)

    def rows(self, query):
        return self.db.execute(query).fetchall()


class Spark:
    def __init__(self):
        sql = importlib.import_module("pyspark.sql")
        self.spark = (sql.SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
                      .config("spark.ui.showConsoleProgress", "false")
                      .config("spark.sql.shuffle.partitions", "2").config("spark.log.level", "ERROR")
                      .config("spark.sql.ansi.enabled", "true").getOrCreate())
        self.name = "Spark " + self.spark.version

    def load(self, tables):
        types = {"varchar": "string", "bigint": "bigint", "boolean": "boolean"}
        for name, columns in COLUMNS.items():
            described = ", ".join(f"{c} {types[t]}" for c, t in schema(columns))
            self.spark.createDataFrame(tables[name], described).createOrReplaceTempView(name)
        shape = ("id STRING, round STRING, role STRING, respondent STRING, checklist STRUCT<digest: STRING>, answers ARRAY<"
                 "STRUCT<item: STRING, revision: BIGINT, choice: STRING, source: STRING, reason: STRING>>")
        self.keep("read", f"SELECT council, line, from_json(text, '{shape}') AS s FROM lines")
        self.keep("sheets", "SELECT council, line, s.id, s.round, s.role, s.checklist.digest, s.respondent FROM read")
        self.keep("answers", "SELECT council, line, inline(s.answers) FROM read")

    def keep(self, name, query):
        self.spark.sql(query).cache().createOrReplaceTempView(name)

    def run(self, statement):
        self.spark.sql(statement)

    def rows(self, query):
        return [tuple(row) for row in self.spark.sql(query).collect()]


# --- what tenken says ------------------------------------------------------------------------------------------------

def summary(tenken, folder):
    """The internal edition, or None where the round is still open."""
    done = subprocess.run([tenken, "aggregate", folder, "--format", "json"], capture_output=True, check=False)
    if done.returncode not in (0, 65, 75):
        sys.exit(f"{folder}: {done.returncode} {done.stderr.decode()}")
    return json.loads(done.stdout) if done.returncode != 75 else None


def counts(figures):
    return tuple(figures["counts"][kind] for kind in KINDS)


def stated(council, told):
    """Facts of one edition by their keys."""
    for entry in told["leftOut"]:
        yield ("left out", council, entry["reason"]), entry["count"]
    for part in told["roles"]:
        if "tables" not in part:
            continue
        role = part["role"]
        for item in part["tables"]["items"]:
            yield ("item", council, role, item["id"]), counts(item["figures"])
        for clause in part["tables"]["clauses"]:
            if clause["items"]:
                yield ("clause", council, role, clause["id"]), counts(clause["figures"])
        for item in part["apart"].get("items", []):
            yield ("small", council, role, item), True


def found(engine, shown):
    """The same facts by SQL; `shown` are the councils and roles whose tables an edition shows."""
    columns = ", ".join(KINDS)
    for council, reason, n in engine.rows("SELECT council, reason, n FROM left_out"):
        yield ("left out", council, reason), n
    for council, role, item, is_small, *n in engine.rows(f"SELECT council, role, item, is_small, {columns} FROM small"):
        if (council, role) in shown:
            yield (("small", council, role, item), True) if is_small else (("item", council, role, item), tuple(map(int, n)))
    for council, role, clause, *n in engine.rows(f"SELECT council, role, clause, {columns} FROM clause_tallies"):
        if (council, role) in shown:
            yield ("clause", council, role, clause), tuple(map(int, n))


def pooled(tenken, engine, councils):
    """Pairs of facts of `combine` and of SQL over those councils alone."""
    done = subprocess.run([tenken, "combine", *(f"{c}.json" for c in councils), "--format", "json"], capture_output=True, check=False)
    combined = json.loads(done.stdout)
    ours = {(part["role"], item["id"], item["revision"]): (item["pooled"]["assemblies"], counts(item["pooled"]["figures"]))
            for part in combined["roles"] for item in part["items"]}
    theirs = {(role, item, revision): (int(of), tuple(map(int, n))) for role, item, revision, of, *n in engine.rows(
        f"SELECT role, item, revision, councils, {', '.join(KINDS)} FROM pooled")}
    return ours, theirs


def differences(ours, theirs):
    wrong = [key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key)]
    for key in sorted(wrong, key=str)[:20]:
        print(f"{key}: tenken {ours.get(key)}, the engine {theirs.get(key)}")
    return len(wrong)


def evaluate(engine, folders):
    tables = collections.defaultdict(list)
    for folder in folders:
        add(tables, folder)
    engine.load(tables)
    for statement in (HERE / "figures.sql").read_text("utf-8").split(";\n"):
        engine.run(statement)


def documented(engine):
    """The example of docs/data.md over the boxes of the assemblies, beside a count in Python; 1 where they differ."""
    text = (HERE.parents[1] / "docs" / "data.md").read_text("utf-8")
    example = text.split("```sql\n")[1].split("```")[0]
    expected = collections.Counter()
    for path in pathlib.Path().glob("r*/box.ndjson"):
        for line in path.read_bytes().splitlines():
            try:
                sheet = json.loads(line)
            except ValueError:
                continue
            if sheet["format"] == "tenken.sheet/1":
                expected.update((path.parent.name, sheet["role"], a["item"], a["choice"]) for a in sheet["answers"])
    rows = {(council, role, item, choice): n for council, role, item, choice, n in engine.rows(example)}
    return 1 if differences(dict(expected), rows) else 0


def assemblies(tenken, dice):
    """Six assemblies with checklists and names of their own, each with a closed round and its edition beside it."""
    import combine_tables
    for number in range(1, 7):
        combine_tables.assembly(tenken, number, dice)
        yield pathlib.Path(f"r{number}")


def main(name, tenken, rounds="40", seed="1"):
    tenken, kind = os.path.realpath(tenken), {"duckdb": DuckDB, "spark": Spark}[name]
    try:
        engine = kind()
    except Exception as missing:  # whatever keeps an engine from starting: a package, a JDK
        print(f"boxes.py: {name} skipped: {missing}")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        random_rounds.main([folder, rounds, seed])
        told = {path.name: (path, summary(tenken, path)) for path in sorted(pathlib.Path().glob("round-*"))}
        told = {council: pair for council, pair in told.items() if pair[1]}
        evaluate(engine, [path for path, _ in told.values()])
        shown = {(c, part["role"]) for c, (_, s) in told.items() for part in s["roles"] if "tables" in part}
        ours = {key: value for council, (_, s) in told.items() for key, value in stated(council, s)}
        theirs = dict(found(engine, shown))
        wrong, compared = differences(ours, theirs), len(ours)
        made = list(assemblies(tenken, random.Random(int(seed))))
        if name == "duckdb":
            wrong += documented(engine)
        engine = kind()
        evaluate(engine, made)
        for number, path in enumerate(made, 1):
            os.replace(f"s{number}.json", f"{path.name}.json")
        ours, theirs = pooled(tenken, engine, [path.name for path in made])
        wrong, compared = wrong + differences(ours, theirs), compared + len(ours)
    print(f"tenken and {engine.name}: {len(told)} boxes and {len(made)} assemblies, {compared} facts, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
