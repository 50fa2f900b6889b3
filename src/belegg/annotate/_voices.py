"""Whose voice a sentence is in, where marks do not tell: the desk's after a quotation, the speaker's without a dash."""

from belegg.annotate._lexicon import Lexicon
from belegg.annotate._view import View, Words
from belegg.text.grammar import ALSO, CLAUSE_JOINTS, SPEAKER, SPEAKERS
from belegg.text.titles import title_base

_JOINTS = ALSO | CLAUSE_JOINTS
_OWN = SPEAKER | SPEAKERS
_CLAUSE = frozenset(("that", "bare", "to", "ask", "thing"))
_OPENERS = frozenset(("at", "å", "om"))
_REACH = 8  # sentences that unmarked speech may go back from its attribution


def own_voice(view: View, words: Words) -> bool:
    """True where somebody speaks of *jeg, eg, vi, me*."""
    return any(view.lows[i] in _OWN for i in range(*words))


def sentences_in(view: View, words: Words) -> list[Words]:
    """The sentences of a stretch, cut to it."""
    numbers = range(view.sentence_of[words[0]], view.sentence_of[words[1] - 1] + 1)
    cut = ((max(words[0], view.sentences[n].first), min(words[1], view.sentences[n].last)) for n in numbers)
    return [w for w in cut if w[1] > w[0]]


def desk_voice(view: View, lex: Lexicon, region: Words) -> int:
    """Where the desk goes on in a quotation paragraph that a lost line break has joined to it; else the region's end.

    *– Det går bra. Hun mener at …*: a named or third person who reports something, and no *jeg, vi* in the sentence.
    """
    for words in sentences_in(view, region)[1:]:
        if desk_sentence(view, lex, words):
            return words[0]
    return region[1]


def desk_sentence(view: View, lex: Lexicon, words: Words) -> bool:
    """True for a sentence whose third person opens it and reports: *Hun peker på at*, *Kari Nes (50) mener*."""
    if view.lows[words[0]] in _JOINTS and words[1] - words[0] > 3:
        words = (words[0] + 1, words[1])
    if _points_back(view, lex, words):
        return True
    person = _third_person(view, lex, words)
    if person is None or own_voice(view, words):
        return False
    verb = next((i for i in range(person, min(person + 16, words[1])) if view.is_finite(i)), None)
    if verb is None or any(view.lows[i] in ("som", "at") for i in range(person, verb)):
        return False
    reports = any(entry.takes & _CLAUSE for entry in lex.cues.get(view.lows[verb], ()))
    named = view.mention_of[person - 1] >= 0 or _calls(view, lex, person - 1)
    clause = any(view.lows[i] in _OPENERS for i in range(verb + 1, min(verb + 7, words[1])))
    return reports and (clause or (named and verb - person < 12))


def _points_back(view: View, lex: Lexicon, words: Words) -> bool:
    """*Dette vedgår overlege Moe*: the desk tells who has said what stands before."""
    verb = words[0] + 1
    if view.lows[words[0]] not in ("dette", "det") or verb + 1 >= words[1] or own_voice(view, words):
        return False
    speaks = any("quote" in entry.takes and not entry.tail for entry in lex.cues.get(view.lows[verb], ()))
    named = any(view.mention_of[k] >= 0 for k in range(verb + 1, min(verb + 5, words[1])))
    return speaks and named and view.is_finite(verb) and view.lows[verb + 1] not in ("at", "om")


def _third_person(view: View, lex: Lexicon, words: Words) -> int | None:
    """The word after the person that opens a sentence: a pronoun, or a name with the titles before it."""
    if view.lows[words[0]] in lex.pronouns["he"] | lex.pronouns["she"]:
        return words[0] + 1
    i = words[0]
    while i < min(words[0] + 4, words[1] - 1) and view.mention_of[i] < 0 and view.tokens[i].pos in ("NOUN", "ADJ"):
        i += 1
    number = view.mention_of[i]
    if number < 0 and i == words[0] + 1 and _calls(view, lex, words[0]):
        return i  # *Navneforskeren mener at*
    if number < 0 or view.mentions[number].type != "PER":
        return None
    while i < words[1] and view.mention_of[i] == number:
        i += 1
    return i


def _calls(view: View, lex: Lexicon, i: int) -> bool:
    """A definite noun that calls a person: *ordføreren, forskeren*."""
    listed = view.lows[i] in lex.holders["person"] or view.lows[i] in lex.holders["expert"]
    person = listed or title_base(view.tokens[i].text) is not None
    return person and "Definite=Def" in view.tokens[i].feats


def unmarked_start(view: View, lex: Lexicon, sentence: Words, taken: frozenset[int]) -> int | None:
    """Where speech without a dash begins whose attribution ends this sentence; None where nobody says *jeg, vi*.

    Goes back to the first sentence with *jeg* since the last attribution, or with *vi* if this sentence has it too.
    ``taken`` are the words that cue or content of other statements use.
    """
    here = own_voice(view, sentence)
    start = sentence[0] if here else None
    number = view.sentence_of[sentence[0]]
    for n in range(number - 1, max(-1, number - 1 - _REACH), -1):
        s = view.sentences[n]
        words = (s.first, s.last)
        ends = view.lows[s.last - 1] in (".", "!", "?")
        if s.block != view.sentences[number].block or not ends or any(i in taken for i in range(*words)):
            break
        if desk_sentence(view, lex, words):
            break
        if any(view.lows[i] in (_OWN if here else SPEAKER) for i in range(*words)):
            start = s.first
    return start
