"""From tags to drafts: contents are joined with the nearest cue, cues with the nearest holder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from belegg.annotate._draft import Draft
from belegg.annotate._lexicon import Lexicon
from belegg.annotate._view import View, Words
from training.statements.tags import CONTENT, Piece, Tagged, pieces_of

_ADJACENT = 4  # words between a content and a cue outside its sentence


@dataclass(frozen=True, slots=True)
class Scored:
    """A draft of the model with the mean probability of the tags of its content."""

    draft: Draft
    sure: float


def decode(view: View, lex: Lexicon, tagged: Tagged) -> list[Scored]:
    """The drafts of one layer of tags, in text order."""
    out: list[Scored] = []
    for block in view.blocks:
        found = pieces_of(tagged.tags, block)
        for kind, parts in _contents(found):
            draft = _draft(view, lex, found, kind, parts)
            if draft.mode == "direct" or draft.cue or draft.holders:  # a reported clause has its source beside it
                out.append(Scored(draft, mean(tagged.sure, draft.content)))
    return out


def _contents(found: Sequence[Piece]) -> list[tuple[str, list[Words]]]:
    """The contents with their parts: a resumed piece goes to the last content of its kind."""
    out: list[tuple[str, list[Words]]] = []
    for piece in found:
        if piece.kind not in CONTENT:
            continue
        open_one = next((parts for kind, parts in reversed(out) if kind == piece.kind), None)
        if piece.resumed and open_one is not None:
            open_one.append((piece.first, piece.last))
        else:
            out.append((piece.kind, [(piece.first, piece.last)]))
    return out


def _draft(view: View, lex: Lexicon, found: Sequence[Piece], kind: str, parts: Sequence[Words]) -> Draft:
    cue = _cue(view, [p for p in found if p.kind == "C"], kind, parts)
    anchor = cue[0] if cue else parts[0][0]
    at = (cue[0], cue[-1] + 1) if cue else (parts[0][0], parts[-1][1])
    holders = _holders(view, [p for p in found if p.kind == "H"], at)
    entry = next((lex.cues[view.lows[i]][0] for i in cue if view.lows[i] in lex.cues), None)
    return Draft(
        tuple(parts), "direct" if kind == "D" else "indirect", cue, anchor, entry, entry.stance if entry else "neutral",
        holders, carried=not holders, reason="tagged by the model",
    )  # fmt: skip


def _cue(view: View, cues: Sequence[Piece], kind: str, parts: Sequence[Words]) -> tuple[int, ...]:
    """The nearest cue of the same sentence or next to a part; a quotation's stands rather after it, else before."""
    sentences = {view.sentence_of[i] for part in parts for i in (part[0], part[1] - 1)}
    near = [(gap, c) for c in cues if (gap := _gap(parts, c)) < _ADJACENT or view.sentence_of[c.first] in sentences]
    if not near:
        return ()
    _, best = min(near, key=lambda n: (n[0], (n[1].first < parts[0][0]) == (kind == "D"), n[1].first))
    same = [c for c in cues if view.sentence_of[c.first] == view.sentence_of[best.first] and _joined(best, c, parts)]
    return tuple(i for c in same for i in range(c.first, c.last))


def _joined(best: Piece, other: Piece, parts: Sequence[Words]) -> bool:
    """*vil … ikkje stadfeste*: pieces of one cue stand close together, with no content between."""
    low, high = sorted((best, other), key=lambda c: c.first)
    return best is other or (high.first - low.last <= 3 and not any(low.last <= a < high.first for a, _ in parts))


def _gap(parts: Sequence[Words], piece: Piece) -> int:
    return min(max(first - piece.last, piece.first - last, 0) for first, last in parts)


def _holders(view: View, holders: Sequence[Piece], at: Words) -> tuple[Words, ...]:
    """The nearest holder in the cue's sentence, with those that are coordinated with it."""
    sentence = view.sentence_of[at[0]]
    near = [h for h in holders if view.sentence_of[h.first] == sentence]
    if not near:
        return ()
    best = near.index(min(near, key=lambda h: _gap([at], h)))
    first = last = best
    while first > 0 and _coordinated(view, near[first - 1], near[first]):
        first -= 1
    while last + 1 < len(near) and _coordinated(view, near[last], near[last + 1]):
        last += 1
    return tuple((h.first, h.last) for h in near[first : last + 1])


def _coordinated(view: View, a: Piece, b: Piece) -> bool:
    between = view.lows[a.last : b.first]
    return 0 < len(between) <= 2 and set(between) <= {"og", ",", "samt", "eller"}


def mean(values: Sequence[float], parts: Iterable[Words]) -> float:
    """The mean over the words of all parts."""
    chosen = [values[i] for part in parts for i in range(*part)]
    return sum(chosen) / len(chosen)
