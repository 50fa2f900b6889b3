"""When, where and to whom it happened: the arguments of a clause that tells of an event."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from belegg.core.annotation import Statement, Time
from belegg.core.spans import Span
from belegg.core.words import NameType, Token
from belegg.reason._clauses import Clause
from belegg.reason._cues import load_cues
from belegg.reason._epithets import body_ending
from belegg.reason._source import MEDIA
from belegg.reason._story import StoryIndex, View
from belegg.reason._triggers import load_event_words, nouns_of
from belegg.text.bridge import load_bridge
from belegg.text.dates import DAY
from belegg.text.grammar import ACCORDING

SEASONS = ("-SP", "-SU", "-FA", "-WI")
LOOK_BACK = 20  # code points in which the word before a name or a time is sought
APPOSED = 60  # code points between a preposition and a name that a noun stands before (*i den vesle bygda Nes*)
REACH = 300  # code points back to whom *han*, *ho* or *klubben* may stand for
CITED_REACH = 4  # words between *ifølge* and the name (*ifølge stasjonssjef ved Nes, Kari Lid*)
MEASURES = frozenset(("prosent", "krone", "poeng"))
HE_OR_SHE = frozenset(("han", "hun", "ho", "ham", "henne", "hennar"))
#: Nouns that end the names of places which they do not stand for: *landet* is not Hadeland, *byen* not Nesby.
NAMELESS = frozenset(("land", "stad", "sted", "by", "bygd", "heim", "hjem", "side", "berg", "mark", "region"))
ACTING = frozenset(("PER", "ORG"))
GOVERNED = frozenset(("obj", "iobj", "obl", "obl:agent", "nsubj:pass"))
Name = tuple[int, int, str]


def names_among(tokens: Sequence[Token], view: View) -> list[Name]:
    """The names that stand among the words, those within longer ones left out."""
    if not tokens:
        return []
    near = view.names_in(Span(tokens[0].start, tokens[-1].end))
    found = [n for n in near if any(n[0] <= t.start < n[1] for t in tokens)]
    return [n for n in found if not any(o[0] <= n[0] and n[1] <= o[1] and o[:2] != n[:2] for o in near)]


def delay_of(clause: Clause, view: View) -> tuple[str, int] | None:
    """How long after (1) or before (-1) what was told last it happened: *to måneder senere*."""
    words = load_event_words()
    for time in view.times_in(Span(clause.tokens[0].start, clause.tokens[-1].end)):
        after = view.doc.text[time.end : time.end + LOOK_BACK].lower().split()
        inside = any(time.start <= t.start < time.end for t in clause.tokens)
        if time.type == "DURATION" and inside and after and after[1:2] != ["enn"]:
            word = after[0].strip(".,;:")
            if word in words.later or word in words.earlier:
                return time.value, 1 if word in words.later else -1
    return None


def placed_among(tokens: Sequence[Token], view: View, index: StoryIndex) -> Iterator[str]:
    """The places among the words that stand after a preposition of place."""
    before = load_event_words().place_before
    yield from (index.base(e) for s, t, e in names_among(tokens, view) if is_place((s, t, e), view, index, before))


def _bound_before(time: Time, view: View) -> str:
    """The word that bounds a time, within it or before it; *ta til i mai* and *kjem til våren* bound none."""
    words = view.doc.text[time.start : time.end].lower().split()
    before = words[0] if words[0] in load_event_words().bounds else _word_before(time.start, view)
    free = words[0] in ("i", "på") or time.value.endswith(SEASONS)
    return "" if before == "til" and free and len(time.value) < DAY else before


def times_of(
    clause: Clause, view: View, passing: frozenset[int] = frozenset()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Values of the dates and clock times in the clause, and those that it lasts until.

    A conjunct or an infinitive without a time has that of the clause that governs it. ``passing``: words that tell
    when something else was.
    """
    at: list[str] = []
    until: list[str] = []
    for time in _inside([t for t in clause.tokens if t.index not in passing], view):
        before = _bound_before(time, view)
        if before == "for":
            continue  # *budsjettet for 2026*, *timeplanen for mandag*
        if before not in load_event_words().bounds:
            at.append(time.value)
        elif before in load_event_words().until:
            until.append(time.value)
    shares = clause.parent is not None and (clause.head.dep == "conj" or clause.is_infinitive or clause.is_cleft)
    if not at and not until and shares and clause.parent is not None:
        return times_of(clause.parent, view)
    return tuple(at), tuple(until)


def _inside(tokens: Sequence[Token], view: View) -> Iterator[Time]:
    if not tokens:
        return
    for time in view.times_in(Span(tokens[0].start, tokens[-1].end)):
        length = (
            view.doc.text[time.start : time.end].lower().endswith(("års", "måneders", "månaders", "dagers", "dagars"))
        )
        dated = time.type in ("DATE", "TIME") and time.value[:4].isdigit() and not length
        if dated and any(time.start <= t.start < time.end for t in tokens):
            yield time


def _word_before(start: int, view: View) -> str:
    before = view.doc.text[max(0, start - LOOK_BACK) : start].lower().split()
    return before[-1] if before else ""


def is_place(name: Name, view: View, index: StoryIndex, prepositions: frozenset[str]) -> bool:
    """A place name after a preposition of place."""
    if index.entities[name[2]].type not in ("LOC", "GPE"):
        return False
    before = _preposition(name, view)
    if before == "av" and prepositions & {"i", "på"}:
        return _is_side(name[0], view)
    if before in ("og", "eller"):  # *fra Lom og Vågå*: as the name before it
        last = view.names_in(Span(max(0, name[0] - LOOK_BACK), name[0]))
        return bool(last) and is_place(last[-1], view, index, prepositions)
    return before in prepositions


def _preposition(name: Name, view: View) -> str:
    """The word before a name, or before the noun that it stands beside: *i havnebyen Vik, i Norges hovedstad Oslo*."""
    words = view.tokens(Span(max(0, name[0] - APPOSED), name[0] + 1))
    own, noun = words[-1:], words[-2:-1]
    if own and noun and noun[0].pos == "NOUN" and not view.times_in(noun[0].span):
        beside = {own[0].index, noun[0].index}
        case = next((t for t in words[:-2] if t.dep == "case" and t.head in beside), None)
        owner = any(t.has("Case=Gen") for t in words[-3:-2])
        if case is not None and (owner or noun[0].has("Definite=Def")):
            return case.text.lower()
    return _word_before(name[0], view)


def _is_side(start: int, view: View) -> bool:
    """True for *på vestsiden av, i utkanten av*: what is at a part of a place is there."""
    words = view.doc.text[max(0, start - 2 * LOOK_BACK) : start].lower().split()
    return len(words) > 1 and words[-2].endswith(load_event_words().sides)


def places_of(
    clause: Clause,
    view: View,
    index: StoryIndex,
    passing: frozenset[int] = frozenset(),
    settled: Mapping[str, str] = MappingProxyType({}),
) -> dict[str, tuple[str, ...]]:
    """Where it happened by what tells so, the surest first: names, houses, nouns, settled, ways.

    ``houses`` are bodies that it happened at (*innlagt på Ullevål sykehus*), ``nouns`` places that a noun stands for
    (*tunnelen*), ``settled`` where what the nouns name is (*kaia*: told of elsewhere as *kaia i Nes*), ``ways`` whence,
    whither and between what.
    """
    words = load_event_words()
    named = names_among([t for t in clause.tokens if t.index not in passing], view)
    nouns = (*clause.tokens, *clause.subject)
    placed = [n for n in named if is_place(n, view, index, words.place_before)]
    homes = {n for n in placed if _is_home(n, clause)}
    return {
        "names": _each((*(n[2] for n in placed if n not in homes), *_pointed_at(clause, view, index))),
        "houses": _each(e for s, t, e in named if _is_house((s, t, e), clause, view, index)),
        "nouns": _each(_by_noun([t for t in nouns if not _stands_beside(t, named)], index)),
        "settled": _each(_settled(nouns, settled)),
        "ways": _each(e for s, t, e in named if is_place((s, t, e), view, index, words.way_before)),
    }


def _pointed_at(clause: Clause, view: View, index: StoryIndex) -> Iterator[str]:
    """The place that a relative clause says something of: *Nesundet, der to skip kolliderte*."""
    first = next((t for t in clause.tokens if t.pos != "PUNCT"), None)
    if first is None or first.text.lower() not in load_event_words().where or clause.parent is None:
        return
    for _start, end, entity in view.names_in(Span(max(0, first.start - LOOK_BACK * 2), first.start)):
        if view.doc.text[end : first.start] in (", ", " ") and index.entities[entity].type in ("LOC", "GPE"):
            yield index.base(entity)


def _is_home(name: Name, clause: Clause) -> bool:
    """True where the place tells who does it or tells of it, not where: *regjeringen i Oslo møter FN*."""
    inside = {t.index: t for t in clause.tokens}
    cited = {t.head for t in clause.tokens if t.dep == "case" and t.text.lower() in ACCORDING}
    token = next((t for t in clause.tokens if name[0] <= t.start < name[1]), None)
    while token is not None and token.dep in ("nmod", "conj", "flat:name", "appos") and token.head != token.index:
        token = inside.get(token.head)
        if token is not None and token.index in cited:
            return True  # *ifølge medier i Japan*
        if token is not None and token.dep == "nsubj" and token.pos in ("NOUN", "PROPN"):
            if token.lemma.lower() in load_event_words().assemblies:
                return False  # *kommunestyret i Nes vedtok*: it sits there
            return not any(noun.index == token.index for _, noun in nouns_of(clause))
    return False


def _settled(nouns: Sequence[Token], known: Mapping[str, str]) -> Iterator[str]:
    """Where the things are that definite nouns name."""
    for noun in nouns:
        if noun.pos == "NOUN" and noun.has("Definite=Def"):
            place = known.get(load_bridge().key(noun.lemma.lower()))
            if place is not None:
                yield place


def _each(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))


def _is_house(name: Name, clause: Clause, view: View, index: StoryIndex) -> bool:
    """A body after *på, ved* that hangs on the verb (not *aksjen i Storfoss*), or that is a building."""
    known, before = index.entities[name[2]], _word_before(name[0], view)
    if known.type != "ORG" or before not in ("på", "ved", "i", "fra", "frå"):
        return False
    building = known.name.lower().endswith(load_event_words().venues)
    if building and before not in ("fra", "frå"):
        return True
    measures = {t.index for t in clause.tokens if t.pos in ("NUM", "SYM") or t.lemma.lower() in MEASURES}
    inside = (t for t in clause.tokens if name[0] <= t.start < name[1])
    hangs = any((t.head == clause.head.index and t.dep == "obl") or t.head in measures for t in inside)
    return (before in ("på", "ved") or building) and hangs


def _stands_beside(noun: Token, named: Sequence[Name]) -> bool:
    """True for a noun right before a name, which tells what that is: *i regionen Amur*."""
    return any(noun.end < start <= noun.end + 1 for start, _, _ in named)


def _by_noun(tokens: Sequence[Token], index: StoryIndex) -> Iterator[str]:
    """Places that a definite noun stands for: *tunnelen* in a story with one name that ends in it."""
    for noun in tokens:
        if noun.pos == "NOUN" and noun.has("Definite=Def") and noun.lemma.lower() not in NAMELESS:
            found = index.places_ending(noun.lemma.lower())
            if len(found) == 1:
                yield found[0]


def participants_of(
    clause: Clause, view: View, index: StoryIndex, said: Statement | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who takes part: (those of the subject, all). ``said`` is the statement that the clause stands in."""
    agents = [*_actors(names_among(clause.subject, view), view, index)]
    if not agents:
        agents += _stood_for(clause.subject, view, index, said)
    others = _actors([n for n in names_among(clause.tokens, view) if not _is_cited(n, clause, index)], view, index)
    meant = _meant(clause, view, index)
    we = said is not None and any(
        t.text.lower() in load_cues().first_person and t.dep.startswith("nsubj") for t in clause.tokens
    )
    spoken = _holders(said, view, index) if said is not None and we else ()
    bodies = _telling_bodies(said, view, index) if said is not None else ()
    return _each(iter((*agents, *spoken))), _each(iter((*agents, *spoken, *others, *meant, *bodies)))


def _meant(clause: Clause, view: View, index: StoryIndex) -> Iterator[str]:
    """Whom the nouns stand for that the verb governs: *avskjediget rektoren*, *ble dømt av lagmannsretten*."""
    governed = (t for t in clause.tokens if t.head == clause.head.index and t.dep in GOVERNED)
    for noun in governed:
        if noun.pos == "NOUN" and noun.has("Definite=Def"):
            yield from _titled(noun, view, index)


def _is_cited(name: Name, clause: Clause, index: StoryIndex) -> bool:
    """True for a person after *ifølge*, who tells of it and takes no part; a body may tell of its own doings."""
    before = [t for t in clause.tokens if t.start < name[0]][-CITED_REACH:]
    cited = any(t.text.lower() in ACCORDING for t in before)
    return cited and index.entities[index.base(name[2])].type == "PER"


def _telling_bodies(said: Statement, view: View, index: StoryIndex) -> tuple[str, ...]:
    """The authority or organisation that tells of its own doings: *Vegvesenet melder at veien er stengt*."""
    if said.mode != "indirect" or not any(p.kind in ("government", "organisation") for p in said.holders):
        return ()
    found = (index.entities[e] for e in _holders(said, view, index))
    return tuple(e.id for e in found if e.type == "ORG" and e.name.lower() not in index.outlets)


def _actors(named: Sequence[Name], view: View, index: StoryIndex) -> Iterator[str]:
    """The entities of the names that can act."""
    yield from (index.base(n[2]) for n in named if _takes_part(n, view, index))


def _takes_part(name: Name, view: View, index: StoryIndex) -> bool:
    known = index.entities[index.base(name[2])]
    if known.name.lower() in index.outlets or view.doc.text[max(0, name[0] - 40) : name[0]].count(" mellom "):
        return False
    words = load_event_words()
    placed = is_place(name, view, index, words.place_before | words.way_before)
    return known.type in ("PER", "ORG") or (known.type == "GPE" and not placed)


def _stood_for(subject: Sequence[Token], view: View, index: StoryIndex, said: Statement | None) -> Iterator[str]:
    """Whom *han*, *klubben* or *politiet* stands for: the person or body named last before, the story's one police."""
    top = next((t for t in subject if all(o.index != t.head or o.index == t.index for o in subject)), None)
    if top is None:
        return
    word = top.text.lower()
    if len(subject) == 1 and word in HE_OR_SHE:
        spoken = _holders(said, view, index) if said is not None and said.mode == "indirect" else ()
        yield from (*_last_named(top, "PER", view, index), *spoken)[:1]
    elif top.has("Definite=Def"):
        yield from _named_by(top, view, index)


def _named_by(noun: Token, view: View, index: StoryIndex) -> tuple[str, ...]:
    """Whom a definite noun stands for: one with that title or ending in the story, else the body named last before."""
    known = _titled(noun, view, index)
    if known:
        return known
    if noun.text.lower().endswith(tuple(load_cues().body_nouns)):
        return _last_named(noun, "ORG", view, index)
    return index.only_body(load_cues().bodies.get(noun.lemma.lower(), ""))


def _titled(noun: Token, view: View, index: StoryIndex) -> tuple[str, ...]:
    """The one of the story with that title, or the body whose name ends in the noun."""
    known = index.epithets.get(load_bridge().key(noun.lemma.lower())) or body_ending(
        index, view.doc.id, noun.start, noun.text
    )
    return (index.base(known),) if known is not None and index.entities[index.base(known)].type in ACTING else ()


def _last_named(token: Token, kind: NameType, view: View, index: StoryIndex) -> tuple[str, ...]:
    """The entity of that type that is named last before a word and is no source."""
    told = set(cited_media(view))
    near = [index.base(e) for _, _, e in view.names_in(Span(max(0, token.start - REACH), token.start)) if e not in told]
    found = [e for e in near if index.entities[e].type == kind and index.entities[e].name.lower() not in index.outlets]
    found = [e for e in found if not index.entities[e].name.lower().endswith(load_event_words().public)]
    return tuple(found[-1:])


def cited_media(view: View) -> list[str]:
    """The outlets and agencies that an article cites, as entity ids: one for each time."""
    parties = (p for s in view.doc[Statement] for p in (*s.chain, *s.holders) if p.kind in MEDIA)
    return [e for p in parties if (e := view.entity_at(p.referent or p.span))]


def _holders(said: Statement, view: View, index: StoryIndex) -> tuple[str, ...]:
    found = (view.entity_at(p.referent) for p in said.holders)
    return tuple(index.base(e) for e in found if e)
