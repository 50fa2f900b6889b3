"""Corrections as a person makes them: judge, build again, look, add articles, undo."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from belegg.cli.commands import app

ONE = """Storbrua er stengt etter ras

Publisert 05.03.2024 08:30

Storbrua i Vikdal er stengt etter at det gikk et ras mandag kveld, opplyser politiet.

Raset tok med seg tre biler, sier operasjonsleder Kari Lid.
"""
TWO = """Ras stenger Storbrua

Publisert 05.03.2024 10:15

Raset tok med seg tre biler, sier bonde Per Moe.

Storbrua i Vikdal er stengt etter raset mandag kveld, melder Vegvesenet.
"""
THREE = """Storbrua fortsatt stengt

Publisert 06.03.2024 07:00

Raset tok med seg tre biler, opplyser politiet i Vikdal. Storbrua er fortsatt stengt.
"""


class Desk:
    """A folder with articles, a dossier and a file of judgements."""

    def __init__(self, folder: Path) -> None:
        self.articles, self.dossier, self.file = folder / "articles", folder / "dossier", folder / "judged.jsonl"
        self.articles.mkdir()
        self.add("one.txt", ONE)
        self.add("two.txt", TWO)

    def add(self, name: str, text: str) -> None:
        (self.articles / name).write_text(text, encoding="utf-8")

    def build(self) -> dict[str, Any]:
        extra = ["--judgements", str(self.file)] if self.file.exists() else []
        told = ["build", "-q", "--workers", "1", "-f", "json", str(self.articles), "-o", str(self.dossier), *extra]
        result = CliRunner().invoke(app, told)
        assert result.exit_code == 0, result.output
        found: dict[str, Any] = json.loads((self.dossier / "belegg.json").read_text(encoding="utf-8"))
        return found

    def judge(self, *said: str) -> Result:
        return CliRunner().invoke(app, ["judge", *said, "-d", str(self.dossier), "-j", str(self.file)])


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def said(export: dict[str, Any], name: str) -> dict[str, Any]:
    """The statement of that holder."""
    found: list[dict[str, Any]] = [s for s in export["statements"] if any(h["name"] == name for h in s["holders"])]
    assert len(found) == 1
    return found[0]


def together(export: dict[str, Any], left: str, right: str) -> bool:
    return any({left, right} <= {m["statement"] or m.get("report") for m in c["members"]} for c in export["claims"])


def test_a_claim_is_parted_on_every_later_build_and_joined_again_by_undo(desk: Desk) -> None:
    first = desk.build()
    left, right = said(first, "Kari Lid")["id"], said(first, "Per Moe")["id"]
    assert together(first, left, right)

    result = desk.judge("different", left, right, "--by", "Kari Desk", "--because", "another slide")
    assert result.exit_code == 0, result.output
    after = desk.build()
    assert not together(after, left, right)
    assert ("different", "Kari Desk") in {(j["verdict"], j["by"]) for j in after["judgements"]}

    desk.add("three.txt", THREE)
    assert not together(desk.build(), left, right)

    assert desk.judge("undo", left, right).exit_code == 0
    assert together(desk.build(), left, right)


def test_things_are_pointed_at_with_their_words(desk: Desk) -> None:
    desk.build()
    result = desk.judge(
        "same", "Storbrua i Vikdal er stengt etter at det gikk et ras", "etter raset mandag kveld", "--by", "K"
    )
    assert result.exit_code == 0, result.output
    (line,) = [json.loads(x) for x in desk.file.read_text(encoding="utf-8").splitlines()]
    assert line["left_words"].startswith("Storbrua i Vikdal er stengt etter at")
    assert (line["subject"], line["verdict"], line["by"]) == ("claim", "same", "K")
    assert line["at"]


def test_a_statement_is_pointed_at_with_the_words_around_it(desk: Desk) -> None:
    desk.build()
    found = desk.judge("same", "operasjonsleder  Kari Lid.", "Raset tok med seg tre biler, sier bonde Per")
    assert found.exit_code == 0, found.output
    (line,) = [json.loads(x) for x in desk.file.read_text(encoding="utf-8").splitlines()]
    assert line["left_words"] == line["right_words"] == "Raset tok med seg tre biler"
    assert line["left"] != line["right"]


def test_words_that_nothing_or_too_much_has_are_told(desk: Desk) -> None:
    desk.build()
    nothing = desk.judge("same", "en helt annen sak", "Storbrua i Vikdal")
    assert (nothing.exit_code, desk.file.exists()) == (1, False)
    assert "nothing in the dossier is 'en helt annen sak'" in nothing.output


def test_names_are_parted_and_joined(desk: Desk) -> None:
    desk.add("four.txt", ONE.replace("Kari Lid", "Kari Anne Lid").replace("08:30", "09:30"))
    desk.build()
    result = desk.judge("same", "Kari Lid", "Kari Anne Lid", "--subject", "entity", "--by", "K")
    assert result.exit_code == 0, result.output
    joined = desk.build()
    assert any({"Kari Lid", "Kari Anne Lid"} <= {e["name"], *e["names"]} for e in joined["entities"])
    assert desk.judge("same", "Per Moe", "Per Moe").exit_code == 1  # there is only one of him

    assert desk.judge("different", "Kari Lid", "Kari Anne Lid", "--subject", "entity").exit_code == 0
    parted = desk.build()
    assert not any({"Kari Lid", "Kari Anne Lid"} <= {e["name"], *e["names"]} for e in parted["entities"])


def test_two_members_are_said_to_have_one_source(desk: Desk) -> None:
    first = desk.build()
    left, right = said(first, "Kari Lid")["id"], said(first, "Per Moe")["id"]

    def origins(export: dict[str, Any]) -> int:
        (claim,) = [c for c in export["claims"] if {left, right} <= {m["statement"] for m in c["members"]}]
        return len({m["origin"] for m in claim["members"] if m["statement"] in (left, right)})

    assert origins(first) == 2
    assert desk.judge("same", left, right, "--subject", "origin").exit_code == 0
    assert origins(desk.build()) == 1
    assert desk.judge("different", left, right, "--subject", "origin").exit_code == 0
    assert origins(desk.build()) == 2


def test_why_tells_of_copies_of_one_text(desk: Desk) -> None:
    export = desk.build()
    result = desk.judge("why", said(export, "Kari Lid")["id"], said(export, "Per Moe")["id"])
    assert "Copies of one text" in result.output


def test_why_shows_the_features_that_a_link_adds_up_from(desk: Desk) -> None:
    desk.add("five.txt", TWO.replace("er stengt etter raset mandag kveld", "ble stengt mandag da raset gikk"))
    export = desk.build()
    link = next(j for j in export["judgements"] if j["subject"] == "entity")
    result = desk.judge("why", link["left"], link["right"], "--subject", "entity")
    assert result.exit_code == 0, result.output
    assert "same by belegg, score" in result.output
    rows = [line.split() for line in result.output.splitlines() if line.startswith("  ") and line.split()[0][0] in "+-"]
    score = float(result.output.split("score ")[1].split()[0])
    assert sum(float(r[0]) for r in rows) == pytest.approx(score, abs=0.03)


def test_why_calls_what_two_statements_name_by_its_name(desk: Desk) -> None:
    desk.add("five.txt", TWO.replace("er stengt etter raset mandag kveld", "ble stengt mandag da raset gikk"))
    desk.build()
    told = desk.judge("why", "Storbrua er stengt etter ras", "Storbrua i Vikdal er stengt etter at").output
    assert "names: Storbrua" in told, told


def test_a_judgement_finds_its_words_again_under_another_id(desk: Desk) -> None:
    first = desk.build()
    left, right = said(first, "Kari Lid")["id"], said(first, "Per Moe")["id"]
    desk.judge("different", left, right, "--by", "K")
    line = json.loads(desk.file.read_text(encoding="utf-8"))
    line["left"] = left.rpartition("-")[0] + "-s99"  # numbered otherwise by another version
    desk.file.write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert not together(desk.build(), left, right)


def test_list_shows_what_is_in_force(desk: Desk) -> None:
    export = desk.build()
    left, right = said(export, "Kari Lid")["id"], said(export, "Per Moe")["id"]
    desk.judge("different", left, right, "--by", "Kari Desk", "--because", "another slide")
    told = desk.judge("list").output
    assert "claim, different (Kari Desk" in told and "another slide" in told
    desk.judge("undo", left, right)
    assert desk.judge("list").output == ""


def test_list_shows_once_what_was_judged_in_many_articles(desk: Desk) -> None:
    desk.file.write_text(
        "".join(
            f'{{"subject": "entity", "left": "a{n}#per moe", "right": "b#per mo", "verdict": "same", "by": "Kari", '
            '"left_words": "Per Moe", "right_words": "Per Mo"}\n'
            for n in (1, 2)
        )
    )
    assert desk.judge("list").output == "entity, same (Kari)\n  Per Moe\n  Per Mo\n"


def test_a_file_of_judgements_that_is_not_there_is_told(desk: Desk) -> None:
    result = desk.judge("list")
    assert (result.exit_code, result.output) == (2, f"belegg: {desk.file}: cannot be read: No such file or directory\n")


def test_what_was_not_judged_cannot_be_undone(desk: Desk) -> None:
    export = desk.build()
    desk.file.touch()
    result = desk.judge("undo", said(export, "Kari Lid")["id"], said(export, "Per Moe")["id"])
    assert result.exit_code == 1
    assert "no judgement on these two" in result.output


def test_what_the_dossier_no_longer_has_is_taken_back_with_the_words_that_were_judged(desk: Desk) -> None:
    desk.build()
    desk.judge("different", "operasjonsleder Kari Lid", "sier bonde Per Moe", "--by", "K")
    for name in ("one.txt", "two.txt"):
        (desk.articles / name).unlink()
    desk.add("three.txt", THREE)
    desk.build()
    assert desk.judge("undo", "Raset tok med seg", "raset tok med seg tre biler").output.startswith("Taken back: claim")
    assert desk.judge("list").output == ""


def test_words_of_two_judgements_take_back_neither(desk: Desk) -> None:
    told = {"subject": "claim", "left": "a-s1", "left_words": "Brua er stengt", "verdict": "different", "by": "K"}
    rights = ({"right": "b-s1", "right_words": "Brua er åpen"}, {"right": "b-s2", "right_words": "Brua åpner"})
    desk.file.write_text("".join(json.dumps({**told, **right}) + "\n" for right in rights), encoding="utf-8")
    desk.build()
    assert desk.judge("undo", "Brua er stengt", "Brua").exit_code == 1
    assert desk.judge("undo", "Brua åpner", "Brua er stengt").exit_code == 0
    assert "Brua åpner" not in desk.judge("list").output


def test_a_broken_file_is_told_and_not_added_to(desk: Desk) -> None:
    export = desk.build()
    desk.file.write_text("{\n", encoding="utf-8")
    result = desk.judge("same", said(export, "Kari Lid")["id"], said(export, "Per Moe")["id"])
    assert (result.exit_code, desk.file.read_text(encoding="utf-8")) == (2, "{\n")


def test_two_things_are_needed_and_a_dossier(desk: Desk, tmp_path: Path) -> None:
    assert desk.judge("same", "one").exit_code == 2
    desk.dossier = tmp_path / "nowhere"
    result = desk.judge("why", "one", "two")
    assert result.exit_code == 2
    assert "no dossier to read" in result.output
