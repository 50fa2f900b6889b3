"""What kind of source a noun phrase names (annotation.md 5, ``holder_kind``: the first that fits)."""

from bisect import bisect_left
from collections.abc import Iterable
from operator import attrgetter
from typing import cast

from belegg.annotate._attribution import is_newsroom
from belegg.annotate._lexicon import Lexicon, lexicon, word_list
from belegg.annotate._view import View, Words
from belegg.core.annotation import HolderKind, Mention
from belegg.text.grammar import ARTICLES, FROM, ONE

_OWN_CHANNELS = tuple(sorted(word_list("own_channels")))
_NETWORKS = word_list("networks")
_WRITING = word_list("writing")
_AMOUNTS = word_list("amounts")
_SHARES = word_list("shares")
_STATE_MEDIA = word_list("state_media_nouns")
_SINGLE = (ARTICLES | ONE) - {"et", "eit", "ett", "eitt"}  # people
_QUARTERS = word_list("quarters")
_FIRM_ENDS = tuple(word_list("firm_ends"))
_SOURCES = tuple(word_list("sources"))
_ONE = ARTICLES | ONE
_INSIDERS = word_list("insiders")
_SOME_PEOPLE = word_list("some_people")
_OF_SOURCES = word_list("of_sources")
_UNNAMED_ENDS = tuple(sorted(tuple(phrase.split("_")) for phrase in word_list("unnamed_ends")))
_ONE_OF_THEM = frozenset(tuple(phrase.split("_")) for phrase in word_list("one_of_them"))
_NEAR = 2  # sentences in which somebody named may still be meant
_REACH = 8  # sentences in which an article says why it leaves somebody unnamed
_NAMED_KINDS = ("government", "media", "agency", "media_collective")
_ORDER: tuple[tuple[str, HolderKind], ...] = (
    ("agency", "agency"),
    ("media", "media"),
    ("media_collective", "collective"),
    ("government", "government"),
    ("document", "document"),
    ("organisation", "organisation"),
    ("collective", "collective"),
    ("person", "person"),
)


def kind_of(view: View, lex: Lexicon, words: Words, named: Mention | None) -> HolderKind:
    """The kind of the source that the words name; ``named`` is the name that they stand for, if any."""
    if _anonymous(view, lex, words) or _left_unnamed(view, words):
        return "anonymous"
    if named is not None and named.type == "PER":
        return "expert" if is_expert(view, lex, named) else "person"
    if _state(view, lex, words):
        return "state_media"
    if named is not None and (kind := _by_name(view, lex, words, named)) is not None:
        return kind
    return _by_noun(view, lex, words, named)


def _anonymous(view: View, lex: Lexicon, words: Words) -> bool:
    lows = [view.lows[i] for i in range(*words)]
    named_person = any(m.type == "PER" for m in view.names_in(words))
    told = any(low in lex.holders["anonymous"] or low.endswith(_SOURCES) for low in lows)
    quarters = any(low in _QUARTERS for low in lows[1:]) and FROM.isdisjoint(lows)  # *to hold*
    return not named_person and (told or quarters or any(low in lex.anonymous_words for low in lows))


def _left_unnamed(view: View, words: Words) -> bool:
    """*To ansatte … De vil ikke stå fram*: a few people whom this sentence or a later one leaves unnamed."""
    heads = [i for i in range(*words) if view.tokens[i].pos != "ADP"]
    few = view.lows[words[0]] in _ONE or (bool(heads) and view.tokens[heads[0]].pos == "NUM")
    if not few or any(m.type == "PER" for m in view.names_in(words)):
        return False
    if heads and view.lows[words[0]] not in ("den", "det") and _insider(view, heads):
        return True
    number = view.sentence_of[words[0]]
    if not any(view.lows[i] in _SOME_PEOPLE for i in range(*words)):
        return bool(heads) and _withheld(view, words)
    for k in range(number, min(number + _REACH, len(view.sentences))):
        s = view.sentences[k]
        near = k == number or s.block == view.sentences[number].block
        if (near or view.lows[s.first] in _OF_SOURCES) and _tells_unnamed(view, (s.first, s.last)):
            return k == number or view.lows[s.first] in _OF_SOURCES
    return False


def _withheld(view: View, words: Words) -> bool:
    """*en montør som vil være anonym*: the phrase or its own clause says that a name is held back."""
    last = view.sentence(words[0])[1]
    after = words[1] + (view.lows[words[1] : words[1] + 1] == (",",))
    if view.lows[after : after + 1] != ("som",):
        return _tells_unnamed(view, words)
    end = next((k for k in range(after + 1, last) if view.lows[k] in (",", ":")), last)
    return _tells_unnamed(view, (words[0], end))


def is_one_of_them(view: View, words: Words, named: Iterable[int]) -> bool:
    """*sier en av dem*, where nobody with a name has just spoken (``named``: where such stand): one left unnamed."""
    here = view.sentence_of[words[0]]
    one = tuple(view.lows[i] for i in range(*words)) in _ONE_OF_THEM
    return one and not any(here - view.sentence_of[at] < _NEAR for at in named)


def _insider(view: View, heads: list[int]) -> bool:
    """*en diplomat i salen*, *to ansatte*: whose post is told and whose name is not; *et vitne* is somebody met."""
    head = next((i for i in heads if view.tokens[i].pos == "NOUN" or view.lows[i] in _INSIDERS), None)
    return head is not None and view.lows[head] in _INSIDERS


def _tells_unnamed(view: View, within: Words) -> bool:
    """*anonym, anonymitet, stå fram, på trykk*: the sentence says that somebody is not named."""
    for i in range(*within):
        if view.lows[i].startswith("anonym"):
            return True
        if any(view.matches(i, phrase, within[1]) for phrase in _UNNAMED_ENDS):
            return True
    return False


def is_expert(view: View, lex: Lexicon, named: Mention) -> bool:
    """True where the words before or after any mention of the person, or a recorded role, call a scholar or analyst."""
    surname = named.name.split()[-1]
    bearers = [m for m in view.mentions if m.type == "PER" and m.name.split()[-1] == surname]
    spots = {m.start for m in bearers}
    roles = [view.doc.text[r.start : r.end].lower() for r in view.roles if r.mention.start in spots]
    words = {w.strip(",.") for role in roles for w in role.split()}
    for spot in spots:
        i = bisect_left(view.tokens, spot, key=attrgetter("start"))
        if i < len(view.tokens) and view.tokens[i].start == spot:
            words.update(_titles_beside(view, i))
    return any(w in lex.holders["expert"] for w in words)


def _titles_beside(view: View, i: int) -> set[str]:
    """Nouns before the name (*Forskar og forfattar X*), in apposition after it, or said of it (*X er ekspert på*)."""
    out: set[str] = set()
    k = i - 1
    scholars = lexicon().holders["expert"]  # also one that is tagged as a verb: *romforsker*
    while k >= 0 and i - k < 5 and (view.tokens[k].pos in ("NOUN", "CCONJ", "ADJ") or view.lows[k] in scholars):
        out.add(view.lows[k])
        k -= 1
    end = i
    while end < len(view.tokens) and view.mention_of[end] == view.mention_of[i]:
        end += 1
    if view.lows[end : end + 1] in ((",",), ("er",), ("var",)):
        out.update(view.lows[end + 1 : end + 5])
    last = view.sentence(i)[1]
    for copula in (k for k in range(end, last) if view.lows[k] in ("er", "og")):
        out.update(view.lows[k] for k in range(copula + 1, min(copula + 3, last)) if view.lows[copula] == "er")
    return out


def _state(view: View, lex: Lexicon, words: Words) -> bool:
    lows = [view.lows[i] for i in range(*words)]
    media = any(w in lex.holders[k] for w in lows for k in ("agency", "media", "media_collective"))
    return (media and any(w in lex.state_words for w in lows)) or any(w in _STATE_MEDIA for w in lows)


def _by_name(view: View, lex: Lexicon, words: Words, named: Mention) -> HolderKind | None:
    low = named.name.lower().removesuffix("s")
    credited = {c.lower() for c in view.doc.article.credits}
    listed = lex.newsroom(named.name)
    if listed and named.type != "PER":
        return cast("HolderKind", listed)
    if named.name.lower() in credited:
        return "agency"
    if named.type == "GPE":
        return "government" if _head_is(view, words, named) else None
    called = _called(view, lex, named)
    if called is not None:
        return called
    if (low.endswith(lex.media_endings) and named.type == "ORG") or "." in low.strip(".") or writes(view, named):
        return "media"
    return None


def _called(view: View, lex: Lexicon, named: Mention) -> HolderKind | None:
    """*bilklubben Bilvakt*, *partiet Rødt*: what the noun before the name, anywhere in the article, calls it."""
    spots = {m.start for m in view.mentions if m.name == named.name}
    for i, token in enumerate(view.tokens):
        if i == 0 or token.start not in spots or view.tokens[i - 1].pos != "NOUN":
            continue
        noun = view.lows[i - 1]
        for key, kind in _ORDER:
            if noun in lex.holders[key] and kind not in ("document", "collective", "person"):
                return kind
        if noun.endswith(_FIRM_ENDS):
            return "organisation"
    return None


def writes(view: View, named: Mention) -> bool:
    """An organisation that somewhere in the article *skriver* something is taken for an outlet."""
    if named.type not in ("ORG", "PROD"):
        return False
    spots = {m.start for m in view.mentions if m.name == named.name}
    for i, token in enumerate(view.tokens):
        if token.start not in spots:
            continue
        before = view.lows[i - 1] if i > 0 else ""
        if before in lexicon().holders["media"]:
            return True
        after = view.lows[i + 1 : i + 3]
        near = view.lows[i : i + 7]
        statement = any(low.endswith(_OWN_CHANNELS) or low in _NETWORKS for low in near)
        if (before in _WRITING or any(low in _WRITING for low in after[:1])) and not statement:
            return True
    return False


def _head_is(view: View, words: Words, named: Mention) -> bool:
    """The name is the phrase itself, not a complement of a noun in it."""
    return not any(view.tokens[i].pos == "NOUN" and view.tokens[i].end <= named.start for i in range(*words))


def _by_noun(view: View, lex: Lexicon, words: Words, named: Mention | None) -> HolderKind:
    heads = [i for i in range(*words) if view.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "PRON", "DET")]
    if named is not None and named.type == "ORG" and len(list(view.names_in(words))) == 1:
        others = [k for k in heads if view.mention_of[k] < 0]
        if not others and not any(view.lows[k] in lex.holders[kind] for k in heads for kind in _NAMED_KINDS):
            return "organisation"  # *Plan, Forbund* as a name is no document
    first_noun = [i for i in heads if view.tokens[i].pos == "NOUN" and not _owns(view, i, words)]
    first_noun = [i for i in first_noun if view.lows[i] not in _AMOUNTS][:1] or first_noun[:1] or heads[:1]
    by = next((i for i in range(*words) if view.tokens[i].pos == "ADP"), words[1])
    if first_noun and first_noun[0] < by:
        heads = [i for i in heads if i < by]  # *nattvakten på hotellet* is no hotel
    if any(view.lows[i] in _SHARES for i in range(*words)):
        return "collective"  # *61 prosent, kvar fjerde nordmann*
    if (part := _part_of(view, words)) is not None:
        return part
    for i in [*first_noun, *heads]:
        for key, kind in _ORDER:
            if view.lows[i] in lex.holders[key] or view.lows[i].removesuffix("s") in lex.holders[key]:
                return _number(view, lex, words, i, kind)
    if named is not None and _head_is(view, words, named):
        return "organisation"
    if first_noun and "Number=Plur" in view.tokens[first_noun[0]].feats:
        return "collective"
    common = view.lows[words[0]] in ("den", "en", "ein", "ei")
    if first_noun and "Gender=Neut" in view.tokens[first_noun[0]].feats and not common:
        return "organisation"  # *hotellet, reiarlaget*: persons of neuter gender (*vitnet*) are listed
    return "person"


def _part_of(view: View, words: Words) -> HolderKind | None:
    """*sju av de 15 i kommunestyret* are some people, *en av kollegaene* is one; *ingen av kontorene* are bodies."""
    av = next((i for i in range(words[0] + 1, min(words[0] + 4, words[1])) if view.lows[i] == "av"), None)
    if av is None or view.mention_of[words[0]] >= 0:
        return None
    if view.lows[av - 1] in _SINGLE:
        return "person"
    return "collective" if view.tokens[av - 1].pos == "NUM" and view.lows[words[0]] not in _SINGLE else None


def _owns(view: View, i: int, words: Words) -> bool:
    """*tilsynets tall*: the genitive is not the head."""
    return i + 1 < words[1] and "Case=Gen" in view.tokens[i].feats and view.tokens[i + 1].pos in ("NOUN", "ADJ")


def _number(view: View, lex: Lexicon, words: Words, i: int, kind: HolderKind) -> HolderKind:
    """Unnamed officials in the plural speak for their state; *et vitne* is one person."""
    if view.lows[i] in lex.plural_people:
        return "government"
    amount = any(view.lows[k] in _AMOUNTS for k in range(*words))
    one = view.lows[words[0]] in ARTICLES and i > words[0] and not amount
    return "person" if kind == "collective" and one else kind


def is_media_kind(kind: HolderKind) -> bool:
    """True for the kinds that pass words on."""
    return kind in ("agency", "media", "state_media")


__all__ = ["is_expert", "is_media_kind", "is_newsroom", "is_one_of_them", "kind_of", "writes"]
