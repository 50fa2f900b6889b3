"""The catalogues: nothing untranslated, nothing left over, the same fields in every language."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import belegg.show
from belegg.show.wording import LANGUAGES, wording

ROOT = Path(belegg.show.__file__).parent
KEYWORDS = {"gettext": None, "ngettext": (1, 2), "N_": None}
METHODS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
Message = str | tuple[str, ...]


def messages() -> dict[str, Message]:
    """Every message of the code and the templates by its (singular) msgid."""
    found = extract_from_dir(str(ROOT), method_map=METHODS, keywords=KEYWORDS)
    return {m if isinstance(m, str) else m[0]: m for _, _, m, _, _ in found}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    with (ROOT / f"locale/{language}/LC_MESSAGES/belegg.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    known = {entry.id if isinstance(entry.id, str) else entry.id[0]: entry for entry in catalogue if entry.id}
    wanted = messages()
    assert len(wanted) > 150
    assert sorted(wanted.keys() - known.keys()) == []
    assert sorted(known.keys() - wanted.keys()) == []
    for msgid, entry in known.items():
        forms = [entry.string] if isinstance(entry.string, str) else list(entry.string or ())
        assert all(forms), f"no translation of {msgid!r}"
        assert not entry.fuzzy
        fields = set(re.findall(r"{(\w+)}", msgid))
        assert all(set(re.findall(r"{(\w+)}", form)) == fields for form in forms), msgid
        assert isinstance(wanted[msgid], str) == isinstance(entry.id, str), f"plural forms of {msgid!r}"


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("nb", "1 artikkel", "1\N{NO-BREAK SPACE}234 artikler"),  # Norwegian groups digits with a space
        ("nn", "1 artikkel", "1\N{NO-BREAK SPACE}234 artiklar"),
        ("en", "1 report", "1,234 reports"),
    ],
)
def test_plurals_and_numbers(language: str, one: str, many: str) -> None:
    words = wording(language)
    assert words.ngettext("{n} report", "{n} reports", 1) == one
    assert words.ngettext("{n} report", "{n} reports", 1234) == many


def test_lists_follow_the_language() -> None:
    assert wording("nb").listing(["a", "b", "c"]) == "a, b og c"
    assert wording("en").listing(["a", "b"]) == "a and b"


def test_other_languages_are_refused() -> None:
    with pytest.raises(ValueError, match="choose one of"):
        wording("se")
