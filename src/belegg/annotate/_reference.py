"""Who a holder is: a name, a title or pronoun that stands for one, or a noun phrase that stands for itself.

A wrong name is worse than none: where two readings are open the name stays empty and the place alone is kept.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from belegg.annotate._given_names import Gender, pronouns
from belegg.annotate._kinds import is_one_of_them, kind_of, writes
from belegg.annotate._lexicon import Lexicon, word_list
from belegg.annotate._lexicon import lexicon as _lexicon
from belegg.annotate._view import View, Words
from belegg.core.annotation import Mention, Party
from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.text.grammar import ARTICLES, HE, OWN, SELF, SHE, THEY

_REACH = 6  # sentences back that a pronoun may look
_MEANT = (("he", HE), ("she", SHE), ("they", THEY), ("it", frozenset(("den", "det"))))
_GENITIVE = ("s", "s'", "'")


@dataclass(frozen=True, slots=True)
class Known:
    """A party met earlier, with the token it stood at: what pronouns and bare nouns point back to."""

    party: Party
    at: int


def party(view: View, lex: Lexicon, words: Words, known: Sequence[Known], quoted: frozenset[int]) -> Party:
    """The party that the words name at this place, given those met before."""
    if view.lows[words[0]] == "vedkommende" and words[1] - words[0] == 1:
        met = next((k.party for k in reversed(known) if k.party.kind in ("person", "anonymous", "expert")), None)
        if met is not None:
            return replace(met, span=view.span(words), reasons=("the one met before",))
    pronoun = _pronoun(view, lex, words)
    if pronoun is not None:
        return _by_pronoun(view, lex, words, pronoun, known, quoted)
    named = _as_person(view, name_in(view, words))
    if named is not None and _is_head(view, words, named):
        kind = kind_of(view, lex, words, named)
        full = fullest(view, named)
        return Party(Span(named.start, named.end), full.name, kind, Span(named.start, named.end), ("name",))
    return _by_noun(view, lex, words, known, quoted)


def _as_person(view: View, named: Mention | None) -> Mention | None:
    """*Bø* is the person *Tor Bø* where the article has one and the model took the surname for a place."""
    if named is None or named.type == "PER":
        return named
    bearer = next((m for m in view.mentions if m.type == "PER" and m.name.split()[1:] == [named.name]), None)
    return replace(named, type="PER") if bearer is not None else named


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
    if not before:
        after = [i for i in range(*words) if view.tokens[i].start >= m.end]
        if after and view.lows[after[0]] in OWN:
            return False  # *Sp sitt reknestykke*
        genitive = view.doc.text[m.start : m.end].endswith(_GENITIVE) and bool(after)
        return not (genitive and view.tokens[after[0]].pos in ("NOUN", "ADJ"))
    last = before[-1]
    if m.type != "PER" and any(view.lows[last] in _lexicon().holders[kind] for kind in ("person", "document")):
        return False
    if m.type == "PER":
        return view.tokens[last].pos != "ADP" or any(view.lows[i] == "," for i in before)
    return view.tokens[last].pos in ("ADJ", "NOUN", "DET") and not any(view.tokens[i].pos == "ADP" for i in before)


def fullest(view: View, named: Mention) -> Mention:
    """The longest name in the article that ends like this one (*Nordbø* → *Arne Nordbø*)."""
    if named.type != "PER":
        return named
    parts = named.name.split()
    same = [m for m in view.mentions if m.type == "PER" and m.name.split()[-len(parts) :] == parts]
    return max(same, key=lambda m: (len(m.name.split()), -m.start), default=named)


def _pronoun(view: View, lex: Lexicon, words: Words) -> str | None:
    itself = words[1] - words[0] == 2 and view.lows[words[0] + 1] in SELF
    if not (itself or words[1] - words[0] == 1) or view.mention_of[words[0]] >= 0:
        return None
    low = view.lows[words[0]]
    return next((who for who, forms in _MEANT if low in forms), None)


def gender_of(view: View, named: Mention) -> Gender | None:
    """By the first name of the person's fullest form; None where unknown."""
    full = fullest(view, named)
    parts = full.name.replace("-", " ").split()
    return pronouns().get(parts[0]) if parts and len(full.name.split()) > 1 else None


def _by_pronoun(
    view: View, lex: Lexicon, words: Words, pronoun: str, known: Sequence[Known], quoted: frozenset[int]
) -> Party:
    here = view.span(words)
    if pronoun in ("he", "she"):
        found = _person_before(view, words[0], "he" if pronoun == "he" else "she", known, quoted)
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


def _person_before(
    view: View, at: int, gender: Gender, known: Sequence[Known], quoted: frozenset[int]
) -> Mention | None:
    """The nearest fitting person: subjects before others, sentence by sentence, words of others left aside."""
    number = view.sentence_of[at]
    weights: list[tuple[float, int, Mention]] = []
    holders = {k.party.referent.start: k.at for k in known if k.party.referent is not None}
    people = {(m.start, m.end): m for m in reversed(view.mentions) if m.type == "PER"}
    for k in known:
        m = people.get((k.party.referent.start, k.party.referent.end)) if k.party.referent else None
        back = number - view.sentence_of[k.at]
        if m and k.at < at and back <= 2 and gender_of(view, m) in (None, gender):
            weights.append((2.4 - back + 1.2 * (gender_of(view, m) == gender), k.at, m))
    for back in range(_REACH + 1):
        if number - back < 0:
            break
        sentence = view.sentences[number - back]
        for i in range(sentence.first, min(sentence.last, at)):
            m = _person_at(view, i)
            if m is None or i in quoted or gender_of(view, m) not in (None, gender):
                continue
            weights.append((_salience(view, i, m, back, holders, gender), i, m))
        if weights and back >= 2:
            break
    return max(weights, key=lambda w: (w[0], w[1]))[2] if weights else None


def _person_at(view: View, i: int) -> Mention | None:
    """The person whose name begins at this token, unless it is a possessor."""
    number = view.mention_of[i]
    if number < 0 or (i > 0 and view.mention_of[i - 1] == number):
        return None
    m = _as_person(view, view.mentions[number])
    if m is None or m.type != "PER":
        return None
    caption = view.block(i).kind == "caption"
    return None if caption else m


def _salience(view: View, i: int, m: Mention, back: int, holders: dict[int, int], gender: Gender) -> float:
    """Nearness, subjecthood, having spoken, and a first name that fits."""
    end = next((k for k in range(i, len(view.tokens)) if view.mention_of[k] != view.mention_of[i]), i + 1) - 1
    head = next((k for k in range(i, end + 1) if not i <= view.tokens[k].head <= end), i)
    dep = view.tokens[head].dep
    governor = view.tokens[view.tokens[head].head]
    subject = dep in ("nsubj", "nsubj:pass") or (
        dep in ("flat:name", "appos", "nmod", "flat") and governor.dep.startswith("nsubj")
    )
    score = -1.0 * back + 1.6 * subject + 1.2 * (gender_of(view, m) == gender)
    score += 0.8 * (m.start in holders)
    possessor = view.doc.text[m.start : m.end].endswith("s") and dep in ("nmod", "nmod:poss")
    return score - 1.0 * possessor


def _by_noun(view: View, lex: Lexicon, words: Words, known: Sequence[Known], quoted: frozenset[int]) -> Party:
    """A noun phrase: the bearer of the title, the body met before that it calls, or itself."""
    here = view.span(words)
    kind = kind_of(view, lex, words, None)
    noun = _head_noun(view, words)
    if noun is not None and kind not in ("anonymous", "collective", "document"):
        bearer = _title_bearer(view, noun, words)
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
    if noun is not None and words[1] - words[0] == 1 and view.lows[noun].endswith(lex.epithets):
        only = _only_person(view, words[0], quoted)
        if only is not None and _definite_stem(view.lows[noun]) != view.lows[noun]:
            kind = kind_of(view, lex, words, only)
            return Party(here, fullest(view, only).name, kind, Span(only.start, only.end), ("the one person at hand",))
    if noun is not None and view.lows[noun] in lex.stand_ins and words[1] - words[0] <= 2:
        body = _body(view, lex, noun, known)
        if body is not None:
            return Party(
                here, body.name, kind_of(view, lex, words, body), Span(body.start, body.end), ("stands for a name",)
            )
    return Party(here, view.text(words), kind, None, ("noun phrase",))


def _head_noun(view: View, words: Words) -> int | None:
    """The last noun before the first preposition."""
    found = None
    for i in range(*words):
        if view.tokens[i].pos == "ADP" and found is not None:
            break
        if view.tokens[i].pos in ("NOUN", "PROPN", "ADJ"):
            found = i
    return found


def _definite_stem(low: str) -> str:
    """*brannsjefen* → *brannsjef*, *politileiaren* → *politileiar*, *dronninga* → *dronning*."""
    for ending in ("eren", "aren"):
        if low.endswith(ending):
            return low[:-2]
    for ending in ("en", "et", "a"):
        if low.endswith(ending) and len(low) - len(ending) > 3:
            return low[: -len(ending)]
    return low


def _title_bearer(view: View, noun: int, words: Words) -> Mention | None:
    """The person whose title the definite noun repeats, wholly or as its last part; the nearest before, else after."""
    low = view.lows[noun]
    stem = _definite_stem(low)
    if stem == low or len(stem) < 4 or any(view.lows[i] in ARTICLES for i in range(*words)):
        return None
    roles: dict[Span, list[str]] = {}
    for r in view.roles:
        roles.setdefault(r.mention, []).append(view.doc.text[r.start : r.end].lower())
    titled = [m for m in view.mentions if m.type == "PER" and _titled(view, m, roles.get(m.span, ()), stem)]
    here = view.tokens[noun].start
    before = [m for m in titled if m.start < here]
    after = [m for m in titled if m.start >= here]
    if before:
        return before[-1]
    return after[0] if after and len({fullest(view, m).name for m in after}) == 1 else None


def _titled(view: View, m: Mention, roles: Sequence[str], stem: str) -> bool:
    """True where a role of the person, or the noun beside the name, ends in the stem."""
    words = {w.strip(",.") for role in roles for w in role.split()}
    i = bisect_left(view.tokens, m.start, key=_start)
    if i < len(view.tokens):
        if i > 0 and view.tokens[i - 1].pos in ("NOUN", "ADJ"):
            words.add(view.lows[i - 1])
        end = bisect_left(view.tokens, m.end, lo=i, key=_start)
        if end + 1 < len(view.tokens) and view.lows[end] == "," and view.tokens[end + 1].pos == "NOUN":
            words.add(view.lows[end + 1])
    if stem == "statsråd" and any(w.endswith("minister") for w in words):
        return True
    return any(w.endswith(stem) or (w.endswith(stem.removesuffix("e")) and len(stem) > 5) for w in words)


def _start(token: Token) -> int:
    return token.start


def _only_person(view: View, at: int, quoted: frozenset[int]) -> Mention | None:
    """The one person whom this sentence and the two before name; None where they name two or nobody."""
    number = view.sentence_of[at]
    first = view.sentences[max(0, number - 2)].first
    people = [m for i in range(first, at) if i not in quoted and (m := _person_at(view, i)) is not None]
    return people[-1] if len({fullest(view, m).name for m in people}) == 1 else None


def _one_more(view: View, words: Words, known: Sequence[Known]) -> bool:
    """*sier en annen*, after an unnamed source: one more of them."""
    if known and known[-1].party.kind == "anonymous" and all(view.lows[i] in _MORE for i in range(*words)):
        return True
    named = (k.at for k in known if k.party.referent)
    return is_one_of_them(view, words, named)


_MORE = word_list("more")


def _unnamed_before(view: View, noun: int | None, words: Words, known: Sequence[Known]) -> Party | None:
    """*tjenestemannen*, after *en ikke navngitt tjenestemann*: the unnamed one whom the definite noun repeats."""
    stem = _definite_stem(view.lows[noun]) if noun is not None and words[1] - words[0] < 3 else ""
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
    stem = _definite_stem(low)
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
