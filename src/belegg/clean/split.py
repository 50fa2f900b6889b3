"""Lines, and the parts of lines where a crawler glued two blocks together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from belegg.clean.agencies import credit_after
from belegg.clean.dateline import dateline_end
from belegg.clean.entries import entry_heads
from belegg.clean.imprint import imprint_at
from belegg.clean.phrases import hits, tokens_of
from belegg.core.article import BlockKind
from belegg.core.spans import Span, stripped

Mark = Literal["header", "broken", "popup", "unfolds", "continues", "rights", "agency", "advert", "related", "dateline",
             "entry"]  # fmt: skip
_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c]+")

# What the crawler of a large Norwegian web corpus puts before each page's text.
_HEADER = re.compile(r"\s*date:? \d{4}(?:-\d{2}){0,2}(?=\s|$)")
_FOLD = re.compile(r"\s(?:Vis me[ir]{1,2}|Vis mindre|Vis heile? (?:biletet|bildet)|Les me[ir]{1,2})\s*$")
_RIGHTS = re.compile(
    r"(?<=[.!?»”\")])(?:\s?(?=\([Vv]ilkår\)|©\s?\w|\(c\) |Copyright\b)|"
    r"(?=Alle rett(?:igheter|ar) |Ettertrykk |Kopiering ))"
)
_AGENCY = re.compile(
    r"(?<=[.!?»”\"])\s?(?=\(\s?©?\s?[A-ZÆØÅ][\w.-]{1,12}(?: [A-ZÆØÅ][\w-]*){0,2}"
    r"(?:\s?[/–-]\s?[A-ZÆØÅ][\w. -]{1,20})*\s?\)\s*$)"
)
_ADVERT = re.compile(
    r"\s*(?:ANNONSE|Annonse|(?:Artikkelen|Saken|Saka|Teksten) (?:fortsetter|fortset|held fram|held frem) "
    r"(?:under|etter) (?:annonsen|annonse|lysinga))(?=\s+[A-ZÆØÅ–—«-])"
)
_ADVERT_TAIL = re.compile(
    r"(?<=[.!?»”])\s+(?=(?:Annonse|ANNONSE|(?:Artikkelen|Saken|Saka|Teksten) (?:fortsetter|fortset|held fram) "
    r"(?:under|etter) \w+)\s*$)"
)
_TEASER_TAIL = re.compile(
    r"(?<=[.!?»”])\s+(?=(?:Les|LES|Se|SE|Sjå|SJÅ|Hør|HØR|Høyr|HØYR) (?:også|OGSÅ|òg|ÒG|mer|meir|saken|saka)\s?:)"
)
_POPUP_HINT = re.compile(r"[a-zæøå0-9)][A-ZÆØÅ]")
_POPUP_WORD = re.compile(
    r"(?<!\w)(\w[\w-]{2,40}+)[ \xa0](?P<title>\1\1)"
    r"(?=\s(?:\S+\s){0,3}(?:er|var|betyr|tyder|står|blir|kalles|kallas|brukes|blir|vil)\s)",
    re.IGNORECASE,
)
_CREDIT_BEFORE = re.compile(r"[Ff]oto:? [^.]{2,60}$")
_AFTER_CREDIT = re.compile(r"[Ff]oto:? [^.:]{2,60}?/(?P<name>[A-ZÆØÅ][\w ]{2,30}?)(?P<cut>(?P=name) [a-zæøå])")
# "Foto: Kari Moe © Fjordposten": the outlet's claim stands after the credit without a full stop
_RIGHTS_AFTER_CREDIT = re.compile(r"[Ff]oto:? [^.:©\n]{2,60}?(?P<cut>\s(?:©|\(c\))\s?\w)")
_CREDIT = re.compile(r"(?:[Ff]oto|[Ii]llustrasjon|[Ss]kjermdump|[Gg]rafikk):? (?=[A-ZÆØÅ])")
_FRAME_WORD = re.compile(r"(?<=\w) (?=[A-ZÆØÅ][a-zæøå]+)")
_FRAME_SHARE = 0.7
_OPENS, _SURELY = 1.5, 4.0  # weights of phrases where they open a line
_WORD_START = re.compile(r"(?<!\w)(?=\w)")


@dataclass(frozen=True, slots=True)
class Part:
    """A line or a part of one. ``mark`` tells how it was cut off (``unfolds``: a folding button stood after it)."""

    span: Span
    line: int
    kind: BlockKind | None = None
    mark: Mark | None = None


def parts(text: str) -> Iterator[Part]:
    """All non-empty lines, split where they are glued, in order; spans have no white space at their ends."""
    line = last = 0
    heads = entry_heads(text)
    for match in _LINE.finditer(text):
        line += text.count("\n", last, match.start())
        last = match.start()
        for part in _split(text, match.start(), match.end(), line, heads):
            span = stripped(text, part.span)
            if len(span):
                yield Part(span, line, part.kind, part.mark)


def _split(text: str, start: int, end: int, line: int, heads: Mapping[int, int]) -> Iterator[Part]:
    """Cuts off what is glued before the line's own words, then what is glued after or into them."""
    for pattern, kind, mark in ((_HEADER, "meta", "header"), (_ADVERT, "boilerplate", "advert")):
        if found := pattern.match(text, start, end):
            yield Part(Span(start, found.end()), line, kind, mark)  # type: ignore[arg-type]
            start = found.end()
    opens = end - len(text[start:end].lstrip())
    if opens in heads:
        yield Part(Span(opens, heads[opens]), line, "meta", "entry")
        start = heads[opens]
    if dateline := dateline_end(text, start, end):
        yield Part(Span(start, dateline), line, "meta", "dateline")
        start = dateline
    tails: list[Part] = []
    if framed := _frame_after_credit(text, start, end):
        tails.append(Part(Span(framed, end), line, "boilerplate", "rights"))
        end = framed
    if credit := credit_after(text, start, end):
        tails.append(Part(Span(credit, end), line, "meta", "agency"))
        end = credit
    for pattern, kind, mark in _TAILS:
        if found := pattern.search(text, start, end):
            cut = found.start("cut") if "cut" in pattern.groupindex else found.start()
            tails.append(Part(Span(cut, end), line, kind, mark))
            end = cut
    if imprint := imprint_at(text, start, end):
        tails.append(Part(Span(imprint, end), line, "boilerplate", "rights"))
        end = imprint
    unfolds = any(t.mark == "unfolds" for t in tails)
    yield from _around_popup(text, start, end, line, "unfolds" if unfolds else None)
    yield from reversed(tails)


_TAILS: tuple[tuple[re.Pattern[str], BlockKind, Mark], ...] = (
    (_RIGHTS, "boilerplate", "rights"),
    (_AFTER_CREDIT, "boilerplate", "rights"),
    (_RIGHTS_AFTER_CREDIT, "boilerplate", "rights"),
    (_ADVERT_TAIL, "boilerplate", "advert"),
    (_FOLD, "boilerplate", "unfolds"),
    (_TEASER_TAIL, "related", "related"),
    (_AGENCY, "meta", "agency"),
)


def _frame_after_credit(text: str, start: int, end: int) -> int | None:
    """Where a button or the like is glued to a picture's credit: *Foto: Kari Moe Kjøp bilder*."""
    credit = _CREDIT.search(text, start, end)
    if credit is None:
        return None
    for gap in _FRAME_WORD.finditer(text, credit.end(), end):
        rest = tokens_of(text[gap.end() : end])
        frame = [h for h in hits(rest) if h.first == 0 and h.group.kind == "boilerplate" and h.group.opens >= _OPENS]
        whole = [h for h in frame if h.last >= _FRAME_SHARE * len(rest)]
        if whole or any(h.last - h.first > 1 and h.group.opens >= _SURELY for h in frame):
            return gap.start()
    return None


def _around_popup(text: str, start: int, end: int, line: int, mark: Mark | None) -> Iterator[Part]:
    """The line, or its beginning, the explanation that pops up over a word, and the rest of the sentence."""
    popup = _popup(text, start, end)
    if popup is None:
        yield Part(Span(start, end), line, None, mark)
        return
    yield Part(Span(start, popup.start), line, None, "broken")
    yield Part(popup, line, "factbox", "popup")
    yield Part(Span(popup.end, end), line, None, "continues")


def _popup(text: str, start: int, end: int) -> Span | None:
    """A word is written once more, and once more glued to itself, as the title and first word of its explanation.

    A picture's credit that ends in the outlet's name, with the outlet's word about itself glued to it, looks alike.
    """
    short = _POPUP_WORD.search(text, start, end)
    if short:
        return Span(short.start("title"), _explanation_end(text, short.end(), end))
    for hint in _POPUP_HINT.finditer(text, start, end):
        glue = hint.start() + 1
        for word in _WORD_START.finditer(text, max(start, glue - 60), glue - 2):
            title = text[word.start() : glue]
            repeated = len(title) > 3 and text[glue : glue + len(title)].lower() == title.lower()
            if repeated and not _CREDIT_BEFORE.search(text, start, word.start()):
                return Span(word.start(), _explanation_end(text, glue + len(title), end))
    return None


def _explanation_end(text: str, start: int, end: int) -> int:
    """The explanation ends where a sentence ends and small letters or a mark go on with the one that it broke into."""
    resumed = re.compile(r"[.!?](?=\s?[,;:–]|\s[a-zæøå]|\s[.!?])").search(text, start, end)
    if resumed:
        return resumed.end()
    closed = re.compile(r"[.!?](?=\s|$)").search(text, start, end)
    return closed.end() if closed else end
