"""Gives every line its kind: first what the line says by itself, then what its place in the article says."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from belegg.clean.line import Line
from belegg.clean.scores import Scores, best, is_bare_credit, is_bullet, is_share_price, score
from belegg.core.article import CONTENT_KINDS, Block, BlockKind
from belegg.core.judgement import total
from belegg.text.wordlists import word_lists

_BODY: frozenset[BlockKind] = frozenset(("paragraph", "quote"))
_SLUG = re.compile(r"[a-z0-9]+")
_FOLD = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "ð": "d", "á": "a"})
_LIST_LINES = 15
_MOST_ANSWERS = 6
_WORDS_OF = word_lists("page_words.toml")
_EXPLAINERS = _WORDS_OF["explaining"]
_SOURCE_LABELS = _WORDS_OF["source_labels"]
_FOOT = 2.5
_LEAST_QUESTIONS = 2
_LABEL_LENGTH = 30  # characters, with the colon
_LABEL = 0.9
_GLUED = re.compile(
    r"(?P<title>\d{2,4}|[A-ZÆØÅ]?[a-zæøåé]{3,}(?:-[a-zæøåé]+)*)(?P<first>[A-ZÆØÅ][a-zæøåé]*)(?= (?P<next>\w+) )"
)
_WORDS = re.compile(r"\w[\w-]*")
_MARKS = frozenset(":;–—!?«»,.")
_OPENERS = _WORDS_OF["explanation"]
_AFTER_NOUN = _WORDS_OF["after_noun"]
_WHOLE_WORD = 4  # letters of a word that an explanation may begin with


@dataclass(slots=True)
class _Sheet:
    """The lines and the kinds found so far; None where a line is still open."""

    lines: Sequence[Line]
    kinds: list[BlockKind | None]

    def open(self, at: int) -> bool:
        return self.kinds[at] is None

    def body(self) -> list[int]:
        """The places of the running text."""
        return [i for i, k in enumerate(self.kinds) if k in _BODY and self.lines[i].part.mark != "continues"]


def classify(lines: Sequence[Line], title_hints: Iterable[str] = ()) -> tuple[BlockKind, ...]:
    """The kind of every line. ``title_hints``: its headline or the words of its address, as told elsewhere."""
    scores = [score(x) for x in lines]
    sheet = _Sheet(lines, [x.part.kind or best(s)[0] for x, s in zip(lines, scores, strict=True)])
    _foot(sheet, scores)
    _headlines_in_dashes(sheet)
    _turns(sheet)
    _fact_lists(sheet)
    _lists_with_source(sheet)
    _answers(sheet)
    _names_of_prices(sheet)
    _captions_by_neighbour(sheet)
    _explanations(sheet)
    title = _title(sheet, tuple(title_hints))
    _before(sheet, title)
    _bylines(sheet, title)
    _lead(sheet, title)
    _teaser_lists(sheet)
    _rest(sheet, title)
    _labels_below(sheet)
    return tuple(kind or "paragraph" for kind in sheet.kinds)


def blocks_of(lines: Sequence[Line], kinds: Sequence[BlockKind]) -> Iterator[Block]:
    """The lines as blocks; what was cut off a line that is frame as a whole is joined to it again."""
    waiting: Block | None = None
    for line, kind in zip(lines, kinds, strict=True):
        span = line.part.span
        if waiting is not None and line.part.mark == "rights" and waiting.kind == kind == "boilerplate":
            waiting = Block(waiting.start, span.end, "boilerplate")
            continue
        if waiting is not None:
            yield waiting
        waiting = Block(span.start, span.end, kind, line.part.mark == "continues")
    if waiting is not None:
        yield waiting


def _foot(sheet: _Sheet, scores: Sequence[Scores]) -> None:
    """Below the text little is needed to tell the outlet's word about itself from a last paragraph."""
    for at in range(len(sheet.lines) - 1, 0, -1):
        if sheet.kinds[at] in CONTENT_KINDS and total(scores[at].get("boilerplate", ())) < _FOOT:
            return
        if sheet.kinds[at] in _BODY:
            sheet.kinds[at] = "boilerplate"


def _captions_by_neighbour(sheet: _Sheet) -> None:
    """A folding button, or a bare credit set close below, makes a caption of the line before."""
    spaced = any(line.gap for line in sheet.lines)
    for at in range(len(sheet.lines) - 1):
        line, below = sheet.lines[at], sheet.lines[at + 1]
        folded = below.share("expand") > 0.9 and below.tokens[0] == "vis" and below.part.mark is None
        # Where the page has no empty lines, only a short line within the text is taken for the picture's.
        close = line.gap if spaced else line.length <= 14 and at > 0 and sheet.kinds[at - 1] != "meta"
        credited = is_bare_credit(below) and not below.gap and close
        if sheet.kinds[at] in (None, "paragraph") and (folded or credited) and line.length <= 60:
            sheet.kinds[at] = "caption"


def _explanations(sheet: _Sheet) -> None:
    """A paragraph of its own that opens with a word of the article glued to its explanation: *SkredvarselEit varsel …*.

    What the article writes so elsewhere too is a name with a capital inside it (*SpareBank*).
    """
    glued = [(at, found) for at, line in enumerate(sheet.lines) if (found := _GLUED.match(line.text))]
    written = [(at, word) for at, line in enumerate(sheet.lines) for word in _WORDS.findall(line.text)] if glued else []
    for at, found in glued:
        word, title, first = found.group(), found["title"].casefold(), found["first"]
        others = [w for n, w in written if n != at]
        named = sum(w.startswith(word) for _, w in written) > 1
        explained = any(w.casefold().startswith(title) for w in others)
        told = explained or first in _OPENERS or (len(first) >= _WHOLE_WORD and found["next"] in _AFTER_NOUN)
        if sheet.kinds[at] in (None, "paragraph", "heading") and not named and told:
            sheet.kinds[at] = "factbox"


def _fact_lists(sheet: _Sheet) -> None:
    """The lines of a fact box after the line that opens it: a list, or short lines without full stops."""
    for at, kind in enumerate(tuple(sheet.kinds)):
        if kind != "factbox" or sheet.lines[at].part.mark == "popup" or sheet.lines[at].length > 12:
            continue
        below = list(range(at + 1, min(at + 1 + _LIST_LINES, len(sheet.lines))))
        bullets = [i for i in below if is_bullet(sheet.lines[i])]
        dashed = len(below) > 1 and all(_dashed_item(sheet, i) for i in below[:2])
        for place in below:
            line = sheet.lines[place]
            listed = place in bullets if bullets[:1] == below[:1] else sheet.open(place)
            if not (_dashed_item(sheet, place) if dashed else listed and not line.dashed):
                break
            sheet.kinds[place] = "factbox"


def _dashed_item(sheet: _Sheet, at: int) -> bool:
    """A dash opens an item of a list rather than a quotation: nobody is said to say it."""
    line = sheet.lines[at]
    return line.dashed and (sheet.open(at) or (sheet.kinds[at] == "quote" and "," not in line.text))


def _lists_with_source(sheet: _Sheet) -> None:
    """A list that ends in its source, or is headed as an explanation, is a fact box, also where nothing calls it so."""
    for at, line in enumerate(sheet.lines[:-2]):
        listed = is_bullet(sheet.lines[at + 1]) and is_bullet(sheet.lines[at + 2])
        if listed and sheet.open(at) and line.length <= 8 and line.tokens[0] in _EXPLAINERS:
            last = next((i for i in range(at + 1, len(sheet.lines)) if not is_bullet(sheet.lines[i])), len(sheet.lines))
            sheet.kinds[at:last] = ["factbox"] * (last - at)
    for at in range(2, len(sheet.lines)):
        above = at
        while is_bullet(sheet.lines[above - 1]) and above > 1:
            above -= 1
        if above < at and sheet.lines[at].tokens[0] in _SOURCE_LABELS and sheet.lines[at].length <= 8:
            sheet.kinds[above : at + 1] = ["factbox"] * (at + 1 - above)


def _answers(sheet: _Sheet) -> None:
    """The answers that a poll offers: short lines below its question."""
    for at, line in enumerate(sheet.lines):
        if sheet.kinds[at] != "related" or not line.share("poll") or not line.text.endswith("?"):
            continue
        for below in range(at + 1, min(at + 1 + _MOST_ANSWERS, len(sheet.lines))):
            if not sheet.open(below) or sheet.lines[below].length > 8 or sheet.lines[below].gap:
                break
            sheet.kinds[below] = "related"


def _names_of_prices(sheet: _Sheet) -> None:
    """A company's name above the price of its share belongs to the page's ticker."""
    for at in range(len(sheet.lines) - 1):
        if sheet.open(at) and sheet.lines[at].length <= 4 and is_share_price(sheet.lines[at + 1]):
            sheet.kinds[at] = "boilerplate"


def _headlines_in_dashes(sheet: _Sheet) -> None:
    """A short line with a dash and no end is a headline or crosshead that quotes, no quotation."""
    for at, line in enumerate(sheet.lines):
        if sheet.kinds[at] == "quote" and not line.closed and line.length <= 12 and "," not in line.text:
            sheet.kinds[at] = None


def _turns(sheet: _Sheet) -> None:
    """*SVAR: …*, *VG: …*: what opens line after line and asks in some of them labels who speaks in an interview."""
    labels = [line.text.partition(":")[0] if ":" in line.text[:_LABEL_LENGTH] else "" for line in sheet.lines]
    often = {label for label, count in Counter(labels).items() if label and count > 1}
    asked = sum(label in often and x.text.endswith("?") for label, x in zip(labels, sheet.lines, strict=True))
    if asked < _LEAST_QUESTIONS:
        return
    for at, label in enumerate(labels):
        if label in often and sheet.kinds[at] == "caption" and sheet.lines[at].closed:
            sheet.kinds[at] = "paragraph"


def _title(sheet: _Sheet, hints: tuple[str, ...]) -> int | None:
    """The place of the headline: the best fitting line before the running text begins."""
    for at, line in enumerate(sheet.lines):
        if line.hint == "title":
            sheet.kinds[at] = "title"
            return at
    body = sheet.body()
    first = next((i for i in body if not _could_be_title(sheet.lines[i])), len(sheet.lines))
    candidates = [i for i in range(first) if sheet.open(i) or i in body or _shouted_headline(sheet, i)]
    scored = [(title_score(sheet.lines[i], hints, i == 0 or sheet.kinds[i - 1] == "meta"), -i) for i in candidates]
    value, place = max(scored, default=(0.0, 0))
    if value < 3.0 or not body:
        return None
    sheet.kinds[-place] = "title"
    return -place


def _shouted_headline(sheet: _Sheet, at: int) -> bool:
    """A headline such as ``VALG 2023: …`` looks like a caption, but has no credit and no full stop."""
    line = sheet.lines[at]
    return sheet.kinds[at] == "caption" and line.part.mark is None and not line.stopped and not line.share("credit")


def _could_be_title(line: Line) -> bool:
    return line.length <= 15 and not line.stopped


def title_score(line: Line, hints: tuple[str, ...], at_top: bool) -> float:
    """How much a line looks like a headline; see the comments for each part."""
    value = 0.0
    if 4 <= line.length <= 20:
        value += 2.0  # the usual length
    elif line.length >= 2:
        value += 0.5
    value += 0.0 if line.stopped else 1.0
    value += 1.5 if line.capital < 0.7 else 0.0  # menus and tags are capitalised throughout
    value += 1.0 if line.small > 0.1 else 0.0
    value += 0.5 if at_top else 0.0
    value -= 2.0 if line.kind_share("boilerplate") > 0.5 or line.named or _lists_sections(line) else 0.0
    return value + 4.0 * max((_likeness(line.text, h) for h in hints), default=0.0)


def _lists_sections(line: Line) -> bool:
    """An outlet's name and its sections, without a mark between: *Fjordposten Sport Kultur*."""
    if not 2 <= line.length <= 8 or line.closed or line.dates or not _MARKS.isdisjoint(line.text):
        return False
    menu = {line.tokens[h.first] for h in line.hits if h.group.name == "menu" and h.last - h.first == 1}
    first = next((n for n, w in enumerate(line.words) if n and w[0].isupper() and w.lower() in menu), 0)
    return first > 0 and all(w[0].isupper() or w in ("og", "i") for w in line.words[first:-1])


def _likeness(line: str, hint: str) -> float:
    """The share of the words of the hint (a headline or an address) that the line has."""
    wanted = {w for w in _SLUG.findall(hint.lower().translate(_FOLD)) if len(w) > 2 and not w.isdigit()}
    found = set(_SLUG.findall(line.lower().translate(_FOLD)))
    return len(wanted & found) / len(wanted) if len(wanted) > 1 else 0.0


def _before(sheet: _Sheet, title: int | None) -> None:
    """What is open before the headline is the page's frame."""
    for at in range(title or 0):
        if sheet.open(at) or (sheet.kinds[at] in _BODY and not sheet.lines[at].prose):
            sheet.kinds[at] = "boilerplate"


def _bylines(sheet: _Sheet, title: int | None) -> None:
    """Names alone between the headline and the running text, or a standfirst and the running text, are the writers'."""
    if title is None:
        return
    for at in range(title + 1, min(title + 8, len(sheet.lines))):
        line = sheet.lines[at]
        if sheet.kinds[at] in _BODY and line.length > 5 and sheet.kinds[at - 1] == "meta":
            return
        alone = line.length == 1 and line.capital == 1.0 and not line.closed and _beside_meta(sheet, at)
        writer = sheet.open(at) and (line.named or alone) and line.share("menu", "share") < 0.5
        photographer = is_bare_credit(line) and not line.gap and sheet.kinds[at - 1] == "meta"
        if writer or photographer:
            sheet.kinds[at] = "meta"


def _beside_meta(sheet: _Sheet, at: int) -> bool:
    below = sheet.kinds[at + 1] if at + 1 < len(sheet.lines) else None
    return "meta" in (sheet.kinds[at - 1], below)


def _lead(sheet: _Sheet, title: int | None) -> None:
    """The standfirst: one short paragraph right under the headline, set apart by the byline or date after it."""
    if title is None:
        return
    near = range(title + 1, min(title + 7, len(sheet.lines)))
    below = [i for i in near if sheet.kinds[i] not in ("boilerplate", "caption")]
    if not below:
        return
    first, rest = below[0], below[1:]
    line = sheet.lines[first]
    text = sheet.open(first) and line.length >= 5 and not line.named
    if not (text or sheet.kinds[first] in ("paragraph", "quote", "lead")) or line.length > 70:
        return
    following = next((sheet.kinds[i] for i in rest if sheet.kinds[i] not in ("caption", "notice")), None)
    if following == "meta" or (text and not line.stopped) or line.hint == "lead":
        sheet.kinds[first] = "lead"


def _teaser_lists(sheet: _Sheet) -> None:
    """A bare label of other articles has their headlines below it: one within the text, all of them after it."""
    last = max(sheet.body(), default=-1)
    for at, line in enumerate(sheet.lines):
        if sheet.kinds[at] != "related":
            continue
        label = line.share("related") >= _LABEL or line.text.endswith(":")
        most = len(sheet.lines) if at > last and line.length <= 6 else int(label)
        for below in range(at + 1, min(at + 1 + most, len(sheet.lines))):
            if not sheet.open(below) or (sheet.lines[below].length < 3 and not label):
                break
            sheet.kinds[below] = "related"
        if line.share("related") >= _LABEL and "related" not in sheet.kinds[at + 1 : at + 2] and not line.closed:
            sheet.kinds[at] = "boilerplate"  # a label with nothing below it teases no article


def _rest(sheet: _Sheet, title: int | None) -> None:
    """What is still open: names under the headline are bylines, short lines in the text crossheads, the rest frame."""
    body = sheet.body()
    first, last = (body[0], body[-1]) if body else (len(sheet.lines), -1)
    for at in range(len(sheet.lines)):
        if sheet.open(at):
            sheet.kinds[at] = _by_place(sheet, at, (first, last), title)


def _by_place(sheet: _Sheet, at: int, body: tuple[int, int], title: int | None) -> BlockKind:
    line = sheet.lines[at]
    first, last = body
    if first < at < last and is_bullet(line):
        return "paragraph"
    if line.part.mark == "continues" or (line.length >= 18 and line.small > 0.2):
        return "paragraph"
    if first < at < last:
        return "heading" if line.length <= 14 else "paragraph"
    if line.named and line.share("menu", "share") < 0.5:
        return "meta"
    if at < first and title is not None and at > title and line.capital < 0.6 and line.length > 1 and not line.closed:
        return "heading"
    if last < 0 and line.length >= 3:  # no running text: then these lines are all that there is to read
        return "paragraph"
    return "boilerplate"


def _labels_below(sheet: _Sheet) -> None:
    """A crosshead stands above text: what the markup calls a heading below the last of it heads the page's frame."""
    if not sheet.body():
        return
    last = max(i for i, k in enumerate(sheet.kinds) if k in CONTENT_KINDS and k != "heading")
    for at in range(last + 1, len(sheet.kinds)):
        if sheet.kinds[at] == "heading":
            sheet.kinds[at] = "boilerplate"


def has_content(kinds: Iterable[BlockKind]) -> bool:
    """True where there is something to read in the article."""
    return any(kind in CONTENT_KINDS for kind in kinds)
