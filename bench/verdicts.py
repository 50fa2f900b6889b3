"""``python -m bench.verdicts GOLD_DIR ...``: how often *disputed* and *came true* are right where a page shows them.

A verdict is right where members on both sides of it (who denies and who tells; the expectation and its proof) stand so
in one annotated claim, wrong where both sides are annotated and no claim has both so, and untold where one side is not.
A dispute of which the program is not sure is told apart (*perhaps disputed*).
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from belegg.core.spans import Place
from belegg.evaluate import Gold, read_gold
from belegg.evaluate.claiming import wanted_members
from belegg.evaluate.regions import Region, half_covered
from bench.quality import exported

TELLING = ("supports", "expects")
#: The field and the value of a verdict, the relations on its two sides, and what the annotated outcome must be.
VERDICTS = {
    "disputed": ("evidence", ("denies",), TELLING, None),
    "came true": ("outcome", ("expects",), ("supports",), "came true"),
}
PERHAPS = "perhaps disputed"  # where nobody denies it in so many words
Told = tuple[str, Region, frozenset[str]]  # an annotated claim, the words of a member, its relations


def told_in(gold: Gold) -> Iterator[Told]:
    """Every annotated member, one for each claim that it is of."""
    for claim, members in wanted_members(gold).items():
        for words, member in members.items():
            yield claim, words, frozenset(member.relations)


def shown(claim: Mapping[str, Any], verdict: str, told: Sequence[Told], outcomes: Mapping[str, Any]) -> str | None:
    """Whether a found claim's verdict is right, wrong or untold; none where it does not have it."""
    field, *sides, needed = VERDICTS[verdict]
    if claim[field] != verdict:
        return None
    met = [_met(claim, relations, told) for relations in sides]
    right = [{c for c, found in side if found & set(relations)} for side, relations in zip(met, sides, strict=True)]
    if any(needed is None or outcomes.get(c) == needed for c in right[0] & right[1]):
        return "right"
    return "wrong" if all(met) else "untold"


def _met(claim: Mapping[str, Any], relations: Sequence[str], told: Sequence[Told]) -> list[tuple[str, frozenset[str]]]:
    """The annotated claims, with the relation there, of a found claim's members of some relations."""
    places = [(m["place"],) for m in claim["members"] if m["relation"] in relations]
    return [(c, found) for c, words, found in told if any(half_covered(words, place) for place in places)]


def counted(folder: Path) -> Counter[tuple[str, str]]:
    """How many verdicts of the stories below a folder, sure and unsure ones, are right, wrong and untold."""
    golds = [gold for gold in read_gold([folder]) if "claims" in gold.data]
    found = exported(golds)
    source = {a["id"]: a["source"] for a in found["articles"]}
    out: Counter[tuple[str, str]] = Counter()
    for gold in golds:
        keys = {str(a.path): key for key, a in gold.articles.items()}
        outcomes = {c["id"]: c.get("outcome") or c.get("status") for c in gold.data["claims"]}
        told = list(told_in(gold))
        for claim in found["claims"]:
            members = [
                m | {"place": _place(m, keys[source[m["article"]]])}
                for m in claim["members"]
                if source[m["article"]] in keys
            ]
            for verdict in VERDICTS:
                kind = shown(claim | {"members": members}, verdict, told, outcomes) if members else None
                out[PERHAPS if verdict == "disputed" and not claim["sure"] else verdict, kind or ""] += 1
    return out


def _place(member: Mapping[str, Any], key: str) -> Place:
    return Place(key, member["start"], member["end"])


def main(folders: Sequence[str]) -> None:
    """Prints a row for each folder and verdict."""
    print("| | verdict | right | wrong | untold |\n|---|---|---|---|---|")
    for folder in folders:
        found = counted(Path(folder))
        for verdict in ("disputed", PERHAPS, "came true"):
            print(
                f"| {folder} | {verdict} | "
                + " | ".join(str(found[verdict, k]) for k in ("right", "wrong", "untold"))
                + " |"
            )


if __name__ == "__main__":
    main(sys.argv[1:] or ["training/stories"])
