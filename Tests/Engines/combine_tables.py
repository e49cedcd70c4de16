#!/usr/bin/env python3
"""`tenken combine` beside DuckDB over the CSV files of the same rounds: the same figures to the last count.

    combine_tables.py TENKEN [ASSEMBLIES] [SEED]

Makes as many assemblies as asked for (12), each with the checklists under a name and a code of its own and a closed
practice round of another size; gives each round out as JSON and as CSV, every other one in CP932; combines the JSON, and adds up
the CSV in SQL by what docs/data.md says of its columns. Exit code 0: equal; 1: not; 77: DuckDB is missing.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

try:
    import duckdb
except ImportError:
    print("combine_tables.py: skipped, the Python package duckdb is missing")
    sys.exit(77)

CHECKLISTS = pathlib.Path(__file__).resolve().parents[2] / "Checklists" / "kumamoto"
KINDS = {"はい": "yes", "別の方法で対応": "alternative", "一部できている": "partial", "いいえ": "no", "わからない": "unknown",
         "該当なし": "notApplicable", "未回答": "unanswered"}
TABLES = {"項目別": "practice", "周知": "awareness", "参考：執行機関が管理する端末": "devices"}


def run(tenken, *arguments, ok=(0, 65)):
    done = subprocess.run([tenken, *arguments], capture_output=True, text=True)
    if done.returncode not in ok:
        sys.exit(f"tenken {' '.join(arguments)}: {done.returncode}\n{done.stderr}")


def assembly(tenken, number, dice):
    """A closed round as `s<number>.json` and `s<number>.csv`."""
    lists = pathlib.Path(f"c{number}")
    lists.mkdir()
    for source in CHECKLISTS.glob("*.yaml"):
        text = source.read_text("utf-8")
        if source.name == "policy.yaml":
            text = "\n".join(
                f"assembly: 見本{number}町議会" if line.startswith("assembly: ") else
                f'code: "{code(number)}"' if line.startswith("code: ") else line for line in text.split("\n"))
        else:
            text += 'approved: {by: 議長, date: "2026-10-10", document: 第1号}\n'
        (lists / source.name).write_text(text, "utf-8")
    run(tenken, "round", "practice", f"r{number}", "--checklists", str(lists), "--closed", "--members",
        str(dice.randint(24, 60)), "--staff", str(dice.randint(13, 40)), "--seed", str(number))
    run(tenken, "aggregate", f"r{number}", "--format", "json", "--output", f"s{number}.json")
    encoding = ("cp932", "utf-8")[number % 2]
    run(tenken, "aggregate", f"r{number}", "--format", "csv", "--encoding", encoding, "--output", f"s{number}.csv")
    # DuckDB reads UTF-8 only: what an office's table says has to survive the way there.
    text = pathlib.Path(f"s{number}.csv").read_bytes().decode("utf-8-sig" if encoding == "utf-8" else encoding)
    pathlib.Path(f"s{number}.csv").write_text(text, "utf-8", newline="")


def code(number):
    """A made-up 団体コード with its check digit."""
    digits = f"90{number:03}"
    rest = sum(int(d) * (6 - i) for i, d in enumerate(digits)) % 11
    return digits + str((11 - rest) % 10)


SQL = """
CREATE TABLE figures AS SELECT * FROM read_csv('s*.csv', header = true, all_varchar = true);
CREATE MACRO number(word) AS CAST(nullif(word, '') AS BIGINT);

-- Per role, item and revision: the pooled counts, and of how many assemblies.
CREATE TABLE items AS
SELECT "区分" AS role, "番号" AS id, number("設問の版") AS revision, "表" AS kind, "指標" AS choice,
       sum(number("数")) AS n, count(DISTINCT "団体コード") AS assemblies
FROM figures
WHERE "表" IN ('項目別', '周知', '参考：執行機関が管理する端末') AND "単位" = '件'
GROUP BY ALL HAVING count(DISTINCT "団体コード") >= 3;

-- Quartiles of the assemblies' own rates, from ten assemblies on.
CREATE TABLE spreads AS
SELECT "区分" AS role, "番号" AS id, "表" AS kind,
       quantile_cont(number("分子") / number("分母"), [0.25, 0.5, 0.75]) AS spread, count(*) AS assemblies
FROM figures
WHERE "表" IN ('項目別', '周知', '参考：執行機関が管理する端末')
  AND "指標" IN ('実施率', '周知率') AND number("分母") > 0
GROUP BY ALL HAVING count(*) >= 10;

CREATE TABLE domains AS
SELECT "区分" AS role, "項目" AS title, "指標" AS choice, sum(number("数")) AS n, count(DISTINCT "団体コード") AS assemblies
FROM figures WHERE "表" = '分野別' AND "単位" = '件' GROUP BY ALL;

CREATE TABLE hand_ins AS
SELECT "区分" AS role, sum(number("分子")) AS handed_in, sum(number("分母")) AS asked
FROM figures WHERE "表" = '提出の状況' AND "指標" = '提出率' GROUP BY ALL;
"""


def compared(combined):
    """Pairs (what, combine's, DuckDB's)."""
    db = duckdb.connect()
    db.execute(SQL)
    names = {"member": "議員", "staff": "議会局職員"}
    seen = 0
    for part in combined["roles"]:
        role = names[part["role"]]
        yield (role, "handIn"), [part["handIn"]["numerator"], part["handIn"]["denominator"]], list(
            db.execute("SELECT handed_in, asked FROM hand_ins WHERE role = ?", [role]).fetchone())
        for item in part["items"]:
            kind = next(word for word, name in TABLES.items() if name == item["table"])
            rows = db.execute("SELECT choice, n, assemblies FROM items WHERE role = ? AND id = ? AND revision = ? AND kind = ?",
                              [role, item["id"], item["revision"], kind]).fetchall()
            seen += 1
            pooled = item["pooled"]
            yield (role, item["id"]), pooled["figures"]["counts"], {KINDS[c]: int(n) for c, n, _ in rows}
            yield (role, item["id"], "assemblies"), {pooled["assemblies"]}, {a for _, _, a in rows}
            spread = db.execute("SELECT spread, assemblies FROM spreads WHERE role = ? AND id = ? AND kind = ?",
                                [role, item["id"], kind]).fetchone()
            # Both round half up to a tenth; a quartile that lies on the edge by the float's error is no difference.
            told = [pooled["spread"][k] for k in ("lower", "median", "upper")] if "spread" in pooled else None
            near = spread and told and all(abs(100 * s - t) <= 0.0500001 for s, t in zip(spread[0], told))
            yield (role, item["id"], "spread"), told, told if near else spread and [100 * s for s in spread[0]]
        if not part["few"] and not part["regrouped"]:
            for section in part["sections"]:
                rows = db.execute("SELECT choice, n FROM domains WHERE role = ? AND title = ?", [role, section["title"]]).fetchall()
                yield (role, section["title"]), section["pooled"]["figures"]["counts"], {KINDS[c]: int(n) for c, n in rows}
    told = db.execute("SELECT count(DISTINCT (role, id, revision, kind)) FROM items WHERE role IN ('議員', '議会局職員')").fetchone()[0]
    yield ("items",), seen, told


def main(tenken, assemblies="12", seed="1"):
    tenken, dice, wrong, count = os.path.realpath(tenken), random.Random(int(seed)), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        numbers = range(1, int(assemblies) + 1)
        for number in numbers:
            assembly(tenken, number, dice)
        run(tenken, "combine", *(f"s{n}.json" for n in numbers), "--format", "json", "--output", "combined.json", ok=(0,))
        for what, ours, theirs in compared(json.loads(pathlib.Path("combined.json").read_text("utf-8"))):
            count += 1
            if ours != theirs:
                wrong += 1
                print(f"{what}: combine {ours}, DuckDB {theirs}")
    print(f"combine and DuckDB {duckdb.__version__} over the CSV files of {assemblies} assemblies: "
          f"{count} comparisons, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
