"""Reports: what an article says in its own voice (annotation.md 5, last paragraph).

Each content sentence, or each of its coordinated main clauses, that is no part of a statement is a report; so is what a
sentence with a statement tells in passing (*the investor, who owns a third, declines to comment*). A title's words that
the text repeats are one report, the text's.
"""

from collections.abc import Iterator
from typing import Literal

from belegg.annotate._lexicon import Lexicon, lexicon, word_list
from belegg.annotate._quotes import trimmed
from belegg.annotate._stance import by_content, hedged, rumours
from belegg.annotate._view import CLOSING, DASHES, STOPS, View, Words, view
from belegg.core.annotation import Report, Statement
from belegg.core.document import Document
from belegg.core.spans import Span
from belegg.text.grammar import CLAUSE_JOINTS, WHILE

Voice = Literal["assert", "allege", "expect"]
_JOINTS = CLAUSE_JOINTS | WHILE | {"samtidig", "samstundes"}
_CREDITS = word_list("credits")
ENDS = STOPS | CLOSING | {","}
TELLING = 4  # words from which a relative clause tells something: *som eier en tredel*, not *som er bonde*


def reports(doc: Document) -> tuple[Report, ...]:
    """The reports of an article, in text order. Reads tokens, sentences, names and statements."""
    seen = view(doc)
    taken = _taken(seen, doc[Statement])
    out: list[Report] = []
    titles: list[tuple[Words, frozenset[str]]] = []
    for words, number in _clauses(seen):
        if not _own_voice(seen, words, taken) or _only_attributes(seen, words, doc[Statement]):
            for passing in _in_passing(seen, words, taken):
                out.append(_report(seen, doc, passing, len(out) + 1, None))
            continue
        stems = _stems(seen, words)
        if any(stems == known for _, known in titles):
            continue
        if seen.block(words[0]).kind == "title":
            titles.append((words, stems))
        out.append(_report(seen, doc, words, len(out) + 1, _rests_on(seen, doc, words, number, out)))
    return tuple(out)


def _report(seen: View, doc: Document, words: Words, number: int, rests_on: str | None) -> Report:
    stance, hedge = voice(seen, lexicon(), words)
    return Report(f"{doc.id}-r{number}", doc.id, seen.span(words), stance, hedge, rests_on)


def _in_passing(seen: View, words: Words, taken: frozenset[int]) -> Iterator[Words]:
    """Relative clauses between commas that no statement uses and that tell something of their own."""
    for i in range(words[0] + 1, words[1]):
        if seen.lows[i] != "som" or seen.lows[i - 1] != ",":
            continue
        end = next((j for j in range(i, words[1]) if seen.lows[j] in ENDS), words[1])
        free = not taken.intersection(range(i, end))
        if free and end - i >= TELLING and any(seen.is_finite(j) for j in range(i, end)):
            yield i, end


def _taken(seen: View, statements: tuple[Statement, ...]) -> frozenset[int]:
    """The tokens that statements use: contents, cues, and the sources that stand beside them."""
    spans = [s for st in statements for s in (*st.content, *st.cue, *(h.span for h in st.holders if h.span))]
    spans.sort()
    out: set[int] = set()
    starts = [t.start for t in seen.tokens]
    at = 0
    for span in spans:
        while at > 0 and starts[at - 1] >= span.start:
            at -= 1
        while at < len(starts) and seen.tokens[at].end <= span.start:
            at += 1
        i = at
        while i < len(starts) and starts[i] < span.end:
            out.add(i)
            i += 1
    return frozenset(out)


def _clauses(seen: View) -> Iterator[tuple[Words, int]]:
    """The sentences, split where a new main clause with subject and verb opens, with the sentence's number."""
    for number, sentence in enumerate(seen.sentences):
        start = sentence.first
        for i in range(sentence.first + 2, sentence.last - 2):
            if _new_clause(seen, i, (start, sentence.last)):
                yield trimmed(seen, (start, i)), number
                start = i + 1 if seen.lows[i] in (";", ",") else i
        words = trimmed(seen, (_after_joint(seen, start, sentence.last), _without_credit(seen, start, sentence.last)))
        if words[1] > words[0]:
            yield words, number


def _after_joint(seen: View, start: int, limit: int) -> int:
    while start < limit and (seen.lows[start] in _JOINTS or seen.lows[start] in DASHES):
        start += 1
    return start


def _new_clause(seen: View, i: int, within: Words) -> bool:
    """*, men/og/mens* with a finite verb on both sides and a subject of its own after it."""
    if seen.lows[i] == ";":
        return True
    if seen.lows[i] != "," or seen.lows[i + 1] not in _JOINTS:
        return False
    if not any(seen.is_finite(k) for k in range(within[0], i)):
        return False
    j = i + 2
    verb = next((k for k in range(j, min(j + 9, within[1])) if seen.is_finite(k)), None)
    return verb is not None and verb > j and any(seen.is_nominal(k) for k in range(j, verb))


def _without_credit(seen: View, start: int, last: int) -> int:
    """The end of the words before a picture's credit (*Foto: …*)."""
    for i in range(start, last - 1):
        if seen.lows[i].strip(".") in _CREDITS and seen.lows[i + 1] in (":", "/"):
            return i
    return last


def _own_voice(seen: View, words: Words, taken: frozenset[int]) -> bool:
    """At least two words, a verb or a figure, and most of them in no statement."""
    inner = [i for i in range(*words) if seen.tokens[i].pos != "PUNCT"]
    if len(inner) < 2 or 3 * sum(i in taken for i in inner) > len(inner):
        return False
    kind = seen.block(words[0]).kind
    if seen.lows[words[0] - 1] in DASHES and words[0] > 0 and seen.block_of[words[0] - 1] == seen.block_of[words[0]]:
        return False
    if kind == "caption" and not any(seen.is_finite(i) for i in inner):
        return False
    return seen.lows[words[1] - 1] != "?" and _tells(seen, inner, kind)


def _only_attributes(seen: View, words: Words, statements: tuple[Statement, ...]) -> bool:
    """*Det opplyser Vegvesenet*: the clause holds a cue whose content stands elsewhere."""
    span = seen.span(words)
    return any(
        any(span.contains(c) for c in s.cue) and not any(span.overlaps(c) for c in s.content) for s in statements
    )


def _tells(seen: View, inner: list[int], kind: str) -> bool:
    """A finite verb; headlines may leave it out for a participle, an infinitive or a figure."""
    if any(seen.is_finite(i) for i in inner):
        return True
    loose = any(seen.tokens[i].pos in ("VERB", "NUM", "AUX") or seen.tokens[i].has("VerbForm=Part") for i in inner)
    return kind in ("title", "heading", "lead") and (loose or kind == "title")


def _stems(seen: View, words: Words) -> frozenset[str]:
    return frozenset(seen.tokens[i].lemma.lower() for i in range(*words) if seen.tokens[i].pos != "PUNCT")


def voice(seen: View, lex: Lexicon, words: Words) -> tuple[Voice, tuple[Span, ...]]:
    """The stance of the article's own words and the hedges that make it so."""
    allege = hedged(seen, lex, (words,), "allege")
    expect = hedged(seen, lex, (words,), "expect")
    rumour = rumours(seen, words)
    if allege or rumour:
        return "allege", tuple(sorted({*allege, *rumour}))
    likely = hedged(seen, lex, (words,), "likely")
    if expect or likely:
        past = likely and not expect and by_content(seen, lex, (words,), direct=False) == "assert"
        return ("allege" if past else "expect"), tuple(sorted({*expect, *likely}))
    return ("expect" if by_content(seen, lex, (words,), direct=False) == "expect" else "assert"), ()


def _rests_on(seen: View, doc: Document, words: Words, number: int, before: list[Report]) -> str | None:
    """The last statement of the sentence before, in the same block, or what a report there rests on in its turn."""
    if number == 0 or seen.sentences[number - 1].block != seen.sentences[number].block:
        return None
    previous = seen.sentences[number - 1].span
    told = [s for s in doc[Statement] if s.inside is None and any(previous.overlaps(c) for c in s.content)]
    if told:
        return told[-1].id
    return next((r.attributable_to for r in reversed(before) if previous.overlaps(r.content)), None)
