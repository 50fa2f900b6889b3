"""The article's own outlet under the names that its text uses."""

import re

from belegg.annotate._lexicon import lexicon
from belegg.annotate._view import View
from belegg.core.annotation import Party

_MARGIN = frozenset(("boilerplate", "notice", "meta", "caption"))
_TOLD = frozenset("opplyst bekreftet bekrefta stadfesta vite høre høyre forklart fortalt".split())
_HEAD = 60  # words at the top in which an outlet brackets its own name: *(VG Nett)*


def own_names(view: View) -> frozenset[str]:
    """The outlet's name, its abbreviation and the first part of its address's host, in lower case."""
    article = view.doc.article
    told = {article.outlet.lower(), _initials(article.outlet)} if article.outlet else set()
    names = told or _in_margin(view) or _spoken_to(view)
    if article.url:
        host = article.url.split("//")[-1].split("/")[0].removeprefix("www.")
        names.add(host.split(".")[0])
    return frozenset((names | _bracketed(view, names)) - {""})


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
    heard: set[str] = set()
    sources: set[str] = set()
    lex = lexicon()
    for number, m in enumerate(view.mentions):
        i = next((k for k, n in enumerate(view.mention_of) if n == number), 0)
        if m.type not in ("ORG", "PROD") or i < 3 or lex.newsroom(m.name) is not None:
            continue
        before = view.lows[max(view.sentence(i)[0], i - 6) : i]
        speaks = any("quote" in entry.takes for low in before[:-1] for entry in lex.cues.get(low, ()))
        told = _learns(view, i)
        (heard if told or (before[-1:] == ("til",) and speaks) else sources).add(m.name.lower())
    return heard if len(heard) == 1 and not heard & sources else set()


def _learns(view: View, i: int) -> bool:
    """*får X opplyst*, *X erfarer*, *X har fått innsyn i*: who is told is the outlet that writes it."""
    end = i
    while end < len(view.tokens) and view.mention_of[end] == view.mention_of[i]:
        end += 1
    after = view.lows[end : end + 3]
    told = view.lows[i - 1] in ("får", "fikk", "fekk") and after[:1] and after[0] in _TOLD
    return (
        bool(told) or after[:1] in (("erfarer",), ("erfarar",)) or after[1:3] in (("fått", "innsyn"), ("fått", "sjå"))
    )


def _initials(outlet: str) -> str:
    """*Vest-Telemark blad* is *vtb*; two letters or more, small words left out."""
    parts = [p for p in re.split(r"[\s-]+", outlet) if p and p.lower() not in ("og", "i", "for")]
    return "".join(p[0] for p in parts).lower() if len(parts) > 1 else ""


def _bracketed(view: View, names: set[str]) -> set[str]:
    """*(VG Nett)* at the top: the outlet under a longer name."""
    out: set[str] = set()
    for i in range(min(len(view.lows), _HEAD)):
        close = next((k for k in range(i + 2, min(i + 5, len(view.lows))) if view.lows[k] == ")"), None)
        if view.lows[i] == "(" and close is not None and any(n and n.split()[0] == view.lows[i + 1] for n in names):
            out.add(" ".join(view.lows[i + 1 : close]))
    return out


def same_outlet(p: Party, own: frozenset[str]) -> bool:
    """True where the party is the outlet itself (spaces, case, its net edition and a trailing -s aside)."""
    return bool(p.name) and any(_plain(p.name, fold) == _plain(name, fold) for name in own for fold in _FOLDS)


# how an address writes what its outlet's name has: *doegnet.no, dognet.no*
_FOLDS = (str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"}), str.maketrans({"æ": "ae", "ø": "o", "å": "a"}))


def _plain(name: str, fold: dict[int, str]) -> str:
    """*aftenposten.no*, *Aftenposten Nett* and *Aftenpostens* are *aftenposten*; *Liv & Lære* is *livoglaere*."""
    low = name.lower().replace("&", "og").replace(" ", "").replace("-", "").translate(fold)
    for ending in (".no", "nett", "nettutgave", "papir", "s"):
        low = low.removesuffix(ending) if len(low) - len(ending) > 1 else low
    return low
