"""Which of a claim's sayings words it best: what most of the others say, in words that can stand alone."""

from collections.abc import Mapping, Sequence

import numpy as np

from belegg.core.spans import Place
from belegg.core.words import Token
from belegg.reason._cues import load_cues
from belegg.reason._drafts import Draft
from belegg.reason._likeness import Likeness
from belegg.reason._members import Bearer
from belegg.reason._sentences import SUBJECTS
from belegg.reason._story import StoryIndex
from belegg.reason._weighing import weighed

#: ``python -m training.headline`` fits them again; three are more than it finds, set by hand for those who read
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
    "short": -1.0,  # fewer than four words: by hand
}
MOST_NAMES, ENOUGH, MANY = 4, 4, 20  # words


def headline(found: Sequence[Bearer], draft: Draft, alike: Likeness, index: StoryIndex, *, has_come: bool) -> Place:
    """The wording that a claim is known by: of those who tell or expect it, as most do; of what was
    expected and has come, a report that shows it. ``alike``: how near the bearers are, in their order."""
    able = candidates(found, draft, has_come=has_come)
    best = max(able, key=lambda n: weighed(clarity(n, found, alike, index), WEIGHTS))
    return found[best].saying.place


def candidates(found: Sequence[Bearer], draft: Draft, *, has_come: bool) -> Sequence[int]:
    """The places of the bearers whose words may stand for all."""
    told = [b.relation for b in found if b.relation in ("supports", "expects")]
    leading = "supports" if has_come else max(dict.fromkeys(told), key=told.count, default="supports")

    def worth(bearer: Bearer) -> tuple[bool, bool, bool]:
        telling = bearer.relation in told and bool(draft.said.get(bearer.saying.number))
        return telling, has_come and bearer.fulfils, bearer.relation == leading

    most = max(worth(b) for b in found)
    return [n for n, b in enumerate(found) if worth(b) == most]


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
        "short": float(len(words) < ENOUGH),
    }


def _is_finite(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.has("VerbForm=Fin")


def _points(token: Token) -> bool:
    """True for what can only be understood from what stands before it."""
    return token.text.lower() in load_cues().elsewhere or (token.pos == "PRON" and token.has("PronType=Prs"))
