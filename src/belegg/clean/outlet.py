"""Which outlet an article comes from, from its address or from what the page says of itself."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from urllib.parse import urlsplit

from belegg.clean.agencies import agencies
from belegg.clean.imprint import ABOUT_ITSELF
from belegg.clean.line import Line
from belegg.clean.phrases import hits, tokens_of
from belegg.core.article import CONTENT_KINDS, BlockKind
from belegg.text.name_data import first_names, known_things
from belegg.text.outlets import outlets
from belegg.text.self_mentions import NAME as _NAME
from belegg.text.self_mentions import WAYS

_RIGHTS = re.compile(
    rf"(?:©|\(c\)|[Cc]opyright)\s*(?:©\s*)?(?:\d{{4}}\s*(?:[–-]\s*\d{{4}}\s*)?)?({_NAME})|"
    rf"(?:forbeholdt|tilhører|tilhøyrer|reserverte for)\s({_NAME})"
)
_PRESENTS = re.compile(rf"^({_NAME})\s[–—-]\s(?:fagblad|avis|avisa|nyhetsavis|nettavis|lokalavis|magasin)")
_COMPANY = re.compile(r"\s(?:AS|ASA|DA|SA|Ltd|A/S|Media|Mediehus)\b.*$")
_PARTNER = re.compile(rf"^\(?[A-ZÆØÅ]{{2,6}}\s?[/|]\s?({_NAME})\)?$")
_PICTURE = re.compile(rf"[Ff]oto:?\s*[^,/|]{{3,40}}?\s?[,/|]\s?({_NAME})\)?$")
_SOLE_CREDIT = re.compile(rf"[Ff]oto:\s*({_NAME})\.?$")
_OFFERS = re.compile(
    rf"(?:Kjøp|Abonner på|Abonnement på|Bli abonnent på|Tips|Følg|Fylg|Støtt|Les|Last ned|Prøv|Velkommen til|Om|"
    rf"Kontakt)\s({_NAME})"
)
_FOLDS = (
    str.maketrans({"æ": "ae", "ø": "o", "å": "a", "á": "a", "é": "e", "ö": "o", "ä": "a", "ü": "u", "è": "e"}),
    str.maketrans({"æ": "e", "ø": "o", "å": "a", "á": "a", "é": "e", "ö": "o", "ä": "a", "ü": "u", "è": "e"}),
    str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "á": "a", "é": "e", "ö": "oe", "ä": "ae"}),
)
_MASTHEAD = re.compile(r"[A-ZÆØÅ][\w-]*(?:\s(?:[A-ZÆØÅ][\w-]*|og|i|&|\d{1,2}))*")
_LONGEST_NAME, _SHORTEST_NAME = 4, 2
_INITIALS = {"a": "ÆÅÄÁ", "o": "ØÖ", "e": "É"}
_ENOUGH = 3.0


def outlet_of(text: str, url: str | None, lines: Sequence[Line], kinds: Sequence[BlockKind]) -> str | None:
    """The outlet's readable name, or None where the page does not tell it plainly enough."""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    if host:
        return _by_domain(host) or _spelt_in(text, host) or _label(host).capitalize()
    votes: Counter[str] = Counter()
    for name, weight in (*_heading(text, lines, kinds), *_self_mentions(lines, kinds)):
        votes[name] += weight  # type: ignore[assignment]
    name, weight = max(votes.items(), key=lambda v: (v[1], v[0]), default=("", 0))
    return name if weight >= _ENOUGH else None


def _by_domain(host: str) -> str | None:
    """The outlet of a host or of the domain that it lies under."""
    labels = host.split(".")
    return next((n for i in range(len(labels) - 1) if (n := outlets().get(".".join(labels[i:])))), None)


def _label(host: str) -> str:
    labels = host.split(".")
    return labels[-2] if len(labels) > 1 else host


def _spelt_in(text: str, host: str) -> str | None:
    """The words of the text that, written together, make the host's name: with their capitals, spaces and æ, ø, å."""
    wanted = _label(host).replace("-", "")
    words = list(re.finditer(r"\w[\w-]*", text))
    initials = _INITIALS.get(wanted[:1], "") + wanted[:1].upper()
    found: Counter[str] = Counter()
    for at, word in enumerate(words):
        if text[word.start()] not in initials or not any(wanted.startswith(f[:3]) for f in _folded(word.group())):
            continue
        for last in range(at, min(at + 4, len(words))):
            name = text[word.start() : words[last].end()]
            if any(f in (wanted, f"{wanted}s") for f in _folded(name)):
                found[name if any(f == wanted for f in _folded(name)) else name[:-1]] += 1
    return max(found, key=lambda n: (found[n], n), default=None)


def _folded(name: str) -> tuple[str, ...]:
    bare = re.sub(r"[\W_]", "", name.lower())
    return tuple(bare.translate(fold) for fold in _FOLDS)


def _self_mentions(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[tuple[str, float]]:
    """Names that the page gives itself, and how plainly: no agency, and once per line and way."""
    for line, kind in zip(lines, kinds, strict=True):
        for pattern, weight, places in _WAYS:
            if kind in places and (match := pattern.search(line.text)):
                name = _COMPANY.sub("", next(g for g in match.groups() if g)).strip()
                if name and name not in agencies() and not _writer(name):
                    yield name, weight


def _writer(name: str) -> bool:
    """True for the name of a person: a byline may have it beside an agency's."""
    first, _, rest = name.partition(" ")
    return bool(rest) and first.casefold() in first_names()


def _heading(text: str, lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[tuple[str, float]]:
    """What a menu on the first line begins with, if the text has it too: *Fjordposten Sport Kultur*.

    What leads past the menu (*Hopp til innhold*) may stand before it.
    """
    told = [(x, k) for x, k in zip(lines, kinds, strict=True) if k != "meta"]
    top = [x for x, _ in takewhile(lambda row: row[1] == "boilerplate", told)]
    first = next((x for x in top if not _is_phrase(x.text)), None)
    if first is None:
        return
    below = text[first.part.span.end :]
    words = first.text.split()
    for last in range(min(4, len(words)), 0, -1):
        name = " ".join(words[:last])
        if name[0].isupper() and len(name) > 2 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", below):
            yield name, 3.0
            return
    alone = masthead(first.text)
    if alone is not None:
        yield alone, 3.0


def _is_phrase(line: str) -> bool:
    """True for a line that any page may have (*Hopp til innhold*)."""
    words = tokens_of(line)
    return any(h.first == 0 and h.last == len(words) for h in hits(words))


def masthead(line: str) -> str | None:
    """The name on a page's first line, alone or before a menu (*Fjordposten*, *Fjordposten Kjøp Abonnement*).

    None where it is no outlet's.
    """
    words = line.split()
    menu = min((h.first for h in hits(tokens_of(line)) if h.group.kind == "boilerplate"), default=len(words))
    name = " ".join(words[:menu])
    found = _MASTHEAD.fullmatch(name) and menu <= _LONGEST_NAME and len(name) > _SHORTEST_NAME
    known = known_things().get(name)
    other = name in agencies() or _writer(name) or (known is not None and known.type in ("GPE", "LOC"))
    return name if found and not other else None


_WAYS: tuple[tuple[re.Pattern[str], float, frozenset[str]], ...] = (
    (_RIGHTS, 4.0, frozenset(("boilerplate",))),
    (_PRESENTS, 4.0, frozenset(("boilerplate",))),
    (ABOUT_ITSELF, 4.0, frozenset(("boilerplate",))),
    (_PARTNER, 4.0, frozenset(("meta",))),
    (_PICTURE, 2.0, frozenset(("caption",))),
    *((pattern, weight, CONTENT_KINDS) for pattern, weight in WAYS),
    (_SOLE_CREDIT, 2.0, frozenset(("caption",))),
    (_OFFERS, 2.0, frozenset(("boilerplate",))),
)  # fmt: skip
