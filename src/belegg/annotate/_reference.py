"""Who a holder is: a name, a title or pronoun that stands for one, or a noun phrase that stands for itself.

A wrong name is worse than none: where two readings are open the name stays empty and the place alone is kept.
"""

from collections.abc import Sequence
from dataclasses import replace

from belegg.annotate._kinds import is_one_of_them, kind_of, writes
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._lexicon import lexicon as _lexicon
from belegg.annotate._persons import (
    Known,
    as_person,
    definite_stem,
    fullest,
    of_age,
    only_person,
    person_before,
    title_bearer,
)
from belegg.annotate._view import View, Words
from belegg.core.annotation import Mention, Party
from belegg.core.spans import Span
from belegg.text.grammar import HE, OWN, SELF, SHE, THEY

_MEANT = (("he", HE), ("she", SHE), ("they", THEY), ("it", frozenset(("den", "det"))))
_GENITIVE = ("s", "s'", "'")


def party(view: View, lex: Lexicon, words: Words, known: Sequence[Known], quoted: frozenset[int]) -> Party:
    """The party that the words name at this place, given those met before."""
    if view.lows[words[0]] == "vedkommende" and words[1] - words[0] == 1:
        met = next((k.party for k in reversed(known) if k.party.kind in ("person", "anonymous", "expert")), None)
        if met is not None:
            return replace(met, span=view.span(words), reasons=("the one met before",))
    pronoun = _pronoun(view, lex, words)
    if pronoun is not None:
        return _by_pronoun(view, lex, words, pronoun, known, quoted)
    named = as_person(view, name_in(view, words))
    if named is not None and _is_head(view, words, named):
        kind = kind_of(view, lex, words, named)
        full = fullest(view, named)
        return Party(Span(named.start, named.end), full.name, kind, Span(named.start, named.end), ("name",))
    return _by_noun(view, lex, words, known, quoted)


def name_in(view: View, words: Words) -> Mention | None:
    """The name that a phrase is about: the person in it, else the name that is its head."""
    names = [
        m
        for m in view.names_in(words)
        if m.type not in ("DRV", "EVT", "PROD") or (m.type == "PROD" and view.span(words) == m.span)
    ]
    persons = [m for m in names if m.type == "PER" and not _possessor(view, words, m)]
    heads = [m for m in persons if not _complement(view, words, m)]
    if heads:
        return heads[0]
    return names[0] if names else None


def _complement(view: View, words: Words, m: Mention) -> bool:
    """*talsperson for president Biden*: a person after a preposition is not who speaks."""
    i = next(k for k in range(*words) if view.tokens[k].end > m.start) - 1
    while i >= words[0] and view.tokens[i].pos in ("NOUN", "ADJ", "PROPN", "DET"):
        i -= 1
    return i >= words[0] and view.tokens[i].pos == "ADP"


def _possessor(view: View, words: Words, m: Mention) -> bool:
    """*Putins talsmann*: the genitive is not who speaks."""
    if not view.doc.text[m.start : m.end].endswith(_GENITIVE):
        return False
    after = next((i for i in range(*words) if view.tokens[i].start >= m.end), None)
    return after is not None and view.tokens[after].pos in ("NOUN", "ADJ", "PROPN")


def _is_head(view: View, words: Words, m: Mention) -> bool:
    """True where the phrase is the name with titles; false where the name completes a noun (*ein talsmann for X*)."""
    before = [i for i in range(*words) if view.tokens[i].end <= m.start]
    after = [i for i in range(*words) if view.tokens[i].start >= m.end]
    genitive = view.doc.text[m.start : m.end].endswith(_GENITIVE) and bool(after)
    if genitive and view.tokens[after[0]].pos in ("NOUN", "ADJ"):
        return False  # *Putins talsmann*, *alle Moes venner*
    if not before:
        return not (after and view.lows[after[0]] in OWN)  # *Sp sitt reknestykke*
    last = before[-1]
    if m.type != "PER" and any(view.lows[last] in _lexicon().holders[kind] for kind in ("person", "document")):
        return False
    if m.type == "PER":
        return view.tokens[last].pos != "ADP" or any(view.lows[i] == "," for i in before)
    return view.tokens[last].pos in ("ADJ", "NOUN", "DET") and not any(view.tokens[i].pos == "ADP" for i in before)


def _pronoun(view: View, lex: Lexicon, words: Words) -> str | None:
    itself = words[1] - words[0] == 2 and view.lows[words[0] + 1] in SELF
    if not (itself or words[1] - words[0] == 1) or view.mention_of[words[0]] >= 0:
        return None
    low = view.lows[words[0]]
    return next((who for who, forms in _MEANT if low in forms), None)


def _by_pronoun(
    view: View, lex: Lexicon, words: Words, pronoun: str, known: Sequence[Known], quoted: frozenset[int]
) -> Party:
    here = view.span(words)
    if pronoun in ("he", "she"):
        found = person_before(view, words[0], "he" if pronoun == "he" else "she", known, quoted)
        if found is not None:
            kind = kind_of(view, lex, words, found)
            return Party(here, fullest(view, found).name, kind, Span(found.start, found.end), ("pronoun",))
        people = (k.party for k in reversed(known) if k.party.kind in ("person", "anonymous"))
        unnamed = next((p for p in people if p.referent is None and p.name), None)
        if unnamed is not None:
            return Party(here, unnamed.name, unnamed.kind, None, ("pronoun for an unnamed person",))
        return Party(here, "", "person", None, ("pronoun, nobody fits",))
    if pronoun == "they":
        group = next((k.party for k in reversed(known) if k.party.kind not in ("person", "expert")), None)
        if group is not None and words[0] - _last(known, group) < 80 and not _one_state(view, group):
            return Party(here, group.name, group.kind, group.referent, ("plural pronoun",))
        return Party(here, "", "collective", None, ("plural pronoun, nobody fits",))
    body = _body_before(view, words[0], known)
    return Party(
        here, body.name if body else "", body.kind if body else "organisation", body.referent if body else None
    )


def _body_before(view: View, at: int, known: Sequence[Known]) -> Party | None:
    """*den, det*: the body that has spoken last, else the last one named in the sentence before or this one."""
    others = ("person", "expert", "collective", "document", "anonymous")
    spoke = next((k for k in reversed(known) if k.party.kind not in others), None)
    number, here = view.sentence_of[at], view.tokens[at].start
    if spoke is not None and number - view.sentence_of[spoke.at] <= 2:
        return spoke.party
    first = view.tokens[view.sentences[max(0, number - 1)].first].start
    near = [m for m in view.mentions if first <= m.start < here and m.type == "ORG" and not m.inside]
    if len({m.name for m in near}) == 1:
        kind = kind_of(view, _lexicon(), (at, at + 1), near[-1])
        return Party(None, near[-1].name, kind, near[-1].span, ("the body named before",))
    return spoke.party if spoke is not None else None


def _one_state(view: View, p: Party) -> bool:
    """A state is *det*, not *de*."""
    return any(m.span == p.referent and m.type in ("GPE", "LOC") for m in view.mentions)


def _last(known: Sequence[Known], party_: Party) -> int:
    return max(k.at for k in known if k.party == party_)


def _by_noun(view: View, lex: Lexicon, words: Words, known: Sequence[Known], quoted: frozenset[int]) -> Party:
    """A noun phrase: the bearer of the title, the body met before that it calls, or itself."""
    here = view.span(words)
    kind = kind_of(view, lex, words, None)
    noun = _head_noun(view, words)
    if noun is not None and kind not in ("anonymous", "collective", "document"):
        bearer = title_bearer(view, noun, words)
        if bearer is not None:
            kind = kind_of(view, lex, words, bearer)
            return Party(here, fullest(view, bearer).name, kind, Span(bearer.start, bearer.end), ("title",))
    if _one_more(view, words, known):
        kind = "anonymous"
    met = _unnamed_before(view, noun, words, known) if kind in ("person", "collective", "government") else None
    if met is not None:
        return replace(met, span=here, reasons=("the unnamed source met before",))
    if kind == "anonymous":
        return _source(view, lex, words, known)
    if noun is not None and words[1] - words[0] == 1 and definite_stem(view.lows[noun]) != view.lows[noun]:
        only = _renamed(view, lex, noun, quoted)
        if only is not None:
            kind = kind_of(view, lex, words, only)
            return Party(here, fullest(view, only).name, kind, Span(only.start, only.end), ("the one person at hand",))
    if noun is not None and view.lows[noun] in lex.stand_ins and words[1] - words[0] <= 2:
        body = _body(view, lex, noun, known)
        if body is not None:
            return Party(
                here, body.name, kind_of(view, lex, words, body), Span(body.start, body.end), ("stands for a name",)
            )
    return Party(here, view.text(words), kind, None, ("noun phrase",))


def _renamed(view: View, lex: Lexicon, noun: int, quoted: frozenset[int]) -> Mention | None:
    """Who *57-åringen, spissen* is: one of that age, else the one person at hand."""
    low = view.lows[noun]
    aged = of_age(view, low, view.tokens[noun].start)
    if aged is not None:
        return aged
    return only_person(view, noun, quoted) if low.endswith(lex.epithets) else None


def _head_noun(view: View, words: Words) -> int | None:
    """The last noun before the first preposition."""
    found = None
    for i in range(*words):
        if view.tokens[i].pos == "ADP" and found is not None:
            break
        if view.tokens[i].pos in ("NOUN", "PROPN", "ADJ"):
            found = i
    return found


def _one_more(view: View, words: Words, known: Sequence[Known]) -> bool:
    """*sier en annen*, after an unnamed source: one more of them."""
    if known and known[-1].party.kind == "anonymous" and all(view.lows[i] in _MORE for i in range(*words)):
        return True
    named = (k.at for k in known if k.party.referent)
    return is_one_of_them(view, words, named)


_MORE = word_list("more")


def _unnamed_before(view: View, noun: int | None, words: Words, known: Sequence[Known]) -> Party | None:
    """*tjenestemannen*, after *en ikke navngitt tjenestemann*: the unnamed one whom the definite noun repeats."""
    stem = definite_stem(view.lows[noun]) if noun is not None and words[1] - words[0] < 3 else ""
    if len(stem) < 4 or (noun is not None and stem == view.lows[noun]):
        return None
    met = (k.party for k in reversed(known) if k.party.kind == "anonymous" and k.party.name)
    return next((p for p in met if any(w.startswith(stem) for w in p.name.lower().split())), None)


def _source(view: View, lex: Lexicon, words: Words, known: Sequence[Known]) -> Party:
    """*kilden, kildene*: the unnamed source met before, by its first description."""
    here = view.span(words)
    last = view.lows[words[1] - 1]
    partial = any(view.lows[i] == "av" for i in range(*words))
    if not partial and words[1] - words[0] <= 3 and last in _SOURCES:
        met = [k.party for k in reversed(known) if k.party.kind == "anonymous" and k.party.name]
        many = [p for p in met if " av " not in p.name and _plural(p.name)]
        pool = many if last in ("kildene", "kjeldene") else met
        if pool:
            return Party(here, pool[0].name, "anonymous", pool[0].referent, ("the source met before",))
    return Party(here, view.text(words), "anonymous", None, ("unnamed source",))


_SOURCES = word_list("the_source")
_MANY = tuple(word_list("many_sources"))


def _plural(name: str) -> bool:
    """*tre kilder med kjennskap til saken*."""
    return any(word.endswith(_MANY) for word in name.lower().split())


def _body(view: View, lex: Lexicon, noun: int, known: Sequence[Known]) -> Mention | None:
    """What *avisen, selskapet, direktoratet* calls: a body whose name holds the word, else the nearest that fits."""
    low = view.lows[noun]
    stem = definite_stem(low)
    here = view.tokens[noun].start
    bodies = [m for m in view.mentions if m.start < here and m.type in ("ORG", "PROD", "GPE")]
    holding = [m for m in bodies if stem in m.name.lower()]
    if holding:
        return holding[-1]
    if low in lex.holders["media"] or low in lex.holders["agency"]:
        newsrooms = [m for m in bodies if _is_newsroom_name(view, lex, m)]
        return newsrooms[-1] if newsrooms else None
    recent = [m for m in bodies if here - m.start < 600 and m.type == "ORG" and _may_be(view, lex, low, m)]
    return recent[-1] if len({m.name for m in recent}) == 1 else None


def _may_be(view: View, lex: Lexicon, low: str, m: Mention) -> bool:
    """A company is no public body and no outlet; a directorate is no company."""
    body = lex.newsroom(m.name) == "government" or m.name.lower() in lex.holders["government"]
    return body == (low in lex.holders["government"]) and not _is_newsroom_name(view, lex, m)


def _is_newsroom_name(view: View, lex: Lexicon, m: Mention) -> bool:
    low = m.name.lower()
    return (
        lex.newsroom(m.name) in ("media", "agency", "state_media") or low.endswith(lex.media_endings) or writes(view, m)
    )
