"""What gold claims and times tell of whether an event has come about."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from belegg.evaluate import evaluate, read_gold
from belegg.evaluate.standing import still_to_come

TEXT = "Brua skal opne fredag. Brua opna fredag. Brua vart ikkje opna."
PLAN, DEED, DENIAL = ((m, m + len(s)) for s in TEXT.split(". ") for m in [TEXT.index(s)])
REFS = {"plan": PLAN, "deed": DEED, "denial": DENIAL}


def gold(folder: Path, status: str, relations: Sequence[tuple[str, str]], mentions: Sequence[str], time: str) -> Any:
    """A story of one article, one claim and one event."""
    reports = [
        {"id": ref, "article": "a", "content": {"start": start, "end": end}, "stance": "assert"}
        for ref, (start, end) in REFS.items()
    ]
    data = {
        "story": "bru",
        "articles": [{"id": "a", "file": "a.txt", "published": {"value": "2024-03-05T10:00"}}],
        "reports": reports,
        "claims": [
            {
                "id": "c",
                "status": status,
                "members": [{"ref": ref, "relation": relation} for ref, relation in relations],
                "origins": {"count": 1},
            }
        ],
        "events": [
            {
                "id": "e",
                "time": time,
                "place": None,
                "participants": [],
                "mentions": [{"article": "a", "start": REFS[m][0], "end": REFS[m][1]} for m in mentions],
            }
        ],
    }
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(data), encoding="utf-8")
    return read_gold([folder])[0]


HOPED, DONE, DENIED = ("plan", "expects"), ("deed", "supports"), ("denial", "denies")


@pytest.mark.parametrize(
    ("status", "relations", "mentions", "time", "expected"),
    [
        ("expected", [HOPED], ["plan"], "2024-03-08", [True]),
        ("did not come true", [HOPED, DENIED], ["plan", "denial"], "2024-03-01", [True]),
        ("came true", [HOPED, DONE], ["plan", "deed"], "2024-03-01", [False]),
        ("single-source", [DONE], ["deed"], "2024-03-01", [False]),
        # somebody denies it: gold does not tell plainly
        ("disputed", [DONE, DENIED], ["deed", "denial"], "2024-03-01", []),
        # it came true, and is on a day after the last article: one of the two is of something else
        ("came true", [HOPED, DONE], ["plan", "deed"], "2024-03-08", []),
        # no claim tells of it
        ("expected", [HOPED], ["denial"], "2024-03-08", [True]),
        ("expected", [HOPED], ["denial"], "2024-03-01", []),
    ],
)
def test_gold_tells_whether_an_event_has_come_about(
    tmp_path: Path,
    status: str,
    relations: Sequence[tuple[str, str]],
    mentions: Sequence[str],
    time: str,
    expected: Sequence[bool],
) -> None:
    story = gold(tmp_path, status, relations, mentions, time)
    assert list(still_to_come(story, story.items("events")).values()) == expected


@pytest.mark.parametrize(("told", "right", "hits"), [("planned", 1, 1), ("happened", 0, 0)])
def test_what_is_told_of_an_event_is_counted(tmp_path: Path, told: str, right: int, hits: int) -> None:
    gold(tmp_path, "expected", [HOPED], ["plan"], "2024-03-08")
    mention = {"article": "x", "start": PLAN[0], "end": PLAN[1]}
    event: dict[str, Any] = {"id": "e1", "story": "s", "status": told, "time": None, "place": None, "participants": []}
    export = {
        "articles": [{"id": "x", "source": "a.txt", "text": TEXT}],
        "events": [{**event, "mentions": [mention]}],
    }
    report = evaluate(export, read_gold([tmp_path]))
    assert report.figure("status of events", "come about or not").hits == right
    assert report.figure("status of events", "not come about").hits == hits
