"""Which of a claim's sayings words it best: what most of the others say, in words that can stand alone."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from belegg.core.spans import Place
from belegg.core.words import Token
from belegg.reason._cues import load_cues
from belegg.reason._drafts import Draft
from belegg.reason._likeness import Likeness
from belegg.reason._material import Material
from belegg.reason._members import Bearer
from belegg.reason._sentences import SUBJECTS
from belegg.reason._story import StoryIndex
from belegg.reason._weighing import weighed

#: ``python -m training.headline`` fits them again; four are more than it finds, set by hand for those who read
#: no further.
WEIGHTS: Mapping[str, float] = {
    "near": 0.4,  # its average score with the others
    "verb": 0.15,  # it has a finite verb
    "subject": 0.2,  # and a subject
    "points": -1.0,  # its subject, or its first word, points elsewhere (*han, dette, her*): by hand
    "inverted": -0.5,  # its verb comes first: what opens it stands outside (*ifølge* somebody): by hand
    "names": 0.15,  # each name, up to four
    "figure": 0.25,
    "title": 0.75,
    "quotation": -0.35,
    "report": -0.3,  # in the outlet's own voice
    "long": -0.05,  # each word beyond twenty
    "fragment": -0.4,  # what a source says, without a verb (*feil i januar*): by hand
    "short": -1.0,  # fewer than four words: by hand
}
NEARLY = 0.75  # worth by which other words may be less
MOST_NAMES, ENOUGH, MANY = 4, 4, 20  # words


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that a claim may be known by: how well, and where. Copies, which are no other words, have one ``unit``."""

    worth: float
    place: Place
    unit: int


def wordings(
    found: Sequence[Bearer],
    draft: Draft,
    alike: Likeness,
    index: StoryIndex,
    material: Material,
    *,
    has_come: bool,
    outdated: Collection[int] = (),
) -> tuple[Wording, ...]:
    """The wordings that a claim can be known by, the best first: of those who tell or expect it, as most do; of what
    was expected and has come, a report that shows it; of a figure that was put right, who gives the later one.

    ``alike``: how near the bearers are, in their order; ``outdated``: the places of those who give the former figure.
    """
    able = candidates(found, draft, has_come=has_come, outdated=outdated)
    told = [
        Wording(weighed(clarity(n, found, alike, index), WEIGHTS), s.place, material.unit_of[s.number])
        for n in able
        for s in (found[n].saying,)
    ]
    return tuple(sorted(told, key=lambda w: -w.worth))


def headlines(claims: Sequence[Sequence[Wording]]) -> list[Place]:
    """The words that each claim of a story is known by: the best that none else has, if they are nearly as good.

    A sentence may tell two things. It goes to the claim that would lose most by other words.
    """
    taken: set[int] = set()
    chosen: dict[int, Place] = {}
    for number in sorted(range(len(claims)), key=lambda n: -_loss(claims[n])):
        able = claims[number]
        free = (w for w in able if w.unit not in taken and able[0].worth - w.worth <= NEARLY)
        best = next(free, able[0])
        taken.add(best.unit)
        chosen[number] = best.place
    return [chosen[number] for number in range(len(claims))]


def _loss(able: Sequence[Wording]) -> float:
    """How much worse than its best words the next ones of a claim are; without end where there are none."""
    return next((able[0].worth - w.worth for w in able if w.unit != able[0].unit), inf)


def candidates(
    found: Sequence[Bearer], draft: Draft, *, has_come: bool, outdated: Collection[int] = ()
) -> Sequence[int]:
    """The places of the bearers whose words may stand for all."""
    told = [b.relation for b in found if b.relation in ("supports", "expects")]
    leading = "supports" if has_come else max(dict.fromkeys(told), key=told.count, default="supports")

    def worth(number: int, bearer: Bearer) -> tuple[bool, bool, bool, bool]:
        telling = bearer.relation in told and bool(draft.said.get(bearer.saying.number))
        return telling, number not in outdated, has_come and bearer.fulfils, bearer.relation == leading

    worths = [worth(n, b) for n, b in enumerate(found)]
    most = max(worths)
    return [n for n, own in enumerate(worths) if own == most]


def clarity(number: int, found: Sequence[Bearer], alike: Likeness, index: StoryIndex) -> Mapping[str, float]:
    """What speaks for the wording of one of the bearers."""
    saying = found[number].saying
    view = index.view(saying.place.article)
    words = [t for span in saying.spans for t in view.tokens(span) if t.pos != "PUNCT"]
    subjects = [t for t in words if t.dep in SUBJECTS]
    others = np.delete(alike.scores[number], number)
    known = others[~np.isnan(others)]
    return {
        "near": float(known.mean()) if len(known) else 0.0,
        "verb": float(any(_is_finite(t) for t in words)),
        "subject": float(bool(subjects)),
        "points": float(any(_points(t) for t in [*words[:1], *subjects[:1]])),
        "inverted": float(bool(words) and _is_finite(words[0])),
        "names": float(min(MOST_NAMES, sum(t.pos == "PROPN" for t in words))),
        "figure": float(any(t.pos == "NUM" for t in words)),
        "title": float(saying.kind == "title"),
        "quotation": float(saying.direct),
        "report": float(saying.is_report),
        "long": float(max(0, len(words) - MANY)),
        "fragment": float(not saying.is_report and not any(_is_finite(t) for t in words)),
        "short": float(len(words) < ENOUGH),
    }


def _is_finite(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.has("VerbForm=Fin")


def _points(token: Token) -> bool:
    """True for what can only be understood from what stands before it."""
    return token.text.lower() in load_cues().elsewhere or (token.pos == "PRON" and token.has("PronType=Prs"))
