"""Which named person a pronoun, a title or a part of the name means."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from belegg.annotate._given_names import Gender, pronouns
from belegg.annotate._view import View, Words
from belegg.core.annotation import Mention, Party
from belegg.core.spans import Span
from belegg.core.words import Token
from belegg.text.grammar import ARTICLES, HE, SHE

_REACH = 6  # sentences back that a pronoun may look
_CHAIN = 4  # pronouns that may point back one to the other
_SUBJECT = 1.6  # what a subject counts, in sentences of nearness
_PLURAL = ("e", "ne", "ane", "ar")
_MAIN = 0.4  # and that of the main clause beside others
_SUBORDINATE = 1.0  # what one who speaks in a subordinate clause counts less
_CLAUSES = ("ccomp", "advcl", "acl", "acl:relcl", "xcomp")
_FORMS = {"he": HE, "she": SHE}


@dataclass(frozen=True, slots=True)
class Known:
    """A party met earlier, with the token it stood at: what pronouns and bare nouns point back to."""

    party: Party
    at: int


def as_person(view: View, named: Mention | None) -> Mention | None:
    """*Bø* is the person *Tor Bø* where the article has one and the model took the surname for a place."""
    if named is None or named.type == "PER":
        return named
    bearer = next((m for m in view.mentions if m.type == "PER" and m.name.split()[1:] == [named.name]), None)
    return replace(named, type="PER") if bearer is not None else named


def fullest(view: View, named: Mention) -> Mention:
    """The longest name in the article that ends like this one (*Nordbø* → *Arne Nordbø*).

    Where several people share the surname, the one who is the subject of a main clause last, or goes by it already.
    """
    if named.type != "PER":
        return named
    parts = named.name.split()
    same = [m for m in view.mentions if m.type == "PER" and m.name.split()[-len(parts) :] == parts]
    full = [m for m in same if len(m.name.split()) > len(parts)]
    if len(parts) == 1 and len({m.name.split()[0] for m in full}) > 1:
        meant = _meant(view, full, named)
        same = [m for m in full if m.name.split()[0] == meant.name.split()[0]]
    if not full and len(parts) == 1:
        people = [m for m in view.mentions if m.type == "PER" and m.name.split()[:-1][:1] == parts]
        longer = {m.name: m for m in people if all(word[:1].isupper() for word in m.name.split())}
        if len(longer) == 1:
            return next(iter(longer.values()))  # *Lars* → *Lars Veum*
    return max(same, key=lambda m: (len(m.name.split()), -m.start), default=named)


def _meant(view: View, full: Sequence[Mention], named: Mention) -> Mention:
    """Which of the full names a surname stands for: a surname goes on with its bearer until another one acts."""
    current: Mention | None = None
    last = full[0]
    for m in view.mentions:
        if m.start > named.start:
            break
        if m in full:
            last = m
            current = m if _acts(view, m) else current
        elif m.name == named.name:
            current = current or last
    return current or last


def _acts(view: View, m: Mention) -> bool:
    """True for the subject of a main clause."""
    i = bisect_left(view.tokens, m.start, key=_start)
    return i < len(view.tokens) and _place(view, i)[1]


def _place(view: View, i: int) -> tuple[bool, bool, str]:
    """Whether the name that begins at ``i`` is a subject, and one of a main clause; the relation of its head."""
    end = next((k for k in range(i, len(view.tokens)) if view.mention_of[k] != view.mention_of[i]), i + 1) - 1
    head = next((k for k in range(i, end + 1) if not i <= view.tokens[k].head <= end), i)
    dep = view.tokens[head].dep
    governor = view.tokens[view.tokens[head].head]
    own = dep in ("nsubj", "nsubj:pass")
    subject = own or (dep in ("flat:name", "appos", "nmod", "flat") and governor.dep.startswith("nsubj"))
    verb = governor if own else view.tokens[governor.head]
    return subject, subject and verb.dep == "root", dep


def gender_of(view: View, named: Mention) -> Gender | None:
    """By the first name of the person's fullest form; None where unknown."""
    full = fullest(view, named)
    parts = full.name.replace("-", " ").split()
    return pronouns().get(parts[0]) if parts and len(full.name.split()) > 1 else None


def person_before(
    view: View, at: int, gender: Gender, known: Sequence[Known], quoted: frozenset[int], chain: int = _CHAIN
) -> Mention | None:
    """The nearest fitting person: subjects before others, sentence by sentence, words of others left aside.

    A subject pronoun on the way counts as a mention of whom it means itself, over at most ``chain`` pronouns.
    """
    number = view.sentence_of[at]
    weights: list[tuple[float, int, Mention]] = []
    holders = {k.party.referent.start: k.at for k in known if k.party.referent is not None}
    people = {(m.start, m.end): m for m in reversed(view.mentions) if m.type == "PER"}
    for k in known:
        m = people.get((k.party.referent.start, k.party.referent.end)) if k.party.referent else None
        back = number - view.sentence_of[k.at]
        if m and k.at < at and back <= 2 and gender_of(view, m) in (None, gender):
            within = _SUBORDINATE * (view.tokens[k.at].dep in _CLAUSES)
            weights.append((2.4 - back - within + 1.2 * (gender_of(view, m) == gender), k.at, m))
    for back in range(_REACH + 1):
        if number - back < 0:
            break
        sentence = view.sentences[number - back]
        words = (sentence.first, min(sentence.last, at))
        for i in range(*words):
            m = _person_at(view, i)
            if m is None or i in quoted or gender_of(view, m) not in (None, gender):
                continue
            weights.append((_salience(view, i, m, back, holders, gender), i, m))
        again = _same_pronoun(view, words, gender, quoted) if chain else None
        m = person_before(view, again, gender, known, quoted, chain - 1) if again is not None else None
        if again is not None and m is not None:
            weights.append((_SUBJECT - back + _score(view, m, holders, gender), again, m))
        if weights and back >= 2:
            break
    return max(weights, key=lambda w: (w[0], w[1]))[2] if weights else None


def _same_pronoun(view: View, words: Words, gender: Gender, quoted: frozenset[int]) -> int | None:
    """The desk's subject pronoun of this gender that stands before any person's name among the words."""
    for i in range(*words):
        if i in quoted:
            continue
        if view.lows[i] in _FORMS[gender] and view.tokens[i].dep in ("nsubj", "nsubj:pass"):
            return i
        if _person_at(view, i) is not None:
            return None
    return None


def _person_at(view: View, i: int) -> Mention | None:
    """The person whose name begins at this token, unless it is a possessor."""
    number = view.mention_of[i]
    if number < 0 or (i > 0 and view.mention_of[i - 1] == number):
        return None
    m = as_person(view, view.mentions[number])
    if m is None or m.type != "PER":
        return None
    caption = view.block(i).kind == "caption"
    return None if caption else m


def _salience(view: View, i: int, m: Mention, back: int, holders: dict[int, int], gender: Gender) -> float:
    """Nearness, subjecthood, having spoken, and a first name that fits."""
    subject, main, dep = _place(view, i)
    possessor = view.doc.text[m.start : m.end].endswith("s") and dep in ("nmod", "nmod:poss")
    return _score(view, m, holders, gender) - back + _SUBJECT * subject + _MAIN * main - 1.0 * possessor


def _score(view: View, m: Mention, holders: dict[int, int], gender: Gender) -> float:
    """A first name that fits, and having spoken."""
    return 1.2 * (gender_of(view, m) == gender) + 0.8 * (m.start in holders)


def definite_stem(low: str) -> str:
    """*brannsjefen* → *brannsjef*, *politileiaren* → *politileiar*, *dronninga* → *dronning*."""
    for ending in ("eren", "aren"):
        if low.endswith(ending):
            return low[:-2]
    for ending in ("en", "et", "a"):
        if low.endswith(ending) and len(low) - len(ending) > 3:
            return low[: -len(ending)]
    return low


def title_bearer(view: View, noun: int, words: Words) -> Mention | None:
    """The person whose title the definite noun repeats, wholly or as its last part; the nearest before, else after."""
    low = view.lows[noun]
    stem = definite_stem(low)
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
        return _met_last(view, before, here)
    return after[0] if after and len({fullest(view, m).name for m in after}) == 1 else None


def _met_last(view: View, people: Sequence[Mention], here: int) -> Mention:
    """Of several who bear a title, the one whose name has been said last before ``here``."""
    names = {fullest(view, m).name: m for m in people}
    if len(names) < 2:
        return people[-1]
    said = [m for m in view.mentions if m.type == "PER" and m.start < here]
    return next((names[full] for m in reversed(said) if (full := fullest(view, m).name) in names), people[-1])


def _titled(view: View, m: Mention, roles: Sequence[str], stem: str) -> bool:
    """True where a role of the person, or the noun beside the name, ends in the stem."""
    words = {w.strip(",.") for role in roles for w in role.split()}
    i = bisect_left(view.tokens, m.start, key=_start)
    if i < len(view.tokens):
        if i > 0 and view.tokens[i - 1].pos in ("NOUN", "ADJ"):
            words.update(_singular(view.lows[i - 1]))
        words.update(_before_comma(view, i))
        end = bisect_left(view.tokens, m.end, lo=i, key=_start)
        if end + 1 < len(view.tokens) and view.lows[end] == "," and view.tokens[end + 1].pos == "NOUN":
            words.add(view.lows[end + 1])
    if stem == "statsråd" and any(w.endswith("minister") for w in words):
        return True
    return any(w.endswith(stem) or (w.endswith(stem.removesuffix("e")) and len(stem) > 5) for w in words)


def _before_comma(view: View, i: int) -> list[str]:
    """*kandidat for Byen Høyre, Kari Moe*: the noun that opens what stands before the comma and the name."""
    if i < 2 or view.lows[i - 1] != ",":
        return []
    for k in range(i - 2, max(-1, i - 9), -1):
        if view.is_finite(k) or view.lows[k] in (",", "som") or view.tokens[k].pos == "PUNCT":
            return []
        opens = k + 1 == i - 1 or view.tokens[k + 1].pos == "ADP"
        if view.tokens[k].pos == "NOUN" and opens and view.mention_of[k] < 0:
            return [view.lows[k]]
    return []


def _singular(low: str) -> tuple[str, ...]:
    """The noun before a name, and its singular: *en av forsvarerne, forsvarere X*."""
    return (low, *(low.removesuffix(end) for end in _PLURAL if low.endswith(end)))


def _start(token: Token) -> int:
    return token.start


def only_person(view: View, at: int, quoted: frozenset[int]) -> Mention | None:
    """The one person whom this sentence and the two before name; None where they name two or nobody."""
    number = view.sentence_of[at]
    first = view.sentences[max(0, number - 2)].first
    people = [m for i in range(first, at) if i not in quoted and (m := _person_at(view, i)) is not None]
    return people[-1] if len({fullest(view, m).name for m in people}) == 1 else None


def of_age(view: View, low: str, here: int) -> Mention | None:
    """*21-åringen*, *52-åringen*: the one person before ``here`` whose age in brackets that is (*Jo Dal (21)*)."""
    years = low.split("-")[0]
    if not (years.isdigit() and low.endswith(("-åringen", "-åring"))):
        return None
    aged = [m for m in view.mentions if m.type == "PER" and m.start < here and _years(view, m) == years]
    return aged[-1] if len({fullest(view, m).name for m in aged}) == 1 else None


def _years(view: View, m: Mention) -> str:
    """The number in brackets after the name."""
    after = bisect_left(view.tokens, m.end, key=_start)
    words = view.lows[after : after + 3]
    return words[1] if len(words) == 3 and words[0] == "(" and words[2] in (")", "år") else ""
