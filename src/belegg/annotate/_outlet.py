"""The article's own outlet under the names that its text uses."""

import re
from collections import Counter
from functools import cache

from belegg.annotate._lexicon import lexicon
from belegg.annotate._view import View
from belegg.core.annotation import Party
from belegg.core.article import CONTENT_KINDS
from belegg.text.self_mentions import is_told_as_source, self_mentions

_MARGIN = frozenset(("boilerplate", "notice", "meta", "caption"))
_PLAIN = 1.0  # how plainly a text must name its own outlet
_SHORTEST = 4  # letters of a part of a name that stands for the whole
_HEAD = 60  # words at the top in which an outlet brackets its own name: *(VG Nett)*


def own_names(view: View) -> frozenset[str]:
    """The outlet's name, its abbreviation and the first part of its address's host, in lower case."""
    article = view.doc.article
    told = {article.outlet.lower(), _initials(article.outlet)} if article.outlet else set()

    @cache
    def spoken_to() -> set[str]:
        return _spoken_to(view)

    names = told or _in_margin(view) or spoken_to()
    if article.url:
        host = article.url.split("//")[-1].split("/")[0].removeprefix("www.").split(".")[0]
        spelt = article.outlet is not None and article.outlet in view.doc.text
        names = names | {host} | {n for n in (() if spelt else spoken_to()) if _abbreviates(host, n)}
    return frozenset((names | _bracketed(view, names)) - {""})


def _abbreviates(host: str, name: str) -> bool:
    """*fb* for *Fjordabladet*: a short address begins like the name and has its other letters from it, in order."""
    letters = iter(name)
    return host[:1] == name[:1] and all(letter in letters for letter in host)


def _in_margin(view: View) -> set[str]:
    """The outlet of a page that does not tell it: a body named in the text and in the margin (*Lik X på Facebook*)."""
    article = view.doc.article
    blocks = ((b.kind, view.doc.text[b.start : b.end]) for b in article.blocks if b.kind in _MARGIN)
    margin = " ".join(text if kind != "caption" else text.partition("Foto")[2] for kind, text in blocks).lower()
    credited = {c.lower() for c in article.credits}
    bodies = {m.name for m in view.mentions if m.type in ("ORG", "PROD")}
    kept = {n.lower() for n in bodies if lexicon().newsroom(n) not in ("agency", "state_media", "government")}
    return {n for n in kept - credited if len(n) > 2 and re.search(rf"\b{re.escape(n)}\b", margin)}


def _spoken_to(view: View) -> set[str]:
    """The one outlet that people talk *to* on such a page (*sier Moe til X*) and that is no source of it anywhere."""
    text = "\n".join(view.doc.text[b.start : b.end] for b in view.doc.article.blocks if b.kind in CONTENT_KINDS)
    people = {part for m in view.mentions if m.type == "PER" and " " in m.name for part in (m.name, m.name.split()[-1])}
    states = {m.name for m in view.mentions if m.type == "GPE"}
    plain: Counter[str] = Counter()
    for name, weight in self_mentions(text):
        plain[name] += weight  # type: ignore[assignment]
    heard = {n for n in plain.keys() - people - states if plain[n] >= _PLAIN and lexicon().newsroom(n) is None}
    heard = {n for n in heard if not is_told_as_source(n, text)}
    return {n.lower() for n in heard} if len(heard) == 1 else set()


def _initials(outlet: str) -> str:
    """*Vest-Telemark blad* is *vtb*; two letters or more, small words left out."""
    parts = [p for p in re.split(r"[\s-]+", outlet) if p and p.lower() not in ("og", "i", "for")]
    return "".join(p[0] for p in parts).lower() if len(parts) > 1 else ""


def _bracketed(view: View, names: set[str]) -> set[str]:
    """*(VG Nett)* at the top: the outlet under a longer name."""
    out: set[str] = set()
    for i in [i for i, low in enumerate(view.lows[:_HEAD]) if low == "("]:
        close = next((k for k in range(i + 2, min(i + 5, len(view.lows))) if view.lows[k] == ")"), None)
        if close is not None and any(n and n.split()[0] == view.lows[i + 1] for n in names):
            out.add(" ".join(view.lows[i + 1 : close]))
    return out


def same_outlet(p: Party, own: frozenset[str]) -> bool:
    """True where the party is the outlet itself (spaces, case, its net edition and a trailing -s aside)."""
    cut = len(p.name) > _SHORTEST and any(
        name.startswith(f"{p.name.lower()} ") for name in own
    )  # its last word is none
    return cut or (bool(p.name) and any(_plain(p.name, f) == _plain(name, f) for name in own for f in _FOLDS))


# how an address writes what its outlet's name has: *doegnet.no, dognet.no*
_FOLDS = (
    str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ü": "u"}),
    str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ü": "u"}),
    str.maketrans({"æ": "e", "ø": "o", "å": "a", "ü": "u"}),
)


def _plain(name: str, fold: dict[int, str]) -> str:
    """*aftenposten.no*, *Aftenposten Nett*, *Aftenpostens* are *aftenposten*; *Liv & Lære* is *livoglaere*.

    A number at the end may be cut off (*Kanal* for *Kanal 4*).
    """
    low = re.sub(r"(?<=\w)\s\d{1,2}$", "", name.lower())
    low = low.replace("&", "og").replace(" ", "").replace("-", "").translate(fold)
    for ending in (".no", "nett", "nettutgave", "papir", "s"):
        low = low.removesuffix(ending) if len(low) - len(ending) > 1 else low
    return low
