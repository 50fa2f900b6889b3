"""Titles and roles beside names (annotation.md, 3): *brannsjef X*, *X, leder i Y*, *talsperson for Y, X*."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from belegg.annotate._lexicon import word_list
from belegg.core.annotation import Mention, Role
from belegg.core.document import Document
from belegg.core.words import Sentence, Token
from belegg.text.titles import modifiers, title_base

_REACH = 9  # tokens that an apposition's own complement may have ("talsperson for FNs klimapanel")
_COMPLEMENT = word_list("title_joints")
_MARKS = frozenset((",", "(", "–", "-"))


@dataclass(frozen=True)
class _Line:
    """The tokens of one sentence, and which mention, if any, begins and ends at each."""

    tokens: Sequence[Token]
    begins: dict[int, Mention]
    ends: dict[int, Mention]


def roles(doc: Document) -> tuple[Role, ...]:
    """Every title beside a person's name with that name's place, in reading order. Needs ``Token`` and ``Mention``.

    The span holds what qualifies the title (*tidligere*, *Russlands*), not the name and not the title's complement.
    """
    tokens = doc[Token]
    people = [m for m in doc[Mention] if m.type == "PER" and not m.inside]
    found: dict[tuple[int, int], Role] = {}
    for sentence in doc[Sentence]:
        line = _line(tokens[sentence.first : sentence.last], doc[Mention])
        mine = [m for m in people if sentence.start <= m.start < sentence.end]
        for mention in mine:
            for start, end in _beside(line, mention):
                found.setdefault((start, end), Role(start, end, mention.span))
    return tuple(found[key] for key in sorted(found))


def _line(tokens: Sequence[Token], mentions: Sequence[Mention]) -> _Line:
    first, last = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
    near = [m for m in mentions if first <= m.start < last and not m.inside]
    starts = {t.start: n for n, t in enumerate(tokens)}
    ends = {t.end: n for n, t in enumerate(tokens)}
    return _Line(
        tokens,
        {starts[m.start]: m for m in near if m.start in starts},
        {ends[m.end]: m for m in near if m.end in ends},
    )


def _beside(line: _Line, mention: Mention) -> Iterator[tuple[int, int]]:
    first = next((n for n, m in line.begins.items() if m is mention), None)
    last = next((n for n, m in line.ends.items() if m is mention), None)
    if first is None or last is None:
        return
    before = _before(line, first)
    if before:
        yield before
    after = _after(line, last)
    if after:
        yield after


def _before(line: _Line, name: int) -> tuple[int, int] | None:
    """*brannsjef X*, *Russlands forsvarsminister X*; over a comma, *talsperson for Z, X*."""
    at = name - 1
    if at >= 0 and _is_title(line, at):
        return _with_modifiers(line, at)
    if at >= 1 and line.tokens[at].text == ",":
        for back in range(at - 1, max(-1, at - 1 - _REACH), -1):
            word = line.tokens[back].text
            if word in _MARKS or word in ".:;!?»" or line.tokens[back].pos in ("VERB", "AUX", "SCONJ"):
                return None
            if _is_title(line, back) and (back == at - 1 or line.tokens[back + 1].text in _COMPLEMENT):
                return _with_modifiers(line, back) if _free(line, back) else None
    return None


def _free(line: _Line, title: int) -> bool:
    """True where no person's name stands at the title already (*leiar A i laget, B*)."""
    return not any(m.type == "PER" for n, m in line.begins.items() if n == title + 1) and not any(
        m.type == "PER" for n, m in line.ends.items() if n == title - 1
    )


def _after(line: _Line, name: int) -> tuple[int, int] | None:
    """*X, leder i Y,*; *X (leder i Y)*; *X er leder i Y*, over an age in brackets."""
    at = name + 1
    if at + 2 < len(line.tokens) and line.tokens[at].text == "(" and line.tokens[at + 2].text == ")":
        at += 3
    if at >= len(line.tokens):
        return None
    opener = line.tokens[at].text
    if opener not in (",", "(", "er", "–"):
        return None
    limit = min(len(line.tokens), at + 6)
    for title in range(at + 1, limit):
        token = line.tokens[title]
        if _is_title(line, title) and (title + 1 == len(line.tokens) or title + 1 not in line.begins):
            return _with_modifiers(line, title)
        if token.pos in ("VERB", "AUX", "SCONJ", "PRON", "PUNCT", "CCONJ", "ADP"):
            return None
    return None


def _is_title(line: _Line, at: int) -> bool:
    token = line.tokens[at]
    mention = line.begins.get(at)
    if mention is not None and mention.type != "DRV":
        return False
    return token.pos in ("NOUN", "PROPN", "ADJ", "X") and title_base(token.text) is not None


def _with_modifiers(line: _Line, title: int) -> tuple[int, int]:
    """The title with the words before it that belong to it: *tidligere*, *administrerende*, a genitive name."""
    first = title
    while first > 0 and line.tokens[first - 1].text.casefold() in modifiers():
        first -= 1
    owner = line.ends.get(first - 1)
    if owner is not None and owner.end != owner.start + len(owner.name) and owner.type != "PER":
        first = next(n for n, m in line.begins.items() if m is owner)
    return line.tokens[first].start, line.tokens[title].end
