"""Other answers to a round that must print the same; a part of attacker.py."""
import copy
import json
import random
import shutil

import box
from round_folder import Round, admit, least_base

KEPT = ["yes", "alternative"]
CONCERNS = ["partial", "no", "unknown"]


def world(folder, index, kind, seed):
    """Copies round and earlier round with other answers, and returns both folders.

    A role of 10 sheets and more: the same answers of others to whom the item applies, item by item. Of 5 to 9, as few
    people (`fewest`) or as many (`most`) report each item as keep it named, or unnamed. Below, or for `any` below 10:
    nobody or everybody, whichever is further from what they said. An item that too few answer: whatever so few can say.
    """
    rng, made = random.Random(seed), []
    for name in ("round", "before"):
        old, new = folder / f"{name}-{index:03}", folder / f"{name}-{kind}-{index:03}"
        shutil.copytree(old, new, ignore=shutil.ignore_patterns("summary"))
        forget_editions(new / "round.log")
        rewrite(Round(new), kind, rng)
        made.append(new)
    return made


def forget_editions(log):
    """As it was before anything was given out, since what is given out later must not be another edition."""
    events = [json.loads(line) for line in log.read_bytes().splitlines()]
    log.write_bytes(box.chained(e for e in events if e["event"] not in ("edition", "accompanied")))


def rewrite(rnd, kind, rng):
    counted, changed = admit(rnd)[0], {}
    for role, sheets in counted.items():
        if role == "organisation" or not sheets:
            continue
        sheets = copy.deepcopy(sheets)
        for _, item in rnd.asked_items(role):
            given = [next((a for a in s["answers"] if a["item"] == item["id"]), None) for s in sheets]
            least = least_base(len(sheets))
            if fixed_before(rnd, role, item):
                continue
            if base(given) < least and len(sheets) >= 5:
                new = few(rnd, role, item, given, least, rng)
            elif len(sheets) >= 10:
                new = shuffled(given, rnd.facts.get("handIn") == "signed", rng)
            else:
                new = answers(rnd, role, item, people(given, kind), len(sheets), rng)
            for sheet, answer in zip(sheets, new):
                sheet["answers"] = [a for a in sheet["answers"] if a["item"] != item["id"]] + [answer] * bool(answer)
        changed |= {sheet["id"]: sheet for sheet in sheets}
    box.rewrite(rnd.folder, lambda sheet: changed.get(sheet["id"], sheet))
    box.close_anew(rnd.folder)


def applies(answer):
    return answer is not None and answer["choice"] != "not_applicable"


def base(given):
    return sum(map(applies, given))


def few(rnd, role, item, given, least, rng):
    """Other answers of people to whom it applies, and of so few that nothing is printed of them."""
    places = [n for n, a in enumerate(given) if a is None or applies(a)]
    saying = rng.sample(places, rng.randint(0, min(len(places), least - 1)))
    new = answers(rnd, role, item, rng.randint(0, len(saying)), len(saying), rng, others=KEPT)
    return [new.pop() if n in saying else None if n in places else a for n, a in enumerate(given)]


def shuffled(given, is_signed, rng):
    """The same answers of other people to whom it applies. A signed round prints how many sheets have a partial or no, and how many of
    those a plan, so there such answers change places only with each other."""
    new = given[:]
    for group in ({True, False},) if not is_signed else ({True}, {False}):
        places = [n for n, a in enumerate(given) if applies(a) and (a["choice"] in ("partial", "no")) in group]
        for place, source in zip(places, rng.sample(places, len(places))):
            new[place] = given[source]
    return new


def fixed_before(rnd, role, item):
    """Whether round.yaml alone says that nobody is put the item: no devices are lent."""
    return rnd.facts.get("lentDevices") == "none" and any(
        q.get("assumes") == "lent-devices" and item["id"] in q["whenNo"]
        for q in rnd.checklists[role].get("profile", []))


def people(given, kind):
    """How many report the item in the other world."""
    sheets, now = len(given), sum(a is not None and a["choice"] in CONCERNS for a in given)
    if sheets < 5 or kind == "any":
        return sheets if 2 * now < sheets else 0
    half = (sheets + 1) // 2
    named = 2 * now >= sheets
    return {"fewest": half if named else 0, "most": sheets if named else half - 1}[kind]


def answers(rnd, role, item, concerned, sheets, rng, others=KEPT):
    """One for each sheet, in random order, of whom `concerned` report the item."""
    offered = rnd.offered(role, item)

    def answer(choices):
        choice = rng.choice([c for c in choices if c in offered])
        return {"item": item["id"], "revision": item["revision"], "choice": choice, "source": "self"} | (
            {"reason": "別の手順"} if choice == "alternative" else {})

    result = [answer(CONCERNS) for _ in range(concerned)]
    result += [answer(others) for _ in range(sheets - concerned)]
    return rng.sample(result, sheets)
