"""Input that nobody tuned on: no article breaks a build, and none takes squared time."""

import json
import time
from pathlib import Path

import pytest

from belegg.app.build import Tools, build
from belegg.app.writing import FORMATS, files
from belegg.core.annotation import Mention, Statement, Time
from belegg.core.dossier import Dossier
from belegg.models.language import load_identifier
from belegg.models.lazy import load_linguist
from belegg.read import read

NEWS = (
    "Naust brann ned\n\nTo naust brann ned i Stadvika, opplyser politiet.\n\n"
    "– Ingen er skadd, sier Berit Vågen til Vikaposten."
)


def built(folder: Path, name: str, content: str | bytes) -> Dossier:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    dossier = build(read([str(path)]), Tools(load_linguist, load_identifier()))
    for text in files(dossier, FORMATS, "nb").values():
        text.encode()
    return dossier


@pytest.mark.parametrize(
    "text",
    [
        NEWS + "\n\nDet brann også 31.02.2024 og 29. februar 2023, mellom 31. juni og 45. mars.",  # no calendar's days
        NEWS + "\n\nPublisert 04.05.2023 kl. 08:00\n\nDet var slik for 99999999999 år siden og blir om 5000000 dager.",
        NEWS + "\n\nKlokken 24.00 og kl. 25:61 i uke 99 i år 9999.",  # hours and weeks that are none
        NEWS
        + "\n\nNaustet ble bygd for 99999999999 dager siden, og brenner igjen om 9999999999 dager.",  # no date given
        NEWS + "\n\n" + "«" * 3000,  # marks that never close
        NEWS.replace(" ", " \u200b\u202e😀"),  # invisible and two-part characters between all words
        NEWS.upper(),  # all capitals
        "".join(c for c in NEWS if c.isalnum() or c.isspace()),  # no punctuation at all
        "\n\n".join(["– Nei!"] * 40),  # nothing but quotations
    ],
)
def test_no_stage_breaks(tmp_path: Path, text: str) -> None:
    dossier = built(tmp_path, "a.txt", text)
    assert dossier.rejected == ()
    assert len(dossier.documents) == 1


def test_a_day_that_no_calendar_has_is_no_time(tmp_path: Path) -> None:
    (doc,) = built(tmp_path, "a.txt", NEWS + "\n\nDet brann 31.02.2024 og 12.03.2024, sier hun.").documents
    assert [t.value for t in doc[Time]] == ["2024-03-12"]


def test_half_surrogates_and_placeholder_dates_in_json_break_nothing(tmp_path: Path) -> None:
    facts = {
        "url": "https://vika.example/\ud800",
        "outlet": "Vika\udc00",
        "title": "Naust \ud83d",
        "language": "\ud800",
    }
    rows = [
        {"text": NEWS + " \udfff", "published": "9999-12-31T23:59:59-12:00", **facts},
        {"text": NEWS + " Sein kveld.", "published": "0001-01-01T00:00:00+14:00", "language": "norsk <b>"},
    ]
    dossier = built(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert dossier.rejected == ()
    assert [d.article.published for d in dossier.documents] == [None, None]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Boathouses burn down\n\nTwo boathouses burned down, police said on Tuesday. John Smith said he saw it.",
            "en",
        ),
        ("Zwei Häuser brannten\n\nDie Polizei sagte am Dienstag, dass zwei Häuser in Kiel gebrannt haben.", "de"),
    ],
)
def test_nothing_is_made_up_for_another_language(tmp_path: Path, text: str, language: str) -> None:
    (doc,) = built(tmp_path, "a.txt", text).documents
    assert doc.article.language == language
    assert not doc[Mention] and not doc[Statement] and not doc[Time]


@pytest.mark.parametrize(
    "row", ["a" * 20_000, "A" * 20_000, "9" * 20_000, "<tr><td>Rad</td><td>7 kroner</td></tr>" * 3000]
)
def test_time_grows_no_faster_than_the_article(tmp_path: Path, row: str) -> None:
    name = "a.html" if row.startswith("<") else "a.txt"
    text = f"<article><p>{NEWS}</p><table>{row}</table></article>" if name == "a.html" else f"{NEWS}\n\n{row}"
    built(tmp_path, "warm.txt", NEWS)
    started = time.process_time()
    built(tmp_path, name, text)
    assert time.process_time() - started < 5  # squared time took over 20 seconds for each


def test_a_page_that_breaks_the_cleaning_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("belegg.app.build.clean", broken)
    dossier = built(tmp_path, "a.txt", NEWS)
    assert [r.reason for r in dossier.rejected] == ["no article could be found in it (KeyError: 'x')"]
