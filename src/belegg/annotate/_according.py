"""Sources without a verb: *ifølge X*, *etter X' mening*, *slik X ser det*, and headings of the form *X: content*."""

from dataclasses import dataclass, replace

from belegg.annotate._attribution import attribution_at, company, cue_at, is_newsroom, preposition_at
from belegg.annotate._draft import Draft, Found, Relay
from belegg.annotate._lexicon import Lexicon, lexicon, word_list
from belegg.annotate._met import met_at, met_source, passes_on
from belegg.annotate._nominals import is_own, phrase_from, split_holders
from belegg.annotate._quotes import joined, trimmed
from belegg.annotate._view import STOPS, View, Words
from belegg.text.grammar import CLAUSE_JOINTS, CONDITIONS, OWN, RELATIVES, THEIRS, THIRD_PERSON, WHEN, WHILE

_PLANS = word_list("plans")
_HEADS = ("anonymous", "expert", "government", "collective", "media", "agency", "document", "person", "organisation")
_FROM = (("fra",), ("frå",), ("av",))
_FURTHER = word_list("further")
_QUOTE = frozenset(("quote",))
_CLAUSES = RELATIVES | WHEN | CONDITIONS | {"at", "om"}
_ASIDE = 12  # words that may stand between *som X sier* and the verb of its sentence
_OWNER = OWN | THEIRS
_JOINTS = CLAUSE_JOINTS | WHILE
_LEARNING = word_list("learning")  # the outlet learns; any other verb has a source
_THOUGHTS = frozenset(("foresee", "wish", "want", "worry", "warn", "threaten", "announce", "urge", "promise", "doubt"))


@dataclass(frozen=True, slots=True)
class _Source:
    """A source phrase: its words, the cue within it and the noun phrase it names."""

    words: Words
    cue: tuple[int, ...]
    holder: Words
    told: bool = False
    relays: tuple[Relay, ...] = ()


def find_according(view: View, lex: Lexicon, found: Found) -> None:
    """Adds statements by *ifølge* and its like; where the sentence has a source already, the new one is a relay."""
    for number, sentence in enumerate(view.sentences):
        within = (sentence.first, sentence.last)
        i = within[0] if number not in found.pointing else within[1]
        while i < within[1]:
            source = _source_at(view, lex, i, within)
            if source and source.cue[0] not in found.used_cues:
                _take(view, lex, found, source, within)
                i = source.words[1]
            else:
                i += 1


def _source_at(view: View, lex: Lexicon, i: int, within: Words) -> _Source | None:
    told = _as_told(view, lex, i, within)
    if told is not None:
        return told
    said = _as_said(view, lex, i, within)
    if said is not None:
        return said
    length = preposition_at(view, lex, i, within[1])
    if length:
        words = _named_source(view, i, i + length, within)
        if words is None or (any(view.lows[k] in _PLANS for k in range(*words)) and words[1] - words[0] == 1):
            return None
        end, relays = _fetched(view, lex, words[1], within)
        return _Source((i, end), tuple(range(i, i + length)), words, relays=relays)
    return _opinion(view, lex, i, within)


def _as_told(view: View, lex: Lexicon, i: int, within: Words) -> _Source | None:
    """*etter det X opplyser*, *så vidt X vet*, *etter det X får bekreftet fra Y*."""
    for before, after in lex.as_told.get(view.lows[i], ()):
        words = phrase_from(view, i + len(before), within[1]) if view.matches(i, before, within[1]) else None
        if words is None or not view.matches(words[1], after, within[1]):
            continue
        end = words[1] + len(after)
        cue = (*range(i, i + len(before)), *range(words[1], end))
        agent = phrase_from(view, end + 1, within[1]) if view.lows[end : end + 1] in _FROM else None
        if agent is not None:
            return _Source((i, agent[1]), cue, agent, relays=(Relay(words),))
        return _Source((i, end), cue, words, told=bool(after) and after[0] in _LEARNING)
    return None


def _as_said(view: View, lex: Lexicon, i: int, within: Words) -> _Source | None:
    """*Som statsråden understreket i går, er P*: the sentence opens with who said it, and its verb follows."""
    if view.lows[i] != "som" or i != within[0] + (view.lows[within[0]] in CLAUSE_JOINTS):
        return None
    words = phrase_from(view, i + 1, within[1])
    if words is None or is_own(view, lex, words) or not _somebody_known(view, words):
        return None
    k = words[1] + (words[1] < within[1] and view.tokens[words[1]].pos == "ADV")
    if k >= within[1] or not view.is_finite(k) or cue_at(view, lex, k, within[1], _QUOTE) is None:
        return None
    verb = next((m for m in range(k + 2, min(k + _ASIDE, within[1] - 1)) if view.is_finite(m)), None)
    if verb is None or any(view.lows[m] in _CLAUSES or view.lows[m] == ":" for m in range(k + 1, verb)):
        return None
    end = verb - (view.lows[verb - 1] == ",")
    return _Source((i, end), (k,), words, relays=company(view, lex, k + 1, end).relays)


def _somebody_known(view: View, words: Words) -> bool:
    """A name, a pronoun or a definite noun: *som leder sier han* tells in what part somebody speaks."""
    if view.lows[words[0]] in THIRD_PERSON or any(True for _ in view.names_in(words)):
        return True
    return any("Definite=Def" in view.tokens[k].feats for k in range(*words))


def _opinion(view: View, lex: Lexicon, i: int, within: Words) -> _Source | None:
    """*etter politiets mening*, *i Hovdenaks øyne*."""
    if view.lows[i] not in ("etter", "i", "ut", "på"):
        return None
    for k in range(i + 2, min(i + 8, within[1])):
        if view.lows[k] in lex.opinions:
            owner = (i + 1, k - (view.lows[k - 1] in OWN and k - 1 > i + 1))
            genitive = view.lows[k - 1].endswith(("s", "s'", "'")) or view.lows[k - 1] in _OWNER
            seen = view.lows[k] in ("øyne", "auge", "auger")
            fits = view.lows[i] == ("i" if seen else "etter")
            return _Source((i, k + 1), (i, k), owner) if genitive and fits else None
        if not view.is_nominal(k - 1):
            return None
    return None


def _named_source(view: View, i: int, first: int, within: Words) -> Words | None:
    """The noun phrase after the preposition."""
    met = met_source(view, first, within[1])
    words = met[0] if met is not None else phrase_from(view, first, within[1])
    return words if words is None else _without_contact_clause(view, words)


def _without_contact_clause(view: View, words: Words) -> Words:
    """*en måling Sentio har utført*, *tall NRK har hentet inn*: the noun alone is the source."""
    for k in range(words[0] + 1, words[1]):
        new = view.mention_of[k] >= 0 and view.mention_of[k] != view.mention_of[k - 1]
        noun = view.lows[k - 1]
        source = noun in lexicon().holders["document"] or noun in lexicon().holders["anonymous"]
        if new and view.tokens[k - 1].pos == "NOUN" and source:
            return words[0], k
    return words


def _fetched(view: View, lex: Lexicon, at: int, within: Words) -> tuple[int, tuple[Relay, ...]]:
    """Where the source's own clause ends, and the outlet in it: *et notat (som) NRK har sett*, *kilder til NRK*."""
    if at >= within[1]:
        return at, ()
    met = met_at(view, at, within[1])
    if met is not None:
        return met.words[1], (Relay(met.outlet),) if passes_on(view, met) else ()
    relative = view.lows[at] in ("som", "der")
    first = at + (relative or view.lows[at] == "til")
    outlet = phrase_from(view, first, within[1]) if first < within[1] else None
    named = outlet is not None and outlet[0] == first and is_newsroom(view, lex, outlet)
    relays = (Relay(outlet),) if named and outlet is not None else ()
    if view.lows[at] == "til":
        return (outlet[1], relays) if named and outlet is not None else (at, ())
    if not relative and not (named and outlet is not None and outlet[1] < within[1] and view.is_finite(outlet[1])):
        return at, ()
    return _clause_end(view, at, within), relays


def _clause_end(view: View, at: int, within: Words) -> int:
    """The end of a relative clause at ``at``: its comma or full stop, or the main verb that follows its own."""
    own = False
    for k in range(at, within[1]):
        if view.lows[k] in (",", ".", "!", "?", ":", ";"):
            return k
        if view.is_finite(k):
            if own:
                return k
            own = True
    return within[1]


def _take(view: View, lex: Lexicon, found: Found, source: _Source, within: Words) -> None:
    stop = _stop(view, source.words[1], within)
    final = stop <= source.words[1] or _only_aside(view, source.words[0], source.words[1], stop)
    owner = _owner(view, found, source, within) if final else _passed_on(view, found, source, stop)
    if owner is not None:
        number = found.drafts.index(owner)
        found.drafts[number] = replace(owner, relays=(*owner.relays, Relay(source.holder), *source.relays))
        found.used_cues.update(source.cue)
        return
    passed = None if final else _passing(view, lex, source.words[1], stop)
    stop = passed[0] if passed else stop
    content = _before(view, source, within) if final else _around(view, source, (within[0], stop))
    if not content:
        return
    relays = company(view, lex, source.words[1], stop).relays if final else passed[1] if passed else ()
    relays = (*source.relays, *relays)
    holders = () if source.told else split_holders(view, source.holder)
    relays = (Relay(source.holder), *relays) if source.told else relays
    found.add(
        Draft(content, "indirect", source.cue, source.cue[0], None, "neutral", holders, relays=relays,
              told_outlet=source.told, reason="source phrase")
    )  # fmt: skip


def _passing(view: View, lex: Lexicon, start: int, stop: int) -> tuple[int, tuple[Relay, ...]] | None:
    """*Ifølge X er P, skriver Reuters*: where the second attribution begins, and the outlet as relay."""
    for i in range(start + 1, stop):
        told = attribution_at(view, lex, i, stop) if view.lows[i] == "," else None
        if told is not None and told.holders:
            return i, (*(Relay(w) for w in told.holders), *told.relays)
    return None


def _owner(view: View, found: Found, source: _Source, within: Words) -> Draft | None:
    """The statement of this sentence whose content or attribution the source phrase follows."""
    mine = [d for d in found.drafts if within[0] <= d.anchor < source.words[0] and d.holders]
    mine = [d for d in mine if not any(x is not d and x.covers(d.anchor) for x in found.drafts)]
    return mine[-1] if mine and not _thinks(mine[-1]) and not _hearsay(view, mine[-1], within) else None


def _hearsay(view: View, d: Draft, within: Words) -> bool:
    """*X skal ha skrevet at P, ifølge to kilder*: the sources tell that X wrote."""
    near = [view.lows[k] for k in range(max(within[0], d.anchor - 6), d.anchor)]
    return "ha" in near and ("skal" in near or "skulle" in near)


def _thinks(d: Draft) -> bool:
    """What somebody wants or fears is itself told by the source phrase's holder; what somebody says is passed on."""
    return d.entry is not None and d.entry.group in _THOUGHTS and d.start > d.anchor


def _passed_on(view: View, found: Found, source: _Source, stop: int) -> Draft | None:
    """*Ifølge lokale medier, sier ministeren at …*: a reporting clause after the phrase makes its holder a relay."""
    after = source.words[1] + (source.words[1] < stop and view.lows[source.words[1]] == ",")
    before = source.words[0]
    between = [d for d in found.drafts if before - 2 <= d.anchor < before and d.start in range(after, after + 3)]
    if between:
        return between[0]  # *politiet sier ifølge VG at*
    near = [d for d in found.drafts if d.anchor in (after, after + 1) and d.entry is not None and not _thinks(d)]
    return near[0] if near else None


def _stop(view: View, at: int, within: Words) -> int:
    end = within[1]
    while end > at and view.lows[end - 1] in STOPS:
        end -= 1
    return end


def _only_aside(view: View, before: int, at: int, stop: int) -> bool:
    """After the phrase nothing but an apposition, a relative clause or a further source."""
    if view.lows[before - 1] == "," and not any(view.is_finite(k) for k in range(at, stop)):
        return True
    return view.lows[at] == "," and (
        view.lows[at + 1] in _FURTHER or not any(view.is_finite(k) for k in range(at + 1, stop))
    )


def _clause_start(view: View, source: _Source, within: Words) -> int:
    """The first word of the clause that the phrase stands in: after a joint that opens a new main clause."""
    i = source.words[0]
    if i > within[0] and view.lows[i - 1] in _JOINTS:
        return i
    return within[0]


def _before(view: View, source: _Source, within: Words) -> tuple[Words, ...]:
    first = within[0]
    for i in range(source.words[0] - 1, within[0], -1):
        if view.lows[i - 1] in (":", ";") and view.tokens[i].text[:1].isupper():
            first = i
            break
    words = trimmed(view, (first, source.words[0]))
    return (words,) if words[1] - words[0] > 1 else ()


def _around(view: View, source: _Source, within: Words) -> tuple[Words, ...]:
    """What stands before the phrase in its clause, and what follows it."""
    start = _clause_start(view, source, within)
    if start < source.words[0] and view.lows[source.words[0] - 1] == "som":
        stop = next((k for k in range(source.words[1], within[1]) if view.lows[k] == ","), within[1])
        words = trimmed(view, (source.words[1], stop))
        return (words,) if words[1] - words[0] > 1 else ()
    head = trimmed(view, (start, source.words[0])) if start < source.words[0] else (start, start)
    if head[1] > head[0] and head[1] - head[0] == 1 and view.tokens[head[0]].pos in ("CCONJ", "ADV"):
        head = (head[1], head[1]) if view.tokens[head[0]].pos == "CCONJ" else head
    tail = trimmed(view, (source.words[1], within[1]))
    return tuple(w for w in joined(view, [head, tail]) if w[1] > w[0])


def find_headings(view: View, lex: Lexicon, found: Found) -> None:
    """Adds *Amerikanske medium: Russland ønsker våpen*: in a headline, a noun phrase, a colon, a clause."""
    for run in view.blocks:
        if view.block(run[0]).kind not in ("title", "heading"):
            continue
        if any(view.lows[i] == "." for i in range(run[0], run[1] - 1)):
            continue  # a dateline (*Oslo: …*) opens a paragraph, not a headline
        colon = next((i for i in range(run[0] + 1, min(run[0] + 7, run[1] - 1)) if view.lows[i] == ":"), None)
        if colon is None or colon + 1 in found.quoted or not any(view.is_finite(k) for k in range(colon + 1, run[1])):
            continue
        holder = phrase_from(view, run[0], colon)
        if _elided(view, (colon + 1, run[1])):
            continue
        if holder is None or holder[1] != colon or not _speaks(view, lex, holder):
            continue
        content = trimmed(view, (colon + 1, run[1]))
        found.add(
            Draft((content,), "indirect", (), colon, None, "neutral", split_holders(view, holder), reason="heading")
        )


def _elided(view: View, words: Words) -> bool:
    """*Valget på Nes: Mister fire plasser*: the verb has its subject before the colon, where nobody speaks."""
    return view.is_finite(words[0]) and view.lows[words[1] - 1] != "?" and not view.is_nominal(words[0] + 1)


def _thing_somewhere(view: View, lex: Lexicon, holder: Words) -> bool:
    """*Håndtrykk i Astana*: a noun that cannot speak, before the preposition that brings the name."""
    by = next((k for k in range(*holder) if view.tokens[k].pos == "ADP"), None)
    if by is None or any(view.mention_of[k] >= 0 for k in range(holder[0], by)):
        return False
    return not any(view.lows[k] in lex.holders[kind] for k in range(holder[0], by) for kind in _HEADS)


def _speaks(view: View, lex: Lexicon, holder: Words) -> bool:
    if _thing_somewhere(view, lex, holder):
        return False
    names = list(view.names_in(holder))
    if names:
        return names[-1].type in ("PER", "ORG", "GPE")
    kinds = (
        "anonymous",
        "expert",
        "government",
        "collective",
        "media",
        "media_collective",
        "agency",
        "document",
        "person",
    )
    return any(view.lows[k] in lex.holders[kind] for k in range(*holder) for kind in kinds)
