"""The names of one article (annotation.md, 3): the model's spans, mended, typed and completed.

The model is right about four names in five. What it misses, divides or labels differently from place to place is told
by the rest of the article: a name is one name wherever it stands, and Norwegian capitals say where names are.
"""

from collections import Counter
from collections.abc import Iterator

from belegg.annotate import _name_words
from belegg.annotate._name_extents import extents
from belegg.annotate._name_forms import name_of
from belegg.annotate._name_types import typed
from belegg.annotate._name_words import Draft, Words, is_capital, is_common
from belegg.core.annotation import Mention
from belegg.core.document import Document
from belegg.core.words import NameType
from belegg.text.name_data import first_names, head_words, known_things
from belegg.text.spelling import fold, has_marked_genitive, without_genitive
from belegg.text.titles import title_base

_LEAST_TAIL = 3


def names(doc: Document) -> tuple[Mention, ...]:
    """All name mentions of the content blocks in reading order; a nested one follows the name that it stands in.

    Needs ``Token``, ``Sentence`` and ``NameSpan``. A mention's span holds a genitive -s, its ``name`` does not.
    """
    words = _name_words.read(doc)
    drafts = extents(words)
    surfaces = Counter(words.surface(d) for d in drafts)
    plain = [d for d in drafts if not _compound(words, d, surfaces)]
    called = [name_of(words, d, surfaces) for d in plain]
    types = typed(words, plain, [fold(c) for c in called])
    mentions = [_mention(words, d, *types[n], called[n]) for n, d in enumerate(plain)]
    mentions += [_derived(words, d) for d in drafts if _compound(words, d, surfaces)]
    mentions += [m for n, d in enumerate(plain) for m in _nested(words, d, types[n].type)]
    return tuple(sorted(mentions, key=lambda m: (m.start, -m.end)))


def _mention(words: Words, draft: Draft, type_: NameType, lead: float, name: str) -> Mention:
    end = words.tokens[draft.last - 1].end
    if name.endswith(".") and name[-2:-1].isdigit():
        name, end = name[:-1], end - 1  # "Su-25." at the end of a sentence
    return Mention(words.tokens[draft.first].start, end, type_, " ".join(name.split()), sure=round(lead, 2))


# ---- compounds


def _compound(words: Words, draft: Draft, surfaces: Counter[str]) -> bool:
    """True for a hyphen compound of a name and a common word (*Stryn-siden*), not for *Ban Ki-moon*."""
    word = words[draft.last - 1]
    base, dash, tail = word.rpartition("-")
    if draft.last - draft.first > 1 and base.islower():
        base = words.surface(draft).rpartition("-")[0]
    if not dash or not base or not tail.isalpha() or not tail.islower() or len(tail) < _LEAST_TAIL:
        return False
    if _proper_place(tail) or (is_common(base) and "DRV" not in draft.votes):
        return False
    # "Ban Ki-moon": a given name of two short parts
    given = len(base) <= 5 and len(tail) <= 5 and words.tokens[draft.last - 1].pos == "PROPN"
    person = draft.last - draft.first > 1 and "PER" in draft.votes and given
    if person or word in known_things():
        return False
    known = base in known_things() or surfaces[base] > 0 or words.is_certain(base) or bool(draft.votes)
    return known or (draft.first not in words.initial and is_capital(base))


def _proper_place(tail: str) -> bool:
    """*Svartfjell-tunnelen* is the tunnel's own name, *Oslo-området* is something of the name's."""
    return tail in head_words("place", "proper") | head_words("organisation", "proper")


def _derived(words: Words, draft: Draft) -> Mention:
    surface = words.surface(draft)
    return Mention(
        words.tokens[draft.first].start,
        words.tokens[draft.last - 1].end,
        "DRV",
        " ".join(surface.split()),
        base=surface.rpartition("-")[0].strip('«»" '),
    )


# ---- names inside names


def _nested(words: Words, draft: Draft, type_: NameType) -> Iterator[Mention]:
    """A genitive that opens the name of a body: *FNs* in *FNs klimapanel* (annotation.md, 3)."""
    first = words.tokens[draft.first]
    if type_ != "ORG" or draft.last - draft.first < 2 or first.text in head_words("beside", "owners"):
        return
    headed = without_genitive(words[draft.last - 1]) in head_words("organisation", "after_genitive")
    for last in range(draft.first + 1, min(draft.last, draft.first + 4)):
        surface = words.text[first.start : words.tokens[last - 1].end]
        stem = without_genitive(surface)
        known = known_things().get(stem)
        person = headed and first.text.casefold() in first_names() and last - draft.first > 1
        if stem != surface and (known or has_marked_genitive(surface) or person) and not title_base(words[last]):
            inner: NameType = known.type if known else "PER" if person else "ORG"
            yield Mention(first.start, words.tokens[last - 1].end, inner, stem, inside=True)
            return
