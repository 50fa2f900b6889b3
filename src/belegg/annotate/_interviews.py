"""Interviews in questions and answers: which turns the outlet asks, which are answers, and whose they are.

Three layouts: a question before an answer that a dash opens (*Hvorfor slutter du? – Jeg er ferdig*), turns with a label
(*Spørsmål: … Svar: …*, *Avisa: … Moe: …*), and bare paragraphs. The last are read as an interview only where the desk
says *du* to somebody who answers *jeg*: an explaining article, too, has questions above its paragraphs.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from belegg.annotate._draft import Draft, Found
from belegg.annotate._lexicon import word_list
from belegg.annotate._persons import fullest
from belegg.annotate._view import DASHES, OPENING, View, Words
from belegg.annotate._voices import own_voice
from belegg.core.annotation import Mention
from belegg.text.grammar import YOU

_ASKED = word_list("labels_of_questions")
_ANSWERED = word_list("labels_of_answers")
_YES_NO = word_list("yes_and_no")
_INTERVIEWING = word_list("interviewing")
_RUNNING = ("paragraph", "quote", "heading")
_LONGEST_LABEL = 5  # words
_LONGEST_QUESTION = 60
_INITIALS = 3  # letters
_LEAST_PAIRS = 2
_LEAST_BARE = 3  # pairs of question and answer that neither dash nor label tells
_HALF = 0.5
_NAMED, _TITLE, _INTRODUCED, _SPOKE, _NAMED_BY_THEM = 1, 2, 5, 2, -1  # what speaks for somebody as the interviewee
_TITLE_WORDS = 7  # before a name
_CLEARLY = 1.5  # times the next one's weight


@dataclass(frozen=True, slots=True)
class _Turn:
    """A block with a label: the label's words, and what is said after its colon."""

    run: int
    label: Words
    said: Words


def find_answers(view: View, found: Found) -> None:
    """Marks questions and answers, and adds the answers that no quotation dash opens."""
    turns = list(_labelled(view))
    asking = _asking_labels(view, turns)
    if asking:
        _take_labelled(view, found, turns, asking)
        return
    pairs = [n for n in range(len(view.blocks) - 1) if _asks(view, n) and not _asks(view, n + 1)]
    dashed = [n for n in pairs if view.lows[view.blocks[n + 1][0]] in DASHES]
    if len(dashed) >= _LEAST_PAIRS:
        found.answers.update(view.blocks[n + 1][0] + 1 for n in dashed)
    bare = [n for n in pairs if n not in dashed and _is_paragraph(view, n + 1)]
    if len(dashed) + len(bare) >= _LEAST_BARE and bare and _is_talk(view, bare):
        for n in bare:
            _take(view, found, view.blocks[n + 1], ())
        dashed = pairs
    if len(dashed) >= _LEAST_PAIRS:
        found.asked.update(i for n in dashed for i in range(*view.blocks[n]))


def _asks(view: View, number: int) -> bool:
    """A block of running text that ends as a question, in nobody's marks."""
    run = view.blocks[number]
    asks = view.lows[run[1] - 1] == "?" and view.lows[run[0]] not in OPENING
    return asks and run[1] - run[0] <= _LONGEST_QUESTION and view.block(run[0]).kind in _RUNNING


def _is_paragraph(view: View, number: int) -> bool:
    return view.block(view.blocks[number][0]).kind == "paragraph"


def _is_talk(view: View, questions: Sequence[int]) -> bool:
    """Half of the questions say *du*, and half of the answers *jeg, vi* or begin with yes or no."""
    spoken_to = sum(any(view.lows[i] in YOU for i in range(*view.blocks[n])) for n in questions)
    answers = [view.blocks[n + 1] for n in questions]
    speak = sum(own_voice(view, run) or view.lows[run[0]] in _YES_NO for run in answers)
    return min(spoken_to, speak) >= _HALF * len(questions)


def _take(view: View, found: Found, said: Words, holders: tuple[Words, ...]) -> None:
    """Adds what somebody answers, without the stop at its end."""
    first, last = said
    while first < last and view.lows[first] in DASHES:
        first += 1
    while last > first and view.lows[last - 1] in (".", ",", ":"):
        last -= 1
    if last > first:
        found.add(
            Draft(((first, last),), "direct", (), first, holders=holders, carried=not holders, answer=not holders,
                  reason="answer in an interview")
        )  # fmt: skip
    found.quoted.update(range(*said))


def _labelled(view: View) -> Iterator[_Turn]:
    """Blocks that open with a few words and a colon: *Svar: …*, *Moe: …*."""
    for number, run in enumerate(view.blocks):
        colon = next((i for i in range(*run) if view.lows[i] == ":"), run[1])
        if not run[0] < colon <= run[0] + _LONGEST_LABEL or colon + 1 >= run[1]:
            continue
        plain = not any(view.is_finite(i) or view.lows[i] in OPENING | DASHES for i in range(run[0], colon))
        if plain and view.block(run[0]).kind in _RUNNING:
            yield _Turn(number, (run[0], colon), (colon + 1, run[1]))


def _asking_labels(view: View, turns: Sequence[_Turn]) -> frozenset[str]:
    """The labels whose turns are questions; none where no two labels take turns."""
    often = Counter(_name(view, t) for t in turns)
    questions = Counter(_name(view, t) for t in turns if view.lows[t.said[1] - 1] == "?")
    asking = {name for name, n in often.items() if name in _ASKED or questions[name] > _HALF * n}
    pairs = sum(
        _name(view, a) in asking and _name(view, b) not in asking and b.run == a.run + 1 for a, b in pairwise(turns)
    )
    return frozenset(asking) if pairs >= _LEAST_PAIRS else frozenset()


def _name(view: View, turn: _Turn) -> str:
    return " ".join(view.lows[i] for i in range(*turn.label))


def _take_labelled(view: View, found: Found, turns: Sequence[_Turn], asking: frozenset[str]) -> None:
    """Answers with their labels as holders, and what goes on below them up to the next label."""
    by_block = {t.run: t for t in turns}
    last = max(by_block)
    holders: tuple[Words, ...] | None = None
    for number in range(min(by_block), last + 1):
        turn, run = by_block.get(number), view.blocks[number]
        if turn is not None and _name(view, turn) in asking:
            holders = None
            found.asked.update(range(*run))
        elif turn is not None:
            holders = () if _is_sign(view, turn) else (turn.label,)
            _take(view, found, turn.said, holders)
        elif holders is not None and _is_paragraph(view, number):
            _take(view, found, run, holders)


def _is_sign(view: View, turn: _Turn) -> bool:
    """*Svar*, *S*, *TM*: no name, but a sign for the one who is interviewed."""
    name = view.text(turn.label)
    return _name(view, turn) in _ANSWERED or (len(name) <= _INITIALS and name.isupper())


def interviewee(view: View, found: Found, drafts: Sequence[Draft]) -> Mention | None:
    """The person whom the article interviews; None where nobody clearly is.

    Every name in the desk's own words counts for its bearer, one in a question or an answer against him: nobody
    speaks of himself, or is spoken to, by name.
    """
    weights: Counter[str] = Counter()
    people: dict[str, Mention] = {}
    for i, m in _people(view):
        full = fullest(view, m)
        people.setdefault(full.name, full)
        weights[full.name] += _weight(view, found, i)
    for draft in drafts:
        if draft.mode == "direct":
            spoke = (view.mention_of[i] for words in draft.holders for i in range(*words))
            for name in people.keys() & {fullest(view, view.mentions[n]).name for n in spoke if n >= 0}:
                weights[name] += _SPOKE
    ranked = weights.most_common(2)
    clear = bool(ranked) and ranked[0][1] > 0 and (len(ranked) == 1 or ranked[0][1] >= _CLEARLY * ranked[1][1])
    return people[ranked[0][0]] if clear else None


def _people(view: View) -> Iterator[tuple[int, Mention]]:
    """The first word of every name of a person, outside captions."""
    for i, number in enumerate(view.mention_of):
        opens = number >= 0 and (i == 0 or view.mention_of[i - 1] != number)
        if opens and view.mentions[number].type == "PER" and view.block(i).kind != "caption":
            yield i, view.mentions[number]


def _weight(view: View, found: Found, i: int) -> int:
    """What one naming counts."""
    if i in found.asked or i in found.quoted:
        return _INTRODUCED if i in found.asked and _is_addressed(view, i) else _NAMED_BY_THEM
    if view.block(i).kind == "title":
        return _TITLE
    return _INTRODUCED if i < min(found.asked, default=0) and _tells_of_talk(view, i) else _NAMED


def _is_addressed(view: View, i: int) -> bool:
    """*Hva tror du, professor Moe?*: *du* and a comma before the name, nothing finite between."""
    for k in range(i - 1, max(view.sentence(i)[0], i - _TITLE_WORDS), -1):
        if view.lows[k] == "," and view.lows[k - 1] in YOU:
            return True
        if view.is_finite(k):
            return False
    return False


def _tells_of_talk(view: View, i: int) -> bool:
    """*I dette intervjuet forteller X*, *Vi har snakket med X*: the one person of a sentence that tells of a talk."""
    words = view.sentence(i)
    people = {fullest(view, m).name for m in view.names_in(words) if m.type == "PER"}
    return len(people) == 1 and any(view.lows[k] in _INTERVIEWING for k in range(*words))
