"""How well a line fits each kind by itself: tables of small named features (annotation.md, 1)."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from belegg.clean.agencies import agencies
from belegg.clean.dates import months, weekdays
from belegg.clean.line import Line
from belegg.clean.phrases import Hit
from belegg.core.article import BlockKind
from belegg.core.judgement import Feature, total

Test = Callable[[Line], bool]
Scores = Mapping[BlockKind, tuple[Feature, ...]]


class Row(NamedTuple):
    """A feature: its name, its weight, and the observation that gives it."""

    name: str
    weight: float
    test: Test


_ADDRESS = re.compile(r"^\s*(?:url|link|lenke|lenkje|kilde|kjelde|source)\s?:\s*https?://\S+\s*$", re.I)
_ONLY_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.I)
# A run of word characters is only tried from its beginning: a search from each of them would take squared time.
_REACH = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w{2,}|https?://\S+|\bwww\.\S+")
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w{2,}")
_QUOTE_CHANGE = re.compile(r"(?<!\d)[+\-−–±]?\s?\d+[.,]\d+\s?%")
_PRICE = re.compile(r"^[\d .,\xa0]+(?:kr|NOK|USD|dollar|euro|poeng)?\b.*[+\-−–]\s?\d+[.,]\d+\s?%")
_RUNNING_TIME = re.compile(r"^\d{1,2}:[0-5]\d(?::[0-5]\d)?$")
_CRUMBS = re.compile(r"\s(?:[»›>|/•·→]|&gt;)\s")
_CLIP = re.compile(r"(?:^|\s)\d{1,2}:[0-5]\d(?::[0-5]\d)?(?:\s*(?:Publisert|Lagt ut|min)\b.*)?$")
_HOUR_WORD = re.compile(r"\b(?:kl\.?|klokk[ae]n?|klokken|klokka)\s?$", re.I)
_AGENCY_LINE = re.compile(
    r"^\(?\s?(?:©\s?)?[A-ZÆØÅ]{2,6}(?:\s?[/–|-]\s?[A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*){0,3}){0,3}\s?\)?$"
)  # fmt: skip
_AGENCY_AND_NAME = re.compile(r"^[A-ZÆØÅ]{2,6}(?: og |, | / | )(?:[A-ZÆØÅ][\w.-]+(?: |$)){2,6}$")
_PARTNER_AND_AGENCY = re.compile(r"^[A-ZÆØÅ][\w .-]{1,30}\s?[/|]\s?[A-ZÆØÅ]{2,6}$")
_PRESENTS = re.compile(
    r"^[A-ZÆØÅ][\w. -]{1,40}(?:\s[–—-]\s|\ser\s)"
    r"(?:(?:en|ei|ein|eit|et|Norges|Noregs|uavhengig|uavhengige)\s)*"
    r"(?:fagblad|fagavis|avis|nyhetsavis|nettavis|lokalavis|magasin|mediehus|nettsted|nettstad|medlem av)"
)
_CLICK = re.compile(
    r"^(?:Følg|Fylg|Les|Se|Sjå|Hør|Høyr|Test|Ta|Send|Stem|Røyst|Meld|Klikk|Trykk|Last|Få|Bestill|Ting|Abonner|Kjøp|Lytt|"
    r"Sjekk|Søk|Finn|Bli|Kommenter|Del)\s.*\b(?:her|nå|no|i appen|på e-post)[.!>»]*$"
)
_SHOUT = re.compile(r"^[A-ZÆØÅÄÖÉ0-9«][A-ZÆØÅÄÖÉ0-9 «»,.!?–'’/-]{2,45}:\s+\S")
_LABEL_NAMES = re.compile(
    r"^(?:Av|AV|Tekst|TEKST|Skrevet av|Skrive av|Skriven av|Tekst og foto|Tekst/foto|Journalist(?:er|ar)?|Reporter|"
    r"Intervju|Reportasje|By)\s?:?\s+"
    r"(?:(?:og|av|de|von|van|[A-ZÆØÅÄÖ][\w.'’-]*)[\s,/]*){1,8}(?:[\w.+-]+@\S+|\([^)]*\))?\s*$"
)
_BULLET = re.compile(r"^[•▪◾■●*·◦‣]\s")
_PRODUCT = re.compile(
    r"^(?:Kart|Grafikk|Video|Bildeserie|Biletserie|Bilder|Bilete|Galleri|Podkast|Podcast|Direkte|Direktesending|Quiz|Test|"
    r"Tidslinje|Oversikt|Fakta|Faktasjekk|Forklart|Dokument|Kronikk|Kommentar|Debatt|Leder|Leiar|Analyse):\s"
    r"(?:Her|Slik|Dette|Se|Sjå|Så|Kva|Hva|Hvor|Kvar|Hvem|Kven|Derfor|Difor)\s[^.]*$"
)
_AGENT = re.compile(r"^(?:FAKTA|FAKTABOKS|Fakta|Faktaboks)(?=\s+[A-ZÆØÅ]|\s*[:(|–-]|$)")
_BULLETS = re.compile(r"[▸►▪◾■●•‣]")
_GLUED_BULLETS = re.compile(r"\w[.!?]?[▸►▪◾■●•‣]\s?\w")
_GLUED_TITLE = re.compile(r"^[a-zæøå]{4,}[A-ZÆØÅ][a-zæøå]+\s")
_PHOTOGRAPHER = re.compile(r"(?:^|[.!?)»] )(?:Illustrasjons|Arkiv)?[Ff]oto:? (?:[A-ZÆØÅ][\w.-]+ ?){2,4}$")
_BARE_CREDIT = re.compile(
    r"^\(?(?:(?:Arkiv|Illustrasjons|Presse|Ill\.\s?)?[Ff]oto|FOTO|Illustrasjon|Grafikk|Skjermdump)\s?[:/]", re.I
)
_ROLE_BYLINE = frozenset(("byline",))


def _agency_line(line: Line) -> bool:
    return bool(_AGENCY_LINE.match(line.text)) and line.share("advert", "menu", "factbox") < 0.5


def _few_words(line: Line) -> bool:
    return line.small < 0.1 and line.length < 12


def _is_glued_list(text: str) -> bool:
    """True for bullets between words."""
    return _BULLETS.search(text) is not None and len(_GLUED_BULLETS.findall(text)) >= 2


def _tells_how_to_reach(text: str) -> bool:
    """True for an address; few lines have a sign that one cannot be written without."""
    return ("@" in text or "://" in text or "www." in text) and _REACH.search(text) is not None


def _ticker(line: Line) -> bool:
    return line.small < 0.1 and len(_QUOTE_CHANGE.findall(line.text)) >= 2


def _crumbs(line: Line) -> bool:
    plain = not line.stopped and not line.dates and line.small < 0.5 and line.length <= 25
    return plain and bool(_CRUMBS.search(line.text))


def _clip(line: Line) -> bool:
    """A length in minutes and seconds at the end, which is no time of day."""
    found = _CLIP.search(line.text)
    if found is None or line.length < 3 or _HOUR_WORD.search(line.text[: found.start()]):
        return False
    return all(not d.span.start <= found.start() + 1 < d.span.end for d in line.dates)


def _mostly_dates(line: Line) -> bool:
    """Nothing but dates with their labels, writers' names and reading time, or a bare date."""
    if not line.dates:
        return False
    rest = line.text
    for dated in reversed(line.dates):
        rest = rest[: dated.span.start] + rest[dated.span.end :]
    labels = {t for h in line.hits if h.group.kind == "meta" for t in line.tokens[h.first : h.last]}
    left = [w for w in re.findall(r"[^\W\d_]+", rest) if w.lower() not in labels and w.lower() not in weekdays()]
    return sum(w[0].islower() for w in left) <= 1 and len(left) <= 10 if labels else not left


def _date_without_year(line: Line) -> bool:
    labelled = any(h.first == 0 and h.group.name == "dated" for h in line.hits)
    return (
        labelled
        and line.length <= 6
        and not line.closed
        and (len(line.tokens) > line.length or line.share("dated") > 0.5)
    )


def _name_and_date(line: Line) -> bool:
    """An outlet's name beside the day and the clock."""
    if line.stopped or not any(d.moment.precision == "minute" for d in line.dates):
        return False
    others = [w for w in line.words if w.lower() not in weekdays() and w.lower() not in months()]
    return 1 <= len(others) <= 3 and all(w[0].isupper() for w in others)


def _byline_with_role(line: Line) -> bool:
    """Names followed by what the writer is."""
    roles = {t for h in line.hits if h.group.name == "byline" for t in line.tokens[h.first : h.last]}
    others = [w for w in line.words if w.lower() not in roles]
    named = 1 <= len(others) <= 10 and not line.closed and all(w[0].isupper() for w in others)
    return bool(roles) and named and line.share("copyright", "menu") < 0.3


TABLE: Mapping[BlockKind, tuple[Row, ...]] = {
    "meta": (
        Row("crawler's address line", 10, lambda x: bool(_ADDRESS.match(x.text))),
        Row("only a date with its labels", 7, _mostly_dates),
        Row("a day without its year after the label of a date", 4, _date_without_year),
        Row("a name beside the day and the clock", 4, _name_and_date),
        Row("agency and partner only", 6, lambda x: _agency_line(x)),
        Row("a partner and an agency", 5, lambda x: bool(_PARTNER_AND_AGENCY.match(x.text))),
        Row("agency and a name", 5, lambda x: bool(_AGENCY_AND_NAME.match(x.text)) and x.share("menu", "share") < 0.5),
        Row("an agency's name alone", 6, lambda x: x.text.strip("()©/–— -") in agencies()),
        Row("label and names", 6, lambda x: bool(_LABEL_NAMES.match(x.text))),
        Row("names and their role", 5, _byline_with_role),
        Row("names and their mail address", 5, lambda x: _few_words(x) and bool(_MAIL.search(x.text))),
    ),
    "boilerplate": (
        Row("stock ticker", 7, _ticker),
        Row("a price and its change", 6, lambda x: is_share_price(x)),
        Row("nothing but a running time", 4, lambda x: bool(_RUNNING_TIME.match(x.text))),
        Row("breadcrumbs", 4, _crumbs),
        Row("says what the outlet is", 3.5, lambda x: bool(_PRESENTS.match(x.text))),
        Row("asks for a click", 4, lambda x: bool(_CLICK.match(x.text)) and x.length <= 9),
        Row("only an address", 6, lambda x: bool(_ONLY_ADDRESS.match(x.text))),
        Row("a way to reach the desk", 2, lambda x: _tells_how_to_reach(x.text)),
        Row("mostly button and menu words", 4, lambda x: x.kind_share("boilerplate") >= 0.75),
    ),
    "related": (
        Row("ends with the length of a clip", 5, _clip),
        Row("a kind of journalism and what it shows", 5, lambda x: bool(_PRODUCT.match(x.text)) and x.length <= 12),
        Row("a clip's own date after its length", 3, lambda x: _clip(x) and bool(x.dates)),
    ),
    "notice": (
        Row("updated, followed by a sentence", 6, lambda x: _updated_note(x)),
    ),
    "caption": (
        Row("a folding button stood after it", 7, lambda x: x.part.mark == "unfolds"),
        Row("opens in capitals and a colon", 4.0, lambda x: _shouted(x)),
        Row("several words in capitals", 1.5, lambda x: _shouted(x) and " " in x.text.partition(":")[0]),
        Row("a bare credit", 3, lambda x: is_bare_credit(x)),
        Row("ends with a photographer's name", 6.5, lambda x: bool(_PHOTOGRAPHER.search(x.text))),
    ),
    "factbox": (
        Row("a word glued to its explanation", 6, lambda x: bool(_GLUED_TITLE.match(x.text)) and x.closed),
        Row("a list glued together", 6, lambda x: _is_glued_list(x.text)),
        Row("opens as a fact box", 6, lambda x: bool(_AGENT.match(x.text)) and not x.dashed),
    ),
    "quote": (
        Row("opened by a quotation dash", 4.2, lambda x: x.dashed),
        Row("in quotation marks as a whole", 4.2, lambda x: x.enclosed),
        Row("a mark and a whole sentence", 2, lambda x: (x.dashed or x.enclosed) and x.closed),
    ),
    "paragraph": (
        Row("running text", 3.5, lambda x: x.prose),
        Row("a sentence that a pop-up breaks into", 4, lambda x: x.part.mark in ("broken", "continues")),
        Row("long", 1, lambda x: x.prose and x.length >= 12),
        Row("small words", 0.5, lambda x: x.prose and x.small >= 0.25),
    ),
}  # fmt: skip
_HINT_WEIGHT: Mapping[BlockKind, float] = {
    "title": 8, "lead": 5, "heading": 5, "caption": 6, "quote": 3, "factbox": 6, "related": 5,
    "meta": 4, "boilerplate": 5, "paragraph": 1.5,
}  # fmt: skip
_LONG = 30
_BRACKETS = frozenset(("(", "[", "*"))
_WEAK_OPENERS = frozenset(("tags", "related", "share", "expand", "copyright"))
LEAST = 3.5
"""A line whose best kind scores less than this is open: its place decides."""


def score(line: Line) -> dict[BlockKind, tuple[Feature, ...]]:
    """The features that each kind has in this line."""
    found: dict[BlockKind, list[Feature]] = {}
    for kind, rows in TABLE.items():
        found[kind] = [Feature(r.name, r.weight) for r in rows if r.test(line)]
    for feature, kind in _phrase_features(line):
        found.setdefault(kind, []).append(feature)
    if line.hint is not None:
        found.setdefault(line.hint, []).append(Feature("the page's own markup", _HINT_WEIGHT.get(line.hint, 0.0)))
    return {k: tuple(v) for k, v in found.items() if v}


def best(scores: Mapping[BlockKind, tuple[Feature, ...]]) -> tuple[BlockKind | None, float]:
    """The kind with the highest score, or None where none is high enough."""
    kind = max(scores, key=lambda k: total(scores[k]), default=None)
    if kind is None or total(scores[kind]) < LEAST:
        return None, total(scores[kind]) if kind else 0.0
    return kind, total(scores[kind])


def _phrase_features(line: Line) -> list[tuple[Feature, BlockKind]]:
    """One feature per group of phrases: the heaviest of its hits."""
    best_of: dict[str, tuple[Feature, BlockKind]] = {}
    for hit in line.hits:
        group = hit.group
        single = hit.last - hit.first == 1 and line.tokens[hit.first].isalnum()
        if line.share(group.name) >= 0.7:
            weight, where = group.whole, "is"
        elif (hit.first == 0 or (hit.first == 1 and line.tokens[0] in _BRACKETS)) and not single:
            weight, where = group.opens, "opens with"
        elif hit.last == len(line.tokens):
            weight, where = group.ends, "ends with"
        else:
            weight, where = (0.0 if single else group.holds * min(1.0, _LONG / line.length)), "holds"
        if where == "opens with" and group.name in _WEAK_OPENERS and _goes_on(line, hit):
            weight -= 3.0  # "Les mer i budsjettet, sier hun." is a sentence
        if weight > (best_of[group.name][0].weight if group.name in best_of else 0.0):
            words = " ".join(line.tokens[hit.first : hit.last])
            best_of[group.name] = (Feature(f"{where} {group.name} phrase", weight, words), group.kind)
    return list(best_of.values())


def _goes_on(line: Line, hit: Hit) -> bool:
    return line.stopped and line.length >= 10 and line.tokens[hit.last - 1].isalnum()


def _updated_note(line: Line) -> bool:
    opens = any(h.first == 0 and h.group.name == "dated" for h in line.hits)
    return opens and line.prose and line.length >= 5 and not _mostly_dates(line) and ":" in line.text[:30]


def _shouted(line: Line) -> bool:
    found = _SHOUT.match(line.text)
    if found is None or line.dashed:
        return False
    letters = [c for c in found.group().split(":")[0] if c.isalpha()]
    return (len(letters) >= 3 or not letters) and line.kind_share("related") < 0.1


def is_bullet(line: Line) -> bool:
    """True for an item of a list."""
    return bool(_BULLET.match(line.text))


def is_bare_credit(line: Line) -> bool:
    """True where nothing but a picture's credit stands on the line."""
    return bool(_BARE_CREDIT.match(line.text)) and line.length <= 10


def is_share_price(line: Line) -> bool:
    """True for a share's price with its change, as a page's ticker gives it."""
    return bool(_PRICE.match(line.text)) and line.length <= 5 and not line.stopped
