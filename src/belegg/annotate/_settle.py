"""From drafts to statements: names, kinds, chains, stances, nesting and ids."""

from collections.abc import Sequence
from dataclasses import replace

from belegg.annotate._draft import Draft, Found
from belegg.annotate._interviews import interviewee
from belegg.annotate._kinds import is_expert
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._met import without_met
from belegg.annotate._outlet import own_names, same_outlet
from belegg.annotate._persons import Known, fullest
from belegg.annotate._reference import party
from belegg.annotate._stance import hedges, stance_of
from belegg.annotate._view import OPENING, View, Words
from belegg.core.annotation import HolderKind, Mention, Mode, Party, Statement
from belegg.text.grammar import DEFINITE_ARTICLES, DEMONSTRATIVES, GET, NOBODY, THIRD_PERSON

_MAIN = ("root", "conj", "parataxis", "cop", "aux")
_SOURCES = tuple(word_list("sources"))
_THE_SOURCE = tuple(word_list("the_source"))
_DEFINITE = THIRD_PERSON | DEFINITE_ARTICLES | DEMONSTRATIVES | NOBODY | {"begge", "alle"}


def settle(view: View, lex: Lexicon, found: Found) -> tuple[Statement, ...]:
    """Resolves the drafts in text order (a pronoun may point to the holder before) and numbers them."""
    found.drafts[:] = [replace(d, holders=tuple(without_met(view, w) for w in d.holders)) for d in found.drafts]
    drafts = sorted(_distinct(found.drafts), key=lambda d: (d.start, -d.end, d.anchor))
    holders = _holders(view, lex, drafts, found)
    for draft in drafts:
        holders[id(draft)] = _not_the_speaker(holders, draft, _outer(draft, drafts))
    drafts = [d for d in drafts if not _says_again(holders, d, _outer(d, drafts))]
    own = own_names(view)
    out: list[Statement] = []
    ids = {id(d): f"{view.doc.id}-s{n}" for n, d in enumerate(drafts, 1)}
    for draft in drafts:
        outer = _outer(draft, drafts)
        relays = [
            party(view, lex, words, [], frozenset()) for words in _relay_words(view, found, draft, holders[id(draft)])
        ]
        speakers = {p.name for p in holders[id(draft)] if p.name}  # *Moe går av. Det sier hun*: told by nobody else
        others = (p for p in relays if p.name not in speakers and not same_outlet(p, own))
        chain = [p for p in others if not _nameless(view, lex, p)]
        if _own_knowledge(draft, holders[id(draft)]) and not chain and outer is None:
            continue
        if _own_knowledge(draft, holders[id(draft)]) and chain and _found_out(view, draft):
            holders[id(draft)], chain = (chain[0],), chain[1:]
        if outer is not None:
            chain = [*chain, *holders[id(outer)]]
        out.append(
            _statement(view, lex, draft, ids[id(draft)], holders[id(draft)], chain, ids[id(outer)] if outer else None)
        )
    return tuple(out)


def _own_knowledge(draft: Draft, holders: Sequence[Party]) -> bool:
    """*Kystposten erfarer at* in Kystposten itself, no source told: the article's own words, a report."""
    return draft.told_outlet and all(not p.name and p.span is None for p in holders)


def _found_out(view: View, draft: Draft) -> bool:
    """*etter det Kystposten erfarer, kjenner til* in another outlet: Kystposten is the source; *får vite* has one."""
    return not any(view.lows[i] in GET for i in draft.cue)


def _nameless(view: View, lex: Lexicon, p: Party) -> bool:
    """*skriver hun i en e-post til avisen*, where no other outlet is named: the article's own."""
    low = p.name.lower()
    own = p.referent is None and " " not in low and (low in lex.holders["media"] or low in lex.holders["agency"])
    return own and "Definite=Def" in next((t.feats for t in view.tokens if p.span and t.start == p.span.start), "")


def _not_the_speaker(holders: dict[int, tuple[Party, ...]], draft: Draft, outer: Draft | None) -> tuple[Party, ...]:
    """*– Han mener at …, sier Dal*: a third person inside somebody's words is not that somebody."""
    mine = holders[id(draft)]
    if outer is None or outer.mode != "direct":
        return mine
    speakers = {p.name for p in holders[id(outer)]}
    reason = ("pronoun inside a quotation",)
    return tuple(
        Party(p.span, "", p.kind, None, reason) if p.name in speakers and "pronoun" in p.reasons else p for p in mine
    )


def _says_again(holders: dict[int, tuple[Party, ...]], draft: Draft, outer: Draft | None) -> bool:
    """*Moe sier at han tror P*: what somebody tells of his own thoughts is one statement, not two."""
    if outer is None or outer.mode == "direct" or len(draft.holders) != 1:
        return False
    names = {p.name for p in holders[id(outer)] if p.name}
    return any(p.name in names and any("pronoun" in r for r in p.reasons) for p in holders[id(draft)])


def _relay_words(view: View, found: Found, draft: Draft, holders: Sequence[Party]) -> list[Words]:
    """The relays written at the draft, or the outlet that the sentence before names as the hearer of *kilden*."""
    written = list(dict.fromkeys(r.words for r in draft.relays if r.words))
    if len(draft.holders) == 1 and (owner := _outlets_source(view, draft.holders[0])):
        written = [owner, *written]
    if written or not draft.holders or not any(p.kind == "anonymous" for p in holders):
        return written
    if not view.lows[draft.holders[0][0]].endswith(_THE_SOURCE):
        return written
    number = view.sentence_of[draft.anchor]
    return [words for at, words in found.pointers if number - at in (0, 1)][-1:]


def _outlets_source(view: View, holder: Words) -> Words | None:
    """*New York Times' kilder*: the outlet whose sources they are is a relay."""
    number = view.mention_of[holder[0]]
    end = holder[0]
    while end < holder[1] and view.mention_of[end] == number >= 0:
        end += 1
    source = end < holder[1] and view.lows[end].endswith(_SOURCES)
    return (holder[0], end) if number >= 0 and source and view.mentions[number].type in ("ORG", "PROD") else None


def _statement(
    view: View,
    lex: Lexicon,
    draft: Draft,
    number: str,
    holders: Sequence[Party],
    chain: Sequence[Party],
    inside: str | None,
) -> Statement:
    return Statement(
        id=number,
        article=view.doc.id,
        content=tuple(view.span(w) for w in draft.content),
        mode=_mode(view, draft),
        cue=tuple(view.tokens[i].span for i in sorted(set(draft.cue))),
        holders=tuple(holders),
        chain=tuple(_relay_kind(p) for p in chain),
        stance=stance_of(view, lex, draft),
        hedge=hedges(view, lex, draft.content),
        attitude="concern" if draft.entry is not None and draft.entry.concern else None,
        addressee=party(view, lex, draft.addressee, [], frozenset()) if draft.addressee else None,
        inside=inside,
    )


def _relay_kind(p: Party) -> Party:
    """An organisation that passes words on is an outlet."""
    return replace(p, kind="media") if p.kind == "organisation" else p


def _distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft for one content: the surer finder came first."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(_same(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _same(a: Draft, b: Draft) -> bool:
    return a.content == b.content and (a.holders == b.holders or not a.holders or not b.holders)


def _holders(view: View, lex: Lexicon, drafts: Sequence[Draft], found: Found) -> dict[int, tuple[Party, ...]]:
    """The parties of every draft, found in the order of their attributions."""
    out: dict[int, tuple[Party, ...]] = {}
    known: list[Known] = []
    waiting: list[Draft] = []
    quoted = frozenset(found.quoted)
    asked = interviewee(view, found, drafts) if any(d.answer for d in drafts) else None
    answers = (_person(view, lex, asked, "the one who is interviewed"),) if asked else ()
    for draft in sorted(drafts, key=lambda d: d.anchor):
        if draft.holders:
            parties = tuple(party(view, lex, words, known, quoted) for words in draft.holders)
            if draft.cue and view.lows[draft.cue[0]] in GET:
                parties = tuple(_informant(view, p, w) for p, w in zip(parties, draft.holders, strict=True))
            known.extend(Known(p, draft.anchor) for p in parties if draft.anchor not in quoted)
        elif draft.answer and asked is not None and not _another_speaks(view, draft, known, asked, quoted):
            parties = answers
            known.extend(Known(p, draft.anchor) for p in parties)
        elif draft.carried and not draft.headline:
            parties = _carried(view, lex, draft, known, quoted)
            known.extend(Known(p, draft.anchor) for p in parties if p.referent is not None)
        else:
            parties = ()
            waiting.append(draft)
        out[id(draft)] = parties
    for draft in waiting:
        out[id(draft)] = _later(view, draft, drafts, out)
    for draft in drafts:
        if draft.mode == "direct" and not out[id(draft)]:
            out[id(draft)] = _later(view, draft, drafts, out) or _only_speaker(drafts, out) or answers
    return out


def _informant(view: View, p: Party, words: Words) -> Party:
    """*får avisen opplyst av to ansatte*: people whom an outlet has asked and does not name are unnamed sources."""
    known = p.referent is not None or p.kind not in ("person", "collective")
    definite = view.tokens[words[0]].pos not in ("NUM", "DET") and "Definite=Def" in view.tokens[words[0]].feats
    return p if known or definite or view.lows[words[0]] in _DEFINITE else replace(p, kind="anonymous")


def _carried(
    view: View, lex: Lexicon, draft: Draft, known: Sequence[Known], quoted: frozenset[int]
) -> tuple[Party, ...]:
    """A quotation without attribution is his whom the sentence before is about, else the last speaker's near it."""
    person = _told_of(view, draft, known, quoted)
    if person is not None:
        return (_person(view, lex, person, "who the sentence before is about"),)
    for k in reversed(known):
        if k.party.kind == "document":
            continue  # paper is no talker
        if k.at < draft.anchor and view.block_of[draft.anchor] - view.block_of[k.at] <= 3:
            return (replace(k.party, span=None, reasons=("speaker of the words before",)),)
    return ()


def _person(view: View, lex: Lexicon, person: Mention, reason: str) -> Party:
    """Somebody who is named elsewhere, as the source."""
    kind: HolderKind = "expert" if is_expert(view, lex, person) else "person"
    return Party(None, fullest(view, person).name, kind, person.span, (reason,))


def _another_speaks(view: View, draft: Draft, known: Sequence[Known], asked: Mention, quoted: frozenset[int]) -> bool:
    """True where the desk has let another person speak since it named the one who is interviewed last."""
    before = (k for k in reversed(known) if k.at < draft.anchor and k.party.kind in ("person", "expert"))
    last = next((k for k in before if k.party.referent is not None), None)
    if last is None or last.party.name == fullest(view, asked).name:
        return False
    since = (view.mention_of[i] for i in range(last.at, draft.anchor) if i not in quoted)
    return not any(n >= 0 and fullest(view, view.mentions[n]).name == asked.name for n in since)


def _told_of(view: View, draft: Draft, known: Sequence[Known], quoted: frozenset[int]) -> Mention | None:
    """The one person who is a subject of the desk's sentence before, if nobody has spoken since."""
    number = view.sentence_of[draft.start] - 1
    if number >= 0 and _heading_like(view, number):
        number -= 1
    if number < 0 or view.lows[view.sentences[number].last - 1] not in (".", ":"):
        return None
    words = range(view.sentences[number].first, view.sentences[number].last)
    spoken = [k.at for k in known if words[0] <= k.at < draft.anchor]
    if any(i in quoted for i in words) or any(view.tokens[at].dep in _MAIN for at in spoken):
        return None
    people = [
        view.mentions[view.mention_of[i]]
        for i in words
        if view.mention_of[i] >= 0
        and view.mentions[view.mention_of[i]].type == "PER"
        and view.tokens[i].dep in ("nsubj", "nsubj:pass")
        and (not spoken or view.tokens[view.tokens[i].head].dep in _MAIN)
    ]
    return people[0] if len({fullest(view, m).name for m in people}) == 1 else None


def _heading_like(view: View, number: int) -> bool:
    s = view.sentences[number]
    return s.last - s.first < 8 and view.lows[s.last - 1] not in (".", "!", "?", ":")


def _later(
    view: View, draft: Draft, drafts: Sequence[Draft], parties: dict[int, tuple[Party, ...]]
) -> tuple[Party, ...]:
    """A headline's words are those of the later statement that shares most words with them; else nobody's known.

    One that denies is of who denies, not of who says what it denies.
    """
    if draft.stance == "deny":
        drafts = [d for d in drafts if d.stance == "deny"]
        if (one := _only_denier(draft, drafts, parties)) and not draft.told_outlet:
            return one
    mine = _stems(view, draft)
    best: tuple[Party, ...] = ()
    score = 0.0
    for other in drafts:
        if other is draft or not other.holders or not parties.get(id(other)):
            continue
        if draft.mode == "direct" and all(p.kind == "document" for p in parties[id(other)]):
            continue  # paper is no talker
        theirs = _stems(view, other)
        share = len(mine & theirs) / max(1, len(mine))
        if share > score:
            best, score = parties[id(other)], share
    enough = score >= 0.5 or draft.told_outlet
    if draft.told_outlet:
        return _anonymous_after(draft, drafts, parties)
    return tuple(replace(p, span=None, reasons=("speaker of the same words",)) for p in best) if enough else ()


def _only_denier(draft: Draft, drafts: Sequence[Draft], parties: dict[int, tuple[Party, ...]]) -> tuple[Party, ...]:
    """Those who deny later in the article, where all denials are theirs."""
    found = [parties[id(d)] for d in drafts if d.anchor > draft.anchor and d.holders and parties.get(id(d))]
    one = {tuple(p.name for p in own) for own in found}
    return tuple(replace(p, span=None, reasons=("who denies",)) for p in found[0]) if len(one) == 1 else ()


def _only_speaker(drafts: Sequence[Draft], parties: dict[int, tuple[Party, ...]]) -> tuple[Party, ...]:
    """The one person to whom the article gives words."""
    spoken = (p for d in drafts if d.holders for p in parties[id(d)])
    people = {p.name: p for p in spoken if p.kind in ("person", "expert") and p.name}
    one = list(people.values())
    return (replace(one[0], span=None, reasons=("the only speaker",)),) if len(one) == 1 else ()


def _anonymous_after(draft: Draft, drafts: Sequence[Draft], parties: dict[int, tuple[Party, ...]]) -> tuple[Party, ...]:
    """*Kystkanalen får opplyst at …*: the unnamed source of the next statement is meant, if there is one."""
    later = sorted((d for d in drafts if d.anchor > draft.anchor), key=lambda d: d.anchor)[:1]
    found = parties.get(id(later[0]), ()) if later else ()
    named = tuple(replace(p, span=None) for p in found if p.kind == "anonymous")
    return named or (Party(None, "", "anonymous", reasons=("the outlet names no source",)),)


def _stems(view: View, draft: Draft) -> set[str]:
    return {
        view.lows[i][:5]
        for a, b in draft.content
        for i in range(a, b)
        if view.tokens[i].pos in ("NOUN", "VERB", "PROPN", "ADJ", "NUM")
    }


def _outer(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The smallest statement whose content holds this one's cue and content."""
    spots = {*draft.cue, draft.start} if draft.cue else {draft.start}
    around = [
        d
        for d in drafts
        if d is not draft and all(d.covers(i) for i in spots) and (d.start, d.end) != (draft.start, draft.end)
    ]
    return min(around, key=lambda d: d.end - d.start, default=None)


def _mode(view: View, draft: Draft) -> Mode:
    """Indirect speech with somebody's very words in marks is mixed; a name in marks is no quotation."""
    if draft.mode != "indirect":
        return draft.mode
    first, last = draft.start, draft.end
    for i in range(max(0, first - 1), last):
        marks = view.lows[i] in _MARKS and (draft.covers(i) or i == first - 1) and i + 1 < last
        if marks and not _names_a_work(view, i + 1, first):
            return "mixed"
    return "indirect"


_MARKS = OPENING - {"'", "’", "‘"}


def _names_a_work(view: View, i: int, first: int) -> bool:
    """A name, or a capital within the clause, after the mark: a title."""
    return view.mention_of[i] >= 0 or (view.tokens[i].text[:1].isupper() and i > first + 1)
